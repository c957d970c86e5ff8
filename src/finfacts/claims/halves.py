"""Halves as falls: what "halved" is 50 percent down; other multiples stay multiples."""

from __future__ import annotations

from decimal import Decimal

from finfacts.values import Quantity

_HALF = Decimal("0.5")
_PERCENT = Decimal(100)


def is_half(value: Quantity | None) -> bool:
    """Return whether a multiple is a half: "more than halved"."""
    return value is not None and value.unit == "multiple" and value.value == _HALF


def as_percent(value: Quantity | None) -> Quantity | None:
    """Return "halved" as 50 percent, any other quantity as it is."""
    if value is None or not is_half(value):
        return value
    return value.model_copy(update={"value": _HALF * _PERCENT, "unit": "percent"})
