from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.finding import FileReport, Finding, LintReport, Location, Secrets, Severity, mask
from scr_docs.model import Block, Mark

JOINERS = {"Mn", "Mc", "Me", "Cf"}
TEXTS = st.one_of(st.text(max_size=40), st.text(st.sampled_from("Kelly’ -O'Né\u0301\xad\u200b_1.🙂कि"), max_size=40))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Kelly Thompson", "K**** T*******"),
        ("O’Neill", "O’N****"),
        ("Smith-Jones", "S****-J****"),
        ("kelly_thompson", "k*************"),
        ("07700 900123", "0**** 9*****"),
        ("kelly@example.org", "k****@e******.o**"),
        ("3 May 2011", "3 M** 2***"),
        ("Siân Lłŷr", "S*** L***"),
        ("Sia\u0302n", "S****"),
        ("Kel\xadly", "K*****"),
        ("Kel\u200bly", "K*****"),
        ("\u200bKelly", "\u200bK****"),
        ("A", "A"),
        ("", ""),
    ],
)
def test_only_first_letters_and_lengths_stay(text: str, masked: str) -> None:
    assert mask(text) == masked


@given(TEXTS)
def test_masking_keeps_the_length(text: str) -> None:
    assert len(mask(text)) == len(text)


@given(TEXTS)
def test_no_letter_stays_but_the_first_of_its_word(text: str) -> None:
    for (before, after), shown in zip(itertools.pairwise(" " + text), mask(text), strict=True):
        if after.isalnum():
            first = not before.isalnum() and before != "_" and unicodedata.category(before) not in JOINERS
            assert shown in {after, "*"}
            if first:
                assert shown == after
            if before.isalnum():
                assert shown == "*"
        elif unicodedata.category(after) not in JOINERS and after != "_":
            assert shown == after


@given(TEXTS)
def test_masking_twice_shows_no_more(text: str) -> None:
    assert all(twice in {once, "*"} for once, twice in zip(mask(text), mask(mask(text)), strict=True))


def secret(text: str, rule: str = "personal-data.known-name") -> Finding:
    return Finding(rule=rule, severity=Severity.MUST_FIX, message="Found: {quote}", text=text)


@pytest.mark.parametrize(
    ("values", "shown", "hidden"),
    [
        (["Kelly Thompson"], "Statement of KELLY THOMPSON.docx", "Statement of K**** T*******.docx"),
        (["Kelly", "Kelly Thompson"], "Kelly Thompson", "K**** T*******"),
        (["a.b"], "aXb a.b", "aXb a.b"),
        (["Ann"], "planning", "pl*nning"),
        (["Siân"], "Sian.docx, SIÂN.docx, Sia\u0302n.docx", "S***.docx, S***.docx, S****.docx"),
        (["Sia\u0302n"], "Siân and Sian", "S*** and S***"),
        (["O’Neill"], "o'neill", "o'n****"),
        (["", "  "], "  nothing  ", "  nothing  "),
        ([], "Kelly", "Kelly"),
    ],
)
def test_found_values_are_hidden_wherever_they_stand(values: list[str], shown: str, hidden: str) -> None:
    if values == ["Ann"]:
        hidden = "pl" + mask("ann") + "ing"
    assert Secrets(values).hide(shown) == hidden


@pytest.mark.parametrize(
    ("text", "rule", "shown", "hidden"),
    [
        ("Kelly Thompson", "personal-data.known-name", "/x/Thompson report.docx", "/x/T******* report.docx"),
        ("Kelly Thompson", "personal-data.known-name", "/x/kelly_report.docx", "/x/k****_report.docx"),
        ("Ann Lee", "personal-data.known-name", "planning with Lee", "planning with L**"),
        ("Father was not involved.", "non-involvement.no-reason", "Father’s views", "Father’s views"),
        ("14 Acacia Road", "personal-data.known-contact-detail", "4 Acacia Road", "4 A***** R***"),
    ],
)
def test_words_of_personal_data_are_hidden_too_and_those_of_other_findings_are_not(
    text: str, rule: str, shown: str, hidden: str
) -> None:
    assert Secrets.of([secret(text, rule)]).hide(shown) == hidden


@given(st.lists(st.text(min_size=2, max_size=12), max_size=4), st.text(max_size=20), st.text(max_size=20))
def test_a_hidden_text_has_the_same_length_and_no_secret(values: list[str], before: str, after: str) -> None:
    for value in values:
        text = before + value + after
        hidden = Secrets(values).hide(text)
        assert len(hidden) == len(text)
        if mask(value) != value:
            assert value not in hidden


BLOCK = Block(
    7, "body", "Then Kelly Thompson rang.", 'body > "4 Kelly’s view" > para 4.1', ("3 X", "4 Kelly’s view"), "4.1", None
)


def test_a_finding_is_shown_whole_or_masked_everywhere() -> None:
    found = Finding(
        rule="personal-data.known-name", severity=Severity.MUST_FIX, message="Here: {quote}", text="Kelly Thompson",
        person="mother", location=Location.of(BLOCK, 5, 19), suggestion="Mother", source="QM12",
    )  # fmt: skip
    whole = found.shown(None)
    assert whole.message == "Here: “Kelly Thompson”"
    assert whole.location == found.location
    masked = found.shown(Secrets.of([found]))
    assert masked.message == "Here: “K**** T*******”"
    assert masked.text == "K**** T*******"
    assert masked.location.context == "T*** K**** T******* r***."
    assert masked.location.heading == "4 K****’s view"
    assert masked.location.address == 'body > "4 K****’s view" > para 4.1'
    assert (masked.person, masked.suggestion, masked.source) == ("mother", "Mother", "QM12")
    assert (masked.location.number, masked.location.start, masked.location.end) == ("4.1", 5, 19)


def test_a_finding_about_the_whole_document_is_shown_without_a_place() -> None:
    assert secret("").shown(Secrets([])).location == Location()


def test_a_location_is_that_of_its_block() -> None:
    place = Location.of(BLOCK, 5, 19)
    assert (place.part, place.heading, place.number, place.block) == ("body", "4 Kelly’s view", "4.1", 7)
    assert (place.start, place.end, place.address, place.after) == (5, 19, BLOCK.address, None)


def test_a_location_without_headings_has_none_and_takes_the_part_of_a_mark() -> None:
    block = Block(0, "body", "a secret", "para 1", after="3.2", marks=(Mark(2, 8, "hidden"),))
    assert Location.of(block, 2, 8).part == "hidden"
    assert Location.of(block, 0, 1).part == "body"
    assert (Location.of(block, 0, 1).heading, Location.of(block, 0, 1).after) == (None, "3.2")


@given(st.text(st.sampled_from("ab \n.…é"), min_size=1, max_size=200), st.data())
def test_the_context_is_an_exact_piece_of_the_text_around_the_finding(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 30)))
    context = Location.of(Block(0, "body", text, "para 1"), start, end).context
    assert context is not None
    cut_before, cut_after = context.startswith("…") and not text.startswith(context), not text.strip().endswith(context)
    inner = context.removeprefix("…") if cut_before else context
    inner = inner.removesuffix("…") if cut_after and inner not in text else inner
    assert inner in text
    assert text[start:end].strip() in context
    assert len(context) <= 80 + (end - start) + 2


@pytest.mark.parametrize(
    ("text", "start", "end", "context"),
    [
        ("short text", 0, 5, "short text"),
        (
            "word " * 30,
            75,
            79,
            "…" + "word " * 14 + "word…",
        ),
        ("x" * 100, 40, 60, "x" * 100),
        ("x" * 200, 100, 110, "…" + "x" * 90 + "…"),
    ],
)
def test_the_context_reaches_forty_characters_to_whole_words(text: str, start: int, end: int, context: str) -> None:
    assert Location.of(Block(0, "body", text, "para 1"), start, end).context == context


def file(*severities: Severity, fail_on: Severity | None = Severity.MUST_FIX, error: str | None = None) -> FileReport:
    findings = tuple(Finding(rule="a.b", severity=severity, message="m") for severity in severities)
    return FileReport("x.docx", findings=findings, fail_on=fail_on, error=error, rules_run=("a.b",))


MUST, CHECK, NOTE = Severity


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ((), 2),
        ((file(),), 0),
        ((file(MUST),), 1),
        ((file(CHECK, NOTE),), 0),
        ((file(CHECK, fail_on=CHECK),), 1),
        ((file(NOTE, fail_on=CHECK),), 0),
        ((file(NOTE, fail_on=NOTE),), 1),
        ((file(MUST, fail_on=NOTE),), 1),
        ((file(MUST, fail_on=None),), 0),
        ((file(error="broken"),), 2),
        ((file(MUST, error="broken"),), 2),
        ((file(MUST), file(error="broken")), 2),
        ((file(), file(MUST)), 1),
        ((file(), file()), 0),
        ((FileReport("x.docx"),), 2),  # no rule was run
        ((file(), FileReport("x.docx")), 2),
    ],
)
def test_the_exit_status_belongs_to_the_report(files: tuple[FileReport, ...], status: int) -> None:
    assert LintReport(files).exit_status == status


def test_the_summary_counts_findings_and_files() -> None:
    report = LintReport((file(MUST, MUST, CHECK), FileReport("y.docx", error="broken", waived=2)))
    assert report.summary() == {"must-fix": 2, "check": 1, "note": 0, "waived": 2, "files": 2, "unreadable": 1}
    assert len(report.findings) == 3


@pytest.mark.parametrize(("one", "other", "least"), [(MUST, NOTE, True), (CHECK, CHECK, True), (NOTE, CHECK, False)])
def test_severities_are_ordered(one: Severity, other: Severity, least: bool) -> None:
    assert one.at_least(other) is least
