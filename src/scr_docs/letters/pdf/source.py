"""A finished letter as a source for typst, made of the same walk as plain text and HTML.

Every word of the letter stands in it within a string, so that nothing in a letter can be a command of typst's.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from scr_docs.letters.formats.pieces import Look, Piece, pieces
from scr_docs.letters.pdf.about import About, about

_SMALLEST_FOOTER = 10
_ABOVE, _BELOW = 0.905, 0.212
"""How far a line reaches above and below its letters' foot, as a share of their size: that of Arial, as in Word."""
_SINGLE = 1.15
"""From line to line in single spacing, as a share of the size of the letters."""
_LARGE_PRINT = 16
"""From this size on nothing may be smaller than the text, page numbers neither."""


@dataclass(frozen=True, slots=True)
class Source:
    """What typst compiles: the text, and the pictures by the names that the text has for them."""

    text: str
    pictures: Mapping[str, bytes]


def source(parts: Mapping[str, bytes], fonts: Sequence[str]) -> Source:
    """The source of the letter with these parts of a Word file, in the first of these fonts that has the letters."""
    walked = pieces(parts)
    names = dict.fromkeys(piece.look.picture for piece in walked if piece.look.picture in parts)
    renamed = {name: f"{number}{PurePosixPath(name).suffix}" for number, name in enumerate(names)}
    lines = [*_head(about(parts), _usual(walked), fonts), *_body(walked, renamed)]
    return Source("\n".join(lines), {renamed[name]: parts[name] for name in renamed})


def _usual(walked: Sequence[Piece]) -> float:
    """The size of most of the letter, in points."""
    sizes: Counter[float] = Counter()
    for piece in walked:
        sizes[piece.look.size] += len(piece.text)
    del sizes[0]
    return sizes.most_common(1)[0][0] if sizes else 12


def _head(letter: About, size: float, fonts: Sequence[str]) -> Iterator[str]:
    top, right, bottom, left, head = letter.margins
    day, footer = letter.day, size if size >= _LARGE_PRINT else _SMALLEST_FOOTER
    yield (
        f"#set document(title: {_quoted(letter.title)}, author: {_quoted(letter.author)}, "
        f"date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))"
    )
    yield (
        f"#set text(font: ({', '.join(map(_quoted, fonts))},), size: {size}pt, "
        f"{_language(letter.language)}, hyphenate: false, top-edge: {_ABOVE}em, bottom-edge: -{_BELOW}em)"
    )
    yield (
        f'#set page(paper: "a4", margin: (top: {top}pt, right: {right}pt, bottom: {bottom}pt, left: {left}pt), '
        f"footer: context text(size: {footer}pt, {{ text({_quoted(letter.title)}); "
        f"[, page #counter(page).display() of #counter(page).final().first()] }}))"
    )
    yield "#set par(spacing: 0pt, justify: false)"
    yield "#set block(spacing: 0pt)"
    yield f"#set list(marker: [•], indent: 0.6em, body-indent: 0.6em, spacing: {size / 5}pt)"
    yield f"#set enum(indent: 0.6em, body-indent: 0.6em, spacing: {size / 5}pt)"
    yield f"#v({head - top}pt)"


def _body(walked: Sequence[Piece], renamed: Mapping[str, str]) -> Iterator[str]:
    for words in _beside(walked):
        first = words[0]
        if first.kind == "picture":
            yield _picture(words, renamed)
        elif first.look.boxed:
            inside = "\n".join(_run(list(words)))
            yield (
                "#block(width: 100%, above: 10pt, below: 10pt, inset: 8pt, radius: 2pt, fill: luma(244), "
                f"stroke: 0.5pt + luma(120), breakable: false)[\n{inside}\n]"
            )
        else:
            yield from _run(words)


def _beside(walked: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces in stretches: a picture with the words beside it, what is in one box, and everything else."""
    stretch: list[Piece] = []
    for piece in walked:
        last = stretch[-1] if stretch else None
        new = last is not None and (
            piece.kind == "picture"
            or piece.look.boxed != last.look.boxed
            or (not piece.look.beside and (last.look.beside or last.kind == "picture"))
        )
        if new:
            yield stretch
            stretch = []
        stretch.append(piece)
    if stretch:
        yield stretch


def _picture(words: Sequence[Piece], renamed: Mapping[str, str]) -> str:
    picture, *told = words
    name = renamed.get(picture.look.picture)
    wide = picture.look.wide or 85
    image = f"image({_quoted(name)}, alt: {_quoted(picture.text)}, width: {wide}pt)" if name else "[]"
    if not told:
        return f"#block(above: 8pt, {image})"
    inside = "\n".join(_run(told))
    return (
        f"#block(above: 12pt, below: 12pt, breakable: false, grid(columns: ({wide + 34}pt, 1fr), "
        f"align: horizon, {image}, [\n{inside}\n]))"
    )


def _run(words: Sequence[Piece]) -> Iterator[str]:
    """The pieces one below the other, with those that belong together in one element: lines, lists, rows."""
    begun = 0
    numbered: list[tuple[tuple[str, int], Piece]] = []
    for piece in words:
        begun += not piece.joined and piece.kind != "letterhead"
        numbered.append(((piece.kind, 0 if piece.kind in {"item", "row"} else begun), piece))
    for (kind, _), found in groupby(numbered, lambda one: one[0]):
        yield _group(kind, [piece for _, piece in found])


def _group(kind: str, found: Sequence[Piece]) -> str:
    look = found[0].look
    if kind == "heading":
        told = f"heading(level: {found[0].level}, {_text(found[0].text, look)})"
    elif kind == "item":
        told = _list(found)
    elif kind == "row":
        told = f"terms(separator: h(0.8em), hanging-indent: 1.5em, spacing: 3pt, {', '.join(map(_row, found))})"
    else:
        told = f"par({{ {'; linebreak(); '.join(_text(piece.text, piece.look) for piece in found)} }})"
    between = max(0.0, _SINGLE * look.lines - _ABOVE - _BELOW)
    told = f"{{ set par(leading: {between:.3f}em); {told} }}"
    sticky = ", sticky: true" if look.keeps else ""
    side = ", width: 100%" if _right_to_left(found[0].text) else ""
    return f"#block(above: {look.space}pt{sticky}{side}, {_in_language(found[0], told)})"


def _list(found: Sequence[Piece]) -> str:
    items = [_text(piece.text, piece.look) for piece in found]
    if found[0].mark == "•":
        return f"list({', '.join(f'list.item({item})' for item in items)})"
    first = int(re.sub(r"\D", "", found[0].mark) or 1)
    return f"enum(start: {first}, {', '.join(f'enum.item({item})' for item in items)})"


def _row(piece: Piece) -> str:
    label, *values = piece.cells
    said = "; linebreak(); ".join(_text(value, Look(size=piece.look.size)) for value in values)
    return f"terms.item({_text(label, Look(size=piece.look.size))}, {{ {said} }})"


def _text(text: str, look: Look) -> str:
    """The words as an expression of typst's, with what is bold in them."""
    at, told = 0, []
    for begin, end in (*look.bold, (len(text), len(text))):
        told += [_lines(text[at:begin], "text"), _lines(text[begin:end], "strong")]
        at = end
    size = f"size: {look.size}pt, " if look.size else ""
    return f"text({size}{{ {'; '.join(filter(None, told))} }})"


def _lines(text: str, element: str) -> str:
    return "; linebreak(); ".join(f"{element}({_quoted(line)})" for line in text.split("\n")) if text else ""


def _in_language(piece: Piece, told: str) -> str:
    settings = [_language(piece.look.language)] if re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", piece.look.language) else []
    settings += ["dir: rtl"] if _right_to_left(piece.text) else []
    return f"text({', '.join(settings)}, align(start, {told}))" if settings else told


def _right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    found = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in found if way in {"L", "R", "AL"}), "L") != "L"


def _language(tag: str) -> str:
    language, *rest = re.findall(r"[A-Za-z]+", tag) or ["en"]
    region = next((piece for piece in rest if len(piece) == 2), "")
    return f'lang: "{language.lower()}"' + (f', region: "{region.upper()}"' if region else "")


def _quoted(text: str) -> str:
    """The text as a string of typst's: nothing in it is read as anything but itself."""
    return (
        '"'
        + "".join(letter if letter.isalnum() or letter == " " else f"\\u{{{ord(letter):x}}}" for letter in text)
        + '"'
    )
