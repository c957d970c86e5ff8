"""Groups of stocks and bonds: "Chinese tech stocks", "Shares in Australia", "risk assets".

A group is a head noun ("stocks", "equities", "futures") with the places, sectors and sizes before
it, or with a place after it. A bare "stocks" is one where it is a clause's subject.
"""

from __future__ import annotations

from typing import NamedTuple

from finfacts.mentions.instruments.cues import moves, opens_sentence, words
from finfacts.mentions.instruments.names import words_of
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
    )
    for form in (word, word.capitalize(), word.upper())
) | {"assets", "JGBs"}
_COMPOUNDS = frozenset({"share", "Share", "stock", "Stock", "equity", "Equity"})
_COMPOUND_HEADS = frozenset({"gauges", "futures"})
_LAST = lazy(r"([\p{L}\p{N}][\p{L}\p{N}.&'+-]*)([ ]|,[ ]|[ ]and[ ])$")
_PLACE = r"\p{Lu}[\p{L}.]+(?:[ ]\p{Lu}[\p{L}.]+){0,2}"
_IN_PLACE = lazy(
    rf"(?:[ ](?:rose|fell|retreated|advanced|gained|slipped|climbed|dropped|declined"
    rf"|edged[ ]\w+|were[ ][\w ]{{3,15}}))?"
    rf"[ ]in[ ](?P<first>{_PLACE})(?:(?P<glue>[ ]and[ ]|,[ ])(?P<second>{_PLACE}))?"
)
_OF_COMPANIES = lazy(
    r"[ ]of[ ](?P<what>(?:(?!the\b|its?\b|this\b"
    r"|that\b)[\p{Ll}\p{Lu}][\p{L}.&-]*[ ]){1,6}(?:companies|makers|firms|producers|lenders"
    r"|banks|retailers|airlines|miners|carmakers|automakers|chipmakers|exporters|developers"
    r"|insurers|operators))\b"
)
_STOCKS = frozenset(["stocks", "equities", "shares"])
_BONDS = frozenset(["treasuries", "treasurys", "bunds", "gilts", "jgbs"])
_MODIFIER_LIMIT = 6


class Group(NamedTuple):
    """A group at a place, by its own words."""

    start: int
    end: int
    name: str
    kind: InstrumentKind


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
    return found


def _groups_at(clean: str, start: int, end: int, places: frozenset[str]) -> list[Group]:
    head = clean[start:end].lower()
    if head in _BONDS:
        return _paper(clean, start, end)
    if head == "assets":
        return _risk_assets(clean, start, end)
    first = _modifiers_start(clean, start)
    if first < start:
        return _modified(clean, first, start, end)
    if head in _STOCKS and (of := _OF_COMPANIES.match(clean, end)):
        return [Group(of.start("what"), of.end("what"), of["what"], "group")]
    return _placed(clean, start, end, places) or _bare(clean, start, end)


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


def _modifiers_start(clean: str, start: int) -> int:
    """Where the places, sectors and sizes before a head noun begin."""
    known = words("group_modifiers")
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


def _modified(clean: str, first: int, start: int, end: int) -> list[Group]:
    """One group, or two where places are joined: "European and American stock futures"."""
    text = clean[first:start].strip()
    head = clean[start:end]
    if head.lower() in ("bonds", "contracts", "indices", "indexes", "gauges") and not text:
        return []
    kind: InstrumentKind = "bond" if head.lower() == "bonds" else "group"
    left, glue, right = text.partition(" and ")
    if glue and " " not in left and left[:1].isupper() and right[:1].isupper():
        shared = right.partition(" ")[2]
        tail = f"{shared} {head}" if shared else head
        second = first + len(left) + len(glue)
        return [
            Group(first, first + len(left), f"{left} {tail}", kind),
            Group(second, end, clean[second:end], kind),
        ]
    if head.lower() == "shares" and text.lower() in (
        "treasury",
        "the",
        "index",
        "bond",
        "small",
        "large",
        "big",
    ):
        return []
    return [Group(first, end, clean[first:end], kind)]


def _placed(clean: str, start: int, end: int, places: frozenset[str]) -> list[Group]:
    """Groups by place: "Stocks in Asia", "Share gauges in Tokyo and Hong Kong"."""
    head = clean[start:end]
    match = _IN_PLACE.match(clean, end)
    if match is None or match["first"] not in places:
        return []
    plain = clean[end : end + 4] == " in "
    stop = match.end("first") if plain else end
    found = [Group(start, stop, f"{head} in {match['first']}", "group")]
    if plain and match["second"] and match["second"] in places:
        found.append(
            Group(
                match.start("second"), match.end("second"), f"{head} in {match['second']}", "group"
            )
        )
    return found


def _bare(clean: str, start: int, end: int) -> list[Group]:
    """Bare "stocks" and "equities" as a subject: "Stocks fell", "sending equities lower"."""
    if clean[start:end].lower() not in ("stocks", "equities"):
        return []
    if not moves(clean, end) or (start and clean[start - 1] == "-"):
        return []
    before = clean[max(0, start - 24) : start].rstrip().rpartition(" ")[2].lower()
    if opens_sentence(clean, start) or before in _SUBJECT_BEFORE or before.endswith(","):
        return [Group(start, end, clean[start:end], "group")]
    return []


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
        "with",
        "pushed",
        "lifted",
        "although",
        "though",
        "since",
        "the",
    ]
)
