"""When moves were and what they are measured from, in the notation of ``conftest.py``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

STATED = {
    # an aside has its own time
    "Cisco, due to report later this week, also rose 2%.": "CSCO up 2%",
    "Cisco, which reported results on Monday, rose 2%.": "CSCO up 2%",
    "Cisco, on Monday, rose 2%.": "CSCO up 2% 2026-01-12",
    "AMD, the best performer in the S&P 500 for 2025, rose 2%.": "AMD up 2%",
    # a second figure with its own time
    "Cisco fell 2% this week and 10% over the past month.": (
        "CSCO down 2% 2026-01-12..2026-01-13; CSCO down 10% 2025-12-13..2026-01-13"
    ),
    "Cisco has gained about 5% for the week and roughly 7% since the year began.": (
        "CSCO up ~5% 2026-01-12..2026-01-13; CSCO up ~7% 2026-01-01..2026-01-13"
    ),
    # a unit told as finished
    "Cisco finished the week down 4%.": "CSCO down 4% 2026-01-05..2026-01-11",
    "Cisco ended the month 5% higher.": "CSCO up 5% 2025-12-01..2025-12-31",
    # a stretch that runs up to now
    "Cisco has doubled in a month.": "CSCO up 2x 2025-12-13..2026-01-13",
    "Cisco has lost a third of its value in a year.": "CSCO down 33.33% 2025-01-13..2026-01-13",
    "Cisco has fallen the most in a year.": "CSCO down",
    # since something happened
    "Cisco has tripled since it went public in July.": "CSCO up 3x 2025-07-01..2026-01-13",
    "Since the talks broke down in November, Cisco has dropped 5%.": (
        "CSCO down 5% 2025-11-01..2026-01-13"
    ),
    "Cisco rose 5%, the most since it went public in July.": "CSCO up 5%",
    # the day of what moved it
    "Cisco plunged 8% after its earnings report on Thursday.": "CSCO down 8% 2026-01-08",
    "Cisco fell 8% in premarket trading after its earnings report on Monday.": (
        "CSCO down 8% premarket"
    ),
    "Cisco rose 8% after a plant opened in July.": "CSCO up 8%",
    # one time for two
    "Cisco rose as Intel fell on Monday.": "CSCO up 2026-01-12; INTC down 2026-01-12",
    "Cisco has risen as Intel fell on Monday.": "CSCO up; INTC down 2026-01-12",
    "The trend has turned this year, with Cisco rising 5% and Intel falling 6%.": (
        "CSCO up 5% 2026-01-01..2026-01-13; INTC down 6% 2026-01-01..2026-01-13"
    ),
    "A gauge of banks is trailing, rising 9% this year, compared with a 12% gain in Cisco.": (
        "CSCO up 12% 2026-01-01..2026-01-13"
    ),
    "A report on Monday sent Cisco shares down 3%.": "CSCO down 3% 2026-01-12",
    "Chip makers powered the Nasdaq to its biggest gain in three weeks on Monday.": (
        "IXIC up 2026-01-12"
    ),
    "Intel jumped on Monday, with Cisco up 11%.": "INTC up 2026-01-12; CSCO up 11% 2026-01-12",
    "Cisco is up 9% this year, followed by Intel's 6% gain.": (
        "CSCO up 9% 2026-01-01..2026-01-13; INTC up 6% 2026-01-01..2026-01-13"
    ),
    # a time that only says whose another move was
    "Cisco, which rose 3% to extend the previous day's 5% gain, turned to trade 1% lower.": (
        "CSCO up 3%; CSCO up 5% 2026-01-12; CSCO down 1%"
    ),
    # weeks that still run
    "The S&P 500 is set for a weekly loss of 0.8%.": (
        "SPX down 0.8% 2026-01-12..2026-01-13 expected"
    ),
    "The S&P 500 was on track for a 2% gain this week.": (
        "SPX up 2% 2026-01-12..2026-01-13 expected"
    ),
    "The S&P 500 is on course for a third weekly gain.": "SPX up expected",
    # a day earlier
    "Cisco fell 2% on Friday, having risen 1% a day earlier.": (
        "CSCO down 2% 2026-01-09; CSCO up 1% 2026-01-08"
    ),
    "Cisco fell 2%, having risen 1% the day before.": "CSCO down 2%; CSCO up 1% 2026-01-12",
    # the reach of a superlative is no time
    "Cisco shares fell 3%, the most this year.": "CSCO down 3%",
    "Cisco shares suffered their biggest drop of the year.": "CSCO down",
    "Cisco is up the most this year with a 12% gain.": "CSCO up 12% 2026-01-01..2026-01-13",
    # a time after an extreme
    "The S&P 500 climbed to its highest since May on Monday.": (
        "SPX level high window=2025-05-01 2026-01-12; SPX up 2026-01-12"
    ),
    "The S&P 500 climbed toward a record Monday.": "SPX up 2026-01-12",
    "The S&P 500 closed at a record high on Friday as tech shares rose.": (
        "SPX level record_high 2026-01-09; tech shares up 2026-01-09"
    ),
    # who tells it, and where, is no part of a sentence
    "(Reuters) - On Monday, Cisco fell 2%.": "CSCO down 2% 2026-01-12",
    "LONDON, Jan 12 (Reuters) - On Monday, Cisco fell 2%.": "CSCO down 2% 2026-01-12",
    "ATLANTA - On Monday, Cisco fell 2%.": "CSCO down 2% 2026-01-12",
    # one time for several
    "U.S. stocks slid on Monday, with the Nasdaq suffering one of its sharpest drops.": (
        "U.S. stocks down 2026-01-12; IXIC down 2026-01-12"
    ),
    "Pfizer (-3%) and Merck (-1.9%) were both down on the day.": (
        "PFE down 3% 2026-01-13; MRK down 1.9% 2026-01-13"
    ),
    "Tech stocks posting strong gains on Monday included Verisign (3.6%) and Cisco (2.4%).": (
        "Tech stocks up 2026-01-12; VRSN up 3.6% 2026-01-12; CSCO up 2.4% 2026-01-12"
    ),
    "In 2016, Cisco bought back stock, which sent its shares up 5% the next day.": "CSCO up 5%",
    "Cisco has dropped to $11 from a listing price of $17, sinking 7% on Monday.": (
        "CSCO down to=11 base=ipo_price:17; CSCO down 7% 2026-01-12"
    ),
    "Cisco has gained 9% this year, about equal to the rise in the Nasdaq.": (
        "CSCO up 9% 2026-01-01..2026-01-13; IXIC up 2026-01-01..2026-01-13"
    ),
    "Cisco has gained 9% this year, outpacing the S&P 500's 5% gain.": (
        "CSCO up 9% 2026-01-01..2026-01-13; SPX up 5% 2026-01-01..2026-01-13"
    ),
    "Cisco rose 2%, AMD gained 3% and Ford was up 1% on Monday.": (
        "CSCO up 2% 2026-01-12; AMD up 3% 2026-01-12; F up 1% 2026-01-12"
    ),
    "In the past week alone, Cisco has lost 10%.": "CSCO down 10% 2026-01-06..2026-01-13",
    "Cisco rose 5% on Monday, a day after falling 3%.": "CSCO up 5% 2026-01-12; CSCO down 3%",
    "Cisco fell 3% on Monday because of a rout in Treasuries.": (
        "CSCO down 3% 2026-01-12; Treasuries down"
    ),
    "Cisco rose 2% in 2018, more than the S&P 500, which slid 7% for the year.": (
        "CSCO up 2% 2018-01-01..2018-12-31; SPX down 7% 2018-01-01..2018-12-31"
    ),
    "Cisco rose 2% in 2018 and is up 7% for the year.": (
        "CSCO up 2% 2018-01-01..2018-12-31; CSCO up 7% 2026-01-01..2026-01-13"
    ),
    "European equities fell on Friday, on track for their worst week in months.": (
        "European equities down 2026-01-09; European equities down expected"
    ),
    "Cisco shares soared 72% on their Jan. 8 debut.": "CSCO up 72% 2026-01-08",
    "Shares of Cisco, which sells routers, switches and phones, have risen 6% from their December"
    " low and 8% just this year.": (
        "CSCO up 6% base=low@2025-12-01..2025-12-31; CSCO up 8% 2026-01-01..2026-01-13"
    ),
    # what goes on
    "Cisco lost a fifth of its value in overnight trading, sinking 20.5% to $64.": (
        "CSCO down 20% overnight; CSCO down 20.5% to=64 overnight"
    ),
    "Cisco fell 11% in Monday's premarket session and was last 8% lower at $64.": (
        "CSCO down 11% 2026-01-12 premarket; CSCO down 8% to=64 2026-01-12 premarket"
    ),
    "Cisco closed Monday's regular session 0.3% lower at $64.": (
        "CSCO down 0.3% to=64 2026-01-12 regular"
    ),
    # what a move is measured from
    "Bitcoin is down 11% from the record of $126,198 it set on Oct. 6.": (
        "BTC down 11% base=record_high:126198@2025-10-06"
    ),
    "Bitcoin is down 11% from the high that it hit on Oct. 6.": (
        "BTC down 11% base=high@2025-10-06"
    ),
    "Uber shares have lost 20% since its May 2019 listing at $45 a share.": (
        "UBER down 20% base=ipo_price:45@2019-05-01..2019-05-31"
    ),
    "Cisco has dropped 12% since peaking in June.": (
        "CSCO down 12% base=high@2025-06-01..2025-06-30"
    ),
    "Cisco has dropped 12% since hitting a record in June.": (
        "CSCO down 12% base=record_high@2025-06-01..2025-06-30"
    ),
    "Cisco is up 20% this year, but it is down 12% from the high it set in June.": (
        "CSCO up 20% 2026-01-01..2026-01-13; CSCO down 12% base=high@2025-06-01..2025-06-30"
    ),
    "The target represents a 10% gain for the S&P 500 from current levels.": "SPX up 10% expected",
    "Cisco has dropped 12% since closing in June.": "CSCO down 12%",
    "Cisco has dropped 12% since closing at a record in June.": (
        "CSCO down 12% base=record_high@2025-06-01..2025-06-30"
    ),
    "The Nasdaq has soared 95% from a June low to reach the highest level since 2022.": (
        "IXIC up 95% base=low@2025-06-01..2025-06-30; IXIC level high window=2022-01-01"
    ),
    "The MSCI Asia Pacific Index rose 1.1% on Monday to hit a six-week high.": (
        "MXAP up 1.1% 2026-01-12; MXAP level high window=P6W 2026-01-12"
    ),
    "The dollar rose 0.3% on Monday, rebounding from a two-week low.": (
        "DXY up 0.3% 2026-01-12 base=low"
    ),
    "The dollar rose 0.3% on Monday, recovering from a two-week low.": (
        "DXY up 0.3% 2026-01-12 base=low"
    ),
    "The S&P 500 slipped 1%, retreating from a record high.": "SPX down 1% base=record_high",
    "Gold fell 0.5%, pulling back from its highest since May.": "XAU down 0.5% base=high",
}


@pytest.mark.parametrize("text", STATED)
def test_states(text: str, prices_told: Callable[[str], str]) -> None:
    assert prices_told(text) == STATED[text]
