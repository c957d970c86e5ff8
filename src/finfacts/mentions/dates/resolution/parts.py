"""Parts of a year: "the third quarter", "Q3 FY25", "December quarter", "the first nine months"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates.calendar import add, add_months, month_end
from finfacts.mentions.dates.resolution.extents import (
    APRIL_YEARS,
    SIZES,
    Extent,
    Moment,
    length_timex,
    months,
    unit_timex,
)

_QUARTER = 3  # months
_THURSDAY, _SATURDAY = 3, 5


def place_quarter(form: f.QuarterOf, moment: Moment) -> Extent | None:
    """Place a quarter of a calendar year, or of a fiscal one that is known."""
    if form.month is not None:
        return _month_quarter(form.month, form, moment)
    if form.fiscal or (form.year is None and moment.exchange in APRIL_YEARS):
        return _fiscal_quarter(form, moment)
    year = form.year
    if year is None and moment.day is not None:
        year = _part_year(form.number, 3, moment)
    if year is None:
        return Extent(None, None, "quarter", f"XXXX-Q{form.number}")
    return months(year, form.number * 3 - 2, 3, "quarter", f"{year:04}-Q{form.number}")


def _fiscal_quarter(form: f.QuarterOf, moment: Moment) -> Extent:
    """Quarters of a fiscal year, placed where the year is known to run from April to March."""
    year = form.year
    if moment.exchange not in APRIL_YEARS:
        return Extent(None, None, "quarter", f"FY{'XXXX' if year is None else year}-Q{form.number}")
    number = form.number % 4 + 1  # Q1 is April to June, the second of the calendar
    if year is None and moment.day is None:
        return Extent(None, None, "quarter", f"FYXXXX-Q{form.number}")
    if year is None:
        placed = _part_year(number, 3, moment)
        if placed is None:
            return Extent(None, None, "quarter", f"FYXXXX-Q{form.number}")
        year = placed + (number > 1)
    return months(year - (number > 1), number * 3 - 2, 3, "quarter", f"FY{year:04}-Q{form.number}")


def _month_quarter(month: int, form: f.QuarterOf, moment: Moment) -> Extent | None:
    """The quarter that a month names by its end: "December quarter", "quarter ended January"."""
    year = form.year
    if year is None and moment.day is not None:
        if month % 3 == 0:
            year = _part_year(month // 3, _QUARTER, moment)
        else:
            year = moment.day.year - (month >= moment.day.month)
    if year is None:
        return Extent(None, None, "quarter", f"XXXX-{month:02}")
    end = month_end(year, month)
    start = add_months(dt.date(year, month, 1), -2)
    return Extent(start, end, "quarter", f"{start}/{end}")


def _part_year(number: int, size: int, moment: Moment) -> int | None:
    """Return the year of the quarter (size 3) or half (6) nearest to the article.

    The running one if it is that, else the one that ended last. Looking ahead, the next; only one
    that has just ended is still meant then ("is forecast to have slowed in the third quarter").
    The one after the running one, told of as past, is somebody's fiscal quarter: not placed. So is
    the running one, long before its end.
    """
    now = moment.day or dt.date.min
    running = (now.month - 1) // size + 1
    if number == running:
        early = size == _QUARTER and (now.month - 1) % size < size - 1
        return None if early and not moment.ahead() else now.year
    count = 12 // size
    ago = (running - number) % count
    past = now.year - (number > running)
    if ago == 1 and (size == _QUARTER or not moment.ahead() or _has_just_ended(number, now)):
        return past
    if moment.ahead():
        return past + 1
    return None if number == running + 1 and size == _QUARTER else past


def _has_just_ended(half: int, now: dt.date) -> bool:
    """Whether the first half ended so short ago that its results are what is due."""
    return half == 1 and now.month <= 9  # noqa: PLR2004  results are out by September


def place_half(form: f.HalfOf, moment: Moment) -> Extent | None:
    """Place a half year."""
    year = form.year
    if form.fiscal:
        return Extent(None, None, "half", f"FY{'XXXX' if year is None else year}-H{form.number}")
    if year is None and moment.day is not None:
        year = _part_year(form.number, 6, moment)
    if year is None:
        return Extent(None, None, "half", f"XXXX-H{form.number}")
    return months(year, form.number * 6 - 5, 6, "half", f"{year:04}-H{form.number}")


def place_first(form: f.FirstOf, moment: Moment) -> Extent | None:
    """The first nine months, the final two weeks, of a year, a month or the year that runs."""
    timex = length_timex(Decimal(form.count), form.unit)
    year, now = form.year, moment.day
    if year is None and now is not None:
        year = now.year
        running = place_first(replace(form, year=year), moment)
        over = running is not None and running.end is not None and running.end <= now
        year -= not over and not moment.ahead()
    if year is None:
        return Extent(None, None, SIZES[form.unit], timex)
    low: dt.date = dt.date(year, form.month or 1, 1)
    high: dt.date = month_end(year, form.month or 12)
    one = dt.timedelta(days=1)
    if (form.count, form.unit) == (1, "week"):
        return _one_week(low, high, from_end=form.from_end)
    if form.from_end:
        after = add(high + one, Decimal(-form.count), form.unit)
        return None if after is None else Extent(after, high, SIZES[form.unit], timex)
    until = add(low, Decimal(form.count), form.unit)
    return None if until is None else Extent(low, until - one, SIZES[form.unit], timex)


def _one_week(low: dt.date, high: dt.date, *, from_end: bool) -> Extent:
    """The ISO week whose Thursday is the first, or the last, in a period."""
    if from_end:
        thursday = high - dt.timedelta(days=(high.weekday() - _THURSDAY) % 7)
    else:
        thursday = low + dt.timedelta(days=(_THURSDAY - low.weekday()) % 7)
    monday = thursday - dt.timedelta(days=_THURSDAY)
    return Extent(monday, monday + dt.timedelta(days=6), "week", unit_timex(monday, "week"))
