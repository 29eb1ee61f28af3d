"""What a picture says besides what it shows is found, and no bytes make the reader fail in another way than it says."""

from __future__ import annotations

import base64
import gzip
import struct
import warnings
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.word.pictures.emf import GLYPHS
from scr_docs.word.pictures.picture import PictureError, is_picture, picture_data
from tests.word import picture_builder as make

COPY = "a small older copy of the picture is inside it"


def read(data: bytes) -> list[tuple[str, str]]:
    return [(found.where, found.text) for found in picture_data(data)]


def until_it_fails(data: bytes) -> tuple[list[str], str]:
    texts = []
    try:
        for found in picture_data(data):
            texts.append(found.text)  # noqa: PERF401  what is found before the failure counts
    except PictureError as error:
        return texts, str(error)
    return texts, ""


TAGS = {
    0x010E: "Kelly at the park", 0x010F: "Canon", 0x0110: "Canon EOS 5D", 0x0131: "Photoshop 7", 0x0132: "2016:01:14 09:00:00",
    0x013B: "Jo Thompson", 0x013C: "JO-LAPTOP", 0x8298: "(c) Jo", 0x010D: "kelly.tif",
    0x9C9B: "Kelly’s birthday".encode("utf-16-le"), 0x9C9C: "for the file".encode("utf-16-le"),
    0x9C9D: "Zoë".encode("utf-16-le"), 0x9C9E: "family".encode("utf-16-le"), 0x9C9F: "Child K".encode("utf-16-le"),
}  # fmt: skip
INNER = {
    0x9003: "2015:12:24 18:00:00", 0x9286: b"UNICODE\0" + "at Nan’s".encode("utf-16-le"), 0xA430: "J. Thompson",
    0xA431: "012345", 0xA435: "998877", 0x927C: b"\x01\x00OwnerName\x00Jo Thompson\x00\xff\xfe",
}  # fmt: skip
GPS = {1: "N", 2: (51.0, 30.0, 26.5), 3: "W", 4: (0.0, 7.0, 39.9), 27: b"ASCII\0\0\0MANUAL entry"}
TOLD = [
    ("EXIF > ImageDescription", "Kelly at the park"),
    ("EXIF > Software", "Photoshop 7"),
    ("EXIF > DateTime", "2016:01:14 09:00:00"),
    ("EXIF > Artist", "Jo Thompson"),
    ("EXIF > HostComputer", "JO-LAPTOP"),
    ("EXIF > Copyright", "(c) Jo"),
    ("EXIF > DocumentName", "kelly.tif"),
    ("EXIF > XPTitle", "Kelly’s birthday"),
    ("EXIF > XPComment", "for the file"),
    ("EXIF > XPAuthor", "Zoë"),
    ("EXIF > XPKeywords", "family"),
    ("EXIF > XPSubject", "Child K"),
    ("EXIF > DateTimeOriginal", "2015:12:24 18:00:00"),
    ("EXIF > UserComment", "at Nan’s"),
    ("EXIF > CameraOwnerName", "J. Thompson"),
    ("EXIF > BodySerialNumber", "012345"),
    ("EXIF > LensSerialNumber", "998877"),
    ("EXIF > MakerNote", "OwnerName · Jo Thompson"),
    ("EXIF > camera", "Canon EOS 5D"),
    ("EXIF > position", "51.50736° N, 0.12775° W"),
    ("EXIF > position > method", "MANUAL entry"),
]
EXIF = make.exif(TAGS, INNER, GPS)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_everything_that_exif_tells_is_found(kind: str) -> None:
    found = read(make.picture(kind, exif=EXIF))
    assert set(TOLD) <= set(found)
    assert not {where for where, _ in found} - {where for where, _ in TOLD} - {"WebP", "JPEG"}


def test_exif_of_a_tiff_file_is_found() -> None:
    found = read(make.picture("TIFF", exif=make.exif(TAGS)))
    assert {("EXIF > Artist", "Jo Thompson"), ("EXIF > XPAuthor", "Zoë")} <= set(found)


def test_traits_tell_a_position_from_other_data() -> None:
    traits = {found.where: found.trait for found in picture_data(make.picture("JPEG", exif=EXIF))}
    assert traits["EXIF > position"] == "picture-location"
    assert traits["EXIF > Artist"] == "picture-data"
    assert {found.part for found in picture_data(make.picture("JPEG", exif=EXIF))} == {"picture"}


def test_a_position_that_cannot_be_read_is_told() -> None:
    odd = make.exif({}, None, {2: (1000.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)})
    assert read(make.picture("JPEG", exif=odd)) == [("EXIF > position", "a position that cannot be read")]


def test_a_small_older_copy_is_told_and_only_if_it_is_there() -> None:
    jpeg = make.picture("JPEG", exif=make.with_small_copy(make.exif({0x013B: "Jo Thompson"})))
    assert read(jpeg) == [("EXIF > Artist", "Jo Thompson"), ("EXIF > thumbnail", COPY)]
    assert COPY not in [text for _, text in read(make.picture("JPEG", exif=EXIF))]


def test_further_pages_of_a_tiff_file_are_told() -> None:
    pages = make.picture("TIFF", save_all=True, append_images=[make.PIXELS])
    assert read(pages) == [("pages", "more pictures are in the file than the one that is shown")]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
def test_a_plain_picture_says_nothing(kind: str) -> None:
    assert read(make.picture(kind)) == []


@pytest.mark.parametrize(
    "data",
    [
        make.picture("JPEG", xmp=make.XMP.encode()),
        make.png({"XML:com.adobe.xmp": make.XMP}, wide=True),
        make.picture("WEBP", xmp=make.XMP.encode()),
        make.picture("TIFF", tiffinfo={700: make.XMP.encode()}),
    ],
)
def test_xmp_is_read_wherever_it_stands(data: bytes) -> None:
    assert read(data) == [
        ("XMP > City", "Warrington"),
        ("XMP > GPSLatitude", "51,30.04N"),
        ("XMP > creator", "Kelly Thompson"),
    ]


def test_xmp_too_long_for_one_segment_is_put_together() -> None:
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"G" * 32 + struct.pack(">I", 99)
    first, second = make.XMP[:300].encode(), make.XMP[300:].encode()
    jpeg = make.with_segment(make.picture("JPEG"), 0xE1, head + struct.pack(">I", 0) + first)
    jpeg = make.with_segment(jpeg, 0xE1, head + struct.pack(">I", len(first)) + second)
    assert ("XMP > creator", "Kelly Thompson") in read(jpeg)


def test_xmp_in_a_gif_is_read() -> None:
    gif = make.picture("GIF")
    magic = bytes([1, *range(255, -1, -1), 0])
    packet = b"\x21\xff\x0bXMP DataXMP" + make.XMP.encode() + magic
    at = gif.index(b"\x2c")
    assert ("XMP > creator", "Kelly Thompson") in read(gif[:at] + packet + gif[at:])


def test_iptc_is_read_in_a_jpeg_and_a_tiff() -> None:
    block = make.iptc({80: b"Jo Thompson", 120: "Zoë’s\nhouse".encode(), 92: b"12 Acacia Avenue", 0: b"\0\4"})
    told = [
        ("IPTC > By-line", "Jo Thompson"),
        ("IPTC > Caption", "Zoë’s\nhouse"),
        ("IPTC > Sub-location", "12 Acacia Avenue"),
    ]
    resource = b"Photoshop 3.0\0" + make.photoshop(0x0404, block)
    assert read(make.with_segment(make.picture("JPEG"), 0xED, resource)) == told
    assert read(make.picture("TIFF", tiffinfo={33723: block})) == told


def test_photoshop_blocks_are_read() -> None:
    inside = (
        make.photoshop(0x040C, b"small")
        + make.photoshop(0x0FA0, b"", b"Kelly layer")
        + make.photoshop(0x041A, "Kelly.psd\0".encode("utf-16-be"))
    )
    found = read(make.with_segment(make.picture("JPEG"), 0xED, b"Photoshop 3.0\0" + inside))
    assert found == [("Photoshop > thumbnail", COPY), ("Photoshop > name", "Kelly layer"), ("Photoshop", "Kelly.psd")]


@pytest.mark.parametrize(("packed", "wide"), [(False, False), (True, False), (False, True), (True, True)])
def test_texts_of_a_png_are_read(packed: bool, wide: bool) -> None:
    assert read(make.png({"Author": "Jo Thompson"}, packed=packed, wide=wide)) == [("PNG > Author", "Jo Thompson")]


def test_a_png_tells_its_profiles_in_letters_and_its_odd_chunks() -> None:
    raw = b"\nexif\n" + str(len(EXIF)).encode() + b"\n" + EXIF.hex().encode()
    old = make.with_chunk(make.picture("PNG"), b"tEXt", b"Raw profile type exif\0" + raw)
    assert ("EXIF > Artist", "Jo Thompson") in read(old)
    odd = make.with_chunk(make.picture("PNG"), b"prVW", b"\0\1Kelly draft\0")
    assert read(odd) == [("PNG > chunk prVW", "Kelly draft")]


def test_comments_are_read() -> None:
    assert read(make.picture("JPEG", comment=b"by Jo")) == [("JPEG comment", "by Jo")]
    assert read(make.picture("GIF", comment=b"by Jo")) == [("GIF comment", "by Jo")]
    odd = make.with_segment(make.picture("JPEG"), 0xEC, b"Ducky\0\1Kelly draft\0")
    assert read(odd) == [("JPEG > segment APP12", "Kelly draft")]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF"])
def test_what_stands_after_the_picture_is_told(kind: str) -> None:
    found = read(make.picture(kind) + b"\0\0Kelly Thompson")
    assert found == [
        ("after the end of the picture", "14 bytes of other data"),
        ("after the end of the picture", "Kelly Thompson"),
    ]
    assert read(make.picture(kind) + b"\0" * 500) == []


def test_a_jpeg_2000_tells_its_xmp() -> None:
    box = struct.pack(">I4s", 8 + len(make.XMP), b"xml ") + make.XMP.encode()
    uuid = bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + make.XMP.encode()
    again = struct.pack(">I4s", 8 + len(uuid), b"uuid") + uuid
    found = read(b"\0\0\0\x0cjP  \r\n\x87\n" + box + again)
    assert found.count(("XMP > creator", "Kelly Thompson")) == 2


EMF = make.emf(
    make.text_record("Kelly "),
    make.text_record("Thompson"),
    make.text_record("aged 4", y=30, wide=False),
    make.small_text_record("Mother", y=50),
    make.comment_record(b"made by Jo Thompson"),
    make.emf_plus_record("Father"),
    description="Visio\0kelly.vsd\0\0",
)


def test_the_lines_and_the_description_of_an_emf_are_read() -> None:
    assert read(EMF) == [
        ("EMF > description", "Visio · kelly.vsd"),
        ("EMF > comment", "made by Jo Thompson"),
        ("EMF, line 1", "Kelly Thompson"),
        ("EMF, line 2", "aged 4"),
        ("EMF, line 3", "Mother"),
        ("EMF, line 4", "Father"),
    ]


def test_a_line_in_pieces_is_given_both_ways() -> None:
    pieces = make.emf(make.text_record("Kel"), make.text_record("ly"))
    assert read(pieces) == [("EMF, line 1", "Kelly"), ("EMF, line 1, in pieces", "Kel ly")]


def test_text_as_numbers_of_shapes_is_told() -> None:
    texts, why = until_it_fails(make.emf(make.text_record("Mother"), make.text_record("\3\4", options=0x10)))
    assert texts == ["Mother"]
    assert "it cannot be read" in why


def test_texts_of_a_wmf_are_read_and_those_of_the_emf_inside_it() -> None:
    chunk = b"WMFC" + struct.pack("<IIHIIIII", 1, 0x10000, 0, 0, 1, len(EMF), 0, len(EMF)) + EMF
    escape = make.wmf_record(0x0626, struct.pack("<HH", 15, len(chunk)) + chunk)
    note = make.wmf_record(0x0626, struct.pack("<HH", 15, 8) + b"by Kelly")
    data = make.wmf(make.wmf_text(b"Kelly"), make.wmf_text(b" said", extended=False), note, escape)
    assert read(data) == [("WMF > comment", "by Kelly"), ("WMF, line 1", "Kelly said"), *read(EMF)]
    assert read(make.wmf(make.wmf_text(b"Kelly"), placeable=False)) == [("WMF, line 1", "Kelly")]


def test_a_packed_metafile_is_read_and_a_bomb_is_not() -> None:
    assert read(gzip.compress(EMF)) == read(EMF)
    assert until_it_fails(gzip.compress(b"\0" * (70 * 2**20)))[1] == "it unpacks to more than 64 MB"


SVG = """<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- drawn by Jo --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:s="x"
 s:docname="kelly.svg"><title>Family tree</title><metadata><who>Jo Thompson</who></metadata>
<text>Kel<tspan>ly</tspan> Thompson</text><g id="Nan"/><image xlink:href="data:image/jpeg;base64,{}"/></svg>"""


def test_texts_of_an_svg_are_read_and_the_pictures_it_carries() -> None:
    letters = base64.b64encode(make.picture("JPEG", comment=b"by Jo")).decode()
    assert read(SVG.format(letters).encode()) == [
        ("SVG > comment", "drawn by Jo"),
        ("SVG > docname", "kelly.svg"),
        ("SVG > title", "Family tree"),
        ("SVG > metadata", "Jo Thompson"),
        ("SVG > text", "Kelly Thompson"),
        ("SVG > id", "Nan"),
        ("JPEG comment", "by Jo"),
    ]


def test_an_svg_that_declares_entities_is_refused() -> None:
    bad = b'<!DOCTYPE svg [<!ENTITY nm "Kelly">]><svg xmlns="http://www.w3.org/2000/svg"><text>&nm;</text></svg>'
    assert "DOCTYPE" in until_it_fails(bad)[1]


def test_the_name_of_a_screen_in_a_colour_profile_is_read() -> None:
    name = "Jo’s iMac".encode("utf-16-be")
    value = b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"GB", len(name), 28) + name
    profile = b"\0" * 36 + b"acsp".ljust(92, b"\0") + struct.pack(">I4sII", 1, b"desc", 144, len(value)) + value
    assert read(make.picture("JPEG", icc_profile=profile)) == [("JPEG > colour profile", "Jo’s iMac")]


def test_what_was_read_before_a_failure_is_kept() -> None:
    whole = make.png({"Author": "Jo Thompson"})
    texts, why = until_it_fails(whole[:-20])
    assert texts == ["Jo Thompson"]
    assert why.startswith("it is damaged or cut short")
    two = make.with_segment(make.picture("JPEG", comment=b"by Jo"), 0xE1, b"http://ns.adobe.com/xap/1.0/\0<broken")
    assert until_it_fails(two)[0] == ["by Jo"]


@pytest.mark.parametrize("data", [b"", b"no picture", b"\0" * 100, b"%PDF-1.7"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert not is_picture(data)
    with pytest.raises(PictureError):
        list(picture_data(data))


def test_a_picture_that_claims_to_be_huge_is_only_looked_at() -> None:
    data = bytearray(make.png({"Author": "Jo"}))
    data[16:24] = struct.pack(">II", 2**31 - 1, 2**31 - 1)
    assert read(bytes(data)) == [("PNG > Author", "Jo")]


def test_a_text_that_swells_is_contained() -> None:
    bomb = make.with_chunk(make.picture("PNG"), b"zTXt", b"Author\0\0" + zlib.compress(b" " * (20 * 2**20)))
    assert "unpack to more than 16 MB" in until_it_fails(bomb)[1]


def test_directories_in_a_circle_come_to_an_end() -> None:
    loop = b"II*\0\x08\0\0\0" + struct.pack("<HHHIII", 1, 0x8769, 4, 1, 8, 8)
    assert read(loop) == []


def driver_string(text: str, options: int) -> bytes:
    """A comment with an EMF+ string that stands letter by letter, or as numbers of shapes."""
    body = (
        struct.pack("<4I", 0, options, 0, len(text)) + text.encode("utf-16-le") + struct.pack("<2f", 0, 9) * len(text)
    )
    body += b"\0" * (-len(body) % 4)
    return make.comment_record(b"EMF+" + struct.pack("<HHII", 0x4036, 0, 12 + len(body), len(body)) + body)


def poly_text(*texts: str) -> bytes:
    """EMR_POLYTEXTOUTW."""
    heads, bodies, at = b"", b"", 40 + 40 * len(texts)
    for text in texts:
        heads += struct.pack("<2i3I4iI", 0, 10, len(text), at + len(bodies), 0, 0, 0, 0, 0, 0)
        bodies += text.encode("utf-16-le")
    bodies += b"\0" * (-len(bodies) % 4)
    size = at + len(bodies)
    return struct.pack("<2I4iI2fI", 97, size, 0, 0, 0, 0, 1, 1.0, 1.0, len(texts)) + heads + bodies


def test_other_ways_in_which_an_emf_draws_text_are_read() -> None:
    assert read(make.emf(poly_text("Kelly ", "Thompson"))) == [("EMF, line 1", "Kelly Thompson")]
    assert read(make.emf(driver_string("Kelly", 1))) == [("EMF, line 1", "Kelly")]
    assert until_it_fails(make.emf(driver_string("Kelly", 0))) == ([], GLYPHS)


def test_texts_of_an_emf_that_lie_over_one_another_are_contained() -> None:
    heap = struct.pack("<2i8I", 0, 0, 30_000, 0, 0, 0, 0, 0, 0, 0) * 1000
    record = struct.pack("<2I", 96, 40 + len(heap)) + b"\0" * 28 + struct.pack("<I", 1000) + heap
    assert until_it_fails(make.emf(record))[1].startswith("it is damaged")


def test_a_metafile_that_is_cut_short_gives_what_it_has() -> None:
    for whole in (EMF, make.wmf(make.wmf_text(b"Kelly"), make.wmf_text(b"said"))):
        texts, why = until_it_fails(whole[:-8])
        assert texts
        assert why.startswith("it is damaged")
    shapes = make.wmf(make.wmf_text(b"Kelly"), make.wmf_text(b"\1\2", options=0x10))
    assert until_it_fails(shapes) == (["Kelly"], GLYPHS)


def test_long_and_odd_iptc_texts_are_read() -> None:
    long = b"Kelly " * 8000
    block = b"\x1c\x02\x78\x80\x04" + struct.pack(">I", len(long)) + long + make.iptc({221: b"\0\1Kelly prefs\0"})
    found = read(make.picture("TIFF", tiffinfo={33723: block}))
    assert [(where, text[:11]) for where, text in found] == [
        ("IPTC > Caption", "Kelly Kelly"),
        ("IPTC > Prefs", "Kelly prefs"),
    ]
    assert "it is damaged" in until_it_fails(make.picture("TIFF", tiffinfo={33723: block[:200]}))[1]


def test_every_piece_of_a_photoshop_block_is_read() -> None:
    inside = (
        make.photoshop(0x0422, EXIF.removeprefix(b"Exif\0\0"))
        + make.photoshop(0x0424, make.XMP.encode())
        + make.photoshop(0x040B, b"http://kelly.example")
        + make.photoshop(0x03F0, b"\x05Kelly")
    )
    found = read(make.with_segment(make.picture("JPEG"), 0xED, b"Photoshop 3.0\0" + inside))
    assert {
        ("EXIF > Artist", "Jo Thompson"),
        ("XMP > creator", "Kelly Thompson"),
        ("Photoshop > caption or address", "http://kelly.example"),
        ("Photoshop > caption or address", "Kelly"),
    } <= set(found)
    short = b"Photoshop 3.0\0" + inside[:-3]
    assert "it is damaged" in until_it_fails(make.with_segment(make.picture("JPEG"), 0xED, short))[1]


def test_a_small_copy_in_xmp_is_told_and_a_link_is_read() -> None:
    packet = make.XMP.replace(
        "</rdf:Description>",
        f'<t:image xmlns:t="t">{"A" * 30_000}</t:image><t:of xmlns:t="t" rdf:resource="file:///kelly.psd"/></rdf:Description>',
    )
    found = read(make.picture("WEBP", xmp=packet.encode()))
    assert {("XMP > image", COPY), ("XMP > of", "file:///kelly.psd")} <= set(found)


def test_a_picture_in_a_jpeg_of_older_form_is_told() -> None:
    assert read(make.with_segment(make.picture("JPEG"), 0xE0, b"JFXX\0\x10small")) == [("JPEG > thumbnail", COPY)]
    small = b"JFIF\0\1\2\0\0\1\0\1\1\1abc"
    assert read(make.with_segment(make.picture("JPEG"), 0xE0, small)) == [("JPEG > thumbnail", COPY)]


@pytest.mark.parametrize(
    "value",
    [
        b"desc\0\0\0\0" + struct.pack(">I", 10) + b"Jo's iMac\0",
        b"text\0\0\0\0Jo's iMac\0",
    ],
)
def test_names_of_screens_in_older_colour_profiles_are_read(value: bytes) -> None:
    table = struct.pack(">I4sII4sII", 2, b"desc", 156, len(value), b"dmdd", 156, len(value))
    profile = b"\0" * 36 + b"acsp".ljust(92, b"\0") + table + value
    for kind in ("PNG", "TIFF"):
        assert [text for _, text in read(make.picture(kind, icc_profile=profile))] == ["Jo's iMac"]
    assert read(make.picture("JPEG", icc_profile=b"no profile")) == []


def test_gif_texts_of_other_kinds_are_read() -> None:
    gif = make.picture("GIF")
    at = gif.index(b"\x2c")
    plain = b"\x21\x01\x0c" + b"\0" * 12 + b"\x05Kelly\0"
    other = b"\x21\xff\x0bPROGRAM 1.0\x0bKelly notes\0"
    found = read(gif[:at] + plain + other + gif[at:])
    assert found == [("GIF text", "Kelly"), ("GIF > extension", "PROGRAM 1.0Kelly notes")]


def test_a_packed_picture_is_known_and_damage_to_it_is_told() -> None:
    assert is_picture(gzip.compress(EMF))
    assert not is_picture(b"\x1f\x8b\x08 no gzip")
    assert until_it_fails(b"\x1f\x8b\x08 no gzip")[1].startswith("it is damaged")


def test_an_svg_inside_an_svg_is_not_read_and_said_so() -> None:
    letters = base64.b64encode(SVG.format("").encode()).decode()
    assert (
        "a picture inside it"
        in until_it_fails(SVG.format("").replace("image/jpeg;base64,", f"image/svg+xml;base64,{letters}").encode())[1]
    )


VALID = [
    make.picture("JPEG", exif=make.with_small_copy(EXIF), xmp=make.XMP.encode(), comment=b"by Jo"),
    make.with_segment(make.picture("JPEG"), 0xED, b"Photoshop 3.0\0" + make.photoshop(0x0404, make.iptc({80: b"Jo"}))),
    make.png({"Author": "Jo"}, packed=True, exif=EXIF),
    make.picture("TIFF", exif=EXIF),
    make.picture("GIF", comment=b"by Jo"),
    make.picture("WEBP", exif=EXIF, xmp=make.XMP.encode()),
    EMF,
    make.wmf(make.wmf_text(b"Kelly")),
    SVG.format("").encode(),
    gzip.compress(EMF),
]


@given(st.binary(max_size=400))
def test_random_bytes_never_fail_in_another_way(data: bytes) -> None:
    until_it_fails(data)


@given(st.sampled_from([value[:12] for value in VALID]), st.binary(max_size=400))
def test_random_bytes_after_a_good_beginning_never_fail_in_another_way(start: bytes, data: bytes) -> None:
    until_it_fails(start + data)


@given(
    st.sampled_from(VALID),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=8),
    st.integers(0, 10_000) | st.none(),
)
def test_damaged_pictures_never_fail_in_another_way(
    data: bytes, changes: list[tuple[int, int]], end: int | None
) -> None:
    damaged = bytearray(data)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        until_it_fails(bytes(damaged[:end]))
