"""Groups by place: "Stocks in Asia", "shares fell in Tokyo and Seoul", "those in Sydney"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from finfacts.patterns import lazy
from finfacts.values import InstrumentKind


class Group(NamedTuple):
    """A group at a place, by its own words."""

    start: int
    end: int
    name: str
    kind: InstrumentKind


_PLACE = r"(?P<place>\p{Lu}[\p{L}.]+(?:[ ]\p{Lu}[\p{L}.]+){0,2})"
_PLACES = rf"[ ]in[ ]{_PLACE}(?:(?:,[ ]and[ ]|,[ ]|[ ]and[ ]){_PLACE}){{0,4}}"
_IN_PLACE = lazy(
    r"(?P<verb>[ ](?:rose|fell|retreated|advanced|gained|slipped|climbed|dropped|declined|rallied"
    rf"|slid|edged[ ]\w+|were[ ][\w ]{{3,15}}))?{_PLACES}"
)
_ELSEWHERE = lazy(
    r"\b(?:those|with[ ](?:\p{Ll}+[ ]){0,3}(?:gains|losses|declines|advances|drops|retreats"
    rf"|rallies)){_PLACES}"
)
_HEAD = lazy(r"\b(?:stocks|shares|equities|bonds|futures|contracts)\b", regex.IGNORECASE)


def placed(clean: str, start: int, end: int, places: frozenset[str]) -> list[Group]:
    """Return the groups of a head noun by its places, one for each.

    Where a verb stands between, the first has the span of the head: "[shares] fell in Tokyo and
    [Seoul]".
    """
    match = _IN_PLACE.match(clean, end)
    spans = _known(clean, match, places) if match else []
    if match is None or not spans:
        return []
    head = clean[start:end]
    stop = end if match["verb"] else spans[0][1]
    first = Group(start, stop, f"{head} in {clean[slice(*spans[0])]}", "group")
    return [first, *_in(clean, head, spans[1:])]


def elsewhere(clean: str, found: Sequence[Group], places: frozenset[str]) -> Iterator[Group]:
    """Yield the groups that a sentence only names by place: "fell, with losses in Sydney".

    Args:
        clean: the text.
        found: the groups that have their own nouns, in order.
        places: names of countries and cities.
    """
    for match in _ELSEWHERE.finditer(clean) if found else ():
        before = [group for group in found if group.end <= match.start()]
        if before and ". " not in clean[before[-1].end : match.start()]:
            heads = _HEAD.findall(before[-1].name)
            spans = _known(clean, match, places)
            if heads and spans:
                first, *others = _in(clean, heads[-1].lower(), spans)
                those = clean.startswith("those", match.start())
                yield first._replace(start=match.start()) if those else first
                yield from others


def _known(clean: str, match: regex.Match[str], places: frozenset[str]) -> list[tuple[int, int]]:
    """The places of a list, up to one that is none: "in Tokyo Monday" is in Tokyo."""
    known: list[tuple[int, int]] = []
    for start, end in match.spans("place"):
        words = clean[start:end].rstrip(".") if clean[start:end] not in places else clean[start:end]
        while words and words not in places:
            words = words.rpartition(" ")[0]
        if not words:
            break
        known.append((start, start + len(words)))
    return known


def _in(clean: str, head: str, spans: Sequence[tuple[int, int]]) -> Iterator[Group]:
    for start, end in spans:
        yield Group(start, end, f"{head} in {clean[start:end]}", "group")
