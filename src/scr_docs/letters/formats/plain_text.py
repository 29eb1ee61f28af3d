"""A letter as plain text: for a screen reader, a braille display, or the text of an e-mail."""

from __future__ import annotations

from collections.abc import Sequence

from scr_docs.letters.formats.pieces import Piece


def plain_text(pieces: Sequence[Piece]) -> str:
    """The letter as text without any marks but bullets; lines are not broken, as the reader's program does that."""
    lines: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        if before is not None and not _follows(before, piece):
            lines += [""] * (2 if piece.kind == "heading" else 1)
        lines.append(_line(piece).replace("\u00a0", " "))
        before = piece
    return "\n".join(lines) + "\n"


def _follows(before: Piece, piece: Piece) -> bool:
    """Whether the piece is the next line of what stands before it."""
    same = before.kind == piece.kind
    return piece.joined or (same and piece.kind in {"item", "row", "letterhead"})


def _line(piece: Piece) -> str:
    if piece.kind == "item":
        return f"{'-' if piece.mark == '•' else piece.mark} {piece.text}"
    if piece.kind == "row":
        label, *values = piece.cells
        told = "\n".join(values)
        return f"{label}:\n{told}" if "\n" in told else f"{label}: {told}"
    return f"[Picture: {piece.text}]" if piece.kind == "picture" else piece.text
