"""Whose a figure is, of which part of a business, by whose view, and of what time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PARTS = [
    (
        "Intel rose. The memory division provided $3 billion in revenue and $1 billion of profit.",
        [
            "INTC memory_revenue actual = 3000000000 USD",
            "INTC memory_profit actual = 1000000000 USD",
        ],
    ),
    ("Intel rose. Smith said that this division generated $3 billion in revenue.", []),
    (
        "Intel rose. Revenue from the server chip segment increased 9% to $3 billion.",
        ["INTC server_chip_revenue actual = 3000000000 USD up by 9 percent"],
    ),
    ("Intel rose. Sales for Xeon jumped 59%.", ["INTC xeon_sales actual up by 59 percent"]),
    ("Intel said sales of processors rose 4%.", ["INTC processors_sales actual up by 4 percent"]),
    (
        "Intel said it made $7 billion in revenue from the memory unit.",
        ["INTC memory_revenue actual = 7000000000 USD"],
    ),
    (
        "Intel fell. In Japan, revenue slipped 2% to $1 billion.",
        ["INTC japan_revenue actual = 1000000000 USD down by 2 percent"],
    ),
    ("Intel fell. The memory division grew. This quarter, revenue rose 4%.", []),
    ("Intel rose. Revenue from operations increased 9%.", ["INTC revenue actual up by 9 percent"]),
    ("Intel rose. Revenue for the quarter increased 9%.", ["INTC revenue actual up by 9 percent"]),
    ("Intel's business is strong and revenue rose 9%.", ["INTC revenue actual up by 9 percent"]),
    (
        "Intel rose. Sales from server memory jumped 28%.",
        ["INTC server_memory_sales actual up by 28 percent"],
    ),
    (
        "Intel rose. Revenue at constant currency rose 5%.",
        ["INTC revenue actual up by 5 percent"],
    ),
    (
        "Intel rose. Profit at chip design was $9 million.",
        ["INTC chip_design_profit actual = 9000000 USD"],
    ),
    ("The chip division's sales rose 5% at Intel.", ["INTC chip_sales actual up by 5 percent"]),
    ("Intel fell in the quarter, when that division's sales rose 26 percent.", []),
    (
        "Intel rose. The company's ad sales business recorded revenue of $134 million.",
        ["INTC ad_sales_revenue actual = 134000000 USD"],
    ),
    (
        "Intel rose. That led to a $2 billion increase in sales and marketing expenses.",
        [],
    ),
]
STAKES = [
    (
        "Jane Miller is Intel's biggest shareholder with a 32% stake.",
        ["Jane Miller stake actual = 32 percent"],
    ),
    (
        "The offer for Intel excludes Jane Miller's 16 percent stake.",
        ["Jane Miller stake actual = 16 percent"],
    ),
    (
        "Airbus is the third-largest shareholder of Intel, owning nearly 9 percent of the shares.",
        ["AIR stake actual = 9 percent"],
    ),
    ("Acme Partners LP, a firm that says it owns more than 4 percent of Intel, spoke.", []),
]
OTHERS = [
    (
        "Boeing rose. One client can do little to hurt a company that made $3 billion of revenue.",
        [],
    ),
    ("Boeing rose. Its rivals reported a 7% drop in revenue.", []),
    ("Mastercard said grocery stores' online sales rose 4%.", []),
    (
        "Only Boeing had such gains as Airbus, with its revenue rising 9%.",
        ["BA revenue actual up by 9 percent"],
    ),
    (
        "Wells Fargo fell. Provisions for bad loans fell 20 percent.",
        ["WFC provisions actual down by 20 percent"],
    ),
    (
        "Walmart takes online orders at more than 2,100 out of its 4,300 shops.",
        ["WMT stores actual = 4300 count"],
    ),
    ("Intel rose. The price is a 55 percent premium to the target's close on Friday.", []),
    (
        "Intel sold 2 million shares at $26 each, a 4% discount to Tuesday's close.",
        ["INTC shares_sold actual = 2000000 share", "INTC offer_price actual = 26 USD"],
    ),
    (
        "Intel fell. Some 10 companies tumbled, wiping out $37 billion in market value.",
        [],
    ),
    (
        "Intel was a black mark for Miller, as he took a $2.7 billion writedown.",
        [],
    ),
    (
        "Wells Fargo rose. Provisions against soured debt jumped to $2 billion.",
        ["WFC provisions actual = 2000000000 USD up"],
    ),
    ("Intel fell. Freight and staff costs rose 5% and 6%, respectively.", []),
]
VIEWS = [
    (
        "Miller expects Intel to spend $1.4 billion on plants.",
        ["INTC spending estimate = 1400000000 USD"],
    ),
    (
        "Intel fell. Revenue: $5 billion expected versus $4 billion a year ago.",
        ["INTC revenue estimate = 5000000000 USD"],
    ),
    ("Intel fell. Revenue is projected at $5 billion.", ["INTC revenue estimate = 5000000000 USD"]),
    (
        "Intel's market value could reach $500 billion.",
        ["INTC market_cap estimate = 500000000000 USD"],
    ),
]
TIMES = [
    (
        "Intel's revenues fell 2% from Q2, to $1.3 billion in Q3.",
        ["INTC revenue actual = 1300000000 USD down by 2 percent vs prior_period"],
    ),
    (
        "Intel's revenue grew 9 percent, the least since 2003.",
        ["INTC revenue actual up by 9 percent"],
    ),
    ("In April, Intel reported revenue of $3 billion.", ["INTC revenue actual = 3000000000 USD"]),
    (
        "Intel sold 630 chips in Q1 2019, down from 900 in the final three months of 2018.",
        ["INTC chip_sales actual = 630 count down vs prior_period of 900 count"],
    ),
    (
        "Intel sold 630 chips in March 2019, down from 900 in March 2018.",
        ["INTC chip_sales actual = 630 count down vs year_ago of 900 count"],
    ),
    (
        "AMD rose. Earnings, at 37 cents per share, were up 220% year-over-year.",
        ["AMD eps actual = 0.37 USD up by 220 percent vs year_ago"],
    ),
]

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(("sentence", "facts"), [*PARTS, *STAKES, *OTHERS, *VIEWS, *TIMES])
def test_a_figure_is_told_of_its_owner(sentence: str, facts: list[str], told: Told) -> None:
    assert told(sentence) == facts
