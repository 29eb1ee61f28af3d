from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs import yaml_file
from scr_docs.case.model import Reason
from scr_docs.errors import PackError
from scr_docs.family import cues as module
from scr_docs.family.cues import cues, small
from scr_docs.yaml_file import Strict


def test_the_shipped_cues_load_once() -> None:
    assert cues() is cues()
    assert cues().file.contribution


def test_reasons_are_those_of_the_case_file() -> None:
    known = {str(reason) for reason in Reason.__args__}  # type: ignore[attr-defined]
    assert set(cues().file.reasons) == known - {"other"}


@pytest.mark.parametrize("kind", ["contribution", "view", "non_involvement"])
def test_every_pattern_about_people_says_who(kind: str) -> None:
    assert all("who" in pattern.groupindex for pattern in getattr(cues().file, kind))


def test_no_pattern_repeats_a_group_without_an_end() -> None:
    lists = ("contribution", "view", "history", "non_involvement", "review_words", "family_headings")
    patterns = [pattern.pattern for name in lists for pattern in getattr(cues().file, name)]
    assert not [pattern for pattern in patterns if re.search(r"\)[+*]", pattern)]


class _Lines(Strict):
    lines: tuple[module.Pattern, ...]


@pytest.mark.parametrize(
    ("line", "told"), [("'('", "is no pattern: missing ), unterminated subpattern"), ("{a: b}", "lines[0]")]
)
def test_a_line_that_is_no_pattern_is_told_with_its_place(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "cues.yaml"
    path.write_text(f"lines: [{line}]\n", "utf-8")
    with pytest.raises(PackError) as raised:
        yaml_file.read(path, PackError, about="the list of cues").build(_Lines)
    assert told in str(raised.value)


@given(st.text())
def test_small_letters_keep_their_places(text: str) -> None:
    assert len(small(text)) == len(text)


def test_small_letters_have_straight_apostrophes_and_plain_blanks() -> None:
    assert small("Mother’s\u00a0İ") == "mother's i"
