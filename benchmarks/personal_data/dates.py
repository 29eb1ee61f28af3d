"""The ways in which a date of birth is written."""

from __future__ import annotations

import datetime

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def ordinal(day: int) -> str:
    ending = "th" if day in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def writings(date: datetime.date) -> tuple[str, ...]:
    """Every usual writing of the whole date, day first unless the month is a word."""
    day, number, year = date.day, date.month, date.year
    month, short = _MONTHS[number - 1], f"{year % 100:02}"
    return (
        f"{day:02}/{number:02}/{year}", f"{day}/{number}/{short}", f"{day}.{number}.{short}",
        f"{day:02}.{number:02}.{year}", f"{day:02}-{number:02}-{year}", f"{day} / {number} / {year}",
        date.isoformat(), f"{day} {month} {year}", f"{ordinal(day)} {month} {year}",
        f"{ordinal(day)} of {month}, {year}", f"{month} {ordinal(day)}, {year}", f"{month} {day}, {year}",
        f"{day} {month[:3]} {short}", f"{day}-{month[:3]}-{year}", f"{day:02} {month.upper()} {year}",
        f"{date:%A} {day} {month} {year}",
    )  # fmt: skip


def birthday(date: datetime.date) -> tuple[str, ...]:
    """The day without its year."""
    month = _MONTHS[date.month - 1]
    return (f"{date.day} {month}", f"{ordinal(date.day)} {month}", f"{month} {ordinal(date.day)}")
