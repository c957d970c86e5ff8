"""Levels stated: "the yield was at 2.71%", "closed at $15.08", "trades around $52"."""

from __future__ import annotations

import regex

from finfacts.claims.assertion import read_assertion
from finfacts.claims.prices.arguments import LEVEL, is_time, quantity_of, read_arguments
from finfacts.claims.prices.level import KINDS, MILLION, Level
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.subjects import Whose, subject_before
from finfacts.claims.tape import Tape, pattern
from finfacts.facts import LevelKind
from finfacts.values import Period, Quantity

_STATED = pattern(f"""
    (?P<verb> (?:AUX|HOLD|HOLD_BASE) (?:ADVERB|LEVEL_ING|LEVEL|MODAL|NOT)*
      | LEVEL | LEVEL_BASE | LEVEL_ING )
    (?: ADVERB | TALLY (?=AT) | SESSION | ON? (?P<when>PERIOD) )*
    (?P<how> AT | (?:WORD (?=BELOW|ABOVE))? (?:BELOW | ABOVE) | FOR )? DET? (?P<level>{LEVEL})
    (?! PARTICLE|NOUN|OF|SPREAD|WORD SPREAD )
""")


def read_stated(tape: Tape, moves: list[Move]) -> list[Level]:
    """Return where instruments stood, no move in the clause to carry it."""
    found = (_stated(tape, match, moves) for match in _STATED.finditer(tape.tags))
    return [level for level in found if level is not None]


def _stated(tape: Tape, match: regex.Match[str], moves: list[Move]) -> Level | None:
    """Read "closed at $15.08", "trades around $52": a level with no move to carry it."""
    first, last = match.span()
    if any(move.predicate.first <= first < move.last for move in moves):
        return None
    stood = tape.items[match.start("level")].value
    if any(group.to is stood for move in moves for group in move.groups):
        return None
    told = subject_before(tape, first, lone_comma=False)
    whose = told or _carried(tape, first, moves)
    level = quantity_of(tape, match, "level")
    verb = next(item for item in tape.items[first:last] if item.tag != "ADVERB")
    sense = next((i.sense for i in tape.items[first:last] if i.tag.startswith("LEVEL")), "last")
    if whose is None or level is None or not _may_stand(whose, level, match, verb.lower, sense):
        return None
    after = read_arguments(tape, last, "flat", number=False)
    when = tape.items[match.start("when")].value if match["when"] else None
    date = when if isinstance(when, Period) and is_time(when) else after.period
    return Level(
        _reached(level, sense),
        whose,
        level,
        None,
        date,
        after.session,
        read_assertion(tape, told.last if told else None, first),
        whose.first,
        max(last, after.last),
        "level_stated",
    )


def _carried(tape: Tape, first: int, moves: list[Move]) -> Whose | None:
    """Return the subject of a participle that hangs on a move: ", peaking at $64.83"."""
    hangs = tape.items[first].tag == "LEVEL_ING" and tape.items[first - 1].tag in _HANGS_ON
    if not moves or not hangs:
        return None
    between = tape.tags[moves[-1].last : first]
    return None if _SUBJECT.search(between) else moves[-1].whose


_HANGS_ON = frozenset({"COMMA", "AFTER", "BEFORE"})


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
    if len({one.name for one in whose.instruments}) > 1:
        return False  # "A and B ended at Rs 174 and Rs 141": whose is whose is in doubt
    if verb in ("bought", "buys", "buy", "buying"):
        return kind in ("fx", "crypto") and level.unit == "currency"
    if level.unit in ("percent", "basis_point", "percentage_point"):
        return kind == "rate" and level.unit == "percent"
    if kind == "rate" or level.unit == "multiple" or (level.value or 0) >= MILLION:
        return False
    if match["how"] is None and level.comparator == "exact" and sense == "last":
        return kind in ("fx", "commodity", "crypto") and level.per is not None
    return level.unit == "currency" or kind in ("index", "fx", "commodity")


_SUBJECT = pattern("SUBJECT")
