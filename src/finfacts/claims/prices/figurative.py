"""Movement words that move no price: "jumped at the chance", "gained approval", "up for sale"."""

from __future__ import annotations

from finfacts.claims.prices.predicate import Predicate
from finfacts.claims.tape import Tape, pattern

_GAINED = frozenset(
    "access approval clearance clout control customers entry exposure fame followers market "
    "members permission popularity prominence recognition support subscribers traction "
    "users".split()
)
_ORDERS = frozenset("chain curve ladder list order pecking rankings ranks stack".split())
_CONTESTS = frozenset("contest poll polls race rankings standings".split())
_AFTER = {
    "at": frozenset("chance chances idea offer opportunity prospect".split()),
    "to": frozenset(
        "challenge fame leadership occasion office power presidency prominence rank ranks "
        "stardom".split()
    ),
    "ahead": _CONTESTS,
    "up": _ORDERS,
    "down": _ORDERS,
}
_AFTER_PARTICLE = {
    ("up", "for"): frozenset(
        "auction debate discussion election grabs re-election renewal review sale vote".split()
    ),
    ("ahead", "in"): _CONTESTS,
}
_PRICED = frozenset(
    "bear black bull close correction green range red territory weekend year-end zone".split()
)
_HOLDS_PART = pattern("PERCENT OF")
_INTO = pattern("TO DET? (?:ADVERB|NAME)? WORD")
_LAST = pattern("TO POSSESSIVE ADVERB WORD")
_ASKS = pattern("^ QUOTE? (?:MODAL|AUX) .* QUESTION QUOTE? $")
_COUNTED = pattern("AFTER (?:MARK|NUMBER) OF")  # "rose after 6 of the last 8 reports"
_RESORTS = pattern("ON (?:SUBJECT|NAME|POSSESSIVE|DET WORD)")  # "fall back on its savings"
_LOOK = 5  # items in which a figure of speech shows itself


_SHORT = frozenset({"short", "short of", "behind", "foul", "victim", "apart", "prey", "flat on"})


def is_figurative(tape: Tape, predicate: Predicate) -> bool:
    """Whether words only look like a move of price: a figure of speech, a holding, a question."""
    at = predicate.last
    if predicate.kind == "hold" and _HOLDS_PART.search(tape.tags[predicate.first : at + 3]):
        return True
    if _COUNTED.match(tape.tags, at):
        return True
    if predicate.inner is None and _ASKS.match(tape.tags):
        return predicate.kind in ("verb", "noun", "particle")
    return _is_idiom(tape, at) or _goes_to_last(tape, at) or _goes_into(tape, at)


def _is_idiom(tape: Tape, at: int) -> bool:
    """Whether the words from item ``at`` make its verb another: "jumped at the chance"."""
    verb, (first, *rest) = tape.items[at - 1].lower, [*_words(tape, at), ""]
    if verb.startswith(("fall", "fell")) and first in _SHORT:
        return True
    if verb.endswith(" back") and _RESORTS.match(tape.tags, at):
        return True
    if verb.startswith("gain") and first in _GAINED:
        return True
    told = _AFTER_PARTICLE.get((verb, first)) or _AFTER.get(first)
    return told is not None and not told.isdisjoint(rest)


def _words(tape: Tape, at: int) -> list[str]:
    return [item.lower for item in tape.items[at : at + _LOOK]]


def _goes_into(tape: Tape, at: int) -> bool:
    """Whether something goes into what has no price: "plunged into robotics"."""
    into = bool(_INTO.match(tape.tags, at)) and tape.items[at].lower == "into"
    return into and _PRICED.isdisjoint(_words(tape, at))


def _goes_to_last(tape: Tape, at: int) -> bool:
    """Whether something is down to what is left: "down to its last appeal"."""
    return bool(_LAST.match(tape.tags, at)) and tape.items[at + 2].lower == "last"
