"""A sentence read for analyst claims: houses, analysts, ratings, targets and verbs on a tape."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from finfacts.claims.tape import Placed, Tape, lay
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.lexicons.cues import Cues, load_cues
from finfacts.lexicons.ratings import rating_cues


class Reading(NamedTuple):
    """A sentence on the tape for analyst claims."""

    sentence: Sentence
    tape: Tape
    setting: Setting


@cache
def _cues() -> Cues:
    """Return the cue words and the ratings, longest phrase first."""
    words, ratings = load_cues("grammar", "analysts"), rating_cues()
    both = {
        first: [*words.get(first, ()), *ratings.get(first, ())] for first in {*words, *ratings}
    }
    return {
        first: sorted(entries, key=lambda entry: (-len(entry.rest), entry.cue.tag != "RATING"))
        for first, entries in both.items()
    }


def read(sentence: Sentence, setting: Setting) -> Reading:
    """Lay a sentence on the tape; a house stands before an instrument of the same name."""
    tape = lay(sentence.tokens, _placed(sentence), _cues(), sentence.passage.clean)
    return Reading(sentence, tape, setting)


def _placed(sentence: Sentence) -> list[Placed]:
    found = sentence.found
    marks = [
        (0, Placed("HOUSE", value.span.start, value.span.end, value))
        for value in found.brokerages
    ]
    marks += [
        (1, Placed("PERSON", value.span.start, value.span.end, value)) for value in found.people
    ]
    marks += [
        (2, Placed("INSTRUMENT", value.span.start, value.span.end, value))
        for value in found.instruments
    ]
    marks += [
        (3, Placed("MONEY", value.span.start, value.span.end, value))
        for value in found.quantities
        if value.unit in ("currency", "count", "index_point")
    ]
    marks += [
        (4, Placed("PERCENT", value.span.start, value.span.end, value))
        for value in found.quantities
        if value.unit not in ("currency", "count", "index_point")
    ]
    marks += [
        (5, Placed("PERIOD", value.span.start, value.span.end, value)) for value in found.periods
    ]
    return _without_overlap(marks)


def _without_overlap(marks: list[tuple[int, Placed]]) -> list[Placed]:
    """Keep the marks of the lowest rank where two overlap, sorted by start."""
    kept: list[Placed] = []
    for _, mark in sorted(marks, key=lambda pair: (pair[0], pair[1].start)):
        if all(mark.start >= other.end or mark.end <= other.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)
