"""What each kind of review is called. The words stand in terms.yaml, where a practitioner can mend them."""

from __future__ import annotations

from functools import cache

from scr_docs import yaml_file
from scr_docs.case.model import ReviewKind
from scr_docs.yaml_file import Strict, Text


class Terms(Strict):
    """The words for one kind of review."""

    review: Text
    short: Text
    board: Text
    board_plain: Text
    subject_word: Text
    statute: Text
    guidance: Text


class _AllTerms(Strict):
    scr: Terms
    lcspr: Terms
    cpr: Terms
    sar: Terms
    dhr: Terms


@cache
def terms(kind: ReviewKind) -> Terms:
    """The words for this kind of review."""
    found: Terms = getattr(yaml_file.shipped(__file__, "terms.yaml", _AllTerms), kind)
    return found
