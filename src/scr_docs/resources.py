"""Where the shipped rule packs, templates and samples are: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

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
