"""One time for joined figures: "profit fell 8% and sales rose 2% in the third quarter"."""

from __future__ import annotations

from itertools import pairwise

from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import Tape, pattern
from finfacts.facts import Metric

Told = tuple[Stated, Metric]


def with_shared_times(tape: Tape, told: list[Told]) -> list[Metric]:
    """Return figures in their order, those without a time with that of the one joined to them.

    Args:
        tape: the sentence.
        told: figures and the facts made of them.
    """
    facts = [fact for _, fact in told]
    if len({fact.period is None for fact in facts}) < 2:  # noqa: PLR2004  all alike
        return facts
    order = sorted(range(len(told)), key=lambda at: told[at][0].first)
    for at, following in pairwise(order):
        if facts[following].period is None and _joined(tape, told[at], told[following]):
            facts[following] = _timed(facts[following], facts[at])
    for at, following in pairwise(reversed(order)):
        if facts[following].period is None and _joined(tape, told[following], told[at], back=True):
            facts[following] = _timed(facts[following], facts[at])
    return facts


def _timed(fact: Metric, other: Metric) -> Metric:
    return fact.model_copy(update={"period": other.period})


def _same_owner(one: Metric, other: Metric) -> bool:
    names = {fact.subject.name if fact.subject is not None else "" for fact in (one, other)}
    return len(names) == 1


def _joined(tape: Tape, one: Told, other: Told, *, back: bool = False) -> bool:
    """Whether only a time and an "and" or "while" stand between two figures of the same kind."""
    if one[1].basis != other[1].basis or not _same_owner(one[1], other[1]):
        return False
    rule = _ONLY_AND if back else _ALONG
    return rule.fullmatch(tape.tags, one[0].last, max(one[0].last, other[0].first)) is not None


_ALONG = pattern(
    "(?: COMMA? (?:IN|ON|FOR)? DET? ADVERB? PERIOD ADVERB? )?"
    " (?:COMMA|AND|CLAUSE|WITH)+ (?:DET|POSSESSIVE|ADVERB|TALLY|WORD (?=$))*"
)
_ONLY_AND = pattern("COMMA? AND (?:DET|POSSESSIVE|ADVERB|TALLY)*")
