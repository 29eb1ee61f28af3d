from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from scr_docs import pipeline
from scr_docs.case import Case
from scr_docs.kinds.reading import index_of_others
from scr_docs.letters.make import Letter
from scr_docs.letters.order import FORMATS, STAGES
from scr_docs.letters.outbox.leaks import Leaks
from scr_docs.letters.stages import stage
from tests.letters.marked_case import WHO, marked_case, markers, word
from tests.letters.own_stage import DAY, case_with, own_stage, people_with, somebody

SAMPLE = ("you-said-we-did",)


def run_together(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def everything(letter: Letter) -> Iterator[str]:
    """Each part of a file in two readings, its source and its text, and its name."""
    yield letter.name
    if letter.name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(letter.content)) as package:
            sources = [package.read(entry).decode("utf-8", "replace") for entry in package.namelist()]
            yield from package.namelist()
    elif letter.name.endswith(".eml"):
        message = message_from_bytes(letter.content, policy=default)
        yield str(message.items())
        sources = [part.get_content() for part in message.walk() if not part.is_multipart()]
    else:
        sources = [letter.content.decode()]
    for source in sources:
        yield source
        yield re.sub(r"<[^<>]*>", "", source)


def hold_apart(case: Case, name: str) -> set[tuple[str, str]]:
    """Makes the letters of a stage in every format for everybody; nothing of one is in another's. Gives what was made."""
    made: set[tuple[str, str]] = set()
    for format_ in FORMATS:
        for letter in pipeline.make_letters(case, stage(name), people=WHO, formats=[format_], day=DAY).letters:
            found = "\n".join(map(run_together, everything(letter)))
            own = [marker for marker in markers(letter.person) if marker.casefold() in found]
            assert own or format_ in {"call-script", "text-message"}
            for other in (*WHO, "child"):
                if other != letter.person:
                    leaked = [number for number, marker in enumerate(markers(other)) if marker.casefold() in found]
                    assert not leaked, f"{other}'s markers {leaked} in {letter.name}"
            made.add((letter.person, format_))
    return made


@pytest.mark.parametrize("name", SAMPLE)
def test_nothing_of_one_person_is_in_the_files_of_another(tmp_path: Path, name: str) -> None:
    made = hold_apart(marked_case(tmp_path, name), name)
    adults = [who for who in WHO if who not in {"brother", "aunt"}]
    assert {who for who, format_ in made if format_ == "standard"} == set(adults)
    assert {who for who, format_ in made if format_ == "call-script"} == {*adults, "aunt"}
    assert {format_ for who, format_ in made if who == "mother"} == set(FORMATS)
    assert {format_ for who, format_ in made if who == "brother"} == {"young-person"}


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in STAGES if name not in SAMPLE])
def test_nothing_of_one_person_is_in_the_files_of_another_at_any_stage(tmp_path: Path, name: str) -> None:
    made = hold_apart(marked_case(tmp_path, name), name)
    assert {format_ for _, format_ in made} == set(FORMATS)
    assert len(made) >= 45


def small_case(tmp_path: Path) -> Case:
    return case_with(
        tmp_path,
        identifiers=[
            {"value": "999 041 2731", "kind": "nhs-number", "person": "child"},
            {"value": "CSC-0048213", "kind": "case-number"},
        ],
        feedback=[
            {
                "person": "father",
                "paragraph": "4.1",
                "said": "I was never told about that meeting in May.",
                "decision": "changed",
            }
        ],
    )


def leaks_of(case: Case) -> Leaks:
    return Leaks(case, lambda person: index_of_others(case, person))


def package(**parts: str) -> bytes:
    """A Word file to the mother with these parts instead of, or beside, its own; a name's __ stands for a slash."""
    output = io.BytesIO()
    own = {
        "word/document.xml": "<w:document><w:p><w:r><w:t>Dear Kelly, 14 Acacia Road, HB2 4QX, 07700 900123, about Toby</w:t></w:r></w:p></w:document>",
        "docProps/core.xml": "<p><dc:creator>HBSCB</dc:creator></p>",
    }
    with zipfile.ZipFile(output, "w") as file:
        for name, text in {**own, **{key.replace("__", "/"): text for key, text in parts.items()}}.items():
            file.writestr(name, text)
    return output.getvalue()


HIDING_PLACES = {
    "an attribute": {"word__document.xml": '<w:document><wp:docPr id="1" descr="Declan at the door"/></w:document>'},
    "an attribute in the other quotes": {
        "word__document.xml": "<w:document><wp:docPr descr='Declan O&#8217;Marr'/></w:document>"
    },
    "a number broken by markup": {
        "word__document.xml": "<w:p><w:t>07700 90</w:t><w:proofErr/><w:t>04</w:t><w:t>56</w:t></w:p>"
    },
    "a remark": {"word__document.xml": "<w:document><!-- as for Declan O'Marr --></w:document>"},
    "a comment": {"word__comments.xml": "<w:comments><w:t>declan@example.org</w:t></w:comments>"},
    "the author of a comment": {
        "word__comments.xml": '<w:comments><w:comment w:author="Declan O\'Marr"/></w:comments>'
    },
    "custom XML": {"customXml__item1.xml": "<d><postcode>WM1 2AB</postcode></d>"},
    "a property": {"docProps__custom.xml": '<p><property name="for"><vt:lpwstr>3 Mill Lane</vt:lpwstr></property></p>'},
    "an arrow": {"word___rels__document.xml.rels": '<R><Relationship Target="mailto:declan@example.org"/></R>'},
    "a picture": {"word__media__image1.png": "\x89PNG tEXt Comment 07700 900456"},
    "the name of a part": {"word__media__Declan.png": "\x89PNG"},
    "a day of birth": {"word__settings.xml": '<w:settings><w:docVar w:name="born" w:val="1989-02-03"/></w:settings>'},
    "a day in words": {"word__footnotes.xml": "<w:t>born on 3 February 1989</w:t>"},
    "an NHS number": {"word__document.xml": "<w:t>999 041 2731</w:t>"},
    "a number of nobody in particular": {"word__document.xml": "<w:t>CSC-0048213</w:t>"},
    "words that somebody said": {"word__document.xml": "<w:t>I was never told about that meeting in May.</w:t>"},
}


@pytest.mark.parametrize("place", HIDING_PLACES)
def test_a_leak_is_found_wherever_word_keeps_it(tmp_path: Path, place: str) -> None:
    case = small_case(tmp_path)
    leaks, mother = leaks_of(case), somebody(case, "mother")
    for _ in range(2):  # what is remembered of the first file hides nothing in the second
        assert leaks.find("letter.docx", package(), mother) == ()
        found = leaks.find("letter.docx", package(**HIDING_PLACES[place]), mother)
        assert found
        for secret in ("Declan", "900456", "Mill", "WM1", "999", "0048213", "May"):
            assert not any(secret in told for told in found)
    if "number" not in place and place != "an NHS number":
        father = somebody(case, "father")
        bare = {"word__document.xml": "<a/>"} | HIDING_PLACES[place]
        assert leaks.find("letter.docx", package(**bare), father) == ()


MAIL = b"From: carol@example.org\r\nTo: kelly@example.org\r\n%sSubject: A letter for you\r\nContent-Type: text/%s; charset=utf-8\r\n\r\n%s\r\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.eml", MAIL % (b"Cc: declan@example.org\r\n", b"plain", b"Dear Kelly")),
        ("a.eml", MAIL % (b"Bcc: Declan <d@example.com>\r\n", b"plain", b"Dear Kelly")),
        ("a.eml", MAIL % (b"", b"plain", b"We wrote to Declan.")),
        ("a.eml", MAIL % (b"", b"html", b"<p>We wrote to <b>Dec</b>lan.</p>")),
        ("a.html", b"<html><title>Declan</title></html>"),
        ("a.html", b'<p><a href="tel:07700900456">Ring</a></p>'),
        ("a.html", b"<p><!-- 3 Mill Lane --></p>"),
        ("a.txt", b"Dear Kelly,\nRing 07700\xc2\xa0900 456."),
        ("a.txt", b"Dear Kelly, +44 7700 900456"),
        ("a-Declan.txt", b"Dear Kelly"),
        ("a.dat", b"WM1 2AB"),
    ],
)
def test_a_leak_is_found_in_every_format(tmp_path: Path, name: str, content: bytes) -> None:
    case = small_case(tmp_path)
    leaks = leaks_of(case)
    assert leaks.find(name, content, somebody(case, "mother"))
    if b"999" not in content:
        assert not leaks.find(
            name,
            content.replace(b"kelly@example.org", b"x@example.org").replace(b"Kelly", b"Sir"),
            somebody(case, "father"),
        )


@pytest.mark.parametrize(
    "text",
    [
        "Dear Kelly Quill, Toby Quill was loved.", "Ring Carol Winter on 01632 960102.", "214 Acacia Road", "114 Acacia Road",
        "The room is warm and the lane has a mill.", "Ask for Jane Example, HB1 1AA.", "It was 3 o’clock; a job, Bellamy said.",
    ],
)  # fmt: skip
def test_what_the_letter_may_say_is_no_leak(tmp_path: Path, text: str) -> None:
    case = small_case(tmp_path)
    mother = somebody(case, "mother")
    assert leaks_of(case).find("a.txt", text.encode(), mother) == ()
    assert leaks_of(case).find("a.html", f"<p>{text}</p>".encode(), mother) == ()


def test_a_typeface_that_is_called_as_somebody_is_no_leak(tmp_path: Path) -> None:
    case = case_with(tmp_path, people=people_with("father", name="Verdana Corbel"))
    leaks, mother = leaks_of(case), somebody(case, "mother")
    fonts = '<w:fonts><w:font w:name="Verdana"/><w:rFonts w:ascii="Verdana" w:hAnsi="Corbel"/></w:fonts>'
    assert leaks.find("a.docx", package(**{"word__fontTable.xml": fonts}), mother) == ()
    assert leaks.find("a.docx", package(**{"word__document.xml": '<a descr="Verdana"/>'}), mother)


def test_a_letter_with_a_leak_in_a_property_is_refused_and_not_written(tmp_path: Path) -> None:
    case = case_with(tmp_path, board={"name": "The board", "short_name": "O'Marr Office", "address": ["HB1 1AA"]})
    run = pipeline.make_letters(case, own_stage(tmp_path), people=["mother", "father"], day=DAY)
    assert [letter.person for letter in run.letters] == ["father"]
    assert {one.person for one in run.without} == {"mother"}
    assert run.exit_status == 2
    assert not any("Marr" in one.why for one in run.without)


def test_a_letter_may_name_those_who_come_along_to_its_readers_own_meeting_and_nothing_more_of_them(
    tmp_path: Path,
) -> None:
    meeting = {
        "person": "mother",
        "purpose": "talk",
        "on": "2016-03-01",
        "at": "10:30",
        "place": ["Priory Walk"],
        "minutes": 60,
    }
    letter = ["Dear {{ person.greeting }}", "{{ meeting.with | join(', ') }} will be there."]
    for who, made in (
        (["Jo Bell, your friend"], True),
        (["Declan O’Marr", "Jane Example"], True),
        (["Declan O’Marr, 07700 900456"], False),
        (["Declan"], False),
    ):
        case = case_with(tmp_path, meetings=[{**meeting, "with": who}])
        run = pipeline.make_letters(case, own_stage(tmp_path, letter, meeting="talk"), people=["mother"], day=DAY)
        assert bool(run.letters) is made, who


def test_a_relative_whose_name_is_an_ordinary_word_is_pointed_out(tmp_path: Path) -> None:
    people = [*people_with("friend"), {"id": "cousin", "name": "Hope Marsh", "relationship": "cousin"}]
    for said in (
        "We heard that Hope came.",
        "We spoke with Grace about it.",
        "We hope to see you. It was Hope who rang.",
    ):
        case = case_with(tmp_path, people=people)
        run = pipeline.make_letters(
            case, own_stage(tmp_path, ["Dear {{ person.greeting }}", said]), people=["mother"], day=DAY
        )
        (found,) = run.letters
        assert any("may be the name of somebody else" in notice for notice in found.notices)


def test_every_marker_of_the_marked_case_is_its_persons_own() -> None:
    every = [(who, marker.casefold()) for who in (*WHO, "child") for marker in markers(who)]
    assert not [(who, marker) for who, marker in every for other, theirs in every if who != other and marker in theirs]
    assert word("mother", 0) != word("father", 0)
