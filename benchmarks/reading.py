"""What reading a Word file wholly costs, beside python-docx's opening plus its paragraphs and tables, in one run.

python benchmarks/reading.py FILE_OR_FOLDER...

Files that either of the two cannot open are left out of both. Each file is read in turn by both, several times; the
best time of each counts, since everything that disturbs only adds.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx

from scr_docs import word
from scr_docs.errors import DocumentError

ROUNDS = 5


def naive(path: Path) -> str:
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def seconds(read: Callable[[Path], object], path: Path) -> float:
    start = time.perf_counter()
    read(path)
    return time.perf_counter() - start


def files(names: list[str]) -> Iterator[Path]:
    for name in names:
        path = Path(name)
        yield from sorted(path.glob("*.docx")) if path.is_dir() else (path,)


def opens(path: Path) -> bool:
    try:
        naive(path)
        word.read(path)
    except DocumentError:
        return False
    except Exception:  # noqa: BLE001  # python-docx raises a dozen kinds
        return False
    return True


def main() -> None:
    chosen = [path for path in files(sys.argv[1:]) if opens(path)]
    if not chosen:
        sys.exit("usage: python benchmarks/reading.py FILE_OR_FOLDER... (nothing to read)")
    theirs, ours = [], []
    for path in chosen:
        pairs = [(seconds(naive, path), seconds(word.read, path)) for _ in range(ROUNDS)]
        theirs.append(min(pair[0] for pair in pairs))
        ours.append(min(pair[1] for pair in pairs))
    ratios = [our / their for our, their in zip(ours, theirs, strict=True)]
    print(f"{len(chosen)} files, best of {ROUNDS} each; seconds in all, milliseconds by the median")
    for name, times in (("python-docx, opening + paragraphs + tables", theirs), ("scr-docs, everything", ours)):
        print(f"{name:<44} {sum(times):7.2f} s {statistics.median(times) * 1000:7.1f} ms")
    print(f"{'ratio':<44} {sum(ours) / sum(theirs):7.2f}   {statistics.median(ratios):7.2f}")


if __name__ == "__main__":
    main()
