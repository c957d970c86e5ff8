"""A sentence with what was found in it: tokens, instruments, quantities, periods, people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from finfacts.language.passage import Passage
from finfacts.language.tokens import Token, tokens
from finfacts.mentions.sessions import SessionSpan
from finfacts.values import (
    Brokerage,
    Instrument,
    Period,
    Person,
    Quantity,
    SentimentLabel,
    Span,
)


class Found(NamedTuple):
    """All mentions of one passage, each list sorted by start."""

    instruments: Sequence[Instrument] = ()
    quantities: Sequence[Quantity] = ()
    periods: Sequence[Period] = ()
    sessions: Sequence[SessionSpan] = ()
    brokerages: Sequence[Brokerage] = ()
    people: Sequence[Person] = ()
    labels: Sequence[SentimentLabel] = ()


@dataclass(frozen=True)
class Sentence:
    """One sentence of a passage and its mentions."""

    passage: Passage
    start: int
    end: int
    found: Found

    @cached_property
    def tokens(self) -> list[Token]:
        """The sentence's tokens; offsets count in the passage."""
        return tokens(self.passage.clean, self.start, self.end)

    @cached_property
    def clean(self) -> str:
        """The sentence's own words, in plain characters."""
        return self.passage.clean[self.start : self.end]

    @cached_property
    def lower(self) -> str:
        """``clean`` in small letters, same length."""
        return self.passage.lower[self.start : self.end]

    @cached_property
    def span(self) -> Span:
        """The sentence as a span."""
        return self.passage.span(self.start, self.end)


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_T = TypeVar("_T")


def read_sentences(passage: Passage, found: Found) -> list[Sentence]:
    """Return the sentences of a passage, each with the mentions that start in it."""
    bounds = passage.sentences
    spread = (
        _bucket(found.instruments, bounds, _start),
        _bucket(found.quantities, bounds, _start),
        _bucket(found.periods, bounds, _start),
        _bucket(found.sessions, bounds, lambda session: session.start),
        _bucket(found.brokerages, bounds, _start),
        _bucket(found.people, bounds, _start),
        _bucket(found.labels, bounds, _start),
    )
    return [
        Sentence(passage, start, end, Found(*parts))
        for (start, end), parts in zip(bounds, zip(*spread, strict=True), strict=True)
    ]


def _start(value: _Spanned) -> int:
    return value.span.start


def _bucket(
    values: Sequence[_T], bounds: Sequence[tuple[int, int]], start: Callable[[_T], int]
) -> Sequence[Sequence[_T]]:
    """Deal sorted values out to the sentences they start in, each value touched once."""
    if not values:
        return [()] * len(bounds)
    buckets: list[list[_T]] = [[] for _ in bounds]
    at = 0
    for value in values:
        position = start(value)
        while at < len(bounds) and bounds[at][1] <= position:
            at += 1
        if at < len(bounds) and bounds[at][0] <= position:
            buckets[at].append(value)
    return buckets
