"""The wheel as somebody gets it: built, installed with its locked dependencies into an empty environment, and tried there."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(root)]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def test_it_carries_packs_templates_and_samples(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "scr_docs/shipped/checks/personal-data.yaml",
        "scr_docs/shipped/checks/example-case.yaml",
        "scr_docs/shipped/templates/first-notice/letter.docx",
        "scr_docs/shipped/sample_reports/westmoor/report.docx",
        "scr_docs/case/case.schema.json",
        "scr_docs/case/new_case.yaml",
        "scr_docs/family/statements.yaml",
        "scr_docs/names/unregistered/model/weights.npz",
        "scr_docs/names/unregistered/unregistered.yaml",
        "scr_docs/shipped/templates/pictograms/pictograms.yaml",
        "scr_docs/names/known/ordinary_words.txt",
        "scr_docs/py.typed",
    ):
        assert wanted in names
    assert not [name for name in names if name.startswith(("tests/", "checks/", "templates/"))]


def test_it_runs_the_demo_in_an_empty_environment(wheel: Path, root: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    folder = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(folder / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(root / "requirements" / "run.lock")], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    subprocess.run([str(folder / "python"), "-m", "pip", "check"], check=True)
    outside = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COV"))}
    ran = subprocess.run(
        [str(folder / "scr-docs"), "demo", "example"],
        cwd=tmp_path,
        env=outside,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "Look in example" in ran.stdout
    assert len(list(tmp_path.glob("example/*/letters/*.docx"))) >= 10
    where = [str(folder / "python"), "-c", "import scr_docs; print(scr_docs.__file__)"]
    assert str(home) in subprocess.run(where, env=outside, capture_output=True, text=True, check=True).stdout
