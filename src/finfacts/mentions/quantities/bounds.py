"""How words before an amount bound it: "more than", "as much as", "just under", "nearly"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from finfacts.lexicons.units import comparators
from finfacts.values import Comparator

_TABLE = comparators()
_BEFORE = _TABLE.before
_LAST = _TABLE.last_words
_VERBS = _TABLE.verbs
_NOT_OVER = _TABLE.not_over
BOUND_WORDS = frozenset(word for phrase in _BEFORE for word in phrase.split()) - {"top", "past"}
_LONGEST = 4
_STRIP = "(\"'[-"
_RESPECTIVELY = regex.compile(r"[^.;\n]{0,80}?\brespectively\b")


def comparator_before(
    clean: str, start: int, words: Sequence[str]
) -> tuple[int, Comparator | None]:
    """Return where the comparator starts and what it says, or ``start`` and None."""
    if clean[start] == "~":
        return start, "about"
    if not words:
        return start, None
    lower = [word.lower() for word in words[-_LONGEST - 1 :]]
    last = lower[-1].lstrip(_STRIP)
    if last not in _LAST:
        return start, _VERBS.get(last)
    for size in range(min(_LONGEST, len(lower)), 0, -1):
        first = lower[-size].lstrip(_STRIP)
        phrase = " ".join([first, *lower[len(lower) - size + 1 :]])
        found = _BEFORE.get(phrase)
        if found is None:
            continue
        if found == "over" and size == 1 and len(lower) > 1 and lower[-2].strip(",") in _NOT_OVER:
            return start, None
        return _place(clean, start, words[-size:]), found
    return start, None


def _place(clean: str, start: int, words: Sequence[str]) -> int:
    """Return where the words that stand before ``start`` begin."""
    at = start
    for word in reversed(words):
        at = clean.rindex(word, 0, at)
    return at + len(words[0]) - len(words[0].lstrip(_STRIP))


def says_respectively(clean: str, end: int) -> bool:
    """Whether a list that ends there is told apart by "respectively"."""
    return _RESPECTIVELY.match(clean, end) is not None
