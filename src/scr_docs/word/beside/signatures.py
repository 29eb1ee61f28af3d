"""Digital signatures: who signed, and what was said on signing."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.word.container.source import Source
from scr_docs.word.container.xml_text import local
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import legible
from scr_docs.word.markup.not_text import from_base64, is_words

_TITLES = {
    "X509SubjectName": "signer",
    "X509IssuerName": "issuer of the certificate",
    "SignatureText": "signature line",
    "SignatureComments": "purpose of signing",
    "SignatureImage": "picture of the signature",
    "City": "place of signing",
    "ClaimedRole": "role of the signer",
}
_OF_THE_METHOD = frozenset({
    "DigestValue", "SignatureValue", "Modulus", "Exponent", "X509SerialNumber", "WindowsVersion", "OfficeVersion",
    "ApplicationVersion", "Format", "HorizontalResolution", "VerticalResolution", "ColorDepth", "Monitors",
    "SetupID", "SignatureProviderId", "SignatureProviderUrl", "SignatureProviderDetails", "SignatureType",
    "ManifestHashAlgorithm", "DelegateSuggestedSigner", "Identifier", "Value", "EncapsulatedTimeStamp",
    "EncapsulatedX509Certificate", "EncapsulatedCRLValue", "EncapsulatedOCSPValue",
})  # fmt: skip
_CERTIFICATES = frozenset({"X509Certificate", "EncapsulatedX509Certificate"})


def signature(source: Source) -> Iterator[Found]:
    """What a signature says in words, and the names in its certificate."""
    if not source.name.endswith(".xml"):
        return
    for root in source.roots():
        for element in root.iter():
            name, text = local(str(element.tag)), (element.text or "").strip()
            where = f"digital signature {source.shown} > {_TITLES.get(name, name)}"
            if name in _CERTIFICATES:
                for words in dict.fromkeys(legible(from_base64(text))):
                    yield Found("properties", words, f"digital signature {source.shown} > certificate", "signature")
            elif text and name not in _OF_THE_METHOD and is_words(text):
                yield Found("properties", text, where, "signature")
            elif text and name in {"SignatureImage", "SignatureProviderUrl", "SignatureProviderDetails"}:
                yield Found("properties", text, where)
