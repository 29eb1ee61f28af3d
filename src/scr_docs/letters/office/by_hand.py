"""What in a letter does not follow the house style, because somebody set it by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scr_docs.letters.house_style.parts import DOCUMENT, related, root_of
from scr_docs.letters.house_style.styles import by_name, name_of
from scr_docs.letters.merging.traps import W, text_of

_SET = {"rFonts[@w:ascii or @w:asciiTheme]": "a font", "color": "a colour", "sz": "a size"}


def set_by_hand(letter: Mapping[str, bytes], house: Mapping[str, bytes]) -> Iterator[str]:
    """In words: fonts, colours and sizes that stand on the words themselves, and styles that the house lacks."""
    document = root_of(letter[DOCUMENT])
    for name, what in _SET.items():
        places = [
            number
            for number, paragraph in enumerate(document.iter(f"{W}p"), 1)
            if text_of(paragraph).strip()
            and any(run.xpath(f"w:rPr/w:{name}", namespaces={"w": W[1:-1]}) for run in paragraph.iter(f"{W}r"))
        ]
        if places:
            yield f"{what} is set on the words themselves in {_numbers(places)}, which the house style does not change"
    own, known = related(letter, "styles"), related(house, "styles")
    if own and known:
        names = {style.get(f"{W}styleId"): name_of(style) for style in root_of(letter[own]).findall(f"{W}style")}
        there = {name for _, name in by_name(root_of(house[known]))}
        used = dict.fromkeys(names.get(style.get(f"{W}val"), "") for style in document.iter(f"{W}pStyle"))
        for name in used:
            if name and name not in there:
                yield f"the style “{name}” is not in the house style, and stays as it is in this letter"


def _numbers(places: list[int]) -> str:
    shown = ", ".join(str(place) for place in places[:3])
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return f"paragraph {shown}{more}" if len(places) == 1 else f"paragraphs {shown}{more}"
