"""What says that something moved: its kind, its words, its direction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

import regex

from finfacts.claims.prices.arguments import CHANGE
from finfacts.claims.tape import Tape, pattern
from finfacts.facts import Direction
from finfacts.values import Quantity

Kind = Literal[
    "verb",
    "participle",
    "particle",
    "clause",
    "noun",
    "turn",
    "hold",
    "distance",
    "drive",
    "sign",
    "gap",
]
DIRECTIONS: dict[str, Direction] = {"up": "up", "down": "down", "flat": "flat"}
STAND = "(?:ANCHOR|AUX|LEVEL|LEVEL_BASE|LEVEL_ING|HOLD|HOLD_BASE|HOLD_ING|MOVE|MOVE_ING)"
NOT_STANDING = "(?: WORD | SUBJECT | NAME | TALLY | NOUN | MOVE_ING | COUNT_ING )"
"""What follows a word that compares: "higher costs", "lower than" the rest."""
REPEATABLE = frozenset({"verb", "particle", "gap", "participle", "clause"})
TRANSITIVE = pattern(f"""
    (?:ADVERB)* (?: POSSESSIVE | DET (?! (?:WORD|TALLY|ADVERB|EXTREME){{1,3}} {CHANGE} )
        (?: WORD (?!IN) | NAME )
      | QUOTE WORD )
""")


class Predicate(NamedTuple):
    """Words that say something moved.

    Attributes:
        kind: how it is said.
        first: index of its first item.
        last: index of the item after it.
        direction: which way.
        inner: the change that stands inside it ("a 10% surge"), or None.
        rule: name of the rule, for the reader of the fact.
    """

    kind: Kind
    first: int
    last: int
    direction: Direction
    inner: Quantity | None
    rule: str


Maker = Callable[[Tape, regex.Match[str], list[Predicate]], Predicate | None]
