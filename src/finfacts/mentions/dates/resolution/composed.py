"""A form and an article's date to calendar dates; forms made of others: "since the start of 2026".

"Monday" in an article of 2026-01-13 is 2026-01-12, "the third quarter" in one of 2019-10-28 is
2019-07-01 to 2019-09-30. Past windows that run up to the article end on its date. What cannot be
placed has no dates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates.calendar import add, month_end, unit_bounds
from finfacts.mentions.dates.resolution.extents import (
    SIZES,
    Extent,
    Moment,
    length_timex,
    no,
    on,
    plus,
    unit_timex,
    yes,
)
from finfacts.mentions.dates.resolution.named import (
    place_day,
    place_day_of_month,
    place_day_of_week,
    place_decade,
    place_holiday,
    place_month,
    place_season,
    place_weekday,
    place_year,
)
from finfacts.mentions.dates.resolution.parts import place_first, place_half, place_quarter
from finfacts.mentions.dates.resolution.relative import (
    clock_size,
    clock_timex,
    place_bare,
    place_clock,
    place_every,
    place_length,
    place_relative,
    place_session,
    place_shift,
    place_vague,
    place_weekly,
    place_window,
)

_ADDABLE = frozenset({"day", "week", "month", "quarter", "half", "year", "decade"})
_RUNNING = 200  # days: a longer range that runs is rather one that ended
_SINCE_SHIFT = {"mid": 14, "late": 15}


def resolve(form: f.Form, moment: Moment) -> Extent | None:
    """Return what a form means at a moment, None where it means no date at all ("Feb. 30")."""
    return _RESOLVERS[type(form)](form, moment)


def _shifted(form: f.Shifted, moment: Moment) -> Extent | None:
    base = resolve(form.base, moment)
    if base is None or base.start is None or base.start != base.end:
        return base and Extent(None, None, "day", length_timex(form.count, form.unit))
    day = add(base.start, form.count if form.ahead else -form.count, form.unit)
    return None if day is None else on(day, "")


def _edge(form: f.Edge, moment: Moment) -> Extent | None:
    """A part of a period. "Early October" keeps the whole month: its bounds are not sharp.

    The start and the end of a period are its first and its last day.
    """
    asked = moment._replace(ahead=yes) if form.part == "end" and _is_stated(form.whole) else moment
    whole = resolve(_whole(form.whole), asked)
    if whole is None or form.part not in ("start", "end", "year_end"):
        return whole
    if form.part == "end":
        end = _full_end(form.whole, moment) or whole.end
        return whole._replace(start=end, end=end)
    return edge_of(whole, form.part)


def edge_of(whole: Extent, part: str) -> Extent:
    """Return the first or last day of a period, or the period where the part is not sharp."""
    if part == "year_end":  # "a year-end target": told in December, the next year's
        return whole._replace(start=None, end=None)
    if part == "start":
        return whole._replace(end=whole.start)
    return whole._replace(start=whole.end) if part == "end" else whole


def _whole(form: f.Form) -> f.Form:
    if isinstance(form, f.Bare) and form.unit != "quarter":
        return f.Relative(form.unit, 0)
    return form


def _is_stated(form: f.Form) -> bool:
    return isinstance(form, f.YearOf) or getattr(form, "year", None) is not None


def _full_end(form: f.Form, moment: Moment) -> dt.date | None:
    """Return the last day of a unit that still runs ("by the end of this year")."""
    unit = getattr(form, "unit", None)
    if form == f.Bare("quarter"):
        return None
    if isinstance(form, f.Relative | f.Bare) and moment.day is not None and unit in _ADDABLE:
        bounds = unit_bounds(moment.day, str(unit), getattr(form, "offset", 0))
        return bounds and bounds[1]
    placed = resolve(form, moment)
    if isinstance(form, f.MonthOf) and placed is not None and placed.start is not None:
        return month_end(placed.start.year, placed.start.month)
    return None


def _since(form: f.Since, moment: Moment) -> Extent | None:
    origin = form.origin
    past = moment._replace(ahead=no)
    found = resolve(origin, past)
    if found is None or found.granularity in ("duration", "set"):
        return found
    start = found.start
    if isinstance(origin, f.Edge) and start is not None and found.granularity == "month":
        start = plus(start, _SINCE_SHIFT.get(origin.part, 0))
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
    timex = length_timex(Decimal(form.count), form.unit)
    end = last.end
    if isinstance(form.last, f.MonthOf) and last.start is not None:
        end = month_end(last.start.year, last.start.month)
    if end is None:
        return Extent(None, None, SIZES[form.unit], timex)
    next_day = plus(end, 1)
    start = next_day and add(next_day, Decimal(-form.count), form.unit)
    return None if start is None else Extent(start, end, SIZES[form.unit], timex)


def _last_end(form: f.Ended, moment: Moment) -> Extent | None:
    """What a stretch ends with: behind, where it "ended"; the nearer of two, where it is "ending".

    "The year ending March 31" in January still runs.
    """
    past = resolve(form.last, moment._replace(ahead=no))
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
    return bounds and Extent(*bounds, "week", unit_timex(bounds[0], "week"))


def _at(form: f.At, moment: Moment) -> Extent | None:
    day = resolve(form.day, moment)
    if day is None or day.start != day.end:
        return day
    size = clock_size(form.clock)
    return Extent(day.start, day.end, size, day.timex + clock_timex(form.clock))


def _within(form: f.Within, moment: Moment) -> Extent | None:
    outer = resolve(form.outer, moment._replace(ahead=yes))
    if outer is None or outer.start is None or outer.end is None:
        inner = resolve(form.inner, moment._replace(day=None))
        return inner and inner._replace(start=None, end=None)
    if isinstance(form.inner, f.Weekday):
        monday = unit_bounds(outer.start, "week", 0)
        day = monday and plus(monday[0], form.inner.number - 1)
        return on(day, "")
    if isinstance(form.inner, f.FirstOf) and outer.granularity == "month":
        first = replace(form.inner, year=outer.start.year, month=outer.start.month)
        return resolve(first, moment)
    return resolve(f.dated(form.inner, outer.start.year), moment)


_RESOLVERS: dict[type, Callable[[Any, Moment], Extent | None]] = {
    f.Day: place_day,
    f.MonthOf: place_month,
    f.YearOf: place_year,
    f.DecadeOf: place_decade,
    f.QuarterOf: place_quarter,
    f.HalfOf: place_half,
    f.FirstOf: place_first,
    f.Weekday: place_weekday,
    f.Relative: place_relative,
    f.Window: place_window,
    f.Shift: place_shift,
    f.Shifted: _shifted,
    f.Weekly: place_weekly,
    f.DayOfWeek: place_day_of_week,
    f.DayOfMonth: place_day_of_month,
    f.Length: place_length,
    f.Every: place_every,
    f.Vague: place_vague,
    f.Bare: place_bare,
    f.Clock: place_clock,
    f.Session: place_session,
    f.Holiday: place_holiday,
    f.Season: place_season,
    f.Edge: _edge,
    f.Since: _since,
    f.Range: _range,
    f.Ended: _ended,
    f.WeekOf: _week_of,
    f.At: _at,
    f.Within: _within,
}
