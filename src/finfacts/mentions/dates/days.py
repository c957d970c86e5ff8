"""Days by name: "Monday", "last Friday", "Tue", "today", "this morning", "Thanksgiving"."""

from __future__ import annotations

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates import vocabulary as words
from finfacts.mentions.dates.atoms import REACH, Atom, Site
from finfacts.patterns import lazy

_WHICH = {
    "last": "last",
    "previous": "last",
    "prior": "last",
    "this": "this",
    "next": "next",
    "following": "next",
    "past": "past",
    "coming": "coming",
    "upcoming": "coming",
}
_LEFT = lazy(
    rf"""(?r)\b(?:
      (?:the\s+|on\s+)?(?:this\s+)?(?P<which>{words.either(dict.fromkeys(_WHICH))})\s+
        (?:(?P<early>early|late)\s+)?
    | (?P<every>every|each)\s+(?:other\s+)?
    | (?P<early>early|late)[\s-]+
    )""",
    regex.VERBOSE,
)
_PART = lazy(r"\s+(?:early\s+|late\s+|mid-?)?(?P<part>morning|afternoon|evening|night)\b", regex.I)
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_NOT_DAY = lazy(r"\s+(?:Night\s+(?:Football|Live)|Morning\s+Herald)\b")
_LATER = lazy(r"(?r)\b(?P<word>earlier|later|early|late)\s+")
_BESIDE = lazy(rf"\.?,?\s?(?:(?:{words.MONTH})\b|\d{{1,2}}(?:st|nd|rd|th)?\b|[(]\d)", regex.I)


def read_weekday(site: Site) -> Atom | None:
    """Read "Monday", "early Tuesday", "last Friday", "Wednesday afternoon", "every Monday"."""
    word = site.lower[site.start : site.end]
    number = words.WEEKDAYS.get(word)
    if number is None:
        if not site.text[site.start].isupper():
            return None
        number = words.SHORT_WEEKDAYS[word]
        if _BESIDE.match(site.text, site.end, site.end + REACH) is None and not _stands_for_day(
            site
        ):
            return None
    if _NOT_DAY.match(site.text, site.end, site.end + REACH):
        return None
    return _weekday(site, number)


_DAY_NUMBER = lazy(
    r"\.?,?\s(?:the\s)?(?:(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b"
    r"|(?P<day>[12]\d|3[01])(?=\s*(?:[.,;!?)]|$|\bbetween\b))(?![.,]\d)"
    rf"|(?<=the\s)(?P<spelled>{words.SPELLED_DAY})\b)"
    rf"(?!\s(?:of\s)?(?:{words.MONTH})\b|[\s-](?:anniversary|street|avenue|quarter|day|week|time))",
    regex.I,
)


def _day_number(match: regex.Match[str]) -> int:
    return int(match["day"]) if match["day"] else words.spelled_day(match["spelled"])


_ON = lazy(
    r"(?r)\b(?:on|(?<=mon|tue|wed|thu|fri|tues|thurs)\sor|next\sweek|last\sweek|this\sweek)\s"
)


def _stands_for_day(site: Site) -> bool:
    """Whether a short name is a day without a date beside it: "on Tue." but not "on Sun"."""
    word = site.lower[site.start : site.end]
    return (
        word not in ("sun", "sat")
        and _ON.match(site.lower, max(0, site.start - 12), site.start) is not None
    )


def _weekday(site: Site, number: int) -> Atom:
    day = _DAY_NUMBER.match(site.text, site.end, site.end + REACH)
    if day is not None:
        return Atom(site.start, day.end(), f.DayOfWeek(number, _day_number(day)))
    left = _LEFT.match(site.lower, site.floor, site.start)
    part = _PART.match(site.text, site.end, site.end + REACH)
    end = part.end() if part else site.end
    short = site.lower[site.start : site.end] in words.SHORT_WEEKDAYS
    if short and site.text[end : end + 1] == ".":
        end += 1
    if left is None:
        return Atom(site.start, end, f.Weekday(number))
    if left["every"]:
        return Atom(left.start(), end, f.Every(f"XXXX-WXX-{number}"))
    start = left.start()
    for led in ("on ", "the "):
        start += len(led) * site.lower.startswith(led, start)
    which = _WHICH[left["which"]] if left["which"] else None
    return Atom(start, end, f.Weekday(number, which))


def read_today(site: Site) -> Atom | None:
    """Read "Today", "yesterday", "late yesterday", "tomorrow morning", "USA Today" not."""
    text, word = site.text, site.lower[site.start : site.end]
    if text[site.end : site.end + 1] == "-" and text[site.end + 1 : site.end + 2].isalpha():
        return None  # "yesterday-style"
    if word == "today" and text[site.start].isupper():
        before = text[max(0, site.start - 2) : site.start]
        if len(before) == 2 and before[0].isalnum() and before[1] == " ":  # noqa: PLR2004
            return None  # a paper's name: "USA Today"
    left = _LATER.match(site.lower, site.floor, site.start)
    part = _PART.match(text, site.end, site.end + REACH)
    start = left.start() if left else site.start
    day = f.Relative("day", words.TODAY[word])
    if part is not None or word == "tonight":
        code = _PARTS[part["part"].lower()] if part else "NI"
        return Atom(start, part.end() if part else site.end, f.At(f.Clock(part=code), day))
    return Atom(start, site.end, day)


_THIS_PART = lazy(
    r"(?r)\b(?P<which>this|last|earlier\s+this|later\s+this|earlier\s+in\s+the|in\s+the\s+early"
    r"|in\s+the)\s+(?:early\s+|late\s+)?"
)


def read_part(site: Site) -> Atom | None:
    """Read "This morning", "last night": the article's day and the one before."""
    left = _THIS_PART.match(site.lower, site.floor, site.start)
    if left is None or left["which"].startswith("in"):
        return None
    word = site.lower[site.start : site.end]
    if left["which"] == "last" and word != "night":
        return None
    offset = -1 if left["which"] == "last" else 0
    clock = f.Clock(part=_PARTS[word])
    return Atom(left.start(), site.end, f.At(clock, f.Relative("day", offset)))


_SEASON_LEFT = lazy(
    r"(?r)\b(?P<which>last|this|next|the|in|previous|past|since|early|late|mid-?)\s+"
)
_SEASON_YEAR = lazy(r"\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b(?!,\d|\.\d)")


def read_season(site: Site) -> Atom | None:
    """Read "last summer", "summer 2020": never resolved, its months are not fixed."""
    left = _SEASON_LEFT.match(site.lower, site.floor, site.start)
    year = _SEASON_YEAR.match(site.text, site.end, site.end + REACH)
    code = words.SEASONS[site.lower[site.start : site.end]]
    if year is not None:
        return Atom(site.start, year.end(), f.Season(code, year=int(year["year"])))
    if left is None or left["which"] not in ("last", "this", "next", "previous", "past"):
        return None
    offset = {"this": 0, "next": 1}.get(left["which"], -1)
    return Atom(left.start(), site.end, f.Season(code, offset))


_HOLIDAYS = {name: index for index, rule in enumerate(words.HOLIDAYS) for name in rule["names"]}
_HOLIDAY_YEAR = lazy(r",?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b(?!,\d|\.\d)")


def read_holiday(site: Site) -> Atom | None:
    """Read "Thanksgiving", "Christmas 2025", "Good Friday"."""
    index = _HOLIDAYS[site.lower[site.start : site.end]]
    if not site.text[site.start].isupper() and " " not in site.text[site.start : site.end]:
        return None
    year = _HOLIDAY_YEAR.match(site.text, site.end, site.end + REACH)
    if year is not None:
        return Atom(site.start, year.end(), f.Holiday(index, int(year["year"])))
    return Atom(site.start, site.end, f.Holiday(index))


_DAY_OF_MONTH = lazy(
    r"(?P<of>\s(?:day\s)?of\s(?P<which>the|this|last|next)\smonth\b|\s(?P<which>this|last|next)\smonth\b)?"
)
_ON_THE = lazy(r"(?r)\b(?:on|since|until|from|by|before|after)\s(?:the\s)?")
_ENDS = lazy(r"\s*(?:[.,;!?)]|$|\n|-\s)(?!\d)")


def read_ordinal(site: Site) -> Atom | None:
    """Read "on the 18th", "the 15th day of next month": a day of a month that is not named."""
    of = _DAY_OF_MONTH.match(site.lower, site.end, site.end + REACH)
    named = of is not None and of["of"] is not None
    led = _ON_THE.match(site.lower, max(0, site.start - 12), site.start)
    if not named and (led is None or not _ENDS.match(site.text, site.end, site.end + REACH)):
        return None
    day = int(site.text[site.start : site.end - 2])
    offset = {"last": -1, "next": 1, "this": 0, "the": 0}[of["which"]] if of and named else None
    end = of.end() if of and named else site.end
    start = site.start - 4 * (site.lower[max(0, site.start - 4) : site.start] == "the ")
    return Atom(max(start, site.floor), end, f.DayOfMonth(day, offset))


_BOUND = lazy(r"(?r)\bbetween\s|\band\s|\bto\s")
_TILL = lazy(r"\s+and\s")


def read_now(site: Site) -> Atom | None:
    """Read "now" in "between now and November", "between Jan. 22 and now" alone."""
    led = _BOUND.match(site.lower, max(0, site.start - 9), site.start)
    if led is None:
        return None
    if led[0].startswith("between"):
        opens = _TILL.match(site.lower, site.end, site.end + REACH) is not None
    else:
        opens = 0 < led.start() - 1 <= site.floor
    return Atom(site.start, site.end, f.Relative("day", 0)) if opens else None


_CLOCK = lazy(
    r"""(?r)
    (?<![\w$.,:])(?P<hour>0?[1-9]|1[0-2])(?::(?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s?
    """,
    regex.VERBOSE,
)
_CLOCK_24 = lazy(
    r"(?r)(?<![\w$.,:])(?P<hour>[01]\d|2[0-3]|\d):?(?P<minute>[0-5]\d)\s?(?:h(?:rs)?\s)?"
)
_ZONE = lazy(
    r"""\s*,?\s*(?:
      [(]?(?:(?:[ECMP][SD]?T|GMT|BST|CES?T|IST|JST|HKT|SGT|AES?T|KST|UTC)\b[)]?(?:\s?[+-]\d{1,2})?)
    | (?:Eastern|Central|Pacific|London|Tokyo|New\sYork|Hong\sKong|Singapore|Sydney|local)
        (?:\s(?:Standard|Daylight))?(?:\s[Tt]ime)\b
    | (?:Eastern|Central|Pacific)\b(?![ ]\p{Lu})
    | in\s(?:New\sYork|London|Tokyo|Hong\sKong|Singapore|Sydney|Frankfurt|Paris|Mumbai|Seoul
        |Shanghai|Toronto|Zurich|Amsterdam|Dubai|Johannesburg|Istanbul|Moscow|Wellington)
    )""",
    regex.VERBOSE,
)
_ALREADY = frozenset({"gmt", "utc", "cet", "cest"})


def read_clock(site: Site) -> Atom | None:
    """Read "10:42 a.m. ET", "8:01 a.m. in Tokyo", "1234 GMT": the article's day, to the minute."""
    word = site.lower[site.start : site.end]
    pattern = _CLOCK_24 if word in _ALREADY else _CLOCK
    match = pattern.match(site.text, site.floor, site.start)
    if match is None or match.end() != site.start:
        return None
    hour = int(match["hour"])
    if word not in _ALREADY:
        hour = hour % 12 + 12 * word.startswith("p")
    end = site.end + (word in ("a.m", "p.m") and site.text[site.end : site.end + 1] == ".")
    zone = None if word in _ALREADY else _ZONE.match(site.text, end, end + REACH)
    minute = int(match["minute"]) if match["minute"] else None
    clock = f.Clock(hour, minute, east=_hours_east(zone[0]) if zone else None)
    return Atom(match.start(), zone.end() if zone else end, clock)


def _hours_east(zone: str) -> float | None:
    """Return how far ahead of Greenwich a zone is that news tells the time of: "in Tokyo" is 9."""
    place = zone.strip(" ,()").lower().removeprefix("in ").removesuffix(" time")
    return words.EAST.get(place)
