"""Dates on any text: never raises, grounded, sorted, deterministic, untouched by what is around."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from finfacts.language.anchor import Anchor
from finfacts.language.passage import Passage
from finfacts.mentions.dates import find_periods
from finfacts.values import Period

WORDS = """
since the start of early mid- late end of last past next this previous three 12 a an first second
third fourth half quarter year years month months week day days session hour ended to through - / ,
. ago earlier later Monday Friday Tue May March Oct. October Sept 2 31 2019 2026 30th 1990s FY25 Q3
1H19 fiscal 4:30 p.m. ET GMT today tonight Christmas summer YTD 2025-10-02 10/2/2025 99 0 will
expects fell in on of and between from now every straight
"""
PIECES = st.sampled_from([*WORDS.split(), "\u2019s", "\u2013"])
DAYS = st.none() | st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
EXCHANGES = st.sampled_from(["XNYS", "XNSE", "XHKG", "XXXX"])


def _check(text: str, found: list[Period]) -> None:
    end = 0
    for period in found:
        assert text[period.span.start : period.span.end] == period.span.text
        assert end <= period.span.start < period.span.end
        assert period.timex
        assert period.start is None or period.end is None or period.start <= period.end
        end = period.span.end


@given(st.text(), DAYS)
def test_any_text(text: str, day: dt.date | None) -> None:
    _check(text, find_periods(Passage(text), Anchor(day)))


@given(st.lists(PIECES, max_size=14), DAYS, EXCHANGES)
@example(["Christmas"], dt.date(9999, 1, 1), "XNYS")
@example(["Christmas"], dt.date(1, 1, 1), "XNYS")
def test_any_words_of_dates(words: list[str], day: dt.date | None, exchange: str) -> None:
    text = " ".join(words)
    anchor = Anchor(day, exchange)
    found = find_periods(Passage(text), anchor)
    _check(text, found)
    assert found == find_periods(Passage(text), anchor)


ALONE = (
    "Shares gained on Monday.",
    "Its high was reached on Oct. 2.",
    "It is up 6% since the start of January.",
    "It will report on Thursday.",
    "Sales fell in the third quarter.",
    "Profit rose in the three months ended Dec. 31.",
    "It hit a 52-week high.",
    "The index rose 3% in 2026.",
    "At 7:40 a.m. ET, futures were down.",
    "It surged in the previous session.",
)
AROUND = st.sampled_from(
    (
        "",
        "Gold was flat.",
        "The company said so.",
        "Orion Inc. gained 4%.",
        "Analysts rate it a buy, with a target of $45.",
        "\u2022 Oil slid.",
        "It will cut prices.",
    )
)


@pytest.mark.parametrize("sentence", ALONE)
@given(before=AROUND, after=AROUND)
def test_other_sentences_change_no_value(sentence: str, before: str, after: str) -> None:
    anchor = Anchor(dt.date(2026, 1, 13))
    (alone,) = find_periods(Passage(sentence), anchor)
    (among,) = find_periods(Passage(f"{before} {sentence} {after}"), anchor)
    fields = {"start", "end", "granularity", "timex"}
    assert among.model_dump(include=fields) == alone.model_dump(include=fields)
    assert among.span.text == alone.span.text


ADVERSARIAL = (
    "1 ",
    "the ",
    "- ",
    "2019 ",
    "2019-",
    "12/",
    "May ",
    "early ",
    "last ",
    "three ",
    "Monday, ",
    "the end of ",
    "first second third ",
    "day ",
    "a year ago ",
    " ",
    "1234567890",
    "since ",
    "will report ",
)


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_time_is_linear_on_adversarial_text(piece: str) -> None:
    """Eight times the text takes at most some twenty times the time; quadratic takes sixty."""
    anchor = Anchor(dt.date(2026, 1, 13))
    times = []
    for size in (20_000, 160_000):
        passage = Passage(piece * (size // len(piece)))
        began = time.perf_counter()
        find_periods(passage, anchor)
        times.append(time.perf_counter() - began)
    assert times[1] < 20 * times[0] + 0.2
