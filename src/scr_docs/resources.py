"""Where the shipped rule packs, templates and samples are: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from scr_docs.errors import Mistake, OutputError

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder "checks", "templates" or "sample_reports".

    A wheel carries it under scr_docs/shipped/. An editable install runs from a checkout, where it stands at the top.
    """
    for place in (_PACKAGE / "shipped" / name, _PACKAGE.parent.parent / name):
        if place.is_dir():
            return place
    raise OutputError(
        Mistake(
            what=f"This copy of scr-docs lacks its folder {name!r}",
            mend="Install scr-docs again; nothing was checked.",
        )
    )


def lines(module: str, name: str) -> Iterator[str]:
    """The lines of a list that stands beside the module whose `__file__` this is, without blanks and remarks (#)."""
    for line in Path(module).with_name(name).read_text("utf-8").splitlines():
        if (entry := line.strip()) and not entry.startswith("#"):
            yield entry


def as_sealed(folder: Path, *names: str) -> dict[str, bytes]:
    """The bytes of these files of a model, each by its name, proved to be those of which SHA256SUMS tells beside them.

    Raises OSError where one is missing, ValueError where one was changed or the list does not tell of it.
    """
    sums = dict(line.split()[::-1] for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines())
    found = {name: (folder / name).read_bytes() for name in names}
    for name, data in found.items():
        if hashlib.sha256(data).hexdigest() != sums.get(name):
            raise ValueError(name)
    return found
