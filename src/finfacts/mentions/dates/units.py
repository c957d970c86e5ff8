"""Expressions around a unit of time: "last week", "the past three days", "third quarter",
"a year earlier", "52-week", "year to date", "for a second day", "the first nine months".
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates import vocabulary as words
from finfacts.mentions.dates.atoms import REACH, Atom, Site
from finfacts.mentions.dates.tense import looks_ahead

_UNIT = words.either(words.UNITS)
_OFFSET = words.either(words.OFFSETS)
_S = r"[\s-]{1,3}"  # "third quarter", "third-quarter", "third - quarter"
_ADJECTIVE = r"(?:(?P<adjective>trading|business|fiscal|financial|calendar|full|whole)" + _S + ")"
_STRAIGHT = (
    r"(?:(?:straight|consecutive|successive|running|full|straight\s+(?:negative|positive)"
    r"|consecutive\s+(?:negative|positive))" + _S + ")"
)
_LEFT = frozenset(
    [*words.NUMBERS, *words.ORDINALS, *words.OFFSETS]
    + [
        "the",
        "a",
        "an",
        "past",
        "final",
        "opening",
        "closing",
        "each",
        "every",
        "other",
        "trading",
        "business",
        "fiscal",
        "financial",
    ]
    + [
        "calendar",
        "full",
        "whole",
        "straight",
        "consecutive",
        "successive",
        "running",
        "and",
        "half",
        "couple",
        "of",
    ]
    + [
        "negative",
        "positive",
        "quarter",
        "in",
        "for",
        "pair",
        "nearly",
        "almost",
        "about",
        "more",
        "less",
        "than",
        "over",
    ]
)
_BLANKS = " \n-"

Parse = Callable[[regex.Match[str], Site], "f.Form | None"]
Readers = tuple[tuple[regex.Pattern[str], Parse], ...]


def _compile(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.VERBOSE | regex.IGNORECASE)


_TO_DATE = _compile(r"(?P<unit>year|month|quarter|week)[\s-]to[\s-]date\b")
_RELATIVE = _compile(
    rf"""
    (?:(?P<the>the\s+)|its\s+|their\s+|this\s+(?=past|coming|last|upcoming))?
    (?P<offset>{_OFFSET}|past){_S}
    (?:(?P<number>{words.NUMBER}){_S})?
    {_ADJECTIVE}?{_STRAIGHT}?
    (?P<unit>{_UNIT})\b
    """
)
_AGO = _compile(
    rf"""
    (?P<approx>(?:nearly|almost|about|over|more\s+than|less\s+than)\s+)?
    (?:(?P<number>{words.NUMBER}){_S})?{_ADJECTIVE}?
    (?P<unit>{_UNIT})[\s-]
    (?P<way>ago|earlier|before|previously|prior(?!\s+to)|later(?!\s+(?:this|in|on)\b)|after|from\s+now|hence)\b
    """
)
_QUARTER = _compile(
    rf"""
    (?:the\s+)?(?P<fiscal>(?:fiscal|financial){_S})?
    (?P<ordinal>first|second|third|fourth|final|[1-4](?:st|nd|rd|th)){_S}
    (?P<fiscal2>fiscal{_S})?(?:calendar\s+)?
    (?P<unit>quarters?|half)\b(?![\s-]+(?:hour|point|percent|in\s+a\s+row|running\b|of\s+(?:the\s+|a\s+)?(?:session|day|game|match|season|show|book|list)))
    """
)
_FIRST = _compile(
    rf"""
    (?:the\s+)?(?P<end>first|final|last|opening|closing){_S}(?:full{_S})?
    (?:(?P<number>{words.NUMBER}){_S})?{_ADJECTIVE}?
    (?P<unit>days?|weeks?|months?|quarters)\b
    """
)
_NTH = _compile(
    rf"""
    (?P<for>for\s+)?(?P<det>a|an|the|its|their)?\s*(?P<ordinal>{words.ORDINAL}){_S}
    (?P<straight>{_STRAIGHT})?(?P<unit>{_UNIT}|{words.either(words.ADJECTIVES)})\b
    (?P<row>\s+(?:in\s+a\s+row|running)\b)?
    """
)
_EVERY = _compile(
    rf"""
    (?:each|every)\s+(?P<other>other\s+)?(?:(?P<number>{words.NUMBER})\s+)?
    {_ADJECTIVE}?(?P<unit>{_UNIT})\b
    """
)
_LENGTH = _compile(
    rf"""
    (?P<in>in\s+)?(?P<approx>(?:nearly|almost|about|over|more\s+than|less\s+than)\s+)?
    (?P<number>{words.NUMBER}){_S}{_ADJECTIVE}?{_STRAIGHT}?
    (?P<unit>{_UNIT})\b(?P<long>[\s-](?:long|old)\b)?
    """
)
_LONG = _compile(r"(?:a\s+)?(?P<unit>day|week|month|year|decade)-long\b")
_YEAR_END = _compile(r"(?P<unit>year|quarter|month)[\s-]end\b")
_BARE = _compile(
    rf"(?:(?P<det>the|that|a)\s+)?{_ADJECTIVE}?(?P<unit>day|week|weekend|month|quarter|half|year"
    r"|session)\b"
)


def read_unit(site: Site) -> Atom | None:
    """Return the expression that the unit at the site belongs to, None where it is just a word."""
    starts = _starts(site)
    for start in starts:
        atom = _read_at(site, start, _READERS)
        if atom is not None:
            return atom
    return next(filter(None, (_read_at(site, start, _BARE_READERS) for start in starts)), None)


def _read_at(site: Site, start: int, readers: Readers) -> Atom | None:
    for pattern, parse in readers:
        match = pattern.match(site.text, start, start + REACH)
        if match is None or match.end("unit") < site.end:
            continue
        form = parse(match, site)
        if form is not None:
            return _trimmed(match, form)
    return None


def _trimmed(match: regex.Match[str], form: f.Form) -> Atom:
    """Leave prepositions that only helped to decide out of the span."""
    start = match.start()
    groups = match.groupdict()
    for name in ("for", "approx") if isinstance(form, f.Shift) else ("for", "in", "approx"):
        if groups.get(name) and match.start(name) == start:
            start = match.end(name)
    return Atom(start, match.end(), form)


def _starts(site: Site) -> list[int]:
    """Return where an expression may begin, leftmost first: words that can stand before a unit."""
    starts = [site.start]
    lower, at = site.lower, site.start
    while at > site.floor and lower[at - 1] in _BLANKS and len(starts) < 8:
        at -= 1
        while at > site.floor and lower[at - 1] in _BLANKS:
            at -= 1
        end = at
        while at > site.floor and (lower[at - 1].isalnum() or lower[at - 1] in "./"):
            at -= 1
        word = lower[at:end]
        if not word or not (word in _LEFT or word[0].isdigit()):
            break
        if at and lower[at - 1] in ",$" and word[0].isdigit():
            break  # "1,202 days" goes on to the left
        starts.append(at)
    starts.reverse()
    return starts


def _unit(match: regex.Match[str]) -> str:
    word = match["unit"].lower()
    return words.UNITS.get(word) or words.ADJECTIVES[word]


def _is_plural(match: regex.Match[str]) -> bool:
    return match["unit"][-1] in "sS"


def _count(match: regex.Match[str]) -> Decimal | None:
    return words.number(match["number"]) if match["number"] else Decimal(1)


def _to_date(match: regex.Match[str], _site: Site) -> f.Form | None:
    return f.Relative(_unit(match), 0, "to_date")


_QUARTERED = regex.compile(
    r"[\s-](?:quarter|period|half|month|first|second|third|fourth)\b", regex.I
)


def _relative(match: regex.Match[str], site: Site) -> f.Form | None:
    unit, offset = _unit(match), match["offset"].lower()
    if match["number"]:
        return _counted_window(match, unit, offset)
    adjective = (match["adjective"] or "").lower()
    if _is_plural(match) or unit in ("hour", "minute", "fortnight"):
        return _one_hour(unit, offset)
    if adjective in ("fiscal", "financial"):
        return f.Relative(unit, words.OFFSETS.get(offset, -1), "fiscal")
    if unit == "session" or (unit == "day" and adjective in ("trading", "business")):
        return f.Session(words.OFFSETS.get(offset, -1))
    if (
        _QUARTERED.match(site.text, match.end(), match.end() + REACH)
        and unit == "year"
        and offset in ("prior", "previous")
    ):
        return f.Shift(Decimal(1), unit, told=True)  # "the prior-year quarter"
    if offset == "past" and unit not in ("quarter", "half", "weekend"):
        return f.Window(1, unit)
    if offset in ("previous", "prior", "preceding"):
        return f.Relative(unit, -1, "previous")
    if match["the"] and unit in _LONG_UNITS and _is_counted(unit, offset):
        return f.Window(1, unit, ahead=offset != "last")
    return f.Relative(unit, words.OFFSETS.get(offset, -1))


_LONG_UNITS = frozenset({"week", "month", "year", "decade"})


def _is_counted(unit: str, offset: str) -> bool:
    """Whether a stretch from the article is meant, not a calendar unit: "over the next year"."""
    return offset in ("last", "next") or (offset == "coming" and unit != "week")


def _one_hour(unit: str, offset: str) -> f.Form | None:
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
    count, unit, way = _count(match), _unit(match), match["way"].lower()
    if count is None or not 0 < count < 1000 or unit == "weekend":  # noqa: PLR2004
        return None
    if match["number"] is None and (_is_plural(match) or way in ("after", "hence", "later")):
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


def _quarter(match: regex.Match[str], _site: Site) -> f.Form | None:
    fiscal = bool(match["fiscal"] or match["fiscal2"])
    final = match["ordinal"].lower() == "final"
    if match["unit"].lower() == "half":
        number = 2 if final else words.ordinal(match["ordinal"])
        return f.HalfOf(number, fiscal=fiscal) if number <= 2 else None  # noqa: PLR2004  halves
    return f.QuarterOf(4 if final else words.ordinal(match["ordinal"]), fiscal=fiscal)


_OF = regex.compile(r"\s+(?:of|in)\s")


def _first(match: regex.Match[str], site: Site) -> f.Form | None:
    count, unit, end = _count(match), _unit(match), match["end"].lower()
    if count is None or count != int(count) or not 0 < count < 60:  # noqa: PLR2004  weeks
        return None
    named = _OF.match(site.text, match.end(), match.end() + REACH) is not None
    if (match["number"] is None or end == "last") and not named:
        return None
    if match["number"] is None and (_is_plural(match) or unit not in ("week", "month", "day")):
        return None
    count, unit = (count * 3, "month") if unit == "quarter" else (count, unit)
    if unit in ("day", "week") and not named:
        return None
    return f.FirstOf(int(count), unit, from_end=end in ("final", "last", "closing"))


def _nth(match: regex.Match[str], _site: Site) -> f.Form | None:
    count, unit = words.ordinal(match["ordinal"]), _unit(match)
    if not count or _is_plural(match):
        return None
    if (
        not match["straight"]
        and not match["row"]
        and (not match["for"] or match["det"] != "a" or unit == "quarter")
    ):
        return None
    return f.Length(Decimal(count), unit) if unit not in ("weekend", "half") else None


def _every(match: regex.Match[str], _site: Site) -> f.Form | None:
    count, unit = _count(match), _unit(match)
    if count is None or unit in ("session", "weekend", "half", "minute"):
        return None
    letters = {"hour": "PT{}H", "decade": "P{}0Y", "quarter": "P{}M", "fortnight": "P{}W"}
    factor = {"quarter": 3, "fortnight": 2}.get(unit, 1) * (2 if match["other"] else 1)
    return f.Every(letters.get(unit, "P{}" + unit[0].upper()).format(count * factor))


_SUPERLATIVE = regex.compile(
    r"\b(?:most|least|best|worst|first|only|\w{3,}est|time|record)\b[^.;\n]{0,50}$", regex.I
)
_CHATTER = regex.compile(
    r"[\s-]+(?:\w+\s+)?(?:message|volume|chatter|retail|sentiment|change|trading\s+volume|gain|high|low)",
    regex.I,
)


def _length(match: regex.Match[str], site: Site) -> f.Form | None:
    count, unit = _count(match), _unit(match)
    if count is None or not 0 < count < 1900 or unit == "weekend":  # noqa: PLR2004  a year
        return None
    if unit == "quarter" and _is_fraction(match, site):
        return None
    if match["number"].lower() in ("a", "an", "the"):
        named = match["in"] or match["approx"]
        return f.Length(count, unit) if named and unit != "half" else None
    hyphen = site.text[match.end("number")] == "-" or match["long"] is not None
    if _is_plural(match) == hyphen and not (count == 1 and not hyphen) and count != 1:
        return None  # "52-weeks", "five month"
    if count == 1 and not hyphen and unit == "day":
        return None  # "one day it will"
    if _is_maturity(match, site, int(count), unit):
        return None
    return _placed_length(match, site, count, unit)


_SHARE = regex.compile(
    r"\s+(?:of\s+(?!growth|declines?|gains?|losses)|from\b|in\s+the\b|to\b|percent|point)", regex.I
)


def _is_fraction(match: regex.Match[str], site: Site) -> bool:
    """Whether a fourth part is meant: "nearly a quarter of its sales", "by three quarters"."""
    before = site.lower[max(0, match.start() - 12) : match.start()]
    return "by " in before or _SHARE.match(site.text, match.end(), match.end() + REACH) is not None


def _placed_length(match: regex.Match[str], site: Site, count: Decimal, unit: str) -> f.Form | None:
    """ "24-hour message volume" and "in two weeks" are placed, other durations are not."""
    if unit == "hour" and count == 24:  # noqa: PLR2004  a day said in hours
        before = site.lower[max(0, match.start() - 8) : match.start()]
        if site.text[match.end("number")] == "-":
            return (
                f.Window(1, "day")
                if _CHATTER.match(site.text, match.end(), match.end() + REACH)
                else (f.Length(count, unit))
            )
        return f.Length(count, unit) if "within" in before else f.Window(24, "hour")
    window = site.text[max(0, match.start() - 60) : match.start()]
    if (
        match["in"]
        and not match["approx"]
        and not _SUPERLATIVE.search(window)
        and looks_ahead(site.text, match.start(), match.end())
    ):
        return f.Shift(count, unit, ahead=True)
    return f.Length(count, unit)


_FOLLOWING = regex.compile(r"\W{1,3}(\w+)(?:\W{1,3}(\w+))?(?:\W{1,3}(\w+))?(?:\W{1,3}(\w+))?")


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
    return f.Length(Decimal(1), _unit(match))


_BY = regex.compile(r"\b(?:by|at|before|until|through|since|into|after|near|around)\s+$")


def _year_end(match: regex.Match[str], site: Site) -> f.Form | None:
    led = _BY.search(site.lower[max(0, match.start() - 10) : match.start()])
    whole: f.Form = f.Relative(_unit(match), 0)
    return f.Edge("end", whole) if led else f.Edge("year_end", whole)


_EXTREME = regex.compile(r"[\s-](?:lows?|highs?)\b", regex.I)


def _bare(match: regex.Match[str], site: Site) -> f.Form | None:
    adjective = (match["adjective"] or "").lower()
    unit = _unit(match)
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


_READERS: Readers = (
    (_TO_DATE, _to_date),
    (_AGO, _ago),
    (_QUARTER, _quarter),
    (_FIRST, _first),
    (_RELATIVE, _relative),
    (_NTH, _nth),
    (_EVERY, _every),
    (_LENGTH, _length),
    (_LONG, _long),
    (_YEAR_END, _year_end),
)
_BARE_READERS: Readers = ((_BARE, _bare),)
