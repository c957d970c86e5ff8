"""Who leads: "was the biggest gainer", "led losses", "rose, led by banks", "its worst week"."""

from __future__ import annotations

import regex

from finfacts.claims.prices.predicate import (
    DIRECTIONS,
    NOT_STANDING,
    REPEATABLE,
    Kind,
    Predicate,
)
from finfacts.claims.prices.subjects import is_elsewhere
from finfacts.claims.tape import Tape, pattern
from finfacts.facts import Direction


def read_leader(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "was the biggest gainer" and "was among the biggest losers"."""
    first, last = match.span("leader")
    direction = DIRECTIONS.get(tape.items[last - 1].sense)
    if direction is None:
        return None
    return Predicate("verb", first, last, direction, None, "move_leader")


NAMED_LAST = """
    (?:LEADER|WORD) (?: (?:ON|IN|OF|FOR) DET? SUBJECT | PERIOD )?
    (?: AUX | WORD (?=DET|SUBJECT|LIST_WORD) ) (?:DET|LIST_WORD)* SUBJECT
    (?= (?: (?:COMMA|AND|COMMA AND) (?:DET|LIST_WORD)* SUBJECT )*
        (?: STOP|SEMICOLON|CLAUSE|COMMA|WITH|$ ) )
"""
"""Who moved, named after it: "the biggest loser was X", "losers included X and Y"."""


def read_leaders(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "the losers were A, B and C" and "the biggest gainer was D"."""
    first, last = match.span("leaders")
    item = tape.items[first]
    leads = item.tag == "LEADER"
    direction = DIRECTIONS.get(item.sense) if leads else _LEADERS.get(item.lower)
    if direction is None or tape.items[last - 1].sense == "stock":
        return None
    return Predicate("drive", first, last, direction, None, "move_leader")


_LEADERS: dict[str, Direction] = {
    **dict.fromkeys(("gainers", "winners", "risers", "advancers"), "up"),
    **dict.fromkeys(("losers", "decliners", "fallers", "laggards"), "down"),
}


def read_lead(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "led losses" and "contributed the most to the index's gain"."""
    noun = tape.items[match.start("course")]
    direction = DIRECTIONS.get(noun.sense)
    first, last = match.span("lead")
    joined = tape.items[first].lower.startswith("join")
    if direction is None or noun.lower not in (_JOINED if joined else _COURSES):
        return None
    kind: Kind = "participle" if tape.items[first].lower.endswith("ing") else "verb"
    return Predicate(kind, first, last, direction, None, "move_lead")


def read_leads(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "led chip stocks higher": who leads goes the same way, or follows."""
    direction = DIRECTIONS.get(tape.items[match.start("way")].sense)
    if direction is None:
        return None
    return Predicate("verb", *match.span("leads"), direction, None, "move_lead")


_JOINED = frozenset("rally selloff sell-off rout rebound".split())  # only prices do
_COURSES = frozenset(
    "gain gains loss losses decline declines advance advances rally selloff sell-off drop rise "
    "rout slide slump rebound retreat fall".split()
)


_AND = "(?:COMMA|AND|COMMA AND)"
_AMONG = "(?:DET|LIST_WORD|TALLY|POSSESSIVE)*"
JOINED = f"""(?:
    (?: LEAD BY | ALONG | CLAUSE AUX
      | (?<=MOVE|MOVE_ING|PARTICLE) WITH (?= {_AMONG} SUBJECT (?:STOP|COMMA|CLAUSE|$) )
    ) {_AMONG} SUBJECT
    (?! {NOT_STANDING} | STOCK | PERCENT | PARTICLE | POSS_MARK | AUX | MOVE
      | COMMA (?:REL|WITH|AUX|MOVE|PARTICLE|PERCENT|MOVE_ING) )
  | (?<=IN NAME|IN NAME NAME) {_AND} SUBJECT
)"""
"""Who moved as well: "led by banks", "along with gold", "in Tokyo and [Seoul]"."""


def read_led(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read "advanced 1%, led by energy stocks", "along with gold", "as did gold": all moved."""
    first, last = match.span("led_by")
    if not found or found[-1].kind not in REPEATABLE:
        return None
    opening = tape.items[first]
    if _JOINS.get(opening.tag, opening.lower) != opening.lower:
        return None
    elsewhere = opening.tag in ("COMMA", "AND")
    if elsewhere and not is_elsewhere(tape.items[last - 1].value):
        return None
    between = _IN_ONE_PLACE if elsewhere else _LED_ALONG
    if not between.match(tape.tags, found[-1].last, first):
        return None
    first = last - 1 if elsewhere else first
    return Predicate("drive", first, last, found[-1].direction, None, "move_led")


_JOINS = {"CLAUSE": "as", "WITH": "with"}  # of what has the tag, the word that joins
_LED_ALONG = pattern(
    "(?:PERCENT|MONEY|POINTS|NUMBER|ADVERB|BY|OR|TO|AT|ON|IN|PERIOD|SESSION|COMMA"
    "|(?:IN|FOR) (?:DET|TALLY|NUMBER)* STREAK)* $"
)
_IN_ONE_PLACE = pattern("ADVERB* IN NAME{1,2} $")


def read_spell(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "suffered its worst week since March" and "the index's best day"."""
    direction = DEGREES.get(tape.items[match.start("degree")].lower)
    if direction is None or tape.items[match.start("unit")].lower not in _UNITS:
        return None
    first, last = match.span("spell")
    hangs = tape.items[first].tag == "PARE_ING"
    kind: Kind = "noun" if match["owned"] else "participle" if hangs else "verb"
    first += tape.items[first].tag == "OUTLOOK"  # it is read before a predicate
    return Predicate(kind, first, last, direction, None, "move_spell")


DEGREES: dict[str, Direction] = {"best": "up", "worst": "down"}
_UNITS = frozenset("day session week month quarter half year".split())
