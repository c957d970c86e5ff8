"""Whole markets that move: "the broader market", "Asian markets", "Wall Street", "small caps"."""

from __future__ import annotations

import regex

from finfacts.mentions.instruments.cues import moves, opens_sentence, words
from finfacts.mentions.instruments.names import words_of
from finfacts.patterns import lazy

_HEADS = frozenset({"market", "markets", "Markets", "Street"})
_LAST = lazy(r"(?P<word>[\p{L}\p{N}][\p{L}\p{N}.&'-]*)[ ]$", regex.REVERSE)
_LOOK = 28
_MOST = 4  # words before "market"
_DRIVEN = lazy(
    r"\b(?:sen(?:t|ds|ding)|push(?:ed|es|ing)|lift(?:ed|s|ing)|boost(?:ed|s|ing)|drag(?:ged|s|ging)"
    r"|dr(?:ive|ives|ove|iving)|hammer(?:ed|s|ing)|batter(?:ed|s|ing)|le(?:d|ads|ading))[ ]$",
    regex.REVERSE,
)
_ABOUT = lazy(r"\b(?:[Ss]tocks|[Ee]quities|S&P[ ]500|Dow|Nasdaq|Wall[ ]Street|indexes|indices)\b")
_ENOUGH = 3  # words of the stock market, for "the market" to mean it


def find_markets(clean: str) -> list[tuple[int, int]]:
    """Return where whole markets stand that move or are moved, in order.

    >>> text = "Asian markets fell, while Wall Street closed higher."
    >>> [text[start:end] for start, end in find_markets(text)]
    ['Asian markets', 'Wall Street']
    """
    parts, spans = words_of(clean)
    places = [_market(clean, *spans[i]) for i, word in enumerate(parts) if word in _HEADS]
    return [place for place in places if place is not None]


def _market(clean: str, start: int, end: int) -> tuple[int, int] | None:
    if clean[start:end] == "Street":
        wall = clean.endswith("Wall ", 0, start)
        return (start - len("Wall "), end) if wall and moves(clean, end) else None
    first = _first(clean, start)
    before = clean[max(0, first - 4) : first].lower()
    subject = before == "the " or opens_sentence(clean, first) or first < start
    if not (subject and (moves(clean, end) or _is_driven(clean, first))):
        return None
    bare = first == start and clean[start:end] != "Markets"
    return (first, end) if not bare or _is_about_stocks(clean) else None


def _first(clean: str, start: int) -> int:
    """Where the words before "market" that say which begin: at "broader", at "Asian"."""
    known = words("market_modifiers")
    first = start
    for _ in range(_MOST):
        match = _LAST.search(clean, max(0, first - _LOOK), first)
        if match is None or match["word"].lower().removesuffix("'s") not in known:
            break
        first = match.start()
    return first


def _is_driven(clean: str, first: int) -> bool:
    at = first - len("the ") if clean[max(0, first - 4) : first] == "the " else first
    return _DRIVEN.search(clean, max(0, at - _LOOK), at) is not None


def _is_about_stocks(clean: str) -> bool:
    """Whether a text speaks of the stock market enough for "the market" to mean that."""
    return sum(1 for _, _ in zip(range(_ENOUGH), _ABOUT.finditer(clean), strict=False)) == _ENOUGH
