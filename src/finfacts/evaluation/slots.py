"""A fact as slots that can be compared: "rose 3% on Monday" has a direction, a percent, a period.

The definitions are those that the report states: names are compared without case, punctuation
and words like "Inc." or "shares"; values may differ by 0.2 %; windows of more than two days may
differ by a day at either end, and an end that gold leaves open fits any.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

CORE: Mapping[str, tuple[str, ...]] = {
    "price_move": ("subject", "direction", "percent.value", "amount.value"),
    "price_level": ("subject", "kind", "level.value"),
    "analyst_action": ("brokerage", "subject", "rating_action", "target_action", "target.value"),
    "sentiment": ("subject", "label"),
    "message_volume": ("subject", "label", "change.value"),
    "poll": ("share.value",),
    "metric": ("subject", "value.value", "change.value"),
}
"""The slots that make a fact what it is, by type: a pair that agrees in them is core-right."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "price_move": ("direction", "session"),
    "price_level": ("kind", "session"),
    "analyst_action": ("analyst", "rating_action", "rating", "rating_prior", "target_action"),
    "sentiment": ("platform", "label", "label_prior"),
    "message_volume": ("platform", "label", "label_prior", "direction"),
    "poll": ("platform",),
    "metric": ("basis", "direction", "versus"),
}
"""Slots that hold a label or a plain name, by type."""

QUANTITIES = (
    "percent",
    "amount",
    "to",
    "from",
    "level",
    "target",
    "target_prior",
    "value",
    "change",
    "versus_value",
    "share",
)
"""Slots that hold a quantity; each is compared as value, comparator and unit."""

TOLERANCE = Decimal("0.002")
LONG_WINDOW_DAYS = 2
NOT_ASSERTED_BASES = ("guidance", "estimate")

_PUNCTUATION = re.compile(r"[^a-z0-9&+ ]")
_EMPTY_WORDS = frozenset(
    {
        *("the", "inc", "corp", "corporation", "ltd", "limited", "plc", "group", "co"),
        *("holding", "holdings", "company", "index", "stock", "share", "shares"),
    }
)

Json = Mapping[str, object]


class Names(NamedTuple):
    """Every acceptable name (in comparable form) and symbol of a thing."""

    names: frozenset[str]
    symbols: frozenset[str]


class Days(NamedTuple):
    """First and last day as ISO dates; None where the end is open."""

    start: str | None
    end: str | None


Bounds = tuple[Decimal | None, Decimal | None]
SlotValue = str | Decimal | Bounds | Names | Days
Slots = dict[str, SlotValue]


def comparable(text: object) -> str:
    """Return a name or label without case, punctuation and empty words.

    >>> comparable("The Coca-Cola Co.'s shares")
    'coca cola'
    """
    plain = str(text).lower().replace("’", "'").replace("'s", "")
    words = _PUNCTUATION.sub(" ", plain).split()
    return " ".join(word for word in words if word not in _EMPTY_WORDS)


def number(value: object) -> Decimal | None:
    """Return the Decimal that a JSON value holds, or None."""
    if value is None:
        return None
    try:
        return Decimal(str(value)).normalize()
    except InvalidOperation:
        return None


def names_of(value: object) -> Names:
    """Return the acceptable names and symbols of a subject, brokerage or metric name."""
    if isinstance(value, Mapping):
        names = [*_listed(value.get("names")), value.get("name"), value.get("text")]
        symbols = [*_listed(value.get("symbols")), value.get("symbol")]
    else:
        names, symbols = _listed(value), []
    return Names(
        frozenset(comparable(name) for name in names if name) - {""},
        frozenset(str(symbol).upper().lstrip("^.$") for symbol in symbols if symbol),
    )


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def days_of(value: object) -> Days | None:
    """Return the window of a period, or None where neither end is known."""
    if not isinstance(value, Mapping):
        return None
    start, end = (str(day)[:10] if day else None for day in (value.get("start"), value.get("end")))
    return Days(start, end) if start or end else None


def read_slots(fact: Json) -> Slots:
    """Return the slots of a fact in the contract's form, gold or found.

    Args:
        fact: one member of ``facts`` as JSON gives it.
    """
    kind = str(fact.get("type"))
    slots: Slots = {}
    slots.update(_name_slots(fact, kind))
    slots.update(_word_slots(fact, kind))
    for slot in QUANTITIES:
        slots.update(_quantity_slots(slot, fact.get(slot)))
    for slot in ("period", "date"):
        if window := days_of(fact.get(slot)):
            slots[slot] = window
    slots.update(_baseline_slots(fact.get("baseline")))
    assertion = str(fact.get("assertion") or "reported")
    if assertion != "reported" and fact.get("basis") not in NOT_ASSERTED_BASES:
        slots["assertion"] = assertion
    return slots


def _name_slots(fact: Json, kind: str) -> Iterator[tuple[str, SlotValue]]:
    for slot in ("subject", "brokerage"):
        if fact.get(slot):
            yield slot, names_of(fact[slot])
    if kind == "metric":
        names = [*_listed(fact.get("names")), fact.get("name")]
        if any(names):
            yield "name", names_of([str(name).replace("_", " ") for name in names if name])


def _word_slots(fact: Json, kind: str) -> Iterator[tuple[str, SlotValue]]:
    for slot in WORDS.get(kind, ()):
        value = fact.get(slot)
        if isinstance(value, Mapping):
            value = value.get("name")
        if value is not None:
            yield slot, comparable(str(value).replace("_", " "))


def _quantity_slots(slot: str, quantity: object) -> Iterator[tuple[str, SlotValue]]:
    if not isinstance(quantity, Mapping):
        return
    value = _quantity_value(quantity)
    if value is None:
        return
    unit = str(quantity.get("unit"))
    yield f"{slot}.value", value
    yield f"{slot}.comparator", str(quantity.get("comparator") or "exact")
    yield f"{slot}.unit", f"{unit}:{quantity.get('currency')}" if unit == "currency" else unit


def _quantity_value(quantity: Json) -> Decimal | Bounds | None:
    value = number(quantity.get("value"))
    if value is not None:
        return value
    bounds = number(quantity.get("low")), number(quantity.get("high"))
    return None if bounds == (None, None) else bounds


def _baseline_slots(baseline: object) -> Iterator[tuple[str, SlotValue]]:
    if not isinstance(baseline, Mapping) or not baseline.get("kind"):
        return
    yield "baseline.kind", str(baseline["kind"])
    level = baseline.get("level")
    if isinstance(level, Mapping) and (value := _quantity_value(level)) is not None:
        yield "baseline.level", value
    if window := days_of(baseline.get("date")):
        yield "baseline.date", window


def same(slot: str, gold: SlotValue, found: SlotValue) -> bool:
    """Tell whether a found slot is right; not symmetric, gold sets the tolerance."""
    if isinstance(gold, Names) and isinstance(found, Names):
        return same_names(gold, found)
    if isinstance(gold, Days) and isinstance(found, Days):
        return same_days(gold, found)
    if slot.endswith(".value") and isinstance(gold, Decimal) and isinstance(found, Decimal):
        return abs(gold - found) <= abs(gold) * TOLERANCE
    return gold == found


def same_names(gold: Names, found: Names) -> bool:
    """Tell whether two things share a symbol, a name, or a symbol without its market suffix."""
    if gold.symbols & found.symbols or gold.names & found.names:
        return True
    return bool(_stems(gold.symbols) & _stems(found.symbols))


def _stems(symbols: Iterable[str]) -> set[str]:
    return {symbol.split(".")[0] for symbol in symbols}


def same_days(gold: Days, found: Days) -> bool:
    """Tell whether a found window has gold's first and last day, within the stated slack."""
    slack = 1 if _length(gold) > LONG_WINDOW_DAYS else 0
    return all(
        wanted is None or (given is not None and abs(_ordinal(wanted) - _ordinal(given)) <= slack)
        for wanted, given in zip(gold, found, strict=True)
    )


def _length(days: Days) -> int:
    if not (days.start and days.end):
        return 0
    return _ordinal(days.end) - _ordinal(days.start) + 1


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()
