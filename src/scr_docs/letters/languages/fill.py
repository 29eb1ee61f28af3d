"""A template in another language: the English one with its words exchanged, and laid out as that language is read."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from scr_docs.letters import package
from scr_docs.letters.dates import ENGLISH
from scr_docs.letters.directions import fixed_isolated, is_right_to_left
from scr_docs.letters.formats.paragraph_styles import root_of
from scr_docs.letters.house_style.parts import DOCUMENT, related, told
from scr_docs.letters.languages import layout
from scr_docs.letters.languages.stretches import Stretch, base, numbered, stretches
from scr_docs.letters.languages.units import MARK, TAG, in_figures, lines_of, text_with_marks
from scr_docs.letters.merging.traps import W, text_of

_ADDRESS = "letter address"
"""How the styles of the recipient's address begin: it stays as the post reads it, in the window of the envelope."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_IN_LANGUAGE = re.compile(
    r"\{\{\s?(?:letter\.date|meeting\.date|review\.period\.(?:from|to)|earlier\.\w{1,40}|terms\.board_plain"
    r"|(?:\w{1,40}\.){1,3}(?:decided_on|feedback_by|publish_on|answered_on|revisit_on|until))\s?\}\}"
)
"""The fields that are filled in with words of the letter's language; all others hold names, numbers and English."""


def filled(parts: Mapping[str, bytes], texts: Mapping[str, str], language: str) -> dict[str, bytes]:
    """The parts of the English template with these translations of its units, and its language and direction."""
    turned = is_right_to_left(language)
    done = dict(parts)
    styles = root_of(parts[name]) if (name := related(parts, "styles")) else None
    addresses, lists = _styles_of(styles, _ADDRESS), _styles_of(styles, "list")
    for part, kind in package.stories(parts).items():
        root = root_of(parts[part])
        for number, paragraph in enumerate(list(root.iter(f"{W}p")), 1):
            text = texts.get(f"{part.rpartition('/')[2].removesuffix('.xml')}.{number}")
            if text is not None:
                _exchange(paragraph, unbroken(text), language, turned=turned)
            else:
                _of_values(paragraph, language, turned=turned)
            named = paragraph.find(f"{W}pPr/{W}pStyle")
            style = "" if named is None else named.get(f"{W}val")
            if not turned or (text is None and (kind == "header" or style in addresses)):
                continue
            if text is None and style not in lists and _holds_english(paragraph):
                layout.push_right(paragraph)
            else:
                layout.turn_paragraph(paragraph)
        if turned:
            layout.turn_tables_and_pages(root)
        done[part] = told(root)
    if name and styles is not None:
        layout.speak(styles, language, turned=turned)
        done[name] = told(styles)
    if settings := related(parts, "settings"):
        done[settings] = layout.named(done[settings], language)
    return done


def unbroken(text: str) -> str:
    """A text with the figures 0 to 9, whose numbers are never broken at the end of a line."""
    return re.sub(r"(?<=\d) (?=\d)", "\u00a0", in_figures(text))


def by_words(parts: Mapping[str, bytes], words: Mapping[str, str]) -> dict[str, str]:
    """The translations of a letterhead by the ids of its paragraphs, found by what these say in English."""
    found: dict[str, str] = {}
    for part, kind in package.stories(parts).items():
        if part == DOCUMENT or kind not in {"header", "footer"}:
            continue
        for number, paragraph in enumerate(root_of(parts[part]).iter(f"{W}p"), 1):
            text = text_with_marks(stretches(paragraph))
            if text in words:
                found[f"{part.rpartition('/')[2].removesuffix('.xml')}.{number}"] = words[text]
    return found


def filled_text(text: str, texts: Mapping[str, str], language: str) -> str:
    """A plain text with the translations of its lines."""
    turned = is_right_to_left(language)
    lines = [in_figures(texts.get(f"line.{number}", line)) for number, line in enumerate(lines_of(text), 1)]
    return "\n".join(map(_kept_right, lines) if turned else lines)


def _styles_of(styles: Any, begins: str) -> frozenset[str]:
    """The ids of the styles whose name begins so."""
    return frozenset(
        one.get(f"{W}styleId")
        for one in (() if styles is None else styles.iter(f"{W}style"))
        if (name := one.find(f"{W}name")) is not None and (name.get(f"{W}val") or "").casefold().startswith(begins)
    )


def _holds_english(paragraph: Any) -> bool:
    """Whether a paragraph of fields alone is filled in with English: a name, a number or an address in one stretch."""
    fields = [tag for tag in TAG.findall(text_of(paragraph)) if tag.startswith("{{")]
    return bool(fields) and not any(map(_IN_LANGUAGE.fullmatch, fields))


def _exchange(paragraph: Any, text: str, language: str, *, turned: bool) -> None:
    """Puts a translation into a paragraph, each piece in the look that its mark has in the English."""
    found = stretches(paragraph)
    usual, marks = base(found), dict(numbered(found))
    for child in [child for child in paragraph if child.tag != f"{W}pPr"]:
        paragraph.remove(child)
    inside: list[Stretch] = [usual]
    links: dict[int, Any] = {}
    at = 0
    for mark in (*MARK.finditer(text), None):
        piece = text[at : mark.start() if mark else len(text)]
        if piece:
            holder = _holder(paragraph, inside[-1], links)
            for run in _runs(piece, inside[-1].look, language, turned=turned):
                holder.append(run)
        if mark is None:
            break
        at = mark.end()
        stretch = marks.get(int(mark[2]), usual)
        if mark[3]:
            paragraph.extend(copy.deepcopy(list(stretch.elements)))
        elif mark[1]:
            inside = inside[:-1] or [usual]
        else:
            inside.append(stretch)


def _holder(paragraph: Any, stretch: Stretch, links: dict[int, Any]) -> Any:
    """The paragraph, or the link that the words stand in."""
    if stretch.link is None:
        return paragraph
    if id(stretch.link) not in links:
        link = copy.deepcopy(stretch.link)
        for child in list(link):
            link.remove(child)
        paragraph.append(link)
        links[id(stretch.link)] = link
    return links[id(stretch.link)]


def _runs(text: str, look: Any, language: str, *, turned: bool) -> Iterator[Any]:
    """The runs of a piece. Where the language runs from right to left each value stands in one of its own."""
    if not turned:
        yield _run(text, look, language)
        return
    for piece in re.split(rf"({TAG.pattern})", text):
        if piece.startswith("{{") and not _IN_LANGUAGE.fullmatch(piece):
            yield _run(piece, look, ENGLISH)
        elif piece:
            tag = TAG.fullmatch(piece) is not None
            yield _run(piece if tag else fixed_isolated(piece), look, language, turned=True)


def _run(text: str, look: Any, language: str, *, turned: bool = False) -> Any:
    run = etree.Element(f"{W}r")
    properties = copy.deepcopy(look) if look is not None else etree.Element(f"{W}rPr")
    layout.say(properties, language, turned=turned)
    run.append(properties)
    etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = text
    return run


def _of_values(paragraph: Any, language: str, *, turned: bool) -> None:
    """Names the language of what is filled into a paragraph that holds nothing but fields."""
    text = text_of(paragraph)
    own = not turned or _IN_LANGUAGE.search(text) is not None
    for run in paragraph.iter(f"{W}r"):
        if run.find(f"{W}t") is None:
            continue
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        layout.say(properties, language if own else ENGLISH, turned=turned and own)


def _kept_right(line: str) -> str:
    """A line of text with its numbers and Latin words kept the right way round; tags as they are."""
    pieces: Sequence[str] = re.split(rf"({TAG.pattern})", line)
    return "".join(piece if TAG.fullmatch(piece) else fixed_isolated(piece) for piece in pieces)
