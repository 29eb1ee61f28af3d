"""Who "she", "his mother" and "they" are, by what the paragraph said before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scr_docs.family.grammar import grammar
from scr_docs.family.people import Mention, People
from scr_docs.family.words import Words

_GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "they": "",
    "them": "",
    "their": "",
    "hers": "f",
    "both": "",
}
_NOMINATIVE = frozenset({"he", "she", "they", "both"})
_AFTER_BOTH = frozenset(
    {
        "were",
        "was",
        "have",
        "had",
        "are",
        "did",
        "said",
        "say",
        "told",
        "met",
        "spoke",
        "took",
        "gave",
        "felt",
        "feel",
        "thought",
        "think",
        "described",
        "recalled",
        "remember",
        "remembered",
        "agreed",
        "contributed",
        "asked",
        "wanted",
        "believed",
        "believe",
        "declined",
        "could",
        "would",
        "can",
        "will",
        "wished",
        "wish",
        "replied",
        "responded",
        "answered",
        "accepted",
        "refused",
        "lived",
        "live",
        "knew",
        "came",
    }
)
_OF_TWO = {"first": 0, "second": 1, "former": 0, "latter": 1, "one": 0, "other": 1, "neither": 0}
_AFTER_ONE = _AFTER_BOTH | frozenset(
    [
        "is",
        "has",
        "did",
        "does",
        "died",
        "because",
        "as",
        "since",
        "by",
        "in",
        "on",
        "from",
        "to",
        "with",
        "without",
        "for",
        "being",
        "having",
        "who",
        "whose",
        "owing",
        "at",
        "through",
        "could",
        "would",
        "never",
        "replied",
        "refused",
        "lives",
        "lived",
        "may",
        "will",
        "cannot",
        "standing",
        "living",
        "went",
        "moved",
        "came",
        "sent",
        "not",
        "still",
        "now",
        "chose",
        "said",
        "says",
        "told",
        "feared",
        "could",
        "under",
        "of",
    ]
)
_SIGNS = ";,:"
MEANING_SOMEBODY = frozenset(_GENDERS.keys() | _OF_TWO.keys())
"""Words that may mean somebody whom the paragraph has named."""


class Chain:
    """The people of whom a paragraph spoke last, in the order in which a pronoun may mean them."""

    def __init__(self, people: People, begin: Sequence[Mention] = ()) -> None:
        self._people = people
        self.last: tuple[Mention, ...] = tuple(begin)
        self._fresh: tuple[Mention, ...] = ()
        self._stranger = False
        self._reviewer = False
        self._age = 0

    def resolve(self, text: str, found: Words, named: Sequence[Mention]) -> list[Mention]:
        """The people named in a sentence, with those whom its pronouns mean, in order."""
        mentions: list[Mention] = []
        waiting = [_without_pronoun_before(text, one) for one in named]
        for index in found.among(MEANING_SOMEBODY):
            start = found.starts[index]
            while waiting and waiting[0].start <= start:
                mentions.append(self._owner_known(text, waiting.pop(0), mentions))
            if mentions and start < mentions[-1].end:
                continue
            if found.texts[index] in _OF_TWO:
                mentions += self._of_two(text, found, index, mentions)
                continue
            meant = self._meant(text, found, index, mentions)
            if meant is not None:
                mentions.append(meant)
        mentions += [self._owner_known(text, mention, mentions) for mention in waiting]
        return mentions

    def _of_two(self, text: str, found: Words, index: int, before: Sequence[Mention]) -> Iterator[Mention]:
        """Whom "the former", "the latter" or "neither" means: of the two who were named last, in their order."""
        word, start, end = found.texts[index], found.starts[index], found.ends[index]
        is_last = index + 1 == len(found)
        alone = word == "neither"
        joined = not is_last and found.starts[index + 1] - end == 1
        if joined and found.texts[index + 1] not in (_AFTER_BOTH if alone else _AFTER_ONE):
            return
        if is_last and word in {"first", "second"}:
            return
        if not alone and (not index or found.texts[index - 1] != "the"):
            return
        if word in {"first", "second"} and not ("the first" in text and "the second" in text):
            return
        if word in {"one", "other"} and not ("the one" in text and "the other" in text):
            return
        here = [one for one in before if not one.pronoun]
        single = [person for one in (here or self.last) for person in one.people]
        two = list(dict.fromkeys(single))
        two = two[-2:] if here else two[:2]
        if len(two) < 2 or (alone and "neither of" in text[start : end + 3]):
            return
        source = (here or self.last)[0]
        meant = tuple(two) if alone else (two[_OF_TWO[word]],)
        own = next((one for one in (here or self.last) if one.people == meant), source._replace(role="", gender=""))
        yield own._replace(people=meant, start=start, end=end, pronoun=True, owned_by="")

    def _meant(self, text: str, found: Words, index: int, before: Sequence[Mention]) -> Mention | None:
        """Whom the pronoun with this index means."""
        word, start, end = found.texts[index], found.starts[index], found.ends[index]
        after = found.texts[index + 1] if index + 1 < len(found) else ""
        if word == "both" and (index or after not in _AFTER_BOTH):
            return None
        owns = word in {"his", "her", "their"}
        gap = after if after and found.starts[index + 1] - end <= 1 else ""
        if owns and after == "own" and index + 2 < len(found):
            gap = found.texts[index + 2]
        possessive = owns and gap in grammar().view_nouns
        if word in {"his", "their"} and not possessive:
            return None
        if word == "her" and not possessive and gap and gap not in grammar().after_object:
            return None
        last = [one for one in before[-1:] if text[one.start : one.end].lower() in _OF_TWO]
        sources: tuple[Sequence[Mention], ...] = ([*last, *before], self.last)
        if not before and word in _NOMINATIVE:
            if self._stranger:
                sources = (before,)
            elif self._reviewer:  # "she" may be the reviewer, unless somebody she met is at hand
                sources = (self._fresh,)
        for known in sources:
            meant = _pick(word, known) or self._of_group(word, known)
            if meant is not None:
                return meant._replace(start=start, end=end, pronoun=True, owned_by=word if possessive else "")
        return None

    def _of_group(self, word: str, known: Sequence[Mention]) -> Mention | None:
        """Whom "he" or "she" means among several who were named together."""
        gender = _GENDERS[word]
        return next((one for group in known if (one := self._people.one_of(group, gender)) is not None), None)

    def _owner_known(self, text: str, mention: Mention, before: Sequence[Mention]) -> Mention:
        """The mention, and where it is "her mother", whose mother that is."""
        if not mention.owned_by:
            return mention
        listed = [
            one for one in before if text[one.end : mention.start].strip() in {"and", ",", ", and"} and one.owned_by
        ]
        known = [one for one in reversed(before) if one not in listed and one.role]
        gender = _GENDERS[mention.owned_by]
        near = next((one for one in known if one.gender in {gender, ""} or not gender), None)
        owner = near or _pick(mention.owned_by, self.last)
        if owner is None or not owner.role:
            return mention
        related = self._people.related(owner, mention)
        return related._replace(start=mention.start, end=mention.end, owned_by=mention.owned_by)

    @property
    def alone(self) -> tuple[Mention, ...]:
        """The first mention of the last sentence, where it names nobody else."""
        return self._fresh[:1] if len({one.people for one in self._fresh}) == 1 else ()

    def follow(self, mentions: Sequence[Mention], *, stranger: bool, reviewer: bool, whose: str = "") -> None:
        """Remembers a sentence. `stranger`: somebody of a service is its subject; `reviewer`: the reviewer is.

        `whose` is the pronoun with which it begins, where that tells whose professional speaks: "Her GP advised …".
        Whoever that is, the sentence is about them and not about those whom it names.
        """
        about = _pick(whose, self.last) if whose else None
        if about is not None and about.people and self._age == 0:
            mentions = [about, *mentions]
        self._fresh = tuple(mentions)
        self._reviewer = reviewer
        if mentions:
            fresh = [mention for mention in mentions if mention.people or mention.whole_family]
            of = {one.people for one in fresh}
            known = [*fresh, *(one for one in self.last if one.people and one.people not in of)]
            self.last = tuple(known[:6]) if fresh else self.last
            self._age = 0
        else:
            self._age += 1
            if self._age > 3:
                self.last = ()
        self._stranger = stranger


def _without_pronoun_before(text: str, mention: Mention) -> Mention:
    """The mention without a "her" that a sign parts from it: "named after her; Mother would like that"."""
    after = mention.start + len(mention.owned_by)
    if not mention.owned_by or text[after : after + 1] not in _SIGNS:
        return mention
    rest = text[after : mention.end]
    return mention._replace(start=mention.end - len(rest.lstrip(_SIGNS + " ")), owned_by="")


def _pick(word: str, known: Sequence[Mention]) -> Mention | None:
    """Whom of these the word means: the first of the same gender, otherwise the first whose gender is not told."""
    gender = _GENDERS[word]
    if word == "both":
        two = _pick("they", known)
        return two if two is not None and len(two.people) > 1 else None
    if word in {"they", "them", "their"}:
        several = [one for one in known if len(one.people) > 1 or one.whole_family]
        if several:
            return several[0]
        named = [one for one in known if not one.pronoun]
        if len(named) > 1 and named[0].gender != "" and _joined(named[0], named[1]):
            several = [named[0]]
            for one in named[1:]:
                if not _joined(several[-1], one):
                    break
                several.append(one)
            return named[0]._replace(people=tuple(dict.fromkeys(who for one in several for who in one.people)))
        return next((one for one in known if not one.gender), known[0] if known else None)
    exact = [one for one in known if one.gender == gender and (one.people or one.role)]
    return exact[0] if exact else next((one for one in known if not one.gender and len(one.people) == 1), None)


def _joined(first: Mention, second: Mention) -> bool:
    return 0 < second.start - first.end <= 9
