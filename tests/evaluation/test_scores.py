"""Counts to precision, recall, F1 and intervals."""

from __future__ import annotations

import pytest

from finfacts.evaluation.scores import Tally, add, bootstrap, by_type, fact_scores, score

SCORES = [
    ((0, 0, 0), (0.0, 0.0, 0.0)),
    ((1, 2, 1), (0.5, 1.0, 2 / 3)),
    ((3, 3, 4), (1.0, 0.75, 6 / 7)),
]


@pytest.mark.parametrize(("counts", "expected"), SCORES)
def test_score(counts: tuple[int, int, int], expected: tuple[float, float, float]) -> None:
    given = score(*counts)
    assert (given.precision, given.recall, given.f1) == pytest.approx(expected)


def test_facts_and_slots_are_scored_from_one_tally() -> None:
    scores = fact_scores(
        Tally(gold=4, found=5, paired=4, core=3, exact=2, right=12, lacking=4, extra=8)
    )
    assert scores.detection.f1 == pytest.approx(8 / 9)
    assert scores.core.f1 == pytest.approx(6 / 9)
    assert scores.exact.f1 == pytest.approx(4 / 9)
    assert scores.slot.f1 == pytest.approx(24 / 36)


def test_tallies_add_up() -> None:
    assert add([Tally(gold=1, found=2), Tally(gold=3, exact=1)]) == Tally(gold=4, found=2, exact=1)
    assert add([]) == Tally()


def test_intervals_hold_the_score_and_are_the_same_every_time() -> None:
    articles = [Tally(gold=10, found=10, core=n, exact=n, right=n) for n in range(4, 10)]
    intervals = bootstrap(articles)
    assert intervals == bootstrap(articles)
    assert intervals["core"].low < fact_scores(add(articles)).core.f1 < intervals["core"].high


def test_articles_that_are_all_alike_leave_no_width() -> None:
    interval = bootstrap([Tally(gold=2, found=2, core=1)] * 5)["core"]
    assert (interval.low, interval.high) == (0.5, 0.5)


def test_one_article_gives_no_interval() -> None:
    assert bootstrap([Tally(gold=2, found=2, core=1)]) == {}


def test_types_that_do_not_occur_are_left_out() -> None:
    articles = [{kind: Tally(gold=kind == "poll") for kind in KINDS}]
    assert list(by_type(articles)) == ["poll", "all"]


KINDS = (
    "price_move",
    "price_level",
    "analyst_action",
    "sentiment",
    "message_volume",
    "poll",
    "metric",
)
