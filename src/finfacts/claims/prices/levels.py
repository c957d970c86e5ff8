"""Price levels: "the yield was at 2.71%", "hit an all-time high of $83.60", "resistance at ₹65"."""

from __future__ import annotations

from finfacts.claims.prices.extremes import read_extremes
from finfacts.claims.prices.held import read_held
from finfacts.claims.prices.hinges import read_hinges
from finfacts.claims.prices.level import Level
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.stated import PASSING, read_stated
from finfacts.claims.prices.unseen import read_unseen
from finfacts.claims.tape import Tape
from finfacts.context.setting import Setting


def read_levels(tape: Tape, moves: list[Move], setting: Setting) -> list[Level]:
    """Return where instruments stood, the extremes they set and the levels watched.

    Args:
        tape: the sentence, subjects put together.
        moves: those it tells.
        setting: what earlier sentences have set.
    """
    stood = read_stated(tape, moves)
    extremes = [*read_extremes(tape, moves, stood), *read_unseen(tape, moves)]
    return [
        *(level for level in stood if not _is_extreme(level, extremes)),
        *(level for level in extremes if not _is_wider(level, extremes)),
        *read_held(tape, moves, setting),
        *read_hinges(tape, moves, setting),
    ]


def _is_extreme(level: Level, extremes: list[Level]) -> bool:
    """Whether a level reached is told as an extreme too: "hit $1.29, its firmest in a year"."""
    return level.rule == PASSING and any(one.level is level.level for one in extremes)


def _is_wider(level: Level, extremes: list[Level]) -> bool:
    """Whether an extreme is told again with its window: "a low of $50, the weakest since May"."""
    return level.window is None and any(
        one.window and one.level is level.level and one.kind == level.kind
        for one in extremes
        if level.level is not None
    )
