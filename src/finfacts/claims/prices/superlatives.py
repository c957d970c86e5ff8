"""How far back a superlative reaches, which is no time: "its biggest drop this year"."""

from __future__ import annotations

from finfacts.claims.tape import Item, Tape, pattern
from finfacts.patterns import lazy
from finfacts.values import Period

SUPERLATIVE = lazy(r"\b(?:most|least|best|worst|\p{Ll}+est)\b")


def is_reach(tape: Tape, at: int, value: object) -> bool:
    """Whether a time only says how far a superlative reaches: "its biggest drop this year"."""
    led = at - (tape.items[at - 1].tag in ("IN", "OF"))
    nearest = tape.items[max(0, led - _REACH) : led]
    if isinstance(value, Period) and [item.lower for item in nearest[-2:]] == ["first", "time"]:
        return True  # "above $50 for the first time this year"
    if not isinstance(value, Period) or not any(map(_is_superlative, nearest)):
        return False
    if _RANKED.search(tape.tags[:led]):
        return False  # "is up the most this year": so far it leads
    if any(_OWN_LENGTH.search(item.lower) for item in nearest):
        return False  # "its best annual gain in 2019"
    since = value.span.text.lower().startswith("since")
    within = led < at and value.granularity == "duration"
    return since or within or value.granularity in ("year", "quarter", "month")


def _is_superlative(item: Item) -> bool:
    return item.tag in ("TALLY", "ADVERB") and SUPERLATIVE.search(item.lower) is not None


_RANKED = pattern("PARTICLE (?:ADVERB|TALLY) $")
_REACH = 3  # items: "biggest one-day drop"
_OWN_LENGTH = lazy("annual|yearly|monthly|quarterly|weekly")
