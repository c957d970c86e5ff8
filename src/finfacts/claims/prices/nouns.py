"""Nouns of movement: "a 10% surge", "gains of 5%", and the same words as verbs."""

from __future__ import annotations

import regex

from finfacts.claims.prices.arguments import quantity_of
from finfacts.claims.prices.predicate import (
    DIRECTIONS,
    TRANSITIVE,
    Predicate,
)
from finfacts.claims.tape import Tape, pattern
from finfacts.patterns import lazy


def read_noun(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read a noun of movement, or the same word as a verb: "a 10% surge", "shares gain 3%"."""
    first, last = match.span("noun")
    inner = quantity_of(tape, match, "before") or quantity_of(tape, match, "after")
    at = match.end("noun") - (2 if match["after"] else 0) - 1
    direction = DIRECTIONS.get(tape.items[at].sense)
    if direction is None:
        return None
    if any(item.lower in _TYPICAL for item in tape.items[max(0, first - 1) : last]):
        return None
    figured = tape.items[at].lower in OF_FIGURES
    if inner is None and figured and TRANSITIVE.match(tape.tags, last):
        return None
    if inner is None and _is_verb(tape, at):
        return Predicate("verb", at, last, direction, None, "move_verb")
    if inner is None and figured:
        return None
    return Predicate("noun", first, last, direction, inner, "move_noun")


OF_FIGURES = frozenset({"increase", "increases", "decrease", "decreases"})
"""Nouns that tell a move only with their figure: "an 8% increase", not "a rate increase"."""


def read_ended(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "ended with gains" and "closed the day with a loss"."""
    first, last = match.span("ended")
    direction = DIRECTIONS.get(tape.items[last - 1].sense)
    return direction and Predicate("clause", first, last, direction, None, "move_ended")


_TYPICAL = frozenset({"median", "average", "typical", "historical", "typically", "mean"})
_VERB_CUE = pattern(
    "(?: MODAL | OUTLOOK | NOT | (?:AUX|OUTLOOK|WORD|NAME|SUBJECT|PARE|PARE_BASE|LEVEL|NOUN) TO"
    " | (?:PARE|DRIVE) POSSESSIVE? STOCK ) ADVERB* $"
)
_WATCHED = pattern("(?<!TO) (?P<verb>PARE|DRIVE) (?:DET|LIST_WORD)* SUBJECT ADVERB* $")
_WATCHES = lazy(r"(?:see|saw|(?:ha[sd]|have|having) seen)\b")
_SUBJECT_CUE = pattern("SUBJECT ADVERB* $")


def _is_verb(tape: Tape, at: int) -> bool:
    """Whether "gain" is a verb here: "could gain", "shares gain 3%", "stocks rally"."""
    before = tape.tags[max(0, at - 4) : at]
    if _is_adjective(tape, at - 1):
        return False
    if _VERB_CUE.search(before) or _is_watched(tape, at):
        return True
    if not _SUBJECT_CUE.search(before):
        return False
    word = tape.items[at].lower
    subject = next(item for item in reversed(tape.items[:at]) if item.tag == "SUBJECT")
    plural = _HEAD.split(subject.lower, maxsplit=1)[0].endswith("s")
    return plural != word.endswith("s")


def _is_adjective(tape: Tape, at: int) -> bool:
    """Whether "expected" only describes the noun after it: "a bigger than expected loss"."""
    return at >= 0 and tape.items[at].tag == "OUTLOOK" and tape.items[at].lower == "expected"


_HEAD = lazy(r" (?:of|in|for|on|from) ")  # "the price of oil" is one, "shares of Apple" are many


def _is_watched(tape: Tape, at: int) -> bool:
    """Whether one sees another move: "has seen its stock fall 30%"."""
    match = _WATCHED.search(tape.tags[:at])
    return bool(match and _WATCHES.match(tape.items[match.start("verb")].lower))
