r"""The texts of a Rich Text (RTF) file: what it shows, and its comments, properties and other groups set aside (\*)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scr_docs.word.embedded.rtf_words import DULL, ENDS, HEXADECIMAL, PLACES, SIGNS, ole1
from scr_docs.word.markup.found import Found, Inner
from scr_docs.word.markup.xml import PartError

_TOKEN = re.compile(
    rb"\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\"
)
_DEEPEST = 10_000
_SHOWN = "text"


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds between two braces: where its text belongs, and how many letters stand in for one of Unicode."""

    place: str = _SHOWN
    skip: int = 1
    aside: bool = False


@dataclass(slots=True)
class _State:
    """Where the reading is, and the texts that are not yet at their end."""

    coding: str = "cp1252"
    group: _Group = field(default_factory=_Group)
    above: list[_Group] = field(default_factory=list)
    texts: dict[str, list[bytes | str]] = field(default_factory=dict)
    to_skip: int = 0

    def add(self, piece: bytes | str) -> None:
        """Takes a piece of text, less the letters that only stand in for one of Unicode."""
        skipped = min(self.to_skip, len(piece)) if isinstance(piece, bytes) else 0
        self.to_skip -= skipped
        if piece := piece[skipped:]:
            self.texts.setdefault(self.group.place, []).append(piece)

    def end(self) -> Iterator[Found | Inner]:
        """The text that has come to its end."""
        place = self.group.place
        pieces = self.texts.pop(place, [])
        if place in HEXADECIMAL:
            letters = re.sub(rb"[^0-9a-fA-F]", b"", b"".join(piece for piece in pieces if isinstance(piece, bytes)))
            data = bytes.fromhex(letters[: len(letters) // 2 * 2].decode())
            yield from ole1(data) if place == "objdata" else [Inner("picture" if place == "pict" else place, data)]
        elif place not in DULL and (text := _together(pieces, self.coding)):
            yield Found("embedded", text, f"Rich Text, {place}")


def rtf(data: bytes) -> Iterator[Found | Inner]:
    """Every text of a Rich Text file with the group it stands in, and the pictures and objects inside it.

    PartError if its groups are nested too deeply.
    """
    state = _State()
    at = 0
    while match := _TOKEN.match(data, at):
        at = match.end()
        if (brace := match["brace"]) is not None:
            yield from _open(state) if brace == b"{" else _close(state)
        elif match["word"] is not None:
            word, number = match["word"].decode(), int(match["number"] or 0)
            if word == "bin":
                state.add(data[at : at + max(number, 0)].hex().encode())
                at += max(number, 0)
            elif word in ENDS:
                yield from state.end()
            else:
                _word(state, word, number)
        elif match["sign"] is not None:
            _sign(state, match["sign"])
        elif match["byte"] is not None:
            state.add(bytes.fromhex(match["byte"].decode()))
        elif match["text"] is not None:
            state.add(match["text"])
    for place in list(state.texts):
        state.group = _Group(place)
        yield from state.end()


def _open(state: _State) -> Iterator[Found | Inner]:
    if len(state.above) >= _DEEPEST:
        raise PartError("it is nested too deeply")
    state.above.append(state.group)
    state.group = replace(state.group, aside=False)
    return iter(())


def _close(state: _State) -> Iterator[Found | Inner]:
    outer = state.above.pop() if state.above else _Group()
    if outer.place != state.group.place:
        yield from state.end()
    state.group = outer


def _word(state: _State, word: str, number: int) -> None:
    if word == "u":
        state.add(chr(number % 0x10000))
        state.to_skip = state.group.skip
    elif word == "uc":
        state.group = replace(state.group, skip=max(number, 0))
    elif word == "ansicpg":
        state.coding = _coding(number)
    elif word in SIGNS:
        state.add(SIGNS[word])
    elif word in PLACES or state.group.aside:
        state.group = replace(state.group, place=word, aside=False)


def _sign(state: _State, sign: bytes) -> None:
    if sign == b"*":
        state.group = replace(state.group, aside=True)
    elif sign in b"{}\\":
        state.add(sign)
    elif sign in b"~_\r\n":
        state.add({b"_": "-"}.get(sign, " "))


def _coding(page: int) -> str:
    name = {65001: "utf-8", 10000: "mac-roman"}.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _together(pieces: list[bytes | str], coding: str) -> str:
    """One text out of pieces in the code page and of Unicode, letters of two bytes or two halves put together."""
    whole: list[str] = []
    waiting = b""
    for piece in (*pieces, ""):
        if isinstance(piece, bytes):
            waiting += piece
        else:
            whole += [waiting.decode(coding, "replace"), piece]
            waiting = b""
    text = "".join(whole).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return " ".join(text.replace("\0", "").split())
