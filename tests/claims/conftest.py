"""What the tests of claims share: a text's metrics, each in one line; a notation for prices.

``AAPL down 3% to=150 2026-01-12`` is a move: subject, direction, percent, then ``by`` (amount),
``to`` and ``from`` (levels), the period, the session, ``base`` (baseline with its level) and how
it is meant unless reported. ``AAPL level high 150 window=P52W`` is a level. ``>`` over, ``<``
under, ``<~`` nearly, ``~`` about, ``<=`` up to; ``bp`` basis points, ``pt`` index points, ``x``
times; money without a code is dollars.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from finfacts.article import Article
from finfacts.facts import Fact, Metric, PriceLevel, PriceMove
from finfacts.pipeline import extract
from finfacts.values import Baseline, Instrument, Period, Quantity, Window

PUBLISHED = dt.date(2026, 1, 13)  # a Tuesday


@pytest.fixture
def told() -> Callable[[str], list[str]]:
    """Return what gives the metrics of a text, each in one line."""
    return lambda text: [_line(fact) for fact in _metrics(text)]


@pytest.fixture
def told_with_times() -> Callable[[str], list[str]]:
    """Return what gives the metrics of a text, each in one line that ends with its time."""
    return lambda text: [_line(fact) + _when(fact.period) for fact in _metrics(text)]


@pytest.fixture
def metrics_of() -> Callable[[str], list[Metric]]:
    """Return what gives the metrics of a text."""
    return _metrics


def _metrics(text: str) -> list[Metric]:
    found = extract(Article(text=text, published=PUBLISHED)).facts
    return [fact for fact in found if isinstance(fact, Metric)]


def _when(period: Period | None) -> str:
    if period is None:
        return ""
    return f" in {period.timex if period.start else f'the time to {period.end}'}"


def _line(fact: Metric) -> str:
    """Return a fact in one line: "BA revenue actual = 22 USD up by 5 percent vs estimate"."""
    symbol = fact.subject.symbol if isinstance(fact.subject, Instrument) else None
    whose = symbol or (fact.subject.name if fact.subject is not None else "nobody")
    parts = [
        f"{whose} {fact.name} {fact.basis}",
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


_COMPARATORS = {
    "exact": "",
    "about": "~",
    "nearly": "<~",
    "over": ">",
    "at_least": ">=",
    "under": "<",
    "up_to": "<=",
    "range": "",
}
_UNITS = {
    "percent": "%",
    "percentage_point": "pp",
    "basis_point": "bp",
    "index_point": "pt",
    "share": "sh",
    "multiple": "x",
    "count": "",
    "currency": "",
}


def quantity(value: Quantity | None) -> str:
    if value is None:
        return ""
    number = f"{value.low}-{value.high}" if value.value is None else f"{value.value:f}"
    code = value.currency if value.currency not in (None, "USD") else ""
    return f"{_COMPARATORS[value.comparator]}{number}{_UNITS[value.unit]}{code}"


def period(value: Period | None) -> str:
    if value is None:
        return ""
    return str(value.start) if value.start == value.end else f"{value.start}..{value.end}"


def window(value: Window | None) -> str:
    return f"window={value.start or value.timex}" if value else ""


def baseline(value: Baseline | None) -> str:
    if value is None:
        return ""
    level = f":{quantity(value.level)}" if value.level else ""
    date = f"@{period(value.date)}" if value.date else ""
    return f"base={value.kind}{level}{date}"


def named(name: str, value: Quantity | None) -> str:
    return f"{name}={quantity(value)}" if value else ""


def written(fact: Fact) -> str:
    """Write a price fact in the notation; any other by its type."""
    if isinstance(fact, PriceMove):
        parts = [
            fact.subject.symbol or fact.subject.name,
            fact.direction,
            quantity(fact.percent),
            named("by", fact.amount),
            named("to", fact.to),
            named("from", fact.from_),
            period(fact.period),
            fact.session,
            baseline(fact.baseline),
        ]
    elif isinstance(fact, PriceLevel):
        parts = [
            fact.subject.symbol or fact.subject.name,
            "level",
            fact.kind,
            quantity(fact.level),
            window(fact.window),
            period(fact.date),
            fact.session,
        ]
    else:
        parts = [fact.type]
    meant = "" if fact.assertion == "reported" else fact.assertion
    return " ".join(part for part in (*parts, meant) if part)


@pytest.fixture
def prices_told() -> Callable[[str], str]:
    """Return what writes the facts of a text in the notation of prices."""

    def facts_of(text: str) -> str:
        return "; ".join(map(written, extract(Article(text=text, published=PUBLISHED)).facts))

    return facts_of
