"""A sentence read for platform claims: its tape, and which instrument and platform hold in it."""

from __future__ import annotations

from typing import NamedTuple

from finfacts.claims.tape import Placed, Tape, lay
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.lexicons.cues import load_cues
from finfacts.values import Instrument, Period, Span

_VOLUMES = frozenset({"high", "low", "normal", "extremely_high", "extremely_low"})


class Reading(NamedTuple):
    """A sentence on the tape for platform claims."""

    sentence: Sentence
    tape: Tape
    setting: Setting
    platform: str | None


def read(sentence: Sentence, setting: Setting) -> Reading:
    """Lay a sentence on the tape with its labels, instruments, percentages and dates."""
    cues = load_cues("grammar", "platforms")
    tape = lay(sentence.tokens, _placed(sentence), cues, sentence.passage.clean)
    platform = next((item.sense for item in tape.items if item.tag == "PLATFORM"), None)
    return Reading(sentence, tape, setting, platform or setting.platform)


def _placed(sentence: Sentence) -> list[Placed]:
    found = sentence.found
    marks = [
        Placed(
            "VOLUME_LABEL" if value.label in _VOLUMES else "MOOD_LABEL",
            value.span.start,
            value.span.end,
            value,
            value.label,
        )
        for value in found.labels
    ]
    marks += [
        Placed("INSTRUMENT", value.span.start, value.span.end, value)
        for value in found.instruments
    ]
    marks += [
        Placed("PERCENT", value.span.start, value.span.end, value)
        for value in found.quantities
        if value.unit in ("percent", "multiple")
    ]
    marks += [Placed("PERIOD", value.span.start, value.span.end, value) for value in found.periods]
    kept: list[Placed] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def instrument_before(reading: Reading, at: int) -> Instrument | None:
    """Return the last instrument before item ``at``, else the article's main one."""
    for item in reversed(reading.tape.items[:at]):
        if isinstance(item.value, Instrument):
            return item.value
    return None


def instrument_near(reading: Reading, at: int) -> Instrument | None:
    """Return the instrument that item ``at`` speaks of: before it, after it, or the main one."""
    before = instrument_before(reading, at)
    if before is not None:
        return before
    after = (item.value for item in reading.tape.items[at:] if isinstance(item.value, Instrument))
    return next(after, None) or reading.setting.main


def period_at(reading: Reading, at: int, reach: int = 4) -> Period | None:
    """Return the first period in the few items from ``at`` on."""
    for item in reading.tape.items[at : at + reach]:
        if isinstance(item.value, Period):
            return item.value
        if item.tag in ("MOOD_LABEL", "VOLUME_LABEL", "FROM", "CLAUSE", "SEMICOLON", "VOLUME"):
            return None
    return None


def evidence(reading: Reading, first: int, last: int) -> Span:
    """Return the words of items [first, last) as a span."""
    items = reading.tape.items
    return reading.sentence.passage.span(items[first].start, items[last - 1].end)
