"""The ways of checking, one a file: check(rule, reading) gives findings. This dict is the whole register."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scr_docs.finding import Finding
from scr_docs.kinds import absent, hidden, involvement, known, mentioned, phrase, reason_given, says, shape
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


@dataclass(frozen=True, slots=True)
class Kind:
    """A way of checking: the keys that it asks of a rule, and the check. Some can say nothing without a case file."""

    params: type[Strict]
    check: Callable[[Rule, Reading], Iterator[Finding]]
    needs_case: bool = False


KINDS: Mapping[str, Kind] = {
    "absent": Kind(absent.Params, absent.check),
    "hidden": Kind(hidden.Params, hidden.check),
    "involvement": Kind(involvement.Params, involvement.check),
    "known": Kind(known.Params, known.check, needs_case=True),
    "mentioned": Kind(mentioned.Params, mentioned.check, needs_case=True),
    "phrase": Kind(phrase.Params, phrase.check),
    "reason-given": Kind(reason_given.Params, reason_given.check),
    "says": Kind(says.Params, says.check, needs_case=True),
    "shape": Kind(shape.Params, shape.check),
}

PARAMS: Mapping[str, type[Strict]] = {name: kind.params for name, kind in KINDS.items()}

__all__ = ["KINDS", "PARAMS", "Kind", "Reading"]
