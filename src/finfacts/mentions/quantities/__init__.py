"""Find quantities: "more than 6%", "$1,707.81 an ounce", "25 bps", "Rs 2.1 lakh crore", "tripled".

Numbers are found by digits or number words, read with what stands before and after them, joined
to ranges, and bounded by the comparators beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import merge

from finfacts.language.passage import Passage
from finfacts.lexicons.units import Counted
from finfacts.mentions.quantities.amount import Amount
from finfacts.mentions.quantities.bounds import comparator_before, says_respectively
from finfacts.mentions.quantities.digits import read_digit_amounts
from finfacts.mentions.quantities.ranges import Joined, join
from finfacts.mentions.quantities.spelled import read_spelled_amounts
from finfacts.values import Comparator, Quantity

_COUNT = Counted("count")
_LIST_GAPS = frozenset([" and ", ", ", ", and ", " or "])


def find_quantities(passage: Passage) -> list[Quantity]:
    """Return the quantities of a passage, by start, none overlapping another.

    >>> [(str(q.value), q.comparator, q.unit, q.span.text)
    ...  for q in find_quantities(Passage("They jumped by more than 6% to $2.5bn."))]
    [('6', 'over', 'percent', 'more than 6%'), ('2500000000', 'exact', 'currency', '$2.5bn')]
    """
    clean = passage.clean
    joined = join(clean, _amounts(clean))
    found: list[Quantity] = []
    last: tuple[Joined, Comparator] | None = None
    for item in joined:
        start, comparator = _bound(clean, item, last)
        last = (item, comparator)
        found.append(_quantity(passage, item, start, comparator))
    return found


def _amounts(clean: str) -> Sequence[Amount]:
    """Return amounts in digits and in words by start; where two overlap, the first."""
    kept: list[Amount] = []
    end = 0
    for amount in merge(
        read_digit_amounts(clean), read_spelled_amounts(clean), key=lambda a: a.start
    ):
        if amount.start >= end:
            kept.append(amount)
            end = amount.end
    return kept


def _bound(
    clean: str, item: Joined, last: tuple[Joined, Comparator] | None
) -> tuple[int, Comparator]:
    if item.high is not None:
        return item.start, "range"
    start, comparator = comparator_before(clean, item.start, item.end, item.amount.words)
    if comparator is None:
        comparator = item.amount.after or _inherited(clean, item, last)
    return start, comparator or "exact"


def _inherited(
    clean: str, item: Joined, last: tuple[Joined, Comparator] | None
) -> Comparator | None:
    """Return the comparator of a list: "by more than 6% and 4%, respectively"."""
    if last is None or last[1] in ("exact", "range"):
        return None
    if clean[last[0].end : item.start] not in _LIST_GAPS:
        return None
    if last[0].amount.counted != item.amount.counted or not says_respectively(clean, item.end):
        return None
    return last[1]


def _quantity(passage: Passage, item: Joined, start: int, comparator: Comparator) -> Quantity:
    counted = item.amount.counted or _COUNT
    return Quantity(
        value=item.low if item.high is None else None,
        low=None if item.high is None else item.low,
        high=item.high,
        comparator=comparator,
        unit=counted.unit,
        currency=counted.currency,
        per=item.amount.per,
        span=passage.span(start, item.end),
    )
