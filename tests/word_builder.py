"""Word files from a few Python calls, as raw OOXML: `build(p("Mother said ", r("no", bold=True)), footnotes={1: "…"})`.

Content is a string: XML if it begins with "<", otherwise text. The house styles are those of a review report: Heading 1
counts chapters ("4"), Numbered Paragraph counts within them ("4.12"), Sub-paragraph below that ("(a)").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.word.envelope import WPS, package, part, surroundings
from tests.word.house_style import NUMBERING, STYLES

_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="709" w:footer="709" w:gutter="0"/>'
)
_MODERN = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
)
_SIZE = '<a:ext cx="3000000" cy="900000"/>'
_FRAME = '<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
_DATE = "2016-01-14T09:00:00Z"
_BLOCK = re.compile(
    r"<(w:(p|tbl|sdt|customXml|sectPr|bookmarkStart|bookmarkEnd|ins|del|moveTo|moveFrom|altChunk)|mc:\w+)\b|<!"
)


def r(
    *content: str,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    caps: bool = False,
    hidden: bool = False,
    color: str | None = None,
    size: int | None = None,
    highlight: str | None = None,
    shade: str | None = None,
    style: str | None = None,
) -> str:
    """A run; `size` in half-points, `color` and `shade` as RRGGBB."""
    told = "".join((
        f'<w:rStyle w:val="{style}"/>' if style else "",
        "<w:b/>" * bold, "<w:i/>" * italic, "<w:caps/>" * caps, "<w:vanish/>" * hidden,
        f'<w:color w:val="{color}"/>' if color else "",
        f'<w:sz w:val="{size}"/>' if size else "",
        f'<w:highlight w:val="{highlight}"/>' if highlight else "",
        '<w:u w:val="single"/>' * underline,
        f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "",
    ))  # fmt: skip
    inside = "".join(piece if piece.startswith("<") else t(piece) for piece in content)
    return f"<w:r>{f'<w:rPr>{told}</w:rPr>' if told else ''}{inside}</w:r>"


def t(text: str, tag: str = "t") -> str:
    """Text for a run; tabs and line breaks in it become Word's own."""
    lines = ["<w:tab/>".join(_text(piece, tag) for piece in line.split("\t")) for line in text.split("\n")]
    return "<w:br/>".join(lines)


def p(
    *content: str, style: str | None = None, num: tuple[int, int] | None = None, props: str = "", mark: str = ""
) -> str:
    """A paragraph; `num` is (numId, level), `props` more of w:pPr, `mark` the w:rPr of the paragraph mark."""
    told = "".join((
        f'<w:pStyle w:val="{style}"/>' if style else "",
        f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else "",
        props,
        f"<w:rPr>{mark}</w:rPr>" if mark else "",
    ))  # fmt: skip
    return f"<w:p>{f'<w:pPr>{told}</w:pPr>' if told else ''}{_runs(content)}</w:p>"


def h(text: str, level: int = 1) -> str:
    """A heading in Word's own heading style; level 1 is numbered."""
    return p(text, style=f"Heading{level}")


def para(*content: str) -> str:
    """A paragraph numbered within its chapter, "4.12"."""
    return p(*content, style="NumberedParagraph")


def sub(*content: str) -> str:
    """A sub-paragraph, "(a)"."""
    return p(*content, style="SubParagraph")


def bullet(*content: str) -> str:
    """An item with a bullet."""
    return p(*content, style="ListBullet")


def ins(*content: str, author: str = "Reviewer", tag: str = "ins") -> str:
    """Tracked insertion; tag="moveTo" for moved text."""
    return f'<w:{tag} w:id="901" w:author={quoteattr(author)} w:date="{_DATE}">{_runs(content)}</w:{tag}>'


def dele(*content: str, author: str = "Reviewer") -> str:
    """Tracked deletion."""
    inside = (
        _runs(content).replace("<w:t ", "<w:delText ").replace("<w:t>", "<w:delText>").replace("</w:t>", "</w:delText>")
    )
    return f'<w:del w:id="902" w:author={quoteattr(author)} w:date="{_DATE}">{inside}</w:del>'


def tbl(*rows: tuple[str, ...], props: str = "", head: bool = False) -> str:
    """A table; a cell is text, or XML of paragraphs (or a whole w:tc), a row a tuple of cells; `head` marks the first."""
    columns = max(len(row) for row in rows)
    grid = f'<w:gridCol w:w="{9026 // columns}"/>' * columns
    marked = ["<w:trPr><w:tblHeader/></w:trPr>" if head else "", *([""] * len(rows))]
    body = "".join(
        f"<w:tr>{mark}{''.join(tc(cell) for cell in row)}</w:tr>" for row, mark in zip(rows, marked, strict=False)
    )
    told = f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>{props}'
    return f"<w:tbl><w:tblPr>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def tc(content: str, props: str = "") -> str:
    """A cell of a table; one that ends with a table gets the empty paragraph that Word asks for."""
    if content.startswith(("<w:tc>", "<w:sdt>")):
        return content
    blocks = _blocks((content,))
    end = "<w:p/>" if blocks.endswith("</w:tbl>") else ""
    return f"<w:tc>{f'<w:tcPr>{props}</w:tcPr>' if props else ''}{blocks}{end}</w:tc>"


def sdt(*content: str, title: str = "") -> str:
    """A content control around runs, paragraphs, rows or cells."""
    told = f"<w:sdtPr><w:alias w:val={quoteattr(title)}/></w:sdtPr>" if title else "<w:sdtPr/>"
    return f"<w:sdt>{told}<w:sdtContent>{_runs(content)}</w:sdtContent></w:sdt>"


def link(*content: str, to: str = "") -> str:
    """A link to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{to}">{_runs(content)}</w:hyperlink>'


def textbox(*content: str, fallback: str | None = None, fill: str | None = None) -> str:
    """A run with a text box in both of Word's ways of writing one; `fallback` if the second copy says otherwise."""
    blocks = _blocks(content)
    second = blocks if fallback is None else _blocks((fallback,))
    filled = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>{_SIZE}</a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{filled}{_FRAME}</wps:spPr><wps:txbx><w:txbxContent>{blocks}'
        "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    drawing = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{_SIZE.replace("a:ext", "wp:extent")}'
        f'<wp:docPr id="7" name="Text Box 7"/><a:graphic><a:graphicData uri="{WPS}">{shape}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    old = f"<v:textbox><w:txbxContent>{second}</w:txbxContent></v:textbox>"
    picture = f'<w:pict><v:rect style="width:236pt;height:71pt">{old}</v:rect></w:pict>'
    copies = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{picture}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{copies}</mc:AlternateContent></w:r>"


def fn(note: int, kind: str = "footnote") -> str:
    """The mark of a footnote or endnote in the text."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{note}"/></w:r>'


def comment(number: int, *content: str) -> str:
    """Text on which comment `number` hangs."""
    mark = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{_runs(content)}<w:commentRangeEnd w:id="{number}"/>{mark}'


def field(code: str, *shown: str) -> str:
    """A field with its code and what it shows."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "separate", "end"))
    told = f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
    return f"{begin}{told}{separate}{_runs(shown)}{end}"


def build(
    *body: str,
    header: str | Mapping[str, str] | None = None,
    footer: str | Mapping[str, str] | None = None,
    footnotes: Mapping[int, str] | None = None,
    endnotes: Mapping[int, str] | None = None,
    comments: Mapping[int, tuple[str, str]] | None = None,
    styles: str = STYLES,
    numbering: str | None = NUMBERING,
    core: Mapping[str, str] | None = None,
    app: Mapping[str, str] | None = None,
    settings: str = "",
    section: str = "",
    extra: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A Word file. Headers are text or {"default" | "first" | "even": …}, comments {id: (author, text)}.

    `settings` and `section` are more XML for the settings and the section, `extra` more parts or other ones.
    """
    parts = {
        "styles": ("styles", part("styles", styles)),
        "settings": ("settings", part("settings", _MODERN + settings)),
    }
    if numbering is not None:
        parts["numbering"] = ("numbering", part("numbering", numbering))
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes is not None:
            told = (f'<w:{kind} w:id="{note}">{_blocks((content,))}</w:{kind}>' for note, content in notes.items())
            parts[kind + "s"] = (kind + "s", part(kind + "s", "".join(told)))
    if comments is not None:
        told = (_comment(number, author, content) for number, (author, content) in comments.items())
        parts["comments"] = ("comments", part("comments", "".join(told)))
    references = ""
    for kind, root, contents in (("header", "hdr", header), ("footer", "ftr", footer)):
        for pages, content in ({"default": contents} if isinstance(contents, str) else contents or {}).items():
            name = f"{kind}-{pages}"
            parts[name] = (kind, part(root, _blocks((content,))))
            references += f'<w:{kind}Reference w:type="{pages}" r:id="{name}"/>'
    first = "<w:titlePg/>" if "first" in references else ""
    end = f"<w:sectPr>{references}{_PAGE}{first}{section}</w:sectPr>"
    document = part("document", f"<w:body>{_blocks(body)}{end}</w:body>")
    return package({**surroundings(parts, document, core or {}, app or {}), **(extra or {})})


def _comment(number: int, author: str, content: str) -> str:
    signed = f'w:id="{number}" w:author={quoteattr(author)} w:initials="R" w:date="{_DATE}"'
    return f"<w:comment {signed}>{_blocks((content,))}</w:comment>"


def _runs(content: tuple[str, ...]) -> str:
    return "".join(piece if piece.startswith("<") else r(piece) for piece in content)


def _blocks(content: tuple[str, ...]) -> str:
    return "".join(piece if _BLOCK.match(piece) else p(piece) for piece in content)


def _text(text: str, tag: str) -> str:
    return f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>' if text else ""
