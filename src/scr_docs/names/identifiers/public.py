"""What looks like an identifier and is anybody's: law, books, money, and mailboxes of public bodies and charities.

A stretch that is one of these is told as nothing else. Of judgments about families only those are public that are cited
as law: the family's own leads straight to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.names.identifiers.online import is_public_site
from scr_docs.names.identifiers.shape import sentence_after, sentence_before, words_of

_YEAR = r"(?:19|20)\d\d"
_BOOKS = re.compile(
    r"\bISBN(?:-?1[03])?[\s:]{0,3}(?:97[89][\s-]?)?\d(?:[\s-]?\d){8}[\s-]?[\dX](?![\w-])"
    r"|\bISSN[\s:]{0,3}\d{4}-?\d{3}[\dX](?![\w-])|(?<![\w/.-])10\.\d{4,9}/[^\s<>\"]{1,100}",
    re.IGNORECASE,
)
# The National Archives, legislation.gov.uk: instruments are numbered within a year, with at most four figures.
_INSTRUMENTS = re.compile(
    r"(?<![\w/])(?:(?:UK|W|S)?S\.?\s?I\.?|Statutory\s(?:Instruments?|Rules?)|Regulations|Rules|(?<!Care )(?<!Court )"
    r"(?<!Supervision )(?<!Protection )(?<!Placement )(?<!Adoption )(?<!Residence )(?<!Guardianship )Order)"
    rf"\s\(?(?:No\.?\s?)?{_YEAR}(?:\s?/\s?(?:No\.?\s?)?|\s?,?\sNo\.?\s?)\d{{1,4}}(?:\s?\([CLSW]\.?\s?\d{{1,4}}\))?(?![\w/-])",
)
_INCIDENT = re.compile(r"incident|datix|steis", re.IGNORECASE)
_MONEY = re.compile(
    r"(?:[£$€]|\b(?:GBP|EUR|USD))\s?\d[\d,.]{0,30}(?!\w)"
    r"|(?<![\w/.-])(?<!\d\s)\d[\d,.]{0,30}\s?(?:pounds|pence|euros?|dollars|sterling|GBP|EUR|USD)\b",
    re.IGNORECASE,
)
_JUDGMENT = re.compile(
    rf"[\[(]{_YEAR}[\])]\s{{0,2}}(?:EWFC|EWCOP|NIFam|EWHC|EWCA|UKSC|UKHL)\s{{0,2}}(?:Civ\s|Crim\s)?B?\d{{1,5}}"
    r"(?:\s?\((?:Fam|Admin|QB|KB|Ch|B|T\d)\))?",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"(?:\b(?:[Ii]n\s[Rr]e|R[Ee]|[Ee]x\sparte)\s[A-Z(]|\s(?:v|vs)\.?\s[A-Z(])[^;]{0,70}$"
    r"|\b(?:[Cc]f|citing|cited|applying|applied|case\slaw|authorit(?:y|ies))\b[^;]{0,70}$"
)
_OWN = re.compile(
    r"\b(?:this|the)\s(?:family|child|baby|case|parents?|mother|father)\b(?!\slaw)|\bchild\s(?-i:[A-Z0-9])\b|\bfact.?finding\b"
    r"|\b(?:published|reported|known|found|findings?|injured|placed|removed|adopted|dismissed|granted|concluded|ended)\b"
    r"|\b(?:judge?ments?|hearings?|(?:care|placement|adoption|supervision)\sorders?)\b"
    r"|\b(?:these|the\s(?:care|family|court))\sproceedings\b|\b(?:his|her|their)\s(?:parents?|mother|father|appeal|trial)\b",
    re.IGNORECASE,
)
"""Words of what happened in a family, beside which a judgment may be its own. In doubt it is told."""

_MAILBOXES = frozenset({"jo@samaritans.org", "pat@papyrus-uk.org"})
"""Help lines that answer under a first name (their own pages of contacts)."""

_ROLES = words_of("""
    enquiries enquiry info information contact contacts contactus help helpline support pals complaints
    complaint feedback office admin hello team mail email post press media comms communications news foi dpo
    dataprotection privacy customer customers services service customerservices hotline advice advocacy
    referrals referral mash safeguarding lscb lscp scb sab board review reviews publications library training
    events membership volunteering bereavement counselling webmaster noreply donotreply duty firstcontact
    frontdoor socialcare childrens children adults adult families family education social care policy
    consultation england wales scotland national regional the and
""")
_PRACTICE = re.compile(
    r"surger|practice|medical|clinic|health-?centre|\bgp\b|school|\bsch\b|nurser|academy|college|dent(?:al|ist)|pharmac|hospice"
    r"|@[a-z]\d{5}\.",  # the NHS calls each practice by a letter and five figures
    re.IGNORECASE,
)
_LONGEST_NUMBER = 3
"""Figures that the mailbox of an office may have (lscb2, 111). More are the number of a case, or of a person."""


def public_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where law, books and amounts of money stand."""
    if any(map(str.isdigit, text)):
        for pattern in (_BOOKS, _MONEY):
            yield from (match.span() for match in pattern.finditer(text))
        for match in _INSTRUMENTS.finditer(text):  # SI is also short for a serious incident
            if not _INCIDENT.search(sentence_before(text, match.start(), 60) + sentence_after(text, match.end(), 60)):
                yield match.span()
        for match in _JUDGMENT.finditer(text):
            before = sentence_before(text, match.start(), 120)
            if _CITED.search(before) and not _OWN.search(before + sentence_after(text, match.end(), 80)):
                yield match.span()


def is_public_mailbox(address: str) -> bool:
    """Whether an e-mail address is that of an office of a public body or a charity, and not of a person there.

    A surgery or a school is no such office: its address tells where the family is known. Nor is one with a number.
    """
    address = address.casefold()
    local, _, host = address.partition("@")
    if address in _MAILBOXES:
        return True
    words = [word for word in re.split(r"[\W\d_]+", local) if word]
    own = set(re.split(r"\W+", host))
    return (
        is_public_site(host)
        and not _PRACTICE.search(address)
        and sum(map(str.isdigit, local)) <= _LONGEST_NUMBER
        and any(word in _ROLES for word in words)
        and all(word in _ROLES or word in own for word in words)
    )
