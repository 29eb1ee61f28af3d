"""Kind `only-in-header`: a telephone number or an e-mail address that stands in a header or footer and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_REACH = re.compile(r"(?<!\d)(?:\+44|0)(?:[ ()-]{0,2}\d){9,10}(?!\d)|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")


class Params(Strict):
    """This kind asks for no keys of its own."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each of them, the first time that it stands there."""
    around = [block for block in reading.document.blocks if block.part in ("header", "footer")]
    found = [(block, match) for block in around for match in _REACH.finditer(block.text)]
    if not found:
        return
    text = "\n".join(block.text for block in reading.document.story())
    told = {_plain(match[0]) for match in _REACH.finditer(text)}
    for block, match in found:
        if _plain(match[0]) not in told:
            told.add(_plain(match[0]))
            yield rule.finding(match[0], location=Location.of(block, *match.span()))


def _plain(text: str) -> str:
    return re.sub(r"[ ()-]", "", text).casefold().replace("+44", "0")
