"""Figures of takeovers, stakes, funds and valuations: a sentence and what it claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]

TAKEOVERS = [
    (
        "Salesforce agreed to acquire Slack for $27 billion.",
        ["CRM deal_value actual = 27000000000 USD"],
    ),
    (
        "Airbus said on Monday it made a 3 billion euro ($3.5 billion) bid for Spirit AeroSystems.",
        ["AIR deal_value actual = 3000000000 EUR"],
    ),
    (
        "Zillow agreed to be taken private by a group of funds for $15 billion.",
        ["Z deal_value actual = 15000000000 USD"],
    ),
    (
        "Microsoft is offering $90 for each Activision share.",
        ["MSFT offer_price actual = 90 USD"],
    ),
    (
        "Nvidia agreed to pay $40 a share for the chip designer.",
        ["NVDA offer_price actual = 40 USD"],
    ),
    (
        "The price is a 33% premium to Boeing's closing price on Friday.",
        ["BA premium actual = 33 percent"],
    ),
    (
        "The regulator said it would not oppose the $3.1 billion takeover of Boeing.",
        ["BA deal_value actual = 3100000000 USD"],
    ),
    (
        "Boeing plans a $5 billion bid for Textron.",
        ["BA deal_value guidance = 5000000000 USD"],
    ),
    ("Boeing announced a $7 billion deal.", ["BA deal_value actual = 7000000000 USD"]),
]
VALUED = [
    (
        "Lyft, which was valued at $15 billion in 2018, hired two banks.",
        ["LYFT valuation actual = 15000000000 USD"],
    ),
    (
        "Boeing could be valued at as much as $120 billion.",
        ["BA valuation estimate = 120000000000 USD"],
    ),
    (
        "Stripe was valued at $95 billion in its latest round.",
        ["Stripe valuation actual = 95000000000 USD"],
    ),
    (
        "Airbnb is seeking to raise about $3 billion in its IPO.",
        ["ABNB funds_raised guidance = 3000000000 USD"],
    ),
]
HELD = [
    (
        "Northgate Partners holds a 12% stake in Boeing.",
        ["Northgate Partners stake actual = 12 percent"],
    ),
    (
        "About 12% of Boeing's shares are held by passive funds.",
        ["BA ownership actual = 12 percent"],
    ),
    (
        "Denver-based Aspen Ridge oversees about $1.1 billion.",
        ["Aspen Ridge assets actual = 1100000000 USD"],
    ),
    (
        "Northgate Partners, which manages $4 billion, likes bonds.",
        ["Northgate Partners assets actual = 4000000000 USD"],
    ),
]
WORTHS = [
    (
        "The rout wiped about HK$90 billion ($11 billion) off Tencent's market value.",
        ["0700 market_cap actual down by 90000000000 HKD"],
    ),
    (
        "Baidu trails NetEase after losing more than 30% of its market value.",
        ["BIDU market_cap actual down by 30 percent"],
    ),
    (
        "The gains added $50 billion to the market value of Apple.",
        ["AAPL market_cap actual up by 50000000000 USD"],
    ),
    (
        "Some $20 billion in shareholder value has been wiped out at Tesla.",
        ["TSLA market_cap actual down by 20000000000 USD"],
    ),
    (
        "The fall dragged Apple's market value below $700 billion.",
        ["AAPL market_cap actual = 700000000000 USD down"],
    ),
]
PRICED = [
    ("The S&P 500 trades at 17.2 times forward earnings.", ["SPX pe_ratio actual = 17.2 multiple"]),
    ("Microsoft boasts a P/E multiple of 26 times.", ["MSFT pe_ratio actual = 26 multiple"]),
    ("Brent traded at an $8.11 premium to WTI.", ["BRENT premium actual = 8.11 USD"]),
    ("Huawei has as much as 30% market share.", ["Huawei market_share actual = 30 percent"]),
    (
        "Options traders expect Netflix shares to move about 9% after the report.",
        ["NFLX implied_move estimate = 9 percent"],
    ),
    (
        "Foreigners hold 8% of Boeing's shares.",
        ["BA stake actual = 8 percent"],
    ),
]
IMPLIED = [
    (
        "Options pricing implies a 22% probability the S&P 500 ends the year lower.",
        ["SPX probability estimate = 22 percent"],
    ),
    (
        "Boeing's six-month implied volatility of 57% is high.",
        ["BA implied_volatility actual = 57 percent"],
    ),
    (
        "Microsoft is offering $70 for each Activision share, 15% more than the stock's close.",
        ["MSFT offer_price actual = 70 USD"],
    ),
    ("Boeing sold $2 billion of stock.", ["BA share_sale actual = 2000000000 USD"]),
    (
        "The Boeing deal, which is to close in June, is valued at about $6 billion.",
        ["BA deal_value actual = 6000000000 USD"],
    ),
    (
        "SoftBank agreed to pay T-Mobile $300 million.",
        ["9984 payment actual = 300000000 USD"],
    ),
]
FLOWS = [
    (
        "Investors pulled $5.2 billion from U.S. equity funds last week.",
        ["U.S. equity funds net_outflows actual = 5200000000 USD"],
    ),
    (
        "Foreign investors have pulled $1.5 billion in January.",
        ["Foreign investors net_selling actual = 1500000000 USD"],
    ),
    (
        "Boeing plans to repurchase as much as $6 billion of stock.",
        ["BA share_repurchases guidance = 6000000000 USD"],
    ),
    (
        "About 6.8 billion shares changed hands on U.S. exchanges.",
        ["U.S. exchanges trading_volume actual = 6800000000 share"],
    ),
]
NOTHING = """
    Apple offered a $100 gift card.
    Jane Smith, who manages $2.6 billion at a fund, likes bonds.
    The building was valued at $5 million.
    The insurer charges a premium of $40.
    """


@pytest.mark.parametrize(
    ("sentence", "facts"), [*TAKEOVERS, *VALUED, *HELD, *WORTHS, *PRICED, *IMPLIED, *FLOWS]
)
def test_a_sentence_states_its_figures(sentence: str, facts: list[str], told: Told) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize("sentence", [line.strip() for line in NOTHING.strip().splitlines()])
def test_no_figure_is_read_where_none_is_claimed(sentence: str, told: Told) -> None:
    assert told(sentence) == []
