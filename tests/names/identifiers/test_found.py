"""Every identifier, in the ways in which people write it, and ordinary lines beside each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from scr_docs.names.identifiers import SHAPES, identify

HERE = Path(__file__).parent
LINES: dict[str, dict[str, list[str]]] = {
    shape: lines
    for path in sorted(HERE.glob("*.yaml"))
    for shape, lines in yaml.safe_load(path.read_text("utf-8")).items()
}


def lines(sort: str) -> list[tuple[str, str]]:
    return [(shape, line) for shape, sorts in LINES.items() for line in sorts[sort]]


def told(line: str) -> dict[str, list[str]]:
    """What is found in the line, by shape."""
    text, _, context = line.partition(" ## ")
    return {shape: [text[one.start : one.end] for one in found] for shape, found in identify(text, context).items()}


def test_every_shape_has_lines_of_both_sorts() -> None:
    assert set(LINES) == set(SHAPES)
    assert all(len(sorts["found"]) >= 8 and len(sorts["ordinary"]) >= 4 for sorts in LINES.values())


@pytest.mark.parametrize(("shape", "line"), lines("found"))
def test_an_identifier_is_found_as_what_it_is_and_nothing_else(shape: str, line: str) -> None:
    assert told(re.sub("[«»]", "", line)) == {shape: re.findall("«(.*?)»", line)}


@pytest.mark.parametrize(("shape", "line"), lines("ordinary"))
def test_an_ordinary_line_holds_no_such_identifier(shape: str, line: str) -> None:
    assert shape not in told(line)


@pytest.mark.parametrize(("shape", "line"), lines("found"))
def test_no_break_blanks_and_line_breaks_are_blanks(shape: str, line: str) -> None:
    if "\u00a0" in line or shape in {"web-address", "email-address"}:
        return
    for blank in ("\u00a0", "  "):
        text, _, context = line.partition(" ## ")
        found = told(re.sub("[«»]", "", text).replace(" ", blank) + (f" ## {context}" if context else ""))
        assert shape in found


def test_nothing_is_found_in_ordinary_prose_of_a_report() -> None:
    text = (HERE / "ordinary.txt").read_text("utf-8")
    assert len(text.split()) > 900
    assert {line: told(line) for line in text.splitlines() if told(line)} == {}
