"""What is read like the report and is not the report: the store of ready-made text, and documents left in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scr_docs.model import STORY_PARTS, Block, Part, Trait
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.not_text import is_words
from scr_docs.word.markup.xml import VAL, Element, W

_HINT = re.compile(
    r"\W*(click|tap|choose|type|enter|select|insert|pick|klicken|geben|cliquez|haga)\b.{0,80}"
    r"|\[?[\w ]{0,40}\]|(Document |Heading |Company )?(title|subtitle|name|date|author|text|abstract|subject)\W*",
    re.IGNORECASE,
)
"""What Word writes into an empty field by itself."""

_OF_A_PROGRAM = re.compile(r"(DefaultPlaceholder_|Default)?[-0-9A-Fa-f_]{6,}|[0-9A-F]{20,}\w*")


def elsewhere(blocks: Sequence[Block], where: str, trait: Trait) -> Iterator[Block]:
    """These blocks as those of another document in the file, which no reader of the report sees."""
    for block in blocks:
        part = "hidden" if block.part in STORY_PARTS else block.part
        kept = None if block.trait == "unused-header" else block.trait
        is_hint = trait == "building-block" and _HINT.fullmatch(block.text.strip()) is not None
        yield replace(
            block,
            part=part,
            address=f"{where} > {block.address.removeprefix('body > ')}",
            headings=(),
            number=None,
            after=None,
            level=None,
            cell=None,
            trait=kept or (None if is_hint or part not in {"hidden", "header", "footer"} else trait),
        )


def _trait(block: Block, part: Part, trait: Trait) -> Trait | None:
    if block.trait not in {None, "unused-header"}:
        return block.trait
    is_hint = trait == "building-block" and _HINT.fullmatch(block.text.strip()) is not None
    return None if is_hint or part not in {"hidden", "header", "footer"} else trait


def names_of_building_blocks(root: Element) -> Iterator[Found]:
    """What the ready-made texts are called, and how they are described."""
    for position, properties in enumerate(root.iter(W + "docPartPr"), start=1):
        for name, told in (("name", "name"), ("description", "description")):
            for element in properties.iter(W + name):
                text = element.get(VAL, "")
                own = is_words(text) and not _OF_A_PROGRAM.fullmatch(text)
                if own and element.getparent() is properties:
                    yield Found("hidden", text, f"building blocks > {told} of number {position}", "building-block")
                elif own:
                    yield Found("hidden", text, f"building blocks > category of number {position}")
