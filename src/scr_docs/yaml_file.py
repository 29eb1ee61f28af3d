"""YAML files read strictly: the one way in which the case file, rule packs, settings and letter.yaml are loaded.

Every scalar is kept as the text that a person typed, and the model decides what it is. YAML's own guesses would turn
`on:` into True, 10:30 into 630 and 0770… into an octal number. Every value keeps its line, so that all mistakes of a
file are told at once, each with its place. Values are never quoted in messages: they may be somebody's name.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from scr_docs.errors import Mistake, PackError, ScrDocsError, did_you_mean, one_of

Place = tuple[str | int, ...]
Model = TypeVar("Model", bound="Strict")

_NULLS = {"~", "null"}
_LARGEST = 5_000_000
_DEEPEST = 50
_TOO_DEEP = "not valid YAML: brackets or lines stand too deep inside each other"
_WORD = re.compile(r"[a-z][a-z0-9_-]{0,40}")
_NO_COLON = "could not find expected ':'"
_REFERENCE = "a reference"
_UNCLOSED = "found unexpected end of stream"
_SYNTAX = {
    "found character '\\t'": "a tab stands where spaces are needed",
    "found character": "a text starts with a sign that YAML keeps for itself; put the text in quotes",
    _REFERENCE: "a text starts with & or *, which refers to another line; write it out, or put it in quotes",
    "expected alphabetic or numeric character": "a text starts with & or *; put the text in quotes",
    "found unknown escape character": "a backslash stands in double quotes; use single quotes",
    "mapping values are not allowed here": "a colon stands where none can be; put the text in quotes",
    _NO_COLON: "a colon is missing after a key",
    "expected <block end>, but found '<scalar>'": "a text goes on after its closing quotation mark",
    "expected ',' or": "a comma or a closing bracket is missing, or a text in brackets needs quotes",
    _UNCLOSED: "a quotation mark is never closed",
}
"""What PyYAML's messages begin with, and what they mean to somebody who does not know YAML."""

_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("map", "seq", "str", "null", "bool", "int", "float", "timestamp", "merge", "value")
)
"""What YAML guesses; these guesses are passed over."""

_REFUSED = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
        return {
            key: value for key, value in data.items() if value is not None or key in needed or key not in _keys(cls)
        }


def wrong(what: str, *, expected: str = "", mend: str = "") -> PydanticCustomError:
    """The error for a validator to raise; it becomes a Mistake with file, line and key."""
    return PydanticCustomError("told", "{what}", {"what": what, "expected": expected, "mend": mend})


def _typed_text(value: Any) -> Any:
    if isinstance(value, str):
        if _REFUSED.search(value):
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
    except OSError as reason:
        if path.is_dir():
            raise fail(f"This is a folder; {about} is a file in it", mend="Name the file itself") from None
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


def shipped(module: str, name: str, model: type[Model]) -> Model:
    """What stands in a data file of the program, beside the module whose `__file__` this is. Raises PackError."""
    return read(Path(module).with_name(name), PackError, about=f"the list {name}").build(model)


def parse(text: str, path: Path, error: type[ScrDocsError], *, about: str, list_as: str = "") -> YamlFile:
    """The YAML `text` as read from `path`; otherwise as `read`."""
    fail = partial(_fail, error, path)
    try:
        nodes = _quickly(text) or [node for node in yaml.compose_all(text, Loader=_Loader) if node is not None]
    except yaml.MarkedYAMLError as reason:
        problem = reason.problem or ""
        mark = reason.context_mark if problem in {_NO_COLON, _UNCLOSED} else reason.problem_mark
        told = (said for start, said in _SYNTAX.items() if problem.startswith(start))
        said = next(told, "the indentation or punctuation does not fit what stands above it")
        raise fail(f"not valid YAML: {said}", line=mark.line + 1 if mark else None) from None
    except yaml.reader.ReaderError as reason:
        line = text[: reason.position].count("\n") + 1
        raise fail("not valid YAML: a control character stands here", line=line, mend="Type the line again") from None
    except RecursionError:
        raise fail(_TOO_DEEP) from None
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


def _quickly(text: str) -> list[yaml.Node]:
    """The documents of a text that libyaml understands, ten times as fast; none for others, which need a message."""
    if not yaml.__with_libyaml__ or _MAY_REFER.search(text):
        return []
    try:
        return [node for node in yaml.compose_all(text, Loader=yaml.CSafeLoader) if node is not None]
    except (yaml.YAMLError, RecursionError, ValueError):
        return []


_MAY_REFER = re.compile(r"(?:^|[\s\[{,:?-])[&*][^\s&*]", re.MULTILINE)


class _Loader(yaml.SafeLoader):
    """Refuses references: "name: &Kelly Thompson" would lose a name, and copies of copies never end."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(problem=_REFERENCE, problem_mark=event.start_mark)
        return super().compose_node(parent, index)


class _Reader:
    """Turns YAML nodes into plain data and remembers lines; mistakes are collected, not raised."""

    def __init__(self) -> None:
        self.lines: dict[Place, int] = {}
        self.mistakes: list[tuple[int, str]] = []

    def value(self, node: yaml.Node, place: Place) -> Any:
        line = node.start_mark.line + 1
        self.lines.setdefault(place, line)
        if len(place) > _DEEPEST:
            self.mistakes.append((line, _TOO_DEEP))
            return None
        if node.tag not in _TAGS:
            self.mistakes.append((line, "a text starts with !; put the text in quotes"))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*place, number)) for number, item in enumerate(node.value)]
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        return None if (plain and node.value in _NULLS) or not node.value.strip() else node.value

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value
            if not isinstance(key, str):
                self.mistakes.append((line, "a key must be one word"))
            elif key in found:
                self.mistakes.append((line, f"this key stands on line {self.lines[*place, key]} already"))
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
            return file.mistake(place[:-1], f"{str(place[-1])!r} is missing", expected=_wanted(model, error["loc"]))
        case "extra_forbidden":
            known = _keys(_annotation(model, error["loc"][:-1]))
            key = str(place[-1])
            near = did_you_mean(key, known)
            mistake = told(
                f"there is no key {key!r}" if near and _WORD.fullmatch(key) else "there is no key of this name",
                expected="" if near else one_of(sorted(known)),
                mend=f"Did you mean {near}?" if near else "",
            )
            return mistake if repr(key) in mistake.what else replace(mistake, place=_dotted((*place[:-1], "…")))
        case "literal_error":
            words = _words(_annotation(model, error["loc"]))
            value = _at(file.data, place)
            near = did_you_mean(str(value), words) if value else None
            return told(
                "is blank" if value is None else "is none of the words that may stand here",
                expected=one_of(words),
                mend=f"Did you mean {near}?" if near else "",
            )
        case "told":
            return told(context["what"], expected=context["expected"], mend=context["mend"])
    if _at(file.data, place) is None:
        return told("is blank", expected=_wanted(model, error["loc"]), mend="Fill it in")
    shape = error["msg"].removeprefix("Input should be ") if error["msg"].startswith("Input should be ") else ""
    return told("does not fit here", expected=_wanted(model, error["loc"]) or shape)


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
    told = _SHAPES.get(shape, "a date written YYYY-MM-DD" if getattr(shape, "__name__", "") == "date" else "")
    return f"{told}{_range(model, loc)}" if shape is int else told


def _range(model: type[BaseModel], loc: Sequence[str | int]) -> str:
    """The limits of the number at `loc`, in words; nothing where it has not both."""
    holder = _annotation(model, loc[:-1])
    fields = holder.model_fields.items() if isinstance(holder, type) and issubclass(holder, BaseModel) else ()
    limits = [one for name, info in fields if (info.alias or name) == loc[-1] for one in info.metadata]
    least = next((one.ge for one in limits if hasattr(one, "ge")), None)
    most = next((one.le for one in limits if hasattr(one, "le")), None)
    return f" from {least} to {most}" if least is not None and most is not None else ""


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


def _dotted(place: Place) -> str:
    """The place as it may be printed: people[0].contact.channel. A misplaced line could make somebody's name a key."""
    said = "".join(
        f"[{step}]" if isinstance(step, int) else f".{step if _WORD.fullmatch(step) else '…'}" for step in place
    )
    return said.removeprefix(".")
