"""A letter as one accessible HTML file: language, headings, no scripts, nothing fetched, and it prints well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from scr_docs.letters.dates import ENGLISH
from scr_docs.letters.directions import is_right_to_left
from scr_docs.letters.formats.pieces import Piece

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.125rem/1.5 Arial, Helvetica, sans-serif; max-width: 38em; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1.5rem 0 .75rem; }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 1.75rem 0 .5rem; }
p, ul, ol { margin: 0 0 1rem; }
.letterhead { margin-bottom: 2rem; }
.letterhead :first-child { font-weight: bold; }
.box { border: 1px solid; border-radius: .25rem; padding: .75rem 1rem; margin: 1.5rem 0; }
.box dt { font-weight: bold; }
.box dd { margin: 0 0 .5rem; }
.box dd:last-child { margin-bottom: 0; }
@media print {
  :root { color-scheme: light; }
  @page { size: A4; margin: 22mm; }
  body { font-size: 12pt; margin: 0; padding: 0; max-width: none; }
  h1, h2 { break-after: avoid; }
  .box, li { break-inside: avoid; }
}
"""


def web_page(pieces: Sequence[Piece], title: str, language: str = ENGLISH) -> str:
    """The whole page. The letterhead is its header; the first heading of the letter is its h1."""
    direction = ' dir="rtl"' if is_right_to_left(language) else ""
    pieces = [_own_language(piece, language) for piece in pieces]
    head = [piece for piece in pieces if piece.kind == "letterhead"]
    told = "\n".join(_groups([piece for piece in pieces if piece.kind != "letterhead"]))
    top = f'<header class="letterhead">{_lines(head)}</header>\n' if head else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{top}<main>\n{told}\n</main>\n</body>\n</html>\n"
    )


def _groups(pieces: Sequence[Piece]) -> list[str]:
    """The pieces with those that belong together in one element: lines, the items of a list, the rows of a box."""
    done: list[str] = []
    begun = 0
    numbered: list[tuple[int, Piece]] = []
    for piece in pieces:
        begun += not piece.joined
        numbered.append((begun, piece))
    for (kind, _), found in groupby(numbered, lambda one: (one[1].kind, one[0] if one[1].kind == "paragraph" else 0)):
        done.append(_group(kind, [piece for _, piece in found]))
    return done


def _group(kind: str, pieces: Sequence[Piece]) -> str:
    if kind == "heading":
        return "\n".join(f"<h{piece.level}>{_text(piece.text)}</h{piece.level}>" for piece in pieces)
    if kind == "item":
        tag = "ul" if pieces[0].mark == "•" else "ol"
        items = "".join(f"<li{_spoken([piece], turned=False)}>{_text(piece.text)}</li>\n" for piece in pieces)
        return f"<{tag}>\n{items}</{tag}>"
    if kind == "row":
        return f'<dl class="box">\n{"".join(map(_row, pieces))}</dl>'
    if kind == "picture":
        return "\n".join(f"<p>[Picture: {_text(piece.text)}]</p>" for piece in pieces)
    return _lines(pieces)


def _own_language(piece: Piece, language: str) -> Piece:
    """The piece without its language, where that is the one of the page."""
    same = piece.look.language.casefold() in {"", language.casefold()}
    return replace(piece, look=replace(piece.look, language="")) if same else piece


def _spoken(pieces: Sequence[Piece], *, turned: bool = True) -> str:
    """The language of an element whose words are all in another than the page's, and its direction.

    An item of a list keeps the direction of the list, where its bullet stands.
    """
    languages = {piece.look.language for piece in pieces}
    if len(languages) != 1 or not (language := next(iter(languages))):
        return ""
    way = f' dir="{"rtl" if is_right_to_left(language) else "ltr"}"' if turned else ""
    return f' lang="{escape(language)}"{way}'


def _row(piece: Piece) -> str:
    label, *values = piece.cells
    return f"<dt>{_text(label)}</dt>\n" + "".join(f"<dd>{_text(value)}</dd>\n" for value in values)


def _lines(pieces: Sequence[Piece]) -> str:
    if pieces and pieces[0].kind == "letterhead":
        return "".join(f"<div{_spoken([piece])}>{_text(piece.text)}</div>" for piece in pieces)
    return f"<p{_spoken(pieces)}>{'<br>'.join(_text(piece.text) for piece in pieces)}</p>"


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
