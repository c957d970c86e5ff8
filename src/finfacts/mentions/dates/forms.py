"""What a date expression says before it is resolved: "third quarter" is QuarterOf(3).

A form holds only what the words say. Resolution against an article's date is a step of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month: "Oct. 2", "Friday, Oct. 2, 2026"; ``last`` where it is "Oct. 2-4"."""

    month: int
    day: int
    year: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month: "October", "Jan. 2026"; ``shift`` for "last July" (-1) and "next May" (1)."""

    month: int
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class YearOf:
    """A year: "2026"; a fiscal one: "FY26"; ``last`` where it is "2012-13".

    ``figure`` where a figure of the whole year is meant: "2026 revenue".
    """

    year: int
    fiscal: bool = False
    last: int | None = None
    figure: bool = False


@dataclass(frozen=True, slots=True)
class DecadeOf:
    """A decade: "the 1990s"."""

    year: int


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """A quarter: "third quarter", "Q3 FY25"; ``month`` where a month names it: "June quarter"."""

    number: int
    year: int | None = None
    fiscal: bool = False
    month: int | None = None


@dataclass(frozen=True, slots=True)
class HalfOf:
    """A half year: "first half", "H1 2019"."""

    number: int
    year: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class FirstOf:
    """A stretch at an end of a year: "the first nine months of 2021", "final three months"."""

    count: int
    unit: str
    from_end: bool = False
    year: int | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: "Monday"; ``which`` is "last", "this", "next", "past" or "coming"."""

    number: int
    which: str | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A calendar unit counted from the running one: "last week" is ("week", -1).

    ``part`` is "to_date" ("year to date"), "earlier" ("earlier this week"), "later", "previous"
    (before the one told of) or "fiscal" ("this fiscal year").
    """

    unit: str
    offset: int
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch up to the article, or from it: "the past three days", "the next 12 months"."""

    count: int
    unit: str
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A point some units away: "a week ago", "two years later".

    ``told`` where it is counted from the time told of, not from the article: "a year earlier".
    """

    count: Decimal
    unit: str
    ahead: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """A point counted from another: "two days after Christmas", "3 days from today"."""

    count: Decimal
    unit: str
    base: Form
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Weekly:
    """The week of a "weekly gain"; ``runs`` where it is "on track for" one."""

    runs: bool = False


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A weekday with the day of its month: "Monday 21st", "Tuesday the eleventh"."""

    number: int
    day: int


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month that is not named: "on the 18th", "the 15th of next month"."""

    day: int
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: "52-week", "two years", "for a second day"."""

    count: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Every:
    """A set: "every Monday", "each quarter"."""

    timex: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A duration without a count: "multi-year" is "PXY"."""

    timex: str


@dataclass(frozen=True, slots=True)
class Bare:
    """A unit that the text has named or that runs; ``over``: "ended the week lower"."""

    unit: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: "10:42 a.m. ET"; ``part`` for "this morning" (MO, AF, EV, NI).

    ``east`` is how many hours its zone is ahead of Greenwich where a day begins early there.
    """

    hour: int | None = None
    minute: int | None = None
    part: str | None = None
    east: float | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A trading day counted from the article's: "the previous session" is -1."""

    offset: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by its place in the lexicon: "Thanksgiving", "Christmas 2025"."""

    index: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season: "last summer"; its months are not fixed, so it is never resolved."""

    code: str
    offset: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A part of a period: "early October", "the end of 2018", "mid-September"."""

    part: str
    whole: Form


@dataclass(frozen=True, slots=True)
class Since:
    """From a period up to the article: "since the start of January", "so far in 2025"."""

    origin: Form


@dataclass(frozen=True, slots=True)
class Range:
    """From one period to another: "January-March", "2010-2015"."""

    first: Form
    last: Form


@dataclass(frozen=True, slots=True)
class Ended:
    """A stretch that ends with a period: "the three months ended Dec. 31", "week to Aug. 8".

    ``word`` is what joins the two: "ended" is over, "ending" may still run.
    """

    count: int
    unit: str
    last: Form
    word: str = "ended"


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds a day: "the week of April 10"."""

    day: Form


@dataclass(frozen=True, slots=True)
class At:
    """A time on a day: "4:30 p.m. on Thursday"."""

    clock: Clock
    day: Form


@dataclass(frozen=True, slots=True)
class Within:
    """A period inside another that is itself relative: "the third quarter of last year"."""

    inner: Form
    outer: Form


Form: TypeAlias = (
    Day
    | MonthOf
    | YearOf
    | DecadeOf
    | QuarterOf
    | HalfOf
    | FirstOf
    | Weekday
    | Relative
    | Window
    | Shift
    | Shifted
    | Weekly
    | DayOfWeek
    | DayOfMonth
    | Length
    | Every
    | Vague
    | Bare
    | Clock
    | Session
    | Holiday
    | Season
    | Edge
    | Since
    | Range
    | Ended
    | WeekOf
    | At
    | Within
)


_DATABLE = (Day, MonthOf, QuarterOf, HalfOf, FirstOf, Holiday, Season)


def says_year(form: Form) -> bool:
    """Return whether a form says its year, or has none to say."""
    if isinstance(form, Edge):
        return says_year(form.whole)
    if isinstance(form, Range):
        return says_year(form.last)
    return not isinstance(form, _DATABLE) or form.year is not None


def dated(form: Form, year: int, *, fiscal: bool = False) -> Form:
    """Return the form with its year, a quarter or half of a fiscal one where that is said."""
    if isinstance(form, Edge):
        return Edge(form.part, dated(form.whole, year, fiscal=fiscal))
    if isinstance(form, Range):
        return Range(form.first, dated(form.last, year, fiscal=fiscal))
    if isinstance(form, QuarterOf | HalfOf):
        return replace(form, year=year, fiscal=form.fiscal or fiscal)
    if isinstance(form, Day | MonthOf | FirstOf | Holiday | Season):
        return replace(form, year=year)
    return form


def in_month(form: Form, month: MonthOf) -> Form:
    """Return "the first week" with the month it is the first week of."""
    if isinstance(form, Edge):
        return Edge(form.part, in_month(form.whole, month))
    if isinstance(form, FirstOf):
        return replace(form, year=month.year, month=month.month)
    return form
