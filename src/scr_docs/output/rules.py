"""`rules` and `explain`: what is checked, why, and how to put it right, in the words of the rule's entry."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from scr_docs.pack import Example, Rule


def listing(rules: Sequence[Rule]) -> str:
    """One line for each rule, grouped by pack."""
    width = max(len(rule.id) for rule in rules)
    lines: list[str] = []
    for pack, group in groupby(rules, key=lambda rule: rule.pack):
        lines += ["", pack] if lines else [pack]
        lines += [f"  {rule.id:<{width}}  {rule.severity:<8}  {_plain(rule)}" for rule in group]
    return (
        "\n".join([*lines, "", "“scr-docs explain RULE” says why a rule is there and how to put right what it finds."])
        + "\n"
    )


def explanation(rule: Rule) -> str:
    """Everything that the rule's entry says, for reading on a terminal."""
    entry = rule.entry
    lines = [f"{rule.id}  ({rule.severity})", "", *_wrapped(_plain(rule) + "."), ""]
    parts = [("Why it matters", entry.why), ("How to put it right", entry.fix), ("When it may be wrong", entry.limits)]
    for head, text in parts:
        if text:
            lines += [head, *_wrapped(text), ""]
    lines += ["Found by this rule", *_examples(entry.bad), "", "Not found", *_examples(entry.good), ""]
    lines += ["Source", *_wrapped(entry.source)]
    return "\n".join(lines) + "\n"


def as_json(rules: Sequence[Rule]) -> str:
    """The rules as a JSON list."""
    return json.dumps([_data(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def _data(rule: Rule) -> dict[str, Any]:
    entry = rule.entry
    return {
        "rule": rule.id,
        "severity": str(rule.severity),
        "documents": rule.documents,
        "message": entry.message,
        "why": entry.why,
        "fix": entry.fix,
        "limits": entry.limits,
        "source": entry.source,
        "bad": [dict(example.shown) for example in entry.bad],
        "good": [dict(example.shown) for example in entry.good],
    }


def _plain(rule: Rule) -> str:
    """The rule's message without the places for what is found."""
    message = rule.entry.message.replace(": {quote}", "").replace("{person}", "somebody").replace("{words}", "…")
    return message[:1].upper() + message[1:]


def _examples(examples: Sequence[Example]) -> Iterator[str]:
    for example in examples:
        for part, text in example.shown:
            where = "" if part == "body" else f"[{part}] "
            lines = [line for line in text.splitlines() if line.strip()]
            for number, line in enumerate(lines):
                yield from textwrap.wrap(
                    (where if number == 0 else "") + line,
                    96,
                    initial_indent="  - " if number == 0 else "    ",
                    subsequent_indent="    ",
                )


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 96, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
