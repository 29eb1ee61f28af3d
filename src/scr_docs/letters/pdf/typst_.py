"""PDFs by typst, which comes with `pip install scr-docs[pdf]` and needs no other program."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from scr_docs.letters import package
from scr_docs.letters.pdf.made import Made, NotMade
from scr_docs.letters.pdf.source import source

_FONTS = ("Arial", "Liberation Sans", "Helvetica", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "Segoe UI")
"""Plain letters without serifs, which are read most easily; the first that the computer has."""

_SIGNS = ("Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols 2", "Noto Sans Symbols", "DejaVu Sans")
"""Where a sign is taken from that the letters' font lacks, such as a box to tick."""


def is_there() -> bool:
    """Whether typst is installed."""
    return find_spec("typst") is not None


def convert(letters: Mapping[str, bytes]) -> dict[str, Made]:
    """A PDF/UA-1 of each of these Word letters, or why there is none."""
    return {name: _compiled(content) for name, content in letters.items()}


def _compiled(letter: bytes) -> Made:
    import typst  # noqa: PLC0415  # an extra

    fonts, families = _fonts()
    if not families:
        return NotMade("there is no font without serifs on this computer; install one, for instance Liberation Sans")
    parts = package.parts(letter)
    made = source(parts, families)
    with tempfile.TemporaryDirectory(prefix="scr-docs-") as folder:
        for name, picture in made.pictures.items():
            (Path(folder) / name).write_bytes(picture)
        compiler = typst.Compiler(font_paths=fonts, root=folder)
        try:
            pdf = compiler.compile(made.text.encode(), format="pdf", pdf_standards=["ua-1"], timestamp=0)
        except (typst.TypstError, RuntimeError) as error:
            if "could not be displayed" in str(error):
                return NotMade("no font on this computer has all of its letters; install one for its language")
            # What typst quotes may be of the letter.
            told = re.split(r"[\"“`]", getattr(error, "message", "") or "it failed")[0].strip()
            return NotMade(f"typst refuses: {told}")
    return pdf if isinstance(pdf, bytes) else NotMade("typst made nothing")


@cache
def _fonts() -> tuple[Any, tuple[str, ...]]:
    """The fonts of the computer, found once, and those that letters are set in: none where none is fit for it."""
    import typst  # noqa: PLC0415

    fonts = typst.Fonts()
    families = set(fonts.families())
    first = next(((name,) for name in _FONTS if name in families), ())
    return fonts, (*first, *(name for name in _SIGNS if name in families)) if first else ()
