"""The key of a fact: the same claim gets the same key, wherever it is said."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from finfacts.values import Instrument, Named, Period, Quantity, Value

_DIGEST = 8  # bytes


def fact_key(kind: str, *parts: object) -> str:
    """Return a short stable key from a fact's type and what makes it that fact.

    >>> fact_key("poll", "BABA", "70") == fact_key("poll", "BABA", "70")
    True
    """
    words = "|".join((kind, *map(_word, parts)))
    return blake2b(words.encode("utf-8", "replace"), digest_size=_DIGEST).hexdigest()


def _word(part: object) -> str:
    words = _WORDS.get(type(part))
    if words is not None:
        return words(part)
    if isinstance(part, Value):
        return part.model_dump_json()
    return "" if part is None else str(part)


def _instrument(part: Instrument) -> str:
    return part.symbol or part.name.casefold()


def _named(part: Named) -> str:
    return part.name.casefold()


def _quantity(part: Quantity) -> str:
    number = part.value.normalize() if part.value is not None else (part.low, part.high)
    return f"{number}{part.comparator}{part.unit}{part.currency or ''}"


def _period(part: Period) -> str:
    return f"{part.start or ''}..{part.end or ''}" if part.start or part.end else part.timex


_WORDS: dict[type, Callable[[Any], str]] = {
    Instrument: _instrument,
    Named: _named,
    Quantity: _quantity,
    Period: _period,
}
