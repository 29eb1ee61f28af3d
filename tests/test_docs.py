"""Documentation that cannot drift: pages made from the program, sessions run again, links that lead somewhere."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scr_docs.kinds import PARAMS
from scr_docs.letters.facts import known_fields
from tests.make_docs import DOCS, pages

ROOT = DOCS.parent
WRITTEN = sorted([ROOT / "README.md", *DOCS.rglob("*.md")])


def test_made_pages_are_up_to_date() -> None:
    """Run `python -m tests.make_docs` after a change of rules or commands."""
    made = pages()
    assert {f"rules/{path.name}" for path in (DOCS / "rules").iterdir()} == {name for name in made if "/" in name}
    for name, content in made.items():
        assert (DOCS / name).read_text("utf-8") == content, name


def sessions() -> Iterator[tuple[str, str]]:
    for block in re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL):
        command, _, output = block.partition("\n")
        yield command.removeprefix("$ "), output


@pytest.mark.parametrize(("command", "output"), list(sessions()))
def test_the_readme_shows_what_the_program_prints(command: str, output: str, tmp_path: Path) -> None:
    for name in ("sample_reports", "checks"):
        (tmp_path / name).symlink_to(ROOT / name)
    words = shlex.split(command)
    assert words[0] == "scr-docs"
    ran = subprocess.run(
        [sys.executable, "-m", "scr_docs", *words[1:]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    told = ran.stdout + ran.stderr
    at = 0
    for piece in output.split("…\n"):
        found = told.find(piece, at)
        assert found >= 0, f"not printed (any more):\n{piece}\nprinted:\n{told[at:]}"
        at = found + len(piece)


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_guide_to_letters_lists_every_field() -> None:
    text = (DOCS / "letters.md").read_text("utf-8")
    for field in known_fields():
        first, _, last = field.rpartition(".")
        assert field in text or (first in text and f".{last}" in text) or f"`{last}`" in text, field


def test_the_guide_to_checks_lists_every_kind() -> None:
    text = (DOCS / "checks.md").read_text("utf-8")
    for kind in PARAMS:
        assert f"| `{kind}` |" in text
