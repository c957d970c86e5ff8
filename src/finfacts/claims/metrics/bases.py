"""The basis that a figure has by what it is: multiples are actual, a buyback announced a plan."""

from __future__ import annotations

from finfacts.claims.metrics.breadth import BREADTH_NAMES
from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.facts import Basis
from finfacts.patterns import lazy


def plain_basis(reading: Reading, figure: Stated) -> Basis | None:
    """Return the basis that needs no look at who expects a figure, or None."""
    item = reading.tape.items[figure.name]
    if figure.rule in _ACTUAL or is_owned(reading, figure):
        return "actual"
    if figure.rule == "metric_received" or _is_ordered(reading, figure):
        return "actual"
    ahead = item.tag in ("DEAL", "OWN") and item.lower.startswith(_AHEAD)
    ahead = ahead or (item.lower == "budget" and figure.value >= 0)
    begun = item.sense in _BUYBACKS and _is_begun(reading, figure)
    return "guidance" if ahead or begun else None


_AHEAD = ("will ", "would own", "to ", "plans to ", "may ", "might ", "could ")
_ACTUAL = frozenset(
    ("metric_multiple", "metric_times", "metric_any_owned", "metric_market_size", *BREADTH_NAMES)
)
_BUYBACKS = frozenset(("share_repurchases", "buyback_authorization"))


def _is_ordered(reading: Reading, figure: Stated) -> bool:
    """Whether it is agreed or has to be: "a jury ordered Bayer to pay", "agreed in May to buy"."""
    before = reading.tape.items[max(0, figure.name - _NEAR) : figure.name]
    forced = any(item.lower in ("ordered", "forced", "agreed") for item in before)
    paid = reading.tape.items[figure.name].sense == "payment"
    return forced or (paid and _AGREED.search(reading.sentence.lower) is not None)


_AGREED = lazy(
    r"\bunder (?:the|an?|its) (?:terms|deal|agreement|accord|settlement|pact)\b"
    r"|\b(?:deal|agreement|accord|settlement|pact) under which\b"
)


def is_owned(reading: Reading, figure: Stated) -> bool:
    """Return whether someone has a thing of so much: "Canopy's $4 billion war chest"."""
    before = reading.tape.items[max(0, figure.value - 2) : figure.value]
    owner = any(item.tag in ("POSS_MARK", "POSSESSIVE") for item in before)
    stake = reading.tape.items[figure.name].sense == "stake" and 0 <= figure.value < figure.name
    return owner and (figure.rule == "metric_any_sum" or stake)


def _is_begun(reading: Reading, figure: Stated) -> bool:
    """Whether shares are still to be bought: "is buying back up to", "announced a $2 billion"."""
    value = quantity_at(reading, figure.value)
    before = reading.tape.items[max(0, figure.name - _NEAR) : figure.name]
    told = any(item.lower in _ANNOUNCING for item in before)
    return told or (value is not None and value.comparator == "up_to")


_ANNOUNCING = frozenset("announced announces unveiled unveils".split())
_NEAR = 5  # items
