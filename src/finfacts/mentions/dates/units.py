"""Expressions around a unit of time: "last week", "third quarter", "52-week", "a year ago"."""

from __future__ import annotations

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates import vocabulary as words
from finfacts.mentions.dates.atoms import REACH, Atom, Site
from finfacts.mentions.dates.calendar_units import BARE_READERS, CALENDAR_READERS, FIRST_READERS
from finfacts.mentions.dates.lengths import LENGTH_READERS
from finfacts.mentions.dates.quarters import QUARTER_READERS
from finfacts.mentions.dates.unit_words import Readers
from finfacts.patterns import lazy

_LEFT = frozenset((*words.NUMBERS, *words.ORDINALS, *words.OFFSETS, *words.BEFORE_UNITS))
_BLANKS = " \n-"
_MOST_WORDS = 8


def read_unit(site: Site) -> Atom | None:
    """Return the expression that the unit at the site belongs to, None where it is just a word."""
    starts = _starts(site)
    for start in starts:
        atom = _read_at(site, start, _READERS)
        if atom is not None:
            return atom
    return next(filter(None, (_read_at(site, start, BARE_READERS) for start in starts)), None)


def _read_at(site: Site, start: int, readers: Readers) -> Atom | None:
    for pattern, parse in readers:
        match = pattern.match(site.text, start, start + REACH)
        if match is None or match.end("unit") < site.end:
            continue
        form = parse(match, site)
        if form is not None:
            return _trimmed(match, form)
    return None


def _trimmed(match: regex.Match[str], form: f.Form) -> Atom:
    """Leave prepositions that only helped to decide out of the span."""
    start = match.start()
    groups = match.groupdict()
    for name in ("for", "approx") if isinstance(form, f.Shift) else ("for", "in", "approx"):
        if groups.get(name) and match.start(name) == start:
            start = match.end(name)
    return Atom(start, match.end(), form)


def _starts(site: Site) -> list[int]:
    """Return where an expression may begin, leftmost first: words that can stand before a unit."""
    starts = [site.start]
    lower, at = site.lower, site.start
    while at > site.floor and lower[at - 1] in _BLANKS and len(starts) < _MOST_WORDS:
        at -= 1
        while at > site.floor and lower[at - 1] in _BLANKS:
            at -= 1
        end = at
        while at > site.floor and (lower[at - 1].isalnum() or lower[at - 1] in "./"):
            at -= 1
        word = lower[at:end]
        if not word or not (word in _LEFT or word[0].isdigit()):
            break
        if at and lower[at - 1] in ",$" and word[0].isdigit():
            break  # "1,202 days" goes on to the left
        starts.append(at)
    starts.reverse()
    return starts


_READERS: Readers = (*FIRST_READERS, *QUARTER_READERS, *CALENDAR_READERS, *LENGTH_READERS)

_WEEKLY = lazy(
    r"""
    weekly\s(?:percentage\s|point\s|back-to-back\s)?
    (?:gain|loss|drop|decline|advance|rise|fall|rally|slide|slump|retreat|climb|jump|increase|rout
      |decrease|tumble|plunge|surge|dip|losses|gains)\b
    (?!\s(?:in|of|for)\s\p{Ll})
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_COUNTED = lazy(r"(?r)\b(?:\w+th|second|third|straight|consecutive|successive|running)\s")
_RUNS = lazy(
    r"(?r)\b(?:track|course|pace|head(?:ed|ing|s)?|set|poised|bound)\s(?:for|to)\s[^.,;]{0,40}",
    regex.I,
)


def read_weekly(site: Site) -> Atom | None:
    """Read "its biggest weekly gain": the week of the article, where no run of them is told."""
    atom = read_unit(site)
    counted = _COUNTED.match(site.lower, site.floor, site.start)
    if counted or _WEEKLY.match(site.text, site.start, site.start + REACH) is None:
        return atom
    runs = _RUNS.match(site.text, site.floor, site.start) is not None
    return Atom(site.start, site.end, f.Weekly(runs=runs))
