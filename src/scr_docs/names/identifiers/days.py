"""Dates that the words around them call a day of birth or of death."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.names.days.dates import dates
from scr_docs.names.identifiers.shape import Shape, sentence_before

_BIRTH_WORD = (
    r"d[./]?\s?of?[./]?\s?b\b\.?|dates?\s+of\s+birth|birth\s?dates?|birth[\s-]?day|b['’]?day\b|date\sborn|days?\sof\sbirth"
    r"|came\sinto\sthe\sworld|birth\stook\splace"
)
_FILLER = (
    r"(?:,?\s{0,2}\(?(?:is|was|being|of|on|or|about|given|recorded|as|in|the|\w{3,6}day,?)\b){0,5}"
    r"[\s:;,/=(–—-]{0,4}(?:the\s+)?$"
)
# What tells that the words between "born" and a date are about something else.
_ELSEWHERE = (
    r"(?:and|but|who|which|when|while|after|before|since|until|then|that|because|came|moved|died|seen|admitted|removed"
    r"|met|placed|arrived|in\scare|led|conference|referr\w+|wrong|missing|review|visit\w*|meeting|party|report|letter|form)\b"
)
_WORDS = rf"(?:[\s:,/=(–—-]{{1,3}}(?!{_ELSEWHERE})[\w.'’-]{{1,20}}){{0,10}}?"
_BIRTH = re.compile(
    r"(?:\b(?:(?:still|new)?born|gave birth|giving birth|birth"
    r"|(?:twins|baby|babies|boy|girl|infant)\s(?:was\s|were\s)?delivered"
    r"|delivered\sby\s(?:emergency|elective|caesarean|c-?section|forceps|ventouse|section)"
    rf"|arrived(?=\s(?:safely|early|by|prematurely)))|\(b\.?|\bb\.|\b(?:{_BIRTH_WORD}))"
    rf"(?:\s(?:prematurely|early|safely))?(?:\s(?:at|in|by|to|of){_WORDS}\s(?=on\b))?" + _FILLER,
    re.IGNORECASE,
)
_BIRTH_WORDS_AWAY = re.compile(
    rf"\b(?:{_BIRTH_WORD}){_WORDS}\s?(?:[\s:,/=(–—-]{{1,4}}|\b(?:on|as|is|was|of|being|the)\s)$|\bborn\b{_WORDS}\son\s(?:the\s)?$",
    re.IGNORECASE,
)
_BIRTH_AFTER = re.compile(
    rf"\s?[(\[,:–—/-]{{0,2}}\s?(?:(?:as|is|was|being|it|given|recorded|entered|written|the|his|her|their|a|child|baby|mother|father"
    rf"|sibling)(?:['’]s)?\s){{0,5}}(?:\w+['’]s?\s)?(?:\w+\s)?(?:{_BIRTH_WORD})"
    r"|\s?[(\[]\s?(?:birth|born)|,?\s(?:as\s)?(?:the\s)?(?:day|date)\s(?:on\swhich\s|that\s|when\s)?(?:\w+\s){1,3}was\sborn"
    r"|\s?[:–—-]\s(?:birth\sof|born)\b",
    re.IGNORECASE,
)
_BIRTH_LABEL = re.compile(rf"\b(?:{_BIRTH_WORD})|^\W*(?:born|birth|b\.)", re.IGNORECASE)

_DEATH_WORD = r"d[./]?\s?o[./]?\s?d\b\.?|dates?\s+of\s+death"
_DEATH = re.compile(
    rf"\b(?:died|death|deaths|passed\saway|pronounced\sdead|found\sdead|{_DEATH_WORD})"
    r"(?:\s(?:suddenly|peacefully|tragically|unexpectedly))?"
    r"(?:\s(?:at|in|by|of)\s(?:(?!and\b|but\b|who\b|when\b)[\w'’-]+\s){1,5}(?=on\b))?" + _FILLER,
    re.IGNORECASE,
)
_DEATH_AFTER = re.compile(rf"\s?[(\[]\s?(?:{_DEATH_WORD}|death)", re.IGNORECASE)
_DEATH_LABEL = re.compile(rf"\b(?:{_DEATH_WORD})|^\W*(?:died|death)\b", re.IGNORECASE)

_AROUND_A_BIRTH = re.compile(
    r"\b(?:after|before|since|following|until|when)\b[^,;.]{0,60}\b(?:born|birth|delivered)\b[^,;.]{0,20},\s+(?:on\s+)?(?:the\s+)?$"
    r"|\bborn\s(?:out\s)?of\s(?:a|an|the)\b",
    re.IGNORECASE,
)
"""What happened on that day came before or after the birth: "Before he was born, on 3 May, she was seen"."""

_REACH = 90
_JOINED = re.compile(r"\s*(?:,|;|&|/|\band\b|,\s*and\b)\s*")


def birth_dates(text: str, context: str) -> Iterator[Shape]:
    """The dates that the words before them, or the `context` of a table's header or label, call a date of birth."""
    return _named(text, context, (_BIRTH, _BIRTH_WORDS_AWAY), _BIRTH_AFTER, _BIRTH_LABEL)


def death_dates(text: str, context: str) -> Iterator[Shape]:
    """The dates that the words before them, or the `context` of a table's header or label, call a date of death."""
    return _named(text, context, (_DEATH,), _DEATH_AFTER, _DEATH_LABEL)


def _named(
    text: str, context: str, before: tuple[re.Pattern[str], ...], after: re.Pattern[str], label: re.Pattern[str]
) -> Iterator[Shape]:
    labelled = any(label.search(words) and len(words.split()) <= 5 for words in context.split("|"))
    last = -1
    for found in dates(text):
        joined = last >= 0 and _JOINED.fullmatch(text[last : found.start])
        words = sentence_before(text, found.start, _REACH)
        told = any(pattern.search(words) for pattern in before) and not _AROUND_A_BIRTH.search(words)
        if labelled or joined or told or after.match(text, found.end):
            yield Shape(found.start, found.end, found.day.isoformat())
            last = found.end
