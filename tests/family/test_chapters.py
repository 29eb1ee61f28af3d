from __future__ import annotations

import pytest

from scr_docs.family.chapters import chapter_under, chapters_of
from scr_docs.plain import document


@pytest.mark.parametrize(
    ("headings", "chapter"),
    [
        (["6. Analysis"], "analysis"),
        (["Family involvement"], "family"),
        (["Parental and family contribution to the serious case review"], "family"),
        (["Child’s Voice and the Family’s Perspective"], "family"),
        (["Learning from children and families"], "family"),
        (["Older sibling and Foster Family views and issues"], "family"),
        (["YP7 Contribution to the Review"], "family"),
        (["Involvement of family, friends, work colleagues, neighbours and wider community"], "family"),
        (["Safbwynt y teulu"], "family"),
        (["Family involvement with services"], None),
        (["Methodology", "Family involvement"], "family"),
        (["Analysis", "What the family knew, and how hard it was to say"], "analysis"),
        (["Family involvement", "Findings shared with the family"], "family"),
        (["Practice and organisational learning"], "analysis"),
        (["Lessons to be learned"], "findings"),
        (["Recommendations", "Appendix A: Terms of reference"], "appendix"),
        (["Chronology of events", "Analysis of practice"], "analysis"),
        (["Family composition"], "people"),
        (["Weather"], None),
        ([], None),
    ],
)
def test_a_path_of_headings_tells_which_part_of_a_report_it_is(headings: list[str], chapter: str | None) -> None:
    assert chapter_under(headings) == chapter


def test_among_headings_of_one_level_those_without_a_number_belong_to_the_numbered_one_before() -> None:
    text = "# 6. Analysis\na\n# The bruise\nb\n# The call\nc\n# 7. Good practice\nd\n# The ward\ne"
    report = document([("body", text)])
    of = chapters_of(report).of
    assert [of[block.index] for block in report.blocks if block.level is None] == ["analysis"] * 3 + ["other"] * 2


def test_an_unknown_heading_ends_a_chapter_where_none_has_a_number() -> None:
    report = document([("body", "# Analysis\na\n# Acknowledgements\nb")])
    assert chapters_of(report).of[3] == "other"
