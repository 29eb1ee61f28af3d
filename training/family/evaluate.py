"""How well patterns and weights read what neither has seen: `python -m training.family.evaluate`.

The files of lines are dealt into folds; each fold is read with weights that were trained on everything else, and no
pattern was written for the lines. Prints precision, recall and F1 of reasons and of vague words.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple

import scr_docs
from scr_docs.family.weighing import weigh
from scr_docs.family.weighing.weights import NOT_SAID, TOOK_PART, VAGUE, Weights
from tests.family.score import Counts
from training.family.examples import LINES, Source, examples, labels_of
from training.family.train import train, use

Told = set[tuple[str | None, str]]


def lines_of(source: str) -> list[tuple[Told, str]]:
    """The labels and texts of one file of lines."""
    found = []
    for line in filter(str.strip, (LINES / f"{source}.txt").read_text("utf-8").splitlines()):
        labels, text = labels_of(line)
        found.append((set(labels.items()), text))
    return found


def told_by_reader(texts: Sequence[str]) -> list[Told]:
    """Who did not take part in each text, and why, as the reader has it now."""
    return [
        {
            (one.person, one.reason or (VAGUE if one.vague else NOT_SAID))
            for one in found
            if one.kind == "non-involvement"
        }
        for found in scr_docs.read_statements(texts)
    ]


def counts(wanted: Iterable[Told], found: Iterable[Told], counted: Callable[[str], bool]) -> Counts:
    """How many of the labels that count were found, found wrongly and missed."""
    total = Counts()
    for some, others in zip(wanted, found, strict=True):
        gold, told = ({one for one in each if counted(one[1])} for each in (some, others))
        total.right += len(gold & told)
        total.wrong += len(told - gold)
        total.missed += len(gold - told)
    return total


def show(name: str, wanted: Sequence[Told], found: Sequence[Told]) -> None:
    """Prints a line of figures."""
    of_reasons = counts(wanted, found, lambda label: label not in {NOT_SAID, VAGUE, TOOK_PART})
    vague = counts(wanted, found, lambda label: label == VAGUE)
    told = " | ".join(f"{one.precision:.3f} {one.recall:.3f} {one.f1:.3f}" for one in (of_reasons, vague))
    print(f"{name:34} {told}", flush=True)


def main() -> None:
    """Read every file of lines by weights that never saw it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folds", type=int, default=5)
    options.add_argument("--trust", nargs=4, type=float, action="append", help="elsewhere, heard, away, label")
    options.add_argument("--misses", action="store_true")
    options.add_argument("--only", type=int, help="the first so many folds alone")
    given = options.parse_args()
    sources = list(examples())
    named = [one for one in sources if not one.name.startswith("labelled/")]
    trusts = [weigh.Trust(*one) for one in given.trust or ()] or [weigh.TRUST]
    read: list[list[Told]] = [[] for _ in trusts]
    wanted: list[Told] = []
    print(f"{'':34} reasons: P R F1      | vague: P R F1")
    for fold in range(given.folds)[: given.only]:
        mine = named[fold :: given.folds]
        use(trained([one for one in sources if one not in mine]))
        for source in mine:
            lines = lines_of(source.name)
            wanted += [gold for gold, _ in lines]
            for at, trust in enumerate(trusts):
                weigh.TRUST = trust
                told = told_by_reader([text for _, text in lines])
                read[at] += told
                if at == 0:
                    show(source.name, [gold for gold, _ in lines], told)
                    if given.misses:
                        print_misses(lines, told)
    for at, trust in enumerate(trusts):
        show(" ".join(map(str, astuple(trust))), wanted, read[at])


def print_misses(lines: Iterable[tuple[Told, str]], told: Iterable[Told]) -> None:
    """Prints each line that was read wrongly."""
    for (gold, text), found in zip(lines, told, strict=True):
        if gold != found:
            print(f"  {text}\n    missed {gold - found or ''} wrong {found - gold or ''}")


def trained(sources: Iterable[Source]) -> Weights:
    """Weights for the examples of these files."""
    return train([one for source in sources for one in source.examples])


if __name__ == "__main__":
    main()
