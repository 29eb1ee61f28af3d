"""What reading the family's statements costs, beside spaCy's blank English tokenizer on the same words, in one run.

python benchmarks/family_reading.py [WORDS]

The text is that of the sample reports, then sentences of reports of many hands that tell of nobody's absence (those
that begin with "-" in training/family/lines), under the headings of a report, up to 40,000 words if not said otherwise.
None stands in it twice: the tokenizer remembers each word that it has seen, and of a text said again all of them. It
says more of the family than a report does, so the sample reports are told by themselves, too. Files that were written
to mislead, sentence by sentence, are left out: no report is like them. Each round takes a tokenizer that has seen no
word yet, as a run over one report does, and a reader that has forgotten what it can. Of each stretch of the text the
best round counts, since everything that disturbs only adds, and a short stretch is sooner left alone than a long one.
"""

from __future__ import annotations

import functools
import gc
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy

from scr_docs import word
from scr_docs.family.people import People
from scr_docs.family.read import read_document
from scr_docs.model import Block, Document
from scr_docs.plain import document

ROUNDS = 7
STRETCH = 25
SAMPLE_WORDS = 10_000
MEMORY = type(functools.lru_cache(len))
PARAGRAPH = 5
ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "sample_reports"
LINES = ROOT / "training" / "family" / "lines"
MISLEADING = frozenset({"another-way", "changed-mind", "history"})
HEADINGS = ("Key events", "Analysis of practice", "Background", "The family's views", "Findings")


def long_report(words: int) -> Document:
    """The texts one after another, up to about this many words."""
    taken, count = [], 0
    for block in _texts():
        if count >= words:
            break
        taken.append(block)
        count += len(block.text.split())
    return Document("benchmark", "", tuple(taken))


def _texts() -> Iterator[Block]:
    for path in sorted(SAMPLES.glob("*/report.docx")):
        yield from word.read_bytes(path.read_bytes(), path.name, None).story()
    files = [path for path in sorted(LINES.glob("*.txt")) if path.stem not in MISLEADING]
    for number, path in enumerate(files):
        lines = [line.removeprefix("- | ") for line in path.read_text("utf-8").splitlines() if line.startswith("- | ")]
        told = [" ".join(lines[at : at + PARAGRAPH]) for at in range(0, len(lines), PARAGRAPH)]
        yield from document([("body", "\n".join([f"# {HEADINGS[number % len(HEADINGS)]}", *told]))]).story()


def stretches(document: Document) -> list[Document]:
    """The document in pieces of so many paragraphs, each with its headings."""
    blocks = document.blocks
    return [Document("benchmark", "", blocks[at : at + STRETCH]) for at in range(0, len(blocks), STRETCH)]


def timed(work: Callable[[Document], object], pieces: list[Document]) -> list[float]:
    """Seconds of the processor for each piece."""
    took: list[float] = []
    for piece in pieces:
        start = time.process_time()
        work(piece)
        took.append(time.process_time() - start)
    return took


def tokenizing(pieces: list[Document]) -> list[float]:
    english = spacy.blank("en")
    english("Loads what is loaded late.")
    return timed(lambda piece: [english(block.text) for block in piece.blocks], pieces)


def forget() -> None:
    """Empties what the reader remembers of the words and sentences that it has seen, but not its patterns."""
    for one in gc.get_objects():
        if (
            isinstance(one, MEMORY)
            and str(one.__module__).startswith("scr_docs.family")
            and one.cache_parameters()["maxsize"]
        ):
            one.cache_clear()


def reading(pieces: list[Document]) -> list[float]:
    people = People(None)
    forget()
    return timed(lambda piece: read_document(piece, people), pieces)


def compare(name: str, report: Document) -> None:
    """Prints what both take for this text."""
    pieces = stretches(report)
    rounds = [(tokenizing(pieces), reading(pieces)) for _ in range(ROUNDS)]
    tokens, statements = (sum(map(min, zip(*took, strict=True))) for took in zip(*rounds, strict=True))
    print(
        f"{name}, {report.words} words: spaCy's blank tokenizer {tokens:.2f} s, family statements {statements:.2f} s,"
        f" {statements / tokens:.1f} times as long"
    )


def main() -> None:
    read_document(long_report(100), People(None))  # loads the patterns, so that the first round does not pay for them
    compare("the sample reports", long_report(SAMPLE_WORDS))
    compare("with the sentences", long_report(int(sys.argv[1]) if len(sys.argv) > 1 else 40_000))


if __name__ == "__main__":
    main()
