"""Whom a fine is put on: "fined [Google]", "a $5 billion fine against [Boeing]"."""

from __future__ import annotations

from finfacts.claims.metrics.clauses import Agent, agent
from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import pattern
from finfacts.values import Instrument


def punished(reading: Reading, figure: Stated) -> Agent | None:
    """Return who has to pay a fine; nobody where others only say that they put it on someone.

    None where the figure is no fine, or nothing is said of who puts it on whom.
    """
    item = reading.tape.items[figure.name]
    if item.sense != "fine":
        return None
    if item.tag == "DEAL":
        return _object(reading, figure.name + 1) if item.lower == "fined" else None
    match = _AGAINST.match(reading.tape.tags, figure.last)
    if match is not None:
        return _object(reading, match.end() - 1)
    match = _PUTS.search(reading.tape.tags, max(0, figure.first - _NEAR), figure.first)
    if match is None or reading.tape.items[match.start("verb")].lower not in _PUT:
        return None
    who = agent(reading, match.start("verb"))
    passive = reading.tape.items[match.start("verb") - 1].tag == "AUX"
    return who if passive else Agent(None)


def _object(reading: Reading, at: int) -> Agent:
    """Return the company that stands at an item; a crowd or a person is nobody's."""
    value = reading.tape.items[at].value if at < len(reading.tape.items) else None
    company = isinstance(value, Instrument) and value.kind == "equity"
    return Agent(value if company and isinstance(value, Instrument) else None)


_AGAINST = pattern("(?:FOR (?:WORD|NAME)+)? (?:AGAINST|ON|BEAT) DET? INSTRUMENT")
_PUTS = pattern("(?P<verb>WORD|TOTAL|REPORT) (?:ADVERB|DET|EXTREME|TALLY|WORD)* $")
_PUT = frozenset(
    "imposed imposing impose imposes levied levies levying issued issues sought".split()
)
_NEAR = 6  # items
