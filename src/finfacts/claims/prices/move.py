"""A move as read from the tape, before it becomes facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from finfacts.claims.prices.arguments import LEVEL, Arguments
from finfacts.claims.prices.predicate import Predicate
from finfacts.claims.prices.subjects import Whose
from finfacts.claims.tape import pattern
from finfacts.facts import Assertion
from finfacts.values import Instrument

LATER = frozenset({"particle", "participle", "noun"})
_BRACKET = "LPAREN [^LPAREN RPAREN]{1,6} RPAREN"
STOOD = pattern(f"""
    SUBJECT (?: {_BRACKET} )? (?: (?:IN|ON) DET? NAME{{1,4}} )? (?:POSS_MARK|COLON)?
    (?:AUX|LEVEL|LEVEL_BASE|HOLD|ADVERB|LEVEL_ING)*
    AT? (?P<level>{LEVEL})
    (?: (?:ON|IN)? (?P<period>PERIOD) | SESSION | AT | NAME | LEVEL_ING
      | COMMA DET? ADVERB* EXTREME (?: PERIOD | SINCE PERIOD | IN DET? PERIOD )? (?=COMMA)
      | (?:IN|ON|AT|BY) (?:DET|NAME|WORD|TALLY|MARK|NUMBER|STOCK|LEVEL_BASE){{1,6}} )*
    (?: {_BRACKET} )?
    (?:COMMA|(?P<after>AFTER)|DET|ADVERB|COMMA CLAUSE)* $
""")
STOOD_AGAIN = pattern(f"AND ADVERB* LEVEL ADVERB* AT (?P<level>{LEVEL}) COMMA $")


@dataclass(frozen=True)
class Move:
    """A move as read from the tape, before it becomes facts.

    Attributes:
        predicate: the words that say so.
        whose: whose move it is.
        groups: arguments; more than one where several figures follow ("6% and 4%").
        assertion: how it is meant.
        first: index of the first item that states it.
        last: index of the item after the last.
    """

    predicate: Predicate
    whose: Whose
    groups: tuple[Arguments, ...]
    assertion: Assertion
    first: int
    last: int

    @property
    def has_number(self) -> bool:
        """Whether any figure was read for it."""
        return any(group.has_number for group in self.groups)

    def pairs(self) -> Iterator[tuple[Instrument, Arguments]]:
        """Yield each subject with its figures: one to one where there are as many of both."""
        subjects = self.whose.instruments
        if len(self.groups) == len(subjects):
            yield from zip(subjects, self.groups, strict=True)
            return
        for subject in subjects:
            yield subject, self.groups[0]
