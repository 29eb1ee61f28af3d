"""The weights beside the patterns: what they are given, what they say, and that nothing is read without them."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

from scr_docs.case.model import Reason
from scr_docs.errors import ModelError
from scr_docs.family.mark import Marked
from scr_docs.family.people import People
from scr_docs.family.read import read_passage, read_text
from scr_docs.family.weighing import weigh as weighing
from scr_docs.family.weighing.features import LONGEST, Numbered, Sentence, features
from scr_docs.family.weighing.weigh import reason_in, weigh
from scr_docs.family.weighing.weights import FOLDER, LABELS, NOT_SAID, TOOK_PART, VAGUE, load, read
from tests.family.labelled_set import Passage, spans
from tests.family.labelled_set import load as labelled
from training.family.examples import LINES, labels_of

FAMILY = People(None)


def told(text: str) -> dict[str | None, Numbered]:
    """The sentence as it is about each person."""
    found: dict[str | None, Numbered] = {}

    def watch(marked: Marked, about: frozenset[str | None]) -> None:
        found.update({person: Sentence(marked).about(person) for person in about})

    list(read_text(text, FAMILY, watch=watch))
    return found


def away(text: str) -> set[tuple[str | None, str]]:
    return {
        (one.person, one.reason or (VAGUE if one.vague else NOT_SAID))
        for one in read_text(text, FAMILY)
        if one.kind == "non-involvement"
    }


def test_a_sentence_is_known_by_whom_it_is_asked_about() -> None:
    mother, father = (
        told("Mother met the author, but Father was in Spain and was not seen.")[one] for one in ("mother", "father")
    )
    assert mother != father
    assert set(features(mother)) != set(features(father))
    assert told("Father met the author, but Mother was in Spain and was not seen.")["mother"] == father, (
        "names say nothing"
    )


def test_chances_are_chances() -> None:
    chances = load().chances(told("Father lives in Spain and was not seen.")["father"])
    assert len(chances) == len(LABELS)
    assert float(chances.sum()) == pytest.approx(1, abs=1e-5)
    assert LABELS[int(chances.argmax())] == "abroad"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ill health kept Maternal Grandmother from our conversations.", {("maternal grandmother", "health")}),
        (
            "Checks with the benefits agency brought no address for Father, who was not seen.",
            {("father", "not-traced")},
        ),
        (
            "Paternal Uncle's barrister counselled silence, and we did not press him.",
            {("paternal uncle", "legal-advice")},
        ),
        ("Stepfather's death in the spring took his account with it.", {("stepfather", "deceased")}),
        ("Mother met us in June, though her solicitor had advised against it.", set()),
        ("Father did not answer the health visitor's letters.", set()),
    ],
)
def test_wordings_that_no_pattern_knows(text: str, expected: set[tuple[str | None, str]]) -> None:
    assert away(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mother took part in the review. She did not have legal advice.",
        "The father was seen by the reviewers. He was not living with the family.",
        "Mother met the author twice. She has since moved to Poland.",
        "Father met the author. He is awaiting trial.",
        "# Family involvement\nThe stepfather was deported in 2018. He spoke to the reviewer by telephone.",
        "# Family involvement\nFather was arrested and is awaiting trial.",
        "# Key events\nA report was made on 3 May. Father could not be found and did not reply to letters.",
        "Mother died in 2019.",
        "# Family involvement\nMother did not feel able to meet in person and spoke to the author by telephone.",
        "# Family involvement\nFather chose not to meet but sent a written account.",
        "# Family involvement\nMaternal Grandmother declined the offer of an advocate and spoke alone.",
        "# Family involvement\nAt first Mother did not wish to be involved. She later changed her mind and met the reviewers.",
        "Father's solicitor advised him not to speak to the police.",
    ],
)
def test_who_took_part_is_not_absent_and_what_happened_at_the_time_is_no_absence(text: str) -> None:
    assert [one for one in read_passage(text, FAMILY) if one.kind == "non-involvement"] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Father declined to take part and gave no reason.", "own-choice"),
        ("Mother declined and wrote to say that it was too painful.", "distress"),
        ("Mother declined to take part and wrote to say that it was too painful.", "distress"),
        ("Father refused to meet the author, and gave his health as the reason.", "health"),
        ("Father declined to take part but spoke to the police at the time.", "own-choice"),
        ("Father was offered a meeting but answered that he had nothing to say.", "own-choice"),
        ("At first Father did not answer, and later he said no.", "own-choice"),
    ],
)
def test_a_sentence_that_goes_on_may_still_tell_of_a_refusal(text: str, reason: str) -> None:
    found = [one for one in read_passage(f"# Family involvement\n{text}", FAMILY) if one.kind == "non-involvement"]
    assert [one.person for one in found] == ["mother" if text.startswith("Mother") else "father"]
    assert [one.reason for one in found] == [reason]


def test_an_absence_that_only_the_weights_find_has_its_words() -> None:
    found = list(read_text("Mother met the author; ill health kept Father from our interviews.", FAMILY))
    assert [(one.person, one.told != "") for one in found if one.kind == "non-involvement"] == [("father", True)]


def test_our_signs_in_a_text_are_blanks() -> None:
    assert away("Father \ue0007\ue000 was not seen by the author.") == {("father", NOT_SAID)}


def test_a_sentence_beside_it_may_say_why() -> None:
    assert away("Father was not seen. Nobody whom we asked knew where he was living.") == {("father", "not-traced")}
    assert away("Father was not seen. Mother was seen at home.") == {("father", NOT_SAID)}


@pytest.mark.parametrize("label", [one for one in LABELS if one not in {TOOK_PART, NOT_SAID}])
def test_the_word_of_the_patterns_counts(label: str) -> None:
    words = told("Father was seen by nobody, and that was that.")["father"]
    asked = (None, lambda: label)
    before, after = (
        weigh(load().chances(words).tolist(), one, heard=False, near_review=True, of_service=False) for one in asked
    )
    assert after in {before, label}
    chance = load().chances(words)[LABELS.index(label)]
    assert after == label or chance < 0.5


def test_what_patterns_hear_is_hard_to_unsay() -> None:
    words = told("Although too ill to travel, Mother met the author at home.")["mother"]
    assert weigh(load().chances(words).tolist(), None, heard=True, near_review=True, of_service=False) == TOOK_PART


@given(st.text(alphabet="aM therofw.,;:1\ue000\ue006\ue001", max_size=300))
def test_any_words_have_features(text: str) -> None:
    for words in told(f"Mother {text}").values():
        found = features(words)
        assert found.dtype == np.uint32
        assert len(found)
        assert load().chances(words).sum() == pytest.approx(1, abs=1e-5)
        assert reason_in(words.then(words)) in {None, *LABELS}


def test_a_text_without_stops_costs_no_more_than_its_beginning() -> None:
    words = told("Mother said that " + "he was not seen and " * 5000)["mother"]
    assert max(len(words.plain), len(words.signed)) <= LONGEST


def test_hardly_a_sentence_that_tells_is_passed_over() -> None:
    stems: list[frozenset[str]] = []
    for writer in labelled("develop"):
        for item in writer.sentences:
            if any(one.kind == "non-involvement" and not one.open for one in item.expected):
                list(read_text(item.text, FAMILY, watch=lambda marked, _: stems.append(marked.stems)))
    assert sum(map(load().may_tell, stems)) >= 0.96 * len(stems)
    assert not load().may_tell(frozenset({"moth", "told", "midw", "tire"}))


def test_the_weights_are_the_ones_that_were_shipped(tmp_path: Path) -> None:
    copy = tmp_path / "model"
    shutil.copytree(FOLDER, copy)
    stored = copy / "weights.npz"
    stored.write_bytes(stored.read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match="not read for its family"):
        read(copy)
    stored.unlink()
    with pytest.raises(ModelError, match="not read for its family"):
        read(copy)


def test_without_weights_nothing_is_read_in_silence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(weighing, "load", lambda: read(tmp_path))
    with pytest.raises(ModelError):
        away("Father was not seen.")


def lines() -> list[tuple[str, dict[str | None, str], str]]:
    return [
        (path.stem, *labels_of(line))
        for path in sorted(LINES.glob("*.txt"))
        for line in filter(str.strip, path.read_text("utf-8").splitlines())
    ]


def test_the_lines_hold_every_label_and_name_the_people_whom_they_label() -> None:
    every = lines()
    labels = [label for _, told, _ in every for label in told.values()]
    assert all(labels.count(label) >= 100 for label in LABELS if label != TOOK_PART)
    assert sum(not told for _, told, _ in every) >= 1000
    known = {path for path, _, _ in every}
    some = [one for path in known for one in [one for one in every if one[0] == path][::10]]
    lost = [(path, text) for path, labels, text in some if labels.keys() - told(text).keys()]
    assert len(lost) <= 0.03 * len(some)


def test_no_line_is_like_a_sentence_of_the_half_set_aside() -> None:
    aside = [
        item.text[start:end].strip()
        for writer in labelled("set-aside")
        for item in writer.items
        for start, end in spans(item.text)
    ]
    aside = [text for text in aside if len(text.split()) > 3]
    ours = [text[start:end].strip() for _, _, text in lines() for start, end in spans(text)]
    ours = [
        text for text in ours if len(text.split()) > 9
    ]  # "Father was not seen as part of this review." is everybody's
    alike = process.cdist(ours, aside, scorer=fuzz.ratio, score_cutoff=85)
    assert [ours[at] for at in np.flatnonzero(alike.max(axis=1) >= 85)] == []


def test_the_labels_are_the_reasons_of_the_case_file() -> None:
    assert set(LABELS) == {TOOK_PART, NOT_SAID, VAGUE, *Reason.__args__}  # type: ignore[attr-defined]
    assert all(isinstance(item, Passage) for writer in labelled("develop") for item in writer.passages)
