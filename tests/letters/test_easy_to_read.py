"""Every letter that ships is kind and easy to read by its own rules, in every version."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_docs import word
from scr_docs.errors import LetterError
from scr_docs.kinds.prose_of import names_of
from scr_docs.letters.formats.easy_read import UNCHECKED
from scr_docs.letters.stages import stage, stages
from scr_docs.readability.ages import band
from scr_docs.readability.prose import count, prose
from tests.letters.own_stage import LETTER, case_with, maker, own_stage, somebody, whole_case_with
from tests.word_builder import p, r

STAGES = [found.name for found in stages()]
OLDEST_READER = {"standard": 11, "easy-read": 9, "young-person": 9}


@pytest.mark.parametrize("name", STAGES)
def test_no_version_of_a_letter_has_anything_that_could_be_easier(tmp_path: Path, name: str) -> None:
    case = whole_case_with(tmp_path, name)
    mother = case.person("mother")
    assert mother is not None
    made = maker(case, stage(name))
    for format_ in ("standard", "large-print", "easy-read", "young-person"):
        letter = made.make(mother, format_)
        assert [told for told in letter.notices if told.startswith(("look again", "for easier"))] == []
        if oldest := OLDEST_READER.get(format_):
            story = word.read_bytes(letter.content, "letter.docx").story()
            texts = [block.text for block in prose(story) if block.text != UNCHECKED]
            found = band(count(texts, names_of(case)))
            assert found is not None
            assert found.middle <= oldest


def test_what_could_be_easier_is_told_with_its_place_and_stops_no_letter(tmp_path: Path) -> None:
    case = case_with(tmp_path)
    words = "We regret to inform you that it will commence in due course."
    own = own_stage(tmp_path, (*LETTER, p(words), p(r("Small print for you.", size=18))))
    told = maker(case, own).make(somebody(case, "mother"), "standard").notices
    assert [one for one in told if "words of an office" in one and one.startswith("look again")]
    assert [one for one in told if "official word" in one and one.startswith("for easier reading")]
    assert [one for one in told if "smaller than 12 points" in one]


def test_easy_read_in_small_print_is_refused(tmp_path: Path) -> None:
    case = case_with(tmp_path)
    files = {
        "easy-read.docx": tuple(p(r(line, size=24)) for line in ("Dear {{ person.greeting }}", "You can ring me."))
    }
    own = own_stage(tmp_path, files=files, versions={"easy-read": {"must_have": []}})
    with pytest.raises(LetterError, match="smaller than 14 points"):
        maker(case, own).make(somebody(case, "mother"), "easy-read")


def test_a_letter_is_told_the_same_whether_or_not_others_were_made_before(tmp_path: Path) -> None:
    """What the template looks like is looked at once; words that only this person's facts bring in, each time."""
    case = case_with(
        tmp_path,
        feedback=[
            {"person": "mother", "said": "Nobody rang us back."},
            {"person": "father", "said": "They wrote: we regret to inform you."},
        ],
    )
    line = "{% for item in feedback %}{{ item.said }}{% endfor %}"
    own = own_stage(tmp_path, (*LETTER, p("It will commence in due course."), p(line)))
    after_others = maker(case, own)
    people = [somebody(case, name) for name in ("mother", "father")]
    for person in (*people, *people):
        alone = maker(case, own).make(person, "standard").notices
        assert after_others.make(person, "standard").notices == alone
        assert any("words of an office" in one for one in alone) is (person.id == "father")
