"""scr-docs quality-markers."""

from __future__ import annotations

from pathlib import Path

import click

from scr_docs.cli.options import FILE, OneOf, case_option, checks_option, masked


@click.command("quality-markers", short_help="Show the evidence for the quality markers, question by question.")
@case_option
@click.option("--report", type=FILE, metavar="DOCX", help="The draft report of the review.")
@checks_option
@click.option(
    "--format",
    "format_",
    type=OneOf(["text", "json", "html", "docx"]),
    default="text",
    show_default=True,
    help="What the result looks like; docx needs --output.",
)
@click.option("--output", type=FILE, metavar="PATH", help="Write the result to a file instead of the terminal.")
@click.option(
    "--fail-on",
    type=OneOf(["must-fix", "check", "note", "never"]),
    default="must-fix",
    show_default=True,
    help="From which severity on the exit status is 1.",
)
@click.option(
    "--mask/--show-values",
    "mask",
    default=None,
    help="Mask names and other values of the case file, or show them.  [default: mask unless on a terminal]",
)
def quality_markers_command(
    case_file: Path | None,
    report: Path | None,
    checks: tuple[Path, ...],
    format_: str,
    output: Path | None,
    fail_on: str,
    mask: bool | None,
) -> int:
    """Show what speaks for an answer to each question of two quality markers, where it stands, and what is missing.

    Quality marker 12, family involvement, is looked for in the report; "informing the family" in
    the contacts, meetings and questions of the case file. Without --report only the second is
    looked at. The result is for people to judge by: nothing here says that a marker is met.

    \b
    Exit status
      0  nothing at or above --fail-on
      1  findings at or above it
      2  something was not checked
    """
    from scr_docs import pipeline
    from scr_docs.output import markers_html, markers_json, markers_text
    from scr_docs.output.write import refuse_to_replace, write

    if format_ == "docx" and output is None:
        raise click.UsageError("A Word document goes to a file: give --output.")
    if output is not None:
        refuse_to_replace(output, case_file, report)
    found = pipeline.quality_markers(case_file, report, checks=checks, fail_on=fail_on)
    hide = masked(mask, output)
    if format_ == "docx" and output is not None:
        from scr_docs.output import markers_docx

        write(output, markers_docx.render(found, masked=hide))
    else:
        render = {"json": markers_json.render, "html": markers_html.render}.get(format_, markers_text.render)
        result = render(found, masked=hide)
        if output is None:
            click.echo(result, nl=False)
            return found.exit_status
        write(output, result)
    click.echo(f"Written to {output}.", err=True)
    return found.exit_status
