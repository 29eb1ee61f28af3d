"""The document properties in a compound file: the title, the author, and those that somebody added."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import legible

_SUMMARY, _DOCUMENT = (
    bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9"),
    bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae"),
)
_TITLES = {
    _SUMMARY: {
        2: "Title", 3: "Subject", 4: "Author", 5: "Keywords", 6: "Comments", 7: "Template", 8: "Last modified by",
        9: "Revision", 18: "Program",
    },
    _DOCUMENT: {2: "Category", 3: "Presentation format", 13: "Titles of parts", 14: "Manager", 15: "Company"},
}  # fmt: skip
_LPSTR, _LPWSTR, _VECTOR = 30, 31, 0x1000
_MOST = 2_000
_LONGEST = 100_000


def summary(data: bytes) -> Iterator[Found]:
    """Every text in a property stream under the name that Office gives it; text beyond those, as it stands."""
    seen: list[str] = []
    # Values of a damaged file may lie over one another, so that it would say more than it holds.
    left = 4 * len(data)
    sections = min(_u32(data, 24), 4)
    for section in range(sections):
        kind, start = data[28 + 20 * section : 44 + 20 * section], _u32(data, 44 + 20 * section)
        titles, coding = _TITLES.get(kind, {}), _code_page(data, start)
        for number, place in _entries(data, start):
            for text in _texts(data, start + place, coding):
                left -= len(text) + 8
                if left < 0:
                    return
                if text:
                    seen.append(text)
                    where = f"document properties > {titles.get(number, f'property {number}')}"
                    yield Found("embedded", text, where, "embedded-file")
    known = "\n".join(seen)[:_LONGEST]
    for text in legible(data[28 + 20 * sections :]):
        if text not in known:
            yield Found("embedded", text, "document properties")


def _entries(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    for index in range(min(_u32(data, start + 4), _MOST, len(data) // 8)):
        yield _u32(data, start + 8 + 8 * index), _u32(data, start + 12 + 8 * index)


def _code_page(data: bytes, start: int) -> str:
    for number, place in _entries(data, start):
        if number == 1:
            page = int.from_bytes(data[start + place + 4 : start + place + 6], "little")
            return {1200: "utf-16-le", 65001: "utf-8"}.get(page, f"cp{page}" if 1250 <= page <= 1258 else "cp1252")
    return "cp1252"


def _texts(data: bytes, at: int, coding: str) -> Iterator[str]:
    """The texts of one value, which is one text or a list of them; some may be empty."""
    kind = _u32(data, at)
    count, at = (min(_u32(data, at + 4), _MOST), at + 8) if kind & _VECTOR else (1, at + 4)
    for _ in range(count):
        if kind & ~_VECTOR == _LPSTR:
            size, code = _u32(data, at), coding
        elif kind & ~_VECTOR == _LPWSTR:
            size, code = 2 * _u32(data, at), "utf-16-le"
        else:
            return
        if at + 4 + size > len(data):
            return
        yield data[at + 4 : at + 4 + size].decode(code, "replace").strip("\0 ")
        at += 4 + size + (-size % 4 if code == "utf-16-le" else 0)


def _u32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")
