"""What a form resolves to, what it is resolved against, and how a TIMEX3 value is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from finfacts.mentions.dates.calendar import add, month_end
from finfacts.values import Granularity

_LETTERS = {
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "session": "{}D",
    "week": "{}W",
    "fortnight": "{}W",
    "month": "{}M",
    "quarter": "{}M",
    "half": "{}M",
    "year": "{}Y",
    "decade": "{}Y",
}
_FACTORS = {"fortnight": 2, "quarter": 3, "half": 6, "decade": 10}
SIZES: dict[str, Granularity] = {
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "session": "day",
    "week": "week",
    "weekend": "day",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "year": "year",
    "decade": "decade",
}
APRIL_YEARS = frozenset({"XNSE", "XBOM"})


class Moment(NamedTuple):
    """What a form is resolved against.

    Attributes:
        day: the article's date, or None.
        exchange: MIC whose trading days and fiscal year count.
        ahead: whether the words around speak of what is to come; asked only where it matters.
        told: whether they tell of what has happened.
        published: the article's time with its offset, or None.
    """

    day: dt.date | None
    exchange: str
    ahead: Callable[[], bool]
    told: Callable[[], bool]
    published: dt.datetime | None = None


class Extent(NamedTuple):
    """Dates, both inclusive, with their size and TIMEX3 value."""

    start: dt.date | None
    end: dt.date | None
    granularity: Granularity
    timex: str


def yes() -> bool:
    """Answer that a text looks ahead, whatever it says."""
    return True


def no() -> bool:
    """Answer that a text does not look ahead, whatever it says."""
    return False


def on(day: dt.date | None, timex: str) -> Extent:
    """Return one day; where there is none, its TIMEX3 value alone."""
    return Extent(day, day, "day", timex if day is None else day.isoformat())


def plus(day: dt.date, days: int) -> dt.date | None:
    """Return the day some days away, None out of the calendar."""
    return add(day, Decimal(days), "day")


def months(year: int, month: int, count: int, size: Granularity, timex: str) -> Extent:
    """Return whole months of a year as an extent."""
    return Extent(dt.date(year, month, 1), month_end(year, month + count - 1), size, timex)


def until_now(start: dt.date, end: dt.date, moment: Moment) -> dt.date:
    """Return where a running period ends: on the article's date, unless the text looks ahead."""
    now = moment.day
    return now if now is not None and start <= now < end and not moment.ahead() else end


def length_timex(count: Decimal, unit: str) -> str:
    """Return the TIMEX3 value of a duration: 2.5 years is "P2.5Y", a quarter "P3M"."""
    value = count * _FACTORS.get(unit, 1)
    shown = format(value.normalize(), "f")
    return "P" + _LETTERS[unit].format(shown)


def unit_timex(start: dt.date, unit: str) -> str:
    """Return the TIMEX3 value of the calendar unit that begins on a day."""
    year = f"{start.year:04}"
    if unit == "day":
        return start.isoformat()
    if unit == "week":
        iso = start.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}"
    if unit == "month":
        return f"{year}-{start.month:02}"
    if unit == "quarter":
        return f"{year}-Q{(start.month + 2) // 3}"
    if unit == "half":
        return f"{year}-H{(start.month + 5) // 6}"
    return year[:3] if unit == "decade" else year
