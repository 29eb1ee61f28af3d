"""What was found in one sentence, and which part of it is about whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scr_docs.family.about import People, people_in
from scr_docs.family.cues import OBJECT, PERSON, WHO
from scr_docs.family.mark import Marked
from scr_docs.family.statement import StatementKind

_CLAUSES = re.compile(
    rf";|,? (?:but|while|whereas|although|though) |(?<!{WHO}),? and (?=[{WHO}{OBJECT}])|^(?:although|while|whereas) "
    r"|,? and,? (?=(?:because|as|since|given|owing|due|after|following"
    rf"|with)\b[^;{WHO}]{{1,80}}(?:[{WHO}{OBJECT}]\d+{WHO}[^;{WHO}]{{1,60}})?, [{WHO}{OBJECT}])"
    rf"|(?<!{WHO}),? and (?=the [{WHO}{OBJECT}]\d+{WHO} )"
    rf"|,? (?:and )?(?:so|hence|therefore|accordingly),? (?=neither|both|[{WHO}{OBJECT}])"
    rf"|,? (?:or|nor) (?=(?:the )?{PERSON},? (?:who|because|since|as|whose|for|on|owing|due)\b)"
)
_CONTRASTED = re.compile(
    rf"{_CLAUSES.pattern}|[,:] (?:and )?(?:from |as for |as to )?(?=(?:the )?[{WHO}{OBJECT}])"
    rf"| and (?=the [{WHO}{OBJECT}])"
)
_EACH_APART = re.compile(
    rf", (?:and )?(?:the )?{PERSON} (?:because|as|since|on|owing|having|being|for|standing|who|in|through|from|out)\b"
    rf"|[,:;] (?:and )?the {PERSON}"
    rf"|(?<!{WHO}), (?:and )?{PERSON} (?:was|is|has|had|did|does|could|would|came|never|died|lives|lived|declined"
    r"|refused|moved|chose)\b"
)
_CAUSE_FIRST = re.compile(r"\band,? (?:because|as|since|given|owing|due|after|following|with)\b")
"""A cause that goes before the one of whom it tells stays with them: "and, because he was ill, Father …"."""
_OF_ONE = re.compile(rf"({PERSON}) \([^()]{{1,80}}\)")


def _without_others(text: str, person: str | None, marked: Marked) -> str:
    """The sentence without what stands in brackets after somebody else: "Father (in Canada), Mother (who is ill)"."""

    def kept(found: re.Match[str]) -> str:
        return found[0] if person in people_in(found[1], marked) else found[1]

    return _OF_ONE.sub(kept, text)


class Found:
    """The people of each kind of statement in one sentence, in the order in which they were found."""

    __slots__ = ("after_all", "away", "by_kind", "supporters", "to_review")

    def __init__(self) -> None:
        self.away: People = {}
        """Those who did not take part; stands in `by_kind` too."""
        self.by_kind: dict[StatementKind, People] = {"non-involvement": self.away}
        self.supporters = ""
        self.to_review: People = {}
        self.after_all: People = {}
        """Those who took part though the sentence has a no of theirs, which the weights would take for one."""

    def add(self, kind: StatementKind, people: Iterable[str | None]) -> None:
        """Remembers these people under this kind."""
        if people:
            self.by_kind.setdefault(kind, {}).update(dict.fromkeys(people))

    def drop(self, kind: StatementKind, people: Iterable[str | None]) -> None:
        """Forgets these people under this kind."""
        if known := self.by_kind.get(kind):
            for person in people:
                known.pop(person, None)

    def forget(self, *kinds: StatementKind) -> None:
        """Forgets everybody of these kinds."""
        for kind in kinds:
            if known := self.by_kind.get(kind):
                known.clear()

    @property
    def invited(self) -> bool:
        """Whether somebody was invited, put off or asked again."""
        return self.tells_of(("invitation", "re-offer", "deferral"))

    @property
    def people(self) -> frozenset[str | None]:
        """Everybody of whom something was found."""
        return frozenset().union(*self.by_kind.values())

    def tells_of(self, kinds: Iterable[StatementKind]) -> bool:
        """Whether somebody was found of one of these kinds."""
        return any(map(self.by_kind.get, kinds))

    def others(self) -> Iterator[tuple[StatementKind, str | None, str, bool]]:
        """Every kind but non-involvement, with person, supporter, and whether it was said to the review."""
        for kind, people in self.by_kind.items():
            if kind == "non-involvement":
                continue
            for person in people:
                if kind in {"contribution", "view", "history"} and person in self.away:
                    continue
                yield kind, person, self.supporters if kind == "support" else "", person in self.to_review

    @staticmethod
    def _names(clauses: Iterable[str], person: str | None, marked: Marked) -> bool:
        """Whether one of the clauses names this person."""
        return any(person in people_in(clause, marked) for clause in clauses)

    def clause_of(self, person: str | None, marked: Marked) -> str:
        """The part of the sentence that is about this person's not taking part; all of it where nobody else is away."""
        text = marked.people
        if len(self.away) < 2:
            return marked.plain(text, person)
        contrasted = text.startswith(("while ", "whereas ", "although ")) or (
            _EACH_APART.search(text) and not _CAUSE_FIRST.search(text)
        )
        clauses = (_CONTRASTED if contrasted else _CLAUSES).split(_without_others(text, person, marked))
        mine, alone = [], []
        for clause in clauses:
            here = set(people_in(clause, marked))
            others = here & set(self.away) - {person}
            if person in here or not others:
                mine.append(clause)
                alone += [] if others else [clause]
        if self._names(alone, person, marked):  # a clause of their own, not the one that lists all
            mine = alone
        return marked.plain(" ; ".join(mine) or text, person)
