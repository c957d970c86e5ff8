"""Quarters and halves: "third quarter", "the first nine months", "Q3 FY25", "1H19"."""

from __future__ import annotations

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates import vocabulary as words
from finfacts.mentions.dates.atoms import REACH, Atom, Site
from finfacts.mentions.dates.unit_words import (
    ADJECTIVE,
    Readers,
    S,
    compiled,
    count_of,
    is_plural,
    unit_of,
)
from finfacts.mentions.dates.years import short_year
from finfacts.patterns import lazy

_QUARTER = compiled(
    rf"""
    (?:the\s+)?(?P<fiscal>(?:fiscal|financial){S})?
    (?P<ordinal>first|second|third|fourth|final|holiday|[1-4](?:st|nd|rd|th)){S}
    (?P<fiscal2>fiscal{S})?(?:calendar\s+)?
    (?P<unit>quarters?|half)\b(?![\s-]+(?:hour|point|percent|in\s+a\s+row|running\b|of\s+(?:the\s+|a\s+)?(?:session|day|game|match|season|show|book|list)))
    """
)
_FIRST = compiled(
    rf"""
    (?:the\s+)?(?P<end>first|final|last|opening|closing){S}(?:full{S})?
    (?:(?P<number>{words.NUMBER}){S})?{ADJECTIVE}?
    (?P<unit>days?|weeks?|months?|quarters)\b
    """
)
_OF = lazy(r"\s+(?:of|in)\s")
_CODE = lazy(
    r"""
    (?:(?P<q>[Qq])(?P<n>[1-4])|(?P<n>[1-4])(?P<q>[Qq])|(?P<q>[Hh])(?P<n>[12])|(?P<n>[12])(?P<q>[Hh]))
    (?:
      (?:\s?-?\s?(?:of\s+)?(?P<fiscal>FY|fy|F(?=20\d\d)|fiscal\s(?:year\s)?|CY)\s?-?'?
         (?P<year>(?:19|20)?\d\d)(?:-(?P<last>\d\d))?)
    | (?:\s-\s|[\s-]|\sof\s|,\s)?(?P<year>(?:19|20)\d\d)
    | \s?'(?P<year>\d\d)
    | (?<=\d[QqHh])(?P<year>\d\d)
    )?
    (?![\w%]|[.,]\d)
    """,
    regex.VERBOSE,
)
_YEAR_LEFT = lazy(
    r"(?r)(?<![\w$.,-])(?P<fiscal>FY\s?|fiscal\s(?:year\s)?)?'?(?P<year>(?:19|20)\d\d)\s?-?"
)
_SHORT_CODE = lazy(
    r"(?:(?P<q>[Qq])(?P<n>[1-4])|(?P<n>[1-4])(?P<q>[Q])|(?P<q>H)(?P<n>[12])|(?P<n>[12])(?P<q>H))(?!\w)"
)


def read_quarter_code(site: Site) -> Atom | None:
    """Read "Q3 2025", "3Q", "Q3 FY25", "H1 2019", "1H19", "2017-Q1"."""
    match = _CODE.match(site.text, site.start, site.start + REACH)
    if match is None:
        match = _SHORT_CODE.match(site.text, site.start, site.start + REACH)
    if match is None or match.end() < site.end or _is_inside(site):
        return None
    groups = match.groupdict()
    year = short_year(groups.get("last") or groups.get("year"))
    led = site.lower[max(0, site.start - 7) : site.start] == "fiscal "
    fiscal = led or (bool(groups.get("fiscal")) and groups["fiscal"] != "CY")
    start = match.start()
    if year is None:
        left = _YEAR_LEFT.match(site.text, site.floor, site.start)
        if left is not None:
            start, year, fiscal = left.start(), int(left["year"]), bool(left["fiscal"])
    kind = f.QuarterOf if match["q"].lower() == "q" else f.HalfOf
    return Atom(start, match.end(), kind(int(match["n"]), year, fiscal))


def _is_inside(site: Site) -> bool:
    """Read "Audi Q3", "iPhone-H2", "$2H": a name or an amount, not a quarter."""
    before = site.text[max(0, site.start - 5) : site.start]
    return before == "Audi " or (bool(before) and (before[-1].isalnum() or before[-1] in "$.#&_"))


def _quarter(match: regex.Match[str], _site: Site) -> f.Form | None:
    fiscal = bool(match["fiscal"] or match["fiscal2"])
    final = match["ordinal"].lower() in ("final", "holiday")
    if match["unit"].lower() == "half":
        number = 2 if final else words.ordinal(match["ordinal"])
        whole = match["ordinal"].lower() != "holiday" and number <= 2  # noqa: PLR2004  halves
        return f.HalfOf(number, fiscal=fiscal) if whole else None
    return f.QuarterOf(4 if final else words.ordinal(match["ordinal"]), fiscal=fiscal)


def _first(match: regex.Match[str], site: Site) -> f.Form | None:
    count, unit, end = count_of(match), unit_of(match), match["end"].lower()
    if count is None or count != int(count) or not 0 < count < 60:  # noqa: PLR2004  weeks
        return None
    named = _OF.match(site.text, match.end(), match.end() + REACH) is not None
    if (match["number"] is None or end == "last") and not named:
        return None
    if match["number"] is None and (is_plural(match) or unit not in ("week", "month", "day")):
        return None
    count, unit = (count * 3, "month") if unit == "quarter" else (count, unit)
    if unit in ("day", "week") and not named:
        return None
    return f.FirstOf(int(count), unit, from_end=end in ("final", "last", "closing"))


QUARTER_READERS: Readers = ((_QUARTER, _quarter), (_FIRST, _first))
