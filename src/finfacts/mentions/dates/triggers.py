"""The words every date expression holds one of, found in one pass: "Monday", "quarter", "2026".

An automaton goes over the text once; whole words alone count. Each word has a kind, and a kind
has the readers that try it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import ahocorasick_rs

from finfacts.mentions.dates import vocabulary as words

_YEARS = range(1900, 2100)


class Trigger(NamedTuple):
    """A trigger word in the text and the kind of expression that it may be part of."""

    kind: str
    start: int
    end: int


def _ordinals() -> Iterator[tuple[int, str]]:
    for day in range(1, 32):
        last = 0 if day in (11, 12, 13) else day % 10
        yield day, {1: "st", 2: "nd", 3: "rd"}.get(last, "th")


def _kinds() -> dict[str, str]:
    kinds = dict.fromkeys((*words.UNITS, *words.ADJECTIVES), "unit")
    kinds |= dict.fromkeys(words.WEEKDAYS, "weekday") | dict.fromkeys(
        words.SHORT_WEEKDAYS, "weekday"
    )
    kinds |= dict.fromkeys(words.MONTHS, "month") | dict.fromkeys(words.TODAY, "today")
    kinds |= dict.fromkeys(("morning", "afternoon", "evening", "night"), "part")
    kinds |= dict.fromkeys(words.SEASONS, "season")
    kinds |= {f"q{n}": "quarter" for n in range(1, 5)} | {f"{n}q": "quarter" for n in range(1, 5)}
    kinds |= {f"h{n}": "quarter" for n in (1, 2)} | {f"{n}h": "quarter" for n in (1, 2)}
    kinds |= dict.fromkeys(("fy", "fiscal", "f20", "cy"), "fiscal")
    kinds |= dict.fromkeys(("ytd", "year-to-date"), "todate")
    kinds |= dict.fromkeys(
        ("a.m.", "p.m.", "am", "pm", "a.m", "p.m", "gmt", "utc", "cet", "cest"), "clock"
    )
    kinds |= {name: "holiday" for rule in words.HOLIDAYS for name in rule["names"]}
    kinds |= {str(year): "year" for year in _YEARS} | {f"{year}s": "decade" for year in _YEARS}
    kinds |= dict.fromkeys(("multi-year", "multiyear", "multi-month"), "multi")
    kinds |= {f"{day}{suffix}": "ordinal" for day, suffix in _ordinals()}
    kinds["now"] = "now"
    kinds["weekly"] = "weekly"
    kinds["/"] = "slash"
    return kinds


_KINDS = _kinds()
_PATTERNS = list(_KINDS)
_BY_INDEX = [_KINDS[pattern] for pattern in _PATTERNS]
# These may touch digits and, where they are short, letters: their readers look for themselves.
_FREE = [kind in ("slash", "fiscal", "quarter", "clock", "month") for kind in _BY_INDEX]
_AUTOMATON = ahocorasick_rs.AhoCorasick(
    _PATTERNS, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
)


def triggers(lower: str) -> Iterator[Trigger]:
    """Yield the trigger words of a lower-case text in order, words cut short left out."""
    size = len(lower)
    for index, start, end in _AUTOMATON.find_matches_as_indexes(lower):
        before = lower[start - 1] if start else " "
        after = lower[end] if end < size else " "
        if _is_cut(before, after, free=_FREE[index]):
            continue
        yield Trigger(_BY_INDEX[index], start, end)


def _is_cut(before: str, after: str, *, free: bool) -> bool:
    """Whether the word goes on beyond the match; digits may touch "9am", "Dec31", "Q2FY22"."""
    if before.isalpha() or (after.isalpha() and not free):
        return True
    return not free and (before.isdigit() or after.isdigit())
