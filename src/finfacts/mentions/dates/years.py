"""Years, decades and fiscal years: "in 2026", "2019 earnings", "the 1990s", "FY26", "2012-13".

A bare number is a year only where the words around say so.
"""

from __future__ import annotations

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates import vocabulary as words
from finfacts.mentions.dates.atoms import REACH, Atom, Site
from finfacts.mentions.dates.written import read_numeric
from finfacts.patterns import lazy

_SURE = (
    r"in|since|during|early|late|mid|mid-|early-|late-|fiscal|calendar|until|till|through|throughout"
    r"|year|years|between|circa|than\s+in|vintage|back\s+in|as\s+of|compared\s+(?:with|to)"
    r"|relative\s+to|due|quarter|half|Q[1-4]|H[12]|beyond|well\s+into|versus|vs\.?"
)
# Words that stand before years and before other numbers: what follows decides.
_LEANING_WORDS = frozenset(
    {"of", "for", "by", "from", "and", "or", "before", "after", "the", "its", "their", "'s", ","}
    | {"both", "while", "into"}
)
_ARTICLES = frozenset({"the", "its", "their", "'s"})
_LOOSE_LEADS = frozenset({"for", "both", "into"})
_SPAN_LEADS = frozenset({"from", "between", "in", "is", "for"})
_SHORT_SPAN, _LONG_SPAN = 15, 60  # years that "2012-13" and "1990 to 2015" may cover
_LED = lazy(rf"(?r)(?:(?P<sure>\b(?:{_SURE}))|(?P<leaning>\b(?:[a-z]+)|,|-|/|'s))[\s-]*")
_NEXT_WORD = lazy(r"['s]*[\s]+(?P<word>[\p{L}-]+)")
_STOP = lazy(r"\s*(?:[,.;:)\]?!\"']|$|\n|--?\s)(?!\d)")
_SPAN = lazy(
    r"\s?(?P<dash>-|/|\bto\b|\bthrough\b|\btill\b|\buntil\b)\s?(?P<last>(?:19|20)\d\d|\d\d)\b"
    r"(?![\d%]|[.,]\d|-\d|\s?(?:percent|per\s|points))",
    regex.I,
)
_FIGURE = lazy(
    r"\s+(?:full[\s-]year\s+)?(?:comparable|same-store|adjusted|organic|net|operating|free\s+cash"
    r"|revenues?|sales|earnings|profits?|eps|ebitda|capital|capex|guidance|outlook|forecasts?"
    r"|targets?|estimates?|budget|deliver|production|gdp)"
)
_EVENT = lazy(
    r"(?:\s+[\w-]+){0,3}?\s+(?:embargo|revolution|crisis|crash|war|election|referendum|attacks?|summit|"
    r"accord|agreement|treaty|recession|bust|boom|shock|collapse|acquisition|merger|olympics|budget)\b"
)
_PRODUCT = lazy(r"(?r)(?:\bRussell|\bNikkei|\bNifty|\bCSI|\bMSCI|S&P|\bExpo)\s")
_FISCAL = lazy(
    r"""
    (?:
      (?P<mark>FY|fy|Fiscal\s(?:[Yy]ear\s)?|fiscal\s(?:year\s)?|F(?=20\d\d))\s?-?'?
      (?P<year>(?:19|20)?\d\d)(?!\d|[.,]\d|%)(?:\s?[-/]\s?(?P<last>(?:20)?\d\d)(?!\d|[.,]\d|%))?
    | (?P<mark>CY|cy)\s?(?P<year>(?:19|20)?\d\d)(?![\d%]|[.,]\d)
    )(?!\p{L})
    (?:\s?-?(?P<q>[Qq])(?P<n>[1-4])(?!\w))?
    """,
    regex.VERBOSE,
)


def read_year(site: Site) -> Atom | None:
    """Return the year at the site where the words around make it one."""
    text, start, end = site.text, site.start, site.end
    before = text[start - 1] if start else " "
    after = text[end : end + 1]
    if before in "/.-" or (after and after in "/-"):
        dated = read_numeric(site)
        if dated is not None:
            return dated
    if after and (after in "%$" or (after in ".," and text[end + 1 : end + 2].isdigit())):
        return None
    if before in "$\u20ac\u00a3\u00a5\u20b9.:#@_&+" or (
        before == "," and start > 1 and text[start - 2].isdigit()
    ):
        return None
    span = _SPAN.match(text, end, end + REACH)
    if span is not None and (before not in "-/" or not text[start - 2 : start - 1].isdigit()):
        ranged = _year_span(site, span)
        if ranged is not None:
            return ranged
    if not _is_year(site):
        return None
    figure = _FIGURE.match(site.lower, end, end + REACH) is not None
    return Atom(start, end, f.YearOf(int(text[start:end]), figure=figure))


def _year_span(site: Site, span: regex.Match[str]) -> Atom | None:
    """Read "2010-2015", "2012-13", "2014/15", "2014 to 2018"."""
    first, digits = int(site.text[site.start : site.end]), span["last"]
    short, word = len(digits) == len("13"), span["dash"].lower()
    last = first // 100 * 100 + int(digits) if short else int(digits)
    if not first < last <= first + (_SHORT_SPAN if short else _LONG_SPAN):
        return None
    if word == "/" and not short:
        return None
    if word.isalpha():
        led = _LED.match(site.lower, max(site.floor, site.start - 12), site.start)
        if short or led is None or led[0].strip() not in _SPAN_LEADS:
            return None
    return Atom(site.start, span.end(), f.YearOf(first, last=last, fiscal=word == "/"))


def _is_year(site: Site) -> bool:
    led = _LED.match(site.lower, max(0, site.start - 16), site.start)
    word = _NEXT_WORD.match(site.lower, site.end, site.end + REACH)
    following = word["word"] if word else ""
    if following in words.COUNTED_NOUNS:
        return False
    if led is not None and led["sure"]:
        return True
    if following in words.YEAR_NOUNS:
        return not _is_product(site)
    return led is not None and _leans(site, led["leaning"], following)


def _leans(site: Site, lead: str, following: str) -> bool:
    """Whether a word that may stand before a number as well makes it a year: "of", "the", ","."""
    if lead not in _LEANING_WORDS:
        return False
    small = following in words.SMALL_WORDS
    if lead in _ARTICLES:
        lower = bool(following) and not small and _is_lower(site)
        event = _EVENT.match(site.lower, site.end, site.end + REACH) is not None
        return lower or (event and not small and lead in ("the", "'s"))
    if small or _STOP.match(site.text, site.end, site.end + REACH):
        return True
    return lead in _LOOSE_LEADS and _is_lower(site) and following[-1:] != "s"


def _is_lower(site: Site) -> bool:
    after = site.text[site.end : site.end + 8].lstrip()
    return after[:1].islower()


def _is_product(site: Site) -> bool:
    return _PRODUCT.match(site.text, max(0, site.start - 12), site.start) is not None


def read_decade(site: Site) -> Atom:
    """Read "The 1990s", "mid-1980s"."""
    start = site.start - 4 * site.lower.startswith("the ", max(0, site.start - 4), site.start)
    return Atom(
        max(start, site.floor), site.end, f.DecadeOf(int(site.text[site.start : site.end - 1]))
    )


def short_year(digits: str | None) -> int | None:
    """Return the year of four digits, or of two: "25" is 2025."""
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)  # noqa: PLR2004


def read_fiscal(site: Site) -> Atom | None:
    """Read "FY26", "fiscal 2026", "FY2024-25", "fiscal year 2008"; "CY18" is the calendar year."""
    match = _FISCAL.match(site.text, site.start, site.start + REACH)
    if match is None:
        return None
    year = short_year(match["year"]) or 0
    if match["mark"].upper().startswith("CY"):
        return Atom(match.start(), match.end(), f.YearOf(year))
    last = short_year(match["last"]) if match["last"] else None
    if last is not None and last != year + 1:
        return None
    if match["q"]:
        quarter = f.QuarterOf(int(match["n"]), last or year, fiscal=True)
        return Atom(match.start(), match.end(), quarter)
    return Atom(match.start(), match.end(), f.YearOf(year, fiscal=True, last=last))


def read_to_date(site: Site) -> Atom:
    """Read "YTD", "year-to-date"."""
    return Atom(site.start, site.end, f.Relative("year", 0, "to_date"))


def read_multi(site: Site) -> Atom:
    """Read "Multi-year": a duration whose length is not said."""
    unit = "M" if "month" in site.lower[site.start : site.end] else "Y"
    return Atom(site.start, site.end, f.Vague(f"PX{unit}"))
