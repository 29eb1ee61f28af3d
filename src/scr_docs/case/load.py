"""case.yaml → Case, with every mistake of the file at once."""

from __future__ import annotations

import datetime
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scr_docs import yaml_file
from scr_docs.case.model import Case, Feedback, FeedbackLog
from scr_docs.case.values import almost_postcode, is_nhs_number, name_words, parse_date
from scr_docs.errors import CaseError, Mistake, did_you_mean
from scr_docs.yaml_file import Place, YamlFile

_ABOUT = "the case file"
_STEP = re.compile(r"(\w+)(?![\w\]])|\[([\w.-]+)\]")
"""A key of a place, or the number or id of an item."""

_REFERENCES = ("identifiers", "meetings", "feedback", "contacts", "questions")


def load(path: Path) -> Case:
    """The case file at `path`. Raises CaseError with every mistake, each with file, line, key and what was expected."""
    file = yaml_file.read(path, CaseError, about=_ABOUT)
    log = file.data.get("feedback")
    if isinstance(log, str):
        return _with_feedback(file, log)
    return file.build(Case, more=cross_check)


def lines(path: Path, case: Case) -> Callable[[str], int | None]:
    """What tells the line of a place, such as people[mother].address, in the case file at `path`; None if in none.

    A place that is not written down has the line of what is around it. Raises CaseError as `load` does.
    """
    file = yaml_file.read(path, CaseError, about=_ABOUT)
    numbers = {case.file_id(person): number for number, person in enumerate(case.people)}

    def line(place: str) -> int | None:
        steps: list[str | int] = []
        for key, item in _STEP.findall(place):
            steps.append(key or (numbers[item] if item in numbers and steps == ["people"] else int(item)))
        return file.line(tuple(steps))

    return line


def changed(case: Case, text: str, path: Path) -> Case:
    """The case with the keys of the YAML `text`, which stands in the file at `path`, in place of its own."""
    mine = yaml_file.parse(text, path, CaseError, about="the case of an example").data
    whole = case.model_dump(mode="json", by_alias=True)
    return YamlFile(path, {**whole, **mine}, CaseError, {}).build(Case, more=cross_check)


def _with_feedback(file: YamlFile, log: str) -> Case:
    """The case whose feedback stands in a file of its own: a list, or a mapping with the one key `feedback`."""
    mistakes: list[Mistake] = []
    entries: tuple[Feedback, ...] = ()
    try:
        entries = _feedback(file, log)
    except CaseError as error:
        mistakes += error.mistakes
    del file.data["feedback"]
    try:
        case = file.build(Case, more=cross_check)
    except CaseError as error:
        raise CaseError(*error.mistakes, *mistakes) from None
    if mistakes:
        raise CaseError(*mistakes)
    return case.model_copy(update={"feedback": entries})


def _feedback(file: YamlFile, log: str) -> tuple[Feedback, ...]:
    path = file.path.parent / log
    if not os.path.isfile(path):  # noqa: PTH113  # Path.is_file raises for a text that is too long to be a path
        expected = "a list, or the path of a YAML file, from the folder of the case file"
        raise CaseError(file.mistake(("feedback",), "names a file that is not there", expected=expected))
    entries = yaml_file.read(path, CaseError, about="the feedback log", list_as="feedback")
    return entries.build(FeedbackLog, more=lambda entries: _check_references(entries, _people(file.data))).feedback


def cross_check(file: YamlFile) -> Iterator[Mistake]:
    """What no single value can tell: ids, references, check digits, and dates against each other."""
    data: Mapping[str, Any] = file.data
    people = _people(data)
    counts = Counter(identifier for person in people for identifier in _texts(person.get("id")))
    for place, person in _items(data, "people"):
        yield from _check_person(file, place, person)
        if any(counts[identifier] > 1 for identifier in _texts(person.get("id"))):
            yield file.mistake((*place, "id"), "stands here for more than one person", expected="an id of its own")
    if _name_words(people) & name_words(*_texts(data.get("reference"))):
        yield file.mistake(
            ("reference",),
            "holds part of a name of the people below",
            expected="a reference that tells nobody who the child is",
            mend="It stands in file names",
        )
    yield from _check_references(file, people)
    yield from _check_identifiers(file)
    yield from _check_period(file)
    board = data.get("board")
    if isinstance(board, dict):
        yield from _check_address(file, ("board", "address"), board.get("address"))


def _check_person(file: YamlFile, place: Place, person: Mapping[str, Any]) -> Iterator[Mistake]:
    born, died = _date(person.get("born")), _date(person.get("died"))
    if born and born > datetime.datetime.now(tz=datetime.UTC).date() + datetime.timedelta(1):
        yield file.mistake((*place, "born"), "is in the future", expected="a day that has been")
    if born and died and died < born:
        yield file.mistake((*place, "died"), "is before the day of birth", expected="a day on or after `born`")
    yield from _check_address(file, (*place, "address"), person.get("address"))


def _check_address(file: YamlFile, place: Place, lines: Any) -> Iterator[Mistake]:
    if (
        isinstance(lines, list)
        and lines
        and all(isinstance(line, str) for line in lines)
        and almost_postcode(tuple(lines))
    ):
        yield file.mistake(
            (*place, len(lines) - 1),
            "ends in something that is nearly a postcode",
            expected="a UK postcode in capitals, such as HB2 4QX",
        )


def _check_references(file: YamlFile, people: Sequence[Mapping[str, Any]]) -> Iterator[Mistake]:
    known = [identifier for person in people for identifier in _texts(person.get("id"))]
    names = _name_words(people)
    printable = [identifier for identifier in known if not name_words(identifier) & names]
    places: list[tuple[Place, Any]] = []
    review = file.data.get("review")
    if isinstance(review, dict):
        places.append((("review", "subject"), review.get("subject")))
    for section in _REFERENCES:
        places += [((*place, "person"), item.get("person")) for place, item in _items(file.data, section)]
    for place, identifier in places:
        if isinstance(identifier, str) and identifier not in known:
            near = did_you_mean(identifier, printable)
            yield file.mistake(
                place,
                "is not the id of anybody among the people",
                expected="one of the ids under people",
                mend=f"Did you mean {near}?" if near else "",
            )


def _check_identifiers(file: YamlFile) -> Iterator[Mistake]:
    for place, item in _items(file.data, "identifiers"):
        value = item.get("value")
        if re.fullmatch(r"(?i)nhs([ _-]?(number|no\.?))?", str(item.get("kind"))) and isinstance(value, str):
            digits = re.sub(r"[\s-]", "", value)
            if not is_nhs_number(digits):
                yield file.mistake(
                    (*place, "value"),
                    "is not an NHS number: "
                    + ("its check digit is wrong" if re.fullmatch(r"\d{10}", digits) else "it has not ten digits"),
                    expected="ten digits of which the last is the check digit",
                    mend="Compare it with the source; a digit may be mistyped",
                )


def _check_period(file: YamlFile) -> Iterator[Mistake]:
    review = file.data.get("review")
    period = review.get("period") if isinstance(review, dict) else None
    if isinstance(period, dict):
        start, end = _date(period.get("from")), _date(period.get("to"))
        if start and end and end < start:
            yield file.mistake(("review", "period", "to"), "is before the day under `from`", expected="a later day")


def _people(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [person for _, person in _items(data, "people")]


def _name_words(people: Sequence[Mapping[str, Any]]) -> set[str]:
    return name_words(
        *(text for person in people for key in ("name", "also_known_as") for text in _texts(person.get(key)))
    )


def _texts(value: Any) -> list[str]:
    """The value itself if it is a text, the texts in it if it is a list; nothing of any other shape."""
    return [text.strip() for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]


def _items(data: Mapping[str, Any], section: str) -> list[tuple[Place, Mapping[str, Any]]]:
    items = data.get(section)
    if not isinstance(items, list):
        return []
    return [((section, number), item) for number, item in enumerate(items) if isinstance(item, dict)]


def _date(value: Any) -> Any:
    try:
        return parse_date(value) if isinstance(value, str) else None
    except ValueError:
        return None
