"""Letters a second, with every check on, beside a bare loop of docxtpl, which checks nothing; in one run, turn by turn.

python -m benchmarks.letters

Both fill in the same stage for the same people of a sample with the same facts. Ours also reads each letter back, holds
it against its rules, proves that every value stands in it, packs it, and looks through the file for leaks. Time is
processor time, so that other work on the computer does not count. Memory is the most that the process ever held.
"""

from __future__ import annotations

import datetime
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from docxtpl import DocxTemplate

from scr_docs import case as cases
from scr_docs import pipeline
from scr_docs.case import Person
from scr_docs.letters.facts import facts
from scr_docs.letters.make import Maker
from scr_docs.letters.outbox.leaks import Leaks
from scr_docs.letters.stages import Stage, stage

LETTERS = 500
TURN = 25
SAMPLE = Path(__file__).parent.parent / "sample_reports" / "hallam-bridge" / "case.yaml"
FIRST_DAY = datetime.date(2016, 1, 29)
PEOPLE = ("mother", "father", "maternal-grandmother", "paternal-grandfather")


def turns(people: list[Person]) -> Iterator[list[Person]]:
    """Who gets a letter, turn by turn: never the same person twice in a row."""
    for begin in range(0, LETTERS, TURN):
        yield [people[number % len(people)] for number in range(begin, begin + TURN)]


def bare(found: Stage, maker_case: cases.Case, people: list[Person]) -> None:
    for person in people:
        DocxTemplate(str(found.template)).render(dict(facts(maker_case, person, FIRST_DAY).fields))


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    case = cases.load(SAMPLE)
    people = [person for person in case.people if person.id in PEOPLE]
    found = stage("invitation")
    maker = Maker(case, found, pipeline.all_rules(()), FIRST_DAY)
    leaks = Leaks(case, maker.others)

    def ours(people: list[Person]) -> None:
        for person in people:
            letter = maker.make(person, "standard")
            assert not leaks.find(letter.name, letter.content, person)

    bare(found, case, people)
    ours(people)
    seconds = {"bare": 0.0, "ours": 0.0}
    first = held = 0.0
    for number, turn in enumerate(turns(people)):
        begin = time.process_time()
        bare(found, case, turn)
        middle = time.process_time()
        ours(turn)
        seconds["bare"] += middle - begin
        seconds["ours"] += time.process_time() - middle
        held = megabytes()
        first = first or (held if number == 1 else 0.0)
    per = {name: LETTERS / took for name, took in seconds.items()}
    print(f"bare docxtpl {per['bare']:.1f} letters/s, scr-docs with all checks {per['ours']:.1f} letters/s")
    print(f"ratio {per['ours'] / per['bare']:.2f}, {LETTERS} letters each, stage {found.name}")
    print(f"most memory: {first:.0f} MB after {2 * TURN} letters, {held:.0f} MB after {LETTERS}")


if __name__ == "__main__":
    main()
