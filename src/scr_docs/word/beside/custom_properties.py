"""Properties that a person, a document system or a label has added to the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.word.container.source import Source
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.not_text import is_text, is_words
from scr_docs.word.markup.xml import VT, Element

_OF_SYSTEMS = re.compile(
    r"ContentTypeId|_?MSIP_Label_.*_(Enabled|SetDate|Method|SiteId|ActionId|ContentBits|Tag)"
    r"|KSOProductBuildVer|ICV|MediaServiceImageTags|_dlc_DocIdItemGuid|AppVersion|DocSecurity|ScaleCrop|ShareDoc"
    r"|HyperlinksChanged|LinksUpToDate|GrammarlyDocumentId|.*_NewReviewCycle"
)
"""What programs keep for themselves: text for a search, but nothing to be told."""

_NAME_IN_A_LABEL = re.compile(r"MSIP_Label_[0-9A-Fa-f-]+_")


def custom_properties(source: Source) -> Iterator[Found]:
    """Each property with its name; what holds no word is text for a search only."""
    for root in source.roots():
        for element in root:
            name = element.get("name", "")
            for text in _values(element):
                told = is_words(text) and not _OF_SYSTEMS.fullmatch(name)
                shown = _NAME_IN_A_LABEL.sub("label ", name)
                if is_text(text) or is_words(name):
                    yield Found(
                        "properties", f"{name}: {text}", f"custom property {shown}", "custom-property" if told else None
                    )
            if linked := element.get("linkTarget", ""):
                yield Found("properties", linked, f"custom property {name} > bookmark that it follows")


def _values(element: Element) -> Iterator[str]:
    """The value, or each one of a list."""
    if not len(element):
        yield (element.text or "").strip()
    for inner in element.iter():
        if inner is not element and not len(inner) and str(inner.tag) != VT + "blob":
            yield (inner.text or "").strip()


def label(source: Source) -> Iterator[Found]:
    """What a sensitivity label says besides the numbers by which Microsoft knows it."""
    for root in source.roots():
        for element in root.iter():
            for key, value in element.items():
                name, text = str(key).rpartition("}")[2], str(value)
                if name not in {"method", "enabled", "removed", "contentBits"} and is_words(text):
                    yield Found("properties", text, f"sensitivity label > {name} ({source.shown})", "custom-property")
            if is_text(element.text or ""):
                yield Found(
                    "properties", (element.text or "").strip(), f"sensitivity label ({source.shown})", "custom-property"
                )
