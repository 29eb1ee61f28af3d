"""A small review with a real name in its report and in a question, and its quality markers."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from scr_docs import pipeline
from scr_docs.output.markers import Markers
from tests.case.whole_case import WHOLE

REPORT = """\
# 1 Introduction
1.1 The names of family members have been replaced.
# 2 Family involvement
2.1 Mother met the lead reviewer in March with an advocate. She said that "nobody rang Kelly Thompson back".
2.2 Father was invited by letter in March 2016 and by telephone in April 2016 and chose not to take part.
# 3 Analysis <of events>
3.1 Mother told the lead reviewer that the letters went to 14 Acacia Road.
# 4 Findings
4.1 Support ended too early.
"""
CASE = WHOLE.replace(
    'question: "Who will read it?", answered_on: 2016-02-05, answer: Everybody.', 'question: "Did Toby suffer?"'
)
NAMES = ("Kelly", "Thompson", "Toby", "Acacia", "O'Neill", "Grace")


@cache
def sample(told: str = REPORT, on_file: str = CASE) -> Markers:
    """The markers of the report and its case file, which holds a question without an answer."""
    with tempfile.TemporaryDirectory() as folder:
        case, report = Path(folder) / "case.yaml", Path(folder) / "Kelly Thompson draft.txt"
        case.write_text(on_file, "utf-8")
        report.write_text(told, "utf-8")
        return pipeline.quality_markers(case, report)
