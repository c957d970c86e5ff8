"""Places named in a text: countries, their adjectives, agencies that count for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import ahocorasick_rs
import regex

from finfacts.claims.metrics.reading import Reading
from finfacts.language.passage import Passage
from finfacts.lexicons.places import countries
from finfacts.patterns import matches_at


def is_place(words: str) -> bool:
    """Whether words name a place as they are written: "US" and not "us"."""
    return not words.islower() or words.startswith("euro")


def is_in_name(reading: Reading, at: int) -> bool:
    """Whether a place is part of a company's name: "American Airlines"."""
    named = reading.sentence.found.instruments
    return any(
        value.kind == "equity" and value.span.start <= at < value.span.end for value in named
    )


def places(passage: Passage, start: int, end: int) -> Iterator[regex.Match[str]]:
    """Return the countries and banks named in a stretch of text, in order.

    Their first words are looked for at first, which is quicker than trying all names everywhere.
    """
    openings = _openings().find_matches_as_indexes(passage.lower[start:end], overlapping=True)
    places = sorted({start + first for _, first, _ in openings})
    return matches_at(_name(), passage.clean, places, end)


@cache
def _openings() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(sorted({name.split()[0] for name in countries()}))


@cache
def _name() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, sorted(countries(), key=len, reverse=True)))
    return regex.compile(rf"(?<!\w)(?:{words})(?!\w)", regex.IGNORECASE)
