"""Times of facts that lie ahead or that no calendar knows: "this year" of an outlook.

A running year or quarter ends on the article's date for what has happened, and on its own last
day for what is planned, expected or estimated. "In the quarter" means the quarter reported, which
only the company's books place: the one that its figures before were told of, if any was.
"""

from __future__ import annotations

import datetime as dt

import regex

from finfacts.claims.fiscal import is_off_calendar
from finfacts.claims.metrics.reading import economic_names
from finfacts.context.setting import Reported
from finfacts.facts import Fact, Metric, PriceMove
from finfacts.mentions.dates.calendar import month_end
from finfacts.patterns import lazy
from finfacts.values import Period

_UNPLACED = lazy(
    r"(?:in |during |for )?(?:the |its |that )?(?:latest |reported |same |fiscal )?"
    r"(?:quarter|period|half|three months)",
    regex.IGNORECASE,
)
_THE_QUARTER = lazy(
    r"(?:the|its|latest|reported|fiscal) (?:(?:first|second|third|fourth) )?"
    r"(?:quarter|period|three months)$",
    regex.IGNORECASE,
)
_AHEAD = frozenset({"planned", "expected", "conditional"})
_YEAR = lazy(r"\d{4}")
_QUARTER = lazy(r"(\d{4})-Q([1-4])")
_MONTH = lazy(r"(\d{4})-(\d\d)")


def settled(fact: Fact, reported: Reported | None = None) -> Fact:
    """Return a fact with its period settled by what the fact says.

    Args:
        fact: as a finder gave it.
        reported: the quarter that a company's figures were last told of.
    """
    if not isinstance(fact, (Metric, PriceMove)) or fact.period is None:
        return fact
    if isinstance(fact, PriceMove) and fact.assertion == "reported":
        return _foretold(fact)
    ahead = fact.assertion in _AHEAD
    if isinstance(fact, Metric):
        if is_off_calendar(fact.subject, fact.period):
            return fact.model_copy(update={"period": None})
        if _is_unplaced(fact.period):
            return fact.model_copy(update={"period": _placed(fact, reported)})
        ahead = ahead or fact.basis != "actual" or _is_of_a_month(fact)
    if not ahead:
        return fact
    whole = _whole(fact.period)
    return fact if whole is fact.period else fact.model_copy(update={"period": whole})


def _is_of_a_month(fact: Metric) -> bool:
    """Whether a figure is a month's though it still runs: "sentiment fell to 50.8 in April"."""
    month = fact.period is not None and _MONTH.fullmatch(fact.period.timex)
    return bool(month) and fact.name in economic_names()


def _foretold(move: PriceMove) -> PriceMove:
    """Return a move with what is told of next year as expected: "gold rises 10% next year"."""
    if move.period is None or not _NEXT.fullmatch(move.period.span.text):
        return move
    return move.model_copy(update={"assertion": "expected"})


_NEXT = lazy(
    r"(?:in |by |during )?(?:the (?:first|second) (?:half|quarter) of )?"
    r"next (?:year|month|week|quarter)",
    regex.IGNORECASE,
)


def _placed(fact: Metric, reported: Reported | None) -> Period | None:
    """Return "the quarter" as the one reported, where that is the same company's."""
    if fact.period is None or fact.basis != "actual" or reported is None:
        return None
    same = _whose(fact) == reported.whose and _THE_QUARTER.search(fact.period.span.text)
    return reported.period.model_copy(update={"span": fact.period.span}) if same else None


def reported_quarter(fact: Fact) -> Reported | None:
    """Return the quarter that a company's result is told of, or None."""
    if not isinstance(fact, Metric) or fact.basis != "actual" or fact.period is None:
        return None
    start, end = fact.period.start, fact.period.end
    ended = start is None and end is not None
    quarter = start and end and _SHORTEST <= (end - start).days <= _LONGEST
    return Reported(_whose(fact), fact.period) if ended or quarter else None


def _whose(fact: Metric) -> str:
    """Return the name of the company that a figure is told of; empty where none is named."""
    return fact.subject.name if fact.subject is not None else ""


_SHORTEST, _LONGEST = 88, 98  # days of a quarter, those of 13 or 14 weeks as well


def _is_unplaced(period: Period) -> bool:
    """Whether a figure's time is that of the news ("8:15 a.m. ET: ...") or only "the quarter"."""
    timed = period.granularity in ("hour", "minute")
    fiscal = period.start is None and period.timex.startswith("FYXXXX-Q")
    return timed or fiscal or _UNPLACED.fullmatch(period.span.text.strip()) is not None


def _whole(period: Period) -> Period:
    """Return a running year, quarter or month to its last day."""
    end = _last_day(period.timex)
    if end is None or period.start is None or period.end is None or period.end >= end:
        return period
    if period.start.year != end.year or period.span.text.lower().startswith("so far"):
        return period
    return period.model_copy(update={"end": end})


def _last_day(timex: str) -> dt.date | None:
    if _YEAR.fullmatch(timex):
        return dt.date(int(timex), 12, 31)
    quarter = _QUARTER.fullmatch(timex)
    month = _MONTH.fullmatch(timex)
    if quarter:
        year, last = int(quarter[1]), 3 * int(quarter[2])
    elif month:
        year, last = int(month[1]), int(month[2])
    else:
        return None
    if not 1 <= last <= 12:  # noqa: PLR2004 - months
        return None
    return month_end(year, last)
