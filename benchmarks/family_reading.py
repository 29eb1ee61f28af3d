"""What reading the family's statements costs, beside spaCy's blank English tokenizer on the same words, in one run.

python benchmarks/family_reading.py [WORDS]

The text is that of the sample reports, repeated until there are enough words (40,000 if not said otherwise). Each round
takes a tokenizer that has seen no word yet, as a run over one report does; the best round of each counts, since
everything that disturbs only adds. Sections and headings count as in a report.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import spacy

from scr_docs import word
from scr_docs.family.people import People
from scr_docs.family.read import read_document
from scr_docs.model import Document

ROUNDS = 5
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


def tokenizing(document: Document) -> float:
    english = spacy.blank("en")
    english("Loads what is loaded late.")
    start = time.process_time()
    for block in document.blocks:
        english(block.text)
    return time.process_time() - start


def reading(document: Document) -> float:
    people = People(None)
    start = time.process_time()
    read_document(document, people)
    return time.process_time() - start


def main() -> None:
    document = long_report(int(sys.argv[1]) if len(sys.argv) > 1 else 40_000)
    read_document(long_report(100), People(None))  # loads the patterns, so that the first round does not pay for them
    rounds = [(tokenizing(document), reading(document)) for _ in range(ROUNDS)]
    tokens, statements = (min(times) for times in zip(*rounds, strict=True))
    print(f"{document.words} words")
    print(f"spaCy's blank tokenizer: {tokens:.2f} s")
    print(f"family statements:       {statements:.2f} s, {statements / tokens:.1f} times as long")


if __name__ == "__main__":
    main()
