"""A fact as slots, and when two slots are the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from finfacts.evaluation.slots import Days, Names, comparable, names_of, read_slots, same

COMPARABLE = [
    ("The Coca-Cola Co.", "coca cola"),
    ("Palantir’s shares", "palantir"),
    ("S&P 500 Index", "s&p 500"),
    ("Disney+", "disney+"),
    ("extremely_bullish", "extremely bullish"),
]


@pytest.mark.parametrize(("text", "expected"), COMPARABLE)
def test_names_are_compared_without_case_and_empty_words(text: str, expected: str) -> None:
    assert comparable(text) == expected


SAME = [
    ("percent.value", Decimal(100), Decimal("100.2"), True),
    ("percent.value", Decimal(100), Decimal("100.3"), False),
    ("percent.value", Decimal(0), Decimal(0), True),
    ("baseline.level", Decimal(100), Decimal("100.1"), False),
    ("value.value", (Decimal(1), Decimal(2)), (Decimal(1), Decimal(2)), True),
    ("value.value", (Decimal(1), Decimal(2)), Decimal(1), False),
    ("direction", "up", "up", True),
    ("direction", "up", "down", False),
    # one day or two: to the day
    ("period", Days("2026-01-12", "2026-01-12"), Days("2026-01-13", "2026-01-13"), False),
    ("period", Days("2026-01-12", "2026-01-13"), Days("2026-01-12", "2026-01-14"), False),
    # longer: a day at either end
    ("period", Days("2026-01-12", "2026-01-14"), Days("2026-01-11", "2026-01-15"), True),
    ("period", Days("2026-01-12", "2026-01-14"), Days("2026-01-10", "2026-01-14"), False),
    # an end that gold leaves open fits any, not the other way round
    ("period", Days("2026-01-12", None), Days("2026-01-12", "2026-03-01"), True),
    ("period", Days("2026-01-12", "2026-03-01"), Days("2026-01-12", None), False),
]


@pytest.mark.parametrize(("slot", "gold", "found", "expected"), SAME)
def test_slots_are_the_same_within_the_stated_tolerance(
    slot: str, gold: object, found: object, *, expected: bool
) -> None:
    assert same(slot, gold, found) is expected  # type: ignore[arg-type]


SAME_NAMES = [
    ({"names": ["Alphabet", "Google"], "symbols": ["GOOGL"]}, {"name": "google inc."}, True),
    ({"names": ["Brent"], "symbols": ["BRENT", "BZ"]}, {"name": "crude", "symbol": "BZ"}, True),
    ({"name": "State Bank", "symbol": "SBIN.NS"}, {"name": "SBI", "symbol": "SBIN.BO"}, True),
    ({"names": ["S&P 500"], "symbols": ["^SPX"]}, {"name": "x", "symbol": "SPX"}, True),
    ({"names": ["Ford"], "symbols": ["F"]}, {"name": "GM", "symbol": "GM"}, False),
    ("Goldman Sachs", "goldman sachs group", True),
]


@pytest.mark.parametrize(("gold", "found", "expected"), SAME_NAMES)
def test_a_shared_name_or_symbol_makes_the_same_thing(
    gold: object, found: object, *, expected: bool
) -> None:
    assert same("subject", names_of(gold), names_of(found)) is expected


def test_a_fact_is_read_slot_by_slot() -> None:
    fact = {
        "type": "price_move",
        "subject": {"name": "Baidu Inc.", "symbol": "BIDU"},
        "direction": "up",
        "percent": {"value": "6", "comparator": "over", "unit": "percent"},
        "to": {"value": "120.50", "unit": "currency", "currency": "USD"},
        "from": None,
        "period": {"start": "2026-01-12", "end": "2026-01-12"},
        "baseline": {"kind": "record_high", "level": {"value": "192.67", "unit": "currency"}},
        "assertion": "rumored",
    }
    assert read_slots(fact) == {
        "subject": Names(frozenset({"baidu"}), frozenset({"BIDU"})),
        "direction": "up",
        "percent.value": Decimal(6),
        "percent.comparator": "over",
        "percent.unit": "percent",
        "to.value": Decimal("120.5"),
        "to.comparator": "exact",
        "to.unit": "currency:USD",
        "period": Days("2026-01-12", "2026-01-12"),
        "baseline.kind": "record_high",
        "baseline.level": Decimal("192.67"),
        "assertion": "rumored",
    }


@pytest.mark.parametrize("basis", ["guidance", "estimate"])
def test_how_guidance_and_estimates_are_asserted_is_no_slot(basis: str) -> None:
    fact = {"type": "metric", "name": "gross_margin", "basis": basis, "assertion": "expected"}
    assert read_slots(fact) == {
        "name": Names(frozenset({"gross margin"}), frozenset()),
        "basis": basis,
    }
