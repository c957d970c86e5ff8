"""Whose economic figure it is: the country or the central bank that the text speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import ahocorasick_rs
import regex

from finfacts.claims.metrics.reading import Reading
from finfacts.language.passage import Passage
from finfacts.lexicons.places import BANKS, countries
from finfacts.patterns import lazy, matches_at
from finfacts.values import Named


def country(reading: Reading, at: int, *, bank: bool = False, plain: bool = False) -> Named | None:
    """Return the country an economic figure is about, named in the sentence, or None.

    Args:
        reading: the sentence.
        at: index of the figure's name; the last place before it counts, else the first after.
        bank: whether a central bank is itself the subject ("the Fed cut its benchmark rate");
            nothing else will do.
        plain: whether a bank that is named means itself and not its country.
    """
    sentence = reading.sentence
    text = sentence.passage.clean
    limit = reading.tape.items[at].start
    found: Named | None = None
    for match in _places(sentence.passage, sentence.start, sentence.end):
        own = _BANK.search(match[0])
        if (bank and not own) or _is_in_name(reading, match.start()) or not _is_place(match[0]):
            continue
        word = match[0].lower()
        if found is not None and (match.start() >= limit or _is_partner(text, match)):
            break
        name = BANKS.get(word, match[0]) if bank or (own and plain) else countries()[word]
        found = Named(name=name, span=sentence.passage.span(*match.span()))
    return found


def _is_place(words: str) -> bool:
    """Whether words name a place as they are written: "US" and not "us"."""
    return not words.islower() or words.startswith("euro")


def _is_partner(text: str, match: regex.Match[str]) -> bool:
    """Whether a place only follows "in" or "to": "exports to China"."""
    before = text[max(0, match.start() - len("against the ")) : match.start()].lower()
    return before.endswith((" to ", " from ", " with ", "against the "))


def central_bank(reading: Reading) -> Named | None:
    """Return the central bank named in the sentence, or the last one named before."""
    named = country(reading, 0, bank=True)
    if named is not None:
        return named
    sentence = reading.sentence
    low = max(0, sentence.start - _FAR)
    found = [
        match
        for match in _places(sentence.passage, low, sentence.start)
        if _BANK.search(match[0]) and match[0].lower() != "atlanta fed"
    ]
    if not found:
        return None
    last = found[-1]
    name = BANKS.get(last[0].lower(), last[0])
    return Named(name=name, span=sentence.passage.span(*last.span()))


_FAR = 2500  # characters


def _is_in_name(reading: Reading, at: int) -> bool:
    """Whether a place is part of a company's name: "American Airlines"."""
    named = reading.sentence.found.instruments
    return any(
        value.kind == "equity" and value.span.start <= at < value.span.end for value in named
    )


def economy(reading: Reading, name: str, at: int) -> Named | None:
    """Return whose economic figure it is: named in the sentence, or alone right before it."""
    if name in _BANKS_OWN:
        plain = reading.tape.items[at].lower in ("rates", "interest rates", "borrowing costs")
        return country(reading, 0, bank=True) if plain else central_bank(reading)
    named = country(reading, at)
    if named is None and name in _AMERICAN:
        return _american(reading)
    return named or _country_before(reading)


def _american(reading: Reading) -> Named:
    """Return the United States, for figures that only they have: "initial jobless claims"."""
    item = next(item for item in reading.tape.items if item.tag == "ECONOMY")
    span = reading.sentence.passage.span(item.start, item.end)
    return Named(name="United States", span=span)


_AMERICAN = frozenset(("jobless_claims", "nonfarm_payrolls", "core_pce"))


_BANKS_OWN = frozenset(("interest_rate", "rate_cuts", "rate_hikes"))
_BACK = 600  # characters
_NEAR = 250


def _country_before(reading: Reading) -> Named | None:
    """Return the one country that the sentences before speak of, where there is just one."""
    sentence = reading.sentence
    low = max(0, sentence.start - _BACK)
    found = list(_places(sentence.passage, low, sentence.start))
    found = [match for match in found if _is_place(match[0])]
    names = {countries()[match[0].lower()] for match in found}
    if len(names) > 1:  # several: the one that the words right before speak of
        found = [match for match in found if match.start() > sentence.start - _NEAR]
        names = {countries()[match[0].lower()] for match in found}
    if len(names) != 1:
        return None
    return Named(name=names.pop(), span=sentence.passage.span(*found[-1].span()))


_BANK = lazy(
    r"\b(?:bank|fed|reserve|boe|boj|ecb|rbi|rba|pboc|riksbank|banxico|fomc)\b", regex.IGNORECASE
)


def _places(passage: Passage, start: int, end: int) -> Iterator[regex.Match[str]]:
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
