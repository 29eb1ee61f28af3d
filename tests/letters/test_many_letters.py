"""A letter does not depend on which letters were made before it."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from scr_docs.errors import LetterError
from scr_docs.letters.stages import stage
from tests.letters.marked_case import marked_case, markers
from tests.letters.own_stage import case_with, maker, own_stage, people_with, somebody

WHO = ("mother", "father", "grandmother", "neighbour")


@pytest.mark.parametrize("format_", ["standard", "large-print"])
def test_a_letter_is_the_same_after_any_other_as_by_itself(tmp_path: Path, format_: str) -> None:
    case, invitation = marked_case(tmp_path, "invitation"), stage("invitation")
    alone = {who: maker(case, invitation).make(somebody(case, who), format_) for who in WHO}
    of_all = maker(case, invitation)
    for pair in itertools.permutations(WHO, 2):
        for who in pair:
            assert of_all.make(somebody(case, who), format_) == alone[who]


def test_nothing_of_one_person_is_told_with_the_letter_of_another(tmp_path: Path) -> None:
    case = marked_case(tmp_path, "invitation")
    of_all = maker(case, stage("invitation"))
    for who in WHO * 2:
        told = "\n".join(of_all.make(somebody(case, who), "standard").notices).casefold()
        assert not [marker for other in WHO for marker in markers(other) if marker.casefold() in told]


def test_a_letter_that_lacks_something_is_refused_after_one_that_has_it(tmp_path: Path) -> None:
    case = case_with(tmp_path, people=people_with("mother", greeting="Kelly, here is the draft"))
    letter = ("Dear {{ person.greeting }}", "I am writing about {{ subject.greeting }}.")
    of_all = maker(case, own_stage(tmp_path, letter, must_have=["letters.no-draft-offer"]))
    for _ in range(2):
        assert of_all.make(somebody(case, "mother"), "standard").content
        with pytest.raises(LetterError, match="no-draft-offer"):
            of_all.make(somebody(case, "father"), "standard")


def test_what_is_kept_of_letters_does_not_grow_with_them(tmp_path: Path) -> None:
    case = marked_case(tmp_path, "invitation")
    of_all = maker(case, stage("invitation"))
    counts = []
    for who in WHO:
        of_all.make(somebody(case, who), "standard")
        counts.append(of_all._seen.count)
    assert 0 < counts[0] == counts[-1] < 60
