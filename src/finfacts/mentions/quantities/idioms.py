"""Set phrases for amounts: "twice the sum", "four in ten", "a basis point", "a penny ahead"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import regex

from finfacts.lexicons.currencies import Money
from finfacts.lexicons.units import Counted
from finfacts.mentions.quantities.amount import Amount
from finfacts.mentions.quantities.heads import read_head
from finfacts.mentions.quantities.numerals import ONES, TENS, percentage, read_digits, read_words
from finfacts.mentions.quantities.tails import read_tail
from finfacts.patterns import lazy

_ARTICLE = lazy(
    r"a (?:(?:full|whole) )?(?P<unit>percentage point|basis point|dollar|penny|cent)\b",
    regex.IGNORECASE,
)
ARTICLE_UNITS = {
    "percentage point": Counted("percentage_point"),
    "basis point": Counted("basis_point"),
    "dollar": Counted("currency", "USD"),
    "penny": Counted("currency", "GBP", 2),
    "cent": Counted("currency", "USD", 2),
}
_TWICE = lazy(r"twice\b(?=[ ](?:the|its|their|what|that|as)\b)", regex.IGNORECASE)
_IN_TEN = lazy(
    r"(?P<top>one|two|three|four|six|seven|eight|nine)[ ](?:in|out[ ]of)[ ]"
    r"(?P<whole>two|three|four|five|six|eight|ten|twenty|10|20)\b"
    r"(?![ -](?:\w+[ ])?(?:year|day|week|month|quarter|session|hour|decade|million|time)s?\b)",
    regex.IGNORECASE,
)
_NUMBERS = {**ONES, **TENS, "10": 10, "20": 20}
_PENNY_MONEY = (
    ("USD", lazy(r"\$|\bcents?\b")),
    ("GBP", lazy(r"£|\bpence\b|\dp\b")),
)
_PENNY_WINDOW = 200
_AHEAD = lazy(r"[ ](?:ahead|above|below|better|short|shy|more|less|under|over)\b")
_PRICED = frozenset(["share", "barrel", "ounce", "gallon"])
_WHOLE = lazy(r"\s*per ?cents? of (?P<number>[\w-]+(?: [\w-]+)?)\s*", regex.IGNORECASE)
_SHORT = 60


def read_twice(clean: str, start: int) -> Amount | None:
    """Read "twice the 21 cents", "twice as many"; "twice this year" is no multiple."""
    match = _TWICE.match(clean, start)
    if not match:
        return None
    head = read_head(clean, start)
    return Amount(head.start, match.end(), Decimal(2), head.words, counted=Counted("multiple"))


def read_in_ten(clean: str, start: int) -> Amount | None:
    """Read "one in five", "eight out of 10" as percent; not "one in ten years"."""
    match = _IN_TEN.match(clean, start)
    if not match:
        return None
    top, whole = (_NUMBERS[word.lower()] for word in match.group("top", "whole"))
    if top >= whole:
        return None
    head = read_head(clean, start)
    number = percentage(Fraction(top, whole))
    return Amount(head.start, match.end(), number, head.words, counted=Counted("percent"))


def read_article(clean: str, start: int) -> Amount | None:
    """Read "a percentage point"; "a dollar" and "a penny" only as an amount of money."""
    match = _ARTICLE.match(clean, start)
    if not match:
        return None
    head = read_head(clean, start)
    counted = ARTICLE_UNITS[match["unit"].lower()]
    tail = read_tail(clean, match.end(), money=Money(counted.currency))
    compared = _AHEAD.match(clean, match.end()) or head.words[-1:] == ["than"]
    if match["unit"].lower() == "penny":
        counted = _penny(clean, start)
    if counted.unit == "currency" and not (compared or tail.per in _PRICED):
        return None
    end = tail.end if tail.per else match.end()
    return Amount(head.start, end, Decimal(1), head.words, counted=counted, per=tail.per)


def _penny(clean: str, start: int) -> Counted:
    """Return whose penny it is, by the money named last before it."""
    window = clean[max(0, start - _PENNY_WINDOW) : start]
    last = {
        code: max((match.end() for match in money.finditer(window)), default=0)
        for code, money in _PENNY_MONEY
    }
    code = max(last, key=lambda code: last[code])
    return Counted("currency", code if last[code] else None, 2)


def read_percent_of(clean: str, start: int) -> Amount | None:
    """Read "percent of twenty" where it is all there is; in news a number stands before it."""
    match = _WHOLE.fullmatch(clean) if len(clean) < _SHORT else None
    if not match:
        return None
    word = match["number"].lower()
    number = read_digits(word) if word[0].isdigit() else read_words(word.replace("-", " ").split())
    if number is None:
        return None
    return Amount(start, match.end("number"), number, [], counted=Counted("percent"))
