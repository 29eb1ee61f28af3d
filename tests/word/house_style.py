"""The styles and lists of the reports that the tests build: A4, Arial 11, British English, chapters and paragraphs counted."""

from __future__ import annotations


def _paragraph(name: str, *, based: str = "Normal", props: str = "", run: str = "", style_id: str = "") -> str:
    style_id = style_id or name.title().replace(" ", "").replace("-", "")
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
        f"<w:qFormat/><w:pPr>{props}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int, size: int, before: int) -> str:
    counted = '<w:numPr><w:numId w:val="1"/></w:numPr>' if level == 1 else ""
    props = f'<w:keepNext/>{counted}<w:spacing w:before="{before}" w:after="120"/><w:outlineLvl w:val="{level - 1}"/>'
    return _paragraph(f"heading {level}", props=props, run=f'<w:b/><w:sz w:val="{size}"/>', style_id=f"Heading{level}")


def _counted(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


STYLES = "".join((
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/>'
    '<w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>'
    '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>',
    *(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")),
    "</w:tblBorders></w:tblPr></w:style>",
    _paragraph("Title", props='<w:spacing w:after="240"/>', run='<w:b/><w:sz w:val="44"/>'),
    _heading(1, 32, 360),
    _heading(2, 26, 240),
    _heading(3, 24, 240),
    _heading(4, 22, 240),
    _paragraph("Numbered Paragraph", props=_counted(1)),
    _paragraph("Sub-paragraph", props=_counted(2), style_id="SubParagraph"),
    _paragraph("List Bullet", props='<w:numPr><w:numId w:val="2"/></w:numPr>'),
    _paragraph("Recommendation", props='<w:numPr><w:numId w:val="3"/></w:numPr>'),
    _paragraph("toc 1", style_id="TOC1"),
    _paragraph("toc 2", style_id="TOC2", props='<w:ind w:left="220"/>'),
    _paragraph("TOC Heading", based="Heading1", props='<w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/>', style_id="TOCHeading"),
    _paragraph("Quote", props='<w:ind w:left="567" w:right="567"/>', run="<w:i/>"),
    _paragraph("header", style_id="Header"),
    _paragraph("footer", style_id="Footer"),
    _paragraph("footnote text", style_id="FootnoteText", run='<w:sz w:val="18"/>'),
    '<w:style w:type="character" w:styleId="Hidden"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>',
))  # fmt: skip


def level(index: int, text: str, *, format_: str = "decimal", style: str = "", more: str = "", indent: int = 0) -> str:
    """One w:lvl of a list; `more` is XML that stands before the text, such as w:isLgl."""
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{linked}{more}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent or 720}" w:hanging="720"/></w:pPr></w:lvl>'
    )


def abstract(number: int, *levels: str, more: str = "") -> str:
    """One w:abstractNum."""
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}</w:abstractNum>'


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
