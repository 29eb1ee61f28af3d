"""Properties are read in the words of Word's own dialogs."""

from __future__ import annotations

import pytest

from tests.word.helpers import blocks, texts
from tests.word_builder import ins, p


@pytest.mark.parametrize(
    ("where", "name", "title"),
    [
        ("core", "title", "Title (docProps/core.xml)"),
        ("core", "subject", "Subject (docProps/core.xml)"),
        ("core", "creator", "Author (docProps/core.xml)"),
        ("core", "lastModifiedBy", "Last modified by (docProps/core.xml)"),
        ("core", "keywords", "Keywords (docProps/core.xml)"),
        ("core", "description", "Comments (docProps/core.xml)"),
        ("core", "category", "Category (docProps/core.xml)"),
        ("core", "contentStatus", "Status (docProps/core.xml)"),
        ("app", "Company", "Company (docProps/app.xml)"),
        ("app", "Manager", "Manager (docProps/app.xml)"),
        ("app", "Template", "Template (docProps/app.xml)"),
        ("app", "HyperlinkBase", "Hyperlink base (docProps/app.xml)"),
    ],
)
def test_a_property_is_a_block_of_its_own(where: str, name: str, title: str) -> None:
    (found,) = [block for block in blocks("x", **{where: {name: "Kelly"}}) if block.part == "properties"]
    assert (found.text, found.address) == ("Kelly", f"document properties > {title}")


def test_numbers_dates_and_words_own_entries_are_no_text() -> None:
    app = {
        "Pages": "12",
        "TotalTime": "0",
        "AppVersion": "16.0000",
        "ScaleCrop": "false",
        "Application": "Microsoft Office Word",
    }
    assert texts("x", app=app, core={"revision": "3", "lastPrinted": "2016-01-14T09:00:00Z"}, part="properties") == []


def test_every_title_and_link_in_the_lists_is_read() -> None:
    listed = (
        "<vt:vector size='2' baseType='lpstr'><vt:lpstr>SCR Kelly</vt:lpstr><vt:lpstr>Family</vt:lpstr></vt:vector>"
    )
    links = "<vt:vector size='1' baseType='variant'><vt:variant><vt:lpwstr>http://kelly.example</vt:lpwstr></vt:variant></vt:vector>"
    found = [
        block for block in blocks("x", app={"TitlesOfParts": listed, "HLinks": links}) if block.part == "properties"
    ]
    assert [(block.text, block.address.partition(" > ")[2]) for block in found] == [
        ("SCR Kelly", "Titles of parts (docProps/app.xml)"),
        ("Family", "Titles of parts (docProps/app.xml)"),
        ("http://kelly.example", "Hyperlinks (docProps/app.xml)"),
    ]


def test_each_author_of_tracked_changes_is_named_once_wherever_the_changes_are() -> None:
    found = blocks(
        p(ins("a", author="Jo")),
        p(ins("b", author="Jo")),
        header=p(ins("c", author="Sam")),
        footnotes={1: p(ins("d", author="Al"))},
    )
    assert [(block.text, block.address) for block in found if block.part == "properties"] == [
        ("Jo", "author of tracked changes"),
        ("Al", "author of tracked changes"),
        ("Sam", "author of tracked changes"),
    ]
