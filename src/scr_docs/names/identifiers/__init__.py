"""Identifiers by their pattern, whoever they belong to. One dict registers them, and its order settles doubts.

A stretch of text is told as one thing. What has a check digit or a form of its own goes before what has a form and
words, and that before what only words name; of the same sort the longest stretch wins, and of two as long the one that
is listed first. What is public (law, books, money) is told as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from scr_docs.case.values import is_nhs_number
from scr_docs.names.identifiers import (
    contact,
    days,
    health,
    justice,
    labelled,
    money,
    online,
    people,
    places,
    streets,
    vehicle,
    workplaces,
)
from scr_docs.names.identifiers.contact import phone_digits
from scr_docs.names.identifiers.online import host_of
from scr_docs.names.identifiers.public import public_stretches
from scr_docs.names.identifiers.shape import Find, Shape, compact, in_order

_BLANKS = re.compile(r"[^\S\n ]|  ")


def _called(name: str, text: str, context: str) -> Iterator[Shape]:
    yield from labelled.kinds()[name].find(text, context)


def _nhs_numbers(text: str, context: str) -> Iterator[Shape]:
    """Those with a right check digit, however they are grouped where the words call them so."""
    called = (shape for shape in _called("nhs-number-unchecked", text, context) if is_nhs_number(shape.value))
    yield from in_order((*health.nhs_numbers(text, context), *called))


def _either(find: Find, name: str, text: str, context: str) -> Iterator[Shape]:
    """What tells by its form, and what words name."""
    yield from in_order((*find(text, context), *_called(name, text, context)))


_BY_FORM: Mapping[str, Find] = {
    "email-address": contact.emails,
    "chi-number": health.chi_numbers,
    "nhs-number": _nhs_numbers,
    "ni-number": people.ni_numbers,
    "upn": people.upns,
    "driving-licence": people.driving_licences,
    "card-number": money.card_numbers,
    "iban": money.ibans,
    "birth-date": days.birth_dates,
    "death-date": days.death_dates,
    "social-handle": online.social_handles,
    "web-address": online.web_addresses,
    "phone-number": contact.phones,
    "ip-address": online.ip_addresses,
}
"""What has a check digit, or a form that nothing else has."""

_BY_FORM_AND_WORDS: Mapping[str, Find] = {
    "nhs-number-unchecked": partial(_called, "nhs-number-unchecked"),
    "upn-unchecked": partial(_called, "upn-unchecked"),
    "driving-licence-unchecked": partial(_either, people.driver_like, "driving-licence-unchecked"),
    "uln": partial(_called, "uln"),
    "bank-account": money.bank_accounts,
    "passport-number": partial(_called, "passport-number"),
    "home-office-reference": partial(_called, "home-office-reference"),
    "prison-number": partial(_either, people.prison_numbers, "prison-number-named"),
    "probation-number": partial(_called, "probation-number"),
    "pnc-id": partial(_either, justice.pnc_ids, "pnc-id"),
    "custody-record": partial(_called, "custody-record"),
    "police-urn": partial(_either, justice.police_urns, "police-urn"),
    "court-case-number": partial(_either, justice.court_numbers, "court-case-number"),
    "coroner-reference": partial(_called, "coroner-reference"),
    "crime-reference": partial(_either, justice.crime_numbers, "crime-reference"),
    "incident-reference": partial(_either, health.incident_numbers, "incident-reference"),
    "vehicle-registration": vehicle.vehicle_marks,
    "postcode": contact.postcodes,
    "outward-postcode": contact.outward_postcodes,
}
"""What has a form, and words beside it."""

_BY_WORDS: Mapping[str, Find] = {
    "hospital-number": partial(_called, "hospital-number"),
    "ofsted-urn": partial(_called, "ofsted-urn"),
    "benefit-reference": partial(_either, people.child_benefit_numbers, "benefit-reference"),
    "tenancy-reference": partial(_called, "tenancy-reference"),
    "social-care-id": partial(_called, "social-care-id"),
    "council-reference": partial(_called, "council-reference"),
    "local-case-number": partial(_called, "local-case-number"),
}
"""What only words name."""

_PLACES: Mapping[str, Find] = {
    "nursery": partial(places.places, "nursery"),
    "placement": partial(places.places, "placement"),
    "hospital-ward": partial(places.places, "hospital-ward"),
    "surgery": partial(places.places, "surgery"),
    "school": partial(places.places, "school"),
    "place-of-worship": partial(places.places, "place-of-worship"),
    "community-place": partial(places.places, "community-place"),
    "workplace": workplaces.workplaces,
    "street-address": streets.street_addresses,
}

_TIERS = (_BY_FORM, _BY_FORM_AND_WORDS, _BY_WORDS, _PLACES)

SHAPES: Mapping[str, Find] = {name: find for tier in _TIERS for name, find in tier.items()}
"""Every shape, the most certain first."""

PLACES = frozenset(_PLACES)
"""The shapes that are places: where the case file names the place, its own rule tells more."""


def identify(text: str, context: str = "") -> Mapping[str, tuple[Shape, ...]]:
    """The identifiers in the text, by shape, each stretch of text as one thing only. Runs of blanks count as one."""
    single, origin = _single_blanks(text)
    covered = bytearray(len(single))
    for start, end in public_stretches(single):
        covered[start:end] = b"\1" * (end - start)
    taken: list[tuple[Shape, str]] = []
    for tier in _TIERS:
        found = [(shape, name) for name, find in tier.items() for shape in find(single, context)]
        for shape, name in sorted(found, key=lambda told: told[0].start - told[0].end):
            if not any(covered[shape.start : shape.end]):
                covered[shape.start : shape.end] = b"\1" * (shape.end - shape.start)
                taken.append((shape, name))
    identified: dict[str, list[Shape]] = {}
    for shape, name in sorted(taken, key=lambda told: told[0].start):
        placed = replace(shape, start=origin[shape.start], end=origin[shape.end - 1] + 1)
        identified.setdefault(name, []).append(placed)
    return {name: tuple(shapes) for name, shapes in identified.items()}


def _single_blanks(text: str) -> tuple[str, Sequence[int]]:
    """The text with one blank for each run of blanks within a line, and where each of its letters stood."""
    if not _BLANKS.search(text):
        return text, range(len(text))
    pieces: list[str] = []
    origin: list[int] = []
    for piece in re.finditer(r"[^\S\n]+|\S+|\n", text):
        blank = piece[0].isspace() and piece[0] != "\n"
        pieces.append(" " if blank else piece[0])
        origin += [piece.start()] if blank else range(piece.start(), piece.end())
    return "".join(pieces), origin


__all__ = ["PLACES", "SHAPES", "Find", "Shape", "compact", "host_of", "identify", "phone_digits"]
