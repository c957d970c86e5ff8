"""Units, scales and the words around a number as data: "bps", "crore", "a barrel", "Section"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from finfacts.lexicons.currencies import currency_names
from finfacts.lexicons.tables import read_toml
from finfacts.values import Comparator, Unit

_FILE = "units.toml"


class Counted(NamedTuple):
    """What a unit phrase means: "bps", "cents".

    Attributes:
        unit: the unit of the contract.
        currency: ISO 4217 code for money, else None.
        places: decimal places down to the main unit: 2 for cents, else 0.
    """

    unit: Unit
    currency: str | None = None
    places: int = 0


class Comparators(NamedTuple):
    """Comparator phrases before and after a number; the last and first words that begin a look."""

    before: dict[str, Comparator]
    verbs: dict[str, Comparator]
    last_words: frozenset[str]
    after: dict[str, Comparator]
    not_over: frozenset[str]
    not_about: frozenset[str]
    marks: frozenset[str]
    opening: frozenset[str]
    two_values: frozenset[str]


@cache
def unit_phrases() -> dict[str, Counted]:
    """Return unit phrases in lower case: "%", "basis points", "u.s. dollars", "cents"."""
    found = {name: Counted("currency", *money) for name, money in currency_names().items()}
    for unit, phrases in read_toml(_FILE)["units"].items():
        found.update(dict.fromkeys(phrases, Counted(unit)))
    return found


@cache
def glued_units() -> frozenset[str]:
    """Return units that may touch their number: "25bps"."""
    return frozenset(read_toml(_FILE)["glued"]["units"])


@cache
def scale_words() -> dict[str, int]:
    """Return scale words and their powers of ten: "crore" is 7."""
    powers = read_toml(_FILE)["powers"]
    return {
        word: powers[name] for name, words in read_toml(_FILE)["scales"].items() for word in words
    }


@cache
def scale_letters() -> dict[str, int]:
    """Return letters that touch the number, as written: "B" is 9."""
    powers = read_toml(_FILE)["powers"]
    return {
        word: powers[name]
        for name, words in read_toml(_FILE)["letter_scales"].items()
        for word in words
    }


@cache
def per_phrases() -> dict[str, str]:
    """Return what a unit may be for, in lower case: "bbl" is a "barrel"."""
    return {phrase: name for name, phrases in read_toml(_FILE)["per"].items() for phrase in phrases}


@cache
def rate_words() -> dict[str, str]:
    """Return units that carry their own divisor: "bpd" is for a "day"."""
    return {word: name for name, words in read_toml(_FILE)["rates"].items() for word in words}


@cache
def word_set(table: str, key: str) -> frozenset[str]:
    """Return a list of ``units.toml`` as a set: ``word_set("time", "words")``."""
    return frozenset(read_toml(_FILE)[table][key])


@cache
def comparators() -> Comparators:
    """Return the comparator phrases."""
    tables = read_toml("comparators.toml")
    before = {phrase: sense for sense, phrases in tables["before"].items() for phrase in phrases}
    after = {phrase: sense for sense, phrases in tables["after"].items() for phrase in phrases}
    return Comparators(
        before=before,
        verbs={word: sense for sense, words in tables["verbs"].items() for word in words},
        last_words=frozenset(phrase.rpartition(" ")[2] for phrase in before),
        after=after,
        not_over=frozenset(tables["not_over"]["words"]),
        not_about=frozenset(tables["not_about"]["words"]),
        marks=frozenset(tables["marks"]["words"]),
        opening=frozenset(tables["ranges"]["opening"]),
        two_values=frozenset(tables["ranges"]["two_values"]),
    )
