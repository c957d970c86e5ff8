"""Levels that chart readers watch: "support at Rs 58-59 and resistance at Rs 65"."""

from __future__ import annotations

from finfacts.claims.prices.arguments import STANDING, quantity_of
from finfacts.claims.prices.level import Level
from finfacts.claims.prices.subjects import Whose, clause_subject, sole_subject
from finfacts.claims.tape import Tape, pattern
from finfacts.context.setting import Setting
from finfacts.facts import LevelKind

_HINGE = pattern("""
    (?P<hinge>HINGE) (?:AT|OF|LEVEL|LEVEL_BASE|AUX|ADVERB|IN|DET|WORD|COMMA){0,4}?
    (?P<level>MONEY|NUMBER|POINTS)
""")


def read_hinges(tape: Tape, setting: Setting) -> list[Level]:
    """Read "support at ₹58-₹59 and resistance at ₹65"."""
    found: list[Level] = []
    for match in _HINGE.finditer(tape.tags):
        whose = clause_subject(tape, match.start()) or sole_subject(tape, len(tape.items))
        if whose is None and setting.main is not None:
            whose = Whose((setting.main,), -1, -1)
        level = quantity_of(tape, match, "level")
        kind = _HINGES.get(tape.items[match.start()].sense)
        if whose is None or kind is None or level is None or level.unit not in STANDING:
            continue
        first, last = match.span()
        found.append(
            Level(kind, whose, level, None, None, None, "reported", first, last, "level_hinge")
        )
    return found


_HINGES: dict[str, LevelKind] = {"support": "support", "resistance": "resistance"}
