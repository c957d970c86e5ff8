"""Stretches of time: "52-week", "two years", "for a second day", "24-hour", "every quarter"."""

from __future__ import annotations

from decimal import Decimal

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates import vocabulary as words
from finfacts.mentions.dates.atoms import REACH, Site
from finfacts.mentions.dates.tense import looks_ahead
from finfacts.mentions.dates.unit_words import (
    ADJECTIVE,
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

_NTH = compiled(
    rf"""
    (?P<for>for\s+)?(?P<det>a|an|the|its|their)?\s*(?P<ordinal>{words.ORDINAL}){S}
    (?P<straight>{STRAIGHT})?(?P<unit>{UNIT}|{words.either(words.ADJECTIVES)})\b
    (?P<row>\s+(?:in\s+a\s+row|running)\b)?
    """
)
_EVERY = compiled(
    rf"""
    (?:each|every)\s+(?P<other>other\s+)?(?:(?P<number>{words.NUMBER})\s+)?
    {ADJECTIVE}?(?P<unit>{UNIT})\b
    """
)
_LENGTH = compiled(
    rf"""
    (?P<in>in\s+)?(?P<approx>(?:nearly|almost|about|over|more\s+than|less\s+than)\s+)?
    (?P<number>{words.NUMBER}){S}{ADJECTIVE}?{STRAIGHT}?
    (?P<unit>{UNIT})\b(?P<long>[\s-](?:long|old)\b)?
    """
)
_LONG = compiled(r"(?:a\s+)?(?P<unit>day|week|month|year|decade)-long\b")
_A_YEAR = 1900  # a larger number before "years" is one
_HOURS = 24
_SUPERLATIVE = lazy(
    r"\b(?:most|least|best|worst|first|only|\w{3,}est|time|record)\b[^.;\n]{0,50}$", regex.I
)
_CHATTER = lazy(
    r"[\s-]+(?:\w+\s+)?(?:message|volume|chatter|retail|sentiment|change|trading\s+volume|gain|high|low)",
    regex.I,
)
_SHARE = lazy(
    r"\s+(?:of\s+(?!growth|declines?|gains?|losses)|from\b|in\s+the\b|to\b|percent|point)", regex.I
)
_FOLLOWING = lazy(r"\W{1,3}(\w+)(?:\W{1,3}(\w+))?(?:\W{1,3}(\w+))?(?:\W{1,3}(\w+))?")


def _nth(match: regex.Match[str], _site: Site) -> f.Form | None:
    count, unit = words.ordinal(match["ordinal"]), unit_of(match)
    if not count or is_plural(match):
        return None
    if (
        not match["straight"]
        and not match["row"]
        and (not match["for"] or match["det"] != "a" or unit == "quarter")
    ):
        return None
    return f.Length(Decimal(count), unit) if unit not in ("weekend", "half") else None


def _every(match: regex.Match[str], _site: Site) -> f.Form | None:
    count, unit = count_of(match), unit_of(match)
    if count is None or unit in ("session", "weekend", "half", "minute"):
        return None
    letters = {"hour": "PT{}H", "decade": "P{}0Y", "quarter": "P{}M", "fortnight": "P{}W"}
    factor = {"quarter": 3, "fortnight": 2}.get(unit, 1) * (2 if match["other"] else 1)
    return f.Every(letters.get(unit, "P{}" + unit[0].upper()).format(count * factor))


def _length(match: regex.Match[str], site: Site) -> f.Form | None:
    count, unit = count_of(match), unit_of(match)
    if count is None or not 0 < count < _A_YEAR or unit == "weekend":
        return None
    if unit == "quarter" and _is_fraction(match, site):
        return None
    if match["number"].lower() in ("a", "an", "the"):
        return _one_unit(match, site, count, unit)
    if _is_misjoined(match, site, count) or _is_maturity(match, site, int(count), unit):
        return None
    return _placed_length(match, site, count, unit)


def _one_unit(match: regex.Match[str], site: Site, count: Decimal, unit: str) -> f.Form | None:
    """Read "in a month", "in a day."; not "a week", "in a day of heavy trading"."""
    loose = unit == "day" and not _ENDS.match(site.text, match.end())
    if not (match["in"] or match["approx"]) or unit == "half" or loose:
        return None
    return _up_to_now(match, site, count, unit) or f.Length(count, unit)


_ENDS = lazy(r"\s*(?:[.,;)]|$)")


def _is_misjoined(match: regex.Match[str], site: Site, count: Decimal) -> bool:
    """Whether number and unit do not belong together: "52-weeks", "five month", "one day it"."""
    hyphen = site.text[match.end("number")] == "-" or match["long"] is not None
    if count == 1:
        return not hyphen and unit_of(match) == "day"
    return is_plural(match) == hyphen


def _is_fraction(match: regex.Match[str], site: Site) -> bool:
    """Whether a fourth part is meant: "nearly a quarter of its sales", "by three quarters"."""
    before = site.lower[max(0, match.start() - 12) : match.start()]
    return "by " in before or _SHARE.match(site.text, match.end(), match.end() + REACH) is not None


def _placed_length(match: regex.Match[str], site: Site, count: Decimal, unit: str) -> f.Form:
    """Place "24-hour message volume" and "in two weeks"; other durations have no dates."""
    if unit == "hour" and count == _HOURS:
        return _day_of_hours(match, site)
    window = site.text[max(0, match.start() - 60) : match.start()]
    if (
        match["in"]
        and not match["approx"]
        and not _SUPERLATIVE.search(window)
        and looks_ahead(site.text, match.start(), match.end())
    ):
        return f.Shift(count, unit, ahead=True)
    return _up_to_now(match, site, count, unit) or f.Length(count, unit)


def _up_to_now(match: regex.Match[str], site: Site, count: Decimal, unit: str) -> f.Form | None:
    """Place a stretch that runs up to the article: "has doubled in a month"."""
    led = match["in"] or (match["approx"] or "").lower().startswith("over")
    if not led or unit not in _STRETCHES or count != int(count):
        return None
    window = site.text[max(0, match.start() - 60) : match.start()]
    return f.Window(int(count), unit) if _runs(window) else None


def _runs(window: str) -> bool:
    """Whether what was told runs up to now: "has doubled in a month", "is down over 12 months"."""
    return _UP_TO_NOW.search(window) is not None and _SUPERLATIVE.search(window) is None


_STRETCHES = frozenset({"week", "month", "year"})
_UP_TO_NOW = lazy(
    r"\b(?:(?:has|have|'ve)\s+(?:\w+ly\s+|more\s+than\s+|almost\s+|nearly\s+)?(?:\w+ed|\w+en|lost|shed"
    r"|shrunk|shot|put\s+on|surged|won|sunk|grown|cut)|(?:is|are)\s+(?:up|down|higher|lower))\b"
    r"(?![^.;:]*\bto\s\p{Ll})[^.;:]{0,50}$",
    regex.I,
)


def _day_of_hours(match: regex.Match[str], site: Site) -> f.Form:
    """Read "24 hours": the day up to the article, unless something lasts or is due so long."""
    if site.text[match.end("number")] == "-":
        chatter = _CHATTER.match(site.text, match.end(), match.end() + REACH)
        return f.Window(1, "day") if chatter else f.Length(Decimal(_HOURS), "hour")
    before = site.lower[max(0, match.start() - 8) : match.start()]
    return f.Length(Decimal(_HOURS), "hour") if "within" in before else f.Window(_HOURS, "hour")


def _is_maturity(match: regex.Match[str], site: Site, count: int, unit: str) -> bool:
    """Whether a bond's term is meant: "10-year Treasury yield", "five-year and 30-year notes"."""
    if unit not in ("year", "month") or site.text[match.end("number")] != "-":
        return False
    following = _FOLLOWING.match(site.lower, match.end(), match.end() + REACH)
    near = [word for word in following.groups() if word] if following else []
    if near and near[0] in words.STRETCH_NOUNS:
        return False
    if words.MATURITY_NOUNS.intersection(near):
        return True
    return unit == "year" and count in words.TENORS and _stands_alone(site, match, near)


def _stands_alone(site: Site, match: regex.Match[str], near: list[str]) -> bool:
    """Whether "the 10-year" is followed by no noun of its own: "the 10-year fell to 2.7%"."""
    del match
    before = site.lower[max(0, site.start - 24) : site.start]
    led = regex.search(r"\b(?:the|on|treasury|benchmark|german|u\.s\.)\s[\w-]*$", before)
    loose = not near or regex.fullmatch(
        r"at|to|and|was|were|is|rose|fell|by|on|in|climbed|slid|yielding|yielded|dropped|jumped"
        r"|slipped|hit|held|gained|edged|last|up|down|versus",
        near[0],
    )
    return bool(led and loose)


def _long(match: regex.Match[str], _site: Site) -> f.Form | None:
    return f.Length(Decimal(1), unit_of(match))


LENGTH_READERS: Readers = ((_NTH, _nth), (_EVERY, _every), (_LENGTH, _length), (_LONG, _long))
