"""checks/*.yaml → Rule…, strictly: what is unknown, missing or does not hold is an error with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, cast, get_args

from pydantic import BeforeValidator, create_model

from scr_docs import yaml_file
from scr_docs.errors import Mistake, PackError, SelectionError, did_you_mean, one_of
from scr_docs.finding import Finding, Location, Severity
from scr_docs.model import PARTS, Hurdle, Part, Trait
from scr_docs.yaml_file import Strict, Text, YamlFile, wrong

Documents = Literal["reports", "letters", "any"]

EXAMPLE_CASE = "example-case.yaml"
"""The case file, beside the packs, against which the examples of the rules are read."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MESSAGE_WORDS = frozenset({"quote", "person", "words"})


@dataclass(frozen=True, slots=True)
class Example:
    """A small document for a rule to be tried on: lines of text with "# headings", by the part they stand in.

    The part may say how the text is hidden, or what is in its way: "picture/cropped-picture", "body/text-size=9".
    `case` is YAML whose keys take the place of those of the example case.
    """

    texts: tuple[tuple[str, str], ...]
    case: str = ""

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """All of it for a reader, each text with where it stands."""
        return (*((("case", self.case),) if self.case else ()), *self.texts)


def _example(value: Any) -> Any:
    if isinstance(value, str):
        return Example((("body", value),))
    if isinstance(value, dict) and value and all(isinstance(text, str) for text in value.values()):
        texts = {key: text for key, text in value.items() if key != "case"}
        for key in texts:
            part, slash, trait = key.partition("/")
            _must_be_one_of(part, PARTS, "names no part of a document")
            if slash:
                known = (*get_args(Trait), *get_args(Hurdle))
                _must_be_one_of(trait.partition("=")[0], known, "names no way of being hidden and no barrier")
        return Example(tuple(texts.items()), value.get("case", ""))
    raise wrong("is no example", expected='a text, or a text by the part it stands in ({comment: "…"})')


def _must_be_one_of(word: str, words: Sequence[str], otherwise: str) -> None:
    if word not in words:
        near = did_you_mean(word, words)
        raise wrong(otherwise, expected=one_of(words), mend=f"Did you mean {near}?" if near else "")


def _message(value: Any) -> Any:
    for word in re.findall(r"\{(.*?)\}", value) if isinstance(value, str) else ():
        if word not in _MESSAGE_WORDS:
            raise wrong(
                "holds a {…} that has no meaning here",
                expected=one_of([f"{{{known}}}" for known in sorted(_MESSAGE_WORDS)]),
            )
    return value


def _identifier(value: Any) -> Any:
    if isinstance(value, str) and not _NAME.fullmatch(value.strip()):
        raise wrong("cannot be the name of a pack or rule", expected="small letters and hyphens, such as known-name")
    return value


def _some(value: Any) -> Any:
    if isinstance(value, (list, tuple)) and not value:
        raise wrong("is an empty list", expected="at least one entry")
    return value


Name = Annotated[Text, BeforeValidator(_identifier)]
Examples = Annotated[tuple[Annotated[Any, BeforeValidator(_example)], ...], BeforeValidator(_some)]


class RuleEntry(Strict):
    """What every rule says, whatever its kind. `message` may hold {quote}, {person} and {words}."""

    id: Name
    kind: Text
    severity: Literal["must-fix", "check", "note"]
    message: Annotated[Text, BeforeValidator(_message)]
    scope: tuple[Part, ...] = PARTS
    why: Text
    fix: Text
    limits: Text = ""
    source: Text
    bad: Examples
    good: Examples
    formerly: tuple[Name, ...] = ()


class _PackFile(Strict):
    pack: Name
    about: Text
    documents: Documents = "reports"
    by_name: bool = False
    rules: Annotated[tuple[dict[str, Any], ...], BeforeValidator(_some)]


@dataclass(frozen=True)
class Rule:
    """One rule: what it looks for, why, and how to put it right. `params` is what its kind asks of it.

    A rule `by_name` runs only where its whole identifier is asked for, as the must-haves of one letter are.
    """

    id: str
    documents: Documents
    entry: RuleEntry
    params: Any
    file: str
    line: int | None
    shipped: bool = field(default=True)
    by_name: bool = False

    @property
    def pack(self) -> str:
        """The pack it belongs to."""
        return self.id.partition(".")[0]

    @property
    def severity(self) -> Severity:
        """How serious its findings are."""
        return Severity(self.entry.severity)

    def finding(
        self,
        text: str = "",
        *,
        location: Location | None = None,
        person: str | None = None,
        called: str = "",
        words: str = "",
        suggestion: str | None = None,
    ) -> Finding:
        """A finding of this rule. `called` and `words` fill {person} and {words} of its message."""
        message = self.entry.message.replace("{person}", called).replace("{words}", words)
        return Finding(
            rule=self.id,
            severity=self.severity,
            message=message[:1].upper() + message[1:],
            text=text,
            person=person,
            location=location or Location(),
            suggestion=suggestion,
            source=self.entry.source,
        )


def load(
    folders: Sequence[Path], kinds: Mapping[str, type[Strict]], *, shipped: bool = True, only: str | None = None
) -> tuple[Rule, ...]:
    """The rules of every pack in the folders, or `only` of one, in order.

    `kinds` names each kind's model of its own keys.

    Raises PackError with every mistake of the first pack that has any, for a folder without packs, and for doubles.
    """
    rules: list[Rule] = []
    for folder in folders:
        files = [path for path in _files(folder) if only in {None, path.name.partition(".")[0]}]
        found = [rule for path in files for rule in _load_pack(path, kinds, shipped=shipped)]
        if not found:
            raise PackError(
                Mistake("There is no rule pack in this folder", str(folder), expected="files ending in .yaml")
            )
        rules += found
    refuse_doubles(rules)
    return tuple(rules)


def refuse_doubles(rules: Iterable[Rule]) -> None:
    """Raises PackError where two rules have the same identifier, now or formerly."""
    seen: dict[str, Rule] = {}
    mistakes: list[Mistake] = []
    for rule in rules:
        for name in _names(rule):
            if first := seen.get(name):
                told = f"The rule {name} stands in {first.file} already"
                mistakes.append(Mistake(told, rule.file, rule.line, mend="Give it a name of its own"))
            seen[name] = rule
    if mistakes:
        raise PackError(*mistakes)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise PackError(
            Mistake("There is no such folder of rule packs", str(folder), mend="Check the path after --checks")
        )
    misnamed = sorted(
        path for path in folder.iterdir() if path.suffix != ".yaml" and path.suffix.lower() in {".yaml", ".yml"}
    )
    if misnamed:
        told = "A rule pack has another ending and would not be read"
        raise PackError(*(Mistake(told, str(path), expected=f"the name {path.stem}.yaml") for path in misnamed))
    found = (path for path in folder.glob("*.yaml") if path.name != EXAMPLE_CASE)
    return sorted(found, key=lambda path: path.stem)


def _load_pack(path: Path, kinds: Mapping[str, type[Strict]], *, shipped: bool) -> list[Rule]:
    file = yaml_file.read(path, PackError, about="the rule pack")
    pack = file.build(_PackFile)
    rules: list[Rule] = []
    mistakes: list[Mistake] = []
    named = path.name.partition(".")[0]  # a long pack may be several files: personal-data.identifiers.yaml
    if pack.pack != named:
        told = "does not agree with the name of the file"
        mistakes.append(file.mistake(("pack",), told, expected=f"pack: {named}, or a file {pack.pack}.yaml"))
    for number, entry in enumerate(pack.rules):
        try:
            rules.append(_load_rule(file, pack, number, entry, kinds, shipped=shipped))
        except PackError as error:
            mistakes += error.mistakes
    if mistakes:
        raise PackError(*mistakes)
    return rules


def _load_rule(
    file: YamlFile,
    pack: _PackFile,
    number: int,
    entry: Mapping[str, Any],
    kinds: Mapping[str, type[Strict]],
    *,
    shipped: bool,
) -> Rule:
    kind = entry.get("kind")
    if not isinstance(kind, str) or kind not in kinds:
        near = did_you_mean(str(kind), kinds) if kind else None
        raise PackError(
            file.mistake(
                ("rules", number, "kind"),
                "there is no such kind of rule" if kind else "is missing",
                expected=one_of(sorted(kinds)),
                mend=f"Did you mean {near}?" if near else "",
            )
        )
    built = file.build(_model(kind, kinds[kind]), at=("rules", number))
    return Rule(
        id=f"{pack.pack}.{built.id}",
        documents=pack.documents,
        entry=built,
        params=built,
        file=str(file.path),
        line=file.line(("rules", number)),
        shipped=shipped,
        by_name=pack.by_name,
    )


@cache
def _model(kind: str, params: type[Strict]) -> type[RuleEntry]:
    """What a rule of this kind may hold: the keys of every rule, and its kind's own."""
    return cast("type[RuleEntry]", create_model(f"Rule_{kind}", __base__=cast("Any", (params, RuleEntry))))


def select(
    rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str], documents: Documents
) -> tuple[Rule, ...]:
    """The rules to run: those selected by id or prefix (by default all for this kind of document), less those ignored.

    Raises SelectionError for a selector that matches no rule.
    """
    select, ignore = _apart(select), _apart(ignore)
    chosen = [rule for rule in rules if rule.documents in (documents, "any") and not rule.by_name]
    if select:
        wanted = {
            rule.id
            for selector in select
            for rule in _matching(rules, selector)
            if not rule.by_name or selector in _names(rule)
        }
        chosen = [rule for rule in rules if rule.id in wanted]
    unwanted = {rule.id for selector in ignore for rule in _matching(rules, selector)}
    return tuple(rule for rule in chosen if rule.id not in unwanted)


def _apart(selectors: Sequence[str]) -> list[str]:
    """The selectors one by one: some people write several with commas between them."""
    return [part.strip() for selector in selectors for part in selector.split(",")]


def find(rules: Sequence[Rule], identifier: str) -> Rule:
    """The rule with this identifier, or a former one of it; its name alone will do where no other rule has it.

    Raises SelectionError.
    """
    for rule in rules:
        if identifier in _names(rule):
            return rule
    alone = [rule for rule in rules if rule.entry.id == identifier]
    if len(alone) == 1:
        return alone[0]
    if alone:
        told = f"{len(alone)} rules are called {identifier!r}"
        raise SelectionError(Mistake(told, expected=f"the whole identifier: {one_of([rule.id for rule in alone])}"))
    raise _no_such(identifier, [rule.id for rule in rules])


def _matching(rules: Sequence[Rule], selector: str) -> list[Rule]:
    found = [rule for rule in rules if _is_called(rule, selector)]
    if not found:
        raise _no_such(selector, [*(rule.id for rule in rules), *{rule.pack for rule in rules}])
    return found


def _is_called(rule: Rule, selector: str) -> bool:
    return any(name == selector or name.startswith(selector.rstrip(".") + ".") for name in _names(rule))


def _names(rule: Rule) -> tuple[str, ...]:
    """The rule's identifier, then its former ones."""
    return (rule.id, *(f"{rule.pack}.{former}" for former in rule.entry.formerly))


def _no_such(selector: str, known: Sequence[str]) -> SelectionError:
    # Most people remember the name without its pack, as “explain” takes it.
    by_name = {name.rpartition(".")[2]: name for name in reversed(known)}
    short = did_you_mean(selector, by_name) if "." not in selector else None
    near = did_you_mean(selector, known) or (short and by_name[short])
    return SelectionError(
        Mistake(
            f"There is no rule or pack {selector!r}",
            expected="an identifier such as personal-data.known-name, or a pack; “scr-docs rules” lists them",
            mend=f"Did you mean {near}?" if near else None,
        )
    )
