from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from tests import word_builder as word
from tests.cli.conftest import Run

CASE = "checks/example-case.yaml"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(
        word.build(
            word.h("Family involvement"),
            word.para("Mother met the lead reviewer twice. Father declined to take part."),
            word.h("Analysis"),
            word.para("Kelly Thompson rang the surgery."),
        )
    )
    return path


def test_a_leak_is_told_with_its_place_and_the_status_is_1(run: Run, draft: Path, root: Path) -> None:
    ran = run("lint", draft, "--case", root / CASE, "--show-values")
    assert ran.status == 1
    assert 'body > "2 Analysis" > para 2.1' in ran.out
    assert "    must-fix  A real name of the family is in the report: “Kelly Thompson”\n" in ran.out
    assert "              Write: Mother  [personal-data.known-name]\n" in ran.out
    assert ran.err == ""


def test_values_are_masked_when_the_output_is_not_a_terminal(run: Run, draft: Path, root: Path) -> None:
    ran = run("lint", draft, "--case", root / CASE)
    assert "Kelly" not in ran.out
    assert "Thompson" not in ran.out
    assert "K**** T*******" in ran.out


def test_masked_output_hides_names_in_headings_and_paths_whichever_rules_run(
    run: Run, root: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Thompson draft.docx"
    body = (word.h("What Kelly Thompson said"), word.para("The report is short."))
    path.write_bytes(word.build(*body))
    for form in ("text", "json"):
        ran = run("lint", path, "--case", root / CASE, "--select", "family", "--format", form, "--mask")
        assert "Kelly" not in ran.out
        assert "Thompson" not in ran.out


def test_json_has_the_shape_that_programs_rely_on(run: Run, draft: Path, root: Path) -> None:
    options = ("--format", "json", "--show-values", "--select", "personal-data")
    ran = run("lint", draft, "--case", root / CASE, *options)
    data = json.loads(ran.out)
    assert data["schema"] == "scr-docs/lint/1"
    (file,) = data["files"]
    assert set(file) >= {"path", "sha256", "words", "error", "findings", "people", "questions"}
    (finding,) = file["findings"]
    assert finding["rule"] == "personal-data.known-name"
    assert finding["severity"] == "must-fix"
    assert finding["text"] == "Kelly Thompson"
    assert finding["person"] == "mother"
    assert finding["suggestion"] == "Mother"
    place = finding["location"]
    assert (place["part"], place["heading"], place["number"]) == ("body", "2 Analysis", "2.1")
    assert place["end"] - place["start"] == len("Kelly Thompson")
    assert data["summary"] == {
        "must-fix": 1, "check": 0, "note": 0, "waived": 0, "files": 1, "unreadable": 0,
    }  # fmt: skip
    assert {person["id"]: person["involved"] for person in file["people"]} == {"mother": True, "father": False}


def test_output_goes_to_a_file_that_only_its_owner_can_read(run: Run, draft: Path, root: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "result.json"
    ran = run("lint", draft, "--case", root / CASE, "--format", "json", "--output", target)
    assert ran.status == 1
    assert ran.out == ""
    assert json.loads(target.read_text("utf-8"))["summary"]["must-fix"] == 1
    assert "Kelly" not in target.read_text("utf-8")
    assert [path.name for path in target.parent.iterdir()] == ["result.json"]
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "check"], 1),
        (["--ignore", "personal-data"], 0),
        (["--select", "family"], 0),
        (["--select", "personal-data.known-name"], 1),
    ],
)
def test_what_is_run_and_what_counts_can_be_chosen(
    run: Run, draft: Path, root: Path, options: list[str], status: int
) -> None:
    assert run("lint", draft, "--case", root / CASE, *options).status == status


def test_what_was_not_run_is_told(run: Run, draft: Path) -> None:
    ran = run("lint", draft)
    assert ran.status == 0
    assert "Checked without a case file that holds people" in ran.out
    assert "A case file would make it sure: give --case." in " ".join(ran.out.split())
    assert (
        "personal-data.known-name"
        in json.loads(run("lint", draft, "--format", "json").out)["files"][0]["rules"]["need_case"]
    )


def test_the_names_that_may_stand_are_listed_for_who_asks(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Author: Jane Roe\n\nMs Roe met Mother. Lord Laming was cited.\n", "utf-8")
    asked = run("lint", report, "--show-values", "--explain-allowed")
    assert (
        "Names that may stand in the report\n    Jane Roe: the report presents them as its author, chair or panel\n"
        in asked.out
    )
    assert "Lord Laming: somebody of a public inquiry or of national guidance" in asked.out
    masked = run("lint", report, "--explain-allowed", "--format", "json")
    assert [name["name"] for name in json.loads(masked.out)["files"][0]["allowed"]] == [
        "J*** R**",
        "M* R**",
        "L*** L*****",
    ]
    assert "allowed" not in json.loads(run("lint", report, "--format", "json").out)["files"][0]


def test_a_selector_that_matches_nothing_is_an_error(run: Run, draft: Path) -> None:
    ran = run("lint", draft, "--select", "personal-dta")
    assert ran.status == 2
    assert "There is no rule or pack 'personal-dta'" in ran.err
    assert "Did you mean personal-data?" in ran.err


NOT_REPORTS: dict[str, tuple[bytes, str]] = {
    "empty.docx": (b"", "empty"),
    "renamed.docx": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "Word"),
    "broken.docx": (b"PK\x03\x04" + bytes(40), "zip"),
    "page.docx": (b"<!DOCTYPE html><html><body>x</body></html>", "web page"),
}


@pytest.mark.parametrize("name", NOT_REPORTS)
def test_what_is_no_word_file_is_named_and_never_clean(run: Run, tmp_path: Path, name: str) -> None:
    content, word_in_message = NOT_REPORTS[name]
    (tmp_path / name).write_bytes(content)
    ran = run("lint", tmp_path / name)
    assert ran.status == 2
    assert "NOT CHECKED" in ran.out
    assert word_in_message.lower() in ran.out.lower()
    assert "No listed problem was found.\n" not in ran.out


def test_a_missing_file_is_told_and_the_others_are_still_checked(
    run: Run, draft: Path, root: Path, tmp_path: Path
) -> None:
    ran = run("lint", tmp_path / "gone.docx", draft, "--case", root / CASE, "--show-values")
    assert ran.status == 2
    assert "NOT CHECKED" in ran.out
    assert "Kelly Thompson" in ran.out
    assert "1 file was NOT CHECKED" in ran.out


def test_a_folder_stands_for_its_word_files(run: Run, draft: Path, root: Path) -> None:
    (draft.parent / "~$draft.docx").write_bytes(b"owner")
    ran = run("lint", draft.parent, "--case", root / CASE)
    assert ran.status == 1
    assert ran.out.startswith(str(draft))


def test_a_folder_without_reports_is_not_clean(run: Run, tmp_path: Path) -> None:
    ran = run("lint", tmp_path)
    assert ran.status == 2
    assert "There is no Word file in this folder" in ran.err


def test_no_file_at_all_is_a_usage_error(run: Run) -> None:
    assert run("lint").status == 2


def test_a_mistake_in_the_case_file_stops_everything(run: Run, draft: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("schema: scr-docs/case/1\nreference: X-1\nreview: {kind: scr}\nboard: {nmae: HB}\n", "utf-8")
    ran = run("lint", draft, "--case", case)
    assert ran.status == 2
    assert f"{case}:4: board.nmae: there is no key 'nmae'. Did you mean name?" in ran.err
    assert ran.out == ""


def test_packs_of_an_office_are_run_and_tried_on_their_own_examples(run: Run, draft: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    pack = own / "house.yaml"
    pack.write_text(
        """\
pack: house
about: Words of our own.
rules:
  - id: surgery
    kind: phrase
    patterns: ['surgery']
    severity: note
    message: "Say practice: {quote}"
    why: It is what we say.
    fix: Write practice.
    source: house style
    bad: [The surgery rang.]
    good: [The practice rang.]
""",
        "utf-8",
    )
    ran = run("lint", draft, "--checks", own, "--select", "house")
    assert ran.status == 0
    assert "[house.surgery]" in ran.out
    pack.write_text(pack.read_text("utf-8").replace("The surgery rang.", "The doctor rang."), "utf-8")
    ran = run("lint", draft, "--checks", tmp_path / "own" / ".")
    assert ran.status in {0, 2}


def test_an_example_that_does_not_hold_stops_the_run(run: Run, draft: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "house.yaml").write_text(
        """\
pack: house
about: Words of our own.
rules:
  - {id: x, kind: phrase, patterns: [surgery], severity: note, message: m, why: w, fix: f, source: s, bad: [none], good: [none]}
""",
        "utf-8",
    )
    ran = run("lint", draft, "--checks", own)
    assert ran.status == 2
    assert "house.yaml:4: The example bad 1 of house.x is not found by its own rule." in ran.err


def test_settings_beside_the_report_are_used(run: Run, draft: Path, root: Path) -> None:
    (draft.parent / "scr-docs.yaml").write_text(f"case: {root / CASE}\nfail-on: never\n", "utf-8")
    ran = run("lint", draft)
    assert ran.status == 0
    assert "personal-data.known-name" in ran.out


def test_a_crash_is_not_checked_and_tells_no_value(
    run: Run, draft: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_args: object, **_more: object) -> None:
        raise RuntimeError("Kelly Thompson")

    monkeypatch.setattr("scr_docs.pipeline.lint_files", crash)
    ran = run("lint", draft, "--case", root / CASE)
    assert ran.status == 2
    assert "RuntimeError in:" in ran.err
    assert "Kelly" not in ran.err + ran.out


def test_a_rule_that_breaks_makes_the_file_not_checked_and_the_others_still_run(
    run: Run, draft: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_args: object) -> None:
        raise RuntimeError("Kelly Thompson")

    monkeypatch.setattr("scr_docs.kinds.reading.Reading.shapes", crash)
    ran = run("lint", draft, "--case", root / CASE, "--format", "json", "--select", "personal-data")
    assert ran.status == 2
    (file,) = json.loads(ran.out)["files"]
    assert "the rule personal-data.postcode (RuntimeError in" in file["error"]
    assert [finding["rule"] for finding in file["findings"]] == ["personal-data.known-name"]
    assert "Kelly" not in ran.out


@pytest.mark.parametrize("target", ["draft.docx", "case.yaml", "other.docx"])
def test_a_result_never_takes_the_place_of_a_report_or_a_case_file(
    run: Run, draft: Path, root: Path, tmp_path: Path, target: str
) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes((root / CASE).read_bytes())
    (tmp_path / "other.docx").write_bytes(draft.read_bytes())
    before = (tmp_path / target).read_bytes()
    ran = run("lint", draft, "--case", case, "--output", tmp_path / target)
    assert ran.status == 2
    assert "A result may not take the place of this file" in ran.err
    assert (tmp_path / target).read_bytes() == before


def test_other_documents_in_a_folder_are_told_and_not_passed_over(run: Run, draft: Path, root: Path) -> None:
    (draft.parent / "older.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    ran = run("lint", draft.parent, "--case", root / CASE)
    assert ran.status == 2
    assert "1 file was NOT CHECKED" in ran.out


def test_a_case_file_is_read_again_when_it_has_changed(run: Run, draft: Path, root: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text((root / CASE).read_text("utf-8").replace("Kelly Ann Thompson", "Mary Ann Archer"), "utf-8")
    assert run("lint", draft, "--case", case, "--select", "personal-data.known-name").status == 1  # Toby Thompson
    case.write_text(case.read_text("utf-8").replace("Toby Thompson", "Toby Archer"), "utf-8")
    assert run("lint", draft, "--case", case, "--select", "personal-data.known-name").status == 0


@pytest.mark.parametrize(
    "written",
    ["3\u20115\u20112011", "03\u201305\u20132011", "3 M\xaday 2011", "3 May\u200b 2011", "3\u2009May\u20092011"],
)
def test_a_date_is_found_however_its_signs_are_typed(run: Run, root: Path, tmp_path: Path, written: str) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(word.build(word.p(f"The file gives {written} as the day.")))
    ran = run("lint", path, "--case", root / CASE, "--select", "personal-data")
    assert "personal-data.known-date-of-birth" in ran.out


def test_half_of_one_name_does_not_hide_the_whole_of_another(run: Run, root: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text((root / CASE).read_text("utf-8").replace("Toby Thompson", "Toby Thompson-Price"), "utf-8")
    path = tmp_path / "x.docx"
    path.write_bytes(word.build(word.p("Mrs Thompson cried.")))
    assert "personal-data.known-name" in run("lint", path, "--case", case, "--select", "personal-data").out


@pytest.mark.parametrize(
    "address",
    [
        "[Flat 2, Rose House, 22 Mill Lane, Hallam]",
        '["c/o Mrs Archer", 22 Mill Lane, Hallam]',
        '["22 Mill Lane, Hallam, HB2 4QX"]',
        "[Rose Cottage, 22 Mill Lane, Hallam]",
        '["22", Mill Lane, Hallam]',
    ],
)
def test_the_street_is_found_wherever_it_stands_in_the_address(
    run: Run, root: Path, tmp_path: Path, address: str
) -> None:
    case = tmp_path / "case.yaml"
    known = (root / CASE).read_text("utf-8").replace("[14 Acacia Road, Hallam Bridge, HB2 4QX]", address)
    case.write_text(known, "utf-8")
    path = tmp_path / "x.docx"
    path.write_bytes(word.build(word.p("She lived at 22 Mill Lane then.")))
    assert "personal-data.known-contact-detail" in run("lint", path, "--case", case, "--select", "personal-data").out


def test_a_case_file_without_people_cannot_know_names_and_says_so(run: Run, draft: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("schema: scr-docs/case/1\nreference: X-1\nreview: {kind: scr}\nboard: {name: HB}\n", "utf-8")
    assert "names cannot be known" in run("lint", draft, "--case", case).out
