"""Addresses say the way in words that a person can follow."""

from __future__ import annotations

from tests.word.helpers import addresses
from tests.word_builder import dele, h, p, para


def test_paragraphs_are_found_by_number_or_by_counting_under_their_heading() -> None:
    assert addresses("x", h("Analysis"), para("a"), "b", h("Home", 2), "c") == [
        "body > paragraph 1",
        'body > heading "1 Analysis"',
        'body > "1 Analysis" > para 1.1',
        'body > "1 Analysis" > paragraph 2',
        'body > "1 Analysis" > heading "Home"',
        'body > "1 Analysis" > "Home" > paragraph 1',
    ]


def test_what_was_deleted_is_found_by_its_paragraph() -> None:
    found = addresses(h("Analysis"), para("a ", dele("b")), p("c ", dele("d")))
    assert found[2:4] == ["deleted text in para 1.1", "para 1.1 before the tracked changes"]
    assert found[5:7] == [
        'deleted text in "1 Analysis" > paragraph 2',
        '"1 Analysis" > paragraph 2 before the tracked changes',
    ]


def test_a_long_heading_is_cut_at_a_word() -> None:
    long = "What the agencies knew and what they did with it in the months before the death"
    assert (
        addresses(h(long, 2), "x")[1]
        == 'body > "What the agencies knew and what they did with it in the …" > paragraph 1'
    )
    assert addresses(h("x" * 70, 2), "y")[1] == f'body > "{"x" * 60} …" > paragraph 1'


def test_a_header_is_read_once_though_several_sections_show_it_and_says_the_first() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header-default"/></w:sectPr>'
    assert addresses(p("a", props=section), "b", header="Official")[2:] == ["header, section 1"]


def test_sections_are_counted_and_what_a_section_was_before_a_change_is_not() -> None:
    section = "<w:sectPr/>"
    changed = "<w:sectPrChange w:author='R'><w:sectPr/></w:sectPrChange>"
    assert addresses(p("a", props=section), "b", header="Official", section=changed)[2] == "header, section 2"


def test_a_header_that_no_section_shows_is_still_read() -> None:
    part = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Old</w:t></w:r></w:p></w:hdr>'
    assert addresses("x", extra={"word/header9.xml": part})[1] == "header that no section shows (word/header9.xml)"
