"""How words before an amount bound it: "more than", "as much as", "just under", "nearly"."""

from __future__ import annotations

from collections.abc import Sequence

from finfacts.lexicons.cues import load_cues
from finfacts.lexicons.units import comparators
from finfacts.patterns import lazy
from finfacts.values import Comparator

_TABLE = comparators()
_BEFORE = _TABLE.before
_LAST = _TABLE.last_words
_VERBS = _TABLE.verbs
_NOT_OVER = _TABLE.not_over
_PLAIN_WORDS = frozenset(
    ["top", "past", "a", "in", "of", "the", "to", "on", "order", "region", "up"]
)
BOUND_WORDS = frozenset(word for phrase in _BEFORE for word in phrase.split()) - _PLAIN_WORDS
_NOT_ABOUT = _TABLE.not_about
_MARKS = _TABLE.marks
_MARK = lazy(r"[- ](?:point[ ]|a[ ]barrel[ ])?(?P<mark>[a-z]+)")
_SIDES = frozenset(["above", "below", "under", "over", "beneath"])
_RISES = frozenset(
    word
    for word, entries in load_cues("moves").items()
    if any(e.rest[:1] in ((), ("up",)) and e.cue.tag.startswith("MOVE") for e in entries)
)
_LONGEST = 4
_STRIP = "(\"'[-,"
_RESPECTIVELY = lazy(r"[^.;\n]{0,80}?\brespectively\b")


def comparator_before(
    clean: str, start: int, end: int, words: Sequence[str]
) -> tuple[int, Comparator | None]:
    """Return where the comparator of ``clean[start:end]`` starts and what it says, or None."""
    if clean[start] == "~" or not words:
        return start, "about" if clean[start] == "~" else None
    lower = [word.lower().strip(_STRIP) for word in words]
    if lower[-1] == "the":
        return start, _over_mark(clean, end, lower)
    if lower[-1] not in _LAST:
        return start, _VERBS.get(lower[-1])
    return _longest(clean, start, words, lower)


def _longest(
    clean: str, start: int, words: Sequence[str], lower: Sequence[str]
) -> tuple[int, Comparator | None]:
    """Return the longest phrase that the words before end in: "little more than"."""
    for size in range(min(_LONGEST, len(lower)), 0, -1):
        phrase = " ".join(lower[len(lower) - size :])
        if phrase in _BEFORE:
            before = lower[-size - 1] if len(lower) > size else ""
            if _is_other_sense(phrase, before):
                return start, None
            return _place(clean, start, words[-size:]), _BEFORE[phrase]
    return start, None


def _over_mark(clean: str, end: int, lower: Sequence[str]) -> Comparator | None:
    """Read "above the 5,000 mark"; "above the 2.9% consensus" only compares."""
    before = lower[-2] if len(lower) > 1 else ""
    match = _MARK.match(clean, end)
    if not match or match["mark"] not in _MARKS:
        return None
    return _BEFORE.get(before) if before in _SIDES else _VERBS.get(before)


def _is_other_sense(phrase: str, before: str) -> bool:
    """Whether the phrase bounds nothing: "edged up to", "a dispute over", "talks about a"."""
    if phrase == "up to":
        return before in _RISES
    if phrase == "over":
        return before in _NOT_OVER
    return phrase in ("about", "about a") and before in _NOT_ABOUT


def _place(clean: str, start: int, words: Sequence[str]) -> int:
    """Return where the words that stand before ``start`` begin."""
    at = start
    for word in reversed(words):
        at = clean.rindex(word, 0, at)
    return at + len(words[0]) - len(words[0].lstrip(_STRIP))


def says_respectively(clean: str, end: int) -> bool:
    """Whether a list that ends there is told apart by "respectively"."""
    return _RESPECTIVELY.match(clean, end) is not None
