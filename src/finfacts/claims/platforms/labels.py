"""Labels and what they were: "'bullish' from 'neutral'", "had been 'low', turned 'high'"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from finfacts.claims.platforms.reading import Reading
from finfacts.claims.tape import pattern
from finfacts.values import Instrument


class Told(NamedTuple):
    """One label: items of it, of the label before it, and of where the words about it end."""

    now: int
    prior: int | None
    low: int
    last: int
    aside: bool


@cache
def _rule(label: str, other: str) -> regex.Pattern[str]:
    gap = f"[^{label} {other} SEMICOLON INSTRUMENT]"
    return pattern(f"""
        (?: FROM (?P<prior>{label}) {gap}{{0,8}} TO (?P<now>{label})
          | (?P<aside> COMMA (?:REL AUX?|AT) ) (?P<prior>{label}) {gap}{{0,8}}
              COMMA [^{label} {other} SEMICOLON INSTRUMENT AND]{{1,6}} (?P<now>{label})
          | (?P<now>{label}) (?: [^{label} {other} SEMICOLON INSTRUMENT CLAUSE AND]{{0,16}}?
              (?:FROM|AGAINST) {gap}{{0,3}} (?P<prior>{label}) )? )
    """)


@cache
def _listed(label: str) -> regex.Pattern[str]:
    return pattern(f"{label} (?: COMMA {label} )* COMMA? AND {label}")


def find_told(reading: Reading, label: str, other: str) -> Iterator[Told]:
    """Yield each label of one kind with the one it had before.

    Args:
        reading: the sentence.
        label: tag of the kind wanted.
        other: tag of the other kind.
    """
    low = 0
    for match in _rule(label, other).finditer(reading.tape.tags):
        prior = match.start("prior") if match["prior"] else None
        yield Told(match.start("now"), prior, low, match.end(), match["aside"] is not None)
        low = match.end()


def find_listed(
    reading: Reading, label: str, before: int | None = None
) -> tuple[list[int], list[Instrument]] | None:
    """Return the labels and subjects of "A, B and C were 'x', 'y' and 'z', respectively"."""
    match = _listed(label).search(reading.tape.tags)
    if match is None:
        return None
    spots = [at for at in range(*match.span()) if reading.items[at].tag == label]
    named = [
        item.value
        for item in reading.items[: before or match.start()]
        if isinstance(item.value, Instrument)
    ]
    subjects = list({value.symbol or value.name: value for value in named}.values())
    return (spots, subjects) if len(spots) == len(subjects) else None
