"""Neighbouring expressions to one: "third quarter" + "of 2018", "three months" + "ended Dec. 31".

Also "Friday," + "Oct. 2", "January" + "-" + "March", "4:30 p.m." + "on Thursday".
"""

from __future__ import annotations

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates.atoms import Atom
from finfacts.mentions.dates.edges import is_loose, with_edge, with_since
from finfacts.patterns import lazy

_LONGEST_GAP = 18
_DAYS = (f.Day, f.Weekday, f.Holiday, f.Relative, f.At)
_PARTS = (f.Range, f.Holiday, f.QuarterOf, f.HalfOf, f.MonthOf, f.Day, f.FirstOf, f.Edge)
_OF = lazy(r"(?:'s?)?\s?(?:,\s?|\s(?:of|in)(?:\sthe)?\s|\s)?")
_COMMA = lazy(r",\s?|\s[(]|\s(?:the\s)?|,\sthe\s|\s-\s|-")
_TO = lazy(r"\s?(?:-|~|\bto\b|\bthrough\b|\buntil\b|\btill\b|\bthru\b)\s?(?:the\s)?", regex.I)
_AND = lazy(r"\s(?:and|through)\s(?:the\s)?", regex.I)
_ENDED = lazy(
    r"(?:\speriod)?\s?-?,?\s?(?P<word>ended|ending|to|through|until|up\sto|that\sended|which\sended)"
    r"(?:\son|\sin)?\s(?:the\s)?",
    regex.I,
)
_ENDS = (f.Day, f.MonthOf, f.YearOf, f.Edge, f.Weekday, f.Holiday)
_TILL = frozenset({"to", "through", "until"})
_WEEK_OF = lazy(r"\s(?:of|beginning|starting|commencing|from)(?:\son)?\s(?:the\s)?", regex.I)
_AT = lazy(r",?\s(?:on\s|of\s|late\s|early\s|at\s|around\s|by\s|as\sof\s)?", regex.I)
_FROM = lazy(r"(?r)\b(?:from|between)\s+(?:the\s+)?", regex.I)
_BETWEEN = lazy(r"(?r)\bbetween\s+(?:the\s+)?", regex.I)
_RANGED = (f.DayOfMonth, f.Day, f.MonthOf, f.YearOf, f.QuarterOf, f.Weekday, f.Edge)
_ENDPOINTS = (*_RANGED, f.Relative)


def joined(text: str, atoms: list[Atom]) -> list[Atom]:
    """Return the atoms with neighbours made one where the words between them say so."""
    found: list[Atom] = []
    for atom in atoms:
        floor = found[-1].end if found else 0
        found.append(with_edge(text, atom, floor))
        while len(found) > 1 and (one := _join(text, found[-2], found[-1])) is not None:
            found[-2:] = [with_edge(text, one, found[-3].end if len(found) > 2 else 0)]  # noqa: PLR2004
    kept = [atom for atom in found if not is_loose(text, atom)]
    return with_since(text, kept)


def _join(text: str, left: Atom, right: Atom) -> Atom | None:
    gap = text[left.end : right.start]
    if len(gap) > _LONGEST_GAP:
        return None
    for rule in _RULES:
        form = rule(gap, left, right, text)
        if form is not None:
            return Atom(_start(text, left, form), right.end, form)
    return None


def _start(text: str, left: Atom, form: f.Form) -> int:
    """A stretch that is told by its end takes its article: "the three months ended Dec. 31"."""
    led = isinstance(form, f.Ended) and text[max(0, left.start - 4) : left.start].lower() == "the "
    return left.start - 4 * led


def _part_of_year(gap: str, left: Atom, right: Atom, _text: str) -> f.Form | None:
    """Read "third quarter of 2018", "Jan. 1 this year", "first week of May"."""
    part, whole = left.form, right.form
    if not isinstance(part, _PARTS) or _OF.fullmatch(gap) is None or f.says_year(part):
        return None
    inner = part.whole if isinstance(part, f.Edge) else part
    if isinstance(whole, f.YearOf):
        apart = "," in gap and isinstance(inner, f.QuarterOf | f.HalfOf | f.FirstOf)
        if whole.last is not None or apart:
            return None
        return f.dated(part, whole.year, fiscal=whole.fiscal)
    return None if "," in gap else _part_of_named(gap, part, whole)


def _part_of_named(gap: str, part: f.Form, whole: f.Form) -> f.Form | None:
    """A part of what is no year in digits: "of last year", "of the year", "of July"."""
    inner = part.whole if isinstance(part, f.Edge) else part
    first = isinstance(inner, f.FirstOf)
    if first and isinstance(whole, f.MonthOf):
        return f.in_month(part, whole)
    if isinstance(whole, f.Relative) and (
        whole.unit == "year" or (first and whole.unit == "month")
    ):
        return f.Within(part, f.Relative(whole.unit, whole.offset))
    of_the_year = isinstance(whole, f.Bare) and whole.unit == "year" and " of " in gap
    return part if of_the_year else None


def _year_of_part(gap: str, left: Atom, right: Atom, _text: str) -> f.Form | None:
    """Read "2018 third quarter", "next year's first half", "last year's fourth quarter"."""
    whole, part = left.form, right.form
    if isinstance(part, f.MonthOf) and isinstance(whole, f.YearOf) and gap in (" ", "/", "-"):
        return f.dated(part, whole.year) if not f.says_year(part) and not whole.last else None
    if not isinstance(part, f.QuarterOf | f.HalfOf | f.FirstOf) or f.says_year(part):
        return None
    if gap not in (" ", "'s ", "' ", "-", " - "):
        return None
    if isinstance(whole, f.YearOf) and whole.last is None:
        return f.dated(part, whole.year, fiscal=whole.fiscal)
    if isinstance(whole, f.Relative) and whole.unit == "year":
        return f.Within(part, f.Relative("year", whole.offset))
    return None


def _weekday_and_date(gap: str, left: Atom, right: Atom, _text: str) -> f.Form | None:
    """Read "Friday, Oct. 2" as the date."""
    if isinstance(left.form, f.Weekday) and isinstance(right.form, f.Day) and _COMMA.fullmatch(gap):
        return right.form
    return None


def _weekday_in_week(gap: str, left: Atom, right: Atom, _text: str) -> f.Form | None:
    """Read "Tuesday of last week", "next week on Tuesday"."""
    day, week = left.form, right.form
    if isinstance(day, f.Weekday) and isinstance(week, f.Relative) and week.unit == "week":
        return f.Within(day, week) if gap in (" of ", " ") else None
    day, week = week, day
    if isinstance(day, f.Weekday) and isinstance(week, f.Relative) and week.unit == "week":
        return f.Within(day, week) if gap in (" on ", " ", " - ", ", on ") else None
    return None


def _clock_and_day(gap: str, left: Atom, right: Atom, _text: str) -> f.Form | None:
    """Read "4:30 p.m. on Thursday", "Thursday at 4:30 p.m. ET"."""
    days = (f.Weekday, f.Day, f.Relative)
    if _AT.fullmatch(gap) is None:
        return None
    if isinstance(left.form, f.Clock) and isinstance(right.form, days) and _is_day(right.form):
        return f.At(left.form, right.form)
    if isinstance(right.form, f.Clock) and isinstance(left.form, days) and _is_day(left.form):
        return f.At(right.form, left.form)
    return None


def _is_day(form: f.Form) -> bool:
    return not isinstance(form, f.Relative) or form.unit == "day"


def _range(gap: str, left: Atom, right: Atom, text: str) -> f.Form | None:
    """Read "January-March", "from 2014 to 2018", "between Jan. 22 and Feb. 3"."""
    if isinstance(left.form, f.Relative) and left.form.unit == "day":
        return _from_now(gap, left, right, text)
    if not isinstance(left.form, _RANGED) or not isinstance(right.form, _ENDPOINTS):
        return None
    led = _FROM.match(text, max(0, left.start - 14), left.start) is not None
    if _TO.fullmatch(gap):
        loose = gap.strip().lower() == "to"
        if not _can_span(left.form, right.form, led=led, loose=loose):
            return None
        return f.Range(left.form, right.form)
    between = _BETWEEN.match(text, max(0, left.start - 14), left.start) is not None
    if between and _AND.fullmatch(gap) and _can_span(left.form, right.form, led=True, loose=False):
        return f.Range(left.form, right.form)
    return None


def _from_now(gap: str, left: Atom, right: Atom, text: str) -> f.Form | None:
    """Read "between now and November 15", "between today and tomorrow"."""
    between = _BETWEEN.match(text, max(0, left.start - 14), left.start) is not None
    if between and _AND.fullmatch(gap) and isinstance(right.form, _ENDPOINTS):
        return f.Range(left.form, right.form)
    return None


def _can_span(first: f.Form, last: f.Form, *, led: bool, loose: bool) -> bool:
    if isinstance(first, f.Weekday) and isinstance(last, f.Weekday):
        return not loose or led
    if isinstance(last, f.Relative):
        return (led or isinstance(first, f.Day)) and last.unit in ("day", "month", "year")
    if isinstance(first, f.YearOf) and isinstance(last, f.YearOf):
        return first.year < last.year and (led or not loose)
    dated = isinstance(first, f.MonthOf | f.Day) and isinstance(last, f.MonthOf | f.Day)
    return type(first) is type(last) or led or (dated and not loose)


def _ended(gap: str, left: Atom, right: Atom, text: str) -> f.Form | None:
    """Read "three months ended Dec. 31", "the week to Aug. 8", "quarter ended June"."""
    match = _ENDED.fullmatch(gap)
    if match is None or not isinstance(right.form, _ENDS):
        return None
    word = match["word"].lower().split()[-1]
    if left.form == f.Relative("year", 0) and word == "through":  # "this year through Monday"
        return f.Range(left.form, right.form)
    count, unit = _stretch(left.form)
    if unit is None or count < 1 or (word in _TILL and not _names_stretch(left, text)):
        return None
    last: f.Form = right.form.whole if isinstance(right.form, f.Edge) else right.form
    if unit == "week" and not isinstance(last, f.Day | f.Weekday):
        return None
    if unit == "quarter" and isinstance(last, f.MonthOf):
        return f.QuarterOf(last.month // 3 or 4, last.year, month=last.month)
    return f.Ended(count, unit, last, word=word)


def _stretch(form: f.Form) -> tuple[int, str | None]:
    if isinstance(form, f.Length) and form.count == int(form.count):
        return int(form.count), form.unit
    if isinstance(form, f.FirstOf) and form.year is None:
        return form.count, form.unit
    if isinstance(form, f.Window) and not form.ahead:
        return form.count, form.unit
    if isinstance(form, f.Bare) or (isinstance(form, f.Relative) and form.offset <= 0):
        return 1, form.unit
    if isinstance(form, f.QuarterOf) and form.year is None and form.month is None:
        return 1, "quarter"
    return 0, None


def _names_stretch(left: Atom, text: str) -> bool:
    before = text[max(0, left.start - 5) : left.start].lower()
    return text[left.start : left.start + 4].lower() == "the " or before.endswith("the ")


def _week_of(gap: str, left: Atom, right: Atom, _text: str) -> f.Form | None:
    """Read "The week of April 10", "the week beginning Feb. 4"."""
    if isinstance(left.form, f.Bare) and left.form.unit == "week" and isinstance(right.form, f.Day):
        return f.WeekOf(right.form) if _WEEK_OF.fullmatch(gap) else None
    return None


def _shifted(gap: str, left: Atom, right: Atom, _text: str) -> f.Form | None:
    """Read "two days after Christmas", "3 days from today", "a day after Thursday's vote"."""
    if not isinstance(right.form, _DAYS):
        return None
    if isinstance(left.form, f.Shift) and left.form.told and gap in (" ", " the "):
        return f.Shifted(left.form.count, left.form.unit, right.form, ahead=left.form.ahead)
    today = isinstance(right.form, f.Relative | f.At)
    if isinstance(left.form, f.Length) and gap == " from " and today:
        return f.Shifted(left.form.count, left.form.unit, right.form, ahead=True)
    return None


def _named_year(gap: str, left: Atom, right: Atom, _text: str) -> f.Form | None:
    """Read "the year 2021" as the year."""
    if isinstance(left.form, f.Bare) and left.form.unit == "year" and gap in (" ", " of "):
        return right.form if isinstance(right.form, f.YearOf) else None
    return None


def _month_named(gap: str, left: Atom, right: Atom, _text: str) -> f.Form | None:
    """Read "the month of June" as the month."""
    if isinstance(left.form, f.Bare) and left.form.unit == "month" and gap == " of ":
        return right.form if isinstance(right.form, f.MonthOf) else None
    return None


_RULES = (
    _part_of_year,
    _named_year,
    _month_named,
    _shifted,
    _year_of_part,
    _weekday_and_date,
    _weekday_in_week,
    _clock_and_day,
    _ended,
    _week_of,
    _range,
)
