"""Extremes: "hit an all-time high of $83.60", ", its lowest close since May", "not seen since"."""

from __future__ import annotations

import regex

from finfacts.claims.assertion import read_assertion
from finfacts.claims.prices.arguments import LEVEL, is_time, quantity_of, read_arguments
from finfacts.claims.prices.crossing import STANDING
from finfacts.claims.prices.level import KINDS, MILLION, Level, move_before
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.subjects import (
    Whose,
    clause_subject,
    sole_subject,
    subject_at,
    subject_before,
)
from finfacts.claims.prices.timing import time_told
from finfacts.claims.prices.windows import reach_of, reaching
from finfacts.claims.tape import Tape, code, pattern
from finfacts.facts import Assertion, LevelKind
from finfacts.values import Period, Quantity, Session, Window

_EXTREME = pattern(f"""
    (?P<how> TO | AT | REACH | REACH_BASE | REACH_ING | COMMA | HOLD_BASE | LEVEL
           | PARE | PARE_BASE | PARE_ING | AUX | WITH
           | AS | CROSS | OF | FOR | SINCE | ON | DASH | SUBJECT | OUTLOOK | AFTER | AND )
    (?: DET | POSSESSIVE | TALLY | ADVERB | STREAK | NUMBER | (?P<window>PERIOD) | SESSION
      | LEVEL_BASE | LEVEL_ING | (?:MARK WORD|WORD|NAME) (?=TALLY|EXTREME) | SUBJECT POSS_MARK )*
    (?P<extreme> EXTREME )
    (?: (?: FOR PERIOD )? (?:OF|AT) (?: ADVERB )? (?P<level>{LEVEL}) | (?P<bare>{LEVEL}) )?
    (?: OF PERIOD (?=ON? PERIOD) )?  # "its 36th record close of the year on Tuesday"
    (?: (?:SINCE|IN)? (?: DET|TALLY|ADVERB|WORD )? (?P<since>PERIOD)
        (?: AT (?P<level>{LEVEL}) | (?= PERIOD AT (?P<level>{LEVEL}) ) )? )?
""")
_SET = frozenset(
    {
        "TO",
        "AT",
        "REACH",
        "REACH_BASE",
        "REACH_ING",
        "COMMA",
        "LEVEL",
        "PARE",
        "PARE_BASE",
        "PARE_ING",
        "HOLD_BASE",
        "FOR",
        "CROSS",
        "DASH",
        "OUTLOOK",
        "AFTER",
        "AND",
    }
)


def read_extremes(tape: Tape, moves: list[Move], stood: list[Level]) -> list[Level]:
    """Return the extremes that instruments set.

    Args:
        tape: the sentence, subjects put together.
        moves: those it tells.
        stood: levels it states, for "closed on Friday at $147, the lowest since May".
    """
    found: list[Level] = []
    at = 0
    while match := _EXTREME.search(tape.tags, at):
        extreme = _extreme(tape, match, moves, stood)
        if extreme is not None:
            found.append(extreme)
        at = match.end() if extreme is not None else match.start() + 1
    return found


def _extreme(
    tape: Tape, match: regex.Match[str], moves: list[Move], stood: list[Level]
) -> Level | None:
    """Read "to a six-week high", "touched an all-time high of $83.60", ", its lowest since May"."""
    item = tape.items[match.start("extreme")]
    if not _is_set(tape, match, moves):
        return None
    window = reach_of(tape, match, item.lower)
    kind = kind_of(tape, match, item.sense, moves)
    if kind is None or not is_whole(tape, match, kind, window):
        return None
    told = _told(tape, match.start(), moves, stood)
    whose = told.whose if isinstance(told, Level) else _whose(tape, match, moves)
    if whose is None or _is_unsaid(tape, match.start(), told):
        return None
    if _is_anothers(tape, match.start(), moves, whose):
        return None
    date, session = _when(tape, match, whose, told)
    return Level(
        kind,
        whose,
        _level(tape, match, whose, told),
        window,
        date,
        session,
        _assertion(tape, match, whose, told),
        min(whose.first, match.start()) if whose.first >= 0 else match.start(),
        match.end(),
        "level_extreme",
    )


def _is_anothers(tape: Tape, at: int, moves: list[Move], whose: Whose) -> bool:
    """Whether a figure of something else comes before: "lifted its rate to 0.5%, the highest"."""
    value = tape.items[at - 1].value if at else None
    if not isinstance(value, Quantity) or value.unit != "percent":
        return False
    told = any(group.percent is value for move in moves for group in move.groups)
    return not told and whose.instruments[0].kind != "rate"


def _is_unsaid(tape: Tape, at: int, told: Move | Level | None) -> bool:
    """Whether no move or level is told for "its second decline and the lowest level" to rank."""
    beside = tape.items[at - 1].value if at else None
    return tape.items[at].tag in _JOINING and told is None and not isinstance(beside, Quantity)


_JOINING = frozenset({"COMMA", "DASH", "AND"})


def _assertion(
    tape: Tape, match: regex.Match[str], whose: Whose, told: Move | Level | None
) -> Assertion:
    """Return how an extreme is meant: as the move it hangs on, unless its own words say."""
    adjacent = whose.last if 0 <= whose.last <= match.start() else None
    own = read_assertion(tape, adjacent, match.start("extreme"))
    return told.assertion if own == "reported" and told is not None else own


def _is_set(tape: Tape, match: regex.Match[str], moves: list[Move]) -> bool:
    """Whether an extreme is reached: not what a move is measured from, not only close by."""
    how = tape.items[match.start()]
    if how.tag not in _SET and not (match["level"] and match["window"] and _has(tape, match)):
        return False
    if (
        how.sense in _UNDONE
        or _is_near(tape, match)
        or _SANK.search(tape.tags[: match.start() + 1])
    ):
        return False
    return how.tag == "TO" or not any(_is_baseline(move, match) for move in moves)


def _has(tape: Tape, match: regex.Match[str]) -> bool:
    """Whether a stock has the extreme: "it has a 52-week high of $88", "with a 52-week low of"."""
    return tape.items[match.start()].lower in ("has", "have", "had", "with")


_SANK = pattern("(?:MOVE|DRIVE|DRIVE_ING|COUNT) (?:DET|POSSESSIVE|TALLY)* WORD TO $")
_UNDONE = frozenset({"pare", "turn"})  # "recovering from its weakest level"
_HANGING = pattern("(?:COMMA|DASH|AND) ADVERB* REACH_ING $ | TO REACH_BASE $")


def _told(tape: Tape, at: int, moves: list[Move], stood: list[Level]) -> Move | Level | None:
    """Return the move or level that an extreme speaks of, where it hangs on one.

    "finished at 430 yuan, an all-time high", "rose 3%, reaching its highest since May".
    """
    tag = tape.items[at].tag
    if tag not in ("COMMA", "DASH", "TO") and not _HANGING.search(tape.tags[: at + 1]):
        return None
    beside = next((level for level in stood if level.level and level.last == at), None)
    return beside or move_before(at, moves)


def _level(
    tape: Tape, match: regex.Match[str], whose: Whose, told: Move | Level | None
) -> Quantity | None:
    """Return the level of an extreme: its own, or that of what it hangs on."""
    passed = tape.items[match.start()].sense == "cross"  # "topping its record of 9,357"
    own = quantity_of(tape, match, "level") or quantity_of(tape, match, "bare")
    if (own is not None and not passed) or tape.items[match.start()].tag == "TO":
        return own
    if isinstance(told, Level):
        return told.level
    before = tape.items[match.start() - 1].value if match.start() else None
    if isinstance(before, Quantity) and _may_be_level(before, whose):
        return before
    return told.groups[0].to if told is not None else None


def _may_be_level(quantity: Quantity, whose: Whose) -> bool:
    """Whether a figure can be where something stands: only yields stand at percents."""
    if quantity.unit == "percent":
        return whose.instruments[0].kind == "rate"
    return quantity.unit in STANDING


def _when(
    tape: Tape,
    match: regex.Match[str],
    whose: Whose,
    told: Move | Level | None,
) -> tuple[Period | None, Session | None]:
    """Return the day and session of an extreme: told after it, of what it hangs on, or before."""
    passed = tape.items[match.start()].sense == "cross"  # "its record of March" is the old one
    after = read_arguments(tape, match.end(), "flat", number=False)
    reach = reaching(tape, match) is not None
    day = tape.items[match.start("since")].value if match["since"] and not reach else None
    own = day if isinstance(day, Period) and is_time(day) else after.period
    if isinstance(told, Level):
        return own or told.date, after.session or told.session
    if told is not None:
        group = told.groups[0]
        return (None if passed else own) or group.period, after.session or group.session
    if tape.items[match.start()].tag == "OUTLOOK":
        return own, after.session
    return own or time_told(tape, whose, match.start(), match.start() + 1), after.session


def _is_near(tape: Tape, match: regex.Match[str]) -> bool:
    """Whether an extreme is only close by, or denied: "near its lows", "but not at, a peak"."""
    start = match.start()
    around = tape.items[max(0, start - 1) : match.start("extreme")]
    if any(item.tag == "NOT" for item in tape.items[max(0, start - 3) : start]):
        return True
    if (
        start
        and tape.items[start].tag == "TO"
        and tape.items[start - 1].lower in ("close", "closer")
    ):
        return True
    return any(
        item.tag == "NOT" or (item.lower in _NEAR and item.tag not in ("ANCHOR", "LEVEL_BASE"))
        for item in around
    )


_NEAR = frozenset(
    {"near", "nearing", "close", "toward", "towards", "below", "above", "approaching", "back"}
)


def _is_baseline(move: Move, match: regex.Match[str]) -> bool:
    return any(
        group.baseline is not None and move.predicate.last <= match.start("extreme") < group.last
        for group in move.groups
    )


def is_whole(tape: Tape, match: regex.Match[str], kind: LevelKind, window: Window | None) -> bool:
    """Whether the words say an extreme of prices: a bare "high" needs a level or a window."""
    level = quantity_of(tape, match, "level") or quantity_of(tape, match, "bare")
    if level is not None and level.unit == "currency" and (level.value or 0) >= MILLION:
        return False
    if kind in ("record_high", "record_low") or window is not None:
        return True
    return level is not None and tape.items[match.start()].tag not in ("COMMA", "AFTER")


def kind_of(tape: Tape, match: regex.Match[str], sense: str, moves: list[Move]) -> LevelKind | None:
    """Return which extreme a cue's sense names; a bare "record" goes by the move before it."""
    if sense == "record":
        if tape.items[match.start()].sense == "cross" and move_before(match.start(), moves) is None:
            return None  # "breaking the previous record": of highs or of lows
        following = tape.items[match.end()].tag if match.end() < len(tape.items) else "STOP"
        if following in ("WORD", "NAME", "NOUN", "PERIOD", "NUMBER", "TALLY", "MONEY", "PERCENT"):
            return None
        move = move_before(match.start(), moves)
        fell = move is not None and move.predicate.direction == "down"
        return (
            "record_low"
            if fell and not _EARLIER.search(tape.tags[: match.start()])
            else "record_high"
        )
    extreme = tape.items[match.start("extreme")]
    following = (
        tape.items[match.end("extreme")].tag if match.end("extreme") < len(tape.items) else ""
    )
    if following in ("WORD", "NAME", "NOUN") and extreme.lower.endswith("est"):
        return None  # "the cheapest valuations since 2012"
    return KINDS.get(sense)


_EARLIER = pattern("(?:SINCE|AFTER|FROM) (?:DET|POSSESSIVE|ADVERB|LEVEL_ING|REACH_ING)* $")


def _whose(tape: Tape, match: regex.Match[str], moves: list[Move]) -> Whose | None:
    first = match.start()
    move = move_before(first, moves)
    whose = subject_before(tape, first, lone_comma=False)
    if whose is not None:
        return whose
    if tape.tags[:first].endswith(_NAME) and tape.items[first].tag in _FINITE:
        return None  # "activity that helped Wall Street log record highs"
    if move is not None and not _SUBJECT.search(tape.tags[move.last : first]):
        return None if _OTHER.search(tape.tags[move.last : first]) else move.whose
    if _OTHER.search(tape.tags[:first]):
        return None
    driven = _DRIVEN.search(tape.tags[:first])
    if driven is not None:
        return subject_at(tape, driven.start("subject"))
    return _unowned(tape, clause_subject(tape, first) or sole_subject(tape, first))


_DRIVEN = pattern("""
    (?:DRIVE|DRIVE_ING|AND) (?:DET|POSSESSIVE|TALLY|LIST_WORD)* (?P<subject>SUBJECT)
    (?: PARTICLE | ADVERB | TO (?:MONEY|NUMBER|PERCENT|POINTS) | BY? (?:PERCENT|MONEY|POINTS) )* $
""")


def _unowned(tape: Tape, whose: Whose | None) -> Whose | None:
    """Return a subject unless something of its own is what reached: "X's sales to a record"."""
    return None if whose is None or _OWNS.match(tape.tags, whose.last) else whose


_NAME = code("NAME")
_FINITE = frozenset({"PARE", "PARE_BASE", "REACH", "REACH_BASE", "CROSS", "LEVEL", "HOLD_BASE"})
_OTHER = pattern("""
    DRIVE NAME{1,3} $ | WORD NAME{1,3} WORD $
  | WORD (?:AUX|ADVERB)* (?:MOVE|COUNT) [^COMMA CLAUSE SUBJECT]{0,9} $  # "after activity fell to"
  | WITH (?:DET|POSSESSIVE|NAME|TALLY|WORD)* WORD $  # "with claims at their lowest since May"
""")
_OWNS = pattern("POSS_MARK (?:WORD|NAME|TALLY) | (?:WORD|NAME){0,2} NAME (?!LPAREN)")


_SUBJECT = pattern("SUBJECT")
