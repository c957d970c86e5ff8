"""Periods counted from the article: "last week", "the past three days", "the previous session"."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates.calendar import add, unit_bounds
from finfacts.mentions.dates.resolution.extents import (
    APRIL_YEARS,
    SIZES,
    Extent,
    Moment,
    length_timex,
    on,
    plus,
    unit_timex,
)
from finfacts.mentions.dates.resolution.named import place_fiscal_year
from finfacts.mentions.dates.resolution.parts import _SATURDAY
from finfacts.mentions.dates.trading import trading_day
from finfacts.values import Granularity


def place_relative(form: f.Relative, moment: Moment) -> Extent | None:
    """Place a calendar unit; one that still runs ends on the article's date."""
    now, size = moment.day, SIZES[form.unit]
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
    timex = unit_timex(start, form.unit)
    if form.part == "later":
        return Extent(max(start, now) if form.offset == 0 else start, end, size, timex)
    runs = form.offset == 0 and start <= now < end
    if runs and (form.part is not None or not moment.ahead()):
        end = now
    return Extent(start, end, size, timex)


def place_weekly(form: f.Weekly, moment: Moment) -> Extent | None:
    """Place the week of a "weekly gain": the running one, late in it or where it still runs."""
    if moment.day is None or not (form.runs or moment.day.weekday() >= _THURSDAY):
        return None
    return place_relative(f.Relative("week", 0, "to_date"), moment)


_THURSDAY = 3


def unit_before(extent: Extent, unit: str) -> Extent | None:
    """Return the calendar unit before a period: "the previous month" after "in March"."""
    bounds = extent.start and unit_bounds(extent.start, unit, -1)
    return Extent(*bounds, SIZES[unit], unit_timex(bounds[0], unit)) if bounds else None


def _running_fiscal(form: f.Relative, now: dt.date, moment: Moment) -> Extent:
    """Read "This fiscal year", placed where the year is known to run from April to March."""
    if form.unit != "year" or moment.exchange not in APRIL_YEARS:
        return Extent(None, None, SIZES[form.unit], "FYXXXX")
    year = now.year + (now.month > 3) + form.offset  # noqa: PLR2004  it ends in March
    return place_fiscal_year(f.YearOf(year, fiscal=True), moment, str(year))


def _unplaced(form: f.Relative) -> str:
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE"}.get(
        form.unit,
        {"month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX"}.get(
            form.unit, "XXX" if form.unit == "decade" else "XXXX"
        ),
    )


def _weekend(offset: int, now: dt.date) -> Extent:
    saturday = plus(now, 5 - now.weekday() + 7 * offset)
    sunday = saturday and plus(saturday, 1)
    if saturday is None or sunday is None:
        return Extent(None, None, "day", "XXXX-WXX-WE")
    iso = saturday.isocalendar()
    return Extent(saturday, sunday, "day", f"{iso.year:04}-W{iso.week:02}-WE")


def place_window(form: f.Window, moment: Moment) -> Extent:
    """Place a stretch up to the article, or from the day after it."""
    timex, now = length_timex(Decimal(form.count), form.unit), moment.day
    size = SIZES[form.unit]
    if now is None or form.unit == "minute" or (form.ahead and moment.told()):
        return Extent(None, None, size, timex)  # "it lost 12% in the next two months"
    if form.unit == "session" or (form.unit == "day" and not form.ahead and 1 < form.count <= _FEW):
        other = trading_day(now, form.count if form.ahead else 1 - form.count, moment.exchange)
    elif form.unit == "hour":
        other = plus(now, -(-form.count // 24) * (1 if form.ahead else -1))
    else:
        other = add(now, Decimal(form.count if form.ahead else -form.count), form.unit)
    if other is None:
        return Extent(None, None, size, timex)
    if form.ahead:
        return Extent(now if form.unit == "hour" else plus(now, 1), other, size, timex)
    return Extent(other, now, size, timex)


_FEW = 5  # so few days are told of markets: "down 7.7 percent in the last two days"


def place_shift(form: f.Shift, moment: Moment) -> Extent:
    """Place a point some units from the article; one counted from elsewhere has no date."""
    timex, size = length_timex(form.count, form.unit), SIZES[form.unit]
    if moment.day is None or form.told or form.unit == "minute":
        return Extent(None, None, size, timex)
    if form.unit == "session":
        day = trading_day(moment.day, int(form.count) * (1 if form.ahead else -1), moment.exchange)
    elif form.unit == "hour":
        return Extent(None, None, size, timex)
    else:
        day = add(moment.day, form.count if form.ahead else -form.count, form.unit)
    return Extent(day, day, size, timex)


def place_length(form: f.Length, _moment: Moment) -> Extent:
    """Give a duration its TIMEX3 value."""
    return Extent(None, None, "duration", length_timex(form.count, form.unit))


def place_every(form: f.Every, _moment: Moment) -> Extent:
    """Give a set its TIMEX3 value."""
    return Extent(None, None, "set", form.timex)


def place_vague(form: f.Vague, _moment: Moment) -> Extent:
    """Give a duration without a count its TIMEX3 value."""
    return Extent(None, None, "duration", form.timex)


def place_bare(form: f.Bare, moment: Moment) -> Extent | None:
    """Read "For the year", "on the week": the running unit up to the article."""
    if form.over and form.unit in _LAST_DAYS and moment.day is not None:
        return _finished(form.unit, moment.day)
    if form.unit == "session":
        return place_session(f.Session(0), moment)
    if form.unit == "weekend" and moment.day is not None and not moment.ahead():
        return _weekend(-1 if moment.day.weekday() < _SATURDAY else 0, moment.day)
    if form.unit in ("quarter", "half"):
        return Extent(None, None, SIZES[form.unit], _unplaced(f.Relative(form.unit, 0)))
    return place_relative(f.Relative(form.unit, 0), moment)


def _finished(unit: str, now: dt.date) -> Extent | None:
    """Read "Ended the week lower": the running unit in its last days, else the one before."""
    bounds = unit_bounds(now, unit, 0)
    if bounds is not None and (bounds[1] - now).days > _LAST_DAYS[unit]:
        bounds = unit_bounds(now, unit, -1)
    if bounds is None:
        return None
    start, end = bounds
    return Extent(start, min(end, now), SIZES[unit], unit_timex(start, unit))


_LAST_DAYS = {"week": 2, "month": 4, "quarter": 4, "year": 4}


def place_clock(form: f.Clock, moment: Moment) -> Extent:
    """Place a time of day on the article's date, or on the next where that has begun."""
    day = moment.day if moment.day is None else _begun(form, moment.day, moment.published)
    date = "XXXX-XX-XX" if day is None else day.isoformat()
    return Extent(day, day, clock_size(form), date + clock_timex(form))


def _begun(form: f.Clock, day: dt.date, published: dt.datetime | None) -> dt.date:
    """Return the day it is where a clock stands: 7:20 a.m. in Tokyo is the next day in London."""
    if form.east is None or form.hour is None or published is None or not published.tzinfo:
        return day
    there = published.astimezone(dt.timezone(dt.timedelta(hours=form.east)))
    told = there.replace(hour=form.hour, minute=form.minute or 0)
    return there.date() if there.date() > day and told <= there + _UPDATED else day


_UPDATED = dt.timedelta(hours=1)  # a story is brought up to date after it first appears


def clock_size(form: f.Clock) -> Granularity:
    """Return how exact a time of day is."""
    return "day" if form.hour is None else "hour" if form.minute is None else "minute"


def clock_timex(form: f.Clock) -> str:
    """Return the TIMEX3 tail of a time of day: "T07:40", "TMO"."""
    if form.part is not None:
        return f"T{form.part}"
    minute = "" if form.minute is None else f":{form.minute:02}"
    return f"T{form.hour:02}{minute}"


def place_session(form: f.Session, moment: Moment) -> Extent:
    """Place a trading day by the exchange's calendar."""
    if moment.day is None:
        return on(None, "XXXX-XX-XX")
    if form.offset == 0:
        return on(moment.day, "")
    return on(trading_day(moment.day, form.offset, moment.exchange), "XXXX-XX-XX")
