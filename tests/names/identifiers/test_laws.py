from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scr_docs.names.identifiers import SHAPES, identify
from tests.conftest import ROOT


@settings(deadline=None)
@given(
    st.text(st.sampled_from("0123456789 ()+-./@abNHSborn DOBMay'’:|,\u00a0"), max_size=60),
    st.sampled_from(["", "DOB | NHS"]),
)
def test_shapes_lie_inside_the_text_in_order(text: str, context: str) -> None:
    for find in SHAPES.values():
        hits = list(find(text, context))
        assert all(0 <= hit.start < hit.end <= len(text) and hit.value for hit in hits)
        assert all(one.end <= other.start for one, other in itertools.pairwise(hits))


HOSTILE = {
    "digits": "1" * 100_000, "spaced digits": "1 " * 50_000, "phones": "07 " * 33_000, "quotes": "'" * 100_000, "at": "a@" * 50_000,
    "dots": "a.a@a." * 16_000, "letters": "a" * 100_000, "brackets": "(0" * 50_000, "born": ("born" + " " * 60) * 1_500,
    "dates": "born on 1/1/" * 8_000, "one a": "'a" * 50_000, "dob": "d.o.b " * 16_000, "commas": "1 May 2011, " * 8_000,
    "capitals": "A " * 50_000, "names": "Aa Bb School Cc " * 6_000, "labels": "crime ref case no " * 6_000, "strokes": "1/" * 50_000,
    "letters and figures": "A1" * 50_000, "urls": "www.a." * 16_000, "handles": "snapchat is " * 8_000, "streets": "1 Aa Road " * 10_000,
    "saints": "St " * 33_000, "and": "Aa and " * 14_000, "colons": "a:" * 50_000, "accounts": "account 1 " * 10_000,
    "blanks": " " * 100_000, "cars": "car A1 " * 14_000, "worked": "worked at the " * 7_000, "numbers": "12345678 " * 11_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_takes_no_more_than_a_moment(name: str) -> None:
    started = time.process_time()
    identify(HOSTILE[name])
    assert time.process_time() - started < 10


def test_a_hostile_cell_takes_no_more_than_a_moment() -> None:
    started = time.process_time()
    for name in ("digits", "letters and figures", "strokes", "streets"):
        identify(HOSTILE[name], "Crime ref, NHS number | Account, address, vehicle, Snapchat, DOB")
    assert time.process_time() - started < 20


def test_a_long_report_takes_no_more_than_a_moment() -> None:
    reports = (ROOT / "sample_reports").glob("*/report.txt")
    paragraphs = [line for report in reports for line in report.read_text("utf-8").splitlines()] * 4
    assert sum(len(paragraph.split()) for paragraph in paragraphs) > 40_000
    identify("to load the lists: crime 1, school, account")
    started = time.process_time()
    for paragraph in paragraphs:
        identify(paragraph)
    assert time.process_time() - started < 5  # measured: about 1.5


@settings(deadline=None)
@given(
    st.text(st.sampled_from("0123456789 ()+-./@abNHSborn DOBMay'’:|,\u00a0\n"), max_size=60),
    st.sampled_from(["", "DOB | NHS"]),
)
def test_a_stretch_of_text_is_one_thing_only(text: str, context: str) -> None:
    hits = sorted((hit.start, hit.end) for hits in identify(text, context).values() for hit in hits)
    assert all(0 <= start < end <= len(text) for start, end in hits)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(hits))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("his account, 07700 900123", "phone-number"),
        ("case number 943 476 5919", "nhs-number"),
        ("crime ref, custody record YT/01234/15", "custody-record"),
        ("file of H801200001001", "upn"),
        ("Oakfield Road Surgery", "surgery"),
        ("Church Street Primary School", "school"),
        ("https://facebook.com/kelly@example", "social-handle"),
        ("passport number QQ 12 34 56 C", "ni-number"),
        ("Oakfield Nursery School", "nursery"),
    ],
)
def test_what_is_more_certain_or_longer_is_told_alone(text: str, shape: str) -> None:
    assert list(identify(text)) == [shape]
