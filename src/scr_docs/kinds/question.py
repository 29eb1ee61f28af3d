"""Kind `question`: a question of quality marker 12, with what in the report shows that it can be answered with yes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from scr_docs.finding import Evidence, Finding, Question, Status
from scr_docs.kinds.away import called
from scr_docs.kinds.reading import Reading
from scr_docs.kinds.signs import Found, Groups, Sign, find, groups
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict, Text


class Params(Strict):
    """The question and its signs. `needs` are what must all be found, `helps` what is something where they are not.

    `evidenced` and `partly` say the same in words, for people to read and to judge by.
    """

    question: Text
    asks: Text
    evidenced: Text
    partly: Text
    needs: tuple[Sign, ...]
    helps: tuple[Sign, ...] = ()
    not_applicable_if: Literal["everybody-took-part", "nobody-took-part"] | None = None


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding about the whole report where the question is not evidenced. The answer stays in the reading."""
    answer = _answer(rule.params, reading)
    reading.answers[rule.id] = answer
    yield from findings(rule, answer)


def findings(rule: Rule, answer: Question) -> Iterator[Finding]:
    """One finding where an answer is partly or absent. {words} of the message says what is missing."""
    if answer.status in {"partly", "absent"}:
        status = "partly evidenced" if answer.status == "partly" else "not evidenced"
        yield rule.finding(words=f"{status}. Missing: {'; '.join(answer.missing)}")


def _answer(params: Params, reading: Reading) -> Question:
    people = groups(reading)
    if _not_applicable(params, reading, people):
        return Question(params.question, "not-applicable", (), params.asks)
    needed = [find(sign, reading, people) for sign in params.needs]
    helping = [find(sign, reading, people) for sign in params.helps]
    status: Status = "absent"
    if all(found.whole for found in needed):
        status = "evidenced"
    elif any(found.evidence for found in (*needed, *helping)):
        status = "partly"
    evidence: dict[tuple[str, str], Evidence] = {}
    for piece in (piece for found in (*needed, *helping) for piece in found.evidence):
        first = evidence.setdefault((piece.where, piece.text), piece)
        told_of = tuple(dict.fromkeys((*first.people, *piece.people)))
        evidence[piece.where, piece.text] = replace(first, people=told_of)
    missing = tuple(
        _missing(sign, found, reading) for sign, found in zip(params.needs, needed, strict=True) if not found.whole
    )
    return Question(params.question, status, tuple(evidence.values()), params.asks, missing)


def _not_applicable(params: Params, reading: Reading, people: Groups) -> bool:
    if params.not_applicable_if == "everybody-took-part":
        return bool(people.took_part) and not people.away
    said = any(placed.statement.kind == "non-involvement" for placed in reading.statements)
    return params.not_applicable_if == "nobody-took-part" and said and not people.took_part


def _missing(sign: Sign, found: Found, reading: Reading) -> str:
    names = [called(reading, person) for person in found.without]
    return f"{sign.missing} ({listed(names)})" if names else sign.missing


def listed(names: Sequence[str]) -> str:
    """The names as one says them: "Mother, Father and Aunt"."""
    return " and ".join(piece for piece in (", ".join(names[:-1]), *names[-1:]) if piece)
