from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

MADE = {
    "hallam-bridge": {"first-notice": 6, "invitation": 5},
    "westmoor": {"first-notice": 6, "invitation": 5},
}


def test_the_demo_makes_letters_and_checks_and_says_where_to_look(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    ran = run("demo", folder)
    assert ran.status == 0
    assert f"Look in {folder}" in ran.out
    for sample, status in (("hallam-bridge", 0), ("westmoor", 1)):
        here = folder / sample
        letters = [path.name for path in (here / "letters").glob("*.docx")]
        made = {stage: sum(f"-{stage}-" in name for name in letters) for stage in ("first-notice", "invitation")}
        assert made == MADE[sample]
        counts = json.loads((here / "checks.json").read_text("utf-8"))["summary"]
        assert (counts["must-fix"] > 0) == bool(status)
        assert f"(exit status {status})" in ran.out
    again = run("demo", folder)
    assert again.status == 2
    assert "This folder holds something already" in again.err
    assert run("demo", folder, "--force").status == 0
