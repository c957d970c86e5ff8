"""Extremes told by when they were last seen: "to 0.72%, a level last seen in 2008"."""

from __future__ import annotations

from finfacts.claims.prices.arguments import LEVEL, quantity_of
from finfacts.claims.prices.level import Level, move_before
from finfacts.claims.prices.move import Move
from finfacts.claims.tape import Tape, pattern
from finfacts.facts import LevelKind
from finfacts.values import Period, Window

_UNSEEN = pattern(f"""
    (?: (?: REACH | REACH_ING | REACH_BASE ) (?P<level>{LEVEL}) COMMA? )? (?P<unseen>UNSEEN)
    (?:SINCE|ON|IN)? (?P<since>PERIOD)
""")
_EDGES: dict[str, LevelKind] = {"up": "high", "down": "low"}


def read_unseen(tape: Tape, moves: list[Move]) -> list[Level]:
    """Read "to 0.72%, a level last seen in 2008": a high after a rise, a low after a fall."""
    found: list[Level] = []
    for match in _UNSEEN.finditer(tape.tags):
        move = move_before(match.start("unseen"), moves)
        period = tape.items[match.start("since")].value
        kind = _EDGES.get(move.predicate.direction) if move is not None else None
        if move is None or kind is None or not isinstance(period, Period):
            continue
        level = quantity_of(tape, match, "level") or move.groups[0].to
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
