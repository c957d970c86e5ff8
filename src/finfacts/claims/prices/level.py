"""A level as read from the tape, before it becomes facts."""

from __future__ import annotations

from dataclasses import dataclass

from finfacts.claims.prices.move import Move
from finfacts.claims.prices.subjects import Whose
from finfacts.facts import Assertion, LevelKind
from finfacts.values import Period, Quantity, Session, Window

KINDS: dict[str, LevelKind] = {
    "last": "last",
    "close": "close",
    "open": "open",
    "high": "high",
    "low": "low",
    "record_high": "record_high",
    "record_low": "record_low",
}
MILLION = 1_000_000
"""From here on money is a sum and no price."""


@dataclass(frozen=True)
class Level:
    """A level as read from the tape, before it becomes facts."""

    kind: LevelKind
    whose: Whose
    level: Quantity | None
    window: Window | None
    date: Period | None
    session: Session | None
    assertion: Assertion
    first: int
    last: int
    rule: str


def move_before(at: int, moves: list[Move]) -> Move | None:
    """Return the last move told before item ``at``."""
    return next((move for move in reversed(moves) if move.predicate.first <= at), None)
