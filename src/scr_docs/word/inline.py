"""Inside one paragraph: from nested runs to stretches of text, whatever the runs are wrapped in.

What is not known to be without text is walked through, so that a wrapper of which nobody has heard hides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scr_docs.model import Part
from scr_docs.word.boxes import TXBODY, TXBX, Box, Change, filled, options_that_differ
from scr_docs.word.look import PLAIN, Look, run_format
from scr_docs.word.signs import shown, symbol
from scr_docs.word.styles import Styles
from scr_docs.word.xml import MC, VAL, A, Element, M, W


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one kind: what the tracked changes do with it, and what keeps it from the reader, if anything."""

    text: str
    change: Change = "kept"
    cover: Part | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place in a paragraph to which a note or comment belongs."""

    kind: Literal["footnote", "endnote", "comment"]
    id: str


_RUN, _PROPERTIES = W + "r", W + "rPr"
_TEXTS = frozenset({W + "t", W + "delText", M + "t", A + "t"})
_BOXES = (TXBX, TXBODY)
CHANGES: dict[str, Change] = {
    W + "ins": "inserted", W + "moveTo": "inserted", W + "del": "deleted", W + "moveFrom": "deleted",
}  # fmt: skip
_SIGNS = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}  # fmt: skip
_ANCHORS: dict[str, Literal["footnote", "endnote", "comment"]] = {
    W + "footnoteReference": "footnote", W + "endnoteReference": "endnote", W + "commentReference": "comment",
    W + "commentRangeStart": "comment",
}  # fmt: skip
_SKIPPED = frozenset({
    W + "pPr", W + "rPr", W + "sdtPr", W + "sdtEndPr", W + "smartTagPr", W + "customXmlPr", W + "rubyPr", W + "fldData",
    W + "instrText", W + "delInstrText", W + "lastRenderedPageBreak", W + "proofErr", W + "bookmarkStart",
    W + "bookmarkEnd", W + "ffData", W + "tabs", M + "oMathParaPr",
})  # fmt: skip
_DRAWN = frozenset({W + "drawing", W + "pict", W + "object"})


class Inline:
    """What was found so far in one paragraph."""

    def __init__(self, styles: Styles, style: str | None, around: str | None) -> None:
        self.styles, self.style, self.around = styles, style, around
        self.stretches: list[tuple[str, Change, Part | None]] = []
        self.anchors: list[Anchor] = []
        self.boxes: list[Box] = []
        self.codes: list[bool] = []
        self.bold = self.underline = self.capitals = True
        self.size = 0

    def walk(self, parent: Element, change: Change, look: Look | None = None) -> None:
        """Reads everything inside an element; `look` is that of the run around it, None outside runs."""
        for child in parent:
            tag = child.tag
            if tag in _TEXTS:
                self._say(shown(child), change, look)
            elif tag == _RUN:
                self.walk(child, change, self._look(child))
            elif tag in _SKIPPED:
                continue
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], change, look)
            elif tag in CHANGES:
                self.walk(child, change if change == "deleted" else CHANGES[tag], look)
            else:
                self._seldom(child, change, look)

    def finished(self) -> tuple[Stretch, ...]:
        """The stretches, neighbours of one kind joined, so that it does not matter how the runs were split."""
        joined: list[tuple[str, Change, Part | None]] = []
        for text, change, cover in self.stretches:
            alike = bool(joined) and joined[-1][1:] == (change, cover)
            joined.append((joined.pop()[0] + text if alike else text, change, cover))
        return tuple(Stretch(*stretch) for stretch in joined)

    def _look(self, run: Element) -> Look:
        properties = run.find(_PROPERTIES)
        if properties is None:
            return self.styles.look(self.style, None, PLAIN, self.around)
        character = properties.find(W + "rStyle")
        return self.styles.look(
            self.style, None if character is None else character.get(VAL), run_format(properties), self.around
        )

    def _say(self, text: str, change: Change, look: Look | None) -> None:
        if not text:
            return
        look = self.styles.look(self.style, None, PLAIN, self.around) if look is None else look
        in_code = True in self.codes
        self.stretches.append((text, change, look.cover or ("field" if in_code else None)))
        if change != "deleted" and not text.isspace():
            self.bold &= look.bold
            self.underline &= look.underline
            self.capitals &= look.caps or not any(letter.islower() for letter in text)
            self.size = max(self.size, look.size)

    def _seldom(self, child: Element, change: Change, look: Look | None) -> None:
        tag = child.tag
        if tag in _ANCHORS:
            self.anchors.append(Anchor(_ANCHORS[tag], child.get(W + "id", "")))
        elif tag in _BOXES:
            self.boxes.append(Box(child, change, filled(child)))
        elif tag == MC + "AlternateContent":
            for option in options_that_differ(child):
                self.walk(option, change, look)
        elif tag == W + "fldChar":
            self._field(child.get(W + "fldCharType", ""))
        elif tag == W + "sym":
            self._say(symbol(child.get(W + "char", "")), change, look)
        elif tag == W + "ruby":
            self._ruby(child, change, look)
        elif tag not in _DRAWN or next(child.iter(*_BOXES), None) is not None:
            self.walk(child, change, look)

    def _field(self, step: str) -> None:
        """Text between the begin and the middle of a field is code, not what the field shows."""
        if step == "begin":
            self.codes.append(True)
        elif step == "separate" and self.codes:
            self.codes[-1] = False
        elif step == "end" and self.codes:
            self.codes.pop()

    def _ruby(self, ruby: Element, change: Change, look: Look | None) -> None:
        """The text itself first, then what stands small above it, in brackets."""
        for base in ruby.iterchildren(W + "rubyBase"):
            self.walk(base, change, look)
        for above in ruby.iterchildren(W + "rt"):
            self._say("(", change, look)
            self.walk(above, change, look)
            self._say(")", change, look)
