"""Where the report shows what stands in a part of its own: a picture, a chart, a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from scr_docs.word.container.parts import STORIES, Parts
from scr_docs.word.markup.xml import A, R, V

_SHOWN = (A + "blip", V + "imagedata")


def places_of_parts(parts: Parts) -> Callable[[str], str]:
    """A function that says for a part where it is shown: "shown as picture 3 of the body"; "" where nobody knows."""
    pointing = {
        arrow.target: (source, arrow.kind, arrow.id)
        for source, arrows in parts.arrows.items()
        for arrow in arrows
        if source and not arrow.external
    }

    @cache
    def order(source: str) -> Mapping[str, int]:
        """The ids of the pictures of a story with their numbers, in the order in which they come up."""
        ids = (
            str(value)
            for root in (parts.roots(source) if source == parts.main else ())
            for element in root.iter(*_SHOWN)
            for key, value in element.items()
            if str(key).startswith(R)
        )
        return {id_: position for position, id_ in enumerate(dict.fromkeys(ids), start=1)}

    def place_of(name: str) -> str:
        source, kind, id_ = pointing.get(name, ("", "", ""))
        if not source:
            return ""
        story = "the body" if source == parts.main else parts.shown(source)
        if parts.kinds.get(source) not in STORIES:
            return f"used by {story}"
        number = order(source).get(id_) if kind == "image" else None
        return f"shown as picture {number} of {story}" if number else f"shown in {story}"

    return place_of
