"""The pages of docs/ that are made from the program itself. `python -m tests.make_docs` writes them; a test holds them to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from scr_docs import pipeline
from scr_docs.cli import scr_docs
from scr_docs.pack import Example, Rule

DOCS = Path(__file__).parent.parent / "docs"


def rules_page() -> str:
    """Every rule, with the text of its own entry."""
    lines = [
        "# Every rule", "",
        "This page is made from the packs in `checks/`; `scr-docs explain RULE` shows the same on the terminal.",
    ]  # fmt: skip
    for pack, rules in groupby(pipeline.all_rules(()), key=lambda rule: rule.pack):
        lines += ["", f"## {pack}"]
        for rule in rules:
            lines += _rule(rule)
    return "\n".join(lines) + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    entry = rule.entry
    yield from ("", f"### {rule.id}", "", f"*{rule.severity}.* {entry.message}", "")
    for head, text in (
        ("Why it matters", entry.why),
        ("How to put it right", entry.fix),
        ("When it may be wrong", entry.limits),
        ("Source", entry.source),
    ):
        if text:
            yield from (f"**{head}.** {text}", "")
    yield from ("Found:", "", *_examples(entry.bad), "", "Not found:", "", *_examples(entry.good))


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    for example in examples:
        for part, text in example.shown:
            where = "" if part == "body" else f" ({part})"
            yield f"```text{where}\n{text.strip()}\n```"


def commands_page() -> str:
    """The help of every command."""
    lines = ["# The commands", "", "This page is made from the program's own `--help`."]
    for path, command in _commands(scr_docs, ("scr-docs",)):
        context = click.Context(
            command,
            info_name=" ".join(path),
            max_content_width=100,
            terminal_width=100,
            help_option_names=["-h", "--help"],
        )
        lines += ["", f"## {' '.join(path)}", "", "```text", command.get_help(context).rstrip(), "```"]
    return "\n".join(lines) + "\n"


def _commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _commands(inner, (*path, name))


PAGES = {"rules.md": rules_page, "commands.md": commands_page}

if __name__ == "__main__":
    for page, make in PAGES.items():
        (DOCS / page).write_text(make(), "utf-8")
