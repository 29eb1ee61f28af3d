"""Every known way in which docxtpl, or Word while somebody types, loses or spoils words: each is refused, or proved harmless."""

from __future__ import annotations

import datetime
import io
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scr_docs import word
from scr_docs.errors import TemplateError
from scr_docs.letters import package
from scr_docs.letters.facts import known_fields
from scr_docs.letters.merging.template import Rendered, Template
from tests import word_builder as w

FIELDS = known_fields()
FACTS: dict[str, Any] = {
    "person": {"name": "Kelly Quill", "greeting": "Kelly", "address": ["14 Acacia Road", "HB2 4QX"]},
    "subject": {"greeting": "Toby", "died": True},
    "board": {"name": "Smith & Sons <Board>", "phone": "01632 960100"},
    "support": [{"name": "Lantern", "what": "help", "phone": "", "email": "", "website": ""}],
    "waiting": {"reason": "criminal-proceedings"},
}


def template(tmp_path: Path, *body: str, **more: Any) -> Template:
    path = tmp_path / "letter.docx"
    path.write_bytes(w.build(*(one if one.startswith("<") else w.p(one) for one in body), **more))
    return Template(path, FIELDS)


def told(tmp_path: Path, *body: str, **more: Any) -> str:
    with pytest.raises(TemplateError) as wrong:
        template(tmp_path, *body, **more)
    assert str(tmp_path / "letter.docx") in str(wrong.value)
    return str(wrong.value).replace(str(tmp_path / "letter.docx"), "").removeprefix(": ")


def text_of(rendered: Rendered) -> str:
    content = package.finish(rendered.parts, title="Letter", author="Board", day=datetime.date(2016, 1, 15))
    return "\n".join(block.text for block in word.read_bytes(content, "letter.docx").blocks)


TOLD_BEFORE_ANY_LETTER = [
    # trap, paragraphs, what is said
    ("3 a mistyped field", ["Dear {{ person.nmae }},"], "paragraph 1 (“Dear {{ person.nmae }},”): The field person.nmae does not exist. Did you mean person.name?"),
    ("3 a mistyped root", ["Hello", "{{ persn.name }}"], "paragraph 2 (“{{ persn.name }}”): The field persn.name does not exist. Did you mean person.name?"),
    ("3 a mistyped item", ["{%p for item in support %}", "{{ item.phon }}", "{%p endfor %}"], "The field support.phon does not exist. Did you mean support.phone?"),
    ("3 a mistyped condition", ["{%p if review.proceedngs %}", "x", "{%p endif %}"], "The field review.proceedngs does not exist. Did you mean review.proceedings?"),
    ("4 a list that is printed", ["Help: {{ support }}"], "paragraph 1 (“Help: {{ support }}”): The field support is printed, and is a list. A list is written with {%p for item in support %}"),
    ("5 6 rich text", ["See {{r person.name }} end"], "paragraph 1 (“See {{r person.name }} end”): A tag changes runs, columns or pictures, which letters cannot"),
    ("7 words beside a tag", ["Read this {%p if support %}", "x", "{%p endif %}"], "paragraph 1 (“Read this {%p if support %}”): The words “Read this” stand beside {%p if support %} and would be deleted. Put the tag in a paragraph of its own."),
    ("7 words in a row", [w.tbl(("{%tr if support %}", "Ring us"), ("a", "b"), ("{%tr endif %}", ""))], "The words “Ring us” stand in the row of {%tr if support %} and would be deleted"),
    ("7 a row outside a table", ["{%tr if support %}", "x", "{%tr endif %}"], "{%tr …%} stands outside a table. Outside a table write {%p."),
    ("8 two in a paragraph", ["{%p if support %}{%p endif %}"], "paragraph 1 (“{%p if support %}{%p endif %}”): Two {%p …%} stand in one paragraph. Give each a paragraph of its own."),
    ("9 a lone tag without p", ["{% if support %}", "x", "{% endif %}"], "paragraph 1 (“{% if support %}”): This tag would leave an empty line. Write {%p instead of {%"),
    ("9 a paragraph that may be blank", ["{% if support %}Help is there.{% endif %}"], "This would leave an empty line where it does not hold. Put {%p if …%} and {%p endif %} around it."),
    ("10 no blank after p", ["{%pif support %}", "x", "{%p endif %}"], "paragraph 1 (“{%pif support %}”): A blank is missing after {%p or {%tr"),
    ("11 quotes within quotes", ["{%p if person.greeting == ‘Sam’s mum’ %}", "x", "{%p endif %}"], "paragraph 1 (“{%p if person.greeting == ‘Sam’s mum’ %}”): A tag holds something else than a field"),
    ("12 a dash that Word made", ["{%– if support %}", "x", "{% endif %}"], "paragraph 1 (“{%– if support %}”): A tag holds a dash or hyphen beside its %. Take the dash out; Word may have made it."),
    ("12 trimming", ["a {%- if support %}x{% endif %}"], "A tag holds a dash or hyphen beside its %"),
    ("12 one brace at the beginning", ["{ person.name }}"], "paragraph 1 (“{ person.name }}”): A tag in double braces or {% … %} is not complete"),
    ("12 one brace at the end", ["Hello {{person.name}"], "paragraph 1 (“Hello {{person.name}”): A tag in double braces or {% … %} is not complete"),
    ("12 single braces", ["Hello { person.name }"], "A field stands in single braces. Write two on each side: {{ field }}."),
    ("no end", ["{%p if support %}", "x"], "An {%p if …%} or {%p for …%} has no end, or an end has no beginning"),
    ("no beginning", ["x", "{%p endfor %}"], "paragraph 2 (“{%p endfor %}”): An {%p if …%} or {%p for …%} has no end, or an end has no beginning"),
    ("18 words in a tag", ['Dear {{ "Mum & Dad" }}'], "A tag prints words of its own. Write the words beside the tag, as plain text."),
    ("18 an ampersand in a comparison", ['{%p if board.name == "A & B" %}', "x", "{%p endif %}"], "Words in quotes within a tag hold “&”"),
    ("19 Python behind the fields", ["{{ ''.__class__.__mro__[1].__subclasses__()|length }}"], "The template tries to do something that letters may not do"),
    ("19 a huge range", ["{% for x in range(10**9) %}x{% endfor %}."], "The template tries to do something that letters may not do"),
    ("19 a huge text", ["{{ 'a' * 10**8 }}"], "The template tries to do something that letters may not do"),
    ("19 another file", ["a {% include 'secret' %}"], "The template tries to do something that letters may not do"),
    ("19 a filter of Jinja's", ["{{ person.name|replace('a', 'b') }}"], "The template uses the filter replace"),
    ("20 comments in the template", [w.p(w.comment(0, "Is this right?"))], "paragraph 1: Comments are left in the template. Delete them all"),
    ("20 tracked changes", [w.p("Dear ", w.ins("dear "))], "paragraph 1: Tracked changes are left in the template. Accept or reject them all"),
    ("28 a brace in a tag", ['a {% if person.name == "}" %}x{% endif %}'], "A tag"),
    ("28 sorts that do not match", ["{%p if support %}", "x", "y {% endif %}"], "paragraph 3 (“y {% endif %}”): Its beginning in paragraph 1 (“{%p if support %}”) is of another sort"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "said"), [case[1:] for case in TOLD_BEFORE_ANY_LETTER], ids=[case[0] for case in TOLD_BEFORE_ANY_LETTER]
)
def test_a_trap_in_a_template_is_told_with_its_paragraph(tmp_path: Path, body: list[str], said: str) -> None:
    assert said in told(tmp_path, *body)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"header": "{{ board.nmae }}"}, "paragraph 1 of the header (“{{ board.nmae }}”): The field board.nmae does not exist"),
        ({"footer": "{%p if support %} lost" }, "of the footer"),
        ({"core": {"title": "{{ person.name }}"}}, None),
        ({"comments": {0: ("A", "{{ person.name }}")}}, "A tag stands in a part that is not filled in (word/comments.xml). Put the field into the text"),
        ({"section": '<w:pgSz w:w="12240" w:h="15840"/>'}, "The paper is not A4. Choose A4, upright (Layout, Size)."),
    ],
)  # fmt: skip
def test_parts_beside_the_text_are_held_to_the_same(tmp_path: Path, more: dict[str, Any], said: str | None) -> None:
    if said is None:
        rendered = template(tmp_path, "Dear {{ person.greeting }}", **more).render(FACTS)
        content = package.finish(rendered.parts, title="Smith & Jones", author="B & C", day=datetime.date(2016, 1, 15))
        core = package.parts(content)["docProps/core.xml"].decode()
        assert "Smith &amp; Jones</dc:title>" in core
        assert "{{" not in core
        assert "Kelly" not in core
    else:
        assert said in told(tmp_path, "Dear {{ person.greeting }}", **more)


def test_a_tag_in_the_address_of_a_link_is_told(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    parts = package.parts(w.build(w.p("Dear {{ person.greeting }}")))
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="x" Type="http://x/hyperlink" Target="https://{{ board.website }}" TargetMode="External"/></Relationships>',
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path.write_bytes(buffer.getvalue())
    with pytest.raises(TemplateError, match="A tag stands in the address of a link"):
        Template(path, FIELDS)


def test_a_file_that_is_no_word_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK not really")
    with pytest.raises(TemplateError, match="It is no Word file that can be read"):
        Template(path, FIELDS)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (["{{ board.name }}", w.tbl(("{{ board.name }}", "x"))], ["Smith & Sons <Board>"]),  # 1
        ([w.p(w.r("Dear {"), w.r("{ per"), w.r("son.name }", bold=True), w.r("}"))], ["Dear Kelly Quill"]),  # 13
        (["Dear {{\u00a0person.greeting\u00a0}}"], ["Dear Kelly"]),  # 14
        (["A & B stays, in words beside tags {{ person.greeting }}"], ["A & B stays"]),  # 18
        ([w.p(w.textbox("In a box: {{ person.greeting }}"))], ["In a box: Kelly"]),  # 21
        ([w.p(w.sdt("Control {{ person.greeting }}", title="For {{ person.greeting }}"))], ["Control Kelly"]),  # 21, 30
        (["x {% if waiting.reason == “criminal-proceedings” %}waits{% else %}goes{% endif %}"], ["x waits"]),  # 11
        (["{%p for line in person.address %}", "{{ loop.index }}. {{ line }}", "{%p endfor %}"], ["1. 14 Acacia Road", "2. HB2 4QX"]),
        (["With {{ person.address | join(', ') }}"], ["With 14 Acacia Road, HB2 4QX"]),
        ([w.tbl(("{%tr for item in support %}", ""), ("{{ item.name }}", "{{ item.what }}"), ("{%tr endfor %}", ""))], ["Lantern", "help"]),
    ],
)  # fmt: skip
def test_what_is_harmless_is_filled_in(tmp_path: Path, body: list[str], words: list[str]) -> None:
    text = text_of(template(tmp_path, *body).render(FACTS))
    for said in words:
        assert said in text
    assert "{{" not in text


def test_notes_headers_and_footers_are_filled_in(tmp_path: Path) -> None:
    more: dict[str, Any] = {"header": "H {{ person.greeting }}", "footer": "F {{ board.name }}"}
    made = template(tmp_path, w.p("x", w.fn(1)), **more, footnotes={1: "N {{ subject.greeting }}"})
    text = text_of(made.render(FACTS))
    assert all(said in text for said in ("H Kelly", "F Smith & Sons <Board>", "N Toby"))


@pytest.mark.parametrize("sign", ["\x0b", "\x07", "\x0c", "\x00", "\x1f", "\ufffe"])
def test_a_character_that_word_refuses_is_told_with_its_field(tmp_path: Path, sign: str) -> None:
    facts = FACTS | {"board": FACTS["board"] | {"name": f"Board{sign}of"}}
    with pytest.raises(TemplateError, match=r"stands in board\.name: type it again in the case file"):
        template(tmp_path, "{{ board.name }}").render(facts)


def test_line_breaks_and_tabs_of_a_value_are_kept(tmp_path: Path) -> None:
    facts = FACTS | {"board": {"name": "First line\nsecond line\tend", "phone": ""}}
    text = text_of(template(tmp_path, "{{ board.name }}").render(facts))
    assert text.split()[:5] == ["First", "line", "second", "line", "end"]


def test_a_value_that_looks_like_a_tag_is_not_filled_in_again(tmp_path: Path) -> None:
    facts = FACTS | {"board": {"name": "{{ person.name }}", "phone": ""}}
    text = text_of(template(tmp_path, "{{ board.name }}").render(facts))
    assert "Kelly" not in text


@pytest.mark.parametrize("value", [None, True, ["a"], {"a": "b"}])
def test_nothing_is_printed_that_is_no_text(tmp_path: Path, value: Any) -> None:
    with pytest.raises(TemplateError, match="a list or a yes-or-no"):
        template(tmp_path, "{{ board.name }}").render(FACTS | {"board": {"name": value}})


def test_what_word_noted_of_the_writers_is_not_in_a_letter(tmp_path: Path) -> None:
    body = '<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3"><w:r><w:t>Dear {{ person.greeting }}</w:t></w:r></w:p>'
    app = {"Company": "Secret Council", "Template": "C:\\Users\\jbloggs\\letter.dotx", "Manager": "J Bloggs"}
    core = {"creator": "J Bloggs", "title": "Old title"}
    settings = '<w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids>'
    rendered = template(tmp_path, body, app=app, core=core, settings=settings).render(FACTS)
    raw = "".join(content.decode("utf-8", "replace") for content in rendered.parts.values())
    assert "rsid" not in raw
    assert not any(secret in raw for secret in ("Bloggs", "Secret Council", "Old title", "00A1B2C3"))


def test_american_english_of_the_template_becomes_british(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>Dear {{ person.greeting }}</w:t></w:r></w:p>'
    raw = template(tmp_path, body).render(FACTS).parts["word/document.xml"].decode()
    assert 'w:lang w:val="en-GB"' in raw


def test_pictures_keep_their_alternative_text_and_controls_their_protection(tmp_path: Path) -> None:
    locked = (
        '<w:sdt><w:sdtPr><w:alias w:val="Your name"/><w:lock w:val="sdtLocked"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    raw = template(tmp_path, locked, w.p(w.textbox("x {{ person.greeting }}"))).render(FACTS).parts["word/document.xml"]
    assert b'w:lock w:val="sdtLocked"' in raw
    assert b'name="Text Box 7"' in raw


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    made = template(tmp_path, "Dear {{ person.greeting }}")
    made.render(FACTS)
    compiled = dict(made._environment._compiled)
    made.render(FACTS | {"person": FACTS["person"] | {"greeting": "Declan"}})
    assert made._environment._compiled == compiled


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=60).filter(str.strip))
def test_any_value_stands_in_the_letter_as_it_is(value: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rendered = template(Path(folder), "Board: {{ board.name }}.").render(FACTS | {"board": {"name": value}})
    assert rendered.printed == (value,)
    root = etree.fromstring(rendered.parts["word/document.xml"])
    assert value in "".join(map(str, root.itertext()))
