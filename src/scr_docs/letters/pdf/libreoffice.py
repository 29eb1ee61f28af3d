"""PDFs by LibreOffice, with the look of the Word letter: many letters in one call, in a profile of its own.

LibreOffice ends with status 0 whatever happens, writes an untagged PDF unless it is told otherwise, and waits where
another copy of it has the same profile. In one call it takes 247 files and is silent about the rest (measured with
7.4.7), so it is called with fewer. Its temporary files are readable by their owner only, and their names tell nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from scr_docs.letters import package
from scr_docs.letters.pdf.about import about
from scr_docs.letters.pdf.letterhead import said_first
from scr_docs.letters.pdf.made import Made, NotMade
from scr_docs.letters.pdf.profile import SETTINGS
from scr_docs.letters.pdf.signs import with_meanings

MOST_AT_ONCE = 200
_BEGIN, _EACH = 60.0, 5.0
"""Seconds that a call may take, and more for each letter: some thirty times what it needs on a slow computer."""

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
_STAMPS = (
    re.compile(rb"(?<=/CreationDate\(D:)\d{14}(?:Z'|[+-]\d\d'\d\d')(?=\))"),
    re.compile(rb"(?<=<xmp:CreateDate>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)(?=</xmp:CreateDate>)"),
)
_MARKS = re.compile(
    rb"(?<=/ID \[ <)[0-9A-F]{32}(?=>)|(?<=>\n<)[0-9A-F]{32}(?=> \]\n/DocChecksum)|(?<=/DocChecksum /)[0-9A-F]{32}"
)


def program() -> str | None:
    """The path of LibreOffice; None where it is not installed."""
    found = (shutil.which(name) for name in ("soffice", "libreoffice"))
    return next((path for path in (*found, *(path for path in _PLACES if Path(path).is_file())) if path), None)


def convert(
    letters: Mapping[str, bytes], office: str, *, begin: float = _BEGIN, each: float = _EACH
) -> dict[str, Made]:
    """A PDF of each of these Word letters, or why there is none. One call for up to 200 letters.

    A letter of which the call made nothing is tried once more by itself, so that nobody's suffers from another's.
    `begin` and `each` are the seconds that a call may take.
    """
    names = list(letters)
    made: dict[str, Made] = {}
    for first in range(0, len(names), MOST_AT_ONCE):
        some = {name: letters[name] for name in names[first : first + MOST_AT_ONCE]}
        found = _call(some, office, begin + each * len(some))
        lacking = [name for name in some if name not in found]
        if len(some) > 1 and 0 < len(lacking) < len(some):
            for name in lacking:
                found |= _call({name: some[name]}, office, begin + each)
        why = NotMade("LibreOffice made no PDF of it")
        made |= {name: found.get(name, why) for name in some}
    return made


def _call(letters: Mapping[str, bytes], office: str, seconds: float) -> dict[str, Made]:
    """What one call makes of these letters; those that it makes nothing of are not there."""
    folder = Path(tempfile.mkdtemp(prefix="scr-docs-"))
    try:
        profile, made = folder / "profile", folder / "made"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        files = {name: folder / f"{number}.docx" for number, name in enumerate(letters)}
        for name, file in files.items():
            file.write_bytes(said_first(letters[name]))
        options = [
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nolockcheck",
        ]
        command = [office, *options, "--convert-to", _FILTER, "--outdir", str(made), *map(str, files.values())]
        if why := _run(command, seconds):
            return dict.fromkeys(letters, NotMade(why))
        done = {name: made / f"{file.stem}.pdf" for name, file in files.items()}
        found = {name: path.read_bytes() for name, path in done.items() if path.is_file()}
        return {name: with_meanings(_settled(pdf, letters[name])) for name, pdf in found.items()}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: Sequence[str], seconds: float) -> str | None:
    """Runs LibreOffice to its end, or ends it and all that it began when the time is over; why it did not do it."""
    try:
        process = subprocess.Popen(  # noqa: S603  # our own command
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return "LibreOffice cannot be started"
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return f"LibreOffice was not done after {seconds:.0f} seconds and was ended"
    finally:
        # Also where the person stops it: it may not go on with the letters in its hands.
        _end(process)
    return None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program and all that it began; they are a group of their own."""
    if os.name == "nt":  # pragma: no cover  # tried by hand only
        if process.poll() is None:
            taskkill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(taskkill, check=False, capture_output=True)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _settled(pdf: bytes, letter: bytes) -> bytes:
    """The PDF with the day of the letter for the time of its making, and marks made of the letter for those by chance.

    All are as long as before, so that every place in the file stays right. Where a later LibreOffice writes them in
    another way they stay as they are.
    """
    day = about(package.parts(letter)).day
    info, xmp = _STAMPS
    zulu = day.strftime("%Y%m%d000000").encode()
    pdf = info.sub(lambda found: zulu + (b"Z'" if len(found[0]) == len(zulu) + 2 else b"+00'00'"), pdf)
    stamp = day.strftime("%Y-%m-%dT00:00:00").encode()
    pdf = xmp.sub(lambda found: stamp + (b"Z" if found[0].endswith(b"Z") else b"+00:00"), pdf)
    mark = hashlib.sha256(letter).hexdigest()[:32].upper().encode()
    return _MARKS.sub(lambda _: mark, pdf)
