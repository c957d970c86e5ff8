"""Whose economic figure it is: the country or the central bank that the text speaks of."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.banks import central_bank, is_bank
from finfacts.claims.metrics.homes import home
from finfacts.claims.metrics.places import is_in_name, is_place, places
from finfacts.claims.metrics.reading import Reading
from finfacts.lexicons.places import BANKS, countries
from finfacts.patterns import lazy
from finfacts.values import Named


def country(reading: Reading, at: int, *, plain: bool = False) -> Named | None:
    """Return the country an economic figure is about, named in the sentence, or None.

    Args:
        reading: the sentence.
        at: index of the figure's name; the last place before it counts, else the first after.
        plain: whether a bank that is named means itself and not its country.
    """
    sentence = reading.sentence
    text = sentence.passage.clean
    limit = reading.tape.items[at].start
    found: Named | None = None
    for match in places(sentence.passage, sentence.start, sentence.end):
        if is_in_name(reading, match.start()) or not is_place(match[0]):
            continue
        partner = _partner(text, match)
        if found is None and partner not in (None, " from "):
            continue
        after = match.start() >= limit
        nearer = found is None or not after or _is_attached(reading, at, match, found)
        if found is not None and (partner or not nearer):
            break
        word = match[0].lower()
        own = plain and is_bank(match[0])
        name = BANKS.get(word, match[0]) if own else countries()[word]
        found = Named(name=name, span=sentence.passage.span(*match.span()))
        if after:
            break
    return found


def _is_attached(reading: Reading, at: int, match: regex.Match[str], before: Named) -> bool:
    """Whether the place after a name is nearer: "U.S. shares fell as inflation in [China]"."""
    text, item = reading.sentence.passage.clean, reading.tape.items[at]
    if len(text[before.span.end : item.start].split()) <= _CLOSE:
        return False
    return _OF_PLACE.fullmatch(text, item.end, match.start()) is not None


_CLOSE = 2  # words
_OF_PLACE = lazy(r"(?: \w+){0,2}? (?:in|for|of|across) (?:the )?")


def _partner(text: str, match: regex.Match[str]) -> str | None:
    """Return the word by which a place is only a partner: "exports [to] China", or None."""
    before = text[max(0, match.start() - len("against the ")) : match.start()].lower()
    return next((word for word in _PARTNERS if before.endswith(word)), None)


_PARTNERS = (" to ", " from ", " with ", "against the ")


def economy(reading: Reading, name: str, at: int) -> Named | None:
    """Return whose economic figure it is: named in the sentence, or alone right before it."""
    if name in _BANKS_OWN:
        plain = reading.tape.items[at].lower in ("rates", "interest rates", "borrowing costs")
        return central_bank(reading, at, here=plain)
    everywhere = reading.tape.items[at - 1] if at else None
    if everywhere is not None and everywhere.lower in ("global", "world", "worldwide"):
        span = reading.sentence.passage.span(everywhere.start, everywhere.end)
        return Named(name="world", span=span)
    named = country(reading, at)
    if named is None and name in _AMERICAN:
        return _american(reading, at)
    found = named or home(reading, at)
    return found or (_american(reading, at) if name in _WEEKLY else None)


def _american(reading: Reading, at: int) -> Named:
    """Return the United States, for figures that only they have: "initial jobless claims"."""
    item = reading.tape.items[at]
    span = reading.sentence.passage.span(item.start, item.end)
    return Named(name="United States", span=span)


_WEEKLY = frozenset(  # of other countries where they are named
    (
        "crude_inventories",
        "gasoline_inventories",
        "distillate_inventories",
        "diesel_inventories",
        "rig_count",
    )
)
_AMERICAN = frozenset(("jobless_claims", "nonfarm_payrolls", "core_pce"))


_BANKS_OWN = frozenset(("interest_rate", "rate_cuts", "rate_hikes"))
