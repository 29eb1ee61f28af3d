"""Names of many origins in every form of a list that was made apart from the program."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scr_docs import engine, pack
from scr_docs.case import Case
from scr_docs.case.advice import advice
from scr_docs.kinds import PARAMS, Reading
from scr_docs.names.known import index as known
from scr_docs.names.known.index import Hit
from scr_docs.plain import document
from tests.conftest import ROOT
from tests.small_case import case_of

TOLD_BY = {f"personal-data.{name}" for name in ("known-name", "possible-known-name", "misspelt-known-name")}
RULES = [rule for rule in pack.load([ROOT / "checks"], PARAMS) if rule.id in TOLD_BY]

PEOPLE: list[tuple[str, list[str], list[str], list[str]]] = [
    # the name, its other spellings, its short forms, its misspellings
    ("Kelly Ann Thompson", ["Kelley Ann Thomson"], ["Kel", "Kez"], ["Thomspon", "Thompsom", "Keelly"]),
    ("Daniel James Hargreaves", ["Daniel Jaymes Hargreaves"], ["Dan", "Danny", "Jamie"], ["Hargeaves", "Hargraves", "Danial"]),
    ("Elizabeth Carter", ["Elisabeth Carter"], ["Liz", "Lizzie", "Beth", "Betty"], ["Elizabteh", "Elizibeth"]),
    ("Barry Wilkinson", ["Barrie Wilkinson"], ["Baz", "Bazza"], ["Wilkonson", "Wilkinsen"]),
    ("Siobhán O'Callaghan", ["Shivaun O'Callaghan"], ["Shiv", "Shivvy"], ["Siobahn", "O'Calaghan", "O’Callaghen"]),
    ("Seán McGuinness", ["Shaun MacGuinness", "Shawn Mc Guinness"], ["Seany"], ["McGuiness", "McGuinnes"]),
    ("Rhys Llewellyn", ["Reece Llewelyn"], [], ["Llewelynn", "Lewellyn"]),
    ("Angharad ap Gwilym", [], ["Haz"], ["Angharrad", "Gwilim"]),
    ("Mohammed Iqbal Hussain", ["Muhammad Ikbal Hussein", "Mohamed Iqbal Husain", "Md Iqbal Hussain"], ["Mo", "Moh"], ["Mohamned", "Husssain"]),
    ("Ayesha Khatun", ["Aisha Khatoon", "Aysha Khatun"], ["Ash"], ["Ayeesha", "Khatunn"]),
    ("Abdul Rahman Yusuf", ["Abdulrahman Yusuf", "Abdurrahman Yousef", "Abdirahman Yusuf"], [], ["Rahmann", "Yusfu"]),
    ("Zainab Chowdhury", ["Zaynab Choudhury", "Zeinab Chaudhry"], ["Zee"], ["Zainabb", "Chowdury"]),
    ("Harpreet Kaur Dhaliwal", ["Harprit Kaur Dhaliwal"], ["Harps"], ["Harpret", "Dhalliwal"]),
    ("Rajesh Venkataraman", [], ["Raj"], ["Rajseh", "Venkatraman"]),
    ("Oluwaseun Adebayo", ["Seun Adebayo"], ["Seun"], ["Oluwasuen", "Adabayo"]),
    ("Kwabena Asante-Mensah", ["Kobina Asante-Mensah"], [], ["Kwabenna", "Assante"]),
    ("Ngozi Okafor", [], [], ["Ngozzi", "Okafro", "Okofor"]),
    ("Hodan Warsame Jama", ["Xodan Warsame Jama"], [], ["Warsamme", "Hoddan"]),
    ("Nguyễn Văn Hải", ["Nguyen Van Hai"], [], ["Nguyan", "Ngyuen"]),
    ("Xiuying Zhang", ["Xiuying Chang"], [], ["Xiuyng", "Zhangg"]),
    ("Wing-Yan Cheung", ["Wing Yan Cheung"], [], ["Chueng"]),
    ("Agnieszka Wójcik", ["Agnieszka Woycik"], ["Aga"], ["Agnieska", "Wojick"]),
    ("Łukasz Kowalski", ["Lucas Kowalsky"], ["Luk"], ["Lukazs", "Kowalksi"]),
    ("Oleksandr Shevchenko", ["Aleksandr Schevchenko", "Alexander Shevchenko"], ["Sasha"], ["Oleskandr", "Shevchenco"]),
    ("Ștefania Bălan", ["Stephania Balan"], ["Stef"], ["Stefannia", "Ballan"]),
    ("Jūratė Kazlauskienė", [], [], ["Jurrate", "Kazlauskine"]),
    ("Çiğdem Yıldırım", [], [], ["Cigdm", "Yildrim"]),
    ("Inês Gonçalves de Souza", ["Ines Gonsalves de Sousa"], [], ["Goncalvez"]),
    ("María García López", ["Maria Garcia Lopes"], [], ["Gracia"]),
    ("Jürgen Müller", ["Juergen Mueller", "Jurgen Muller"], [], ["Mullre"]),
    ("Bjørn Sørensen", ["Bjoern Soerensen", "Bjorn Sorenson"], [], ["Sornesen"]),
    ("Yousef Al-Khatib", ["Yusuf Al Khatib", "Yousef AlKhatib"], ["Yus"], ["Khatibb"]),
    ("Grace Price", [], ["Gracie"], ["Grcae"]),
    ("Will Young", [], ["William"], []),
]  # fmt: skip


def plain(name: str) -> str:
    """The name without its diacritics, by another way than the program's."""
    spelt = name.translate(str.maketrans("łŁøØıđß", "lLoOids"))
    return "".join(letter for letter in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(letter))


def written(name: str) -> Iterator[tuple[str, str]]:
    """What a report may make of a name: the kind of form, and the text with it."""
    parts = name.split(" ")
    first, last = parts[0], parts[-1]
    letters = re.sub(r"\W", "", plain(name.replace(" ", "")))
    bare = [re.sub(r"\W", "", plain(part)) for part in (first, last)]
    low = [part.lower() for part in bare]
    yield from (("whole", f"They met {way} at home.") for way in (name, f"{first} {last}", plain(name)))
    yield from (
        ("turned", f"Seen: {way}; later") for way in (f"{last} {first}", f"{last}, {first}", f"{last.upper()}, {first}")
    )
    yield from (
        ("initial", f"Then {way} rang.")
        for way in (f"{first[0]} {last}", f"{first[0]}. {last}", f"{first[0]}.{last}", f"{last}, {first[0]}.")
    )
    yield from (
        ("initials", f"Mother ({way}) rang.")
        for way in (f"{first[0]}.{last[0]}.", f"{first[0]}. {last[0]}.", f"{first[0]}{last[0]}")
    )
    yield from (("title", f"Then {title} {last} rang.") for title in ("Mr", "Mrs.", "Ms", "Dr", "PC 1234"))
    yield from (("possessive", f"It was {way}{mark}s bag.") for way in (first, last, name) for mark in "'’")
    yield from (
        ("plural", f"The {way} {noun}.")
        for way in (last, f"{last}es" if plain(last)[-1] == "s" else f"{last}s")
        for noun in ("family", "case", "children", "household", "moved out")
    )
    yield from (("capitals", way.upper()) for way in (name, last, f"{first} {last}"))
    yield from (("small", f"then {way.lower()} rang") for way in (name, f"{first} {last}"))
    yield from (
        ("apostrophe", f"Then {way} rang.")
        for way in (name.replace("'", "’"), name.replace("'", "‘"), name.replace("'", ""), name.replace("'", " "))
    )
    yield from (
        ("hyphen", f"Then {way} rang.")
        for way in (name.replace("-", "‑"), name.replace("-", " "), name.replace("-", ""))
    )
    yield from (
        ("joined", f"See {way} here")
        for way in (
            f"{bare[0]}{bare[1]}.docx",
            f"{bare[0]}_{bare[1]}_2016",
            f"{bare[1]}-{bare[0]}",
            f"Statement{bare[0]}{bare[1]}Final.docx",
            letters,
        )
    )
    yield from (
        ("file", f"{way}_CPconf.docx")
        for way in (f"{bare[1]}_{bare[0][0]}", f"{bare[0][0]}{bare[1]}", f"{bare[1]}{bare[0][0]}")
    )
    yield from (
        ("mail", f"from {way}@example.org to")
        for way in (
            f"{low[0]}.{low[1]}",
            f"{low[0][0]}.{low[1]}",
            f"{low[0]}{low[1]}",
            f"{low[0][0]}{low[1]}",
            f"{low[1]}{low[0][0]}",
            f"{low[0]}_{low[1]}99",
            f"{low[1]}.{low[0]}",
            f"{low[1]}{low[0]}",
        )
    )
    yield from (
        ("link", f"https://example.org/{way}/file")
        for way in (f"{low[0]}-{low[1]}", f"{low[0]}%20{low[1]}", f"{low[1]}_{low[0]}", f"{low[0]}+{low[1]}")
    )
    yield from (
        ("broken", f"Then {way} rang.")
        for way in (
            f"{first}\n{last}",
            f"{first}\t{last}",
            f"{first}\u00a0{last}",
            f"{first} {last[:3]}-\n{last[3:]}",
            f"{first[:2]}\u00ad{first[2:]}",
            f"{first[:2]}\u200b{first[2:]} {last}",
        )
    )
    yield "spaced", " ".join(bare[1].upper())


def hits_of(case: Case, text: str) -> list[Hit]:
    return [hit for hit in known.index(case).find(text) if hit.known.what == "person"]


@pytest.mark.parametrize("name", [name for name, *_ in PEOPLE])
def test_a_name_is_found_in_every_form(name: str) -> None:
    index = known.index(case_of({"name": name}))
    missed = [(kind, text) for kind, text in written(name) if not index.find(text)]
    assert missed == []


OTHER = [(name, "spelling", way) for name, spellings, _, _ in PEOPLE for way in spellings]
OTHER += [(name, "short form", way) for name, _, short, _ in PEOPLE for way in short]
OTHER += [(name, "misspelling", way) for name, _, _, slips in PEOPLE for way in slips]


@pytest.mark.parametrize(("name", "kind", "way"), OTHER)
def test_another_form_of_a_name_is_for_a_person_to_look_at(name: str, kind: str, way: str) -> None:
    case = case_of({"name": name})
    for text in (f"The next day {way} came to the office.", f"{way} told the nurse.", f"It was {way}’s bag."):
        hits = hits_of(case, text)
        assert hits, text
        if kind != "spelling":
            assert not any(hit.sure for hit in hits)


LETTERS = st.text("abcdefghijklmnoprstuvw", min_size=5, max_size=9).map(lambda word: "Zq" + word)
PARTS = (
    "body",
    "table",
    "header",
    "footnote",
    "comment",
    "deleted",
    "properties",
    "alt-text",
    "link",
    "file-name",
    "bookmark",
)


@settings(deadline=None)
@given(LETTERS, LETTERS, st.sampled_from(PARTS), st.data())
def test_every_form_of_any_name_is_told_by_some_rule_in_any_part(
    first: str, last: str, part: str, data: st.DataObject
) -> None:
    kind, text = data.draw(st.sampled_from(list(written(f"{first} {last}"))))
    case = case_of({"name": f"{first} {last}", "report_name": "Mother"})
    found = engine.run(Reading(document([(part, text)]), case), RULES)
    assert found.broken == ()
    assert any(finding.rule in TOLD_BY for finding in found.findings), (kind, text)


@settings(deadline=None)
@given(LETTERS, LETTERS, LETTERS, st.booleans(), st.data())
def test_a_name_that_may_be_published_hides_no_other(
    one: str, two: str, three: str, turned: bool, data: st.DataObject
) -> None:
    """Whatever shares a word with a publishable name, a name of the case file that reaches over it is told."""
    assume(len({one, two, three}) == 3)
    public = data.draw(st.sampled_from([f"{one} {two}", f"{three} {one}", one, two, f"{one} {three}"]))
    case = case_of({"name": f"{one} {two}"}, publishable=[public], team={"lead_reviewer": {"name": two}})
    text = f"Then {three} {two} {one} rang." if turned else f"Then {one} {two} {three} rang."
    hits = hits_of(case, text)
    if public != f"{one} {two}":
        covered = {at for hit in hits for at in range(hit.start, hit.end)}
        shown = {at for match in re.finditer(re.escape(public), text) if " " in public for at in range(*match.span())}
        for word in (one, two):
            place = range(text.index(word), text.index(word) + len(word))
            assert covered.issuperset(place) or shown.issuperset(place), text


@pytest.mark.parametrize(
    "text",
    [
        "Kettering, Kendal and Kelso were named. Kelp grows there.",
        "Thomas Coram and the Thames Valley were mentioned; Thompson Reuters was not.",
        "Young people will have brown eyes. Will this help? May we ask? Price is no matter.",
        "In May 2015 the hope was that the mark would fade, and grace was said.",
        "Mark each box. Hope was expressed. Grace under pressure was noted. Will the plan hold?",
        "Daily visits, Danish pastries, Dandelion Ward and the Danube were mentioned.",
        "ED staff rang AL and the IT team; a DI and a DC came. Al fresco meals were had.",
        "The GP, the HV, the SW, the EDT and CAMHS were told. See A.E. Housman.",
    ],
)
def test_ordinary_prose_is_not_taken_for_a_name(text: str) -> None:
    names = ["Kelly Thomas-Price", "Daniel Young", "Grace Brown", "Mark Hope", "Will May", "Edward Allen"]
    case = case_of(*({"name": name} for name in names), publishable=["Thomas Coram", "Thompson Reuters"])
    assert [text[hit.start : hit.end] for hit in hits_of(case, text)] == []


def test_a_short_form_beside_a_known_surname_is_sure_and_takes_both() -> None:
    (hit,) = hits_of(case_of({"id": "father", "name": "Daniel Hargreaves"}), "So Danny Hargreaves rang.")
    assert (hit.start, hit.end, hit.sure, hit.known.owner) == (3, 19, True, "father")


def test_a_short_form_of_two_names_is_told_as_both() -> None:
    case = case_of(
        {"id": "a", "name": "Alexander Hargreaves", "report_name": "Father"},
        {"id": "b", "name": "Alexandra Okonjo", "report_name": "Aunt"},
    )
    (hit,) = hits_of(case, "So Alex rang.")
    assert (hit.known.owners, hit.known.suggestion, hit.sure) == (("a", "b"), "Father or Aunt", False)


def test_a_report_name_is_no_form_of_a_name() -> None:
    case = case_of({"name": "Daniel Hargreaves", "report_name": "Danny"}, {"name": "Kay Trent", "report_name": "KT"})
    assert hits_of(case, "So Danny rang, and KT’s sister.") == []


def test_what_the_report_writes_in_small_letters_is_no_misspelt_name() -> None:
    case = case_of({"name": "Daniel Hargreaves"})
    text = "The Danielle method"
    assert not [hit for hit in known.index(case, prose={"hargeaves"}).find("Hargeaves rang.") if hit.misspelt]
    assert [hit.misspelt for hit in known.index(case).find("Hargeaves rang.")] == [True]
    assert known.small_words([text, "Mail hargeaves@example.org or see method.docx"]) == {"method"}


@pytest.mark.parametrize(
    ("place", "text", "sure"),
    [
        ("St Mary's RC Primary School", "at St Marys Primary", True),
        ("St Mary's RC Primary School", "at Saint Mary’s RC Primary", True),
        ("St Mary's RC Primary School", "at St. Mary’s", False),
        ("Elm Grove Primary School", "at Elm Grove’s gate", True),
        ("Elm Grove Primary School", "at EGPS", False),
        ("Greenholme Surgery", "at Greenholme", False),
        ("Greenholme Surgery", "at the Greenholme surgery", True),
        ("Little Acorns Nursery", "at Little Acorns", True),
    ],
)
def test_a_place_is_found_in_its_shorter_forms(place: str, text: str, sure: bool) -> None:
    found = known.index(case_of(places=[{"name": place}])).find(text)
    assert [(hit.known.what, hit.sure) for hit in found] == [("place", sure)]


def test_the_first_name_of_a_professional_is_possible_after_a_post() -> None:
    index = known.index(case_of(professionals=[{"name": "Dr Adeyemi Okafor"}]))
    assert [hit.sure for hit in index.find("The social worker Adeyemi rang.")] == [False]
    assert [hit.sure for hit in index.find("PC 1234 Okafor rang.")] == [True]


def test_a_town_is_possible_unless_it_is_in_the_name_of_the_board() -> None:
    people = [{"name": "Kay Trent", "address": ["14 Acacia Road", town, "HB2 4QX"]} for town in ("Norwold", "Westmoor")]
    index = known.index(case_of(*people))
    assert [(hit.known.what, hit.sure) for hit in index.find("in Norwold and in Westmoor")] == [
        ("contact-detail", False)
    ]


def test_each_of_two_telephone_numbers_is_found() -> None:
    index = known.index(case_of({"name": "Kay Trent", "phone": "07700 900123 / 01632 960200"}))
    assert len(index.find("rang 07700900123 and (01632) 960200")) == 2


@pytest.mark.parametrize("written_id", ["943-476-5919", "943 - 476 - 5919", "943\n476\n5919", "943.476.5919"])
def test_an_identifier_is_found_with_any_separator(written_id: str) -> None:
    index = known.index(case_of(identifiers=[{"value": "943 476 5919"}]))
    assert [hit.known.what for hit in index.find(f"no {written_id} there")] == ["identifier"]


HOSTILE = [
    "Kel " * 25_000,
    "K.T. " * 20_000,
    "KeLlY" * 20_000,
    "%4B" * 30_000,
    "K e l l y " * 10_000,
    "/kelly" * 16_000,
    "Kelyl " * 16_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_text_made_to_be_slow_takes_no_more_than_a_moment(text: str) -> None:
    index = known.index(case_of({"name": "Kelly Ann Thompson"}, {"name": "Kelvin Trent"}, {"name": "Keith Trent"}))
    started = time.process_time()
    index.find(text)
    assert time.process_time() - started < 5


def test_a_very_short_identifier_deserves_a_look() -> None:
    told = [place for place, _ in advice(case_of(identifiers=[{"value": "943 476 5919"}, {"value": "1-2"}]))]
    assert "identifiers[1].value" in told
    assert "identifiers[0].value" not in told


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Bill Nurse", "Then Bill Nurse rang.", "Bill Nurse"),
        ("Junior Small", "They saw Junior Small at home.", "Junior Small"),
        ("Ka Wai Zhang", "Then Ka Wai Z rang.", "Ka Wai Z"),
        ("Maria de la Cruz", "The de la Cruzs moved.", "de la Cruzs"),
        ("Maria de la Cruz", "Mail m.delacruz@example.org today.", "m.delacruz"),
        ("Mary Kate Byrne", "The folder marykate_byrne is full.", "marykate_byrne"),
        ("Ana Wu-Li", "Then Mrs Wu rang.", "Wu"),
        ("Mary Ó Sé", "Then Dr Ó Sé rang.", "Ó Sé"),
    ],
)
def test_every_letter_of_an_unusual_name_is_told(name: str, text: str, told: str) -> None:
    covered = {at for hit in hits_of(case_of({"name": name}), text) for at in range(hit.start, hit.end)}
    assert {*range(text.index(told), text.index(told) + len(told))} - {text.find("_")} <= covered


@pytest.mark.parametrize(
    "text",
    [
        "d/w KT, who was calm", "Present: chair, KT, HV", "Present: HV; KT", "KT: I did not see her.", "KT – left early.", "KT", "K T rang again.",
        "Seen by KT", "The letter was read to KT.", "Author: K.T.", "KT not in school.", "Text to KT", "KT's phone", "mother (KT)", "Mrs T and KT present",
    ],
)  # fmt: skip
def test_initials_are_possible_where_the_words_around_them_are_those_around_a_person(text: str) -> None:
    hits = hits_of(case_of({"name": "Kelly Thompson"}), text)
    assert any(text[hit.start : hit.end].startswith("K") and not hit.sure for hit in hits)


@pytest.mark.parametrize("text", ["The KT form was sent.", "KT-12", "A KT scan.", "See KT/4."])
def test_other_letters_are_no_initials(text: str) -> None:
    assert hits_of(case_of({"name": "Kelly Thompson"}), text) == []
