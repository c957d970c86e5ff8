"""Which way a figure went: "rose", "doubled", "a gain of"; a loss that widens has no side."""

from __future__ import annotations

from finfacts.claims.halves import is_half
from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.tail import direction_of
from finfacts.claims.tape import Item
from finfacts.facts import Direction
from finfacts.values import Quantity


def side_of(reading: Reading, figure: Stated) -> Direction | None:
    """Return which way the words of a figure say that it went, or None."""
    if figure.rule == "metric_multiplied":
        return _multiplied(reading, figure)
    if figure.rule == "metric_kept":
        return "flat"
    if figure.move < 0:
        return _signed(quantity_at(reading, figure.value))
    move = reading.tape.items[figure.move]
    if _is_negative(quantity_at(reading, figure.change)):
        return "down"
    level = figure.rule == "metric_estimate" and move.tag == "NOUN" and figure.change < 0
    if _is_no_move(reading, figure) or (level and _is_sum(reading, figure)):
        return None
    return _moved(move) or ("up" if figure.rule == "metric_beat" else None)


def _is_no_move(reading: Reading, figure: Stated) -> bool:
    """Whether "fall in the range of 23%" moves nothing, and "the loss narrowed to" has no side."""
    items = reading.tape.items
    after = items[figure.move + 1] if figure.move + 1 < len(items) else None
    ranged = figure.rule == "metric_forecast_moved" and items[figure.move].lower.startswith(
        "narrow"
    )
    return ranged or _is_loss(reading, figure) or (after is not None and after.tag == "TOTAL")


def _is_loss(reading: Reading, figure: Stated) -> bool:
    """Whether a figure is a loss, which has no side: "the net loss widened"."""
    item = reading.tape.items[figure.name]
    return not item.lower.endswith("ratio") and not _LOSSES.isdisjoint(item.lower.split())


_LOSSES = frozenset(("loss", "losses"))


def _is_negative(value: Quantity | None) -> bool:
    """Whether growth is told with a minus: "growth of -1.5%"."""
    return value is not None and value.span.text.startswith("-")


def _moved(move: Item) -> Direction | None:
    """Return the side of a word of growth, of a deed, or of "3% [higher than] a year ago"."""
    if move.tag == "EARN" and move.lower.startswith("los"):
        return "down"
    return _SIDES.get(move.sense) or direction_of(move.sense)


_SIDES: dict[str, Direction] = {
    "turn": "down",
    "pare": "down",
    "miss": "down",
    "beat": "up",
    "job_cuts": "down",
    "rate_cuts": "down",
    "rate_hikes": "up",
    "funds_raised": "up",
    "additions": "up",
}


def _multiplied(reading: Reading, figure: Stated) -> Direction | None:
    """Return the side of "doubled" and "halved"; a ratio of 3 is no growth."""
    if reading.tape.items[figure.name].sense.endswith("_ratio") or _is_loss(reading, figure):
        return None
    return "down" if is_half(quantity_at(reading, figure.change)) else "up"


def _is_sum(reading: Reading, figure: Stated) -> bool:
    """Whether "a loss of 72 cents" is a sum and no growth."""
    value = quantity_at(reading, figure.value)
    return value is not None and value.unit == "currency"


def _signed(value: Quantity | None) -> Direction | None:
    """Return the side of a signed percentage: "+2.8%"."""
    if value is None or value.unit != "percent":
        return None
    return _SIGNS.get(value.span.text[:1])


_SIGNS: dict[str, Direction] = {"+": "up", "-": "down"}
