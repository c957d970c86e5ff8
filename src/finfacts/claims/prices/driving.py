"""What makes something move: "drove X to a high", "gave X a 4% pop", "knocked 2% off X".

What is moved stands after the verb, or before it where the verb is passive: "shares were hammered".
"""

from __future__ import annotations

import regex

from finfacts.claims.prices.arguments import LEVEL, quantity_of
from finfacts.claims.prices.predicate import DIRECTIONS, Predicate
from finfacts.claims.tape import Item, Tape, code, pattern
from finfacts.facts import Direction
from finfacts.patterns import lazy
from finfacts.values import Instrument

KNOCKED = """
    (?:DRIVE|DRIVE_BASE|DRIVE_ING|PARE|PARE_BASE|PARE_ING|COUNT|COUNT_BASE|COUNT_ING|WORD) ADVERB*
    (?P<taken>PERCENT|POINTS) OFF (?:DET|LIST_WORD)* SUBJECT (?! POSS_MARK|WORD|NAME|NOUN )
"""
GIVEN = """
    GIVE (?:DET|LIST_WORD)* SUBJECT DET (?:ADVERB|TALLY|WORD)* (?P<gift>PERCENT)?
    (?:TALLY|WORD)? (?P<push>NOUN|DRIVE_BASE|MOVE_BASE)
"""
PASSIVE = """
    AUX ADVERB* DRIVE (?= (?:ADVERB|WORD)?
      (?: BY | STOP | COMMA | ON | AFTER | CLAUSE | AND | IN | PERIOD | $ ) )
"""


def read_knocked(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "knocked 2% off the index", "could shave 100 points off the Dow"."""
    first, last = match.span("knocked")
    if not _KNOCKS.match(tape.items[first].lower):
        return None
    return Predicate("drive", first, last, "down", quantity_of(tape, match, "taken"), "move_wiped")


_KNOCKS = lazy("knock|shav|lop|slic|wip|took|tak|cut|chop|trim|strip")


def read_given(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "gave the stock an 11 percent pop" and "handed the shares a boost"."""
    first, last = match.span("given")
    at = tape.tags.index(code("SUBJECT"), first, last)
    direction = DIRECTIONS.get(tape.items[match.start("push")].sense)
    gift = quantity_of(tape, match, "gift")
    if direction is None or (gift is None and not _is_priced(tape, at)):
        return None
    return Predicate("drive", first, last, direction, gift, "move_given")


def read_passive(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "shares were hammered" and "the index was dragged down by banks"."""
    first, last = match.span("passive")
    verb = tape.items[last - 1]
    direction = DIRECTIONS.get(verb.sense)
    if direction is None or _HELPS.match(verb.lower):
        return None
    return Predicate("verb", first, last, direction, None, "move_passive")


_HELPS = lazy("support|underp|prop|bolst|fuel|pressur|spur")  # a price may fall all the same


def read_drive(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "boosted shares of X", "drove X to a six-week high", "pushed X lower"."""
    first, last = match.span("drive")
    at = tape.tags.rindex(code("SUBJECT"), first, last)
    direction = _driven(tape, match, at + 1)
    led = match["led"] and _STOCK.search(tape.items[at].lower)  # "sending its shares higher"
    if direction is None or not (led or _is_priced(tape, at)) or _goes_otherwise(tape, first, last):
        return None
    return Predicate("drive", first, last, direction, None, "move_drive")


def _driven(tape: Tape, match: regex.Match[str], at: int) -> Direction | None:
    """Return which way something is driven: by the verb, by "lower", by the extreme it reaches."""
    verb = tape.items[match.start("drive")]
    if match["led"]:
        if _WATCHES.match(verb.lower):
            return None
        return DIRECTIONS.get(tape.items[match.start("led")].sense)
    if verb.sense in DIRECTIONS:
        return DIRECTIONS[verb.sense]
    reached = _REACHED.match(tape.tags, at)
    if reached:
        return DIRECTIONS.get(_EXTREMES.get(tape.items[reached.end() - 1].sense, ""))
    return _between(tape, at)


def _between(tape: Tape, at: int) -> Direction | None:
    """Return which way two levels lead: "took crude from $35 to below $10"."""
    match = _FROM_TO.match(tape.tags, at)
    if match is None:
        return None
    before, after = quantity_of(tape, match, "before"), quantity_of(tape, match, "after")
    if before is None or after is None or before.value is None or after.value is None:
        return None
    if before.unit != after.unit or before.value == after.value:
        return None
    return "up" if after.value > before.value else "down"


_FROM_TO = pattern(
    f"FROM ADVERB* (?P<before>{LEVEL}) (?:IN|ON)? PERIOD? TO ADVERB* (?P<after>{LEVEL})"
)


def _is_priced(tape: Tape, at: int) -> bool:
    """Whether it is a price that is driven: a stock, an index, or a company to a level."""
    subject = tape.items[at]
    kind = subject.value.kind if isinstance(subject.value, Instrument) else ""
    return (
        subject.sense == "stock"
        or kind not in ("equity", "sector")
        or bool(_TO.match(tape.tags, at + 1))
    )


_STOCK = lazy(r"\b(?:stocks?|shares)\b")  # of one company, told of before


def _goes_otherwise(tape: Tape, first: int, last: int) -> bool:
    """Whether the verb is none here, or has another object: "a drag on", "boost Apple's sales"."""
    return (
        (first > 0 and _is_no_verb(tape.items[first - 1]))
        or bool(_OWNED.match(tape.tags, last))
        or bool(_GOES_ON.match(tape.tags, last))
    )


def _is_no_verb(before: Item) -> bool:
    """Whether what stands before makes it a noun or a purpose: "a drag on", "to support"."""
    if before.tag == "DET":
        return before.lower in ("a", "an", "the")
    return before.tag in ("TO", "TALLY", "NOT")


_WATCHES = lazy("see|saw|keep|kept")
_REACHED = pattern("TO (?:DET|POSSESSIVE|TALLY|PERIOD|ADVERB)* EXTREME")
_TO = pattern("TO (?:DET|ADVERB|AS|POSSESSIVE|TALLY|PERIOD)* (?:MONEY|NUMBER|POINTS|EXTREME)")
_OWNED = pattern("POSS_MARK | WORD | NAME | STOCK | NOUN")
_GOES_ON = pattern(
    "ADVERB* (?:BY|ADVERB)* (?:PARTICLE|MOVE|MOVE_BASE|MOVE_ING|NOUN|PERCENT PARTICLE)"
)
_EXTREMES = {"high": "up", "record_high": "up", "low": "down", "record_low": "down"}
