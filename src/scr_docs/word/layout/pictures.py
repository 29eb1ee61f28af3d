"""Barriers in pictures: none to hear in place of one, one that floats, a watermark behind the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.model import Barrier
from scr_docs.word.markup.xml import MC, OFFICE, WP, Element, V, W

_FILE_NAME = re.compile(
    r".{1,80}\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)|(?:image|picture|img|screenshot|graphic)[ _-]?\d{0,8}",
    re.IGNORECASE,
)
_BOX = W + "txbxContent"


def in_pictures(root: Element, address: str) -> Iterator[tuple[Barrier, Element]]:
    """The barriers of the pictures below an element, each with the picture; `address` is where they stand."""
    for picture in root.iter(WP + "inline", WP + "anchor"):
        if next(picture.iterancestors(MC + "Fallback"), None) is not None or not _is_picture(picture):
            continue
        described = picture.find(WP + "docPr")
        if described is not None and not _is_decorative(described):
            yield from ((one, picture) for one in _described(described.get("descr") or described.get("title"), address))
        if picture.tag == WP + "anchor" and picture.get("behindDoc", "0") in ("0", "false"):
            yield Barrier("floating-picture", address=address), picture
    for shape in root.iter(V + "shape"):
        if next(shape.iterancestors(MC + "Fallback"), None) is not None:
            continue
        if "WaterMark" in shape.get("id", "") or shape.find(V + "textpath") is not None:
            yield Barrier("watermark", address=address), shape
        elif shape.find(V + "imagedata") is not None and next(shape.iterancestors(W + "object"), None) is None:
            yield from ((one, shape) for one in _described(shape.get("alt") or shape.get(OFFICE + "title"), address))


def _described(told: str | None, address: str) -> Iterator[Barrier]:
    text = (told or "").strip()
    if not text:
        yield Barrier("no-alt-text", address=address)
    elif _FILE_NAME.fullmatch(text):
        yield Barrier("file-name-as-alt-text", address=address, told=text)


def _is_picture(drawing: Element) -> bool:
    """Whether it shows something that is not text: a picture, a chart, a diagram."""
    return (
        next(drawing.iter("{*}pic", "{*}chart", "{*}relIds"), None) is not None
        and next(drawing.iter(_BOX), None) is None
    )


def _is_decorative(described: Element) -> bool:
    return any(one.get("val", "1") in ("1", "true") for one in described.iter("{*}decorative"))
