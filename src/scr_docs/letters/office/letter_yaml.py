"""What is wrong in a letter.yaml that only the rules, the other stages and the case file can tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from scr_docs.case import Case
from scr_docs.errors import Mistake, did_you_mean
from scr_docs.letters.stages import Stage
from scr_docs.pack import Rule


def mistakes(stage: Stage, rules: Sequence[Rule], stages: Collection[str]) -> Iterator[Mistake]:
    """Rules, stages and keys of the case file that do not exist, and versions that are told of and not there."""
    where, entry = f"{stage.name}/letter.yaml", stage.entry
    names = [rule.id for rule in rules]
    asked = [("must_have", name) for name in entry.must_have]
    asked += [
        (f"versions.{version}.must_have", name) for version, told in entry.versions.items() for name in told.must_have
    ]
    for place, name in asked:
        if name not in names:
            yield _unknown("rule", name, names, where, place)
    for name in entry.fits.after:
        if name not in stages:
            yield _unknown("stage", name, stages, where, "fits.after")
    keys = frozenset(_keys(Case))
    for key in entry.needs:
        if key not in keys:
            yield _unknown("key of the case file", key, keys, where, "needs")
    for version in ("easy-read", "young-person", "subject"):
        if stage.version(version) and version not in entry.versions:
            mend = f"Add {version} under versions, with must_have, a list of rules"
            yield Mistake(f"It does not say what {version}.docx must say", where, place="versions", mend=mend)


def notes(stage: Stage) -> Iterator[Mistake]:
    """What is not wrong and may yet be meant otherwise."""
    where = f"{stage.name}/letter.yaml"
    for version in stage.entry.versions:
        if not stage.version(version):
            yield Mistake(f"It tells of {version}, and there is no {version}.docx", where, place="versions")
    if not stage.entry.must_have:
        told = "It names nothing that the letter must say, so nothing that is lost will be missed"
        yield Mistake(told, where, place="must_have", mend="“scr-docs rules” lists what can be asked for (letters.…)")


def _unknown(what: str, name: str, known: Collection[str], where: str, place: str) -> Mistake:
    near = did_you_mean(name, known)
    return Mistake(f"There is no {what} {name}", where, place=place, mend=f"Did you mean {near}?" if near else None)


def _keys(model: Any, above: str = "") -> Iterator[str]:
    """The dotted keys of the case file that a stage can need; a list is one key."""
    for name, info in model.model_fields.items():
        key = f"{above}{info.alias or name}"
        yield key
        annotation = info.annotation
        for one in (annotation, *get_args(annotation)):
            if isinstance(one, type) and issubclass(one, BaseModel) and not _is_list(annotation):
                yield from _keys(one, f"{key}.")


def _is_list(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) in {tuple, list, dict}
