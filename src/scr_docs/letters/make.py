"""One person's letter: filled in, read back, checked by the same rules as everything else, and given or refused."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scr_docs import word
from scr_docs.case import Case, Person
from scr_docs.errors import DocumentError, LetterError, Mistake, TemplateError
from scr_docs.letters import package
from scr_docs.letters.checking import Checker
from scr_docs.letters.choice import Chooser
from scr_docs.letters.facts import Facts, facts, known_fields
from scr_docs.letters.formats import text_message
from scr_docs.letters.formats.easy_read import marked
from scr_docs.letters.formats.large_print import USUAL, enlarged
from scr_docs.letters.formats.mail import email
from scr_docs.letters.formats.pieces import Piece, pieces
from scr_docs.letters.formats.plain_text import plain_text
from scr_docs.letters.formats.read_aloud import read_aloud
from scr_docs.letters.formats.web_page import web_page
from scr_docs.letters.merging.template import Template
from scr_docs.letters.merging.wording import Wording
from scr_docs.letters.order import OWN
from scr_docs.letters.stages import Stage
from scr_docs.model import Document
from scr_docs.pack import Rule
from scr_docs.plain import document as plain_document

_OF_TEXTS = ("letters.text-says-too-much",)
_SUFFIXES = {
    "standard": ".docx", "html": ".html", "email": ".eml", "plain-text": "-plain-text.txt",
    "read-aloud": "-read-aloud.txt", "text-message": "-text-message.txt", "call-script": "-call-script.txt",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished letter that has passed its checks."""

    person: str
    stage: str
    format: str
    name: str
    content: bytes
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Checked:
    """A filled-in Word version that has passed its checks: whose it is, the file, and what to know of it."""

    whose: tuple[str, str]
    parts: Mapping[str, bytes]
    content: bytes
    document: Document
    told: tuple[str, ...]


class Maker:
    """Makes the letters of one stage for one case. Each template is read and checked once."""

    def __init__(self, case: Case, stage: Stage, rules: Sequence[Rule], day: datetime.date) -> None:
        """Raises TemplateError where the template or its must-haves are wrong, whomever the letter is for."""
        self._case = case
        self._stage = stage
        self._day = day
        self._checker = Checker(case, rules)
        self._templates: dict[str, tuple[Template, list[Rule]]] = {}
        self._wordings: dict[str, Wording] = {}
        self._last: _Checked | None = None
        self.chooser = Chooser(case, stage, day)
        self._template("letter")

    def make(self, person: Person, format_: str, notices: tuple[str, ...] = ()) -> Letter:
        """The letter to `person` in this format. Raises LetterError with every reason why it may not be written."""
        if format_ in {"text-message", "call-script"}:
            content, told = self._worded(person, format_)
        elif format_ in {"standard", "large-print", *OWN}:
            content, told = self._in_word(person, format_)
        else:
            content, told = self._derived(person, format_)
        suffix = _SUFFIXES.get(format_, f"-{format_}.docx")
        name = f"{self._case.file_reference}-{self._stage.name}-{self._case.file_id(person)}{suffix}"
        return Letter(person.id, self._stage.name, format_, name, content, (*notices, *told))

    def _in_word(self, person: Person, format_: str) -> tuple[bytes, tuple[str, ...]]:
        """A Word file: the letter itself, in large print, or a version with words of its own."""
        checked = self._filled(person, format_ if format_ in OWN else "letter")
        if format_ != "large-print":
            return checked.content, checked.told
        content = self._packed(enlarged(checked.parts, person.contact.print_size or USUAL))
        if _words_of(word.read_bytes(content, "letter.docx")) != _words_of(checked.document):
            raise self._refusal(person, ["its large print does not say the same"])
        return content, checked.told

    def _derived(self, person: Person, format_: str) -> tuple[bytes, tuple[str, ...]]:
        """What is made of the finished letter by one walk: plain text, HTML, an e-mail, or a text to read aloud."""
        checked = self._filled(person, "letter")
        walked, title = pieces(checked.parts), f"Letter {self._case.reference}"
        if _lost(walked, checked.document):
            raise self._refusal(person, ["words of the letter would be lost in plain text, e-mail or HTML"])
        if format_ == "email":
            draft = email(self._case, person, plain_text(walked), web_page(walked, title))
            return draft, (*checked.told, "opens in the mail program as a draft: read it there before you send it")
        if format_ == "html":
            return web_page(walked, title).encode(), checked.told
        return (read_aloud(walked) if format_ == "read-aloud" else plain_text(walked)).encode(), checked.told

    def _worded(self, person: Person, format_: str) -> tuple[bytes, tuple[str, ...]]:
        """A text message or a call script."""
        if format_ not in self._wordings:
            path = self._stage.version(format_)
            if path is None:
                raise self._lacks(OWN[format_])
            self._wordings[format_] = Wording(path, known_fields())
        filled = self._facts(person)
        worded = self._wordings[format_].fill(filled.fields)
        self._refuse(person, (f"the case file lacks {key}" for key in filled.wanted))
        text = worded.text
        problems: list[str] = []
        told: list[str] = []
        if format_ == "text-message":
            text = text_message.straight(text)
            length = text_message.count(text)
            told.append(str(length))
            problems += text_message.telling(text, self._case, person)
            if length.letters > text_message.MOST:
                problems.append(f"it is longer than text messages can be ({text_message.MOST} letters)")
        document = plain_document([("body", line) for line in text.split("\n") if line])
        rules = self._checker.rules(_OF_TEXTS if format_ == "text-message" else ())
        verdict = self._checker.check(document, person, rules, texts=[text], printed=worded.printed)
        self._refuse(person, [*problems, *verdict.problems])
        return text.encode(), (*told, *verdict.again)

    def _filled(self, person: Person, version: str) -> _Checked:
        """A Word version for this person that has passed its checks; the last one is kept."""
        if self._last and self._last.whose == (person.id, version):
            return self._last
        own = "subject" if version == "letter" and person is self._case.subject else version
        filled = self._facts(person)
        template, rules = self._template(own)
        rendered = template.render(filled.fields)
        needed = [key for key in self._stage.lacks(self._case) if key not in filled.wanted]
        self._refuse(person, (f"the case file lacks {key}" for key in [*filled.wanted, *needed]))
        parts = dict(rendered.parts)
        told: list[str] = []
        if own == "easy-read":
            checked = self._stage.checked_by(own) is not None
            parts["word/document.xml"] = marked(parts["word/document.xml"], checked=checked)
            told += [] if checked else ["Easy Read that people with learning disabilities have not checked; it says so"]
        content = self._packed(parts)
        try:
            document = word.read_bytes(content, "letter.docx")
        except DocumentError as error:
            raise self._refusal(person, [str(error)]) from None
        texts = [parts[name].decode() for name in rendered.filled]
        verdict = self._checker.check(document, person, rules, texts=texts, printed=rendered.printed)
        self._refuse(person, verdict.problems)
        self._last = _Checked((person.id, version), parts, content, document, (*told, *verdict.again))
        return self._last

    def _facts(self, person: Person) -> Facts:
        return facts(self._case, person, self._day, self._stage.entry.meeting)

    def _template(self, version: str) -> tuple[Template, list[Rule]]:
        """The template of a version and the rules that it is held against."""
        if version not in self._templates:
            path = self._stage.template if version == "letter" else self._stage.version(version)
            if path is None:
                raise self._lacks(f"{version}.docx")
            rules = self._checker.rules(self._stage.must_have(version))
            self._templates[version] = (Template(path, known_fields()), rules)
        return self._templates[version]

    def _packed(self, parts: Mapping[str, bytes]) -> bytes:
        author = self._case.board.short_name or self._case.board.name
        return package.finish(parts, title=f"Letter {self._case.reference}", author=author, day=self._day)

    def _lacks(self, name: str) -> TemplateError:
        return TemplateError(Mistake(f"This stage has no {name}", str(self._stage.template.parent)))

    def _refuse(self, person: Person, reasons: Iterable[str]) -> None:
        if told := list(reasons):
            raise self._refusal(person, told)

    def _refusal(self, person: Person, reasons: Sequence[str]) -> LetterError:
        place = f"{self._stage.name} to {self._case.file_id(person)}"
        return LetterError(*(Mistake(reason[:1].upper() + reason[1:], place=place) for reason in reasons))


def _lost(walked: Sequence[Piece], document: Document) -> frozenset[str]:
    """The words of the letter that are not in its pieces: they would be lost in the formats that are made of these."""
    story = "\n".join(block.text for block in document.story())
    words, told = (frozenset(_WORD.findall(text)) for text in (story, "\n".join(piece.text for piece in walked)))
    return words - told


def _words_of(document: Document) -> list[str]:
    return sorted(" ".join(block.text for block in document.blocks).split())
