"""Quarters that no calendar knows: "the third quarter" of a company whose year ends in January."""

from __future__ import annotations

from functools import cache

import regex

from finfacts.lexicons.tables import read_toml
from finfacts.patterns import lazy
from finfacts.values import Instrument, Named, Period


def is_off_calendar(whose: Instrument | Named | None, period: Period) -> bool:
    """Return whether a quarter, half or full year is told by a company's own books alone.

    Args:
        whose: whose figure the period is of.
        period: as the calendar would place it.
    """
    if period.start is None or not isinstance(whose, Instrument) or whose.kind != "equity":
        return False
    end = "march" if whose.exchange in _TOKYO else _ends().get(whose.symbol or "")
    if end is None:
        return False
    words = period.span.text
    numbered = _NUMBERED.search(words) is not None and _DATED.search(words) is None
    return numbered or (end not in _IN_STEP and _RUNNING.fullmatch(words) is not None)


@cache
def _ends() -> dict[str, str]:
    """Return the month in which a company's year ends, by its symbol."""
    table = read_toml("fiscal_years.toml")
    return {symbol: month for month, entry in table.items() for symbol in entry["symbols"]}


_TOKYO = frozenset({"XTKS", "XJPX"})
_IN_STEP = frozenset({"march", "june", "september"})  # their quarters are quarters of the calendar
_NUMBERED = lazy(
    r"\b(?:first|second|third|fourth|final|[1-4](?:st|nd|rd|th)|q[1-4]|[1-4]q|h[12]|[12]h"
    r"|full[\s-]year)(?:\b|(?=\d))",
    regex.IGNORECASE,
)
_DATED = lazy(r"\b(?:ended|ending|calendar|weeks?|months?|days?)\b", regex.IGNORECASE)
_RUNNING = lazy(
    r"(?:this|the|its)?\s?(?:current|last|next|previous|prior|this|coming|running)\s"
    r"(?:fiscal\s)?quarter|this\squarter",
    regex.IGNORECASE,
)
