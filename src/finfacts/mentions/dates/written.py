"""Dates written out: "Oct. 2", "2 October 2025", "Oct. 2-4", "Jan. 2026", "2025-10-02", "10/2/25".

Also months alone ("in October", "last July") and months that name a quarter ("June quarter").
"""

from __future__ import annotations

from dataclasses import replace

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates import vocabulary as words
from finfacts.mentions.dates.atoms import REACH, Atom, Site
from finfacts.patterns import lazy

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20|18)\d\d"
_NOT_COUNT = (
    r"(?![\d%]|[.,]\d|\s?(?:%|percent|per\s+cent|pct|million|billion|trillion|bps|basis|points?\b"
    r"|bn\b|mn\b|cents?\b|years?\b|months?\b|weeks?\b|days?\b|(?:st|nd|rd|th)?[\s-]?(?:week|day|month)"
    r"s?\b|shares\b|states\b|countries\b|people\b|a\.m|p\.m)|:\d)"
)
_AFTER = lazy(
    rf"""
    \.?(?:
      (?P<sep>[\s,]{{0,2}}(?:the\s+)?|[-/])
      (?:(?P<day>{_DAY})(?:st|nd|rd|th)?|(?P<spelled>{words.SPELLED_DAY}))\b
      {_NOT_COUNT}
      (?:\s?(?:-|to|and|through)\s?(?P<last>{_DAY})(?:st|nd|rd|th)?\b{_NOT_COUNT}
         (?!\s*(?:{words.MONTH})\b))?
      (?:(?:\s?,\s?|\s+(?:of\s+|in\s+)?|[-/])(?P<year>{_YEAR})\b(?![\d%]|[.,]\d))?
    | (?:\s*,\s*|\s+(?:of\s+)?|[-/]|\s*'(?=\d\d\b))
      (?P<year>{_YEAR}|(?<=')\d\d)\b(?![\d%]|[.,]\d|-\d\d\b)
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_BEFORE = lazy(
    rf"""(?r)
    (?<![\w$.,/-]|\d:)
    (?:(?P<first>{_DAY})(?:st|nd|rd|th)?\s?(?:-|to|and)\s?(?:the\s+)?)?
    (?:(?P<day>{_DAY})(?:st|nd|rd|th)?|(?:the\s+)?(?P<spelled>{words.SPELLED_DAY}))
    (?:\s+(?:day\s+)?(?:of\s+)?|[-/]|)
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_YEAR_BEFORE = lazy(rf"(?r)(?<![\w$.,:/-])(?P<year>{_YEAR})[\s/-]")
_SHIFT = lazy(r"(?r)\b(?P<shift>last|this|next|past)\s")
_QUARTER = lazy(
    r"\.?[\s-]{1,3}(?:fiscal[\s-])?(?:quarter|period)\b(?!\s+of\b)|\.?[\s-]{1,3}qtr\b", regex.I
)
_LED = lazy(
    r"(?r)\b(?:in|since|of|by|until|till|from|through|during|for|to|and|or|before|after|between"
    r"|than|versus|vs|over|on|around|into|a|an|the|as|end|every|each|both|including|'s|previous"
    r"|prior|record|about|with|ending|ended|early|late|mid|last|this|next|past)[\s-]+"
)
_MAY_NOUNS = lazy(
    r"\s+(?:sales|futures|contract|contracts|inflation|cpi|jobs|payrolls|retail|consumer"
    r"|industrial|delivery|deliveries|meeting|data|figures|record|report|highs?|lows?|peak|options"
    r"|crude|orders|exports|imports|output|production|survey|manufacturing|factory|housing|home"
    r"|quarter|statement|release|gain|loss|decline|rally|sell-off|selloff|expiry|settlement)\b"
    r"|\s*[,.;:)](?!\w)|\s+(?:and|or|to|through|from|as|after|on|at|by|with|when|since|was|while"
    r"|but|because|amid|before)\s|\s*$|-",
    regex.I,
)
_NAMES = frozenset({"april", "may", "june", "august", "jan"})
_SENTENCE_END = ".!?\n\"'(:;\u2022"


def read_month(site: Site) -> Atom | None:
    """Return the date that the month's name at the site belongs to."""
    name = site.text[site.start : site.end]
    if not _is_whole(site) or not (name[0].isupper() or name in _SAFE or _has_day(site)):
        return None
    month = words.MONTHS[name.lower()]
    return (
        _day_first(site, month)
        or _month_first(site, month)
        or _month_quarter(site, month)
        or _alone(site, month)
    )


# No other word is written like these, even in lower case.
_SAFE = frozenset(words.MONTHS) - {"may", "march", "august", "mar", "jan", "sep", "dec", "jun"}
_DAY_BESIDE = lazy(r"(?r)\d(?:st|nd|rd|th)?(?:\s+of)?[\s/-]")


def _has_day(site: Site) -> bool:
    """Whether a lower-case name stands beside a day or a year: "9th of may", "2019-aug-1"."""
    after = _AFTER.match(site.text, site.end, site.end + REACH)
    if after is not None and (
        after["year"] or site.lower[site.start : site.end] not in ("may", "march")
    ):
        return True
    return _DAY_BESIDE.match(site.text, site.floor, site.start) is not None


def _is_whole(site: Site) -> bool:
    """Digits may touch the name ("Dec31"), letters may not ("Marketing")."""
    after = site.lower[site.end : site.end + 1]
    before = site.lower[site.start - 1 : site.start] if site.start else ""
    return not after.isalpha() and not before.isalpha()


def _day_first(site: Site, month: int) -> Atom | None:
    """Read "2 October 2025", "9 to 12 of June", "the second of August"."""
    before = _BEFORE.match(site.text, site.floor, site.start)
    if before is None or before.end() != site.start:
        return None
    glued = site.text[site.start - 1 : site.start].isalnum()
    day = _number(before)
    if day is None or glued or (before["spelled"] and " of " not in before[0].lower()):
        return None
    after = _AFTER.match(site.text, site.end, site.end + REACH)
    year, end = None, site.end
    if after is not None and after["year"] and not after["day"] and not after["spelled"]:
        year, end = _full_year(after["year"]), after.end()
    elif after is not None and (after["day"] or after["spelled"]):
        return None
    if end == site.end and site.text[end : end + 1] == "." and len(site.text) > end + 1:
        end += site.end - site.start <= 4  # noqa: PLR2004  "Sept." keeps its stop
    first = int(before["first"]) if before["first"] else None
    if first is not None:
        return Atom(before.start(), end, f.Day(month, first, year, day))
    return Atom(before.start(), end, f.Day(month, day, year))


def _number(match: regex.Match[str]) -> int | None:
    if match["day"]:
        return int(match["day"])
    if not match["spelled"]:
        return None
    return words.spelled_day(match["spelled"])


def _full_year(digits: str) -> int:
    value = int(digits)
    return value if value > 99 else 2000 + value if value < 70 else 1900 + value  # noqa: PLR2004


def _month_first(site: Site, month: int) -> Atom | None:
    """Read "Oct. 2", "October 2-4, 2025", "Jan. 2026"; "this September" and "2017 April" too."""
    after = _AFTER.match(site.text, site.end, site.end + REACH)
    if after is None or (after["spelled"] and "," in after["sep"]):
        return None  # "fell 0.1% in June, the first decline since 2020"
    year = _full_year(after["year"]) if after["year"] else None
    day = _number(after)
    if day is not None:
        if not after["sep"] and len(site.text[site.start : site.end]) < 3:  # noqa: PLR2004
            return None
        return _with_day(site, after, f.Day(month, day, year))
    if year is None:
        return None
    return Atom(site.start, after.end(), f.MonthOf(month, year))


def _with_day(site: Site, after: regex.Match[str], day: f.Day) -> Atom:
    last = int(after["last"]) if after["last"] else None
    start = site.start
    if day.year is None:
        led = _YEAR_BEFORE.match(site.text, site.floor, site.start)
        if led is not None and site.text[site.start - 1] in "-/":
            return Atom(led.start(), after.end(), replace(day, year=int(led["year"])))
    return Atom(start, after.end(), replace(day, last=last))


def _month_quarter(site: Site, month: int) -> Atom | None:
    """Read "The June quarter", "December-quarter net profit"."""
    after = _QUARTER.match(site.text, site.end, site.end + REACH)
    if after is None:
        return None
    return Atom(site.start, after.end(), f.QuarterOf(month // 3 or 4, month=month))


def _alone(site: Site, month: int) -> Atom | None:
    """A month without day or year, where it cannot be a name or a verb."""
    name = site.lower[site.start : site.end]
    led = _YEAR_BEFORE.match(site.text, site.floor, site.start)
    if led is not None:
        return Atom(led.start(), site.end, f.MonthOf(month, int(led["year"])))
    shift = _SHIFT.match(site.lower, site.floor, site.start)
    if shift is not None:
        step = {"this": 0, "next": 1}.get(shift["shift"], -1)
        return Atom(shift.start(), _stop(site), f.MonthOf(month, shift=step))
    if not _is_month(site, name):
        return None
    return Atom(site.start, _stop(site), f.MonthOf(month))


def _stop(site: Site) -> int:
    short = site.lower[site.start : site.end] in words.SHORT_MONTHS
    return site.end + (short and site.text[site.end : site.end + 1] == ".")


_CAPITAL = lazy(r"\.?\s+(?:\p{Lu}\p{Ll}+|\p{Lu}\.)")
_PROPER = lazy(
    r"\.?\s+(?:West\sTexas|Crude|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|WTI|Brent|CPI|PMI|PPI|GDP|"
    r"U\.S|ISM|PCE|FOMC|Fed|ADP|ECB|BOE|BOJ|OPEC|JOLTS|Nymex|ICE|COMEX)\b"
)


def _is_month(site: Site, name: str) -> bool:
    """Whether the name is a month here: "in May" is, "Theresa May" and "March on" are not."""
    text, start, end = site.text, site.start, site.end
    led = _LED.match(site.lower, max(site.floor, start - 14), start) is not None
    if text[start:end].isupper() and name not in words.SHORT_MONTHS:
        return led  # a headline of capitals: "MAY SINK"
    if _RANGED.match(text, end, end + REACH):
        return True
    proper = _PROPER.match(text, end, end + REACH) is not None
    named = not proper and _CAPITAL.match(text, end, end + REACH) is not None
    if name in words.SHORT_MONTHS:
        return (led or text[end : end + 1] == ".") and not named
    if name == "may":
        return (led and not named) or proper or _is_may(text, start, end)
    return led or not _is_name(text, start, end, name, named=named)


def _is_may(text: str, start: int, end: int) -> bool:
    """Whether "May" without a preposition is the month: "May sales rose", not "May I ask"."""
    if not _MAY_NOUNS.match(text, end, end + REACH) or _follows_name(text, start):
        return False
    before = text[max(0, start - 8) : start].rstrip(" ")[-1:]
    return not _starts_sentence(before) or text[end : end + 1] != " " or _noun(text, end)


_MARCHING = lazy(r"\s+(?:madness|on\b)", regex.I)


def _is_name(text: str, start: int, end: int, name: str, *, named: bool) -> bool:
    """Whether a person or an event is named: "April Lee", "Elinor March", "March Madness"."""
    if name == "march" and _MARCHING.match(text, end, end + REACH):
        return True
    if name in _NAMES and named:
        return True
    return name in _NAMES | {"march"} and _follows_name(text, start)


_RANGED = lazy(rf"\.?\s?(?:-|to|through)\s?(?:{words.MONTH})\b(?!\s+\p{{Lu}})", regex.I)


def _noun(text: str, end: int) -> bool:
    return bool(_MAY_NOUNS.match(text, end, end + REACH)) and not regex.match(
        r"\s+(?:and|or|to|through|from|as|after|on|at|by|with|when|since|was|while|but)\s",
        text[end : end + 12],
    )


def _starts_sentence(before: str) -> bool:
    return not before or before in _SENTENCE_END


_NAME_BEFORE = lazy(r"(?r)(?<![\w.])\p{Lu}\p{Ll}+\s")
_NO_NAME = lazy(
    r"(?:In|Since|The|By|On|From|For|To|And|During|Through|Until|Late|Early|Between|After|Before|"
    r"This|Last|Next|Of|Despite|While|As|At|Or|With|But|Its|Their|Brent|Oil|Crude)\s"
)


def _follows_name(text: str, start: int) -> bool:
    """Whether a capitalised word stands right before: "Theresa May", "Elinor March"."""
    match = _NAME_BEFORE.match(text, max(0, start - 24), start)
    return match is not None and _NO_NAME.fullmatch(match[0]) is None


_NUMERIC = lazy(
    rf"""
    (?<![\w$.,/:])(?:(?<!\w-)|(?<=[/-]\d{{1,4}}-))(?:
      (?P<y>{_YEAR})(?P<s>[/-])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>{_DAY})
    | (?P<a>\d{{1,2}})(?P<s>[/.-])(?P<b>\d{{1,2}})(?P=s)(?P<y>{_YEAR}|\d\d)
    | (?P<a>{_DAY})/(?P<b>{_DAY})
    | (?P<y>{_YEAR})(?P<s>[/-])(?P<m>0[1-9]|1[0-2])
    | (?P<m>0[1-9]|1[0-2])(?P<s>[/-])(?P<y>{_YEAR})
    )(?![\w%]|[/.,]\d|-\d+(?![\d/-]))
    """,
    regex.VERBOSE,
)
_CUED = lazy(
    r"(?r)\b(?:on|by|since|until|from|dated|between|before|after|to|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)\s+|(?<=/\d\d?)(?:,|\sor|\sand|,\sor|\sto|-|\s-)\s?"
)


def read_numeric(site: Site) -> Atom | None:
    """Read "2025-10-02", "10/2/2025", "22/04/2019"; without a year only after a preposition."""
    text = site.text
    start = site.start
    while start > site.floor and site.start - start < 6 and text[start - 1] in "0123456789/.-":  # noqa: PLR2004
        start -= 1
    while start < site.start and text[start] in "-.":
        start += 1
    match = _NUMERIC.match(text, start, start + REACH)
    if match is None or match.end() < site.end:
        return None
    return _numeric_atom(match, site)


# Days that no fraction and no score is counted in: "2/29" needs no preposition, "11/20" does.
_NO_SCORE = frozenset(range(13, 32)) - {16, 20, 24, 25, 30}


def _numeric_atom(match: regex.Match[str], site: Site) -> Atom | None:
    start, end = match.span()
    year = _full_year(match["y"]) if match["y"] else None
    if match["m"]:
        if match["d"]:
            return Atom(start, end, f.Day(int(match["m"]), int(match["d"]), year))
        return Atom(start, end, f.MonthOf(int(match["m"]), year))
    first, second = int(match["a"]), int(match["b"])
    if match["s"] == "." and match["y"] and len(match["y"]) == 2:  # noqa: PLR2004  "1.2.19"
        return None
    if (
        year is None
        and second not in _NO_SCORE
        and _CUED.match(site.lower, max(0, start - 12), start) is None
    ):
        return None  # "3/4" is a fraction
    if match["s"] == ".":
        first, second = second, first  # dots are European
    if first > 12:  # noqa: PLR2004  no such month: the day came first
        first, second = second, first
    if not 1 <= first <= 12 or not 1 <= second <= 31:  # noqa: PLR2004  months and days
        return None
    return Atom(start, end, f.Day(first, second, year))
