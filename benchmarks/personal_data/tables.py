"""The figures of a run as plain data and as tables to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from benchmarks.personal_data import cost, measure
from benchmarks.personal_data.cost import Cost
from benchmarks.personal_data.items import Half, Item
from benchmarks.personal_data.measure import Alarms
from benchmarks.personal_data.run import Result, Sample

_BY: tuple[tuple[str, str, Callable[[Item], str]], ...] = (
    ("known", "all", lambda _: "all"),
    ("known", "kind", lambda item: item.kind),
    ("known", "writing of a name", lambda item: item.form if item.kind == "name" else ""),
    ("known", "writing of other values", lambda item: "" if item.kind == "name" else f"{item.kind}: {item.form}"),
    ("identifiers", "all", lambda _: "all"),
    ("identifiers", "kind", lambda item: item.kind),
    ("names", "all", lambda _: "all"),
    ("names", "form", lambda item: item.form),
    ("names", "origin", lambda item: item.origin),
    ("names", "place", lambda item: item.place),
)

Figures = dict[str, Any]


def figures(drawn: Sample, results: Sequence[Result]) -> Figures:
    """For each measure and each of its rows, how many there are and each system's recall; false alarms by system."""
    shares: Figures = {}
    for group, by, key in _BY:
        items = drawn.groups[group]
        rows: dict[str, Any] = {}
        for result in results:
            for row, share in measure.recall(items, result.found[group], key).items():
                if row:
                    both = [round(share.recall, 2), round(share.overlap, 2)]
                    rows.setdefault(row, {"of": share.of})[result.name] = both
        shares[f"{group} by {by}"] = rows
    origins = shares["names by origin"]
    gaps = {result.name: round(_gap(origins, result.name), 2) for result in results}
    return {
        "recall": shares,
        "gap between origins": gaps,
        "prose": {result.name: _alarms(result.prose) for result in results},
        "traps": {result.name: _alarms(result.traps) for result in results},
    }


def _gap(origins: Mapping[str, Any], system: str) -> float:
    each: list[float] = [row[system][0] for row in origins.values()]
    return max(each) - min(each)


def _alarms(told: Alarms) -> dict[str, float]:
    return {
        "words": told.words,
        "all": round(told.rate, 2),
        "must-fix": round(told.sure_rate, 2),
        "distinct values": round(told.distinct_rate, 2),
    }


def table(half: Half, told: Figures) -> str:
    systems = list(told["prose"])
    lines = [f"== {half} half: recall in %, every letter covered (touched at all)", _row("", "n", systems)]
    for name, rows in told["recall"].items():
        lines.append(f"-- {name}")
        for row, values in sorted(rows.items()):
            cells = [f"{values[system][0]:.1f} ({values[system][1]:.0f})" for system in systems]
            lines.append(_row(row, str(values["of"]), cells))
    gaps = [f"{told['gap between origins'][system]:.1f}" for system in systems]
    lines.append(_row("points between origins", "", gaps))
    for text in ("prose", "traps"):
        words = next(iter(told[text].values()))["words"]
        lines.append(f"-- false alarms in 1,000 words of {text} ({words} words)")
        lines += [
            _row(what, "", [f"{told[text][system][what]:.1f}" for system in systems])
            for what in ("all", "must-fix", "distinct values")
        ]
    return "\n".join(lines) + "\n"


def _row(name: str, count: str, cells: Iterable[str]) -> str:
    return f"{name[:40]:<40} {count:>5} " + " ".join(f"{cell[:22]:>22}" for cell in cells)


def costs_table(costs: Mapping[str, Sequence[Cost]]) -> str:
    lines = [f"== cost on {cost.WORDS:,} words, medians of {len(next(iter(costs.values())))} rounds taken in turns"]
    for name, ones in costs.items():
        start, speed = median(one.start for one in ones), median(one.words_per_second for one in ones)
        peak = median(one.peak_mb for one in ones)
        lines.append(f"{name:<20} start {start:5.2f} s {speed:9,.0f} words/s {peak:5.0f} MB")
        if "Presidio" in costs and name.startswith("scr-docs"):
            start = cost.ratio(costs, name, "Presidio", lambda one: one.start)
            time = cost.ratio(costs, name, "Presidio", lambda one: 1 / one.words_per_second)
            more = peak - median(one.peak_mb for one in costs["Presidio"])
            lines.append(f"  beside Presidio: {start:.2f} of its start, {time:.2f} of its time, {more:+.0f} MB")
    return "\n".join(lines)


def misses(drawn: Sample, bare: Result, with_case: Result) -> str:
    """What was missed and what was told falsely, grouped. For the half that is there to develop with."""
    assert drawn.half == "develop"
    lines = []
    for title, items, found in (
        ("Known names and values (with their case)", drawn.known, with_case.found["known"]),
        ("Identifiers", drawn.identifiers, bare.found["identifiers"]),
        ("Unregistered names", drawn.names, bare.found["names"]),
    ):
        groups: dict[str, list[str]] = defaultdict(list)
        for item, spans in zip(items, found, strict=True):
            if not measure.covered(item, spans)[0]:
                told = ", ".join(f"{one.label}={item.text[one.start : one.end]!r}" for one in spans)
                shown = f"{item.value!r} in {item.text!r}; told: {told or '-'}"
                groups[f"{item.kind}: {item.form} {item.origin}"].append(shown)
        lines.append(f"\n# {title}: {sum(map(len, groups.values()))} of {len(items)} missed\n")
        for name, members in sorted(groups.items()):
            lines += [f"## {name} ({len(members)})", *(f"- {member}" for member in members)]
    for title, result in (("without a case", bare), ("with a case of others", with_case)):
        for text, told_there in (("prose", result.prose), ("traps", result.traps)):
            lines.append(f"\n# False alarms on {text}, {title}: {told_there.told} in {told_there.words} words\n")
            lines += [f"- {label}: {value!r} in {whole[:140]!r}" for label, value, whole in told_there.examples]
    return "\n".join(lines)
