from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from scr_docs import pipeline, word
from scr_docs.case import Case
from scr_docs.errors import LetterError
from scr_docs.letters.make import Maker
from scr_docs.letters.stages import Stage, stage, stages
from tests.letters.own_stage import DAY, PEOPLE, case_with, people_with, whole_case_with
from tests.letters.own_stage import maker as maker_of

STAGES = [found.name for found in stages()]
FIRST = ["first-notice", "invitation"]


def maker(case: Case, name: str) -> Maker:
    return maker_of(case, stage(name))


def text_of(content: bytes) -> str:
    return "\n".join(block.text for block in word.read_bytes(content, "letter.docx").blocks)


@pytest.mark.parametrize("name", STAGES)
def test_every_stage_makes_a_letter_that_passes_its_own_checks(tmp_path: Path, name: str) -> None:
    case = whole_case_with(tmp_path, name)
    mother = case.person("mother")
    assert mother is not None
    letter = maker(case, name).make(mother, "standard")
    text = text_of(letter.content)
    assert letter.name == f"HB-2016-02-{name}-mother.docx"
    for said in (
        "Dear Kelly",
        "Toby",
        "14 Acacia Road",
        "HB2\u00a04QX",
        "Carol Winter",
        "Friday 15 January 2016",
    ):
        assert said in text


@pytest.mark.parametrize("name", STAGES)
def test_nothing_of_anybody_else_is_in_any_part_of_a_letter(tmp_path: Path, name: str) -> None:
    case = whole_case_with(tmp_path, name)
    mother = case.person("mother")
    assert mother is not None
    content = maker(case, name).make(mother, "standard").content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        raw = b"\n".join(package.read(entry) for entry in package.namelist()).decode("utf-8", "replace")
    for other in (
        "Declan",
        "O'Marr",
        "Mill Lane",
        "WM1 2AB",
        "900456",
        "900 456",
        "declan@",
        "Grace",
        "Jo Bell",
        "Ron",
    ):
        assert other not in raw.replace("\u00a0", " ")


@pytest.mark.parametrize("name", STAGES)
@pytest.mark.parametrize("format_", ["standard", "large-print"])
def test_the_same_facts_give_the_same_bytes_and_neutral_properties(tmp_path: Path, name: str, format_: str) -> None:
    case = whole_case_with(tmp_path, name)
    mother = case.person("mother")
    assert mother is not None
    first, second = (maker(case, name).make(mother, format_).content for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        core = package.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "HBSCB" in core
    assert not any(secret in core for secret in ("Kelly", "Quill", "Toby"))


def test_without_names_everybody_whom_the_stage_fits_gets_one(tmp_path: Path) -> None:
    contacts = [{"date": "2016-01-15", "person": "mother", "channel": "letter", "stage": "first-notice"}]
    case = case_with(tmp_path, contacts=contacts)
    run = pipeline.make_letters(case, stage("first-notice"), day=DAY)
    assert [letter.person for letter in run.letters] == ["father", "aunt", "friend"]
    why = {person.person: person.why for person in run.without}
    assert why["mother"] == "the contacts say that it has gone to them already"
    assert "friend" not in why
    run = pipeline.make_letters(case, stage("invitation"), day=DAY)
    assert [letter.person for letter in run.letters] == ["mother"]
    assert "first-notice has to go to them first" in {person.why for person in run.without}


def test_a_fact_that_the_case_lacks_refuses_that_letter_only_and_names_the_keys(tmp_path: Path) -> None:
    people = [person | ({"greeting": None} if person["id"] == "child" else {}) for person in PEOPLE]
    case = case_with(tmp_path, people=people)
    run = pipeline.make_letters(case, stage("first-notice"), people=["mother"], day=DAY)
    assert run.letters == ()
    assert [(person.person, person.why) for person in run.without] == [
        ("mother", "The case file lacks people[the subject].greeting")
    ]
    assert run.exit_status == 2


def test_what_has_to_be_arranged_by_hand_is_told(tmp_path: Path) -> None:
    wishes = {"language": "ur", "needs": ["interpreter"], "formats": ["standard"]}
    case = case_with(tmp_path, people=people_with("friend", contact=wishes, born="1980-02-01"))
    run = pipeline.make_letters(case, stage("first-notice"), people=["friend"], day=DAY)
    (letter,) = run.letters
    assert [notice.split(";")[0].split(":")[0] for notice in letter.notices] == [
        "has no address in the case file", "needs interpreter", "reads ur", "NOT CHECKED",
    ]  # fmt: skip


def test_all_keys_that_are_missing_are_named_at_once(tmp_path: Path) -> None:
    case = case_with(tmp_path, team={"lead_reviewer": {"name": "Jane Example"}}, board={"name": "HB Board"})
    mother = case.person("mother")
    assert mother is not None
    with pytest.raises(LetterError) as refused:
        maker(case, "invitation").make(mother, "standard")
    told = str(refused.value)
    for key in ("team.family_contact.name", "team.family_contact.phone", "board.address"):
        assert f"The case file lacks {key}" in told
    assert "Kelly" not in told


def test_a_letter_that_repeats_somebody_elses_name_is_refused_without_saying_it(tmp_path: Path) -> None:
    review = {
        "kind": "scr", "subject": "child", "period": {"from": "2013-01-01", "to": "2015-11-30"},
        "questions_for_family": ["What did Declan tell you?"],
    }  # fmt: skip
    case = case_with(tmp_path, review=review)
    mother = case.person("mother")
    assert mother is not None
    with pytest.raises(LetterError) as refused:
        maker(case, "invitation").make(mother, "standard")
    assert "Personal data of somebody else is in this letter (letters.others-data; " in str(refused.value)
    assert "Declan" not in str(refused.value)


def test_an_address_that_the_child_shares_is_private_to_those_who_live_there(tmp_path: Path) -> None:
    home = ["14 Acacia Road", "Hallam Bridge", "HB2 4QX"]
    people = [person | ({"address": home} if person["id"] == "child" else {}) for person in PEOPLE]
    review = {
        "kind": "scr", "subject": "child", "period": {"from": "2013-01-01", "to": "2015-11-30"},
        "questions_for_family": ["What did you see at 14 Acacia Road?"],
    }  # fmt: skip
    case = case_with(tmp_path, people=people, review=review)
    run = pipeline.make_letters(case, stage("invitation"), people=["mother", "father"], day=DAY)
    assert [letter.person for letter in run.letters] == ["mother"]
    assert [person.person for person in run.without] == ["father"]


@pytest.mark.parametrize("reason", ["safety", "not-traced"])
def test_somebody_who_must_not_be_written_to_gets_nothing_even_if_asked_for(tmp_path: Path, reason: str) -> None:
    held = {"involvement": {"status": "not-invited", "reason": reason}}
    case = case_with(tmp_path, people=[person | (held if person["id"] == "father" else {}) for person in PEOPLE])
    for name in FIRST:
        run = pipeline.make_letters(case, stage(name), people=["father"], day=DAY)
        assert run.letters == ()
        assert f"not written to now ({reason})" in run.without[0].why


def test_a_day_that_is_past_is_pointed_out(tmp_path: Path) -> None:
    review = {"kind": "scr", "subject": "child", "period": {"from": "2013-01-01", "to": "2015-11-30"}}
    case = case_with(tmp_path, review=review | {"publish_on": "2015-12-01", "feedback_by": "2016-12-01"})
    run = pipeline.make_letters(case, stage("first-notice"), people=["mother"], day=DAY)
    assert "review.publish_on in the case file is past on the date of this letter" in run.letters[0].notices
    assert not any("feedback_by" in notice for notice in run.letters[0].notices)


def test_somebody_asked_for_twice_gets_one_letter_and_a_word_where_it_does_not_fit(tmp_path: Path) -> None:
    contacts = [{"date": "2016-01-15", "person": "mother", "channel": "letter", "stage": "first-notice"}]
    case = case_with(tmp_path, contacts=contacts)
    run = pipeline.make_letters(case, stage("first-notice"), people=["mother", "mother"], day=DAY)
    (letter,) = run.letters
    assert "look again: the contacts say that it has gone to them already" in letter.notices


def test_ampersands_and_angle_brackets_survive(tmp_path: Path) -> None:
    board = {"name": "Smith & Sons <Board>", "address": ["A & B", "HB1 1AA"], "phone": "01632 960100"}
    case = case_with(tmp_path, board=board)
    mother = case.person("mother")
    assert mother is not None
    text = text_of(maker(case, "invitation").make(mother, "standard").content)
    assert "Smith & Sons <Board>" in text
    assert "A & B" in text


def test_braces_in_the_case_file_are_refused(tmp_path: Path) -> None:
    board = {"name": "Board {{ secret }}", "address": ["HB1 1AA"], "phone": "01632 960100"}
    case = case_with(tmp_path, board=board)
    mother = case.person("mother")
    assert mother is not None
    with pytest.raises(LetterError, match="double braces from the case file"):
        maker(case, "invitation").make(mother, "standard")


def test_letters_are_written_whole_and_never_over_older_ones(tmp_path: Path) -> None:
    case = case_with(tmp_path)
    run = pipeline.make_letters(case, stage("first-notice"), people=["mother", "father"], day=DAY)
    folder = tmp_path / "letters"
    paths = run.write(folder, force=False)
    before = {path: path.read_bytes() for path in paths}
    with pytest.raises(Exception, match="This letter is there already"):
        run.write(folder, force=False)
    assert {path: path.read_bytes() for path in paths} == before
    run.write(folder, force=True)
    run.write(folder, force=True)
    assert len(list((folder / "superseded").iterdir())) == 4
    assert sorted(path.name for path in folder.glob("*.docx")) == sorted(path.name for path in paths)


def test_stages_are_folders_with_a_letter_and_a_description() -> None:
    assert STAGES[:2] == ["first-notice", "invitation"]
    for found in stages():
        assert isinstance(found, Stage)
        assert found.template.is_file()
        assert found.entry.must_have
