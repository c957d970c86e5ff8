"""Levels stated: "the yield was at 2.71%", "closed at $15.08", "trades around $52"."""

from __future__ import annotations

from dataclasses import replace

import regex

from finfacts.claims.assertion import read_assertion
from finfacts.claims.prices.arguments import (
    LEVEL,
    is_time,
    quantity_of,
    read_arguments,
    session_of,
)
from finfacts.claims.prices.level import KINDS, MILLION, Level
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.subjects import Whose, clause_subject, subject_before
from finfacts.claims.prices.timing import opening_session, time_told
from finfacts.claims.tape import Tape, pattern
from finfacts.facts import LevelKind
from finfacts.patterns import lazy
from finfacts.values import InstrumentKind, Period, Quantity, Session

_STATED = pattern(f"""
    (?P<verb> (?:AUX|HOLD|HOLD_BASE) (?:ADVERB|LEVEL_ING|LEVEL|MODAL|NOT)*
      | LEVEL | LEVEL_BASE | LEVEL_ING )
    (?: ADVERB | TALLY (?=AT) | SESSION | DET STREAK
      | (?:ON|DET)? (?P<when>PERIOD) POSS_MARK? STREAK? )*
    (?P<how> AT | (?:WORD (?=BELOW|ABOVE))? (?:BELOW | ABOVE) | FOR )? DET? (?P<level>{LEVEL})
    (?! PARTICLE|NOUN|OF|SPREAD|WORD SPREAD )
""")


_REACHED = pattern("""
    (?P<verb> REACH | REACH_ING ) ADVERB* (?: WORD (?=MONEY) )? (?P<level> MONEY | NUMBER | POINTS )
    (?! PARTICLE|NOUN|OF|SPREAD|WORD SPREAD|PERCENT|DASH )
""")


def read_stated(tape: Tape, moves: list[Move]) -> list[Level]:
    """Return where instruments stood, no move in the clause to carry it."""
    found = [_stated(tape, match, moves) for match in _STATED.finditer(tape.tags)]
    found += [_passing(tape, match, moves) for match in _REACHED.finditer(tape.tags)]
    return [level for level in found if level is not None]


def _stated(tape: Tape, match: regex.Match[str], moves: list[Move]) -> Level | None:
    """Read "closed at $15.08", "trades around $52": a level with no move to carry it."""
    first, last = match.span()
    whose, level = _owner(tape, match, moves), quantity_of(tape, match, "level")
    verb = next(item for item in tape.items[first:last] if item.tag != "ADVERB")
    sense = next((i.sense for i in tape.items[first:last] if i.tag.startswith("LEVEL")), "last")
    if first and tape.items[first - 1].tag == "BEGIN":
        sense = "open"
    if whose is None or level is None or not _may_stand(whose, level, match, verb.lower, sense):
        return None
    when = tape.items[match.start("when")].value if match["when"] else None
    own = when if isinstance(when, Period) and is_time(when) else None
    return _placed(tape, match, whose, _reached(level, sense), own)


def _passing(tape: Tape, match: regex.Match[str], moves: list[Move]) -> Level | None:
    """Read "the stock touched $4.58", "the Dow hit 27,000": a level reached, perhaps not kept."""
    whose, level = _owner(tape, match, moves), quantity_of(tape, match, "level")
    if whose is None or level is None or tape.items[match.start()].sense != "reach":
        return None
    stock = any(item.sense == "stock" for item in tape.items[whose.first : whose.last])
    if whose.instruments[0].kind in ("equity", "group", "sector") and not stock:
        return None  # "Apple hit $2 a share", of earnings
    if not _may_stand(whose, level, match, "", "reach"):
        return None
    found = _placed(tape, match, whose, "last", None)
    return replace(found, rule=PASSING) if found.assertion == "reported" else None


PASSING = "level_reached"


def _placed(
    tape: Tape, match: regex.Match[str], whose: Whose, kind: LevelKind, own: Period | None
) -> Level:
    first, last = match.span()
    after = read_arguments(tape, last, "flat", number=False)
    beside = 0 <= whose.last <= first and not _HANGS_ON.search(tape.tags[whose.last : first])
    return Level(
        kind,
        whose,
        quantity_of(tape, match, "level"),
        None,
        own or after.period or time_told(tape, whose, first, last),
        after.session or _session_inside(tape, match) or opening_session(tape),
        read_assertion(tape, whose.last if beside else None, first),
        min(whose.first, first) if whose.first >= 0 else first,
        max(last, after.last),
        "level_stated",
    )


def _session_inside(tape: Tape, match: regex.Match[str]) -> Session | None:
    named = (item for item in tape.items[match.start() : match.end()] if item.tag == "SESSION")
    return next((session_of(item.sense) for item in named), None)


def _owner(tape: Tape, match: regex.Match[str], moves: list[Move]) -> Whose | None:
    """Return what stood at a level, unless a move carries the words already."""
    first = match.start()
    if any(move.predicate.first <= first < move.last for move in moves):
        return None
    stood = tape.items[match.start("level")].value
    if any(group.to is stood for move in moves for group in move.groups):
        return None
    return subject_before(tape, first, lone_comma=False) or _carried(tape, first, moves)


_HANGS_ON = pattern("(?:COMMA|AFTER|BEFORE|DASH|AND) ADVERB* $")
_GOES_ON = pattern("(?:AND|BEFORE|AFTER) ADVERB* $")


def _carried(tape: Tape, first: int, moves: list[Move]) -> Whose | None:
    """Return a subject not said again: ", peaking at $64.83", "and closed on Friday at $147.05"."""
    rule = _HANGS_ON if tape.items[first].tag in ("LEVEL_ING", "REACH_ING") else _GOES_ON
    if not rule.search(tape.tags[:first]):
        return None
    whose = moves[-1].whose if moves else clause_subject(tape, first)
    if whose is None:
        return None
    since = moves[-1].last if moves else whose.last
    return None if _SUBJECT.search(tape.tags, since, first) else whose


def _reached(level: Quantity, sense: str) -> LevelKind:
    """Return the kind of a level told with "as much as" (a high) or "as little as" (a low)."""
    words = level.span.text.lower()
    if words.startswith(("as much as", "as high as")):
        return "high"
    if words.startswith(("as little as", "as low as")):
        return "low"
    return KINDS.get(sense, "last")


def _may_stand(
    whose: Whose, level: Quantity, match: regex.Match[str], verb: str, sense: str
) -> bool:
    """Whether a subject of this kind can stand at such a level: "the yield was at 2.71%"."""
    kind = whose.instruments[0].kind
    if len({one.name for one in whose.instruments}) > 1 or _is_elsewhere(kind, level, match, verb):
        return False  # "A and B ended at Rs 174 and Rs 141": whose is whose is in doubt
    if verb in ("bought", "buys", "buy", "buying"):
        return kind in ("fx", "crypto") and level.unit == "currency"
    if level.unit in ("percent", "basis_point", "percentage_point"):
        spread = _SPREAD.search(" ".join(one.name for one in whose.instruments)) is not None
        return kind == "rate" and (
            level.unit == "basis_point" if spread else level.unit == "percent"
        )
    if kind == "rate" or level.unit == "multiple" or (level.value or 0) >= MILLION:
        return False
    if sense == "last" and match["how"] is None and level.comparator == "exact":
        return kind in ("fx", "commodity", "crypto") and level.per is not None
    return level.unit == "currency" or kind in ("index", "fx", "commodity")


_SPREAD = lazy(r"\b(?:spread|gap)\b")


def _is_elsewhere(
    kind: InstrumentKind, level: Quantity, match: regex.Match[str], verb: str
) -> bool:
    """Whether a sale or a distance is told: "may fetch $50 a share", "is 900 points closer"."""
    if verb.startswith("fetch"):
        return kind == "equity"
    at = match.groupdict().get("how", "AT")
    return at is None and level.unit == "index_point" and bool(_POINTS.search(level.span.text))


_POINTS = lazy(r"points?\b")


_SUBJECT = pattern("SUBJECT")
