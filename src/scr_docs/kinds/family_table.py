"""What the cells of a table of the family tell: the header says what "7" is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scr_docs.model import Block
from scr_docs.names.days.ages import Age, ages
from scr_docs.names.days.dates import dates
from scr_docs.names.text.fold import level
from scr_docs.names.together.details import Fact, details

_HEADERS = (
    ("age", re.compile(r"\b(?:age|aged)\b", re.IGNORECASE)),
    ("birth", re.compile(r"\bd\.?\s?o\.?\s?b\b|\bborn\b|\bbirth\b|\bbirthday\b", re.IGNORECASE)),
    (
        "origin",
        re.compile(r"\bethnic\w*|\bnationality\b|\bcountry\b|\blanguages?\b|\bheritage\b|\borigin\b", re.IGNORECASE),
    ),
    ("faith", re.compile(r"\breligion\b|\bfaith\b", re.IGNORECASE)),
    ("telling-job", re.compile(r"\boccupation\b|\bemployment\b|\bjob\b|\bwork\b", re.IGNORECASE)),
    ("street", re.compile(r"\baddress\b|\bstreet\b", re.IGNORECASE)),
    ("named-place", re.compile(r"\bschool\b|\bnursery\b|\bcollege\b", re.IGNORECASE)),
    ("sex", re.compile(r"\bsex\b|\bgender\b", re.IGNORECASE)),
)
_ORDINARY = re.compile(
    r"\W*(?:white(?:\s|-)*(?:british|english|welsh|scottish|irish|uk)?|british|english|welsh|uk"
    r"|none(?: recorded)?|no religion|christian|n/?a"
    r"|(?:not )?(?:known|recorded|stated|applicable)|unknown|unemployed|at home|in work"
    r"|(?:primary|secondary|pre-?|nursery|infant|junior|high|middle) ?school"
    r"|(?:school|college|nursery|academy|pre-?school|address)\s?(?:\d{1,2}|[a-z])|nursery|college"
    r"|with (?:mother|father|foster carers?).{0,30}|yes|no|-|–)?\W*",
    re.IGNORECASE,
)
_SIBLING = re.compile(r"\b(?:(?:half|step|full)[- ])?(?:sibling|brother|sister|son|daughter|child|baby)", re.IGNORECASE)
_SEX_WORD = re.compile(r"\b(?:brother|sister|son|daughter|boy|girl|male|female)\b|^\W*[mf]\W*$", re.IGNORECASE)
_YEAR = re.compile(r"\W*(?:19|20)\d\d\W*")


def kind_of(block: Block) -> str | None:
    """What the column of the cell is about, in the words of details.yaml; also birth, sex, or None."""
    header = block.cell.header if block.cell else ""
    return next((kind for kind, pattern in _HEADERS if header and len(header) < 60 and pattern.search(header)), None)


def facts_of_cell(block: Block) -> Iterator[Fact]:
    """The facts of the cell itself, and those that its header makes of it."""
    kinds = details().by_id
    found = details().facts(block.text, anybody=True)
    yield from found
    match kind_of(block):
        case "age":
            for age in _ages(block):
                kind = "exact-age" if age.child and age.to != "years" else "age"
                yield Fact(0, len(block.text), kinds[kind])
        case "birth":
            plain = level(block.text)
            yield from (Fact(*plain.span(date.start, date.end), kinds["exact-date"]) for date in dates(plain.text))
        case str(kind) if kind in kinds and not _ORDINARY.fullmatch(block.text):
            if not any(fact.kind.id == kind for fact in found):
                yield Fact(0, len(block.text), kinds[kind])
        case _:
            pass


def sibling_rows(table: Sequence[Sequence[Block]]) -> tuple[Block, int, int] | None:
    """The age of the first of two or more children whose ages and sexes stand in a table; otherwise None."""
    found: list[Block] = []
    for row in table[1:]:
        sibling = any(_SIBLING.search(block.text) for block in row[:3])
        sex = any(_SEX_WORD.search(block.text) for block in row)
        aged = next((block for block in row if _is_age(block)), None)
        if sibling and sex and aged:
            found.append(aged)
    return (found[0], 0, len(found[0].text)) if len(found) >= 2 else None


def _is_age(block: Block) -> bool:
    kind = kind_of(block)
    if kind == "age":
        return any(True for _ in _ages(block))
    if kind == "birth":
        return bool(_YEAR.fullmatch(block.text) or next(dates(block.text), None))
    return False


def _ages(block: Block) -> Iterator[Age]:
    """The ages in a cell of a column of ages, where "7" is enough."""
    return ages("aged " + level(block.text).text)
