"""A figure as a rule read it, before its parts are made values."""

from __future__ import annotations

from typing import NamedTuple


class Stated(NamedTuple):
    """A figure as a rule read it: indexes of its parts on the tape, -1 where absent."""

    rule: str
    name: int
    value: int
    change: int
    prior: int
    move: int
    first: int
    last: int
    who: int = -1  # whose, where the rule says
    lead: int = -1  # where the figure starts that this one goes on from
