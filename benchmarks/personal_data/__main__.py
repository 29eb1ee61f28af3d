"""How well and how fast personal data is found, on text that nobody who builds the detectors has looked at.

python -m benchmarks.personal_data [--half develop|set-aside|both] [--seed N] [--others PYTHON] [--misses] [--json]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict

from benchmarks.personal_data import cost, run
from benchmarks.personal_data.items import HALVES
from benchmarks.personal_data.tables import costs_table, figures, misses, table
from scr_docs.names.unregistered import second_opinion


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.personal_data", description=__doc__)
    parser.add_argument("--half", choices=[*HALVES, "both"], default="both")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=8, help="items of each form and origin of name")
    parser.add_argument("--cases", type=int, default=9, help="cases for the names that are known")
    parser.add_argument("--others", metavar="PYTHON", help="Python of the environment with Presidio: see README.md")
    parser.add_argument("--rounds", type=int, default=3, help="how often start, speed and memory are taken, or 0")
    parser.add_argument("--misses", action="store_true", help="what was missed in the half to develop with")
    parser.add_argument(
        "--second-opinion", choices=["on", "off"], help="with the optional second name model, or without"
    )
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    if asked.second_opinion:
        os.environ[second_opinion.SETTING] = asked.second_opinion
    second = second_opinion.folder() is not None
    told = {}
    if not asked.json:
        print(f"The optional second name model is {'on' if second else 'off'}; seed {asked.seed}.\n")
    for half in HALVES if asked.half == "both" else (asked.half,):
        drawn = run.sample(half, asked.seed, asked.size, asked.cases)
        results = list(run.results(drawn, asked.others))
        told[half] = figures(drawn, results)
        if not asked.json:
            print(table(half, told[half]))
        if asked.misses and half == "develop":
            print(misses(drawn, results[0], results[1]))
        elif asked.misses:
            print("The misses of the set-aside half are not shown: it would no longer be set aside.", file=sys.stderr)
    costs = cost.rounds(asked.others, asked.rounds) if asked.rounds else {}
    if asked.json:
        plain = {name: [asdict(one) for one in ones] for name, ones in costs.items()}
        print(json.dumps({"second_opinion": second, "halves": told, "costs": plain}))
    elif costs:
        print(costs_table(costs))


if __name__ == "__main__":
    main()
