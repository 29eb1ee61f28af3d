"""What a check found, from one finding to the report of a whole run; the exit status belongs to the report."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from scr_docs.model import Block, Part


class Severity(enum.StrEnum):
    """How sure and how serious: a leak or a missing must-have; a person must look; style."""

    MUST_FIX = "must-fix"
    CHECK = "check"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return list(Severity).index(self)

    def at_least(self, other: Severity) -> bool:
        """Whether this is as serious as `other`, or more."""
        return self.rank <= other.rank


@dataclass(frozen=True, slots=True)
class Location:
    """Where a finding is. All but `part` are None where the finding is about the document as a whole.

    `start` and `end` are offsets into the text of block number `block`; `context` is that stretch with its neighbours;
    `address` is the way there in words; `after` is the last paragraph number before an unnumbered paragraph.
    """

    part: Part = "body"
    heading: str | None = None
    number: str | None = None
    block: int | None = None
    start: int | None = None
    end: int | None = None
    context: str | None = None
    address: str | None = None
    after: str | None = None

    @classmethod
    def of(cls, block: Block, start: int, end: int) -> Location:
        """The place of block.text[start:end], with up to 40 characters of context on either side."""
        return cls(
            part=block.part_at(start, end),
            heading=block.headings[-1] if block.headings else None,
            number=block.number,
            block=block.index,
            start=start,
            end=end,
            context=_context(block.text, start, end),
            address=block.address,
            after=block.after,
        )

    def shown(self, secrets: Secrets | None) -> Location:
        """This place as it may be shown: whole where `secrets` is None, otherwise with every value masked."""
        if secrets is None:
            return self
        return replace(
            self,
            context=self.context and mask(self.context),
            heading=self.heading and secrets.hide(self.heading),
            address=self.address and secrets.hide(self.address),
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that one rule found in one place. `{quote}` in the message stands for `text` until it is shown."""

    rule: str
    severity: Severity
    message: str
    text: str = ""
    person: str | None = None
    location: Location = field(default_factory=Location)
    suggestion: str | None = None
    source: str | None = None

    def shown(self, secrets: Secrets | None) -> Finding:
        """This finding as it may be shown: whole where `secrets` is None, otherwise with every value masked."""
        if secrets is None:
            return replace(self, message=self.message.replace("{quote}", f"“{self.text}”"))
        return replace(
            self,
            message=self.message.replace("{quote}", f"“{mask(self.text)}”"),
            text=mask(self.text),
            location=self.location.shown(secrets),
        )


Status = Literal["evidenced", "partly", "absent", "not-applicable"]
"""What can be said of a quality-marker question. The words are fixed: users' own programs read them."""


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """How the report treats one person of the case file."""

    id: str
    report_name: str | None
    mentions: int
    involved: bool
    reason: str | None
    views: int
    sections_with_views: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of the report, or an entry of the case file, that bears on a quality-marker question.

    `where` is the way there in words, `about` what it shows. `people` are whom the sentence speaks of, as results call
    them, where that is known.
    """

    number: str | None
    text: str
    where: str = ""
    about: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A quality-marker question with its status: evidenced, partly, absent or not-applicable.

    `asks` is the question in short; `missing` says what would be needed, and where it would go.
    """

    id: str
    status: Status
    evidence: tuple[Evidence, ...]
    asks: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AllowedName:
    """A real name that may stand in the report, the reason, and everywhere where it does."""

    name: str
    why: str
    places: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class FileReport:
    """Everything about one file. `error` says why the file, or a part of it, was not checked; None if all was read.

    `fail_on` is the severity from which findings make the run fail with status 1, None for never. `secrets` are values
    of the case file in headings, addresses and the path; no output shows them. `engines` are what looked for names.
    `allowed` is None where nobody asked.
    """

    path: str
    sha256: str | None = None
    words: int = 0
    error: str | None = None
    findings: tuple[Finding, ...] = ()
    people: tuple[PersonSummary, ...] = ()
    questions: tuple[Question, ...] = ()
    waived: int = 0
    fail_on: Severity | None = Severity.MUST_FIX
    rules_run: tuple[str, ...] = ()
    rules_off: tuple[str, ...] = ()
    needs_case: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    engines: tuple[str, ...] = ()
    allowed: tuple[AllowedName, ...] | None = None

    @property
    def fails(self) -> bool:
        """Whether a finding is as serious as `fail_on`, or more."""
        limit = self.fail_on
        return limit is not None and any(finding.severity.at_least(limit) for finding in self.findings)


@dataclass(frozen=True, slots=True)
class LintReport:
    """The result of checking one or more files."""

    files: tuple[FileReport, ...]

    @property
    def exit_status(self) -> int:
        """0 nothing to answer for, 1 findings, 2 something was not checked; so it is where no file or no rule was."""
        if not self.files or any(file.error is not None or not file.rules_run for file in self.files):
            return 2
        return 1 if any(file.fails for file in self.files) else 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, file by file."""
        return tuple(finding for file in self.files for finding in file.findings)

    def summary(self) -> Mapping[str, int]:
        """The counts of `lint --format json`, in its words."""
        counts = Counter(str(finding.severity) for finding in self.findings)
        return {
            **{str(severity): counts[str(severity)] for severity in Severity},
            "waived": sum(file.waived for file in self.files),
            "files": len(self.files),
            "unreadable": sum(file.error is not None for file in self.files),
        }


class Secrets:
    """The values that a run found, so that headings, addresses and paths around them can be shown without them."""

    def __init__(self, values: Iterable[str], words: Iterable[str] = ()) -> None:
        """`words` are hidden only where they stand as words."""
        whole = [_pattern(value) for value in values if value.strip()]
        alone = [rf"(?<![^\W\d_]){_pattern(word)}(?![^\W\d_])" for word in words]
        found = sorted({*whole, *alone}, key=len, reverse=True)
        self._pattern = re.compile(f"(?=({'|'.join(found)}))", re.IGNORECASE) if found else None

    @classmethod
    def of(cls, findings: Iterable[Finding], known: Iterable[str] = ()) -> Secrets:
        """What is known, what these findings quote, and each word of the names and addresses in it.

        A path may hold half a name.

        The words of an e-mail address are left out: its provider or a town in it would mask half of any path.
        """
        told = tuple(findings)
        telling = ("personal-data.known-name", "personal-data.known-contact-detail")
        personal = " ".join(finding.text for finding in told if finding.rule in telling and "@" not in finding.text)
        words = (word for word in re.findall(r"[^\W_]{3,}", personal) if not word.isdigit())
        return cls((*known, *(finding.text for finding in told)), words)

    def hide(self, text: str) -> str:
        """The text with every found value in it masked, with or without its accents."""
        if self._pattern is None:
            return text
        spans: list[tuple[int, int]] = []
        for match in self._pattern.finditer(_plain(text)):
            start, end = match.span(1)
            if spans and start <= spans[-1][1]:
                first, last = spans.pop()
                start, end = first, max(end, last)
            spans.append((start, end))
        for start, end in spans:
            text = text[:start] + mask(text[start:end]) + text[end:]
        return text


def _pattern(value: str) -> str:
    plain = _plain(unicodedata.normalize("NFC", value))
    return "".join(re.escape(character) + (r"[\u0300-\u036f]*" if character.isalpha() else "") for character in plain)


def _plain(text: str) -> str:
    """The text with letters without accents and straight apostrophes, of the same length."""
    return "".join(unicodedata.normalize("NFKD", character)[0] for character in text.replace("’", "'"))


def mask(text: str) -> str:
    """The text with only the first letter of each word and its length left: "K**** T*******"."""
    masked: list[str] = []
    inside = False
    for character in text:
        letter = character.isalnum() or character == "_"
        # Accents and invisible characters join the letters around them; a word that holds one is still one word.
        joins = not letter and unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}
        masked.append("*" if inside and (letter or joins) else character)
        inside = letter or (inside and joins)
    return "".join(masked)


def _context(text: str, start: int, end: int, reach: int = 40) -> str:
    first, last = max(0, start - reach), min(len(text), end + reach)
    if first > 0:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end) if " " in text[end:last] else last
    return ("…" if first > 0 else "") + text[first:last].strip() + ("…" if last < len(text) else "")
