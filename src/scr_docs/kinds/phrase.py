"""Kind `phrase`: words that should not stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator

from scr_docs.errors import did_you_mean, one_of
from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.names.dates import PLACEHOLDERS
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict, wrong

_UNBOUNDED = re.compile(r"\)(?:[+*]|\{\d*,\})")


def compile_pattern(value: object) -> object:
    """A pattern of a rule as a regular expression; {date}, {number} and their like stand for what PLACEHOLDERS says."""
    if not isinstance(value, str):
        return value
    value = re.sub(r"(\[(?:\\.|[^\]])*\])|'", lambda found: found[1] or "['’]", value)
    for word in re.findall(r"\{([a-z_]+)\}", value):
        if word not in PLACEHOLDERS:
            near = did_you_mean(word, PLACEHOLDERS)
            known = one_of([f"{{{name}}}" for name in sorted(PLACEHOLDERS)])
            raise wrong(
                "holds a {…} that stands for nothing", expected=known, mend=f"Did you mean {{{near}}}?" if near else ""
            )
        value = value.replace(f"{{{word}}}", PLACEHOLDERS[word])
    if _UNBOUNDED.search(value):
        raise wrong("repeats a group without an end, which can take for ever", expected="a bound, such as {0,5}")
    try:
        return re.compile(value, re.IGNORECASE)
    except re.error as error:
        raise wrong(f"is no pattern: {error.msg}", expected="words, or a regular expression") from None


Pattern = Annotated[re.Pattern[str], BeforeValidator(compile_pattern)]


class Params(Strict):
    """What such a rule looks for."""

    patterns: tuple[Pattern, ...]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each place where one of the patterns stands."""
    for block in reading.document.blocks:
        if block.part in rule.entry.scope:
            taken = 0
            found = sorted(match.span() for pattern in rule.params.patterns for match in pattern.finditer(block.text))
            for start, end in found:
                if start >= taken and end > start:
                    yield rule.finding(block.text[start:end], location=Location.of(block, start, end))
                    taken = end
