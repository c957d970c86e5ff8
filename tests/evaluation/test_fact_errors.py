"""Every error has a cause."""

from __future__ import annotations

import pytest

from finfacts.evaluation.fact_errors import count_causes, fact_errors
from finfacts.evaluation.matching import claim, match

PERCENT = {"value": "3", "comparator": "exact", "unit": "percent"}
FOUR = {**PERCENT, "value": "4"}
MONDAY = {"start": "2026-01-12", "end": "2026-01-12"}
TUESDAY = {"start": "2026-01-13", "end": "2026-01-13"}
FORD = {"names": ["Ford", "Ford Motor"], "symbols": ["F"]}
GM = {"name": "GM", "symbol": "GM"}


def move(**slots: object) -> dict:
    """Return "Ford rose 3% on Monday", with slots changed; None leaves one out."""
    return {
        "type": "price_move",
        "evidence": [{"text": "Ford rose 3% on Monday", "start": 10, "end": 32}],
        "subject": FORD,
        "direction": "up",
        "percent": PERCENT,
        "period": MONDAY,
        **slots,
    }


def level(**slots: object) -> dict:
    given = {name: value for name, value in move().items() if name not in {"direction", "percent"}}
    return {**given, "type": "price_level", "kind": "last", "level": PERCENT, **slots}


WRONG_LINK = {"name": "Forward Industries", "symbol": "FORD", "span": {"text": "Ford"}}
CAUSES = [
    ([move()], [move()], {}),
    ([move()], [], {"missed": 1}),
    ([], [move()], {"spurious": 1}),
    ([move()], [move(subject=GM)], {"wrong subject": 1}),
    ([move()], [move(subject=WRONG_LINK)], {"wrong link": 1}),
    ([move()], [move(direction="down")], {"wrong direction": 1}),
    ([move()], [move(percent=FOUR)], {"wrong value": 1}),
    ([move()], [move(percent={**PERCENT, "comparator": "over"})], {"wrong comparator": 1}),
    ([move()], [move(percent={**PERCENT, "unit": "percentage_point"})], {"wrong unit": 1}),
    ([move()], [move(percent=None)], {"missing value": 1}),
    ([move(percent=None)], [move()], {"extra value": 1}),
    ([move()], [move(period=TUESDAY)], {"wrong date": 1}),
    ([move()], [move(period=None)], {"missing date": 1}),
    ([move()], [move(session="premarket")], {"extra session": 1}),
    ([move(baseline={"kind": "high"})], [move(baseline={"kind": "low"})], {"wrong baseline": 1}),
    ([move(assertion="rumored")], [move()], {"missing assertion": 1}),
    # the first cause in order is told, whatever else is wrong
    ([move()], [move(period=TUESDAY, direction="down")], {"wrong direction": 1}),
    ([move()], [move(), move()], {"repeated": 1}),
    ([move()], [level()], {"wrong type": 1}),
    # one found fact holds what two gold facts say
    (
        [move(), move(subject=GM, percent=FOUR)],
        [move(percent=FOUR)],
        {"wrong value": 1, "merged": 1},
    ),
    # two found facts hold what one gold fact says
    ([move(to=FOUR)], [move(percent=None, to=FOUR), move()], {"missing value": 1, "split": 1}),
]


@pytest.mark.parametrize(("gold", "found", "expected"), CAUSES)
def test_causes(gold: list[dict], found: list[dict], expected: dict[str, int]) -> None:
    matched = match(map(claim, gold), map(claim, found))
    assert count_causes(fact_errors("a1", matched)) == expected


def test_an_error_shows_its_evidence_and_slots() -> None:
    matched = match([claim(move())], [claim({**move(percent=FOUR), "rule": "moves.verb"})])
    (error,) = fact_errors("a1", matched)
    assert (error.article, error.type, error.core) == ("a1", "price_move", False)
    assert (error.gold, error.place) == ("Ford rose 3% on Monday", ("text", 10, 32))
    (difference,) = error.differences
    assert difference.model_dump() == {
        "slot": "percent.value",
        "verdict": "wrong",
        "gold": "3",
        "found": "4",
    }
    assert error.rule == "moves.verb"


def test_a_spurious_fact_is_worse_than_a_missing_slot() -> None:
    matched = match([claim(move())], [claim(move(period=None))])
    (slight,) = fact_errors("a1", matched)
    (grave,) = fact_errors("a1", match([], [claim(move())]))
    assert grave.severity > slight.severity
