"""Word letters as tagged PDFs: by LibreOffice where it is installed, else by typst, else not at all.

Each PDF is read back before it is given; one that lacks tags, a title or a word is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scr_docs.errors import Mistake, OutputError
from scr_docs.letters.pdf import libreoffice, typst_
from scr_docs.letters.pdf.made import Made, NotMade
from scr_docs.letters.pdf.verify import problems

Convert = Callable[[Mapping[str, bytes]], dict[str, Made]]


def converter() -> Convert:
    """What makes the PDFs on this computer. Raises OutputError, with what to install, where nothing can."""
    if office := libreoffice.program():
        return lambda letters: libreoffice.convert(letters, office)
    if typst_.is_there():
        return typst_.convert
    told = Mistake(
        "Nothing on this computer makes PDFs that a screen reader can read",
        mend='Install LibreOffice, or run: pip install "scr-docs[pdf]". No PDF was made',
    )
    raise OutputError(told)


def pdfs(letters: Mapping[str, bytes], convert: Convert | None = None) -> dict[str, Made]:
    """For each of these finished Word letters a PDF that has been read back, or why there is none.

    `convert` is what makes them; without it, whatever the computer has. Raises OutputError where that is nothing.
    """
    made = (convert or converter())(letters) if letters else {}
    return {name: _read_back(pdf, letters[name]) for name, pdf in made.items()}


def _read_back(pdf: Made, letter: bytes) -> Made:
    if isinstance(pdf, NotMade):
        return pdf
    wrong = problems(pdf, letter)
    return NotMade("; ".join(wrong)) if wrong else pdf
