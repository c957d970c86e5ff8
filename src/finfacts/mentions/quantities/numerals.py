"""Number text to Decimal: "1,58,320", "1.1410", "3/4", "twenty-two", "two and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from finfacts.patterns import lazy

_GROUPED = lazy(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?+|\d{1,2}(?:,\d{2}(?!\d))++,\d{3}(?:\.\d++)?+")
_PLAIN = lazy(r"\d*+(?:\.\d++)?+")
_LONGEST = 24  # digits; more is no figure that news writes
_HUNDRED = 100
_PLACES = Decimal("0.0001")

_ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES = {word: number for number, word in enumerate(_ONES)}
TENS = {word: 10 * number for number, word in enumerate(_TENS, start=2)}
POWERS = {
    "thousand": 3,
    "lakh": 5,
    "million": 6,
    "crore": 7,
    "billion": 9,
    "trillion": 12,
}
PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
SIGNS = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8),
}


def read_digits(text: str) -> Decimal | None:
    """Return the number that digits write, or None where the grouping is none that news uses.

    >>> read_digits("1,707.81"), read_digits("1,58,320"), read_digits("1,2")
    (Decimal('1707.81'), Decimal('158320'), None)
    """
    if len(text) > _LONGEST:
        return None
    if "," in text:
        return Decimal(text.replace(",", "")) if _GROUPED.fullmatch(text) else None
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def read_part(text: str) -> Fraction | None:
    """Return a fraction below one: " 3/4", "-1/8", "½"; None where it is none.

    >>> read_part(" 3/4"), read_part("/0")
    (Fraction(3, 4), None)
    """
    text = text.strip(" -")
    if text in SIGNS:
        return SIGNS[text]
    top, _, bottom = text.partition("/")
    if not bottom or int(bottom) == 0 or int(top) >= int(bottom):
        return None
    return Fraction(int(top), int(bottom))


def decimal(value: Fraction) -> Decimal:
    """Return a fraction as Decimal, to four places where it does not end before.

    >>> decimal(Fraction(1, 3)), decimal(Fraction(7, 2))
    (Decimal('0.3333'), Decimal('3.5'))
    """
    found = Decimal(value.numerator) / Decimal(value.denominator)
    return found if found == found.quantize(_PLACES) else found.quantize(_PLACES)


def percentage(share: Fraction) -> Decimal:
    """Return a share of a whole as percent, to two places where it does not end before.

    >>> percentage(Fraction(1, 3)), percentage(Fraction(1, 2))
    (Decimal('33.33'), Decimal('50'))
    """
    value = Decimal(round(share * 10_000)).scaleb(-2)
    return Decimal(int(value)) if value == int(value) else value


def scaled(value: Decimal, power: int) -> Decimal:
    """Return ``value * 10**power`` written out: 1.2 by 9 is 1200000000, 85 by -2 is 0.85.

    >>> scaled(Decimal("1.2"), 9), scaled(Decimal("85"), -2), scaled(Decimal("3.0"), 0)
    (Decimal('1200000000'), Decimal('0.85'), Decimal('3.0'))
    """
    if not power:
        return value
    found = value.scaleb(power)
    return Decimal(int(found)) if power > 0 and found == found.to_integral_value() else found


def read_words(words: Sequence[str]) -> Decimal | None:
    """Return the number that lower-case words spell, or None where they spell none.

    >>> read_words("two hundred and five thousand".split()), read_words(["two", "three"])
    (Decimal('205000'), None)
    """
    total, group, ceiling = 0, [], 10**15
    for word in words:
        if word not in POWERS:
            group.append(word)
            continue
        power, number = 10 ** POWERS[word], _read_group(group) if group else 1
        if power >= ceiling or number is None:
            return None
        total, group, ceiling = total + number * power, [], power
    last = _read_group(group) if group else 0
    return None if last is None else Decimal(total + last)


def _read_group(words: Sequence[str]) -> int | None:
    """Return a number below a thousand: "two hundred and five", "twenty-two"."""
    number, room = 0, 100  # what the next word must stay below: "twenty" leaves ones only
    for word in words:
        if word in ("and", "a"):
            continue
        if word == "hundred":
            number, room = (number or 1) * 100, 100 if number < _HUNDRED else 0
            continue
        value = ONES.get(word, TENS.get(word, room))
        if value >= room:
            return None
        number, room = number + value, 10 if word in TENS else 1
    return number if number or "zero" in words else 1
