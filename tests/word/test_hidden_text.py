"""Text that stands in the file and that no reader sees stays in the text, marked."""

from __future__ import annotations

import pytest

from tests.word.helpers import blocks, marked
from tests.word.house_style import STYLES, style
from tests.word_builder import p, r, tbl, tc, textbox

BLACK_PARAGRAPH = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
HIDDEN_PARAGRAPH = style("Secret", run="<w:vanish/>")
HIDDEN_BASED = style("More", based="Secret")


@pytest.mark.parametrize(
    ("run", "cover"),
    [
        (r("Kelly", hidden=True), "hidden"),
        (r("Kelly", style="Hidden"), "hidden"),
        (r("Kelly", color="FFFFFF"), "hidden"),
        (r("Kelly", size=4), "hidden"),
        (r("Kelly", size=2), "hidden"),
        (r("Kelly", highlight="black"), "covered"),
        (r("Kelly", shade="000000"), "covered"),
        (r("Kelly", color="000000", highlight="black"), "covered"),
        ('<w:r><w:rPr><w:color w:val="auto" w:themeColor="background1"/></w:rPr><w:t>Kelly</w:t></w:r>', "hidden"),
        ('<w:r><w:rPr><w:shd w:val="solid" w:color="000000"/></w:rPr><w:t>Kelly</w:t></w:r>', "covered"),
        ('<w:r><w:rPr><w:shd w:val="clear" w:themeFill="text1"/></w:rPr><w:t>Kelly</w:t></w:r>', "covered"),
        ("<w:r><w:rPr><w:specVanish/></w:rPr><w:t>Kelly</w:t></w:r>", "hidden"),
        (r("Kelly", color="FFFFFF", highlight="yellow"), "hidden"),
        (r("Kelly", color="FFFFFF", highlight="blue"), None),
        (r("Kelly", color="FFFFFF", shade="1F4E79"), None),
        (r("Kelly", color="FFFFFF", highlight="black"), None),
        (r("Kelly", color="C00000"), None),
        (r("Kelly", size=5), None),
        (r("Kelly", highlight="yellow"), None),
        (r("Kelly", shade="auto"), None),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Kelly</w:t></w:r>', None),
        ('<w:r><w:rPr><w:sz w:val="large"/></w:rPr><w:t>Kelly</w:t></w:r>', None),
    ],
)
def test_a_run_that_no_reader_sees_is_marked(run: str, cover: str | None) -> None:
    (found,) = blocks(p("Then ", run, " came."))
    assert found.text == "Then Kelly came."
    assert marked(found) == ([("Kelly", cover)] if cover else [])


def test_a_style_hides_and_the_run_has_the_last_word() -> None:
    shown = '<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>seen</w:t></w:r>'
    (found,) = blocks(p("secret ", shown, style="More"), styles=STYLES + HIDDEN_PARAGRAPH + HIDDEN_BASED)
    assert marked(found) == [("secret ", "hidden")]


def test_two_styles_that_both_hide_show_again_as_in_word() -> None:
    (found,) = blocks(p("secret ", r("seen", style="Hidden"), style="Secret"), styles=STYLES + HIDDEN_PARAGRAPH)
    assert marked(found) == [("secret ", "hidden")]


def test_defaults_hide() -> None:
    styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    (found,) = blocks("secret", styles=styles, numbering=None)
    assert marked(found) == [("secret", "hidden")]


def test_a_black_paragraph_covers_and_shows_white_text() -> None:
    (found,) = blocks(p("covered ", r("seen", color="FFFFFF"), props=BLACK_PARAGRAPH))
    assert marked(found) == [("covered ", "covered")]


def test_a_style_that_is_black_covers() -> None:
    (found,) = blocks(p("covered", style="Black"), styles=STYLES + style("Black", props=BLACK_PARAGRAPH))
    assert marked(found) == [("covered", "covered")]


def test_white_text_on_a_dark_cell_table_or_box_is_seen_and_on_a_light_one_is_not() -> None:
    white = p(r("white", color="FFFFFF"))
    dark, light = (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' for fill in ("1F4E79", "F2F2F2"))
    found = blocks(tbl((tc(white, dark), tc(white, light))), p(textbox(white, fill="1F4E79")), p(textbox(white)))
    assert [marked(block) for block in found] == [[], [("white", "hidden")], [], [("white", "hidden")]]


def test_white_text_in_a_table_whose_style_has_dark_rows_is_seen() -> None:
    dark = '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr>'
    row = f"<w:tr>{tc(p(r('white', color='FFFFFF')))}</w:tr>"
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="Banded"/></w:tblPr>{row}</w:tbl>'
    assert marked(blocks(table, styles=STYLES + style("Banded", kind="table", more=dark))[0]) == []


def test_the_part_of_a_stretch_is_that_of_its_mark() -> None:
    (found,) = blocks(p("Then ", r("Kelly", hidden=True), " came."))
    assert found.part_at(5, 10) == "hidden"
    assert found.part_at(0, 4) == "body"


@pytest.mark.parametrize(
    ("shape", "cover"),
    [
        ("<wps:spPr><a:gradFill/></wps:spPr>", None),
        ('<wps:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></wps:spPr>', None),
        ('<wps:spPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></wps:spPr>', "hidden"),
        ('<wps:spPr/><wps:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></wps:style>', None),
        ('<wps:spPr/><wps:style><a:fillRef idx="0"/></wps:style>', "hidden"),
        ("<wps:spPr><a:noFill/></wps:spPr>", "hidden"),
    ],
)
def test_white_text_in_a_shape_is_seen_where_the_shape_is_filled(shape: str, cover: str | None) -> None:
    inside = f"<wps:txbx><w:txbxContent>{p(r('white', color='FFFFFF'))}</w:txbxContent></wps:txbx>"
    (found,) = blocks(p(f"<w:r><w:drawing><wps:wsp>{shape}{inside}</wps:wsp></w:drawing></w:r>"))
    assert marked(found) == ([("white", cover)] if cover else [])


@pytest.mark.parametrize(
    ("fill", "cover"),
    [
        ('fillcolor="#1f4e79 [3204]"', None),
        ('fillcolor="black"', None),
        ('fillcolor="white"', "hidden"),
        ('fillcolor="#1f4e79" filled="f"', "hidden"),
        ("", "hidden"),
    ],
)
def test_white_text_in_an_old_shape_is_seen_where_the_shape_is_filled(fill: str, cover: str | None) -> None:
    inside = f"<v:textbox><w:txbxContent>{p(r('white', color='FFFFFF'))}</w:txbxContent></v:textbox>"
    (found,) = blocks(p(f"<w:r><w:pict><v:rect {fill}>{inside}</v:rect></w:pict></w:r>"))
    assert marked(found) == ([("white", cover)] if cover else [])


@pytest.mark.parametrize(
    ("properties", "cover"),
    [
        ('<w:sz w:val="2pt"/>', "hidden"),
        ('<w:sz w:val="9.5pt"/>', None),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:themeFill="accent2"/>', None),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:themeFill="background1"/>', "hidden"),
        ('<w:shd w:val="solid" w:color="auto"/>', "covered"),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>', "hidden"),
        ('<w:color w:val="none"/>', None),
    ],
)
def test_the_many_spellings_of_size_and_colour(properties: str, cover: str | None) -> None:
    (found,) = blocks(p(f"<w:r><w:rPr>{properties}</w:rPr><w:t>text</w:t></w:r>"))
    assert marked(found) == ([("text", cover)] if cover else [])
