"""Every place outside the stories in which a Word file can hold a text: how to make one, and how it must be told."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass

from scr_docs.model import Part, Trait
from tests.word.compound_file import compound
from tests.word.envelope import SPACES, package
from tests.word.office_builder import presentation_parts, slide, workbook_parts
from tests.word.part_builder import Far, More, all_parts, made, zipped
from tests.word.picture_builder import emf, exif, picture, png, text_record
from tests.word_builder import build, comment, p, r

NAME = "Kelly Thompson"

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument."
_WORD_TYPE = _OFFICE_TYPE + "wordprocessingml."
_XLSX = _OFFICE_TYPE + "spreadsheetml.sheet"
_ITEM = "{11111111-2222-3333-4444-555555555555}"


@dataclass(frozen=True)
class Place:
    """A file with NAME in one place, and how the block that holds it must be told."""

    what: str
    data: Callable[[], bytes]
    part: Part
    address: str
    trait: Trait | None = None
    unread: str = ""


def w(root: str, inside: str) -> str:
    """A part in Word's own vocabulary."""
    return f"<w:{root} {SPACES}>{inside}</w:{root}>"


def _cell(text: str) -> str:
    return f'<c r="B4" t="inlineStr"><is><t>{text}</t></is></c>'


def workbook() -> bytes:
    return zipped(workbook_parts(_cell(NAME)))


def slides() -> bytes:
    return zipped(presentation_parts(slide(NAME)))


def inner(depth: int = 0) -> bytes:
    """A Word file, so deep inside others."""
    data = build(NAME)
    for level in range(depth):
        data = _embedding(f"inner{level}.docx", data)
    return data


def _embedding(name: str, data: bytes, body: tuple[str, ...] = ("Kept",)) -> bytes:
    return made(More(f"word/embeddings/{name}", data, arrow="package"), body=body)


def chart(inside: str) -> str:
    return f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}"><c:chart>{inside}</c:chart></c:chartSpace>'


def _charted(inside: str, *more: More) -> Callable[[], bytes]:
    part = More("word/charts/chart1.xml", chart(inside), _OFFICE_TYPE + "drawingml.chart+xml", "chart", id="c1")
    return lambda: made(part, *more)


def _rich(text: str) -> str:
    return f"<a:p><a:r><a:t>{text[:5]}</a:t></a:r><a:r><a:t>{text[5:]}</a:t></a:r></a:p>"


def _settings(inside: str, *more: More | Far) -> Callable[[], bytes]:
    return lambda: made(*more, settings=inside)


def _part(
    name: str, content: str | bytes, type_: str = "", arrow: str = "", source: str = "word/document.xml"
) -> Callable[[], bytes]:
    return lambda: made(More(name, content, type_, arrow, source))


def _custom(value: str, name: str = "Case") -> Callable[[], bytes]:
    spaces = (
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    )
    xml = f'<Properties {spaces}><property fmtid="{_ITEM}" pid="2" name="{name}">{value}</property></Properties>'
    return _part("docProps/custom.xml", xml, _OFFICE_TYPE + "custom-properties+xml", "custom-properties", "")


def _people(inside: str) -> Callable[[], bytes]:
    xml = f'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">{inside}</w15:people>'
    return _part("word/people.xml", xml, _WORD_TYPE + "people+xml", "people")


def _glossary(inside: str, *more: More, properties: str = "") -> Callable[[], bytes]:
    told = f"<w:docPartPr>{properties}</w:docPartPr>" if properties else ""
    xml = w(
        "glossaryDocument",
        f"<w:docParts><w:docPart>{told}<w:docPartBody>{inside}</w:docPartBody></w:docPart></w:docParts>",
    )
    part = More("word/glossary/document.xml", xml, _WORD_TYPE + "document.glossary+xml", "glossaryDocument")
    return lambda: made(part, *more)


def _in_glossary(name: str, content: str, type_: str, arrow: str) -> More:
    return More(f"word/glossary/{name}", content, _WORD_TYPE + type_, arrow, "word/glossary/document.xml", "g1")


def _item(xml: str, *more: More, body: tuple[str, ...] = ("Kept",)) -> Callable[[], bytes]:
    return lambda: made(More("customXml/item1.xml", xml, "application/xml", "customXml"), *more, body=body)


def _bound() -> bytes:
    """A field of the text that is tied to a piece of custom XML, in which something else stands."""
    binding = f"""<w:dataBinding w:prefixMappings="xmlns:n='urn:case'" w:xpath="/n:case[1]/n:child[1]" w:storeItemID="{_ITEM}"/>"""
    field = f'<w:sdt><w:sdtPr><w:alias w:val="Child"/>{binding}</w:sdtPr><w:sdtContent>{r("Child K")}</w:sdtContent></w:sdt>'
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    properties = f'<ds:datastoreItem ds:itemID="{_ITEM}" xmlns:ds="{space}"/>'
    more = More("customXml/itemProps1.xml", properties, "", "customXmlProps", "customXml/item1.xml")
    return _item(f'<n:case xmlns:n="urn:case"><n:child>{NAME}</n:child></n:case>', more, body=(p(field),))()


def _picture(data: bytes, name: str = "word/media/image1.jpeg") -> Callable[[], bytes]:
    blip = f'<w:r><w:drawing><a:blip xmlns:a="{_A}" r:embed="more"/></w:drawing></w:r>'
    return lambda: made(More(name, data, arrow="image"), body=("Kept", p(blip)))


def _ole(streams: dict[str, bytes]) -> Callable[[], bytes]:
    return lambda: made(More("word/embeddings/oleObject1.bin", compound(streams), arrow="oleObject"))


def _native() -> bytes:
    label, path = b"notes.txt\0", b"C:\\Users\\Kelly Thompson\\notes.txt\0"
    inside = b"\x02\0" + label + path + b"\0\0\x03\0" + (len(path)).to_bytes(4, "little") + path
    inside += (5).to_bytes(4, "little") + b"hello"
    return len(inside).to_bytes(4, "little") + inside


def _imported(name: str, content: str | bytes, type_: str = "") -> Callable[[], bytes]:
    return lambda: made(More(f"word/{name}", content, type_, "aFChunk"), body=("Kept", '<w:altChunk r:id="more"/>'))


def _vba() -> bytes:
    project = b'Name="Project"\r\nHelpFile="C:\\Kelly Thompson\\help.chm"\r\n'
    return compound({"PROJECT": project, "VBA/ThisDocument": b"\x01\x02", "VBA/dir": b"\x01"})


def _signature(inside: str) -> Callable[[], bytes]:
    xml = f'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><Object>{inside}</Object></Signature>'
    type_ = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
    origin = More("_xmlsignatures/origin.sigs", b"", "", "digital-signature/origin", "")
    return lambda: made(origin, More("_xmlsignatures/sig1.xml", xml, type_, "digital-signature/signature", origin.name))


def _certificate() -> str:
    der = b"\x30\x82\x01\x0a\x06\x03U\x04\x03\x0c\x0e" + NAME.encode() + b"\x30\x82\x01"
    return f"<X509Certificate>{base64.b64encode(der).decode()}</X509Certificate>"


def _document_xml(extra: str) -> Callable[[], bytes]:
    """A file whose main part has something in it that is no element of Word's."""

    def data() -> bytes:
        parts = all_parts()
        main = parts["word/document.xml"]
        assert isinstance(main, bytes)
        return package({**parts, "word/document.xml": main.replace(b"</w:body>", extra.encode() + b"</w:body>")})

    return data


def _styles(inside: str) -> Callable[[], bytes]:
    return lambda: build("Kept", styles=inside)


def _numbering(inside: str) -> Callable[[], bytes]:
    return lambda: build("Kept", numbering=inside)


_THEME = f'<a:theme xmlns:a="{_A}" name="{{}}">{{}}</a:theme>'
_TYPE_OF_THEME = _OFFICE_TYPE + "theme+xml"
_ODSO = f'<w:odso><w:udl w:val="{NAME}"/></w:odso>'
_LETTERS = f"<html><body><p>{NAME}</p></body></html>"
_DEVMODE = NAME.encode("utf-16-le").ljust(64, b"\0") + bytes(range(200))
_LOCK = (
    bytes([len(NAME)])
    + NAME.encode().ljust(54, b"\0")
    + bytes([len(NAME), 0])
    + NAME.encode("utf-16-le").ljust(106, b"\0")
)
_GLTF = f'{{"asset":{{"copyright":"{NAME}"}}}}'.encode()
_GLB = b"glTF\x02\0\0\0" + (20 + len(_GLTF)).to_bytes(4, "little") + len(_GLTF).to_bytes(4, "little") + b"JSON" + _GLTF
_WEB = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11"
_LINKED = f"file:///S:/Reviews/{NAME.replace(' ', '%20')}/genogram.png"
_UI = "http://schemas.microsoft.com/office/2006/01/customui"

PLACES = (
    # settings
    Place("document variable", _settings(f'<w:docVars><w:docVar w:name="Client" w:val="{NAME}"/></w:docVars>'), "settings", "document variable Client", "document-variable"),
    Place("name of a document variable", _settings(f'<w:docVars><w:docVar w:name="{NAME}" w:val="yes"/></w:docVars>'), "settings", "document variable"),
    Place("query of a mail merge", _settings(f'<w:mailMerge><w:query w:val="ORDER BY {NAME}"/></w:mailMerge>'), "settings", "mail merge > query", "mail-merge"),
    Place("connection of a mail merge", _settings(f'<w:mailMerge><w:connectString w:val="Data Source={NAME}"/></w:mailMerge>'), "settings", "mail merge > connection", "mail-merge"),
    Place("source of a mail merge", _settings(f"<w:mailMerge>{_ODSO}</w:mailMerge>"), "settings", "mail merge > connection", "mail-merge"),
    Place("column of a mail merge", _settings(f'<w:mailMerge><w:odso><w:fieldMapData><w:name w:val="{NAME}"/></w:fieldMapData></w:odso></w:mailMerge>'), "settings", "mail merge > column of the list", "mail-merge"),
    Place("list of a mail merge", _settings("", Far("mailMergeSource", f"file:///S:/{NAME}.xlsx", "word/settings.xml")), "settings", "list of addresses of the mail merge", "mail-merge"),
    Place("template", _settings("", Far("attachedTemplate", f"file:///C:/Users/{NAME}/report.dotx", "word/settings.xml")), "settings", "template, named by word/settings.xml", "template-path"),
    Place("attached schema", _settings(f'<w:attachedSchema w:val="{NAME}"/>'), "settings", "settings > schema"),
    Place("label of captions", _settings(f'<w:captions><w:caption w:name="{NAME}"/></w:captions>'), "settings", "settings > label of captions"),
    Place("transformation on saving", _settings(f'<w:saveThroughXslt w:solutionID="{NAME}"/>'), "settings", "settings > transformation on saving"),
    Place("setting of another program", _settings(f'<x:mine xmlns:x="urn:x" x:who="{NAME}"/>'), "settings", "settings > mine"),
    Place("name of a style", _styles(f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="x"><w:name w:val="{NAME}"/></w:style>'), "settings", "name of a style"),
    Place("text of a list", _numbering(f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{NAME} %1"/></w:lvl></w:abstractNum>'), "settings", "text of a list"),
    Place("name of a theme", _part("word/theme/theme1.xml", _THEME.format(NAME, ""), _TYPE_OF_THEME, "theme"), "settings", "name of a design in word/theme/theme1.xml"),
    Place("text in a theme", _part("word/theme/theme1.xml", _THEME.format("Office Theme", NAME), _TYPE_OF_THEME, "theme"), "custom-xml", "text between the elements of word/theme/theme1.xml", "custom-xml"),
    # properties
    Place("custom property", _custom(f"<vt:lpwstr>{NAME}</vt:lpwstr>"), "properties", "custom property Case", "custom-property"),
    Place("name of a custom property", _custom("<vt:bool>true</vt:bool>", NAME), "properties", "custom property"),
    Place("list in a custom property", _custom(f'<vt:vector size="1" baseType="lpstr"><vt:lpstr>{NAME}</vt:lpstr></vt:vector>'), "properties", "custom property Case", "custom-property"),
    Place("owner of a label", _custom(f"<vt:lpwstr>{NAME}</vt:lpwstr>", f"MSIP_Label_{_ITEM[1:-1]}_Owner"), "properties", "custom property label Owner", "custom-property"),
    Place("sensitivity label", _part("docMetadata/LabelInfo.xml", f'<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="{_ITEM}" name="{NAME}"/></clbl:labelList>', "application/vnd.ms-office.classificationlabels+xml", "classificationlabels", ""), "properties", "sensitivity label > name", "custom-property"),
    # people
    Place("person", _people(f'<w15:person w15:author="{NAME}"/>'), "comment", "people > person 1", "author"),
    Place("account", _people(f'<w15:person w15:author="KT"><w15:presenceInfo w15:providerId="AD" w15:userId="S::{NAME}@x.org::1"/></w15:person>'), "comment", "people > account of person 1", "author"),
    Place("extension of comments", lambda: made(More("word/commentsExtensible.xml", f"<x:e xmlns:x='urn:x'>{NAME}</x:e>", _WORD_TYPE + "commentsExtensible+xml", "commentsExtensible")), "comment", "what belongs to comments word/commentsExtensible.xml", "comment"),
    # custom XML
    Place("custom XML", _item(f"<case><child>{NAME}</child></case>"), "custom-xml", "custom XML customXml/item1.xml > child", "custom-xml"),
    Place("attribute of custom XML", _item(f'<case child="{NAME}"/>'), "custom-xml", "custom XML customXml/item1.xml > child", "custom-xml"),
    Place("text after an element of custom XML", _item(f"<case><child/>{NAME}</case>"), "custom-xml", "after child", "custom-xml"),
    Place("CDATA in custom XML", _item(f"<case><![CDATA[{NAME}]]></case>"), "custom-xml", "custom XML", "custom-xml"),
    Place("custom XML behind a field", _bound, "custom-xml", 'child, shown in the field "Child"', "custom-xml"),
    # building blocks
    Place("building block", _glossary(p(NAME)), "hidden", "building blocks > paragraph 1", "building-block"),
    Place("table in a building block", _glossary(f"<w:tbl><w:tr><w:tc>{p(NAME)}</w:tc></w:tr></w:tbl>"), "hidden", "building blocks > table 1, row 1, column 1", "building-block"),
    Place("name of a building block", _glossary(p("x"), properties=f'<w:name w:val="{NAME}"/>'), "hidden", "building blocks > name of number 1", "building-block"),
    Place("header in building blocks", _glossary(p("x"), _in_glossary("header1.xml", w("hdr", p(NAME)), "header+xml", "header")), "header", "building blocks > header that no section shows", "building-block"),
    Place("comment in building blocks", _glossary(p(comment(0, "x")), _in_glossary("comments.xml", w("comments", f'<w:comment w:id="0" w:author="x">{p(NAME)}</w:comment>'), "comments+xml", "comments")), "comment", "building blocks > comment 1 on paragraph 1", "comment"),
    Place("variable in building blocks", _glossary(p("x"), _in_glossary("settings.xml", w("settings", f'<w:docVars><w:docVar w:name="a" w:val="{NAME}"/></w:docVars>'), "settings+xml", "settings")), "settings", "building blocks > document variable a", "document-variable"),
    # charts and diagrams
    Place("title of a chart", _charted(f"<c:title><c:tx><c:rich>{_rich(NAME)}</c:rich></c:tx></c:title>"), "chart", "chart word/charts/chart1.xml > name of a series"),
    Place("name of a series", _charted(f"<c:ser><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:pt idx='0'><c:v>{NAME}</c:v></c:pt></c:strCache></c:strRef></c:tx></c:ser>"), "chart", "name of a series"),
    Place("category of a chart", _charted(f"<c:ser><c:cat><c:strRef><c:strCache><c:pt idx='0'><c:v>Mother</c:v></c:pt><c:pt idx='1'><c:v>{NAME}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser>"), "chart", "categories of series 1"),
    Place("range of a chart", _charted(f"<c:ser><c:val><c:numRef><c:f>{NAME}!$B$1</c:f></c:numRef></c:val></c:ser>"), "chart", "values of series 1"),
    Place("data label", _charted(f"<c:ser><c:dLbls><c:dLbl><c:tx><c:rich>{_rich(NAME)}</c:rich></c:tx></c:dLbl></c:dLbls></c:ser>"), "chart", "chart word/charts/chart1.xml"),
    Place("shape on a chart", _charted("", More("word/drawings/drawing1.xml", f'<c:userShapes xmlns:c="{_C}" xmlns:a="{_A}">{_rich(NAME)}</c:userShapes>', _OFFICE_TYPE + "drawingml.chartshapes+xml", "chartUserShapes", "word/charts/chart1.xml")), "chart", "chart word/drawings/drawing1.xml > shapes on it"),
    Place("newer chart", _part("word/charts/chartEx1.xml", f'<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"><cx:data><cx:strDim><cx:lvl><cx:pt idx="0">{NAME}</cx:pt></cx:lvl></cx:strDim></cx:data></cx:chartSpace>', "application/vnd.ms-office.chartex+xml", "chartEx"), "chart", "chart word/charts/chartEx1.xml > categories"),
    Place("workbook behind a chart", _charted("", More("word/embeddings/book1.xlsx", workbook(), _XLSX, "package", "word/charts/chart1.xml")), "embedded", "embedded file word/embeddings/book1.xlsx > sheet Income, cell B4"),
    Place("diagram", _part("word/diagrams/data1.xml", f'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="{_A}"><dgm:pt><dgm:t>{_rich(NAME)}</dgm:t></dgm:pt></dgm:dataModel>', _OFFICE_TYPE + "drawingml.diagramData+xml", "diagramData"), "diagram", "diagram word/diagrams/data1.xml"),
    Place("second copy of a diagram", _part("word/diagrams/drawing1.xml", f'<dsp:drawing xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" xmlns:a="{_A}">{_rich(NAME)}</dsp:drawing>', "application/vnd.ms-office.drawingml.diagramDrawing+xml", "diagramDrawing"), "diagram", "diagram word/diagrams/drawing1.xml"),
    Place("description in a diagram", _part("word/diagrams/data1.xml", f'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:cNvPr id="1" name="x" descr="{NAME}"/></dgm:dataModel>', _OFFICE_TYPE + "drawingml.diagramData+xml", "diagramData"), "alt-text", "diagram word/diagrams/data1.xml, descr"),
    Place("old drawing", _part("word/drawings/vmlDrawing1.vml", f"<xml><div>{NAME}</div></xml>", _OFFICE_TYPE + "vmlDrawing", "vmlDrawing"), "diagram", "drawing word/drawings/vmlDrawing1.vml"),
    # pictures
    Place("artist of a photograph", _picture(picture("JPEG", exif=exif({0x13B: NAME}))), "picture", "picture word/media/image1.jpeg, shown as picture 1 of the body > EXIF > Artist", "picture-data"),
    Place("text in a PNG picture", _picture(png({"Author": NAME}), "word/media/image1.png"), "picture", "picture word/media/image1.png", "picture-data"),
    Place("text in a drawing of Windows", _picture(emf(text_record(NAME)), "word/media/image1.emf"), "picture", "picture word/media/image1.emf"),
    Place("thumbnail", _part("docProps/thumbnail.emf", emf(text_record(NAME)), "image/x-emf", "metadata/thumbnail", ""), "picture", "thumbnail docProps/thumbnail.emf"),
    # files inside the file
    Place("embedded workbook", lambda: _embedding("a.xlsx", workbook()), "embedded", "embedded file word/embeddings/a.xlsx > sheet Income, cell B4"),
    Place("name of an embedded file", lambda: _embedding(f"{NAME}.xlsx", workbook()), "embedded", "> name of the file, shown in the body", "embedded-file"),
    Place("embedded presentation", lambda: _embedding("a.pptx", slides()), "embedded", "embedded file word/embeddings/a.pptx > slide 1"),
    Place("embedded document", lambda: _embedding("a.docx", inner()), "embedded", "embedded file word/embeddings/a.docx > body > paragraph 1"),
    Place("document in an embedded document", lambda: _embedding("a.docx", inner(1)), "embedded", "embedded file word/embeddings/a.docx > embedded file word/embeddings/inner0.docx > body > paragraph 1"),
    Place("path of an embedded object", _ole({"\x01Ole10Native": _native()}), "embedded", "original path", "local-path"),
    Place("workbook in an object", _ole({"Package": workbook()}), "embedded", "embedded file word/embeddings/oleObject1.bin > embedded document > sheet Income, cell B4"),
    Place("imported web page", _imported("afchunk1.html", _LETTERS, "text/html"), "embedded", "imported text word/afchunk1.html"),
    Place("imported text", _imported("afchunk1.txt", NAME, "text/plain"), "embedded", "imported text word/afchunk1.txt"),
    Place("imported RTF", _imported("afchunk1.rtf", "{\\rtf1\\ansi " + NAME + "}", "application/rtf"), "embedded", "imported text word/afchunk1.rtf"),
    Place("imported document", _imported("afchunk1.docx", build(NAME), _WORD_TYPE + "document.main+xml"), "embedded", "imported text word/afchunk1.docx > body > paragraph 1"),
    # links out of the file
    Place("linked picture", lambda: made(Far("image", _LINKED)), "link", "picture that is linked, named by word/document.xml", "linked-file"),
    Place("linked object", lambda: made(Far("oleObject", f"\\\\server\\{NAME}.xlsx")), "link", "object that is linked", "linked-file"),
    Place("link that the text does not use", lambda: made(Far("hyperlink", f"file:///C:/Users/{NAME}/x.docx")), "link", "link that the text does not use", "local-path"),
    Place("mail address that the text does not use", lambda: made(Far("hyperlink", f"mailto:{NAME}@x.org", mode="")), "link", "link that the text does not use"),
    Place("link of a part that nothing leads to", lambda: made(More("word/old.xml", "<x/>"), Far("hyperlink", f"http://x/{NAME}", "word/old.xml")), "link", "named by word/old.xml"),
    # macros, buttons, add-ins
    Place("project of macros", _part("word/vbaProject.bin", _vba(), "application/vnd.ms-office.vbaProject", "vbaProject"), "settings", "macros word/vbaProject.bin", None, "the code of macros is not read"),
    Place("macro of a document", _part("word/vbaData.xml", f'<wne:vbaSuppData xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml"><wne:mcd wne:name="{NAME}"/></wne:vbaSuppData>', "application/vnd.ms-word.vbaData+xml", "wordVbaData"), "settings", "macros word/vbaData.xml > name", "macro"),
    Place("active control", _part("word/activeX/activeX1.xml", f'<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX"><ax:ocxPr ax:name="Caption" ax:value="{NAME}"/></ax:ocx>', "application/vnd.ms-office.activeX+xml", "control"), "settings", "active control word/activeX/activeX1.xml > value", "macro"),
    Place("state of an active control", _part("word/activeX/activeX1.bin", b"\0\2\x18\0" + NAME.encode("utf-16-le"), "application/vnd.ms-office.activeX", "activeXControlBinary"), "settings", "active control word/activeX/activeX1.bin", "macro"),
    Place("button", _part("customUI/customUI.xml", f'<customUI xmlns="{_UI}"><button label="{NAME}"/></customUI>', "application/xml", "ui/extensibility", ""), "settings", "buttons of the document customUI/customUI.xml > label", "macro"),
    Place("key", _part("word/customizations.xml", f'<wne:tcg xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml"><wne:macro wne:macroName="{NAME}"/></wne:tcg>', "application/vnd.ms-word.keyMapCustomizations+xml", "keyMapCustomizations"), "settings", "keys and toolbars of the document word/customizations.xml", "macro"),
    Place("add-in", _part("word/webextensions/webextension1.xml", f'<we:webextension xmlns:we="{_WEB}"><we:properties><we:property name="user" value="{NAME}"/></we:properties></we:webextension>', "application/vnd.ms-office.webextension+xml", "webextension"), "settings", "add-in word/webextensions/webextension1.xml > value", "web-extension"),
    Place("recipients of a mail merge", _part("word/recipientData.xml", w("recipients", f'<w:recipientData><w:uniqueTag w:val="{NAME}"/></w:recipientData>'), _WORD_TYPE + "mailMergeRecipientData+xml", "recipientData", "word/settings.xml"), "settings", "recipients of the mail merge word/recipientData.xml", "mail-merge"),
    Place("signer", _signature(f"<X509SubjectName>CN={NAME}, O=Council</X509SubjectName>"), "properties", "digital signature _xmlsignatures/sig1.xml > signer", "signature"),
    Place("certificate of a signer", _signature(_certificate()), "properties", "digital signature _xmlsignatures/sig1.xml > certificate", "signature"),
    Place("purpose of a signature", _signature(f"<SignatureComments>{NAME}</SignatureComments>"), "properties", "> purpose of signing", "signature"),
    Place("printer", _part("word/printerSettings/printerSettings1.bin", _DEVMODE, _OFFICE_TYPE[:-1] + ".wordprocessingml.printerSettings", "printerSettings"), "settings", "printer settings word/printerSettings/printerSettings1.bin", "printer"),
    Place("note on pen writing", _part("word/ink/ink1.xml", f'<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"><inkml:annotation>{NAME}</inkml:annotation></inkml:ink>', "application/inkml+xml", "customXml"), "picture", "pen writing word/ink/ink1.xml", "ink"),
    Place("3D model", _part("word/media/model3d1.glb", _GLB, "model/gltf-binary", "model3d"), "picture", "3D model word/media/model3d1.glb", "picture-data"),
    # what is left over, and the zip
    Place("unknown part", _part("other/data.xml", f"<x><y>{NAME}</y></x>"), "custom-xml", "unknown part other/data.xml", "custom-xml"),
    Place("attribute of an unknown part", _part("other/data.xml", f'<x who="{NAME}"/>'), "custom-xml", "unknown part other/data.xml > who", "custom-xml"),
    Place("unknown text", _part("other/notes", NAME), "custom-xml", "unknown part other/notes", "custom-xml"),
    Place("comments that nothing leads to", _part("word/comments9.xml", w("comments", f'<w:comment w:id="0">{p(NAME)}</w:comment>'), _WORD_TYPE + "comments+xml"), "comment", "comment 1, on no place in the text", "comment"),
    Place("second document", _part("word/document2.xml", w("document", f"<w:body>{p(NAME)}</w:body>"), _WORD_TYPE + "document.main+xml"), "hidden", "second document word/document2.xml > paragraph 1", "orphan-part"),
    Place("name of a part that nothing leads to", _part(f"word/media/{NAME}.png", png({})), "embedded", "part that nothing leads to", "orphan-part"),
    Place("second part of one name", lambda: package(all_parts(), repeated=(("word/document.xml", w("document", f"<w:body>{p(NAME)}</w:body>").encode()),)), "body", "body > paragraph 1", "duplicate-part"),
    Place("comment of the zip", lambda: zipped(all_parts(), comment=NAME.encode()), "settings", "comment of the zip", "zip-comment"),
    Place("comment of a part in the zip", lambda: zipped(all_parts(), entry_comment=NAME.encode()), "settings", "comment of the zip on ", "zip-comment"),
    Place("bytes before the zip", lambda: b"PK " + NAME.encode() + build("Kept"), "embedded", "bytes before the zip", "stray-bytes"),
    Place("bytes after the zip", lambda: build("Kept") + NAME.encode(), "embedded", "bytes after the zip", "stray-bytes"),
    Place("name of a folder", lambda: zipped(all_parts(), folders=(f"{NAME}/",)), "settings", "name of a folder in the file"),
    Place("name of a part", _part(f"word/media/{NAME}.png", png({}), "", "image"), "settings", "name of a part"),
    Place("lock file", _part("~$report.docx", _LOCK), "embedded", "lock file ~$report.docx > who had the document open", "author"),
    Place("file of a computer", _part("word/desktop.ini", f"[{NAME}]"), "embedded", "left-over file word/desktop.ini", "stray-bytes"),
    # XML itself
    Place("comment in XML", _document_xml(f"<!-- {NAME} -->"), "custom-xml", "comment in the XML of word/document.xml", "custom-xml"),
    Place("instruction in XML", _document_xml(f"<?note {NAME}?>"), "custom-xml", "instruction in the XML of word/document.xml", "custom-xml"),
    Place("attribute of another program", _document_xml(f'<w:p xmlns:x="urn:x" x:who="{NAME}"/>'), "custom-xml", "attribute who of another program in word/document.xml", "custom-xml"),
    Place("text between elements", _document_xml(NAME), "custom-xml", "text between the elements of word/document.xml", "custom-xml"),
    Place("text outside paragraphs", _document_xml(r(NAME)), "custom-xml", "text between the elements of word/document.xml", "custom-xml"),
    Place("text in a table outside cells", _document_xml(f"<w:tbl><w:tr>{p(NAME)}</w:tr></w:tbl>"), "custom-xml", "text between the elements of word/document.xml", "custom-xml"),
    Place("text in a row of an inner table outside cells", _document_xml(f"<w:tbl><w:tr><w:tc><w:tbl><w:tr>{p(NAME)}</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"), "custom-xml", "text between the elements of word/document.xml", "custom-xml"),
    Place("element of another program", _document_xml(f'<x:note xmlns:x="urn:x">{NAME}</x:note>'), "custom-xml", "text between the elements of word/document.xml", "custom-xml"),
)  # fmt: skip
