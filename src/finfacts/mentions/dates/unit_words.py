"""What the readers of units share: the fragments of their patterns, the unit and the count."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates import vocabulary as words
from finfacts.mentions.dates.atoms import Site
from finfacts.patterns import lazy

Parse = Callable[[regex.Match[str], Site], "f.Form | None"]
Readers = tuple[tuple[regex.Pattern[str], Parse], ...]
UNIT = words.either(words.UNITS)
OFFSET = words.either(words.OFFSETS)
S = r"[\s-]{1,3}"  # "third quarter", "third-quarter", "third - quarter"
ADJECTIVE = r"(?:(?P<adjective>trading|business|fiscal|financial|calendar|full|whole)" + S + ")"
STRAIGHT = (
    r"(?:(?:straight|consecutive|successive|running|full|straight\s+(?:negative|positive)"
    r"|consecutive\s+(?:negative|positive))" + S + ")"
)


def compiled(pattern: str) -> regex.Pattern[str]:
    """Return a verbose pattern that ignores case."""
    return lazy(pattern, regex.VERBOSE | regex.IGNORECASE)


def unit_of(match: regex.Match[str]) -> str:
    """Return the unit that a match names: "weeks" is "week"."""
    word = match["unit"].lower()
    return words.UNITS.get(word) or words.ADJECTIVES[word]


def is_plural(match: regex.Match[str]) -> bool:
    """Return whether the unit of a match stands in the plural."""
    return match["unit"][-1] in "sS"


def count_of(match: regex.Match[str]) -> Decimal | None:
    """Return the count of a match, 1 where none is said, None where it is no number."""
    return words.number(match["number"]) if match["number"] else Decimal(1)
