"""Arrows that lead out of the file: to the template, to pictures and files elsewhere, to pages on the web.

Links in the text are read with the text. What is read here is whatever no text refers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from scr_docs.model import Part, Trait
from scr_docs.word.container.parts import STORIES, Parts
from scr_docs.word.container.relationships import Relationship
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.xml import A, R, V, W

_ON_A_COMPUTER = re.compile(r"file:|\\\\|//|[A-Za-z]:[\\/]|[A-Za-z]%3A", re.IGNORECASE)
_ON_THE_WEB = re.compile(r"(?:https?|ftp|mailto|tel|sip|onenote|msteams|news|callto):", re.IGNORECASE)
_IN_THE_TEXT = frozenset({"hyperlink", "subDocument", "image", "video", "audio"})
_REFERRING = {
    W + "hyperlink": "id", W + "subDoc": "id", A + "hlinkClick": "id", A + "hlinkHover": "id", A + "blip": "link",
    V + "imagedata": "href", "{*}videoFile": "link", "{*}audioFile": "link",
}  # fmt: skip
"""The elements of a story that refer to something outside, each with the attribute that says to what."""

_WORDS: dict[str, str] = {
    "attachedTemplate": "template",
    "image": "picture that is linked",
    "oleObject": "object that is linked",
    "package": "file that is linked",
    "subDocument": "subdocument",
    "frame": "page in a frame",
    "mailMergeSource": "list of addresses of the mail merge",
    "mailMergeHeaderSource": "columns of the mail merge",
    "transform": "transformation on saving",
    "externalLink": "workbook that is linked",
    "aFChunk": "imported text that is linked",
    "hyperlink": "link that the text does not use",
}


def far_targets(parts: Parts, source: str) -> Iterator[Found]:
    """Each target outside the file that a part names, and that is not told where its text refers to it."""
    holder = parts.shown(source) if source else "the file"
    far = [arrow for arrow in parts.arrows.get(source, ()) if arrow.written and _is_far(arrow, parts)]
    told = _told_with_the_text(parts, source) if any(arrow.kind in _IN_THE_TEXT for arrow in far) else frozenset()
    for arrow in far:
        if arrow.kind not in _IN_THE_TEXT or arrow.id not in told:
            yield _found(arrow, holder)


def _is_far(arrow: Relationship, parts: Parts) -> bool:
    return arrow.external or (arrow.kind == "hyperlink" and arrow.target not in parts.package)


def _told_with_the_text(parts: Parts, source: str) -> frozenset[str]:
    """The ids that the text of a story refers to; a part that is no story has its links told here."""
    if parts.kinds.get(source) not in STORIES:
        return frozenset()
    return frozenset(
        element.get(R + attribute, "")
        for root in parts.roots(source)
        for tag, attribute in _REFERRING.items()
        for element in root.iter(tag)
    )


def _found(arrow: Relationship, holder: str) -> Found:
    part: Part = "link"
    trait: Trait | None = "linked-file"
    if arrow.kind == "attachedTemplate":
        part, trait = "settings", "template-path"
    elif arrow.kind.startswith("mailMerge"):
        part, trait = "settings", "mail-merge"
    elif arrow.kind == "hyperlink":
        trait = path_trait(arrow.written)
    what = _WORDS.get(arrow.kind, arrow.kind or "target")
    return Found(part, unquote(arrow.written), f"{what}, named by {holder}", trait)


def path_trait(target: str) -> Trait | None:
    """Whether a target is a path on somebody's computer or server, rather than a page, a mail address or a bookmark."""
    if _ON_THE_WEB.match(target) or target.startswith("#"):
        return None
    return "local-path" if _ON_A_COMPUTER.match(target) or "\\" in target or target.startswith("..") else None
