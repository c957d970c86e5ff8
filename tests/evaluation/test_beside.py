"""Slots that no score counts are still compared, in paired facts."""

from __future__ import annotations

import pytest

from finfacts.evaluation.beside import beside_scores, beside_slots
from finfacts.evaluation.matching import claim, match

SLOTS = [
    ({"attribution": "Fed Chair Powell"}, {"attribution": "fed chair powell"}),
    ({"window": {"text": "52-week", "timex": "P52W", "start": None}}, {"window.timex": "P52W"}),
    ({"to": {"value": "49", "unit": "currency", "per": "barrel"}}, {"to.per": "barrel"}),
    (
        {"consensus": {"buy": 9, "hold": None, "mean_target": {"value": "71.50"}}},
        {"consensus.buy": "9", "consensus.mean_target": "71.5"},
    ),
    ({"score": "84"}, {"score": "84"}),
    ({"score": {"value": "84.0", "unit": "count"}}, {"score": "84"}),
]


@pytest.mark.parametrize(("fact", "expected"), SLOTS)
def test_slots(fact: dict, expected: dict[str, str]) -> None:
    assert beside_slots({"type": "metric", **fact}) == expected


def test_only_paired_facts_are_compared() -> None:
    evidence = [{"text": "", "start": 0, "end": 9}]
    gold = {"type": "price_level", "evidence": evidence, "kind": "low", "window": {"timex": "P52W"}}
    other = {**gold, "evidence": [{"text": "", "start": 20, "end": 29}]}
    found = {**gold, "window": {"timex": "P1Y"}}
    (scores,) = beside_scores([match([claim(gold), claim(other)], [claim(found)])]).values()
    assert (scores.gold, scores.found, scores.score.f1) == (1, 1, 0.0)
