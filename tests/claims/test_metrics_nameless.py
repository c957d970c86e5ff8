"""Figures of accounts in texts that name no company: a sentence of a filing and its claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]

STATED = [
    ("Free cash flow decreased by 8%.", ["nobody free_cash_flow actual down by 8 percent"]),
    ("For the group, net sales rose $4 million.", ["nobody revenue actual up by 4000000 USD"]),
    ("Cost of goods sold fell $2 million.", ["nobody cost_of_revenue actual down by 2000000 USD"]),
    (
        "The $9 million decrease in research and development expense came early.",
        ["nobody research_and_development actual down by 9000000 USD"],
    ),
    (
        "Net realized investment gains fell $3 million.",
        ["nobody investment_gains actual down by 3000000 USD"],
    ),
    (
        "It was helped by an increase in commissions of $33 million.",
        ["nobody commissions actual up by 33000000 USD"],
    ),
    (
        "Total revenues were $90 million, representing a 40% year-over-year increase.",
        ["nobody revenue actual = 90000000 USD up by 40 percent vs year_ago"],
    ),
    ("Total equity rose $12 million.", ["nobody equity actual up by 12000000 USD"]),
]

NOT_STATED = [
    "Meanwhile, sales of electric cars in China grew by 90%.",
    "The settlement rose $2 million.",
    "Exports to Peru fell 5%.",
    "The S&P 500 fell. Net sales rose $4 million.",
]


@pytest.mark.parametrize(("text", "claims"), STATED)
def test_tells_of_accounts_without_a_company(text: str, claims: list[str], told: Told) -> None:
    assert told(text) == claims


@pytest.mark.parametrize("text", NOT_STATED)
def test_tells_nothing_where_others_are_named(text: str, told: Told) -> None:
    assert [claim for claim in told(text) if "SPX" not in claim] == []
