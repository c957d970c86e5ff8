"""The words of the calendar, read from ``lexicons/calendar.toml``, and the fragments built on them.

"Sept." is 9, "two-and-a-half" is 2.5, "third" is 3.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import regex

from finfacts.lexicons.tables import read_toml
from finfacts.patterns import lazy

_LEXICON: dict[str, Any] = read_toml("calendar.toml")

WEEKDAYS: dict[str, int] = _LEXICON["weekdays"]
EAST: dict[str, float] = _LEXICON["east"]
SHORT_WEEKDAYS: dict[str, int] = _LEXICON["short_weekdays"]
MONTHS: dict[str, int] = _LEXICON["months"] | _LEXICON["short_months"]
SHORT_MONTHS: dict[str, int] = _LEXICON["short_months"]
NUMBERS: dict[str, int] = _LEXICON["numbers"]
ORDINALS: dict[str, int] = _LEXICON["ordinals"]
UNITS: dict[str, str] = _LEXICON["units"]
ADJECTIVES: dict[str, str] = _LEXICON["adjectives"]
OFFSETS: dict[str, int] = _LEXICON["offsets"]
BEFORE_UNITS: list[str] = _LEXICON["before_units"]["words"]
SMALL_WORDS = frozenset[str](_LEXICON["after_years"]["words"])
TODAY: dict[str, int] = _LEXICON["today"]
SEASONS: dict[str, str] = _LEXICON["seasons"]
HOLIDAYS: list[dict[str, Any]] = _LEXICON["holidays"]
MATURITY_NOUNS = frozenset[str](_LEXICON["maturities"]["nouns"])
TENORS = frozenset[int](_LEXICON["maturities"]["tenors"])
STRETCH_NOUNS = frozenset[str](_LEXICON["maturities"]["stretches"])
YEAR_NOUNS = frozenset[str](_LEXICON["year_nouns"]["nouns"])
COUNTED_NOUNS = frozenset[str](_LEXICON["year_nouns"]["counted"])


def either(words: list[str] | dict[str, Any]) -> str:
    """Return an alternation of words, the longest first, so that none hides another."""
    return "|".join(map(regex.escape, sorted(words, key=lambda word: (-len(word), word))))


MONTH = either(MONTHS)
ORDINAL = either(ORDINALS) + r"|\d{1,3}(?:st|nd|rd|th)"
_SMALL = either(NUMBERS)
NUMBER = (
    rf"(?:\d{{1,4}}(?:[- ]\d/\d|\.\d{{1,2}}|/\d)?|(?:{_SMALL})(?:[- ](?:{_SMALL}))?"
    r"|half[ ]a|a[ ](?:couple|pair)(?:[ ]of)?|couple(?:[ ]of)?|an?)"
    r"(?:[- ]and[- ]a[- ](?:half|quarter)|[- ]and[- ]half)?"
)

_SPLIT = lazy(r"[ -]+")
_MIXED = lazy(r"(?P<whole>\d+)(?:[- ](?P<over>\d)/(?P<under>\d))?")
_ENDINGS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}


def number(words: str) -> Decimal | None:
    """Return the value of a small number in words or digits, None where there is none.

    >>> [number(words) for words in ("two", "2-1/2", "two-and-a-half", "twenty-four", "a")]
    [Decimal('2'), Decimal('2.5'), Decimal('2.5'), Decimal('24'), Decimal('1')]
    """
    parts = _SPLIT.split(words.lower())
    if "couple" in parts or "pair" in parts:
        return Decimal(2)
    if parts == ["half", "a"]:
        return Decimal("0.5")
    extra = _ENDINGS.get(parts[-1], Decimal(0)) if "and" in parts else Decimal(0)
    if "and" in parts:
        parts = parts[: parts.index("and")]
    value = _simple(parts)
    return None if value is None else value + extra


def _simple(parts: list[str]) -> Decimal | None:
    text = " ".join(parts)
    mixed = _MIXED.fullmatch(text)
    if mixed:
        fraction = Decimal(0)
        if mixed["over"]:
            if mixed["under"] == "0":
                return None
            fraction = Decimal(mixed["over"]) / Decimal(mixed["under"])
        return Decimal(mixed["whole"]) + fraction
    if text in ("a", "an"):
        return Decimal(1)
    if text.replace(".", "", 1).isdecimal():
        return Decimal(text)
    values = [NUMBERS.get(part) for part in parts]
    if None in values:
        return None
    return Decimal(sum(value for value in values if value is not None))


def ordinal(word: str) -> int:
    """Return the value of an ordinal: "third" is 3, "21st" is 21, "final" is not one."""
    lower = word.lower()
    return ORDINALS.get(lower) or int(regex.sub(r"\D", "", lower) or 0)


_LAST_SPELLED = 19
_DAY_ORDINALS = [word for word, value in ORDINALS.items() if value <= _LAST_SPELLED]
_SPELLED_DAYS = (
    {word: value for value, word in enumerate(_DAY_ORDINALS, start=1)}
    | {f"twenty {word}": 20 + value for value, word in enumerate(_DAY_ORDINALS[:9], start=1)}
    | {"twentieth": 20, "thirtieth": 30, "thirty first": 31}
)
SPELLED_DAY = either(_SPELLED_DAYS).replace("\\ ", r"[\s-]").replace(" ", r"[\s-]")


def spelled_day(words: str) -> int:
    """Return the day of a month in words: "twenty-second" is 22.

    >>> spelled_day("Twenty-Second")
    22
    """
    return _SPELLED_DAYS[regex.sub(r"[\s-]+", " ", words.lower())]
