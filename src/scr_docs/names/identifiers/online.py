"""Where somebody is found on the internet: addresses of pages, names on social networks, addresses of computers."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from functools import cache

from scr_docs.names.identifiers.shape import Shape, in_order, labels, lines_of, sentence_before, small_words, words_of

_URL = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"“”()\[\]{}|]{3,400}", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|co\.uk|org\.uk|org|net|me\.uk|uk|info|wales|cymru|scot|london|tv"
    r"|blog)"
    r"(?:/[^\s<>\"“”()\[\]{}|]{0,300})?(?![\w@-])",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/:?#]+)", re.IGNORECASE)
_SOCIAL_PAGE = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?:[a-z]{1,6}\.)?(?:(?:youtu\.be|bit\.ly|goo\.gl|tinyurl\.com)/\w{2,40}|(?:facebook"
    r"|fb|instagram|tiktok|twitter|x|snapchat|youtube|t|wa|threads|linkedin|onlyfans|twitch|"
    r"reddit|pinterest|tumblr|discord|justgiving|gofundme|ask)\.(?:com|me|net|gg|fm|tv)/[^\s<>\"“”()\[\]{}|,;]{1,200})",
    re.IGNORECASE,
)
_NETWORKS = words_of("""
    facebook instagram insta snapchat snap tiktok tik twitter whatsapp telegram discord kik xbox playstation psn
    gamertag skype messenger youtube tinder bebo myspace onlyfans threads roblox fortnite reddit tumblr twitch steam
    handle username usernames user screen login profile nickname linkedin online
""")
_NETWORK = (
    r"(?:facebook|instagram|insta|snapchat|snap|tik\s?tok|twitter|telegram|discord|kik|xbox(?:\slive)?|playstation"
    r"|psn|skype|messenger|"
    r"youtube|tinder|bebo|myspace|onlyfans|threads|roblox|fortnite|reddit|tumblr|twitch|steam|linkedin|fb"
    r"|social\smedia|gaming|online)"
)
_NAMED = (
    r"(?:user\s?names?|screen\s?names?|user\s?ids?|handles?|gamertags?|tags?|profiles?|accounts?|ids?|names?|logins?"
    r"|pages?)"
)
_HANDLE_AFTER = re.compile(
    rf"(?<!\w)(?:{_NETWORK}(?P<noun>\s{{0,2}}[(]?\s?{_NAMED}[)]?)?|(?P<alone>user\s?names?|screen\s?names?"
    rf"|gamertags?|online\shandles?|handles?|aliases?\sonline))"
    r"(?P<join>(?:\s(?:is|was|as|of|under|called|named|by|the|her|his|their|name|in|with|using|handle|username"
    r"|user)){0,4}\s?[:=(,–-]?\s?)"
    r"(?:(?P<quote>[\"“”‘'’])(?P<quoted>[^\"“”‘’\n]{2,40})(?=[\"“”’'])|(?P<handle>@?[A-Za-z0-9][\w.-]{1,38}\w)(?!\w))",
    re.IGNORECASE,
)
_AT = re.compile(r"(?<![\w@.+/-])@[A-Za-z_][\w.]{0,38}\w(?![\w@])")
_CREDIBLE = re.compile(r"(?=.*(?:[\d_]|\w\.\w|[a-z][A-Z])).{3,}")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_IP4 = re.compile(r"(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-])(?!\.\d)")
_IP6 = re.compile(r"(?<![\w:.])(?=[0-9A-Fa-f]{0,4}:)[0-9A-Fa-f:]{6,39}(?![\w:])")
_IP_WORD = re.compile(
    r"\bIP(?:v[46])?s?\b|\bip\saddress|internet\sprotocol|router|logged?\s(?:in|on)|login", re.IGNORECASE
)
_NO_IP_WORD = re.compile(
    r"(?:\bv(?:ersions?|\.)?|paras?\.?|paragraphs?|sections?|chapters?|§|appendix|release|build|standard|[a-z]\.)\s?$",
    re.IGNORECASE,
)


def web_addresses(text: str, _context: str) -> Iterator[Shape]:
    """The web addresses, apart from those of public bodies, charities and journals (public_sites.txt)."""
    if "." in text:
        yield from in_order(shape for match in (*_URL.finditer(text), *_bare(text)) for shape in _page(match))


def _bare(text: str) -> Iterator[re.Match[str]]:
    if not {"com", "co", "uk", "org", "net", "info", "wales", "cymru", "scot", "london", "tv", "blog"}.isdisjoint(
        small_words(text)
    ):
        yield from _BARE.finditer(text)


def _page(match: re.Match[str]) -> Iterator[Shape]:
    address = match[0].rstrip(".,;:'’!?*")
    host = host_of(address)
    if "." in host and not is_public_site(host):
        yield Shape(match.start(), match.start() + len(address), host)


def host_of(address: str) -> str:
    """The host of a web address, without "www." and in small letters."""
    host = _HOST.match(address)
    return host[1].casefold() if host else ""


def is_public_site(host: str) -> bool:
    """Whether a host is that of a public body, a charity or a publisher, or stands below it."""
    parts = host.casefold().removeprefix("www.").split(".")
    return any(".".join(parts[first:]) in _public_sites() for first in range(len(parts)))


@cache
def _public_sites() -> frozenset[str]:
    return lines_of("public_sites.txt")


def social_handles(text: str, context: str) -> Iterator[Shape]:
    """The pages and names of people on social networks and in games."""
    yield from in_order(_handles(text, context))


def _handles(text: str, context: str) -> Iterator[Shape]:
    for match in _SOCIAL_PAGE.finditer(text) if "/" in text else ():
        page = match[0].rstrip(".,;:'’!?*")
        yield Shape(match.start(), match.start() + len(page), page.casefold())
    for match in _AT.finditer(text) if "@" in text else ():
        yield Shape(match.start(), match.end(), match[0].casefold().lstrip("@"))
    words = small_words(text)
    if not words.isdisjoint(_NETWORKS):
        for match in _HANDLE_AFTER.finditer(text):
            group = "quoted" if match["quoted"] else "handle"
            handle = match[group]
            pointed = bool(match["quoted"] or re.search(r"[:=(]\s?$", match["join"]))
            named = bool(match["noun"] or match["alone"])
            listed = "," in match["join"] and not re.search(r"[\d_]", handle)
            if (
                listed
                or handle.lower() in _ORDINARY
                or not re.search(r"[A-Za-z]", handle)
                or _ORDINAL.fullmatch(handle)
            ):
                continue
            if _CREDIBLE.fullmatch(handle) or (pointed and (named or not match["quoted"])):
                yield Shape(match.start(group), match.end(group), handle.casefold().lstrip("@"))
    if any(not small_words(label).isdisjoint(_NETWORKS) and len(label.split()) <= 4 for label in labels(context)):
        for found in re.finditer(r"(?<![\w@])@?[A-Za-z0-9][\w.-]{2,38}", text):
            if _CREDIBLE.fullmatch(found[0]) and re.search("[A-Za-z]", found[0]):
                yield Shape(found.start(), found.end(), found[0].casefold().lstrip("@"))


_ORDINARY = words_of("""
    the and not none unknown her his their she they who was were had has that this these those with for from which
    when where social media messages message photos pictures posts videos see also page group groups account friends
    facebook instagram snapchat twitter whatsapp youtube tiktok facetime iphone ipad linkedin onlyfans playstation
    friend use used using
""")


def ip_addresses(text: str, context: str) -> Iterator[Shape]:
    """The addresses of computers: with a word for it, or long enough to be no number of a paragraph or a version."""
    named = bool(_IP_WORD.search(" ".join(labels(context))))
    for match in (*_IP4.finditer(text), *(_IP6.finditer(text) if ":" in text else ())):
        before = sentence_before(text, match.start(), 40)
        called = named or bool(_IP_WORD.search(before))
        figures = sum(map(str.isdigit, match[0]))
        if ":" in match[0]:
            certain = match[0].count(":") >= 4 or ("::" in match[0] and figures >= 3 and match[0].count(":") >= 3)
        else:
            certain = (
                (figures >= 8 or match[0].index(".") == 3) and match.start() > 0 and not _NO_IP_WORD.search(before)
            )
        if (called or certain) and _is_ip(match[0]):
            yield Shape(match.start(), match.end(), match[0].casefold())


def _is_ip(written: str) -> bool:
    try:
        ipaddress.ip_address(written)
    except ValueError:
        return False
    return True
