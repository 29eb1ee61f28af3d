"""Sentences as reports write them, each with what it says. (kind, person, reason); the family as a whole is None."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scr_docs.case import Case
from scr_docs.family.people import People
from scr_docs.family.read import read_document, read_text
from scr_docs.family.sections import Section
from scr_docs.model import Block, Cell, Document
from scr_docs.plain import document
from tests.small_case import case_of

Said = tuple[str, str | None, str | None]
TRIED = {"contribution", "view", "history", "non-involvement"}

PARENTS = ("father", "mother")
GRANDPARENTS = ("grandfather", "grandmother")


def said(text: str, *, to_review: bool = True, case: Case | None = None) -> list[Said]:
    """What a paragraph says, in a section in which people speak to the review, or in the report's analysis."""
    section: Section = "review" if to_review else "other"
    found = read_text(text, People(case), section=section)
    return sorted((one.kind, one.person, one.reason) for one in found if one.kind in TRIED)


def took_part(*people: str | None) -> list[Said]:
    return [("contribution", person, None) for person in people]


def view(*people: str | None) -> list[Said]:
    return [("view", person, None) for person in people]


def told(*people: str | None) -> list[Said]:
    """What somebody told the reviewer is a contribution and a view."""
    return [*took_part(*people), *view(*people)]


def away(person: str | None, reason: str | None = None) -> list[Said]:
    return [("non-involvement", person, reason)]


CONTRIBUTIONS: list[tuple[str, list[Said]]] = [
    ("Mother took part by telephone.", took_part("mother")),
    ("Mum met the reviewer.", took_part("mother")),
    ("Mother was not only interviewed but also read the draft.", took_part("mother")),
    ("Mother met the lead reviewer twice.", took_part("mother")),
    ("I met Father in prison.", took_part("father")),
    ("We visited Mother at home twice.", took_part("mother")),
    ("The author visited Maternal Grandmother at home.", took_part("maternal grandmother")),
    ("The reviewer spoke at length with Maternal Grandmother.", took_part("maternal grandmother")),
    ("The reviewer listened to both parents.", took_part(*PARENTS)),
    ("Both parents participated.", took_part(*PARENTS)),
    ("The parents were interviewed separately.", took_part(*PARENTS)),
    ("Mother was seen in prison by the lead reviewer.", took_part("mother")),
    ("A telephone conversation took place with Maternal Aunt.", took_part("maternal aunt")),
    ("An interview with the foster carer was held in May.", took_part("foster carer")),
    ("Father provided a written statement.", took_part("father")),
    ("Mother wrote to the author after the first meeting.", took_part("mother")),
    ("Mother gave her account in three short conversations.", took_part("mother")),
    ("MGM and MGF took part.", took_part("maternal grandmother", "maternal grandfather")),
    (
        "Mother, Father and Maternal Grandmother met the lead reviewer.",
        took_part("mother", "father", "maternal grandmother"),
    ),
    ("Mother and Maternal Grandmother, with an advocate, met the chair.", took_part("mother", "maternal grandmother")),
    ("Mother, who was told by her solicitor that she could speak, met the reviewer.", took_part("mother")),
    ("Sibling 1 was supported by an advocate and met the lead reviewer.", took_part("sibling")),
    ("Older sister took part.", took_part("sibling")),
    ("It would not have been possible without Mother, who met the reviewer three times.", took_part("mother")),
    ("Mother met the reviewer but would not discuss Father.", took_part("mother")),
    ("The panel met the family.", took_part(None)),
    ("Family members contributed to the review.", took_part(None)),
    ("The mother met the lead reviewer; the father did not.", [*took_part("mother"), *away("father")]),
    ("Mother, but not Father, met the lead reviewer.", [*took_part("mother"), ("non-involvement", "father", None)]),
    ("Mother told the reviewer that the nights were long.", told("mother")),
    ("Mother met the reviewer. She described a lonely winter.", told("mother")),
    ("Mother and Father met the reviewer. They felt that the plan was unclear.", told("mother", "father")),
    ("Step-father met the chair.", took_part("stepfather")),
    # possessives: somebody else of theirs
    ("Mother's Partner met the reviewer.", took_part("mother's partner")),
    ("Mother’s Partner told the reviewer that he was sorry.", told("mother's partner")),
    ("Mother met the reviewer with Father's Partner.", took_part("mother")),
    ("Mother's mother took part.", took_part("maternal grandmother")),
    ("Mother's sister met the reviewer.", took_part("maternal aunt")),
    ("The reviewer met Mother's sister.", took_part("maternal aunt")),
    ("Father's brother met the reviewer.", took_part("paternal uncle")),
    ("Stepfather's mother met the reviewer.", []),
]

VIEWS: list[tuple[str, list[Said]]] = [
    ("Mother felt that nobody listened to her.", view("mother")),
    ("Mother and Father both felt shut out.", view("mother", "father")),
    ("Father disputes this.", view("father")),
    ("Mother does not accept that she missed the visits.", view("mother")),
    ("Mother would have liked somebody to ring back.", view("mother")),
    ("Maternal Grandmother remembered a boy who loved buses.", view("maternal grandmother")),
    ("Mother was clear that she had asked for help.", view("mother")),
    ("Mother was angry that she had not been told.", view("mother")),
    ("In Mother’s view the help came too late.", view("mother")),
    ("In the view of Maternal Grandmother, nobody asked the right question.", view("maternal grandmother")),
    ("From Father's perspective the plan had been made without him.", view("father")),
    ("According to the maternal grandmother, the house was cold.", view("maternal grandmother")),
    ("Mother said that she had not been invited to the strategy meeting.", view("mother")),
]

NOTHING = [
    "The report has nine sections.",
    "She met the reviewer.",
    "Mother was told about the review.",
    "Father was told of the decision by the board.",
    "Mother was offered an advocate.",
    "Mother was asked whether she wanted an interpreter.",
    "A meeting with Father was arranged but the room was double-booked.",
    "Mother was not believed when she asked for help.",
    "Mother's account was not heard at the time.",
    "Father did not attend the clinic.",
    "Mother did not reply to letters from the surgery.",
    "Father was not invited to the child protection conference.",
]

HISTORY: list[tuple[str, list[Said]]] = [
    ("Mother told the health visitor that she was tired.", [("history", "mother", None)]),
    ("Mother said to the midwife that she felt low.", [("history", "mother", None)]),
    ("Mother reported to the GP that she could not sleep.", [("history", "mother", None)]),
    ("Mother described to the social worker how frightened she was.", [("history", "mother", None)]),
    ("Father informed the police that he had been hit.", [("history", "father", None)]),
    ("Mother was seen by the health visitor at home.", []),
    ("Mother was interviewed by the police in 2015.", []),
    ("Social Worker 1 met Mother at home.", []),
    ("Mother felt that nobody listened.", view("mother")),
    ("Mother did not engage with the health visitor.", []),
    ("Father refused to let the social worker in.", []),
    ("Father declined a lift to the hospital.", []),
    ("Mother declined the offer of support from the nursery.", []),
    ("Mother did not attend the review meeting.", []),
    ("Mother missed the review appointment in June.", []),
    ("The looked after review heard that Mother did not attend.", []),
    ("The Child in Need review noted that Father had not been invited.", []),
    ("The reviewer notes that Father did not attend the clinic.", []),
    ("The review found that Mother did not reply to letters from the surgery.", []),
    # the listener decides
    ("Mother told the lead reviewer that she was tired.", told("mother")),
    ("Father told the author that nobody had asked him.", told("father")),
    ("Father told the panel that he had rung twice.", told("father")),
    ("Mother told the review that she had told the health visitor.", told("mother")),
    ("Mother spoke to the lead reviewer about the winter.", took_part("mother")),
    ("The lead reviewer met Mother and Father on two occasions.", took_part("mother", "father")),
    ("Maternal Aunt did not take part in the review.", away("maternal aunt")),
    ("Father declined to contribute to this review.", away("father", "own-choice")),
]

AWAY: list[tuple[str, list[Said]]] = [
    # own choice
    (
        "Mother was invited by letter and by telephone on two occasions and declined to take part.",
        away("mother", "own-choice"),
    ),
    ("Father chose not to contribute.", away("father", "own-choice")),
    ("Dad preferred not to be part of it.", away("father", "own-choice")),
    ("Mother initially agreed but later withdrew, and her wishes were respected.", away("mother", "own-choice")),
    ("After a long talk with her sister, Mother decided against meeting us.", away("mother", "own-choice")),
    ("Paternal Grandmother turned down both invitations.", away("paternal grandmother", "own-choice")),
    ("Mother said no.", away("mother", "own-choice")),
    ("Mother didn’t want to take part.", away("mother", "own-choice")),
    ("Father would not speak to the reviewer.", away("father", "own-choice")),
    ("Mother’s ex-partner declined.", away("mother's partner", "own-choice")),
    # no reply
    ("Father did not respond to three attempts to make contact.", away("father", "no-reply")),
    ("Mother never replied to the board's letters.", away("mother", "no-reply")),
    ("Stepmother gave no reply to the card that was left at the house.", away("stepmother", "no-reply")),
    ("There was no response from Paternal Uncle.", away("paternal uncle", "no-reply")),
    ("Father was invited twice. He did not reply.", away("father", "no-reply")),
    ("Father did not take part. The board wrote to him twice and had no reply.", away("father", "no-reply") * 2),
    ("Father ignored two letters.", away("father", "no-reply")),
    # proceedings
    ("Father has not been contacted yet, because the trial is listed for May.", away("father", "criminal-proceedings")),
    (
        "On the advice of the senior investigating officer, contact with Father was deferred.",
        away("father", "criminal-proceedings"),
    ),
    ("Father did not take part; the trial had not ended.", away("father", "criminal-proceedings")),
    ("The family did not take part. The trial was under way.", away(None, "criminal-proceedings")),
    ("The inquest was still open, so Mother has not yet been approached.", away("mother", "court-proceedings")),
    ("Mother did not take part on the advice of her solicitor.", away("mother", "legal-advice")),
    # not traced, abroad, late
    (
        "Paternal Grandfather could not be located, although the electoral roll was searched.",
        away("paternal grandfather", "not-traced"),
    ),
    ("Extensive enquiries did not locate the paternal aunt.", away("paternal aunt", "not-traced")),
    ("Father lives overseas, was e-mailed in his language and did not reply.", away("father", "abroad")),
    ("Father was deported before the review started and could not be contacted.", away("father", "abroad")),
    (
        "Paternity was established only in June, after the draft, so Father was not invited.",
        away("father", "late-identified"),
    ),
    # safety, health, capacity, distress, age, death, estrangement
    ("It was not considered safe to approach Father: a letter could lead to retaliation.", away("father", "safety")),
    ("Mother was too unwell to be interviewed.", away("mother", "health")),
    ("Father was unable to take part because of his health.", away("father", "health")),
    ("An interview with Mother would be harmful while she is an inpatient.", away("mother", "health")),
    (
        "Maternal Grandfather lacked the capacity to decide about it and did not take part.",
        away("maternal grandfather", "capacity"),
    ),
    ("It was too painful for Maternal Aunt, who did not feel able to talk.", away("maternal aunt", "distress")),
    ("The family asked for time after the anniversary and did not feel able to meet.", away(None, "distress")),
    ("Sibling 1 and Sibling 2 were aged 2 and 4 and were not interviewed.", away("sibling", "age")),
    ("Sibling 2, a baby of ten months, was not interviewed.", away("sibling", "age")),
    ("Mother died before the review was commissioned.", away("mother", "deceased")),
    ("Both parents are dead.", [*away("father", "deceased"), *away("mother", "deceased")]),
    ("Paternal Uncle had been estranged for years and was not invited.", away("paternal uncle", "no-relationship")),
    # no reason
    ("Father was not involved.", away("father")),
    ("Father wasn't invited.", away("father")),
    ("Father won't take part.", away("father")),
    ("Dad didn't come.", away("father")),
    ("It was not possible to engage the family.", away(None)),
    ("It has not been possible to speak to Father.", away("father")),
    ("No contribution was received from Father.", away("father")),
    ("The author did not interview the siblings.", away("sibling")),
    ("Mother did not take part. The reason is not known.", away("mother")),
    # nobody of a group
    ("None of the family took part.", away(None)),
    ("No family members contributed to the review.", away(None)),
    ("Nobody in the family wished to take part.", away(None, "own-choice")),
    ("Neither parent took part.", [*away("father"), *away("mother")]),
    ("Neither of the parents took part.", [*away("father"), *away("mother")]),
    ("The grandparents did not reply.", [said for who in GRANDPARENTS for said in away(who, "no-reply")]),
    # one did and another did not
    ("Mother met the lead reviewer but Father declined.", [*took_part("mother"), *away("father", "own-choice")]),
    (
        "Although Mother declined, Maternal Grandmother took part.",
        [*took_part("maternal grandmother"), *away("mother", "own-choice")],
    ),
    (
        "Mother's Partner did not reply. Mother met the reviewer.",
        [*took_part("mother"), *away("mother's partner", "no-reply")],
    ),
    # whose reason it is
    ("Father did not take part. He said that it was too painful.", [*view("father"), *away("father", "distress")]),
    (
        "Father did not take part. Maternal Grandmother said that the trial was hard on her.",
        [*view("maternal grandmother"), *away("father")],
    ),
    ("Father did not reply. Mother was not traced.", [*away("father", "no-reply"), *away("mother", "not-traced")]),
]


@pytest.mark.parametrize(("text", "expected"), [*CONTRIBUTIONS, *VIEWS, *AWAY, *((text, []) for text in NOTHING)])
def test_in_a_section_on_family_involvement(text: str, expected: list[Said]) -> None:
    assert said(text) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), HISTORY)
def test_elsewhere_only_what_the_review_heard_counts(text: str, expected: list[Said]) -> None:
    assert said(text, to_review=False) == sorted(expected)


def test_history_stays_history_in_a_section_on_family_involvement() -> None:
    assert said("Mother told the health visitor that she was tired.") == [("history", "mother", None)]


CASE = case_of(
    {"id": "child", "name": "Toby Thompson", "relationship": "subject", "report_name": "Child K"},
    {"id": "kt", "name": "Kelly Thompson", "relationship": "mother", "report_name": "Ms T"},
    {"id": "mp", "name": "Rob Price", "relationship": "mother's partner", "report_name": "Mother’s Partner"},
    {"id": "s1", "name": "Ava Thompson", "relationship": "sibling", "report_name": "Sibling 1"},
    {"id": "s10", "name": "Mia Thompson", "relationship": "sibling", "report_name": "Sibling 10"},
    {"id": "mgm", "name": "Ann Thompson", "relationship": "maternal grandmother"},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms T met the reviewer.", took_part("kt")),
        ("Mother met the reviewer.", took_part("kt")),
        ("Mum said no.", away("kt", "own-choice")),
        ("Mother's Partner met the reviewer.", took_part("mp")),
        ("Mother’s\u00a0Partner met the reviewer.", took_part("mp")),
        ("Sibling 1 met the reviewer.", took_part("s1")),
        ("Sibling\u00a01 met the reviewer.", took_part("s1")),
        ("Sibling 10 met the reviewer.", took_part("s10")),
        ("The siblings met the reviewer.", took_part("s1", "s10")),
        ("The sibling met the reviewer.", []),
        ("MGM met the reviewer.", took_part("mgm")),
        ("The grandparents met the reviewer.", took_part("mgm")),
        ("Father met the reviewer.", []),
        ("Father's Partner met the reviewer.", []),
        ("The reviewer met Ms T's mother.", took_part("mgm")),
        ("Child K met the reviewer.", took_part("child")),
        ("İpek Nurse met Ms T before she told the reviewer.", told("kt")),
    ],
)
def test_with_a_case_file_people_have_its_ids(text: str, expected: list[Said]) -> None:
    assert said(text, case=CASE) == sorted(expected)


@pytest.mark.parametrize(
    ("heading", "counts"),
    [
        ("Family involvement", True), ("3 The family’s views", True), ("Methodology", True), ("How the review was done", True),
        ("Involvement", True), ("Parental contribution", True), ("Family composition", False), ("Family history", False),
        ("Background", False), ("Family tree", False), ("Circumstances of the family", False),
    ],
)  # fmt: skip
def test_the_heading_says_whether_people_speak_to_the_review(heading: str, counts: bool) -> None:
    read = read_document(document([("body", f"# {heading}\nMother felt alone.")]), People(None))
    assert [placed.statement.kind for placed in read] == (["view"] if counts else [])


def test_a_heading_below_one_on_family_involvement_counts_unless_it_turns_away() -> None:
    text = "# Family involvement\n## What was said\nMother felt alone.\n## Family history\nFather felt alone."
    read = read_document(document([("body", text)]), People(None))
    assert [placed.statement.person for placed in read] == ["mother"]


def test_where_no_section_tells_a_feeling_is_a_view() -> None:
    read = read_document(document([("body", "# Analysis\nMother felt alone.")]), People(None))
    assert [(placed.statement.kind, placed.statement.section) for placed in read] == [("view", "other")]


@pytest.mark.parametrize("mother", ["Mother²", "¹Mother", "Motherº", "Mother½"])
def test_the_mark_of_a_note_is_no_part_of_a_word(mother: str) -> None:
    assert said(f"{mother} declined to take part in the review.") == away("mother", "own-choice")


def test_what_nobody_of_a_service_asked_is_no_reason() -> None:
    assert said("Father was not interviewed. Nobody asked Father about it because he was ill.") == away("father")


def test_headings_themselves_and_comments_say_nothing() -> None:
    text = "# Family involvement\n## Mother met the reviewer"
    assert read_document(document([("body", text), ("comment", "Father met the reviewer.")]), People(None)) == ()


def test_a_statement_knows_its_sentence() -> None:
    text = "It was cold. Mother met the reviewer. She felt heard."
    found = list(read_text(text, People(None), section="review"))
    assert [text[one.start : one.end] for one in found] == ["Mother met the reviewer.", "She felt heard."]
    assert not any(one.vague for one in found)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Mother", "Father's", "the family", "and", "not", "met the reviewer", ".", "İ", "He", ";", "told", " "]
        )
    )
)
def test_statements_lie_inside_the_text_and_reading_twice_gives_the_same(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = list(read_text(text, People(None), section="review"))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert found == list(read_text(text, People(None), section="review"))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    list(read_text(f"Mother {text} Father", People(CASE), section="review"))


HOSTILE = {
    "and": "Mother and " * 9_000, "commas": "Mother, " * 12_000, "a": "Mother " + "a " * 50_000, "review": "Mother review " * 7_000,
    "the": "Mother " + "the " * 25_000, "mother": "mother " * 14_000, "not": "Mother did not not " * 5_000,
    "to": "it was not possible to to to to Mother " * 2_500, "letters": "Mother " + "a" * 100_000, "blanks": "Mother" + " " * 100_000,
    "sentences": "Mother met the reviewer. " * 4_000, "but not": "Mother, but not Father, " * 4_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_takes_no_more_than_a_moment(name: str) -> None:
    said("Mother met the reviewer.")
    started = time.process_time()
    said(HOSTILE[name])
    assert time.process_time() - started < 10


def test_what_is_said_twice_is_told_in_each_place_and_as_its_heading_has_it() -> None:
    said = "Mother felt alone."
    text = f"# Family involvement\n{said}\n# Key events\n{said}\n# Family involvement\n{said}"
    read = read_document(document([("body", text)]), People(None))
    assert [(one.block.headings, one.statement.kind, one.quote) for one in read if one.statement.kind == "view"] == [
        (("Family involvement",), "view", said)
    ] * 2
    assert len({id(one.block) for one in read if one.statement.kind == "view"}) == 2


def test_what_is_said_twice_in_a_table_is_told_of_each_row() -> None:
    def cell(row: int, label: str) -> Block:
        return Block(row, "table", "Did not reply to our letters.", "", cell=Cell(1, row, 2, "Response", label))

    read = read_document(Document("a", "", (cell(2, "Mother"), cell(3, "Father"), cell(4, "Mother"))), People(None))
    told = [(one.block.index, one.statement.person, one.statement.reason) for one in read]
    assert told == [(2, "mother", "no-reply"), (3, "father", "no-reply"), (4, "mother", "no-reply")]
