"""A right case file loads whole; a wrong one tells every mistake at once, with line and key and no value."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from scr_docs import case as cases
from scr_docs.case import Case
from scr_docs.errors import CaseError
from tests.case.whole_case import LEAST, WHOLE, changed
from tests.messages import LIST, blank, misfit, missing, no_id, no_key, none_of, other_key


def load(folder: Path, text: str, log: str | None = None) -> Case:
    path = folder / "case.yaml"
    path.write_text(text, "utf-8")
    if log is not None:
        (folder / "log.yaml").write_text(log, "utf-8")
    return cases.load(path)


def told(folder: Path, text: str, log: str | None = None) -> list[str]:
    with pytest.raises(CaseError) as caught:
        load(folder, text, log)
    return str(caught.value).replace(f"{folder}{os.sep}", "").splitlines()


def line_of(words: str, text: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_whole_case_file_loads(tmp_path: Path) -> None:
    case = load(tmp_path, WHOLE)
    assert (case.schema_, case.reference, case.review.kind) == ("scr-docs/case/1", "HB-2016-02", "scr")
    assert case.review.period.from_ == datetime.date(2013, 1, 1)
    assert case.review.period.to == datetime.date(2015, 11, 30)
    assert case.review.reasons_for_family_involvement[0] == "human-rights"
    assert case.review.questions_for_family == ("What help did you ask for?", "What went well?")
    assert case.review.proceedings[0].revisit_on == datetime.date(2016, 9, 1)
    assert (case.review.publication.decision, case.review.publication.reason) == ("full", None)
    assert case.board.address == ("Civic Centre", "1 Bridge Street", "Hallam Bridge", "HB1 1AA")
    assert case.team.lead_reviewer.phone == "01632 960101"
    assert case.team.family_contact.hours == "9am to 5pm"
    assert case.support[0].what == "bereavement"
    child, mother, father = case.people
    assert (child.born, child.died) == (datetime.date(2011, 5, 3), datetime.date(2015, 11, 12))
    assert mother.names == ("Kelly Ann Thompson", "Kel", "Kelly Price")
    assert (mother.died, mother.phone, mother.email) == (None, "07700 900123", "kelly@example.org")
    assert mother.contact.formats == ("large-print",)
    assert (mother.contact.language, mother.contact.safe_by_post) == ("en-GB", True)
    assert mother.contact.needs == ("interpreter", "step-free")
    assert (mother.involvement.status, mother.involvement.reason) == ("contributed", None)
    assert (father.contact.channel, father.contact.safe_by_post) == ("phone", False)
    assert father.involvement.decided_on == datetime.date(2016, 3, 14)
    assert case.professionals[0].agency == "Elm Surgery"
    assert case.places[0].report_name == "School 1"
    assert case.identifiers[0].value == "943 476 5919"
    assert case.publishable == ("Jane Example",)
    assert (case.meetings[0].at, case.meetings[0].minutes) == ("10:30", 60)
    assert case.meetings[0].with_ == ("Jane Example, lead reviewer",)
    assert (case.feedback[0].paragraph, case.feedback[0].decision) == ("4.12", "changed")
    assert case.changes == ("Every caller is rung back within one working day.",)
    assert case.contacts[1].stage == "first-notice"
    assert case.questions[0].answered_on == datetime.date(2016, 2, 5)


def test_the_least_case_file_loads(tmp_path: Path) -> None:
    case = load(tmp_path, LEAST)
    assert (case.people, case.feedback, case.subject) == ((), (), None)
    assert case.team.lead_reviewer.name is None


def test_a_key_with_nothing_after_it_counts_as_not_there(tmp_path: Path) -> None:
    blanks = "team:\nsupport:\npeople:\nmeetings:\nfeedback:\nchanges:\ncontacts:\npublishable:\n"
    assert load(tmp_path, LEAST + blanks) == load(tmp_path, LEAST)


@pytest.mark.parametrize("sample", ["hallam-bridge", "westmoor"])
def test_the_samples_load(root: Path, sample: str) -> None:
    case = cases.load(root / "sample_reports" / sample / "case.yaml")
    assert case.subject
    assert case.family


def test_the_case_of_the_examples_loads(root: Path) -> None:
    assert cases.load(root / "checks" / "example-case.yaml").subject


DAY = "Expected: YYYY-MM-DD, such as 2016-01-14."
TIME = 'Expected: hours and minutes in quotes, such as "10:30" or "14:00".'
NAMED = (
    "reference: holds part of a name of the people below."
    " Expected: a reference that tells nobody who the child is. It stands in file names."
)
POSTCODE = "ends in something that is nearly a postcode. Expected: a UK postcode in capitals, such as HB2 4QX."
NO_LANGUAGE = "is not a language tag. Expected: a BCP 47 language tag, such as en-GB, cy, pl or ur."
TEN_DIGITS = (
    "Expected: ten digits of which the last is the check digit. Compare it with the source; a digit may be mistyped."
)
KINDS = "scr, lcspr, cpr, sar or dhr"
STATUSES = "contributed, invited, declined, no-reply, deferred or not-invited"
FORMATS = "standard, large-print, easy-read, young-person, plain-text, html or read-aloud"
REASONS = (
    "own-choice, no-reply, criminal-proceedings, court-proceedings, not-traced, safety, health, capacity, distress,"
    " age, legal-advice, abroad, deceased, no-relationship, late-identified or other"
)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("scr-docs/case/1", "scr-docs/case/2", none_of("schema", "scr-docs/case/1", "scr-docs/case/1")),
        ("scr-docs/case/1", "", "schema: is blank. Expected: scr-docs/case/1."),
        ("reference: HB-2016-02", "reference:", blank("reference")),
        ("reference: HB-2016-02", "reference: [HB]", misfit("reference", "a text")),
        ("reference: HB-2016-02", "reference: thompson-2016", NAMED),
        ("reference: HB-2016-02", "reference: Price_2", NAMED),
        ("kind: scr\n", "kind: SCR\n", none_of("review.kind", KINDS, "scr")),
        ("kind: scr\n", "kind: inquiry\n", none_of("review.kind", KINDS)),
        ("  kind: scr\n", "", missing("review", "kind", KINDS)),
        ("kind: scr\n", "kind:\n", "review.kind: is blank. Expected: scr, lcspr, cpr, sar or dhr."),
        ("subject: child", "subject: chidl", no_id("review.subject", "child")),
        (
            "from: 2013-01-01",
            "from: 2016-01-01",
            "review.period.to: is before the day under `from`. Expected: a later day.",
        ),
        (
            "period: {from: 2013-01-01, to: 2015-11-30}",
            "period: 2013 to 2015",
            misfit("review.period", "lines of the form key: value, with the keys from or to"),
        ),
        ("from: 2013-01-01", "form: 2013-01-01", no_key("review.period.form", "from")),
        (
            "decided_on: 2016-01-14",
            "decided_on: 14/01/2016",
            f"review.decided_on: is not a date in the form that is expected. {DAY}",
        ),
        (
            "decided_on: 2016-01-14",
            "decided_on: 2016-1-14",
            f"review.decided_on: is not a date in the form that is expected. {DAY}",
        ),
        (
            "feedback_by: 2016-10-14",
            "feedback_by: 2016-02-30",
            f"review.feedback_by: is a day that does not exist. {DAY}",
        ),
        ("feedback_by: 2016-10-14", "feedback_by: [2016]", misfit("review.feedback_by", "a date written YYYY-MM-DD")),
        (
            "revisit_on: 2016-09-01",
            "revisit_on: soon",
            f"review.proceedings[0].revisit_on: is not a date in the form that is expected. {DAY}",
        ),
        (
            "not_covered: [who is to blame, the criminal trial, staff discipline]",
            "not_covered: blame",
            misfit("review.not_covered", LIST),
        ),
        (
            "decision: full",
            "decision: partial",
            none_of("review.publication.decision", "full, summary, anonymous or none"),
        ),
        ("  name: Hallam Bridge Safeguarding Children Board\n", "", missing("board", "name")),
        ("short_name: HBSCB", "shortname: HBSCB", no_key("board.shortname", "short_name")),
        (
            "email: board@example.org",
            "email: board at example.org",
            "board.email: is not an e-mail address. Expected: name@example.org.",
        ),
        ("Hallam Bridge, HB1 1AA]", "Hallam Bridge, hb1 1aa]", f"board.address[3]: {POSTCODE}"),
        ("family_contact:", "family-contact:", no_key("team.family-contact", "family_contact")),
        ("Hallam Bridge, HB2 4QX]", "Hallam Bridge HB2 4Q0]", f"people[1].address[1]: {POSTCODE}"),
        ("name: Kelly Ann Thompson", "nmae: Kelly Ann Thompson", missing("people[1]", "name")),
        ("name: Kelly Ann Thompson", "name: ' '", blank("people[1].name")),
        ("also_known_as: [Kel, Kelly Price]", "also_known_as: Kel", misfit("people[1].also_known_as", LIST)),
        (
            "  - id: father",
            "  - id: mother",
            "people[1].id: stands here for more than one person. Expected: an id of its own.",
        ),
        ("born: 2011-05-03", "born: May 2011", f"people[0].born: is not a date in the form that is expected. {DAY}"),
        (
            "died: 2015-11-12",
            "died: 2011-05-02",
            "people[0].died: is before the day of birth. Expected: a day on or after `born`.",
        ),
        ("relationship: father", "relation: father", missing("people[2]", "relationship")),
        (
            "email: kelly@example.org",
            "email: kelly",
            "people[1].email: is not an e-mail address. Expected: name@example.org.",
        ),
        (
            "channel: letter\n",
            "channel: post\n",
            none_of("people[1].contact.channel", "letter, email, text, phone, visit or video"),
        ),
        ("language: en-GB", "language: Polish", f"people[1].contact.language: {NO_LANGUAGE} Did you mean pl?"),
        ("language: en-GB", "language: en_GB", f"people[1].contact.language: {NO_LANGUAGE} Did you mean en-GB?"),
        ("language: en-GB", "language: Elvish", f"people[1].contact.language: {NO_LANGUAGE}"),
        (
            "formats: [large-print]",
            "formats: [large print]",
            none_of("people[1].contact.formats[0]", FORMATS, "large-print"),
        ),
        ("safe_by_post: true", "safe_by_post: ask", misfit("people[1].contact.safe_by_post", "true or false")),
        ("status: contributed", "status: contributd", none_of("people[1].involvement.status", STATUSES, "contributed")),
        (
            "reason: own-choice",
            "reason: her own choice",
            none_of("people[2].involvement.reason", REASONS, "own-choice"),
        ),
        (
            "status: declined",
            "Kelly: declined",
            other_key("people[2].involvement.…", "decided_by, decided_on, detail, reason or status"),
        ),
        (
            '"943 476 5919"',
            '"943 476 5918"',
            f"identifiers[0].value: is not an NHS number: its check digit is wrong. {TEN_DIGITS}",
        ),
        (
            '"943 476 5919"',
            "943 476 591",
            f"identifiers[0].value: is not an NHS number: it has not ten digits. {TEN_DIGITS}",
        ),
        ("nhs-number, person: child", "nhs-number, person: neighbour", no_id("identifiers[0].person")),
        ("person: mother\n", "person: moter\n", no_id("meetings[0].person", "mother")),
        ("purpose: talk", "purpose: chat", none_of("meetings[0].purpose", "talk, read-draft or answer-questions")),
        ("at: 10:30", "at: half past ten", f"meetings[0].at: is not a time of day. {TIME}"),
        ("at: 10:30", "at: 24:00", f"meetings[0].at: is not a time of day. {TIME}"),
        ("minutes: 60", "minutes: an hour", misfit("meetings[0].minutes", "a whole number")),
        (
            "decision: changed",
            "decision: chnaged",
            none_of("feedback[0].decision", "changed, not-changed or disagreement-recorded", "changed"),
        ),
        ("{person: mother, paragraph", "{person: aunt, paragraph", no_id("feedback[0].person")),
        ("person: father, channel", "person: fther, channel", no_id("contacts[1].person", "father")),
        ("{person: mother, asked_on", "{person: aunt, asked_on", no_id("questions[0].person")),
        ("publishable: [Jane Example]", "publishables: [Jane Example]", no_key("publishables", "publishable")),
    ],
)
def test_a_mistake_is_told_with_its_line_its_key_and_what_was_expected(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = changed(old, new)
    found = told(tmp_path, text)
    assert [line.split(": ", 1)[1] for line in found if message in line] == [message]
    assert f"case.yaml:{_line(message, text, WHOLE.index(old))}: {message}" in found


def _line(message: str, text: str, changed_at: int) -> int:
    """The line of the change; of the item around it for a key that is missing, and of the thing itself for a double."""
    if message.startswith("review.period.to"):
        return line_of("period:", text)
    if message.startswith(("people[1].id", "people[1]: ")):
        return line_of("- id: mother", text)
    if message.startswith("people[2]: "):
        return line_of("- id: father", text)
    if message.startswith(("board: ", "review: ")):
        return line_of(message.partition(" ")[0], text)
    return text[:changed_at].count("\n") + 1


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = changed("kind: scr\n", "kind: x\n")
    text = changed("died: 2015-11-12", "died: 2001-01-01", text)
    text = changed("at: 10:30", "at: noon", text)
    text = changed("person: father, channel", "person: aunt, channel", text)
    text += "Kelly: x\n"
    found = told(tmp_path, text)
    assert [line.split(": ")[1] for line in found] == [
        "review.kind", "people[0].died", "meetings[0].at", "contacts[1].person", "…",
    ]  # fmt: skip
    lines = [int(line.split(":")[1]) for line in found]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (LEAST + "people: Kelly\n", ["people"]),
        (LEAST + "people: [Kelly, [Kel]]\n", ["people[0]", "people[1]"]),
        (LEAST + "people:\n  - {id: [a], name: {a: b}, relationship: x}\n", ["people[0].id", "people[0].name"]),
        (
            LEAST + "people:\n  - {id: , name: , relationship: }\n",
            ["people[0].id", "people[0].name", "people[0].relationship"],
        ),
        (LEAST + "people:\n  - {}\n", ["people[0]", "people[0]", "people[0]"]),
        (LEAST + "identifiers: {value: a}\n", ["identifiers"]),
        (LEAST + "identifiers:\n  - {kind: nhs-number, value: [1]}\n", ["identifiers[0].value"]),
        (LEAST + "meetings:\n  - {person: [a]}\n", ["meetings[0].person"]),
        (changed("{kind: scr}", "[scr]", LEAST), ["review"]),
        (changed("{kind: scr}", "", LEAST), ["review"]),
        (changed("{name: Hallam Bridge Safeguarding Children Board}", "HBSCB", LEAST), ["board"]),
        (changed("{kind: scr}", "{kind: scr, period: [a]}", LEAST), ["review.period"]),
        (
            changed("{kind: scr}", "{kind: scr, period: {from: [a], to: {b: c}}}", LEAST),
            ["review.period.from", "review.period.to"],
        ),
        ("schema: scr-docs/case/1\n", ["'reference' is missing", "'review' is missing", "'board' is missing"]),
    ],
)
def test_a_wrong_shape_is_a_mistake_and_never_breaks_the_reading(tmp_path: Path, text: str, places: list[str]) -> None:
    assert [
        line.split(": ")[1].partition(".  ")[0].removesuffix(". Expected") for line in told(tmp_path, text)
    ] == places


def test_every_person_with_the_same_id_is_told(tmp_path: Path) -> None:
    text = changed("  - id: father", "  - id: mother")
    doubles = [line for line in told(tmp_path, text) if "more than one person" in line]
    assert [line.split(": ")[1] for line in doubles] == ["people[1].id", "people[2].id"]


def test_an_id_that_is_somebodys_name_is_not_offered_as_a_spelling(tmp_path: Path) -> None:
    text = changed("  - id: child", "  - id: toby")
    assert [
        line for line in told(tmp_path, changed("subject: child", "subject: tobi", text)) if "Did you mean" in line
    ] == []


@pytest.mark.parametrize("kind", ["nhs-number", "nhs_number", "NHS number", "NHS No.", "nhs"])
def test_an_nhs_number_is_checked_however_its_kind_is_written(tmp_path: Path, kind: str) -> None:
    load(tmp_path, changed("kind: nhs-number", f"kind: {kind}"))
    assert (
        "check digit" in told(tmp_path, changed('"943 476 5919", kind: nhs-number', f'"943-476-5918", kind: {kind}'))[0]
    )


@pytest.mark.parametrize("kind", ["crime-number", "", "[nhs]"])
def test_another_number_has_no_check_digit(tmp_path: Path, kind: str) -> None:
    text = changed('"943 476 5919", kind: nhs-number', f"1234567890, kind: {kind}")
    if kind == "[nhs]":
        assert "identifiers[0].kind: does not fit here" in told(tmp_path, text)[0]
    else:
        assert load(tmp_path, text).identifiers[0].value == "1234567890"


FEEDBACK = WHOLE[WHOLE.index("feedback:\n") : WHOLE.index("changes:")]
ELSEWHERE = WHOLE.replace(FEEDBACK, "feedback: log.yaml\n")
LOG = """\
# The log
- person: mother
  said: Two visits were never made.
  decision: changed
- {person: father, said: I was never asked.}
"""
AS_KEY = "feedback:\n" + "".join(f"  {line}\n" for line in LOG.splitlines()[1:])


@pytest.mark.parametrize("log", [LOG, AS_KEY])
def test_feedback_may_stand_in_a_file_of_its_own(tmp_path: Path, log: str) -> None:
    case = load(tmp_path, ELSEWHERE, log)
    assert [(entry.person, entry.decision) for entry in case.feedback] == [("mother", "changed"), ("father", None)]
    assert case.changes


def test_an_empty_list_of_feedback_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    assert load(tmp_path, ELSEWHERE, "[]").feedback == ()


MISSING = (
    "feedback: names a file that is not there."
    " Expected: a list, or the path of a YAML file, from the folder of the case file."
)


@pytest.mark.parametrize(
    "named", ["nothing.yaml", "Kelly said that " + "x" * 400, '"a\\0b"', ".", "'" + "../" * 90 + "'"]
)
def test_a_feedback_file_that_is_not_there_is_told_where_it_is_named(tmp_path: Path, named: str) -> None:
    text = ELSEWHERE.replace("log.yaml", named)
    assert told(tmp_path, text) == [f"case.yaml:{line_of('feedback: ', text)}: {MISSING}"]


@pytest.mark.parametrize(
    ("log", "message"),
    [
        (
            changed("decision: changed", "decision: chnaged", LOG),
            none_of("log.yaml:4: feedback[0].decision", "changed, not-changed or disagreement-recorded", "changed"),
        ),
        (changed("person: father", "person: fahter", LOG), no_id("log.yaml:5: feedback[1].person", "father")),
        (changed("person: father", "persn: father", LOG), no_key("log.yaml:5: feedback[1].persn", "person")),
        (AS_KEY + "other: x\n", other_key("log.yaml:6: …", "feedback")),
        (
            "- a: *b\n",
            (
                "log.yaml:1: not valid YAML: a text starts with & or *, which refers to another line;"
                " write it out, or put it in quotes."
            ),
        ),
        ("Kelly", "log.yaml:1: This is not the feedback log. Expected: lines of the form key: value."),
        ("", "log.yaml: The feedback log is empty."),
    ],
)
def test_a_mistake_in_the_feedback_file_is_told_with_its_own_line(tmp_path: Path, log: str, message: str) -> None:
    assert told(tmp_path, ELSEWHERE, log) == [message]


def test_the_mistakes_of_both_files_are_told_at_once(tmp_path: Path) -> None:
    found = told(
        tmp_path, changed("kind: scr\n", "kind: x\n", ELSEWHERE), changed("decision: changed", "decision: x", LOG)
    )
    assert [line.split(": ")[:2] for line in found] == [
        ["case.yaml:4", "review.kind"],
        ["log.yaml:4", "feedback[0].decision"],
    ]


NEW_CASE = (files("scr_docs.case") / "new_case.yaml").read_text("utf-8")


def test_a_new_case_file_fails_with_exactly_its_blanks(tmp_path: Path) -> None:
    found = told(tmp_path, NEW_CASE)
    assert [line.split(": ", 1)[1] for line in found] == [
        blank(place) for place in ("reference", "board.name", "people[0].name", "people[1].name")
    ]


def test_a_new_case_file_loads_once_its_blanks_are_filled(tmp_path: Path) -> None:
    text = changed("\nreference:", "\nreference: HB-2016-02", NEW_CASE)
    text = changed("board:\n  name:", "board:\n  name: Hallam Bridge Safeguarding Children Board", text)
    text = changed("- id: child\n    name:", "- id: child\n    name: Toby Thompson", text)
    text = changed("- id: mother\n    name:", "- id: mother\n    name: Kelly Thompson", text)
    case = load(tmp_path, text)
    assert case.subject is case.people[0]
    assert case.people[0].name == "Toby Thompson"


def uncommented(text: str) -> str:
    """The file with every block that is commented out taken up, as its second paragraph tells to do it."""
    return re.sub(r"(?m)^( *)# (?=\w+:(?: |$)| +(?:- |\w+:))", r"\1", text)


def test_the_commented_blocks_of_a_new_case_file_are_right_too(tmp_path: Path) -> None:
    found = {line.split(": ")[1] for line in told(tmp_path, uncommented(NEW_CASE))}
    assert found == {"reference", "board.name", "people[0].name", "people[1].name"}


def test_a_new_case_file_holds_every_key_that_a_case_file_can_hold() -> None:
    whole = yaml.load(uncommented(NEW_CASE), Loader=yaml.BaseLoader)  # noqa: S506  # it makes texts alone
    assert list(absent(Case, whole)) == []


def absent(model: type[BaseModel], value: Any, place: str = "") -> Iterator[str]:
    """The keys of the model that stand nowhere in the value, at any depth; a list counts as all of its items."""
    items = value if isinstance(value, list) else [value]
    for name, field in model.model_fields.items():
        key = field.alias or name
        found = [item[key] for item in items if key in item]
        if not found:
            yield f"{place}{key}"
        inner = [kind for kind in (field.annotation, *get_args(field.annotation)) if isinstance(kind, type)]
        for kind in (kind for kind in inner if issubclass(kind, BaseModel) and found):
            below = [one for each in found for one in (each if isinstance(each, list) else [each])]
            yield from absent(kind, below, f"{place}{key}.")


def test_nobody_is_born_in_the_future(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        "schema: scr-docs/case/1\nreference: HB-2016-02\nreview: {kind: scr}\nboard: {name: A Board}\n"
        "people:\n  - {id: mother, name: Kelly Quill, relationship: mother, born: 2096-05-09}\n",
        "utf-8",
    )
    with pytest.raises(CaseError, match="born: is in the future"):
        cases.load(path)
