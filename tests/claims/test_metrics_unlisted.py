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
    (
        "Boeing recognized $4 million in gains related to its pension fund.",
        ["BA gains actual = 4000000 USD"],
    ),
    (
        "Boeing set a research budget of $40 million.",
        ["BA research_budget guidance = 40000000 USD"],
    ),
    ("Boeing agreed to a $2 billion all-cash, all-or-nothing offer.", []),
    ("Boeing announced the purchase of a $50 million diamond.", []),
    ("Boeing struggles with its $2 billion of bonds scheduled to mature.", []),
    ("Boeing sells a $45 lunch box.", []),
    ("Boeing's $5 billion bonds are due in May.", []),
    ("Their $300 million fund backed Boeing.", []),
]
OWNERS = [
    (
        "Ford shut a plant, while Boeing said in May it took a $20 million hit.",
        ["BA hit actual = 20000000 USD"],
    ),
    (
        "Boeing earns fees from Athene's $9 billion in assets.",
        ["ATH assets actual = 9000000000 USD"],
    ),
    ("Boeing said airlines face a potential shortfall of $9 billion.", []),
    ("Boeing said its rescuer's $9 billion in assets help.", []),
    ("A platform, which competes with Boeing, gathered $9 million of client assets.", []),
    ("It teams up with Boeing to win more of its 20,000 pilots.", []),
    ("Boeing is old. The program is funded with $6 million of capital.", []),
    ("Boeing said a hacker stole $4 million in parts.", []),
    ("Suppliers such as Boeing face a bill of $4 million in parts.", []),
    (
        "It trails suppliers such as Boeing, which faces a $4 million clean-up bill.",
        ["BA clean_up_bill actual = 4000000 USD"],
    ),
    ("Boeing's dealer network has 300 members.", []),
    ("Investors in Boeing lost $4 billion in wealth.", []),
    ("Boeing fell. Authorities said they collected $3 billion in fines.", []),
    ("Boeing fell. The agency said it collected $3 billion in fines.", []),
    ("Boeing managers said they got $3 billion in aid.", ["BA aid actual = 3000000000 USD"]),
    ("Boeing's 2,900 shops serve coffee.", ["BA stores actual = 2900 count"]),
    ("Boeing executives got bonuses of $4 million.", []),
    ("Boeing's newest jet will have 300 seats.", []),
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
    ("About 30% of Boeing's factories are idle.", ["BA idle_factories_share actual = 30 percent"]),
    ("A result worse than its earlier toll of 4,000 pleased Boeing.", []),
    ("Boeing's stock lost half of its value.", []),
    ("Boeing's customers watched their fortune fall 9%.", []),
]
DONE = [
    ("Boeing shelled out $3 billion for a rival.", ["BA deal_value actual = 3000000000 USD"]),
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
    ("Boeing sold $4 million worth of drones.", ["BA drone_sales actual = 4000000 USD"]),
    ("Boeing is burning $4 million of cash.", ["BA cash_burn actual = 4000000 USD"]),
    ("Boeing wrote down $4 million.", ["BA write_down actual = 4000000 USD"]),
    ("Boeing has paid down $4 million.", ["BA debt_repayment actual = 4000000 USD"]),
    (
        "Boeing bought $4 million worth of its own stock.",
        ["BA share_repurchases actual = 4000000 USD"],
    ),
    ("Boeing wrote off $4 million in tooling.", ["BA write_off actual = 4000000 USD"]),
    ("Boeing could return $4 billion.", ["BA shareholder_returns estimate = 4000000000 USD"]),
    ("Boeing printed $4 billion.", []),
    ("Boeing is seeking $4 billion.", []),
    ("Boeing bought back few of its planned $3 billion of shares.", []),
    ("Boeing tapped the market to the tune of $3 billion.", []),
]


@pytest.mark.parametrize(("text", "facts"), [*SUMS, *OWNERS, *OWNED, *DONE])
def test_any_noun(text: str, facts: list[str], told: Callable[[str], list[str]]) -> None:
    assert told(text) == facts
