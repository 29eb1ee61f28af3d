"""Documents as plain frozen data. Knows nothing of Word, so that every later step can be tried on plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

Part = Literal[
    "body", "table", "header", "footer", "footnote", "endnote", "textbox", "comment", "deleted", "inserted", "hidden",
    "covered", "properties", "alt-text", "link", "field", "bookmark", "custom-xml", "embedded", "picture", "chart",
    "diagram", "settings", "file-name",
]  # fmt: skip
"""Where text stands. The words are fixed: users' own programs read them."""

PARTS: tuple[Part, ...] = get_args(Part)

Trait = Literal[
    "inserted", "deleted", "moved", "comment", "hidden-text", "white-text", "tiny-text", "covered-text",
    "covering-shape", "symbol-font", "off-page", "embedded-file", "linked-file", "imported-text", "macro", "signature",
    "author",
    "property", "custom-property", "custom-xml", "document-variable", "mail-merge", "template-path", "local-path",
    "hidden-field", "permission", "control-list", "building-block", "unused-header", "thumbnail", "cropped-picture",
    "picture-location", "picture-data", "orphan-part", "duplicate-part", "zip-comment", "stray-bytes", "web-extension",
    "printer", "ink",
]  # fmt: skip
"""In which way something is hidden. What has no trait is plain to see, or only of use to a search for names."""

Hurdle = Literal[
    "no-title", "no-language", "other-language", "no-headings", "heading-skipped", "heading-by-looks", "empty-heading",
    "typed-list", "no-header-row", "merged-cells", "nested-table", "no-alt-text", "file-name-as-alt-text",
    "floating-picture", "text-box", "watermark", "vague-link", "low-contrast", "text-size", "justified", "centred",
    "blank-paragraphs", "spaces-for-layout", "capitals", "underlined", "italic-passage", "line-spacing", "columns",
]  # fmt: skip
"""What in the look or the making of a document can keep somebody from reading it, or from hearing it read out."""

STORY_PARTS: frozenset[Part] = frozenset({"body", "table", "textbox", "footnote", "endnote"})
"""The parts that a reader of the printed report reads as the report."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block, as offsets into its text, that is something other than plain visible text."""

    start: int
    end: int
    part: Part
    trait: Trait | None = None


@dataclass(frozen=True, slots=True)
class Barrier:
    """One such thing: at a stretch of a block, at an address where there is no text, or in the document as a whole.

    `measure` is in points for text-size, in lines for line-spacing, and the ratio of WCAG for low-contrast: from 1 for
    text that cannot be seen to 21 for black on white; for large or bold text it is counted as half as much again, as
    that may be fainter. `told` is what there is to say of it.
    """

    what: Hurdle
    block: int | None = None
    start: int = 0
    end: int | None = None
    address: str | None = None
    measure: float = 0
    told: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a block stands, counted from 1, with the words that say what the cell is about.

    `header` is the text of the first row's cell in this column, `label` that of the first cell in this row; both are
    empty where the cell is itself that header or label.
    """

    table: int
    row: int
    column: int
    header: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, comment, property or other piece of text, with everything needed to find it again.

    `number` is the paragraph number that a reader sees ("4.12"), whether Word counts it or a person typed it, and None
    where there is none; `after` is then the last number before it. `headings` is the path of headings above, outermost
    first, as displayed ("4 Analysis"). `level` is the heading level (1 is the highest) of a block that is a heading.
    `trait` says in which way the whole block is hidden. `page` is about which page it is on, where the file tells.
    """

    index: int
    part: Part
    text: str
    address: str
    headings: tuple[str, ...] = ()
    number: str | None = None
    after: str | None = None
    level: int | None = None
    cell: Cell | None = None
    marks: tuple[Mark, ...] = ()
    trait: Trait | None = None
    page: int | None = None

    def part_at(self, start: int, end: int) -> Part:
        """The part to report for text[start:end]: that of the first mark it touches, otherwise the block's own."""
        for mark in self.marks:
            if mark.start < end and start < mark.end:
                return mark.part
        return self.part


@dataclass(frozen=True, slots=True)
class Unread:
    """A piece of a file that could not be read: it is not cleared, and the file is "not checked"."""

    where: str
    why: str


def no_barriers() -> tuple[Barrier, ...]:
    """Those of a text that has no look."""
    return ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read once, from one snapshot of its bytes.

    `barriers` works out what may keep somebody from reading it; only rules that ask for it pay for it.
    """

    path: str
    sha256: str
    blocks: tuple[Block, ...]
    unread: tuple[Unread, ...] = field(default=())
    barriers: Callable[[], tuple[Barrier, ...]] = field(default=no_barriers, compare=False, repr=False)

    @property
    def words(self) -> int:
        """How many words a reader of the printed document reads, notes and tables included."""
        return sum(len(block.text.split()) for block in self.story())

    def story(self) -> Iterator[Block]:
        """The blocks of the report itself, in reading order: no headers, comments, deletions or properties."""
        return (block for block in self.blocks if block.part in STORY_PARTS)
