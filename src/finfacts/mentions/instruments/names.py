"""Where names of the lexicon stand in a text: "Boeing Co.", "the S&P 500 Index", "spot gold".

A name is found by its first word; the longest form that ends at a word's end wins. Whether it
means the traded thing is for ``linking`` to say.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from finfacts.lexicons.instruments import Lexicon

_WORD = re.compile(r"[^\W_]+")
_LEGAL = regex.compile(
    r"""
    ,?\ (?: (?:Group|Holdings?|Hldgs?|Corporation|Company|Bancorp)\b (?:,?\ )? )?
    (?: (?:Inc|Corp|Co|Cos|Ltd|Plc|plc|PLC|LLC|LLP|N\.V|NV|S\.A|SA|SE|AG|A/S|AB|ASA|Oyj|SpA|S\.p\.A
        |Limited|Incorporated|KGaA|Pte|Bhd|Tbk)\b\.? )
    | \ (?:Group|Holdings?|Corporation|Company)\b
    """,
    regex.VERBOSE,
)
_BEFORE = frozenset("@#_\\")
_GLUE = frozenset("-&+")


class Hit(NamedTuple):
    """A form of the lexicon at a place in a text; ``suffix`` where "Inc." and the like follow."""

    start: int
    end: int
    form: str
    suffix: bool


def find_hits(clean: str, lexicon: Lexicon) -> list[Hit]:
    """Return the names in a clean text, in order, none overlapping.

    >>> from finfacts.lexicons.instruments import load_lexicon
    >>> [hit.form for hit in find_hits("Boeing Co. and Airbus fell.", load_lexicon())]
    ['Boeing', 'Airbus']
    """
    starts = lexicon.starts
    hits: list[Hit] = []
    done = 0
    for match in _WORD.finditer(clean):
        forms = starts.get(match[0])
        if forms is None or (start := match.start()) < done:
            continue
        hit = _longest(clean, start, forms)
        if hit is not None:
            hits.append(hit)
            done = hit.end
    return hits


def _longest(clean: str, start: int, forms: list[str]) -> Hit | None:
    """The longest of the forms that stands at ``start`` as a whole word."""
    if start and not _opens(clean, start):
        return None
    for form in forms:
        if clean.startswith(form, start):
            end = start + len(form)
            if _ends(clean, end):
                legal = _LEGAL.match(clean, end)
                return Hit(start, legal.end() if legal else end, form, suffix=legal is not None)
    return None


def _opens(clean: str, start: int) -> bool:
    before = clean[start - 1]
    if before in _BEFORE:
        return False
    if before == ".":
        return clean[start].isupper()
    if before in _GLUE:
        return start < 2 or not clean[start - 2].isalnum()  # noqa: PLR2004 - the character before
    return True


def _ends(clean: str, end: int) -> bool:
    """Whether a word ends here: not in "Apple-owned", "Booking.com", "AT&T"."""
    after = clean[end : end + 2]
    if not after:
        return True
    if after[0].isalnum() or after[0] == "_":
        return False
    return not (after[0] in "-&@.+" and len(after) > 1 and after[1].isalnum())
