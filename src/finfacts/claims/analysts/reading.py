"""A sentence read for analyst claims: "Jefferies cut Nike" as HOUSE DOWN INSTRUMENT.

Words that carry nothing here ("its", "also", quotation marks) are left off the tape.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from finfacts.claims.houses import is_only_house
from finfacts.claims.tape import IDLE, Item, Placed, Tape, code, lay, tape_of
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.lexicons.cues import Cues, load_cues
from finfacts.lexicons.instruments import load_lexicon
from finfacts.lexicons.ratings import rating_cues
from finfacts.patterns import lazy
from finfacts.values import Brokerage, Instrument, Quantity

_SPEAKER = lazy(r"(?:the|its) (?:firm|bank|brokerage|broker|house)|it|they", regex.IGNORECASE)
_ISSUER_AFTER = lazy(r"(?:'s?)? ?(?:\((?:[A-Z]+: ?)?[A-Z.]{1,6}\)|shares?\b|stock\b|\+?-?\d)")
_ISSUER_BEFORE = lazy(
    r"\b(?:(?:up|down)grade[sd]?|raise[sd]|cuts?|lowered|coverage (?:of|on)"
    r"|(?:rating|target|stance) (?:on|for)"
    r"|initiate[sd]|starts?|started|shares of|stock of) $"
)
_SCALED = lazy(
    r"\b(?:thousand|million|billion|trillion|crore|lakh|mn|bn)\b|\d[mb]n?\b", regex.IGNORECASE
)


_ORDER = {"TARGET": 0, "RATING": 1}


class Reading(NamedTuple):
    """A sentence on the tape for analyst claims."""

    sentence: Sentence
    tape: Tape
    setting: Setting

    @property
    def items(self) -> list[Item]:
        """The items of the tape."""
        return self.tape.items

    def span(self, first: int, last: int, tag: str) -> bool:
        """Whether any of the items [first, last) has a tag."""
        return code(tag) in self.tape.tags[max(0, first) : last]


@cache
def _cues() -> Cues:
    """Return the cue words and the ratings, longest phrase first."""
    words, ratings = load_cues("grammar", "analysts"), rating_cues()
    both = {first: [*words.get(first, ()), *ratings.get(first, ())] for first in {*words, *ratings}}
    return {
        first: sorted(entries, key=lambda entry: (-len(entry.rest), _ORDER.get(entry.cue.tag, 2)))
        for first, entries in both.items()
    }


def read(sentence: Sentence, setting: Setting) -> Reading:
    """Lay a sentence on the tape; a house stands before an instrument of the same name."""
    tape = lay(sentence.tokens, _placed(sentence, setting), _cues(), sentence.passage.clean)
    kept = [item for item in tape.items if item.tag not in IDLE]
    return Reading(sentence, tape_of(kept), setting)


def _placed(sentence: Sentence, setting: Setting) -> list[Placed]:
    found = sentence.found
    marks = [
        (0, Placed("HOUSE", value.span.start, value.span.end, value))
        for value in found.brokerages
        if not (_is_issuer(sentence, value) or _rates_debt(value))
    ]
    marks += [
        (1, Placed("PERSON", value.span.start, value.span.end, value)) for value in found.people
    ]
    marks += [
        (2, Placed("INSTRUMENT", value.span.start, value.span.end, value))
        for value in found.instruments
        if not (_is_speaker(sentence, setting, value) or is_only_house(setting, value))
    ]
    marks += [
        (3, Placed(_quantity_tag(value), value.span.start, value.span.end, value))
        for value in found.quantities
    ]
    marks += [
        (4, Placed("PERIOD", value.span.start, value.span.end, value)) for value in found.periods
    ]
    return _ranked(marks)


def _rates_debt(house: Brokerage) -> bool:
    """Whether a house rates debt, not stocks: "Fitch downgraded Ford"."""
    known = load_lexicon().brokers.get(house.name)
    return known is not None and known.kind == "rating_agency"


def _is_issuer(sentence: Sentence, house: Brokerage) -> bool:
    """Whether a bank is what is rated: "UBS upgraded Goldman Sachs (GS)", not who rates."""
    if not any(value.span.start == house.span.start for value in sentence.found.instruments):
        return False
    clean = sentence.passage.clean
    before = clean[max(sentence.start, house.span.start - 24) : house.span.start]
    return bool(_ISSUER_AFTER.match(clean, house.span.end) or _ISSUER_BEFORE.search(before))


def _is_speaker(sentence: Sentence, setting: Setting, value: Instrument) -> bool:
    """Whether a phrase that opens a sentence is the house: "The bank cut its target"."""
    if setting.brokerage is None and not sentence.found.brokerages:
        return False
    if not _SPEAKER.fullmatch(value.span.text):
        return False
    if value.link != "coreference":
        return False
    before = sentence.passage.clean[max(sentence.start, value.span.start - 5) : value.span.start]
    return not before.strip() or before.endswith((": ", ", "))


def _quantity_tag(value: Quantity) -> str:
    if value.unit == "percent":
        return "PERCENT"
    if value.unit not in ("currency", "count", "index_point") or _SCALED.search(value.span.text):
        return "AMOUNT"
    return "MONEY" if value.per in (None, "share", "barrel", "ounce", "ton", "tonne") else "AMOUNT"


def _ranked(marks: list[tuple[int, Placed]]) -> list[Placed]:
    """Keep the marks of the lowest rank where two overlap, sorted by start."""
    kept: list[Placed] = []
    for _, mark in sorted(marks, key=lambda pair: (pair[0], pair[1].start)):
        if all(mark.start >= other.end or mark.end <= other.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)
