"""Text messages: the letters of the GSM alphabet, counted as GOV.UK Notify counts, and telling nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.errors import LetterError, TemplateError
from scr_docs.letters.formats.text_message import count, straight, telling
from tests.letters.own_stage import case_with, maker, own_stage, people_with, somebody


@pytest.mark.parametrize(
    ("text", "letters", "messages", "gsm"),
    [
        ("", 0, 1, True),
        ("a" * 160, 160, 1, True),
        ("a" * 161, 161, 2, True),
        ("a" * 306, 306, 2, True),
        ("a" * 307, 307, 3, True),
        ("€" * 80, 160, 1, True),
        ("€" * 80 + "a", 161, 2, True),
        ("ŵ" * 70, 70, 1, False),
        ("ŵ" * 71, 71, 2, False),
        ("ŵ" + "a" * 134, 135, 3, False),
        ("😀" * 35, 70, 1, False),
        ("é à ü ñ £ @", 11, 1, True),
    ],
)
def test_messages_are_counted_as_the_networks_count(text: str, letters: int, messages: int, *, gsm: bool) -> None:
    found = count(text)
    assert (found.letters, found.messages, found.gsm) == (letters, messages, gsm)


def test_quotes_and_dashes_are_put_straight_before_counting() -> None:
    text = straight("It’s “Carol” – please ring\u00a0me…  now")
    assert text == 'It\'s "Carol" - please ring me... now'
    assert count(text).gsm


@given(st.text(max_size=400))
def test_straightening_twice_changes_nothing(text: str) -> None:
    assert straight(straight(text)) == straight(text)


def sent(tmp_path: Path, message: str) -> tuple[str, tuple[str, ...]]:
    case = case_with(
        tmp_path,
        support=[{"name": "Lantern House"}],
        professionals=[{"name": "Dr A", "agency": "Elm Surgery"}],
        places=[{"name": "Elm Grove School"}],
    )
    stage = own_stage(tmp_path, files={"text-message.txt": message})
    letter = maker(case, stage).make(somebody(case, "mother"), "text-message")
    return letter.content.decode(), letter.notices


def test_a_message_says_its_length(tmp_path: Path) -> None:
    text, notices = sent(
        tmp_path,
        "Hello {{ person.greeting }}, it’s {{ team.family_contact.name }}.\nPlease ring {{ team.family_contact.phone }}.",
    )
    assert text == "Hello Kelly, it's Carol Winter.\nPlease ring 01632 960102."
    assert notices == ("1 text message, 57 letters",)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("I am sorry about {{ subject.greeting }}.", "It names the person whom the review is about"),
        ("About the {{ terms.review }}.", "It names the review"),
        ("Your reference is {{ letter.reference }}.", "It names the review"),
        ("From {{ board.name }}.", "It names the board"),
        ("From {{ board.short_name }}.", "It names the board"),
        ("Come to Lantern House.", "It names a service"),
        ("Elm Surgery told us.", "It names a service"),
        ("Meet at Elm Grove School.", "It names a service"),
        ("Please ring about the review.", "The text message tells what it is about (letters.text-says-too-much"),
        ("I am sorry that he died.", "The text message tells what it is about (letters.text-says-too-much"),
        ("Declan can ring too.", "Personal data of somebody else"),
        ("a" * 919, "It is longer than text messages can be (918 letters)"),
    ],
)
def test_a_message_that_tells_too_much_is_refused(tmp_path: Path, message: str, said: str) -> None:
    with pytest.raises(LetterError) as refused:
        sent(tmp_path, message)
    assert said in str(refused.value)
    assert "Toby" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "message", "refused"),
    [
        ("Toby Quill", "It is about toby.", True),
        ("Toby Quill", "It is about TOBY's day.", True),
        ("toby quill", "It is about Toby.", True),
        ("Zoë Quill", "It is about zoe.", True),
        ("Will Quill", "We will ring you.", False),
        ("Will Quill", "It is about Will.", True),
        ("Toby van Dorn", "The van is here.", False),
        ("Toby Quill", "Look at the tobys.", False),
    ],
)
def test_the_child_is_known_however_the_name_is_written(
    tmp_path: Path, name: str, message: str, *, refused: bool
) -> None:
    case = case_with(tmp_path, people=people_with("child", name=name, greeting=None))
    told = list(telling(message, case, somebody(case, "father")))
    assert told == (["it names the person whom the review is about"] if refused else [])


def test_a_recipient_who_shares_the_name_of_the_child_can_be_greeted(tmp_path: Path) -> None:
    case = case_with(tmp_path, people=people_with("father", name="Toby Quill", greeting="Toby"))
    stage = own_stage(tmp_path, files={"text-message.txt": "Hello {{ person.greeting }}."})
    assert maker(case, stage).make(somebody(case, "father"), "text-message").content == b"Hello Toby."


@pytest.mark.parametrize(
    ("message", "line", "said"),
    [
        ("Hello\n{{ person.greting }}", 2, "The field person.greting does not exist. Did you mean person.greeting?"),
        ("{%p if support %}x{% endif %}", 1, "{%p is for Word files. In plain text write {% … %}."),
        ("Hello {{ person.name", 1, "A tag is not complete on its line"),
        ("{% if support %}x", 1, "A tag holds something else than a field, if or for, or has no end"),
        ("a\n{{ support }}", 2, "The field support is printed, and is a list"),
        ("{% for x in range(9) %}a{% endfor %}", 1, "may not do"),
    ],
)
def test_a_mistake_in_a_message_is_told_with_its_line(tmp_path: Path, message: str, line: int, said: str) -> None:
    with pytest.raises(TemplateError) as wrong:
        sent(tmp_path, message)
    assert f"text-message.txt:{line}: " in str(wrong.value)
    assert said in str(wrong.value)


def test_a_fact_that_the_case_lacks_is_named(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match=r"The case file lacks team\.family_contact\.email"):
        sent(tmp_path, "Write to {{ team.family_contact.email }}.")


def test_conditions_leave_no_blank_lines_in_a_script(tmp_path: Path) -> None:
    case = case_with(tmp_path)
    script = "Is it safe?\n{% if support %}\nHelp is there.\n{% endif %}\n\n\n\n{% for line in board.address %}\n{{ line }}\n{% endfor %}\nBye & thanks\n"
    stage = own_stage(tmp_path, files={"call-script.txt": script})
    made = maker(case, stage).make(somebody(case, "mother"), "call-script").content.decode()
    assert made == "Is it safe?\n\nCivic Centre\n1 Bridge Street\nHB1 1AA\nBye & thanks\n"
