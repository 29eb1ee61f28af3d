"""One run over a half: every system on the same items and the same prose, as figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.personal_data import identifiers, known, measure, names
from benchmarks.personal_data.items import Half, Item
from benchmarks.personal_data.measure import Alarms
from benchmarks.personal_data.systems import Found, in_document, of_other, other, ours, worker
from scr_docs.case import Case
from scr_docs.plain import document as plain_document

Answers = list[list[Found]]


@dataclass(frozen=True, slots=True)
class Sample:
    """The items of one half, and the case of other people that is given where one is asked for."""

    half: Half
    known: list[Item]
    identifiers: list[Item]
    names: list[Item]

    @property
    def strangers(self) -> Case:
        case = self.known[0].case
        assert case
        return case

    @property
    def groups(self) -> dict[str, list[Item]]:
        return {"known": self.known, "identifiers": self.identifiers, "names": self.names}


def sample(half: Half, seed: int, size: int, cases: int) -> Sample:
    """`size` items of each form and origin, about half as many of each identifier's frame, and so many cases."""
    return Sample(
        half,
        list(known.items(half, seed, cases)),
        list(identifiers.items(half, seed, max(1, size // 2))),
        list(names.items(half, seed, size)),
    )


def our_prose(half: Half, case: Case | None) -> Alarms:
    """The name-free reports, each linted as a draft of its own."""
    texts: list[str] = []
    found: Answers = []
    for report in measure.prose(half):
        text = "\n".join(report)
        blocks = plain_document([("body", text)]).blocks
        first = len(texts)
        texts += [block.text for block in blocks]
        found += [[] for _ in blocks]
        for one, block in in_document(text, case):
            if block < len(blocks):
                found[first + block].append(one)
    return measure.alarms(texts, found)


def our_traps(half: Half, case: Case | None) -> Alarms:
    texts, places = measure.traps(half)
    return measure.alarms(texts, ours([Item("names", "", text, 0, 0) for text in texts], case), places)


@dataclass(frozen=True, slots=True)
class Result:
    """What one system found of a sample, and its false alarms."""

    name: str
    found: dict[str, Answers]
    prose: Alarms
    traps: Alarms


def results(drawn: Sample, others: str | None) -> Iterator[Result]:
    """Ours without and with a case, then the others in each way of counting what they tell."""
    found = ours(drawn.known)  # with the case of each in any event
    for name, case in (("scr-docs", None), ("scr-docs, with a case", drawn.strangers)):
        answers = {group: ours(items, case) for group, items in drawn.groups.items() if group != "known"}
        yield Result(name, {"known": found, **answers}, our_prose(drawn.half, case), our_traps(drawn.half, case))
    if others:
        yield from _of_others(drawn, others)


_COUNTED: dict[str, dict[str, Callable[[Found], bool]]] = {
    "presidio": {
        "Presidio": lambda one: one.label not in measure.NOT_PERSONAL_BY_THEMSELVES,
        "Presidio, score 0.4": lambda one: (
            float(one.sure) >= 0.4 and one.label not in measure.NOT_PERSONAL_BY_THEMSELVES
        ),
        "Presidio, everything": lambda _: True,
    },
    "spacy": {
        "spaCy sm": lambda one: one.label in measure.NAMED,
        "spaCy sm, everything": lambda _: True,
    },
}


def _of_others(drawn: Sample, python: str) -> Iterator[Result]:
    traps, places = measure.traps(drawn.half)
    prose = [line.replace("|", "\t").lstrip("# ") for report in measure.prose(drawn.half) for line in report]
    for system, ways in _COUNTED.items():
        with worker(other(python, system)) as process:
            told = {group: of_other(process, (item.flat for item in items)) for group, items in drawn.groups.items()}
            on_prose, on_traps = of_other(process, prose), of_other(process, traps)
        for name, counts in ways.items():
            yield Result(
                name,
                {group: _only(answers, counts) for group, answers in told.items()},
                measure.alarms(prose, _only(on_prose, counts)),
                measure.alarms(traps, _only(on_traps, counts), places),
            )


def _only(answers: Sequence[Sequence[Found]], counts: Callable[[Found], bool]) -> Answers:
    return [[one for one in spans if counts(one)] for spans in answers]
