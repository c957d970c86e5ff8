"""Rows, asides, spells and idioms around a move, in the notation of ``conftest.py``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

STATED = {
    # rows of a table with the place first, pairs in words
    "Stocks rose.\nTokyo - Nikkei 225: UP 0.5 percent at 50,795.44 (close)": (
        "Stocks up; NKY up 0.5% to=50795.44pt"
    ),
    "Stocks fell.\nShanghai - Composite: DOWN 0.2 percent at 3,898.26": (
        "Stocks down; SHCOMP down 0.2% to=3898.26pt"
    ),
    "Euro/dollar: UP at $1.1652 from $1.1630 at 2100 GMT": "EURUSD up to=1.1652 from=1.1630",
    "Dollar/yen: DOWN at 158.74 yen from 159.61": "USDJPY down to=158.74JPY from=159.61JPY",
    "Gold: UP 0.1 percent at $4,515.75 per ounce": "XAU up 0.1% to=4515.75",
    # a level whose unit is said once, a spread in basis points
    "The German 10-year yield fell to 11 basis points from 14.": "DE10Y down to=11bp from=14bp",
    "The iTraxx Crossover Index rose 10 basis points to 263 basis points.": (
        "ITRXEXE up by=10bp to=263bp"
    ),
    # what stands between a subject and its verb
    "Boeing shares, by contrast, slumped 5.6%.": "BA down 5.6%",
    "Dogecoin (DOGE) itself was 2.3% higher at $0.1462.": "DOGE up 2.3% to=0.1462",
    "The 10-year Treasury yield (which moves opposite to its price), was down 6 basis points.": (
        "US10Y down by=6bp"
    ),
    "Semiconductor stocks -- hurt by the U.S.-China quarrel and a glut of chips -- had their worst"
    " year since 2011.": "Semiconductor stocks down",
    "Its sister, the Invesco Solar ETF (TAN), opened at $38.40 and slipped 0.7%.": (
        "TAN level open 38.40; TAN down 0.7%"
    ),
    "Boeing shares (ticker: BA) rose 4%.": "BA up 4%",
    "Novo's U.S.-listed stock (NVO) gained 1.8%.": "NVO up 1.8%",
    # a spell of its own: "its second day", "the day"
    "Klarna shares ended their second day down 4.1% at $43.90.": "KLAR down 4.1% to=43.90",
    "Nvidia stock wrapped the day off 2.9%.": "NVDA down 2.9%",
    "The Invesco Solar ETF began trading on Monday at $26.10 and was down 1.6%.": (
        "TAN level open 26.10 2026-01-12; TAN down 1.6%"
    ),
    # words of movement
    "Silver prices recouped 7.8% to $76.90 an ounce.": "XAG up 7.8% to=76.90",
    "Boeing shares clawed back 13% on Monday to $235.": "BA up 13% to=235 2026-01-12",
    "The Hang Seng has stormed 30 percent higher.": "HSI up 30%",
    "The Dow ended on a flat note.": "DJI flat",
    "The DAX ended a hair's breadth lower.": "DAX down",
    "Nvidia shares closed the day with a loss.": "NVDA down",
    "Chip stocks powered the Nasdaq to a record high on Monday.": (
        "IXIC up 2026-01-12; IXIC level record_high 2026-01-12"
    ),
    "With Uber shares plunging nearly 20% below its IPO price on Monday, funds suffered.": (
        "UBER down <~20% 2026-01-12 base=ipo_price"
    ),
    "Bitcoin is up; it is still 6% off the $124,480 record reached on Jan. 8.": (
        "BTC up; BTC down 6% base=record_high:124480@2026-01-08"
    ),
    "Sangamo shares have settled down, and are up by a more modest 8.36%.": "SGMO up 8.36%",
    "Sangamo shares are trading upward.": "SGMO up",
    # "it" and "their shares"
    "Bitcoin fell 3%. On Monday it had crashed 12.4%.": "BTC down 3%; BTC down 12.4% 2026-01-12",
    "Boeing shares rose 2%. In after-hours trade it was down 1% at $305.20.": (
        "BA up 2%; BA down 1% to=305.20 after_hours"
    ),
    "Boeing stock has rallied 14%, and it sits 9% under the record high of $278.24.": (
        "BA up 14%; BA down 9% base=record_high:278.24"
    ),
    "Boeing and Ford fell 3%. On Monday it rose 2%.": "BA down 3%; F down 3%",
    "Boeing said on Friday it added 3% more planes.": "",
    "Ford and Boeing cut forecasts, sending their shares lower.": "F down; BA down",
    "Ford and Boeing cut forecasts. That weighed on their shares.": "F down; BA down",
    "Ford said Boeing had cut forecasts, sending their shares lower.": "",
    # sectors and markets by other words
    "Stocks fell. Chip makers and optical component suppliers were among the biggest decliners.": (
        "Stocks down; Chip makers down; optical component suppliers down"
    ),
    "Stocks rose. Energy was the biggest drag on the index.": "Stocks up; Energy down",
    "Stocks fell. Miners led a 2% decline in European equities.": (
        "Stocks down; Miners down; European equities down 2%"
    ),
    "Tokyo's main stocks index tumbled 1.6 percent.": "NKY down 1.6%",
    "The benchmark index in Seoul lost 1%.": "KOSPI down 1%",
    "BSE Midcap index fell 0.6%, and the smallcap index shed 0.5%.": "BSEMIDCAP down 0.6%",
    # asides, repeats and what a distance is measured from
    "The S&P 500 closed Friday at an all-time high of 6,966.28 after gaining 1.6% for the week.": (
        "SPX level record_high 6966.28pt 2026-01-09; SPX up 1.6% 2026-01-12..2026-01-13"
    ),
    "Bitcoin was quoted at $97,600, 2.4% higher than 24 hours before.": "BTC up 2.4% to=97600",
    "Bitcoin stood at $92,340, 7.9% below where it stood a day earlier.": "BTC down 7.9% to=92340",
    "Coffee hit its priciest since 1977 last week at $3.48 a pound.": (
        "KC level high 3.48 window=1977-01-01 2026-01-05..2026-01-11"
    ),
    "The FTSE 250 index of mid-sized firms surged 2.8%.": "FTMC up 2.8%",
    "Boeing stock went nowhere last week. Solar stocks were on a tear.": (
        "BA flat 2026-01-05..2026-01-11; Solar stocks up"
    ),
    "Boeing shares rose 2.8% to extend the previous day's 11 percent increase.": (
        "BA up 2.8%; BA up 11% 2026-01-12"
    ),
    "Sales at Boeing rose, followed by a 7% increase in May. Intel could increase its stake.": "",
    # what is told of something else
    "Boeing, which last week reported revenue of $22 billion, up 20.4% on the year, fell.": (
        "metric"
    ),
    "The plan may help Boeing and could lead to increased demand.": "",
    "Three of the four chip stocks were down on Monday.": "",
    "Citigroup left its $75 target on Boeing unchanged.": "analyst_action",
    "Netflix, one of the best-performing media stocks of 2024, gained 5% on Monday.": (
        "NFLX up 5% 2026-01-12"
    ),
    "Dell shares rose. Dell Technologies, based in Austin, Texas, rose 3%.": "DELL up; DELL up 3%",
    # indices of anyone, groups with some left out, what a gain came to
    "Stocks fell. The Banque Exemple Equity Value Europe index rose 4%.": (
        "Stocks down; Banque Exemple Equity Value Europe index up 4%"
    ),
    "The Stoxx 600 Basic Resources Index slumped 16 percent.": "SXPP down 16%",
    "Stocks fell. The Empire State Manufacturing Index fell 3 points.": "Stocks down",
    "Stocks fell. The gauge of Asia-Pacific stocks excluding Japan slid 1.7 percent.": (
        "Stocks down; gauge of Asia-Pacific stocks down 1.7%"
    ),
    "The Dow passed 58,000 for the first time, extending its gain for the year to 20%.": (
        "DJI up 20% 2026-01-01..2026-01-13"
    ),
    "Chip stocks ended the year down by more than a third.": (
        "Chip stocks down >33.33% 2025-01-01..2025-12-31"
    ),
    "Stocks rose. Energy stocks led to the upside.": "Stocks up; Energy stocks up",
    "Strong earnings pushed the Nasdaq 100 into positive territory on Monday.": "NDX up 2026-01-12",
    "The Dow fell into negative territory.": "DJI down",
    "After closing down 7.6% on Friday, Uber's stock dropped as much as 13% on Monday.": (
        "UBER down 7.6% 2026-01-09; UBER down <=13% 2026-01-12"
    ),
    "After trading lower on Friday, Boeing shares are up by 8%.": "BA down 2026-01-09; BA up 8%",
    # nouns of movement
    "Funds watched gains in Alibaba and a rout in Intel.": "BABA up; INTC down",
    "Losses at Intel grew, and gains at Ford did not help.": "",
    "Boeing stock's year-to-date loss currently stands at 40 percent.": (
        "BA down 40% 2026-01-01..2026-01-13"
    ),
    "Analysts warn that this year's U.S. stock rally is set to stall.": "U.S. stocks up",
    "A bond rout hurt banks. The data set off a brief equity rally.": "bonds down; equities up",
    "The oil price collapse hurt Chevron.": "OIL down",
    "The Tesla stock rally helped funds.": "",
    "The company's stock slide hurt.": "",
    "Intel fell 4%, short of the 21% price drop in Nvidia.": "INTC down 4%; NVDA down 21%",
    "The stock market's rally from its March lows is huge.": (
        "stock market up base=low@2025-03-01..2025-03-31"
    ),
    "The losers were Boeing, Intel and Nvidia.": "BA down; INTC down; NVDA down",
    "The biggest loser was Boeing, down 1.8 percent.": "BA down 1.8%",
    "Palantir shares were among the worst performers.": "PLTR down",
}


@pytest.mark.parametrize("text", STATED)
def test_states(text: str, prices_told: Callable[[str], str]) -> None:
    assert prices_told(text) == STATED[text]
