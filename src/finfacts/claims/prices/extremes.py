"""Extremes: "hit an all-time high of $83.60", ", its lowest close since May", "not seen since"."""

from __future__ import annotations

import regex

from finfacts.claims.assertion import read_assertion
from finfacts.claims.prices.arguments import LEVEL, STANDING, is_time, quantity_of, read_arguments
from finfacts.claims.prices.level import KINDS, MILLION, Level, move_before
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.subjects import Whose, clause_subject, sole_subject, subject_before
from finfacts.claims.prices.timing import when_told
from finfacts.claims.prices.windows import reach_of
from finfacts.claims.tape import Tape, code, pattern
from finfacts.facts import LevelKind
from finfacts.values import Period, Quantity, Window

_EXTREME = pattern(f"""
    (?P<how> TO | AT | REACH | REACH_BASE | REACH_ING | COMMA | HOLD_BASE | LEVEL
           | PARE | PARE_BASE | PARE_ING
           | AS | CROSS | OF | FOR | SINCE | ON | DASH | SUBJECT | OUTLOOK | AFTER | AND )
    (?: DET | POSSESSIVE | TALLY | ADVERB | STREAK | NUMBER | (?P<window>PERIOD) | SESSION
      | LEVEL_BASE | LEVEL_ING | (?:MARK WORD|WORD|NAME) (?=TALLY|EXTREME) | SUBJECT POSS_MARK )*
    (?P<extreme> EXTREME )
    (?: (?: FOR PERIOD )? (?:OF|AT) (?: ADVERB )? (?P<level>{LEVEL}) | (?P<bare>{LEVEL}) )?
    (?: (?:SINCE|IN)? (?: DET|TALLY|ADVERB|WORD )? (?P<since>PERIOD) )?
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


def read_extremes(tape: Tape, moves: list[Move]) -> list[Level]:
    """Return the extremes that instruments set."""
    found: list[Level] = []
    at = 0
    while match := _EXTREME.search(tape.tags, at):
        extreme = _extreme(tape, match, moves)
        if extreme is not None:
            found.append(extreme)
        at = match.end() if extreme is not None else match.start() + 1
    return found + _unseen(tape, moves)


def _extreme(tape: Tape, match: regex.Match[str], moves: list[Move]) -> Level | None:
    """Read "to a six-week high", "touched an all-time high of $83.60", ", its lowest since May"."""
    how = tape.items[match.start()]
    item = tape.items[match.start("extreme")]
    if how.tag not in _SET or any(_is_baseline(move, match) for move in moves):
        return None
    if _is_near(tape, match):
        return None
    window = reach_of(tape, match, item.lower)
    kind = _kind(tape, match, item.sense, moves)
    if kind is None or not _is_whole(tape, match, kind, window):
        return None
    whose = _whose(tape, match, moves)
    if whose is None:
        return None
    move = move_before(match.start(), moves)
    level = quantity_of(tape, match, "level") or quantity_of(tape, match, "bare")
    if level is None and how.tag in ("COMMA", "DASH"):
        level = _level_before(tape, match.start(), move)
    after = read_arguments(tape, match.end(), "flat", number=False)
    day = tape.items[match.start("since")].value if match["since"] and window is None else None
    told = move is not None and how.tag in ("TO", "COMMA")
    own = day if isinstance(day, Period) and is_time(day) else after.period
    date = own or (move.groups[0].period if told and move else when_told(tape, whose.first))
    adjacent = whose.last if 0 <= whose.last <= match.start() else None
    return Level(
        kind,
        whose,
        level,
        window,
        date,
        after.session,
        read_assertion(tape, adjacent, match.start("extreme")),
        min(whose.first, match.start()) if whose.first >= 0 else match.start(),
        match.end(),
        "level_extreme",
    )


def _is_near(tape: Tape, match: regex.Match[str]) -> bool:
    """Whether an extreme is only close by, or denied: "near its lows", "but not at, a peak"."""
    start = match.start()
    around = tape.items[max(0, start - 1) : match.start("extreme")]
    if any(item.tag == "NOT" for item in tape.items[max(0, start - 3) : start]):
        return True
    if start and tape.items[start].tag == "TO" and tape.items[start - 1].lower == "close":
        return True
    return any(
        item.tag == "NOT" or (item.lower in _NEAR and item.tag not in ("ANCHOR", "LEVEL_BASE"))
        for item in around
    )


def _level_before(tape: Tape, at: int, move: Move | None) -> Quantity | None:
    """Return the level that an extreme speaks of: "finished at 430 yuan, an all-time high"."""
    value = tape.items[at - 1].value if at else None
    if isinstance(value, Quantity) and value.unit in STANDING:
        return value
    return move.groups[0].to if move is not None else None


_NEAR = frozenset(
    {"near", "nearing", "close", "toward", "towards", "below", "above", "approaching", "back"}
)


def _is_baseline(move: Move, match: regex.Match[str]) -> bool:
    return any(
        group.baseline is not None and move.predicate.last <= match.start("extreme") < group.last
        for group in move.groups
    )


def _is_whole(tape: Tape, match: regex.Match[str], kind: LevelKind, window: Window | None) -> bool:
    """Whether the words say an extreme of prices: a bare "high" needs a level or a window."""
    level = quantity_of(tape, match, "level") or quantity_of(tape, match, "bare")
    if level is not None and level.unit == "currency" and (level.value or 0) >= MILLION:
        return False
    if kind in ("record_high", "record_low") or window is not None:
        return True
    return level is not None and tape.items[match.start()].tag not in ("COMMA", "AFTER")


def _kind(tape: Tape, match: regex.Match[str], sense: str, moves: list[Move]) -> LevelKind | None:
    if sense == "record":
        following = tape.items[match.end()].tag if match.end() < len(tape.items) else "STOP"
        if following in ("WORD", "NAME", "NOUN", "PERIOD", "NUMBER", "TALLY", "MONEY", "PERCENT"):
            return None
        move = move_before(match.start(), moves)
        return "record_low" if move and move.predicate.direction == "down" else "record_high"
    return KINDS.get(sense)


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
    return _unowned(tape, clause_subject(tape, first) or sole_subject(tape, first))


def _unowned(tape: Tape, whose: Whose | None) -> Whose | None:
    """Return a subject unless something of its own is what reached: "X's sales to a record"."""
    return None if whose is None or _OWNS.match(tape.tags, whose.last) else whose


_NAME = code("NAME")
_FINITE = frozenset({"PARE", "PARE_BASE", "REACH", "REACH_BASE", "CROSS", "LEVEL", "HOLD_BASE"})
_OTHER = pattern("DRIVE NAME{1,3} $ | WORD NAME{1,3} WORD $")
_OWNS = pattern("POSS_MARK (?:WORD|NAME|TALLY)")


_SUBJECT = pattern("SUBJECT")


_UNSEEN = pattern(f"""
    (?: (?: REACH | REACH_ING | REACH_BASE ) (?P<level>{LEVEL}) COMMA? )? (?P<unseen>UNSEEN)
    (?:SINCE|ON|IN)? (?P<since>PERIOD)
""")
_EDGES: dict[str, LevelKind] = {"up": "high", "down": "low"}


def _unseen(tape: Tape, moves: list[Move]) -> list[Level]:
    """Read "to 0.72%, a level last seen in 2008": a high after a rise, a low after a fall."""
    found: list[Level] = []
    for match in _UNSEEN.finditer(tape.tags):
        move = move_before(match.start("unseen"), moves)
        period = tape.items[match.start("since")].value
        kind = _EDGES.get(move.predicate.direction) if move is not None else None
        if move is None or kind is None or not isinstance(period, Period):
            continue
        level = quantity_of(tape, match, "level")
        if level is None:
            level = _level_before(tape, match.start() - 1, move)
        window = Window(text=period.span.text, start=period.start, timex=period.timex)
        group = move.groups[0]
        found.append(
            Level(
                kind,
                move.whose,
                level,
                window,
                group.period,
                group.session,
                move.assertion,
                move.first,
                match.end(),
                "level_unseen",
            )
        )
    return found
