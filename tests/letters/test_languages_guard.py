"""What is held against the English in a translation: its shape, its words, its numbers, names and signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.letters.languages import guard, shape
from scr_docs.letters.languages.units import TAG, Unit


def told(english: str, text: str, language: str = "pl") -> list[str]:
    """What is told of one piece, in one text for each."""
    unit = Unit("document.7", "paragraph 7", english)
    found = [str(one) for one in guard.problems([unit], {"document.7": text}, language, "back.po")]
    assert all("document.7, paragraph 7" in one for one in found), "each is told with its place"
    return found


IF = "{% if review.proceedings %}"
ELSE, END = "{% else %}", "{% endif %}"
BOTH = f"Good morning. {IF}The court goes on.{ELSE}There is no court.{END}"


@pytest.mark.parametrize(
    ("english", "text", "where"),
    [
        (BOTH, f"Dzień dobry. Sąd działa. {IF}{ELSE}Nie ma sądu.{END}", f"no words between {IF} and {ELSE}"),
        (BOTH, f"Dzień dobry. {IF}Sąd działa. Nie ma sądu.{ELSE}{END}", f"no words between {ELSE} and {END}"),
        (BOTH, f"Dzień dobry. {IF}Sąd działa.{ELSE}Nie ma sądu.{END} Tak jest.", f"words after {END} (“Tak jest.”)"),
        (BOTH, f"{IF}Dzień dobry. Sąd działa.{ELSE}Dzień dobry. Nie ma sądu.{END}", f"no words before {IF}"),
        (
            f"{IF}{ELSE}There is no court.{END}",
            f"{IF}Jest sąd.{ELSE}Nie ma sądu.{END}",
            f"words between {IF} and {ELSE} (“Jest sąd.”)",
        ),
        (
            "{% for item in support %}{{ item.name }} can help. {% endfor %}",
            "Pomoże: {% for item in support %}{{ item.name }} {% endfor %}",
            "no words between {% for item in support %} and {% endfor %}",
        ),
        (
            f"{IF}Ring {{{{ board.phone }}}}.{ELSE}Write to us.{END}",
            f"{IF}Proszę dzwonić.{ELSE}Proszę pisać: {{{{ board.phone }}}}.{END}",
            "{{ board.phone }} stands in another place",
        ),
        (
            f"{IF}One of them.{END}{{% if support %}}The other one.{END}",
            f"{{% if support %}}Ten drugi.{END}{IF}Jeden z nich.{END}",
            f"{{% if support %}} stands where the English has {IF}",
        ),
        (
            f"Ring {IF}116 123 in the day{ELSE}116 000 at night{END}.",
            f"Telefon {IF}116 000 w dzień{ELSE}116 123 w nocy{END}.",
            "A number is not that of the English. It says 116 123",
        ),
        ("‹1›Please‹/1› ring me.", "‹1›‹/1›Proszę zadzwonić.", "Nothing stands between ‹1› and ‹/1›"),
        (
            f"I write about him. {IF}I am very sorry that your child has died.{ELSE}I hope that all is well.{END}",
            f"Piszę o nim. Bardzo mi przykro z powodu śmierci dziecka. {IF}i{ELSE}Mam nadzieję, że jest dobrze.{END}",
            "It is far shorter than the English (“I am very sorry that your child has died.”)",
        ),
        (
            f"I am very sorry that your child has died. I write about him{IF} again{END}.",
            f"Piszę o nim{IF} ponownie, i bardzo mi przykro z powodu śmierci Państwa dziecka, o której słyszę{END}.",
            "It is far longer than the English (“again”)",
        ),
        (f"{IF}‹1›Please‹/1›{END} ring me.", f"{IF}proszę{END} ‹1›zadzwonić‹/1›.", "‹1› stands in another place"),
    ],
)
def test_words_that_leave_their_condition_are_refused_with_the_place(english: str, text: str, where: str) -> None:
    found = told(english, text)
    assert any(where in one for one in found), found


@pytest.mark.parametrize(
    ("english", "text"),
    [
        (BOTH, f"Dzień dobry.{IF} Sąd działa.{ELSE} Nie ma sądu.{END}"),
        ("Dear {{ person.greeting }}", "{{ person.greeting }} کے نام"),
        (
            f"I am {{{{ person.name }}}}{IF}, of {{{{ board.name }}}}{END}.",
            f"{{{{ person.name }}}} 是我{IF}，{{{{ board.name }}}} 的{END}。",
        ),
        (f"I write.{IF} You read.{END}", f"Piszę{IF}, a Państwo czytają{END}."),
    ],
)
def test_signs_and_the_order_within_a_condition_are_the_translators(english: str, text: str) -> None:
    assert told(english, text) == []


@given(st.lists(st.sampled_from([IF, ELSE, END, "{{ a.b }}", "word ", " ", ".", "‹1›", "‹/1›"]), max_size=12))
def test_every_letter_and_tag_of_a_piece_is_in_one_segment(pieces: list[str]) -> None:
    text = "".join(pieces)
    logic = [tag for tag in TAG.findall(text) if tag.startswith("{%")]
    found = shape.segments(text)
    assert len(found) == len(logic) + 1
    assert "".join(one.text for one in found) == text.replace(IF, "").replace(ELSE, "").replace(END, "")
    assert list(shape.problems(text, text)) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (".", "There are no words"),
        ("\u200b", "There is no translation"),
        ("\u2060 \ufeff", "There is no translation"),
        ("…\u200b—", "There are no words"),
        ("a", "far shorter than the English"),
        ("This letter is about what happens next.", "It is still in English"),
        ("this  letter is\u200b about what happens next", "It is still in English"),
    ],
)
def test_what_is_no_translation_is_refused(text: str, why: str) -> None:
    found = told("This letter is about what happens next.", text)
    assert any(why in one for one in found), found


def test_a_sentence_that_stayed_english_is_named() -> None:
    english = "I am sorry for your loss. You can ring me at any time. It is free."
    (found,) = told(english, "Bardzo mi przykro. You can ring me at any time. To nic nie kosztuje.")
    assert "“You can ring me at any time.” is still in English" in found


def test_names_that_are_the_same_in_both_languages_are_no_english() -> None:
    assert told("Victim Support", "Victim Support") == []
    assert told("Email", "Email") == []


def test_a_short_writing_is_long_enough() -> None:
    assert (
        told(
            "You do not need to do anything now, and you do not need to reply.",
            "您现在无需做任何事，也无需回复。",
            "zh",
        )
        == []
    )


@pytest.mark.parametrize(
    ("english", "text"),
    [
        ("We are here 9-5.", "Jesteśmy tu 9–17, nie, 9 – 5."),
        ("Come between 9 and 5, in room 3", "Pokój 3, od 9 do 6"),
        ("Ring 116 123.", "Telefon: 123 116."),
        ("Ring 116 123.", "Telefon: 116\u200f 123."),
        ("It takes 10 days.", "Trwa to 1 dzień i 0 godzin."),
        ("It takes two weeks.", "Trwa to 3 tygodnie."),
        ("Ring 0800 1111 at 9.30am.", "Telefon: 0800 1111, godzina 9.45."),
        ("Ring 0800 1111.", "Telefon: 0800 1111 lub 0800 1112."),
        ("It costs 1.5 pounds.", "Cena: 5,1 funta."),
        ("Come at 5am.", "Godzina 17."),
    ],
)
def test_a_number_with_another_value_is_refused(english: str, text: str) -> None:
    assert any("A number is not that of the English" in one for one in told(english, text))


@pytest.mark.parametrize(
    ("english", "text", "language"),
    [
        ("We are here 9-5 today.", "Dzisiaj jesteśmy od 9 do 5.", "pl"),
        ("We are here 9-5 today.", "آج ہم ۹ سے ۵ تک یہاں ہیں۔", "ur"),
        ("Choose 3, 4 or 5 May.", "Do wyboru: 3, 4 lub 5 maja.", "pl"),
        ("Choose 3, 4 or 5 May.", "请选择5月3日、4日或5日。", "zh"),
        ("It ends on 14 January 2016.", "Koniec: 14.01.2016 r.", "pl"),
        ("It ends on 14 January 2016.", "2016年1月14日结束。", "zh"),
        ("It ends on 14/01/2016.", "Koniec: 2016-01-14.", "pl"),
        ("We look at 2014-2016.", "Od 2014 do 2016 roku.", "pl"),
        ("Ring 116 123.", "اتصلوا بالرقم ١١٦ ١٢٣.", "ar"),
        ("Ring 0808 802 0021.", "Telefon: 0808-802-0021.", "pl"),
        ("Come at 5pm or 9.30am.", "Godzina 17:00 albo 9:30.", "pl"),
        ("Come at 5pm or 9.30am.", "Venez à 9 h 30 ou 17h00.", "fr"),
        ("Come at 5pm or 9.30am.", "9時30分または17時00分にお越しください。", "ja"),
        ("It costs £10,000.", "Koszt: 10 000 funtów.", "pl"),
        ("It takes two weeks.", "Trwa to 2 tygodnie.", "pl"),
        ("Open 24/7, on floor 1.", "Na 1. piętrze, 24/7.", "pl"),
        ("Half is 1.5 hours.", "Połowa to 1,5 godziny.", "pl"),
    ],
)
def test_a_number_may_have_the_form_and_place_that_a_language_gives_it(english: str, text: str, language: str) -> None:
    assert told(english, text, language) == []


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("NHS", "Powie o tym NHSX.", "pl"),
        ("Mind", "Mindful pomoże.", "pl"),
        ("Mind", "McMind pomoże.", "pl"),
        ("NHS", "Powie o tym gigant GIGANT.", "cy"),
        ("NHS", "Powie o tym GIG.", "pl"),
        ("Samaritans", "Samaritansów słychać.", "pl"),
        ("Samaritans", "Sama\u200britanie pomogą.", "pl"),
        ("Mind", "Mind-fulnessowa pomoc.", "pl"),
    ],
)
def test_a_name_within_a_longer_word_is_not_that_name(name: str, text: str, language: str) -> None:
    assert any(f"The name {name} is missing" in one for one in told(f"Ask {name}.", text, language))


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("NHS", "W NHS-ie powiedzą.", "pl"),
        ("NHS", "NHS’nin yardımı.", "tr"),
        ("NHS", "Gofynnwch i’r GIG.", "cy"),
        ("NHS", "请向NHS和政府询问。", "zh"),
        ("NHS", "اسألوا والـNHS.", "ar"),
        ("Mind", "Holwch Mind Cymru.", "cy"),
        ("Victim Support", "Pomoże Victim\u00a0Support.", "pl"),
        ("NHS", "\u2066NHS\u2069 سے پوچھیں۔", "ur"),
    ],
)
def test_a_name_may_have_the_endings_and_neighbours_of_a_language(name: str, text: str, language: str) -> None:
    assert told(f"Ask {name}.", text, language) == []


@pytest.mark.parametrize("sign", ["\u202e", "\u202d", "\u202a", "\u202b", "\u202c", "\u206a"])
def test_a_sign_that_turns_numbers_round_is_refused_and_named(sign: str) -> None:
    (found,) = told("Ring 116 123.", f"Telefon: {sign}116 123.")
    assert f"turns letters or numbers round (U+{ord(sign):04X})" in found


@pytest.mark.parametrize("sign", ["\U000e0041", "\ue000", "\x07"])
def test_a_sign_that_no_letter_may_hold_is_refused(sign: str) -> None:
    assert any("no letter may hold" in one for one in told("Ring me.", f"Proszę{sign} zadzwonić."))


def test_joiners_of_persian_and_indian_writing_and_our_isolates_are_right() -> None:
    assert told("You can ring me on 116 123.", "می\u200cتوانید با \u2066116 123\u2069 تماس بگیرید.", "fa") == []


@pytest.mark.parametrize(
    "sign", ["1", "1 ", "1.", "a", "{% if a %}", "‹1›", "NHS", "a@", "www.", "5pm ", "May 1 ", "\u200b"]
)
def test_no_text_makes_it_slow(sign: str) -> None:
    text = sign * (100_000 // len(sign))
    list(guard.problems([Unit("document.1", "paragraph 1", text[:5000])], {"document.1": text}, "ur", "f"))
