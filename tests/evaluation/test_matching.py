"""Gold and found facts are paired one to one, whatever order they come in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finfacts.evaluation.fact_errors import fact_errors
from finfacts.evaluation.matching import Claim, Matched, Place, claim, is_exact, match, overlap
from finfacts.evaluation.scores import by_type, slot_scores, tally

Shape = tuple[str, int, int, str, str, str]


def move(shape: Shape) -> Claim:
    """Return a price move: subject, start, end, direction, percent ("" for none), session."""
    subject, start, end, direction, percent, session = shape
    return claim(
        {
            "type": "price_move",
            "evidence": [{"text": "", "start": start, "end": end}],
            "subject": {"name": subject},
            "direction": direction,
            "percent": {"value": percent, "unit": "percent"} if percent else None,
            "session": session or None,
        }
    )


def match_moves(gold: Sequence[Shape], found: Sequence[Shape]) -> Matched:
    return match(map(move, gold), map(move, found))


OVERLAPS = [
    ([("text", 0, 10)], [("text", 8, 12)], 2),
    ([("text", 0, 10)], [("text", 10, 12)], 0),
    ([("text", 0, 10)], [("title", 0, 10)], 0),
    ([("text", 0, 3), ("text", 6, 9)], [("text", 2, 7)], 2),
]


@pytest.mark.parametrize(("one", "other", "expected"), OVERLAPS)
def test_overlap_is_counted_within_a_field(
    one: list[tuple[str, int, int]], other: list[tuple[str, int, int]], expected: int
) -> None:
    assert overlap([Place(*p) for p in one], [Place(*p) for p in other]) == expected


def test_facts_of_one_sentence_find_their_own_partners() -> None:
    baidu = ("Baidu", 0, 60, "up", "6", "")
    jd = ("JD.com", 0, 60, "up", "4", "")
    matched = match_moves([baidu, jd], [jd, baidu])
    assert [is_exact(pair) for pair in matched.pairs] == [True, True]


def test_one_found_fact_stands_for_one_gold_fact() -> None:
    matched = match_moves(
        [("Ford", 0, 20, "up", "2", ""), ("Ford", 0, 20, "down", "3", "")],
        [("Ford", 0, 20, "down", "3", "")],
    )
    assert [pair.gold.slots["direction"] for pair in matched.pairs] == ["down"]
    assert [one.slots["direction"] for one in matched.missed] == ["up"]


def test_facts_stated_elsewhere_are_no_partners() -> None:
    matched = match_moves([("Ford", 0, 20, "up", "2", "")], [("Ford", 30, 50, "up", "2", "")])
    assert (len(matched.pairs), len(matched.missed), len(matched.spurious)) == (0, 1, 1)


def test_the_plainer_of_two_equal_partners_is_taken() -> None:
    gold = ("Ford", 0, 20, "up", "", "")
    matched = match_moves([gold], [("Ford", 0, 20, "up", "", "premarket"), gold])
    assert is_exact(matched.pairs[0])


shapes = st.tuples(
    st.sampled_from(["Ford", "GM", "Rivian"]),
    st.integers(0, 6),
    st.integers(8, 14),
    st.sampled_from(["up", "down"]),
    st.sampled_from(["", "1", "2"]),
    st.sampled_from(["", "premarket"]),
)
articles = st.lists(shapes, max_size=6)


@settings(deadline=None)
@given(articles, articles, st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_count(
    gold: list[Shape], found: list[Shape], random: object
) -> None:
    mixed_gold, mixed_found = gold.copy(), found.copy()
    random.shuffle(mixed_gold)  # type: ignore[attr-defined]
    random.shuffle(mixed_found)  # type: ignore[attr-defined]
    one, other = match_moves(gold, found), match_moves(mixed_gold, mixed_found)
    assert tally(one) == tally(other)
    assert slot_scores([one]) == slot_scores([other])
    assert list(fact_errors("a", one)) == list(fact_errors("a", other))


@settings(deadline=None)
@given(st.lists(st.tuples(articles, articles), min_size=1, max_size=4))
def test_the_order_of_articles_changes_no_count(
    pairs: list[tuple[list[Shape], list[Shape]]],
) -> None:
    tallies = [tally(match_moves(gold, found)) for gold, found in pairs]
    one, other = by_type(tallies), by_type(tallies[::-1])
    assert {kind: scores.slot for kind, scores in one.items()} == {
        kind: scores.slot for kind, scores in other.items()
    }


@settings(deadline=None)
@given(articles)
def test_gold_against_itself_is_wholly_right(gold: list[Shape]) -> None:
    counts = tally(match_moves(gold, gold))["price_move"]
    assert (counts.exact, counts.lacking, counts.extra) == (len(gold), 0, 0)
