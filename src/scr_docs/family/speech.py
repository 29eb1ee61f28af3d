"""Who said or felt something in a sentence, and to whom: to the review, or to somebody at the time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from scr_docs.family.cues import NUMBER, OBJECT, OUR_SIDE, PERSON, SIGNS, WHO, Cues
from scr_docs.family.gate import Rare
from scr_docs.family.grammar import grammar
from scr_docs.family.mark import Marked
from scr_docs.family.sections import Section

_FAR = 250
"""Within how many letters before somebody their listener may stand."""
_NEAR = 60
"""Within how many letters before a verb its auxiliaries stand."""

To = Literal["review", "service", "nobody"]

_JOINED = rf"(?:(?:,? and|,|,? or) {PERSON}){{0,7}}"
_THEIRS = SIGNS["service"] + SIGNS["occasion"] + SIGNS["supporter"]
_STRANGERS = frozenset({SIGNS["reviewer"], SIGNS["service"], SIGNS["record"]})

_STRANGER_WHO = re.compile(rf"{SIGNS['service']},? who\b[^;{WHO}]{{1,{_NEAR}}}$")
"""Of a professional who met the reviewer it is the professional who speaks next."""
_WHO_IS_STRANGER = re.compile(rf"[{OUR_SIDE}{_THEIRS}],? who$")
_RELATIVE = re.compile(rf"{NUMBER.pattern},? who$")
_SUBJECT_END = re.compile(  # who, with what may stand between them and the verb
    rf"({WHO}\d+{WHO}{_JOINED})(?:,? and (?:her|his|their) [\w\ue003\ue005]+(?: \w+)?)?"
    r"(?:,? (?:who|whose|having|being|then|now|aged|a|an)\b[^;]{1,120},| \([^()]{1,60}\)"
    rf"|,[^;{WHO}]{{1,90}},| (?:through|via|with|from|in|on|at|after|during|following|who|herself|himself|themselves)"
    rf"(?:\b[^;,{WHO}]{{0,50}})?)?(?:,| [-–—])?\s*$"
)
_COORDINATED = re.compile(r"(?:,|\band|\bbut|\bwho|\bor|\bthen|,? and that|\byet|\bas)\s*$")
_LONGEST_JOINT = len(", and that")
_SUBJECT_SIGN = re.compile(rf"(?:{WHO}(\d+){WHO}|(?<!{OBJECT})([\ue001\ue003\ue008]))(?!')({_JOINED})")
_MODAL = re.compile(r"\b(?:might|may|could|should|will|can|must|would|to)\b")
_DONE = ("able", "continue", "began", "went")
_BE = re.compile(r"\b(?:was|were|is|are|been|being|be)\b")
_NEGATED = re.compile(r"\b(?:not|never)\b")
_NOT_OWN = re.compile(f"{_NEGATED.pattern}|{_BE.pattern}|{_MODAL.pattern}")
_SEEING = frozenset({"saw", "sees"})
_TO_WHOM = rf"(?:{OBJECT}?(?:([{OUR_SIDE}])|([{_THEIRS}]))|({PERSON}))"
_LISTENER = re.compile(rf"(?:,? (?:to|with|by|from|at|in|during))?(?: [\w'-]+){{0,4}}? ?{_TO_WHOM}")
_TO = re.compile(rf"\b(?:to|with|by|from) (?:[\w'-]+ ){{0,4}}?{_TO_WHOM}")
_ROLE = re.compile(  # "the caretaker", "her music tutor": anybody who is called by what they do
    r"(?P<to>,? (?:to|with|before))? (?:the|an?|her|his|their|one|another) (?:[\w'-]+ ){0,2}?"
    r"(?!(?:letter|matter|number|other|another|paper|hour|winter|summer|order|answer|offer|manner|better|bitter|further"
    r"|earlier|later|whatever|former|older|younger|longer|water|power|danger|dinner|corner|computer|error|mirror|floor"
    r"|door|poor|favour|important|significant|constant|infant|relevant|distant|instant|restaurant|laughter|rather"
    r"|proper|inner|outer|upper|lower|user|anger|silver|cancer|fever|shoulder|finger|river|cover|reminder|transfer"
    r"|brother|sister|mother|father|daughter|murder|fewer|greater|wider|cleaner|calmer|safer|quieter|chapter|timer"
    r"|september|october|november|december|elder|never|ever|over|under|after)s?\b)"
    r"[a-z-]{2,24}(?:er|or|ist|ian|ant|man|woman|men|women)s?\b"
)
_TO_OURS = re.compile(rf"\bto (?:[\w'-]+ ){{0,2}}?{OBJECT}?([{OUR_SIDE}])")
_ANY_OURS = re.compile(f"[{OUR_SIDE}]")
_ANY_THEIRS = re.compile(f"[{_THEIRS}]")
_ANY_THEIRS_OR_RECORD = re.compile(f"[{_THEIRS}{SIGNS['record']}]")
_ON_OCCASION = re.compile(rf"\b(?:at|during|in|on|after|before) {OBJECT}?[{_THEIRS}]")
_FRONTED = rf"\b(?:to|with|before|by|at|in|during|from|when) (?:[\w'/-]+,? ){{0,6}}?{OBJECT}?"
_FRONTED_OURS = re.compile(rf"(?<!invited )(?<!approached ){_FRONTED}[{OUR_SIDE}]")
_FRONTED_THEIRS = re.compile(rf"{_FRONTED}[{_THEIRS}]")
_NOTE_OF_THEIRS = re.compile(rf"[{_THEIRS}{SIGNS['record']}][^;.]{{0,60}}?(?::| [-–—]|→) ?[^;]{{0,80}}$")
"""A note of a visit or a call: "HV 14/2: Mother says …"."""
_THANKS = re.compile(
    r"\b(?:gratitude|thanks|thankful|grateful|tribute|debt|indebted|praise|attachment|regard|respect|devotion)$"
)
"""What somebody has "to" a service without telling it anything."""
_SAID_OF = re.compile(rf"(?:of|about|on|regarding|concerning|as to) (?:[\w'-]+ ){{0,3}}?\ue006?{SIGNS['service']},? $")
_OR_DONE_TO = frozenset({"asked", "told", "informed", "advised", "shown", "assured", "reminded"})
_AND_DONE_TO = re.compile(rf"{_BE.pattern}[^;]{{1,80}}?(?: and|,)\s*$")
_WHAT_TOLD = re.compile(r" (?:whether|if|to|that|of|about|how)\b")
"""With what somebody "was contacted and asked whether" goes on."""
_ONLY_AN_ANSWER = re.compile(  # to an invitation
    r"(?:,? to)?[^;.]{0,30}?(?:[\s\"“'‘](?:yes|no|maybe|nothing)(?:[.,;\"”'’]|$| thank)"
    r"|\b(?:rather not\b|think about it|think it over"
    r"|(?:wants?|wanted|wished|asked|preferred|asks) to wait\b|to be left|come back (?:after|when|in|later)"
    r"|him not to|her not to"
    r"|not to (?:take part|be|bring|contact|approach)|(?:would|did) not (?:want|wish) to"
    r" (?:take|meet|be|contribute|speak|talk)"
    r"|us to (?:wait|come back)))"
)
_TO_SOMEBODY_THAT = re.compile(rf"\b(?:to|with) {PERSON},? (?:[^;]{{0,60}}, )?that ")
_NOT_FOUND = Rare(
    r"\b(?:no|nothing|little|any|not) (?:\w+ ){0,3}?(?:evidence|record|indication|suggestion|sign|note|trace"
    r"|recorded|found|known|clear)\b[^;]{0,40}?\b(?:that|whether|of)\b"
)
"""What was never said, as far as the report knows."""
_NOT_A_FACT = re.compile(r"\b(?:anything|whatever|unless|lest)$")
_CUT = re.compile(r" (?:that|how|why|what|whether|if|when|which|because|as)\b|[,;:\ue007]")
_PAST_VERB = re.compile(r"(?:ed|told|said|spoke|felt|thought|saw|knew|found|wrote|put it|gave an? \w+|made \w+)$")
_THEIR_WORDS = re.compile(rf"[^;.,]{{0,60}}?\b(?:that|how|why|what|whether|if)\b| [{WHO}{OBJECT}]")
_REPORTED = re.compile(r" (?:by [^;]{1,40}? )?(?:that|whether|if|how|why)\b")
_PLEADED = re.compile(r" (?:not )?guilty")
_OTHER_SENSES = {
    "admitted": re.compile(r" (?:to|with|at|into|via|as an|for)\b"),
    "claimed": re.compile(
        r" (?:universal|income|housing|child|asylum|compensation|job|disability|pip|\w+ (?:benefit|credit|allowance))"
    ),
    "pleaded": _PLEADED,
    "pleads": _PLEADED,
}
"""Words of speaking that are none where one of these follows."""
_ASKED_WHETHER = re.compile(r"\b(?:whether|how|if|what|when) $")
_WHETHER = re.compile(
    r"\b(?:asks?|asked|asking|establish|ascertain|enquired?|inquired?|find out|see|know|doubt) (?:whether|if) $"
)
_NOT_TO_ANYBODY = frozenset(
    {
        "attributed",
        "attributes",
        "paid tribute",
        "likened",
        "compared",
        "compares",
        "refers to",
        "referred to",
        "alluded to",
        "objected",
        "objects",
    }
)
"""What follows "to" after one of these listens to nobody: "attributed it to the midwife"."""
_ASKED_FOR = re.compile(r" (?:for|to|if|whether)\b")
_SCOPE_END = re.compile(
    rf";|,? (?:but|while|whereas|although|though|and|yet|however) (?={WHO}(\d+){WHO}(?!'))"
    r"|,? (?:but|while|whereas|although) (?=[\ue001\ue003\ue008\ue006])"
)


class Said(NamedTuple):
    """Somebody's word in a sentence: who (numbers of mentions), to whom, and whether it is a view or history.

    `direct` says that the words right after the verb name the listener.
    """

    who: tuple[int, ...]
    to: To
    direct: bool
    view: bool = False
    history: bool = False


class _Verb(NamedTuple):
    """A word of speaking or feeling with its auxiliaries; `at` is where its subject stands, -1 where it has none."""

    word: str
    aux: str
    at: int
    start: int
    end: int


class Speech:
    """The words of speaking and feeling in one sentence, read from left to right.

    `said` is what people of the family say for themselves. `others` are the stretches that are somebody's words, where
    nobody else speaks: in "The nurse said that Mother felt low" the view is not Mother's.
    """

    def __init__(self, marked: Marked, cues: Cues, section: Section | None) -> None:
        self._marked = marked
        self._text = marked.text
        self._cues = cues
        self._section = section
        self._closed = (-1, -1)
        self._of_strangers = False
        self.others: list[tuple[int, int]] = []
        self.said: list[Said] = []
        stems = marked.stems
        if spoken := cues.spoken(stems):
            if never := _NOT_FOUND.search(self._text, stems):
                self._close(never.end(), ())
            last = 0
            for at in _beginnings(self._text, spoken):
                if at >= last and (hit := cues.report.match(self._text, at)):
                    self._read(hit)
                    last = hit.end()

    def _read(self, hit: re.Match[str]) -> None:
        before = self._text[: hit.start()].rstrip()
        may_have = before.endswith(grammar().ends)
        aux_found = grammar().auxiliaries.search(before, max(0, len(before) - _NEAR)) if may_have else None
        aux = aux_found[0].strip() if aux_found else ""
        subject, at = _subject(before[: aux_found.start()].rstrip() if aux_found else before)
        verb = _Verb(hit[0], aux, at, hit.start(), hit.end())
        if at < 0:
            if _BE.search(aux) and _REPORTED.match(self._text, verb.end):  # "it was noted that"
                self._close(verb.end, (), strangers=True)
        elif self._closed[0] <= at < self._closed[1]:
            self._within(verb, subject)
        elif subject is None:
            if (
                self._text[at] != SIGNS["reviewer"]
                and verb.word not in _SEEING
                and _THEIR_WORDS.match(self._text, verb.end)
            ):
                self._close(verb.end, (), strangers=True)
        elif self._counts(verb):
            self.said.append(self._judged(verb, subject))
            self._close(verb.end, subject)
        elif _NOT_OWN.search(aux):
            self._close(verb.end, subject)

    def _within(self, verb: _Verb, subject: tuple[int, ...] | None) -> None:
        """What a service or a record says that somebody told a service is history all the same."""
        if subject is None or not self._counts(verb):
            return
        to, direct = self._to(verb)
        if not self._of_strangers:
            if (
                to == "review" and direct and self._same_as_before(subject)
            ):  # "Mother knew better, she told the reviewer"
                self.said.append(Said(subject, to, direct, view=True))
            return
        if to == "service" and direct:
            self.said.append(Said(subject, to, direct, history=True))

    def _same_as_before(self, subject: tuple[int, ...]) -> bool:
        mentions = self._marked.mentions
        before = {person for number in (self.said[-1].who if self.said else ()) for person in mentions[number].people}
        return bool(before) and {person for number in subject for person in mentions[number].people} == before

    def _close(self, start: int, who: tuple[int, ...], *, strangers: bool = False) -> None:
        """Remembers that somebody's words begin here, and end at a new clause about somebody else."""
        self._closed = (start, self._end_of_words(start, who))
        self._of_strangers = strangers
        self.others.append(self._closed)

    def _end_of_words(self, start: int, who: tuple[int, ...]) -> int:
        for found in _SCOPE_END.finditer(self._text, start):
            if found[1] is None:
                return found.start()
            number = int(found[1])
            if number not in who and not self._marked.mentions[number].pronoun:
                return found.start()
        return len(self._text)

    def _counts(self, verb: _Verb) -> bool:  # noqa: PLR0911  # one question after another
        """Whether the verb is somebody's own word: not denied, imagined, planned or passive."""
        word, aux = verb.word, verb.aux
        if (_MODAL.search(aux) and not aux.startswith(_DONE)) or (
            _NEGATED.search(aux) and word not in self._cues.verbs["feel"]
        ):  # planned, or denied
            return False
        if _BE.search(aux) and not word.endswith("ing") and word in grammar().passive:
            return False
        sense = _OTHER_SENSES.get(word)
        if sense and sense.match(self._text, verb.end):
            return False
        before = self._text[: verb.at]
        if (word.startswith("would") and _ASKED_WHETHER.search(before)) or _WHETHER.search(before):
            return False
        told = word in _OR_DONE_TO and not aux and _AND_DONE_TO.search(self._text[max(verb.at, 0) : verb.start])
        if told and _WHAT_TOLD.match(self._text, verb.end):
            return False
        if _NOT_A_FACT.search(self._text[: max(verb.at, 0)].rstrip()):
            return False
        return _ONLY_AN_ANSWER.match(self._text, verb.end) is None

    def _to(self, verb: _Verb) -> tuple[To, bool]:  # noqa: C901, PLR0911  # one question after another
        """To whom it is said; the second says that the words right after the verb name the listener."""
        near = self._text[verb.end : verb.end + 140]
        cut = _CUT.search(near)
        near = near[: cut.start()] if cut else near
        if verb.word in self._cues.verbs["feel"]:
            direct = _TO_OURS.search(near)
        elif verb.word in self._cues.verbs["tell"] | self._cues.verbs["ask"]:
            direct = _LISTENER.match(near) or _TO.search(near)
        elif verb.word in _NOT_TO_ANYBODY:
            return "nobody", False
        else:
            direct = _TO.search(near)
        if direct is not None and _THANKS.search(near, 0, max(0, direct.start())):
            direct = None
        if direct is not None:
            return ("review" if direct[1] else "service"), True
        by_role = None if verb.word in self._cues.verbs["feel"] else _ROLE.match(near)
        if by_role and (by_role["to"] or verb.word in self._cues.verbs["tell"] | self._cues.verbs["ask"]):
            return "service", True
        before, between = self._text[: verb.at], self._text[verb.at : verb.start]
        told = verb.word not in self._cues.verbs["feel"]
        lately = before[-_FAR:]
        if _ANY_OURS.search(before) or _ANY_OURS.search(between):
            fronted = _FRONTED_OURS.search(lately) or _FRONTED_OURS.search(between)
            return "review", bool(told and fronted)
        if told and (_TO_SOMEBODY_THAT.search(lately) or (self._section != "review" and _to_theirs(lately, between))):
            return "service", True
        if _SAID_OF.match(before):
            return "nobody", False
        met = _ANY_THEIRS.search(between) and " who " not in between
        if met or _ANY_THEIRS_OR_RECORD.search(before) or _ON_OCCASION.search(near):
            return "service", False
        return "nobody", False

    def _judged(self, verb: _Verb, who: tuple[int, ...]) -> Said:
        """Whether the word is a view given to the review, history, or neither: by listener, tense, time and section."""
        to, direct = self._to(verb)
        verbs = self._cues.verbs
        if verb.word in verbs["speak"]:
            return Said(who, to, direct, history=to == "service" and direct)
        if to == "review":
            return Said(who, to, direct, view=True)
        feels = verb.word in verbs["feel"]
        spoken_now = not (_PAST_VERB.search(verb.word) or verb.aux or verb.word.endswith("ing"))
        present = spoken_now or bool(grammar().now.search(self._text))
        to_us = present or self._section == "review"
        if to == "service":
            if self._section == "events":  # a chronology tells what happened in the present tense, too
                to_us = bool(grammar().now.search(self._text))
            view = not direct and to_us
            return Said(who, to, direct, view=view, history=direct or not (view or feels))
        return Said(who, to, direct, view=True) if to_us or not self._at_the_time(verb) else Said(
            who, to, direct, history=not feels
        )  # fmt: skip

    def _at_the_time(self, verb: _Verb) -> bool:
        """Whether the section, the verb or a date says that it was said or felt during the events."""
        if self._section == "events" or verb.word in self._cues.verbs["then"]:
            return True
        if verb.word in self._cues.verbs["feel"]:
            return False
        after = self._text[verb.end : verb.end + _NEAR].split(" that ", maxsplit=1)[0]
        asked = verb.word in self._cues.verbs["ask"] and _ASKED_FOR.match(self._text, verb.end)
        return bool(asked or grammar().then.search(f"{self._text[: verb.start]} {after}"))


def _beginnings(text: str, stems: Iterable[str]) -> list[int]:
    """Where words begin with these letters, in order."""
    places: list[int] = []
    for stem in stems:
        at = text.find(stem)
        while at >= 0:
            if not text[at - 1 : at].isalnum():
                places.append(at)
            at = text.find(stem, at + 1)
    places.sort()
    return places


def _to_theirs(before: str, between: str) -> bool:
    """Whether words before the verb name a service as listener: "to the nurse, Mother said"."""
    return any(
        found.search(told)
        for found, told in ((_FRONTED_THEIRS, before), (_FRONTED_THEIRS, between[:_FAR]), (_NOTE_OF_THEIRS, before))
    )


def _subject(before: str) -> tuple[tuple[int, ...] | None, int]:  # noqa: PLR0911  # one question after another
    """Who does what comes next, and where they stand: numbers of people; None for a service; None and -1."""
    direct = _SUBJECT_END.search(before)
    if direct:
        return _numbers(direct[1]), direct.start()
    stranger = _STRANGER_WHO.search(before, max(0, len(before) - 2 * _NEAR)) or _WHO_IS_STRANGER.search(before[-_NEAR:])
    if stranger:
        return None, before.rfind(stranger[0][0])
    if before[-1:] in _STRANGERS and before[-2:-1] != OBJECT:
        return None, len(before) - 1
    if not _COORDINATED.search(before, max(0, len(before) - _LONGEST_JOINT)):
        return None, -1
    relative = _RELATIVE.search(before)
    if relative:
        return (int(relative[1]),), relative.start()
    last = None
    for last in _SUBJECT_SIGN.finditer(before):  # noqa: B007  # only the last counts
        pass
    if last is None:
        return None, -1
    return (None if last[2] else _numbers(last[0])), last.start()


def _numbers(signs: str) -> tuple[int, ...]:
    return tuple(int(number) for number in NUMBER.findall(signs))
