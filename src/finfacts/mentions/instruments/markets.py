"""Whole markets that move: "the broader market", "Asian markets", "Wall Street", "small caps"."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

import ahocorasick_rs
import regex

from finfacts.mentions.instruments.bourses import find_bourses
from finfacts.mentions.instruments.cues import only_moves, opens_sentence, words
from finfacts.mentions.instruments.names import words_of
from finfacts.patterns import lazy

_HEADS = frozenset({"market", "markets", "Markets", "Street", "benchmark"})
_LAST = lazy(r"(?P<word>[\p{L}\p{N}][\p{L}\p{N}.&'-]*)[ ]$", regex.REVERSE)
_LOOK = 28
_MOST = 4  # words before "market"
_DRIVEN = lazy(
    r"\b(?:sen(?:t|ds|ding)|push(?:ed|es|ing)|lift(?:ed|s|ing)|boost(?:ed|s|ing)|drag(?:ged|s|ging)"
    r"|dr(?:ive|ives|ove|iving)|hammer(?:ed|s|ing)|batter(?:ed|s|ing)|le(?:d|ads|ading)"
    r"|(?:along|together)[ ]with|alongside|as[ ](?:did|were|was))[ ]$",
    regex.REVERSE,
)
_ABOUT = ahocorasick_rs.AhoCorasick(
    "Stocks|stocks|Equities|equities|S&P 500|Dow|Nasdaq|Wall Street|indexes|indices".split("|")
)
_ENOUGH = 3  # words of the stock market, for "the market" to mean it


def find_markets(clean: str) -> list[tuple[int, int]]:
    """Return where whole markets stand that move or are moved, in order.

    >>> text = "Asian markets fell, while Wall Street closed higher."
    >>> [text[start:end] for start, end in find_markets(text)]
    ['Asian markets', 'Wall Street']
    """
    parts, spans = words_of(clean)
    found = [_market(clean, *spans[i]) for i, word in enumerate(parts) if word in _HEADS]
    places = find_bourses(clean) if _is_about_stocks(clean) else ()
    return sorted([*(place for place in found if place is not None), *places])


def _market(clean: str, start: int, end: int) -> tuple[int, int] | None:
    if clean[start:end] == "Street":
        wall = clean.endswith("Wall ", 0, start)
        return (start - len("Wall "), end) if wall and _is_told(clean, start, end) else None
    first, kind = _first(clean, start)
    if clean[start:end] == "benchmark":
        return _benchmark(clean, first, start, end)
    before = clean[max(0, first - 4) : first].lower()
    subject = before == "the " or opens_sentence(clean, first) or first < start
    if not subject or not _is_told(clean, first, end):
        return None
    sure = kind or clean[start:end] == "Markets" or (first < start and clean[end - 1] == "s")
    return (first, end) if sure or _is_about_stocks(clean) else None


def _benchmark(clean: str, first: int, start: int, end: int) -> tuple[int, int] | None:
    """A benchmark by its place: "South Korea's benchmark", "the Asian equity benchmark"."""
    index = clean.startswith(" index", end)
    stop = end + len(" index") if index else end
    place = clean[first:start].strip()
    placed = place.endswith("'s") or _REGIONAL.match(place) is not None
    return (first, stop) if placed and only_moves(clean, stop) else None


_REGIONAL = lazy(r"regional$|\p{Lu}[\p{L}.-]+(?:[ ]\p{L}+)*[ ](?:equity|stock|share)$")


def _is_told(clean: str, first: int, end: int) -> bool:
    """Whether a market moves here, or is moved; "trailing the market, rising 9%" is no subject."""
    if clean[end : end + 1] == ",":
        return False
    if _OWN_MOVE.match(clean, end):
        return True
    return only_moves(clean, end) or _is_driven(clean, first) or _is_of_a_move(clean, first)


_OWN_MOVE = lazy(
    r"'s?[ ](?:[\w.-]+[ ]){0,2}?(?:rally|gains?|losses|decline|drop|fall|rise|slide|slump|rout"
    r"|plunge|rebound|jump|surge|sell-?off|tumble|advance|retreat|recovery)\b"
)


def _first(clean: str, start: int) -> tuple[int, bool]:
    """Where the words before "market" begin, and whether one says it is one of securities."""
    places, kinds = words("market_places"), words("market_kinds")
    first = start
    kind = False
    for _ in range(_MOST):
        match = _LAST.search(clean, max(0, first - _LOOK), first)
        word = match["word"].lower().removesuffix("'s") if match else ""
        if match is None or word not in places | kinds:
            break
        first = match.start()
        kind = kind or word in kinds
    return first, kind


def _is_driven(clean: str, first: int) -> bool:
    at = first - len("the ") if clean[max(0, first - 4) : first] == "the " else first
    return _DRIVEN.search(clean, max(0, at - _LOOK), at) is not None


def _is_of_a_move(clean: str, first: int) -> bool:
    """Whether a noun of movement stands before: "a rally in U.S. Treasury markets"."""
    return _MOVE_IN.search(clean, max(0, first - _LOOK), first) is not None


_MOVE_IN = lazy(
    r"\b(?:rally|rallies|gains?|losses|declines?|drop|fall|rise|slide|slump|rout|plunge|rebound|jump"
    r"|surge|sell-?off|tumble|advance|retreat)[ ](?:in|across)[ ](?:the[ ])?$",
    regex.REVERSE,
)


@lru_cache(maxsize=8)
def _is_about_stocks(clean: str) -> bool:
    """Whether a text speaks of the stock market enough for "the market" to mean that."""
    whole = (
        1
        for _, start, end in _ABOUT.find_matches_as_indexes(clean)
        if not clean[end : end + 1].isalnum() and not (start and clean[start - 1].isalnum())
    )
    return sum(islice(whole, _ENOUGH)) == _ENOUGH
