"""Calendar arithmetic: months added, ISO weeks, quarters, Easter, "the nth Monday of"."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_FIRST, _LAST = dt.date(1, 1, 1), dt.date(9999, 12, 31)


def month_end(year: int, month: int) -> dt.date:
    """Return the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: dt.date, months: int) -> dt.date | None:
    """Return the day some months away, at most the last of its month; None out of the calendar.

    >>> add_months(dt.date(2026, 3, 31), -1)
    datetime.date(2026, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not _FIRST.year <= year <= _LAST.year:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add(day: dt.date, count: Decimal, unit: str) -> dt.date | None:
    """Return the day some units away; None for units finer than a day or out of the calendar.

    >>> add(dt.date(2026, 1, 13), Decimal(-2), "week")
    datetime.date(2025, 12, 30)
    """
    if unit in _MONTHS:
        return add_months(day, int(count * _MONTHS[unit]))
    if unit not in _DAYS:
        return None
    try:
        return day + dt.timedelta(days=int(count * _DAYS[unit]))
    except OverflowError:
        return None


def unit_bounds(day: dt.date, unit: str, offset: int) -> tuple[dt.date, dt.date] | None:
    """Return first and last day of the unit that holds the day, moved by ``offset`` units.

    >>> unit_bounds(dt.date(2026, 1, 13), "week", -1)
    (datetime.date(2026, 1, 5), datetime.date(2026, 1, 11))
    """
    moved = add(day, Decimal(offset), unit)
    if moved is None:
        return None
    if unit == "day":
        return moved, moved
    if unit == "week":
        monday = moved - dt.timedelta(days=moved.weekday())
        return monday, monday + dt.timedelta(days=6)
    if unit == "fortnight":
        return None
    if unit == "decade":
        first = moved.year // 10 * 10
        return dt.date(first, 1, 1), dt.date(first + 9, 12, 31)
    size = _MONTHS[unit]
    month = (moved.month - 1) // size * size + 1
    return dt.date(moved.year, month, 1), month_end(moved.year, month + size - 1)


def easter(year: int) -> dt.date:
    """Return Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """Return the nth Monday (1) to Sunday (7) of a month; ``nth`` -1 is the last one."""
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1))
    last = month_end(year, month)
    return last - dt.timedelta(days=(last.weekday() - weekday + 1) % 7)


def real_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, or None for a day that there is not ("Feb. 30")."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
