"""Parts of a whole, sizes of markets, turnover, and figures of the country a text is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]

WHOLES = [
    (
        "Chile accounts for about 27 percent of global copper supply.",
        ["Chile share actual = 27 percent"],
    ),
    ("Apple makes up 7% of the index.", ["AAPL share actual = 7 percent"]),
    (
        "The merger may reshape the $310 billion packaging industry.",
        ["packaging industry market_size actual = 310000000000 USD"],
    ),
    (
        "The global toy market is worth $105 billion.",
        ["global toy market market_size actual = 105000000000 USD"],
    ),
    (
        (
            "Volume on U.S. exchanges was 6.91 billion shares, compared with the 7.2 billion"
            " average over the last 20 trading days."
        ),
        ["U.S. exchanges volume actual = 6910000000 share vs other of 7200000000 count"],
    ),
    (
        "Global tablet shipments fell 4.1% in the third quarter.",
        ["tablet shipments actual down by 4.1 percent"],
    ),
    (
        "Worldwide sales of electric scooters rose 31% to 2 million in 2025.",
        ["electric scooters sales actual = 2000000 count up by 31 percent"],
    ),
]
AT_HOME = [
    (
        "The S&P 500 rose 0.4%. Retail sales fell 0.9% in December.",
        ["United States retail_sales actual down by 0.9 percent"],
    ),
    (
        "The Nikkei slid 1.3%. The jobless rate ticked up to 2.7%.",
        ["Japan unemployment_rate actual = 2.7 percent up"],
    ),
    (
        "Employers added 151,000 jobs in January.",
        ["United States nonfarm_payrolls actual up by 151000 count"],
    ),
    (
        "Crude inventories dropped 3.1 million barrels.",
        ["United States crude_inventories actual down by 3100000 count"],
    ),
]
NOBODYS = [
    "The DAX and the S&P 500 fell 1%. Inflation slowed to 1.9% in December.",
    "Inflation slowed to 1.9% in December.",
    "Exports account for nearly half of the economy.",
    "Volume was 3 million shares.",
    "China's trade gap with the United States widened in a market worth $40.",
]


@pytest.mark.parametrize(("text", "facts"), WHOLES + AT_HOME)
def test_states(told: Told, text: str, facts: list[str]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize("text", NOBODYS)
def test_is_nobodys(told: Told, text: str) -> None:
    assert told(text) == []
