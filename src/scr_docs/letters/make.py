"""One person's letter: filled in, read back, checked by the same rules as everything else, and given or refused."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scr_docs import word
from scr_docs.case import Case, Person
from scr_docs.errors import DocumentError, LetterError, Mistake, TemplateError
from scr_docs.kinds.reading import Finder
from scr_docs.letters import package
from scr_docs.letters.checking import Checker, Held
from scr_docs.letters.choice import Chooser
from scr_docs.letters.dates import ENGLISH, is_english, with_region
from scr_docs.letters.directions import is_right_to_left
from scr_docs.letters.facts import Facts, facts, known_fields
from scr_docs.letters.formats import text_message
from scr_docs.letters.formats.easy_read import marked
from scr_docs.letters.formats.large_print import USUAL, enlarged
from scr_docs.letters.formats.mail import SUBJECT, email, refused
from scr_docs.letters.formats.pieces import pieces, text_alone
from scr_docs.letters.formats.plain_text import plain_text
from scr_docs.letters.formats.read_aloud import read_aloud
from scr_docs.letters.formats.unbroken import unbroken
from scr_docs.letters.formats.web_page import web_page
from scr_docs.letters.house_style.house import HouseStyle
from scr_docs.letters.languages.readers import Readers
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
_MOST_SEEN = 256
"""Results that are kept of parts which stand in many letters; one letter has about thirty."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished letter that has passed its checks."""

    person: str
    stage: str
    format: str
    name: str
    content: bytes
    notices: tuple[str, ...] = ()
    template: str = ""
    """The sha256 of the file that it was made from."""

    language: str = "en-GB"
    """The language that it is written in."""

    unchecked: str = ""
    """Which words in it, in a language other than English, no translator has checked; "" where there are none."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """A filled-in Word version that has passed its checks: whose, the file, what to know of it, the values in it."""

    whose: tuple[str, str, str, bool]
    parts: Mapping[str, bytes]
    content: bytes
    document: Document
    told: tuple[str, ...]
    printed: tuple[str, ...]


class Maker:
    """Makes the letters of one stage for one case. Each template is read and checked once."""

    def __init__(
        self, case: Case, stage: Stage, rules: Sequence[Rule], day: datetime.date, *, draft: bool = False
    ) -> None:
        """Raises TemplateError where the template or its must-haves are wrong, whomever the letter is for.

        With `draft` letters are made in translations too that nobody has checked.
        """
        self._case = case
        self._stage = stage
        self._day = day
        self._checker = Checker(case, rules)
        self._readers = Readers(case, stage, draft=draft)
        self._templates: dict[tuple[str, str], tuple[Template, Held]] = {}
        self._wordings: dict[tuple[str, str], Wording] = {}
        self._hashes: dict[tuple[str, str], str] = {}
        self._last: _Checked | None = None
        self._seen = word.Seen(_MOST_SEEN)
        self._house = HouseStyle(stage.house)
        self.chooser = Chooser(case, stage, day)
        self._template("letter")

    def language(self, person: Person, format_: str) -> str | None:
        """The language, other than English, in which this stage has this format for this person; None if in none."""
        return self._readers.language(person, self._version_of(person, format_))

    def make(
        self,
        person: Person,
        format_: str,
        notices: tuple[str, ...] = (),
        language: str = ENGLISH,
        *,
        lined: bool = False,
    ) -> Letter:
        """The letter to `person` in this format and language. Raises LetterError with every reason against it.

        With `lined` an English letter says above its greeting, in the person's language, how to have it translated.
        """
        version = self._version_of(person, format_)
        if not is_english(language):
            self._refuse(person, self._readers.refused(version, language))
        if format_ in {"text-message", "call-script"}:
            content, told = self._worded(person, format_, language)
        elif format_ in {"standard", "large-print", *OWN}:
            content, told = self._in_word(person, format_, language, lined=lined)
        else:
            content, told = self._derived(person, format_, language, lined=lined)
        draft = "-draft" if self._readers.is_draft(version, language) else ""
        suffix = _SUFFIXES.get(format_, f"-{format_}.docx")
        name = f"{self._case.file_reference}-{self._stage.name}-{self._case.file_id(person)}"
        return Letter(
            person=self._case.file_id(person),
            stage=self._stage.name,
            format=f"{format_}{draft}",
            name=f"{name}{'' if is_english(language) else f'-{language}'}{draft}{suffix}",
            content=content,
            notices=(*notices, *self._readers.told(person, version, language, lined=lined), *told),
            template=self._template_of(version, language),
            language=language,
            unchecked=self._readers.unchecked(person, version, language, lined=lined),
        )

    def others(self, person: Person) -> Finder:
        """What finds in a text that which is not this person's, as the rules do."""
        return self._checker.others(person)

    def _version_of(self, person: Person, format_: str) -> str:
        return format_ if format_ in OWN else "subject" if person is self._case.subject else "letter"

    def _template_of(self, version: str, language: str) -> str:
        """The sha256 of the file of the stage from which this version is made."""
        which = (version, language)
        if which not in self._hashes:
            english = self._stage.version(version) or self._stage.template
            path = english if is_english(language) else self._readers.version(version, language).path
            self._hashes[which] = hashlib.sha256(path.read_bytes()).hexdigest()
        return self._hashes[which]

    def _in_word(self, person: Person, format_: str, language: str, *, lined: bool) -> tuple[bytes, tuple[str, ...]]:
        """A Word file: the letter itself, in large print, or a version with words of its own."""
        checked = self._filled(person, format_ if format_ in OWN else "letter", language, lined=lined)
        if format_ != "large-print":
            return checked.content, checked.told
        content = self._packed(enlarged(checked.parts, person.contact.print_size or USUAL), language)
        document = word.read_bytes(content, "letter.docx", seen=self._seen)
        if _words_of(document) != _words_of(checked.document):
            raise self._refusal(person, ["its large print does not say the same"])
        rules = self._rules((), "large-print", language)
        verdict = self._checker.check(document, person, rules, texts=(), printed=checked.printed)
        self._refuse(person, verdict.problems)
        return content, tuple(dict.fromkeys((*checked.told, *verdict.again)))

    def _derived(self, person: Person, format_: str, language: str, *, lined: bool) -> tuple[bytes, tuple[str, ...]]:
        """What is made of the finished letter by one walk: plain text, HTML, an e-mail, or a text to read aloud."""
        checked = self._filled(person, "letter", language, lined=lined)
        walked, title = pieces(checked.parts), f"Letter {self._case.reference}"
        if _counted(text_alone(checked.parts)) != _counted(*(block.text for block in checked.document.story())):
            told = "words of the letter would be lost, or said twice, in plain text, e-mail or HTML"
            raise self._refusal(person, [told])
        page = web_page(walked, title, with_region(language))
        if format_ == "email":
            self._refuse(person, refused(self._case, person))
            subject = self._readers.subject(language) or SUBJECT
            draft = email(self._case, person, plain_text(walked), page, subject)
            return draft, (*checked.told, "opens in the mail program as a draft: read it there before you send it")
        if format_ == "html":
            return page.encode(), checked.told
        return (read_aloud(walked) if format_ == "read-aloud" else plain_text(walked)).encode(), checked.told

    def _worded(self, person: Person, format_: str, language: str) -> tuple[bytes, tuple[str, ...]]:
        """A text message or a call script."""
        which = (format_, language)
        if which not in self._wordings:
            other = None if is_english(language) else self._readers.version(format_, language)
            path = other.path if other else self._stage.version(format_)
            if path is None:
                raise self._lacks(OWN[format_])
            text = other.wording() if other else None
            turned = is_right_to_left(language)
            self._wordings[which] = Wording(path, known_fields(), isolated=turned, text=text)
        filled = self._facts(person, language)
        worded = self._wordings[which].fill(filled.fields)
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

    def _filled(self, person: Person, version: str, language: str, *, lined: bool) -> _Checked:
        """A Word version for this person that has passed its checks; the last one is kept.

        What a letter must say is proved in English. A translation has the same tags in the same places and is filled
        with the same facts; it is held against what does not depend on its language.
        """
        whose = (person.id, version, language, lined)
        if self._last and self._last.whose == whose:
            return self._last
        if not is_english(language):
            self._filled(person, version, ENGLISH, lined=False)
        own = "subject" if version == "letter" and person is self._case.subject else version
        filled = self._facts(person, language)
        template, rules = self._template(own, language)
        rendered = template.render(filled.fields)
        needed = [key for key in self._stage.lacks(self._case) if key not in filled.wanted]
        self._refuse(person, (f"the case file lacks {key}" for key in [*filled.wanted, *needed]))
        parts = dict(rendered.parts)
        told: list[str] = []
        if own == "easy-read":
            checked = self._stage.checked_by(own) is not None
            parts["word/document.xml"] = marked(parts["word/document.xml"], checked=checked)
            told += [] if checked else ["Easy Read that people with learning disabilities have not checked; it says so"]
        parts["word/document.xml"] = self._readers.above(parts, person, own, language, lined=lined)
        parts = unbroken(parts)
        content = self._packed(parts, language)
        try:
            document = word.read_bytes(content, "letter.docx", seen=self._seen)
        except DocumentError as error:
            raise self._refusal(person, [str(error)]) from None
        texts = [parts[name].decode() for name in rendered.filled]
        verdict = self._checker.check(document, person, rules, texts=texts, printed=rendered.printed)
        self._refuse(person, verdict.problems)
        self._last = _Checked(whose, parts, content, document, (*told, *verdict.again), rendered.printed)
        return self._last

    def _facts(self, person: Person, language: str) -> Facts:
        found = facts(self._case, person, self._day, self._stage.entry.meeting, language)
        return Facts(self._readers.fields(language, found.fields), found.wanted)

    def _rules(self, names: Sequence[str], version: str | None, language: str) -> Held:
        held = self._checker.rules(names, version)
        return held if is_english(language) else held.in_language(language)

    def _template(self, version: str, language: str = ENGLISH) -> tuple[Template, Held]:
        """The template of a version and the rules that it is held against."""
        if (version, language) not in self._templates:
            path = self._stage.template if version == "letter" else self._stage.version(version)
            if path is None:
                raise self._lacks(f"{version}.docx")
            rules = self._rules(self._stage.must_have(version), version, language)
            dress = self._house.dress(version)
            dress = dress if is_english(language) else self._readers.version(version, language).dress(dress)
            template = Template(path, known_fields(), dress, isolated=is_right_to_left(language))
            self._templates[version, language] = (template, rules)
        return self._templates[version, language]

    def _packed(self, parts: Mapping[str, bytes], language: str) -> bytes:
        author = self._case.board.short_name or self._case.board.name
        title = f"Letter {self._case.reference}"
        return package.finish(parts, title=title, author=author, day=self._day, language=with_region(language))

    def _lacks(self, name: str) -> TemplateError:
        return TemplateError(Mistake(f"This stage has no {name}", str(self._stage.template.parent)))

    def _refuse(self, person: Person, reasons: Iterable[str]) -> None:
        if told := list(reasons):
            raise self._refusal(person, told)

    def _refusal(self, person: Person, reasons: Sequence[str]) -> LetterError:
        place = f"{self._stage.name} to {self._case.file_id(person)}"
        return LetterError(*(Mistake(reason[:1].upper() + reason[1:], place=place) for reason in reasons))


def _counted(*texts: str) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))


def _words_of(document: Document) -> list[str]:
    return sorted(" ".join(block.text for block in document.blocks).split())
