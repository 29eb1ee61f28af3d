"""A translation as a PO file, as gettext and most translators' programs have it; the id stands in msgctxt."""

from __future__ import annotations

from pathlib import Path

import polib

from scr_docs.letters.languages.exchange import Exchange, Item, broken, content_of, from_head

_ASKED = """\
{head}
Keep this line, and everything in braces such as {{{{ person.greeting }}}}, as it is.
‹1› and ‹/1› stand around words in another look: put them around the same words in the translation.
What stands between two {{% … %}} is not in every letter: its translation stands between the same two.
‹1/› stands for something like a page number. Numbers, names of services and addresses stay as they are.
"""


def write(exchange: Exchange) -> bytes:
    """The PO file."""
    file = polib.POFile(wrapwidth=100)
    file.header = _ASKED.format(head=exchange.head)
    file.metadata = {
        "Project-Id-Version": exchange.head,
        "Language": exchange.language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for item in exchange.items:
        file.append(polib.POEntry(msgctxt=item.id, msgid=item.english, msgstr=item.translated, comment=item.place))
    return f"{file}\n".encode()


def read(path: Path) -> Exchange:
    """What a PO file holds. An entry that is marked as fuzzy counts as not translated. Raises TemplateError."""
    try:
        text = content_of(path).decode("utf-8-sig").replace("\r\n", "\n")
        # With a line break in it polib takes it for the text and never for the name of a file.
        file = polib.pofile(f"{text}\n", check_for_duplicates=False)
    except (OSError, ValueError, UnicodeDecodeError) as error:
        raise broken(path, f"It cannot be read as a PO file ({type(error).__name__})") from None
    items = tuple(
        Item(entry.msgctxt or "", entry.comment, entry.msgid, "" if entry.fuzzy else entry.msgstr)
        for entry in file
        if not entry.obsolete
    )
    return from_head(f"{file.header}\n{file.metadata.get('Project-Id-Version', '')}", items, path)
