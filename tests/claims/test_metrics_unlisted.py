"""The figures of nouns that no list knows, and what such nouns do not name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SUMS = [
    (
        "Boeing's $300 million safety plan is ready.",
        ["BA safety_plan actual = 300000000 USD"],
    ),
    ("Boeing faces a $40 million clean-up bill.", ["BA clean_up_bill actual = 40000000 USD"]),
    (
        "Boeing promised $2 billion in legal savings.",
        ["BA legal_savings actual = 2000000000 USD"],
    ),
    ("Boeing has a war chest of $9 billion.", ["BA war_chest actual = 9000000000 USD"]),
    (
        "The vote came despite a $3 billion clean-up bill Boeing expects to pay.",
        ["BA clean_up_bill guidance = 3000000000 USD"],
    ),
    ("Boeing took a $260 million hit.", ["BA hit actual = 260000000 USD"]),
    ("Boeing lost little compared to a gain of $10 million a year ago.", []),
    ("Boeing is part of a $13 billion market.", []),
    ("Boeing sells a $45 lunch box.", []),
    ("Boeing's $5 billion bonds are due in May.", []),
    ("Their $300 million fund backed Boeing.", []),
]
OWNED = [
    (
        "Boeing's legal bill fell 4% to $12 million.",
        ["BA legal_bill actual = 12000000 USD down by 4 percent"],
    ),
    (
        "Boeing lifted its training budget by $50 million.",
        ["BA training_budget actual up by 50000000 USD"],
    ),
    (
        "Boeing's repair unit saw an 11% increase from $73 million to $81 million.",
        ["BA repair_unit actual = 81000000 USD up by 11 percent of 73000000 USD"],
    ),
    ("Boeing's stock saw a 20% rise.", []),
    ("Boeing is proud of its roughly 12,000 pilots.", ["BA pilots actual = 12000 count"]),
    ("The market for Boeing's drones fell 9%.", []),
    ("Boeing said its waiting list grew 9%.", ["BA waiting_list actual up by 9 percent"]),
    ("Boeing said its stash of 4,000 spare engines is safe.", ["BA stash actual = 4000 count"]),
    ("About 30% of Boeing's factories are idle.", ["BA factories_share actual = 30 percent"]),
    ("A result worse than its earlier toll of 4,000 pleased Boeing.", []),
    ("Boeing's stock lost half of its value.", []),
    ("Boeing's customers watched their fortune fall 9%.", []),
]
DONE = [
    ("Boeing shelled out $3 billion for a rival.", ["BA shelled actual = 3000000000 USD"]),
    (
        "Boeing removed 652 accounts in March.",
        ["BA accounts actual = 652 count"],
    ),
    (
        "The strike could cost Boeing $4 billion.",
        ["BA cost estimate = 4000000000 USD"],
    ),
    ("Boeing got a tax demand of 20 million rupees.", ["BA tax_demand actual = 20000000 INR"]),
    ("Boeing said $4 billion is too much.", []),
    ("Boeing was there 12 days ago.", []),
    ("An investor shelled out $3 billion for part of Boeing.", []),
    ("Boeing announced a further $3 billion repurchase.", []),
    ("Boeing bought back few of its planned $3 billion of shares.", []),
    ("Boeing tapped the market to the tune of $3 billion.", []),
]


@pytest.mark.parametrize(("text", "facts"), [*SUMS, *OWNED, *DONE])
def test_any_noun(text: str, facts: list[str], told: Callable[[str], list[str]]) -> None:
    assert told(text) == facts
