"""How long `scr-docs --help` takes beside a bare click program with as many commands, in one run.

python benchmarks/startup.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

BARE = """
import click
@click.group()
def cli(): "A bare program."
for name in ("demo", "case", "letters", "lint", "rules", "explain"):
    cli.command(name)(lambda: None)
cli(["--help"])
"""
OURS = "from scr_docs.cli import main; main(['--help'])"
RUNS = 25


def seconds(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    seconds(BARE), seconds(OURS)
    pairs = [(seconds(BARE), seconds(OURS)) for _ in range(RUNS)]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(our / their for their, our in pairs)
    print(f"bare click {bare * 1000:.0f} ms, scr-docs --help {ours * 1000:.0f} ms, ratio {ratio:.2f}")
    print(f"medians of {RUNS} pairs")


if __name__ == "__main__":
    main()
