"""Currencies as data: signs ("HK$"), codes ("EUR"), names ("million Swiss francs", "72 cents")."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from finfacts.lexicons.tables import read_toml

_HUNDREDTH = 2

_FILE = "currencies.toml"


class Money(NamedTuple):
    """What a sign or name of money means.

    Attributes:
        currency: ISO 4217 code, or None where countries share the name and none is said.
        places: decimal places between this unit and the main one: 2 for cents, else 0.
    """

    currency: str | None
    places: int = 0


@cache
def currency_signs() -> dict[str, Money]:
    """Return signs that stand before or after a number: "$", "HK$", "₹"."""
    return {
        sign: Money(code) for code, signs in read_toml(_FILE)["signs"].items() for sign in signs
    }


@cache
def currency_codes() -> dict[str, Money]:
    """Return codes as written: "USD", "usd", "RMB", and millions of them: "MUSD"."""
    table = read_toml(_FILE)
    same = table["same"]
    codes = {code: Money(same.get(code, code)) for code in table["codes"]["codes"]}
    lower = {code: Money(same.get(code.upper(), code.upper())) for code in table["codes"]["lower"]}
    return {**codes, **lower, "RMB": Money("CNY")}


@cache
def currency_prefixes() -> dict[str, Money]:
    """Return words before a number, as written: "Rs", "RM", "USD"."""
    prefixes = {
        word: Money(code or None)
        for code, words in read_toml(_FILE)["prefixes"].items()
        for word in words
    }
    return {**currency_codes(), **prefixes}


@cache
def currency_names() -> dict[str, Money]:
    """Return names after a number, in lower case: "u.s. dollars", "cents", "swiss francs".

    "Cents" are of the currency that the name means without a country, or of the country named.
    """
    names: dict[str, Money] = {}
    for entry in read_toml(_FILE)["name"]:
        names.update(_names_of(entry))
    return names


def _names_of(entry: dict[str, Any]) -> dict[str, Money]:
    default = entry["default"] or None
    bare = set(entry["forms"]) - set(entry.get("needs_country", []))
    minor = entry.get("minor", [])
    names = {form.lower(): Money(default) for form in bare}
    names |= {form: Money(default, _HUNDREDTH) for form in minor + entry.get("minor_named", [])}
    for code, countries in entry.items():
        if not code.isupper():
            continue
        for country in countries:
            lower = country.lower()
            names |= {f"{lower} {form.lower()}": Money(code) for form in entry["forms"]}
            names |= {f"{lower} {form}": Money(code, _HUNDREDTH) for form in minor if len(form) > 1}
    return names


@cache
def cent_currencies() -> frozenset[str]:
    """Return codes of money besides the dollar of the United States that is counted in cents."""
    return frozenset(read_toml(_FILE)["cents"]["codes"])
