"""Futures and yields: "Futures on Japan's Nikkei 225", "Dow futures", "10-year Treasury yield".

A name of an index or commodity grows into the contract that stands around it; yields are built
from the country, the years and the paper they name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from finfacts.patterns import lazy

_FUTURES_AFTER = lazy(
    r"""
    (?:[ ](?:Index|index|E-mini|e-mini|stock|stock-index|equity|mini|crude|share))*
    [ ](?:futures|contracts)\b
    """,
    regex.VERBOSE,
)
_FUTURES_BEFORE = lazy(
    r"""
    \b(?P<head>[Ff]utures|[Cc]ontracts)(?:[ ]contracts)?[ ](?:on|for|tracking|tied[ ]to
      |linked[ ]to)[ ]
    (?:the[ ])? (?:[\p{Lu}][\p{L}.]*(?:[ ]\p{Lu}[\p{L}.]*)?'s?[ ])? (?:benchmark[ ])?$
    """,
    regex.VERBOSE,
)
_FUND_BEFORE = lazy(
    r"""
    \b(?:[Ee]xchange-traded[ ]fund|ETF)[ ](?:that[ ])?(?:tracks|tracking|based[ ]on|tied[ ]to
      |following)[ ]
    (?:the[ ])?$
    """,
    regex.VERBOSE | regex.REVERSE,
)
_INDEX_AFTER = lazy(r"[ ](?:Index|index|Average|average|Composite|gauge)\b")
_COUNTRIES = {
    "U.S.": "US", "US": "US", "American": "US", "America": "US", "German": "DE", "Germany": "DE",
    "Japanese": "JP", "Japan": "JP", "British": "GB", "Britain": "GB", "UK": "GB", "U.K.": "GB",
    "Australian": "AU", "Australia": "AU", "Italian": "IT", "Italy": "IT", "French": "FR",
    "France": "FR", "Spanish": "ES", "Spain": "ES", "Chinese": "CN", "China": "CN",
    "Indian": "IN", "India": "IN", "Canadian": "CA", "Canada": "CA", "Greek": "GR", "Greece": "GR",
    "Portuguese": "PT", "Portugal": "PT", "South Korean": "KR", "South Korea": "KR",
    "Korean": "KR", "New Zealand": "NZ", "Swiss": "CH", "Switzerland": "CH", "Brazilian": "BR",
    "Brazil": "BR", "Mexican": "MX", "Mexico": "MX", "Turkish": "TR", "Turkey": "TR",
    "euro zone": "EU", "euro-area": "EU", "Swedish": "SE", "Sweden": "SE", "Dutch": "NL",
    "Netherlands": "NL", "Irish": "IE", "Ireland": "IE", "Indonesian": "ID", "Indonesia": "ID",
}  # fmt: skip
_PAPERS = {
    "treasury": "US", "treasuries": "US", "treasurys": "US", "bund": "DE", "bunds": "DE",
    "gilt": "GB", "gilts": "GB", "jgb": "JP", "jgbs": "JP", "btp": "IT", "btps": "IT", "oat": "FR",
    "oats": "FR",
}  # fmt: skip
_YEARS = {
    "one": 1, "two": 2, "three": 3, "five": 5, "seven": 7, "ten": 10, "twenty": 20, "thirty": 30,
}  # fmt: skip
_COUNTRY = "|".join(sorted(map(regex.escape, _COUNTRIES), key=len, reverse=True))
_NUMBER = r"(?:\d{1,2}|(?i:one|two|three|five|seven|ten|twenty|thirty))"
_PAPER = (
    r"(?:Treasur(?:y|ies|ys)|treasur(?:y|ies)|bunds?|Bunds?|gilts?|Gilts?|JGBs?|BTPs?|OATs?"
    r"|(?:government|sovereign|benchmark)\ )"
)
_YIELD = lazy(
    rf"""
      \b[Yy]ields?[ ](?:on|of
        |for)[ ](?:the[ ])?(?:benchmark[ ])?(?:(?P<c1>{_COUNTRY})(?:'s?)?[ ])?(?:benchmark[ ])?
        (?:(?P<y1>{_NUMBER})[ -]?[Yy]ear[ ])?(?:(?P<c1b>{_COUNTRY})[ ])?
        (?P<p1>(?:{_PAPER}[ ]?)*(?:bonds?|notes?|bills?|debt|papers?|securities)?)
    | \b(?=\S)(?:(?P<c2>{_COUNTRY})(?:'s?)?[ ])?(?:benchmark[ ])?
        (?:(?P<y2>{_NUMBER})[ -]?[Yy]ear[ ])?
        (?:(?P<c2b>{_COUNTRY})[ ])?
        (?P<p2>(?:{_PAPER}[ ]?)*(?:(?:bond|note|bill|debt|Bond|Note
          |Bill)s?[ ])?)[ ]?(?:[Yy]ields?\b|rate\b(?=[ ](?:rose|fell|was)))
    """,
    regex.VERBOSE,
)
_SPREAD = lazy(
    rf"""
    \b(?:[Tt]he[ ])?(?P<head>[Yy]ield[ ](?:spread|curve|gap)|[Ss]pread|[Gg]ap)[ ]between[ ]
      (?P<rest>(?:{_NUMBER}-year
        |[\w.' -]{{2,25}}?)[ ]and[ ](?:{_NUMBER}-year[ ])?[\w.']+(?:[ ](?:yields?|Treasuries
          |bonds))?)
    """,
    regex.VERBOSE,
)
_WINDOW = 60


class Contract(NamedTuple):
    """A contract or rate at a place: its name and its code."""

    start: int
    end: int
    name: str
    symbol: str | None


def grow_futures(clean: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the bounds of the future around an index or commodity, or None.

    >>> text = "Futures on the S&P 500 added 0.2 percent"
    >>> grow_futures(text, 15, 22)
    (0, 22)
    """
    after = _FUTURES_AFTER.match(clean, end)
    if after:
        return start, after.end()
    before = _FUTURES_BEFORE.search(clean, max(0, start - _WINDOW), start)
    if before:
        index = _INDEX_AFTER.match(clean, end)
        return before.start(), index.end() if index else end
    return None


def grow_part(clean: str, end: int) -> int | None:
    """Return where the part of an index ends that stands after it: "'s health-care sector".

    >>> grow_part("The S&P 500's health-care sector shed 3%.", 11)
    32
    """
    match = _PART_AFTER.match(clean, end)
    return match.end() if match and not _NO_PART.search(match[0]) else None


_PART_AFTER = lazy(
    r"(?:'s)?[ ](?:\p{Ll}[\p{Ll}&-]+[ ]){1,4}(?:sector|sub-?index|subgroup|sub-sector"
    r"|(?<=(?:s|ing|y|l|re|il|h)[ ])(?:index|gauge|group))\b"
)
_NO_PART = lazy(
    r"\b(?:stock|share|equity|equities|benchmark|price|main|key|broad|broader|of|the|a|and|is|was"
    r"|in|on|composite|volatility|weekly|monthly|underlying|technology-heavy|tech-heavy"
    r"|blue-chip|currency|dollar|futures)\b"
)


def grow_fund(clean: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the bounds of the fund on an index ("an ETF that tracks the S&P 500"), or None."""
    before = _FUND_BEFORE.search(clean, max(0, start - _WINDOW), start)
    return (before.start(), end) if before else None


def find_yields(clean: str) -> Iterator[Contract]:
    """Return the bond and bill yields of a clean text: "Australia's 10-year bond yield"."""
    position = 0
    while (at := _next_yield(clean, position)) >= 0:
        left = clean.rfind("\n", 0, at) + 1
        for match in _YIELD.finditer(clean, max(left, at - _WINDOW, position), at + _WINDOW):
            if match.start() > at or match.end() <= at:
                continue
            contract = _yield(clean, match)
            if contract is not None:
                yield contract
            position = match.end()
            break
        position = max(position, at + 5)


def _next_yield(clean: str, position: int) -> int:
    lower = clean.find("yield", position)
    upper = clean.find("Yield", position)
    return max(lower, upper) if min(lower, upper) < 0 else min(lower, upper)


def _yield(clean: str, match: regex.Match[str]) -> Contract | None:
    first = match["p1"] is not None
    country = match["c1"] or match["c1b"] if first else match["c2"] or match["c2b"]
    years = match["y1"] if first else match["y2"]
    paper = (match["p1"] if first else match["p2"]).strip()
    words = paper.lower().split()
    code = next((_PAPERS[w] for w in words if w in _PAPERS), None) or _COUNTRIES.get(country or "")
    if code is None and not years and not words:
        return None
    if code is None and years is None and words[-1:] not in (["bond"], ["bonds"]):
        return None
    number = int(years) if years and years.isdigit() else _YEARS.get((years or "").lower())
    code = code or (_country_before(clean, match.start()) if number else None)
    name = _yield_name(country, number, paper)
    start, end = match.start(), match.start() + len(match[0].rstrip())
    known = code is not None and (number or code == "US" or words)
    return Contract(start, end, name, f"{code}{number or 10}Y" if known else None)


def find_tenors(clean: str) -> Iterator[Contract]:
    """Return yields told by their years alone: "the 10-year climbed 6 basis points to 3.1%"."""
    if "-year " not in clean:
        return
    for match in _TENOR.finditer(clean):
        number = int(match["years"]) if match["years"].isdigit() else _YEARS[match["years"].lower()]
        code = _country_before(clean, match.start())
        symbol = f"{code}{number}Y" if code else None
        yield Contract(match.start("name"), match.end(), f"{number}-year yield", symbol)


_TENOR = lazy(
    rf"""
    \b(?:[Tt]he|[Bb]enchmark)[ ](?P<name>(?P<years>{_NUMBER})-year)
    (?=[ ](?:also[ ]|then[ ]|last[ ]|now[ ])?(?:rose|fell|slid|climbed|dropped|dipped
      |jumped|gained|eased|slipped|added|declined|edged|ticked|was|traded|stood|yield(?:s|ed))\b
      [^;\n]{{0,40}}?\d[ ]?(?:basis|bps?\b|%|per[ ]?cent))
    """,
    regex.VERBOSE,
)
_LOOK_BACK = 500
_NAMED = lazy(
    rf"\b(?:{_COUNTRY}|{'|'.join(_PAPERS)}|Fed|Federal Reserve|Wall Street|Nikkei|Topix|DAX)\b"
    r"(?!\w)|\b(?:Treasur|Bund|Gilt)\w*",
    regex.REVERSE,
)
_HOMES = {"Fed": "US", "Federal Reserve": "US", "Wall Street": "US", "Nikkei": "JP", "Topix": "JP",
          "DAX": "DE"}  # fmt: skip


def _country_before(clean: str, at: int) -> str | None:
    """Return the country last named before a bare "10-year yield", or None."""
    named = _NAMED.search(clean, max(0, at - _LOOK_BACK), at)
    if named is None:
        return "US" if at < _LOOK_BACK and _NAMED.search(clean, at) is None else None
    word = named[0]
    paper = next(
        (code for paper, code in _PAPERS.items() if word.lower().startswith(paper[:6])), ""
    )
    return _COUNTRIES.get(word) or _HOMES.get(word) or paper or None


def _yield_name(country: str | None, years: int | None, paper: str) -> str:
    """The usual name: "10-year Treasury yield", "Australian 10-year bond yield"."""
    paper = regex.sub(r"(?i)\btreasur(?:ies|ys)\b", "Treasury", paper)
    paper = regex.sub(r"s$", "", paper)
    parts = [country or "", f"{years}-year" if years else "", paper]
    return " ".join(part for part in parts if part) + (" yield" if years else " yields")


def find_spreads(clean: str) -> Iterator[Contract]:
    """Return spreads: "the yield spread between five-year and 30-year Treasuries"."""
    if "between" not in clean:
        return
    for match in _SPREAD.finditer(clean):
        if "year" in match["rest"] or match["head"].lower().startswith("yield"):
            name = f"{match['head'].lower()} between {match['rest']}"
            yield Contract(match.start("head"), match.end(), name, None)
