"""Figures of the shipped model on names and sentences that it was never trained with: `python -m training.evaluate`.

A name counts as found if every letter of it is covered. A false alarm is a stretch that touches no name.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scr_docs.names.text.fold import fold
from scr_docs.names.unregistered import second_opinion
from scr_docs.names.unregistered.reader import SecondOpinion, find
from scr_docs.names.unregistered.tagger import FOLDER, Tagger
from scr_docs.names.unregistered.tagger import read as load_model
from training.generate import Generator
from training.naming import Piece
from training.sources import HERE, Sources, load

FORMS = ("full", "first", "titled", "initials", "double", "possessive", "capitals", "lower case", "nickname")


@dataclass(frozen=True)
class Sentence:
    """A sentence with where its names stand."""

    text: str
    names: tuple[tuple[int, int], ...]
    origin: str
    form: str


class _Writer(Generator):
    """Puts set-aside names of one origin and one form into frames."""

    def __init__(self, sources: Sources, drawn: random.Random, origin: str, form: str) -> None:
        super().__init__(sources, drawn, hide=0)
        self._origin, self._form_asked = sources.own[origin], form
        for slot in ("n", "full", "first", "in", "nick", "lf"):
            self._slots[slot] = self._asked
        self._slots["ps"] = lambda: self._plain(self._word("pseudonym"))
        self._slots["role"] = lambda: self._plain(self._word("role"))

    def _asked(self) -> list[Piece]:
        form = {"possessive": "first", "capitals": "full", "lower case": "full", "nickname": "nick"}.get(
            self._form_asked, self._form_asked
        )
        return self._form(form)

    def _part(self, which: str) -> str:
        origin = self._origin
        assert origin
        return self._drawn.choice(origin.given if which == "given" else origin.family)

    def _pet_name(self, _given: str) -> str:
        return self._drawn.choice(self._sources.nicknames)

    def _worn(self, name: str) -> str:
        return (
            name.upper()
            if self._form_asked == "capitals"
            else name.lower()
            if self._form_asked == "lower case"
            else name
        )

    def case(self, frame: str, origin: str) -> Sentence:
        """The frame with a name in each place for one."""
        text, names = "", []
        for piece, is_name in self.sentence(frame):
            if is_name:
                names.append((len(text), len(text) + len(piece)))
            text += piece
            if is_name and self._form_asked == "possessive":
                text += "’s brother"
        return Sentence(text, tuple(names), origin, self._form_asked)


def cases(seed: int = 5, each: int = 12) -> Iterator[Sentence]:
    """For each origin and form so many sentences."""
    sources = load(set_aside=True)
    held = sections_of_lines(HERE / "held_out.txt")
    frames = [
        frame
        for frame in (*sources.frames["positive"], *held["positive"])
        if any(slot in frame for slot in ("{n}", "{full}", "{first}", "{nick}", "{in}", "{lf}"))
        and "{last}" not in frame
    ]
    drawn = random.Random(seed)
    for origin, names in sorted(sources.own.items()):
        if len(names.given) < 2 or len(names.family) < 2:
            continue
        for form in FORMS:
            writer = _Writer(sources, drawn, origin, form)
            for _ in range(each):
                frame = drawn.choice(
                    held["positive-small"] if form == "lower case" and drawn.random() < 0.5 else frames
                )
                yield writer.case(frame, origin)


def sections_of_lines(path: Path) -> dict[str, list[str]]:
    """The lines of a file by its [headings]."""
    found: dict[str, list[str]] = defaultdict(list)
    heading = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            found[heading].append(line)
    return dict(found)


def without_names(seed: int = 6) -> dict[str, list[str]]:
    """Texts that hold no name, by kind."""
    held = sections_of_lines(HERE / "held_out.txt")
    sources = load(set_aside=True)
    drawn = random.Random(seed)
    writer = _Writer(sources, drawn, "polish", "full")
    frames = {
        kind: ["".join(piece for piece, _ in writer.sentence(frame)) for frame in sources.frames[kind] * 8]
        for kind in ("negative", "trap")
    }
    return {
        "prose": held["prose"],
        "trap sentences": held["trap"],
        "frames without names": frames["negative"],
        "trap frames": frames["trap"],
    }


def is_found(case: Sentence, name: tuple[int, int], hits: Sequence[tuple[int, int]]) -> bool:
    """Whether every letter of the name is covered."""
    covered = {at for start, end in hits for at in range(start, end)}
    return all(at in covered or not case.text[at].isalnum() for at in range(*name))


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--model", type=Path, default=FOLDER)
    options.add_argument("--second", action="store_true")
    options.add_argument("--unlisted", action="store_true", help="as if the set-aside names were in no shipped list")
    options.add_argument("--show", type=int, default=0)
    given = options.parse_args()
    tagger = load_model(given.model)
    if given.unlisted:
        tagger.lexicon = replace(tagger.lexicon, names=load().all_names - _set_aside_names())
    second: SecondOpinion | None = second_opinion.load() if given.second else None
    tell(tagger, second, given.show)


def _set_aside_names() -> frozenset[str]:
    aside = load(set_aside=True)
    return frozenset(
        fold(part).text
        for names in aside.own.values()
        for name in (*names.given, *names.family)
        for part in name.split("-")
    )


def tell(tagger: Tagger, second: SecondOpinion | None, show: int) -> None:
    """Print recall by origin and form, and false alarms."""
    found, total = Counter[str](), Counter[str]()
    missed: list[str] = []
    for case in cases():
        hits = [(hit.start, hit.end) for hit in find([case.text], tagger, second)[0]]
        for name in case.names:
            good = is_found(case, name, hits)
            for key in (f"origin {case.origin}", f"form {case.form}", "all"):
                total[key] += 1
                found[key] += good
            if not good:
                missed.append(f"{case.form}: {case.text[: name[0]]}[{case.text[slice(*name)]}]{case.text[name[1] :]}")
    for key in sorted(total):
        print(f"{key:<28} {found[key]:>5}/{total[key]:<5} {100 * found[key] / total[key]:.1f}")
    for line in random.Random(1).sample(missed, min(show, len(missed))):
        print("  missed", line)
    for kind, texts in without_names().items():
        hits_of = [(text, hit) for text in texts for hit in find([text], tagger, second)[0]]
        words = sum(len(text.split()) for text in texts)
        print(f"{kind:<28} {len(hits_of)} false alarms in {words} words: {1000 * len(hits_of) / words:.1f} in 1,000")
        for text, hit in hits_of[: show or 0]:
            print(f"  {hit.score:.2f} [{text[hit.start : hit.end]}] in: {text[max(0, hit.start - 40) : hit.end + 30]}")


if __name__ == "__main__":
    main()
