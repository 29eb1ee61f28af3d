"""This project, answering lines of texts as the other systems do: for their start, their speed and their memory.

python -m benchmarks.personal_data.our_worker texts|report

"texts" asks find_personal_data without a case; "report" lints all texts as one draft.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import scr_docs


def find_texts(texts: list[str]) -> list[list[tuple[int, int, str, str]]]:
    return [
        [(span.start, span.end, span.rule, span.severity) for span in spans]
        for spans in scr_docs.find_personal_data(texts)
    ]


def find_in_report(texts: list[str]) -> list[list[tuple[int, int, str, str]]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.txt"
        path.write_text("\n".join(texts), encoding="utf-8")
        (report,) = scr_docs.lint(path, select=["personal-data"]).files
    return [
        [(finding.location.start or 0, finding.location.end or 0, finding.rule, finding.severity)]
        for finding in report.findings
    ]


def main() -> None:
    find = {"texts": find_texts, "report": find_in_report}[sys.argv[1]]
    for line in sys.stdin:
        texts = json.loads(line)
        start = time.perf_counter()
        found = find(texts)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
        print(json.dumps({"found": found, "seconds": seconds, "peak_mb": peak}), flush=True)


if __name__ == "__main__":
    main()
