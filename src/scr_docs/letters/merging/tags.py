"""What a template uses and does, read from its syntax tree: fields, printed things, and what letters may not do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from scr_docs.errors import did_you_mean
from scr_docs.letters.merging.environment import FILTERS

_PLAIN_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.CondExpr, nodes.Const, nodes.Name, nodes.Getattr, nodes.For, nodes.Concat, nodes.Tuple, nodes.List,
)  # fmt: skip
_OF_LOOPS = frozenset({"first", "last", "index", "length"})


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong with a template: what, how to mend it, and pieces of text by which its paragraph is found."""

    what: str
    mend: str
    near: tuple[str, ...] = ()


def troubles(tree: nodes.Template, fields: Collection[str], lists: Collection[str]) -> Iterator[Trouble]:
    """What is wrong with the tags of a template: unknown fields, lists that are printed, what letters may not do."""
    for used in dict.fromkeys(_used(tree, {})):
        if used not in fields:
            yield Trouble(
                f"The field {used} does not exist", _instead_of(used, fields), (used, f".{used.rpartition('.')[2]}")
            )
    for output in tree.find_all(nodes.Output):
        for printed in output.nodes:
            yield from _printed(printed, lists)
    for node in _all(tree):
        if isinstance(node, nodes.Filter):
            if node.name not in FILTERS:
                known = ", ".join(FILTERS)
                yield Trouble(f"The template uses the filter {node.name}", f"Letters know {known}", (node.name,))
        elif isinstance(node, nodes.Const) and "&" in str(node.value):
            yield Trouble(
                "Words in quotes within a tag hold “&”", "Write “and”, or put the words beside the tag", ("&",)
            )
        elif not isinstance(node, _PLAIN_NODES) or (
            isinstance(node, nodes.Getattr) and not isinstance(node.node, (nodes.Name, nodes.Getattr))
        ):
            told = "The template tries to do something that letters may not do"
            yield Trouble(told, "Tags hold fields, if, for, and comparisons with words in quotes", _words_of(node))


def _instead_of(used: str, fields: Collection[str]) -> str:
    """Which field may be meant; else those that begin alike; else what fields begin with."""
    if near := did_you_mean(used, fields):
        return f"Did you mean {near}?"
    root = used.partition(".")[0]
    alike = sorted(field for field in fields if field.partition(".")[0] == root)
    return f"There are {', '.join(alike or sorted({field.partition('.')[0] for field in fields}))}"


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        if not (isinstance(node, nodes.Filter) and isinstance(child, nodes.Keyword)):
            yield from _all(child)


def _printed(node: nodes.Node, lists: Collection[str]) -> Iterator[Trouble]:
    if isinstance(node, nodes.Const):
        yield Trouble(
            "A tag prints words of its own", "Write the words beside the tag, as plain text", (str(node.value),)
        )
    path = _dotted(node, {})
    if path in lists:
        mend = f"A list is written with {{%p for item in {path} %}}, {{{{ item }}}} and {{%p endfor %}}"
        yield Trouble(f"The field {path} is printed, and is a list", mend, (str(path),))


def _words_of(node: nodes.Node) -> tuple[str, ...]:
    """Pieces of the tag that a reader would find in it."""
    names = [found.attr for found in node.find_all(nodes.Getattr)] + [found.name for found in node.find_all(nodes.Name)]
    consts = [str(found.value) for found in node.find_all(nodes.Const) if str(found.value).strip()]
    own = [str(getattr(node, "name", "") or getattr(node, "attr", "") or "")]
    return tuple(word for word in (*own, *names, *consts) if word)


def _used(node: nodes.Node, local: Mapping[str, str]) -> Iterator[str]:
    """The dotted fields that a template uses; those of a loop's variable by the list that it runs over."""
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        source = _dotted(node.iter, local)
        yield from _used(node.iter, local)
        inner = {**local, node.target.name: source or "", "loop": ""}
        for child in (*node.body, *([node.test] if node.test else [])):
            yield from _used(child, inner)
        for child in node.else_:
            yield from _used(child, local)
        return
    if (
        isinstance(node, nodes.Getattr)
        and isinstance(node.node, nodes.Name)
        and node.node.name == "loop"
        and "loop" in local
    ):
        if node.attr not in _OF_LOOPS:
            yield f"loop.{node.attr}"
        return
    path = _dotted(node, local)
    if path is not None:
        if path and not (isinstance(node, nodes.Name) and node.name in local):
            yield path
        return
    for child in node.iter_child_nodes():
        yield from _used(child, local)


def _dotted(node: nodes.Node, local: Mapping[str, str]) -> str | None:
    """The dotted name of a field; "" for something of a loop that is no field; None where the node is no field."""
    if isinstance(node, nodes.Name):
        return local.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        above = _dotted(node.node, local)
        return f"{above}.{node.attr}" if above else above
    return None
