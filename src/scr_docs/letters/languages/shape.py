"""The shape of a piece: what stands in which condition or loop, for {% … %} decides who reads what is in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_docs.letters.languages.units import MARK, TAG, has_words, words_of

_LOGIC = re.compile(r"(\{%.{0,400}?%\})")
_FIXED = re.compile(rf"\{{\{{.{{0,400}}?\}}\}}|{MARK.pattern}")
_SAYS = 40


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands between two neighbouring {% … %}: its text, where that is in words, and the branches around it.

    `branches` has a number for each condition or loop and one for its branch, as {% else %} begins the second.
    """

    text: str
    place: str
    branches: tuple[tuple[int, int], ...]


def segments(text: str) -> list[Segment]:
    """The segments of a piece in order; without {% … %} the piece is one."""
    pieces = _LOGIC.split(text)
    tags = [_plain(tag) for tag in pieces[1::2]]
    found: list[Segment] = []
    inside: list[tuple[int, int]] = []
    for number, piece in enumerate(pieces[::2]):
        if number:
            _step(inside, tags[number - 1], number)
        found.append(Segment(piece, _place(tags, number), tuple(inside)))
    return found


def by_branch(text: str) -> dict[tuple[tuple[int, int], ...], str]:
    """The words of each branch, without tags and marks: what stands before and after a condition in it is together."""
    found: dict[tuple[tuple[int, int], ...], str] = defaultdict(str)
    for segment in segments(text):
        found[segment.branches] += f" {words_of(segment.text)} "
    return dict(found)


def same_logic(english: str, text: str) -> bool:
    """Whether the conditions and loops of both are the same, in the same order."""
    return _logic(english) == _logic(text)


def problems(english: str, text: str) -> Iterator[tuple[str, str]]:
    """Where tags, marks or words stand in another condition than in the English, and how to mend it."""
    theirs, ours = (Counter(map(_plain, TAG.findall(one))) for one in (english, text))
    lost, new = list((theirs - ours).elements()), list((ours - theirs).elements())
    if lost:
        instead = f"; {', '.join(new)} stands in its place" if new else ""
        yield f"{', '.join(lost)} is missing{instead}", "Copy it from the English, as it is"
    elif new:
        yield f"{', '.join(new)} is not in the English", "Take it out"
    elif not same_logic(english, text):
        had, has = next(both for both in zip(_logic(english), _logic(text), strict=True) if both[0] != both[1])
        yield f"{has} stands where the English has {had}", "Keep the order of {% … %}"
    else:
        yield from _in_branches(segments(english), segments(text))
    yield from _in_marks(english, text)


def _in_branches(english: Sequence[Segment], text: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    there, here = _fields(english), _fields(text)
    moved = {field: branches for branches, field in (there - here).elements()}
    for field, branches in moved.items():
        place = next(one.place for one in english if one.branches == branches)
        told = f"{field} stands in another place between {{% … %}} than in the English"
        yield told, f"Put it {place}" if place else "Keep it as in the English"
    for theirs, ours in zip(english, text, strict=True):
        had, has = has_words(theirs.text), has_words(ours.text)
        where = f" {theirs.place}" if theirs.place else ""
        if had and not has:
            said = f"Translate “{_short(words_of(theirs.text))}” there" if where else "Write the translation"
            yield f"There are no words{where}, and in the English there are", said
        elif has and not had:
            told = f"There are words{where} (“{_short(words_of(ours.text))}”), and in the English there are none"
            yield (
                told,
                "Turn the sentence so that they stand where the English words do: {% … %} decides who reads them",
            )


def _in_marks(english: str, text: str) -> Iterator[tuple[str, str]]:
    theirs, ours = _between(english), _between(text)
    for number, said in theirs.items():
        if number in ours and _says(said) and not _says(ours[number]):
            yield f"Nothing stands between ‹{number}› and ‹/{number}›", f"Put the words for “{_short(said)}” there"


def _between(text: str) -> dict[str, str]:
    """What stands between each mark and its end, by the number of the mark."""
    begun: dict[str, int] = {}
    found: dict[str, str] = {}
    for mark in MARK.finditer(text):
        if mark[1] and mark[2] in begun:
            found[mark[2]] = text[begun[mark[2]] : mark.start()]
        elif not mark[3]:
            begun[mark[2]] = mark.end()
    return found


def _says(text: str) -> bool:
    return has_words(text) or "{{" in text or any(map(str.isdecimal, text))


def _fields(found: Sequence[Segment]) -> Counter[tuple[tuple[tuple[int, int], ...], str]]:
    """Each field and mark with the branches that it stands in."""
    return Counter((one.branches, _plain(field[0])) for one in found for field in _FIXED.finditer(one.text))


def _step(inside: list[tuple[int, int]], tag: str, number: int) -> None:
    word = (re.match(r"\{%-?\s?(\w+)", tag) or ["", ""])[1]
    if word.startswith("end"):
        del inside[-1:]
    elif word in {"else", "elif"}:
        inside[-1:] = [(inside[-1][0], inside[-1][1] + 1) if inside else (number, 1)]
    else:
        inside.append((number, 0))


def _place(tags: Sequence[str], number: int) -> str:
    before, after = tags[number - 1] if number else "", tags[number] if number < len(tags) else ""
    if before and after:
        return f"between {before} and {after}"
    return f"after {before}" if before else f"before {after}" if after else ""


def _logic(text: str) -> list[str]:
    return [_plain(tag) for tag in _LOGIC.findall(text)]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    said = _plain(MARK.sub("", text))
    return said if len(said) <= _SAYS else f"{said[:_SAYS]}…"
