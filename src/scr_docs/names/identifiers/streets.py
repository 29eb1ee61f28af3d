"""Addresses without their postcode: house number and street, flat and building, a street by its name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.names.identifiers.places import is_own
from scr_docs.names.identifiers.shape import Shape, in_order, labels, sentence_before, small_words, words_of

# What only a street is called, what other things are called too, and the short forms of both.
_STREET = (
    "Road|Street|Avenue|Lane|Close|Crescent|Drive|Terrace|Grove|Gardens|Mews|Wynd|Brae|Boulevard|Cul-de-sac|Causeway|Embankment|Parade|"
    "Broadway|Villas|Cottages|Maisonettes"
)
_OTHER = (
    "Court|Place|View|Rise|End|Park|Green|Hill|Row|Walk|House|Square|Way|Gate|Bank|Mount|Wood|Meadows?|Fields?|Yard|Croft|Garth|Vale|"
    "Heights|Loan|Quay|Wharf|Towers?|Lodge|Estate|Circle|Circus|Passage|Path|Side|Crest|Dene|Dale|Fold|Ridge|Chase|Common|Cottage|Farm|"
    "Approach|Retreat|Link|Bridge|Hollow|Copse|Orchard|Spinney|Acre|Mill|Cross|Point|Parkway|Corner|Buildings|Flats|"
    "Paddocks?|Brow|Bottom|Brook|Butts|Chare|Cliff|Courtyard|Covert|Crofts|Dell|Down|Downs|Drove|Esplanade|Ferry|Field|Fields|Ford|Furlong|"
    "Gap|Garden|Ginnel|Glade|Glebe|Glen|Grange|Hey|Heys|Holme|Hurst|Island|Knoll|Ladder|Landing|Lawns?|Leas?|Leys?|Manor|March|Marina|Mead|"
    "Meadow|Moor|Moorings|Nook|Oaks?|Oval|Pastures?|Piece|Pines|Plain|Pound|Precinct|Promenade|Queensway|Rest|Rocks|Rope\\sWalk|Sands|Shaw|"
    "Shore|Slade|Slope|Springs?|Staithes?|Steps|Stile|Strand|Thicket|Turn|Twitten|Vennel|Vines|Warren|Waters?|Weald|Well|Willows?|Woods"
)
_SHORT = r"(?:Rd|Ave|Av|Str|Clo|Est|Cres|Crs|Cl|Dr|La|Ln|Gdns|Tce|Terr|Blvd|Ct|Sq|Pl|St)"
_CAPITAL = r"(?:[A-Z][A-Za-z'’-]{1,24}|St\.?|Mc[A-Z]\w{1,20}|[A-Z]\.)"
_NAME = rf"{_CAPITAL}(?:\s(?:of|the|and|in|y|yr|o'th)\s{_CAPITAL}|\s{_CAPITAL}){{0,3}}?"
_NUMBER = r"(?:(?:No\.?|Number|no\.?|number)\s?)?\d{1,3}(?:\s?[A-Za-z](?![A-Za-z]))?(?:\s?[-–/]\s?\d{1,3}[A-Za-z]?)?"
_WELSH = (
    r"(?:Heol|Ffordd|Stryd|Rhodfa|Clos|Lôn|Lon|Maes|Bryn|Cwrt|Tan|Rhes|Teras|Cae|Pen)\s"
    r"(?:[A-Za-zŵŷâêîôû'’-]{1,20}\s){0,2}?[A-Z][A-Za-zŵŷâêîôû'’-]{1,20}"
)
_FLAT = r"(?:Flat|Apartment|Apt\.?|Unit|Room|Bedsit|Plot|Caravan|Maisonette|flat|apartment|room)\s?\d{1,3}[A-Za-z]?"

# A street of one word, with its kind at the end of it.
_ONE_WORD = (
    r"(?:[A-Z][a-z]{2,15}(?:way|gate|side|wood|field|fields|croft|garth|wynd|dale|bank|hill|holme|hurst|lea|ley|mead|ridge|royd|thorpe|view|walk"
    r"|well|worth))"
)
# After the street: an area, a town and a county, up to what begins something else.
_TOWN = (
    r"(?:,\s(?!(?:(?:[Tt]he|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|Mr|Mrs|Ms|Miss|Dr|Child|Children|Mother|Father|Mum|Dad|Sibling|Adult|Baby|Police|Officers?|Social"
    r"|GP|SW\d|HV\d|MG[MF]|PG[MF]|Staff|Neighbours?|School|Health|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|[A-Z][a-z]+day|Flat|No)\b))[A-Z][a-z'’-]{2,20}(?:[\s-](?:(?:on|upon|under|in|le|the|by)[\s-](?:the[\s-])?)?[A-Z][a-z'’-]{2,20}){0,2}"
    r"(?!['’]s)(?![\w-])){0,3}"
)

_NUMBERED = re.compile(
    rf"(?<![\w./£$-])(?:{_FLAT},?\s)?{_NUMBER},?\s{{1,2}}(?P<name>{_NAME}\s(?:{_STREET}|{_OTHER}|{_SHORT}(?=\W|$)"
    rf"|(?i:{_STREET}))|The\s(?:{_STREET}|{_OTHER})|{_WELSH}|{_ONE_WORD})"
    rf"(?![\w-])(?!\s(?:{_STREET}|Rd|Ave|Cres|Gdns|Ln|Dr|Cl)(?!\w)){_TOWN}"
)
# A number and a name that says nothing of a street, where words speak of an address or a town follows.
_ANY_NAME = re.compile(
    rf"(?<![\w./£$-])(?:{_FLAT},?\s)?(?P<number>\d{{1,3}}(?:\s?[A-Za-z](?![A-Za-z]))?),?\s(?P<name>(?:The\s)?[A-Z][a-z'’-]{{2,20}}"
    rf"(?:\s[A-Z][a-z'’-]{{2,20}}){{0,2}})(?![\w-])(?P<town>{_TOWN})"
)
_ADDRESS = re.compile(
    r"\b(?:address(?:es)?|addr?s?\.?|c/o|h/v\sto|home\svisit\sto|visit(?:ed|s)?(?:\sto)?|liv(?:e[sd]?|ing)(?:\sat|\sin)?|stay(?:ed|ing|s)?\s(?:at|in)"
    r"|mov(?:ed?|ing)\s(?:in)?to|called\sto|attend(?:ed)?|attended\sat|home(?:\sat|\sis)?|house\sat|flat\sat|property(?:\sat)?|tenan\w+\s(?:of|at)"
    r"|resid\w+(?:\sat)?|pick(?:ed)?\s?up(?:\sfrom)?|drop(?:ped)?(?:\soff)?(?:\sat)?|deliver\w*\sto|sent\sto|letter\sto|post\sto|outside|premises"
    r"|to|at|from|of)\s?[:=–—-]?\s(?:the\s)?$",
    re.IGNORECASE,
)
_IN_FLAT = re.compile(
    rf"(?<!\w){_FLAT},?\s(?:in\s|at\s|of\s)?(?:the\s)?{_NAME}\s(?:House|Court|Towers?|Lodge|Point|Heights|Place"
    rf"|Mansions|Building|Buildings|Flats|Hall|"
    rf"Gardens|{_STREET})(?!\w)|(?<!\w)(?:Flat|Apartment|Apt\.?|Bedsit"
    rf"|Maisonette)\s?\d{{1,3}}[A-Za-z]?,\s{_CAPITAL}(?:\s{_CAPITAL})?"
)
_BY_NAME = re.compile(
    rf"(?<![\w&-])(?:{_NAME}\s(?:{_STREET}|(?:Rd|Ave|Cres|Gdns|Tce)(?=\W|$))|(?:Heol|Ffordd|Stryd"
    rf"|Rhodfa)\s(?:[a-z]{{1,3}}\s)?{_CAPITAL})(?![\w-])"
)
_AT_HOME = re.compile(
    r"\b(?:liv(?:e[sd]?|ing)|moved?|moving|address(?:es)?|home|house|flat|property|stay(?:ed|ing|s)?|tenan\w+"
    r"|resid\w+|visited|attended|"
    r"called|premises|bungalow|maisonette|cottage|terrace|evicted|accommodat\w+|neighbours?)\b(?:\s(?!and\b"
    r"|but\b)\w+){0,3}?"
    rf"\s?[:,(]?\s?(?:at|in|to|is|was|called|of|on|from)?\s?(?:the\s)?(?P<where>{_NAME}\s(?:{_OTHER}){_TOWN})(?![\w-])"
)
_SMALL = re.compile(
    r"(?<![\w./£$-])(?:(?:no\.?"
    r"|number)\s?)?\d{1,3}[a-z]?(?:\s?[-–/]\s?\d{1,3}[a-z]?)?,?\s(?P<name>[a-z'’]{3,20}(?:\s[a-z'’]{3,20})?)\s"
    r"(?:road|rd|street|avenue|ave|lane|close|crescent|drive|terrace|grove|gardens|mews)(?![\w-])"
)
# Courts, headings and well-known streets; "High Street" is in every town.
_NO_NAME = re.compile(
    r"(?:^|\s)(?:High|Crown|County|Family|Youth|Magistrates['’]?|Supreme|Criminal|Coroners?['’]?s?|Appeal|Sheriff"
    r"|Divisional)\sCourt$"
    r"|^(?:The\s)?(?:Downing|Great\sOrmond|Coronation|Sesame|Fleet|Harley|Sanctuary|Whitehall|Silk|Wall"
    r"|Main)\s(?:Street|Buildings|Road)$"
    r"|^(?:(?:In|At|On|The|From|Near|Off|Along|To)\s)?High\sStreet$|^(?:The|A|An|This|That|Our|In|On|At|Each|Every"
    r"|Another)\s\w+$"
    r"|(?:^|\s)(?:Children's|Young|Looked|Care|Week|Weekly|Day|Month|Year|Working\sTogether|Recruitment|Improvement"
    r"|Long|Learning|Work)\s\w+$"
)
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_LEADING = re.compile(
    r"(?:(?:The|A|An|This|In|On|At|From|To|Near|Of|And|But|When|While|After|Before|Police|Officers|She|He|They"
    r"|Mother|Father|By|For|With|As|"
    r"Child\s\w+|Neighbours?|Staff|Residents|Both|Flats?|Housing|Off|Along|Towards|Outside|Opposite|If|That|Since"
    r"|Until)\s)+"
)
_NO_WORD = words_of("""
    the a an this that on in of at to same main busy next own their his her its our your every each any some other
    cross and or was were days weeks months years children boys girls men women minutes metres miles yards people
    cars times hours from off down along side quiet residential nearby local first second third
""")
_WORDS = frozenset(
    "|".join(
        (
            _STREET,
            _OTHER.replace("s?", ""),
            "Rd|Ave|Cres|Crs|Cl|Dr|La|Ln|Gdns|Tce|Terr|Blvd|Ct|Sq|Pl|St|Fields|Meadows|Towers|Tower",
        )
    )
    .lower()
    .split("|")
) | words_of("""
    heol ffordd stryd rhodfa clos lôn lon maes bryn cwrt tan rhes teras cae pen flat apartment apt bedsit maisonette
    room sac mansions hall
""")
_AT_HOME_VERB = re.compile(
    r"\b(?:liv(?:e[sd]?|ing)|stay(?:s|ed|ing)?|resid\w+|evicted|rehoused|tenan\w+|moved)\b", re.IGNORECASE
)
_STREET_LABEL = re.compile(
    r"\baddress(?:es)?\b|\baddr?s?\b|\bstreet\b|\blives\b|\bc/o\b|\bhome\b|\bproperty\b|\bresid\w+", re.IGNORECASE
)


_DOOR = re.compile(r"(?<!\S)\d{1,3}[A-Za-z]?,?\s[A-Z][a-z]")


def street_addresses(text: str, context: str) -> Iterator[Shape]:
    """Parts of an address that lead to a door or a street, without its postcode."""
    called = any(_STREET_LABEL.search(label) for label in labels(context))
    if not called and small_words(text).isdisjoint(_WORDS) and not _DOOR.search(text):
        return
    yield from in_order(_addresses(_in_title(text), context))


def _in_title(text: str) -> str:
    """A heading in capitals as it would stand in a sentence."""
    titled = text.title() if text.isupper() else text
    return titled if len(titled) == len(text) else text


def _addresses(text: str, context: str) -> Iterator[Shape]:
    for match in _NUMBERED.finditer(text):
        name = match["name"]
        if (
            not (_NO_NAME.search(name) and not name.startswith("The "))
            and not _MONTH.match(name)
            and not _is_paragraph(text, match)
        ):
            yield _shape(match.start(), match[0])
    for match in _ANY_NAME.finditer(text):
        if _is_address(text, match, context):
            yield _shape(match.start(), match[0])
    for match in _IN_FLAT.finditer(text):
        yield _shape(match.start(), match[0])
    for match in _BY_NAME.finditer(text):
        yield from _named(match.start(), match[0])
    for match in _AT_HOME.finditer(text):
        yield from _named(match.start("where"), match["where"])
    for match in _SMALL.finditer(text):
        ordinary = not _NO_WORD.isdisjoint(match["name"].split())
        if not ordinary and not re.search(
            r"(?:paras?\.?|sections?|page|chapter)\s$", sentence_before(text, match.start(), 12), re.IGNORECASE
        ):
            yield _shape(match.start(), match[0])


def _is_address(text: str, match: re.Match[str], context: str) -> bool:
    """Whether a number and a name that says nothing of a street are an address, by what stands around them."""
    words = match["name"].split()
    if (
        not is_own(words[-1])
        or (len(words) > 1 and not is_own(words[-2]) and words[-2] != "The")
        or _MONTH.match(match["name"])
    ):
        return False
    lettered = match["number"][-1].isalpha() or words[0] == "The"
    before = sentence_before(text, match.start(), 40)
    named = any(_STREET_LABEL.search(label) for label in labels(context)) or bool(_STREET_LABEL.search(before))
    led = bool(_ADDRESS.search(before))
    named = named or bool(led and _AT_HOME_VERB.search(before))
    return (
        (named and not before.strip())
        or (led and (named or lettered or bool(match["town"])))
        or (bool(match["town"]) and lettered)
    )


def _named(start: int, written: str) -> Iterator[Shape]:
    """A street by its name, without the words that only begin the sentence."""
    leading = _LEADING.match(written)
    name = written[leading.end() :] if leading else written
    if len(name.split()) > 1 and not _NO_NAME.search(name):
        yield _shape(start + len(written) - len(name), name)


def _is_paragraph(text: str, match: re.Match[str]) -> bool:
    """Whether the number begins the text, as that of a heading does, or follows a word for a part of a document."""
    before = sentence_before(text, match.start(), 14)
    return bool(
        re.search(
            r"(?:paras?\.?|sections?|pages?|chapters?|parts?|s\.|figure|table|appendix|annex|level|stage|age[ds]?)\s$",
            before,
            re.IGNORECASE,
        )
    )


def _shape(start: int, written: str) -> Shape:
    return Shape(start, start + len(written), written.casefold())
