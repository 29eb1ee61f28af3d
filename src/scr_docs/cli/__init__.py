"""The command line. One small file a command: it parses, calls the pipeline and prints; there is no logic here.

A command's module is imported to show its help, and its work only when it runs, so that --help stays quick.
"""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

import click

from scr_docs import __version__
from scr_docs.errors import ScrDocsError

NOT_CHECKED = 2

COMMANDS: Mapping[str, str] = {
    "demo": "scr_docs.cli.demo",
    "case": "scr_docs.cli.case",
    "letters": "scr_docs.cli.letters",
    "templates": "scr_docs.cli.templates",
    "lint": "scr_docs.cli.lint",
    "quality-markers": "scr_docs.cli.quality_markers",
    "rules": "scr_docs.cli.rules",
    "explain": "scr_docs.cli.rules",
}
"""Each command's module, which holds it under the command's name (with _ for -) followed by `_command`."""


class _Lazy(click.Group):
    """A group whose commands are imported when they are asked for, in the order of COMMANDS."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, name = importlib.import_module(COMMANDS[cmd_name]), cmd_name.replace("-", "_")
        command: click.Command = getattr(module, f"{name}_command")
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        from scr_docs.errors import did_you_mean

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = did_you_mean(args[0], COMMANDS)
            ctx.fail(f"There is no command {args[0]!r}." + (f" Did you mean {near}?" if near else ""))
        return super().resolve_command(ctx, args)


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="scr-docs")
def scr_docs() -> None:
    """Letters to families, and checks of draft reports, for Serious Case Reviews.

    \b
    scr-docs demo                                   see what it does, on invented samples
    scr-docs lint draft.docx --case case.yaml       check a draft report
    scr-docs letters make --case case.yaml \\
        --stage invitation --out letters            make letters to the family

    Everything stays on this machine: nothing is sent or fetched.
    """


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends with its exit status: 0 clean, 1 findings, 2 not checked."""
    _speak_utf8()
    try:
        status = scr_docs.main(args, prog_name="scr-docs", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(NOT_CHECKED)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except ScrDocsError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except SystemExit:  # click ends so, with status 1, where whoever should read the result has gone away
        sys.exit(NOT_CHECKED)
    except Exception as error:  # noqa: BLE001  # a crash is "not checked", and its text could hold a name
        _tell_crash(error)
        sys.exit(NOT_CHECKED)
    sys.exit(status if isinstance(status, int) else 0)


def _speak_utf8() -> None:
    """Windows gives redirected output an old code page; results are UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace") if stream.isatty() else reconfigure(encoding="utf-8")


def _tell_crash(error: Exception) -> None:
    """What a developer needs, without the error's own text and without the values of any variable."""
    click.echo(
        "scr-docs stopped because of a fault of its own. Nothing can be said about what was not finished.", err=True
    )
    click.echo(f"{type(error).__name__} in:", err=True)
    for frame in traceback.extract_tb(error.__traceback__)[-4:]:
        click.echo(f"  {frame.filename}, line {frame.lineno}, {frame.name}", err=True)
