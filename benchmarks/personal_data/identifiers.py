"""Identifiers of every kind, right in their check digits, in the ways in which people write them.

Sources of forms: NHS Data Dictionary (NHS number, modulus 11); HM Revenue & Customs NIM39110 (National Insurance);
Department for Education, Unique pupil numbers (check letter) and ULN validation; DVLA INF104 (registrations) and the
layout of a driving licence; Ofcom's numbers for drama; RFC 5737 and RFC 3849 (addresses for documentation); ISO 13616
(IBAN); the Police National Computer's PNC ID (modulus 23). All values are made up.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from faker import Faker

from benchmarks.personal_data.dates import writings
from benchmarks.personal_data.items import Half, Item, fill, layout, pairs

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_PNC = "ZABCDEFGHJKLMNPQRTUVWXY"
_UPN = "ABCDEFGHJKLMNPQRTUVWXYZ"
Chance = random.Random


def _digits(chance: Chance, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def _letters(chance: Chance, count: int, of: str = _LETTERS) -> str:
    return "".join(chance.choice(of) for _ in range(count))


def nhs_number(chance: Chance, *, right: bool = True) -> str:
    while True:
        nine = chance.choice("4679") + _digits(chance, 8)
        check = 11 - sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
        if check == 10:
            continue
        last = check % 11
        ten = f"{nine}{last if right else (last + chance.randint(1, 9)) % 10}"
        return chance.choice((ten, f"{ten[:3]} {ten[3:6]} {ten[6:]}", f"{ten[:3]}-{ten[3:6]}-{ten[6:]}"))


def _ni_number(chance: Chance) -> str:
    letters = chance.choice(("AB", "JK", "PX", "TW", "SE", "NM", "YH", "CR"))
    number, suffix = _digits(chance, 6), chance.choice("ABCD")
    spaced = f"{letters} {number[:2]} {number[2:4]} {number[4:]} {suffix}"
    return chance.choice((f"{letters}{number}{suffix}", spaced, spaced.lower(), f"{letters} {number} {suffix}"))


def _upn(chance: Chance) -> str:
    twelve = f"{chance.randint(201, 938)}{_digits(chance, 4)}{chance.randint(9, 19):02}{_digits(chance, 3)}"
    return _UPN[sum(int(digit) * weight for weight, digit in enumerate(twelve, 2)) % 23] + twelve


def _uln(chance: Chance) -> str:
    while True:
        nine = chance.choice("123456789") + _digits(chance, 8)
        rest = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
        if rest:
            ten = f"{nine}{10 - rest}"
            return chance.choice((ten, f"{ten[:4]} {ten[4:7]} {ten[7:]}"))


def _driving_licence(chance: Chance) -> str:
    born = f"{chance.randint(6, 9)}{chance.choice((1, 6, 5, 0))}{chance.randint(1, 9)}{chance.randint(10, 28)}"
    surname = chance.choice(("HOLRO", "SMEDL", "FARAH", "NG999", "BOWEN", "KHAN9"))
    licence = f"{surname}{born}{_digits(chance, 1)}{_letters(chance, 1)}9{_digits(chance, 1)}{_letters(chance, 2)}"
    return chance.choice((licence, f"{licence[:5]} {licence[5:11]} {licence[11:]}"))


def _vehicle(chance: Chance) -> str:
    area = chance.choice(("YK", "FN", "LD", "AB", "WX", "SA"))
    plate = f"{area}{chance.choice(('04', '12', '15', '58', '63'))} {_letters(chance, 3)}"
    older = f"{chance.choice('RSTVWXY')}{chance.randint(101, 989)} {_letters(chance, 3)}"
    return chance.choice((plate, plate, plate.replace(" ", ""), plate.lower(), older))


def mobile(chance: Chance) -> str:
    last = f"900{_digits(chance, 3)}"
    return chance.choice((f"07700 {last}", f"07700{last}", f"+44 7700 {last}", f"07700 {last[:3]} {last[3:]}",
                          f"07700-{last}", f"+44 (0)7700 {last}", f"0044 7700 {last}"))  # fmt: skip


def landline(chance: Chance) -> str:
    last = _digits(chance, 3)
    return chance.choice((f"01632 960{last}", f"(01632) 960 {last}", f"01632960{last}", f"+44 1632 960{last}",
                          f"020 7946 0{last}", f"0113 496 0{last}", f"0161-496-0{last}"))  # fmt: skip


def _ip_address(chance: Chance) -> str:
    four = f"{chance.choice(('192.0.2', '198.51.100', '203.0.113'))}.{chance.randint(1, 254)}"
    six = f"2001:db8:{chance.randrange(4096):x}::{chance.randint(1, 65535):x}"
    return chance.choice((four, four, six))


def postcode(chance: Chance) -> str:
    area = chance.choice(("HB2", "NW14", "LS28", "PE31", "S70", "M9", "EC1V", "B19", "TS3"))
    full = f"{area} {chance.randint(1, 9)}{_letters(chance, 2, 'ABDEFGHJLNPQRSTUWXYZ')}"
    return chance.choice((full, full, full.replace(" ", ""), full.lower()))


def _outward(chance: Chance) -> str:
    return chance.choice(("HB2", "NW14", "LS28", "PE31", "S70", "M9", "EC1V", "B19", "TS3", "CF24", "BT15", "EH6"))


def _bank_account(chance: Chance) -> str:
    sort, account = f"{_digits(chance, 2)}-{_digits(chance, 2)}-{_digits(chance, 2)}", _digits(chance, 8)
    return chance.choice((f"sort code {sort}, account {account}", f"{sort} {account}", f"{sort} / {account}",
                          f"account number {account}, sort code {sort}"))  # fmt: skip


def _iban(chance: Chance) -> str:
    bank, number = chance.choice(("NWBK", "BARC", "LOYD", "HBUK")), _digits(chance, 14)
    numeric = "".join(str(int(letter, 36)) for letter in f"{bank}{number}GB00")
    iban = f"GB{98 - int(numeric) % 97:02}{bank}{number}"
    return chance.choice((iban, " ".join(iban[place : place + 4] for place in range(0, len(iban), 4))))


def birth_date(chance: Chance) -> str:
    faker = Faker("en_GB")
    faker.seed_instance(chance.getrandbits(32))
    return chance.choice(writings(faker.date_of_birth(minimum_age=1, maximum_age=70)))


def _council_case(chance: Chance) -> str:
    six = _digits(chance, 6)
    return chance.choice((f"{six}", f"1{six}", f"SC/{six}", f"CSC-20{chance.randint(10, 19)}-{six[:4]}", f"LAC{six}",
                          f"CH/{six[:4]}/{chance.randint(10, 19)}"))  # fmt: skip


def _court_case(chance: Chance) -> str:
    court, year, number = _letters(chance, 2), chance.randint(12, 21), _digits(chance, 5)
    return chance.choice((f"{court}{year}C{number}", f"{court}{year}P{number}", f"T20{year}{number[:4]}",
                          f"{court} {year} C {number}"))  # fmt: skip


def _crime_number(chance: Chance) -> str:
    six, year = _digits(chance, 6), chance.randint(12, 21)
    force = chance.randint(10, 43)
    return chance.choice((f"CR/{six}/{year}", f"{year}/{six}", f"{force}{_letters(chance, 2)}/{six}/{year}",
                          f"{force}{year}0{six}"))  # fmt: skip


def _custody_number(chance: Chance) -> str:
    year, four = chance.randint(12, 21), _digits(chance, 4)
    force = _letters(chance, 2)
    numbered = f"{chance.randint(10, 43)}{force}/{four}/{year}"
    return chance.choice((f"{force}/{four}/{year}", numbered, f"{force}{four}-{year}"))


def _pnc_id(chance: Chance) -> str:
    year, serial = chance.randint(1995, 2019), chance.randint(1000, 999_999)
    check = _PNC[(year % 100 * 10_000_000 + serial) % 23]
    return chance.choice((f"{year}/{serial:07}{check}", f"{year % 100:02}/{serial}{check}"))


def _urn(chance: Chance) -> str:
    force, station, number = chance.randint(10, 63), _letters(chance, 2), _digits(chance, 5)
    year = chance.randint(12, 21)
    return chance.choice((f"{force}{station}{number}{year}", f"{force}{station}/{number}/{year}",
                          f"{force} {station} {number} {year}"))  # fmt: skip


def _coroner_ref(chance: Chance) -> str:
    year, four = chance.randint(2012, 2021), _digits(chance, 4)
    return chance.choice((f"{year}-{four}", f"INQ/{year}/{four}", f"{four}-{year}", f"C/{four}/{year % 100}"))


WRITERS: dict[str, Callable[[Chance], str]] = {
    "nhs-number": nhs_number,
    "nhs-number-wrong": lambda chance: nhs_number(chance, right=False),
    "ni-number": _ni_number,
    "upn": _upn,
    "uln": _uln,
    "passport": lambda chance: chance.choice("123578") + _digits(chance, 8),
    "driving-licence": _driving_licence,
    "vehicle": _vehicle,
    "mobile": mobile,
    "landline": landline,
    "ip-address": _ip_address,
    "postcode": postcode,
    "outward-postcode": _outward,
    "bank-account": _bank_account,
    "iban": _iban,
    "date-of-birth": birth_date,
    "council-case": _council_case,
    "court-case": _court_case,
    "crime-number": _crime_number,
    "custody-number": _custody_number,
    "pnc-id": _pnc_id,
    "urn": _urn,
    "coroner-ref": _coroner_ref,
}


def items(half: Half, seed: int, size: int) -> Iterator[Item]:
    """`size` items for every frame."""
    chance = random.Random(f"identifiers {half} {seed}")  # noqa: S311  # no secret
    places = {kind: values.split(", ") for kind, values in pairs(half, "places")}
    for kind, frame in pairs(half, "identifiers"):
        for _ in range(size):
            value = WRITERS[kind](chance) if kind in WRITERS else _from_places(kind, places, chance)
            text, start, end = fill(layout(frame, table=" // " in frame or " | " in frame), value)
            yield Item("identifiers", kind, text, start, end, form=kind)


def _from_places(kind: str, places: dict[str, list[str]], chance: Chance) -> str:
    handle, domain = chance.choice(places["handle"]), chance.choice(places["domain"])
    user = handle.strip("@").replace("_", ".").strip(".")
    match kind:
        case "social-handle":
            made: tuple[str, ...] = (handle,)
        case "email":
            made = (f"{user}@{domain}", f"{user}{chance.randint(1, 99)}@{domain}", f"{user}@{domain}".upper())
        case "web-link":
            page = f"{domain}/{chance.choice(('people', 'watch', 'u'))}/{user}"
            made = (f"https://{page}", f"http://www.{page}/photos?id={_digits(chance, 6)}", f"www.{page}")
        case "street-address":
            number = f"{chance.randint(1, 189)}{chance.choice(('', '', 'a', 'B'))}"
            street, town = chance.choice(places["street"]), chance.choice(places["town"])
            made = (
                f"{number} {street}",
                f"{number} {street}, {town}",
                f"Flat {chance.randint(1, 9)}, {number} {street}",
            )
        case _:
            made = tuple(places[kind])
    return chance.choice(made)
