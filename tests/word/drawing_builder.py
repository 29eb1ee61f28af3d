"""Drawings for Word files: pictures and shapes, where they stand, in Word's new way of writing them and its old one."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from tests.word.envelope import WPS
from tests.word_builder import p

_GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/"
BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'


def shape(*, text: str = "", fill: str = BLACK, style: str = "") -> str:
    """A wps:wsp, with a text box in it if there is text."""
    box = f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>" if text else ""
    inside = f"<wps:wsp><wps:spPr>{fill}</wps:spPr>{style}{box}</wps:wsp>"
    return f'<a:graphic><a:graphicData uri="{WPS}">{inside}</a:graphicData></a:graphic>'


def picture(*, name: str = "Picture 1", more: str = "", blip: str = "", described: str = "", inside: str = "") -> str:
    """A pic:pic; `more` stands after the blip, `inside` in it, `blip` and `described` are attributes."""
    named = f"<pic:nvPicPr><pic:cNvPr id='0' name={quoteattr(name)} {described}/></pic:nvPicPr>"
    filled = f"<pic:blipFill><a:blip {blip}>{inside}</a:blip>{more}</pic:blipFill>"
    return (
        f'<a:graphic><a:graphicData uri="{_GRAPHIC}picture"><pic:pic>{named}{filled}</pic:pic></a:graphicData>'
        "</a:graphic>"
    )


def anchored(
    graphic: str,
    *,
    across: int = 0,
    down: int = 0,
    relative: tuple[str, str] = ("page", "page"),
    wrap: str = "wrapNone",
    behind: bool = False,
    described: str = "",
    inside: str = "",
) -> str:
    """A run with a drawing that floats; `described` are attributes of its wp:docPr, `inside` stands in that."""
    places = "".join(
        f'<wp:position{axis} relativeFrom="{to}"><wp:posOffset>{offset}</wp:posOffset></wp:position{axis}>'
        for axis, to, offset in zip("HV", relative, (across, down), strict=True)
    )
    named = f'<wp:docPr id="1" name="Shape 1" {described}>{inside}</wp:docPr>'
    return (
        f'<w:r><w:drawing><wp:anchor behindDoc="{int(behind)}">{places}<wp:extent cx="900000" cy="300000"/>'
        f"<wp:{wrap}/>{named}{graphic}</wp:anchor></w:drawing></w:r>"
    )


def inline(graphic: str, *, described: str = "", inside: str = "") -> str:
    """A run with a drawing that stands in the line."""
    named = f'<wp:docPr id="1" name="Picture 1" {described}>{inside}</wp:docPr>'
    return f'<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>{named}{graphic}</wp:inline></w:drawing></w:r>'


def old(inside: str) -> str:
    """A run with a shape in the old way of writing."""
    return f"<w:r><w:pict>{inside}</w:pict></w:r>"
