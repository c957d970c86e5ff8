"""Whether a unit word means its unit: "12 times earnings", not "3 times since"; "5 pounds of"."""

from __future__ import annotations

from finfacts.lexicons.units import word_set
from finfacts.mentions.quantities.bounds import BOUND_WORDS
from finfacts.mentions.quantities.counts import is_year
from finfacts.mentions.quantities.heads import Head, is_named
from finfacts.mentions.quantities.tails import Tail
from finfacts.patterns import lazy

_CUES_AFTER = word_set("multiple_cues", "after")
_CUES_BEFORE = word_set("multiple_cues", "before")
_NEVER_AFTER = word_set("multiple_cues", "never_after")
_NO_POINTS = word_set("point_nouns", "words")
_MONEY = lazy(
    r"[£€]|\bGBP\b|\b(?:pence|sterling|Brit\w+|U\.?K\.?|London|cost\w*|worth|price\w*|pa(?:y|id|ys|ying)"
    r"|fine\w*|shares?|sold|s[ae]les?|revenue|profits?|loss\w*|valued?|bid|offer\w*|fund\w*|debt|deal"
    r"|invest\w*|earn\w*|budget|bonus|salar\w+|dividend|compensation|fees?|spen[dt]\w*)\b"
)
_LINES = word_set("models", "lines")
_PRICES = frozenset(["to", "target", "from", "of", "by", "price"])
_COMMODITIES = word_set("commodities", "words")
_MILLIONS = 6
_NEAR = 80


def is_unit_meant(clean: str, text: str, head: Head, tail: Tail) -> bool:
    """Whether the unit after the digits or words ``text`` is meant as one."""
    unit = tail.unit_words
    check = _CHECKS.get(unit)
    if check:
        return check(clean, text, head, tail)
    if tail.counted and tail.counted.unit in ("share", "index_point") and tail.power is None:
        return not (is_year(text) or (_is_whole(text) and is_named(head.words)))
    return True


def _is_whole(text: str) -> bool:
    return "," not in text and "." not in text


def _rest(tail: Tail) -> list[str]:
    """Return the lower-case words after the unit."""
    return tail.following.lower[len(tail.unit_words.split()) :]


def is_factor(words: list[str]) -> bool:
    """Whether the number after these words is a factor: "by a factor of nearly three"."""
    lower = [word.lower() for word in words if word.lower() not in BOUND_WORDS]
    return lower[-2:] == ["factor", "of"] or (lower[-1:] == ["factor"] and words[-1] == "of")


def _times(clean: str, text: str, head: Head, tail: Tail) -> bool:
    """Whether "times" multiplies: "33.6 times earnings", "trades at 12 times"."""
    del clean
    rest = _rest(tail)
    if rest and rest[0] in _CUES_AFTER and rest[:2] != ["over", "the"]:
        return True
    if "." in text:
        return True
    before = head.words[-1].lower() if head.words else ""
    return before in _CUES_BEFORE and text[:1].isdigit() and not (rest and rest[0] in _NEVER_AFTER)


def _pounds(clean: str, text: str, head: Head, tail: Tail) -> bool:
    """Whether "pounds" are money: "500,000 pounds for the site", not "500 pounds of lobster"."""
    del text
    rest = _rest(tail)
    if rest and rest[0] in ("per", "heavier", "lighter"):
        return False
    large = tail.power is not None and tail.power >= _MILLIONS
    if rest[:1] == ["of"]:
        return large and _COMMODITIES.isdisjoint(rest[1:4])
    if large:
        return True
    near = clean[max(0, head.start - _NEAR) : tail.end + _NEAR]
    return _MONEY.search(near) is not None


def _won(clean: str, text: str, head: Head, tail: Tail) -> bool:
    """Whether "won" is money: "2.4 trillion won", not "the 5 won a"."""
    del clean, head
    rest = _rest(tail)
    return tail.power is not None or ("," in text and not (rest and rest[0] in ("the", "a", "by")))


def _point(clean: str, text: str, head: Head, tail: Tail) -> bool:
    """Whether "point" is one of an index: "an 880-point range", not "a 10-point plan"."""
    del clean
    rest = _rest(tail)
    if rest and rest[0] in _NO_POINTS:
        return False
    if text == "one" and head.words and head.words[-1].lower() == "at":
        return False  # "at one point"
    return not (is_year(text) or (_is_whole(text) and is_named(head.words)))


def _cent(clean: str, text: str, head: Head, tail: Tail) -> bool:
    """Whether "cent" is money: "a 12-cent dividend", not "50 Cent"."""
    del clean, text, head
    return "Cent" not in tail.following.raw[:1]


def _pence(clean: str, text: str, head: Head, tail: Tail) -> bool:
    """Whether a letter is pence or cents: "34p", "81c", not "6p.m.", "Plan 5 c"."""
    if tail.following.raw[0] != tail.unit_words:
        return False
    if text in _LINES and (head.words[-1].lower() if head.words else "") not in _PRICES:
        return False
    return clean[tail.end : tail.end + 2] != ".m" and tail.following.gaps[0] == ""


def _ratio(clean: str, text: str, head: Head, tail: Tail) -> bool:
    """Whether it is how many times as many: "by a 2.31-to-1 ratio", not "a 20-to-1 split"."""
    del clean, text, head
    dashed = tail.following.gaps[:2] == ["-", "-"]
    return dashed and _rest(tail)[:1] in (["ratio"], ["margin"])


_CHECKS = {
    "times": _times,
    "fold": lambda *_: True,
    "to 1": _ratio,
    "to one": _ratio,
    "pounds": _pounds,
    "pound": _pounds,
    "won": _won,
    "point": _point,
    "cent": _cent,
    "p": _pence,
    "c": _pence,
}
