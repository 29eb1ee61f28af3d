"""What the generator draws from: our own lists of names, words and frames, and the names in Faker's providers."""

from __future__ import annotations

import hashlib
import importlib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from anyascii import anyascii

from scr_docs.names.text.fold import fold
from scr_docs.names.unregistered.words import tokens

HERE = Path(__file__).parent
ORDINARY = HERE.parent / "src/scr_docs/names/unregistered/model/ordinary.txt"

_FAKER = (
    "ar_AA", "ar_PS", "ar_SA", "az_AZ", "bg_BG", "bn_BD", "cs_CZ", "da_DK", "de_AT", "de_DE", "el_GR", "en_GB",
    "en_IE", "en_IN", "en_NG", "en_NZ", "en_PK", "en_US", "es_AR", "es_CO", "es_ES", "et_EE", "fa_IR", "fi_FI",
    "fr_FR", "fr_QC", "ga_IE", "gu_IN", "ha_NG", "he_IL", "hi_IN", "hr_HR", "hu_HU", "hy_AM", "id_ID", "ig_NG",
    "it_IT", "ka_GE", "lt_LT", "lv_LV", "ne_NP", "nl_NL", "no_NO", "pl_PL", "pt_BR", "pt_PT", "ro_RO", "ru_RU",
    "sk_SK", "sl_SI", "sq_AL", "sv_SE", "sw", "ta_IN", "th_TH", "tr_TR", "tw_GH", "uk_UA", "uz_UZ", "vi_VN",
    "yo_NG", "zu_ZA",
)  # fmt: skip
_MOST = 400
"""At most so many names of one of Faker's lists; some hold thousands, some fifty."""

SET_ASIDE = 12
"""One name in so many, and one frame in so many, is never trained with: it judges the model."""


@dataclass
class Names:
    """Given names and surnames of one origin."""

    given: list[str] = field(default_factory=list)
    family: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sources:
    """Everything that is drawn from."""

    own: dict[str, Names]
    others: list[Names]
    nicknames: list[str]
    ordinary: Names
    words: dict[str, list[str]]
    frames: dict[str, list[str]]
    dictionary: list[str]
    core: frozenset[str]
    all_names: frozenset[str]
    places: frozenset[str]


def is_set_aside(text: str) -> bool:
    """Whether this name or frame is kept for judging; the same in every run."""
    return hashlib.blake2b(text.casefold().encode()).digest()[0] % SET_ASIDE == 0


def sections(path: Path) -> dict[str, list[str]]:
    """The entries of a list by its [headings]; separated by blanks, or by " / " where the file uses it anywhere."""
    found: dict[str, list[str]] = defaultdict(list)
    heading, text = "", path.read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            found[heading] += line.split(" / ") if " / " in text else line.replace("da-Silva", "da-Silva").split()
    return dict(found)


@cache
def load(*, set_aside: bool = False, everything: bool = False) -> Sources:
    """What is trained with; with `set_aside` what is not; with `everything` both, for the lists that are shipped."""

    def kept(entries: Iterable[str]) -> list[str]:
        unique = dict.fromkeys(entries)
        return [entry for entry in unique if everything or is_set_aside(entry) == set_aside]

    own: dict[str, Names] = {}
    every: set[str] = set()
    for path in sorted((HERE / "names").glob("[!_]*.txt")):
        found = sections(path)
        every |= {*found["given"], *found["family"]}
        own[path.stem] = Names(kept(found["given"]), kept(found["family"]))
    nicknames = sections(HERE / "names/_nicknames.txt")["nicknames"]
    ordinary = sections(HERE / "names/_ordinary.txt")
    words = {heading: list(dict.fromkeys(entries)) for heading, entries in sections(HERE / "words.txt").items()}
    frames = {
        kind: kept(line for line in (HERE / f"frames/{kind}.txt").read_text("utf-8").splitlines()[1:] if line)
        for kind in ("positive", "negative", "trap")
    }
    folded = _folded((*every, *nicknames, *ordinary["given"], *ordinary["family"]))
    more = sections(HERE / "names/_listed.txt")
    core = _core(words, folded | _folded((*more["given"], *more["family"])))
    places = _folded(part for place in words["place"] for part in place.split() if part[0].isupper()) - core
    dictionary = ORDINARY.read_text("utf-8").split()
    return Sources(
        own=own,
        others=[] if set_aside else _faker(core),
        nicknames=kept(nicknames),
        ordinary=Names(kept(ordinary["given"]), kept(ordinary["family"])),
        words=words,
        frames=frames,
        dictionary=dictionary,
        core=core,
        all_names=folded | (_folded((*more["given"], *more["family"])) - core - places - frozenset(dictionary)),
        places=frozenset(place for place in places if len(place) > 2),
    )


def _folded(names: Iterable[str]) -> frozenset[str]:
    """The names folded, the halves of those with a hyphen one by one."""
    return frozenset(fold(part).text for name in names for part in name.split("-") if len(part) > 1)


def _core(words: dict[str, list[str]], names: frozenset[str]) -> frozenset[str]:
    """The words that the model knows one by one: those of frames and lists; a name only where in lower case."""
    text = "\n".join((HERE / f"frames/{kind}.txt").read_text("utf-8") for kind in ("positive", "negative", "trap"))
    text = re.sub(r"^#.*$|\{[^}]*\}", " ", text, flags=re.MULTILINE)
    left_out = {"eponym", "place"}
    lines = [text, *(entry for heading, entries in words.items() if heading not in left_out for entry in entries)]
    counts = Counter(token.text for line in lines for token in tokens(line) if token.text[0].isalpha())
    return frozenset(
        word
        for written in counts
        for word in [fold(written).text]
        if len(word) > 1
        and (
            written.islower()
            or (word not in names and not written.isupper())
            or (written.isupper() and word not in names)
        )
    ) | {"a", "i"}


@cache
def _faker(core: frozenset[str]) -> list[Names]:
    found: list[Names] = []
    for locale in _FAKER:
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ModuleNotFoundError:
            continue
        names = Names()
        for attribute in dir(provider):
            target = (
                names.family
                if attribute.startswith("last_name")
                else names.given
                if attribute.startswith("first_name")
                else None
            )
            entries = getattr(provider, attribute)
            if target is not None and not callable(entries):
                target += [
                    plain for entry in entries if _is_name(plain := _plain(str(entry))) and fold(plain).text not in core
                ]
        drawn = random.Random(locale)
        names.given = _some(names.given, drawn)
        names.family = _some(names.family, drawn)
        if len(names.given) > 20 and len(names.family) > 20:
            found.append(names)
    return found


def _plain(name: str) -> str:
    latin = name if name.isascii() or all(ord(letter) < 0x250 for letter in name) else anyascii(name).title()
    return re.sub(r"\s+", " ", latin).strip()


def _is_name(name: str) -> bool:
    return 1 < len(name) < 20 and name[0].isupper() and all(letter.isalpha() or letter in "'-" for letter in name)


def _some(names: Sequence[str], drawn: random.Random) -> list[str]:
    unique = sorted(name for name in set(names) if not is_set_aside(name))
    return drawn.sample(unique, min(_MOST, len(unique)))


class Invented:
    """Names that nobody bears, from a model of which letter follows which two in the names of a list."""

    def __init__(self, names: Iterable[str]) -> None:
        self._next: dict[str, list[str]] = defaultdict(list)
        for name in names:
            padded = f"^^{name.casefold()}$"
            for at in range(len(padded) - 2):
                self._next[padded[at : at + 2]].append(padded[at + 2])

    def draw(self, drawn: random.Random) -> str:
        """A name of three to twelve letters."""
        while True:
            made = "^^"
            while not made.endswith("$") and len(made) < 15:
                made += drawn.choice(self._next[made[-2:]])
            name = made.strip("^$")
            if 3 <= len(name) <= 12:
                return "-".join(part.capitalize() for part in name.split("-"))
