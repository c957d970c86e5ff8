"""Where an expression stands: an atom is a form with its offsets, a site a trigger word."""

from __future__ import annotations

from typing import NamedTuple

from finfacts.mentions.dates.forms import Form

# Characters that an expression may reach on, and back, from where it is tried. A bound keeps
# every attempt to a constant cost: the regex engine looks for a pattern's rarest literal as far
# as it may.
REACH = 120
REACH_BACK = 72


class Atom(NamedTuple):
    """A form and where it stands: ``clean[start:end]``."""

    start: int
    end: int
    form: Form


class Site(NamedTuple):
    """A trigger word in a text, and the offset that no expression may reach back over."""

    text: str
    lower: str
    start: int
    end: int
    floor: int
