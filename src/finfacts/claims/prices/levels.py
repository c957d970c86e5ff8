"""Price levels: "the yield was at 2.71%", "hit an all-time high of $83.60", "resistance at ₹65"."""

from __future__ import annotations

from finfacts.claims.prices.extremes import read_extremes
from finfacts.claims.prices.hinges import read_hinges
from finfacts.claims.prices.level import Level
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.stated import read_stated
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
    return [*stood, *read_extremes(tape, moves, stood), *read_hinges(tape, setting)]
