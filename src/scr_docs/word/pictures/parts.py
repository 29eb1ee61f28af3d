"""Pictures in the package: not their pixels, but what is written in the file around the pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scr_docs.word.container.source import Source
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import as_text
from scr_docs.word.pictures.picture import PictureError, is_picture, picture_data

FIRST_PAGE = "a picture of the first page as it was when it was saved"

_OF_WORDS = (b"\x01\0\0\0", b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x02\0\x09\0", b"\x1f\x8b", b"<", b"\xef\xbb\xbf<")
"""How those kinds of pictures begin that may hold text as text: EMF, WMF, SVG, and these packed."""


def picture(source: Source) -> Iterator[Found]:
    """What a picture file says of itself."""
    shown_at = f", {source.shown_at}" if source.shown_at else ""
    return _said(source, f"picture {source.shown}{shown_at}")


def thumbnail(source: Source) -> Iterator[Found]:
    """The small picture of the first page, and what it says of itself."""
    where = f"thumbnail {source.shown}"
    yield Found("picture", FIRST_PAGE, where, "thumbnail")
    yield from _said(source, where)


def _said(source: Source, where: str) -> Iterator[Found]:
    for data in source.data():
        if not data:
            continue
        try:
            for found in picture_data(data):
                yield replace(found, where=f"{where} > {found.where}")
        except PictureError as error:
            # Nobody reads pixels, so a damaged photograph hides no words; a drawing and an unknown kind may.
            if not is_picture(data) or data.startswith(_OF_WORDS):
                source.cannot_read(str(error))
                if text := as_text(data):
                    yield Found("picture", text.strip(), where, "picture-data")
