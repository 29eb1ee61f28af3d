"""How Word writes a counter: 4, iv, d, 4th, Fourth."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ONES = ("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
         "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen")  # fmt: skip
_TENS = ("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")
_IRREGULAR = {"One": "First", "Two": "Second", "Three": "Third", "Five": "Fifth", "Eight": "Eighth", "Nine": "Ninth",
              "Twelve": "Twelfth"}  # fmt: skip


_HIGHEST = 32_767
"""Beyond what Word can count; letters and Roman numerals of more would only fill the memory."""


def written(count: int, format_: str) -> str:
    """The counter as this w:numFmt shows it; as digits where the format is one of the many that no report uses."""
    return str(count) if count > _HIGHEST else _FORMATS.get(format_, str)(count)


def _letters(count: int) -> str:
    """The letters a to z, then aa, bb and so on."""
    return "" if count < 1 else chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        said += letters * (count // value)
        count %= value
    return said


def _ordinal(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return f"{count}th"
    return f"{count}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th') }"


def _cardinal_text(count: int) -> str:
    if not 0 <= count < 100:
        return str(count)
    if count < 20:
        return _ONES[count]
    tens = _TENS[count // 10 - 2]
    return tens if count % 10 == 0 else f"{tens}-{_ONES[count % 10].lower()}"


def _ordinal_text(count: int) -> str:
    if not 0 <= count < 100:
        return _ordinal(count)
    start, hyphen, last = _cardinal_text(count).rpartition("-")
    last = last.capitalize()
    ordinal = _IRREGULAR.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return f"{start}-{ordinal.lower()}" if hyphen else ordinal


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ordinal": _ordinal,
    "cardinalText": _cardinal_text,
    "ordinalText": _ordinal_text,
    "numberInDash": "- {} -".format,
    "none": lambda _: "",
}
