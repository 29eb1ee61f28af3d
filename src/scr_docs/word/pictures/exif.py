"""What the EXIF data of a picture tell: who took it, when, where, with what, and whether an older copy is inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import legible, one_byte
from scr_docs.word.pictures.tiff import Tag

OLDER_COPY = "a small older copy of the picture is inside it"

_NAMES = {
    269: "DocumentName", 270: "ImageDescription", 285: "PageName", 305: "Software", 306: "DateTime", 315: "Artist",
    316: "HostComputer", 333: "InkNames", 337: "TargetPrinter", 33432: "Copyright", 36867: "DateTimeOriginal",
    36868: "DateTimeDigitized", 37500: "MakerNote", 37510: "UserComment", 40091: "XPTitle", 40092: "XPComment",
    40093: "XPAuthor", 40094: "XPKeywords", 40095: "XPSubject", 40964: "RelatedSoundFile", 42016: "ImageUniqueID",
    42032: "CameraOwnerName", 42033: "BodySerialNumber", 42035: "LensMake", 42036: "LensModel",
    42037: "LensSerialNumber", 42038: "ImageTitle", 42039: "Photographer", 42040: "ImageEditor",
    42041: "CameraFirmware", 42042: "RAWDevelopingSoftware", 42043: "ImageEditingSoftware",
    42044: "MetadataEditingSoftware", 50708: "UniqueCameraModel",
    50735: "CameraSerialNumber", 50827: "OriginalRawFileName",
}  # fmt: skip
_GPS_NAMES = {18: "map datum", 27: "method", 28: "area", 29: "date"}
_MAKE, _MODEL = 271, 272
_STARTS = frozenset({273, 324, 513})
"""Tags that say where the bytes of a picture are."""

_TEXT_TYPES = frozenset({2, 129})
_CODED = frozenset({37510, 27, 28})
"""Texts that begin with eight letters for their coding."""

_NO_TEXT = re.compile(r"[\d\s:.+\-]*|WGS-?84|R98", re.IGNORECASE)
_NOT_DULL = frozenset({306, 36867, 36868, 42016, 42033, 42037, 50735})
"""Tags that tell something even where their text is only figures: times and serial numbers."""


def exif(tags: Iterable[Tag], *, of_file: bool = False) -> Iterator[Found]:
    """What the tags tell; `of_file` if they are those of a whole TIFF file, whose further directories are pages."""
    camera: dict[int, str] = {}
    place: dict[int, Tag] = {}
    copies = 0
    for tag in tags:
        if tag.directory == "gps":
            place[tag.number] = tag
        elif tag.number in {_MAKE, _MODEL}:
            camera[tag.number] = _decoded(tag)
        elif tag.directory == "next" and tag.number in _STARTS and any(tag.numbers()[:1]):
            copies += 1
        elif (text := _text(tag)) and (tag.number in _NOT_DULL or not _NO_TEXT.fullmatch(text)):
            yield Found("picture", text, f"EXIF > {_NAMES.get(tag.number, f'tag {tag.number}')}", "picture-data")
    yield from _camera(camera)
    yield from _location(place)
    if copies:
        more = "more pictures are in the file than the one that is shown"
        told, where = (more, "pages") if of_file else (OLDER_COPY, "EXIF > thumbnail")
        yield Found("picture", told, where, "picture-data")


def _camera(camera: dict[int, str]) -> Iterator[Found]:
    make, model = camera.get(_MAKE, ""), camera.get(_MODEL, "")
    text = model if make and model.startswith(make) else f"{make} {model}".strip()
    if text:
        yield Found("picture", text, "EXIF > camera", "picture-data")


def _location(place: dict[int, Tag]) -> Iterator[Found]:
    for direction, degrees, what in ((1, 2, "position"), (19, 20, "position looked at")):
        latitude = _degrees(place.get(direction), place.get(degrees), 90)
        longitude = _degrees(place.get(direction + 2), place.get(degrees + 2), 180)
        if latitude and longitude:
            yield Found("picture", f"{latitude}, {longitude}", f"EXIF > {what}", "picture-location")
        elif degrees in place or degrees + 2 in place:
            yield Found("picture", "a position that cannot be read", f"EXIF > {what}", "picture-location")
    for number, name in _GPS_NAMES.items():
        if number in place and (text := _text(place[number])) and not _NO_TEXT.fullmatch(text):
            yield Found("picture", text, f"EXIF > position > {name}", "picture-location")


def _degrees(direction: Tag | None, tag: Tag | None, most: int) -> str:
    """A position in degrees, "51.50735° N"; "" where it cannot be read."""
    if tag is None or tag.type not in {5, 10}:
        return ""
    numbers = tag.numbers()[:6]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    if not pairs or any(below == 0 and above for above, below in pairs):
        return ""
    value = sum(above / (below or 1) / 60**step for step, (above, below) in enumerate(pairs))
    letter = _decoded(direction)[:1] if direction else ""
    return f"{value:.5f}° {letter}".strip() if abs(value) <= most else ""


def _text(tag: Tag) -> str:
    if 40091 <= tag.number <= 40095:
        return tag.value[: len(tag.value) // 2 * 2].decode("utf-16-le", "replace").strip("\0 \n")
    if tag.number in _CODED and tag.type not in _TEXT_TYPES:
        return _coded(tag)
    if tag.number == 37500:
        return " · ".join(legible(tag.value))
    return _decoded(tag) if tag.type in _TEXT_TYPES else ""


def _coded(tag: Tag) -> str:
    coding, body = tag.value[:8], tag.value[8:]
    if not coding.startswith(b"UNICODE"):
        body = body if coding.strip(b"\0") in {b"ASCII", b"JIS", b""} else tag.value
        return one_byte(body).replace("\0", " ").strip()
    even = body[: len(body) // 2 * 2]
    big = even[1::2].count(0) < even[::2].count(0)
    return even.decode("utf-16-be" if big else "utf-16-le", "replace").strip("\0 \n\ufeff")


def _decoded(tag: Tag) -> str:
    """The text of a tag, the further ones after an inner NUL included."""
    return " ".join(one_byte(tag.value).replace("\0", " ").split())
