"""A name in any one place of a Word file is read, with its part, an address and how it is hidden."""

from __future__ import annotations

import pytest

from scr_docs.model import Block
from scr_docs.word import read_bytes
from tests.word.other_places import NAME, PLACES, Place
from tests.word.part_builder import made
from tests.word.story_places import STORY_PLACES

EVERY = (*STORY_PLACES, *PLACES)


@pytest.mark.parametrize("place", EVERY, ids=lambda place: place.what)
def test_a_name_is_found_wherever_it_stands(place: Place) -> None:
    found = read_bytes(place.data(), "draft.docx")
    told = [(block.part, block.address, block.trait) for block in found.blocks if NAME in block.text]
    assert told, [(block.part, block.text, block.address) for block in found.blocks]
    fitting = [each for each in told if each[0] == place.part and place.address in each[1] and each[2] == place.trait]
    assert fitting, told
    assert [unread.why for unread in found.unread] == ([place.unread] if place.unread else [])


def test_the_name_of_the_file_is_read() -> None:
    (block,) = [block for block in read_bytes(made(), f"S:\\drafts\\{NAME}.docx").blocks if block.part == "file-name"]
    assert (block.text, block.address) == (f"{NAME}.docx", "the name of the file")


@pytest.mark.parametrize("place", EVERY, ids=lambda place: place.what)
def test_every_block_can_be_told(place: Place) -> None:
    blocks: tuple[Block, ...] = read_bytes(place.data(), "draft.docx").blocks
    assert [block.index for block in blocks] == list(range(len(blocks)))
    assert all(block.address and block.text.strip() for block in blocks)


def test_there_are_as_many_places_as_in_the_inventory() -> None:
    assert len({place.what for place in EVERY}) == len(EVERY) > 140
