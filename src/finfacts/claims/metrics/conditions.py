"""Figures that are only put for argument: "if it paid $5 billion", "even if sales fell 5%"."""

from __future__ import annotations

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import pattern


def is_condition(reading: Reading, figure: Stated) -> bool:
    """Return whether an "if" opens the clause that tells a figure.

    What someone has is no condition: "if it finds that many of its 10 million users were hurt".
    """
    if figure.rule == "metric_any_owned":
        return False
    match = _CLAUSE.search(reading.tape.tags, max(0, figure.first - _NEAR), figure.first)
    return match is not None and reading.tape.items[match.start()].lower in _IF


_CLAUSE = pattern("(?:CLAUSE|OUTLOOK) [^COMMA SEMICOLON STOP CLAUSE OUTLOOK DASH REL]* $")
_IF = frozenset(("if", "even if", "unless"))
_NEAR = 9  # items
