"""Figures that are no metric of a company: targets of prices, what others are compared with.

"A price target of $40", "up from 334 openings", "sales and marketing expenses".
"""

from __future__ import annotations

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import Item
from finfacts.patterns import lazy
from finfacts.values import Instrument


def is_no_figure(reading: Reading, figure: Stated) -> bool:
    """Return whether what a rule read is no figure of its own."""
    told = (_is_own, is_target, is_compared, _is_expense, _is_described)
    return any(other(reading, figure) for other in told)


def _is_expense(reading: Reading, figure: Stated) -> bool:
    """Whether sales are what is spent on: "sales and marketing expenses"."""
    after = reading.tape.items[figure.name + 1 : figure.name + 3]
    return len(after) > 1 and after[0].tag == "AND" and after[1].lower.startswith("marketing")


def _is_own(reading: Reading, figure: Stated) -> bool:
    """Whether an estimate is somebody's own earlier one: "its previous projections of"."""
    if reading.tape.items[figure.name].tag != "ESTIMATE":
        return False
    before = reading.tape.items[max(0, figure.name - 2) : figure.name]
    return any(item.tag == "POSSESSIVE" for item in before)


def is_target(reading: Reading, figure: Stated) -> bool:
    """Return whether a figure is the target of a price, which analysts set."""
    if figure.rule == "metric_valuing":
        return False  # "a deal that values the target at $2 billion"
    items = reading.tape.items[max(0, figure.first - 6) : figure.last + 1]
    return any(
        item.lower in _TARGETS and item.tag != "INSTRUMENT" and not _is_verb(items, at)
        for at, item in enumerate(items)
    )


def _is_verb(items: list[Item], at: int) -> bool:
    """Whether a company targets a figure: "Intel targets a margin of 15%"."""
    owned = at > 0 and items[at - 1].tag == "INSTRUMENT"
    return owned and items[at].lower == "targets"


_TARGETS = frozenset(("target", "targets", "price target", "price"))


def is_compared(reading: Reading, figure: Stated) -> bool:
    """Return whether a figure is only what another is compared with: "up from 334 openings"."""
    items = reading.tape.items
    if figure.rule == "metric_counted":
        return items[figure.move].sense == "match"
    if figure.rule == "metric_stands" and items[figure.value - 1].sense == "match":
        return True
    low = figure.first
    while low > 0 and items[low - 1].tag in ("DET", "POSSESSIVE", "TALLY", "WORD", "PERIOD"):
        low -= 1
    before = items[low - 1] if low else None
    return (
        before is not None
        and low > _OPENING
        and (
            before.tag in ("AGAINST", "FROM") or (before.tag == "BEAT" and before.sense == "match")
        )
    )


_OPENING = 4  # "Compared with a year ago, profit ..." opens a sentence


def _is_described(reading: Reading, figure: Stated) -> bool:
    """Whether a count only says which ones are meant: "customers with more than 10 employees"."""
    before = reading.tape.items[max(0, figure.first - 2) : figure.first]
    if figure.rule != "metric_heads_of" or len(before) < _PAIR or before[1].tag != "WITH":
        return False
    return before[0].tag in ("METRIC", "COUNTED", "WORD") and before[0].lower.endswith("s")


_PAIR = 2


def is_of_a_company(reading: Reading, figure: Stated) -> bool:
    """Whether words that link to nobody say whose: "hurt a company that made $17 billion"."""
    start = reading.tape.items[figure.first].start
    clean = reading.sentence.passage.clean
    return _A_COMPANY.search(clean, max(reading.sentence.start, start - 60), start) is not None


_A_COMPANY = lazy(
    r"(?<!\bis )(?<!\bas )\ban? (?:[\w-]+ ){0,3}(?:company|firm|business|bank|group|startup)"
    r" (?:that|which)(?: \w+){0,4} $"
    r"|\b(?:[Pp]eers|[Rr]ivals|[Cc]ompetitors) (?:have |had |also )?"
    r"(?:recorded|reported|posted|saw|had)\b[^,;]{0,40}$"
)


def is_combined(reading: Reading, figure: Stated) -> bool:
    """Return whether several have it together: "Apple and Facebook lost a combined $4 billion"."""
    items = reading.tape.items
    told = {item.lower.removeprefix("a ") for item in items[figure.first : figure.last]}
    if told.isdisjoint(("combined", "collective", "together")):
        return False
    before = [item.value for item in items[: figure.first]]
    named = {one.name for one in before if isinstance(one, Instrument) and one.kind == "equity"}
    return len(named) > 1
