"""What stands before a number: a currency ("Rs 6,844", "US$5"), a sign, a name ("S&P 500")."""

from __future__ import annotations

from typing import NamedTuple

import regex

from finfacts.lexicons.currencies import Money, currency_prefixes, currency_signs
from finfacts.lexicons.units import word_set
from finfacts.patterns import lazy

_SIGNS = currency_signs()
_PREFIXES = currency_prefixes()
_LABELS = word_set("labels", "words")
_STARTERS = word_set("starters", "words")
_NATIONS = {"U.S.": "USD", "US": "USD", "HK": "HKD", "hk": "HKD", "c": "CAD", "NZ": "NZD"}
_NATIONS |= {"U.S": "USD", "NT": "TWD", "AU": "AUD", "CA": "CAD", "S": "SGD"}
_LETTERED = sorted((sign for sign in _SIGNS if sign[0].isalpha()), key=len, reverse=True)
_MARKS = frozenset(sign for sign in _SIGNS if len(sign) == 1)
_SIGN = lazy(
    rf"""
    (?: (?<![\p{{L}}\p{{N}}.]) (?P<lettered> {"|".join(map(regex.escape, _LETTERED))} )
      | (?<![\p{{L}}\p{{N}}.]) (?P<nation> {"|".join(map(regex.escape, _NATIONS))} ) [ ] \$
      | (?P<letters> \p{{L}}{{1,3}} )? (?P<mark> [{regex.escape("".join(_MARKS))}] )
    ) [ ]{{0,2}}+ \Z
    """,
    regex.VERBOSE,
)
_WINDOW = 10
_LOOK_BACK = 48
_WORDS = 6
_OPEN = "([\"'-/"
_SIGNED = frozenset("-+~")
_BLANK = frozenset(" \n")


class Head(NamedTuple):
    """What stands before a number.

    Attributes:
        start: where the amount starts, with its currency and sign.
        money: the currency written before, or None.
        words: up to six words before, as written, the nearest last.
        glued: the character that touches the amount, "" where none does.
    """

    start: int
    money: Money | None
    words: list[str]
    glued: str


def read_head(clean: str, start: int) -> Head:
    """Return what stands before the number at ``start``."""
    window = clean[max(0, start - _LOOK_BACK) : start]
    words = window.rsplit(None, _WORDS)[-_WORDS:]
    nearest = words[-1][-1] if words else ""
    money = None
    if nearest in _MARKS:
        begin, money = _sign(clean, start)
    elif (
        window[-1:].isalpha() or nearest == "." or (words and words[-1].lstrip(_OPEN) in _PREFIXES)
    ):
        begin, money = _prefix(clean, start)
    else:
        begin = start
    glued = clean[begin - 1] if begin else ""
    if glued in _SIGNED and (begin < 2 or clean[begin - 2] in " \n(["):  # noqa: PLR2004
        begin -= 1
        glued = " "
    if begin != start:
        words = clean[max(0, begin - _LOOK_BACK) : begin].rsplit(None, _WORDS)[-_WORDS:]
    return Head(begin, money, words, "" if glued in _BLANK else glued)


def _sign(clean: str, start: int) -> tuple[int, Money | None]:
    found = _SIGN.search(clean, max(0, start - _WINDOW), start)
    if not found:
        return start, None
    if found["lettered"]:
        return found.start(), _SIGNS[found["lettered"]]
    if found["nation"]:
        return found.start(), Money(_NATIONS[found["nation"]])
    if found["letters"]:
        return found.start("mark"), Money(None)
    return found.start(), _SIGNS[found["mark"]]


def _prefix(clean: str, start: int) -> tuple[int, Money | None]:
    """Read "Rs 5", "Rs.5", "USD5", "RM 5": a word of money before the number."""
    window = clean[max(0, start - _WINDOW) : start]
    word = window.split()[-1].lstrip(_OPEN) if window.strip() else ""
    money = _PREFIXES.get(word)
    power = 0
    if money is None and word[:1] == "M" and word[1:].isupper():
        money, power = _PREFIXES.get(word[1:]), 6
    if money is None or len(window.rstrip()) + 1 < len(window):
        return start, None
    begin = clean.rindex(word, 0, start)
    if begin and clean[begin - 1].isalnum():
        return start, None
    return begin, Money(money.currency, -power)


def is_named(words: list[str]) -> bool:
    """Whether the word before makes a bare number a name: "S&P 500", "Section 232", "iPhone 15"."""
    if not words:
        return False
    word = words[-1]
    lower = word.lower().lstrip("(\"'[")
    if lower in _LABELS:
        return True
    return word[-1].isalnum() and lower != word.lstrip("(\"'[") and lower not in _STARTERS
