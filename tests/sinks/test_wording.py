"""Facts in a few words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from finfacts.article import ArticleFacts
from finfacts.sinks.wording import claim, period_words, quantity_words, subject, when
from finfacts.values import Period, Quantity, Span

HERE = Span(text="here", start=0, end=4)

QUANTITIES = [
    ({"value": "12.2", "unit": "percent"}, "12.2%"),
    ({"value": "6", "unit": "percent", "comparator": "over"}, "over 6%"),
    ({"value": "6", "unit": "percent", "comparator": "at_least"}, "at least 6%"),
    ({"value": "6", "unit": "percent", "comparator": "up_to"}, "up to 6%"),
    ({"value": "6", "unit": "percent", "comparator": "nearly"}, "nearly 6%"),
    ({"value": "0.5", "unit": "percentage_point"}, "0.5 percentage points"),
    ({"value": "25", "unit": "basis_point"}, "25 bp"),
    ({"value": "192.67", "unit": "currency", "currency": "USD"}, "$192.67"),
    ({"value": "10.50", "unit": "currency", "currency": "EUR"}, "€10.50"),
    ({"value": "1200000000", "unit": "currency", "currency": "USD"}, "$1.2 billion"),
    ({"value": "1.2E+9", "unit": "currency", "currency": "USD"}, "$1.2 billion"),
    ({"value": "2000000", "unit": "share"}, "2 million shares"),
    ({"value": "3500000000000", "unit": "currency", "currency": "CNY"}, "CNY 3.5 trillion"),
    ({"value": "1234567", "unit": "count"}, "1,234,567"),
    ({"value": "4021.5", "unit": "index_point"}, "4,021.5 points"),
    ({"value": "2", "unit": "multiple"}, "2×"),
    ({"value": "0.85", "unit": "currency", "currency": "USD", "per": "share"}, "$0.85/share"),
    (
        {
            "low": "1.10",
            "high": "1.15",
            "comparator": "range",
            "unit": "currency",
            "currency": "USD",
        },
        "$1.10 to $1.15",
    ),
]


@pytest.mark.parametrize(("fields", "expected"), QUANTITIES)
def test_quantities(fields: dict[str, str], expected: str) -> None:
    assert quantity_words(Quantity.model_validate({**fields, "span": HERE})) == expected


JAN_1, JAN_13 = dt.date(2026, 1, 1), dt.date(2026, 1, 13)
PERIODS = [
    (JAN_13, JAN_13, "2026-01-13"),
    (JAN_1, JAN_13, "2026-01-01 to 2026-01-13"),
    (JAN_1, None, "from 2026-01-01"),
    (None, JAN_13, "until 2026-01-13"),
    (None, None, "XXXX-10-02"),
]


@pytest.mark.parametrize(("start", "end", "expected"), PERIODS)
def test_periods(start: dt.date | None, end: dt.date | None, expected: str) -> None:
    period = Period(start=start, end=end, granularity="day", timex="XXXX-10-02", span=HERE)
    assert period_words(period) == expected


def test_claims_subjects_and_times(results: list[ArticleFacts]) -> None:
    assert [(subject(fact), claim(fact), when(fact)) for fact in results[0].facts] == [
        (
            "Boeing (BA)",
            "down about 12.2% from record high $192.67 (2025-10-02)",
            "2026-01-01 to 2026-01-13 premarket",
        ),
        ("Boeing (BA)", "low $180.5 (52-week)", "2025-10-02"),
        (
            "Boeing (BA)",
            (
                "Jefferies: downgrade to Hold from Buy; target lowered to $180 from $200; "
                "consensus: 24 buy of 31 analysts; mean target $210"
            ),
            "",
        ),
        ("Boeing (BA)", "Stocktwits: extremely bullish (was neutral) sentiment score 82.5", ""),
        ("Boeing (BA)", "Stocktwits: high message volume up over 460%", ""),
        ("", "about 70% said: it would go on", ""),
        (
            "Qwen",
            "downloads (guidance) 1.2 billion up 5% on the year (700 million) (planned)",
            "",
        ),
    ]


def test_scores_keep_their_digits() -> None:
    assert f"{Decimal('82.50'):f}" == "82.50"
