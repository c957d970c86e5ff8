"""Figures of what companies hold, are worth, pay, plan and employ: a sentence and its claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]

HELD = [
    (
        "Nvidia is considering a sale of its 81% stake in VMware.",
        ["NVDA stake actual = 81 percent"],
    ),
    (
        "Peugeot shareholders will own 50% of the combined company.",
        ["UG stake guidance = 50 percent"],
    ),
    (
        "Chobani gets about half of its revenue from Walmart.",
        ["Chobani revenue_share actual = 50 percent"],
    ),
    (
        "More than 80 percent of Broadcom's sales are derived now from software.",
        ["AVGO revenue_share actual = 80 percent"],
    ),
    ("Lidl cut 500 jobs.", ["Lidl job_cuts actual = 500 count"]),
    (
        "Berkshire Hathaway owns 249.6 million Boeing shares.",
        ["BRK-B stake actual = 249600000 count"],
    ),
    ("Xiaomi had 10% of the global smartphone market.", ["1810 market_share actual = 10 percent"]),
    ("Nvidia controls 40% of the U.S. chip market.", ["NVDA market_share actual = 40 percent"]),
    ("Intel has a 90% share of the server chip market.", ["INTC market_share actual = 90 percent"]),
    (
        "Huawei's share of the smartphone market rose to 19%.",
        ["Huawei market_share actual = 19 percent up"],
    ),
    (
        '"We like it," said Jane Smith, who helps manage $1.4 billion in assets at Brompton Corp.',
        ["Brompton assets actual = 1400000000 USD"],
    ),
    ("Disney owns two-thirds of Netflix.", ["DIS stake actual = 66.67 percent"]),
    ("Microsoft agreed to take a one-third stake in Nokia.", ["MSFT stake actual = 33.33 percent"]),
    (
        "Starboard Value has taken a 5.4 percent stake in eBay.",
        ["Starboard Value stake actual = 5.4 percent"],
    ),
    ("Icahn, who owns a 5% stake in Nvidia, wants changes.", ["IEP stake actual = 5 percent"]),
    ("Vivendi, holding 24% of the votes, opposed the plan.", ["VIV stake actual = 24 percent"]),
    (
        "Berkshire Hathaway trimmed its stake in Southwest 2.2% to 53.6 million shares.",
        ["BRK-B stake actual = 53600000 share down by 2.2 percent"],
    ),
    (
        "Berkshire Hathaway's stake in JPMorgan climbed 19% to 59.5 million shares.",
        ["BRK-B stake actual = 59500000 share up by 19 percent"],
    ),
    ("Walmart employs 1.5 million people in the U.S.", ["WMT headcount actual = 1500000 count"]),
]
WORTH = [
    ("Lyft could be worth $120 billion.", ["LYFT market_cap estimate = 120000000000 USD"]),
    (
        "Given Berkshire Hathaway's $128 billion cash pile, that is small.",
        ["BRK-B cash actual = 128000000000 USD"],
    ),
    (
        "Boeing, which counts Intel as an owner, said it planned to buy back $3 billion of stock.",
        ["BA share_repurchases guidance = 3000000000 USD"],
    ),
    (
        "Saudi Aramco sold 3 billion shares at $8 each.",
        ["2222 shares_sold actual = 3000000000 share", "2222 offer_price actual = 8 USD"],
    ),
    (
        "Nvidia raised $1 billion from SoftBank at a $47 billion valuation.",
        ["NVDA funds_raised actual = 1000000000 USD", "NVDA market_cap actual = 47000000000 USD"],
    ),
    (
        "Nvidia is selling the unit to Liberty Latin America for $1.95 billion.",
        ["NVDA deal_value actual = 1950000000 USD"],
    ),
    ("Occidental has about $40 billion in debt.", ["Occidental debt actual = 40000000000 USD"]),
    ("Nvidia is now worth about $800 billion.", ["NVDA market_cap actual = 800000000000 USD"]),
    (
        "SoftBank led a round that valued Stripe at $95 billion.",
        ["Stripe valuation actual = 95000000000 USD"],
    ),
    (
        "Nvidia agreed to buy Mellanox in a deal that values the target at $6.9 billion.",
        ["MLNX valuation actual = 6900000000 USD"],
    ),
    ("Uber's initial public offering was priced at $45.", ["UBER ipo_price actual = 45 USD"]),
    (
        "T-Mobile's $26.5 billion merger with Sprint was approved.",
        ["TMUS deal_value actual = 26500000000 USD"],
    ),
]
FINED = [
    (
        "The European Commission fined Google 1.49 billion euros.",
        ["GOOGL fine actual = 1490000000 EUR"],
    ),
    ("The regulator imposed a $5 billion fine on Facebook.", ["META fine actual = 5000000000 USD"]),
    ("Facebook was fined $5 billion.", ["META fine actual = 5000000000 USD"]),
    ("Johnson & Johnson was ordered to pay $572 million.", ["JNJ payment actual = 572000000 USD"]),
]
REACHED = [
    (
        "Boeing had EPS of $1.4 vs. $1.2 expected and sales of $7 billion vs. $8 billion expected.",
        [
            "BA eps actual = 1.4 USD vs estimate of 1.2 USD",
            "BA revenue actual = 7000000000 USD vs estimate of 8000000000 USD",
        ],
    ),
    (
        "Boeing is expected to report a loss of $2 billion on sales of $17 billion.",
        ["BA net_income estimate = 2000000000 USD", "BA revenue estimate = 17000000000 USD"],
    ),
    (
        "Sales at Macy's stores open at least a year rose 3.2%.",
        ["M same_store_sales actual up by 3.2 percent"],
    ),
    ("Marriott's revenue per available room rose 1.2%.", ["MAR revpar actual up by 1.2 percent"]),
    ("Analysts expect Nvidia to lose 10 cents a share.", ["NVDA eps estimate = 0.10 USD"]),
    (
        "Nvidia earned $2.25 a share, excluding items, three cents ahead of expectations.",
        ["NVDA adjusted_eps actual = 2.25 USD up by 0.03 USD vs estimate"],
    ),
    (
        "Disney's parks division reported operating income of $1.5 billion, a 12% increase.",
        ["DIS parks_operating_income actual = 1500000000 USD up by 12 percent"],
    ),
    (
        "Boeing's revenue climbed 12%, exceeding $10 billion for the first time.",
        ["BA revenue actual = 10000000000 USD up by 12 percent"],
    ),
    (
        "Boeing's sales rose 12%, topping the $10 billion analysts expected.",
        ["BA revenue actual up by 12 percent vs estimate of 10000000000 USD"],
    ),
    (
        "Nvidia had $2.9 billion in sales in 2024, up from $830 million two years earlier.",
        ["NVDA revenue actual = 2900000000 USD up vs other of 830000000 USD"],
    ),
    (
        "Boeing's revenue was $5.82 billion, an increase from last year's $5.3 billion.",
        ["BA revenue actual = 5820000000 USD up of 5300000000 USD"],
    ),
]
AHEAD = [
    (
        "Boeing guided for 2026 revenue between $100 billion and $105 billion.",
        ["BA revenue guidance = 100000000000-105000000000 USD"],
    ),
    (
        "Nvidia closed a $350 million funding round at a $5 billion valuation.",
        ["NVDA investment actual = 350000000 USD", "NVDA market_cap actual = 5000000000 USD"],
    ),
    (
        "Boeing targets an operating margin of 15% by 2028.",
        ["BA operating_margin guidance = 15 percent"],
    ),
    (
        "Boeing filed to raise $100 million in an offering.",
        ["BA funds_raised guidance = 100000000 USD"],
    ),
    ("Peugeot has 25% of the market.", ["UG market_share actual = 25 percent"]),
    (
        "Boeing will spend $3 billion on jets and $2 billion on engines.",
        ["BA spending guidance = 3000000000 USD", "BA spending guidance = 2000000000 USD"],
    ),
    (
        "Nvidia's revenue forecast was cut to $5 billion from $6 billion.",
        ["NVDA revenue guidance = 5000000000 USD down vs other of 6000000000 USD"],
    ),
    (
        "Boeing's dividend was raised 13% to 51 cents a share.",
        ["BA dividend actual = 0.51 USD up by 13 percent"],
    ),
    ("Under the settlement, Boeing will pay $2.5 billion.", ["BA payment actual = 2500000000 USD"]),
    (
        "Boeing plans to spend as much as $400 million to $500 million on acquisitions.",
        ["BA spending guidance = 400000000-500000000 USD"],
    ),
    ("Boeing may spend $5 billion on factories.", ["BA spending guidance = 5000000000 USD"]),
    ("Boeing agreed in April to invest $10 billion.", ["BA investment actual = 10000000000 USD"]),
]
NOTHING = """
    The company is considering a sale of its 81% stake in VMware.
    Jane Smith, who manages $2.6 billion at a fund, likes bonds.
    Boeing said users have 10% of the market.
    Buffett's stake in Boeing is worth $80 billion.
    Boeing has an earbud priced at $399.
    Regulators fined banks $2.9 billion, Goldman Sachs said.
    Boeing's sales topped analyst projections of $4.85 billion.
    Eight of the 10 biggest gainers are companies with a market value of less than $30 billion.
    """


@pytest.mark.parametrize(("sentence", "facts"), [*HELD, *WORTH, *FINED, *REACHED, *AHEAD])
def test_a_sentence_states_its_figures(sentence: str, facts: list[str], told: Told) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize("sentence", [line.strip() for line in NOTHING.strip().splitlines()])
def test_no_figure_is_read_where_none_is_claimed(sentence: str, told: Told) -> None:
    assert told(sentence) == []
