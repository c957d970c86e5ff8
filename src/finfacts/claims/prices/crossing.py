"""Numbers after a move that are levels: "fell below $60", "past 150", "steadied around $110"."""

from __future__ import annotations

import regex

from finfacts.patterns import lazy
from finfacts.values import Quantity

STANDING = frozenset({"currency", "count", "index_point"})
_PAST = lazy(
    "(?:below|under|beneath|underneath|above|past|beyond|over|through|as low as|as high as"
    "|as little as)\\b",
    regex.IGNORECASE,
)
_FAR = lazy(r"over\b.*\bpoints?$", regex.IGNORECASE)  # "jumped over 1,000 points"


def is_crossed(quantity: Quantity, *, by: bool) -> bool:
    """Whether a number is a level that was crossed: "past 150 to the dollar", not "by over $1".

    Args:
        quantity: what follows a move.
        by: whether "by" stands before it.
    """
    if by or _FAR.match(quantity.span.text):
        return False
    return quantity.unit in STANDING and _PAST.match(quantity.span.text) is not None


def is_kept(quantity: Quantity, direction: str) -> bool:
    """Whether a number is where something stayed: "steadied around $110 a barrel"."""
    return direction == "flat" and quantity.unit in STANDING


def is_yield_reached(percent: Quantity) -> bool:
    """Whether a percent is where a yield went: "fell below 2.5%", "as low as 1.45%"."""
    words = percent.span.text
    return _PAST.match(words) is not None and not words.lower().startswith("over")
