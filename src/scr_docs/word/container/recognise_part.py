"""Of what kind a part is: by the arrow that points at it, by the content type that the package states, by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from scr_docs.word.container.relationships import ContentTypes

_BY_CONTENT_TYPE = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"(document|template)(\.macroenabled(template)?)?\.main\+xml$", "main"),
        (r"macroenabledtemplate\.main\+xml$", "main"),
        (r"wordprocessingml\.(styles|numbering|settings|header|footer|footnotes|endnotes|comments)\+xml$", r"\1"),
        (r"wordprocessingml\.people\+xml$", "people"),
        (r"wordprocessingml\.comments\w+\+xml$", "comment-extras"),
        (r"wordprocessingml\.tasks\+xml$|documenttasks", "tasks"),
        (r"package\.core-properties\+xml$", "core-properties"),
        (r"officedocument\.(extended|custom)-properties\+xml$", r"\1-properties"),
        (r"officedocument\.theme(override)?\+xml$", "theme"),
        (r"package\.relationships\+xml$", "relationships"),
        (r"wordprocessingml\.fonttable\+xml$", "font-table"),
        (r"wordprocessingml\.websettings\+xml$", "web-settings"),
        (r"styleswitheffects\+xml$", "styles-with-effects"),
        (r"document\.glossary\+xml$", "glossary"),
        (r"customxmlproperties\+xml$", "custom-xml"),
        (r"drawingml\.(chart|chartshapes)\b|ms-office\.(chart|chartex|chartstyle|chartcolorstyle|cchart)", "chart"),
        (r"drawingml\.diagram|ms-office\.drawingml\.diagram", "diagram"),
        (r"openxmlformats-officedocument\.(vmldrawing|drawing\b)", "drawing"),
        (r"^image/", "picture"),
        (
            r"oleobject|spreadsheetml|presentationml|ms-excel|ms-powerpoint|visio|officedocument\.package|msword",
            "embedded",
        ),
        (r"vbaproject|vbadata|wordvbadata|vbaprojectsignature", "macros"),
        (r"activex", "controls"),
        (r"(ms-office\.)?webextension", "web-extension"),
        (r"digital-signature", "signature"),
        (r"labelinfo|classificationlabels", "label"),
        (r"mailmergerecipient", "mail-merge"),
        (r"printersettings", "printer"),
        (r"inkml", "ink"),
        (r"obfuscatedfont|^font/|x-font", "font"),
        (r"keymapcustomizations|attachedtoolbars", "key-map"),
        (r"model3d|model/", "model"),
        (r"^text/(html|plain|rtf)|^application/(rtf|xhtml\+xml)|message/rfc822", "imported"),
    )
)

_BY_RELATIONSHIP: Mapping[str, str] = {
    "officeDocument": "main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "theme": "theme",
    "header": "header",
    "footer": "footer",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "core-properties": "core-properties",
    "extended-properties": "extended-properties",
    "custom-properties": "custom-properties",
    "customXml": "custom-xml",
    "customXmlProps": "custom-xml",
    "fontTable": "font-table",
    "webSettings": "web-settings",
    "stylesWithEffects": "styles-with-effects",
    "glossaryDocument": "glossary",
    "image": "picture",
    "thumbnail": "thumbnail",
    "oleObject": "embedded",
    "package": "embedded",
    "aFChunk": "imported",
    "subDocument": "embedded",
    "people": "people",
    "recipientData": "mail-merge",
    "printerSettings": "printer",
    "xmlMaps": "custom-xml",
    "ui": "ribbon",
    "extensibility": "ribbon",
}

_BY_NAME = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"^\[content_types\]\.xml$", "content-types"),
        (r"\.rels$", "relationships"),
        (r"^customxml/", "custom-xml"),
        (r"^docprops/thumbnail\.", "thumbnail"),
        (r"^docprops/(core|custom)\.xml$", r"\1-properties"),
        (r"^docprops/app\.xml$", "extended-properties"),
        (r"^docmetadata/", "label"),
        (r"^customui\d*/|^usercustomization/", "ribbon"),
        (r"^_xmlsignatures/", "signature"),
        (r"^word/(document|styles|numbering|settings|footnotes|endnotes|comments)\d*\.xml$", r"\1"),
        (r"^word/(header|footer)[^/]*\.xml$", r"\1"),
        (r"^word/theme/", "theme"),
        (r"^word/fonttable\.xml$", "font-table"),
        (r"^word/websettings\.xml$", "web-settings"),
        (r"^word/styleswitheffects\.xml$", "styles-with-effects"),
        (r"^word/people\.xml$", "people"),
        (r"^word/comments\w+\.xml$", "comment-extras"),
        (r"^word/charts?/", "chart"),
        (r"^word/diagrams/", "diagram"),
        (r"^word/drawings/|\.vml$", "drawing"),
        (r"/media/|\.(png|jpe?g|gif|emf|wmf|tiff?|bmp|svg|wdp|webp|emz|wmz|pict|pcz)$", "picture"),
        (r"/embeddings/|\.(bin|xlsx?|docx?|pptx?|vsdx?)$", "embedded"),
        (r"/activex/", "controls"),
        (r"/webextensions/", "web-extension"),
        (r"^word/ink/", "ink"),
        (r"\.(odttf|ttf|otf|fntdata)$", "font"),
        (r"\.(html?|mht|rtf|txt)$", "imported"),
        (r"^mimetype$|(^|/)thumbs\.db$|(^|/)\.ds_store$|^__macosx/|(^|/)desktop\.ini$", "stray"),
    )
)


def kind_of(name: str, types: ContentTypes, relationship: str = "", *, inside_glossary: bool = False) -> str:
    """The kind of a part, by the arrow that points at it, by its content type, then by its name; "" if none tells."""
    if name.endswith(".rels"):
        return "relationships"
    if name.rpartition("/")[2].startswith("~$"):
        return "lock"
    if name.startswith("word/glossary/"):
        if not inside_glossary:
            return "glossary"
        name = "word/" + name.removeprefix("word/glossary/")
    if "inkml" in types.of(name):
        return "ink"  # the arrow to it is the same as that to custom XML
    known = _BY_RELATIONSHIP.get(relationship) or _first(_BY_CONTENT_TYPE, types.of(name)) or _first(_BY_NAME, name)
    return "main" if known == "document" else known


@lru_cache(4096)
def _first(table: tuple[tuple[re.Pattern[str], str], ...], text: str) -> str:
    for pattern, kind in table:
        if match := pattern.search(text):
            return match.expand(kind) if "\\" in kind else kind
    return ""
