"""A case of seven very different people and the subject, with a marker of its own in every field of every one of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scr_docs.case import Case
from scr_docs.letters.order import STAGES
from tests.letters.own_stage import case_with

WHO = ("mother", "father", "stepfather", "grandmother", "brother", "aunt", "neighbour")
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprtvz"
_RELATIONSHIPS = {
    "mother": "mother", "father": "father", "stepfather": "mother's partner", "grandmother": "maternal grandmother",
    "brother": "half-sibling", "aunt": "paternal aunt", "neighbour": "friend",
}  # fmt: skip
_WISHES: dict[str, dict[str, Any]] = {
    "mother": {"formats": ["large-print", "standard"], "needs": ["step-free"]},
    "father": {"channel": "email", "formats": ["standard", "html"]},
    "stepfather": {"formats": ["plain-text"]},
    "grandmother": {"channel": "visit", "formats": ["easy-read", "read-aloud"], "needs": ["interpreter", "bsl"]},
    "brother": {"channel": "text", "formats": ["young-person"], "needs": ["advocate"]},
    "aunt": {"channel": "phone", "safe_by_post": "false"},
    "neighbour": {"language": "ur", "formats": ["standard"]},
}


def word(who: str, field: int) -> str:
    """A word that nobody else has in any field, and that is in no dictionary."""
    number = (*WHO, "child").index(who)
    first, second = _CONSONANTS[number], _CONSONANTS[field % 13]
    third, vowel = _CONSONANTS[(field // 13 + number * 3) % 13], _VOWELS[field % 5]
    return f"{first}{_VOWELS[number % 5]}x{second}{vowel}{third}w{_VOWELS[(field // 5) % 5]}j{first}".capitalize()


def _born(who: str) -> str:
    number = (*WHO, "child").index(who)
    return f"{2003 if who == 'brother' else 1951 + 5 * number}-0{1 + number}-{11 + number}"


def _person(who: str) -> dict[str, Any]:
    number = WHO.index(who)
    line = [f"{71 + number} {word(who, 4)} Road", word(who, 5), f"QX{number + 1} {number + 1}ZL"]
    deferred = {"status": "deferred", "reason": "criminal-proceedings"}
    involvement = deferred if who == "stepfather" else {"status": "contributed" if who == "grandmother" else "invited"}
    return {
        "id": who, "name": f"{word(who, 0)} {word(who, 1)}", "also_known_as": [f"{word(who, 2)} {word(who, 3)}"],
        "relationship": _RELATIONSHIPS[who], "greeting": word(who, 0), "report_name": word(who, 20), "born": _born(who),
        "address": ["HMP " + word(who, 6), *line[:2]] if who == "stepfather" else line,
        "phone": f"07700 9003{number}7", "email": f"{word(who, 7).lower()}@{word(who, 8).lower()}.example.org",
        "contact": _WISHES[who],
        "involvement": {**involvement, "detail": f"Said {word(who, 9)} and {word(who, 10)}.", "decided_by": word(who, 11), "decided_on": f"2015-12-{11 + number}"},
    }  # fmt: skip


def markers(who: str) -> list[str]:
    """Everything that stands in this person's fields and nowhere else, small and without blanks."""
    number = (*WHO, "child").index(who)
    year, month, day = _born(who).split("-")
    name = ("January", "February", "March", "April", "May", "June", "July", "August")[int(month) - 1]
    dates = [f"{year}{month}{day}", f"{day}{month}{year}", f"{int(day)}{name}{year}"]
    if who == "child":
        return [word(who, 1), word(who, 2), word(who, 3), "9990412731", "999 041 2731".replace(" ", ""), *dates]
    more = [
        f"7700 9003{number}7".replace(" ", ""),
        f"qx{number + 1}{number + 1}zl",
        f"1:{20 + number}pm".replace(":", ""),
    ]
    return [*(word(who, field) for field in range(21)), *dates, *more]


def marked_case(tmp_path: Path, stage: str) -> Case:
    """The case with all that the letters of this stage need for everybody."""
    child = {
        "id": "child", "name": f"{word('child', 0)} {word('child', 1)}", "also_known_as": [f"{word('child', 2)} {word('child', 3)}"],
        "relationship": "subject", "greeting": word("child", 0), "born": _born("child"), "died": "2015-11-12",
    }  # fmt: skip
    people = [child, *map(_person, WHO)]
    held = {
        "status": "deferred",
        "reason": "criminal-proceedings",
        "decided_by": "The board",
        "decided_on": "2016-01-10",
    }
    if stage == "deferred":
        people = [
            child,
            *(
                one | {"involvement": one["involvement"] | held | {"decided_by": one["involvement"]["decided_by"]}}
                for one in people[1:]
            ),
        ]
    else:
        for one in people[1:]:
            one["involvement"].pop("reason", None)
    return case_with(
        tmp_path,
        people=people,
        review={
            "kind": "scr", "subject": "child", "period": {"from": "2013-01-01", "to": "2015-11-30"},
            "questions_for_family": ["What help did you ask for?"], "not_covered": ["who is to blame", "the criminal trial"],
            "decided_on": "2016-01-14", "feedback_by": "2016-10-14", "publish_on": "2016-11-30",
            "publication": {
                "decision": "none" if stage == "not-publishing" else "full", "where": "https://example.org/reviews",
                "until": "2017-11-30", "spokesperson": "Anil Example", "reason": "It would show who the children are.",
                "decided_by": "The board",
            },
            "proceedings": [{"kind": "criminal", "status": "open", "agreed_with": "Senior Investigating Officer", "revisit_on": "2016-09-01"}],
        },
        support=[{"name": "Lantern", "what": "free support", "phone": "020 7946 0218", "email": "lantern@example.org"}],
        identifiers=[{"value": "999 041 2731", "kind": "nhs-number", "person": "child"}],
        changes=["Every family has one named person to ring."],
        meetings=[
            {"person": who, "purpose": purpose, "on": "2016-03-01", "at": f"13:{20 + number}", "minutes": 60,
             "place": [word(who, 12), f"{word(who, 13)} Hall"], "with": [f"{word(who, 14)} {word(who, 15)}"], "topics": [f"what {word(who, 16).lower()} means"]}
            for number, who in enumerate(WHO) for purpose in ("talk", "read-draft", "answer-questions")
        ],
        feedback=[
            {"person": who, "paragraph": "4.12", "said": f"It was {word(who, 17)} and not so.", "decision": "changed", "why": f"You were right about {word(who, 18)}.", "at": "4.12"}
            for who in WHO
        ],
        questions=[
            {"person": who, "asked_on": "2016-01-10", "question": f"Who decides about {word(who, 19)}?", "answered_on": "2016-01-12", "answer": f"The board will, {word(who, 18)}."}
            for who in WHO
        ],
        contacts=[
            {"date": "2016-01-02", "person": who, "channel": "letter", "stage": name, "note": f"Note of {word(who, 10)}."}
            for who in WHO for name in STAGES if name != stage
        ],
    )  # fmt: skip
