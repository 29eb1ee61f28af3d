"""Everything in a package besides its stories: one reader for each kind of part, and what stands in no part at all.

To read a new kind of part: write its reader in a file of its own, and give it a line here and in kinds_of_part.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath

from scr_docs.model import Block, Unread
from scr_docs.word.beside.charts import chart
from scr_docs.word.beside.custom_properties import custom_properties, label
from scr_docs.word.beside.custom_xml import bindings, custom_xml
from scr_docs.word.beside.diagrams import diagram, drawing
from scr_docs.word.beside.document_settings import settings
from scr_docs.word.beside.harmless import harmless
from scr_docs.word.beside.macros import macros
from scr_docs.word.beside.people import people
from scr_docs.word.beside.seldom import ink, lock, model, printer, stray, web_extension
from scr_docs.word.beside.signatures import signature
from scr_docs.word.beside.style_names import names_in_numbering, names_in_styles
from scr_docs.word.beside.whole_xml import either, unknown, whole_xml
from scr_docs.word.container.archive import around_the_parts
from scr_docs.word.container.contained import contained
from scr_docs.word.container.far_targets import far_targets
from scr_docs.word.container.left_over import left_over
from scr_docs.word.container.parts import Parts
from scr_docs.word.container.places import places_of_parts
from scr_docs.word.container.relationships import source_of
from scr_docs.word.container.source import Inside, Source
from scr_docs.word.embedded.parts import embedded_file, imported_text
from scr_docs.word.markup.found import Found
from scr_docs.word.pictures.parts import picture, thumbnail
from scr_docs.word.stories.blocks import Blocks

READERS: Mapping[str, Callable[[Source], Iterator[Found]]] = {
    "settings": settings,
    "styles": names_in_styles,
    "styles-with-effects": harmless,
    "numbering": names_in_numbering,
    "theme": harmless,
    "font-table": harmless,
    "font": harmless,
    "web-settings": harmless,
    "table-styles": harmless,
    "custom-properties": custom_properties,
    "label": label,
    "people": people,
    "comment-extras": whole_xml("comment", "comment", "what belongs to comments"),
    "tasks": whole_xml("comment", "comment", "tasks"),
    "chart": chart,
    "diagram": diagram,
    "drawing": drawing,
    "picture": picture,
    "thumbnail": thumbnail,
    "embedded": embedded_file,
    "imported": imported_text,
    "macros": macros,
    "controls": either("settings", "macro", "active control"),
    "ribbon": either("settings", "macro", "buttons of the document"),
    "key-map": either("settings", "macro", "keys and toolbars of the document"),
    "web-extension": web_extension,
    "signature": signature,
    "mail-merge": whole_xml("settings", "mail-merge", "recipients of the mail merge"),
    "printer": printer,
    "ink": ink,
    "model": model,
    "stray": stray,
    "lock": lock,
    "": unknown,
}


def add_around(blocks: Blocks, parts: Parts, inside: Inside) -> None:
    """Adds what stands in the parts beside the stories, and where their arrows lead out of the file."""
    bound = bindings(parts.roots(parts.main)) if parts.of("custom-xml") else []
    place_of = places_of_parts(parts)
    for name, kind in parts.kinds.items():
        source = Source(parts, name, inside, place_of)
        with contained(parts, name):
            if kind == "custom-xml":
                add(blocks, custom_xml(source, bound))
            elif reader := READERS.get(kind):
                add(blocks, reader(source))
            elif kind == "relationships":
                add(blocks, far_targets(parts, source_of(name)))


def add_container(blocks: Blocks, parts: Parts, name: str) -> None:
    """Adds what stands in no part: in the zip, between the parts, and the name of the file if there is one."""
    with contained(parts, ""):
        for item in around_the_parts(parts.package):
            if isinstance(item, Unread):
                parts.unread.append(item)
            else:
                add(blocks, (item,))
        add(blocks, left_over(parts))
    add(blocks, dict.fromkeys(parts.aside))
    add(blocks, (Found("file-name", PurePath(name.replace("\\", "/")).name, "the name of the file"),))


def add(blocks: Blocks, found: Iterable[Found]) -> None:
    """Adds each text as a block of its own, unless there is nothing in it."""
    for item in found:
        if item.text.strip():
            blocks.done.append(Block(len(blocks.done), item.part, item.text, item.where, trait=item.trait))
