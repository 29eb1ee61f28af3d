"""Files that are damaged or made to harm, given to the command line: bounded time and memory, and a plain word on each."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.word.envelope import SPACES
from tests.word.raw_zip import DEFLATE_64, Entry, entry, repeated, stored, zipped
from tests.word_builder import build, p

pytest.importorskip("resource")

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DRAFT = build("Kept", header="Official")
HEADER = "word/header-default.xml"
MAIN = "word/document.xml"
MB = 2**20
NOISE = hashlib.shake_256(b"noise").digest(MB) * 50


def parts(**changed: str | bytes | None) -> dict[str, str | bytes]:
    """The parts of a small draft, some of them others, or missing for None; __ stands for /, and _ for a dot."""
    with zipfile.ZipFile(io.BytesIO(DRAFT)) as archive:
        found: dict[str, str | bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    found |= changed
    return {name: content for name, content in found.items() if content is not None}


def made(changes: dict[str, str | bytes | None] | None = None, *more: Entry) -> bytes:
    """A draft with changes, and with further entries in its zip; a further one takes the place of one of its name."""
    taken = {one.name.decode("latin-1") for one in more}
    kept = parts(**(changes or {}))
    return zipped([*(entry(name, content) for name, content in kept.items() if name not in taken), *more])


def main_part(inside: str) -> str:
    return f"<w:document {SPACES}><w:body>{inside}</w:body></w:document>"


def of_type(kind: bytes) -> bytes:
    types = parts()["[Content_Types].xml"]
    assert isinstance(types, bytes)
    return made({"[Content_Types].xml": types.replace(b"wordprocessingml.document.main", kind)})


def in_main(piece: str, times: int) -> bytes:
    before, after = main_part("\n").encode().split(b"\n")
    return made({}, repeated(MAIN, piece.encode(), times, before, after))


def nested(levels: int) -> bytes:
    data = zipped([entry("a.txt", "Kelly")])
    for _ in range(levels):
        data = zipped([entry("inner.zip", data)])
    return data


def overlapping() -> bytes:
    """A hundred entries in the directory for one in the file."""
    bomb = repeated("word/media/image0.png", b"\0" * MB, 20)
    first = replace(bomb, at=0)
    again = [replace(first, name=b"word/media/image%d.png" % number, is_only_listed=True) for number in range(1, 100)]
    return zipped([first, *again, *(entry(name, content) for name, content in parts().items())])


def holding_itself() -> bytes:
    """An entry that claims the rest of the zip, directory and all, as its content."""
    data = bytearray(made({}, stored("word/media/image1.png", b"x")))
    name = data.rfind(b"word/media/image1.png")
    before = data.find(b"word/media/image1.png") - 30
    for place in (before + 18, before + 22, name - 46 + 20, name - 46 + 24):
        data[place : place + 4] = (len(data) - before).to_bytes(4, "little")
    return bytes(data)


def undecodable_name() -> bytes:
    return zipped(
        [*(entry(name, content) for name, content in parts().items()), Entry(b"\xff\xfe.xml", b"", 0, 0, 0, 0x800)]
    )


def repacked(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts().items():
            archive.writestr(name, content)
        archive.comment = b"from Kelly"
    return out.getvalue()


def wrong_checksum() -> bytes:
    return made({}, replace(entry(HEADER, "<w:hdr/>"), crc=1))


def entities(count: int) -> str:
    declared = "".join(f'<!ENTITY e{n + 1} "&e{n};&e{n};&e{n};&e{n};&e{n};&e{n};&e{n};&e{n};">' for n in range(count))
    return f'<!DOCTYPE d [<!ENTITY e0 "Kelly">{declared}]><w:document {W}>&e{count};</w:document>'


def quadratic() -> str:
    return f'<!DOCTYPE d [<!ENTITY e "{"x" * 100_000}">]><w:document {W}>{"&e;" * 10_000}</w:document>'


def relationships(*targets: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = ("image", "header", "styles", "settings", "hyperlink")
    told = "".join(
        f'<Relationship Id="r{number}" Type="http://x/{kinds[number % 5]}" Target="{target}"/>'
        for number, target in enumerate(targets)
    )
    return f'<Relationships xmlns="{space}">{told}</Relationships>'


@dataclass(frozen=True)
class Case:
    """A file, the exit status that it must give, and what must be said of it."""

    make: Callable[[], bytes]
    status: int
    said: str
    name: str = "draft.docx"


READ, NOT_CHECKED = 0, 2
DOCTYPE = "it declares a DOCTYPE, which Word files never do"
CUT = "This Word document cannot be read: the zip is cut short or damaged. Expected:"
CASES = {
    "300 MB of zeros as a picture": Case(
        lambda: made({}, repeated("word/media/image1.png", b"\0" * MB, 300)),
        NOT_CHECKED,
        "more than 200 times its size",
    ),
    "20 million elements": Case(lambda: in_main("<w:p/>" * 100_000, 200), NOT_CHECKED, "more than 200 times its size"),
    "20 million elements, hardly packed": Case(
        lambda: made({}, stored(MAIN, main_part("<w:p/>" * 7_000_000).encode())),
        NOT_CHECKED,
        "it holds more than 400,000 elements",
    ),
    "attributes without end": Case(
        lambda: made({}, stored(MAIN, main_part("<w:p/>" + "<w:r a='' b='' c='' d='' e=''/>" * 170_000).encode())),
        NOT_CHECKED,
        "it holds more than 800,000 attributes",
    ),
    "400,000 paragraphs": Case(
        lambda: made({}, stored(MAIN, main_part("<w:p><w:r><w:t>Kelly</w:t></w:r></w:p>" * 400_000).encode())),
        NOT_CHECKED,
        "it holds more than 400,000 elements, far more than any report",
    ),
    "100,000 paragraphs": Case(
        lambda: made({}, stored(MAIN, main_part("<w:p><w:r><w:t>Kelly</w:t></w:r></w:p>" * 100_000).encode())),
        NOT_CHECKED,
        "it holds more than 60,000 paragraphs, far more than any report",
    ),
    "a part of 60 MB": Case(
        lambda: made({}, stored("word/footnotes.xml", b"<a>" + b"<b/>\n" * 12_000_000 + b"</a>")),
        NOT_CHECKED,
        "word/footnotes.xml could not be read: it is larger than 48 MB",
    ),
    "billion laughs": Case(lambda: made({MAIN: entities(10)}), NOT_CHECKED, DOCTYPE),
    "quadratic blow-up": Case(lambda: made({MAIN: quadratic()}), NOT_CHECKED, DOCTYPE),
    "external entity": Case(
        lambda: made({MAIN: f'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {W}>&e;</w:document>'}),
        NOT_CHECKED,
        DOCTYPE,
    ),
    "internal entity": Case(
        lambda: made({MAIN: f'<!DOCTYPE d [<!ENTITY e "Kelly">]><w:document {W}>&e;</w:document>'}),
        NOT_CHECKED,
        DOCTYPE,
    ),
    "external entity in the properties": Case(
        lambda: made({"docProps/core.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'}),
        NOT_CHECKED,
        "docProps/core.xml could not be read: " + DOCTYPE,
    ),
    "a DOCTYPE in UTF-16": Case(
        lambda: made({MAIN: f'<!DOCTYPE d [<!ENTITY e "Kelly">]><w:document {W}>&e;</w:document>'.encode("utf-16")}),
        NOT_CHECKED,
        DOCTYPE,
    ),
    "UTF-7": Case(
        lambda: made({MAIN: f"<?xml version='1.0' encoding='utf-7'?><w:document {W}>+ADw-x/+AD4-</w:document>"}),
        NOT_CHECKED,
        "a text coding that Word files never use",
    ),
    "two main parts of one name": Case(
        lambda: zipped([*(entry(*part) for part in parts().items()), entry(MAIN, main_part(p("Second")))]),
        READ,
        "1 file:",
    ),
    "a main part in other letters": Case(
        lambda: made({MAIN: None}, entry("WORD/Document.XML", main_part(p("Kept")))), READ, "1 file:"
    ),
    "a name that leads out": Case(
        lambda: made({"../../evil.xml": "<x>Kelly</x>"}),
        NOT_CHECKED,
        "../../evil.xml could not be read: its name leads out of the file",
    ),
    "an absolute name": Case(lambda: made({"/etc/evil.xml": "<x>Kelly</x>"}), READ, "unknown part /etc/evil.xml"),
    "a target that leads out": Case(
        lambda: made({"word/_rels/document.xml.rels": relationships("../../../../etc/passwd", "/etc/passwd")}),
        READ,
        "1 file:",
    ),
    "dangling targets": Case(
        lambda: made({"word/_rels/document.xml.rels": relationships("NULL", "", "gone.xml", "#_x", "mailto:a@b")}),
        READ,
        "1 file:",
    ),
    "no content types": Case(lambda: made({"[Content_Types].xml": None}), READ, "1 file:"),
    "no relationships": Case(lambda: made({"_rels/.rels": None}), READ, "1 file:"),
    "no main part": Case(lambda: made({MAIN: None}), NOT_CHECKED, "its main part (word/document.xml) is missing"),
    "300 levels": Case(
        lambda: made({MAIN: main_part("<w:sdt>" * 300 + "</w:sdt>" * 300)}),
        NOT_CHECKED,
        "nested deeper than 256 levels",
    ),
    "15,000 levels": Case(
        lambda: made({HEADER: f"<w:hdr {W}>" + "<w:p>" * 15_000 + "</w:p>" * 15_000 + "</w:hdr>"}),
        NOT_CHECKED,
        f"{HEADER} could not be read: it is nested deeper than 256 levels",
    ),
    "a text of 11 MB": Case(
        lambda: made({}, stored(HEADER, f"<w:hdr {W}>{'Kelly ' * 1_900_000}</w:hdr>".encode())),
        NOT_CHECKED,
        f"{HEADER} could not be read: it holds a single text of more than 10 million letters",
    ),
    "much text": Case(
        lambda: made({}, stored(MAIN, main_part(p("Nothing of note was said. " * 40) * 2_500).encode())),
        NOT_CHECKED,
        "paragraphs and cells could not be read: one file is read up to 600,000 letters",
    ),
    "cut at 30 %": Case(lambda: DRAFT[: len(DRAFT) * 30 // 100], NOT_CHECKED, CUT),
    "cut at 90 %": Case(lambda: DRAFT[: len(DRAFT) * 90 // 100], NOT_CHECKED, CUT),
    "cut at 99 %": Case(lambda: DRAFT[: len(DRAFT) * 99 // 100], NOT_CHECKED, CUT),
    "0 bytes": Case(lambda: b"", NOT_CHECKED, "This file is empty: it has 0 bytes."),
    "nothing but zeros": Case(lambda: bytes(MB), NOT_CHECKED, "This file holds nothing but zeros"),
    "a lock file": Case(lambda: b"\x05Kelly", NOT_CHECKED, "the small lock file that Word keeps", "~$draft.docx"),
    "a lock file by another name": Case(
        lambda: b"\x05Kelly".ljust(54, b" ") + b"\x05\0" + "Kelly".encode("utf-16-le").ljust(106, b" "),
        NOT_CHECKED,
        "the small lock file that Word keeps",
    ),
    "a web page": Case(
        lambda: b"<html><body>Kelly", NOT_CHECKED, "This is a web page (HTML), although its name ends in .docx."
    ),
    "RTF": Case(lambda: rb"{\rtf1 Kelly}", NOT_CHECKED, "This is a Rich Text (RTF) document, although"),
    "PDF": Case(lambda: b"%PDF-1.7\n", NOT_CHECKED, "This is a PDF, although its name ends in .docx."),
    "a wrong checksum": Case(
        wrong_checksum, NOT_CHECKED, f"{HEADER} could not be read: it is damaged: its checksum is wrong"
    ),
    "an encrypted entry": Case(
        lambda: made({}, entry(HEADER, "x", flags=1)),
        NOT_CHECKED,
        f"{HEADER} could not be read: it is protected by a password",
    ),
    "deflate64": Case(
        lambda: made({}, replace(entry(HEADER, "x"), method=DEFLATE_64)),
        NOT_CHECKED,
        "packed in a way that cannot be unpacked",
    ),
    "a name that is no UTF-8": Case(undecodable_name, NOT_CHECKED, "the name of a part in it is not legible"),
    "two names for one entry": Case(
        lambda: made({}, entry(HEADER, f"<w:hdr {W}/>", name_before=b"word/kelly.xml")),
        NOT_CHECKED,
        "by two different names",
    ),
    "a name with a zero byte": Case(
        lambda: made({}, entry("word/kelly\0.xml", "<x/>")), NOT_CHECKED, "by two different names"
    ),
    "bad UTF-8": Case(
        lambda: made({HEADER: f"<w:hdr {W}>".encode() + b"\xff\xfe\xfa</w:hdr>"}),
        NOT_CHECKED,
        "it is damaged: it is not well-formed XML",
    ),
    "a control character": Case(
        lambda: made({HEADER: f"<w:hdr {W}>\x01</w:hdr>"}), NOT_CHECKED, "it is damaged: it is not well-formed XML"
    ),
    "XML that is cut": Case(
        lambda: made({HEADER: f"<w:hdr {W}><w:p>"}), NOT_CHECKED, "it is damaged: it is not well-formed XML"
    ),
    "a part in UTF-16": Case(lambda: made({MAIN: main_part(p("Kept")).encode("utf-16")}), READ, "1 file:"),
    "stored": Case(lambda: repacked(zipfile.ZIP_STORED), READ, "1 file:"),
    "bzip2": Case(lambda: repacked(zipfile.ZIP_BZIP2), READ, "1 file:"),
    "LZMA": Case(lambda: repacked(zipfile.ZIP_LZMA), READ, "1 file:"),
    "text before and after the zip": Case(lambda: b"Kelly wrote this " + DRAFT + b"and this", READ, "1 file:"),
    "a document with macros": Case(
        lambda: of_type(b"x.macroEnabledTemplate.main"),
        READ,
        "1 file:",
        "draft.dotm",
    ),
    "a wrong content type": Case(
        lambda: of_type(b"wrong"),
        READ,
        "1 file:",
    ),
    "200 MB of pictures": Case(
        lambda: made(
            {}, *(stored(f"word/media/image{n}.jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + NOISE) for n in range(4))
        ),
        READ,
        "1 file:",
    ),
    "entries that overlap": Case(overlapping, NOT_CHECKED, "it shares its bytes with another part"),
    "an entry that holds the zip": Case(holding_itself, NOT_CHECKED, "it shares its bytes with another part"),
    "zips in zips": Case(
        lambda: made({"word/embeddings/inner.zip": nested(50)}),
        NOT_CHECKED,
        "inner.zip could not be read: not opened: it is nested too deeply",
    ),
    "many names": Case(
        lambda: zipped(
            [*(entry(*part) for part in parts().items()), *(Entry(b"a%d" % n, b"", 0, 0, 0) for n in range(20_000))]
        ),
        NOT_CHECKED,
        "it holds more than 10,000 parts",
    ),
    "a million names": Case(
        lambda: b"PK\x03\x04" + b"PK\x01\x02" * 1_000_000, NOT_CHECKED, "it holds more than 10,000 parts"
    ),
}


@dataclass(frozen=True)
class Ran:
    """What `scr-docs lint` did with one file."""

    said: str
    status: int
    seconds: float
    megabytes: float


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    """All files, each checked in a process of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    paths: dict[str, Path] = {}
    for number, (name, case) in enumerate(CASES.items()):
        path = folder / str(number) / case.name
        path.parent.mkdir()
        path.write_bytes(case.make())
        paths[name] = path
    command = [sys.executable, "-m", "tests.word.limited", *map(str, paths.values())]
    ran = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout)
    for path in paths.values():
        path.unlink()
    return {name: Ran(**ran[str(path)]) for name, path in paths.items()}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_told_in_plain_words_within_bounds(name: str, runs: dict[str, Ran]) -> None:
    ran, case = runs[name], CASES[name]
    assert case.said in ran.said
    assert ran.status == case.status
    assert ("NOT CHECKED" in ran.said) == (case.status == NOT_CHECKED)
    assert "Traceback" not in ran.said
    assert "by a fault of scr-docs" not in ran.said
    assert ran.seconds < (60 if name == "much text" else 15)
    assert ran.megabytes < 500
