"""What a date expression says before it is resolved: "third quarter" is QuarterOf(3).

A form holds only what the words say. Resolution against an article's date is a step of its own.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, TypeAlias


class Day(NamedTuple):
    """A day of a month: "Oct. 2", "Friday, Oct. 2, 2026"; ``last`` where it is "Oct. 2-4"."""

    month: int
    day: int
    year: int | None = None
    last: int | None = None


class MonthOf(NamedTuple):
    """A month: "October", "Jan. 2026"; ``shift`` for "last July" (-1) and "next May" (1)."""

    month: int
    year: int | None = None
    shift: int | None = None


class YearOf(NamedTuple):
    """A year: "2026"; a fiscal one: "FY26"; ``last`` where it is "2012-13".

    ``figure`` where a figure of the whole year is meant: "2026 revenue".
    """

    year: int
    fiscal: bool = False
    last: int | None = None
    figure: bool = False


class DecadeOf(NamedTuple):
    """A decade: "the 1990s"."""

    year: int


class QuarterOf(NamedTuple):
    """A quarter: "third quarter", "Q3 FY25"; ``month`` where a month names it: "June quarter"."""

    number: int
    year: int | None = None
    fiscal: bool = False
    month: int | None = None


class HalfOf(NamedTuple):
    """A half year: "first half", "H1 2019"."""

    number: int
    year: int | None = None
    fiscal: bool = False


class FirstOf(NamedTuple):
    """A stretch at an end of a year: "the first nine months of 2021", "final three months"."""

    count: int
    unit: str
    from_end: bool = False
    year: int | None = None
    month: int | None = None


class Weekday(NamedTuple):
    """A day of the week: "Monday"; ``which`` is "last", "this", "next", "past" or "coming"."""

    number: int
    which: str | None = None


class Relative(NamedTuple):
    """A calendar unit counted from the running one: "last week" is ("week", -1).

    ``part`` is "to_date" ("year to date"), "earlier" ("earlier this week"), "later", or "fiscal"
    ("this fiscal year").
    """

    unit: str
    offset: int
    part: str | None = None


class Window(NamedTuple):
    """A stretch up to the article, or from it: "the past three days", "the next 12 months"."""

    count: int
    unit: str
    ahead: bool = False


class Shift(NamedTuple):
    """A point some units away: "a week ago", "two years later"; ``told`` where it is counted
    from the time told of and not from the article: "a year earlier".
    """

    count: Decimal
    unit: str
    ahead: bool = False
    told: bool = False


class Length(NamedTuple):
    """A duration: "52-week", "two years", "for a second day"."""

    count: Decimal
    unit: str


class Every(NamedTuple):
    """A set: "every Monday", "each quarter"."""

    timex: str


class Vague(NamedTuple):
    """A duration without a count: "multi-year" is "PXY"."""

    timex: str


class Bare(NamedTuple):
    """A unit that the text has named before or that runs: "the quarter", "the week"."""

    unit: str


class Clock(NamedTuple):
    """A time of day: "10:42 a.m. ET"; ``part`` for "this morning" (MO, AF, EV, NI)."""

    hour: int | None = None
    minute: int | None = None
    part: str | None = None


class Session(NamedTuple):
    """A trading day counted from the article's: "the previous session" is -1."""

    offset: int


class Holiday(NamedTuple):
    """A holiday by its place in the lexicon: "Thanksgiving", "Christmas 2025"."""

    index: int
    year: int | None = None


class Season(NamedTuple):
    """A season: "last summer"; its months are not fixed, so it is never resolved."""

    code: str
    offset: int | None = None
    year: int | None = None


class Edge(NamedTuple):
    """A part of a period: "early October", "the end of 2018", "mid-September"."""

    part: str
    whole: Form


class Since(NamedTuple):
    """From a period up to the article: "since the start of January", "so far in 2025"."""

    origin: Form


class Range(NamedTuple):
    """From one period to another: "January-March", "2010-2015"."""

    first: Form
    last: Form


class Ended(NamedTuple):
    """A stretch that ends with a period: "the three months ended Dec. 31", "week to Aug. 8"."""

    count: int
    unit: str
    last: Form


class WeekOf(NamedTuple):
    """The week that holds a day: "the week of April 10"."""

    day: Form


class At(NamedTuple):
    """A time on a day: "4:30 p.m. on Thursday"."""

    clock: Clock
    day: Form


class Within(NamedTuple):
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


class Atom(NamedTuple):
    """A form and where it stands: ``clean[start:end]``."""

    start: int
    end: int
    form: Form


class Site(NamedTuple):
    """A trigger word in a text, and the offset that no expression may reach back over."""

    text: str
    lower: str
    start: int
    end: int
    floor: int
