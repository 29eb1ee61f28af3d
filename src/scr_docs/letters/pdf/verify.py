"""A PDF read back before it is written: tagged, in its language, with its title, and with every word of the letter.

A program that makes PDFs can end well and still leave out the tags, a page or the file. What is asked here is what
PDF/UA-1 (ISO 14289-1) asks and a program can see; the tests ask all of it of every letter.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from scr_docs import word
from scr_docs.letters import package
from scr_docs.letters.formats.paragraph_styles import root_of
from scr_docs.letters.formats.pieces import pieces
from scr_docs.letters.pdf.about import About, about
from scr_docs.letters.pdf.said import Said, said

_PROGRAM = re.compile(r"(?:Writer|LibreOffice|Typst)(?:[ /][\w .():/-]{0,100})?")
_INFO = frozenset({"/Title", "/Author", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped"})
_XMP = frozenset({
    "title", "creator", "CreatorTool", "Producer", "CreateDate", "ModifyDate", "MetadataDate", "language", "part",
    "NPages", "format", "InstanceID", "DocumentID", "RenditionClass", "PDFVersion", "Trapped",
})  # fmt: skip
"""What the metadata may speak of. Whatever else there is could hold a name."""
_ACTIVE = ("/OpenAction", "/AA", "/AcroForm")
_UA = "{http://www.aiim.org/pdfua/ns/id/}part"
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def problems(pdf: bytes, letter: bytes) -> list[str]:
    """Why this PDF of the finished Word letter may not be written, without a value of either; empty where it may."""
    try:
        return list(_problems(pdf, letter))
    except Exception as error:  # noqa: BLE001  # the file is another program's; whatever breaks the reading is told
        return [f"it cannot be read back ({type(error).__name__})"]


def _problems(pdf: bytes, letter: bytes) -> Iterator[str]:
    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        yield "it is under a password"
        return
    parts = package.parts(letter)
    told, root = about(parts), reader.root_object
    marks = root.get("/MarkInfo", DictionaryObject()).get_object()
    if not marks.get("/Marked") or "/StructTreeRoot" not in root:
        yield "it is not tagged: a screen reader would find no headings and no order"
        return
    if str(root.get("/Lang", "")).casefold() != told.language.casefold():
        yield f"its language is not {told.language}"
    if not root.get("/ViewerPreferences", DictionaryObject()).get_object().get("/DisplayDocTitle"):
        yield "it would show the name of its file in place of its title"
    yield from _properties(reader, told)
    yield from _active(reader)
    spoken = said(reader)
    yield from _structure(spoken)
    yield from _other_words(spoken, parts, letter)
    if not all(_embedded(font) for page in reader.pages for font in _fonts(page)):
        yield "a font is not embedded"


def _properties(reader: PdfReader, told: About) -> Iterator[str]:
    info = dict((reader.metadata or {}).items())
    xmp = reader.root_object.get("/Metadata")
    tree = None if xmp is None else root_of(xmp.get_object().get_data())
    found: dict[str, set[str]] = {}
    uses = [] if tree is None else list(_xmp(tree))
    for name, value in uses:
        found.setdefault(name, set()).add(value)
    if not told.title or str(info.get("/Title", "")) != told.title or found.get("title") != {told.title}:
        yield "its title is not that of the letter"
    if found.get("part") != {"1"} or tree is None or not _names_ua(tree):
        yield "it does not say that it is PDF/UA"
    programs = {str(info.get(key, "Writer")) for key in ("/Creator", "/Producer")}
    programs |= found.get("CreatorTool", set()) | found.get("Producer", set())
    authors = {str(info.get("/Author", "")), *found.get("creator", set())} - {""}
    foreign = set(info) - _INFO or set(found) - _XMP or authors - {told.author}
    if foreign or not all(_PROGRAM.fullmatch(program) for program in programs):
        yield "its properties hold more than title, author, dates and the program"


def _xmp(tree: Any) -> Iterator[tuple[str, str]]:
    """What the metadata hold: the name of each property and its value, whether as an element or an attribute."""
    for element in tree.iter(etree.Element):
        name = etree.QName(element)
        if (element.text or "").strip():
            holder = next((one for one in (element, *element.iterancestors()) if "rdf-syntax" not in one.tag), element)
            yield etree.QName(holder).localname, (element.text or "").strip()
        if name.localname == "Description":
            for key, value in element.attrib.items():
                if etree.QName(key).localname != "about":
                    yield etree.QName(key).localname, value


def _names_ua(tree: Any) -> bool:
    return any(one.tag == _UA or _UA in one.attrib for one in tree.iter(etree.Element))


def _active(reader: PdfReader) -> Iterator[str]:
    root = reader.root_object
    names = root.get("/Names", DictionaryObject()).get_object()
    # Where it opens may be said by an array, which is no action.
    acts = [key for key in _ACTIVE if key in root and not isinstance(root[key], ArrayObject)]
    if acts or "/JavaScript" in names or "/EmbeddedFiles" in names:
        yield "it holds a script, a form or another file"
    notes = (note.get_object() for page in reader.pages for note in page.get("/Annots", []))
    if any(note.get("/Subtype") != "/Link" for note in notes):
        yield "it holds a comment or a field"


def _structure(spoken: Said) -> Iterator[str]:
    if spoken.untagged.strip():
        yield "some of its words stand outside all tags"
    if not all(spoken.pictures):
        yield "a picture has no description"
    if not spoken.headings:
        yield "it has no headings"
    elif any(level > before + 1 for before, level in zip([0, *spoken.headings], spoken.headings, strict=False)):
        yield "its headings skip a level"


def _other_words(spoken: Said, parts: Mapping[str, bytes], letter: bytes) -> Iterator[str]:
    """In what the words are not those of the Word letter, with or without its letterhead before them.

    Where words run from right to left, fonts are shown in another order than they are read: letters are counted.
    """
    document = word.read_bytes(letter, "letter.docx")
    found, whole = _plain(spoken.words), _plain("".join(block.text for block in document.story()))
    head = _plain("".join(block.text for block in document.blocks if block.part == "header"))
    if set(whole) - set(found) or set(whole) - set(_plain(spoken.shown)):
        yield "letters of it are lost; is a font for its language on this computer?"
        return
    if _RIGHT_TO_LEFT.search(found):
        same = Counter(found) in (Counter(whole), Counter(head + whole))
    elif found.endswith(whole):
        same = found.removesuffix(whole) in head
    else:
        same = _with_addresses(found, parts, [_plain(block.text) for block in document.story()])
    if not same:
        yield "it does not say the same words in the same order as the Word letter"


def _with_addresses(found: str, parts: Mapping[str, bytes], story: Sequence[str]) -> bool:
    """Whether the words are those of the letter as it is walked: a link has its address behind it, if that is new."""
    walked = (_plain("".join(piece.cells) or piece.text) for piece in pieces(parts) if piece.kind != "picture")
    return found == (told := "".join(walked)) and _in_order(story, told)


def _in_order(story: Sequence[str], walked: str) -> bool:
    at = 0
    for words in story:
        at = walked.find(words, at)
        if at < 0:
            return False
        at += len(words)
    return True


def _plain(text: str) -> str:
    """The letters alone: without spaces, which lines and pages break, without ligatures and signs that are not seen."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text).replace("\u2010", "-"))


def _fonts(page: Any) -> Iterator[Any]:
    resources = page.get("/Resources", DictionaryObject()).get_object()
    return (font.get_object() for font in resources.get("/Font", DictionaryObject()).get_object().values())


def _embedded(font: Any) -> bool:
    below = font.get("/DescendantFonts")
    whole = below.get_object()[0].get_object() if below is not None else font
    described = whole.get("/FontDescriptor", DictionaryObject()).get_object()
    return any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
