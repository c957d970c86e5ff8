"""Where something stands: "was up 3%", "0.3% higher", "off 6 bps", "12.7% below its high"."""

from __future__ import annotations

import regex

from finfacts.claims.prices.arguments import CHANGE, LEVEL, quantity_of
from finfacts.claims.prices.predicate import (
    DIRECTIONS,
    NOT_STANDING,
    STAND,
    Kind,
    Predicate,
)
from finfacts.claims.tape import Tape, pattern
from finfacts.facts import Direction
from finfacts.values import Quantity


def read_particle(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read "was up", "(up 13.5%)", "0.3% higher", "closed little changed"."""
    first, last = match.span("particle")
    item = tape.items[last - 1]
    direction = DIRECTIONS.get(item.sense)
    before = _number_before(tape, last - 1)
    if direction is None or _EITHER.match(tape.tags, last) or _calms(tape, first, last):
        return None
    if before is not None:
        at, value = before
        stand = at - 1 if at and _is_verb(tape, at - 1) else at
        kind: Kind = "particle" if stand == at else "clause"
        return Predicate(kind, stand, last, direction, value, "move_particle")
    stands = last - first > 1
    if _is_measured(tape, first, last, direction, found):
        return Predicate("particle", first, last, direction, None, "move_particle")
    if _CHANGE_AFTER.match(tape.tags, last) or (stands and not _COMPARED.match(tape.tags, last)):
        return Predicate(
            "clause" if stands else "particle", first, last, direction, None, "move_particle"
        )
    if _stands_beside(tape, first, last, item.sense):
        return Predicate("particle", first, last, direction, None, "move_particle")
    return None


def _calms(tape: Tape, first: int, last: int) -> bool:
    """Whether "settled down" tells no figure: things grew calm."""
    if [item.lower for item in tape.items[last - 2 : last]] != ["settled", "down"] or last < _PAIR:
        return False
    return first < last - 1 and not _CHANGE_AFTER.match(tape.tags, last)


_PAIR = 2


def _is_verb(tape: Tape, at: int) -> bool:
    """Whether a number tells how far what stands there went: "stormed 30% higher"."""
    item = tape.items[at]
    unknown = item.tag == "WORD" and item.lower.endswith("ed")
    return item.tag in _STANDS or (unknown and bool(_DOES.search(tape.tags[:at])))


_DOES = pattern("SUBJECT (?:AUX|ADVERB)* $")
_EITHER = pattern("OR PARTICLE")  # "closed up or down more than 3 percent"


def read_pole(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "ended sharply positive" and "were weak": what was so, no standing state."""
    first, last = match.span("pole")
    verb, pole = tape.items[first], tape.items[last - 1]
    if verb.tag == "AUX" and (verb.lower not in _WAS or pole.lower in _OPINIONS):
        return None
    return Predicate("clause", first, last, DIRECTIONS[pole.sense], None, "move_pole")


_WAS = frozenset({"was", "were"})
_OPINIONS = frozenset({"positive", "negative"})  # of people


def _stands_beside(tape: Tape, first: int, last: int, sense: str) -> bool:
    """Whether a name stands right before: "Kospi flat", "with the Dow lower", "led banks up"."""
    before = tape.tags[:first]
    if _OF_TARGET.search(before):
        return False  # "left its $75 target on X unchanged"
    if sense == "flat" and (_NAMED.search(before) or _STOOD.search(before)):
        return True
    return bool(_BESIDE.search(tape.tags[:first]) and _STANDS_ALONE.match(tape.tags, last))


def _is_measured(
    tape: Tape, first: int, last: int, direction: Direction, found: list[Predicate]
) -> bool:
    """Whether it says from where: "was at $45, up from $40", "rose 1%, up from a low of $40".

    Or where, in a row: "Euro/dollar: UP at $1.1095".
    """
    if _FROM_LEVEL.match(tape.tags, last) and _STOOD.search(tape.tags[:first]):
        return True
    if _AT_LEVEL.match(tape.tags, last) and _ROW.search(tape.tags[:first]):
        return True
    if not found or found[-1].direction != direction or tape.items[first - 1].tag != "COMMA":
        return False
    return _FROM_EXTREME.match(tape.tags, last) is not None


_UP_TO_EXTREME = "(?:DET|POSSESSIVE|TALLY|PERIOD|STREAK|ADVERB|POSS_MARK)* EXTREME (?:OF|AT)?"
_STANDS = frozenset({"AUX", "LEVEL", "LEVEL_BASE", "LEVEL_ING", "HOLD", "HOLD_BASE", "MOVE"})
_CHANGE_AFTER = pattern(f"(?: BY DET (?:ADVERB|TALLY|WORD){{0,3}} | BY | ADVERB )* {CHANGE}")
_FROM_LEVEL = pattern(f"FROM (?: {_UP_TO_EXTREME} )? {LEVEL}")
_AT_LEVEL = pattern(f"AT {LEVEL}")
_ROW = pattern("(?: ^ | STOP | DASH ) SUBJECT COLON $")
_FROM_EXTREME = pattern(f"FROM {_UP_TO_EXTREME} {LEVEL}")
_STOOD = pattern(f"SUBJECT POSS_MARK? {STAND}* AT? {LEVEL} COMMA? $")
_BESIDE = pattern(
    "(?:WITH|LEAD|FOLLOW) (?:DET|LIST_WORD)* SUBJECT"
    " (?: (?:COMMA|AND) (?:DET|LIST_WORD)* SUBJECT )* ADVERB* $"
)
_STANDS_ALONE = pattern("(?: COMMA | STOP | AND | CLAUSE | AFTER | ON | $ )")
_OF_TARGET = pattern("MONEY (?:STOCK|WORD){1,2} (?:ON|FOR) [^COMMA]{0,4} SUBJECT $")
_NAMED = pattern("SUBJECT COLON? $")
_COMPARED = pattern(NOT_STANDING)


def _number_before(tape: Tape, at: int) -> tuple[int, Quantity] | None:
    match = _BEFORE.search(tape.tags[max(0, at - _BEFORE_REACH) : at])
    if match is None:
        return None
    low = max(0, at - _BEFORE_REACH)
    value = tape.items[low + match.start("change")].value
    return (low + match.start(), value) if isinstance(value, Quantity) else None


_BEFORE_REACH = 8
_BEFORE = pattern(
    "(?: (?:LEVEL|LEVEL_ING|LEVEL_BASE) (?:DET STREAK|DET? PERIOD) )?"
    "(?: (?P<points>POINTS|MONEY) COMMA? OR (?P<change>PERCENT) COMMA?"
    "  | (?P<change>PERCENT|MONEY|POINTS|TIMES) ) ADVERB? $"
)


def read_off(_tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "was off 0.2 per cent" and ", off 6 bps"."""
    first, last = match.span("off")
    kind: Kind = "clause" if last - first > 1 else "particle"
    return Predicate(kind, first, last, "down", None, "move_particle")


WHERE = "CLAUSE (?:IT|SUBJECT) ADVERB* (?:LEVEL|AUX|HOLD)"
"""What a distance may be measured from: "9% below where it stood a day earlier"."""
FROM_TIME = pattern(f"(?:BELOW|ABOVE) (?: PERIOD | {WHERE} )")


def read_distance(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "12.7% below its all-time high": it stands that far from a baseline."""
    first, side = match.start("distance"), match.start("side")
    how = tape.items[side]
    direction: Direction = "up" if how.tag == "ABOVE" else "down"
    inner = quantity_of(tape, match, "gone")
    if inner is None or inner.unit not in ("percent", "basis_point", "index_point", "currency"):
        return None
    return Predicate("distance", first, side, direction, inner, "move_distance")
