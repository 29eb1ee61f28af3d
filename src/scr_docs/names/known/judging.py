"""How sure it is that words which could be something of the case file are just that."""

from __future__ import annotations

import re

from scr_docs.names.known.variants import MARKS, PARTICLES, TITLES, ordinary_words

_TITLE_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(TITLES - {'father', 'sister', 'di'}))})\.?\s*(?:\d{{1,6}}\s*)?$"
)
_POST_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(TITLES - {'father', 'di'}))}|worker|visitor|midwife|doctor|gp|consultant|teacher"
    r"|head|officer|practitioner|manager|therapist|counsellor|psychologist|paediatrician|matron|solicitor|assistant|mentor)\.?\s*$"
)
_DONE_BY_SOMEBODY = re.compile(
    r"'s?(?!\w)|\W*$|,\s(?:aged|who|whose|\d)|\s\((?:aged|\d)|\s(?:present|absent|tearful|declined|denied|refused|denies|refuses|said|says|told|went|came|had|did|took|rang|left|felt|knew|thought|met|wrote|gave|saw|spoke|began"
    r"|(?!need|based|related|indeed|speed|aged)[a-z]{3,}ed)\b"
)
"""What follows a name at the beginning of a sentence: "Grace told …", but not "Grace was shown"."""
_IN_ADDRESS_AFTER = re.compile(r"\d{0,6}(?:[.\w-]{0,20}@|[/\\_]|\.[a-z]{2,5}\b)")

_TIMES = frozenset({"april", "may", "june", "august", "summer", "winter", "autumn", "spring", "easter", "noel"})
_TIME_BEFORE = re.compile(
    r"(?:(?<!\w)(?:in|since|of|by|on|until|till|during|from|for|last|next|this|early|late|mid|every|after|before|and|to|the)[\s-]"
    r"|\d(?:st|nd|rd|th)?\s|[/–-])$"
)
_TIME_AFTER = re.compile(
    r",?\s?(?:\d|and (?:june|july|september)|to (?:june|july|september))|\s(?:bank holiday|half)|[/–-]"
)
"""What stands around a month or a season, rather than somebody who is called so."""

_SHARED_BY_FAITH = frozenset({"singh", "kaur"})
"""Names that tens of thousands share with the person; alone and without a title they tell nobody."""


def how_sure(  # noqa: PLR0911  # a way's mark decides, one after the other
    way: str, match: re.Match[str], written: str, *, named: bool
) -> bool | None:
    """Whether a match of this way is surely what is known: True, False for possible, None for surely something else.

    `written` is the original text of the match; `named` says that the way is of a person's name.
    """
    words = way.lstrip(MARKS)
    small = any(part[:1].islower() and part not in PARTICLES for part in re.split(r"[^\w'’]+", written))
    match way.removesuffix(words):
        case "~":
            return _sure_of_single(words, match, written)
        case "~?":
            return None if _sure_of_single(words, match, written) is None else False
        case "?":
            return False
        case "^":
            if small and _small_beside(written):
                return None
            return not small and not is_ordinary(max(words.split(), key=len))
        case "@":
            return False if is_in_address(match) else None
        case "!":
            return (
                False
                if not small and _POST_BEFORE.search(match.string[max(0, match.start() - 25) : match.start()])
                else None
            )
    return not (named and small and all(is_ordinary(word) for word in words.replace(",", "").split()))


def _small_beside(written: str) -> bool:
    """Whether more is in small letters than an initial: "Maria d" may be Maria da Silva, "Maria a" nobody."""
    parts = (part for part in re.split(r"[^\w'’]+", written) if part[:1].islower() and part not in PARTICLES)
    return any(len(part) > 1 or part in "aio" for part in parts)


def is_in_address(match: re.Match[str]) -> bool:
    """Whether the match stands in an address of the web or of e-mail, or in the name of a file."""
    before = match.string[max(0, match.start() - 40) : match.start()].rpartition(" ")[2]
    return bool(_IN_ADDRESS_AFTER.match(match.string, match.end())) and (not before or before[-1] in "/\\_.#=:-+<(")


def _sure_of_single(word: str, match: re.Match[str], written: str) -> bool | None:
    small = written[:1].islower()
    if not is_ordinary(word):
        return not small and (word not in _SHARED_BY_FAITH or _has_title(match))
    if small:
        return None
    if _has_title(match):
        return True
    return False if may_be_somebody(match) and not is_time(word, match) else None


def _has_title(match: re.Match[str]) -> bool:
    return bool(_TITLE_BEFORE.search(match.string[max(0, match.start() - 20) : match.start()]))


def is_time(word: str, match: re.Match[str]) -> bool:
    """Whether a match of this word, in small letters, is a month or a season by what stands around it."""
    if word not in _TIMES:
        return False
    before = match.string[max(0, match.start() - 12) : match.start()]
    return bool(_TIME_BEFORE.search(before) or _TIME_AFTER.match(match.string, match.end()))


def may_be_somebody(match: re.Match[str]) -> bool:
    """Whether an ordinary word with a capital may be a name: inside a sentence, or with somebody's doing after it."""
    before = match.string[max(0, match.start() - 20) : match.start()].rstrip(" \"'(")
    starts = not before or before[-1] in ".!?:;|"
    return not starts or bool(_DONE_BY_SOMEBODY.match(match.string, match.end()))


def is_ordinary(word: str) -> bool:
    """Whether the name is an ordinary word too, or the plural of one."""
    return word in ordinary_words() or word.removesuffix("s") in ordinary_words()
