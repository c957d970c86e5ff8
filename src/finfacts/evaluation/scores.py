"""Counts to precision, recall and F1: core, whole fact and slot, by type, over all, by article.

The 95 % intervals are bootstrapped by article: facts of one article share its style and its
difficulties, so whole articles are drawn again, not facts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from finfacts.evaluation.matching import Claim, Matched, Pair, is_core, is_exact, right_slots
from finfacts.evaluation.slots import CORE

RESAMPLES = 1000
SEED = 20260113
FEWEST_ARTICLES = 2
LOW_QUANTILE, HIGH_QUANTILE = 0.025, 0.975


class Tally(NamedTuple):
    """Counts of one type in one article (or summed): facts, then slots.

    ``paired``, ``core`` and ``exact`` count facts; ``right``, ``lacking``, ``extra`` count slots.
    """

    gold: int = 0
    found: int = 0
    paired: int = 0
    core: int = 0
    exact: int = 0
    right: int = 0
    lacking: int = 0
    extra: int = 0


class Score(BaseModel):
    """Precision, recall and F1 between 0 and 1; 0 where there is nothing to divide by."""

    model_config = ConfigDict(frozen=True)

    precision: float
    recall: float
    f1: float


class Interval(BaseModel):
    """A 95 % interval of an F1, bootstrapped by article."""

    model_config = ConfigDict(frozen=True)

    low: float
    high: float


class FactScores(BaseModel):
    """How right the facts of one type, or of all types, are.

    Attributes:
        gold: facts that should be found.
        found: facts that were found.
        detection: facts paired at all: same type, overlapping evidence.
        core: agreement in what makes the fact.
        exact: whole facts: every slot right, none extra.
        slot: micro over all slots, missed and spurious facts counted in full.
        intervals: 95 % intervals of the three F1, by name.
    """

    model_config = ConfigDict(frozen=True)

    gold: int
    found: int
    detection: Score
    core: Score
    exact: Score
    slot: Score
    intervals: dict[str, Interval] = {}


class SlotScores(BaseModel):
    """How right one slot is, over all facts; ``gold`` is how often it is filled there."""

    model_config = ConfigDict(frozen=True)

    gold: int
    found: int
    score: Score


def score(right: int, found: int, gold: int) -> Score:
    """Return precision, recall and F1 of counts.

    >>> score(1, 2, 1).f1
    0.6666666666666666
    """
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return Score(
        precision=precision, recall=recall, f1=2 * precision * recall / both if both else 0.0
    )


def tally(matched: Matched) -> dict[str, Tally]:
    """Count one article's matched claims by type."""
    return {kind: _tally_kind(matched, kind) for kind in CORE}


def _tally_kind(matched: Matched, kind: str) -> Tally:
    pairs = [pair for pair in matched.pairs if pair.gold.type == kind]
    missed = [one for one in matched.missed if one.type == kind]
    spurious = [one for one in matched.spurious if one.type == kind]
    right = sum(len(right_slots(pair)) for pair in pairs)
    wanted = [pair.gold for pair in pairs] + missed
    given = [pair.found for pair in pairs] + spurious
    return Tally(
        gold=len(wanted),
        found=len(given),
        paired=len(pairs),
        core=sum(map(is_core, pairs)),
        exact=sum(map(is_exact, pairs)),
        right=right,
        lacking=sum(len(one.slots) for one in wanted) - right,
        extra=sum(len(one.slots) for one in given) - right,
    )


def add(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    columns = list(zip(*tallies, strict=True))
    return Tally(*(sum(column) for column in columns)) if columns else Tally()


def fact_scores(counts: Tally, intervals: dict[str, Interval] | None = None) -> FactScores:
    """Return the scores that a tally amounts to."""
    return FactScores(
        gold=counts.gold,
        found=counts.found,
        detection=score(counts.paired, counts.found, counts.gold),
        core=score(counts.core, counts.found, counts.gold),
        exact=score(counts.exact, counts.found, counts.gold),
        slot=score(counts.right, counts.right + counts.extra, counts.right + counts.lacking),
        intervals=intervals or {},
    )


def slot_scores(articles: Iterable[Matched]) -> dict[str, SlotScores]:
    """Return how right each slot is over all articles, by slot name."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for matched in articles:
        _count_slots(matched, right, gold, found)
    return {
        slot: SlotScores(
            gold=gold[slot],
            found=found[slot],
            score=score(right[slot], found[slot], gold[slot]),
        )
        for slot in sorted(gold | found)
    }


def _count_slots(
    matched: Matched, right: Counter[str], gold: Counter[str], found: Counter[str]
) -> None:
    for pair in matched.pairs:
        right.update(right_slots(pair))
    for one in (*_golds(matched.pairs), *matched.missed):
        gold.update(one.slots.keys())
    for one in (*(pair.found for pair in matched.pairs), *matched.spurious):
        found.update(one.slots.keys())


def _golds(pairs: Sequence[Pair]) -> list[Claim]:
    return [pair.gold for pair in pairs]


def bootstrap(articles: Sequence[Tally]) -> dict[str, Interval]:
    """Return 95 % intervals of core, exact and slot F1, drawing articles with replacement.

    Args:
        articles: one tally an article; with fewer than two there is nothing to draw from.
    """
    if len(articles) < FEWEST_ARTICLES:
        return {}
    import numpy as np  # noqa: PLC0415 - comes with scipy, an extra

    draws = np.random.default_rng(SEED).multinomial(
        len(articles), [1 / len(articles)] * len(articles), size=RESAMPLES
    )
    gold, found, _, core, exact, right, lacking, extra = (draws @ np.array(articles)).T.tolist()
    slots_found = [a + b for a, b in zip(right, extra, strict=True)]
    slots_gold = [a + b for a, b in zip(right, lacking, strict=True)]
    return {
        "core": _interval(core, found, gold),
        "exact": _interval(exact, found, gold),
        "slot": _interval(right, slots_found, slots_gold),
    }


def _interval(right: list[int], found: list[int], gold: list[int]) -> Interval:
    values = sorted(
        2 * one / (given + wanted) if given + wanted else 0.0
        for one, given, wanted in zip(right, found, gold, strict=True)
    )
    return Interval(
        low=values[int(LOW_QUANTILE * len(values))],
        high=values[int(HIGH_QUANTILE * len(values))],
    )


def by_type(articles: Sequence[Mapping[str, Tally]]) -> dict[str, FactScores]:
    """Return the scores of every type that occurs, and of ``all`` types together.

    Args:
        articles: the tallies by type of each article.
    """
    columns = {kind: [one[kind] for one in articles] for kind in CORE}
    columns["all"] = [add(one.values()) for one in articles]
    return {
        kind: fact_scores(add(column), bootstrap(column))
        for kind, column in columns.items()
        if kind == "all" or any(one.gold or one.found for one in column)
    }
