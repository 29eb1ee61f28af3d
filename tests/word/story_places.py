"""Every place within the stories in which a Word file can hold a text: how to make one, and how it must be told."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.word.other_places import NAME, Place
from tests.word.part_builder import Far, made
from tests.word_builder import build, comment, dele, field, fn, h, ins, link, p, r, sdt, tbl, textbox

_PARA = "body > paragraph 1"


def _body(*body: str, **around: object) -> Callable[[], bytes]:
    return lambda: build(*body, **around)  # type: ignore[arg-type]


def _in(tag: str, inside: str, **attributes: str) -> str:
    told = "".join(f' w:{key}="{escape(value)}"' for key, value in attributes.items())
    return f"<w:{tag}{told}>{inside}</w:{tag}>"


def _told(properties: str) -> str:
    """A content control that keeps something beside its text."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{r('shown')}</w:sdtContent></w:sdt>"


def _drawn(*, attributes: str = "", inside: str = "") -> str:
    """A picture in a paragraph."""
    return p(
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='Picture 1' "
        + attributes
        + "/>"
        + inside
        + "</wp:inline></w:drawing></w:r>"
    )


def _form(inside: str) -> str:
    return p(
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "x",
    )


def _half(text: str) -> tuple[str, str]:
    return text[:5], text[5:]


_FIRST, _LAST = _half(NAME)

STORY_PLACES = (
    Place("paragraph", _body(NAME), "body", _PARA),
    Place("heading", _body(h(NAME)), "body", "body > heading"),
    Place("split runs", _body(p(r(_FIRST), "<w:proofErr w:type='spellStart'/>", r(_LAST, bold=True))), "body", _PARA),
    Place("cell", _body(tbl(("x", NAME))), "table", "body > table 1, row 1, column 2"),
    Place("inner table", _body(tbl((tbl((NAME,)),))), "table", "table inside it, row 1, column 1"),
    Place("insertion", _body(p("x", ins(NAME))), "body", _PARA),
    Place("deletion", _body(p("x", dele(NAME))), "deleted", "deleted text in paragraph 1", "deleted"),
    Place("author of a change", _body(p("x", ins("y", author=NAME))), "properties", "author of tracked changes", "author"),
    Place("deleted row", _body(f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{p(NAME)}</w:tc></w:tr></w:tbl>"), "deleted", "deleted text in table 1, row 1, column 1", "deleted"),
    Place("comment", _body(p(comment(0, "x")), comments={0: ("A", NAME)}), "comment", "comment 1 on paragraph 1", "comment"),
    Place("author of a comment", _body(p(comment(0, "x")), comments={0: (NAME, "y")}), "comment", "author of comment 1", "author"),
    Place("content control", _body(sdt(p(NAME))), "body", _PARA),
    Place("title of a content control", _body(p(sdt("x", title=NAME))), "field", "title of a form field in paragraph 1", "control-list"),
    Place("tag of a content control", _body(p(_told(f'<w:tag w:val="{NAME}"/>'))), "field", "tag of a form field in paragraph 1", "control-list"),
    Place("choice", _body(p(_told(f'<w:dropDownList><w:listItem w:displayText="{NAME}" w:value="1"/></w:dropDownList>'))), "field", "choice in a form field in paragraph 1", "control-list"),
    Place("help of an old form field", _body(_form(f'<w:helpText w:type="text" w:val="{NAME}"/>')), "field", "help of a form field in paragraph 1", "control-list"),
    Place("default of an old form field", _body(_form(f'<w:textInput><w:default w:val="{NAME}"/></w:textInput>')), "field", "default text of a form field in paragraph 1", "control-list"),
    Place("header", _body("x", header=NAME), "header", "header, section 1"),
    Place("header of the first page", _body("x", header={"first": NAME}), "header", "header (first page), section 1"),
    Place("header of even pages that is off", _body("x", header={"even": NAME}), "header", "header (even pages), section 1", "unused-header"),
    Place("footer", _body("x", footer=NAME), "footer", "footer, section 1"),
    Place("footnote", _body(p("x", fn(1)), footnotes={1: NAME}), "footnote", "footnote 1, cited in paragraph 1"),
    Place("endnote", _body(p("x", fn(1, "endnote")), endnotes={1: NAME}), "endnote", "endnote i, cited in paragraph 1"),
    Place("text box", _body(p("x", textbox(NAME))), "textbox", "text box at paragraph 1"),
    Place("second copy of a text box", _body(p("x", textbox("y", fallback=NAME))), "textbox", "text box 2 at paragraph 1"),
    Place("address of a link", lambda: made(Far("hyperlink", f"http://x/{NAME}"), body=(p('<w:hyperlink r:id="far">' + r("x") + "</w:hyperlink>"),)), "link", "link in paragraph 1"),
    Place("tip of a link", _body(p(_in("hyperlink", r("x"), anchor="y", tooltip=NAME))), "link", "tip of a link in paragraph 1"),
    Place("text of a link", _body(p(link(NAME, to="x"))), "body", _PARA),
    Place("code of a field", _body(p(field(f' MERGEFIELD "{NAME}" ', "x"))), "field", "field in paragraph 1"),
    Place("entry of the index", _body(p("x", field(f' XE "{NAME}" '))), "field", "field in paragraph 1", "hidden-field"),
    Place("path in a field", _body(p(field(f' INCLUDETEXT "C:\\\\Users\\\\{NAME}\\\\x.docx" ', "x"))), "field", "field in paragraph 1", "local-path"),
    Place("what a field shows", _body(p(_in("fldSimple", r(NAME), instr=" TITLE "))), "body", _PARA),
    Place("bookmark", _body(p(f'<w:bookmarkStart w:id="1" w:name="{NAME}"/>', "x")), "bookmark", "bookmark in paragraph 1"),
    Place("editor", _body(p(f'<w:permStart w:id="1" w:ed="{NAME}"/>', "x")), "settings", "permission to edit in paragraph 1", "permission"),
    Place("description of a picture", _body(_drawn(attributes=f"descr='{NAME}'"), "x"), "alt-text", "alternative text in paragraph 1"),
    Place("name of a picture", lambda: build(_drawn().replace("Picture 1", f"{NAME}.jpg"), "x"), "alt-text", "name of a picture or shape in paragraph 1"),
    Place("caption of a table", _body(tbl(("x",), props=f'<w:tblCaption w:val="{NAME}"/>')), "alt-text", "alternative text of a table"),
    Place("watermark", _body("x", header=p(f'<w:r><w:pict><v:shape><v:textpath string="{NAME}"/></v:shape></w:pict></w:r>')), "header", "decorative text or watermark in header, section 1"),
    Place("smart tag", _body(p(f'<w:smartTag w:element="PersonName">{r(NAME)}</w:smartTag>')), "body", _PARA),
    Place("value of a smart tag", _body(p(f'<w:smartTag w:element="x"><w:smartTagPr><w:attr w:name="a" w:val="{NAME}"/></w:smartTagPr>{r("x")}</w:smartTag>')), "custom-xml", "hidden tag in paragraph 1", "custom-xml"),
    Place("ruby text", _body(p(f"<w:r><w:ruby><w:rt>{r(NAME)}</w:rt><w:rubyBase>{r('x')}</w:rubyBase></w:ruby></w:r>")), "body", _PARA),
    Place("formula", _body(p(f"<m:oMath><m:r><m:t>{NAME}</m:t></m:r></m:oMath>")), "body", _PARA),
    Place("title of the document", _body("x", core={"title": NAME}), "properties", "document properties > Title (docProps/core.xml)", "property"),
    Place("author of the document", _body("x", core={"creator": NAME}), "properties", "document properties > Author (docProps/core.xml)", "author"),
    Place("last person who saved", _body("x", core={"lastModifiedBy": NAME}), "properties", "document properties > Last modified by", "author"),
    Place("manager", _body("x", app={"Manager": NAME}), "properties", "document properties > Manager (docProps/app.xml)", "author"),
    Place("company", _body("x", app={"Company": NAME}), "properties", "document properties > Company (docProps/app.xml)", "property"),
)  # fmt: skip
