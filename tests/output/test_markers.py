"""The quality markers as text, JSON, HTML and Word: the same words, no name where they are masked, readable by everyone."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from scr_docs.case import Case
from scr_docs.case.told import told
from scr_docs.finding import Evidence, PersonSummary, Question
from scr_docs.output import markers_docx, markers_html, markers_json, markers_text
from scr_docs.output.markers import Cell, Member, Section
from scr_docs.output.markers_words import (
    KEY,
    PROMISE,
    cell_words,
    columns,
    first_contact,
    in_case,
    place,
    places_of,
    quote,
    reached_words,
    shortened,
    sign_of,
)
from tests.conftest import ROOT
from tests.output.markers_sample import CASE, NAMES, sample
from tests.small_case import family_of

CSS = (ROOT / "src" / "scr_docs" / "output" / "markers.css").read_text("utf-8")


def word_file(*, masked: bool) -> Any:
    return docx.Document(io.BytesIO(markers_docx.render(sample(), masked=masked)))


def words_of(document: Any) -> str:
    return "\n".join(node.text or "" for node in document.element.iter(qn("w:t")))


FORMS = {
    "text": lambda masked: markers_text.render(sample(), masked=masked),
    "json": lambda masked: markers_json.render(sample(), masked=masked),
    "html": lambda masked: markers_html.render(sample(), masked=masked),
    "docx": lambda masked: words_of(word_file(masked=masked)),
}


@pytest.mark.parametrize("form", FORMS)
def test_no_name_or_address_stands_in_what_is_masked(form: str) -> None:
    masked = FORMS[form](masked=True)
    assert [name for name in NAMES if name in masked] == []
    assert "Mother" in masked
    assert "Toby" in FORMS[form](masked=False)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_ends_without_a_verdict(form: str) -> None:
    told = " ".join(FORMS[form](masked=True).split())
    assert PROMISE in told
    assert "no listed problem was found" in told
    without = told.replace(PROMISE, "").lower()
    assert not re.search(r"\b(?:meets|compliant|complies|passed)\b", without)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_every_question_with_its_status(form: str) -> None:
    told = FORMS[form](masked=True)
    for question in sample().report.questions:
        assert question.id in told
        assert all(missing in told.replace("&#x27;", "'") or form == "text" for missing in question.missing)


def test_the_text_is_as_expected() -> None:
    told = markers_text.render(sample(), masked=True)
    for line in (
        "Evidence for two quality markers: HB-2016-02",
        "  QM12.4       Not evidenced      Can the family influence what the review looks at?",
        "                                  paras 2.1, 2.2",
        "    in the report: did not take part: their own choice",
        "    first contact: 15 January 2016, 1 day after the decision (letter, meeting)",
        "  3 Analysis <of events>",
        "    not heard here: nobody",
        "    took no part: Father",
        "    asked 1 February 2016, no answer written down: “Did T*** suffer?”",
    ):
        assert line in told
    assert max(len(line) for line in told.splitlines() if "Report:" not in line) <= 100


def test_the_json_holds_numbers_for_other_programs() -> None:
    told = json.loads(markers_json.render(sample(), masked=True))
    assert told["schema"] == "scr-docs/quality-markers/1"
    assert [one["id"] for one in told["questions"]][:2] == ["QM12.1", "QM12.2"]
    mother, father = told["people"]
    assert (mother["in_report"]["involved"], mother["days_from_decision"], mother["channels"]) == (
        True, 1, ["letter", "meeting"],
    )  # fmt: skip
    assert father["in_report"] == {"involved": False, "reason": "own-choice", "mentions": 1}
    (analysis,) = (one for one in told["sections"] if one["heading"].startswith("3 "))
    assert analysis["family_should_be_heard"]
    assert analysis["people"]["mother"] == {"mentions": 1, "views": 1, "contributions": 1}
    assert told["masked"] is True


class Page(HTMLParser):
    """What the tests ask of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_one_file_that_everybody_can_read() -> None:
    text = markers_html.render(sample(), masked=True)
    page = Page(text)
    assert page.open == []
    names = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "en-GB"}) in page.tags
    assert not {"script", "img", "link", "iframe"} & set(names)
    assert not re.search(r"https?:|url\(|@import", text)
    assert names.count("h1") == 1
    levels = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert names.count("table") == names.count("caption") >= 4
    assert all(attributes.get("scope") in {"col", "row"} for tag, attributes in page.tags if tag == "th")
    assert all(attributes.get("aria-hidden") == "true" for tag, attributes in page.tags if tag == "svg")
    assert "3 Analysis &lt;of events&gt;" in text


def luminance(colour: str) -> float:
    full = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_words_stands_out_from_its_ground() -> None:
    rules = re.findall(r"\{([^{}]*)\}", CSS)
    pairs = [(re.search(r"(?<!-)color: #(\w+)", rule), re.search(r"background: #(\w+)", rule)) for rule in rules]
    tried = [(ink[1], ground[1] if ground else "fff") for ink, ground in pairs if ink]
    tried += [("111827", ground[1]) for ink, ground in pairs if ground and not ink]
    assert len(tried) >= 8
    for ink, ground in tried:
        light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_the_word_file_has_headings_header_rows_title_and_language() -> None:
    document = word_file(masked=True)
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[0] == "Title"
    assert {"Heading 1", "Heading 2", "Heading 3", "List Bullet"} <= set(styles)
    assert document.core_properties.title == "Evidence for two quality markers: HB-2016-02"
    assert document.core_properties.language == "en-GB"
    assert len(document.tables) >= 4
    for table in document.tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert not table._tbl.findall(f".//{qn('w:gridSpan')}")
    languages = {node.get(qn("w:val")) for node in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    turned = [section.orientation for section in document.sections]
    assert turned == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]


def test_whatever_was_not_looked_at_is_said_in_every_form() -> None:
    told = replace(
        sample(),
        not_looked_at=("No report was given.",),
        report=replace(sample().report, error="footnotes could not be read"),
    )
    assert told.exit_status == 2
    for render in (markers_text.render, markers_json.render, markers_html.render):
        text = render(told, masked=True)
        assert "No report was given." in text
        assert "footnotes could not be read" in text
    words = words_of(docx.Document(io.BytesIO(markers_docx.render(told, masked=True))))
    assert "No report was given." in words
    assert "footnotes could not be read" in words


@pytest.mark.parametrize(
    ("evidence", "where"),
    [
        (Evidence("6.4", "x", 'body > "6 Family" > para 6.4'), "para 6.4"),
        (Evidence("(c)", "x", 'body > "6 Family" > para 6.16 (c)'), "para 6.16 (c)"),
        (Evidence(None, "x", 'body > "6 Family" > paragraph 2'), '"6 Family" > paragraph 2'),
        (Evidence(None, "x", "case file: contacts"), "case file: contacts"),
    ],
)
def test_a_place_is_told_as_one_says_it(evidence: Evidence, where: str) -> None:
    assert place(evidence) == where


def test_many_places_are_counted() -> None:
    pieces = tuple(Evidence(f"1.{number}", "x") for number in range(1, 12))
    question = Question("QM12.1", "evidenced", (*pieces, Evidence(None, "y", "case file")))
    assert places_of(question) == "paras 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8 and 3 more; case file"
    assert places_of(Question("QM12.1", "absent", ())) == "nothing found in the report"
    assert places_of(Question("Informing.1", "absent", ())) == "nothing found in the case file"
    assert places_of(Question("QM12.8", "not-applicable", ())) == "nothing to look for"


@pytest.mark.parametrize(
    ("cell", "listens", "took_part", "sign", "words"),
    [
        (Cell(), False, True, "none", "not named"),
        (Cell(1), False, False, "named", "named once"),
        (Cell(), True, True, "missing", "not heard here; not named"),
        (Cell(), True, False, "away", "took no part; not named"),
        (Cell(2, 1, 0), True, False, "heard", "1 view told; named 2 times"),
        (Cell(1, 0, 1), False, True, "heard", "took part; named once"),
        (Cell(4, 2, 3), True, True, "heard", "took part; 2 views told; named 4 times"),
        (Cell(3, 0, 0), True, True, "missing", "not heard here; named 3 times"),
        (Cell(3, 0, 0), True, False, "away", "took no part; named 3 times"),
    ],
)
def test_a_cell_says_in_words_what_it_shows(cell: Cell, listens: bool, took_part: bool, sign: str, words: str) -> None:
    member = Member("m", "Mother", None, None, took_part=took_part)
    shown = sign_of(member, Section("3 Analysis", listens, {"m": cell}))
    assert (shown, cell_words(cell, shown)) == (sign, words)


RELATIVE = """\
  - {{id: relative, name: Someone Invented, relationship: aunt, report_name: Aunt{more}}}
professionals:"""


@pytest.mark.parametrize(
    ("more", "told", "took_part"),
    [
        ("", "", True),
        (", involvement: {status: invited}", "", True),
        (", involvement: {status: declined, reason: own-choice}", "", False),
        (", died: 2016-01-20", "", False),
        (", involvement: {reason: deceased}", "", False),
        ("", "Aunt chose not to take part, as she was too distressed.", False),
    ],
)
def test_of_the_family_as_a_whole_those_took_part_of_whom_nothing_else_is_told(
    more: str, told: str, took_part: bool
) -> None:
    on_file = CASE.replace("professionals:", RELATIVE.format(more=more))
    report = f"# 1 Family involvement\n1.1 The family met the lead reviewer twice.\n1.2 {told}\n"
    members = {member.id: member for member in sample(report, on_file).members}
    assert members["relative"].took_part is took_part
    assert members["mother"].took_part
    assert not members["father"].took_part


def test_whose_views_are_told_is_missed_where_they_are_not_heard() -> None:
    summary = PersonSummary("m", "Mother", 1, False, None, 1, ("2 Family",))
    assert Member("m", "Mother", summary, None).expected
    assert not Member("m", "Mother", replace(summary, views=0), None).expected


@pytest.mark.parametrize("form", ["html", "docx"])
def test_the_legend_tells_every_sign_and_nobody_who_declined_is_crossed_out(form: str) -> None:
    told = FORMS[form](False)
    assert all(words in told for words in KEY.values())
    assert "took no part; not named" in told
    assert "not heard here; " in told.replace("not heard here, though", "")


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (Evidence("2.1", "She told us.", people=("Mother", "Aunt")), "Mother and Aunt: “She told us.”"),
        (Evidence("2.1", "All were asked."), "“All were asked.”"),
        (Evidence(None, "Mother: letter.", "case file: contacts"), "Mother: letter."),
    ],
)
def test_a_quote_says_of_whom_it_speaks(evidence: Evidence, words: str) -> None:
    assert quote(evidence) == words


def test_a_question_column_with_one_line_has_no_bullet() -> None:
    text = markers_html.render(sample(), masked=True)
    assert "<li>none written down" not in text
    assert "<td>none written down</td>" in text


def test_no_row_of_the_word_file_is_torn_and_a_short_table_stays_on_its_page() -> None:
    for table in word_file(masked=True).tables:
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
        kept = [cell.paragraphs[0].paragraph_format.keep_with_next for row in table.rows for cell in row.cells]
        width = len(table.columns)
        assert all(kept[:-width])
        assert not any(kept[-width:])


def test_a_status_in_the_word_file_has_its_own_ink_and_words() -> None:
    overview = word_file(masked=True).tables[0]
    inks = {row.cells[2].text: str(row.cells[2].paragraphs[0].runs[0].font.color.rgb) for row in overview.rows[1:]}
    assert inks["Not evidenced"] == "7F1D1D"
    assert len(set(inks.values())) == len(inks)


def test_a_large_family_stands_in_several_tables_of_one_size() -> None:
    people = [Member(str(number), str(number), None, None) for number in range(9)]
    assert [len(group) for group in columns(people)] == [5, 4]
    assert columns([]) == []


def test_a_long_sentence_is_cut_at_a_word() -> None:
    assert shortened("word " * 100).endswith("word …")
    assert len(shortened("word " * 100)) <= 302


@pytest.mark.parametrize("father", [{"died": "2012-05-01"}, {"involvement": {"reason": "deceased"}}])
def test_nobody_failed_to_contact_the_dead(father: dict[str, Any]) -> None:
    case = family_of(**father)
    dead = next(one for one in told(case) if one.person.id == "f")
    assert first_contact(dead) == "has died"
    assert in_case(dead) == "has died"
    assert reached_words(Member("f", "Father", None, dead)) == "has died"


def test_who_lives_and_was_never_contacted_is_told_so_and_who_died_later_with_the_day() -> None:
    alive = next(one for one in told(family_of()) if one.person.id == "f")
    assert first_contact(alive) == "none in the case file"
    assert reached_words(Member("f", "Father", None, alive)) == "none in the case file"
    gone = [{"date": "2016-02-01", "person": "f", "channel": "letter"}]
    case = family_of(died="2016-05-01").model_dump(mode="json", by_alias=True)
    case["contacts"] = gone
    later = next(one for one in told(Case.model_validate(case)) if one.person.id == "f")
    assert first_contact(later) == "1 February 2016"
