"""A template comes from outside: what it could do to the office or to a family is refused, and nothing of it is run."""

from __future__ import annotations

import contextlib
import io
import os
import re
import time
import zipfile
from pathlib import Path

import pytest

from scr_docs.errors import ScrDocsError, TemplateError
from scr_docs.letters.facts import known_fields
from scr_docs.letters.merging.template import Template
from scr_docs.letters.merging.untrusted import LARGEST_FILE, NotReadError
from scr_docs.letters.stages import load, stages
from tests.letters.own_stage import own_stage
from tests.word_builder import build, field, p, r

FIELDS = known_fields()
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
VBA = "application/vnd.ms-office.vbaProject"


def template(tmp_path: Path, data: bytes) -> Template:
    path = tmp_path / "letter.docx"
    path.write_bytes(data)
    return Template(path, FIELDS)


def told(tmp_path: Path, data: bytes) -> str:
    with pytest.raises(TemplateError) as wrong:
        template(tmp_path, data)
    return str(wrong.value)


def changed(data: bytes, **parts: tuple[str, str, str]) -> bytes:
    """The file with `part: (name, before, after)` put in the place of each other; a new part where before is empty."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        content = {name: old.read(name) for name in old.namelist()}
        for name, before, after in parts.values():
            content[name] = (
                content.get(name, b"").replace(before.encode(), after.encode()) if before else after.encode()
            )
        for name, one in content.items():
            new.writestr(name, one)
    return output.getvalue()


def with_arrow(kind: str, target: str) -> bytes:
    arrow = f'<Relationship Id="rIdX" Type="{REL}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return changed(build("Hello"), x=("word/_rels/document.xml.rels", "</Relationships>", arrow))


TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (changed(build("x"), x=(TYPES, MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml")), "macros, which are programs. Save it as a Word document"),
        (changed(build("x"), x=(TYPES, MAIN, MAIN.replace("document.main", "template.main"))), "It is a Word template (.dotx). Save it as a Word document"),
        (changed(build("x"), x=("word/vbaProject.bin", "", "x")), "It holds macros, which are programs"),
        (changed(build("x"), x=("word/embeddings/oleObject1.bin", "", "x")), "It holds an embedded file or control"),
        (changed(build("x"), x=("word/activeX/activeX1.xml", "", "<x/>")), "It holds an embedded file or control"),
        (changed(build("x"), x=("word/afchunk.mht", "", "x")), "It holds another document"),
        (with_arrow("image", "https://example.org/pixel.png"), "A picture would be fetched from elsewhere when the letter is opened"),
        (with_arrow("oleObject", "file:///c:/x.doc"), "Something would be fetched from elsewhere"),
        (with_arrow("subDocument", "other.docx"), "Something would be fetched from elsewhere"),
        (with_arrow("hyperlink", "file:///s:/families/list.xlsx"), "A link leads to a file or a program"),
        (with_arrow("hyperlink", r"\\server\share\x.exe"), "A link leads to a file or a program"),
        (with_arrow("hyperlink", "javascript:alert(1)"), "A link leads to a file or a program"),
        (build(p(field("INCLUDEPICTURE https://example.org/x.png", "x"))), "A field INCLUDEPICTURE of Word stands in it"),
        (build(p(field("INCLUDETEXT c:/x.docx", "x"))), "A field INCLUDETEXT of Word stands in it"),
        (build(p(field("DDEAUTO cmd /c calc", "x"))), "A field DDEAUTO of Word stands in it"),
        (build(p(field("IF 1 = 1 yes no", "x"))), "A field IF of Word stands in it"),
        (build(p(field("AUTHOR", "x"))), "A field AUTHOR of Word stands in it"),
        (build(p(field(r'DATE \@ "d MMMM yyyy"', "x"))), "A field DATE would show another day whenever the letter is opened. Write {{ letter.date }}"),
        (build(p(field("MERGEFIELD Name", "x"))), "A field of Word's mail merge stands in it. Write a field in double braces"),
        (build(f'<w:p><w:fldSimple w:instr=" USERNAME ">{r("x")}</w:fldSimple></w:p>'), "A field USERNAME of Word stands in it"),
        (build(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO x</w:instrText></w:r>{r("x")}</w:p>'), "A field DDEAUTO of Word"),
        (changed(build("x"), x=("word/document.xml", "<w:document", '<!DOCTYPE x [<!ENTITY a "b">]><w:document')), "It holds a definition that no Word file holds"),
    ],
)  # fmt: skip
def test_what_no_template_may_hold_is_told_with_how_to_mend_it(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in told(tmp_path, data)


@pytest.mark.parametrize("target", ["https://example.org/help", "mailto:help@example.org", "tel:01632960100"])
def test_links_that_a_family_can_follow_are_allowed(tmp_path: Path, target: str) -> None:
    assert template(tmp_path, with_arrow("hyperlink", target))


def test_page_numbers_are_allowed(tmp_path: Path) -> None:
    assert template(tmp_path, build(p(field("PAGE", "1")), footer=p(field("NUMPAGES", "1"))))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "It is no Word file that can be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password, or a file of an older Word"),
        (b"PK" + bytes(LARGEST_FILE), "It is larger than 20 MB"),
        (build("Hello " * 50)[:-40], "It is no Word file that can be read"),
        (changed(build("x"), x=("../../evil.xml", "", "<x/>")), "the names of its parts are not as Word writes them"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_looked_at_is_not_called_right(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "letter.docx").write_bytes(data)
    with pytest.raises(NotReadError, match=re.escape(said)):
        Template(tmp_path / "letter.docx", FIELDS)


def test_a_file_that_unpacks_without_end_is_refused_quickly(tmp_path: Path) -> None:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bomb:
        bomb.writestr(TYPES, MAIN)
        bomb.writestr("word/document.xml", b"<" + b" " * 80_000_000)
    (tmp_path / "letter.docx").write_bytes(output.getvalue())
    begin = time.process_time()
    with pytest.raises(NotReadError):
        Template(tmp_path / "letter.docx", FIELDS)
    assert time.process_time() - begin < 5


PROGRAMS = (
    "{{ ''.__class__.__mro__ }}", "{{ person.__init__.__globals__ }}", "{% include '/etc/passwd' %}", "{% import 'os' as os %}",
    "{{ 9**9**9 }}", "{{ person['name'] }}", "{% set x = 1 %}", "{% macro x() %}a{% endmacro %}", "{{ range(9) }}", "{{ person.name() }}",
    "{{ person.name | attr('x') }}", "{% for a in 'x' * 99999999 %}b{% endfor %}", "{{ cycler }}",
)  # fmt: skip


@pytest.mark.parametrize("tag", PROGRAMS)
def test_a_program_in_a_template_is_refused_before_it_runs(tmp_path: Path, tag: str) -> None:
    assert "letter.docx" in told(tmp_path, build(p(r("a " + tag))))


@pytest.mark.parametrize(
    "begin",
    [
        "{{ ",
        "{% if ",
        "{",
        "{{",
        "{%p ",
        "<w:t>{%",
        "}}",
        "{% for ",
        "{% if support %}",
        "{% if support %}x{% endif %}",
        "{{ board.name }}",
    ],
)
def test_a_hostile_paragraph_takes_seconds_at_most(tmp_path: Path, begin: str) -> None:
    begin_at = time.process_time()
    with contextlib.suppress(ScrDocsError):
        template(tmp_path, build(*[p(r(begin * 1000))] * 5)).render({})
    assert time.process_time() - begin_at < 10


@pytest.mark.parametrize("name", ["..", "First Notice", "CON me", "a/b", "-x", "é", "x" * 60])
def test_the_name_of_a_stage_stands_in_names_of_files_and_is_refused_if_it_could_lead_elsewhere(
    tmp_path: Path, name: str
) -> None:
    found = own_stage(tmp_path)
    with pytest.raises(TemplateError):
        load(found.template.parent.parent / name)


def test_letter_yaml_cannot_name_another_stage_or_place(tmp_path: Path) -> None:
    for name in ("../../etc", "first-notice", "hello/../x"):
        with pytest.raises(TemplateError, match="does not agree with the name of its folder"):
            own_stage(tmp_path, stage=name)


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
def test_a_link_to_another_place_is_no_file_of_a_stage(tmp_path: Path) -> None:
    found = own_stage(tmp_path, files={"call-script.txt": "Hello"})
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", "utf-8")
    script = found.template.with_name("call-script.txt")
    script.unlink()
    script.symlink_to(secret)
    assert found.version("call-script") is None
    found.template.unlink()
    found.template.symlink_to(secret)
    with pytest.raises(TemplateError, match="The letter itself is missing"):
        load(found.template.parent)


def test_every_shipped_letter_holds_nothing_of_that_kind() -> None:
    for found in stages():
        for version in ("letter", "easy-read", "young-person"):
            path = found.version(version)
            assert path is not None
            Template(path, FIELDS)
