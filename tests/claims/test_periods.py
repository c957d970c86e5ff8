"""Times by what a fact says: whole years ahead, running years behind, no calendar quarters."""

from __future__ import annotations

import datetime as dt

import pytest

from finfacts.article import Article
from finfacts.facts import Metric, PriceMove
from finfacts.pipeline import extract

PERIODS = {
    "Apple expects revenue of $400 billion this year.": "2026-01-01..2026-12-31",
    "Apple shares have fallen 3% this year.": "2026-01-01..2026-01-13",
    "Apple said revenue rose 3% in the quarter.": None,
    "Apple said revenue rose 3% in the holiday quarter.": "2025-10-01..2025-12-31",
    "Apple said revenue rose 3% in 2025.": "2025-01-01..2025-12-31",
    "Intel agreed to buy Cisco for $6 billion in March.": "2025-03-01..2025-03-31",
    "U.S. consumer prices rose 0.2% in January.": "2026-01-01..2026-01-31",
}


@pytest.mark.parametrize("text", PERIODS)
def test_period(text: str) -> None:
    facts = extract(Article(text=text, published=dt.date(2026, 1, 13))).facts
    told = [
        f"{fact.period.start}..{fact.period.end}" if fact.period else None
        for fact in facts
        if isinstance(fact, (Metric, PriceMove))
    ]
    assert told == [PERIODS[text]]


QUARTERS = {
    "Apple's revenue rose 3% in the three months ended Sept. 27. Profit fell 2% in the quarter.": (
        "2025-06-28..2025-09-27"
    ),
    "Apple said revenue rose 3% in the three months ended Sept. 27. Nike's profit fell 2% in the"
    " quarter.": None,
    "Apple said revenue rose 3% in 2024. Profit fell 2% in the quarter.": None,
}


@pytest.mark.parametrize("text", QUARTERS)
def test_the_quarter_is_the_one_reported_before(text: str) -> None:
    last = extract(Article(text=text, published=dt.date(2026, 1, 13))).facts[-1]
    assert isinstance(last, Metric)
    period = last.period
    assert (f"{period.start}..{period.end}" if period else None) == QUARTERS[text]
