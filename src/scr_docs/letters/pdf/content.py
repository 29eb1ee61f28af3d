"""The words of one page of a PDF by the tag that they belong to, as a screen reader finds them.

ISO 32000-1: 7.8 (content streams), 9.4 (text), 9.10 (what a code means), 14.6 (marked content). Only what stands in
the letter's pages is read; whatever is written otherwise comes out as no words, and the letter is refused.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

from pypdf.generic import DictionaryObject, StreamObject

Mark = int | None
"""The number of a tag on its page; None for words outside all tags. Artifacts, such as page numbers, are left out."""

_TOKEN = re.compile(
    # A string, with brackets in it one deep; one without an end is taken too, so that no part is looked at again.
    rb"\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*+\))*+\)?"
    rb"|<<|>>|<[0-9A-Fa-f\s]*+>|/[^\s()<>\[\]{}/%]*+|[\[\]]|%[^\r\n]*+|[^\s()<>\[\]{}/%]++"
)
_OPERAND = re.compile(rb"[-+.\d(<>/\[\]]|true$|false$|null$")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])")
_CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_CODES = re.compile(rb"begin(codespacerange|bfchar|bfrange)([^a-z]*+)")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*+)>|([\[\]])")

_SPOKEN = "spoken"
"""What is shown here is spoken by another text, which has been taken already."""

Decode = Callable[[bytes], str]


def words_by_tag(content: bytes, fonts: Mapping[str, Decode], *, as_shown: bool = False) -> dict[Mark, str]:
    """For each tag of the page the words in it, in their order, as a screen reader says them.

    With `as_shown` they are what the signs on the page mean, and no text that stands in their place.
    """
    said: dict[Mark, list[str]] = defaultdict(list)
    operands: list[bytes] = []
    tags: list[int | str | None] = []
    font: Decode | None = None
    for found in _TOKEN.finditer(content):
        token = found[0]
        if _OPERAND.match(token):
            operands.append(token)
            continue
        if token in {b"BDC", b"BMC"}:
            tags.append(_tag(operands))
            spoken = None if as_shown or {"artifact", _SPOKEN} & {*tags} else _spoken(operands)
            if spoken is not None:
                said[_mark(tags)].append(spoken)
                tags[-1] = _SPOKEN
        elif token == b"EMC" and tags:
            tags.pop()
        elif token == b"Tf" and len(operands) > 1:
            font = fonts.get(operands[-2].decode("latin-1"))
        elif token in {b"Tj", b"TJ", b"'", b'"'} and not {"artifact", _SPOKEN} & {*tags}:
            said[_mark(tags)] += [font(_bytes(one)) for one in operands if font and one[:1] in {b"(", b"<"}]
        operands.clear()
    return {mark: "".join(words) for mark, words in said.items()}


def meaning(font: DictionaryObject) -> Decode:
    """How the bytes that are shown in this font are read: nothing without a table of what they mean."""
    table = font.get("/ToUnicode")
    stream = table.get_object() if table is not None else None
    return _table(stream.get_data()) if isinstance(stream, StreamObject) else lambda _: ""


def _mark(tags: list[int | str | None]) -> Mark:
    return next((tag for tag in reversed(tags) if isinstance(tag, int)), None)


def _tag(operands: list[bytes]) -> int | str | None:
    if b"/Artifact" in operands:
        return "artifact"
    if b"/MCID" in operands:
        number = operands[operands.index(b"/MCID") + 1 :][:1]
        return int(number[0]) if number and number[0].isdigit() else None
    return None


def _spoken(operands: list[bytes]) -> str | None:
    """The text that stands in place of what is shown (14.9.4): where a sign means other letters than elsewhere."""
    if b"/ActualText" not in operands:
        return None
    string = next(iter(operands[operands.index(b"/ActualText") + 1 :]), b"")
    if string[:1] != b"(" and (string[:1] != b"<" or string == b"<<"):
        return None
    told = _bytes(string)
    return told.decode("utf-16", "replace") if told[:2] in {b"\xfe\xff", b"\xff\xfe"} else told.decode("latin-1")


def _bytes(string: bytes) -> bytes:
    """What a string of a content stream holds."""
    if string[:1] == b"<":
        digits = re.sub(rb"\s", b"", string[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())

    def unescaped(found: re.Match[bytes]) -> bytes:
        told = found[1]
        return bytes([int(told, 8) & 255]) if told[:1].isdigit() else _CONTROL.get(told, told)

    return _ESCAPE.sub(unescaped, string[1:].removesuffix(b")"))


def _table(codes: bytes) -> Decode:
    """The table of a font: "bfchar" gives one letter for a code, "bfrange" letters for codes in a row."""
    width, letters = 1, dict[int, str]()
    for kind, told in _CODES.findall(codes):
        values = [hexed or bracket for hexed, bracket in _HEX.findall(told)]
        if kind == b"codespacerange" and values:
            width = max(1, len(values[0]) // 2)
        elif kind == b"bfchar":
            letters |= {int(code, 16): _letters(said) for code, said in zip(values[::2], values[1::2], strict=False)}
        elif kind == b"bfrange":
            letters |= _ranges(values)
    return lambda shown: "".join(
        letters.get(int.from_bytes(shown[at : at + width], "big"), "\ufffd") for at in range(0, len(shown), width)
    )


def _ranges(values: list[bytes]) -> dict[int, str]:
    found: dict[int, str] = {}
    rest = iter(values)
    for first, last in zip(rest, rest, strict=False):
        codes = range(int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF) + 1)
        said = next(rest, b"")
        if said == b"[":
            for code, one in zip(codes, iter(lambda: next(rest, b"]"), b"]"), strict=False):
                found[code] = _letters(one)
            continue
        begin = _letters(said)
        found |= {code: begin[:-1] + chr(ord(begin[-1]) + step) for step, code in enumerate(codes) if begin}
    return found


def _letters(hexed: bytes) -> str:
    return bytes.fromhex(hexed.decode()).decode("utf-16-be", "replace")
