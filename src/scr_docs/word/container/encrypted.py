"""Word files under a password: decrypted in memory, with msoffcrypto-tool, an optional extra of scr-docs."""

from __future__ import annotations

import io
import re
from pathlib import Path

import olefile  # type: ignore[import-untyped]

from scr_docs.errors import Mistake, SettingsError
from scr_docs.word.container.ole_file import MALFORMED
from scr_docs.word.container.refusal import damaged, refusal

_MAX_SPINS = 1_000_000
"""How often the password is scrambled before it is tried. Word does so 100,000 times; each more only takes time."""

_SPINS = re.compile(rb"spinCount\s*=\s*[\"'](\d{1,18})")
_LONGEST = 2**16
_EXPECTED = "a text file with the password on its first line"
_PROTECTED = "This Word document is protected by a password"
_REMOVE = (
    "remove the password: open it in Word, choose File > Info > Protect Document > Encrypt with Password, empty the "
    "box, and save it."
)
_GIVE = "Put the password on the first line of a text file and give that with --password-file, or " + _REMOVE
_INSTALL = 'Install what opens such files (pip install "scr-docs[passwords]"), or ' + _REMOVE


def first_line(path: Path) -> str:
    """The password that a file holds. Raises SettingsError, which quotes nothing of it."""
    try:
        with path.open("rb") as file:
            line = file.readline(4096)
        password = line.decode("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        why = "There is no such file" if isinstance(error, FileNotFoundError) else "This password file cannot be read"
        raise SettingsError(Mistake(why, str(path), expected=_EXPECTED)) from error
    if not password:
        raise SettingsError(Mistake("The first line of the password file is empty", str(path), expected=_EXPECTED))
    return password


def decrypted(data: bytes, name: str, password: str | None) -> bytes:
    """The document inside an encrypted one; DocumentError, with what to do, where it cannot be had."""
    if password is None:
        raise refusal(name, f"{_PROTECTED}, so it cannot be read", _GIVE)
    try:
        import msoffcrypto  # type: ignore[import-untyped]  # noqa: PLC0415  # an extra
        from msoffcrypto import exceptions  # noqa: PLC0415
    except ImportError as error:
        raise refusal(name, f"{_PROTECTED}, which cannot be used here", _INSTALL) from error
    if why := _why_not_tried(data):
        raise damaged(name, why)
    opened = io.BytesIO()
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        file.load_key(password=password, verify_password=True)
        file.decrypt(opened)
    except exceptions.InvalidKeyError as error:
        mend = "Correct the first line of the password file, capitals and blanks included, or " + _REMOVE
        raise refusal(name, f"{_PROTECTED}, and the one in the password file does not open it", mend) from error
    except Exception as error:  # msoffcrypto raises whatever its parsers do
        raise damaged(name, "it is protected by a password in a way that cannot be undone here") from error
    return opened.getvalue()


def _why_not_tried(data: bytes) -> str:
    """What in the description of the encryption could do harm to whoever acts on it."""
    try:
        told = olefile.OleFileIO(io.BytesIO(data)).openstream("EncryptionInfo").read(_LONGEST)
    except MALFORMED:
        told = b""
    if not told or len(told) == _LONGEST or b"<!DOCTYPE" in told:
        return "it is protected by a password, and damaged"
    spins = max((int(count) for count in _SPINS.findall(told)), default=0)
    return "its password is scrambled more often than that of any honest document" if spins > _MAX_SPINS else ""
