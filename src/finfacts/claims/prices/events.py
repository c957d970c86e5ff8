"""Times told by what happened: "since it went public in July", "after its report on Thursday"."""

from __future__ import annotations

import datetime as dt

from finfacts.claims.prices.move import Move
from finfacts.claims.prices.superlatives import SUPERLATIVE
from finfacts.claims.tape import Item, Tape, pattern
from finfacts.patterns import lazy
from finfacts.values import Period

_CLAUSE = "[^COMMA SEMICOLON COLON PERCENT MONEY POINTS QUOTE DASH SINCE PERIOD]"
_OPENS = pattern(
    f"^ (?:CLAUSE|AND|ADVERB|QUOTE)? SINCE {_CLAUSE}{{1,14}}? (?P<period>PERIOD) RPAREN? COMMA?"
)
_FOLLOWS = pattern(f"SINCE (?!LEVEL_ING|REACH_ING) {_CLAUSE}{{2,12}}? (?P<period>PERIOD)")
_EVENT = pattern("""
    COMMA? (?:AFTER|BEFORE) (?:DET|POSSESSIVE|WORD|NAME|ADVERB|TALLY|PARE_BASE|METRIC|EXPECT
      |SUBJECT POSS_MARK){1,6} (?:ON|IN) (?P<period>PERIOD) (?= COMMA | STOP | AND | SEMICOLON | $ )
""")


def since_event(tape: Tape, move: Move, today: dt.date | None) -> Period | None:
    """Return the time from what happened up to the article: "has tripled since it listed in July".

    Args:
        tape: the sentence.
        move: that it tells.
        today: the article's date.
    """
    if today is None:
        return None
    match = _OPENS.match(tape.tags) or _FOLLOWS.match(tape.tags, move.last)
    if match is None or (match.end() > move.first and match.start() < move.last):
        return None
    before = tape.items[match.start() - 1].lower if match.start() else ""
    value = tape.items[match.start("period")].value
    if not isinstance(value, Period) or value.start is None or SUPERLATIVE.search(before):
        return None
    if value.start > today or not _runs(tape, move):
        return None
    return value.model_copy(update={"end": today})


def _runs(tape: Tape, move: Move) -> bool:
    """Whether a move is told of up to now: "has fallen", "is up"."""
    words = tape.items[max(0, move.first) : move.predicate.last]
    return any(item.tag == "AUX" and item.lower in _UP_TO_NOW for item in words)


_UP_TO_NOW = frozenset({"has", "have", "'ve", "has been", "have been", "is", "are"})


def event_time(tape: Tape, move: Move) -> Period | None:
    """Return the day of what moved a price: "plunged 8% after its earnings report on Thursday"."""
    group = move.groups[-1]
    if move.predicate.kind != "verb" or group.session is not None or move.assertion != "reported":
        return None
    match = _EVENT.match(tape.tags, move.last)
    if match is None or any(_is_deed(item) for item in tape.items[match.start() : match.end()]):
        return None
    if any(item.tag == "AUX" for item in tape.items[move.first : move.predicate.last]):
        return None
    value = tape.items[match.start("period")].value
    return value if isinstance(value, Period) and value.granularity in _SHORT else None


_SHORT = frozenset({"day", "month"})


def _is_deed(item: Item) -> bool:
    return item.tag == "WORD" and _DONE.fullmatch(item.lower) is not None


_DONE = lazy(r"\w{2,}(?:ed|ing)")
