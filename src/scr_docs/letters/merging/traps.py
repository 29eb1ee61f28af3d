"""Ways of writing a Word template that would lose words or leave blanks, found before any letter is made.

docxtpl takes a paragraph, or a row of a table, away with the tag {%p …%} or {%tr …%} that stands in it, whatever else
stands there. Word changes quotes and hyphens while somebody types. What such things would do to a letter is told here
with the paragraph, in the words of somebody who edits the letter in Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TRACKED = frozenset(
    f"{W}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel", "cellMerge", "tblPrChange",
        "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange",
    )
)  # fmt: skip
COMMENTS = frozenset(f"{W}{name}" for name in ("commentRangeStart", "commentReference"))

_TAG = re.compile(r"\{%.{0,400}?%\}|\{\{.{0,400}?\}\}|\{#.{0,400}?#\}")
_ALONE = re.compile(r"\s*\{%(?:p|tr)\s(?:(?!%\}).){1,400}%\}\s*")
_BLOCK = re.compile(r"\{%-?(p|tr|tc|r)?\s*(if|elif|else|endif|for|endfor)\b")
_OPENED = {"endif": "if", "elif": "if", "else": "", "endfor": "for"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a template: the part it is in, its number there, its text, and the text of its row of a table.

    `torn` is True where a tag begins inside a content control or a link and ends outside, or the other way round.
    """

    part: str
    number: int
    text: str
    row: str | None = None
    torn: bool = False

    @property
    def place(self) -> str:
        """Where it is, for somebody who looks for it in Word."""
        where = "" if self.part == "the letter" else f" of {self.part}"
        return f"paragraph {self.number}{where} (“{self.text.strip()[:60]}”)"


def paragraphs(root: Any, part: str) -> list[Paragraph]:
    """The paragraphs of a part, those of tables, text boxes and content controls too."""
    rows = {p: row for row in root.iter(f"{W}tr") for p in row.iter(f"{W}p")}
    texts = {row: "".join(map(text_of, row.iter(f"{W}p"))) for row in set(rows.values())}
    found = enumerate(root.iter(f"{W}p"), 1)
    return [
        Paragraph(part, number, text_of(p), texts[rows[p]] if p in rows else None, _is_torn(p)) for number, p in found
    ]


def text_of(paragraph: Any) -> str:
    """The text of a paragraph, without that of paragraphs in text boxes within it."""
    return "".join(text.text or "" for text in _own_texts(paragraph))


def _own_texts(paragraph: Any) -> Iterator[Any]:
    return (text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p"), None) is paragraph)


def _is_torn(paragraph: Any) -> bool:
    """Whether a tag of the paragraph lies in two places at once: docxtpl would take away half of what is around one."""
    texts = list(_own_texts(paragraph))
    holders = [text.getparent().getparent() for text in texts]
    if len(set(holders)) < 2:
        return False
    owners = [holder for text, holder in zip(texts, holders, strict=True) for _ in text.text or ""]
    said = "".join(text.text or "" for text in texts)
    return any(len(set(owners[tag.start() : tag.end()])) > 1 for tag in _TAG.finditer(said))


def tidied(root: Any) -> None:
    """Takes out what Word notes between letters and no reader sees: spelling marks, page ends, unused bookmarks.

    They may stand within a tag, and would be left there in halves.
    """
    for mark in list(root.iter(f"{W}proofErr", f"{W}lastRenderedPageBreak")):
        mark.getparent().remove(mark)
    used = {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")}
    used |= {word for code in root.iter(f"{W}instrText") for word in (code.text or "").split()}
    used |= {word for code in root.iter(f"{W}fldSimple") for word in (code.get(f"{W}instr") or "").split()}
    unused = {mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart") if mark.get(f"{W}name") not in used}
    for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        if mark.get(f"{W}id") in unused:
            mark.getparent().remove(mark)


def traps(told: Sequence[Paragraph]) -> Iterator[tuple[str, str, str]]:
    """For each trap in the paragraphs of a part, its place, what is wrong, and how to mend it."""
    for paragraph in told:
        for what, mend in _in(paragraph):
            yield paragraph.place, what, mend
        if paragraph.torn:
            yield paragraph.place, "A tag stands half inside a content control or a link", "Write it anew, in one go"
    yield from _pairs(told)


_SPELLED_WRONG = (
    (r"\{%[-–—‑]|[-–—‑]%\}", "A tag holds a dash or hyphen beside its %", "Take the dash out; Word may have made it"),
    (
        r"\{%(?:p|tr)(?=(?:if|for|else|elif|endif|endfor)\b)",
        "A blank is missing after {%p or {%tr",
        "Write {%p if …%}, with a blank before if",
    ),
    (
        r"\{[{%](?:r|tc)\s|\{\{(?:p|tr)\s|\{%\s{0,9}(?:colspan|cellbg|vm|hm)\b",
        "A tag changes runs, columns or pictures, which letters cannot",
        "Use {{ field }}, {%p … %} and {%tr … %}",
    ),
)
_SPELLED_WRONG_BESIDE_TAGS = (
    (
        r"\{[{%#]|[}%#]\}",
        "A tag in double braces or {% … %} is not complete",
        "Write {{ field }} or {%p if field %}, on one line",
    ),
    (
        r"(?<![{\w])\{\s{0,9}[a-z_]{1,40}(?:\.[a-z_]{1,40}){1,4}\s{0,9}\}(?!\})",
        "A field stands in single braces",
        "Write two on each side: {{ field }}",
    ),
)


def _in(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    text = paragraph.text
    for table, where in ((_SPELLED_WRONG, text), (_SPELLED_WRONG_BESIDE_TAGS, _TAG.sub("", text))):
        for pattern, what, mend in table:
            if re.search(pattern, where):
                yield what, mend
                return
    if re.search(r"\{%(?:p|tr)\s", text):
        yield from _taken_away(paragraph)
    elif re.fullmatch(r"\s*\{%\s(?:(?!%\}).){1,400}%\}\s*", text):
        yield "This tag would leave an empty line", "Write {%p instead of {%, with the tag alone in its paragraph"
    elif re.fullmatch(r"\s*\{% if (?:(?!\{% else %\}).){1,2000}\{% endif %\}\s*", text):
        yield "This would leave an empty line where it does not hold", "Put {%p if …%} and {%p endif %} around it"
    if any(re.search(r"[%}]", tag[2:-2]) for tag in _TAG.findall(text)):
        yield "A tag holds “%” or “}” within", "Compare with plain words"


def _taken_away(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """What docxtpl would take away with a tag for a whole paragraph or row."""
    text = paragraph.text
    tag = next(iter(re.findall(r"\{%(?:p|tr)\s(?:(?!%\}).){1,400}%\}", text)), "{%p …%}")
    if text.count("{%p ") > 1:
        yield "Two {%p …%} stand in one paragraph", "Give each a paragraph of its own"
    elif not _ALONE.fullmatch(text):
        what = f"The words “{_short(text.replace(tag, ' ', 1))}” stand beside {tag} and would be deleted"
        yield what, "Put the tag in a paragraph of its own"
    elif "{%tr" in text and paragraph.row is None:
        yield "{%tr …%} stands outside a table", "Outside a table write {%p"
    elif "{%tr" in text and (paragraph.row or "").strip() != text.strip():
        what = f"The words “{_short((paragraph.row or '').replace(tag, ' ', 1))}” stand in the row of {tag}"
        yield f"{what} and would be deleted", "Put the tag in a row of its own"


def sound(told: Sequence[Paragraph]) -> bool:
    """Whether every tag is complete, and none stands deep within others: only then is there an end to reading them."""
    depth = deepest = 0
    for paragraph in told:
        if re.search(r"\{[{%#]|[}%#]\}", _TAG.sub("", paragraph.text)):
            return False
        for _, word in _BLOCK.findall(paragraph.text):
            depth += (word in {"if", "for"}) - word.startswith("end")
            deepest = max(deepest, depth)
    return deepest <= DEEPEST


DEEPEST = 30
"""Conditions within conditions. The shipped letters have three."""


def _short(text: str) -> str:
    """A piece of a template as it is quoted: its first sixty letters."""
    said = " ".join(text.split())
    return said if len(said) <= 60 else f"{said[:60]}…"


def _pairs(told: Sequence[Paragraph]) -> Iterator[tuple[str, str, str]]:
    """Beginnings and ends that do not belong together: of another sort ({%p and {%), or alone."""
    open_: list[tuple[str, str, Paragraph]] = []
    for paragraph in told:
        for sort, word in _BLOCK.findall(paragraph.text):
            if word in {"if", "for"}:
                open_.append((sort, word, paragraph))
                if len(open_) > DEEPEST:
                    yield paragraph.place, f"More than {DEEPEST} ifs and fors stand within each other", _EVERY
                    return
                continue
            if not open_ or _OPENED[word] not in {open_[-1][1], ""}:
                yield paragraph.place, "An {%p if …%} or {%p for …%} has no end, or an end has no beginning", _EVERY
                return
            if open_[-1][0] != sort:
                began = open_[-1][2].place
                yield (
                    paragraph.place,
                    f"Its beginning in {began} is of another sort",
                    "Both have {%p, both {%tr, or both {%",
                )
                return
            if word.startswith("end"):
                open_.pop()
    if open_:
        place = open_[-1][2].place
        yield place, "An {%p if …%} or {%p for …%} has no end, or an end has no beginning", _EVERY


_EVERY = "Every if needs an endif, every for an endfor"
