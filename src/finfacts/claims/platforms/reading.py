"""A sentence read for platform claims: its tape, and which instrument and platform hold in it.

Words that carry nothing here ("the", "also", quotation marks) are left off the tape.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from finfacts.claims.houses import is_only_house
from finfacts.claims.tape import (
    IDLE,
    Item,
    Placed,
    Tape,
    lay,
    pattern,
    tape_of,
    without_overlap,
)
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.lexicons.cues import load_cues
from finfacts.patterns import lazy
from finfacts.values import Instrument, Period, Span

_VOLUMES = frozenset({"high", "low", "normal", "extremely_high", "extremely_low"})
_SUBJECTS = frozenset({"equity", "etf", "crypto", "index", "commodity"})
_FORUM = lazy(r"(?:Reddit|Twitter|Robinhood|TipRanks)$")
_ON = lazy(r"\b(?:on|to|across) $", regex.IGNORECASE)
_FOR = pattern("(?:FOR|ON) (?P<subject>INSTRUMENT)")
_UNLINKED = pattern("""
    (?: NAME POSS_MARK (?:MOOD|VOLUME|AUX|RISE|WORD|COMMA)
      | (?:MOOD|VOLUME) (?:ON|FOR|TO|IN|OF|WORD) NAME (?!NAME)
      | NAME COMMA REL AUX? [^INSTRUMENT] ) """)


class Reading(NamedTuple):
    """A sentence on the tape for platform claims."""

    sentence: Sentence
    tape: Tape
    setting: Setting
    platform: str | None

    @property
    def items(self) -> list[Item]:
        """The items of the tape."""
        return self.tape.items


def read(sentence: Sentence, setting: Setting) -> Reading:
    """Lay a sentence on the tape with its labels, instruments, percentages and dates."""
    cues = load_cues("grammar", "platforms")
    laid = lay(sentence.tokens, _placed(sentence, setting), cues, sentence.passage.clean)
    kept = [item for item in laid.items if item.tag not in IDLE]
    kept = [_as_volume(item, kept[at - 1] if at else None) for at, item in enumerate(kept)]
    tape = tape_of(kept)
    named = next((item.sense for at, item in enumerate(kept) if _is_platform(kept, at)), None)
    return Reading(sentence, tape, setting, named or setting.platform)


def _is_platform(items: list[Item], at: int) -> bool:
    """Whether a platform is named as one: "on Reddit", not "Reddit's next stop"."""
    item = items[at]
    if item.tag != "PLATFORM":
        return False
    return item.sense != "Reddit" or (at > 0 and items[at - 1].tag == "ON")


def _as_volume(item: Item, before: Item | None) -> Item:
    """Take plain "volume" after a label for message volume: "with 'normal' volume"."""
    if item.lower in ("volume", "volumes") and before is not None and before.tag == "VOLUME_LABEL":
        return item._replace(tag="VOLUME")
    return item


def _placed(sentence: Sentence, setting: Setting) -> list[Placed]:
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
        if value.kind in _SUBJECTS
        and not (_is_forum(sentence, value) or is_only_house(setting, value))
    ]
    marks += [
        Placed("PERCENT", value.span.start, value.span.end, value)
        for value in found.quantities
        if value.unit in ("percent", "multiple")
    ]
    marks += [Placed("PERIOD", value.span.start, value.span.end, value) for value in found.periods]
    return without_overlap(marks)


def _is_forum(sentence: Sentence, value: Instrument) -> bool:
    """Whether a name is the place where users write: "on Reddit"."""
    before = sentence.passage.clean[max(sentence.start, value.span.start - 7) : value.span.start]
    return bool(_FORUM.match(value.span.text) and _ON.search(before))


def subject_of(reading: Reading, at: int, low: int = 0) -> Instrument | None:
    """Return the instrument that item ``at`` speaks of, or None where it is not clear.

    Args:
        reading: the sentence.
        at: index of the label or the word for volume.
        low: where the clause starts; what stands before is taken only where nothing else does.
    """
    after = _FOR.match(reading.tape.tags, at + 1)
    if after is not None:
        return _instrument(reading, after.start("subject"))
    for first in (low, 0):
        if _UNLINKED.search(reading.tape.tags, first, at + 2) and first == low:
            linked = [i for i in range(first, at) if reading.items[i].tag == "INSTRUMENT"]
            if not linked:
                return None
        for index in reversed(range(first, at)):
            if reading.items[index].tag == "INSTRUMENT":
                return _instrument(reading, index)
    return default_subject(reading)


def default_subject(reading: Reading) -> Instrument | None:
    """Return what a sentence that names nothing is about: told before, or the article's own."""
    setting = reading.setting
    before = [value for value in setting.before if value.kind in ("equity", "etf", "crypto")]
    if len(before) == 1:
        return before[0]
    return setting.main or setting.topic


def _instrument(reading: Reading, at: int) -> Instrument | None:
    value = reading.items[at].value
    return value if isinstance(value, Instrument) else None


def period_at(reading: Reading, at: int, reach: int = 5) -> Period | None:
    """Return the first period in the few items from ``at`` on."""
    for item in reading.items[at : at + reach]:
        if isinstance(item.value, Period):
            return item.value
        if item.tag in (
            "MOOD_LABEL",
            "VOLUME_LABEL",
            "FROM",
            "AGAINST",
            "CLAUSE",
            "SEMICOLON",
            "VOLUME",
            "AND",
        ):
            return None
    return None


def evidence(reading: Reading, first: int, last: int) -> Span:
    """Return the words of items [first, last) as a span, commas and stops at the end aside."""
    while last - 1 > first and _is_loose(reading.items[last - 1]):
        last -= 1
    return reading.sentence.passage.span(reading.items[first].start, reading.items[last - 1].end)


def _is_loose(item: Item) -> bool:
    if item.tag == "MARK":
        return not item.lower[0].isdigit()
    return item.tag in ("STOP", "COMMA", "AND")
