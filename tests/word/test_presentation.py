"""Every text of a presentation is found with the number that its slide has when it is shown."""

from __future__ import annotations

from scr_docs.model import Unread
from scr_docs.word.embedded.presentation import presentation
from scr_docs.word.markup.found import Found
from tests.word.office_builder import DRAWN, SLIDES, opened, presentation_parts, rels, slide


def read(parts: dict[str, str | bytes]) -> list[tuple[str, str]]:
    return [(found.where, found.text) for found in presentation(opened(parts)) if isinstance(found, Found)]


def test_slides_are_read_in_the_order_in_which_they_are_shown() -> None:
    found = read(presentation_parts(slide("Kel|ly", "Thompson"), slide("Mother")))
    assert found == [("slide 1", "Mother"), ("slide 2", "Kelly"), ("slide 2", "Thompson")]


def test_a_hidden_slide_is_said_to_be_hidden() -> None:
    assert read(presentation_parts(slide("Kelly", show="0"))) == [("hidden slide 1", "Kelly")]


def test_a_slide_that_is_not_in_the_list_is_read() -> None:
    parts = presentation_parts(slide("one")) | {"ppt/slides/slide9.xml": slide("Kelly")}
    assert read(parts) == [("slide 1", "one"), ("slide 2", "Kelly")]


def test_notes_comments_and_charts_are_those_of_their_slide() -> None:
    parts = presentation_parts(slide("one")) | {
        "ppt/slides/_rels/slide1.xml.rels": rels(
            ("r1", "notesSlide", "../notesSlides/notesSlide7.xml"),
            ("r2", "comments", "../comments/comment3.xml"),
            ("r3", "chart", "../charts/chart2.xml"),
            ("r4", "slideLayout", "../slideLayouts/slideLayout1.xml"),
        ),
        "ppt/notesSlides/notesSlide7.xml": slide("say nothing of Kelly"),
        "ppt/comments/comment3.xml": f'<p:cmLst xmlns:p="{SLIDES}"><p:cm><p:text>whose child?</p:text></p:cm></p:cmLst>',
        "ppt/charts/chart2.xml": "<c:v xmlns:c='c'>Kelly</c:v>",
        "ppt/slideLayouts/slideLayout1.xml": slide("Click to edit"),
        "ppt/slideMasters/slideMaster1.xml": slide("Official"),
        "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="{SLIDES}"><p:cmAuthor name="Jo Thompson"/></p:cmAuthorLst>',
        "docProps/app.xml": "<Properties><Company>Warrington</Company></Properties>",
    }
    assert set(read(parts)) == {
        ("slide 1", "one"),
        ("notes of slide 1", "say nothing of Kelly"),
        ("comment on slide 1", "whose child?"),
        ("slide 1, chart2.xml", "Kelly"),
        ("ppt/slideLayouts/slideLayout1.xml", "Click to edit"),
        ("ppt/slideMasters/slideMaster1.xml", "Official"),
        ("ppt/commentAuthors.xml, name", "Jo Thompson"),
        ("docProps/app.xml", "Warrington"),
    }


def test_alternative_texts_tooltips_and_links_are_read() -> None:
    pictured = (
        f'<p:sld xmlns:p="{SLIDES}" xmlns:a="{DRAWN}"><p:cNvPr id="4" name="Picture 3" descr="Kelly at school">'
        '<a:hlinkClick tooltip="her school"/></p:cNvPr><a:p><a:t>Kelly</a:t><a:br/><a:t>Thompson</a:t></a:p></p:sld>'
    )
    parts = presentation_parts(pictured) | {
        "ppt/slides/_rels/slide1.xml.rels": rels(("r1", "hyperlink", "mailto:jo@example.org"), external=True)
    }
    assert set(read(parts)) == {
        ("slide 1, name", "Picture 3"),
        ("slide 1, descr", "Kelly at school"),
        ("slide 1, tooltip", "her school"),
        ("slide 1", "Kelly Thompson"),
        ("link in ppt/slides/slide1.xml", "mailto:jo@example.org"),
    }


def test_a_slide_that_cannot_be_read_is_told_and_the_others_are_read() -> None:
    parts = presentation_parts(slide("Kelly"), "<broken")
    found = list(presentation(opened(parts)))
    assert [item.where for item in found if isinstance(item, Unread)] == ["ppt/slides/slide2.xml"]
    assert ("slide 2", "Kelly") in read(parts)


def test_a_presentation_without_its_list_is_read() -> None:
    parts = presentation_parts(slide("a"), slide("b"))
    parts["ppt/presentation.xml"] = "<p:presentation xmlns:p='x'/>"
    parts["ppt/slides/slide10.xml"] = slide("c")
    assert read(parts) == [("slide 1", "a"), ("slide 2", "b"), ("slide 3", "c")]
