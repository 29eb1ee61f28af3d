"""What a reader of pictures says when it can go no further."""

from __future__ import annotations


class PictureError(Exception):
    """A picture, or a piece of it, cannot be read. The message says why in plain words and quotes nothing of it."""


DAMAGED = "it is damaged or cut short, so what it holds besides the picture was not all read"
