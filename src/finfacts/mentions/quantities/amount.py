"""One number read with its unit, before ranges and comparators: "$2.48 billion", "6%", "42,000"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from finfacts.lexicons.units import Counted
from finfacts.mentions.quantities.numerals import scaled
from finfacts.values import Comparator


class Amount(NamedTuple):
    """A number in the text with what is known of it.

    Attributes:
        start: where it starts, with its currency and sign.
        end: where it ends, with its unit and what it is per.
        number: the number as written, before scaling.
        words: the words before it, as written, the nearest last.
        power: power of ten of its scale words, None where there is none.
        counted: its unit, or None for a bare number.
        sign_first: whether the currency stands before the number.
        per: what one unit is for, or None.
        after: comparator read after it, or None.
        alone: whether it is a quantity by itself; others only help to make a range.
        counts: whether it would be one but for a dash beside it: "42,000-44,500".
    """

    start: int
    end: int
    number: Decimal
    words: list[str]
    power: int | None = None
    counted: Counted | None = None
    sign_first: bool = False
    per: str | None = None
    after: Comparator | None = None
    alone: bool = True
    counts: bool = True

    @property
    def value(self) -> Decimal:
        """The number in its main unit: "85 cents" is 0.85."""
        places = self.counted.places if self.counted else 0
        return scaled(self.number, (self.power or 0) - places)
