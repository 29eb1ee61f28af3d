"""Paragraphs as in drafts of reviews, with every name marked; made anew for each epoch from one seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scr_docs.names.unregistered.words import HIDDEN, tokens
from training.naming import Naming, Piece
from training.sources import Sources

_SLOT = re.compile(r"\{(\w+)(\^?)\}")
_PLACE_ENDINGS = (
    "ton", "ham", "ford", "ley", "bury", "by", "thorpe", "wick", "worth", "field", "wood", "bridge", "mouth", "pool",
    "stead", "well", "minster", "combe", "don", "sea",
)  # fmt: skip
_JOINTS = ("while", "because", "when", "and", "but", "until", "although", "so", "that")


@dataclass(frozen=True)
class Paragraph:
    """The words of one paragraph, each with whether it is part of a name. A word may end in HIDDEN."""

    words: tuple[str, ...]
    names: tuple[bool, ...]


class Generator(Naming):
    """Draws paragraphs. `hide` is how often a listed name is shown as one that no list holds."""

    def __init__(self, sources: Sources, drawn: random.Random, *, hide: float = 0.5) -> None:
        super().__init__(sources, drawn, hide=hide)
        self._slots: dict[str, Callable[[], list[Piece]]] = {
            "n": self._name, "full": lambda: self._form("full"), "first": lambda: self._form("first"),
            "last": lambda: self._form("last"), "nick": lambda: self._form("nick"), "lf": lambda: self._form("lf"),
            "sn": lambda: self._cased(str.lower), "cn": lambda: self._cased(str.upper),
            "in": lambda: self._form("initials"), "t": lambda: self._plain(self._word("title")),
            "ps": self._pseudonym, "role": self._role, "date": lambda: self._plain(self._date()),
            "time2": lambda: self._plain(f"{drawn.randint(0, 23):02}{drawn.choice(':.')}{drawn.randint(0, 59):02}"),
            "num": lambda: self._plain(self._number()), "year": lambda: self._plain(str(drawn.randint(1975, 2026))),
            "w": lambda: self._plain(self._ordinary_word()),
            "W": lambda: self._plain(self._ordinary_word().capitalize()),
            "I": lambda: self._plain(drawn.choice("ABCDEFGHJKLMNPRSTW")),
            "ep": lambda: self._plain(self._word("eponym")),
            "e": lambda: self._plain(self._eponym()), "efirst": lambda: self._plain(self._part("given")),
            "lastc": lambda: self._plain(self._part("family")), "fest": lambda: self._plain(self._word("festival")),
            "nat": lambda: self._plain(self._word("nationality")), "lang": lambda: self._plain(self._word("language")),
            "ag": self._agency, "place": lambda: self._plain(self._place()), "noun": self._noun,
            "kin": lambda: self._plain(self._word("kin")),
            "clause": lambda: self._clause(named=True), "nclause": lambda: self._clause(named=False),
        }  # fmt: skip

    def paragraph(self) -> Paragraph:
        """One paragraph: half of the sentences hold no name, a third of the paragraphs are fragments."""
        drawn = self._drawn
        self._origin = self._an_origin()
        number = 1 if drawn.random() < 0.45 else drawn.randint(2, 4)
        positive = drawn.random() < 0.62
        pieces: list[Piece] = []
        for _ in range(number):
            kind = "positive" if positive and drawn.random() < 0.7 else "trap" if drawn.random() < 0.42 else "negative"
            pieces += [(" ", False)] * bool(pieces) + self.sentence(drawn.choice(self._sources.frames[kind]))
            if drawn.random() < 0.35:
                self._origin = self._an_origin()
        return self._cut(self._spelt(pieces))

    def sentence(self, frame: str) -> list[Piece]:
        """The frame with every slot filled."""
        pieces: list[Piece] = []
        at = 0
        for slot in _SLOT.finditer(frame):
            pieces.append((frame[at : slot.start()], False))
            filled = self._fill(slot[1])
            if slot[2] and filled:
                filled[0] = (filled[0][0][:1].upper() + filled[0][0][1:], filled[0][1])
            pieces += filled
            at = slot.end()
        return [*pieces, (frame[at:], False)]

    def _fill(self, slot: str) -> list[Piece]:
        found = self._slots.get(slot)
        return found() if found else self._plain(self._word(slot.replace("time", "time")))

    def _cased(self, cased: Callable[[str], str]) -> list[Piece]:
        """A name in small letters, as in messages, or in capitals; its title is left as it stands."""
        form = self._drawn.choices(("first", "full", "nick", "last", "ordinary"), (45, 30, 10, 10, 5))[0]
        return [(cased(text), named) for text, named in self._form(form)]

    def _noun(self) -> list[Piece]:
        if self._drawn.random() < 0.7:
            return self._plain(self._word("noun"))
        return self._plain(" ".join(["the", *(self._ordinary_word() for _ in range(self._drawn.randint(1, 3)))]))

    def _clause(self, *, named: bool) -> list[Piece]:
        """Somebody did something to somebody, with somebody; each is a name, a pseudonym or a role."""
        drawn = self._drawn
        pieces = self._somebody(named=named)
        if drawn.random() < 0.3:
            pieces += [(" and ", False), *self._somebody(named=named)]
        if drawn.random() < 0.12:
            pieces += [(", ", False), *self._plain(self._word("kin")), (",", False)]
        if drawn.random() < 0.45:
            pieces += self._plain(f" {self._word('verb')}")
        else:
            pieces += [(f" {self._word('did')} ", False), *self._somebody(named=named)]
        if drawn.random() < 0.4:
            pieces += [(f" {self._word('with')} ", False), *self._somebody(named=named)]
        if drawn.random() < 0.3:
            pieces += self._plain(f" {self._word('time')}")
        if drawn.random() < 0.15:
            pieces += [
                (f" {drawn.choice(_JOINTS)} ", False),
                *self._clause(named=named),
            ]
        return pieces

    def _somebody(self, *, named: bool) -> list[Piece]:
        chance = self._drawn.random()
        if named and chance < 0.45:
            return [*(self._plain(self._word("kin") + " ") if self._drawn.random() < 0.1 else []), *self._name()]
        if chance < 0.7:
            return self._plain(self._word("pseudonym"))
        return self._plain(self._word("role") if self._drawn.random() < 0.8 else self._word("agency"))

    def _role(self) -> list[Piece]:
        chance = self._drawn.random()
        return (
            self._name() if chance < 0.06 else self._pseudonym() if chance < 0.14 else self._plain(self._word("role"))
        )

    def _pseudonym(self) -> list[Piece]:
        return self._name() if self._drawn.random() < 0.22 else self._plain(self._word("pseudonym"))

    def _agency(self) -> list[Piece]:
        if self._drawn.random() < 0.65:
            return self._plain(self._word("agency"))
        words = [self._ordinary_word().capitalize() for _ in range(self._drawn.randint(1, 3))]
        return self._plain(
            " ".join(
                [
                    *words,
                    self._drawn.choice(
                        ["Service", "Team", "Trust", "Project", "Council", "Partnership", "Police", "Panel", ""]
                    ),
                ]
            ).strip()
        )

    def _ordinary_word(self) -> str:
        chance = self._drawn.random()
        if chance < 0.02:
            return self._drawn.choice(self._invented).draw(self._drawn).lower()
        if chance < 0.05:
            word = self._drawn.choice(self._sources.dictionary)
            at = self._drawn.randrange(len(word))
            return word[:at] + self._drawn.choice("aeiorstln") + word[at + 1 :]
        if chance < 0.45:
            return min(self._drawn.choices(self._sources.dictionary, k=2), key=len)
        word = self._drawn.choice(self._word(self._drawn.choice(["noun", "verb", "time", "role"])).split())
        return word if word.isalpha() and word.islower() else "time"

    def _eponym(self) -> str:
        chance = self._drawn.random()
        return (
            self._part("family")
            if chance < 0.5
            else self._part("given")
            if chance < 0.65
            else self._place()
            if chance < 0.85
            else self._ordinary_word().capitalize()
        )

    def _place(self) -> str:
        chance = self._drawn.random()
        if chance < 0.6:
            return self._word("place").removeprefix("the ")
        if chance < 0.8:
            return self._drawn.choice(self._invented).draw(self._drawn).split("-")[0][:6] + self._drawn.choice(
                _PLACE_ENDINGS
            )
        if chance < 0.9:
            return self._part("family") + self._drawn.choice(["", "", " " + self._ordinary_word().capitalize()])
        return self._drawn.choice(
            ["North ", "South ", "East ", "West ", "Upper ", "Little ", "Great ", "Old "]
        ) + self._word("place").removeprefix("the ")

    def _number(self) -> str:
        return str(
            self._drawn.choice([self._drawn.randint(1, 9), self._drawn.randint(1, 40), self._drawn.randint(1, 2500)])
        )

    def _date(self) -> str:
        drawn = self._drawn
        day, month, year = drawn.randint(1, 28), drawn.randint(1, 12), drawn.randint(1998, 2026)
        return drawn.choice([
            f"{day:02}/{month:02}/{year}", f"{day}.{month}.{year % 100:02}",
            f"{day} {self._word('month')} {year}", f"{self._word('month')} {year}",
            f"{day:02}.{month:02}.{year}", f"{self._word('weekday')} {day} {self._word('month')}",
            f"{year}-{month:02}-{day:02}",
        ])  # fmt: skip

    def _spelt(self, pieces: list[Piece]) -> list[Piece]:
        chance = self._drawn.random()
        if chance < 0.05:
            return [(text.upper(), name) for text, name in pieces]
        if chance < 0.09:
            return [(text.lower(), name) for text, name in pieces]
        if chance < 0.12:
            return [(re.sub(r"(?<![\w'])[a-z]", lambda found: found[0].upper(), text), name) for text, name in pieces]
        return pieces

    @staticmethod
    def _cut(pieces: list[Piece]) -> Paragraph:
        words: list[str] = []
        names: list[bool] = []
        text = "".join(piece for piece, _ in pieces)
        named = [name for piece, name in pieces for _ in piece]
        plain, origin = _without_marks(text)
        for token in tokens(plain):
            at = origin[token.start]
            after = origin[token.end - 1] + 1
            hidden = after < len(text) and text[after] == HIDDEN
            words.append(token.text + HIDDEN * hidden)
            names.append(named[at] and token.text not in '(),"')
        return Paragraph(tuple(words), tuple(names))


def _without_marks(text: str) -> tuple[str, list[int]]:
    kept = [at for at, letter in enumerate(text) if letter != HIDDEN]
    return "".join(text[at] for at in kept), kept


def paragraphs(sources: Sources, seed: int, number: int, *, hide: float = 0.5) -> Iterator[Paragraph]:
    """So many paragraphs, the same for the same seed."""
    generator = Generator(sources, random.Random(seed), hide=hide)
    for _ in range(number):
        yield generator.paragraph()
