"""The mean of many targets: "an average target of $61", "the median forecast is for 3,250".

An index has its mean target in points, told of forecasts as well as of targets.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import regex

from finfacts.context.sentence import Sentence
from finfacts.patterns import lazy
from finfacts.values import Instrument, Quantity

_KIND = r"(?:average|avg\.?|mean|median|consensus)"
_TARGET = r"(?:(?:year-end|price)\ )?(?:target|objective|PT)(?:\ price)?"
_FILL = r"""
    (?: \ (?:of|is|was|at|stands|stood|on|for|the|stock|shares|it|among|them|sits|by|from|now
          |has|have|climbed|risen|fallen|rose|fell|to|analysts|brokerages|tracked|polled|covering
          |\d{1,3}|(?-i:\p{Lu})[\w&.]*(?:'s)?) ){0,9}
"""
_BEFORE = lazy(
    rf"""
    (?: \b{_KIND}(?!\w) (?:\ (?!of\b)[\w.'’&-]+){{0,3}}? \ {_TARGET}\b
      | \b{_KIND}\ of\ (?:[\w'-]+\ ){{0,4}}? (?:price\ )?targets\b )
    {_FILL} \ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_AFTER = lazy(rf",?(?:\ (?:the|its|their))?\ {_KIND}\ (?:price\ )?target", regex.IGNORECASE)
_CROWD = rf"(?:\b{_KIND}\b[^.;]{{0,80}}|\b(?:strategists|analysts)\b[^.;]{{0,60}})"
_ENDING = r"(?:end|ends|ending|close|closes|closing|finish|finishes|finishing|reach|reaching)"
_FORECAST = lazy(
    rf"""
      {_CROWD} \b(?:sees?|expects?|is\ for|predicts?|puts?)\b [^.;,]{{0,50}}?
      \b(?: {_ENDING}\b (?:[ ](?:out|this|the|year|\d{{4}})){{0,3}} (?:\ (?:up\ )?at)? | at )\ $
    | \b{_KIND}\ (?:[\w-]+\ ){{0,2}}?(?:target|forecast|estimate|projection)\b
      [^.;,\d]{{0,60}} (?:\d{{4}}[^.;,\d]{{0,12}})? \b(?:of|is|was|at|stands\ at)\ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_AVERAGED = lazy(rf"\b{_KIND}\b", regex.IGNORECASE)
_REACH = 110  # characters before a figure


class Mean(NamedTuple):
    """A mean target, and where the words that tell it start and end."""

    target: Quantity
    start: int
    end: int


def find_mean(sentence: Sentence, subject: Instrument) -> Mean | None:
    """Return the mean target of a sentence, or None.

    Args:
        sentence: where to look.
        subject: whose target it would be; that of an index is a level.
    """
    fits = _is_level if subject.kind == "index" else _is_money
    found = (_mean(sentence, value, subject) for value in sentence.found.quantities if fits(value))
    return next((mean for mean in found if mean is not None), None)


def _mean(sentence: Sentence, value: Quantity, subject: Instrument) -> Mean | None:
    """Return a figure as the mean target, where the words beside it call it one."""
    clean, (start, end) = sentence.passage.clean, (value.span.start, value.span.end)
    low = max(sentence.start, start - _REACH)
    before = clean[low:start]
    told = _BEFORE.search(before)
    if told is None and subject.kind == "index" and _AVERAGED.search(sentence.clean):
        told = _FORECAST.search(before)
    if told is not None:
        return Mean(_placed(value, subject), low + told.start(), end)
    after = _AFTER.match(clean, end)
    return Mean(_placed(value, subject), start, after.end()) if after is not None else None


def _is_money(value: Quantity) -> bool:
    return value.unit == "currency" and value.value is not None and value.value > Decimal(0)


def _is_level(value: Quantity) -> bool:
    """Whether a number may be the level of an index: in hundreds, no currency."""
    plain = value.unit in ("count", "index_point")
    return plain and value.value is not None and value.value > _LEVEL


_LEVEL = 100


def _placed(value: Quantity, subject: Instrument) -> Quantity:
    return value.model_copy(update={"unit": "index_point"}) if subject.kind == "index" else value
