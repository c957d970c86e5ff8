"""The verb that governs a sum: "[owes] about $4 billion", "[took] a $260 million hit"."""

from __future__ import annotations

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.tape import Item


def verb_of(reading: Reading, at: int) -> int:
    """Return the index of the verb right before item ``at``, or -1 where none stands there."""
    low = at - 1
    while low >= 0 and _only_describes(reading, low):
        low -= 1
    return low if low >= 0 and _is_verb(reading.tape.items[low]) else -1


def _only_describes(reading: Reading, at: int) -> bool:
    """Whether an item stands between a verb and its sum: "took [a planned] $1 billion hit"."""
    items = reading.tape.items
    if items[at].tag in _BETWEEN or items[at].lower in _MORE:
        return True
    return items[at].tag == "WORD" and at > 0 and items[at - 1].tag in _BEFORE_ADJECTIVE


_BETWEEN = frozenset("ADVERB DET POSSESSIVE TALLY QUOTE PARTICLE OFF EXTREME".split())
_BEFORE_ADJECTIVE = frozenset("DET POSSESSIVE POSS_MARK EXTREME".split())
_MORE = frozenset("another further additional extra net total combined".split())


def _is_verb(item: Item) -> bool:
    """Whether an item is what somebody does; "was" and "to be" only join."""
    if item.tag == "AUX":
        return item.lower.split()[-1] in _HAVING
    if item.tag == "TOTAL":
        return item.lower in _REACHED
    if item.tag != "WORD":
        return item.tag in _VERBS
    known = item.lower in _IRREGULAR or item.lower.endswith(("ed", "ing", "s"))
    return known and item.lower not in _NO_VERBS


_HAVING = frozenset(("has", "have", "had", "having"))
_VERBS = frozenset(
    "DEAL OPERATE OPERATE_BASE OPERATE_ING COUNT COUNT_ING REPORT EARN BEAT REACH CROSS FLOW HOLD"
    " OWN RUNS WIPE WIPE_ING DRIVE DRIVE_ING PARE PARE_ING ADJUST OUTFLOW INFLOW".split()
)
_REACHED = frozenset("surpassed reached hit topped eclipsed breached".split())
_IRREGULAR = frozenset(  # and forms that are nouns as well, which seldom stand before a sum
    "took got saw won made held spent paid lent lost gave kept had put stole drew wrote bought sold"
    " built brought struck cut face owe seek carry bring".split()
)
_NO_VERBS = frozenset(
    "plus versus including excluding during following regarding besides towards its this as"
    " perhaps".split()
)
