from __future__ import annotations

import json
from pathlib import Path

from scr_docs import pack
from scr_docs.kinds import PARAMS
from scr_docs.output import rules as output
from scr_docs.pack import Rule

PACKS = {
    "first": """\
pack: first
about: The first pack.
rules:
  - id: secret-word
    kind: phrase
    patterns: ['secret']
    severity: must-fix
    message: "a secret of {person}: {quote}"
    why: It matters.
    fix: Take it out.
    limits: Only this word.
    source: this test
    bad:
      - A secret.
      - comment: Another secret.
      - "# Head\\nA secret here."
    good: ["Nothing."]
""",
    "second": """\
pack: second
about: The second pack.
documents: letters
rules:
  - id: no-word
    kind: absent
    patterns: ['kind']
    severity: check
    message: The letter holds no kind word
    why: It matters too.
    fix: Be kind.
    source: this test
    bad: ["Nothing."]
    good: ["Be kind."]
""",
}


def load(folder: Path) -> tuple[Rule, ...]:
    for name, text in PACKS.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return pack.load([folder], PARAMS)


def test_the_listing_has_one_line_for_each_rule_grouped_by_pack(tmp_path: Path) -> None:
    assert output.listing(load(tmp_path)) == (
        "first\n"
        "  first.secret-word  must-fix  A secret of somebody\n"
        "\n"
        "second\n"
        "  second.no-word     check     The letter holds no kind word\n"
        "\n"
        "“scr-docs explain RULE” says why a rule is there and how to put right what it finds.\n"
    )


EXPLAINED = """\
first.secret-word  (must-fix)

  A secret of somebody.

Why it matters
  It matters.

How to put it right
  Take it out.

When it may be wrong
  Only this word.

Found by this rule
  - A secret.
  - [comment] Another secret.
  - # Head
    A secret here.

Not found
  - Nothing.

Source
  this test
"""


def test_an_explanation_says_everything_that_the_entry_says(tmp_path: Path) -> None:
    assert output.explanation(load(tmp_path)[0]) == EXPLAINED


def test_an_explanation_leaves_out_what_the_entry_does_not_say(tmp_path: Path) -> None:
    assert "When it may be wrong" not in output.explanation(load(tmp_path)[1])


def test_rules_are_data_too(tmp_path: Path) -> None:
    first, second = json.loads(output.as_json(load(tmp_path)))
    assert first == {
        "rule": "first.secret-word",
        "severity": "must-fix",
        "documents": "reports",
        "message": "a secret of {person}: {quote}",
        "why": "It matters.",
        "fix": "Take it out.",
        "limits": "Only this word.",
        "source": "this test",
        "bad": [{"body": "A secret."}, {"comment": "Another secret."}, {"body": "# Head\nA secret here."}],
        "good": [{"body": "Nothing."}],
    }
    assert second["documents"] == "letters"
