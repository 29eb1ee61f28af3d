"""What `scr-docs lint` does with every file of a folder: how many were read, were not checked wholly, or were refused.

python benchmarks/corpus.py FOLDER [CASE]

A crash ends the run: there must be none. One process reads all files, as a user's run over a folder does, so the
memory is the most that it ever took.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from pathlib import Path

import scr_docs
from scr_docs.finding import FileReport


def outcome(report: FileReport) -> str:
    if report.error is None:
        return "a result"
    return "refused" if report.sha256 is None else "a result, NOT CHECKED in part"


def peak() -> float:
    """The most memory that this process ever took, in MB."""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit("usage: python benchmarks/corpus.py FOLDER [CASE]")
    case = sys.argv[2] if len(sys.argv) > 2 else None
    paths = sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_file())
    times: list[tuple[float, str]] = []
    counts: Counter[str] = Counter()
    told = []
    list(scr_docs.find_personal_data(["Loads the rules, so that the first file does not pay for it."]))
    for path in paths:
        start = time.perf_counter()
        (report,) = scr_docs.lint(path, case=case).files
        times.append((time.perf_counter() - start, path.name))
        counts[outcome(report)] += 1
        if report.error is not None:
            told.append(f"  {path.name}: {report.error}")
    print(*told, sep="\n")
    print(f"{len(paths)} files in {sum(seconds for seconds, _ in times):.1f} s")
    for name, count in counts.most_common():
        print(f"  {count:4} {name}")
    print(f"slowest: {max(times)[1]}, {max(times)[0]:.2f} s")
    print(f"peak memory: {peak():.0f} MB")


if __name__ == "__main__":
    main()
