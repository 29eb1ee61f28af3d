"""scr-docs rules, scr-docs explain."""

from __future__ import annotations

from pathlib import Path

import click

from scr_docs.cli.options import checks_option, format_option


@click.command("rules", short_help="List what is checked.")
@checks_option
@format_option
def rules_command(checks: tuple[Path, ...], format_: str) -> int:
    """List every rule with its severity."""
    from scr_docs import pipeline
    from scr_docs.output import rules as show

    rules = pipeline.all_rules(checks)
    click.echo(show.as_json(rules) if format_ == "json" else show.listing(rules), nl=False)
    return 0


@click.command("explain", short_help="Say why a rule is there and how to put right what it finds.")
@click.argument("rule")
@checks_option
@format_option
def explain_command(rule: str, checks: tuple[Path, ...], format_: str) -> int:
    """Say what RULE finds, why it matters, how to put it right, and when it may be wrong."""
    from scr_docs import pack, pipeline
    from scr_docs.output import rules as show

    found = pack.find(pipeline.all_rules(checks), rule)
    click.echo(show.as_json([found]) if format_ == "json" else show.explanation(found), nl=False)
    return 0
