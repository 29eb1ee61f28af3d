"""Kind `hidden`: each thing that no reader sees is told once, where it begins; hundreds of them do not drown the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs import case, engine, pack
from scr_docs.finding import Finding, Severity
from scr_docs.kinds import PARAMS, Reading, hidden
from scr_docs.model import Block, Document, Mark, Part, Trait
from scr_docs.pack import Rule

CHECKS = Path(__file__).parent.parent.parent / "checks"
RULES = {rule.entry.id: rule for rule in pack.load([CHECKS], PARAMS) if rule.pack == "hidden"}
Stretch = tuple[str, Part, Trait | None]
"""Words of a block, the part that they are, and how they are hidden."""

KELLY: Stretch = ("Kelly", "hidden", "white-text")
PRICE: Stretch = ("Price", "hidden", "white-text")

TRACKED, WHITE, COVERED = RULES["tracked-change"], RULES["white-text"], RULES["covered-text"]


def block(text: str, *marks: Stretch, part: Part = "body", trait: Trait | None = None, index: int = 0) -> Block:
    """A block with marks over the stretches of its text that are written out."""
    placed = []
    at = 0
    for stretch, of, how in marks:
        at = text.index(stretch, at)
        placed.append(Mark(at, at + len(stretch), of, how))
        at += len(stretch)
    return Block(index, part, text, f"paragraph {index + 1}", marks=tuple(placed), trait=trait)


def found(rule: Rule, *blocks: Block) -> Sequence[Finding]:
    """What the rule finds through the whole engine; nothing may break."""
    result = engine.run(Reading(Document("draft", "", blocks), None), [rule])
    assert result.broken == ()
    return result.findings


def texts(rule: Rule, *blocks: Block) -> list[str]:
    return [finding.text for finding in found(rule, *blocks)]


def test_a_hidden_block_is_told_with_its_place() -> None:
    seen = Block(0, "body", "Mother came.", "paragraph 1")
    comment = Block(1, "comment", "Is this Kelly?", "comment 1 on para 4.12", ("4 Analysis",), trait="comment")
    (finding,) = found(RULES["comment"], seen, comment)
    place = finding.location
    assert (finding.rule, finding.text, finding.severity) == ("hidden.comment", "Is this Kelly?", Severity.MUST_FIX)
    assert (place.part, place.block, place.start, place.end) == ("comment", 1, 0, 14)
    assert (place.address, place.heading) == ("comment 1 on para 4.12", "4 Analysis")
    assert finding.shown(None).message == "A comment is still in the file: “Is this Kelly?”"


def test_a_hidden_stretch_is_told_with_its_place_and_as_the_part_that_it_is() -> None:
    (finding,) = found(WHITE, block("Mother (Kelly Price) came.", ("Kelly Price", "hidden", "white-text")))
    place = finding.location
    assert (finding.text, place.part, place.start, place.end) == ("Kelly Price", "hidden", 8, 19)
    assert place.context == "Mother (Kelly Price) came."


def test_what_is_plain_or_hidden_in_another_way_is_not_told() -> None:
    plain = block("Mother came in May.", ("Mother", "body", None), ("May", "hidden", "tiny-text"))
    assert not found(WHITE, plain, block("Kelly", part="hidden", trait="hidden-text"))


def test_only_the_first_twelve_words_are_told() -> None:
    text = "  one two\tthree four five six\nseven eight nine ten eleven twelve thirteen "
    (finding,) = found(WHITE, block(text, trait="white-text"))
    assert finding.text == text.strip().removesuffix(" thirteen")
    place = finding.location
    assert text[place.start : place.end] == finding.text


def test_words_without_an_end_are_cut() -> None:
    assert texts(WHITE, block("x" * 500, trait="white-text")) == ["x" * 200]
    assert texts(WHITE, block("x" * 199 + " " + "y" * 500, trait="white-text")) == ["x" * 199]


def test_the_words_after_the_end_of_a_stretch_are_not_told() -> None:
    assert texts(WHITE, block("Kelly Price came.", ("Kelly Pri", "hidden", "white-text"))) == ["Kelly Pri"]


@pytest.mark.parametrize("text", ["", " ", "\t\n\u00a0"])
def test_blanks_hide_nothing(text: str) -> None:
    marked = Block(0, "body", f"a{text}b", "paragraph 1", marks=(Mark(1, 1 + len(text), "hidden", "white-text"),))
    assert not found(WHITE, marked, Block(1, "hidden", text, "paragraph 2", trait="white-text"))


def test_neighbouring_stretches_that_are_hidden_alike_are_one() -> None:
    assert texts(WHITE, block("So Kelly Price came.", KELLY, PRICE)) == ["Kelly Price"]
    assert texts(WHITE, block("So KellyPrice came.", KELLY, PRICE)) == ["KellyPrice"]
    assert texts(WHITE, block("So Kelly, Price came.", KELLY, PRICE)) == ["Kelly", "Price"]


def test_stretches_that_overlap_are_one() -> None:
    marks = (
        Mark(8, 13, "hidden", "white-text"),
        Mark(3, 11, "hidden", "white-text"),
        Mark(4, 6, "hidden", "white-text"),
    )
    assert texts(WHITE, Block(0, "body", "So Kelly Price came.", "paragraph 1", marks=marks)) == ["Kelly Pric"]


def test_neighbouring_stretches_that_are_hidden_otherwise_are_told_one_by_one_in_their_order() -> None:
    marked = block("So Kelly Price came.", ("Kelly", "covered", "symbol-font"), ("Price", "covered", "covered-text"))
    found_singly = hidden.check(COVERED, Reading(Document("draft", "", (marked,)), None))
    assert [finding.text for finding in found_singly] == ["Kelly", "Price"]


def test_what_stands_between_two_stretches_of_one_way_may_be_hidden_in_another() -> None:
    marks: list[Stretch] = [
        ("Kelly", "inserted", "inserted"),
        ("Ann", "inserted", "moved"),
        ("Price", "inserted", "inserted"),
    ]
    assert texts(TRACKED, block("So Kelly Ann Price came.", *marks)) == ["Kelly", "Ann", "Price"]


def test_a_stretch_inside_another_that_is_hidden_otherwise_does_not_part_it() -> None:
    marks = (
        Mark(3, 8, "inserted", "inserted"),
        Mark(4, 6, "inserted", "moved"),
        Mark(9, 14, "inserted", "inserted"),
    )
    assert texts(TRACKED, Block(0, "body", "So Kelly Price came.", "para 1", marks=marks)) == ["Kelly Price", "el"]


def test_a_block_that_is_hidden_as_a_whole_is_told_once() -> None:
    inside = block("Kelly Price came.", ("Price", "inserted", "moved"), part="inserted", trait="inserted")
    assert texts(TRACKED, inside) == ["Kelly Price came."]


def test_a_stretch_of_a_hidden_block_that_is_hidden_otherwise_is_told_by_its_own_rule() -> None:
    comment = block("Is this Kelly?", ("Kelly", "hidden", "white-text"), part="comment", trait="comment")
    assert texts(RULES["comment"], comment) == ["Is this Kelly?"]
    assert texts(WHITE, comment) == ["Kelly"]


@pytest.mark.parametrize("trait", ["deleted", None])
def test_a_deletion_is_told_once_although_the_paragraph_as_it_was_holds_it_too(trait: Trait | None) -> None:
    now = block("Mother came.")
    alone = block("Kelly ", part="deleted", trait="deleted", index=1)
    before = block("Mother Kelly came.", ("Kelly ", "deleted", "deleted"), part="deleted", trait=trait, index=2)
    (finding,) = found(TRACKED, now, alone, before)
    assert (finding.text, finding.location.block) == ("Kelly", 1)


def test_a_deletion_in_what_still_stands_there_is_told() -> None:
    cell = block("Kelly was seen.", ("Kelly", "deleted", "deleted"), part="table")
    assert texts(TRACKED, cell) == ["Kelly"]


def test_a_rule_keeps_to_the_parts_of_its_scope(tmp_path: Path) -> None:
    text = (CHECKS / "hidden.yaml").read_text("utf-8").replace("[white-text]", "[white-text]\n    scope: [header]")
    (tmp_path / "hidden.yaml").write_text(text, "utf-8")
    rule = next(rule for rule in pack.load([tmp_path], PARAMS) if rule.entry.id == "white-text")
    body = block("Kelly", ("Kelly", "hidden", "white-text"))
    header = block("Toby", ("Toby", "hidden", "white-text"), part="header", index=1)
    assert texts(rule, body, header) == ["Toby"]


def many(count: int) -> list[Block]:
    return [block(f"word{index}", part="comment", trait="comment", index=index) for index in range(count)]


def test_twenty_are_told_one_by_one() -> None:
    assert texts(RULES["comment"], *many(20)) == [f"word{index}" for index in range(20)]


@pytest.mark.parametrize(("count", "more"), [(21, 1), (157, 137)])
def test_what_is_more_than_twenty_is_counted_in_a_last_finding_about_the_whole_document(count: int, more: int) -> None:
    *singly, rest = found(RULES["comment"], *many(count))
    assert [finding.text for finding in singly] == [f"word{index}" for index in range(20)]
    assert (rest.text, rest.location.block, rest.severity) == ("", None, Severity.MUST_FIX)
    assert rest.shown(None).message == f"A comment is still in the file: and {more} more like these"


def test_stretches_count_as_blocks_do() -> None:
    text = ", ".join(["Kelly"] * 25)
    *singly, rest = found(WHITE, block(text, *[KELLY] * 25))
    assert len(singly) == hidden.TOLD_SINGLY
    assert "and 5 more" in rest.message


def test_a_message_without_a_quotation_says_how_many_more_there_are_too(tmp_path: Path) -> None:
    text = (CHECKS / "hidden.yaml").read_text("utf-8").replace("in the file: {quote}", "in the file")
    (tmp_path / "hidden.yaml").write_text(text, "utf-8")
    rule = next(rule for rule in pack.load([tmp_path], PARAMS) if rule.entry.id == "comment")
    assert found(rule, *many(22))[-1].message == "A comment is still in the file: and 2 more like these"


def test_every_way_of_being_hidden_has_exactly_one_rule() -> None:
    told = Counter(trait for rule in RULES.values() for trait in rule.params.traits)
    assert told == Counter(get_args(Trait))


def test_every_rule_says_what_it_found_where_twenty_more_can_take_its_place() -> None:
    for rule in RULES.values():
        assert rule.entry.message.endswith(": {quote}"), rule.id


def test_the_guide_to_what_is_read_names_every_rule() -> None:
    page = (CHECKS.parent / "docs" / "what-is-read.md").read_text("utf-8")
    assert [rule.id for rule in RULES.values() if f"`{rule.id}`" not in page] == []


MARKS = st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from([*get_args(Trait)[:6], None]))


@given(st.text(max_size=40), st.lists(MARKS, max_size=8), st.sampled_from([None, "white-text", "comment"]))
def test_each_run_of_hidden_letters_is_told_once_from_its_first(
    text: str, placed: list[tuple[int, int, Trait | None]], trait: Trait | None
) -> None:
    marks = [Mark(min(a, b, len(text)), min(max(a, b), len(text)), "hidden", how) for a, b, how in placed]
    white = [mark for mark in marks if mark.trait == "white-text"]
    if trait == "white-text":
        white = [Mark(0, len(text), "hidden")]
    letters = [
        (at, any(mark.start <= at < mark.end for mark in white)) for at, sign in enumerate(text) if not sign.isspace()
    ]
    runs = [next(run)[0] for is_white, run in groupby(letters, key=lambda letter: letter[1]) if is_white]

    findings = found(WHITE, Block(0, "body", text, "paragraph 1", marks=tuple(marks), trait=trait))

    assert [finding.location.start for finding in findings] == runs
    for finding in findings:
        place = finding.location
        assert finding.text == finding.text.strip() == text[place.start : place.end]
        assert len(finding.text.split()) <= 12


def test_the_name_of_the_board_as_author_is_nothing_to_hide() -> None:
    known = case.load(CHECKS / "example-case.yaml")
    properties = [
        Block(number, "properties", text, f"properties {number}", trait="author")
        for number, text in enumerate(
            ("Hallam Bridge Safeguarding Children Board", "HBSCB", "Jane Example", "A. Typist")
        )
    ]
    reading = Reading(Document("draft", "", tuple(properties)), known)
    assert [finding.text for finding in engine.run(reading, [RULES["author"]]).findings] == ["A. Typist"]
