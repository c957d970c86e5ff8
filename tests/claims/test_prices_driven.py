"""What makes prices move, idioms of movement, and sums of moves, in ``conftest.py``'s notation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

STATED = {
    # given, knocked off, pushed, and done to
    "The deal gave Nvidia stock an 11% pop.": "NVDA up 11%",
    "The news handed shares of Boeing a boost.": "BA up",
    "A surprise could knock 2% off the Nasdaq.": "IXIC down 2% conditional",
    "That could push stocks 1.5% to 2% higher.": "stocks up 1.5-2% conditional",
    "Boeing shares were hammered on Monday.": "BA down 2026-01-12",
    "The Dow was dragged down by banks.": "DJI down",
    "Boeing cut its outlook, sending its shares to their lowest level since May.": (
        "BA down; BA level low window=2025-05-01"
    ),
    # idioms
    "The S&P 500 and the Nasdaq saw red on Monday.": "SPX down 2026-01-12; IXIC down 2026-01-12",
    "Shares of Kroger came under pressure.": "KR down",
    "The Nasdaq wrapped the day off 2.9%.": "IXIC down 2.9%",
    "The bank's note came with the Dow off 500 points.": "DJI down by=500pt",
    "Futures on the Dow indicated a lower open.": "DJI down expected",
    "Shares of Target eked out a gain.": "TGT up",
    "Intel shares reversed course to close 1% higher.": "INTC up 1%",
    # one move in two words
    "The Nikkei slid before climbing back to a 1.2% gain.": "NKY down; NKY up 1.2%",
    # what a move adds up to
    "Cisco rose 2%, taking this year's gain to 20%.": (
        "CSCO up 2%; CSCO up 20% 2026-01-01..2026-01-13"
    ),
    "Cisco fell 2%, extending its slide this week to 5%.": (
        "CSCO down 2%; CSCO down 5% 2026-01-12..2026-01-13"
    ),
    # what is expected
    "Some see the 10-year yield falling to 2.5% this year.": (
        "US10Y down to=2.5% 2026-01-01..2026-12-31 expected"
    ),
    # a market by its place
    "Stocks fell, as did the Nikkei. Tokyo lost 1%, while Seoul and Sydney rose 0.5%, the Dow said"
    " to traders of stocks.": "Stocks down; NKY down; Tokyo down 1%; Seoul up 0.5%; Sydney up 0.5%",
}
NOTHING = [
    "Gains in Treasuries petered out.",
    "The rally in Boeing shares stalled.",
    "Boeing can still fall back on its savings.",
    "Apple was hit by a lawsuit.",
    "The award gave Apple a lift.",
    "Ford knocked 2% off its costs.",
    "The dealer took 10% off Ford trucks.",
    "Stocks, equities and the Dow were the topic. Japan rose 2% from a year earlier.",
]


@pytest.mark.parametrize("text", STATED)
def test_states(text: str, prices_told: Callable[[str], str]) -> None:
    assert prices_told(text) == STATED[text]


@pytest.mark.parametrize("text", NOTHING)
def test_states_no_price(text: str, prices_told: Callable[[str], str]) -> None:
    told = prices_told(text).split("; ")
    assert [fact for fact in told if fact not in ("", "metric")] == []
