"""The facts: price moves, price levels, analyst actions, sentiment, message volume, polls, metrics.

A fact says what an article claims, with the words that say so (``evidence``), how it is meant
(``assertion``), who says it (``attribution``) and the rule that built it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field as PydanticField

from finfacts.values import (
    Baseline,
    Brokerage,
    Consensus,
    Instrument,
    Named,
    Period,
    Person,
    Quantity,
    SentimentLabel,
    Session,
    Span,
    Value,
    Window,
)

Direction = Literal["up", "down", "flat"]
Assertion = Literal["reported", "planned", "expected", "rumored", "conditional", "negated"]
LevelKind = Literal[
    "last",
    "open",
    "close",
    "high",
    "low",
    "record_high",
    "record_low",
    "support",
    "resistance",
    "moving_average",
]
RatingAction = Literal[
    "upgrade", "downgrade", "initiate", "reiterate", "maintain", "resume", "suspend"
]
TargetAction = Literal["raise", "lower", "set", "maintain"]
Sentiment5 = Literal["extremely_bearish", "bearish", "neutral", "bullish", "extremely_bullish"]
Volume5 = Literal["extremely_low", "low", "normal", "high", "extremely_high"]
Basis = Literal["actual", "guidance", "estimate"]
Versus = Literal["year_ago", "prior_period", "estimate", "other"]
MentionKind = Literal["instrument", "quantity", "date", "brokerage", "person", "sentiment_label"]
MentionValue = Instrument | Quantity | Period | Brokerage | Person | SentimentLabel


class FactBase(Value):
    """What every fact carries beside its own slots."""

    evidence: tuple[Span, ...] = PydanticField(min_length=1)
    sentence: Span
    assertion: Assertion = "reported"
    attribution: str | None = None
    rule: str
    key: str


class PriceMove(FactBase):
    """The price of an instrument went up, down or nowhere, or stands a distance from a baseline."""

    type: Literal["price_move"] = "price_move"
    subject: Instrument
    direction: Direction
    percent: Quantity | None = None
    amount: Quantity | None = None
    to: Quantity | None = None
    from_: Quantity | None = PydanticField(default=None, alias="from")
    period: Period | None = None
    session: Session | None = None
    baseline: Baseline | None = None


class PriceLevel(FactBase):
    """An instrument stood at a level, or set an extreme: "its lowest close since Jan. 9"."""

    type: Literal["price_level"] = "price_level"
    subject: Instrument
    level: Quantity | None = None
    kind: LevelKind
    window: Window | None = None
    date: Period | None = None
    session: Session | None = None


class AnalystAction(FactBase):
    """A brokerage rated a stock or set a target; or what analysts say together (consensus)."""

    type: Literal["analyst_action"] = "analyst_action"
    brokerage: str | None = None
    analyst: str | None = None
    subject: Instrument
    rating_action: RatingAction | None = None
    rating: str | None = None
    rating_prior: str | None = None
    target_action: TargetAction | None = None
    target: Quantity | None = None
    target_prior: Quantity | None = None
    date: Period | None = None
    consensus: Consensus | None = None


class Sentiment(FactBase):
    """A sentiment label or score that a platform gives a subject."""

    type: Literal["sentiment"] = "sentiment"
    platform: str | None = None
    subject: Instrument
    label: Sentiment5 | None = None
    label_prior: Sentiment5 | None = None
    score: Decimal | None = None
    date: Period | None = None


class MessageVolume(FactBase):
    """How much a platform's users write about a subject."""

    type: Literal["message_volume"] = "message_volume"
    platform: str | None = None
    subject: Instrument
    label: Volume5 | None = None
    label_prior: Volume5 | None = None
    direction: Direction | None = None
    change: Quantity | None = None
    period: Period | None = None


class Poll(FactBase):
    """The share of a platform's respondents who said something."""

    type: Literal["poll"] = "poll"
    platform: str | None = None
    subject: Instrument | None = None
    share: Quantity
    statement: str


class Metric(FactBase):
    """Any other figure the article claims: results, guidance, estimates, economic data.

    ``subject`` is None where the article names nothing traded: "Total revenue rose 5%".
    """

    type: Literal["metric"] = "metric"
    subject: Instrument | Named | None
    name: str
    basis: Basis = "actual"
    value: Quantity | None = None
    direction: Direction | None = None
    change: Quantity | None = None
    versus: Versus | None = None
    versus_value: Quantity | None = None
    period: Period | None = None


Fact = Annotated[
    PriceMove | PriceLevel | AnalystAction | Sentiment | MessageVolume | Poll | Metric,
    PydanticField(discriminator="type"),
]


class Mention(Value):
    """A typed span with its value, whether or not a fact uses it."""

    kind: MentionKind
    span: Span
    value: MentionValue
