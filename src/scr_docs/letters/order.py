"""The stages of letters in the order in which a family meets them, and the formats that a letter can have."""

from __future__ import annotations

STAGES = (
    "first-notice", "invitation", "support-offer", "meeting", "deferred", "declined", "second-attempt", "re-offer",
    "read-draft", "you-said-we-did", "publication", "not-publishing", "thank-you",
)  # fmt: skip
"""The stages of the interface. Those of an office's own come after these."""

DERIVED = ("standard", "large-print", "plain-text", "html", "read-aloud", "email")
"""The formats that are made of the letter itself, letter.docx."""

OWN = {
    "easy-read": "easy-read.docx",
    "young-person": "young-person.docx",
    "text-message": "text-message.txt",
    "call-script": "call-script.txt",
}
"""The formats that have words of their own, each with its file in the stage's folder."""

FORMATS = (*DERIVED[:2], "easy-read", "young-person", *DERIVED[2:], "text-message", "call-script")
"""Every format, as `--format` has them."""
