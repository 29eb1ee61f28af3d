"""Strict OOXML, as Word writes it on request: the same vocabulary as ever, under other names of namespaces."""

from __future__ import annotations

import re

_NAMES = re.compile(
    rb"(?<=[\"'])http://purl\.oclc\.org/ooxml/"
    rb"(wordprocessingml|officeDocument|drawingml|spreadsheetml|presentationml|schemaLibrary)/([\w/]+)(?=[\"'])"
)
_WITH_HYPHEN = re.compile(rb"(extended|custom)Properties$")


def transitional(data: bytes) -> bytes:
    """The XML of a part with Strict names of namespaces, types and relationships replaced by the usual ones."""
    return _NAMES.sub(_usual, data) if b"purl.oclc.org/ooxml" in data else data


def _usual(match: re.Match[bytes]) -> bytes:
    family, rest = match.groups()
    return b"http://schemas.openxmlformats.org/" + family + b"/2006/" + _WITH_HYPHEN.sub(rb"\1-properties", rest)
