"""An example of a rule may hold hidden things: the key says the part, and after a stroke how the text is hidden."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from scr_docs import case, engine, pack
from scr_docs.errors import PackError, one_of
from scr_docs.kinds import PARAMS
from scr_docs.model import PARTS, Hurdle, Part, Trait
from scr_docs.pack import Example, Rule
from scr_docs.plain import document

TRAITS = get_args(Trait)
WAYS = (*TRAITS, *get_args(Hurdle))
USUAL = {
    "comment": "comment",
    "inserted": "inserted",
    "deleted": "deleted",
    "hidden": "hidden-text",
    "covered": "covered-text",
    "embedded": "embedded-file",
    "custom-xml": "custom-xml",
    "properties": "property",
}

PACK = """\
pack: own
about: What this board wants besides.
rules:
  - id: place
    kind: hidden
    traits: [picture-location]
    severity: must-fix
    message: "A picture says where it was taken: {quote}"
    why: It leads to the door.
    fix: Take it out.
    source: the board
    bad:
      - picture/picture-location: "53.4 N"
    good:
      - alt-text: A house
"""


def load(folder: Path, text: str = PACK) -> tuple[Rule, ...]:
    (folder / "own.yaml").write_text(text, "utf-8")
    return pack.load([folder], PARAMS)


@pytest.mark.parametrize("part", PARTS)
def test_text_in_a_part_is_hidden_as_is_usual_there_or_not_at_all(part: Part) -> None:
    (block,) = document([(part, "Kelly")]).blocks
    assert (block.part, block.text, block.trait) == (part, "Kelly", USUAL.get(part))


@pytest.mark.parametrize("trait", TRAITS)
def test_a_key_may_say_how_the_text_is_hidden(trait: Trait) -> None:
    for part in ("picture", "properties"):
        (block,) = document([(f"{part}/{trait}", "Kelly")]).blocks
        assert (block.part, block.text, block.trait) == (part, "Kelly", trait)


def test_a_hidden_body_is_still_read_as_paragraphs_headings_and_cells() -> None:
    blocks = document([("body", "Seen."), ("body/duplicate-part", "# Old\n1.1 Kelly.\n| Toby |")]).blocks
    assert [(block.index, block.part, block.text, block.number, block.trait) for block in blocks] == [
        (0, "body", "Seen.", None, None),
        (1, "body", "Old", None, "duplicate-part"),
        (2, "body", "1.1 Kelly.", "1.1", "duplicate-part"),
        (3, "table", "Toby", None, "duplicate-part"),
    ]


def test_an_example_keeps_its_key_as_it_was_written(tmp_path: Path) -> None:
    (rule,) = load(tmp_path)
    assert rule.entry.bad == (Example((("picture/picture-location", "53.4 N"),)),)
    assert list(engine.try_examples([rule], None)) == []


def test_an_example_that_is_hidden_otherwise_does_not_hold(tmp_path: Path) -> None:
    (rule,) = load(tmp_path, PACK.replace("picture/picture-location", "picture/picture-data"))
    (mistake,) = engine.try_examples([rule], None)
    assert mistake.what == "The example bad 1 of own.place is not found by its own rule"


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (
            "pictures/picture-location",
            f"names no part of a document. Expected: {one_of(PARTS)}. Did you mean picture?",
        ),
        (
            "picture/picture-locations",
            f"names no way of being hidden and no barrier. Expected: {one_of(WAYS)}. Did you mean picture-location?",
        ),
        ("picture/zzz", f"names no way of being hidden and no barrier. Expected: {one_of(WAYS)}."),
        ("picture/", f"names no way of being hidden and no barrier. Expected: {one_of(WAYS)}."),
        (
            "picture/picture-location/more",
            f"names no way of being hidden and no barrier. Expected: {one_of(WAYS)}. Did you mean picture-location?",
        ),
        ("/picture-location", f"names no part of a document. Expected: {one_of(PARTS)}."),
    ],
)
def test_a_key_that_names_no_part_or_no_way_of_being_hidden_is_a_mistake(
    tmp_path: Path, key: str, message: str
) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path, PACK.replace("picture/picture-location", key))
    assert [str(mistake) for mistake in caught.value.mistakes] == [
        f"{tmp_path}/own.yaml:13: rules[0].bad[0]: {message}"
    ]


def test_a_rule_can_only_look_for_ways_of_being_hidden_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path, PACK.replace("[picture-location]", "[picture-location, picture-place]"))
    said = f"is none of the words that may stand here. Expected: {one_of(TRAITS)}. Did you mean picture-data?"
    assert str(caught.value) == f"{tmp_path}/own.yaml:6: rules[0].traits[1]: {said}"


def test_the_examples_of_the_shipped_rules_hold(root: Path) -> None:
    rules = [rule for rule in pack.load([root / "checks"], PARAMS) if rule.pack == "hidden"]
    assert list(engine.try_examples(rules, case.load(root / "checks" / pack.EXAMPLE_CASE))) == []
