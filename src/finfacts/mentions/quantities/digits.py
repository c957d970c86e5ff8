"""Amounts written in digits: "$1.2bn", "6%", "Rs 2.1 lakh crore", "33.6 times", "7 1/8 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from finfacts.lexicons.units import Counted, word_set
from finfacts.mentions.quantities.amount import Amount
from finfacts.mentions.quantities.counts import counts_shares, is_count, is_year
from finfacts.mentions.quantities.heads import Head, is_named, read_head
from finfacts.mentions.quantities.numerals import decimal, read_digits, read_part
from finfacts.mentions.quantities.senses import is_unit_meant
from finfacts.mentions.quantities.tails import Tail, per_against, read_tail

_NUMBER = regex.compile(
    r"""
    (?P<whole> \d++ (?:,\d++)*+ (?:\.\d++)*+ )
    (?P<part> [ -]\d{1,2}/\d{1,2}(?![\d/]) | /\d{1,2}(?![\d/,.]) | [ ]?[½¼¾⅓⅔⅛⅜⅝⅞] )?+
  | (?P<sign> [½¼¾⅓⅔⅛⅜⅝⅞] )
    """,
    regex.VERBOSE,
)
# "1. 5 billion", "6 . 2 %": half a number with a space in it is worse than none.
_SPLIT = regex.compile(r"(?<![\d,.]|\p{L})(?!(?:19|20)\d\d\b)\d{1,5}[ ]?\.[ ]\Z")
_FRACTION_UNITS = frozenset(
    ["percent", "percentage_point", "index_point", "currency", "basis_point"]
)
_TOUCHING = "_=#@&\\%'"
_CLAUSE_ENDS = frozenset(["", ",", ".", ";", ":", ")"])
_DASHED = regex.compile(r"-\d")
_VIDEO = frozenset(["480", "720", "1080", "1440"])


def read_digit_amounts(clean: str) -> Iterator[Amount]:
    """Yield the amounts that start with digits, in order."""
    for match in _NUMBER.finditer(clean):
        amount = _read(clean, match)
        if amount:
            yield amount


def _read(clean: str, match: regex.Match[str]) -> Amount | None:
    start, end = match.span()
    text = match["whole"] or ""
    if clean[start - 1 : start] == "." and not clean[max(0, start - 2) : start - 1].isalnum():
        start, text = start - 1, f".{text}"
    number = _number(text, match)
    if number is None:
        return None
    head = read_head(clean, start)
    if head.money is None and (head.glued.isalnum() or _is_plain_year(clean, text, end)):
        return None
    if head.words and head.words[-1][-1] == "." and _SPLIT.search(clean, max(0, start - 12), start):
        return None
    tail = read_tail(clean, end, money=head.money)
    counted = Counted("currency", *head.money) if head.money else tail.counted
    if counted is None:
        return _bare(clean, text, number, match, head, tail)
    if _is_part_of_word(clean, head, tail, text):
        return None
    if match["part"] and counted.unit not in _FRACTION_UNITS:
        return None
    if not head.money and not is_unit_meant(clean, text, head, tail):
        return None
    return Amount(
        start=head.start,
        end=tail.end,
        number=number,
        power=tail.power,
        counted=counted,
        sign_first=head.money is not None,
        per=tail.per or (per_against(clean, tail.end) if counted.unit == "currency" else None),
        after=tail.comparator,
        alone=True,
        counts=True,
        joins=True,
        words=head.words,
    )


def _is_plain_year(clean: str, text: str, end: int) -> bool:
    """Whether it is a year that ends its clause: "in 2026,"."""
    return len(text) == 4 and clean[end : end + 1] in _CLAUSE_ENDS and is_year(text)  # noqa: PLR2004


def _number(text: str, match: regex.Match[str]) -> Decimal | None:
    """Return the number with its fraction: "7 1/8", "3/4", "5½"."""
    written = match["part"] or match["sign"]
    if not written:
        return read_digits(text)
    if written[0] == "/":
        part = read_part(text + written) if text.isdigit() else None
        return None if part is None else decimal(part)
    part = read_part(written)
    whole = read_digits(text) if text else Decimal(0)
    return None if part is None or whole is None else whole + decimal(part)


def _is_part_of_word(clean: str, head: Head, tail: Tail, text: str) -> bool:
    """Whether letters or marks of an address touch it: "H200%", "?q=30%", "$30s"."""
    glued = head.glued
    if tail.broken:
        return True
    if head.money:
        return False
    if glued.isalnum() or (glued and glued in _TOUCHING):
        return True
    if glued == "-" and tail.following.gaps[:1] == ["-"]:
        return True  # an address: "eyes-cuts-after-80-percent-drop"
    if glued in ("/", ":", "."):
        before = clean[head.start - 2 : head.start - 1]
        return before.isalnum() or before in ("/", ":", ".")
    return tail.unit_words == "p" and text in _VIDEO


def _per(clean: str, text: str, tail: Tail) -> str | None:
    return tail.per or (per_against(clean, tail.end) if "." in text else None)


def _bare(
    clean: str, text: str, number: Decimal, match: regex.Match[str], head: Head, tail: Tail
) -> Amount | None:
    if match["part"] or not text:
        return None
    counts = is_count(clean, text, match.end(), head, tail)
    joins = counts or _may_end_range(clean, text, match.end(), head, tail)
    if not joins:
        return None
    end = tail.end if counts or tail.power is not None else match.end()
    dashed = head.glued == "-" or _DASHED.match(clean, end)
    shares = counts and counts_shares(tail.rest)
    return Amount(
        start=head.start,
        end=end,
        number=number,
        power=tail.power,
        counted=Counted("share") if shares else None,
        sign_first=False,
        per=_per(clean, text, tail) if counts else None,
        after=tail.comparator if counts else None,
        alone=counts and not dashed,
        counts=counts,
        joins=joins,
        words=head.words,
    )


def _may_end_range(clean: str, text: str, end: int, head: Head, tail: Tail) -> bool:
    """Whether a bare number may take its unit from the other end: "5 to 10 percent"."""
    if head.glued not in ("", "(", "-", '"') or tail.broken:
        return False
    if tail.power is None and (is_year(text) or is_named(head.words)):
        return False
    return clean[end : end + 1] not in (":", "/")
