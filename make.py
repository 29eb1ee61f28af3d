"""Sets up .venv out of the lock and runs a task in it: `python make.py demo`. Needs Python 3.11 or newer only."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"demo": "requirements/run.lock", "dev": "requirements/dev.lock"}


def setup(lock: str) -> None:
    """Installs exactly what the lock names, and this project on top of it; does nothing where that is done already."""
    wanted = hashlib.sha256((HERE / lock).read_bytes() + (HERE / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / f"{Path(lock).stem}.stamp"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists():
        print("Making .venv …", flush=True)
        venv.create(VENV, with_pip=True)
    print(f"Installing what {lock} names; the first time this takes some minutes …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(HERE / lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(HERE)], check=True)
    stamp.write_text(wanted)


def run(*command: str) -> None:
    """Runs a program of .venv in the project's folder; ends with its status where that is not 0."""
    status = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=HERE, check=False).returncode
    if status:
        sys.exit(status)


def demo() -> None:
    setup(LOCKS["demo"])
    run("scr-docs", "demo", "demo", "--force")


def test() -> None:
    setup(LOCKS["dev"])
    run("ruff", "check", ".")
    run("ruff", "format", "--check", ".")
    run("mypy")
    run("lint-imports", "--no-cache")
    run("python", "-m", "pytest", "-q", "-n", "auto", "-m", "not slow")
    run("python", "-m", "pytest", "-q", "-m", "slow")


def coverage() -> None:
    """The share of the lines and branches that the tests run; by itself, because measuring doubles their time."""
    setup(LOCKS["dev"])
    run("coverage", "erase")
    run("coverage", "run", "-m", "pytest", "-m", "not slow")
    run("coverage", "combine", "--quiet")
    run("coverage", "report")


TASKS = {"demo": demo, "test": test, "coverage": coverage}


def main() -> None:
    if sys.version_info < (3, 11):
        sys.exit(f"scr-docs needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    task = sys.argv[1] if len(sys.argv) == 2 else ""
    if task not in TASKS:
        sys.exit(f"usage: python make.py {'|'.join(TASKS)}")
    TASKS[task]()


if __name__ == "__main__":
    main()
