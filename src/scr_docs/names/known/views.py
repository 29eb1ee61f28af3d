"""A text as it would read if its words were not run together, broken over lines, spaced out or encoded for the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from scr_docs.names.text.fold import Folded, unfolded

_SMALL, _CAPITAL = "a-zß-öø-ÿ", "A-ZÀ-ÖØ-Þ"
_MAY_DIFFER = re.compile(
    rf"(?P<camel>(?<=[{_SMALL}])(?=[{_CAPITAL}])|(?<=[{_CAPITAL}])(?=[{_CAPITAL}][{_SMALL}]))"
    r"|(?P<broken>(?<=[^\W\d_])[-‐\xad]\s{1,4}(?=[^\W\d_]))"
    r"|(?P<spaced>(?<![\w.])(?:[^\W\d_][ .\xa0]){2,30}[^\W\d_](?!\w))"
    r"|(?P<encoded>(?:%[0-9A-Fa-f]{2}){1,12}|_x[0-9A-Fa-f]{4}_)"
)


def views(text: str) -> Iterator[Folded]:
    """The text folded in another way than as it stands; nothing where there is no other."""
    if edits := [(match.start(), match.end(), _instead(match)) for match in _MAY_DIFFER.finditer(text)]:
        yield unfolded(text).replaced(edits).folded()


def _instead(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "camel":
            return " "
        case "broken":
            return ""
        case "spaced":
            return re.sub(r"[ .\xa0]", "", match[0])
        case _:
            return chr(int(match[0][2:-1], 16)) if match[0][0] == "_" else unquote(match[0])
