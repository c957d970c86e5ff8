"""A form and an article's date to calendar dates: "Monday" in an article of 2026-01-13 is
2026-01-12, "the third quarter" in one of 2019-10-28 is 2019-07-01 to 2019-09-30.

Past windows that run up to the article end on its date. What cannot be placed has no dates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates.calendar import (
    add,
    add_months,
    easter,
    month_end,
    nth_weekday,
    real_day,
    unit_bounds,
)
from finfacts.mentions.dates.trading import trading_day
from finfacts.mentions.dates.vocabulary import HOLIDAYS
from finfacts.values import Granularity

_FRIDAYS_13TH = 36  # months: any day of the month falls on any weekday more often than that
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
_SIZES: dict[str, Granularity] = {
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
# Companies of these venues keep a year from April to March, by law.
_APRIL_YEARS = frozenset({"XNSE", "XBOM"})
_ADDABLE = frozenset({"day", "week", "month", "quarter", "half", "year", "decade"})
_LEAP_YEAR = 2024
_IN_SIGHT = 270  # days: what has just passed is not a year ahead
_RUNNING = 200  # days: a longer range that runs is rather one that ended
_THURSDAY, _SATURDAY = 3, 5
_QUARTER = 3  # months


class Moment(NamedTuple):
    """What a form is resolved against.

    Attributes:
        day: the article's date, or None.
        exchange: MIC whose trading days and fiscal year count.
        ahead: whether the words around speak of what is to come; asked only where it matters.
        told: whether they tell of what has happened.
    """

    day: dt.date | None
    exchange: str
    ahead: Callable[[], bool]
    told: Callable[[], bool]


class Extent(NamedTuple):
    """Dates, both inclusive, with their size and TIMEX3 value."""

    start: dt.date | None
    end: dt.date | None
    granularity: Granularity
    timex: str


def _yes() -> bool:
    return True


def _no() -> bool:
    return False


def resolve(form: f.Form, moment: Moment) -> Extent | None:
    """Return what a form means at a moment, None where it means no date at all ("Feb. 30")."""
    return _RESOLVERS[type(form)](form, moment)


def _on(day: dt.date | None, timex: str) -> Extent:
    return Extent(day, day, "day", timex if day is None else day.isoformat())


def _day(form: f.Day, moment: Moment) -> Extent | None:
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
        return _on(start, timex)
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


def _month(form: f.MonthOf, moment: Moment) -> Extent | None:
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


def _year(form: f.YearOf, moment: Moment) -> Extent | None:
    last = form.last or form.year
    timex = f"{form.year:04}" if form.last is None else f"{form.year:04}/{form.last:04}"
    if form.fiscal:
        return _fiscal_year(form, moment, timex)
    start, end = dt.date(form.year, 1, 1), dt.date(last, 12, 31)
    if form.last is None and not form.figure:
        end = _until_now(start, end, moment)
    return Extent(start, end, "year", timex)


def _until_now(start: dt.date, end: dt.date, moment: Moment) -> dt.date:
    """Return where a running period ends: on the article's date, unless the text looks ahead."""
    now = moment.day
    return now if now is not None and start <= now < end and not moment.ahead() else end


def _fiscal_year(form: f.YearOf, moment: Moment, timex: str) -> Extent:
    year = form.last or form.year  # "FY2024-25" and "FY25" both end in March 2025
    if moment.exchange not in _APRIL_YEARS:
        return Extent(None, None, "year", f"FY{timex}")
    return Extent(dt.date(year - 1, 4, 1), dt.date(year, 3, 31), "year", f"FY{year:04}")


def _decade(form: f.DecadeOf, _moment: Moment) -> Extent:
    first = form.year // 10 * 10
    return Extent(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade", f"{first // 10:03}")


def _quarter(form: f.QuarterOf, moment: Moment) -> Extent | None:
    if form.month is not None:
        return _month_quarter(form.month, form, moment)
    if form.fiscal or (moment.exchange in _APRIL_YEARS):
        return _fiscal_quarter(form, moment)
    year = form.year
    if year is None and moment.day is not None:
        year = _part_year(form.number, 3, moment)
    if year is None:
        return Extent(None, None, "quarter", f"XXXX-Q{form.number}")
    return _months(year, form.number * 3 - 2, 3, "quarter", f"{year:04}-Q{form.number}")


def _fiscal_quarter(form: f.QuarterOf, moment: Moment) -> Extent:
    """Quarters of a fiscal year, placed where the year is known to run from April to March."""
    year = form.year
    if moment.exchange not in _APRIL_YEARS:
        return Extent(None, None, "quarter", f"FY{'XXXX' if year is None else year}-Q{form.number}")
    number = form.number % 4 + 1  # Q1 is April to June, the second of the calendar
    if year is None and moment.day is None:
        return Extent(None, None, "quarter", f"FYXXXX-Q{form.number}")
    if year is None:
        placed = _part_year(number, 3, moment)
        if placed is None:
            return Extent(None, None, "quarter", f"FYXXXX-Q{form.number}")
        year = placed + (number > 1)
    return _months(year - (number > 1), number * 3 - 2, 3, "quarter", f"FY{year:04}-Q{form.number}")


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
    The one after the running one, told of as past, is somebody's fiscal quarter: not placed.
    """
    now = moment.day or dt.date.min
    running = (now.month - 1) // size + 1
    if number == running:
        return now.year
    count = 12 // size
    ago = (running - number) % count
    past = now.year - (number > running)
    if ago == 1 and (size == _QUARTER or not moment.ahead()):
        return past
    if moment.ahead():
        return past + 1
    return None if number == running + 1 and size == _QUARTER else past


def _half(form: f.HalfOf, moment: Moment) -> Extent | None:
    year = form.year
    if form.fiscal:
        return Extent(None, None, "half", f"FY{'XXXX' if year is None else year}-H{form.number}")
    if year is None and moment.day is not None:
        year = _part_year(form.number, 6, moment)
    if year is None:
        return Extent(None, None, "half", f"XXXX-H{form.number}")
    return _months(year, form.number * 6 - 5, 6, "half", f"{year:04}-H{form.number}")


def _months(year: int, month: int, count: int, size: Granularity, timex: str) -> Extent:
    return Extent(dt.date(year, month, 1), month_end(year, month + count - 1), size, timex)


def _first(form: f.FirstOf, moment: Moment) -> Extent | None:
    """The first nine months, the final two weeks, of a year, a month or the year that runs."""
    timex = _length_timex(Decimal(form.count), form.unit)
    year, now = form.year, moment.day
    if year is None and now is not None:
        year = now.year
        running = _first(replace(form, year=year), moment)
        over = running is not None and running.end is not None and running.end <= now
        year -= not over and not moment.ahead()
    if year is None:
        return Extent(None, None, _SIZES[form.unit], timex)
    low: dt.date = dt.date(year, form.month or 1, 1)
    high: dt.date = month_end(year, form.month or 12)
    one = dt.timedelta(days=1)
    if (form.count, form.unit) == (1, "week"):
        return _one_week(low, high, from_end=form.from_end)
    if form.from_end:
        after = add(high + one, Decimal(-form.count), form.unit)
        return None if after is None else Extent(after, high, _SIZES[form.unit], timex)
    until = add(low, Decimal(form.count), form.unit)
    return None if until is None else Extent(low, until - one, _SIZES[form.unit], timex)


def _one_week(low: dt.date, high: dt.date, *, from_end: bool) -> Extent:
    """The first or last week of a period: the ISO week whose Thursday is the first or last in it."""
    if from_end:
        thursday = high - dt.timedelta(days=(high.weekday() - _THURSDAY) % 7)
    else:
        thursday = low + dt.timedelta(days=(_THURSDAY - low.weekday()) % 7)
    monday = thursday - dt.timedelta(days=_THURSDAY)
    return Extent(monday, monday + dt.timedelta(days=6), "week", _unit_timex(monday, "week"))


def _weekday(form: f.Weekday, moment: Moment) -> Extent:
    now = moment.day
    if now is None:
        return _on(None, f"XXXX-WXX-{form.number}")
    gap = (now.isoweekday() - form.number) % 7
    if form.which in ("last", "this", "next"):
        weeks = {"last": -1, "this": 0, "next": 1}[form.which]
        return _on(_plus(now, form.number - now.isoweekday() + 7 * weeks), "")
    if form.which == "past":
        return _on(_plus(now, -(gap or 7)), "")
    if form.which == "coming" or (form.which is None and gap and moment.ahead()):
        return _on(_plus(now, 7 - gap), "")
    return _on(_plus(now, -gap), "")


def _plus(day: dt.date, days: int) -> dt.date | None:
    return add(day, Decimal(days), "day")


def _relative(form: f.Relative, moment: Moment) -> Extent | None:
    now, size = moment.day, _SIZES[form.unit]
    if now is None:
        return Extent(None, None, size, _unplaced(form))
    if form.part == "fiscal":
        return _running_fiscal(form, now, moment)
    if form.unit == "weekend":
        return _weekend(form.offset, now)
    bounds = unit_bounds(now, form.unit, form.offset)
    if bounds is None:
        return None
    start, end = bounds
    timex = _unit_timex(start, form.unit)
    if form.part == "later":
        return Extent(max(start, now) if form.offset == 0 else start, end, size, timex)
    runs = form.offset == 0 and start <= now < end
    if runs and (form.part is not None or not moment.ahead()):
        end = now
    return Extent(start, end, size, timex)


def unit_before(extent: Extent, unit: str) -> Extent | None:
    """Return the calendar unit before a period: "the previous month" after "in March"."""
    bounds = extent.start and unit_bounds(extent.start, unit, -1)
    return Extent(*bounds, _SIZES[unit], _unit_timex(bounds[0], unit)) if bounds else None


def _running_fiscal(form: f.Relative, now: dt.date, moment: Moment) -> Extent:
    """Read "This fiscal year", placed where the year is known to run from April to March."""
    if form.unit != "year" or moment.exchange not in _APRIL_YEARS:
        return Extent(None, None, _SIZES[form.unit], "FYXXXX")
    year = now.year + (now.month > 3) + form.offset  # noqa: PLR2004  it ends in March
    return _fiscal_year(f.YearOf(year, fiscal=True), moment, str(year))


def _unplaced(form: f.Relative) -> str:
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE"}.get(
        form.unit,
        {"month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX"}.get(
            form.unit, "XXX" if form.unit == "decade" else "XXXX"
        ),
    )


def _unit_timex(start: dt.date, unit: str) -> str:
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


def _weekend(offset: int, now: dt.date) -> Extent:
    saturday = _plus(now, 5 - now.weekday() + 7 * offset)
    sunday = saturday and _plus(saturday, 1)
    if saturday is None or sunday is None:
        return Extent(None, None, "day", "XXXX-WXX-WE")
    iso = saturday.isocalendar()
    return Extent(saturday, sunday, "day", f"{iso.year:04}-W{iso.week:02}-WE")


def _window(form: f.Window, moment: Moment) -> Extent:
    timex, now = _length_timex(Decimal(form.count), form.unit), moment.day
    size = _SIZES[form.unit]
    if now is None or form.unit == "minute" or (form.ahead and moment.told()):
        return Extent(None, None, size, timex)  # "it lost 12% in the next two months"
    if form.unit == "session":
        other = trading_day(now, form.count if form.ahead else -form.count, moment.exchange)
    elif form.unit == "hour":
        other = _plus(now, -(-form.count // 24) * (1 if form.ahead else -1))
    else:
        other = add(now, Decimal(form.count if form.ahead else -form.count), form.unit)
    if other is None:
        return Extent(None, None, size, timex)
    if form.ahead:
        return Extent(now if form.unit == "hour" else _plus(now, 1), other, size, timex)
    return Extent(other, now, size, timex)


def _shift(form: f.Shift, moment: Moment) -> Extent:
    timex, size = _length_timex(form.count, form.unit), _SIZES[form.unit]
    if moment.day is None or form.told or form.unit == "minute":
        return Extent(None, None, size, timex)
    if form.unit == "session":
        day = trading_day(moment.day, int(form.count) * (1 if form.ahead else -1), moment.exchange)
    elif form.unit == "hour":
        return Extent(None, None, size, timex)
    else:
        day = add(moment.day, form.count if form.ahead else -form.count, form.unit)
    return Extent(day, day, size, timex)


def _shifted(form: f.Shifted, moment: Moment) -> Extent | None:
    base = resolve(form.base, moment)
    if base is None or base.start is None or base.start != base.end:
        return base and Extent(None, None, "day", _length_timex(form.count, form.unit))
    day = add(base.start, form.count if form.ahead else -form.count, form.unit)
    return None if day is None else _on(day, "")


def _day_of_week(form: f.DayOfWeek, moment: Moment) -> Extent:
    """The nearest day that is both: "Monday 21st" is at most some years away."""
    now = moment.day
    timex = f"XXXX-XX-{form.day:02}"
    if now is None:
        return _on(None, timex)
    first = now.replace(day=1)
    months = [add_months(first, step) for step in range(-_FRIDAYS_13TH, _FRIDAYS_13TH)]
    days = [month and real_day(month.year, month.month, form.day) for month in months]
    fitting = [day for day in days if day and day.isoweekday() == form.number]
    return _on(min(fitting, key=lambda day: abs(day - now), default=None), timex)


def _day_of_month(form: f.DayOfMonth, moment: Moment) -> Extent:
    """The latest such day, the next where the text looks ahead, or the one of the month said."""
    now, timex = moment.day, f"XXXX-XX-{form.day:02}"
    if now is None:
        return _on(None, timex)
    offset = form.offset
    if offset is None:
        ahead = form.day != now.day and moment.ahead()
        offset = (form.day < now.day) if ahead else -(form.day > now.day)
    month = add_months(now.replace(day=1), offset)
    return _on(month and real_day(month.year, month.month, form.day), timex)


def _length_timex(count: Decimal, unit: str) -> str:
    value = count * _FACTORS.get(unit, 1)
    shown = format(value.normalize(), "f")
    return "P" + _LETTERS[unit].format(shown)


def _length(form: f.Length, _moment: Moment) -> Extent:
    return Extent(None, None, "duration", _length_timex(form.count, form.unit))


def _every(form: f.Every, _moment: Moment) -> Extent:
    return Extent(None, None, "set", form.timex)


def _vague(form: f.Vague, _moment: Moment) -> Extent:
    return Extent(None, None, "duration", form.timex)


def _bare(form: f.Bare, moment: Moment) -> Extent | None:
    """Read "For the year", "on the week": the running unit up to the article."""
    if form.unit == "session":
        return _session(f.Session(0), moment)
    if form.unit == "weekend" and moment.day is not None and not moment.ahead():
        return _weekend(-1 if moment.day.weekday() < _SATURDAY else 0, moment.day)
    if form.unit in ("quarter", "half"):
        return Extent(None, None, _SIZES[form.unit], _unplaced(f.Relative(form.unit, 0)))
    return _relative(f.Relative(form.unit, 0), moment)


def _clock(form: f.Clock, moment: Moment) -> Extent:
    day = "XXXX-XX-XX" if moment.day is None else moment.day.isoformat()
    return Extent(moment.day, moment.day, _clock_size(form), day + _clock_timex(form))


def _clock_size(form: f.Clock) -> Granularity:
    return "day" if form.hour is None else "hour" if form.minute is None else "minute"


def _clock_timex(form: f.Clock) -> str:
    if form.part is not None:
        return f"T{form.part}"
    minute = "" if form.minute is None else f":{form.minute:02}"
    return f"T{form.hour:02}{minute}"


def _session(form: f.Session, moment: Moment) -> Extent:
    if moment.day is None:
        return _on(None, "XXXX-XX-XX")
    if form.offset == 0:
        return _on(moment.day, "")
    return _on(trading_day(moment.day, form.offset, moment.exchange), "XXXX-XX-XX")


def _holiday(form: f.Holiday, moment: Moment) -> Extent:
    if form.year is not None:
        return _on(_holiday_in(form.index, form.year), "")
    if moment.day is None:
        rule = HOLIDAYS[form.index]
        return _on(None, f"XXXX-{rule['month']:02}-{rule['day']:02}" if "day" in rule else "XXXX")
    now = moment.day
    near = [_holiday_in(form.index, year) for year in (now.year - 1, now.year, now.year + 1)]
    if moment.ahead():
        return _on(next(day for day in near if day >= now), "")
    return _on(next(day for day in reversed(near) if day <= now), "")


def _holiday_in(index: int, year: int) -> dt.date:
    rule: dict[str, Any] = HOLIDAYS[index]
    if "easter" in rule:
        return easter(year) + dt.timedelta(days=rule["easter"])
    if "day" in rule:
        return dt.date(year, rule["month"], rule["day"])
    day = nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
    return day + dt.timedelta(days=rule.get("shift", 0))


def _season(form: f.Season, moment: Moment) -> Extent:
    year = form.year
    if year is None and form.offset is not None and moment.day is not None:
        year = moment.day.year + form.offset
    return Extent(None, None, "quarter", f"{'XXXX' if year is None else year}-{form.code}")


def _edge(form: f.Edge, moment: Moment) -> Extent | None:
    """A part of a period. "Early October" keeps the whole month: its bounds are not sharp.

    The start and the end of a period are its first and its last day.
    """
    asked = moment._replace(ahead=_yes) if form.part == "end" and _is_stated(form.whole) else moment
    whole = resolve(_whole(form.whole), asked)
    if whole is None:
        return None
    if form.part == "year_end":  # "a year-end target": told in December, the next year's
        return whole._replace(start=None, end=None)
    if form.part == "start":
        return whole._replace(end=whole.start)
    if form.part == "end":
        end = _full_end(form.whole, moment) or whole.end
        return whole._replace(start=end, end=end)
    return whole


def _whole(form: f.Form) -> f.Form:
    return f.Relative(form.unit, 0) if isinstance(form, f.Bare) else form


def _is_stated(form: f.Form) -> bool:
    return isinstance(form, f.YearOf) or getattr(form, "year", None) is not None


def _full_end(form: f.Form, moment: Moment) -> dt.date | None:
    """Return the last day of a unit that still runs ("by the end of this year")."""
    unit = getattr(form, "unit", None)
    if isinstance(form, f.Relative | f.Bare) and moment.day is not None and unit in _ADDABLE:
        bounds = unit_bounds(moment.day, str(unit), getattr(form, "offset", 0))
        return bounds and bounds[1]
    placed = resolve(form, moment)
    if isinstance(form, f.MonthOf) and placed is not None and placed.start is not None:
        return month_end(placed.start.year, placed.start.month)
    return None


_SINCE_SHIFT = {"mid": 14, "late": 15}


def _since(form: f.Since, moment: Moment) -> Extent | None:
    origin = form.origin
    past = moment._replace(ahead=_no)
    found = resolve(origin, past)
    if found is None or found.granularity in ("duration", "set"):
        return found
    start = found.start
    if isinstance(origin, f.Edge) and start is not None and found.granularity == "month":
        start = _plus(start, _SINCE_SHIFT.get(origin.part, 0))
    if start is None or moment.day is None or start > moment.day:
        return found._replace(start=start, end=None)
    return found._replace(start=start, end=moment.day)


def _range(form: f.Range, moment: Moment) -> Extent | None:
    first, last = _with_year(form.first, form.last), form.last
    low, high = resolve(first, moment), resolve(last, moment)
    if low is None or high is None:
        return None
    if low.start is not None and high.start is not None and low.start > high.start:
        low, high = _in_order(first, last, low, high, moment)
    end = high.end
    if isinstance(last, f.MonthOf) and high.start is not None and first != last:
        end = month_end(high.start.year, high.start.month)
    timex = f"{low.timex}/{high.timex}"
    if low.start is None or end is None or low.start > end:
        return Extent(None, None, high.granularity, timex)
    return Extent(low.start, end, high.granularity, timex)


def _in_order(
    first: f.Form, last: f.Form, low: Extent, high: Extent, moment: Moment
) -> tuple[Extent, Extent]:
    """Two ends without a year that crossed: the range that runs now, else the one before.

    In an article of October, "from Oct. 1 to Nov. 7" runs; "from May to March" ended in March.
    """
    if low.start is None or high.start is None or f.says_year(last):
        return low, high
    after = resolve(f.dated(last, high.start.year + 1), moment)
    if after is not None and after.start is not None:
        days = (after.start - low.start).days
        if 0 <= days <= _RUNNING:
            return low, after
    before = resolve(f.dated(first, low.start.year - 1), moment)
    return (low if before is None else before), high


def _with_year(first: f.Form, last: f.Form) -> f.Form:
    """The year said once: "April to June 2017", and "Nov-Feb 2017" began the year before."""
    first_month, last_month = _month_of(first), _month_of(last)
    year = getattr(last, "year", None)
    if first_month is None or last_month is None or year is None or f.says_year(first):
        return first
    return f.dated(first, year - (first_month > last_month))


def _month_of(form: f.Form) -> int | None:
    if isinstance(form, f.QuarterOf):
        return form.number
    return form.month if isinstance(form, f.Day | f.MonthOf) else None


def _ended(form: f.Ended, moment: Moment) -> Extent | None:
    last = _last_end(form, moment)
    if last is None:
        return None
    timex = _length_timex(Decimal(form.count), form.unit)
    end = last.end
    if isinstance(form.last, f.MonthOf) and last.start is not None:
        end = month_end(last.start.year, last.start.month)
    if end is None:
        return Extent(None, None, _SIZES[form.unit], timex)
    next_day = _plus(end, 1)
    start = next_day and add(next_day, Decimal(-form.count), form.unit)
    return None if start is None else Extent(start, end, _SIZES[form.unit], timex)


def _last_end(form: f.Ended, moment: Moment) -> Extent | None:
    """What a stretch ends with: behind, where it "ended"; the nearer of two, where it is "ending".

    "The year ending March 31" in January still runs.
    """
    past = resolve(form.last, moment._replace(ahead=_no))
    if form.word != "ending" or past is None or past.end is None or moment.day is None:
        return past
    if f.says_year(form.last):
        return past
    coming = resolve(f.dated(form.last, past.end.year + 1), moment)
    if coming is None or coming.end is None or past.end >= moment.day:
        return past
    nearer = coming.end - moment.day < moment.day - past.end
    return coming if nearer or form.unit == "year" else past


def _week_of(form: f.WeekOf, moment: Moment) -> Extent | None:
    day = resolve(form.day, moment)
    if day is None or day.start is None:
        return day and day._replace(granularity="week")
    bounds = unit_bounds(day.start, "week", 0)
    return bounds and Extent(*bounds, "week", _unit_timex(bounds[0], "week"))


def _at(form: f.At, moment: Moment) -> Extent | None:
    day = resolve(form.day, moment)
    if day is None or day.start != day.end:
        return day
    size = _clock_size(form.clock)
    return Extent(day.start, day.end, size, day.timex + _clock_timex(form.clock))


def _within(form: f.Within, moment: Moment) -> Extent | None:
    outer = resolve(form.outer, moment._replace(ahead=_yes))
    if outer is None or outer.start is None or outer.end is None:
        inner = resolve(form.inner, moment._replace(day=None))
        return inner and inner._replace(start=None, end=None)
    if isinstance(form.inner, f.Weekday):
        monday = unit_bounds(outer.start, "week", 0)
        day = monday and _plus(monday[0], form.inner.number - 1)
        return _on(day, "")
    if isinstance(form.inner, f.FirstOf) and outer.granularity == "month":
        first = replace(form.inner, year=outer.start.year, month=outer.start.month)
        return resolve(first, moment)
    return resolve(f.dated(form.inner, outer.start.year), moment)


_RESOLVERS: dict[type, Callable[[Any, Moment], Extent | None]] = {
    f.Day: _day,
    f.MonthOf: _month,
    f.YearOf: _year,
    f.DecadeOf: _decade,
    f.QuarterOf: _quarter,
    f.HalfOf: _half,
    f.FirstOf: _first,
    f.Weekday: _weekday,
    f.Relative: _relative,
    f.Window: _window,
    f.Shift: _shift,
    f.Shifted: _shifted,
    f.DayOfWeek: _day_of_week,
    f.DayOfMonth: _day_of_month,
    f.Length: _length,
    f.Every: _every,
    f.Vague: _vague,
    f.Bare: _bare,
    f.Clock: _clock,
    f.Session: _session,
    f.Holiday: _holiday,
    f.Season: _season,
    f.Edge: _edge,
    f.Since: _since,
    f.Range: _range,
    f.Ended: _ended,
    f.WeekOf: _week_of,
    f.At: _at,
    f.Within: _within,
}
