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


def rule_pages() -> Iterator[tuple[str, str]]:
    """A page for each pack with the text of every entry, and one that lists all rules."""
    index = [
        "# Every rule", "",
        "These pages are made from the packs in `checks/`; `scr-docs explain RULE` shows the same on the terminal.",
    ]  # fmt: skip
    for pack, rules in groupby(pipeline.all_rules(()), key=lambda rule: rule.pack):
        page = [f"# {pack}", "", "[Every rule](README.md)"]
        index += ["", f"## [{pack}]({pack}.md)", "", "| rule | severity | what it says |", "|---|---|---|"]
        for rule in rules:
            name = rule.id.partition(".")[2]
            says = rule.entry.message.replace("|", "\\|")
            index.append(f"| [{name}]({pack}.md#{rule.id.replace('.', '')}) | {rule.severity} | {says} |")
            page += _rule(rule)
        yield f"rules/{pack}.md", "\n".join(page) + "\n"
    yield "rules/README.md", "\n".join(index) + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    entry = rule.entry
    yield from ("", f"## {rule.id}", "", f"*{rule.severity}.* {entry.message}", "")
    for head, text in (
        ("Why it matters", entry.why),
        ("How to put it right", entry.fix),
        ("When it may be wrong", entry.limits),
        ("Source", entry.source),
    ):
        if text:
            yield from (f"**{head}.** {text}", "")
    yield from ("Found:", "", _examples(entry.bad), "", "Not found:", "", _examples(entry.good))


def _examples(examples: tuple[Example, ...]) -> str:
    shown = [
        text.strip() if part == "body" else f"({part}) {text.strip()}"
        for example in examples
        for part, text in example.shown
    ]
    return "```text\n" + "\n\n".join(shown) + "\n```"


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


def pages() -> dict[str, str]:
    """Every page, by its path in docs/."""
    return {"commands.md": commands_page(), **dict(rule_pages())}


if __name__ == "__main__":
    (DOCS / "rules").mkdir(exist_ok=True)
    made = pages()
    for old in (DOCS / "rules").glob("*.md"):
        if f"rules/{old.name}" not in made:
            old.unlink()
    for name, content in made.items():
        (DOCS / name).write_text(content, "utf-8")
