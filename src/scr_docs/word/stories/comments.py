"""Comments in the margin, and who wrote them."""

from __future__ import annotations

from collections.abc import Mapping

from scr_docs.word.looks.styles import Styles
from scr_docs.word.markup.xml import Element, W
from scr_docs.word.numbers.numbering import Numbering
from scr_docs.word.paragraphs.gathered import Anchor
from scr_docs.word.paragraphs.state import NOWHERE, Origin
from scr_docs.word.stories.blocks import Blocks
from scr_docs.word.stories.outline import outlined
from scr_docs.word.stories.route import Place
from scr_docs.word.stories.story import read_story


def add_comments(
    blocks: Blocks,
    root: Element,
    styles: Styles,
    numbering: Numbering,
    *,
    places: Mapping[Anchor, Place],
    origin: Origin = NOWHERE,
) -> None:
    """Adds each comment and its author, in the order of the text; comments without a place in it come last."""
    by_id: dict[str, list[Element]] = {}
    for element in root.iterchildren(W + "comment"):
        by_id.setdefault(element.get(W + "id", ""), []).append(element)
    order = [anchor.id for anchor in places if anchor.kind == "comment" and anchor.id in by_id]
    order += [comment for comment in by_id if comment not in set(order)]
    for number, comment in enumerate(order, start=1):
        at = places.get(Anchor("comment", comment), Place(""))
        told = f"comment {number} on {at.label}" if at.label else f"comment {number}, on no place in the text"
        for element in by_id[comment]:
            story = read_story(element, styles, origin)
            items = outlined(story.paragraphs, styles, numbering, body=False)
            blocks.add_aside("comment", items, story.grids, told, at, trait="comment")
            author, initials = element.get(W + "author", ""), element.get(W + "initials", "")
            blocks.add_at("comment", author, f"author of comment {number}", at, trait="author")
            if not _is_short_for(initials, author):
                blocks.add_at("comment", initials, f"initials on comment {number}", at, trait="author")


def _is_short_for(initials: str, author: str) -> bool:
    """Whether initials say no more than the name does, or too little to say anything."""
    letters = iter(author.lower())
    return len(initials) < 2 or all(letter in letters for letter in initials.lower() if letter.isalnum())
