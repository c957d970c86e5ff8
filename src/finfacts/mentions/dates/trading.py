"""Trading days of an exchange: "the previous session" steps over its holidays and weekends."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from importlib.abc import Loader

# Venues with no calendar, or a mere copy, in the holidays package: the one they keep in fact.
_CALENDARS = {
    "XASE": "XNYS",
    "XNAS": "XNYS",
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
    weekend = _WEEKENDS.get(exchange, _MONDAY_TO_FRIDAY)
    return _Calendar(weekend, _holidays(_CALENDARS.get(exchange, exchange)))


def _holidays(code: str) -> _Days:
    """Return the holidays of an exchange, none where they are not known.

    Its module is run on its own: importing it in the usual way brings the calendars of all
    countries along, which takes longer than reading many articles.
    """
    import holidays.registry  # noqa: PLC0415  slow to import, and few articles need it

    homes = holidays.registry.FINANCIAL.items()
    home = next((module for module, codes in homes if code in codes), None)
    if home is None:
        return frozenset()
    path = Path(holidays.__file__).parent / "financial" / f"{home}.py"
    spec = cast("ModuleSpec", spec_from_file_location(f"finfacts_exchange_{home}", path))
    module = module_from_spec(spec)
    cast("Loader", spec.loader).exec_module(module)
    return cast("_Days", getattr(module, code)())


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
