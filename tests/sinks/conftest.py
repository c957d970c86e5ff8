"""Results for the sinks to write: one fact of each type, a failure, and awkward texts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from finfacts.article import ArticleFacts, ExtractionFailure
from finfacts.facts import (
    AnalystAction,
    Mention,
    MessageVolume,
    Metric,
    Poll,
    PriceLevel,
    PriceMove,
    Sentiment,
)
from finfacts.values import (
    Baseline,
    Consensus,
    Instrument,
    Named,
    Period,
    Person,
    Quantity,
    SentimentLabel,
    Span,
    Window,
)

HERE = Span(text="here", start=3, end=7)
OCT_2 = Period(
    start=dt.date(2025, 10, 2),
    end=dt.date(2025, 10, 2),
    granularity="day",
    timex="XXXX-10-02",
    span=HERE,
)
YEAR = Period(
    start=dt.date(2026, 1, 1), end=dt.date(2026, 1, 13), granularity="year", timex="2026", span=HERE
)
BOEING = Instrument(
    name="Boeing", symbol="BA", exchange="XNYS", kind="equity", link="alias", span=HERE
)
SHARED = {"evidence": (HERE,), "sentence": HERE, "rule": "some_rule", "key": "k"}


def dollars(value: str, comparator: str = "exact") -> Quantity:
    return Quantity(
        value=Decimal(value), comparator=comparator, unit="currency", currency="USD", span=HERE
    )


def percent(value: str, comparator: str = "exact") -> Quantity:
    return Quantity(value=Decimal(value), comparator=comparator, unit="percent", span=HERE)


def one_of_each() -> ArticleFacts:
    """Return a result with a fact of each type."""
    record = Baseline(kind="record_high", level=dollars("192.67"), date=OCT_2)
    return ArticleFacts(
        id="one",
        title="Boeing falls",
        published=dt.datetime.fromisoformat("2026-01-13T06:30:00-05:00"),
        source="Wire",
        url="https://wire.example/1",
        warnings=("a warning", "another"),
        mentions=(
            Mention(kind="instrument", span=HERE, value=BOEING),
            Mention(kind="quantity", span=HERE, value=percent("12.2")),
            Mention(kind="date", span=HERE, value=OCT_2),
            Mention(kind="person", span=HERE, value=Person(name="Ann Lee", firm="Wire", span=HERE)),
            Mention(
                kind="sentiment_label", span=HERE, value=SentimentLabel(label="bullish", span=HERE)
            ),
        ),
        facts=(
            PriceMove(
                subject=BOEING,
                direction="down",
                percent=percent("12.2", "about"),
                baseline=record,
                session="premarket",
                period=YEAR,
                **SHARED,
            ),
            PriceLevel(
                subject=BOEING,
                level=dollars("180.5"),
                kind="low",
                window=Window(text="52-week", timex="P52W"),
                date=OCT_2,
                **SHARED,
            ),
            AnalystAction(
                brokerage="Jefferies",
                subject=BOEING,
                rating_action="downgrade",
                rating="Hold",
                rating_prior="Buy",
                target_action="lower",
                target=dollars("180"),
                target_prior=dollars("200"),
                consensus=Consensus(buy=24, analysts=31, mean_target=dollars("210")),
                **SHARED,
            ),
            Sentiment(
                platform="Stocktwits",
                subject=BOEING,
                label="extremely_bullish",
                label_prior="neutral",
                score=Decimal("82.5"),
                **SHARED,
            ),
            MessageVolume(
                platform="Stocktwits",
                subject=BOEING,
                label="high",
                direction="up",
                change=percent("460", "over"),
                **SHARED,
            ),
            Poll(share=percent("70", "about"), statement="it would go on", **SHARED),
            Metric(
                subject=Named(name="Qwen", span=HERE),
                name="downloads",
                basis="guidance",
                value=Quantity(value=Decimal("1.2e9"), unit="count", span=HERE),
                direction="up",
                change=percent("5"),
                versus="year_ago",
                versus_value=Quantity(value=Decimal(700_000_000), unit="count", span=HERE),
                assertion="planned",
                **SHARED,
            ),
        ),
    )


def failed() -> ArticleFacts:
    """Return the result of an article that could not be read."""
    return ArticleFacts(
        id="bad", error=ExtractionFailure(kind="ReaderError", message="=1+1 is no text")
    )


def awkward() -> ArticleFacts:
    """Return a result whose words a spreadsheet would obey, and whose numbers are extreme."""
    span = Span(text='=cmd|"/C calc"!A0', start=0, end=17)
    huge = Quantity(
        low=Decimal("9" * 60), high=Decimal("1e-30"), comparator="range", unit="count", span=span
    )
    fact = Metric(
        subject=Named(name="@SUM(A1)\n, 🚀", span=span),
        name="-x",
        value=huge,
        evidence=(span, span),
        sentence=span,
        rule="r",
        key="k",
    )
    return ArticleFacts(id="+1", title="\tt", published=dt.date(2026, 1, 13), facts=(fact,))


@pytest.fixture
def results() -> list[ArticleFacts]:
    return [one_of_each(), failed(), awkward(), ArticleFacts(id="empty", language="en")]
