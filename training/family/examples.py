"""What the weights learn from: sentences, each as it is about one person, and the label that a careful reader gave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scr_docs import case as cases
from scr_docs.family.mark import Marked
from scr_docs.family.people import People
from scr_docs.family.read import read_text
from scr_docs.family.sections import Section, section_of
from scr_docs.family.weighing.features import Numbered
from scr_docs.family.weighing.features import Sentence as Weighed
from scr_docs.family.weighing.weights import LABELS, NOT_SAID, TOOK_PART, VAGUE
from tests.family import labelled_set
from tests.family.labelled_set import Expected, Passage, Sentence

LINES = Path(__file__).with_name("lines")
SHORT = Path(labelled_set.__file__).with_name("sentences.txt")
FAMILY = "family"
"""What the lines call the family as a whole."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, or several, as they are about one person, with its label."""

    words: Numbered
    label: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Source:
    """The examples of one file, which one hand wrote."""

    name: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence as it is about one person, with where it begins."""

    start: int
    person: str | None
    words: Numbered
    stems: frozenset[str]


def examples() -> Iterator[Source]:
    """All that there is to learn from, file by file. ValueError names the line that breaks the form."""
    for path in sorted(LINES.glob("*.txt")):
        yield Source(path.stem, tuple(_of_lines(path)))
    yield Source("labelled/sentences", tuple(_of_short()))
    for writer in labelled_set.load("develop"):
        people = People(cases.load(writer.case) if writer.case else None)
        found = [one for item in writer.items for one in _of_item(item, people)]
        yield Source(f"labelled/{writer.path.stem}", tuple(found))


def _of_short() -> Iterator[Example]:
    """The sentences of tests/family/sentences.txt: "n father own-choice | Father …"."""
    people = People(None)
    for line in SHORT.read_text("utf-8").splitlines():
        told, bar, text = line.partition(" | ")
        if not bar or line.startswith("#"):
            continue
        pieces = [piece.split() for piece in told.split(",")]
        away = [
            (words[1:-1], words[-1]) if words[-1] in LABELS else (words[1:], NOT_SAID)
            for words in pieces
            if words[:1] == ["n"]
        ]
        labels = {None if person == ["None"] else " ".join(person): label for person, label in away}
        yield from _together(_sentences(text.strip(), people), labels)


def labels_of(line: str) -> tuple[dict[str | None, str], str]:
    """The labels of a line by person, and its text: "mother=distress; father=vague | Mother could not …"."""
    told, bar, text = line.partition("| ")
    labels: dict[str | None, str] = {}
    for pair in told.split(";") if told.strip() != TOOK_PART else []:
        person, is_, label = (piece.strip() for piece in pair.partition("="))
        if not is_ or label not in LABELS:
            raise ValueError(f"{line!r}: persons and labels were expected, as in 'mother=distress | Mother …'")
        labels[None if person == FAMILY else person] = label
    if not bar:
        raise ValueError(f"{line!r}: ' | ' was expected before the text")
    return labels, text.strip()


def _of_lines(path: Path) -> Iterator[Example]:
    people = People(None)
    for line in filter(str.strip, path.read_text("utf-8").splitlines()):
        labels, text = labels_of(line)
        yield from _together(_sentences(text, people), labels)


def _of_item(item: Sentence, people: People) -> Iterator[Example]:
    if not isinstance(item, Passage):
        away = [one for one in item.expected if one.kind == "non-involvement"]
        unsure = frozenset(one.person for one in away if one.open)
        yield from _together(_sentences(item.text, people), {one.person: _label(one) for one in away}, unsure)
        return
    yield from _of_passage(item, people)


def _of_passage(item: Passage, people: People) -> Iterator[Example]:
    """The sentences of a passage one by one: why somebody did not take part may stand in another."""
    path: list[str] = []
    for line in item.text.splitlines():
        heading = line.lstrip("#")
        if heading != line:
            path = [*path[: len(line) - len(heading) - 1], heading.strip()]
        elif line.strip() and not line.startswith("|"):
            yield from _of_paragraph(line, item, people, section_of(path))


def _of_paragraph(line: str, item: Passage, people: People, section: Section | None) -> Iterator[Example]:
    for told in _sentences(line, people, section):
        away = [one for one in item.expected if one.kind == "non-involvement" and one.person == told.person]
        here = [one for one in away if one.beginning and line[told.start :].lstrip().startswith(one.beginning)]
        if any(one.open for one in here):
            continue
        if here and _label(here[0]) in {NOT_SAID, VAGUE}:  # a reason may stand in another sentence
            yield Example(told.words, _label(here[0]), told.stems)
        elif not away:
            yield Example(told.words, TOOK_PART, told.stems)


def _label(one: Expected) -> str:
    return one.reason or (VAGUE if one.vague else NOT_SAID)


def _together(
    found: list[_Told], labels: dict[str | None, str], unsure: frozenset[str | None] = frozenset()
) -> Iterator[Example]:
    """One example for each person who did not take part, of all sentences about them; one a sentence for the others."""
    by_person: dict[str | None, list[_Told]] = defaultdict(list)
    for told in found:
        by_person[told.person].append(told)
    for person, sentences in by_person.items():
        if person in unsure:
            continue
        if person not in labels:
            yield from (Example(one.words, TOOK_PART, one.stems) for one in sentences)
            continue
        whole = sentences[0].words
        for one in sentences[1:]:
            whole = whole.then(one.words)
        yield Example(whole, labels[person], frozenset().union(*(one.stems for one in sentences)))


def _sentences(text: str, people: People, section: Section | None = None) -> list[_Told]:
    found: list[_Told] = []

    def watch(marked: Marked, about: frozenset[str | None]) -> None:
        start, sentence = marked.span[0], Weighed(marked)
        found.extend(_Told(start, person, sentence.about(person), marked.stems) for person in sorted(about, key=str))

    list(read_text(text, people, section=section, watch=watch))
    return found
