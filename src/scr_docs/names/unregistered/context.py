"""What stands around a word, and what that makes of it: a thing with a name, an acronym, a cited author, a place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from scr_docs.model import Block
from scr_docs.names.text.fold import fold
from scr_docs.names.unregistered.around_names import lists, named_things

_NEAR = 6
"""So many words to either side may show that a thing is meant."""

_LONGEST = 4
"""So many words at most make an acronym's letters, or stand in a cell that holds one person."""

_CAPITAL = r"[A-Z][^\W\d_]{1,24}(?:-[A-Z][^\W\d_]{1,24})?"
_CITED = re.compile(
    rf"(?<![^\W_])(?P<first>{_CAPITAL}) (?:and|&) (?P<second>{_CAPITAL}),? (?:\w{{2,12}}ly |have |had |first |also )?"
    r"(?:wrote|argued?|found|describe[ds]?|conclude[ds]?|propose[ds]?|identif(?:y|ied)|coined|suggest(?:ed)?|show(?:ed)?"
    r"|developed|note[ds]?|studied|reviewed|published|introduced)\b"
    r"[^.;!?\n]{0,100}?\b(?:in|of) (?:the )?(?:19[5-9]|20[0-4])\d(?:s|\b)"
)
"""Two surnames with what they wrote and the year of it: "Reder and Duncan wrote about closure in 1999"."""

_BOARD = re.compile(
    rf"(?<![^\W_])(?P<place>{_CAPITAL}(?:,? (?:and |& |upon |on |with )?{_CAPITAL}){{0,4}}) "
    r"(?:(?:Local |Multi-Agency |Children'?s? )?Safeguarding (?:Children'?s?|Adults?|Child|Partnership|Board)"
    r"|(?:County |City |Borough |District |Metropolitan |Community ){0,2}(?:Council|Constabulary))"
)
_OF_BOARD = frozenset(
    {"local", "safeguarding", "children", "board", "partnership", "north", "south", "east", "west", "county", "city"}
    | {"borough", "district", "metropolitan", "multi", "agency", "royal", "independent", "chair", "serious", "case"}
    | {"review", "new", "great", "greater", "upper", "lower"}
)
_FACT = re.compile(
    r"(?i)\b(?:ethnic|national|relation|role|status|comment|note|age|born|birth|d\.?o\.?b|date|address|lang|relig|occup"
    r"|job|school|gp|lives|outcome|response|repl|how|when|where|gender|sex|views?|agency|needs?|details?)"
)
"""The head of a column that tells a fact about somebody, so that the cell beside "Mother" holds no name."""

_MORE_CAPITALS = re.compile("[A-Z][a-z]+")


def defined_acronyms(words: Sequence[str]) -> Iterator[str]:
    """The acronyms that the words explain, folded: "Achieving Best Evidence (ABE)", "ABE (Achieving Best Evidence)"."""
    for at, word in enumerate(words):
        if word.isupper() and 1 < len(word) <= 2 * _LONGEST:
            opened = at > 0 and words[at - 1] == "("
            before = words[max(0, at - 2 * len(word) - 1) : at - 1] if opened else []
            after = words[at + 2 : at + 2 + 2 * len(word)] if words[at + 1 : at + 2] == ["("] else []
            if _spell(before, word) or _spell(after, word):
                yield fold(word).text


def _spell(words: Sequence[str], letters: str) -> bool:
    """Whether the beginnings of the words are the letters, apart from small words."""
    first = "".join(word[0] for word in words if word[0].isupper())
    return len(letters) > 1 and letters in first


def own_places(texts: Iterable[str]) -> frozenset[str]:
    """The words of the place that the document's safeguarding board or council is called after, folded."""
    return frozenset(
        word
        for text in texts
        for match in _BOARD.finditer(text)
        for part in _MORE_CAPITALS.findall(match["place"])
        if (word := fold(part).text) not in _OF_BOARD
    )


def cited(text: str) -> tuple[tuple[int, int], ...]:
    """Where two authors stand with what they wrote and its year."""
    return tuple(match.span(name) for match in _CITED.finditer(text) for name in ("first", "second"))


def person_cells(blocks: Sequence[Block]) -> frozenset[int]:
    """Which of the blocks, by their place, are cells of a table that hold one person alone, as head or label says."""
    return frozenset(
        at
        for at, block in enumerate(blocks)
        if block.cell
        and len(block.text.split()) <= _LONGEST
        and (
            _says_person(block.cell.header) or (_says_person(block.cell.label) and not _FACT.search(block.cell.header))
        )
    )


def _says_person(head: str) -> bool:
    words = re.findall(r"[^\W\d_]+", fold(head[:60]).text)
    return bool(words) and len(words) <= _LONGEST and all(word in lists().cells for word in words)


def is_mixed(written: str) -> bool:
    """Whether capitals stand inside the word as no name has them: "OASys", not "McDonald" or "LaToya"."""
    return re.fullmatch("[A-Z]{2,8}[a-z]{1,12}|[a-z]{1,2}[A-Z][A-Za-z]{1,20}", written) is not None


def camel_end(written: str) -> str:
    """The last word of those that a word is made of, folded: "view" of "ChildView"; empty for others and "MacLean"."""
    parts = re.findall("[A-Z][a-z]+", written) if re.fullmatch("(?:[A-Z][a-z]{2,12}){2,4}", written) else [""]
    return "" if fold(parts[0]).text in lists().particles | {"fitz", "san"} else fold(parts[-1]).text


def is_of_person(folded: Sequence[str], start: int, end: int) -> bool:
    """Whether the words beside folded[start:end] speak of a person: a title, "called", "told", "'s mother"."""
    before = folded[start - 1] if start else ""
    if before in lists().before or (before in lists().titles and before not in {"sister", "nurse"}):
        return True
    after = folded[end : end + 3]
    if after[:1] == ["'s"]:
        return bool(after[1:]) and after[1] in lists().kin
    if after[:1] == [","]:
        return len(after) > 1 and (after[1] in {"aged", "who", "whose"} or after[1].isdigit())
    return bool(after) and (after[0] in lists().does or (after[0] == "(" and after[1:2] != [] and after[1].isdigit()))


def is_named_thing(folded: Sequence[str], start: int, end: int, names: Collection[str]) -> bool:
    """Whether folded[start:end] is the name of a thing here, and not that of a person: "a Hickman line"."""
    for first, last in ((start, end), (start, end + 1), (start - 1, end), (start - 2, end), (start, end + 2)):
        if first < 0 or last > len(folded):
            continue
        group = named_things().get(" ".join(folded[first:last]).replace(" - ", "-").removesuffix(" 's"))
        if group is None:
            continue
        around = folded[max(0, first - _NEAR) : last + _NEAR]
        if group.beside and any(word in group.beside for word in around):
            return True
        if group.unless and not is_of_person(folded, first, last):
            return not all(word in names for word in folded[start:end] if word.isalpha()) or _is_impersonal(
                folded, first, last
            )
    return False


def _is_impersonal(folded: Sequence[str], start: int, end: int) -> bool:
    """Whether an article stands before, or a possessive after it that nobody's relative or home follows."""
    return (start > 0 and folded[start - 1] in {"a", "an", "the"}) or folded[end : end + 1] == ["'s"]
