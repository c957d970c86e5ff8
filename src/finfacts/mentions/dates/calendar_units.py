"""Units of the calendar by where they lie: "last week", "the past three days", "a year earlier"."""

from __future__ import annotations

from decimal import Decimal

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates import vocabulary as words
from finfacts.mentions.dates.atoms import REACH, Site
from finfacts.mentions.dates.tense import looks_ahead
from finfacts.mentions.dates.unit_words import (
    ADJECTIVE,
    OFFSET,
    STRAIGHT,
    UNIT,
    Readers,
    S,
    compiled,
    count_of,
    is_plural,
    unit_of,
)
from finfacts.patterns import lazy

_TO_DATE = compiled(r"(?P<unit>year|month|quarter|week)[\s-]to[\s-]date\b")
_RELATIVE = compiled(
    rf"""
    (?:(?P<the>the\s+)|its\s+|their\s+|this\s+(?=past|coming|last|upcoming))?
    (?P<offset>{OFFSET}|past){S}
    (?:(?P<number>{words.NUMBER}){S})?
    {ADJECTIVE}?{STRAIGHT}?
    (?P<unit>{UNIT})\b
    """
)
_AGO = compiled(
    rf"""
    (?P<approx>(?:nearly|almost|about|over|more\s+than|less\s+than)\s+)?
    (?:(?P<number>{words.NUMBER}){S})?{ADJECTIVE}?
    (?P<unit>{UNIT})[\s-]
    (?P<way>ago|earlier|before|previously|prior(?!\s+to)|later(?!\s+(?:this|in|on)\b)|after|from\s+now|hence)\b
    """
)
_NEW_YEAR = compiled(r"the\s+new\s+(?P<unit>year)\b(?!')")
_BEGAN = compiled(
    r"the\s+(?P<unit>year|quarter|month|week)\s+(?:began|started|opened|kicked\s+off)\b"
)
_YEAR_END = compiled(r"(?P<unit>year|quarter|month)[\s-]end\b")
_BARE = compiled(
    rf"(?:(?P<det>the|that|a)\s+)?{ADJECTIVE}?(?P<unit>day|week|weekend|month|quarter|half|year"
    r"|session)\b"
)
_QUARTERED = lazy(r"[\s-](?:quarter|period|half|month|first|second|third|fourth)\b", regex.I)
_LONG_UNITS = frozenset({"week", "month", "year", "decade"})
_BY = lazy(r"\b(?:by|at|before|until|through|since|into|after|near|around)\s+$")
_EXTREME = lazy(r"[\s-](?:lows?|highs?)\b", regex.I)


def _to_date(match: regex.Match[str], _site: Site) -> f.Form | None:
    return f.Relative(unit_of(match), 0, "to_date")


def _relative(match: regex.Match[str], site: Site) -> f.Form | None:
    unit, offset = unit_of(match), match["offset"].lower()
    if match["number"] or is_plural(match) or unit in ("hour", "minute", "fortnight"):
        return _counted(match, unit, offset)
    step, adjective = words.OFFSETS.get(offset, -1), (match["adjective"] or "").lower()
    if unit == "session" or (unit == "day" and adjective in ("trading", "business")):
        return f.Session(step)
    if offset in ("previous", "prior", "preceding"):
        return _previous(match, site, unit)
    if adjective in ("fiscal", "financial"):
        return f.Relative(unit, step, "fiscal")
    stretch = offset == "past" and unit not in ("quarter", "half", "weekend")
    if stretch or (match["the"] and unit in _LONG_UNITS and _is_counted(unit, offset)):
        return f.Window(1, unit, ahead=offset not in ("past", "last"))
    return f.Relative(unit, step)


def _previous(match: regex.Match[str], site: Site, unit: str) -> f.Form:
    """Read "the previous month", and "the prior-year quarter", a year before the one told of."""
    if unit == "year" and _QUARTERED.match(site.text, match.end(), match.end() + REACH):
        return f.Shift(Decimal(1), unit, told=True)
    return f.Relative(unit, -1, "previous")


def _new_year(match: regex.Match[str], site: Site) -> f.Form | None:
    """Read "in the new year" of what has happened; one that is still to come stays unread."""
    if looks_ahead(site.text, match.start(), match.end()):
        return None
    return f.Relative(unit_of(match), 0)


def _is_counted(unit: str, offset: str) -> bool:
    """Whether a stretch from the article is meant, not a calendar unit: "over the next year"."""
    return offset in ("last", "next") or (offset == "coming" and unit != "week")


def _counted(match: regex.Match[str], unit: str, offset: str) -> f.Form | None:
    """Read "the past three days", and "the past hour"; "recent weeks" have no count."""
    if match["number"]:
        return _counted_window(match, unit, offset)
    return f.Window(1, unit) if unit == "hour" and offset in ("past", "last") else None


def _counted_window(match: regex.Match[str], unit: str, offset: str) -> f.Form | None:
    """Read "The past three days", "last five sessions", "the next 12 months"."""
    count = words.number(match["number"])
    if count is None or not 0 < count < 1000:  # noqa: PLR2004  no news looks further back
        return None
    if (match["adjective"] or "").lower() in ("trading", "business") and unit == "day":
        unit = "session"
    step = words.OFFSETS.get(offset, -1)
    if step == 0 or count != int(count) or unit == "weekend":
        return f.Length(count, unit) if unit != "weekend" else None
    return f.Window(int(count), unit, ahead=step > 0)


def _ago(match: regex.Match[str], site: Site) -> f.Form | None:
    count, unit, way = count_of(match), unit_of(match), match["way"].lower()
    if count is None or not 0 < count < 1000 or unit == "weekend":  # noqa: PLR2004
        return None
    if match["number"] is None and (is_plural(match) or way in ("after", "hence", "later")):
        return None
    if match["number"] is None and way in ("before", "prior") and not _has_the(match, site):
        return None
    compared = match["number"] is None and site.text[match.end("unit")] == "-"  # "year-ago sales"
    told = compared or way not in ("ago", "from now", "hence")
    ahead = way in ("later", "after", "from now", "hence")
    if way == "after" and not match["number"]:
        return None
    return f.Shift(count, unit, ahead=ahead, told=told or bool(match["approx"]))


def _has_the(match: regex.Match[str], site: Site) -> bool:
    return site.lower[max(0, match.start() - 4) : match.start()] == "the "


def _year_end(match: regex.Match[str], site: Site) -> f.Form | None:
    led = _BY.search(site.lower[max(0, match.start() - 10) : match.start()])
    whole: f.Form = f.Relative(unit_of(match), 0)
    return f.Edge("end", whole) if led else f.Edge("year_end", whole)


def _bare(match: regex.Match[str], site: Site) -> f.Form | None:
    adjective = (match["adjective"] or "").lower()
    unit = unit_of(match)
    if (
        unit == "session"
        and not match["det"]
        and _EXTREME.match(site.text, match.end(), match.end() + REACH)
    ):
        return f.Length(Decimal(1), unit)  # "hitting session lows"
    if adjective in ("fiscal", "financial"):
        return f.Relative(unit, 0, "fiscal") if match["det"] else None
    if adjective in ("trading", "business"):
        unit = "session" if unit == "day" else unit
    return f.Bare(unit)


def _began(match: regex.Match[str], site: Site) -> f.Form | None:
    """Read "Since the year began", as "since the start of the year"."""
    since = site.lower[max(0, match.start() - 6) : match.start()] == "since "
    return f.Relative(unit_of(match), 0) if since else None


CALENDAR_READERS: Readers = (
    (_BEGAN, _began),
    (_RELATIVE, _relative),
    (_NEW_YEAR, _new_year),
    (_YEAR_END, _year_end),
)
FIRST_READERS: Readers = ((_TO_DATE, _to_date), (_AGO, _ago))
BARE_READERS: Readers = ((_BARE, _bare),)
