"""A text message: in the letters of the GSM alphabet, counted as GOV.UK Notify counts, and refused where it tells.

A telephone may lie on a table. A text names nobody but its recipient and its sender, and neither the review nor a
service. Counting: 160 letters in one message, 153 in each part of several; with one letter outside the alphabet 70 and
67 (3GPP TS 23.038; GOV.UK Notify on the length of text messages). GOV.UK Notify sends no more than 918 letters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from scr_docs.case import Case, Person
from scr_docs.case.terms import terms
from scr_docs.names.known.judging import is_ordinary
from scr_docs.names.known.variants import PARTICLES
from scr_docs.names.text.fold import fold

MOST = 918

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_DOUBLE = frozenset("^{}\\[~]|€")
"""Letters of the alphabet's extension, which count as two."""

_PLAIN = str.maketrans({
    **dict.fromkeys("‘’‚‛′ʼ´`", "'"), **dict.fromkeys("“”„‟″", '"'), **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " "), "…": "...", "•": "-",
    **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad", None),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """How long a message is: letters as they are counted, messages, and whether every letter is in the alphabet."""

    letters: int
    messages: int
    gsm: bool

    def __str__(self) -> str:
        parts = "1 text message" if self.messages == 1 else f"{self.messages} text messages"
        why = "" if self.gsm else "; a letter outside the alphabet of text messages makes each of them shorter"
        return f"{parts}, {self.letters} letters{why}"


def straight(text: str) -> str:
    """The message with straight quotes and hyphens, and each paragraph on one line."""
    plain = text.translate(_PLAIN)
    return "\n".join(" ".join(line.split()) for line in plain.strip().split("\n"))


def count(text: str) -> Count:
    """How many letters and messages this is, as the networks and GOV.UK Notify count."""
    gsm = all(letter in _GSM or letter in _DOUBLE for letter in text)
    if gsm:
        letters, one, several = len(text) + sum(letter in _DOUBLE for letter in text), 160, 153
    else:
        letters, one, several = len(text.encode("utf-16-le")) // 2, 70, 67
    return Count(letters, 1 if letters <= one else -(-letters // several), gsm)


def telling(text: str, case: Case, recipient: Person) -> Iterator[str]:
    """What the message names that a text message must not, by kind and never by value."""
    subject = case.subject
    theirs = frozenset(_words(" ".join((*subject.names, subject.greeting or ""))).split()) if subject else frozenset()
    own = _words(" ".join((*recipient.names, recipient.greeting or ""))).split()
    if any(_is_name(word, theirs.difference(own)) for word in re.findall(r"[^\W_]+", text)):
        yield "it names the person whom the review is about"
    said = f" {_words(text)} "
    called = terms(case.review.kind)
    for kind, values in (
        ("the review", (called.review, called.short, case.reference)),
        ("the board", (case.board.name, case.board.short_name, called.board)),
        ("a service", (*(one.name for one in case.support), *(place.name for place in case.places), *_agencies(case))),
    ):
        if any(f" {_words(value)} " in said for value in values if value):
            yield f"it names {kind}"


def _is_name(word: str, names: Collection[str]) -> bool:
    """Whether a word is one of these names; one that is an ordinary word too ("Grace", "Van") has a capital then."""
    folded = _words(word)
    if len(folded) < 2 or folded not in names:
        return False
    return word[0].isupper() or not (is_ordinary(folded) or folded in PARTICLES)


def _agencies(case: Case) -> Iterator[str]:
    return (one.agency for one in case.professionals if one.agency)


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text).text))
