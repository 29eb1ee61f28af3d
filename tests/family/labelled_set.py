"""The labelled set: sentences and passages as reports write them, each with the statements that two careful readers would agree on.

`labelled/develop` may be read while the reader is improved; `labelled/set_aside` is only scored. docs/statements.md is
the guide by which both are labelled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from scr_docs import case as cases
from scr_docs import yaml_file
from scr_docs.case.model import Reason
from scr_docs.errors import Mistake, ScrDocsError
from scr_docs.family.read import StatementKind
from scr_docs.yaml_file import Place, Strict, Text, YamlFile

Half = Literal["develop", "set-aside"]
HALVES: tuple[Half, ...] = get_args(Half)
ANYBODY = "*"
"""Stands for whoever a statement is about. Only in an open statement, which is not scored."""

LABELLED = Path(__file__).parent / "labelled"
_ROLES = frozenset(
    [
        *("mother", "father", "stepfather", "stepmother", "mother's partner", "father's partner", "foster carer"),
        *(
            f"{side} {who}"
            for side in ("maternal", "paternal")
            for who in ("grandmother", "grandfather", "aunt", "uncle")
        ),
        "sibling",
    ]
)
"""Who is meant where there is no case file."""

_TITLES = r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)"
_SENTENCE_END = re.compile(rf"{_TITLES}[.?!][”’\"')]{{0,2}}[ ]+(?=[“‘\"'A-Z])")


class LabelledError(ScrDocsError):
    """The labelled set breaks its form."""


class Expected(Strict):
    """One statement. `in` is how its sentence begins (passages only); `open`: careful readers may differ, so not scored."""

    kind: StatementKind
    person: Text | None
    reason: Reason | None = None
    vague: bool = False
    open: bool = False
    beginning: Text | None = Field(None, alias="in")


class Sentence(Strict):
    """A sentence that stands alone."""

    id: Text
    text: Text
    expected: tuple[Expected, ...]


class Passage(Sentence):
    """Several lines: paragraphs, "# " headings, "| a | b |" rows of a table."""


class _File(Strict):
    case: Text | None
    sentences: tuple[Sentence, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """One file: what one writer wrote in one case. `case` is the path of the case file, None where there is none."""

    path: Path
    case: Path | None
    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]

    @property
    def items(self) -> tuple[Sentence, ...]:
        """The sentences, then the passages."""
        return (*self.sentences, *self.passages)


def load(half: Half) -> tuple[Writer, ...]:
    """The writers of one half, in the order of their files. Raises LabelledError with all mistakes of a file."""
    folder = LABELLED / half.replace("-", "_")
    return tuple(read(path) for path in sorted(folder.glob("*.yaml")))


def read(path: Path) -> Writer:
    """One file of the set. Raises LabelledError with every mistake; CaseError if its case file has any."""
    file = yaml_file.read(path, LabelledError, about="a file of the labelled set")
    built = file.build(_File)
    case = path.parent / "cases" / built.case if built.case else None
    known = {person.id for person in cases.load(case).people} if case else _ROLES
    if mistakes := list(_cross_check(file, built, known)):
        raise LabelledError(*mistakes)
    return Writer(path, case, built.sentences, built.passages)


def spans(text: str) -> list[tuple[int, int]]:
    """The sentences of a passage, and the cells of its tables, as offsets into it; "# " headings too."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        pieces = re.finditer(r"[^|]+", line[0]) if line[0].startswith("|") else [re.fullmatch(r".*", line[0])]
        for piece in pieces:
            if piece is None:  # pragma: no cover  # a line always matches
                continue
            starts = [0, *(end.end() for end in _SENTENCE_END.finditer(piece[0]))]
            at = line.start() + piece.start()
            found += [(at + start, at + end) for start, end in zip(starts, [*starts[1:], len(piece[0])], strict=True)]
    return [(start, end) for start, end in found if text[start:end].strip()]


def sentence_of(text: str, start: int, end: int) -> int:
    """The number of the sentence (see `spans`) that has most of text[start:end] in it."""
    return max(enumerate(spans(text)), key=lambda numbered: min(end, numbered[1][1]) - max(start, numbered[1][0]))[0]


def beginning_of(text: str, beginning: str) -> int | None:
    """The number of the one sentence that begins so; None if there is none, or several."""
    found = [n for n, (start, end) in enumerate(spans(text)) if text[start:end].strip().startswith(beginning)]
    return found[0] if len(found) == 1 else None


def _cross_check(file: YamlFile, built: _File, known: AbstractSet[str]) -> Iterator[Mistake]:
    """What no single value can tell: ids, people of the case file, reasons, and the sentences of passages."""
    seen: set[str] = set()
    groups: dict[str, tuple[Sentence, ...]] = {"sentences": built.sentences, "passages": built.passages}
    for group, items in groups.items():
        for number, item in enumerate(items):
            if item.id in seen:
                yield file.mistake((group, number, "id"), "is used twice")
            seen.add(item.id)
            for index, expected in enumerate(item.expected):
                yield from _check(file, (group, number, "expected", index), item, expected, known)


def _check(
    file: YamlFile, place: Place, item: Sentence, expected: Expected, known: AbstractSet[str]
) -> Iterator[Mistake]:
    if expected.person == ANYBODY and not expected.open:
        yield file.mistake((*place, "person"), f"{ANYBODY} may only stand in an open statement")
    elif expected.person not in {None, ANYBODY, *known}:
        yield file.mistake((*place, "person"), "is nobody of this case", expected=", ".join(sorted(known)))
    if (expected.reason or expected.vague) and expected.kind != "non-involvement":
        yield file.mistake(place, "only non-involvement has a reason or is vague")
    if expected.reason and expected.vague:
        yield file.mistake(place, "what has a reason is not vague")
    if not isinstance(item, Passage):
        if expected.beginning:
            yield file.mistake((*place, "in"), "is for passages; a sentence has no beginning to look for")
    elif not expected.beginning or beginning_of(item.text, expected.beginning) is None:
        yield file.mistake((*place, "in"), "is not how exactly one sentence of the passage begins")
