"""PDFs by LibreOffice: whole, tagged, the same twice; and what happens where it hangs, breaks or says nothing.

Where LibreOffice is not installed the tests that need it are left out, and say so; SCR_DOCS_SYSTEM_TOOLS=required makes
that a failure. What goes wrong with it is played by small programs in its place.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import page
import pytest
from pypdf import PdfReader

from scr_docs.letters import package, pdf
from scr_docs.letters.pdf import libreoffice
from scr_docs.letters.pdf.letterhead import said_first
from scr_docs.letters.pdf.made import Made, NotMade
from scr_docs.letters.pdf.said import said
from tests.letters.pdf_letters import FORMATS, finished, saying

OFFICE = libreoffice.program()
needs_office = [
    pytest.mark.slow,
    pytest.mark.skipif(
        OFFICE is None and os.environ.get("SCR_DOCS_SYSTEM_TOOLS") != "required", reason="LibreOffice is not installed"
    ),
]
in_its_place = pytest.mark.skipif(os.name == "nt", reason="the programs in its place are shell scripts")


SERVER = """
import http.server, pathlib, sys
folder = pathlib.Path(sys.argv[1])
class Listen(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with (folder / "asked").open("a") as asked: asked.write(self.path)
        self.send_error(404)
    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET
    def log_message(self, *told): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Listen)
(folder / "asked").write_text("")
(folder / "port").write_text(str(server.server_port))
server.serve_forever()
"""


def wait_for(path: Path) -> str:
    for _ in range(200):
        if path.exists() and path.read_text():
            return path.read_text()
        time.sleep(0.1)
    raise AssertionError("the server did not begin")


def by_office(letters: dict[str, bytes]) -> dict[str, Made]:
    assert OFFICE is not None
    return pdf.pdfs(letters, lambda some: libreoffice.convert(some, str(OFFICE)))


@pytest.fixture(scope="module")
def letters() -> dict[str, bytes]:
    """Every format of four stages."""
    stages = ("first-notice", "invitation", "second-attempt", "publication")
    return {f"{stage}-{format_}": content for stage in stages for format_, content in finished(stage).items()}


@pytest.fixture(scope="module")
def made(letters: dict[str, bytes]) -> dict[str, bytes]:
    found = by_office(letters)
    assert {name: one for name, one in found.items() if isinstance(one, NotMade)} == {}
    return {name: one for name, one in found.items() if isinstance(one, bytes)}


class TestByLibreOffice:
    pytestmark = needs_office

    def test_every_format_of_a_letter_passes_pdf_ua(self, made: dict[str, bytes]) -> None:
        assert len(made) == 4 * len(FORMATS)
        for name, content in made.items():
            report = page.validate_pdf_bytes(content, profile="ua1")
            assert report.is_compliant, (name, str(report))

    def test_the_letterhead_is_said_first(self, made: dict[str, bytes]) -> None:
        for name, content in made.items():
            assert said(PdfReader(io.BytesIO(content))).words.startswith("Westmoor Safeguarding"), name

    def test_the_same_letters_give_the_same_bytes(self, letters: dict[str, bytes], made: dict[str, bytes]) -> None:
        again = by_office({name: letters[name] for name in list(letters)[:3]})
        assert again == {name: made[name] for name in again}

    def test_it_holds_nothing_of_this_computer_or_day(self, made: dict[str, bytes]) -> None:
        info = PdfReader(io.BytesIO(made["first-notice-standard"])).metadata
        assert info is not None
        assert str(info["/CreationDate"]) == "D:20190516000000Z'"
        assert str(info["/Author"]) == "WSCP"

    def test_words_in_the_letters_of_other_scripts_are_all_there_or_the_letter_is_refused(self) -> None:
        texts = {"polish": "Zażółć gęślą jaźń", "arabic": "مرحبا 01632 960147", "none": "\u16a0\U00012000"}
        found = by_office({name: saying(text) for name, text in texts.items()})
        assert isinstance(found["polish"], bytes)
        assert all(isinstance(one, bytes) or "font" in one.why for one in found.values())

    def test_more_letters_than_one_call_takes_are_all_made(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """LibreOffice 7.4 is silent about all files after the 247th of a call."""
        assert libreoffice.MOST_AT_ONCE < 247
        monkeypatch.setattr(libreoffice, "MOST_AT_ONCE", 2)
        letter = finished("first-notice")["young-person"]
        found = by_office({str(number): letter for number in range(5)})
        assert len(found) == 5
        assert all(isinstance(one, bytes) for one in found.values())

    def test_a_picture_from_elsewhere_is_not_fetched(self, tmp_path: Path) -> None:
        """Without the settings of the profile LibreOffice asks three times for such a picture."""
        server = subprocess.Popen([sys.executable, "-c", SERVER, str(tmp_path)])
        try:
            port = wait_for(tmp_path / "port")
            parts = package.parts(finished("first-notice")["easy-read"])
            arrows, document = "word/_rels/document.xml.rels", parts["word/document.xml"]
            picture = re.search(rb'Id="(\w+)"[^>]*Target="(media/[^"]+)"', parts[arrows])
            assert picture is not None
            away = f'Target="http://127.0.0.1:{port}/x.png" TargetMode="External"'.encode()
            linked = document.replace(b'r:embed="' + picture[1], b'r:link="' + picture[1])
            assert linked != document
            there = parts[arrows].replace(b'Target="' + picture[2] + b'"', away)
            letter = package.packed({**parts, "word/document.xml": linked, arrows: there})
            assert OFFICE is not None
            assert isinstance(libreoffice.convert({"a": letter}, OFFICE)["a"], bytes)
        finally:
            server.terminate()
            server.wait()
        assert (tmp_path / "asked").read_text() == ""

    def test_a_plain_conversion_is_refused_as_untagged(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(libreoffice, "_FILTER", "pdf")
        found = by_office({"a": saying("x")})
        assert found == {"a": NotMade("it is not tagged: a screen reader would find no headings and no order")}


def program(folder: Path, does: str) -> str:
    """A program in LibreOffice's place. It knows $out, the folder for PDFs, and $files, the letters."""
    path = folder / "soffice"
    path.write_text(
        "#!/bin/sh\n"
        'while [ $# -gt 0 ]; do case "$1" in --outdir) out="$2"; shift;; *.docx) files="$files $1";; '
        '-env:*) echo "$1" > "' + str(folder) + '/profile";; esac; shift; done\n'
        f'mkdir -p "$out"\n{does}\n'
    )
    path.chmod(0o755)
    return str(path)


def left_behind() -> list[Path]:
    return list(Path(tempfile.gettempdir()).glob("scr-docs-*"))


@in_its_place
class TestWhatGoesWrong:
    def test_one_that_hangs_is_ended_with_all_that_it_began(self, tmp_path: Path) -> None:
        office = program(tmp_path, f'sleep 600 & echo $! > "{tmp_path}/child"; wait')
        begin = time.monotonic()
        found = libreoffice.convert({"a": saying("x"), "b": saying("y")}, office, begin=4, each=0)
        assert time.monotonic() - begin < 20
        assert found["a"] == NotMade("LibreOffice was not done after 4 seconds and was ended")
        child = Path(f"/proc/{(tmp_path / 'child').read_text().strip()}/stat")
        for _ in range(50):
            if not child.exists() or ") Z " in child.read_text():
                break
            time.sleep(0.1)
        else:
            pytest.fail("the child is still there")

    def test_one_that_ends_well_and_makes_nothing_is_told(self, tmp_path: Path) -> None:
        found = libreoffice.convert({"a": saying("x")}, program(tmp_path, "exit 0"))
        assert found == {"a": NotMade("LibreOffice made no PDF of it")}

    def test_a_letter_that_a_call_left_out_is_tried_once_by_itself(self, tmp_path: Path) -> None:
        office = program(
            tmp_path,
            f'echo "$files" >> "{tmp_path}/calls"; cp "${{files##* }}" "$out/$(basename ${{files##* }} .docx).pdf"',
        )
        found = libreoffice.convert({"a": saying("x"), "b": saying("y")}, office)
        assert [len(line.split()) for line in (tmp_path / "calls").read_text().splitlines()] == [2, 1]
        assert not any(isinstance(one, NotMade) for one in found.values())

    @pytest.mark.parametrize("content", ["", "%PDF-1.7", "no PDF at all"])
    def test_what_is_no_pdf_is_refused(self, content: str, tmp_path: Path) -> None:
        office = program(
            tmp_path, f'for file in $files; do printf "{content}" > "$out/$(basename $file .docx).pdf"; done'
        )
        found = pdf.pdfs({"a": saying("x")}, lambda some: libreoffice.convert(some, office))
        assert isinstance(found["a"], NotMade)
        assert "cannot be read back" in found["a"].why

    def test_one_that_cannot_be_started_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "soffice").write_text("")
        found = libreoffice.convert({"a": saying("x")}, str(tmp_path / "soffice"))
        assert found == {"a": NotMade("LibreOffice cannot be started")}

    def test_nothing_of_the_letters_or_the_profile_is_left(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
        (tmp_path / "temporary").mkdir()
        for does, seconds in (("exit 0", 60.0), ("exit 1", 60.0), ("sleep 60", 0.5)):
            libreoffice.convert({"a": saying("x")}, program(tmp_path, does), begin=seconds, each=0)
            profile = (tmp_path / "profile").read_text()
            assert str(tmp_path / "temporary") in profile, "a profile of its own"
            assert left_behind() == []

    def test_the_names_of_the_letters_are_in_no_command_line(self, tmp_path: Path) -> None:
        office = program(tmp_path, f'echo "$files" > "{tmp_path}/files"')
        libreoffice.convert({"WM-2019-04-first-notice-mother.docx": saying("x")}, office)
        assert "mother" not in (tmp_path / "files").read_text()


class TestTheLetterhead:
    def test_it_comes_before_all_else_and_no_word_is_lost(self) -> None:
        letter = finished("first-notice")["standard"]
        parts = package.parts(said_first(letter))
        assert parts["word/document.xml"].index(b"Old Corn Exchange") < parts["word/document.xml"].index(b"27 Larkrise")
        assert b"Old Corn Exchange" not in parts["word/header1.xml"]

    def test_one_with_a_picture_or_with_another_on_later_pages_stays_where_it_is(self) -> None:
        parts = package.parts(finished("first-notice")["standard"])
        drawing = parts["word/header1.xml"].replace(b"<w:t ", b"<w:drawing/><w:t ", 1)
        document = parts["word/document.xml"].replace(
            b'headerReference w:type="first"', b'headerReference w:type="default"'
        )
        assert drawing != parts["word/header1.xml"]
        assert document != parts["word/document.xml"]
        for changed in ({"word/header1.xml": drawing}, {"word/document.xml": document}):
            letter = package.packed({**parts, **changed})
            assert said_first(letter) == letter
