"""The people whom a report presents as its own: who wrote it, who chaired it, who sat on the panel.

Only the report's own words make somebody such a person: a label on the title page, a sentence about the author, a list
under a heading about the panel. A social worker who "chaired the conference", or a mother who wrote a letter, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scr_docs.model import Block, Document
from scr_docs.names.allowed.name_shape import NameShape, names

_REACH = 90
_MODIFIER = (
    r"(?:(?:(?:joint|co|vice|deputy|independent|lead|overview|report|review|scr|dhr|sar|lcspr|lscb|panel"
    r"|board|partnership|external"
    r"|professional|interim|former|experienced|accredited|freelance|safeguarding|children'?s?|adults?|the)[\s-]){0,5})"
)
_WHO = (
    r"(?:(?<!conference )(?:author|writer|reviewer|chair|chairman|chairwoman|chairperson|scrutineer)s?"
    r"|(?:independent|safeguarding|review)\sconsultants?)"
)
_BODY = r"(?:board|panel|partnership|review|report|lscb|lscp|scr|dhr|sar|group|team)"
_OF = rf"(?:\s(?:of|for|to)\s(?:the|this|our|your)?\s?(?:[\w'’]+\s){{0,4}}{_BODY})?"
_NOT_OF = r"(?!\s(?:of|for|to)\b(?!\s(?:the|this)?\s?(?:[\w'’]+\s){0,4}" + _BODY + r"\b))"
_ROLE = rf"\b{_MODIFIER}{_WHO}(?:\s?(?:and|/|&)\s?{_MODIFIER}{_WHO})?{_OF}"

_BEFORE = re.compile(
    rf"(?:{_ROLE}(?:\s?[:(,–—-]|\s(?:is|was|are|were|being|will be))?"
    rf"|\b(?:{_BODY}|study)\b[^.;:]{{0,60}}\b(?:chaired|written|authored|prepared|led|facilitated"
    rf"|undertaken|completed|conducted)(?:\sjointly)?\sby"
    r"|^\W{0,3}(?:report|overview report|written|prepared|authored|review)\s(?:and\s\w{4,10}\s)?by:?"
    rf"|\b(?:board|partnership|panel|lscb|lscp|csp)\b[^.;:]{{0,40}}\b(?:commissioned|appointed|engaged)(?:\s{_ROLE})?)"
    r"\s{0,3}$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    (
        r"\b(?:letters?|statements?|assessments?|referrals?|conferences?|strategy|core group|meetings?|core "
        r"assessment|plan|visit)\b[^.;:]{0,60}$"
    ),
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:,?\s[(–—-]?\s?|\s?[,(–—:-]\s?)(?:(?:is|was|has been|were)\s)?(?:(?:the|an?|our|its"
    rf"|this)\s)?{_ROLE}\b{_NOT_OF}"
    rf"|\sas\s(?:(?:the|an?|our)\s)?{_ROLE}\b{_NOT_OF}"
    rf"|,?\s(?:and\s\S{{1,20}}\s\S{{1,20}}\s)?(?:has\s|have\s|was\s)?(?:chairs|chaired|wrote|authored|led"
    rf"|leads)\s(?:the|this|our|many|over)\s(?:\w+\s){{0,3}}{_BODY}\b"
    rf"|,?\s(?:was|has been|were)\s(?:appointed|commissioned|engaged|asked)\s[^.;]{{0,40}}?(?:{_WHO}"
    rf"|\b(?:lead|chair|undertake|write|conduct|author)\b[^.;]{{0,30}}{_BODY})\b"
    r"|,?\sis\san?\sindependent\s(?:social work|safeguarding|consultant|author|trainer)",
    re.IGNORECASE,
)
_HONOURS = re.compile(r",?\s\(?(?:OBE|MBE|CBE|DBE|KBE|QPM|CQSW|JP|PhD|MSc|LLB|DipSW)\b")
_CUE = re.compile(
    r"\b(?:author|writer|review|chair|scrutineer|consultant|panel|board|partnership|report|study|OBE|MBE|CBE|QPM|CQSW)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"\W{{0,3}}(?:{_ROLE}|(?:written|prepared|authored|signed|report|chaired)\sby|signed)\W{{0,3}}", re.IGNORECASE
)
_PANEL = re.compile(
    r"\b(?:panel|review (?:team|group)|(?:members?|membership|composition) of the (?:panel|board|review"
    r"|scr|dhr|team|group)|contributors to the (?:review|report)"
    r"|about the (?:author|reviewer|chair)|the (?:independent )?(?:lead )?(?:author|reviewer)s?|author"
    r"|independence|statement of independence)\b",
    re.IGNORECASE,
)
_PANEL_SAID = re.compile(
    (
        r"\bpanel\b[^.;]{0,60}\b(?:compris\w{1,4}|consist\w{0,4} of|members? (?:were|are|was|is)|membership"
        r"|made up (?:of|as))\b|\bpanel members?\s?:"
    ),
    re.IGNORECASE,
)
_FAMILY_TABLE = re.compile(r"relation|child|age\b|born|birth|family|pseudonym|referred|this report", re.IGNORECASE)
_NAME_HEAD = re.compile(r"\W*(?:name|member|panel member|names|representative)s?\W*", re.IGNORECASE)
_ROLE_HEAD = re.compile(
    r"\b(?:seat|representing|role|agency|organisation|designation|job|title|position|post)\b", re.IGNORECASE
)
_CLOSING = re.compile(r"\W*(?:yours (?:sincerely|faithfully)|signed)\W*", re.IGNORECASE)
_ENDS = re.compile(r"\s?(?:[(,;.:–—-]|$)|\s(?:and|as|from|of)\b")
_PLURAL = re.compile(
    r"(?:\bby|\w(?:authors|reviewers|chairs|writers)(?:\s(?:were|are))?|appointed|commissioned|engaged)\W{1,3}$"
)
_AND = re.compile(r" and (?:(?:Dr|Prof|Professor|Sir|Dame|Mr|Mrs|Ms|Miss)\.? )?")
_BEGINS = re.compile(
    r"[\s•*–\d.)-]{0,8}(?:(?:Detective|Chief|Acting|Temporary|Inspector|Superintendent|Sergeant|Constable"
    r"|Councillor)\s){0,4}"
)
_FAMILY = re.compile(r"\b(?:mother|father|partner|aunt|uncle|grand\w{6}|brother|sister|sibling|son|daughter|carer)\b")
_PARTS = frozenset({"body", "table", "textbox", "header", "footer"})
_FRONT = 30
"""The title page, and a foreword's signature, stand among the first blocks."""


def presented(document: Document) -> Iterator[NameShape]:
    """The names of those whom the report presents as its author, chair or panel; a name may come several times."""
    blocks = [block for block in document.blocks if block.part in _PARTS and block.text.strip()]
    heads: list[str] = []
    title = min(len(blocks), _FRONT)
    said_panel = False
    for number, block in enumerate(blocks):
        found: Sequence[NameShape] = ()
        panel = _under_panel(block) or (said_panel and (block.cell is not None or len(block.text) < 200))
        if block.cell is not None:
            if block.cell.row == 1:
                heads = [*([] if block.cell.column == 1 else heads), block.text]
            found = [*_in_table(block, heads, panel=panel), *_said(block.text)]
        elif panel and not block.level:
            found = [*_listed(block.text), *_said(block.text)]
        elif _CUE.search(block.text):
            found = list(_said(block.text))
        yield from (name for name in found if name.whole)
        if number < title or _CLOSING.fullmatch(blocks[number - 1].text):
            yield from _alone(blocks, number)
        if block.cell is None and (len(block.text) >= 200 or _PANEL_SAID.search(block.text) or block.level):
            said_panel = bool(_PANEL_SAID.search(block.text))


def _said(text: str) -> Iterator[NameShape]:
    """The names in a sentence that makes them author, chair or panel."""
    listed = _PANEL_SAID.search(text)
    joined: NameShape | None = None
    for name in names(text) if _CUE.search(text) else ():
        before, after = text[max(0, name.start - _REACH) : name.start], text[name.end : name.end + _REACH]
        if (
            (_BEFORE.search(before) and not _NOT_BEFORE.search(before))
            or (_AFTER.match(after) and not _NOT_BEFORE.search(after[:60] + "."))
            or (listed and listed.end() <= name.start and _in_list(text, listed.end(), name))
            or (joined and _AND.fullmatch(text, joined.end, name.start) and _ENDS.match(after))
        ):
            yield name
            joined = name if _PLURAL.search(before) else None


def _in_list(text: str, begin: int, name: NameShape) -> bool:
    """Whether the name is an item of the list that begins there, in the same sentence."""
    between = text[begin : name.start].replace("Dr.", "")
    return "." not in between and _ENDS.match(text, name.end) is not None


def _listed(text: str) -> Iterator[NameShape]:
    """The name that an item of a list under such a heading begins with, and names with honours."""
    for name in names(text):
        follows = text[name.end : name.end + 3].strip()
        begins = _BEGINS.fullmatch(text, 0, name.start) is not None and not _FAMILY.search(text)
        if (begins and len(text) < 300 and (not follows or follows[0] in ",:–—-(\t|")) or _HONOURS.match(
            text, name.end
        ):
            yield name


def _alone(blocks: Sequence[Block], number: int) -> Iterator[NameShape]:
    """The name that a short line of the title page is, where the line before or after it says in what part."""
    text = blocks[number].text.strip()
    if len(text) > 80 or blocks[number].cell is not None:
        return
    for name in names(text):
        if text.startswith(text[name.start : name.end]) and (
            _HONOURS.match(text, name.end)
            or (
                name.end >= len(text.rstrip(" ,.")) - 1
                and any(
                    _LABEL.fullmatch(other.text.strip()) or _CLOSING.fullmatch(other.text)
                    for other in (*blocks[max(0, number - 1) : number], *blocks[number + 1 : number + 2])
                )
            )
        ):
            yield name


def _in_table(block: Block, heads: Sequence[str], *, panel: bool) -> Iterator[NameShape]:
    """The names in the name column of a table about the panel; a table about a family is none."""
    if not panel or block.cell is None or any(_FAMILY_TABLE.search(head) for head in heads):
        return
    named = [head for head in heads if _NAME_HEAD.fullmatch(head)]
    if named and any(_ROLE_HEAD.search(head) for head in heads):
        wanted = bool(_NAME_HEAD.fullmatch(block.cell.header))
    else:
        wanted = not named
    for name in names(block.text) if wanted else ():
        if _BEGINS.fullmatch(block.text, 0, name.start):
            yield name


def _under_panel(block: Block) -> bool:
    return bool(block.headings) and _PANEL.search(block.headings[-1]) is not None and len(block.headings[-1]) < 100
