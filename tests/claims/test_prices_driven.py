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
    "Boeing raised its forecast, sending shares higher.": "BA up",
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
    "Cisco shares slid to $40, dropping by the 10% daily limit.": "CSCO down 10% to=40",
    "The rupee sank to a record low of 90.40 on Monday, down 1% from the previous close.": (
        "USDINR level record_low 90.40INR 2026-01-12;"
        " USDINR down 1% to=90.40INR 2026-01-12 base=previous_close"
    ),
    "Cisco shares gave up most of a 22% surge.": "CSCO up 22%",
    "Cisco shares pared some of their gains.": "CSCO up",
    "A day after plunging 3%, the S&P 500 rose.": "SPX down 3%; SPX up",
    "After suffering their worst week in a year, Indian shares rose.": (
        "Indian shares down; Indian shares up"
    ),
    # what others do, and go after
    "Asian shares tracked Wall Street lower on Monday.": (
        "Asian shares down 2026-01-12; Wall Street down 2026-01-12"
    ),
    "Asian stocks looked set to follow Wall Street higher.": (
        "Asian stocks up expected; Wall Street up"
    ),
    "European stocks followed gains elsewhere.": "European stocks up",
    "European stocks followed a rally in the U.S. to rise 2%.": "European stocks up 2%",
    "Asian stocks are set to gain, tracking a rise in the U.S.": "Asian stocks up expected",
    "Nvidia shares joined the rally.": "NVDA up",
    # where it ended
    "The Dow ended the day negative.": "DJI down",
    "Bank shares were weak on Monday.": "Bank shares down 2026-01-12",
    "Shares of Kroger edged upward.": "KR up",
    "Shares of Kroger began falling on Monday.": "KR down 2026-01-12",
    "Shares of Kroger took a tumble.": "KR down",
    "A rally in U.S. Treasury markets has gone far.": "U.S. Treasury markets up",
    "Chip stocks fell. The Philadelphia Semiconductor Index lost 2%. The 30-member gauge sank 20%"
    " in 2018.": "Chip stocks down; SOX down 2%; SOX down 20% 2018-01-01..2018-12-31",
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
    "Boeing shares will likely slip.": "BA down expected",
    "A dull forecast for 2026 weighed on Boeing shares.": "BA down",
    "Boeing shares would need to rise 20%.": "BA up 20% conditional",
    # groups by what their companies do
    "Shares in big European banks fell 2%.": "big European banks down 2%",
    "Shares of U.S. retailers were also weak on Monday.": "U.S. retailers down 2026-01-12",
    # a market by its place
    "Stocks fell, as did the Nikkei. Tokyo lost 1%, while Seoul and Sydney rose 0.5%, the Dow said"
    " to traders of stocks.": "Stocks down; NKY down; Tokyo down 1%; Seoul up 0.5%; Sydney up 0.5%",
}
NOTHING = [
    "Gains in Treasuries petered out.",
    "The rally in Boeing shares stalled.",
    "Apple is positive on China.",
    "Apple was weak in China.",
    "Analysts followed gains in productivity.",
    "Starbucks and Nike joined the retreat.",
    "Such cases led to a median fall in the Nasdaq of 4%.",
    "The news hurt the stock of Boeing's dealers.",
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
