"""Unpacking one entry of a zip piece by piece, so that whoever reads can stop before too much has been unpacked."""

from __future__ import annotations

import bz2
import lzma
import zipfile
import zlib
from collections.abc import Iterator

from scr_docs.word.markup.xml import PartError

CHUNK = 2**20

_FEED = 2**16
_MAX_DICTIONARY = 64 * 2**20
_OTHERWISE = "it is packed in a way that cannot be unpacked"


def pieces(method: int, packed: memoryview) -> Iterator[bytes]:
    """The content of an entry, in pieces of at most CHUNK bytes; PartError where it cannot be unpacked.

    Not zipfile's own reading, which stops at the size that the file claims, and unpacks bzip2 and LZMA without a limit.
    """
    try:
        if method == zipfile.ZIP_STORED:
            yield from (bytes(packed[start : start + CHUNK]) for start in range(0, len(packed), CHUNK))
        elif method == zipfile.ZIP_DEFLATED:
            yield from _deflated(packed)
        elif method == zipfile.ZIP_BZIP2:
            yield from _stepwise(bz2.BZ2Decompressor(), packed)
        elif method == zipfile.ZIP_LZMA:
            yield from _stepwise(*_lzma(packed))
        else:
            raise PartError(_OTHERWISE)
    except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError) as error:
        raise PartError("it is damaged: it cannot be unpacked") from error


def _deflated(packed: memoryview) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(packed), _FEED):
        waiting = bytes(packed[start : start + _FEED])
        while waiting and not stream.eof:
            yield stream.decompress(waiting, CHUNK)
            waiting = stream.unconsumed_tail
    yield stream.flush()


def _stepwise(stream: bz2.BZ2Decompressor | lzma.LZMADecompressor, packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), _FEED):
        if stream.eof:
            return
        yield stream.decompress(packed[start : start + _FEED], CHUNK)
        while not stream.needs_input and not stream.eof:
            yield stream.decompress(b"", CHUNK)


def _lzma(packed: memoryview) -> tuple[lzma.LZMADecompressor, memoryview]:
    """The decompressor that the first nine bytes of an entry describe, and what follows them."""
    if len(packed) < 9 or bytes(packed[2:4]) != b"\x05\x00":
        raise PartError(_OTHERWISE)
    rest, context = divmod(packed[4], 9)
    position, literal = divmod(rest, 5)
    size = int.from_bytes(packed[5:9], "little")
    if size > _MAX_DICTIONARY:
        raise PartError(_OTHERWISE)
    settings = {"id": lzma.FILTER_LZMA1, "dict_size": max(size, 4096), "lc": context, "lp": literal, "pb": position}
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[settings]), packed[9:]
