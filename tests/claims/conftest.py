"""What the tests of figures share: a text's metrics, each in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from finfacts import extract
from finfacts.facts import Metric
from finfacts.values import Instrument, Quantity

PUBLISHED = "2026-01-13"


@pytest.fixture
def told() -> Callable[[str], list[str]]:
    """Return what gives the metrics of a text, each in one line."""
    return _lines


def _lines(text: str) -> list[str]:
    found = extract(text, published=PUBLISHED).facts
    return [_line(fact) for fact in found if isinstance(fact, Metric)]


def _line(fact: Metric) -> str:
    """Return a fact in one line: "BA revenue actual = 22 USD up by 5 percent vs estimate"."""
    symbol = fact.subject.symbol if isinstance(fact.subject, Instrument) else None
    parts = [
        f"{symbol or fact.subject.name} {fact.name} {fact.basis}",
        f"= {_number(fact.value)}" if fact.value else None,
        fact.direction,
        f"by {_number(fact.change)}" if fact.change else None,
        f"vs {fact.versus}" if fact.versus else None,
        f"of {_number(fact.versus_value)}" if fact.versus_value else None,
    ]
    return " ".join(part for part in parts if part)


def _number(value: Quantity) -> str:
    number = f"{value.low}-{value.high}" if value.value is None else f"{value.value}"
    return f"{number} {value.currency or value.unit}"
