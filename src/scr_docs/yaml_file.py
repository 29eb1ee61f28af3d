"""YAML files read strictly: the one way in which the case file, rule packs, settings and letter.yaml are loaded.

Every scalar is kept as the text that a person typed, and the model decides what it is. YAML's own guesses would turn
`on:` into True, 10:30 into 630 and 0770… into an octal number. Every value keeps its line, so that all mistakes of a
file are told at once, each with its place. Values are never quoted in messages: they may be somebody's name.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from scr_docs.errors import Mistake, ScrDocsError, did_you_mean, one_of

Place = tuple[str | int, ...]
Model = TypeVar("Model", bound="Strict")

_NULLS = {"", "~", "null"}
_LARGEST = 5_000_000
_SYNTAX = {
    "found character '\\t' that cannot start any token": "a tab stands where spaces are needed",
    "mapping values are not allowed here": "a colon stands where none can be; put the text in quotes",
    "could not find expected ':'": "a colon is missing after a key",
    "found unexpected end of stream": "a quotation mark is never closed",
}


class Strict(BaseModel):
    """A model that forbids unknown keys, never changes, and keeps its input out of error messages."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _blank_is_absent(cls, data: Any) -> Any:
        """A key with nothing after it counts as not there, unless it is one that must be filled in."""
        if not isinstance(data, dict):
            return data
        needed = {info.alias or name for name, info in cls.model_fields.items() if info.is_required()}
        return {key: value for key, value in data.items() if value is not None or key in needed or key not in _keys(cls)}


def wrong(what: str, *, expected: str = "", mend: str = "") -> PydanticCustomError:
    """The error for a validator to raise; it becomes a Mistake with file, line and key."""
    return PydanticCustomError("told", "{what}", {"what": what, "expected": expected, "mend": mend})


def _typed_text(value: Any) -> Any:
    if isinstance(value, str):
        if any(ord(character) < 32 and character not in "\n\t" for character in value):
            raise wrong("holds a control character, as text pasted from another program may", mend="Type it again")
        return value.strip()
    return value


Text = Annotated[str, BeforeValidator(_typed_text)]
"""A text without blanks at its ends; control characters, which Word refuses, are a mistake."""


@dataclass(frozen=True)
class YamlFile:
    """A YAML file as plain data (dict, list, str, None) with the line of every key and item."""

    path: Path
    data: Any
    error: type[ScrDocsError]
    lines: Mapping[Place, int] = field(repr=False)

    def line(self, place: Place) -> int | None:
        """The line of the value at `place`, or of the nearest thing around it that is written down."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place)

    def mistake(self, place: Place, what: str, *, expected: str = "", mend: str = "") -> Mistake:
        """A mistake at `place` in this file."""
        return Mistake(what, str(self.path), self.line(place), _dotted(place) or None, expected or None, mend or None)

    def build(
        self, model: type[Model], *, more: Callable[[YamlFile], Iterator[Mistake]] | None = None, at: Place = ()
    ) -> Model:
        """The file's data, or what stands `at` a place in it, as a `model`.

        Raises this file's kind of error with every mistake that the model and `more` find.
        """
        mistakes: list[Mistake] = list(more(self)) if more else []
        built = None
        try:
            built = model.model_validate(_at(self.data, at))
        except ValidationError as errors:
            mistakes += [_told(self, model, error, at) for error in errors.errors(include_url=False)]
        if mistakes or built is None:
            unique = dict.fromkeys(sorted(mistakes, key=lambda mistake: mistake.line or 0))
            raise self.error(*unique)
        return built


def read(path: Path, error: type[ScrDocsError], *, about: str, list_as: str = "") -> YamlFile:
    """The file at `path`. Raises `error` where it is not one YAML mapping.

    `about` names it for a reader ("the case file"). With `list_as` a bare list is taken as the value of that key.
    """
    fail = partial(_fail, error, path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise fail(f"There is no such file ({about})", mend="Check the path") from None
    except IsADirectoryError:
        raise fail(f"This is a folder; {about} is a file in it", mend="Name the file itself") from None
    except OSError as reason:
        raise fail(f"{about.capitalize()} cannot be read: {reason.strerror}") from None
    if len(raw) > _LARGEST:
        raise fail(f"This is too large to be {about}", expected="at most 5 MB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        line = raw[: reason.start].count(b"\n") + 1
        raise fail("not saved as UTF-8", line=line, mend="Save it again with the encoding UTF-8") from None
    if not text.strip():
        raise fail(f"{about.capitalize()} is empty")
    return parse(text, path, error, about=about, list_as=list_as)


def parse(text: str, path: Path, error: type[ScrDocsError], *, about: str, list_as: str = "") -> YamlFile:
    """The YAML `text` as read from `path`; otherwise as `read`."""
    fail = partial(_fail, error, path)
    try:
        nodes = [node for node in yaml.compose_all(text, Loader=yaml.SafeLoader) if node is not None]
    except yaml.MarkedYAMLError as reason:
        mark = reason.problem_mark or reason.context_mark
        line = mark.line + 1 if mark else None
        said = _SYNTAX.get(reason.problem or "", "the indentation or punctuation does not fit what stands above it")
        raise fail(f"not valid YAML: {said}", line=line) from None
    except (yaml.YAMLError, RecursionError):
        raise fail("not valid YAML: it holds a character or a nesting that YAML does not allow") from None
    if not nodes:
        raise fail(f"{about.capitalize()} holds nothing but comments")
    if len(nodes) > 1:
        line = nodes[1].start_mark.line
        raise fail("a line of --- starts a second document", line=line, expected="one document in the file")
    reader = _Reader()
    wrap = bool(list_as) and isinstance(nodes[0], yaml.SequenceNode)
    data = {list_as: reader.value(nodes[0], (list_as,))} if wrap else reader.value(nodes[0], ())
    file = YamlFile(path=path, data=data, error=error, lines=reader.lines)
    if reader.mistakes:
        raise error(*(Mistake(what, str(path), line) for line, what in reader.mistakes))
    if not isinstance(data, dict):
        raise fail(f"This is not {about}", line=1, expected="lines of the form key: value")
    return file


class _Reader:
    """Turns YAML nodes into plain data and remembers lines; mistakes are collected, not raised."""

    def __init__(self) -> None:
        self.lines: dict[Place, int] = {}
        self.mistakes: list[tuple[int, str]] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, place: Place) -> Any:
        line = node.start_mark.line + 1
        self.lines.setdefault(place, line)
        if id(node) in self._seen:
            self.mistakes.append((line, "a reference (*name) stands here; write the value out"))
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*place, number)) for number, item in enumerate(node.value)]
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag == "tag:yaml.org,2002:binary":
            self.mistakes.append((line, "a tag (!name) stands here; write the plain value"))
        plain = isinstance(node, yaml.ScalarNode) and node.style is None
        return None if (plain and node.value in _NULLS) or node.value == "" else node.value

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value
            if not isinstance(key, str):
                self.mistakes.append((line, "a key must be one word"))
            elif key in found:
                self.mistakes.append((line, f"the key {_safe(key)} stands here a second time"))
            else:
                self.lines[*place, key] = line
                found[key] = self.value(value_node, (*place, key))
        return found


def _fail(
    error: type[ScrDocsError], path: Path, what: str, *, line: int | None = None, expected: str = "", mend: str = ""
) -> ScrDocsError:
    return error(Mistake(what, str(path), line, None, expected or None, mend or None))


def _told(file: YamlFile, model: type[BaseModel], error: ErrorDetails, at: Place) -> Mistake:
    place: Place = (*at, *error["loc"])
    told = partial(file.mistake, place)
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return file.mistake(place[:-1], f"{_safe(place[-1])} is missing", expected=_wanted(model, error["loc"]))
        case "extra_forbidden":
            known = _keys(_annotation(model, error["loc"][:-1]))
            near = did_you_mean(str(place[-1]), known)
            return told(
                f"there is no key {_safe(place[-1], near)}",
                expected="" if near else one_of(sorted(known)) if known else "",
                mend=f"Did you mean {near}?" if near else "",
            )
        case "literal_error":
            words = _words(_annotation(model, error["loc"]))
            value = _at(file.data, place)
            near = did_you_mean(str(value), words) if value else None
            return told(
                "is blank" if value is None else f"is {value!r}" if near else "is none of the words that may stand here",
                expected=one_of(words),
                mend=f"Did you mean {near}?" if near else "",
            )
        case "told":
            return told(context["what"], expected=context["expected"], mend=context["mend"])
    if _at(file.data, place) is None:
        return told("is blank", expected=_wanted(model, error["loc"]), mend="Fill it in")
    return told("does not fit here", expected=_wanted(model, error["loc"]) or error["msg"].removeprefix("Input should be "))


_SHAPES: Mapping[Any, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    tuple: "a list: one line with “- ” for each item, or [a, b]",
    dict: "lines of the form key: value",
}


def _wanted(model: type[BaseModel], loc: Sequence[str | int]) -> str:
    """What should stand at `loc`, in words."""
    found = _annotation(model, loc)
    if words := _words(found):
        return one_of(words)
    if isinstance(found, type) and issubclass(found, BaseModel):
        return f"lines of the form key: value, with the keys {one_of(sorted(_keys(found)))}"
    shape = get_origin(found) or found
    return _SHAPES.get(shape, "a date written YYYY-MM-DD" if getattr(shape, "__name__", "") == "date" else "")


def _annotation(model: Any, loc: Sequence[str | int]) -> Any:
    """The bare type that belongs at `loc` of `model`; None where the model has nothing there."""
    found = _bare(model)
    for step in loc:
        if isinstance(found, type) and issubclass(found, BaseModel):
            fields = {info.alias or name: info for name, info in found.model_fields.items()}
            found = _bare(fields[str(step)].annotation) if str(step) in fields else None
        else:
            inner = [argument for argument in get_args(found) if argument is not Ellipsis]
            found = _bare(inner[-1]) if inner else None
    return found


def _bare(annotation: Any) -> Any:
    """The type without Annotated and without its "or None"."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, types.UnionType}:
        return _bare(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation


def _words(annotation: Any) -> list[str]:
    return [str(word) for word in get_args(annotation)] if get_origin(annotation) is Literal else []


def _keys(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [info.alias or name for name, info in annotation.model_fields.items()]
    return []


def _at(data: Any, loc: Sequence[str | int]) -> Any:
    for step in loc:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _safe(key: Any, near: str | None = None) -> str:
    """A key as it may be printed: a misplaced line could make somebody's name a key."""
    return repr(str(key)) if near or re.fullmatch(r"[a-z][a-z0-9_-]{0,40}", str(key)) else "of this name"


def _dotted(place: Place) -> str:
    said = ""
    for step in place:
        said += f"[{step}]" if isinstance(step, int) else f".{_safe(step).strip(chr(39))}" if said else _safe(step).strip("'")
    return said
