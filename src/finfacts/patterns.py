"""Patterns that are compiled when they are first used.

The package holds hundreds of patterns and compiling them takes longer than reading many articles;
an article meets a part of them. ``lazy`` gives what ``regex.compile`` gives, later,
and from an earlier run where there was one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, AnyStr, cast

import ahocorasick_rs
import regex

from finfacts.compiled import compiled


class _Part:
    """A method of a pattern: compiles it at the first use, then stands in its ``__dict__``."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, owner: _Lazy, kind: type | None = None) -> Any:  # noqa: ANN401 - any of them
        compiled = owner.make()
        # Found there from now on, before this descriptor: no later call pays for laziness.
        owner.__dict__.update({name: getattr(compiled, name) for name in _PARTS})
        return owner.__dict__[self.name]


class _Lazy:
    """Stands for a compiled pattern until one of its methods is called."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make

    search = _Part()
    match = _Part()
    fullmatch = _Part()
    finditer = _Part()
    findall = _Part()
    sub = _Part()
    split = _Part()
    pattern = _Part()
    groupindex = _Part()


_PARTS = tuple(name for name, part in vars(_Lazy).items() if isinstance(part, _Part))


def lazy(text: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    r"""Return a pattern that ``regex.compile`` makes when it is first used.

    Args:
        text: the expression.
        flags: flags of ``regex``.

    >>> rise = lazy(r"(?P<verb>rose|fell) (?P<change>\d+%)", regex.IGNORECASE)
    >>> rise.search("Gold ROSE 3%")["change"]
    '3%'
    """
    return later(lambda: compiled(text, flags))


def later(make: Callable[[], regex.Pattern[AnyStr]]) -> regex.Pattern[AnyStr]:
    """Return a pattern that a function makes when it is first used, where its text takes work."""
    return cast("regex.Pattern[AnyStr]", _Lazy(make))


def any_of(*words: str) -> Callable[[str], bool]:
    """Return a test of whether a text holds any of some words, or parts of words.

    One pass over the text, several times as quick as a pattern: for what stands in whatever a
    pattern matches, so that most texts need not be searched with the pattern.

    Args:
        words: as they stand in the text, capitals and all.

    >>> speaks_of_oil = any_of("crude", "barrel")
    >>> speaks_of_oil("two million barrels"), speaks_of_oil("Gold rose.")
    (True, False)
    """
    automaton = ahocorasick_rs.AhoCorasick(words)
    return lambda text: bool(automaton.find_matches_as_indexes(text))


def matches_at(
    pattern: regex.Pattern[str], text: str, places: Iterable[int], end: int | None = None
) -> Iterator[regex.Match[str]]:
    """Yield the matches of a pattern that begin at given places, none overlapping another.

    Args:
        pattern: tried nowhere else, which is quicker than trying it everywhere.
        text: read up to ``end``.
        places: where a match may begin, in order.
        end: where the text ends for the pattern; None for its own end.

    >>> [match[0] for match in matches_at(lazy("to ?day"), "today, to day", [0, 2, 7])]
    ['today', 'to day']
    """
    done = 0
    for at in places:
        match = pattern.match(text, at, end) if at >= done else None
        if match is not None:
            yield match
            done = match.end()
