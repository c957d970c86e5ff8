"""What money is paid, raised or spent for: "paid $2 billion for a rival", "in penalties"."""

from __future__ import annotations

from finfacts.claims.metrics.deeds import noun
from finfacts.claims.metrics.fitting import is_small
from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.metrics.stating import Stated


def paid_for(reading: Reading, figure: Stated) -> str | None:
    """Return what money went or came by: "spent", "raise"; "hiked $5" tells nothing."""
    item = reading.tape.items[figure.name]
    value = quantity_at(reading, figure.value)
    shared = item.sense == "payment" and value is not None and value.per == "share"
    if item.tag == "DEAL":
        invested = item.sense == "investment" and _by_investors(reading, figure)
        if invested or shared:
            return "net_buying" if invested else "offer_price"
        return paid(reading, figure) if item.sense == "payment" else item.sense
    return "funds_raised" if item.lower.startswith("rais") else None


def verb_before(reading: Reading, figure: Stated) -> int:
    """Return the index of what stands right before a sum: "[raise] another $1 billion in cash"."""
    at = figure.first - 1
    while at > 0 and reading.tape.items[at].tag in ("ADVERB", "DET"):
        at -= 1
    return max(at, 0)


def paid(reading: Reading, figure: Stated, name: str = "payment") -> str:
    """Return what is paid: a price "for Mobileye", a sum "in penalties", else by ``name``."""
    after = reading.tape.items[figure.last : figure.last + 2]
    value = quantity_at(reading, figure.value)
    if len(after) > 1 and after[0].tag == "IN" and after[1].tag in ("WORD", "METRIC"):
        return after[1].sense or noun(reading, figure.last + 1)
    thing = len(after) > 1 and after[0].tag == "FOR" and not after[1].lower.endswith("ing")
    priced = thing and after[1].tag != "PERIOD" and value is not None and not is_small(value)
    return "deal_value" if priced else name


def _by_investors(reading: Reading, figure: Stated) -> bool:
    """Whether those invest who buy and sell as a group: "Foreigners have invested"."""
    return any(item.tag == "INVESTOR" for item in reading.tape.items[: figure.name])
