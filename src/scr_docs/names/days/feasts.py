"""Days that everybody knows by name, as kept in the United Kingdom: Boxing Day, Easter Sunday, the bank holidays."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

_FIXED: Mapping[str, tuple[int, int]] = {
    r"new year['’]?s? day": (1, 1), r"epiphany": (1, 6), r"burns night": (1, 25),
    r"(?:st\.? )?valentine['’]?s(?: day)?": (2, 14),
    r"leap day": (2, 29), r"st\.? david['’]?s day": (3, 1), r"st\.? patrick['’]?s day": (3, 17),
    r"april fool['’]?s['’]?(?: day)?": (4, 1), r"st\.? george['’]?s day": (4, 23), r"hallowe['’]?en": (10, 31),
    r"all saints['’]? day": (11, 1), r"(?:bonfire|guy fawkes|fireworks) night": (11, 5), r"armistice day": (11, 11),
    r"st\.? andrew['’]?s day": (11, 30), r"christmas eve": (12, 24), r"christmas(?: day)?": (12, 25),
    r"(?:boxing|st\.? stephen['’]?s) day": (12, 26), r"new year['’]?s eve": (12, 31),
}  # fmt: skip

_FROM_EASTER: Mapping[str, int] = {
    r"(?:shrove tuesday|pancake day)": -47, r"ash wednesday": -46, r"(?:mothering sunday|mother['’]?s['’]? day)": -21,
    r"palm sunday": -7, r"maundy thursday": -3, r"good friday": -2, r"easter(?: sunday| day)?": 0, r"easter monday": 1,
    r"ascension day": 39, r"(?:whit|pentecost) sunday": 49,
}  # fmt: skip

_NTH: Mapping[str, tuple[int, int, int]] = {
    r"father['’]?s['’]? day": (6, 6, 3), r"remembrance (?:sun)?day": (11, 6, 2),
    r"(?:early )?may (?:day )?bank holiday(?: monday)?": (5, 0, 1), r"spring bank holiday(?: monday)?": (5, 0, -1),
    r"(?:late )?(?:summer|august) bank holiday(?: monday)?": (8, 0, -1),
}  # fmt: skip
"""The month, the day of the week (Monday is 0) and which one of them: the last is -1."""

FEAST = "(?:" + "|".join(sorted((*_FIXED, *_FROM_EASTER, *_NTH), key=len, reverse=True)) + r")(?!\w)"
"""The name of such a day."""

_KINDS = {name: re.compile(name + r"(?!\w)", re.IGNORECASE) for name in (*_FIXED, *_FROM_EASTER, *_NTH)}


def feast(name: str, year: int) -> datetime.date | None:
    """The day of that name, a match of FEAST, in that year (gov.uk, UK bank holidays; Easter by the Gregorian rule)."""
    plain = re.sub(r"\s+", " ", name)
    known = next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(plain)), "")
    if known in _FIXED:
        month, day = _FIXED[known]
        return datetime.date(year, month, day) if (month, day) != (2, 29) or _leap(year) else None
    if known in _FROM_EASTER:
        return easter(year) + datetime.timedelta(_FROM_EASTER[known])
    return nth(year, *_NTH[known]) if known in _NTH else None


def easter(year: int) -> datetime.date:
    """Easter Sunday by the Gregorian rule (Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + century - century // 4 - correction + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def nth(year: int, month: int, weekday: int, which: int) -> datetime.date | None:
    """The first, second … (1, 2 …) or last (-1) such day of the week in the month, Monday being 0; None without one."""
    first = datetime.date(year, month, 1)
    days = [first + datetime.timedelta((weekday - first.weekday()) % 7 + 7 * week) for week in range(5)]
    days = [day for day in days if day.month == month]
    return days[-1] if which == -1 else days[which - 1] if 0 < which <= len(days) else None


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
