"""Figures of economies, central banks and raw materials: a sentence and what it claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]

SUPPLIES = [
    (
        "Kuwait told OPEC+ ministers it produced 2.4 million barrels per day (bpd) in November.",
        ["Kuwait production actual = 2400000 count"],
    ),
    (
        "Iraq pumped 4.1 million barrels a day last month.",
        ["Iraq production actual = 4100000 count"],
    ),
    (
        "Oil output from Nigeria rose by 90,000 bpd to 1.6 million bpd.",
        ["Nigeria production actual = 1600000 count up by 90000 count"],
    ),
    (
        "Norway slashed its oil output from 2 million bpd in 2019 to 1.8 million bpd in 2021.",
        ["Norway production actual = 1800000 count down of 2000000 count"],
    ),
    (
        "China's gold demand fell 9% to 210 tonnes in the third quarter of 2025.",
        ["China gold_demand actual = 210 count down by 9 percent"],
    ),
    (
        "Global copper demand rose 3.1% last year.",
        ["copper copper_demand actual up by 3.1 percent"],
    ),
    (
        "Angola's production more than halved to 700,000 bpd.",
        ["Angola production actual = 700000 count down by 50.0 percent"],
    ),
    (
        "Exports from Libya were 900,000 barrels a day in December.",
        ["Libya exports actual = 900000 count"],
    ),
]
STOCKS = [
    (
        (
            "U.S. crude inventories rose by 4 million barrels in the week to Jan. 9 to"
            " 421 million barrels, beating expectations for an increase of 1 million barrels."
        ),
        [
            (
                "United States crude_inventories actual = 421000000 count up by 4000000 count"
                " vs estimate of 1000000 count"
            )
        ],
    ),
    (
        (
            "Gasoline stocks in the United States fell by 3 million barrels, eclipsing forecasts"
            " for a draw of 2.2 million barrels."
        ),
        [
            (
                "United States crude_inventories actual down by 3000000 count"
                " vs estimate of 2200000 count"
            )
        ],
    ),
    (
        (
            "U.S. distillate stocks rose by 80,000 barrels against expectations of a draw of"
            " 1.3 million barrels."
        ),
        ["United States distillate_inventories actual up by 80000 count vs estimate"],
    ),
    (
        "The EIA reported an increase in gasoline inventories of 512,000 barrels.",
        ["United States gasoline_inventories actual up by 512000 count"],
    ),
    (
        "The American Petroleum Institute reported an inventory draw of 5.1 million barrels.",
        ["United States crude_inventories actual down by 5100000 count"],
    ),
]
FORECASTS = [
    (
        "The OECD cut its growth forecast for Italy to 0.4% from 0.9%.",
        ["Italy gdp estimate = 0.4 percent down vs other of 0.9 percent"],
    ),
    (
        "The IMF upwardly revised its forecast for world economic growth this year to 3.4%.",
        ["world gdp estimate = 3.4 percent up"],
    ),
    (
        (
            "The agency raised its global oil demand growth outlook for 2026 by 90,000 barrels per"
            " day (bpd) to 1.1 million bpd."
        ),
        ["oil oil_demand_growth estimate = 1100000 count up by 90000 count"],
    ),
    (
        "Italy's government lowered its 2026 GDP forecast to 0.6%.",
        ["Italy gdp estimate = 0.6 percent down"],
    ),
    (
        "UBS analysts cut their revenue forecast for Boeing to $80 billion from $84 billion.",
        ["BA revenue estimate = 80000000000 USD down vs other of 84000000000 USD"],
    ),
]
RATES = [
    (
        "The Bank of Canada held its key rate at 2.25%.",
        ["Bank of Canada interest_rate actual = 2.25 percent flat"],
    ),
    (
        "The central bank of Brazil maintained its benchmark rate at 15%.",
        ["central bank of Brazil interest_rate actual = 15 percent flat"],
    ),
    (
        "Turkey's central bank cut its benchmark rate by 150 basis points to 38%.",
        ["Turkey's central bank interest_rate actual = 38 percent down by 150 basis_point"],
    ),
    (
        "The ECB is expected to keep its deposit rate at minus 0.5%.",
        ["European Central Bank interest_rate estimate = 0.5 percent flat"],
    ),
    (
        "All 25 economists surveyed expect the Bank of Thailand to keep its policy rate at 1.25%.",
        ["Bank of Thailand interest_rate estimate = 1.25 percent flat"],
    ),
]
MOVED = [
    (
        "The Fed announced a surprise rate cut of 50 basis points.",
        ["Federal Reserve interest_rate actual down by 50 basis_point"],
    ),
    (
        "Futures have priced in 23 basis points of easing by the Fed.",
        ["Federal Reserve interest_rate estimate down by 23 basis_point"],
    ),
    (
        "Payrolls in the U.S. rose by 4.8 million in June after a 2.7 million gain in May.",
        [
            (
                "United States nonfarm_payrolls actual up by 4800000 count"
                " vs prior_period of 2700000 count"
            )
        ],
    ),
    (
        "U.S. crude stocks probably fell 3 million barrels last week, a survey showed.",
        ["United States crude_inventories estimate down by 3000000 count"],
    ),
]
GROWN = [
    (
        "U.S. gross domestic product grew at an annual rate of 3.5%, beating forecasts for 3%.",
        ["United States gdp actual up by 3.5 percent vs estimate of 3 percent"],
    ),
    (
        "Year-on-year GDP growth in Japan came to 1.7%.",
        ["Japan gdp actual up by 1.7 percent vs year_ago"],
    ),
    (
        "Housing starts in the U.S. jumped to an annual rate of 1.4 million.",
        ["United States housing_starts actual = 1400000 count up"],
    ),
    (
        "Canadian employers shed 9,000 jobs in December.",
        ["Canada nonfarm_payrolls actual down by 9000 count"],
    ),
    (
        "The Institute for Supply Management's purchasing managers' index fell to 49.2 from 51.3.",
        ["United States manufacturing_pmi actual = 49.2 count down of 51.3 count"],
    ),
    (
        "Norway reported an increase in production, to 2.1 million bpd.",
        ["Norway production actual = 2100000 count up"],
    ),
]
TARIFFS = [
    (
        "China raised tariffs on $60 billion of U.S. goods to 25% from 10%.",
        ["China tariffs actual = 25 percent up of 10 percent"],
    ),
    (
        "The U.S. threatened to impose a 7.5% tariff on all Spanish goods.",
        ["United States tariffs estimate = 7.5 percent"],
    ),
]
PLACES = [
    (
        "U.S. shares fell as inflation in China rose to 5%.",
        ["China cpi actual = 5 percent up"],
    ),
    (
        "Spanish exports to China fell 5%.",
        ["Spain spanish_exports_to_china actual down by 5 percent"],
    ),
    (
        "Consumer prices in Canada rose 0.2% in June, and were 2.9% higher than a year ago.",
        [
            "Canada cpi actual up by 0.2 percent",
            "Canada cpi actual up by 2.9 percent vs year_ago",
        ],
    ),
    (
        "Wages in Australia grew 0.8% in the quarter and 3.2% over the year.",
        ["Australia wages actual up by 0.8 percent", "Australia wages actual up by 3.2 percent"],
    ),
]
BREADTH = [
    (
        (
            "Declining issues outnumbered advancing ones on the NYSE by a 2.31-to-1 ratio; on"
            " Nasdaq, a 1.6-to-1 ratio favored decliners."
        ),
        [
            "NYSE decliners_to_advancers_ratio actual = 2.31 multiple",
            "Nasdaq decliners_to_advancers_ratio actual = 1.6 multiple",
        ],
    ),
    (
        "The S&P 500 posted 18 new 52-week highs and four new lows.",
        ["SPX new_highs actual = 18 count", "SPX new_lows actual = 4 count"],
    ),
    (
        "Of the 341 S&P 500 companies that have reported so far, 78% have beaten estimates.",
        ["SPX earnings_beats actual = 78 percent"],
    ),
    (
        "About two-thirds of S&P 500 companies have topped sales estimates.",
        ["SPX revenue_beats actual = 66.67 percent"],
    ),
    (
        "On the BSE, 2,104 stocks advanced while 871 declined.",
        ["BSE advancers actual = 2104 count", "BSE decliners actual = 871 count"],
    ),
]
DRILLED = [
    (
        "U.S. drillers added six oil rigs last week, bringing the total count to 812.",
        ["United States rig_count actual = 812 count up by 6 count"],
    ),
    (
        "The number of U.S. rigs drilling for oil fell by seven to 797.",
        ["United States rig_count actual = 797 count down by 7 count"],
    ),
    (
        "EIA data showed a crude build of 2.3 million barrels.",
        ["United States crude_inventories actual up by 2300000 count"],
    ),
    (
        "Stocks fell after OPEC+ agreed to cut 8.1 million barrels a day from global oil output.",
        ["OPEC+ production actual down by 8100000 count"],
    ),
    (
        "Japan imported 3.1 million barrels of crude a day in May, up 12% from a year earlier.",
        ["Japan imports actual = 3100000 count up by 12 percent vs year_ago"],
    ),
    (
        "U.S. crude stockpiles rose 1.2 m barrels.",
        ["United States crude_inventories actual up by 1200000 count"],
    ),
]
NOTHING = """
    The board approved a 20-to-1 stock split.
    Some 60% of its products beat expectations.
    About 1,200 shares rose on the news that 12 rigs may return.
    Exports to China fell 5%.
    Demand for new phones rose 5%.
    Analysts had expected a decline of 0.7 million barrels.
    OPEC trimmed next year's growth estimate by 20,000 bpd.
    Orders from its largest dealer at Boeing have run $100 million below last year's pace.
    """


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [*SUPPLIES, *STOCKS, *FORECASTS, *RATES, *MOVED, *GROWN, *TARIFFS, *PLACES, *BREADTH, *DRILLED],
)
def test_a_sentence_states_its_figures(sentence: str, facts: list[str], told: Told) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize("sentence", [line.strip() for line in NOTHING.strip().splitlines()])
def test_no_figure_is_read_where_none_is_claimed(sentence: str, told: Told) -> None:
    assert told(sentence) == []
