"""The JSON Schema that editors use is that of the model, and accepts what the model accepts."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scr_docs.case import schema
from scr_docs.case.model import Case
from scr_docs.yaml_file import Strict
from tests.case.whole_case import LEAST, changed

SCHEMA = json.loads(schema.schema())


def test_the_shipped_schema_is_that_of_the_model() -> None:
    assert schema.SHIPPED.read_text("utf-8") == schema.schema(), "run: python -m scr_docs.case.schema"


def test_the_schema_is_written_again_by_running_its_module(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(Path, "write_text", lambda _, text, encoding: written.append(text + encoding))
    runpy.run_path(schema.__file__, run_name="__main__")
    assert written == [schema.schema() + "utf-8"]


def models(model: type[Strict]) -> Iterator[type[Strict]]:
    """The model and every model in it, as the names in the schema's definitions."""
    yield model
    for inner in model.__subclasses__():
        yield from models(inner)


def test_every_key_of_the_model_is_in_the_schema_and_no_other_is_allowed() -> None:
    definitions = {**SCHEMA["$defs"], "Case": SCHEMA}
    ours = {model.__name__: model for model in models(Strict) if model.__module__ == Case.__module__}
    assert set(definitions) == set(ours) - {"FeedbackLog"}
    for name, definition in definitions.items():
        keys = {info.alias or key for key, info in ours[name].model_fields.items()}
        assert set(definition["properties"]) == keys
        assert definition["additionalProperties"] is False
        needed = {info.alias or key for key, info in ours[name].model_fields.items() if info.is_required()}
        assert set(definition.get("required", ())) == needed


TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None)}


def problems(value: Any, rule: Any, place: str = "") -> Iterator[str]:
    """What of the value breaks the rule, as far as this schema needs JSON Schema."""
    if "$ref" in rule:
        rule = SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]]
    if "anyOf" in rule:
        tried = [list(problems(value, choice, place)) for choice in rule["anyOf"]]
        yield from () if [] in tried else tried[0]
    elif not isinstance(value, TYPES[rule["type"]]):
        yield f"{place}: no {rule['type']}"
    elif value not in rule.get("enum", [rule.get("const", value)]):
        yield f"{place}: none of the words"
    elif isinstance(value, dict):
        yield from (f"{place}.{key}: missing" for key in rule.get("required", ()) if key not in value)
        yield from (f"{place}.{key}: no such key" for key in value if key not in rule["properties"])
        for key in (key for key in value if key in rule["properties"]):
            yield from problems(value[key], rule["properties"][key], f"{place}.{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from problems(item, rule["items"], f"{place}[{number}]")


def as_an_editor_reads(text: str) -> Any:
    """YAML 1.2 as editors read it: dates and times stay text, and "on" and "no" are words."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {}
    for tag, pattern, first in (
        ("null", r"^(?:~|null|)$", ["~", "n", ""]),
        ("bool", r"^(?:true|false)$", ["t", "f"]),
        ("int", r"^[0-9]+$", list("0123456789")),
    ):
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
    return yaml.load(text, Loader=Loader)  # noqa: S506  # a SafeLoader with fewer guesses


@pytest.mark.parametrize(
    "sample",
    ["sample_reports/hallam-bridge/case.yaml", "sample_reports/westmoor/case.yaml", "checks/example-case.yaml"],
)
def test_the_samples_fit_the_schema(root: Path, sample: str) -> None:
    assert list(problems(as_an_editor_reads((root / sample).read_text("utf-8")), SCHEMA)) == []


@pytest.mark.parametrize(
    "text", [changed("safe_by_post: no", "safe_by_post: false"), LEAST, LEAST + "feedback: log.yaml\n"]
)
def test_a_right_case_fits_the_schema(text: str) -> None:
    assert list(problems(as_an_editor_reads(text), SCHEMA)) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (changed("reference: HB-2016-02\n", "", LEAST), ".reference: missing"),
        (changed("kind: scr", "kind: x", LEAST), ".review.kind: none of the words"),
        (changed("scr-docs/case/1", "x", LEAST), ".schema: none of the words"),
        (LEAST + "persons: []\n", ".persons: no such key"),
        (LEAST + "changes: one\n", ".changes: no array"),
    ],
)
def test_a_wrong_case_does_not(text: str, problem: str) -> None:
    assert list(problems(as_an_editor_reads(text), SCHEMA)) == [problem]


def test_a_new_case_file_fits_the_schema_but_for_its_blanks() -> None:
    text = schema.SHIPPED.with_name("new_case.yaml").read_text("utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=./{schema.SHIPPED.name}\n")
    found = list(problems(as_an_editor_reads(text), SCHEMA))
    blanks = (".reference", ".board.name", ".people[0].name", ".people[1].name")
    assert found == [f"{place}: no string" for place in blanks]
