"""The values facts are made of: a span, a quantity ("about 3%"), a period, an instrument."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

Field = Literal["text", "title"]
Comparator = Literal["exact", "about", "nearly", "over", "at_least", "under", "up_to", "range"]
Unit = Literal[
    "percent",
    "percentage_point",
    "basis_point",
    "currency",
    "index_point",
    "share",
    "multiple",
    "count",
]
Granularity = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "duration",
    "set",
]
InstrumentKind = Literal[
    "equity",
    "index",
    "etf",
    "commodity",
    "fx",
    "crypto",
    "rate",
    "bond",
    "sector",
    "group",
]
Link = Literal["written", "cashtag", "name", "alias", "symbol", "coreference"]
Session = Literal["premarket", "regular", "after_hours", "overnight"]
BaselineKind = Literal[
    "record_high",
    "record_low",
    "high",
    "low",
    "previous_close",
    "year_start",
    "year_ago",
    "ipo_price",
    "offer_price",
    "moving_average",
    "other",
]


class Value(BaseModel):
    """A frozen value: equal when its fields are equal, safe to share and to hash."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    def __reduce__(self) -> tuple[Callable[..., Value], tuple[object, ...]]:
        """Pickle the fields and which of them were given: quicker than Pydantic does.

        An article has hundreds of values, and most come from a worker process.
        """
        given = frozenset(self.__pydantic_fields_set__)
        return _unpickled, (type(self), self.__dict__, _GIVEN.setdefault(given, given))


_GIVEN: dict[frozenset[str], frozenset[str]] = {}  # one object each: pickle writes it once


def _unpickled(kind: type[Value], fields: dict[str, object], given: frozenset[str]) -> Value:
    value = kind.__new__(kind)
    _put(value, "__dict__", fields)
    _put(value, "__pydantic_fields_set__", set(given))
    _put(value, "__pydantic_extra__", None)
    _put(value, "__pydantic_private__", None)
    return value


_put = object.__setattr__  # values are frozen


class Span(Value):
    """Words of an article: ``article[field][start:end] == text``, in Unicode code points."""

    text: str
    start: int
    end: int
    field: Field = "text"


class Quantity(Value):
    """A number with its unit and comparator: "more than 6%", "$1.10 to $1.15 a share".

    Attributes:
        value: the number after scaling, never signed ("$1.2 billion" is 1200000000); None for
            a range.
        low: the lower end of a range, else None.
        high: the upper end of a range, else None.
        comparator: how the words bound the value ("nearly", "up to").
        unit: what is counted; with ``currency`` the ISO 4217 code stands in ``currency``.
        currency: ISO 4217 code, or None.
        per: what one unit is for ("barrel", "share"), or None.
        span: the words it was read from.
    """

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    comparator: Comparator = "exact"
    unit: Unit
    currency: str | None = None
    per: str | None = None
    span: Span


class Period(Value):
    """Calendar dates, both inclusive: "last week", "Oct. 2", "since the start of January".

    Attributes:
        start: first day, or None where it cannot be resolved or is open.
        end: last day, or None.
        granularity: the size of what the words name.
        timex: TIMEX3 value of the expression itself ("XXXX-10-02", "P1W", "2026").
        span: the words it was read from.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    granularity: Granularity
    timex: str
    span: Span


class Instrument(Value):
    """A traded thing as the article names it: "BABA", "the CSI 300 Index", "the stock".

    Attributes:
        name: the usual short name ("Alibaba").
        symbol: ticker of the listing meant, or the contract's own code (``SPX``, ``BRENT``);
            None where there is none or the link is in doubt.
        exchange: ISO 10383 market identifier code of the listing, or None.
        kind: what sort of thing it is.
        isin: ISO 6166 number, or None.
        link: how it was linked.
        confidence: 0 to 1, as Decimal.
        candidates: symbols it might be, where it was left unlinked.
        span: the words that stand there.
    """

    name: str
    symbol: str | None = None
    exchange: str | None = None
    kind: InstrumentKind
    isin: str | None = None
    link: Link | None = None
    confidence: Decimal = Decimal(1)
    candidates: tuple[str, ...] = ()
    span: Span


class Named(Value):
    """A named thing that is no instrument: "Qwen", "the United States", "the Federal Reserve"."""

    name: str
    span: Span


class Brokerage(Value):
    """A brokerage or research firm: "JPMorgan", "Jefferies"."""

    name: str
    span: Span


class Person(Value):
    """A person with what is known of the role: "Harriet Cole", "analyst"."""

    name: str
    role: str | None = None
    firm: str | None = None
    span: Span


class SentimentLabel(Value):
    """A label that a platform gives: "extremely bullish", "high" message volume."""

    label: str
    span: Span


class Window(Value):
    """How far back an extreme reaches: "52-week" (``P52W``), "since Jan. 9" (start)."""

    text: str
    start: dt.date | None = None
    timex: str | None = None


class Baseline(Value):
    """What a move is measured from: "its lifetime high of $192.67, reached on Oct. 2"."""

    kind: BaselineKind
    level: Quantity | None = None
    date: Period | None = None
    window: Window | None = None


class Consensus(Value):
    """What analysts say together: "24 of 31 analysts rate it Buy; average target $180"."""

    buy: int | None = None
    hold: int | None = None
    sell: int | None = None
    analysts: int | None = None
    mean_target: Quantity | None = None
