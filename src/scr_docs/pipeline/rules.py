"""The rules that documents are held against: the shipped ones, and those of a board's own folders."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from scr_docs import engine, pack, resources
from scr_docs.errors import PackError
from scr_docs.kinds import PARAMS
from scr_docs.pack import EXAMPLE_CASE, Rule
from scr_docs.pipeline.given import case_at, state


@cache
def _rules_of(folders: tuple[Path, ...], _state: tuple[object, ...]) -> tuple[Rule, ...]:
    """The rules as the folders are in this state: a process may run for long, and packs are edited."""
    shipped = resources.folder("checks")
    rules = pack.load([shipped], PARAMS)
    own = pack.load(folders, PARAMS, shipped=False) if folders else ()
    pack.refuse_doubles((*rules, *own))
    for folder in folders:
        example = folder / EXAMPLE_CASE if (folder / EXAMPLE_CASE).is_file() else shipped / EXAMPLE_CASE
        mine = [rule for rule in own if Path(rule.file).parent == folder]
        if mistakes := list(engine.try_examples(mine, case_at(example))):
            raise PackError(*mistakes)
    return (*rules, *own)


def all_rules(folders: Sequence[Path]) -> tuple[Rule, ...]:
    """The shipped rules and those of the folders, which are tried on their own examples first. Raises PackError."""
    return _rules_of(tuple(folders), tuple(state(file) for folder in folders for file in sorted(folder.glob("*.y*ml"))))


@cache
def rules_of_personal_data() -> tuple[Rule, ...]:
    """The shipped rules of the pack personal-data."""
    return pack.load([resources.folder("checks")], PARAMS, only="personal-data")
