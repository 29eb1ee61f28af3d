"""A letter as a script for somebody who reads it out or records it: one sentence a line, numbers as they are said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from scr_docs.letters.formats.pieces import Piece
from scr_docs.names.text.sentences import sentences

_SAID: Mapping[str, str] = {
    "e.g.": "for example", "i.e.": "that is", "etc.": "and so on", "Dr": "Doctor", "Mr": "Mister", "Mrs": "Missis",
    "No.": "number", "&": "and",
}  # fmt: skip
_SHORT = re.compile(r"(?<![\w.])(?:e\.g\.|i\.e\.|etc\.|Dr|Mrs?|No\.(?= ?\d)|&)(?!\w)")
_LETTERS = re.compile(r"(?<![\w-])[A-Z]{2,3}(?![\w-])")
_ADDRESS = re.compile(
    r"(?<![\w.@/-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?:https?://|www\.)[^\s,;)]{1,200}"
)
_POSTCODE = re.compile(r"(?<!\w)([A-Z]{1,2}\d[A-Z\d]?)[ \u00a0](\d[A-Z]{2})(?!\w)")
_PHONE = re.compile(r"(?<![\w-])(?:\+44[ \u00a0]?|0)(?:[ \u00a0-]?\d){8,11}(?![\w-])")
_TIME = re.compile(r"(?<![\w:.])(\d{1,2})(?:[:.](\d{2}))?[ \u00a0]?(am|pm)(?!\w)")
_CODE = re.compile(r"(?<![\w-])(?=[A-Z0-9-]{0,40}\d)[A-Z0-9]{1,10}(?:-[A-Z0-9]{1,10}){1,5}(?![\w-])")
_SIGNS = {".": "dot", "@": "at", "-": "dash", "_": "underscore", "/": "slash", "+": "plus", ":": "colon"}


def read_aloud(pieces: Sequence[Piece]) -> str:
    """The script. What the reader says of the form of the letter stands in square brackets."""
    lines: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        if not (piece.joined or (before is not None and before.kind == piece.kind and piece.kind in {"item", "row"})):
            lines.append("")
        lines += _said(piece, first=before is None or before.kind != piece.kind)
        before = piece
    return "\n".join(lines).strip() + "\n"


def _said(piece: Piece, *, first: bool) -> list[str]:
    if piece.kind == "heading":
        return [f"[Heading] {spoken(piece.text)}"]
    if piece.kind == "item":
        told = "\n".join(_sentences(piece.text))
        return [*(["[A list]"] if first else []), f"[Point] {told}"]
    if piece.kind == "row":
        label, *values = piece.cells
        told = ". ".join(spoken(value).replace("\n", ", ") for value in values)
        return [*(["[A box]"] if first else []), f"{spoken(label)}: {told}"]
    if piece.kind == "picture":
        return [f"[A picture: {spoken(piece.text)}]"]
    return [*(["[From]"] if first and piece.kind == "letterhead" else []), *_sentences(piece.text)]


def _sentences(text: str) -> list[str]:
    """The sentences of a paragraph, each as it is said."""
    return [spoken(line[start:end]) for line in text.split("\n") for start, end in sentences(line)]


def spoken(text: str) -> str:
    """The text as a person would say it: numbers figure by figure, addresses sign by sign, short forms in full."""
    kept: list[str] = []

    def keep(words: str) -> str:
        kept.append(words)
        return f"\ue000{len(kept) - 1}\ue001"

    text = _ADDRESS.sub(lambda found: keep(_address(found[0])), text)
    text = _POSTCODE.sub(lambda found: keep(f"{' '.join(found[1])}, {' '.join(found[2])}"), text)
    text = _PHONE.sub(lambda found: keep(_number(found[0])), text)
    text = _CODE.sub(lambda found: keep(_code(found[0])), text)
    text = _TIME.sub(lambda found: keep(_time(found[1], found[2], found[3])), text)
    text = _SHORT.sub(lambda found: _SAID[found[0]], text)
    text = _LETTERS.sub(lambda found: " ".join(found[0]), text)
    text = text.replace("\u00a0", " ")
    return re.sub("\ue000(\\d{1,4})\ue001", lambda found: kept[int(found[1])], text)


def _number(number: str) -> str:
    """A telephone number in groups of figures: "0 1 6 3 2, 9 6 0, 1 4 7"."""
    groups = [re.sub(r"\D", "", group) for group in re.split(r"[ \u00a0-]", number)]
    plus = "plus " if number.startswith("+") else ""
    short = (
        group[at : at + 3] if len(group) == 6 else group
        for group in groups
        for at in ((0, 3) if len(group) == 6 else (0,))
    )
    return plus + ", ".join(" ".join(group) for group in short if group)


def _address(address: str) -> str:
    tail = "." if address.endswith(".") else ""
    plain = re.sub(r"^https?://|/$", "", address.removesuffix("."))
    pieces = (_SIGNS.get(piece, piece) for piece in re.split(r"([.@_/+:-])", plain) if piece)
    return " ".join(" ".join(piece) if piece == "www" else piece for piece in pieces) + tail


def _code(code: str) -> str:
    return " dash ".join(" ".join(group) for group in code.split("-"))


def _time(hour: str, minute: str | None, half: str) -> str:
    return " ".join([hour, *([minute] if minute and minute != "00" else []), " ".join(half)])
