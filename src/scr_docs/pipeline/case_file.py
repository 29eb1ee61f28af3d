"""A new case file, and what a case file still lacks."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scr_docs import case as cases
from scr_docs import settings
from scr_docs.case import Case, schema
from scr_docs.case.advice import advice
from scr_docs.errors import Mistake, OutputError, did_you_mean
from scr_docs.letters.needs import Needs, needs
from scr_docs.letters.order import STAGES
from scr_docs.letters.stages import Stage, stages
from scr_docs.output.write import write


@dataclass(frozen=True, slots=True)
class CaseCheck:
    """A case file without mistakes: how many people, what deserves a look and where, and what each stage needs."""

    people: int
    advice: tuple[tuple[str, str], ...]
    needs: Mapping[str, Needs]


def new_case(folder: Path) -> Path:
    """The path of a new case.yaml in `folder`, with its schema beside it. OutputError where one is there already."""
    path = folder / "case.yaml"
    if path.exists():
        raise OutputError(
            Mistake("There is a case file already", str(path), mend="Choose another folder; nothing was changed")
        )
    write(path.with_name(schema.SHIPPED.name), schema.SHIPPED.read_bytes())
    write(path, Path(schema.__file__).with_name("new_case.yaml").read_bytes())
    return path


def check_case(path: Path) -> CaseCheck:
    """What a right case file holds and lacks. Raises CaseError with every mistake where it is not right."""
    case = cases.load(path)
    every = stages(settings.load(path).templates)
    today = datetime.datetime.now().astimezone().date()
    line = cases.lines(path, case)
    told = [(line(place), place, why) for place, why in (*advice(case, today), *_unknown_stages(case, every))]
    placed = ((f"line {number}: {place}" if number else place, why) for number, place, why in told)
    return CaseCheck(len(case.people), tuple(placed), {stage.name: needs(stage, case, today) for stage in every})


def _unknown_stages(case: Case, every: Sequence[Stage]) -> Iterator[tuple[str, str]]:
    """The contacts whose stage is no letter's: one that is mistyped would let the letter go out a second time."""
    known = (*STAGES, *(stage.name for stage in every))
    for number, contact in enumerate(case.contacts):
        if contact.stage and contact.stage not in known:
            near = did_you_mean(contact.stage, known)
            yield f"contacts[{number}].stage", "is no stage of letters" + (f"; did you mean {near}?" if near else "")
