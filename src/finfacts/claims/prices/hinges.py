"""Levels that chart readers watch: "support at Rs 58-59 and resistance at Rs 65, 67 and 70"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from finfacts.claims.prices.crossing import STANDING
from finfacts.claims.prices.level import Level
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.subjects import Whose, clause_subject, sole_subject, subject_of
from finfacts.claims.tape import Tape, pattern
from finfacts.context.setting import Setting
from finfacts.facts import LevelKind
from finfacts.values import Period, Quantity, Window

_LEVEL = "(?:MONEY|NUMBER|POINTS)"
_LEVELS = f"(?P<levels> {_LEVEL} (?: (?:COMMA|AND|OR|COMMA AND) {_LEVEL} )* ) (?! PERCENT|SHARES )"
_HINGE = pattern(f"""
    (?P<hinge>HINGE) (?: FOR (?:SUBJECT|WORD|IT) (?=AT) )?
    (?:AT|OF|LEVEL|LEVEL_BASE|AUX|ADVERB|IN|DET|WORD|COMMA){{0,4}}? {_LEVELS}
""")
_AVERAGE = pattern(f"""
    (?: (?P<window>PERIOD) (?P<hinge>ANCHOR|WORD) | (?P<hinge>ANCHOR) )
    LPAREN? (?:AT|OF|AUX|LEVEL AT|HOLD AT) ADVERB* {_LEVELS}
""")


def read_hinges(tape: Tape, moves: list[Move], setting: Setting) -> list[Level]:
    """Read "support at ₹58-₹59 and resistance at ₹65", "its 50-day moving average is $44".

    Args:
        tape: the sentence, subjects put together.
        moves: those it tells; what they are measured from is told with them.
        setting: what earlier sentences have set.
    """
    used = {group.baseline.level for move in moves for group in move.groups if group.baseline}
    return [
        Level(kind, whose, level, window, None, None, "reported", *match.span(), "level_hinge")
        for match, kind, window in _hinges(tape)
        if (whose := _whose(tape, match, setting)) is not None
        for level in _levels(tape, match)
        if level not in used and _may_stand(level, whose)
    ]


def _hinges(tape: Tape) -> Iterator[tuple[regex.Match[str], LevelKind, Window | None]]:
    for match in _HINGE.finditer(tape.tags):
        hinge = tape.items[match.start()]
        kind = _KINDS.get(hinge.sense)
        if kind is not None and not (
            hinge.lower == "support" and _GIVEN.match(tape.tags, match.start())
        ):
            yield match, kind, None
    for match in _AVERAGE.finditer(tape.tags):
        hinge = tape.items[match.start("hinge")]
        window = _days(tape, match)
        if hinge.sense == "moving_average" or (window and hinge.lower == "average"):
            yield match, "moving_average", window


_GIVEN = pattern("HINGE OF MONEY")  # "financial support of $500,000"
_KINDS: dict[str, LevelKind] = {"support": "support", "resistance": "resistance"}


def _days(tape: Tape, match: regex.Match[str]) -> Window | None:
    """Return over how many days an average runs: "its 50-day moving average"."""
    value = tape.items[match.start("window")].value if match["window"] else None
    if not isinstance(value, Period) or not value.timex.endswith("D"):
        return None  # "five-year average of nearly 40" times earnings
    return Window(text=value.span.text, timex=value.timex)


def _levels(tape: Tape, match: regex.Match[str]) -> Iterator[Quantity]:
    for item in tape.items[match.start("levels") : match.end("levels")]:
        if isinstance(item.value, Quantity) and item.value.unit in STANDING:
            yield item.value


def _may_stand(level: Quantity, whose: Whose) -> bool:
    """Whether a stock's level is money; an index or a pair may have a bare number."""
    return level.unit == "currency" or whose.instruments[0].kind not in ("equity", "etf")


def _whose(tape: Tape, match: regex.Match[str], setting: Setting) -> Whose | None:
    """Return whose chart it is: one named in the clause or the sentence, else what came before."""
    whose = (
        subject_of(tape, match.start("hinge") + 1)
        or clause_subject(tape, match.start())
        or sole_subject(tape, len(tape.items))
    )
    if whose is not None:
        return whose
    told = setting.before if len(setting.before) == 1 else ()
    before = told or ((setting.spoken_of,) if setting.spoken_of else ())
    return Whose(before, -1, -1) if before else None
