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
NOTHING = """
    Apple offered a $100 gift card.
    Jane Smith, who manages $2.6 billion at a fund, likes bonds.
    The building was valued at $5 million.
    The insurer charges a premium of $40.
    """


@pytest.mark.parametrize(("sentence", "facts"), [*TAKEOVERS, *VALUED, *HELD])
def test_a_sentence_states_its_figures(sentence: str, facts: list[str], told: Told) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize("sentence", [line.strip() for line in NOTHING.strip().splitlines()])
def test_no_figure_is_read_where_none_is_claimed(sentence: str, told: Told) -> None:
    assert told(sentence) == []
