"""What stands in a story beside its text is read, each with the part it belongs to, its place and how it is hidden."""

from __future__ import annotations

import base64

import pytest

from scr_docs.model import Block
from scr_docs.word import read_bytes
from tests.word.drawing_builder import inline, old, picture
from tests.word.helpers import blocks, in_every_file
from tests.word.part_builder import Far, made
from tests.word_builder import dele, field, h, p, para, r, sdt, tbl, textbox

NAME = "Kelly Thompson"
DATA = base64.b64encode(f"<EndNote><Author>{NAME}</Author></EndNote>".encode()).decode()


def control(settings: str, shown: str = "Child A") -> str:
    return p(f"<w:sdt><w:sdtPr>{settings}</w:sdtPr><w:sdtContent>{r(shown)}</w:sdtContent></w:sdt>")


def form(data: str) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return p(begin, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "Child A")


def marker(name: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


def items(tag: str, *pairs: tuple[str, str]) -> str:
    told = "".join(f'<w:listItem w:displayText="{shown}" w:value="{value}"/>' for shown, value in pairs)
    return f"<w:{tag}>{told}</w:{tag}>"


def beside(found: tuple[Block, ...]) -> list[tuple[str, str, str, str | None]]:
    """Everything but the text itself: part, text, address, trait."""
    return [
        (block.part, block.text, block.address, block.trait)
        for block in found
        if block.part not in ("body", "table", "textbox", "footnote") and not in_every_file(block)
    ]


@pytest.mark.parametrize(
    ("body", "part", "text", "what", "trait"),
    [
        (p("x", field(' XE "Kelly" ', "")), "field", 'XE "Kelly"', "field", "hidden-field"),
        (p("x", field(' TC "Kelly" ', "")), "field", 'TC "Kelly"', "field", "hidden-field"),
        (p("x", field(' ASK Client "Kelly?" ', "")), "field", 'ASK Client "Kelly?"', "field", "hidden-field"),
        (p("x", field(" MERGEFIELD Kelly ", "y")), "field", "MERGEFIELD Kelly", "field", None),
        (p("x", field(" PAGE ", "1")), "field", "PAGE", "field", None),
        (p("x", field(r' INCLUDETEXT "C:\\Kelly\\x.docx" ', "y")), "field", r'INCLUDETEXT "C:\\Kelly\\x.docx"', "field", "local-path"),
        (p("x", field(r" LINK Excel \\\\srv\\kelly ", "y")), "field", r"LINK Excel \\\\srv\\kelly", "field", "local-path"),
        (p(f"<w:fldSimple w:instr=' COMMENTS Kelly '>{r('x')}</w:fldSimple>"), "field", "COMMENTS Kelly", "field", "hidden-field"),
        (p("x", dele(r("<w:delInstrText>SET a Kelly</w:delInstrText>"))), "field", "SET a Kelly", "deleted field", "hidden-field"),
        (p("x", r("<w:instrText> QUOTE Kelly </w:instrText>")), "field", "QUOTE Kelly", "field", "hidden-field"),
        (p("x", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("<w:instrText>TA Kelly</w:instrText>")), "field", "TA Kelly", "field", "hidden-field"),
        (p("x", f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{DATA}</w:fldData></w:fldChar></w:r>'), "field", NAME, "data of a field", "hidden-field"),
        (p(f'<w:hyperlink w:anchor="Kelly_T">{r("x")}</w:hyperlink>'), "link", "Kelly_T", "link", None),
        (p(f'<w:hyperlink w:tooltip="Kelly">{r("x")}</w:hyperlink>'), "link", "Kelly", "tip of a link", None),
        (p(f'<w:hyperlink w:docLocation="Kelly">{r("x")}</w:hyperlink>'), "link", "Kelly", "link", None),
        (p("x", marker("KellyThompson")), "bookmark", "KellyThompson", "bookmark", None),
        (marker("Kelly") + p("x"), "bookmark", "Kelly", "bookmark", None),
        (p("x") + marker("Kelly"), "bookmark", "Kelly", "bookmark", None),
        (p("x", '<w:permStart w:id="1" w:ed="kelly@example.org"/><w:permEnd w:id="1"/>'), "settings", "kelly@example.org", "permission to edit", "permission"),
        (control('<w:alias w:val="Kelly"/>'), "field", "Kelly", "title of a form field", "control-list"),
        (control('<w:tag w:val="Kelly"/>'), "field", "Kelly", "tag of a form field", "control-list"),
        (control(items("dropDownList", ("Kelly", "Kelly"))), "field", "Kelly", "choice in a form field", "control-list"),
        (control(items("comboBox", ("Child A", "Kelly"))), "field", "Kelly", "choice in a form field", "control-list"),
        (control('<w15:repeatingSection><w15:sectionTitle w15:val="Kelly"/></w15:repeatingSection>'), "field", "Kelly", "title of a form field", "control-list"),
        (control('<w:date w:fullDate="2009-05-02T00:00:00Z"/>'), "field", "2009-05-02T00:00:00Z", "date behind a form field", None),
        (sdt(p("x"), title="Kelly"), "field", "Kelly", "title of a form field", "control-list"),
        (form('<w:name w:val="Kelly"/>'), "field", "Kelly", "name of a form field", "control-list"),
        (form('<w:entryMacro w:val="AskKelly"/>'), "field", "AskKelly", "macro of a form field", "control-list"),
        (control('<w:comboBox w:lastValue="Kelly"/>'), "field", "Kelly", "last choice in a form field", "control-list"),
        (p("x", '<w:r><w:fldChar w:fldCharType="begin"><w:fldData>Kelly, 14.</w:fldData></w:fldChar></w:r>'), "field", "Kelly, 14.", "data of a field", "hidden-field"),
        (p("x", inline("<a:ext><wp15:webVideoPr embeddedHtml='Kelly'/></a:ext>".replace("wp15:", "w15:"))), "link", "Kelly", "video", None),
        (form('<w:helpText w:val="Kelly"/>'), "field", "Kelly", "help of a form field", "control-list"),
        (form('<w:statusText w:val="Kelly"/>'), "field", "Kelly", "help of a form field", "control-list"),
        (form('<w:textInput><w:default w:val="Kelly"/></w:textInput>'), "field", "Kelly", "default text of a form field", "control-list"),
        (form('<w:ddList><w:result w:val="0"/><w:listEntry w:val="A"/><w:listEntry w:val="Kelly"/></w:ddList>'), "field", "Kelly", "choice in a form field", "control-list"),
        (p(f'<w:smartTag w:element="PersonName"><w:smartTagPr><w:attr w:name="ProductID" w:val="Kelly"/></w:smartTagPr>{r("x")}</w:smartTag>'), "custom-xml", "Kelly", "hidden tag", "custom-xml"),
        (f'<w:customXml w:element="x"><w:customXmlPr><w:attr w:name="n" w:val="Kelly"/></w:customXmlPr>{p("x")}</w:customXml>', "custom-xml", "Kelly", "hidden tag", "custom-xml"),
        (p("x", props='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/><w:numberingChange w:original="Kelly %1"/></w:numPr>'), "field", "Kelly %1", "former number", None),
        (p("x", inline(picture(), described='descr="Kelly"')), "alt-text", "Kelly", "alternative text", None),
        (p("x", inline(picture(), described='title="Kelly"')), "alt-text", "Kelly", "alternative text", None),
        (p("x", inline(picture(described='descr="Kelly"'))), "alt-text", "Kelly", "alternative text", None),
        (p("x", inline(picture(name="kelly.jpg"))), "alt-text", "kelly.jpg", "name of a picture or shape", None),
        (p("x", inline(picture(name=r"C:\kelly.jpg"))), "alt-text", r"C:\kelly.jpg", "name of a picture or shape", "local-path"),
        (p("x", old('<v:shape alt="Kelly"/>')), "alt-text", "Kelly", "alternative text", None),
        (p("x", old('<v:shape id="Kelly_x0020_T"/>')), "alt-text", "Kelly T", "name of a picture or shape", None),
        (p("x", old('<v:shape><v:imagedata o:title="Kelly"/></v:shape>')), "alt-text", "Kelly", "alternative text", None),
        (p("x", old('<v:shape href="file:///C:/kelly"/>')), "link", "file:///C:/kelly", "link", "local-path"),
        (p("x", old('<v:rect><o:signatureline o:suggestedsigner="Kelly"/></v:rect>')), "field", "Kelly", "signature line", "signature"),
        (p("x", inline(picture(), inside='<a:hlinkClick tooltip="Kelly"/>')), "link", "Kelly", "tip of a link", None),
    ],
)  # fmt: skip
def test_what_stands_beside_the_text_is_read(body: str, part: str, text: str, what: str, trait: str | None) -> None:
    assert beside(blocks(body))[0] == (part, text, f"{what} in paragraph 1", trait)


@pytest.mark.parametrize(
    "body",
    [
        *(
            p("x", marker(name))
            for name in ("_Toc123", "_Ref5", "_GoBack", "_Hlk77", "OLE_LINK1", "_gjdgxs", "_30j0zll")
        ),
        p(f'<w:hyperlink w:anchor="_Toc45">{r("x")}</w:hyperlink>'),
        p('<w:permStart w:id="1" w:edGrp="everyone"/>', "x"),
        control('<w:tag w:val="goog_rdk_3"/><w:id w:val="5"/>'),
        control(items("dropDownList", ("Child A", "Child A"))),
        form('<w:name w:val="Text1"/><w:enabled/>'),
        p("x", inline(picture(name="Grafik 4"), described='descr=""')),
        p("x", old('<v:shapetype id="_x0000_t75"/><v:shape id="_x0000_i1025"/>')),
        p(f'<w:smartTag><w:smartTagPr><w:attr w:name="Day" w:val="3"/></w:smartTagPr>{r("x")}</w:smartTag>'),
        p("x", '<w:r><w:fldChar w:fldCharType="begin"><w:fldData>AAAAAA==</w:fldData></w:fldChar></w:r>'),
    ],
)
def test_what_programs_put_there_by_themselves_is_left_out(body: str) -> None:
    assert beside(blocks(body)) == []


def test_a_link_of_words_own_kind_gives_its_code_and_where_it_leads() -> None:
    code = r' HYPERLINK "file://srv/kelly" \l "Thompson" \o "About Kelly" \t "_blank" '
    assert beside(blocks(h("Analysis"), para("See ", field(code, "this"))))[:4] == [
        ("field", code.strip(), "field in para 1.1", None),
        ("link", "file://srv/kelly", "link in para 1.1", "local-path"),
        ("link", "Thompson", "link in para 1.1", None),
        ("link", "About Kelly", "tip of a link in para 1.1", None),
    ]
    assert beside(blocks(p(field(r' HYPERLINK \l "_Toc5" ', "x")))) == [
        ("field", r'HYPERLINK \l "_Toc5"', "field in paragraph 1", None)
    ]


def test_a_code_that_is_split_over_runs_is_one_and_a_field_within_a_field_another() -> None:
    pieces = "".join(
        r(f'<w:instrText xml:space="preserve">{piece}</w:instrText>') for piece in (" XE ", '"Kel', 'ly" ')
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    assert beside(blocks(p("x", begin, pieces, end)))[0][1] == 'XE "Kelly"'
    inner = field(" REF a ", "b")
    outer = begin + r("<w:instrText>IF 1 = </w:instrText>") + inner + r("<w:instrText> Kelly</w:instrText>") + end
    assert [text for _, text, _, _ in beside(blocks(p("x", outer)))] == ["REF a", "IF 1 =  Kelly"]


def test_a_code_that_does_not_end_in_its_paragraph_is_read_and_hides_no_later_text() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    found = blocks(p("x", begin, r("<w:instrText> XE one </w:instrText>")), p(r("<w:instrText>two</w:instrText>"), "y"))
    assert [(block.part, block.text) for block in found] == [
        ("body", "x"), ("field", "XE one"), ("body", "y"), ("field", "two"),
    ]  # fmt: skip
    assert found[2].marks == ()


@pytest.mark.parametrize(
    ("body", "text", "what", "trait"),
    [
        (f'<w:hyperlink r:id="far">{r("x")}</w:hyperlink>', "mailto:kelly@example.org", "link", None),
        (f'<w:hyperlink r:id="far">{r("x")}</w:hyperlink>', r"\\srv\share\kelly.docx", "link", "local-path"),
        (f'<w:hyperlink r:id="far">{r("x")}</w:hyperlink>', "file:///C:/Users/kelly", "link", "local-path"),
        (f'{r("x")}<w:subDoc r:id="far"/>', "kelly.docx", "subdocument", "linked-file"),
        (r("x") + inline(picture(), inside='<a:hlinkClick r:id="far"/>'), "https://kelly.example", "link", None),
    ],
)
def test_where_a_link_leads_is_told_where_it_stands(body: str, text: str, what: str, trait: str | None) -> None:
    kind = "subDocument" if "subDoc" in body else "hyperlink"
    found = read_bytes(made(Far(kind, text), body=[p(body)]), "draft.docx").blocks
    assert beside(found)[0] == ("link", text, f"{what} in paragraph 1", trait)


def test_a_linked_picture_says_to_which_file() -> None:
    body = p("x", inline(picture(blip='r:link="far"')))
    found = read_bytes(made(Far("image", "file:///C:/kelly.png"), body=[body]), "draft.docx").blocks
    told = ("link", "file:///C:/kelly.png", "linked picture or file in paragraph 1", "linked-file")
    assert beside(found)[0] == told


def test_links_of_a_header_and_a_note_are_those_of_their_own_part() -> None:
    link = p(f'<w:hyperlink r:id="far">{r("x")}</w:hyperlink>')
    data = made(
        Far("hyperlink", "https://kelly.example", source="word/header-default.xml"),
        Far("hyperlink", "https://toby.example", source="word/footnotes.xml"),
        header=link, footnotes={1: link},
    )  # fmt: skip
    assert [told[1:3] for told in beside(read_bytes(data, "draft.docx").blocks) if told[0] == "link"] == [
        ("https://toby.example", "link in footnote that is not cited"),
        ("https://kelly.example", "link in header, section 1"),
    ]


def test_a_table_says_what_it_is_and_rows_in_controls_keep_their_titles() -> None:
    captions = '<w:tblCaption w:val="Kelly"/><w:tblDescription w:val="Her moves"/>'
    assert [(text, where) for _, text, where, _ in beside(blocks(tbl(("a",), props=captions)))] == [
        ("Kelly", "alternative text of a table in table 1, row 1, column 1"),
        ("Her moves", "alternative text of a table in table 1, row 1, column 1"),
    ]
    row = f'<w:sdt><w:sdtPr><w:tag w:val="Kelly"/></w:sdtPr><w:sdtContent><w:tr><w:tc>{p("a")}</w:tc></w:tr></w:sdtContent></w:sdt>'
    assert beside(blocks(f"<w:tbl>{row}</w:tbl>"))[0][1] == "Kelly"


@pytest.mark.parametrize("string", ["DRAFT Kelly", "CONFIDENTIAL"])
def test_a_watermark_counts_as_the_story_in_which_it_stands(string: str) -> None:
    shape = p(old(f'<v:shape style="position:absolute;z-index:-1"><v:textpath string="{string}"/></v:shape>'))
    (found,) = (block for block in blocks("x", header=shape) if block.text == string)
    assert (found.part, found.address) == ("header", "decorative text or watermark in header, section 1")
    assert [block.part for block in blocks(p("x", shape.removeprefix("<w:p>").removesuffix("</w:p>")))] == [
        "body",
        "body",
    ]


def test_the_second_copy_of_a_drawing_gives_what_the_first_does_not() -> None:
    shown = picture(described="descr='Kelly'")
    drawn = f"<w:drawing><wp:inline>{shown}</wp:inline></w:drawing>"
    choice = f"<mc:Choice Requires='wps'>{drawn}</mc:Choice>"
    fallback = "<mc:Fallback><w:pict><v:shape alt='Toby'/><v:shape alt='Kelly'/></w:pict></mc:Fallback>"
    run = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    assert [text for part, text, *_ in beside(blocks(p("x", run))) if part == "alt-text"] == ["Kelly", "Toby"]


def test_what_stands_in_a_text_box_or_an_empty_paragraph_has_a_place_too() -> None:
    assert beside(blocks(p("x", textbox(p("y", marker("Kelly"))))))[0][2] == "bookmark in text box at paragraph 1"
    assert beside(blocks(p(marker("Kelly"))))[0][2] == "bookmark in paragraph 1"
    assert beside(blocks("x", header=p(marker("Kelly"))))[0][2] == "bookmark in header, section 1"


def test_a_control_that_shows_a_property_of_the_document_has_words_own_title() -> None:
    bound = '<w:alias w:val="Author"/><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:creator[1]"/>'
    assert beside(blocks(control(bound)))[0][3] is None


def test_comments_and_their_initials() -> None:
    found = blocks("x", comments={0: ("Kelly Thompson", "a")})
    assert [block.text for block in found if block.part == "comment"] == ["a", "Kelly Thompson"]
