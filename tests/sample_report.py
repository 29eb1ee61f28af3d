"""sample_reports/*/report.txt → report.docx. The text is what people edit and review; the Word file is what is checked.

`python -m tests.sample_report` writes the Word files again; a test holds them against the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests import word_builder as word

SAMPLES = Path(__file__).parent.parent / "sample_reports"
_MARK = re.compile(r"\[\[(\w+)\|(.*?)\]\]")
_PREFIX = re.compile(r"(\*\*\*|>>>|##?|==?|-)\s+(.*)")


class _Report:
    """One report being built; footnotes and comments are numbered as they come."""

    def __init__(self, text: str) -> None:
        lines = [line.rstrip() for line in text.splitlines() if line.strip()]
        self.told = dict(line[1:].split(": ", 1) for line in lines if line.startswith("@"))
        self.lines = [line for line in lines if not line.startswith("@")]
        self.footnotes: dict[int, str] = {}
        self.comments: dict[int, tuple[str, str]] = {}

    def body(self) -> Iterator[str]:
        first = True
        for is_table, group in groupby(self.lines, key=lambda line: line.startswith("|")):
            if is_table:
                rows = [
                    tuple(word.p(*self.runs(cell.strip())) for cell in row.strip("| ").split(" | ")) for row in group
                ]
                yield word.tbl(*rows, head="table-heads" in self.told)
                yield word.p()
                continue
            for line in group:
                yield self.paragraph(line, first=first)
                first = False

    def paragraph(self, line: str, *, first: bool) -> str:
        found = _PREFIX.match(line)
        kind, text = (found[1], found[2]) if found else ("", line)
        runs = tuple(self.runs(text, bold=kind == "***"))
        if kind == ">>>":
            return word.p(word.textbox(word.p(*runs)))
        if first and not kind:
            return word.p(*runs, style="Title")
        styles = {"#": "Heading1", "##": "Heading2", "=": "NumberedParagraph", "==": "SubParagraph", "-": "ListBullet"}
        return word.p(*runs, style=styles.get(kind))

    def runs(self, text: str, *, bold: bool = False) -> Iterator[str]:
        last = 0
        for mark in _MARK.finditer(text):
            if mark.start() > last:
                yield word.r(text[last : mark.start()], bold=bold)
            yield from self.marked(mark[1], mark[2].split("|"), bold=bold)
            last = mark.end()
        if last < len(text):
            yield word.r(text[last:], bold=bold)

    def marked(self, kind: str, values: list[str], *, bold: bool) -> Iterator[str]:  # noqa: C901  # one line a mark
        match kind, values:
            case "fn", [text]:
                number = len(self.footnotes) + 1
                self.footnotes[number] = word.p(text, style="FootnoteText")
                yield word.fn(number)
            case "comment", [author, anchor, text]:
                number = len(self.comments) + 1
                self.comments[number] = (author, text)
                yield word.comment(number, word.r(anchor, bold=bold))
            case "ins", [author, text]:
                yield word.ins(word.r(text, bold=bold), author=author)
            case "del", [author, text]:
                yield word.dele(word.r(text, bold=bold), author=author)
            case "split", pieces:
                yield from (
                    word.r(piece, bold=bold, size=None if number % 2 else 22) for number, piece in enumerate(pieces)
                )
            case "link", [url, text]:
                yield word.field(f' HYPERLINK "{url}" ', word.r(text, style="Hyperlink"))
            case "sdt", [text]:
                yield word.sdt(word.r(text, bold=bold))
            case "b", [text]:
                yield word.r(text, bold=True)
            case "i", [text]:
                yield word.r(text, italic=True, bold=bold)
            case "hidden", [text]:
                yield word.r(text, hidden=True)
            case "white", [text]:
                yield word.r(text, color="FFFFFF")
            case _:
                raise ValueError(f"no such mark: {kind} with {len(values)} values")


def build(folder: Path) -> bytes:
    """The Word file of the report text in the folder."""
    report = _Report((folder / "report.txt").read_text("utf-8"))
    body = tuple(report.body())
    told = report.told
    core: dict[str, str] = {key: told[key] for key in ("title", "creator") if key in told}
    if "last-modified-by" in told:
        core["lastModifiedBy"] = told["last-modified-by"]
    return word.build(
        *body,
        header=told.get("header"),
        footer=told.get("footer"),
        footnotes=report.footnotes,
        comments=report.comments or None,
        core=core,
        app={"Company": told["company"]} if "company" in told else None,
    )


def folders() -> list[Path]:
    """The folders of the sample reports."""
    return sorted(path.parent for path in SAMPLES.glob("*/report.txt"))


if __name__ == "__main__":
    for sample in folders():
        (sample / "report.docx").write_bytes(build(sample))
