"""Pictures with something in them besides the picture: Pillow writes most, the rest is put together by hand."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from collections.abc import Mapping

from PIL import Image
from PIL.PngImagePlugin import PngInfo

PIXELS = Image.new("RGB", (8, 8), "white")
XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Warrington" exif:GPSLatitude="51,30.04N">'
    "<dc:creator><rdf:Seq><rdf:li>Kelly Thompson</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF>"
    '</x:xmpmeta>          <?xpacket end="w"?>'
)


def exif(
    tags: Mapping[int, object], inner: Mapping[int, object] | None = None, gps: Mapping[int, object] | None = None
) -> bytes:
    """EXIF data as they stand in a JPEG."""
    made = Image.Exif()
    made.update(tags)
    if inner:
        made.get_ifd(0x8769).update(inner)
    if gps:
        made.get_ifd(0x8825).update(gps)
    return made.tobytes()


def with_small_copy(exif_data: bytes) -> bytes:
    """EXIF data with a second directory that points at a small copy."""
    tiff = bytearray(exif_data.removeprefix(b"Exif\0\0"))
    order = "<" if tiff[:2] == b"II" else ">"
    (at,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, at)
    struct.pack_into(f"{order}I", tiff, at + 2 + 12 * count, len(tiff))
    small = picture("JPEG")
    start = len(tiff) + 2 + 24 + 4
    tiff += struct.pack(f"{order}HHHIIHHIII", 2, 513, 4, 1, start, 514, 4, 1, len(small), 0) + small
    return b"Exif\0\0" + bytes(tiff)


def picture(kind: str, **told: object) -> bytes:
    """A picture of a kind that Pillow writes."""
    out = io.BytesIO()
    PIXELS.save(out, kind, **told)
    return out.getvalue()


def png(texts: Mapping[str, str], *, packed: bool = False, wide: bool = False, **told: object) -> bytes:
    """A PNG with texts."""
    info = PngInfo()
    for key, text in texts.items():
        if wide:
            info.add_itxt(key, text, zip=packed)
        else:
            info.add_text(key, text, zip=packed)
    return picture("PNG", pnginfo=info, **told)


def with_chunk(data: bytes, name: bytes, body: bytes) -> bytes:
    """A PNG with one more chunk before its end."""
    end = data.rindex(b"IEND") - 4
    chunk = struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    return data[:end] + chunk + data[end:]


def with_segment(data: bytes, marker: int, body: bytes) -> bytes:
    """A JPEG with one more segment at its start."""
    return data[:2] + struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body + data[2:]


def iptc(datasets: Mapping[int, bytes]) -> bytes:
    """An IPTC block with texts of record 2."""
    return b"\x1c\x01\x5a\x00\x03\x1b%G" + b"".join(
        struct.pack(">BBBH", 0x1C, 2, number, len(text)) + text for number, text in datasets.items()
    )


def photoshop(number: int, body: bytes, name: bytes = b"") -> bytes:
    """A Photoshop resource block."""
    spelt = bytes([len(name)]) + name
    spelt += b"\0" * (len(spelt) % 2)
    return b"8BIM" + struct.pack(">H", number) + spelt + struct.pack(">I", len(body)) + body + b"\0" * (len(body) % 2)


def emf(*records: bytes, description: str = "") -> bytes:
    """An Enhanced Metafile with these records between its header and its end."""
    told = description.encode("utf-16-le")
    told += b"\0" * (-len(told) % 4)
    end = struct.pack("<5I", 14, 20, 0, 16, 20)
    size = 88 + len(told)
    whole = size + sum(map(len, records)) + len(end)
    header = struct.pack("<2I8iI", 1, size, *range(8), 0x464D4520)
    header += struct.pack("<3IHH3I4i", 0x10000, whole, len(records) + 2, 1, 0, len(description), 88, 0, 1, 1, 1, 1)
    return header + told + b"".join(records) + end


def text_record(text: str, *, y: int = 10, wide: bool = True, options: int = 0) -> bytes:
    """EMR_EXTTEXTOUTW, or EMR_EXTTEXTOUTA."""
    body = text.encode("utf-16-le" if wide else "cp1252")
    body += b"\0" * (-len(body) % 4)
    drawn = struct.pack("<iiIII4iI", 0, y, len(text), 76, options, 0, 0, 0, 0, 0)
    size = 36 + len(drawn) + len(body)
    return struct.pack("<2I4iI2f", 84 if wide else 83, size, 0, 0, 0, 0, 1, 1.0, 1.0) + drawn + body


def small_text_record(text: str, *, y: int = 10) -> bytes:
    """EMR_SMALLTEXTOUT in one byte for each letter and without a rectangle."""
    body = text.encode("cp1252")
    body += b"\0" * (-len(body) % 4)
    return struct.pack("<2I2i3I2f", 108, 36 + len(body), 0, y, len(text), 0x300, 1, 1.0, 1.0) + body


def emf_plus_record(text: str) -> bytes:
    """A comment with an EMF+ string."""
    letters = text.encode("utf-16-le")
    body = struct.pack("<3I4f", 0, 0, len(text), 0, 0, 9, 9) + letters
    body += b"\0" * (-len(body) % 4)
    plus = b"EMF+" + struct.pack("<HHII", 0x401C, 0, 12 + len(body), len(body)) + body
    return struct.pack("<3I", 70, 12 + len(plus), len(plus)) + plus


def comment_record(body: bytes) -> bytes:
    """A comment that a program left."""
    body += b"\0" * (-len(body) % 4)
    return struct.pack("<3I", 70, 12 + len(body), len(body)) + body


def wmf(*records: bytes, placeable: bool = True) -> bytes:
    """A Windows Metafile with these records."""
    body = b"".join(records) + struct.pack("<IH", 3, 0)
    head = struct.pack("<HHHIHIH", 1, 9, 0x300, (18 + len(body)) // 2, 0, 99, 0)
    return (b"\xd7\xcd\xc6\x9a".ljust(22, b"\0") if placeable else b"") + head + body


def wmf_record(kind: int, body: bytes) -> bytes:
    """One record of a Windows Metafile."""
    body += b"\0" * (len(body) % 2)
    return struct.pack("<IH", 3 + len(body) // 2, kind) + body


def wmf_text(text: bytes, *, extended: bool = True, options: int = 0) -> bytes:
    """A record that draws text."""
    even = text + b"\0" * (len(text) % 2)
    if extended:
        return wmf_record(0x0A32, struct.pack("<hhHH", 5, 0, len(text), options) + even)
    return wmf_record(0x0521, struct.pack("<H", len(text)) + even + struct.pack("<hh", 5, 0))


def base64_of(data: bytes) -> str:
    """Bytes as letters."""
    return base64.b64encode(data).decode()
