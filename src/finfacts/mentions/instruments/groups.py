"""Groups of stocks and bonds: "Chinese tech stocks", "Shares in Australia", "risk assets".

A group is a head noun ("stocks", "equities", "futures") with the places, sectors and sizes before
it, or with a place after it. A bare "stocks" is one where it is a clause's subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from finfacts.lexicons.tables import read_rows
from finfacts.mentions.instruments.cues import moves, opens_sentence, words
from finfacts.mentions.instruments.names import words_of
from finfacts.mentions.instruments.placed import Group, elsewhere, placed
from finfacts.patterns import lazy
from finfacts.values import InstrumentKind

_HEADS = frozenset(
    form
    for word in (
        "stocks",
        "equities",
        "shares",
        "futures",
        "contracts",
        "indices",
        "indexes",
        "gauges",
        "bonds",
        "treasuries",
        "treasurys",
        "bunds",
        "gilts",
        "currencies",
        "averages",
    )
    for form in (word, word.capitalize(), word.upper())
) | {"assets", "JGBs"}
_COMPOUNDS = frozenset({"share", "Share", "stock", "Stock", "equity", "Equity"})
_COMPOUND_HEADS = frozenset({"gauges", "futures"})
_LAST = lazy(r"([\p{L}\p{N}][\p{L}\p{N}.&'+-]*)([ ]|,[ ]|[ ]and[ ])$")
_OF_COMPANIES = lazy(
    r"[ ](?:of|in)[ ](?P<what>(?:(?!the\b|its?\b|this\b"
    r"|that\b)[\p{Ll}\p{Lu}][\p{L}.&-]*[ ]){1,6}(?:companies|makers|firms|producers|lenders"
    r"|banks|retailers|airlines|miners|carmakers|automakers|chipmakers|exporters|developers"
    r"|insurers|operators))\b"
)
_STOCKS = frozenset(["stocks", "equities", "shares"])
_BONDS = frozenset(["treasuries", "treasurys", "bunds", "gilts", "jgbs"])
_INDICES = frozenset({"indices", "indexes", "gauges", "averages"})
_MODIFIER_LIMIT = 6
_MEASURED = lazy(
    r"(?<!(?!The[ ]|An?[ ])\b[\p{Lu}\d][\p{L}\d.&']*[ ])\b"
    r"(?:[Gg]auges?|[Ii]ndex|[Ii]ndexes|[Mm]easures?|[Bb]askets?|[Bb]arometers?)[ ](?:of|for)[ ]$",
    regex.REVERSE,
)
_ONE_MEASURE = lazy(r"\b(?:gauge|index|measure|basket|barometer)[ ]of[ ]$", regex.REVERSE)


def find_groups(clean: str, places: frozenset[str] = frozenset()) -> list[Group]:
    """Return the groups in a clean text, in order.

    Args:
        clean: the text.
        places: names of countries and cities, for "Shares in Australia".

    >>> [group.name for group in find_groups("Chinese tech stocks rose.")]
    ['Chinese tech stocks']
    """
    found: list[Group] = []
    words_here, spans = words_of(clean)
    for i in [i for i, word in enumerate(words_here) if word in _HEADS]:
        start, end = spans[i]
        if words_here[i] in _COMPOUND_HEADS and i and words_here[i - 1] in _COMPOUNDS:
            start = spans[i - 1][0]
        if not found or start >= found[-1].end:
            found.extend(_groups_at(clean, start, end, places))
    found += _rallying(clean, words_here, spans)
    return sorted([*found, *elsewhere(clean, found, places)])


def _rallying(
    clean: str, words_here: Sequence[str], spans: Sequence[tuple[int, int]]
) -> Iterator[Group]:
    """Yield groups that a noun of movement follows: "this year's U.S. stock rally"."""
    for i in [i for i, word in enumerate(words_here) if word in _MOVERS]:
        start, end = spans[i]
        if _MOVING.match(clean, end) is None:
            continue
        plural = _MOVERS[words_here[i]]
        first = _modifiers_start(clean, start, plural)
        if first == start and (
            plural == "stocks" or not _SOME.search(clean, max(0, start - _LOOK), start)
        ):
            continue  # "the stock rally", of one company
        kind: InstrumentKind = "bond" if plural == "bonds" else "group"
        yield Group(first, end, f"{clean[first:start]}{plural}", kind)


_SOME = lazy(r"\b(?:[Aa]n?|[Tt]he|[Gg]lobal|[Bb]rief|[Rr]ecent)[ ]$", regex.REVERSE)
_MOVERS = {"stock": "stocks", "equity": "equities", "bond": "bonds"}
_MOVING = lazy(
    r"(?:[ ]market)?[ ](?:rally|rout|selloff|sell-off|slump|rebound|plunge|crash|slide|losses"
    r"|comeback|bounce)\b"
)


def _groups_at(clean: str, start: int, end: int, places: frozenset[str]) -> list[Group]:
    head = clean[start:end].lower()
    if head in _BONDS:
        return _paper(clean, start, end)
    if head == "assets":
        return _risk_assets(clean, start, end)
    first = _modifiers_start(clean, start, head)
    if first < start:
        return _modified(clean, first, start, end)
    if head in _STOCKS and (of := _OF_COMPANIES.match(clean, end)):
        return [Group(of.start("what"), of.end("what"), of["what"], "group")]
    if _is_anothers(clean, start, head):
        return []
    return (
        placed(clean, start, end, places)
        or _bare(clean, start, end)
        or _told_apart(clean, start, end)
    )


def _is_anothers(clean: str, start: int, head: str) -> bool:
    """Whether another word says what futures they are: "Cocoa futures in New York"."""
    if opens_sentence(clean, start):
        return False
    before = clean[max(0, start - 24) : start].rpartition(" ")[0]
    word = before.rpartition(" ")[2].lower()
    return head in ("futures", "contracts") and word.isalpha() and word not in _SUBJECT_BEFORE


_MATURITY = lazy(r"(?:\d{1,2}|two|five|ten|thirty)-year[ ]$")
_RISK = lazy(r"\b(?:[Rr]isk|[Rr]iskier|[Hh]aven|[Rr]isky|emerging-market)[ ]$")


def _paper(clean: str, start: int, end: int) -> list[Group]:
    """Government bonds by their own name: "Treasuries", "bunds"; "10-year Treasuries" too."""
    before = _MATURITY.search(clean, max(0, start - 12), start)
    return [Group(before.start() if before else start, end, clean[start:end], "bond")]


def _risk_assets(clean: str, start: int, end: int) -> list[Group]:
    match = _RISK.search(clean, max(0, start - 16), start)
    if match is None:
        return []
    return [Group(match.start(), end, clean[match.start() : end], "group")]


@cache
def _sector_words() -> frozenset[str]:
    """Words that say which stocks: "SaaS", "video-game"."""
    adjectives = (word for row in read_rows("sectors") for word in row["adjectives"].split(";"))
    return frozenset(" ".join(adjectives).lower().split()) - {"and", "&", "to", "at"}


@cache
def _modifiers(head: str) -> frozenset[str]:
    """Words that may stand before a head noun, by what it is a noun for."""
    known = words("group_modifiers")
    if head in _STOCKS:
        return known | _sector_words()
    if head in _INDICES:
        return known | words("index_modifiers")
    return known | words("currency_modifiers") if head == "currencies" else known


def _modifiers_start(clean: str, start: int, head: str) -> int:
    """Where the places, sectors and sizes before a head noun begin."""
    known = _modifiers(head)
    first = start
    for _ in range(_MODIFIER_LIMIT):
        match = _LAST.search(clean, max(0, first - 28), first)
        if match is None:
            break
        word = match[1].lower().removesuffix("'s").removesuffix("'")
        if match[1][0].islower() and match[1].endswith("'s"):
            break  # "the chipmaker's shares" are one company's
        if word not in known and word.partition("-")[0] not in known:
            break
        if match[2] != " " and first == start:
            break
        first = match.start(1)
    return first


_AND = lazy(r",[ ]and[ ]|,[ ]|[ ]and[ ]")
_CAPITALS = lazy(r"\p{Lu}[\p{L}.-]*(?:[ ]\p{Lu}[\p{L}.-]*)*+")


def _modified(clean: str, first: int, start: int, end: int) -> list[Group]:
    """One group, or several where places are joined: "European and American stock futures"."""
    text = clean[first:start].strip()
    head = clean[start:end]
    if head.lower() == "shares" and text.lower() in _NO_GROUP:
        return []
    kind: InstrumentKind = "bond" if head.lower() == "bonds" else "group"
    parts = _AND.split(text)
    measured = _MEASURED.search(clean, max(0, first - _LOOK), first)
    opening = measured.start() if measured else first
    single = _ONE_MEASURE.search(clean, max(0, first - _LOOK), first)
    if len(parts) > 1 and all(map(_CAPITALS.match, parts)) and not single:
        return _joined(clean, opening, (first, end), parts, kind)
    return [Group(opening, end, clean[opening:end], kind)]


_LOOK = 40
_NO_GROUP = frozenset({"treasury", "the", "index", "bond", "small", "large", "big"})


def _joined(
    clean: str, opening: int, place: tuple[int, int], parts: list[str], kind: InstrumentKind
) -> list[Group]:
    """Groups by their places, with what they share put to each: "gauges of Tokyo and ..."."""
    at, end = place
    prefix = clean[opening:at]
    last = clean.index(parts[-1], at + sum(map(len, parts[:-1])))
    match = _CAPITALS.match(clean, last, end)
    shared = clean[match.end() if match else last : end]
    found: list[Group] = []
    for part in parts[:-1]:
        start = clean.index(part, at)
        at = start + len(part)
        found.append(Group(min(start, opening), at, f"{prefix}{part}{shared}", kind))
        opening = end
    return [*found, Group(last, end, prefix + clean[last:end], kind)]


def _bare(clean: str, start: int, end: int) -> list[Group]:
    """Bare "stocks" and "equities" as a subject: "Stocks fell", "sending equities lower"."""
    head = clean[start:end].lower()
    if head not in ("stocks", "equities", "bonds"):
        return []
    moved = moves(clean, end) or _SENT.match(clean, end) is not None
    if not moved or (start and clean[start - 1] == "-"):
        return []
    if head == "bonds" and "cents" in clean[end : end + _LOOK]:
        return []  # one company's: "Bonds fell to 85 cents on the dollar"
    before = clean[max(0, start - 24) : start].rstrip().rpartition(" ")[2].lower()
    if opens_sentence(clean, start) or before in _SUBJECT_BEFORE or before.endswith(","):
        return [Group(start, end, clean[start:end], "bond" if head == "bonds" else "group")]
    return []


def _told_apart(clean: str, start: int, end: int) -> list[Group]:
    """Stocks of a kind that no list has, opening a sentence: "Pet stocks climbed"."""
    match = _KIND.search(clean, max(0, start - _LOOK), start)
    if match is None or clean[start:end] not in ("stocks", "equities"):
        return []
    first = match.start()
    word = match["kind"].lower()
    if word in words("openers") or word in words("no_kind") or not opens_sentence(clean, first):
        return []
    return [Group(first, end, clean[first:end], "group")] if moves(clean, end) else []


_SENT = lazy(  # "could push stocks 1.5% to 2% higher"
    r"[ ](?:(?:as|much|up|to|about|by|nearly|almost|more|than)[ ]){0,3}\d[\d.]*(?:%|[ ]per[ ]?cent)"
    r"(?:[ ]to[ ]\d[\d.]*(?:%|[ ]per[ ]?cent))?[ ](?:higher|lower|up|down)\b"
)
_KIND = lazy(r"\b(?P<kind>\p{Lu}\p{Ll}{2,}(?:-\p{Ll}+)?)[ ]$", regex.REVERSE)
_SUBJECT_BEFORE = frozenset(
    [
        "as",
        "while",
        "and",
        "but",
        "when",
        "after",
        "before",
        "that",
        "if",
        "sent",
        "sending",
        "send",
        "push",
        "drive",
        "pull",
        "lift",
        "with",
        "pushed",
        "lifted",
        "although",
        "though",
        "since",
        "where",
        "whereas",
        "driving",
        "pushing",
        "lifting",
        "dragging",
        "the",
    ]
)
