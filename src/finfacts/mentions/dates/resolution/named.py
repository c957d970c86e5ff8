"""Named dates: "Oct. 2", "October", "2026", "Monday", "the 18th", "Thanksgiving"."""

from __future__ import annotations

import datetime as dt
from typing import Any

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates.calendar import add_months, easter, month_end, nth_weekday, real_day
from finfacts.mentions.dates.resolution.extents import (
    APRIL_YEARS,
    Extent,
    Moment,
    on,
    plus,
    until_now,
)
from finfacts.mentions.dates.vocabulary import HOLIDAYS

_FRIDAYS_13TH = 36  # months: any day of the month falls on any weekday more often than that
_LEAP_YEAR = 2024
_IN_SIGHT = 270  # days: what has just passed is not a year ahead


def place_day(form: f.Day, moment: Moment) -> Extent | None:
    """Place a day of a month, of the year that is said or nearest."""
    year = form.year
    if real_day(year or _LEAP_YEAR, form.month, form.day) is None:
        return None
    if year is None and moment.day is not None:
        year = _nearest_year(form.month, form.day, moment)
        while real_day(year, form.month, form.day) is None:
            year -= 1  # the latest Feb. 29
    timex = f"{'XXXX' if year is None else f'{year:04}'}-{form.month:02}-{form.day:02}"
    start = None if year is None else real_day(year, form.month, form.day)
    if form.last is None:
        return on(start, timex)
    if real_day(year or _LEAP_YEAR, form.month, form.last) is None or form.last <= form.day:
        return None
    end = None if year is None else real_day(year, form.month, form.last)
    return Extent(start, end, "day", f"{timex}/{timex[:-2]}{form.last:02}")


def _nearest_year(month: int, day: int, moment: Moment) -> int:
    """Return the year of the latest past such day, or of the next where the text looks ahead."""
    now = moment.day or dt.date.min
    distance = (month - now.month) * 30 + day - now.day
    if distance == 0:
        return now.year
    if moment.ahead() and distance % 360 <= _IN_SIGHT:
        return now.year + (distance < 0)
    return now.year - (distance > 0)


def place_month(form: f.MonthOf, moment: Moment) -> Extent | None:
    """Place a month; the running one ends on the article's date."""
    year, now = form.year, moment.day
    if year is None and now is not None:
        year = _month_year(form, now, moment)
    if year is None:
        return Extent(None, None, "month", f"XXXX-{form.month:02}")
    start, end = dt.date(year, form.month, 1), month_end(year, form.month)
    timex = f"{year:04}-{form.month:02}"
    if form.year is None and now is not None and start <= now < end and not moment.ahead():
        end = now  # "in January" told in January: up to the article
    return Extent(start, end, "month", timex)


def _month_year(form: f.MonthOf, now: dt.date, moment: Moment) -> int:
    """Return the year of a month: its latest, the running one, or the next if that is said."""
    if form.shift == 0 or (form.shift is None and form.month == now.month):
        return now.year
    if form.shift is not None and form.shift > 0:
        return now.year + (form.month <= now.month)
    if form.shift is None and moment.ahead() and (form.month - now.month) % 12 * 30 <= _IN_SIGHT:
        return now.year + (form.month < now.month)
    return now.year - (form.month >= now.month)


def place_year(form: f.YearOf, moment: Moment) -> Extent | None:
    """Place a year or a range of years; the running one ends on the article's date."""
    last = form.last or form.year
    timex = f"{form.year:04}" if form.last is None else f"{form.year:04}/{form.last:04}"
    if form.fiscal:
        return place_fiscal_year(form, moment, timex)
    start, end = dt.date(form.year, 1, 1), dt.date(last, 12, 31)
    if form.last is None and not form.figure:
        end = until_now(start, end, moment)
    return Extent(start, end, "year", timex)


def place_fiscal_year(form: f.YearOf, moment: Moment, timex: str) -> Extent:
    """Place a fiscal year where it is known to run from April to March."""
    year = form.last or form.year  # "FY2024-25" and "FY25" both end in March 2025
    if moment.exchange not in APRIL_YEARS:
        return Extent(None, None, "year", f"FY{timex}")
    return Extent(dt.date(year - 1, 4, 1), dt.date(year, 3, 31), "year", f"FY{year:04}")


def place_decade(form: f.DecadeOf, _moment: Moment) -> Extent:
    """Place a decade: its TIMEX3 value is three digits ("199")."""
    first = form.year // 10 * 10
    return Extent(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade", f"{first // 10:03}")


def place_weekday(form: f.Weekday, moment: Moment) -> Extent:
    """Place a weekday: back first, on where the text looks ahead."""
    now = moment.day
    if now is None:
        return on(None, f"XXXX-WXX-{form.number}")
    gap = (now.isoweekday() - form.number) % 7
    if form.which in ("last", "this", "next"):
        weeks = {"last": -1, "this": 0, "next": 1}[form.which]
        return on(plus(now, form.number - now.isoweekday() + 7 * weeks), "")
    if form.which == "past":
        return on(plus(now, -(gap or 7)), "")
    if form.which == "coming" or (form.which is None and gap and moment.ahead()):
        return on(plus(now, 7 - gap), "")
    return on(plus(now, -gap), "")


def place_day_of_week(form: f.DayOfWeek, moment: Moment) -> Extent:
    """The nearest day that is both: "Monday 21st" is at most some years away."""
    now = moment.day
    timex = f"XXXX-XX-{form.day:02}"
    if now is None:
        return on(None, timex)
    first = now.replace(day=1)
    months = [add_months(first, step) for step in range(-_FRIDAYS_13TH, _FRIDAYS_13TH)]
    days = [month and real_day(month.year, month.month, form.day) for month in months]
    fitting = [day for day in days if day and day.isoweekday() == form.number]
    return on(min(fitting, key=lambda day: abs(day - now), default=None), timex)


def place_day_of_month(form: f.DayOfMonth, moment: Moment) -> Extent:
    """The latest such day, the next where the text looks ahead, or the one of the month said."""
    now, timex = moment.day, f"XXXX-XX-{form.day:02}"
    if now is None:
        return on(None, timex)
    offset = form.offset
    if offset is None:
        ahead = form.day != now.day and moment.ahead()
        offset = (form.day < now.day) if ahead else -(form.day > now.day)
    month = add_months(now.replace(day=1), offset)
    return on(month and real_day(month.year, month.month, form.day), timex)


def place_holiday(form: f.Holiday, moment: Moment) -> Extent:
    """Place a holiday: the latest one, the next where the text looks ahead."""
    if form.year is not None:
        return on(_holiday_in(form.index, form.year), "")
    if moment.day is None:
        rule = HOLIDAYS[form.index]
        return on(None, f"XXXX-{rule['month']:02}-{rule['day']:02}" if "day" in rule else "XXXX")
    now = moment.day
    years = range(max(now.year - 1, dt.MINYEAR), min(now.year + 1, dt.MAXYEAR) + 1)
    near = [_holiday_in(form.index, year) for year in years]
    if moment.ahead():
        return on(next((day for day in near if day >= now), None), "XXXX")
    return on(next((day for day in reversed(near) if day <= now), None), "XXXX")


def _holiday_in(index: int, year: int) -> dt.date:
    rule: dict[str, Any] = HOLIDAYS[index]
    if "easter" in rule:
        return easter(year) + dt.timedelta(days=rule["easter"])
    if "day" in rule:
        return dt.date(year, rule["month"], rule["day"])
    day = nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
    return day + dt.timedelta(days=rule.get("shift", 0))


def place_season(form: f.Season, moment: Moment) -> Extent:
    """Give a season its TIMEX3 value; its months are not fixed."""
    year = form.year
    if year is None and form.offset is not None and moment.day is not None:
        year = moment.day.year + form.offset
    return Extent(None, None, "quarter", f"{'XXXX' if year is None else year}-{form.code}")
