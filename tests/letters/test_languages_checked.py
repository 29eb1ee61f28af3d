"""Whether somebody has checked the words that go out in another language, and whether they are still these words."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import polib
import pytest
import yaml
from lxml import etree

from scr_docs import case as cases
from scr_docs import pipeline, resources
from scr_docs.case import Case
from scr_docs.cli import main
from scr_docs.errors import TemplateError
from scr_docs.letters import package
from scr_docs.letters.languages import lines
from scr_docs.letters.languages.exchange import Exchange
from scr_docs.letters.languages.stored import state_of
from scr_docs.letters.languages.units import TAG
from scr_docs.letters.merging.traps import W
from scr_docs.letters.office import translate, translate_lines
from scr_docs.letters.office.check import OF_LINES
from scr_docs.letters.run import LetterRun
from scr_docs.letters.stages import LINES, TranslationOf, stage
from tests.letters.translations import FORMS, MESSAGE, of_shipped, reading, returned, text_message

DAY = datetime.date(2016, 1, 15)
BY = "T. Anslator, 2 March 2016"


@pytest.fixture(scope="module")
def case() -> Case:
    return cases.load(resources.folder("sample_reports") / "westmoor" / "case.yaml")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An office's folder with the first notice in Polish, checked."""
    translate.bring_in(returned(tmp_path, of_shipped("first-notice", "pl"), "po"), tmp_path / "own", checked_by=BY)
    return tmp_path / "own"


def made(case: Case, own: Path | None, language: str, *formats: str, name: str = "first-notice") -> LetterRun:
    people = reading(case, {"mother": language})
    return pipeline.make_letters(people, stage(name, own), people=["mother"], formats=formats, day=DAY)


def edited(path: Path, old: str, new: str) -> None:
    """Changes words of a Word file, as somebody does who opens it."""
    parts = package.parts(path.read_bytes())
    document = parts["word/document.xml"].decode()
    assert old in document
    parts["word/document.xml"] = document.replace(old, new).encode()
    path.write_bytes(package.packed(parts))


def in_yaml(own: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Changes what letter.yaml says of the Polish letter."""
    file = own / "first-notice" / "letter.yaml"
    read = yaml.safe_load(file.read_text("utf-8"))
    change(read["languages"]["pl"]["letter"])
    file.write_text(yaml.safe_dump(read, allow_unicode=True), "utf-8")


def whys(run: LetterRun) -> str:
    return "\n".join(one.why for one in run.without)


def test_a_check_counts_for_the_words_that_were_checked(case: Case, own: Path) -> None:
    assert [one.language for one in made(case, own, "pl").letters] == ["pl", "en-GB"]
    edited(own / "first-notice" / "letter.pl.docx", "Nie trzeba teraz nic robić", "Nie musi Pan teraz nic robić")
    run = made(case, own, "pl")
    assert [one.language for one in run.letters] == ["en-GB"]
    assert run.exit_status == 2
    assert "its words have changed since" in whys(run)
    assert "--draft" in whys(run)
    notes = [str(note) for one in pipeline.check_templates(own).found for note in one.notes]
    assert any("letter.pl.docx" in note and "words have changed since" in note for note in notes)
    assert state_of(stage("first-notice", own), "letter", "pl") == "changed since it was checked"
    assert state_of(stage("first-notice", own), "letter", "ur") == "not yet checked"


def test_a_check_outlasts_what_is_no_word(case: Case, own: Path) -> None:
    path = own / "first-notice" / "letter.pl.docx"
    edited(path, "116\u00a0123", "116 123")
    letter = docx.Document(str(path))
    letter.paragraphs[0].paragraph_format.space_after = 0
    letter.save(str(path))
    assert [one.language for one in made(case, own, "pl").letters] == ["pl", "en-GB"]


def test_a_check_written_by_hand_counts_for_the_words_that_were_brought_in(case: Case, own: Path) -> None:
    in_yaml(own, lambda told: told.update(checked_by=None))
    assert "not checked" in whys(made(case, own, "pl")) or "machine-drafted" in whys(made(case, own, "pl"))
    in_yaml(own, lambda told: told.update(checked_by="B. Y. Hand"))
    assert [one.language for one in made(case, own, "pl").letters] == ["pl", "en-GB"]
    in_yaml(own, lambda told: told.pop("words"))
    assert "does not say which words were" in whys(made(case, own, "pl"))


def test_a_text_message_is_built_of_its_checked_lines(case: Case, own: Path, tmp_path: Path) -> None:
    path = returned(tmp_path, text_message("pl", MESSAGE), "xliff")
    done = translate.bring_in(path, own, checked_by=BY)
    people = reading(case, {"mother": "pl"})
    told = made(people, own, "pl", "text-message")
    assert [one.language for one in told.letters] == ["pl", "en-GB"], whys(told)
    assert told.letters[0].content.decode().startswith("Dzień dobry, ")
    before = done.path.read_text("utf-8")
    for spoilt, why in (
        (f"{before}Proszę zabrać swoje rzeczy.\n", "more or fewer lines than the English"),
        (
            before.replace("{{ team.family_contact.phone }}", "07700 900999"),
            "{{ team.family_contact.phone }} is missing",
        ),
        (before.replace("Proszę", "Bardzo proszę"), "its words have changed since"),
    ):
        done.path.write_text(spoilt, "utf-8")
        run = made(people, own, "pl", "text-message")
        assert [one.language for one in run.letters] == ["en-GB"]
        assert why in whys(run)
    done.path.write_text(before, "utf-8")
    english = own / "first-notice" / "text-message.txt"
    english.write_text(english.read_text("utf-8").replace("No rush.", "There is no rush."), "utf-8")
    assert "text-message.txt has changed since it was translated" in whys(made(people, own, "pl", "text-message"))


def script(language: str) -> Exchange:
    """The call script of the first notice with words in each piece that are no translation and keep its tags."""
    exchange = translate.exchange_of(stage("first-notice"), "call-script", language)

    def foreign(text: str) -> str:
        pieces = TAG.split(text)
        tags = TAG.findall(text)
        said = ["".join("x" if sign.isalpha() and sign.isascii() else sign for sign in one) for one in pieces]
        return "".join(piece + tag for piece, tag in zip(said, [*tags, ""], strict=True)).replace(
            "xxxxxxxxxx xxxx", "Samaritans xxxx"
        )

    return replace(exchange, items=tuple(replace(one, translated=foreign(one.english)) for one in exchange.items))


def test_a_line_of_tags_alone_in_a_script_cannot_be_changed(case: Case, own: Path, tmp_path: Path) -> None:
    done = translate.bring_in(returned(tmp_path, script("pl"), "xliff"), own, checked_by=BY)
    before = done.path.read_text("utf-8")
    assert "\n{% if subject.died %}\n" in before
    done.path.write_text(before.replace("{% if subject.died %}", "{% if not subject.died %}"), "utf-8")
    run = made(case, own, "pl", "call-script")
    assert "holds no words to translate, and is not that of the English" in whys(run)
    assert [one.language for one in run.letters] == ["en-GB"]


def test_a_paragraph_of_tags_alone_in_a_letter_cannot_be_changed(case: Case, own: Path) -> None:
    edited(own / "first-notice" / "letter.pl.docx", "{%p if subject.died %}", "{%p if not subject.died %}")
    run = made(case, own, "pl")
    assert "holds no words to translate, and is not that of the English" in whys(run)


def test_a_line_that_nobody_checked_is_told_in_the_plan_and_the_result_and_the_letter_goes(case: Case) -> None:
    run = made(case, None, "bn", name="support-offer")
    (letter,) = run.letters
    assert run.exit_status == 0
    assert any("NOT CHECKED: the line in Bengali" in notice for notice in letter.notices)
    assert any("the line in Bengali above the greeting has not been checked" in row.what for row in run.plan)
    assert b"checked" not in package.parts(letter.content)["word/document.xml"], "the family is not told"


def test_words_for_the_board_that_nobody_checked_are_told_in_a_checked_letter(case: Case, own: Path) -> None:
    letter, english = made(case, own, "pl").letters
    assert any("NOT CHECKED: the letter is in Polish; what the board" in one for one in letter.notices)
    assert not any("NOT CHECKED" in one for one in english.notices)


def test_a_line_that_an_office_had_checked_goes_before_the_shipped_one(case: Case, own: Path) -> None:
    mine = {"name": "Bengali", "checked_by": BY, "line": "আমাদের লাইন {phone}।"}
    (own / LINES).write_text(yaml.safe_dump({"languages": {"bn": mine}}, allow_unicode=True), "utf-8")
    (letter,) = made(case, own, "bn", name="support-offer").letters
    assert "আমাদের লাইন" in package.parts(letter.content)["word/document.xml"].decode()
    assert not any("NOT CHECKED" in notice for notice in letter.notices)
    assert lines.language_of("ta", own / LINES) == lines.language_of("ta")
    checked = pipeline.check_templates(own)
    assert [one.mistakes for one in checked.found if one.name == OF_LINES] == [()]
    assert not [note for one in checked.found for note in one.notes if LINES in str(note)]


@pytest.mark.parametrize("line", ["No number", "{phone} {phone}", "Ring 116 123, {phone}", "Ring \u202e{phone}"])
def test_a_line_of_an_office_that_would_spoil_the_number_is_refused(line: str, case: Case, own: Path) -> None:
    (own / LINES).write_text(yaml.safe_dump({"languages": {"bn": {"name": "Bengali", "line": line}}}), "utf-8")
    with pytest.raises(TemplateError, match=r"place for the number|turn the number round"):
        made(case, own, "bn", name="support-offer")
    assert pipeline.check_templates(own).exit_status == 1


def test_every_shipped_line_says_who_checked_it_or_that_nobody_did() -> None:
    text = (Path(lines.__file__).parent / LINES).read_text("utf-8")
    assert text.count("\n    checked_by: ") == len(lines.spoken()) == 35
    assert all(one.checked_by is None for one in lines.spoken().values()), "no translator has been named yet"


def test_an_outdated_translation_is_a_note_and_hides_no_other_fault(own: Path) -> None:
    letter = docx.Document(str(own / "first-notice" / "letter.docx"))
    near = next(one for one in letter.paragraphs if one.text == "Thank you for reading this letter.")
    near.runs[0].text = "Thank you so much for reading this letter."
    letter.save(str(own / "first-notice" / "letter.docx"))
    checked = pipeline.check_templates(own)
    notes = [str(note) for one in checked.found for note in one.notes]
    assert sum("has changed since it was translated" in note for note in notes) == 3
    assert checked.exit_status == 0
    purpose = next(one for one in letter.paragraphs if one.text.startswith("The review is there to learn."))
    purpose.runs[0].text = "It is a review."
    letter.save(str(own / "first-notice" / "letter.docx"))
    checked = pipeline.check_templates(own)
    assert any("letters.no-purpose" in str(one) for found in checked.found for one in found.mistakes)
    assert checked.exit_status == 1


def test_a_translation_with_a_fault_hides_none_of_the_english(own: Path) -> None:
    edited(own / "first-notice" / "letter.pl.docx", "116\u00a0123", "116 124")
    edited(own / "first-notice" / "letter.docx", "The review is there to learn.", "It is a review.")
    notice = next(one for one in pipeline.check_templates(own).found if one.name == "first-notice")
    assert any("letters.no-purpose" in str(one) for one in notice.mistakes)


TRACKED = {W + "author": "A", W + "date": "2016-01-15T00:00:00Z", W + "id": "1"}


def row_of(root: Any, identifier: str) -> Any:
    """The row of this piece in the table of a translation."""
    return next(one for one in root.iter(f"{W}tr") if identifier in "".join(one.itertext()))


def tracked(path: Path, name: str, text: str) -> None:
    """Puts words into the first translation of the table, within a tracked change of this kind."""
    parts = package.parts(path.read_bytes())
    root = etree.fromstring(parts["word/document.xml"])
    paragraph = row_of(root, "document.16").findall(f"{W}tc")[2].find(f"{W}p")
    change = etree.SubElement(paragraph, W + name, TRACKED)
    etree.SubElement(etree.SubElement(change, f"{W}r"), f"{W}delText" if name == "del" else f"{W}t").text = text
    parts["word/document.xml"] = etree.tostring(root)
    path.write_bytes(package.packed(parts))


@pytest.mark.parametrize(("name", "read"), [("moveFrom", False), ("del", False), ("moveTo", True), ("ins", True)])
def test_tracked_changes_are_read_as_accepted(name: str, read: bool, tmp_path: Path) -> None:
    exchange = of_shipped("first-notice", "pl")
    path = returned(tmp_path, exchange, "docx")
    tracked(path, name, " Dziękuję.")
    before = {item.id: item.translated for item in exchange.items}
    after = {item.id: item.translated for item in translate.read(path).items}
    assert after == {**before, "document.16": before["document.16"] + (" Dziękuję." if read else "")}


def test_a_row_that_was_deleted_with_changes_tracked_is_missing(tmp_path: Path) -> None:
    path = returned(tmp_path, of_shipped("first-notice", "pl"), "docx")
    parts = package.parts(path.read_bytes())
    root = etree.fromstring(parts["word/document.xml"])
    etree.SubElement(row_of(root, "document.16").find(f"{W}trPr"), f"{W}del", TRACKED)
    parts["word/document.xml"] = etree.tostring(root)
    path.write_bytes(package.packed(parts))
    with pytest.raises(TemplateError, match=r"document\.16.*This piece is missing"):
        translate.bring_in(path, tmp_path / "own")


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ('state="needs-translation"', "There is no translation"),
        ('state="new"', "There is no translation"),
        ('state="initial"', "There is no translation"),
        ('state="needs-review-translation"', "marked as still to be reviewed"),
    ],
)
def test_what_a_translation_program_marks_as_not_done_does_not_count(state: str, why: str, tmp_path: Path) -> None:
    path = returned(tmp_path, of_shipped("first-notice", "pl"), "xliff")
    path.write_bytes(path.read_bytes().replace(b'state="translated"', state.encode(), 1))
    with pytest.raises(TemplateError, match=why):
        translate.bring_in(path, tmp_path / "own", checked_by=BY)


def test_what_is_not_approved_can_come_in_and_cannot_be_called_checked(tmp_path: Path) -> None:
    path = returned(tmp_path, of_shipped("first-notice", "pl"), "xliff")
    path.write_bytes(
        path.read_bytes().replace(b' state="translated"', b"").replace(b"<trans-unit ", b'<trans-unit approved="no" ')
    )
    with pytest.raises(TemplateError, match="41 pieces are marked as still to be reviewed"):
        translate.bring_in(path, tmp_path / "own", checked_by=BY)
    assert translate.bring_in(path, tmp_path / "own").checked_by is None


def test_isolates_and_line_breaks_of_a_translator_are_laid_aside(tmp_path: Path) -> None:
    exchange = of_shipped("first-notice", "ur")
    items = tuple(replace(one, translated=f"\u2067{one.translated}\n\u2069") for one in exchange.items)
    translate.bring_in(returned(tmp_path, replace(exchange, items=items), "po"), tmp_path / "own")
    there = {
        one.id: one.translated
        for one in translate.exchange_of(stage("first-notice", tmp_path / "own"), "letter", "ur").items
    }
    assert there == {one.id: one.translated for one in exchange.items}


def test_marks_in_an_order_that_word_would_not_keep_are_refused_with_the_place(tmp_path: Path) -> None:
    exchange = of_shipped("first-notice", "pl")
    items = tuple(
        replace(one, translated="‹2/›, ‹1/›: {{ letter.reference }} sprawa") if "page ‹1/›" in one.english else one
        for one in exchange.items
    )
    with pytest.raises(TemplateError, match=r"footer1\.1.*cannot be kept in this order"):
        translate.bring_in(returned(tmp_path, replace(exchange, items=items), "po"), tmp_path / "own")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["cy", "ur", "bn", "so"])
def test_the_line_goes_to_a_translator_and_comes_back_checked(form: str, language: str, tmp_path: Path) -> None:
    own = tmp_path / "own"
    exchange = translate_lines.exchange_of(language)
    theirs = {"line.1": "Xx xxxx {{ phone }}.", "subject.1": "Xx"}
    new = (replace(one, translated=one.translated or theirs.get(one.id, "Xxx xxxx xx xx")) for one in exchange.items)
    path = returned(tmp_path, replace(exchange, items=tuple(new)), form)
    done = pipeline.import_translation(path, own, BY)
    assert done.path == own / LINES
    before, after = lines.language_of(language), lines.language_of(language, own / LINES)
    assert after is not None
    assert after.checked_by == BY
    assert after.line == (before.line if before else "Xx xxxx {phone}.")
    assert {"scr", "lcspr", "cpr", "sar", "dhr"} == set(after.terms)
    if language == "cy":
        asked = {one.id: one.translated for one in exchange.items}
        assert after.terms["scr"]["review"] == asked["reviewname.1"] == "Adolygiad Achos Difrifol", "all is asked"
    assert {one.translated for one in translate_lines.exchange_of(language, own).items} == {
        one.translated or theirs.get(one.id, "Xxx xxxx xx xx") for one in exchange.items
    }


def test_no_word_of_a_language_counts_as_checked_that_the_translator_was_not_shown() -> None:
    for language, known in lines.spoken().items():
        shown = {
            item.translated.replace("{{ phone }}", "{phone}") for item in translate_lines.exchange_of(language).items
        }
        assert {known.line, known.subject, *(text for own in known.terms.values() for text in own.values())} <= shown


def test_a_second_language_does_not_take_the_first_ones_place(tmp_path: Path) -> None:
    own = tmp_path / "own"
    for language in ("cy", "ur"):
        folder = tmp_path / language
        folder.mkdir()
        pipeline.import_translation(returned(folder, translate_lines.exchange_of(language), "po"), own, BY)
    assert set(yaml.safe_load((own / LINES).read_text("utf-8"))["languages"]) == {"cy", "ur"}


def test_a_line_without_its_number_is_refused(tmp_path: Path) -> None:
    exchange = translate_lines.exchange_of("cy")
    items = tuple(replace(one, translated=one.translated.replace("{{ phone }}", "")) for one in exchange.items)
    with pytest.raises(TemplateError, match=r"line\.1, the line above the greeting .* \{\{ phone \}\} is missing"):
        pipeline.import_translation(returned(tmp_path, replace(exchange, items=items), "po"), tmp_path / "own")
    assert not (tmp_path / "own").exists()


def test_the_commands_take_the_lines_as_they_take_a_letter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: object) -> tuple[object, str]:
        with pytest.raises(SystemExit) as ended:
            main(["templates", "translate", *map(str, words)])
        told = capsys.readouterr()
        return ended.value.code, told.out + told.err

    file, own = tmp_path / "lines.po", tmp_path / "own"
    status, told = run("export", "lines", "--language", "cy", "--as", "po", "--out", file)
    assert (status, "10 pieces to translate" in told) == (0, True)
    status, told = run("import", file, "--templates", own)
    assert (status, "Nobody has checked it: each run says so." in told) == (0, True)
    status, told = run("import", file, "--templates", own, "--checked-by", BY)
    assert (status, f"Checked by {BY}." in told) == (0, True)
    spoilt = polib.pofile(str(file))
    spoilt[0].msgstr = spoilt[0].msgstr.replace("{{ phone }}", "116 123")
    spoilt.save()
    status, told = run("import", file, "--templates", own)
    assert (status, "{{ phone }} is missing" in told, "A number is not that" in told) == (2, True, True)


def test_what_a_hand_has_left_between_the_languages_of_a_letter_breaks_nothing() -> None:
    by_hand = """\
title: A letter
languages:
  cy:
    letter: {source: a}

# read again in May
  ur:
    letter: {source: b}

# who gets it
fits: {once: true}
"""
    found = translate.noted(by_hand, {"pl": {"letter": TranslationOf(source="c", words="d")}})
    told = yaml.safe_load(found)
    assert (told["title"], told["fits"], set(told["languages"])) == ("A letter", {"once": True}, {"pl"})
    assert "# who gets it\nfits:" in found
