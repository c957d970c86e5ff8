"""What a gold line may hold: the contract's fields, with every acceptable name of a thing.

Stricter than the extractor's own models: an unknown field, a number that is no string, a range
with a value or a currency without its unit is an error that names the field.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictInt,
    StrictStr,
    model_validator,
)

from finfacts.facts import (
    Assertion,
    Basis,
    Direction,
    LevelKind,
    MentionKind,
    RatingAction,
    Sentiment5,
    TargetAction,
    Versus,
    Volume5,
)
from finfacts.values import (
    BaselineKind,
    Comparator,
    Granularity,
    InstrumentKind,
    Link,
    Session,
    Unit,
)
from finfacts.values import Field as ArticleField


def _number_text(text: str) -> str:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError('no number; write "192.67"') from None
    if not value.is_finite():
        raise ValueError("no finite number")
    return text


def _unsigned_text(text: str) -> str:
    if Decimal(_number_text(text)) < 0:
        raise ValueError("values are never signed; the sign is in direction")
    return text


def _iso_day(text: str) -> str:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError("no date; write 2026-01-13") from None
    return text


Words = Annotated[StrictStr, Field(min_length=1)]
NumberText = Annotated[StrictStr, AfterValidator(_unsigned_text)]
SignedText = Annotated[StrictStr, AfterValidator(_number_text)]
Day = Annotated[StrictStr, AfterValidator(_iso_day)]


class Strict(BaseModel):
    """A part of a gold line; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldSpan(Strict):
    """Words of the article; whether they stand there is checked against the text."""

    text: Words
    start: Annotated[StrictInt, Field(ge=0)]
    end: Annotated[StrictInt, Field(gt=0)]
    field: ArticleField = "text"


class GoldNames(Strict):
    """A subject or brokerage: one ``name`` and ``symbol``, or every acceptable one."""

    name: Words | None = None
    names: tuple[Words, ...] = ()
    symbol: Words | None = None
    symbols: tuple[Words, ...] = ()
    exchange: Words | None = None
    kind: InstrumentKind | None = None
    isin: Words | None = None
    link: Link | None = None
    confidence: NumberText | None = None
    candidates: tuple[Words, ...] = ()
    span: GoldSpan | None = None

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not (self.name or self.names or self.symbol or self.symbols):
            raise ValueError("neither a name nor a symbol")
        return self


class GoldQuantity(Strict):
    """A number with unit and comparator; a range has ``low`` or ``high`` and no ``value``."""

    value: NumberText | None = None
    low: NumberText | None = None
    high: NumberText | None = None
    comparator: Comparator = "exact"
    unit: Unit
    currency: Annotated[StrictStr, Field(pattern="^[A-Z]{3}$")] | None = None
    per: Words | None = None
    span: GoldSpan | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.comparator == "range":
            if self.value is not None or self.low is None or self.high is None:
                raise ValueError("a range has low and high and no value")
            if Decimal(self.low) > Decimal(self.high):
                raise ValueError("low is above high")
        elif self.value is None or self.low is not None or self.high is not None:
            raise ValueError("only a range has low and high; the others have a value")
        if (self.unit == "currency") != (self.currency is not None):
            raise ValueError("unit currency and an ISO 4217 currency go together")
        return self


class GoldPeriod(Strict):
    """First and last day, both inclusive; either may be open."""

    start: Day | None = None
    end: Day | None = None
    granularity: Granularity | None = None
    timex: Words | None = None
    text: Words | None = None
    span: GoldSpan | None = None

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError("start is after end")
        return self


class GoldWindow(Strict):
    """How far back an extreme reaches."""

    text: Words | None = None
    start: Day | None = None
    timex: Words | None = None


class GoldBaseline(Strict):
    """What a move is measured from."""

    kind: BaselineKind
    level: GoldQuantity | None = None
    date: GoldPeriod | None = None
    window: GoldWindow | None = None


class GoldConsensus(Strict):
    """What analysts say together."""

    buy: StrictInt | None = None
    hold: StrictInt | None = None
    sell: StrictInt | None = None
    analysts: StrictInt | None = None
    mean_target: GoldQuantity | None = None


class GoldFactBase(Strict):
    """What every gold fact carries; ``note`` is for the annotators."""

    evidence: Annotated[tuple[GoldSpan, ...], Field(min_length=1)]
    sentence: GoldSpan | None = None
    assertion: Assertion = "reported"
    attribution: Words | None = None
    rule: Words | None = None
    key: Words | None = None
    note: Words | None = None


class GoldPriceMove(GoldFactBase):
    """Gold for ``price_move``."""

    type: Literal["price_move"]
    subject: GoldNames
    direction: Direction
    percent: GoldQuantity | None = None
    amount: GoldQuantity | None = None
    to: GoldQuantity | None = None
    from_: Annotated[GoldQuantity | None, Field(alias="from")] = None
    period: GoldPeriod | None = None
    session: Session | None = None
    baseline: GoldBaseline | None = None


class GoldPriceLevel(GoldFactBase):
    """Gold for ``price_level``."""

    type: Literal["price_level"]
    subject: GoldNames
    level: GoldQuantity | None = None
    kind: LevelKind
    window: GoldWindow | None = None
    date: GoldPeriod | None = None
    session: Session | None = None


class GoldAnalystAction(GoldFactBase):
    """Gold for ``analyst_action``."""

    type: Literal["analyst_action"]
    brokerage: GoldNames | Words | None = None
    analyst: Words | None = None
    subject: GoldNames
    rating_action: RatingAction | None = None
    rating: Words | None = None
    rating_prior: Words | None = None
    target_action: TargetAction | None = None
    target: GoldQuantity | None = None
    target_prior: GoldQuantity | None = None
    date: GoldPeriod | None = None
    consensus: GoldConsensus | None = None


class GoldSentiment(GoldFactBase):
    """Gold for ``sentiment``."""

    type: Literal["sentiment"]
    platform: Words | None = None
    subject: GoldNames
    label: Sentiment5 | None = None
    label_prior: Sentiment5 | None = None
    score: GoldQuantity | SignedText | None = None
    date: GoldPeriod | None = None


class GoldMessageVolume(GoldFactBase):
    """Gold for ``message_volume``."""

    type: Literal["message_volume"]
    platform: Words | None = None
    subject: GoldNames
    label: Volume5 | None = None
    label_prior: Volume5 | None = None
    direction: Direction | None = None
    change: GoldQuantity | None = None
    period: GoldPeriod | None = None


class GoldPoll(GoldFactBase):
    """Gold for ``poll``."""

    type: Literal["poll"]
    platform: Words | None = None
    subject: GoldNames | None = None
    share: GoldQuantity
    statement: Words


class GoldMetric(GoldFactBase):
    """Gold for ``metric``; ``names`` holds every acceptable name of the figure."""

    type: Literal["metric"]
    subject: GoldNames
    name: Words | None = None
    names: tuple[Words, ...] = ()
    basis: Basis = "actual"
    value: GoldQuantity | None = None
    direction: Direction | None = None
    change: GoldQuantity | None = None
    versus: Versus | None = None
    versus_value: GoldQuantity | None = None
    period: GoldPeriod | None = None

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not (self.name or self.names):
            raise ValueError("a metric has a name")
        if self.value is None and self.change is None:
            raise ValueError("a metric has a value or a change")
        return self


GoldFact = Annotated[
    GoldPriceMove
    | GoldPriceLevel
    | GoldAnalystAction
    | GoldSentiment
    | GoldMessageVolume
    | GoldPoll
    | GoldMetric,
    Field(discriminator="type"),
]


class GoldMention(Strict):
    """A typed span of gold; its value is checked where the kind has a shape of its own."""

    kind: MentionKind
    span: GoldSpan
    value: GoldQuantity | GoldPeriod | GoldNames | dict[str, str | None] | None = None


class GoldLine(Strict):
    """One article with its complete facts.

    ``weekend`` says that an article is meant to be out on a weekend. ``mentions`` is None where the
    corpus does not list them; an empty list says there are none.
    """

    id: Words
    title: StrictStr | None = None
    published: Day | StrictStr | None = None
    source: StrictStr | None = None
    url: StrictStr | None = None
    language: StrictStr = "en"
    style: StrictStr | None = None
    weekend: bool | None = None
    text: Words
    facts: tuple[GoldFact, ...]
    mentions: tuple[GoldMention, ...] | None = None
