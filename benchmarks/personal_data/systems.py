"""The systems that are asked: this project in this process, and others in an environment of their own."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import scr_docs
from benchmarks.personal_data.items import Item
from scr_docs.case import Case
from scr_docs.plain import document as plain_document

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a text, what it was taken for, and how sure that is: our severities, or a score."""

    start: int
    end: int
    label: str
    sure: str = ""
    text: str = ""


def ours(items: Sequence[Item], case: Case | None = None) -> list[list[Found]]:
    """What stands in each item's text, with the item's own case where it has one."""
    found: list[list[Found]] = [[] for _ in items]
    plain: dict[int, list[int]] = {}
    cases: dict[int, Case | None] = {}
    for number, item in enumerate(items):
        known = item.case or case
        if item.in_document:
            found[number] = list(_in_document(item, known))
        else:
            plain.setdefault(id(known), []).append(number)
            cases[id(known)] = known
    for key, numbers in plain.items():
        spans = scr_docs.find_personal_data((items[number].text for number in numbers), cases[key])
        for number, one in zip(numbers, spans, strict=True):
            found[number] = [Found(span.start, span.end, span.rule, span.severity, span.text) for span in one]
    return found


def _in_document(item: Item, case: Case | None) -> Iterator[Found]:
    """Through lint, as a document of its own; offsets are put back to where the cell's text stands in the item's."""
    blocks = plain_document([("body", item.text)]).blocks
    holder = next(block for block in blocks if item.value in block.text)
    shift = item.start - holder.text.index(item.value)
    for found, block in in_document(item.text, case):
        if block == holder.index:
            yield Found(found.start + shift, found.end + shift, found.label, found.sure, found.text)


def in_document(text: str, case: Case | None) -> Iterator[tuple[Found, int]]:
    """What lint finds in a document of this text, and in which block."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.txt"
        path.write_text(text, encoding="utf-8")
        (report,) = scr_docs.lint(path, case=case, select=["personal-data"]).files
    if report.error:
        raise RuntimeError(f"a text was not checked: {report.error}")
    for finding in report.findings:
        place = finding.location
        if place.block is not None:
            yield Found(place.start or 0, place.end or 0, finding.rule, finding.severity, finding.text), place.block


class Worker:
    """A process that answers each line of texts with a line of what it found."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, texts: Sequence[str]) -> dict[str, Any]:
        """The answer: `found` (start, end, label, score), `seconds` of work, and `peak_mb` so far."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(list(texts)) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._process.args!r} ended with status {self._process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=60)


@contextmanager
def worker(command: Sequence[str]) -> Iterator[Worker]:
    started = Worker(command)
    try:
        yield started
    finally:
        started.close()


def other(python: str, system: str) -> list[str]:
    return [python, str(HERE / "other_worker.py"), system]


def of_other(process: Worker, texts: Iterable[str]) -> list[list[Found]]:
    answer = process.ask(list(texts))
    return [[Found(start, end, label, str(score)) for start, end, label, score in spans] for spans in answer["found"]]
