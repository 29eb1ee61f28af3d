"""A YAML file is read as its writer meant it, and whatever is wrong is told with its line and without a value."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BeforeValidator, Field

from scr_docs import case as cases
from scr_docs import yaml_file
from scr_docs.errors import CaseError, Mistake, ScrDocsError, SettingsError
from scr_docs.yaml_file import Strict, Text, YamlFile, wrong
from tests.case.whole_case import WHOLE
from tests.messages import LIST, blank, misfit, missing, no_key, none_of, other_key

FILE = Path("a.yaml")
REFERENCE = (
    "not valid YAML: a text starts with & or *, which refers to another line; write it out, or put it in quotes."
)


def refuse(value: Any) -> Any:
    raise wrong("is odd", expected="something even", mend="Halve it") if value == "odd" else ValueError("never shown")


class Inner(Strict):
    name: Text
    words: tuple[Literal["large-print", "easy-read"], ...] = ()


class Letter(Strict):
    kind: Literal["full", "summary"] = "full"
    title: Text | None = None
    count: int | None = None
    sure: bool = True
    on: datetime.date | None = None
    lines: tuple[Text, ...] = ()
    from_: Text | None = Field(None, alias="from")
    inner: Inner | None = None
    inners: tuple[Inner, ...] = ()
    free: dict[str, Any] | None = None
    size: Annotated[int, Field(gt=0)] | None = None
    some: set[Text] | None = None
    either: Inner | Literal["none"] = "none"
    odd: Annotated[Any, BeforeValidator(refuse)] = None


def read(text: str) -> YamlFile:
    return yaml_file.parse(text, FILE, SettingsError, about="the letter")


def build(text: str) -> Letter:
    return read(text).build(Letter)


def told(text: str) -> str:
    with pytest.raises(SettingsError) as caught:
        build(text)
    return str(caught.value)


def told_of(path: Path) -> str:
    with pytest.raises(CaseError) as caught:
        yaml_file.read(path, CaseError, about="the case file")
    return str(caught.value).replace(str(path), path.name)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("10:30", "10:30"),
        ("07700 900123", "07700 900123"),
        ("0770", "0770"),
        ("0o17", "0o17"),
        ("No", "No"),
        ("no", "no"),
        ("Null", "Null"),
        ("NULL", "NULL"),
        ("True", "True"),
        ("on", "on"),
        ("4.10", "4.10"),
        ("1e3", "1e3"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        ("2016-01-14", "2016-01-14"),
        ("=", "="),
        ("<<", "<<"),
        ("O'Neill", "O'Neill"),
        ("'null'", "null"),
        ('"~"', "~"),
        ('" padded "', " padded "),
        ("Zoë – ‘Zo’", "Zoë – ‘Zo’"),
        ("what # a comment", "what"),
        ("a#b", "a#b"),
        ("|\n  two\n  lines", "two\nlines"),
        (">-\n  one\n  line", "one line"),
    ],
)
def test_a_value_stays_the_text_that_was_typed(typed: str, text: str) -> None:
    assert read(f"title: {typed}").data == {"title": text}


@pytest.mark.parametrize("typed", ["", "~", "null", "''", '""', "' '", '"\\t"', "# a comment", "|"])
def test_a_blank_value_is_nothing(typed: str) -> None:
    assert read(f"title: {typed}").data == {"title": None}


@pytest.mark.parametrize("key", ["on", "yes", "No", "null", "~", "2016-01-14", "1"])
def test_a_key_stays_the_text_that_was_typed(key: str) -> None:
    assert read(f"{key}: x").data == {key: "x"}


def test_lists_and_lines_are_kept_as_they_stand() -> None:
    file = read("lines: [a, b]\n\ninner:\n  name: x\ninners:\n  - name: y\n  - {name: z}\n")
    assert file.data == {"lines": ["a", "b"], "inner": {"name": "x"}, "inners": [{"name": "y"}, {"name": "z"}]}
    assert file.line(("inner", "name")) == 4
    assert file.line(("inners", 1, "name")) == 7
    assert file.line(("inners", 1, "not there", 4)) == 7
    assert file.line(("not there",)) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: a\n\tcount: 1", "a.yaml:2: not valid YAML: a tab stands where spaces are needed."),
        ("title:\n\t- a", "a.yaml:2: not valid YAML: a tab stands where spaces are needed."),
        (
            "count: 1\ntitle: @home",
            "a.yaml:2: not valid YAML: a text starts with a sign that YAML keeps for itself; put the text in quotes.",
        ),
        ("count: 1\ntitle: *Kelly*", "a.yaml:2: not valid YAML: a text starts with & or *; put the text in quotes."),
        ("count: 1\ntitle: *Kelly", f"a.yaml:2: {REFERENCE}"),
        ("count: 1\ntitle: &Kelly Thompson", f"a.yaml:2: {REFERENCE}"),
        ("count: 1\n*Kelly : x", f"a.yaml:2: {REFERENCE}"),
        (
            'title: "C:\\Kelly"',
            "a.yaml:1: not valid YAML: a backslash stands in double quotes; use single quotes.",
        ),
        (
            "count: 1\ntitle: Kelly: the mother",
            "a.yaml:2: not valid YAML: a colon stands where none can be; put the text in quotes.",
        ),
        ("title: a\nKelly\ncount: 1", "a.yaml:2: not valid YAML: a colon is missing after a key."),
        (
            'count: 1\ntitle: "I rang" she said',
            "a.yaml:2: not valid YAML: a text goes on after its closing quotation mark.",
        ),
        ('count: 1\ntitle: "Kelly\nsure: true\n', "a.yaml:2: not valid YAML: a quotation mark is never closed."),
        ("count: 1\ntitle: 'Kelly\nsure: true\n", "a.yaml:2: not valid YAML: a quotation mark is never closed."),
        (
            "lines: [a, b\ncount: 1",
            "a.yaml:2: not valid YAML: a comma or a closing bracket is missing, or a text in brackets needs quotes.",
        ),
        (
            "inner: {name: Kelly",
            "a.yaml:1: not valid YAML: a comma or a closing bracket is missing, or a text in brackets needs quotes.",
        ),
        (
            "inner:\n    name: a\n  words: b",
            "a.yaml:3: not valid YAML: the indentation or punctuation does not fit what stands above it.",
        ),
        (
            "lines:\n  - a\n b: c",
            "a.yaml:3: not valid YAML: the indentation or punctuation does not fit what stands above it.",
        ),
        (
            "count: 1\ntitle: a\x07b",
            "a.yaml:2: not valid YAML: a control character stands here. Type the line again.",
        ),
        ("count: 1\ncount: 2", "a.yaml:2: this key stands on line 1 already."),
        ("inner: {name: a}\ninner: {name: b}\n", "a.yaml:2: this key stands on line 1 already."),
        ("Kelly: 1\n\nKelly: 2", "a.yaml:3: this key stands on line 1 already."),
        ("title: x\nlines:\n  - a\n  - *a", f"a.yaml:4: {REFERENCE}"),
        ("inner: &a\n  name: *a", f"a.yaml:1: {REFERENCE}"),
        ("title: !kelly x", "a.yaml:1: a text starts with !; put the text in quotes."),
        ("lines: !kelly [a]", "a.yaml:1: a text starts with !; put the text in quotes."),
        ("inner: !!set {a, b}", "a.yaml:1: a text starts with !; put the text in quotes."),
        ("title: !!binary aGk=", "a.yaml:1: a text starts with !; put the text in quotes."),
        ("title: !!python/name:os.system x", "a.yaml:1: a text starts with !; put the text in quotes."),
        ("[a]: b", "a.yaml:1: a key must be one word."),
        ("{a: b}: c", "a.yaml:1: a key must be one word."),
        (
            "title: a\n---\ntitle: b",
            "a.yaml:2: a line of --- starts a second document. Expected: one document in the file.",
        ),
        ("- a\n- b", "a.yaml:1: This is not the letter. Expected: lines of the form key: value."),
        ("Kelly", "a.yaml:1: This is not the letter. Expected: lines of the form key: value."),
        ("--- ", "a.yaml:1: This is not the letter. Expected: lines of the form key: value."),
        ("# nothing\n# at all\n", "a.yaml: The letter holds nothing but comments."),
    ],
)
def test_what_is_not_plain_yaml_is_told_with_its_line(text: str, message: str) -> None:
    assert told(text) == message


@pytest.mark.parametrize("depth", [60, 200, 400, 450, 480, 500, 2_000, 20_000])
@pytest.mark.parametrize("bracket", ["[", "{a: ", "- "])
def test_however_deep_a_file_is_nested_it_is_refused_and_nothing_breaks(bracket: str, depth: int) -> None:
    closing = {"[": "]", "{": "}"}.get(bracket[0], "")
    message = told(f"title: x\nlines:\n  {bracket * depth}a{closing * depth}")
    assert "brackets or lines stand too deep inside each other" in message


def test_every_structural_mistake_is_told_at_once() -> None:
    assert told("count: 1\ncount: 2\ntitle: !x y\n").splitlines() == [
        "a.yaml:2: this key stands on line 1 already.",
        "a.yaml:3: a text starts with !; put the text in quotes.",
    ]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "case.yaml: The case file is empty."),
        (b" \n\n ", "case.yaml: The case file is empty."),
        (b"\xef\xbb\xbf", "case.yaml: The case file is empty."),
        (b"a: 1\nb: Zo\xeb\n", "case.yaml:2: not saved as UTF-8. Save it again with the encoding UTF-8."),
        ("a: 1".encode("utf-16"), "case.yaml:1: not saved as UTF-8. Save it again with the encoding UTF-8."),
        (
            "a: Kelly\n".encode("utf-16-le"),
            "case.yaml:1: not valid YAML: a control character stands here. Type the line again.",
        ),
        (b"a: " + b"x" * 5_000_000, "case.yaml: This is too large to be the case file. Expected: at most 5 MB."),
        (b"PK\x03\x04\xff", "case.yaml:1: not saved as UTF-8. Save it again with the encoding UTF-8."),
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, raw: bytes, message: str) -> None:
    (tmp_path / "case.yaml").write_bytes(raw)
    assert told_of(tmp_path / "case.yaml") == message


@pytest.mark.parametrize(
    "raw", [b"\xef\xbb\xbfa: Zo\xc3\xab\r\nb: 2\r\n", b"a: Zo\xc3\xab\nb: 2", b"---\na: Zo\xc3\xab\nb: 2\n...\n"]
)
def test_a_mark_of_utf8_and_windows_line_ends_make_no_difference(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "case.yaml").write_bytes(raw)
    assert yaml_file.read(tmp_path / "case.yaml", CaseError, about="the case file").data == {"a": "Zoë", "b": "2"}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told_of(tmp_path / "case.yaml") == "case.yaml: There is no such file (the case file). Check the path."


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    assert told_of(tmp_path / "case") == "case: This is a folder; the case file is a file in it. Name the file itself."


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse_reading(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse_reading)
    assert told_of(tmp_path / "case.yaml") == "case.yaml: The case file cannot be read: Permission denied."


def test_a_bare_list_may_stand_for_the_value_of_one_key() -> None:
    file = yaml_file.parse("- {name: a}\n- name: b\n", FILE, CaseError, about="the log", list_as="inners")
    assert [inner.name for inner in file.build(Letter).inners] == ["a", "b"]
    assert file.line(("inners", 1, "name")) == 2


KEYS = "count, either, free, from, inner, inners, kind, lines, odd, on, size, some, sure or title"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tilte: x", no_key("a.yaml:1: tilte", "title")),
        ("Tilte: x", "a.yaml:1: …: there is no key of this name. Did you mean title?"),
        ("from_: x", no_key("a.yaml:1: from_", "from")),
        ("kelly: x", other_key("a.yaml:1: …", KEYS)),
        ("Kelly Thompson: x", other_key("a.yaml:1: …", KEYS)),
        ("xyzzy: ", other_key("a.yaml:1: …", KEYS)),
        ("inner:\n  name: a\n  Kelly: b", other_key("a.yaml:3: inner.…", "name or words")),
        ("inner: {words: []}", missing("a.yaml:1: inner", "name")),
        ("inners:\n  - name: a\n  - words: []", missing("a.yaml:3: inners[1]", "name")),
        ("inner: {name: }", blank("a.yaml:1: inner.name")),
        ("inner: {name: [a]}", misfit("a.yaml:1: inner.name", "a text")),
        ("title:\n  a: b", misfit("a.yaml:1: title", "a text")),
        (
            "inner: Kelly",
            misfit("a.yaml:1: inner", "lines of the form key: value, with the keys name or words"),
        ),
        (
            "inners: [Kelly]",
            misfit("a.yaml:1: inners[0]", "lines of the form key: value, with the keys name or words"),
        ),
        (
            "inners:\n  -\n",
            blank("a.yaml:2: inners[0]", "lines of the form key: value, with the keys name or words"),
        ),
        (
            "lines: 14 Acacia Road",
            misfit("a.yaml:1: lines", LIST),
        ),
        ("lines:\n  - a\n  - \n", blank("a.yaml:3: lines[1]")),
        ("free: x", misfit("a.yaml:1: free", "lines of the form key: value")),
        ("count: many", misfit("a.yaml:1: count", "a whole number")),
        ("size: -1", misfit("a.yaml:1: size", "a whole number")),
        ("sure: perhaps", misfit("a.yaml:1: sure", "true or false")),
        ("on: soon", misfit("a.yaml:1: on", "a date written YYYY-MM-DD")),
        (
            "kind: fulll",
            none_of("a.yaml:1: kind", "full or summary", "full"),
        ),
        ("kind: Kelly", none_of("a.yaml:1: kind", "full or summary")),
        (
            "kind: [full]",
            none_of("a.yaml:1: kind", "full or summary", "full"),
        ),
        (
            "inner:\n  name: a\n  words:\n    - large-print\n    - easy read\n",
            none_of("a.yaml:5: inner.words[1]", "large-print or easy-read", "easy-read"),
        ),
        ("inner: {name: a, words: [~]}", "a.yaml:1: inner.words[0]: is blank. Expected: large-print or easy-read."),
        (
            "either: {name: a, Kelly: x}",
            "a.yaml:1: either.….…: there is no key of this name.\na.yaml:1: either.…: is blank.",
        ),
        ("odd: odd", "a.yaml:1: odd: is odd. Expected: something even. Halve it."),
        ("odd: even", "a.yaml:1: odd: does not fit here."),
        ("some: even", misfit("a.yaml:1: some", "a valid set")),
        (
            'title: "a\\x07b"',
            "a.yaml:1: title: holds a control character, as text pasted from another program may. Type it again.",
        ),
        (
            'title: "a\\uFFFEb"',
            "a.yaml:1: title: holds a control character, as text pasted from another program may. Type it again.",
        ),
        (
            'title: "a\\uD800b"',
            "a.yaml:1: title: holds a control character, as text pasted from another program may. Type it again.",
        ),
    ],
)
def test_what_breaks_the_model_is_told_with_line_key_and_what_was_expected(text: str, message: str) -> None:
    assert told(text) == message


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("kind: \ntitle: \ncount:\nsure:\nlines:\ninner:\nfree:\n", Letter()),
        ("title: ' a '", Letter(title="a")),
        ("title: |\n  a\n  b\n", Letter(title="a\nb")),
        ("count: 60", Letter(count=60)),
        ("sure: no", Letter(sure=False)),
        ("sure: False", Letter(sure=False)),
        ("on: 2016-01-14", Letter(on=datetime.date(2016, 1, 14))),
        ("from: x", Letter.model_validate({"from": "x"})),
        ("free: {Kelly: x}", Letter(free={"Kelly": "x"})),
    ],
)
def test_what_fits_the_model_is_built(text: str, letter: Letter) -> None:
    assert build(text) == letter


def test_all_mistakes_are_told_at_once_in_the_order_of_lines_and_each_only_once() -> None:
    def more(file: YamlFile) -> Iterator[Mistake]:
        yield file.mistake(("count",), "is too much")
        yield file.mistake(("count",), "is too much")

    with pytest.raises(SettingsError) as caught:
        read("kind: x\ncount: 3\ntitel: a\n").build(Letter, more=more)
    assert str(caught.value).splitlines() == [
        none_of("a.yaml:1: kind", "full or summary"),
        "a.yaml:2: count: is too much.",
        no_key("a.yaml:3: titel", "title"),
    ]


def test_what_only_the_further_check_finds_is_refused_too() -> None:
    with pytest.raises(SettingsError) as caught:
        read("count: 3").build(Letter, more=lambda file: iter([file.mistake((), "is too little")]))
    assert str(caught.value) == "a.yaml:1: is too little."


def test_a_part_of_a_file_is_built_with_the_lines_of_the_whole() -> None:
    file = read("free:\n  inner:\n    nmae: a\n")
    with pytest.raises(SettingsError) as caught:
        file.build(Inner, at=("free", "inner"))
    assert str(caught.value).splitlines() == [
        missing("a.yaml:2: free.inner", "name"),
        no_key("a.yaml:3: free.inner.nmae", "name"),
    ]


def test_a_model_never_changes_and_shows_no_value_in_its_own_error() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Letter().title = "x"  # type: ignore[misc]
    with pytest.raises(ValueError, match="count") as caught:
        Letter.model_validate({"count": "Kelly"})
    assert "Kelly" not in str(caught.value)


MARKER = "Xanthippe"
VALUE = re.compile(r"(?<=[:\[{,-] )[^\[\]{},:#\n]+(?=[\n,\]}])")
PLACES = [match.span() for match in VALUE.finditer(WHOLE)]
KEY_PLACES = [match.span() for match in re.finditer(r"[a-z_]+(?=:)", WHOLE)]
MUTATIONS = [
    "M", "m", "M Thompson", '"M', "M'", "*M", "&M x", "!M x", "@M", "M: M", "m: m", "[M]", "{M: M}", "{m: m}", "M\nM",
    "\tM", "%M", "M\x07", '"M\\x07"', "- M", "? M", "M\n---\nM: M", "<<: M", "2016-13-M", "M@", "en-M",
    '"M\\U"', "MMMMMMMMMMMMMMMMMMMM",
]  # fmt: skip


@given(
    place=st.sampled_from(PLACES + KEY_PLACES),
    mutation=st.sampled_from(MUTATIONS),
    cut=st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 30)) | st.none(),
)
def test_no_value_of_the_file_ever_stands_in_an_error(
    tmp_path_factory: pytest.TempPathFactory, place: tuple[int, int], mutation: str, cut: tuple[int, int] | None
) -> None:
    start, end = place
    text = WHOLE[:start] + mutation.replace("M", MARKER).replace("m", MARKER.lower()) + WHOLE[end:]
    if cut:
        text = text[: cut[0]] + text[cut[0] + cut[1] :]
    path = tmp_path_factory.getbasetemp() / "case.yaml"
    path.write_text(text, "utf-8")
    mistakes: tuple[Mistake, ...] = ()
    try:
        cases.load(path)
    except ScrDocsError as error:
        mistakes = error.mistakes
    for mistake in mistakes:
        for value in (MARKER, "Thompson", "Kelly", "Okafor", "Acacia", "943 476", "07700", "Two visits"):
            assert value.lower() not in str(mistake).lower()
        assert mistake.file == str(path)
        assert mistake.line
