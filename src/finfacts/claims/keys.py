"""The key of a fact: the same claim gets the same key, wherever it is said."""

from __future__ import annotations

from hashlib import blake2b

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
    match part:
        case None:
            return ""
        case Instrument():
            return part.symbol or part.name.casefold()
        case Named():
            return part.name.casefold()
        case Quantity():
            number = part.value.normalize() if part.value is not None else (part.low, part.high)
            return f"{number}{part.comparator}{part.unit}{part.currency or ''}"
        case Period():
            return f"{part.start or ''}..{part.end or ''}" if part.start or part.end else part.timex
        case Value():
            return part.model_dump_json()
        case _:
            return str(part)
