"""What drawings, pictures and shapes say beside the text in them: descriptions, names, links, crops, strings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scr_docs.model import Trait
from scr_docs.word.container.relationships import Relationship
from scr_docs.word.looks.sheet import Sheet
from scr_docs.word.looks.standing import has_picture, place
from scr_docs.word.markup.xml import OFFICE, A, Element, R, V, W, number
from scr_docs.word.paragraphs.aside import Aside, local_path
from scr_docs.word.paragraphs.boxes import TXBODY, TXBX
from scr_docs.word.paragraphs.names import is_given_by_program

DRAWN = frozenset({W + "drawing", W + "pict", W + "object", W + "control"})

_TOLD = (
    "{*}docPr", "{*}cNvPr", V + "*", OFFICE + "signatureline", A + "blip", A + "srcRect", "{*}imgLayer",
    A + "hlinkClick", A + "hlinkHover", "{*}webVideoPr", "{*}anchor", "{*}inline", W + "control",
    "{*}videoFile", "{*}audioFile",
)  # fmt: skip
_SIDES = ("cropleft", "croptop", "cropright", "cropbottom")
_CUT_OFF = "a picture that is cropped: the part cut off is still in the file"
_BEHIND = "a picture with an effect: the original is still in the file"
_CROPPED = Aside("picture", _CUT_OFF, "picture", "cropped-picture")
_EFFECT = Aside("picture", _BEHIND, "picture", "cropped-picture")
_OFF = Aside("picture", "a picture that stands off the page or is switched off", "picture", "off-page")
_IN_FRONT = Aside("covered", "a filled shape in front of the text", "shape", "covering-shape")
_PICTURE_IN_FRONT = Aside("covered", "a picture in front of the text", "picture", "covering-shape")


def drawn(element: Element, links: Mapping[str, Relationship], sheet: Sheet) -> Iterator[Aside]:
    """Everything that a drawing says, but for the text boxes in it, which are stories of their own."""
    inside = {piece for box in element.iter(TXBX) for piece in box.iter(*_TOLD)}
    for piece in element.iter(*_TOLD):
        if piece in inside:
            continue
        tag = piece.tag
        if tag.startswith(V):
            yield from _old(piece, links, sheet)
        else:
            yield from _new(piece, tag.rpartition("}")[2], links, sheet)


def _new(piece: Element, name: str, links: Mapping[str, Relationship], sheet: Sheet) -> Iterator[Aside]:
    if name in ("docPr", "cNvPr", "control"):
        yield from _described(piece, ("descr", "title"))
        yield from _named(piece.get("name", piece.get(W + "name", "")))
    elif name in ("anchor", "inline"):
        yield from _standing(piece, sheet)
    elif name in ("srcRect", "imgLayer"):
        yield from _altered(piece, name)
    elif name in ("hlinkClick", "hlinkHover"):
        if text := piece.get("tooltip"):
            yield Aside("link", text, "tip of a link", local_path(text))
        yield from _linked(piece.get(R + "id"), links)
    elif name in ("signatureline", "webVideoPr"):
        yield from _seldom(piece, name)
    else:
        yield from _linked(piece.get(R + "link"), links, file=True)


def _altered(piece: Element, name: str) -> Iterator[Aside]:
    """That more of a picture is in the file than is shown."""
    if name == "imgLayer":
        yield _EFFECT
    elif any(_share(piece.get(side, "0")) > 0 for side in "ltrb"):
        yield _CROPPED


def _seldom(piece: Element, name: str) -> Iterator[Aside]:
    if name == "signatureline":
        for key, value in piece.items():
            told = str(key).removeprefix(OFFICE).startswith(("suggestedsigner", "signinginstructions"))
            if told and str(value).strip():
                yield Aside("field", str(value), "signature line", "signature")
    elif text := piece.get("embeddedHtml"):
        yield Aside("link", text, "video")


def _old(piece: Element, links: Mapping[str, Relationship], sheet: Sheet) -> Iterator[Aside]:
    name = piece.tag.removeprefix(V)
    if name == "shapetype":
        return
    if name == "textpath":
        if text := piece.get("string", "").strip():
            yield Aside(None, text, "decorative text or watermark")
        return
    yield from _described(piece, ("alt", "title", OFFICE + "title"))
    yield from _named(piece.get("id", "").replace("_x0020_", " "))
    for key in ("href", OFFICE + "href", "src"):
        if text := piece.get(key, ""):
            yield Aside("link", text, "link", local_path(text))
    if name == "imagedata":
        yield from _linked(piece.get(R + "href"), links, file=True)
        yield from _linked(piece.get(R + "pict"), links, file=True)
        if any(_share(piece.get(side, "0")) > 0 for side in _SIDES):
            yield _CROPPED
    parent = piece.getparent()
    if parent is not None and parent.tag in DRAWN:
        yield from _standing(piece, sheet)


def _described(piece: Element, keys: tuple[str, ...]) -> Iterator[Aside]:
    for key in keys:
        if text := piece.get(key, "").strip():
            yield Aside("alt-text", text, "alternative text", local_path(text))


def _named(name: str) -> Iterator[Aside]:
    if not is_given_by_program(name):
        yield Aside("alt-text", name, "name of a picture or shape", local_path(name))


def _standing(shape: Element, sheet: Sheet) -> Iterator[Aside]:
    """That a shape without text hides something; one with text says so itself."""
    if next(shape.iter(TXBX, TXBODY), None) is not None:
        return
    found = place(shape, sheet)
    if found == "covering-shape":
        yield _PICTURE_IN_FRONT if has_picture(shape) else _IN_FRONT
    elif found == "off-page" and has_picture(shape):
        yield _OFF


def _linked(id_: str | None, links: Mapping[str, Relationship], *, file: bool = False) -> Iterator[Aside]:
    arrow = links.get(id_ or "")
    if arrow is not None and arrow.written and (arrow.external or not file):
        trait: Trait | None = "linked-file" if file else local_path(arrow.written)
        yield Aside("link", arrow.written, "linked picture or file" if file else "link", trait)


def _share(text: str) -> float:
    """How much is cut off: in thousandths of a percent, in percent, or in 65,536ths as older shapes say it."""
    whole = number(text.removesuffix("f"))
    if whole is not None:
        return float(whole)
    try:
        return float(text.removesuffix("%"))
    except ValueError:
        return 0.0
