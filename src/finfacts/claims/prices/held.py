"""Extremes something has: "The record close is $184.48", "the stock's 52-week low was $88"."""

from __future__ import annotations

import regex

from finfacts.claims.assertion import read_assertion
from finfacts.claims.prices.arguments import LEVEL, quantity_of, read_arguments
from finfacts.claims.prices.crossing import STANDING
from finfacts.claims.prices.extremes import is_whole, kind_of
from finfacts.claims.prices.level import Level
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.subjects import Whose, clause_subject, subject_at
from finfacts.claims.prices.windows import reach_of
from finfacts.claims.tape import Tape, pattern
from finfacts.context.setting import Setting
from finfacts.facts import LevelKind
from finfacts.values import Window

_HELD = pattern(f"""
    (?: DET | POSSESSIVE | (?P<owner>SUBJECT) POSS_MARK )
    (?: TALLY | ADVERB | (?P<window>PERIOD) )* (?P<extreme>EXTREME) (?P<since>SINCE PERIOD)?
    (?: AUX ADVERB* AT? | HOLD AT? | LEVEL AT ) (?P<level>{LEVEL})
""")


def read_held(tape: Tape, moves: list[Move], setting: Setting) -> list[Level]:
    """Return the extremes that instruments are said to have, with their levels."""
    found = (_held(tape, match, moves, setting) for match in _HELD.finditer(tape.tags))
    return [level for level in found if level is not None]


def _held(tape: Tape, match: regex.Match[str], moves: list[Move], setting: Setting) -> Level | None:
    item = tape.items[match.start("extreme")]
    window = reach_of(tape, match, item.lower)
    kind = None if item.sense == "record" else kind_of(tape, match, item.sense, moves)
    if kind is None or _is_bare(window, kind) or not is_whole(tape, match, kind, window):
        return None
    whose, level = _holder(tape, match, setting), quantity_of(tape, match, "level")
    if whose is None or level is None or level.unit not in STANDING:
        return None
    after = read_arguments(tape, match.end(), "flat", number=False)
    meant = read_assertion(tape, None, match.end())
    return Level(
        kind,
        whose,
        level,
        window,
        after.period,
        after.session,
        meant,
        *match.span(),
        "level_held",
    )


def _is_bare(window: Window | None, kind: LevelKind) -> bool:
    """Whether no window tells a high or low to be one of prices: "the high was 40"."""
    return window is None and not kind.startswith("record")


def _holder(tape: Tape, match: regex.Match[str], setting: Setting) -> Whose | None:
    """Return whose record it is: "the stock's", else what the sentence or the text speaks of."""
    if match["owner"]:
        return subject_at(tape, match.start("owner"))
    named = clause_subject(tape, match.start())
    if named is not None or _SUBJECT.search(tape.tags):
        return named
    return Whose((setting.spoken_of,), -1, -1) if setting.spoken_of else None


_SUBJECT = pattern("SUBJECT")
