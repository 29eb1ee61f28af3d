"""scr-docs lint."""

from __future__ import annotations

from pathlib import Path

import click

from scr_docs.cli.options import FILE, OneOf, case_option, checks_option, format_option, masked


@click.command("lint", short_help="Check draft reports, or any Word file.")
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@case_option
@checks_option
@click.option(
    "--password-file",
    type=FILE,
    metavar="FILE",
    help="A text file with the password of protected documents on its first line.",
)
@click.option("--select", multiple=True, metavar="RULE", help="Run only this rule or pack; may be repeated.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not run this rule or pack; may be repeated.")
@format_option
@click.option("--output", type=FILE, metavar="PATH", help="Write the result to a file instead of the terminal.")
@click.option(
    "--fail-on",
    type=OneOf(["must-fix", "check", "note", "never"]),
    help="From which severity on the exit status is 1.  [default: must-fix]",
)
@click.option(
    "--mask/--show-values",
    "mask",
    default=None,
    help="Mask what was found, or show it.  [default: mask unless on a terminal]",
)
@click.option(
    "--explain-allowed",
    is_flag=True,
    help="List the names that may stand in the report, and why: who wrote it, who is cited, which names are invented.",
)
def lint_command(
    files: tuple[Path, ...],
    case_file: Path | None,
    checks: tuple[Path, ...],
    password_file: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    format_: str,
    output: Path | None,
    fail_on: str | None,
    mask: bool | None,
    *,
    explain_allowed: bool,
) -> int:
    """Check draft reports, or any Word file, before families read them and before they are published.

    A FILE may be a folder: every Word file in it is checked. Plain text (.txt, .md) is
    checked where it is named.

    \b
    Exit status
      0  nothing at or above --fail-on
      1  findings at or above it
      2  something was not checked: a file that cannot be read, a mistake in
         the case file or a rule pack, or nothing to check
    """
    from scr_docs import pipeline
    from scr_docs.output import json_, text
    from scr_docs.output.write import refuse_to_replace, write

    if output is not None:
        refuse_to_replace(output, *files, case_file, password_file)
    report = pipeline.lint_files(
        files,
        case=case_file,
        checks=checks,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        password_file=password_file,
        explain_allowed=explain_allowed,
    )
    render = json_.render if format_ == "json" else text.render
    result = render(report, masked=masked(mask, output))
    if output is None:
        click.echo(result, nl=False)
    else:
        write(output, result)
        click.echo(f"Written to {output}.", err=True)
    return report.exit_status
