"""A postcode or a telephone number is never broken at the end of a line, in any Word letter."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from scr_docs import pipeline, word
from scr_docs.letters import package
from scr_docs.letters.formats.unbroken import unbroken
from scr_docs.letters.stages import stage
from tests.letters.own_stage import DAY, whole_case_with, word_file


@pytest.mark.parametrize(
    "kept",
    [
        "HB2 4QX",
        "SW1A 1AA",
        "01632 960100",
        "020 7946 0218",
        "07700 900123",
        "0808 157 0142",
        "0800 1111",
        "116 123",
        "+44 20 7946 0218",
        "+44 (0)20 7946 0218",
        "(01632) 960100",
    ],
)
def test_each_is_held_together_and_says_the_same(kept: str) -> None:
    parts = package.parts(word_file(f"Please use {kept}, or ask."))
    found = unbroken(parts)["word/document.xml"].decode()
    assert f"Please use {kept.replace(' ', chr(0xA0))}, or ask." in found


@pytest.mark.parametrize("other", ["in 2016 11 people", "A4 2 pages", "page 12 of 0", "B1 2 and 3"])
def test_nothing_else_is_changed(other: str) -> None:
    parts = package.parts(word_file(f"We met {other} there."))
    assert unbroken(parts) == parts


@pytest.mark.parametrize("format_", ["standard", "large-print", "easy-read", "young-person"])
def test_every_word_letter_holds_them_together(tmp_path: Path, format_: str) -> None:
    case = whole_case_with(tmp_path, "first-notice")
    if format_ == "young-person":
        whole = case.model_dump(mode="json", by_alias=True)
        for person in whole["people"]:
            if person["id"] == "mother":
                person["contact"]["formats"] = ["young-person"]
        case = type(case).model_validate(whole)
    run = pipeline.make_letters(case, stage("first-notice"), people=["mother"], formats=[format_], day=DAY)
    assert [one.why for one in run.without] == []
    (letter,) = run.letters
    text = "\n".join(block.text for block in word.read_bytes(letter.content, letter.name).story())
    for whole_line in ("HB2 4QX", "01632 960102"):
        assert whole_line not in text
    assert "01632\u00a0960102" in text


def test_a_hostile_text_takes_no_long_time() -> None:
    parts = package.parts(word_file("0" * 50_000 + " 0123" * 20_000))
    start = time.perf_counter()
    unbroken(parts)
    assert time.perf_counter() - start < 5
