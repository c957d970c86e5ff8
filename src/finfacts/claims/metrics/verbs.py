"""The verb that governs a sum: "[owes] about $4 billion", "[took] a $260 million hit"."""

from __future__ import annotations

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import Item, pattern


def verb_of(reading: Reading, at: int) -> int:
    """Return the index of the verb right before item ``at``, or -1 where none stands there."""
    low = at - 1
    while low >= 0 and _only_describes(reading, low):
        low -= 1
    return low if low >= 0 and _is_verb(reading.tape.items[low]) else -1


def own_clause(reading: Reading, figure: Stated) -> int:
    """Return where a past verb has a subject of its own right before it, or -1.

    Words of expecting before it look ahead to something else: "Tesla will say that [it] built
    61,000 cars"; in "analysts estimate it built" they do not.
    """
    at, items = figure.name - 1, reading.tape.items
    if at < 0 or items[at + 1].tag not in _DEEDS or not _is_past(items[at + 1].lower.split()[-1]):
        return -1
    if items[at].tag not in ("PRONOUN", "INSTRUMENT"):
        return -1
    return -1 if _GOVERNED.search(reading.tape.tags, 0, at) else at


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in _PAST


_DEEDS = frozenset("OPERATE DEAL EARN REPORT".split())
_PAST = frozenset("took got saw won made held spent paid lent lost gave bought sold built".split())
_GOVERNED = pattern(
    "(?:EXPECT|ESTIMATE|ANALYSTS WORD|CONDITIONAL) (?:REL|ADVERB|COMMA|QUOTE|IN|ON|PERIOD|DET)* $"
)


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
