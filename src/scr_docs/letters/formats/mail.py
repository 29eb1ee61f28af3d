"""A letter as the draft of an e-mail: a file that mail programs open, with the letter as text and as HTML."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from scr_docs.case import Case, Person

SUBJECT = "A letter for you"
"""What stands in the list of messages, where others may see it: it tells nothing."""


def email(case: Case, person: Person, text: str, html: str) -> bytes:
    """The .eml file; `X-Unsent` makes Outlook open it as a draft. The same bytes for the same letter."""
    message = EmailMessage(policy=SMTP)
    sender = case.team.family_contact.email or case.board.email
    if sender:
        message["From"] = sender
    message["To"] = person.email or ""
    message["Subject"] = SUBJECT
    message["X-Unsent"] = "1"
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    message.add_alternative(html, subtype="html", charset="utf-8", cte="quoted-printable")
    message.set_boundary("=_the_letter_as_text_and_as_a_page")
    return message.as_bytes()
