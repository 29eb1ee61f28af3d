"""`python -m tests.word.limited FILE...`: runs `scr-docs lint` on each file in a process of its own, under limits.

Prints, as one JSON object, what each said, its exit status, and the processor time and memory that it took. The program
is loaded once and every process is a fork of that, so that what is measured is the file and not the start.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
from typing import NoReturn

from scr_docs import find_personal_data
from scr_docs.cli import main

MEMORY = 3 * 2**30
SECONDS = 90


def _lint(path: str, output: int) -> NoReturn:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.alarm(SECONDS)
    os.dup2(output, 1)
    os.dup2(output, 2)
    main(["lint", path, "--fail-on", "never", "--show-values"])


def _run(path: str) -> dict[str, object]:
    with tempfile.TemporaryFile() as output:
        child = os.fork()
        if child == 0:
            try:
                _lint(path, output.fileno())
            except SystemExit as ended:
                sys.stdout.flush()
                os._exit(int(ended.code or 0))
            finally:
                os._exit(99)
        _, status, used = os.wait4(child, 0)
        output.seek(0)
        said = " ".join(output.read().decode().split())
    return {
        "said": said,
        "status": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / 2**10,
    }


if __name__ == "__main__":
    list(find_personal_data(["Loads the rules and what they need."]))
    print(json.dumps({path: _run(path) for path in sys.argv[1:]}))  # noqa: T201
