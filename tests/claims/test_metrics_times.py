"""When figures are told for: beside them, some words on, at the start, for those joined to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TIMES = {
    # some words on
    "Apple spent $6 billion on ads and stores in the fourth quarter.": ["2025-Q4"],
    "Apple spent $6 billion to expand in Texas in 2024 and hired staff.": ["2024"],
    "Apple sold 5 million phones to customers in China last year.": ["2025"],
    "Foreign investors have sold $2 billion of local stocks this month.": ["2026-01"],
    "Apple had 520 stores around the world at the end of September.": ["2025-09"],
    "Apple bought back $5 billion of its shares on Friday.": ["2026-01-09"],
    "Apple spent $6 billion on a plant opened in 2019.": [None],
    "Apple paid $6 billion for a stake in a company founded in 2015.": [None],
    "Apple spent $6 billion on a chip maker it bought in 2019.": [None],
    # a day beside a result is when it was told
    "Apple reported revenue of $90 billion on Thursday.": [None],
    "Apple said on Thursday that revenue rose 3%.": [None],
    "Apple's revenue reached $90 billion, an increase of 4% on the year.": [None],
    "Apple will open a plant by the end of 2027; interim dividend held at 21 cents.": [None],
    # what opens a sentence
    "As of Sept. 30, Apple had 520 stores.": ["2025-09-30"],
    "Over the course of 2025, Apple added 31 million users.": ["2025"],
    "For the three months ended June 28, Apple reported revenue of $90 billion.": ["P3M"],
    "On Monday, foreign investors bought shares worth $350 million.": ["2026-01-12"],
    "On Thursday, Apple reported revenue of $90 billion.": [None],
    # a heading, an outlook
    "Intel's Q1 outlook: revenue of $12 billion, adjusted EBITDA of $3 billion.": [
        "2026-Q1",
        "2026-Q1",
    ],
    "Intel cut its 2026 outlook to revenue of $50 billion.": ["2026"],
    # joined figures
    "Net income fell 8% and revenue rose 2% in the third quarter, Intel said.": [
        "2025-Q3",
        "2025-Q3",
    ],
    "Intel's revenue rose 2% in 2025, and net income fell 8%.": ["2025", "2025"],
    "Intel's revenue rose 2% in 2025, and it sees sales of $60 billion.": ["2025", None],
    # what may come
    "Swaps price a 58% chance of a Fed cut in March.": ["2026-03"],
    "Traders see a 23% chance that the Fed will cut rates next month.": ["2026-02"],
    # years that end with another month
    "Nvidia said third-quarter revenue rose 3%.": [None],
    "Nvidia said revenue rose 3% in the quarter ended Oct. 26.": ["P3M"],
    "Nvidia sees revenue of $60 billion this quarter.": [None],
    "Microsoft sees revenue of $60 billion this quarter.": ["2026-Q1"],
    "Intel said third-quarter revenue rose 3%.": ["2025-Q3"],
}


@pytest.mark.parametrize("text", TIMES)
def test_times(text: str, metrics_of: Callable[..., list]) -> None:
    told = [fact.period for fact in metrics_of(text)]
    assert [one and one.timex for one in told if not one or one.start] == TIMES[text]
