"""Letters in other languages: who gets which, what is checked of them, and how they read from right to left."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import docx
import pytest
from lxml import etree

from scr_docs import case as cases
from scr_docs import pipeline, resources
from scr_docs.case import Case
from scr_docs.letters import dates, directions, package
from scr_docs.letters.languages import lines
from scr_docs.letters.languages.stored import languages_of, load
from scr_docs.letters.merging.traps import W
from scr_docs.letters.merging.traps import text_of as of_paragraph
from scr_docs.letters.office import translate
from scr_docs.letters.office.export import export
from scr_docs.letters.run import LetterRun
from scr_docs.letters.stages import Stage, stage, stages
from tests.letters.translations import changed, of_shipped, plain, reading, returned

DAY = datetime.date(2016, 1, 15)
SHIPPED = ("cy", "pl", "ur")
WORDS = {"cy": "Annwyl", "pl": "Dzień dobry", "ur": "کے نام"}


@pytest.fixture(scope="module")
def case() -> Case:
    return cases.load(resources.folder("sample_reports") / "westmoor" / "case.yaml")


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's folder in which a translator has checked the first notice in each language that is shipped."""
    own = tmp_path_factory.mktemp("own")
    for language in SHIPPED:
        folder = tmp_path_factory.mktemp("back")
        translate.bring_in(returned(folder, of_shipped("first-notice", language), "po"), own, checked_by="T. Anslator")
    return own


def made(
    case: Case, chosen: Stage, languages: Mapping[str, str], formats: Sequence[str] = (), *, draft: bool = False
) -> LetterRun:
    return pipeline.make_letters(
        reading(case, languages), chosen, people=list(languages), formats=formats, day=DAY, draft=draft
    )


def texts(letter: bytes) -> list[str]:
    root = etree.fromstring(package.parts(letter)["word/document.xml"])
    return [of_paragraph(one) for one in root.iter(f"{W}p")]


def text_of(letter: bytes) -> str:
    return "\n".join(texts(letter))


@pytest.mark.parametrize("name", ["first-notice", "invitation"])
def test_every_shipped_translation_is_that_of_the_english_as_it_is_now(name: str) -> None:
    chosen = stage(name)
    assert languages_of(chosen, "letter") == SHIPPED
    for language in SHIPPED:
        about = load(chosen, "letter", language).about
        assert about.checked_by is None
        assert about.drafted == "machine"


def test_a_translation_that_nobody_checked_is_refused_and_the_english_says_how_to_have_it_translated(
    case: Case,
) -> None:
    run = made(case, stage("first-notice"), {"mother": "ur-PK"})
    assert run.exit_status == 2
    assert [letter.language for letter in run.letters] == ["en-GB"]
    assert any("machine-drafted" in one.why and "--draft" in one.why and one.refused for one in run.without)
    assert "یہ آپ کے لیے ایک اہم خط ہے۔" in text_of(run.letters[0].content)


@pytest.mark.parametrize("name", ["first-notice", "invitation"])
@pytest.mark.parametrize("language", SHIPPED)
def test_a_draft_says_that_it_is_one_wherever_it_is_named(name: str, language: str, case: Case) -> None:
    run = made(case, stage(name), {"mother": language}, draft=True)
    assert run.exit_status == 0
    draft, english = run.letters
    assert (draft.language, draft.format, english.language) == (language, "standard-draft", "en-GB")
    assert f"-{language}-draft.docx" in draft.name
    assert lines.DRAFT in text_of(draft.content)
    assert WORDS[language] in text_of(draft.content)
    assert any("DRAFT" in notice and "do not send" in notice for notice in draft.notices)
    assert lines.DRAFT not in text_of(english.content)


def test_the_english_letter_beside_a_draft_goes_alone_and_says_how_to_have_it_translated(case: Case) -> None:
    plain, (_, beside) = (
        made(case, stage("first-notice"), {"mother": "pl"}, draft=draft).letters for draft in (False, True)
    )
    assert text_of(beside.content) == text_of(plain[0].content)
    assert any("arrange a translation" in notice for notice in beside.notices)


@pytest.mark.parametrize("language", ["cy-GB", "pl", "ur-PK"])
def test_a_checked_translation_goes_with_its_english_copy(language: str, case: Case, checked: Path) -> None:
    run = made(case, stage("first-notice", checked), {"mother": language})
    assert run.exit_status == 0
    letter, english = run.letters
    assert letter.language == language.partition("-")[0]
    assert letter.name == english.name.replace(".docx", f"-{letter.language}.docx")
    assert lines.DRAFT not in text_of(letter.content)
    assert any("send the English copy" in notice for notice in letter.notices)
    assert "translat" not in text_of(english.content)


def test_both_letters_are_in_the_manifest_and_in_one_envelope(case: Case, checked: Path, tmp_path: Path) -> None:
    run = made(case, stage("first-notice", checked), {"mother": "pl"})
    run.write(tmp_path, force=False)
    envelopes = next(tmp_path.glob("*-envelopes.txt")).read_text("utf-8")
    assert envelopes.count("in it: ") == 2
    assert '"language": "pl"' in (tmp_path / "manifest.json").read_text("utf-8")


def test_a_draft_is_in_no_envelope(case: Case, tmp_path: Path) -> None:
    made(case, stage("first-notice"), {"mother": "pl"}, draft=True).write(tmp_path, force=False)
    assert "draft" not in next(tmp_path.glob("*-envelopes.txt")).read_text("utf-8")


@pytest.mark.parametrize("tag", ["bn", "ar", "ro-RO"])
def test_a_letter_in_a_language_without_a_translation_is_english_with_a_line_in_it(tag: str, case: Case) -> None:
    run = made(case, stage("support-offer"), {"mother": tag})
    assert run.exit_status == 0
    (letter,) = run.letters
    spoken = lines.language_of(tag)
    assert spoken is not None
    number = (case.team.family_contact.phone or "").replace(" ", "\u00a0")
    shown = f"\u2066{number}\u2069" if tag == "ar" else number
    assert spoken.line.replace("{phone}", shown) in texts(letter.content)
    assert f'w:val="{dates.with_region(tag)}"' in package.parts(letter.content)["word/document.xml"].decode()
    assert any(f"reads {tag}" in notice and spoken.name in notice for notice in letter.notices)


@pytest.mark.parametrize("tag", lines.spoken())
def test_every_line_stands_above_the_greeting_in_its_language_and_direction(tag: str) -> None:
    before = package.parts(stage("first-notice").template.read_bytes())["word/document.xml"]
    root = etree.fromstring(lines.with_line(before, tag, "01632 960147"))
    paragraphs = list(root.iter(f"{W}p"))
    at = next(number for number, one in enumerate(paragraphs) if "01632\u00a0960147" in of_paragraph(one))
    assert of_paragraph(paragraphs[at + 1]) == "Dear {{ person.greeting }}"
    assert f'w:val="{dates.with_region(tag)}"' in etree.tostring(paragraphs[at]).decode()
    assert (paragraphs[at].find(f"{W}pPr/{W}bidi") is not None) is directions.is_right_to_left(tag)


def test_the_line_is_known_for_thirty_languages_and_free_of_charge_is_said_with_a_number() -> None:
    assert len(lines.spoken()) >= 31
    for tag, one in lines.spoken().items():
        assert one.line.count("{phone}") == 1, tag
        assert not re.search(r"\d", one.line), tag


def test_a_language_without_a_line_is_told_to_the_office(case: Case) -> None:
    run = made(case, stage("support-offer"), {"mother": "sw"})
    assert any("reads sw; the letter is in English: arrange" in one for one in run.letters[0].notices)


def test_english_letters_say_nothing_of_languages(case: Case) -> None:
    (letter,) = made(case, stage("first-notice"), {"mother": "en-GB"}).letters
    assert not any("translat" in notice for notice in letter.notices)


def test_dates_are_those_of_the_language(case: Case, checked: Path) -> None:
    said = {
        "cy": ("Dydd Gwener, 15 Ionawr 2016", "Medi 2017"),
        "pl": ("piątek, 15 stycznia 2016", "od września 2017 do"),
    }
    for language, told in said.items():
        letter = made(case, stage("first-notice", checked), {"mother": language}).letters[0]
        for text in told:
            assert text in text_of(letter.content)
    assert dates.day_in(DAY) == "Friday 15 January 2016"
    assert dates.day_in(DAY, "xx") == "Friday 15 January 2016"
    assert dates.with_region("ur") == "ur-PK"


def test_every_value_in_urdu_is_kept_the_right_way_round(case: Case, checked: Path) -> None:
    letter = made(case, stage("first-notice", checked), {"mother": "ur"}).letters[0]
    text = text_of(letter.content)
    mother = case.person("mother")
    assert mother is not None
    numbers = [one.phone for one in case.support if one.phone]
    numbers += [one for one in (case.team.family_contact.phone, case.board.phone) if one]
    for value in (mother.name, *mother.address, *numbers, case.reference, case.board.name):
        shown = value.replace(" ", "\u00a0") if value in {*numbers, mother.address[-1]} else value
        assert f"\u2066{shown}\u2069" in text, value
    assert text.count("\u2066") == text.count("\u2069")
    for paragraph in text.split("\n"):
        for number in re.findall(r"\d[\d\u00a0 ]{6,}\d", paragraph):
            assert f"\u2066{number}" in paragraph, "a number with blanks outside its signs would be turned round"


def test_urdu_runs_from_right_to_left_and_addresses_do_not(case: Case, checked: Path) -> None:
    letter = made(case, stage("first-notice", checked), {"mother": "ur"}).letters[0]
    parts = package.parts(letter.content)
    root = etree.fromstring(parts["word/document.xml"])
    for paragraph in root.iter(f"{W}p"):
        text = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        urdu = re.search("[\u0600-\u06ff]", text) is not None
        turned = paragraph.find(f"{W}pPr/{W}bidi") is not None
        styled = paragraph.find(f"{W}pPr/{W}pStyle")
        style = "" if styled is None else styled.get(f"{W}val")
        if urdu:
            assert turned, text
            assert any(run.find(f"{W}rPr/{W}rtl") is not None for run in paragraph.iter(f"{W}r"))
        elif text and style in {"AddressName", "LetterAddress", "BoxText"}:
            assert not turned, "an English address, name or number reads from the left"
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in root.iter(f"{W}tbl"))
    assert all(section.find(f"{W}bidi") is not None for section in root.iter(f"{W}sectPr"))
    languages = {one.get(f"{W}bidi") for one in root.iter(f"{W}lang") if one.get(f"{W}bidi")}
    assert languages == {"ur-PK"}
    assert b"<dc:language>ur-PK</dc:language>" in parts["docProps/core.xml"]


def test_welsh_and_polish_stay_from_left_to_right(case: Case, checked: Path) -> None:
    for language, full in (("cy", "cy-GB"), ("pl", "pl-PL")):
        letter = made(case, stage("first-notice", checked), {"mother": language}).letters[0]
        content = package.parts(letter.content)
        document = content["word/document.xml"].decode()
        assert "bidi" not in document
        assert "\u2066" not in document
        assert f'w:lang w:val="{full}"' in content["word/styles.xml"].decode()


def test_the_line_at_the_bottom_of_the_house_style_is_translated_too(case: Case, checked: Path) -> None:
    letter = made(case, stage("first-notice", checked), {"mother": "pl"}).letters[0]
    parts = package.parts(letter.content)
    footers = [content.decode() for name, content in parts.items() if name.startswith("word/footer")]
    assert footers
    for footer in footers:
        assert "Nasz numer sprawy" in footer
        assert "PAGE" in footer
        assert "NUMPAGES" in footer


@pytest.mark.parametrize("format_", ["large-print", "plain-text", "html", "read-aloud", "email"])
def test_every_derived_format_is_in_the_language(format_: str, case: Case, checked: Path) -> None:
    letter, english = made(case, stage("first-notice", checked), {"mother": "ur"}, [format_]).letters
    assert letter.name != english.name
    if format_ == "email":
        message = message_from_bytes(letter.content, policy=default)
        assert message["Subject"] == "آپ کے لیے ایک خط"
        page = message.get_body(("html",))
        assert isinstance(page, EmailMessage)
        told = page.get_content()
    elif format_ == "large-print":
        told = text_of(letter.content)
    else:
        told = letter.content.decode()
    assert "جائزہ کس لیے ہے" in told
    if format_ in {"html", "email"}:
        assert '<html lang="ur-PK" dir="rtl">' in told
        assert '<li lang="en-GB">' in told


def test_the_same_letter_has_the_same_bytes(case: Case, checked: Path) -> None:
    first, second = (made(case, stage("first-notice", checked), {"mother": "ur"}).letters[0].content for _ in range(2))
    assert first == second


def test_english_that_changed_refuses_the_translation_and_not_the_english(
    case: Case, checked: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    export(own, ["first-notice"])
    for name in ("letter.yaml", "letter.ur.docx"):
        (own / "first-notice" / name).write_bytes((checked / "first-notice" / name).read_bytes())
    letter = docx.Document(str(own / "first-notice" / "letter.docx"))
    near = next(one for one in letter.paragraphs if one.text == "Thank you for reading this letter.")
    near.runs[0].text = "Thank you so much for reading this letter."
    letter.save(str(own / "first-notice" / "letter.docx"))
    run = made(case, stage("first-notice", own), {"mother": "ur"})
    assert [one.language for one in run.letters] == ["en-GB"]
    assert any("has changed since it was translated" in one.why for one in run.without)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("116\u00a0123", "116 124", "A number is not that of the English"),
        ("{{ person.greeting }}", "{{ person.name }}", "{{ person.greeting }} is missing"),
    ],
)
def test_a_translation_that_was_spoilt_in_word_makes_no_letter(
    old: str, new: str, told: str, case: Case, checked: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    export(own, ["first-notice"])
    (own / "first-notice" / "letter.yaml").write_bytes((checked / "first-notice" / "letter.yaml").read_bytes())
    parts = package.parts((checked / "first-notice" / "letter.ur.docx").read_bytes())
    document = parts["word/document.xml"].decode()
    assert old in document
    parts["word/document.xml"] = document.replace(old, new).encode()
    (own / "first-notice" / "letter.ur.docx").write_bytes(package.packed(parts))
    run = made(case, stage("first-notice", own), {"mother": "ur"})
    assert any(told in one.why for one in run.without), run.without


def test_somebody_elses_name_in_a_translation_refuses_it(case: Case, tmp_path: Path) -> None:
    father = case.person("father")
    assert father is not None
    own = tmp_path / "own"
    spoilt = changed(of_shipped("first-notice", "pl"), "document.82", lambda text: f"{text} {father.name}")
    translate.bring_in(returned(tmp_path, spoilt, "po"), own, checked_by="T. Anslator")
    run = made(case, stage("first-notice", own), {"mother": "pl"})
    assert [one.language for one in run.letters] == ["en-GB"]
    assert not any(father.name in one.why for one in run.without)


def test_other_stages_have_no_translation_yet() -> None:
    for chosen in stages():
        if chosen.name not in {"first-notice", "invitation"}:
            assert languages_of(chosen, "letter") == ()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("01632 960147", "\u206601632 960147\u2069"),
        ("12 High Street", "\u206612 High Street\u2069"),
        ("جمعہ، 15 جنوری، 2016", "جمعہ، 15 جنوری، 2016"),
        ("علی 01632 960147", "علی \u206601632 960147\u2069"),
        (" ", " "),
    ],
)
def test_a_value_is_kept_as_it_is_among_words_from_right_to_left(value: str, shown: str) -> None:
    assert directions.isolated(value) == shown
    assert plain(shown) == value


@pytest.mark.parametrize("tag", ["ur", "ur-PK", "ar", "fa", "ps", "ckb", "pa-Arab", "he"])
def test_languages_from_right_to_left_are_known(tag: str) -> None:
    assert directions.is_right_to_left(tag)
    assert not directions.is_right_to_left("pl")
    assert not directions.is_right_to_left("ur-Latn")


def test_templates_check_looks_at_translations_too(checked: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    export(own, ["first-notice"])
    notes = [str(note) for one in pipeline.check_templates(own).found for note in one.notes]
    assert [note for note in notes if "letter.ur.docx" in note and "No professional translator" in note]
    (own / "first-notice" / "letter.de.docx").write_bytes((checked / "first-notice" / "letter.ur.docx").read_bytes())
    found = [str(mistake) for one in pipeline.check_templates(own).found for mistake in one.mistakes]
    assert any("does not say from what letter.de.docx was translated" in one for one in found), found
