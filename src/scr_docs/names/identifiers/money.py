"""Numbers of accounts and cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban, luhn

from scr_docs.names.days.dates import dates
from scr_docs.names.identifiers.shape import (
    Shape,
    compact,
    in_order,
    labels,
    sentence_after,
    sentence_before,
    shape_of,
    small_words,
    words_of,
)

_CARD = re.compile(r"(?<![\w/.-])\d(?:[\s-]?\d){12,18}(?![\w/-])")
_CARD_WORD = re.compile(r"\b(?:cards?|visa|mastercard|debit|credit|amex)\b", re.IGNORECASE)
_GROUPED_CARD = re.compile(r"[3-6]\d{3}([\s-])\d{4}\1\d{4}\1\d{4}|3[47]\d\d([\s-])\d{6}\2\d{5}")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d\d(?:\s?[A-Z0-9]){11,30}(?![A-Za-z0-9])")
_SORT = r"\d\d[\s.‑–-]{0,2}\d\d[\s.‑–-]{0,2}\d\d"
_PAIR = re.compile(
    rf"(?<![\w/.-])({_SORT})([\s,;/]{{1,3}}(?:a/?c\.?\s|account\s)?(?:(?:no\.?"
    rf"|number)[\s:]{{1,2}})?)(\d{{8}})(?![\w/-])(?!\.\d)",
    re.IGNORECASE,
)
_WRITTEN_PAIR = re.compile(r"\d\d([-‑–])\d\d\1\d\d")
_SORT_CODE = re.compile(rf"(?<![\w/.-]){_SORT}(?![\w/-])(?!\.\d)")
_ACCOUNT = re.compile(r"(?<![\w/.-])\d(?:[\s/-]?\d){5,9}(?![\w/-])")
_SORT_WORD = re.compile(
    r"(?:sort(?:ing)?[\s-]?codes?|\bsort|\bs/?c)(?:\s(?:no\.?|number|is|was|of|given|as)){0,3}[\s:;,#=/(–-]{0,4}$",
    re.IGNORECASE,
)
_ACCOUNT_WORD = re.compile(
    r"(?:\b(?:bank|building\ssociety|savings|current|post\soffice|joint)\saccounts?|\baccount|\ba/c|\bacc(?:t"
    r"|ount)?\.?|\broll)"
    r"(?:\s?(?:nos?\.?|numbers?|num\.?|#|ref(?:erence)?|was|is|of|ending(?:\sin)?|named?|under|given|as|for|in|the"
    r"|name|his|her|their|into|to|sort|code)){0,6}[\s:;,#=/(–-]{0,4}$",
    re.IGNORECASE,
)
_BANKS = words_of("""
    barclays lloyds natwest hsbc santander halifax nationwide tsb monzo starling rbs barclaycard metro coop revolut
    chase
""")
_BANK_WORD = re.compile(rf"bank|account|\ba/c|sort|{'|'.join(sorted(_BANKS))}", re.IGNORECASE)


def card_numbers(text: str, context: str) -> Iterator[Shape]:
    """The numbers of payment cards: a right check digit, and grouped as on the card or near a word for one."""
    for match in _CARD.finditer(text):
        digits = compact(match[0])
        if not luhn.is_valid(digits) or len(set(digits)) == 1:
            continue
        near = sentence_before(text, match.start(), 60) + context
        if _GROUPED_CARD.fullmatch(match[0]) or _CARD_WORD.search(near):
            yield shape_of(match)


def ibans(text: str, _context: str) -> Iterator[Shape]:
    """The international account numbers with right check digits."""
    for match in _IBAN.finditer(text):
        words = match[0].split()
        while words:  # capitals may follow it
            if iban.is_valid("".join(words)):
                length = sum(map(len, words)) + len(words) - 1
                yield Shape(match.start(), match.start() + length, compact(match[0][:length]))
                break
            words.pop()


def bank_accounts(text: str, context: str) -> Iterator[Shape]:
    """Sort codes and account numbers: a pair of them, or a number that words call one."""
    named = " ".join(labels(context)).lower()
    if (
        not named
        and not _PAIR.search(text)
        and small_words(text).isdisjoint(
            {
                "account",
                "accounts",
                "acc",
                "acct",
                "a",
                "sc",
                "sort",
                "sorting",
                "sortcode",
                "roll",
                "bank",
                "building",
                *_BANKS,
            }
        )
    ):
        return
    yield from in_order(_accounts(text, named))


def _accounts(text: str, named: str) -> Iterator[Shape]:
    taken = 0
    for match in _PAIR.finditer(text):
        if _WRITTEN_PAIR.fullmatch(match[1]) or _BANK_WORD.search(
            sentence_before(text, match.start(), 60) + match[2] + sentence_after(text, match.end(), 30) + named
        ):
            yield shape_of(match, 1)
            yield shape_of(match, 3)
            taken = match.end()
    for pattern, word, label in ((_SORT_CODE, _SORT_WORD, "sort code"), (_ACCOUNT, _ACCOUNT_WORD, "account")):
        for match in pattern.finditer(text, taken):
            called = label in named and ("n" in named.replace(label, "") or label == "sort code")
            if not _is_day(match[0]) and (called or word.search(sentence_before(text, match.start(), 60))):
                yield shape_of(match)


def _is_day(written: str) -> bool:
    """Whether the figures are a day of the calendar and no sort code, which has no strokes."""
    return "/" in written and any(day.end - day.start == len(written) for day in dates(written))
