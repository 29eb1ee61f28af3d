"""The styles and lists of the reports that the tests build: Arial 11, British English, paragraphs by chapter."""

from __future__ import annotations


def style(
    name: str,
    *,
    based: str = "",
    props: str = "",
    run: str = "",
    more: str = "",
    style_id: str = "",
    kind: str = "paragraph",
    default: bool = False,
) -> str:
    """One w:style; its id is the name without spaces unless it is told."""
    style_id = style_id or name.replace(" ", "").replace("-", "")
    usual = 'w:default="1" ' if default else ""
    attributes = f'w:type="{kind}" {usual}w:styleId="{style_id}"'
    told = "".join((
        f'<w:name w:val="{name}"/>',
        f'<w:basedOn w:val="{based}"/>' if based else "",
        "<w:qFormat/>" if kind == "paragraph" else "",
        f"<w:pPr>{props}</w:pPr>" if props else "",
        f"<w:rPr>{run}</w:rPr>" if run else "",
        more,
    ))  # fmt: skip
    return f"<w:style {attributes}>{told}</w:style>"


def listed(number: int, level: int = 0) -> str:
    """The w:numPr of a paragraph or style in list `number`."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _heading(level: int, size: int, before: int) -> str:
    spacing = f'<w:spacing w:before="{before}" w:after="120"/><w:outlineLvl w:val="{level - 1}"/>'
    props = f"<w:keepNext/>{listed(1) if level == 1 else ''}{spacing}"
    run = f'<w:b/><w:sz w:val="{size}"/>'
    return style(f"heading {level}", based="Normal", props=props, run=run, style_id=f"Heading{level}")


_FONTS = (
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
)
_LANGUAGE = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
_SPACING = '<w:spacing w:after="160" w:line="276" w:lineRule="auto"/>'
_DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}{_LANGUAGE}</w:rPr></w:rPrDefault>"
    f"<w:pPrDefault><w:pPr>{_SPACING}</w:pPr></w:pPrDefault></w:docDefaults>"
)
_MARGINS = '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in _EDGES)
_BORDERS = f"<w:tblBorders>{_LINES}</w:tblBorders>"

STYLES = "".join((
    _DEFAULTS,
    style("Normal", default=True),
    style("Default Paragraph Font", kind="character", default=True),
    style("Normal Table", kind="table", default=True, more=f"<w:tblPr>{_MARGINS}</w:tblPr>"),
    style("Table Grid", kind="table", based="NormalTable", more=f"<w:tblPr>{_BORDERS}</w:tblPr>"),
    style("Title", based="Normal", props='<w:spacing w:after="240"/>', run='<w:b/><w:sz w:val="44"/>'),
    _heading(1, 32, 360),
    _heading(2, 26, 240),
    _heading(3, 24, 240),
    _heading(4, 22, 240),
    style("Numbered Paragraph", based="Normal", props=listed(1, 1)),
    style("Sub-paragraph", based="Normal", props=listed(1, 2), style_id="SubParagraph"),
    style("List Bullet", based="Normal", props=listed(2)),
    style("Recommendation", based="Normal", props=listed(3)),
    style("toc 1", based="Normal", style_id="TOC1"),
    style("toc 2", based="Normal", style_id="TOC2", props='<w:ind w:left="220"/>'),
    style("TOC Heading", based="Heading1", props=f'{listed(0)}<w:outlineLvl w:val="9"/>'),
    style("Quote", based="Normal", props='<w:ind w:left="567" w:right="567"/>', run="<w:i/>"),
    style("header", based="Normal", style_id="Header"),
    style("footer", based="Normal", style_id="Footer"),
    style("footnote text", based="Normal", style_id="FootnoteText", run='<w:sz w:val="18"/>'),
    style("Hidden", kind="character", run="<w:vanish/>"),
    style("Hyperlink", kind="character", run='<w:color w:val="0563C1"/><w:u w:val="single"/>'),
))  # fmt: skip


def level(
    index: int, text: str, *, format_: str = "decimal", style: str = "", more: str = "", indent: int = 720
) -> str:
    """One w:lvl of a list; `more` is XML that stands before the text, such as w:isLgl."""
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    counted = f'<w:start w:val="1"/><w:numFmt w:val="{format_}"/>{linked}{more}<w:lvlText w:val="{text}"/>'
    placed = f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="720"/></w:pPr>'
    return f'<w:lvl w:ilvl="{index}">{counted}{placed}</w:lvl>'


def abstract(number: int, *levels: str, more: str = "") -> str:
    """One w:abstractNum."""
    told = f'<w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}'
    return f'<w:abstractNum w:abstractNumId="{number}">{told}</w:abstractNum>'


def num(number: int, of: int, *overrides: str) -> str:
    """One w:num of the list design `of`."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def start(index: int, at: int) -> str:
    """An override that begins a level anew."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


NUMBERING = "".join((
    abstract(
        1,
        level(0, "%1", style="Heading1"),
        level(1, "%1.%2", style="NumberedParagraph"),
        level(2, "(%3)", format_="lowerLetter", style="SubParagraph", indent=1287),
    ),
    abstract(2, level(0, "\u2022", format_="bullet", style="ListBullet")),
    abstract(3, level(0, "Recommendation %1:", style="Recommendation", indent=2200)),
    abstract(4, level(0, "%1."), level(1, "%1.%2."), level(2, "%3)", format_="lowerRoman")),
    *(num(number, number) for number in (1, 2, 3, 4)),
))  # fmt: skip
