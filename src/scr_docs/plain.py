"""A few lines of text as a Document: examples of rules, texts given from Python, and (one day) .txt and .md files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast, get_args

from scr_docs.model import Barrier, Block, Cell, Document, Hurdle, Part, Trait

_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?\s")
_HEADING = re.compile(r"(#{1,6})\s+(.*)")

_TRAITS: Mapping[Part, Trait] = {
    "inserted": "inserted",
    "deleted": "deleted",
    "comment": "comment",
    "hidden": "hidden-text",
    "covered": "covered-text",
    "embedded": "embedded-file",
    "custom-xml": "custom-xml",
    "properties": "property",
}
"""How text in these parts is hidden where its key does not say; that of other parts is plain, or hides in many ways."""


def document(texts: Iterable[tuple[str, str]], *, name: str = "text") -> Document:
    """The document that the texts make: a line is a paragraph, "# " a heading, "| a | b |" a row of a table.

    Each text comes with its part, or with its part and how it is hidden or what is in its way: "comment",
    "picture/cropped-picture", "body/text-size=9".
    """
    blocks: list[Block] = []
    barriers: list[Barrier] = []
    texts = tuple(texts)
    for key, text in texts:
        part, trait, barrier = _part_and_trait(key)
        lines = [line.strip() for line in text.splitlines() if line.strip()] if part == "body" else [text]
        first = len(blocks)
        _read(part, lines, blocks)
        blocks[first:] = [replace(block, trait=trait) for block in blocks[first:]]
        barriers += (replace(one, block=block.index) for block in blocks[first:] for one in barrier)
    whole = "\n".join(text for _, text in texts)
    digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name, digest, tuple(blocks), barriers=lambda: tuple(barriers))


def _part_and_trait(key: str) -> tuple[Part, Trait | None, tuple[Barrier, ...]]:
    part, _, told = key.partition("/")
    known = cast("Part", part)
    name, _, measure = told.partition("=")
    if name in get_args(Hurdle):
        return known, _TRAITS.get(known), (Barrier(cast("Hurdle", name), measure=float(measure or 0)),)
    return known, cast("Trait", told) if told else _TRAITS.get(known), ()


def _read(part: Part, lines: Sequence[str], blocks: list[Block]) -> None:
    path: list[str] = []
    after: str | None = None
    table: list[list[str]] = []
    for line in lines:
        if part == "body" and line.startswith("|"):
            table.append([cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")])
            row = len(table)
            for column, text in enumerate(table[-1], 1):
                header = table[0][column - 1] if row > 1 and column <= len(table[0]) else ""
                label = table[-1][0] if column > 1 else ""
                cell = Cell(1, row, column, header, label)
                blocks.append(
                    Block(len(blocks), "table", text, f"table, row {row}, column {column}", tuple(path), cell=cell)
                )
            continue
        table = []
        if part == "body" and (heading := _HEADING.match(line)):
            level = len(heading[1])
            path = path[: level - 1]
            blocks.append(Block(len(blocks), part, heading[2], "heading", tuple(path), level=level))
            path.append(heading[2])
            continue
        numbered = _NUMBER.match(line) if part == "body" else None
        number = numbered[1] if numbered else None
        address = f"para {number}" if number else f"paragraph {len(blocks) + 1}"
        blocks.append(Block(len(blocks), part, line, address, tuple(path), number, None if number else after))
        after = number or after
