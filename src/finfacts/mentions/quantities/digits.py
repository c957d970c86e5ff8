"""Amounts written in digits: "$1.2bn", "6%", "Rs 2.1 lakh crore", "33.6 times", "7 1/8 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import regex

from finfacts.lexicons.units import Counted
from finfacts.mentions.quantities.amount import Amount
from finfacts.mentions.quantities.counts import counts_shares, is_count, is_year
from finfacts.mentions.quantities.heads import Head, is_named, read_head
from finfacts.mentions.quantities.numerals import decimal, read_digits, read_part
from finfacts.mentions.quantities.senses import is_unit_meant
from finfacts.mentions.quantities.tails import Tail, per_against, read_tail
from finfacts.patterns import lazy

_NUMBER = lazy(
    r"""
    (?P<whole> \d++ (?:,\d++)*+ (?:\.\d++)*+ )
    (?P<part> [ -]\d{1,2}/\d{1,2}(?![\d/]) | /\d{1,2}(?![\d/,.]) | [ ]?[½¼¾⅓⅔⅛⅜⅝⅞] )?+
  | (?P<sign> [½¼¾⅓⅔⅛⅜⅝⅞] )
    """,
    regex.VERBOSE,
)
# "1. 5 billion", "6 . 2 %": half a number with a space in it is worse than none.
_SPLIT = lazy(r"(?<![\d,.]|\p{L})(?!(?:19|20)\d\d\b)\d{1,5}[ ]?\.[ ]\Z")
_FRACTION_UNITS = frozenset(
    ["percent", "percentage_point", "index_point", "currency", "basis_point"]
)
_TOUCHING = frozenset("_=#@&\\%'")
_MARKS = frozenset("/:.")
_OPENINGS = frozenset(["", "(", "-", '"'])
_SPLIT_WINDOW = 12
_CLAUSE_ENDS = frozenset(["", ",", ".", ";", ":", ")"])
_DASHED = lazy(r"-\d")


def read_digit_amounts(clean: str) -> Iterator[Amount]:
    """Yield the amounts that start with digits, in order."""
    for match in _NUMBER.finditer(clean):
        amount = _read(clean, match)
        if amount:
            yield amount


class Digits(NamedTuple):
    """A number in digits: where it stands, its digits as text, its value, whether with a part."""

    start: int
    end: int
    text: str
    number: Decimal
    has_part: bool


def _read(clean: str, match: regex.Match[str]) -> Amount | None:
    digits = _digits(clean, match)
    if digits is None:
        return None
    head = read_head(clean, digits.start)
    if _stands_in_name(clean, digits, head):
        return None
    tail = read_tail(clean, digits.end, money=head.money)
    counted = Counted("currency", *head.money) if head.money else tail.counted
    if counted is None:
        return _bare(clean, digits, head, tail)
    if not _is_meant(clean, digits, head, tail):
        return None
    return Amount(
        start=head.start,
        end=tail.end,
        number=digits.number,
        power=tail.power,
        counted=counted,
        sign_first=head.money is not None,
        per=tail.per or (per_against(clean, tail.end) if counted.unit == "currency" else None),
        after=tail.comparator,
        words=head.words,
    )


def _digits(clean: str, match: regex.Match[str]) -> Digits | None:
    """Return the number with its fraction: ".42", "7 1/8", "3/4", "5½"."""
    start, end = match.span()
    text = match["whole"] or ""
    if clean[start - 1 : start] == "." and not clean[max(0, start - 2) : start - 1].isalnum():
        start, text = start - 1, f".{text}"
    part = match["part"] or match["sign"]
    number = _number(text, part)
    return None if number is None else Digits(start, end, text, number, part is not None)


def _number(text: str, part: str | None) -> Decimal | None:
    if not part:
        return read_digits(text)
    if part[0] == "/":
        fraction = read_part(text + part) if text.isdigit() else None
        return None if fraction is None else decimal(fraction)
    fraction = read_part(part)
    whole = read_digits(text) if text else Decimal(0)
    return None if fraction is None or whole is None else whole + decimal(fraction)


def _stands_in_name(clean: str, digits: Digits, head: Head) -> bool:
    """Whether letters touch it ("H200"), it is a year that ends its clause, or half a number."""
    if head.money is None:
        if head.glued.isalnum():
            return True
        if clean[digits.end : digits.end + 1] in _CLAUSE_ENDS and is_year(digits.text):
            return True
    if not head.words or head.words[-1][-1] != ".":
        return False
    return _SPLIT.search(clean, max(0, digits.start - _SPLIT_WINDOW), digits.start) is not None


def _is_meant(clean: str, digits: Digits, head: Head, tail: Tail) -> bool:
    """Whether the number and its unit are an amount, not part of a word or an address."""
    if tail.broken:
        return False
    if head.money:
        return True
    if digits.has_part and (tail.counted is None or tail.counted.unit not in _FRACTION_UNITS):
        return False
    return not _is_part_of_word(clean, head, tail) and is_unit_meant(clean, digits.text, head, tail)


def _is_part_of_word(clean: str, head: Head, tail: Tail) -> bool:
    """Whether marks of an address touch it: "?q=30%", "cuts-after-80-percent-drop"."""
    glued = head.glued
    if glued in _TOUCHING:
        return True
    if glued == "-":
        return tail.following.gaps[:1] == ["-"]
    before = clean[max(0, head.start - 2) : head.start - 1] if glued else ""
    return glued in _MARKS and (before.isalnum() or before in _MARKS)


def _bare(clean: str, digits: Digits, head: Head, tail: Tail) -> Amount | None:
    """Return a number without a unit: a count, a level, or what may be the end of a range."""
    if digits.has_part or not digits.text:
        return None
    counts = is_count(clean, digits.text, digits.end, head, tail)
    if not (counts or _may_end_range(clean, digits, head, tail)):
        return None
    end = tail.end if counts or tail.power is not None else digits.end
    per = tail.per or (per_against(clean, end) if "." in digits.text else None)
    return Amount(
        start=head.start,
        end=end,
        number=digits.number,
        power=tail.power,
        counted=Counted("share") if counts and counts_shares(tail.rest) else None,
        per=per if counts else None,
        after=tail.comparator if counts else None,
        alone=counts and head.glued != "-" and not _DASHED.match(clean, end),
        counts=counts,
        words=head.words,
    )


def _may_end_range(clean: str, digits: Digits, head: Head, tail: Tail) -> bool:
    """Whether a bare number may take its unit from the other end: "5 to 10 percent"."""
    if head.glued not in _OPENINGS or tail.broken:
        return False
    if tail.power is None and (is_year(digits.text) or is_named(head.words)):
        return False
    return clean[digits.end : digits.end + 1] not in (":", "/")
