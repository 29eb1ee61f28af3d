"""The styles of a letter, each with the look that the house style gives to the style of that name."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from lxml import etree

from scr_docs.letters.house_style.properties import lay_over, set_value
from scr_docs.letters.merging.traps import W

PREFIXES: Mapping[str, str] = {"easy-read": "easy read ", "young-person": "young person "}
"""How the names of the styles begin that take the place of others in a version."""

_WORDS_OWN_SIZE = "20"
_ARROWS = ("basedOn", "next", "link")


def name_of(style: Any) -> str:
    """The name of a style as it is compared: programs write “heading 1” and “Heading 1”."""
    name = style.find(f"{W}name")
    return "" if name is None else (name.get(f"{W}val") or "").casefold()


def by_name(root: Any) -> dict[tuple[str, str], Any]:
    """The styles by kind (paragraph, character, table) and name."""
    return {(style.get(f"{W}type") or "paragraph", name_of(style)): style for style in root.findall(f"{W}style")}


def of_version(house: Any, version: str) -> Any:
    """The styles of the house for a version: those named “Easy Read Heading 1” are laid over “Heading 1”."""
    root = copy.deepcopy(house)
    prefix = PREFIXES.get(version)
    known = by_name(root)
    for (kind, name), style in known.items():
        plain = known.get((kind, name.removeprefix(prefix))) if prefix and name.startswith(prefix) else None
        if plain is not None:
            lay_over(plain, style)
    usual = known.get(("paragraph", "normal"))
    if usual is not None and usual.find(f"{W}rPr/{W}sz") is None:
        size = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
        for name in ("sz", "szCs"):  # large print starts from the size of Normal
            set_value(usual, "rPr", name, _WORDS_OWN_SIZE if size is None else size.get(f"{W}val"))
    return root


class Merged:
    """The styles and lists of one letter in the house style. Styles that only the letter has stay as they are."""

    def __init__(self, letter: Any, lists: Any, house: Any, house_lists: Any) -> None:
        """`lists` and `house_lists` are the numbering parts, the latter None where there is none."""
        self.styles = letter
        self.lists = lists
        self._house = house
        self._house_lists = house_lists
        self._by_id = {style.get(f"{W}styleId"): style for style in house.findall(f"{W}style")}
        self._mine = by_name(letter)
        self._moved: dict[str, str] = {}
        for style in house.findall(f"{W}style"):
            key = (style.get(f"{W}type") or "paragraph", name_of(style))
            if key in self._mine:
                self._moved[style.get(f"{W}styleId")] = self._mine[key].get(f"{W}styleId")
        for identifier in list(self._moved):
            self._replace(identifier)
        defaults, own = house.find(f"{W}docDefaults"), letter.find(f"{W}docDefaults")
        if defaults is not None:
            if own is not None:
                letter.remove(own)
            letter.insert(0, copy.deepcopy(defaults))

    def style(self, identifier: str) -> str:
        """The letter's identifier of a style of the house, which is added to the letter if it is not there."""
        if identifier not in self._moved and identifier in self._by_id:
            taken = {style.get(f"{W}styleId") for style in self.styles.findall(f"{W}style")}
            mine = identifier if identifier not in taken else f"House{identifier}"
            self._moved[identifier] = mine
            self.styles.append(self._translated(identifier, mine))
        return self._moved.get(identifier, identifier)

    def list(self, number: str) -> str:
        """The letter's number of a list of the house, which is added to the letter if it is not there."""
        key = f"list {number}"
        if key not in self._moved:
            self._moved[key] = self._added_list(number)
        return self._moved[key]

    def translate(self, element: Any) -> None:
        """Makes what came from the house style point to the styles and lists of the letter."""
        for used in element.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            used.set(f"{W}val", self.style(used.get(f"{W}val")))
        for number in element.iter(f"{W}numId"):
            number.set(f"{W}val", self.list(number.get(f"{W}val")))

    def _replace(self, identifier: str) -> None:
        mine = next(
            one for one in self.styles.findall(f"{W}style") if one.get(f"{W}styleId") == self._moved[identifier]
        )
        come = self._translated(identifier, self._moved[identifier])
        for child in list(mine):
            mine.remove(child)
        mine.extend(list(come))

    def _translated(self, identifier: str, mine: str) -> Any:
        style = copy.deepcopy(self._by_id[identifier])
        style.set(f"{W}styleId", mine)
        style.attrib.pop(f"{W}default", None)
        for name in _ARROWS:
            arrow = style.find(f"{W}{name}")
            if arrow is not None:
                arrow.set(f"{W}val", self.style(arrow.get(f"{W}val")))
        self.translate(style)
        return style

    def _added_list(self, number: str) -> str:
        given = None if self._house_lists is None else self._house_lists.find(f"{W}num[@{W}numId='{number}']")
        if given is None:
            return number
        form = given.find(f"{W}abstractNumId").get(f"{W}val")
        shape = self._house_lists.find(f"{W}abstractNum[@{W}abstractNumId='{form}']")
        if shape is None:
            return number
        shape, given = copy.deepcopy(shape), copy.deepcopy(given)
        shape_id = _next(self.lists.findall(f"{W}abstractNum"), "abstractNumId")
        number_id = _next(self.lists.findall(f"{W}num"), "numId")
        shape.set(f"{W}abstractNumId", shape_id)
        for unique in shape.findall(f"{W}nsid"):
            shape.remove(unique)
        given.set(f"{W}numId", number_id)
        given.find(f"{W}abstractNumId").set(f"{W}val", shape_id)
        first = next((at for at, one in enumerate(self.lists) if one.tag == f"{W}num"), len(self.lists))
        self.lists.insert(first, shape)
        last = max(at for at, one in enumerate(self.lists) if one.tag in {f"{W}num", f"{W}abstractNum"})
        self.lists.insert(last + 1, given)
        for used in shape.iter(f"{W}pStyle"):
            used.set(f"{W}val", self.style(used.get(f"{W}val")))
        return number_id


def _next(elements: list[Any], name: str) -> str:
    return str(max((int(one.get(f"{W}{name}")) for one in elements), default=0) + 1)


def empty(kind: str) -> Any:
    """An empty part: styles or numbering."""
    return etree.Element(f"{W}{kind}", nsmap={"w": W[1:-1]})
