"""A mistake is one line that says where it is, what is wrong, what was expected and how to mend it."""

from __future__ import annotations

import pytest

from scr_docs import errors
from scr_docs.errors import Mistake, ScrDocsError, did_you_mean, one_of


@pytest.mark.parametrize(
    ("mistake", "line"),
    [
        (Mistake("It is wrong"), "It is wrong."),
        (Mistake("It is wrong."), "It is wrong."),
        (Mistake("is wrong", "a.yaml"), "a.yaml: is wrong."),
        (Mistake("is wrong", "a.yaml", 3), "a.yaml:3: is wrong."),
        (Mistake("is wrong", "a.yaml", 3, "people[0].born"), "a.yaml:3: people[0].born: is wrong."),
        (Mistake("is wrong", place="--person x"), "--person x: is wrong."),
        (Mistake("is wrong", expected="a date"), "is wrong. Expected: a date."),
        (Mistake("is wrong", mend="Did you mean full?"), "is wrong. Did you mean full?"),
        (
            Mistake("is wrong", "a.yaml", 3, "x", "a date", "Mend it"),
            "a.yaml:3: x: is wrong. Expected: a date. Mend it.",
        ),
    ],
)
def test_a_mistake_is_said_in_sentences_after_its_place(mistake: Mistake, line: str) -> None:
    assert str(mistake) == line


def test_an_error_says_each_of_its_mistakes_on_a_line_of_its_own() -> None:
    error = ScrDocsError(Mistake("one", "a.yaml", 1), Mistake("two", "a.yaml", 2))
    assert str(error) == "a.yaml:1: one.\na.yaml:2: two."
    assert [mistake.line for mistake in error.mistakes] == [1, 2]


@pytest.mark.parametrize(
    "kind", [kind for kind in ScrDocsError.__subclasses__() if kind.__module__.startswith("scr_docs.")]
)
def test_every_error_means_not_checked(kind: type[ScrDocsError]) -> None:
    assert kind.exit_code == 2
    assert kind.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("invitaton", "invitation"),
        ("INVITATION", "invitation"),
        ("first_notice", "first-notice"),
        ("first notice", "first-notice"),
        ("Thank-You", "Thank_You"),
        ("zebra", None),
        ("", None),
    ],
)
def test_the_nearest_known_word_is_found_whatever_its_case_and_dashes(word: str, near: str | None) -> None:
    assert did_you_mean(word, ["invitation", "first-notice", "Thank_You"]) == near


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert did_you_mean("word", []) is None


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (("a", "b", "c"), "a, b or c")]
)
def test_words_are_listed_as_a_reader_would(words: list[str], said: str) -> None:
    assert one_of(words) == said
