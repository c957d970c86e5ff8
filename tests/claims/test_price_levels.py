"""Sentences about levels and extremes, in the notation of ``conftest.py``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

STATED = {
    # where something stood
    "Cisco shares touched $71.20 on Monday.": "CSCO level last 71.20 2026-01-12",
    "The Dow hit 49,000.": "DJI level last 49000pt",
    "On Monday, Cisco shares closed at $71.20.": "CSCO level close 71.20 2026-01-12",
    "In premarket trading, Cisco shares were at $71.20.": "CSCO level last 71.20 premarket",
    "Cisco shares ended the week at $71.20.": "CSCO level close 71.20",
    "Cisco shares closed Monday's session at $71.20.": "CSCO level close 71.20 2026-01-12",
    "Cisco peaked above $82 as recently as March.": "CSCO level high >82 2025-03-01..2025-03-31",
    "Tesla lost 9% last week and closed on Monday at $431.": (
        "TSLA down 9% 2026-01-05..2026-01-11; TSLA level close 431 2026-01-12"
    ),
    "Intel shares slid below $40 and were last seen at $39.60.": (
        "INTC down to=<40; INTC level last 39.60"
    ),
    "Brent slipped 2% in December and is at $62.15.": (
        "BRENT down 2% 2025-12-01..2025-12-31; BRENT level last 62.15"
    ),
    "Gold is on course for a third week of gains, sitting just below $4,600 an ounce.": (
        "XAU up expected; XAU level last <~4600"
    ),
    "It joined the index on Jan. 5, when Cisco shares were trading at $74.10.": (
        "CSCO level last 74.10 2026-01-05"
    ),
    "Gold stood at $4,590 an ounce.": "XAU level last 4590",
    "Oil was last quoted at $58.": "OIL level last 58",
    "The euro slid 0.5% to $1.16, having traded at $1.17 earlier.": (
        "EURUSD down 0.5% to=1.16; EURUSD level last 1.17"
    ),
    # an extreme and what it hangs on
    "Cisco soared 95% from a March low to reach its highest level since 2004.": (
        "CSCO up 95% base=low@2025-03-01..2025-03-31; CSCO level high window=2004-01-01"
    ),
    "Cisco fell to a 52-week-low on Monday.": (
        "CSCO level low window=P52W 2026-01-12; CSCO down 2026-01-12"
    ),
    "Bitcoin dropped under $90,000 overnight, a seven-month low.": (
        "BTC down to=<90000 overnight; BTC level low <90000 window=P7M overnight"
    ),
    "Cisco shares rose 3% to $78 on Monday, hitting their highest since 2021.": (
        "CSCO up 3% to=78 2026-01-12; CSCO level high 78 window=2021-01-01 2026-01-12"
    ),
    "The Nasdaq rose 1% to 23,900, topping its previous record of 23,810 set on Jan. 6.": (
        "IXIC up 1% to=23900pt; IXIC level record_high 23900pt"
    ),
    "Tesla lost 9% last week and closed on Monday at $431, the lowest since October.": (
        "TSLA down 9% 2026-01-05..2026-01-11; TSLA level close 431 2026-01-12;"
        " TSLA level low 431 window=2025-10-01 2026-01-12"
    ),
    "The dollar fell on Monday, when the euro set a two-month high.": (
        "DXY down 2026-01-12; EURUSD level high window=P2M 2026-01-12"
    ),
    "The S&P 500 set its third record close of the year on Monday.": (
        "SPX level record_high 2026-01-12"
    ),
    "Sterling hit $1.3610, its firmest in a month.": "GBPUSD level high 1.3610 window=P1M",
    "Crude hit a low of $58.10 a barrel, the weakest since June.": (
        "OIL level low 58.10 window=2025-06-01"
    ),
    "The benchmark 10-year yield hit 3.93%, its lowest since 2022.": (
        "US10Y level low 3.93% window=2022-01-01"
    ),
    "A rout pushed the benchmark 10-year yield higher to 4.50%, its highest in nine months.": (
        "US10Y up to=4.50%; US10Y level high 4.50% window=P9M"
    ),
    "The 10-year Treasury yield, which hit a one-year low of 3.93% in September, was flat.": (
        "US10Y level low 3.93% window=P1Y 2025-09-01..2025-09-30; US10Y flat"
    ),
    "Credit Suisse sees the rupee slumping to a record low.": (
        "USDINR down expected; USDINR level record_low expected"
    ),
    # an extreme something has
    "Cisco shares fell. The stock's 52-week high is $80.10.": (
        "CSCO down; CSCO level high 80.10 window=P52W"
    ),
    "Cisco shares fell. The record close is $84.90.": "CSCO down; CSCO level record_high 84.90",
    "Cisco stock has a 52-week high of $80.10 and a 52-week low of $52.": (
        "CSCO level high 80.10 window=P52W; CSCO level low 52 window=P52W"
    ),
    "Cisco shares set a new low for 2026 at $70.40 and closed at $71, down $3.55.": (
        "CSCO level low 70.40; CSCO down by=3.55 to=71"
    ),
    # levels that are watched
    "The Nifty fell. Kotak sees support for it at 25,600, 25,450.": (
        "NIFTY down; NIFTY level support 25600pt; NIFTY level support 25450pt"
    ),
    "The Nifty fell. There are hurdles at 26,100 and 26,250.": (
        "NIFTY down; NIFTY level resistance 26100pt; NIFTY level resistance 26250pt"
    ),
    "Cisco shares fell. Cisco's 50-day moving average is $74.20.": (
        "CSCO down; CSCO level moving_average 74.20 window=P50D"
    ),
    "Cisco stock is 4% below its 50-day average of $74.20.": (
        "CSCO down 4% base=moving_average:74.20"
    ),
}
NO_LEVEL = (
    "The Canadian dollar firmed, recovering from its weakest level since April.",
    "Apple hit $2 a share in quarterly earnings.",
    "Cisco received financial support of $500,000.",
    "Cisco trades at a five-year average of nearly 40.",
    "Taiwan's Nikkei manufacturing PMI fell to a three-year low of 47.7.",
    "Cisco shares may test $70.",
    "The dollar made up 57% of reserves, its second decline and the lowest level since 2014.",
    "The Stoxx 600 is trading at the cheapest valuations since 2022.",
    "The Dow is nearly 9,000 points closer to its 52-week low.",
    "Yelp could fetch as much as $50 a share in a sale.",
    "The sell-off in U.S. equities sank valuations to 2023 lows.",
    "The 10-year yield hit 0.2%, breaking the previous record.",
    "Tokyo stocks fell after the bank lifted its policy rate to 0.5%, the highest since 2008.",
)


@pytest.mark.parametrize("text", STATED)
def test_states(text: str, prices_told: Callable[[str], str]) -> None:
    assert prices_told(text) == STATED[text]


@pytest.mark.parametrize("text", NO_LEVEL)
def test_states_no_level(text: str, prices_told: Callable[[str], str]) -> None:
    assert " level " not in prices_told(text)
