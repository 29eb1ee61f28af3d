"""A letter as the draft of an e-mail: a file that mail programs open, with the letter as text and as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP

from scr_docs.case import Case, Person

SUBJECT = "A letter for you"
"""What stands in the list of messages, where others may see it: it tells nothing."""


def email(case: Case, person: Person, text: str, html: str, subject: str = SUBJECT) -> bytes:
    """The .eml file; `X-Unsent` makes Outlook open it as a draft. The same bytes for the same letter."""
    message = EmailMessage(policy=SMTP)
    _, sender = _sender(case)
    if sender:
        message["From"] = _in_ascii(sender)
    message["To"] = _in_ascii(person.email or "")
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    message.add_alternative(html, subtype="html", charset="utf-8", cte="quoted-printable")
    message.set_boundary("=_the_letter_as_text_and_as_a_page")
    return message.as_bytes()


def refused(case: Case, person: Person) -> Iterator[str]:
    """The addresses, by key, that cannot stand in an e-mail: letters beyond ASCII before the @ do not arrive."""
    for key, address in (_sender(case), (f"people[{case.file_id(person)}].email", person.email)):
        if address and _in_ascii(address) is None:
            yield f"{key} has letters with accents or of another alphabet that e-mail does not carry: look at it again"


def _sender(case: Case) -> tuple[str, str | None]:
    mine = case.team.family_contact.email
    return ("team.family_contact.email", mine) if mine else ("board.email", case.board.email)


def _in_ascii(address: str) -> str | None:
    """The address with its domain as the domain name system writes it (IDNA, RFC 3490); None where there is no way."""
    local, _, domain = address.rpartition("@")
    if address.isascii():
        return address
    try:
        return f"{local}@{domain.encode('idna').decode()}" if local.isascii() else None
    except UnicodeError:
        return None
