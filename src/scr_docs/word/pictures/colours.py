"""The names in a colour profile (ICC), which may be that of somebody's screen."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.word.markup.legible import one_byte

_NAMES = frozenset({b"desc", b"dmnd", b"dmdd", b"cprt"})
_MOST = 100
_LONGEST = 16_384


def names_of_profile(data: bytes) -> Iterator[str]:
    """The profile's own name, those of the device and its maker, and the copyright, each once."""
    start = data.find(b"acsp") - 36
    if start < 0:
        return
    profile = data[start:]
    seen = {""}
    for index in range(min(_u32(profile, 128), _MOST)):
        at = 132 + 12 * index
        if profile[at : at + 4] in _NAMES:
            value = _u32(profile, at + 4)
            for name in _texts(profile[value : value + min(_u32(profile, at + 8), _LONGEST)]):
                if name not in seen:
                    seen.add(name)
                    yield name


def _texts(value: bytes) -> Iterator[str]:
    if value.startswith(b"desc"):
        yield one_byte(value[12 : 12 + _u32(value, 8)]).strip("\0 ")
    elif value.startswith(b"text"):
        yield one_byte(value[8:]).strip("\0 ")
    elif value.startswith(b"mluc"):
        for index in range(min(_u32(value, 8), _MOST)):
            at = 16 + 12 * index
            size, start = _u32(value, at + 4), _u32(value, at + 8)
            yield value[start : start + size].decode("utf-16-be", "replace").strip("\0 ")


def _u32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4])
