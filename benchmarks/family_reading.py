"""What reading the family's statements costs, beside spaCy's blank English tokenizer on the same words, in one run.

python benchmarks/family_reading.py [WORDS]

The text is that of the sample reports, repeated until there are enough words (40,000 if not said otherwise). Each round
takes a tokenizer that has seen no word yet, as a run over one report does. Of each stretch of the text the best round
counts, since everything that disturbs only adds, and a short stretch is sooner left alone than a long one. Sections and
headings count as in a report.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from scr_docs import word
from scr_docs.family.people import People
from scr_docs.family.read import read_document
from scr_docs.model import Document

ROUNDS = 7
STRETCH = 25
SAMPLES = Path(__file__).parent.parent / "sample_reports"


def long_report(words: int) -> Document:
    """The sample reports, one after another and again, up to about this many words."""
    documents = [word.read_bytes(path.read_bytes(), path.name, None) for path in sorted(SAMPLES.glob("*/report.docx"))]
    blocks = [block for document in documents for block in document.story()]
    once = sum(len(block.text.split()) for block in blocks)
    repeated = blocks * (words // once + 1)
    taken, count = [], 0
    for block in repeated:
        if count >= words:
            break
        taken.append(block)
        count += len(block.text.split())
    return Document("benchmark", "", tuple(taken))


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


def reading(pieces: list[Document]) -> list[float]:
    people = People(None)
    return timed(lambda piece: read_document(piece, people), pieces)


def main() -> None:
    document = long_report(int(sys.argv[1]) if len(sys.argv) > 1 else 40_000)
    read_document(long_report(100), People(None))  # loads the patterns, so that the first round does not pay for them
    pieces = stretches(document)
    rounds = [(tokenizing(pieces), reading(pieces)) for _ in range(ROUNDS)]
    tokens, statements = (sum(map(min, zip(*took, strict=True))) for took in zip(*rounds, strict=True))
    print(f"{document.words} words")
    print(f"spaCy's blank tokenizer: {tokens:.2f} s")
    print(f"family statements:       {statements:.2f} s, {statements / tokens:.1f} times as long")


if __name__ == "__main__":
    main()
