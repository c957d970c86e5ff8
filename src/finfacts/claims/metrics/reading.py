"""A sentence read for figures: names of metrics, values, verbs of growth and expecting on a tape.

"Revenue rose 5% to $2bn" becomes ``METRIC GROW PERCENT TO MONEY``.
"""

from __future__ import annotations

from typing import NamedTuple

from finfacts.claims.prices.reading import quantity_mark
from finfacts.claims.tape import Item, Placed, Tape, lay
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.lexicons.cues import load_cues
from finfacts.values import Instrument, Quantity

VALUE = "[PERCENT MONEY NUMBER POINTS TIMES SHARES]"
NAME = "[METRIC ECONOMY]"
NOUNS = "[WORD NAME ADJECTIVE PERIOD INSTRUMENT POSS_MARK POSSESSIVE DET HOUSE THING YEAR_AGO]"
DEGREE = "(?:ADVERB|ADJECTIVE|BY|DET(?=ADVERB|ADJECTIVE)|WORD(?=PERCENT))*"
GROWING = "[GROW GROW_BASE GROW_ING]"


class Reading(NamedTuple):
    """A sentence on the tape for metric claims."""

    sentence: Sentence
    tape: Tape
    setting: Setting


def read(sentence: Sentence, setting: Setting) -> Reading:
    """Lay a sentence on the tape."""
    cues = load_cues("grammar", "metrics")
    tape = lay(sentence.tokens, _placed(sentence), cues, sentence.passage.clean)
    return Reading(sentence, tape, setting)


def _placed(sentence: Sentence) -> list[Placed]:
    found = sentence.found
    marks = [quantity_mark(value) for value in found.quantities]
    marks += [
        Placed("INSTRUMENT", value.span.start, value.span.end, value)
        for value in found.instruments
        if _is_owner(value)
    ]
    marks += [Placed("HOUSE", b.span.start, b.span.end, b) for b in found.brokerages]
    marks += [Placed("PERIOD", p.span.start, p.span.end, p) for p in found.periods]
    kept: list[Placed] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _is_owner(value: Instrument) -> bool:
    """Whether a mention can have figures: no yields and bonds, no bare sector words."""
    return value.kind not in ("rate", "bond") and (
        value.kind not in ("sector", "commodity") or " " in value.span.text
    )


def item_at(reading: Reading, at: int) -> Item:
    """Return item ``at`` of a reading."""
    return reading.tape.items[at]


def quantity_at(reading: Reading, at: int) -> Quantity | None:
    """Return the quantity that item ``at`` stands for, or None."""
    value = reading.tape.items[at].value if at >= 0 else None
    return value if isinstance(value, Quantity) else None
