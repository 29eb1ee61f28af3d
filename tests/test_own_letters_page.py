"""docs/own-letters.md, followed to the letter: its commands are run, its files written, its words put into Word."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import docx
import pytest

from scr_docs import word
from tests.letters.own_stage import whole_case_with

PAGE = (Path(__file__).parent.parent / "docs" / "own-letters.md").read_text("utf-8")


def block(kind: str, holds: str) -> str:
    """The block of the page of this kind that holds these words."""
    found = re.findall(rf"^( *)```{kind}\n(.*?)^ *```$", PAGE, flags=re.MULTILINE | re.DOTALL)
    (told,) = [textwrap.dedent(text) for _, text in found if holds in text]
    return told


def run(folder: Path, beginning: str) -> str:
    """What the one command of the page that begins so says, run as it stands there."""
    lines = re.findall(r"^ *\$ scr-docs (.*)$", PAGE, flags=re.MULTILINE)
    (line,) = {one for one in lines if one.startswith(beginning)}
    done = subprocess.run(
        [sys.executable, "-m", "scr_docs", *shlex.split(line)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def write_as_the_page_says(path: Path, lines: list[str]) -> None:
    """What step 3 has somebody do in Word."""
    document = docx.Document(str(path))
    body = list(document.element.body)
    tables = [element for element in body if element.tag.endswith("}tbl")]
    dear = next(one for one in document.paragraphs if one.text.startswith("Dear "))
    for element in body[body.index(dear._p) + 1 : body.index(tables[-1])]:
        document.element.body.remove(element)
    for number, line in enumerate(lines):
        style = "Heading 1" if number == 0 else "Template Tag" if line.startswith("{%p") else "Normal"
        tables[-1].addprevious(document.add_paragraph(line, style)._p)
    document.save(str(path))


@pytest.mark.slow
def test_a_stage_is_added_by_following_the_page_alone(tmp_path: Path) -> None:
    run(tmp_path, "templates export")
    (tmp_path / "scr-docs.yaml").write_text(block("yaml", "templates:"), "utf-8")
    assert "thank-you: right" in run(tmp_path, "templates check")
    run(tmp_path, "templates preview thank-you")
    assert (tmp_path / "preview" / "thank-you-standard.docx").is_file()

    own = tmp_path / "our-letters" / "anniversary"
    own.mkdir()
    shutil.copy(tmp_path / "our-letters" / "thank-you" / "letter.docx", own)
    (own / "letter.yaml").write_text(block("yaml", "stage: anniversary\n"), "utf-8")
    write_as_the_page_says(own / "letter.docx", block("text", "Thinking of you").splitlines())
    assert "anniversary: right" in run(tmp_path, "templates check")
    run(tmp_path, "templates preview anniversary")
    listed = re.findall(r"^([a-z-]+)$", run(tmp_path, "letters list"), flags=re.MULTILINE)
    assert listed[-2:] == ["thank-you", "anniversary"]

    whole_case_with(tmp_path, "thank-you")
    run(tmp_path, "letters make")
    text = "\n".join(
        b.text for b in word.read(tmp_path / "letters" / "HB-2016-02-anniversary-mother-large-print.docx").blocks
    )
    assert "I am thinking of you and of Toby as the day comes near." in text
    assert "Lantern: 020\u00a07946\u00a00218" in text

    case = (tmp_path / "case.yaml").read_text("utf-8")
    line = block("yaml", "contacts:").splitlines()[1]
    (tmp_path / "case.yaml").write_text(
        re.sub(r"^contacts:$", f"contacts:\n{line.removeprefix('  ')}", case, flags=re.MULTILINE), "utf-8"
    )
    checked = [sys.executable, "-m", "scr_docs", "case", "check", "case.yaml"]
    said = subprocess.run(checked, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert "is no stage of letters" not in said
    assert re.search(r"^  anniversary ", said, flags=re.MULTILINE)
