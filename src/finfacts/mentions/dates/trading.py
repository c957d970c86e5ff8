"""Trading days of an exchange: "the previous session" steps over its holidays and weekends."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import NamedTuple, Protocol

# Venues without a calendar of their own in the holidays package: the one they keep in fact.
_CALENDARS = {
    "XASE": "XNYS",
    "ARCX": "XNYS",
    "BATS": "XNYS",
    "IEXG": "XNYS",
    "OTCM": "XNYS",
    "OOTC": "XNYS",
    "PINX": "XNYS",
    "XOTC": "XNYS",
    "XCBO": "XNYS",
    "XCBT": "XCME",
    "XNYM": "XCME",
    "XCEC": "XCME",
    "GLBX": "XCME",
    "XTSX": "XTSE",
    "XCNQ": "XTSE",
    "NEOE": "XTSE",
    "XTKS": "XJPX",
    "XOSE": "XJPX",
    "XKOS": "XKRX",
    "AIMX": "XLON",
    "XMUN": "XETR",
    "XBER": "XETR",
    "XDUS": "XETR",
    "XSTU": "XETR",
}
_MONDAY_TO_FRIDAY = frozenset({5, 6})
_SUNDAY_TO_THURSDAY = frozenset({4, 5})
_WEEKENDS = {"XSAU": _SUNDAY_TO_THURSDAY, "XKUW": _SUNDAY_TO_THURSDAY, "XCAI": _SUNDAY_TO_THURSDAY}
_MAX_STEPS = 2000


class _Days(Protocol):
    def __contains__(self, day: object, /) -> bool: ...


class _Calendar(NamedTuple):
    weekend: frozenset[int]
    holidays: _Days


@cache
def _calendar(exchange: str) -> _Calendar:
    """Return weekend and holidays of an exchange; holidays are loaded at the first call."""
    import holidays  # noqa: PLC0415  slow to import, and few articles need it

    weekend = _WEEKENDS.get(exchange, _MONDAY_TO_FRIDAY)
    try:
        days: _Days = holidays.financial_holidays(_CALENDARS.get(exchange, exchange))
    except NotImplementedError:
        days = frozenset()
    return _Calendar(weekend, days)


def is_trading_day(day: dt.date, exchange: str) -> bool:
    """Return whether the exchange (a MIC) trades on the day.

    An exchange whose holidays are not known trades on every weekday.

    >>> is_trading_day(dt.date(2025, 7, 4), "XNYS")
    False
    """
    calendar = _calendar(exchange)
    return day.weekday() not in calendar.weekend and day not in calendar.holidays


def trading_day(day: dt.date, offset: int, exchange: str) -> dt.date | None:
    """Return the trading day ``offset`` sessions away, None where there is none in reach.

    >>> trading_day(dt.date(2025, 7, 7), -1, "XNYS")
    datetime.date(2025, 7, 3)
    """
    step = dt.timedelta(days=1 if offset > 0 else -1)
    left = abs(offset)
    for _ in range(_MAX_STEPS):
        if not left:
            return day
        try:
            day += step
        except OverflowError:
            return None
        left -= is_trading_day(day, exchange)
    return None
