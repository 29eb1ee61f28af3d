"""The words of a letter on their way to a translator and back: three forms, and everything that is refused."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import docx
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.errors import TemplateError
from scr_docs.letters.languages import guard, po, xliff
from scr_docs.letters.languages.exchange import LARGEST, Exchange, Item
from scr_docs.letters.languages.units import Unit, of_text, of_word, source_hash
from scr_docs.letters.merging.untrusted import parts_of
from scr_docs.letters.office import translate
from scr_docs.letters.office.export import export
from scr_docs.letters.stages import Stage, stage
from tests.letters.translations import FORMS, MESSAGE, changed, holding, of_shipped, returned, text_message

EASTERN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@pytest.fixture(scope="module")
def notice() -> Stage:
    return stage("first-notice")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def refusals(path: Path, own: Path) -> list[str]:
    with pytest.raises(TemplateError) as refused:
        translate.bring_in(path, own)
    assert not own.exists(), "nothing is written where anything is wrong"
    return [str(mistake) for mistake in refused.value.mistakes]


def test_what_is_exported_is_every_paragraph_with_words_and_no_other(notice: Stage) -> None:
    units = of_word(parts_of(notice.template))
    texts = [unit.text for unit in units]
    assert "Dear {{ person.greeting }}" in texts
    assert "Our reference: {{ letter.reference }}, page ‹1/› of ‹2/›" in texts
    assert not any("{%p" in text or text in {"{{ line }}", "{{ letter.date }}"} for text in texts)
    assert len({unit.id for unit in units}) == len(units) > 40


def test_no_data_of_a_case_can_be_in_an_export(tmp_path: Path) -> None:
    exchange = of_shipped("first-notice")
    for form in FORMS:
        path = returned(tmp_path, exchange, form)
        content = path.read_bytes()
        if form == "docx":
            with zipfile.ZipFile(path) as package:
                content = b"".join(package.read(name) for name in package.namelist())
        assert b"01632" not in content
        assert b"Westmoor" not in content


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["cy", "pl", "ur"])
def test_a_translation_comes_back_as_it_went(form: str, language: str, tmp_path: Path) -> None:
    exchange = of_shipped("first-notice", language)
    back = translate.read(returned(tmp_path, exchange, form))
    assert (back.stage, back.version, back.language, back.source) == (
        "first-notice",
        "letter",
        language,
        exchange.source,
    )
    assert [(item.id, item.english, item.translated) for item in back.items] == [
        (item.id, item.english, item.translated) for item in exchange.items
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_good_translation_is_brought_in_beside_the_english(form: str, own: Path, tmp_path: Path) -> None:
    exchange = changed(of_shipped("first-notice"), "document.82", lambda _: "یہ خط پڑھنے کا بہت شکریہ۔")
    done = translate.bring_in(returned(tmp_path, exchange, form), own, checked_by="A. Translator, 2 March 2016")
    assert done.path == own / "first-notice" / "letter.ur.docx"
    mine = stage("first-notice", own)
    about = mine.entry.languages["ur"]["letter"]
    assert (about.checked_by, about.drafted, about.source) == ("A. Translator, 2 March 2016", "person", exchange.source)
    assert mine.entry.languages["pl"]["letter"].checked_by is None, "other languages stay as they were"
    texts = {item.id: item.translated for item in translate.exchange_of(mine, "letter", "ur").items}
    assert texts == {item.id: item.translated for item in exchange.items}


def test_what_somebody_wrote_into_letter_yaml_stays(notice: Stage, own: Path, tmp_path: Path) -> None:
    translate.bring_in(returned(tmp_path, of_shipped("first-notice"), "po"), own)
    text = (own / "first-notice" / "letter.yaml").read_text("utf-8")
    before = notice.file.read_text("utf-8")
    assert text.startswith(before[: before.index("\nlanguages:")].rstrip())
    assert yaml.safe_load(text).keys() == yaml.safe_load(before).keys()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("english", "old", "new", "told"),
    [
        (
            "Dear",
            "{{ person.greeting }}",
            "{{ person.name }}",
            "{{ person.greeting }} is missing; {{ person.name }} stands",
        ),
        ("Dear", "{{ person.greeting }}", "", "{{ person.greeting }} is missing"),
        ("has died", "{{ terms.review }}", "{{ terms.review }} {{ terms.review }}", "is not in the English"),
        ("{% if item.what %}", "{% endif %}", "", "{% endif %}"),
        (
            "{% if item.what %}",
            "{{ item.phone }}{% endif %}",
            "{% endif %}{{ item.phone }}",
            "in another place between",
        ),
        ("page ‹1/›", "‹1/›", "", "marks"),
        ("{% if item.what %}", "‹1›", "", "marks"),
        ("day or night", "116\u00a0123", "116 124", "A number is not that of the English. It says 116 123"),
        ("day or night", "116\u00a0123", "123 116".translate(EASTERN), "A number is not that of the English"),
        ("day or night", "Samaritans", "سماریٹنز", "The name Samaritans is missing"),
        ("the NHS", "NHS", "این ایچ ایس", "The name NHS is missing"),
        ("two weeks", "دو ہفتوں", "3 ہفتوں", "A number is not that of the English"),
    ],
)
def test_what_a_translator_must_not_change_is_refused_with_its_place(
    form: str, english: str, old: str, new: str, told: str, own: Path, tmp_path: Path
) -> None:
    exchange = of_shipped("first-notice")
    identifier = holding(exchange, english)
    wrong = changed(exchange, identifier, lambda text: text.replace(old, new, 1))
    assert wrong != exchange
    found = refusals(returned(tmp_path, wrong, form), own)
    assert any(told in one and identifier in one for one in found), found


@pytest.mark.parametrize("form", FORMS)
def test_all_that_is_wrong_is_told_at_once(form: str, own: Path, tmp_path: Path) -> None:
    exchange = of_shipped("first-notice")
    english = {item.id: item.english for item in exchange.items}
    wrong = changed(changed(exchange, "document.16", lambda _: ""), "document.19", lambda _: english["document.19"])
    found = refusals(returned(tmp_path, wrong, form), own)
    assert len(found) == 2
    assert "document.16" in found[0]
    assert "There is no translation" in found[0]
    assert "document.19" in found[1]
    assert "still in English" in found[1]


@pytest.mark.parametrize("form", FORMS)
def test_english_that_changed_since_the_export_is_seen_and_named(form: str, own: Path, tmp_path: Path) -> None:
    path = returned(tmp_path, of_shipped("first-notice"), form)
    export(own, ["first-notice"])
    letter = docx.Document(str(own / "first-notice" / "letter.docx"))
    near = next(one for one in letter.paragraphs if one.text == "Thank you for reading this letter.")
    near.runs[0].text = "Thank you so much for reading this letter."
    letter.save(str(own / "first-notice" / "letter.docx"))
    before = (own / "first-notice" / "letter.ur.docx").read_bytes()
    with pytest.raises(TemplateError) as refused:
        translate.bring_in(path, own)
    (mistake,) = refused.value.mistakes
    assert "has changed since this was exported" in mistake.what
    assert "document.82" in str(mistake.place)
    assert (own / "first-notice" / "letter.ur.docx").read_bytes() == before


def test_rows_that_were_taken_out_or_added_are_told(own: Path, tmp_path: Path) -> None:
    exchange = of_shipped("first-notice")
    extra = Item("document.999", "", "Hello", "سلام")
    wrong = Exchange(exchange.stage, exchange.version, exchange.language, exchange.source, (*exchange.items[1:], extra))
    found = refusals(returned(tmp_path, wrong, "docx"), own)
    assert any("This piece is missing" in one and exchange.items[0].id in one for one in found)
    assert any("no piece document.999" in one for one in found)


@pytest.mark.parametrize("form", FORMS)
def test_figures_of_another_script_are_taken_and_become_those_on_a_telephone(
    form: str, own: Path, tmp_path: Path
) -> None:
    exchange = of_shipped("first-notice")
    identifier = holding(exchange, "day or night")
    wanted = changed(exchange, identifier, lambda text: text.replace("116\u00a0123", "116 123".translate(EASTERN)))
    assert wanted != exchange
    translate.bring_in(returned(tmp_path, wanted, form), own)
    texts = {
        item.id: item.translated for item in translate.exchange_of(stage("first-notice", own), "letter", "ur").items
    }
    assert "116\u00a0123" in texts[identifier]


def test_a_text_message_is_translated_line_by_line(own: Path, tmp_path: Path) -> None:
    exchange = text_message("pl", MESSAGE)
    assert [item.id.split(".")[0] for item in exchange.items] == ["line"] * len(exchange.items)
    done = translate.bring_in(returned(tmp_path, exchange, "po"), own, checked_by="B. Translator")
    assert done.path.name == "text-message.pl.txt"
    assert MESSAGE in done.path.read_text("utf-8")


@pytest.mark.parametrize("name", ["back.docx", "back.xlf", "back.po", "back.txt"])
@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"PK\x03\x04", b"<xliff/>", b'msgid "a"\nmsgstr "b"\n'])
def test_a_file_that_is_no_translation_is_told_and_never_breaks(
    name: str, content: bytes, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusals(path, own)


def test_xml_that_fetches_or_grows_is_refused(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "back.xlf"
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    path.write_text(f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]><xliff>&e;</xliff>')
    assert any("definition" in one or "cannot be read" in one for one in refusals(path, own))
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    path.write_text(f'<!DOCTYPE x [<!ENTITY a0 "x">{bomb}]><xliff>&a11;</xliff>')
    assert refusals(path, own)


@pytest.mark.parametrize("name", ["back.docx", "back.xlf", "back.po"])
def test_a_file_that_is_far_too_large_is_not_read(name: str, own: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"x" * (LARGEST + 1))
    assert any("no translation of a letter is" in one for one in refusals(path, own))


def test_the_head_of_a_file_cannot_lead_to_another_place(own: Path, tmp_path: Path) -> None:
    exchange = of_shipped("first-notice")
    for told in ("../../etc", "first-notice/.."):
        bad = Exchange(told, "letter", "ur", exchange.source, exchange.items)
        assert refusals(returned(tmp_path, bad, "po"), own)
        (tmp_path / "back.po").unlink()


words = st.text(st.characters(categories=("L", "N", "P", "Zs"), exclude_characters="‹›{}"), min_size=1, max_size=30)


@given(
    st.lists(st.one_of(words, st.sampled_from(["{{ person.name }}", "{% if a.b %}", "‹1/›", "‹2›x‹/2›"])), min_size=1)
)
def test_xliff_and_po_keep_every_text(pieces: list[str]) -> None:
    text = " ".join("".join(pieces).split())
    exchange = Exchange("a-stage", "letter", "ur", "0" * 64, (Item("document.1", "paragraph 1", text, text),))
    with tempfile.TemporaryDirectory() as folder:
        for module, name in ((xliff, "a.xlf"), (po, "a.po")):
            path = Path(folder) / name
            path.write_bytes(module.write(exchange))
            back = module.read(path)
            assert (back.items[0].english, back.items[0].translated) == (text, text)


@given(st.text(max_size=300), st.text(max_size=300))
def test_the_guard_never_breaks(english: str, text: str) -> None:
    assert (
        list(guard.problems([Unit("document.1", "paragraph 1", english)], {"document.1": text}, "ur", "f")) is not None
    )


def test_the_hash_is_of_places_and_words() -> None:
    one = of_text("Hello {{ person.name }}\n{% if support %}\nGoodbye")
    assert [unit.id for unit in one] == ["line.1", "line.3"]
    assert source_hash(one) != source_hash(of_text("Hello {{ person.name }}\nGoodbye"))
    assert source_hash(one) == source_hash(of_text("Hello {{ person.name }}\r\n{% if changes %}\r\nGoodbye\r\n"))
