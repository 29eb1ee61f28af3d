"""An office's own templates: where they come from, what is told of them, and what they look like."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest

from scr_docs import pipeline, resources, settings
from scr_docs.errors import Mistake, OutputError, SelectionError, TemplateError
from scr_docs.letters.office import preview as previews
from scr_docs.letters.office.check import Checked
from scr_docs.letters.office.export import export
from scr_docs.letters.order import STAGES
from scr_docs.letters.stages import house_style, stage, stages
from tests import word_builder

SHIPPED = resources.folder("templates")


def own_with(tmp_path: Path, *names: str) -> Path:
    own = tmp_path / "own"
    own.mkdir()
    for name in names:
        shutil.copytree(SHIPPED / name, own / name)
    return own


def said(checked: Checked) -> str:
    return "\n".join(str(one) for looked in checked.found for one in (*looked.unread, *looked.mistakes, *looked.notes))


def changed_yaml(own: Path, name: str, before: str, after: str) -> None:
    path = own / name / "letter.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def test_an_office_may_hold_one_stage_and_the_others_are_the_shipped_ones(tmp_path: Path) -> None:
    own = own_with(tmp_path, "thank-you")
    found = {one.name: one for one in stages(own)}
    assert list(found) == list(STAGES)
    assert found["thank-you"].template == own / "thank-you" / "letter.docx"
    assert found["meeting"].template == SHIPPED / "meeting" / "letter.docx"
    assert {one.house for one in found.values()} == {house_style()}


def test_the_house_style_of_an_office_counts_for_the_shipped_letters_too(tmp_path: Path) -> None:
    own = own_with(tmp_path, "house-style")
    assert {one.house for one in stages(own)} == {own / "house-style" / "house-style.docx"}


def test_a_stage_of_the_office_stands_after_the_shipped_ones(tmp_path: Path) -> None:
    own = own_with(tmp_path)
    for name in ("zebra", "anniversary"):
        shutil.copytree(SHIPPED / "thank-you", own / name)
        changed_yaml(own, name, "stage: thank-you", f"stage: {name}")
    assert [one.name for one in stages(own)] == [*STAGES, "anniversary", "zebra"]
    with pytest.raises(SelectionError, match="Did you mean anniversary"):
        stage("aniversary", own)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda _: None, "There is no letter and no house style in this folder"),
        (lambda own: own.rmdir(), "There is no such folder with templates"),
        (lambda own: shutil.copytree(SHIPPED / "meeting", own / "meeting", ignore=shutil.ignore_patterns("letter.yaml")), "This folder has Word files and no letter.yaml"),
    ],
)  # fmt: skip
def test_a_folder_that_would_silently_give_way_to_the_shipped_letters_is_refused(
    tmp_path: Path, make: object, told: str
) -> None:
    own = own_with(tmp_path)
    make(own)  # type: ignore[operator]
    with pytest.raises(TemplateError, match=told):
        stages(own)


def test_the_nearest_settings_file_names_the_folder(tmp_path: Path) -> None:
    (tmp_path / "scr-docs.yaml").write_text("templates: ours\n", "utf-8")
    (tmp_path / "review" / "letters").mkdir(parents=True)
    assert settings.load(tmp_path / "review" / "case.yaml").templates == tmp_path / "ours"
    (tmp_path / "review" / "scr-docs.yaml").write_text("fail-on: never\n", "utf-8")
    assert settings.load(tmp_path / "review" / "case.yaml").templates is None
    assert settings.load(tmp_path, templates=Path("given")).templates == Path("given")


def test_an_export_holds_everything_and_is_right(tmp_path: Path) -> None:
    export(tmp_path / "own", ["thank-you"])
    names = {path.relative_to(tmp_path / "own").as_posix() for path in (tmp_path / "own").rglob("*") if path.is_file()}
    assert {
        "thank-you/letter.yaml",
        "thank-you/letter.docx",
        "house-style/house-style.docx",
        "pictograms/sorry.png",
    } <= names
    assert {name.partition("/")[0] for name in names} == {"thank-you", "house-style", "pictograms"}
    checked = pipeline.check_templates(tmp_path / "own")
    assert (checked.exit_status, [one.mistakes for one in checked.found]) == (0, [(), ()])


def test_an_export_never_overwrites_what_an_office_wrote(tmp_path: Path) -> None:
    export(tmp_path, ["thank-you"])
    house = tmp_path / "house-style" / "house-style.docx"
    house.write_bytes(b"changed")
    export(tmp_path, ["meeting"])
    assert (house.read_bytes(), (tmp_path / "meeting" / "letter.docx").is_file()) == (b"changed", True)
    (tmp_path / "thank-you" / "letter.docx").write_bytes(b"mine")
    for names in (["thank-you", "declined"], []):
        with pytest.raises(OutputError, match="nothing was changed"):
            export(tmp_path, names)
    assert (tmp_path / "thank-you" / "letter.docx").read_bytes() == b"mine"
    assert not (tmp_path / "declined").exists()
    with pytest.raises(SelectionError):
        export(tmp_path, ["thnk-you"])


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("letters.no-thanks", "letters.no-thank", "thank-you/letter.yaml: must_have: There is no rule letters.no-thank. Did you mean letters.no-thanks?"),
        ("team.family_contact.phone", "team.family_contact.fone", "thank-you/letter.yaml: needs: There is no key of the case file team.family_contact.fone. Did you mean team.family_contact.phone?"),
        ("after: [", "after: [publicaton, ", "thank-you/letter.yaml: fits.after: There is no stage publicaton. Did you mean publication?"),
        ("title:", "titel:", "letter.yaml:"),
        ("  young-person:", "  subject:", "It does not say what young-person.docx must say"),
    ],
)  # fmt: skip
def test_mistakes_of_letter_yaml_are_told_with_what_may_be_meant(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    own = own_with(tmp_path, "thank-you")
    changed_yaml(own, "thank-you", before, after)
    checked = pipeline.check_templates(own)
    assert told in said(checked)
    assert checked.exit_status == 1


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("easyread.docx", "thank-you/easyread.docx: No letter uses this file. Did you mean easy-read.docx?"),
        ("Letter (2).docx", "thank-you/Letter (2).docx: No letter uses this file. Did you mean letter.docx?"),
        ("textmessage.txt", "Did you mean text-message.txt?"),
    ],
)
def test_a_file_that_no_letter_uses_is_noted(tmp_path: Path, name: str, told: str) -> None:
    own = own_with(tmp_path, "thank-you")
    (own / "thank-you" / name).write_bytes(b"x")
    for harmless in ("~$letter.docx", ".DS_Store", "Thumbs.db"):
        (own / "thank-you" / harmless).write_bytes(b"x")
    checked = pipeline.check_templates(own)
    assert told in said(checked)
    assert said(checked).count("No letter uses this file") == 1
    assert checked.exit_status == 0


def test_a_folder_of_letters_without_letter_yaml_has_to_be_put_right(tmp_path: Path) -> None:
    own = own_with(tmp_path, "thank-you", "meeting")
    (own / "meeting" / "letter.yaml").rename(own / "meeting" / "letter.yml")
    checked = pipeline.check_templates(own)
    assert "meeting: This folder has no letter.yaml, so it is no letter" in said(checked)
    assert checked.exit_status == 1


def test_every_version_is_looked_at_and_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    own = own_with(tmp_path, "thank-you")
    wrong = word_builder.build(word_builder.p("{{ person.nmae }}"), word_builder.p("{%p if support %} gone"))
    for name in ("letter.docx", "easy-read.docx"):
        (own / "thank-you" / name).write_bytes(wrong)
    (own / "thank-you" / "text-message.txt").write_text("Hello {{ persn.name }}", "utf-8")
    told = said(pipeline.check_templates(own))
    for name in ("letter.docx", "easy-read.docx"):
        assert f"thank-you/{name}: paragraph 2" in told
    assert "thank-you/text-message.txt:1: The field persn.name does not exist. Did you mean person.name?" in told


def test_a_file_that_cannot_be_looked_at_is_not_checked(tmp_path: Path) -> None:
    own = own_with(tmp_path, "thank-you", "meeting")
    (own / "thank-you" / "easy-read.docx").write_bytes(b"not Word")
    checked = pipeline.check_templates(own)
    assert checked.exit_status == 2
    assert [one.name for one in checked.found if one.unread] == ["thank-you"]
    assert [one.name for one in checked.found] == ["meeting", "thank-you"]


def test_what_is_set_by_hand_is_noted(tmp_path: Path) -> None:
    own = own_with(tmp_path, "thank-you")
    body = [word_builder.p(word_builder.r("Dear", size=40, color="FF0000")), word_builder.p("x", style="Verse")]
    verse = '<w:style w:type="paragraph" w:styleId="Verse"><w:name w:val="Verse"/></w:style>'
    (own / "thank-you" / "letter.docx").write_bytes(word_builder.build(*body, styles=verse))
    told = said(pipeline.check_templates(own))
    assert "A colour is set on the words themselves in paragraph 1, which the house style does not change" in told
    assert "A size is set on the words themselves in paragraph 1" in told
    assert "The style “verse” is not in the house style, and stays as it is in this letter" in told


@pytest.mark.parametrize(
    ("left", "told", "status"),
    [
        ("I am sorry that [NAME] has died.", "look again: this was left over from redaction", 0),
        ("We meet on Monday (TBC).", "look again: this is still open", 0),
        ("Ring me on [insert number].", "This was to be filled in, and was not", 1),
    ],
)
def test_what_an_office_left_to_be_filled_in_is_told(tmp_path: Path, left: str, told: str, status: int) -> None:
    own = own_with(tmp_path, "thank-you")
    path = own / "thank-you" / "letter.docx"
    document = docx.Document(str(path))
    document.paragraphs[-1].insert_paragraph_before(left)
    document.save(str(path))
    checked = pipeline.check_templates(own)
    assert (told in said(checked), checked.exit_status) == (True, status)


def test_a_house_style_that_is_wrong_is_told_once(tmp_path: Path) -> None:
    own = own_with(tmp_path, "thank-you", "house-style")
    (own / "house-style" / "house-style.docx").write_bytes(word_builder.build("x", header="{{ board.nmae }}"))
    checked = pipeline.check_templates(own)
    assert said(checked).count("The field board.nmae") == 1
    assert "house-style/house-style.docx: paragraph 1 of the header" in said(checked)


def test_every_shipped_letter_is_right_with_the_sample_case() -> None:
    checked = pipeline.check_templates(None)
    assert [(one.name, one.mistakes, one.unread) for one in checked.found] == [
        (name, (), ()) for name in ("house style", *STAGES)
    ]


def test_a_preview_holds_every_version_and_pictures_of_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pdfs(letters: Mapping[str, bytes]) -> dict[str, bytes]:
        return dict.fromkeys(letters, b"%PDF")

    monkeypatch.setattr(previews, "pdfs", pdfs)
    monkeypatch.setattr(shutil, "which", lambda _: "pdftoppm")
    monkeypatch.setattr(previews, "_pages", lambda _program, stem, _pdf: [(f"{stem}-page-1.png", b"PNG")])
    shown = pipeline.preview_letters(stage("not-publishing"))
    stems = [f"not-publishing-{name}" for name in ("standard", "easy-read", "young-person")]
    texts = ["not-publishing-text-message.txt", "not-publishing-call-script.txt"]
    expected = [*(f"{stem}{ending}" for stem in stems for ending in (".docx", ".pdf", "-page-1.png")), *texts]
    assert sorted(shown.files) == sorted(expected)
    assert (shown.not_made, shown.exit_status) == ((), 0)
    assert [path.name for path in shown.write(tmp_path)] == list(shown.files)


def test_a_preview_says_what_this_computer_cannot_make(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_letters: Mapping[str, bytes]) -> dict[str, bytes]:
        raise OutputError(Mistake("Nothing on this computer makes PDFs", mend="Install LibreOffice"))

    monkeypatch.setattr(previews, "pdfs", nothing)
    shown = pipeline.preview_letters(stage("thank-you"), ["standard"])
    assert list(shown.files) == ["thank-you-standard.docx"]
    assert shown.not_made == ("PDFs and pictures of pages: Nothing on this computer makes PDFs. Install LibreOffice.",)
    assert shown.exit_status == 0


def test_a_preview_of_a_letter_that_is_refused_says_why(tmp_path: Path) -> None:
    own = own_with(tmp_path, "thank-you")
    (own / "thank-you" / "call-script.txt").write_text(
        "Call {{ team.family_contact.name }} about {{ waiting.agreed_with }} {{ publication.reason.x }}", "utf-8"
    )
    shown = pipeline.preview_letters(stage("thank-you", own), ["call-script"])
    assert shown.exit_status == 2
    assert any(one.startswith("call-script: The field publication.reason.x") for one in shown.not_made)


def test_the_letter_to_the_person_themselves_is_tried_with_an_adult(tmp_path: Path) -> None:
    own = own_with(tmp_path, "thank-you")
    changed_yaml(own, "thank-you", "  young-person:", "  subject:\n    must_have: []\n  young-person:")
    (own / "thank-you" / "subject.docx").write_bytes(word_builder.build(word_builder.p("Dear {{ person.greeting }}")))
    assert pipeline.check_templates(own).exit_status == 0
    (own / "thank-you" / "subject.docx").write_bytes(word_builder.build(word_builder.p("Dear {{ person.greting }}")))
    assert "thank-you/subject.docx: paragraph 1" in said(pipeline.check_templates(own))
