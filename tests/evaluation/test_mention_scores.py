"""Labelled spans are scored by place and by value."""

from __future__ import annotations

import pytest

from finfacts.evaluation.matching import Place
from finfacts.evaluation.mention_scores import (
    Labelled,
    labelled_mention,
    score_labelled,
    value_coverage,
)


def mention(kind: str, first: int, last: int, /, **value: object) -> Labelled:
    return labelled_mention({"kind": kind, "span": {"start": first, "end": last}, "value": value})


PERCENT = {"value": "3", "unit": "percent"}
MONDAY = {"start": "2026-01-12", "end": "2026-01-12", "timex": "2026-01-12"}
WEEK = {"start": "2026-01-05", "end": "2026-01-12", "timex": "P1W"}
FORD = {"name": "Ford", "symbol": "F"}

# gold, found, precision by measure
SCORES = [
    (
        mention("quantity", 0, 2, **PERCENT),
        mention("quantity", 0, 2, **PERCENT),
        {"exact": 1.0, "overlap": 1.0, "value": 1.0},
    ),
    (
        mention("quantity", 0, 10, **PERCENT),
        mention("quantity", 6, 10, value="3.001", unit="percent"),
        {"exact": 0.0, "overlap": 1.0, "value": 1.0},
    ),
    (
        mention("quantity", 0, 2, **PERCENT),
        mention("quantity", 0, 2, value="3", unit="basis_point"),
        {"exact": 1.0, "overlap": 1.0, "value": 0.0},
    ),
    (
        mention("quantity", 0, 2, **PERCENT),
        mention("quantity", 2, 4, **PERCENT),
        {"exact": 0.0, "overlap": 0.0, "value": 0.0},
    ),
    (
        mention("date", 0, 6, **MONDAY),
        mention("date", 0, 6, **{**MONDAY, "timex": "XXXX-01-12"}),
        {"exact": 1.0, "overlap": 1.0, "timex": 0.0, "start/end": 1.0, "interval": 1.0},
    ),
    (
        mention("date", 0, 6, **WEEK),
        mention("date", 0, 6, **MONDAY),
        {"exact": 1.0, "overlap": 1.0, "timex": 0.0, "start/end": 0.0, "interval": 1.0},
    ),
    (
        mention("instrument", 0, 4, **FORD),
        mention("instrument", 0, 4, name="Ford", symbol="FORD"),
        {"exact": 1.0, "overlap": 1.0, "symbol": 0.0},
    ),
    (
        mention("brokerage", 0, 9, name="Jefferies"),
        mention("brokerage", 0, 9, name="jefferies group"),
        {"exact": 1.0, "overlap": 1.0, "name": 1.0},
    ),
    (
        mention("sentiment_label", 0, 9, label="extremely_bullish"),
        mention("sentiment_label", 0, 9, label="extremely bullish"),
        {"exact": 1.0, "overlap": 1.0, "label": 1.0},
    ),
]


@pytest.mark.parametrize(("gold", "found", "expected"), SCORES)
def test_measures(gold: Labelled, found: Labelled, expected: dict[str, float]) -> None:
    (scores,) = score_labelled([[gold]], [[found]]).values()
    assert {name: one.precision for name, one in scores.measures.items()} == expected


LINKS = [
    ({"symbol": "F"}, {"right": 1, "wrong": 0, "unlinked": 0}),
    ({"symbol": "GM"}, {"right": 0, "wrong": 1, "unlinked": 0}),
    ({"symbol": None}, {"right": 0, "wrong": 0, "unlinked": 1}),
]


@pytest.mark.parametrize(("found", "expected"), LINKS)
def test_links(found: dict, expected: dict[str, int]) -> None:
    gold = mention("instrument", 0, 4, **FORD)
    scores = score_labelled([[gold]], [[mention("instrument", 0, 4, name="Ford", **found)]])
    assert scores["instrument"].links == expected


def test_gold_that_leaves_a_value_open_counts_in_no_direction() -> None:
    gold = [Labelled("d", Place("text", 0, 4), {"x": "1"}), Labelled("d", Place("text", 5, 9))]
    found = [Labelled("d", Place("text", 0, 4), {"x": "1"}), Labelled("d", Place("text", 5, 9))]
    scores = score_labelled([gold], [found])["d"]
    assert (scores.measures["x"].precision, scores.measures["x"].recall) == (1.0, 1.0)
    assert scores.measures["overlap"].f1 == 1.0


def test_spans_are_paired_one_to_one() -> None:
    gold = [mention("quantity", 0, 10, **PERCENT)]
    found = [mention("quantity", 0, 4, **PERCENT), mention("quantity", 5, 10, **PERCENT)]
    scores = score_labelled([gold], [found])["quantity"]
    assert (scores.measures["overlap"].precision, scores.measures["overlap"].recall) == (0.5, 1.0)


def test_values_of_facts_are_looked_up_in_mentions_near_their_evidence() -> None:
    fact = {
        "evidence": [{"start": 0, "end": 20}],
        "subject": FORD,
        "percent": PERCENT,
        "period": MONDAY,
    }
    near = [mention("quantity", 5, 7, **PERCENT), mention("date", 40, 46, **MONDAY)]
    far = [mention("quantity", 30, 32, **PERCENT)]
    held = {
        kind: (one.held, one.gold)
        for kind, one in value_coverage([[fact], [fact]], [near, far]).items()
    }
    assert held == {"quantity": (1, 2), "date": (1, 2), "instrument": (0, 2)}
