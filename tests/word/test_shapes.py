"""Shapes hide text, and text hides in shapes: in front of it, off the page, switched off, cropped away."""

from __future__ import annotations

import pytest

from tests.word.drawing_builder import BLACK, anchored, inline, old, picture, shape
from tests.word.helpers import blocks
from tests.word_builder import h, p, para

FAR = 9_000_000
IN_FRONT = ("covered", "a filled shape in front of the text", "shape in para 1.1", "covering-shape")
PICTURE = ("covered", "a picture in front of the text", "picture in para 1.1", "covering-shape")
OFF = ("picture", "a picture that stands off the page or is switched off", "picture in para 1.1", "off-page")
CROPPED = (
    "picture",
    "a picture that is cropped: the part cut off is still in the file",
    "picture in para 1.1",
    "cropped-picture",
)
EFFECT = (
    "picture",
    "a picture with an effect: the original is still in the file",
    "picture in para 1.1",
    "cropped-picture",
)
STYLE = '<wps:style><a:fillRef idx="1"><a:schemeClr val="dk1"/></a:fillRef></wps:style>'
FLOATS = "position:absolute;margin-left:10pt;margin-top:10pt;width:50pt;height:9pt;z-index:5"


def told(run: str) -> list[tuple[str, str, str, str | None]]:
    found = blocks(h("Analysis"), para("Text", run))[2:]
    return [(block.part, block.text, block.address, block.trait) for block in found]


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (anchored(shape()), [IN_FRONT]),
        (anchored(shape(fill="<a:gradFill/>")), [IN_FRONT]),
        (anchored(shape(fill="", style=STYLE)), [IN_FRONT]),
        (anchored(shape(fill='<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>')), [IN_FRONT]),
        (anchored(picture()), [PICTURE]),
        (old(f'<v:rect style="{FLOATS}" fillcolor="black"/>'), [IN_FRONT]),
        (old(f'<v:rect style="{FLOATS}"/>'), [IN_FRONT]),
        (old(f'<v:shape style="{FLOATS}"><v:imagedata/></v:shape>'), [PICTURE]),
        (anchored(shape(fill="<a:noFill/>")), []),
        (anchored(shape(fill="")), []),
        (anchored(shape(fill='<a:solidFill><a:srgbClr val="FFFF00"><a:alpha val="20000"/></a:srgbClr></a:solidFill>')), []),
        (anchored(shape(), behind=True), []),
        (anchored(shape(), wrap="wrapSquare"), []),
        (inline(shape()), []),
        (inline(picture()), []),
        (old(f'<v:rect style="{FLOATS}" filled="f"/>'), []),
        (old(f'<v:rect style="{FLOATS}"><w10:wrap type="square"/></v:rect>'), []),
        (old(f'<v:rect style="{FLOATS.replace("z-index:5", "z-index:-5")}"/>'), []),
        (old(f'<v:shape style="{FLOATS}"/>'), []),
        (old('<v:rect style="width:9pt;height:9pt"/>'), []),
        (anchored(picture(), across=FAR), [OFF]),
        (anchored(picture(), across=-FAR), [OFF]),
        (anchored(picture(), across=-FAR, relative=("column", "page")), [OFF]),
        (anchored(picture(), down=2 * FAR), [OFF]),
        (anchored(picture(), down=-2 * FAR, relative=("page", "paragraph")), [OFF]),
        (anchored(picture(), described='hidden="1"'), [OFF]),
        (inline(picture(), described='hidden="true"'), [OFF]),
        (old('<v:shape style="visibility:hidden"><v:imagedata/></v:shape>'), [OFF]),
        (anchored(shape(), across=FAR), []),
        (anchored(picture(), down=-FAR // 9, relative=("page", "paragraph"), wrap="wrapSquare"), []),
        (inline(picture(more='<a:srcRect l="1000"/>')), [CROPPED]),
        (inline(picture(more='<a:srcRect b="12.5%"/>')), [CROPPED]),
        (inline(picture(more='<a:srcRect t="-500" r="0"/>')), []),
        (inline(picture(more="<a:srcRect/>")), []),
        (old('<v:shape><v:imagedata cropleft="6554f"/></v:shape>'), [CROPPED]),
        (old('<v:shape><v:imagedata croptop=".1"/></v:shape>'), [CROPPED]),
        (old('<v:shape><v:imagedata cropright="-6554f"/></v:shape>'), []),
        (old('<v:shape><v:imagedata cropright="none"/></v:shape>'), []),
        (old(f'<v:shape style="{FLOATS}"><v:textpath/></v:shape>'), []),
        (inline(picture(inside="<a:extLst><a:ext><a14:imgProps><a14:imgLayer/></a14:imgProps></a:ext></a:extLst>")), [EFFECT]),
    ],
)  # fmt: skip
def test_a_shape_or_picture_says_what_it_hides(run: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert told(run) == expected


def in_old_box(style: str) -> str:
    return old(f'<v:rect style="{style}"><v:textbox><w:txbxContent>{p("Kelly")}</w:txbxContent></v:textbox></v:rect>')


@pytest.mark.parametrize(
    ("run", "trait"),
    [
        (anchored(shape(text="Kelly")), "covering-shape"),
        (anchored(shape(text="Kelly", fill="<a:noFill/>")), None),
        (anchored(shape(text="Kelly"), across=FAR), "off-page"),
        (anchored(shape(text="Kelly", fill="<a:noFill/>"), across=-FAR, relative=("margin", "page")), "off-page"),
        (anchored(shape(text="Kelly"), described='hidden="1"'), "off-page"),
        (inline(shape(text="Kelly")), None),
        (in_old_box("position:absolute;margin-left:-2000pt;width:9pt;height:9pt"), "off-page"),
        (
            in_old_box("position:absolute;margin-top:40in;width:9pt;height:9pt;mso-position-vertical-relative:page"),
            "off-page",
        ),
        (in_old_box("visibility:hidden"), "off-page"),
        (in_old_box("position:absolute;margin-left:1.2.3pt;z-index:-1"), None),
        (f"<w:r><w:txbxContent>{p('Kelly')}</w:txbxContent></w:r>", None),
        (in_old_box("position:absolute;width:9pt"), "covering-shape"),
        (in_old_box("position:absolute;margin-left:-2000pt;mso-position-horizontal:center;z-index:-1"), None),
        (in_old_box("width:90pt;height:many"), None),
    ],
)
def test_a_text_box_says_where_it_stands(run: str, trait: str | None) -> None:
    (found,) = (block for block in blocks(p("Text", run)) if block.part == "textbox")
    assert (found.text, found.trait) == ("Kelly", trait)


def test_text_in_the_colour_of_its_box_cannot_be_seen() -> None:
    black = "<w:r><w:rPr><w:color w:val='000000'/></w:rPr><w:t>Kelly</w:t></w:r>"
    inside = f"<wps:txbx><w:txbxContent>{p(black)}</w:txbxContent></wps:txbx>"
    box = f"<w:r><w:drawing><wp:inline><wps:wsp><wps:spPr>{BLACK}</wps:spPr>{inside}</wps:wsp></wp:inline></w:drawing></w:r>"
    (found,) = blocks(p(box))
    assert [(mark.part, mark.trait) for mark in found.marks] == [("covered", "covered-text")]


def test_a_page_is_as_large_as_the_document_says() -> None:
    wide = '<w:sectPr><w:pgSz w:w="20000" w:h="30000"/></w:sectPr>'
    run = anchored(picture(), across=FAR, wrap="wrapSquare")
    assert [block.text for block in blocks(p("x", run))][1:] == [OFF[1]]
    assert [block.text for block in blocks(p("x", run), p(props=wide))] == ["x"]
