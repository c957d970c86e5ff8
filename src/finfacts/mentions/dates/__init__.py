"""Dates and periods: "Oct. 2", "Monday", "last week", "since the start of January", "Q3 FY25".

One pass finds the words every date expression holds one of; the reader of each kind of word
reads the expression around it to a form; neighbouring forms are joined; each is resolved against
the article's date. Nothing is guessed: what cannot be placed has no dates, only its TIMEX3 value.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from finfacts.language.anchor import Anchor
from finfacts.language.passage import Passage
from finfacts.mentions.dates import days, quarters, units, written, years
from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates.atoms import REACH_BACK, Atom, Site
from finfacts.mentions.dates.calendar import add
from finfacts.mentions.dates.joining import joined
from finfacts.mentions.dates.resolution.composed import edge_of, resolve
from finfacts.mentions.dates.resolution.extents import Extent, Moment, on
from finfacts.mentions.dates.resolution.relative import unit_before
from finfacts.mentions.dates.tense import looks_ahead, tells_past
from finfacts.mentions.dates.triggers import triggers
from finfacts.values import Period

_READERS: dict[str, Callable[[Site], Atom | None]] = {
    "unit": units.read_unit,
    "weekday": days.read_weekday,
    "month": written.read_month,
    "today": days.read_today,
    "part": days.read_part,
    "season": days.read_season,
    "holiday": days.read_holiday,
    "clock": days.read_clock,
    "slash": written.read_numeric,
    "year": years.read_year,
    "decade": years.read_decade,
    "quarter": quarters.read_quarter_code,
    "fiscal": years.read_fiscal,
    "todate": years.read_to_date,
    "multi": years.read_multi,
    "ordinal": days.read_ordinal,
    "now": days.read_now,
    "weekly": units.read_weekly,
}

_FIGURES = (f.YearOf, f.QuarterOf, f.HalfOf, f.FirstOf, f.Relative, f.Within)


def find_periods(passage: Passage, anchor: Anchor) -> list[Period]:
    """Return the dates and periods of a passage, sorted and without overlap.

    Relative and year-less expressions are resolved against ``anchor.day``; where it is None they
    keep ``start`` and ``end`` of None and their TIMEX3 value alone.

    >>> import datetime as dt
    >>> passage = Passage("Shares are up 3% since the start of January.")
    >>> for period in find_periods(passage, Anchor(dt.date(2026, 1, 13))):
    ...     print(period.span.text, period.start, period.end, period.timex)
    since the start of January 2026-01-01 2026-01-13 2026-01
    """
    text = passage.clean
    periods: list[Period] = []
    before: dict[str, Extent] = {}
    for atom in joined(text, _atoms(text, passage.lower)):
        extent = (
            _after(atom.form, before)
            or _day_earlier(text, atom, periods, anchor)
            or resolve(atom.form, _moment(text, atom, anchor))
        )
        if extent is None:
            continue
        if extent.start is not None or extent.granularity == "quarter":
            before[extent.granularity] = extent
        periods.append(_period(passage, atom, extent))
    return periods


def _moment(text: str, atom: Atom, anchor: Anchor) -> Moment:
    figure = isinstance(atom.form, _FIGURES)
    ahead = partial(looks_ahead, text, atom.start, atom.end, figure=figure)
    told = partial(tells_past, text, atom.start)
    return Moment(anchor.day, anchor.exchange, ahead, told, anchor.moment)


def _after(form: f.Form, before: dict[str, Extent]) -> Extent | None:
    """What a form means by one told of before: "the quarter", "the previous month"."""
    if form == f.Bare("quarter"):
        return before.get("quarter")
    if isinstance(form, f.Edge) and form.whole == f.Bare("quarter"):
        named = before.get("quarter")
        return named and edge_of(named, form.part)
    if isinstance(form, f.Relative) and form.part == "previous":
        last = before.get(form.unit)
        return last and unit_before(last, form.unit)
    return None


_DAY_EARLIER = f.Shift(Decimal(1), "day", told=True)


def _day_earlier(text: str, atom: Atom, periods: list[Period], anchor: Anchor) -> Extent | None:
    """Place "a day earlier": before the day its sentence tells of, else before the article's.

    On a Monday it may be Friday's trading or Sunday's, and stays open.
    """
    if atom.form != _DAY_EARLIER:
        return None
    told = next((one for one in reversed(periods) if one.granularity in _DAYS), None)
    day = anchor.day
    if told is not None and text.find(". ", told.span.end, atom.start) < 0:
        day = told.start
    elif told is not None and atom.start - told.span.end < _NEAR and told.start != anchor.day:
        return None
    if day is None or day.weekday() == 0:
        return None
    return on(add(day, Decimal(-1), "day"), "")


_DAYS = frozenset({"day", "hour", "minute"})
_NEAR = 400  # characters


def _atoms(text: str, lower: str) -> list[Atom]:
    atoms: list[Atom] = []
    floor = 0
    for kind, start, end in triggers(lower):
        if start < floor:
            continue
        atom = _READERS[kind](Site(text, lower, start, end, max(floor, start - REACH_BACK)))
        if atom is None:
            continue
        while atoms and atoms[-1].end > atom.start:
            atoms.pop()  # a bare "day" that was part of "the 15th day of June"
        atoms.append(atom)
        if not isinstance(atom.form, f.Bare):
            floor = atom.end
    return atoms


def _period(passage: Passage, atom: Atom, extent: Extent) -> Period:
    return Period(
        start=extent.start,
        end=extent.end,
        granularity=extent.granularity,
        timex=extent.timex,
        span=passage.span(atom.start, atom.end),
    )
