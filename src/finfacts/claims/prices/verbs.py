"""Verbs of movement: "fell", "shed 3%", "pared losses", "doubled", "sent its shares down"."""

from __future__ import annotations

import regex

from finfacts.claims.prices.arguments import CHANGE, quantity_of
from finfacts.claims.prices.predicate import (
    DIRECTIONS,
    TRANSITIVE,
    Kind,
    Maker,
    Predicate,
)
from finfacts.claims.tape import Tape, pattern
from finfacts.facts import Direction
from finfacts.patterns import lazy
from finfacts.values import Quantity


def read_simple(group: str, kind: Kind, rule: str) -> Maker:
    """Make a maker for predicates that are one word of movement."""

    def make(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
        first, last = match.span(group)
        direction = DIRECTIONS.get(tape.items[last - 1].sense)
        if direction is None or _does_something(tape, first, last):
            return None
        if kind == "participle" and _ADJECTIVE.match(tape.tags, last):
            return None
        if group.startswith("count") and _is_part(tape, last):
            return None
        return Predicate(kind, first, last, direction, None, rule)

    return make


def _does_something(tape: Tape, first: int, last: int) -> bool:
    """Whether a verb has an object or a deed: "declined to comment", "cracked the $10 level"."""
    verb = tape.items[last - 1].lower
    if _LED_TO.match(tape.tags, max(0, first - 1)):
        return True
    return bool(
        TRANSITIVE.match(tape.tags, last)
        or _MEANT_FOR.match(tape.tags, max(0, first - 1))
        or (_DECLINES.match(verb) and _TO_DO.match(tape.tags, last))
        or (_BREAKS.match(verb) and _WHAT.match(tape.tags, last))
    )


_LED_TO = pattern("TO MOVE (?:WORD|NAME)")  # "could lead to increased demand"
_DECLINES = lazy("declin")
_TO_DO = pattern("TO (?:WORD|PARE_BASE|LEVEL_BASE|MOVE_BASE|DRIVE_BASE|AUX|REACH_BASE|COUNT_BASE)")
_MEANT_FOR = pattern("TO MOVE_BASE DET SUBJECT")  # "its move to stabilize the yuan"
_BREAKS = lazy("crack")  # "has not cracked the $10 level"
_WHAT = pattern("DET")
_ADJECTIVE = pattern(
    "(?:WORD|NAME|STOCK|TALLY (?!IN|ON|STOP|COMMA)|NOUN|ANCHOR|HINGE|DRIVE_BASE|EXTREME)"
)
_PART = pattern(f"(?:BY|ADVERB)* {CHANGE} OF (?:POSSESSIVE|DET)? (?P<what>WORD|NAME|STOCK)")


def _is_part(tape: Tape, at: int) -> bool:
    """Whether what is lost is a part of something else: "shed 20% of its workforce"."""
    match = _PART.match(tape.tags, at)
    if match is None:
        return False
    what = [item.lower for item in tape.items[match.start("what") :][:2]]
    whole = what[0] in _WORTH or (what[0] == "market" and what[-1].startswith(("cap", "val")))
    return not whole


_WORTH = frozenset({"value", "worth", "price"})


def _read_given_up(
    tape: Tape, span: tuple[int, int], direction: Direction | None, inner: Quantity | None
) -> Predicate | None:
    """Read "gave up early gains" (down) and "gave up a 22% surge" (that surge).

    Who is told before to have jumped stands higher "before giving up some of those gains".
    """
    if tape.items[span[0]].sense != "down":
        return None
    if inner is not None:
        return direction and Predicate("turn", *span, direction, inner, "move_turned")
    if _PARTED.match(tape.tags, span[0]):
        return None
    return Predicate("turn", *span, "down", None, "move_turn")


_PARTED = pattern("COUNT_ING PART")
_OPPOSITE: dict[Direction, Direction] = {"up": "down", "down": "up", "flat": "flat"}


def read_turn(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "pared losses" (still down), "erased losses" (now up), "posted a gain of 5%"."""
    first, last = match.span("turn")
    direction = DIRECTIONS.get(tape.items[match.start("turned")].sense)
    verb = "keep" if tape.items[first].tag.startswith("HOLD") else tape.items[first].sense
    inner = quantity_of(tape, match, "inner")
    if verb == "turn" and _OTHERS.match(tape.tags, last):
        return None
    if tape.items[first].tag.startswith("COUNT"):
        return _read_given_up(tape, (first, last), direction, inner)
    if direction is None or (verb == "keep" and inner is None and not _is_plain(tape, match)):
        return None
    if verb == "turn" and inner is not None:
        return Predicate("turn", first, last, direction, inner, "move_turned")
    if verb == "turn":
        direction = _OPPOSITE[direction]
    return Predicate("turn", first, last, direction, inner, f"move_{verb}")


_OTHERS = pattern("(?:IN|OF) DET? (?:STOCK|LIST_WORD)")  # "shook off the slump in stocks"


def _is_plain(tape: Tape, match: regex.Match[str]) -> bool:
    """Whether a number-less "extended gains" tells a move: not "see growth", "lead a recovery"."""
    return tape.items[match.start("turned")].lower in _SURE and bool(
        _SURE_VERB.match(tape.items[match.start("turn")].lower)
    )


_SURE = frozenset(
    {
        "gains",
        "losses",
        "gain",
        "loss",
        "rally",
        "decline",
        "declines",
        "advance",
        "slide",
        "rebound",
        "drop",
        "selloff",
        "sell-off",
        "slump",
        "rout",
        "run",
        "positive start",
        "strong start",
        "firm start",
        "weak start",
        "negative start",
        "soft start",
        "winning streak",
        "losing streak",
        "rise",
        "fall",
        "plunge",
        "jump",
        "surge",
        "tumble",
        "leap",
    }
)
_SURE_VERB = lazy(
    r"ext|join|got off|saw"
    r"|ha\w+ seen|eke|maint|build|built|add|deep|wide|accel|hold|held|resum|post"
    r"|notch|book|log|record|regist|scor|clock|suffer|stag|mount|rack|chalk|stretch|continu|retain"
)
_TIMES_UP = lazy("doubl|tripl|trebl|quadrupl|quintupl", regex.IGNORECASE)
_TIMES_DOWN = lazy("halv|cut in half", regex.IGNORECASE)


def read_regained(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "clawed back 13% to $435" and "recouped 2%": up by what was lost."""
    first, last = match.span("regained")
    if not _REGAINS.match(tape.items[first].lower):
        return None
    kind: Kind = "participle" if tape.items[first].tag == "PARE_ING" else "verb"
    return Predicate(kind, first, last, "up", None, "move_count")


_REGAINS = lazy("recoup|claw")


def read_multiple(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "has more than doubled" and "halved"."""
    value = quantity_of(tape, match, "multiple")
    if value is None:
        return None
    words = value.span.text
    if not words.endswith("d") or TRANSITIVE.match(tape.tags, match.end("multiple")):
        return None
    if _TIMES_UP.search(words) or _TIMES_DOWN.search(words):
        direction: Direction = "up" if _TIMES_UP.search(words) else "down"
        return Predicate("verb", *match.span("multiple"), direction, value, "move_multiple")
    return None


def read_spread(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "widened" and "narrowed" of the distance of two yields."""
    at = match.start("spread")
    verb = tape.items[at].lower
    before = next((item for item in reversed(tape.items[:at]) if item.tag == "SUBJECT"), None)
    if before is None or not _SPREAD.search(before.lower) or not verb.startswith(_APART):
        return None
    kind: Kind = "participle" if tape.items[at].tag == "PARE_ING" else "verb"
    direction: Direction = "up" if verb.startswith("wid") else "down"
    return Predicate(kind, at, at + 1, direction, None, "move_spread")


_SPREAD = lazy(r"\b(?:spread|gap|premium)\b")
_APART = ("wid", "narrow")


def read_wiped(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "erased more than 40 percent of the company's value"."""
    first, last = match.span("wiped")
    if tape.items[first].sense not in ("turn", "pare", "down") or not _is_worth(tape, last + 1):
        return None
    return Predicate(
        "drive", first, last + 1, "down", quantity_of(tape, match, "share"), "move_wiped"
    )


def _is_worth(tape: Tape, at: int) -> bool:
    """Whether what is lost of a company is its worth: "Intel's value", not "Intel's sales"."""
    items = tape.items[at : at + 2]
    return any(item.tag == "STOCK" or item.lower in _WORTHS for item in items)


_WORTHS = frozenset(("value", "worth", "market", "valuation", "capitalization", "capitalisation"))
