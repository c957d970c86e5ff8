"""Who does what a figure tells of: "[Ford] cut its forecast to", "[Lyft] sold shares at $72"."""

from __future__ import annotations

from finfacts.claims.metrics.clauses import Agent, agent
from finfacts.claims.metrics.reading import Last, Owner, Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.subjects import company
from finfacts.values import Instrument

_ISSUERS = frozenset(("equity", "etf", "group"))


def told(who: Agent) -> Owner:
    """Return who does something, where it is one that issues shares or is not linked."""
    subject = who.subject
    if isinstance(subject, Instrument) and subject.kind not in _ISSUERS:
        return None
    return subject


def forecaster(reading: Reading, figure: Stated, last: Last) -> Owner:
    """Return who moves its forecast of what was told of it last: "Ford cut its forecast to"."""
    who = agent(reading, figure.move)
    found = told(who) if who is not None else None
    value = quantity_at(reading, figure.value)
    named = value is not None and value.per == "share"
    same = last.subject is not None and found is not None and found.name == last.subject.name
    return found if (named or same) and isinstance(found, Instrument) else None


def seller(reading: Reading, figure: Stated, _last: Last) -> Owner:
    """Return who sells shares at a price: "Lyft sold 30 million shares at $72 each"."""
    who = agent(reading, figure.move)
    if who is not None:
        return told(who)
    going = reading.tape.items[figure.move].tag.endswith("_ING")
    return company(reading, figure.move) if going else None
