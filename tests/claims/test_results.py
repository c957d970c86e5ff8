"""Results, guidance and estimates of companies: a sentence and its figures with their times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LOSSES = [
    (
        "Lyft posted a loss of $91 million in 2025 versus $68 million in 2024.",
        ["LYFT net_income actual = 91000000 USD vs year_ago of 68000000 USD in 2025"],
    ),
    (
        "Lyft reported a loss of 12 cents a share, compared with a profit of 4 cents a year ago.",
        ["LYFT eps actual = 0.12 USD vs year_ago of 0.04 USD"],
    ),
    ("Lyft reported a $30 million loss.", ["LYFT net_income actual = 30000000 USD"]),
    ("Lyft saw losses per share of $0.09.", ["LYFT eps actual = 0.09 USD"]),
    ("Lyft took a loss of $3 million on the sale of a warehouse.", []),
    ("Lyft shares pared a loss of $3.", []),
    (
        "Lyft said net income more than halved to $54.2 million.",
        ["LYFT net_income actual = 54200000 USD down by 50.0 percent"],
    ),
]
FORECASTS = [
    (
        "Lyft said revenue fell 5% to $1 billion. It cut its forecast to $4 billion.",
        [
            "LYFT revenue actual = 1000000000 USD down by 5 percent",
            "LYFT revenue guidance = 4000000000 USD down",
        ],
    ),
    ("Lyft cut its forecast to $4 billion.", []),
    (
        "Nike earned 22 cents per share, topping an already low analysts' consensus by 3 cents.",
        ["NKE eps actual = 0.22 USD up by 0.03 USD vs estimate"],
    ),
    (
        "Lyft is paying $125 a share in cash for a rival.",
        ["LYFT offer_price actual = 125 USD"],
    ),
    (
        "Lyft would need to raise another $1 billion in cash.",
        ["LYFT funds_raised guidance = 1000000000 USD"],
    ),
    (
        "Target's sales rose 5%.",
        ["TGT revenue actual up by 5 percent"],
    ),
    (
        "Lyft's market value, now at about $5 billion, fell.",
        ["LYFT market_cap actual = 5000000000 USD"],
    ),
]
LEFT_OUT = [
    (
        "Lyft's profit excluding certain costs was $1.78 a share.",
        ["LYFT adjusted_eps actual = 1.78 USD"],
    ),
    (
        "Lyft's profit, excluding some costs, was $1.49 a share.",
        ["LYFT adjusted_eps actual = 1.49 USD"],
    ),
    ("Lyft's profit was $1.49 a share.", ["LYFT eps actual = 1.49 USD"]),
    ("Lyft employs over 3,000 worldwide.", ["LYFT headcount actual = 3000 count"]),
    ("Tesla built 61,394 trucks.", ["TSLA production actual = 61394 count"]),
]
COMMON = [
    (
        "The average analyst estimate was for Cisco to earn 78 cents.",
        ["CSCO eps estimate = 0.78 USD"],
    ),
    (
        "Cisco expects revenue growth of -1.5% to -3.5%.",
        ["CSCO revenue guidance down by 1.5-3.5 percent"],
    ),
    (
        "Intel's chip unit brought in $7.2 billion, up 19%.",
        ["INTC revenue actual = 7200000000 USD up by 19 percent"],
    ),
    ("Intel got pledges worth $12 billion.", ["INTC pledges actual = 12000000000 USD"]),
    ("Intel's customers with more than 10 employees are few.", []),
    ("Intel will close 125 stores.", ["INTC closures guidance = 125 count"]),
    ("Intel closed 12 points lower.", []),
    ("Nike returned $2 billion to investors.", ["NKE shareholder_returns actual = 2000000000 USD"]),
    (
        "Nike narrowed its forecast to $3.20-$3.30 per share from $3.10-$3.40.",
        ["NKE eps guidance = 3.20-3.30 USD vs other of 3.10-3.40 USD"],
    ),
    (
        "Net income attributable to Nike was $1.1 billion, or 70 cents per diluted share.",
        ["NKE net_income actual = 1100000000 USD", "NKE eps actual = 0.70 USD"],
    ),
    (
        "Analysts expected Nike to earn 60 cents a share on revenue of $9.8 billion.",
        ["NKE eps estimate = 0.60 USD", "NKE revenue estimate = 9800000000 USD"],
    ),
    ("Nike sold its hockey unit for $400 million.", ["NKE deal_value actual = 400000000 USD"]),
    ("Nike sold its shoes for $400 million.", []),
    (
        "Nike added 2.3 million subscribers in 2025, topping its forecast of 2 million.",
        ["NKE additions actual = 2300000 count vs other of 2000000 count in 2025"],
    ),
    (
        "Nike sees EPS of $3.00 to $3.10, vs. consensus of $3.05.",
        ["NKE eps guidance = 3.00-3.10 USD vs estimate of 3.05 USD"],
    ),
    (
        "Nike's revenue missed estimates, rising just 2% to $9.6 billion.",
        ["NKE revenue actual = 9600000000 USD up by 2 percent vs estimate"],
    ),
]
PAID = [
    (
        "Lyft posted a loss of $40 million on revenue of $3 billion.",
        [
            "LYFT net_income actual = 40000000 USD",
            "LYFT revenue actual = 3000000000 USD",
        ],
    ),
    (
        "Lyft is buying back as much as $3 billion of its own stock.",
        ["LYFT share_repurchases guidance = 3000000000 USD"],
    ),
    (
        "Lyft announced a $3 billion buyback.",
        ["LYFT share_repurchases guidance = 3000000000 USD"],
    ),
    ("Lyft bought back $3 billion of stock.", ["LYFT share_repurchases actual = 3000000000 USD"]),
    ("Lyft agreed to pay $2 billion for a rival.", ["LYFT deal_value actual = 2000000000 USD"]),
    ("Lyft paid $6 million in penalties.", ["LYFT penalties actual = 6000000 USD"]),
    ("Lyft pared losses to 1.5% in the afternoon.", []),
    (
        "Nike trades at 30 times earnings. Lyft trades at 22 times, and Uber at 19 times.",
        [
            "NKE pe_ratio actual = 30 multiple",
            "LYFT pe_ratio actual = 22 multiple",
            "UBER pe_ratio actual = 19 multiple",
        ],
    ),
    ("Lyft's bonds trade at 22.4 times.", []),
]
PARTS = [
    (
        "Micron gets about a fifth of its sales from China.",
        ["MU revenue_share actual = 20 percent"],
    ),
    ("Micron gets half its revenue from China.", ["MU revenue_share actual = 50 percent"]),
    (
        "Memory chips accounted for two-thirds of Micron's revenue.",
        ["MU revenue_share actual = 66.67 percent"],
    ),
    ("About 80% of Nike's sales came from shoes.", ["NKE revenue_share actual = 80 percent"]),
    ("Nike spent 10% of its revenue.", []),
]
FROM_WHERE = [
    (
        "Revenue from Intel's data center group rose 9%.",
        ["INTC data_center_revenue actual up by 9 percent"],
    ),
    (
        "Sales from the cloud division at Intel fell 4% to $2 billion.",
        ["INTC cloud_sales actual = 2000000000 USD down by 4 percent"],
    ),
    ("Analysts projected earnings of $1.17 a share for Intel.", ["INTC eps estimate = 1.17 USD"]),
    (
        "Intel's earnings before interest, taxes, depreciation and amortization were $5 billion.",
        ["INTC ebitda actual = 5000000000 USD"],
    ),
    (
        "Tesla reported deliveries of just 63,000 cars in the first quarter of 2025.",
        ["TSLA deliveries actual = 63000 count in 2025-Q1"],
    ),
]
COMPARED = [
    (
        "Intel had $2.9 billion in sales from its chip unit in 2025, up from $830 million in 2024.",
        ["INTC chip_sales actual = 2900000000 USD up vs year_ago of 830000000 USD in 2025"],
    ),
    (
        "Intel's revenue was $3.1 billion, a 6.4% year-over-year gain.",
        ["INTC revenue actual = 3100000000 USD up by 6.4 percent vs year_ago"],
    ),
    (
        "Intel's revenue reached $2.8 billion, up 55% from the $1.8 billion recorded a year ago.",
        ["INTC revenue actual = 2800000000 USD up by 55 percent vs year_ago of 1800000000 USD"],
    ),
    (
        "Intel's revenue grew 4% from the same quarter a year earlier.",
        ["INTC revenue actual up by 4 percent vs year_ago"],
    ),
    (
        "Intel's profit was $80 million, or 7 cents, versus $84 million, or 8 cents, a year ago.",
        [
            "INTC net_income actual = 80000000 USD vs year_ago of 84000000 USD",
            "INTC eps actual = 0.07 USD vs year_ago of 0.08 USD",
        ],
    ),
    (
        "Intel reported $1.4 billion in sales, barely changed from a year earlier.",
        ["INTC revenue actual = 1400000000 USD flat vs year_ago"],
    ),
    (
        "Intel's revenue was $3.2 billion in the period ended Sept. 27, up 3%.",
        ["INTC revenue actual = 3200000000 USD up by 3 percent in the time to 2025-09-27"],
    ),
    (
        "Profit will be $9.75 a share, Intel said, compared with analysts' estimates of $9.69.",
        ["INTC eps guidance = 9.75 USD vs estimate of 9.69 USD"],
    ),
    (
        "Intel's sales fell 3% from the prior-year quarter to $2 billion.",
        ["INTC revenue actual = 2000000000 USD down by 3 percent vs year_ago"],
    ),
]
OUTLOOKS = [
    (
        "Intel cut its full-year adjusted earnings forecast to 18 to 20 cents a share.",
        ["INTC adjusted_eps guidance = 0.18-0.20 USD down"],
    ),
    (
        "Intel lowered its forecast for annual earnings to $2.10 a share, from an earlier $2.30.",
        ["INTC eps guidance = 2.10 USD down vs other of 2.30 USD"],
    ),
    (
        "Intel trimmed its revenue growth forecast to 3% from 5%.",
        ["INTC revenue guidance up by 3 percent vs other of 5 percent"],
    ),
    (
        "Intel's sales will rise 1% this year, analysts predict.",
        ["INTC revenue estimate up by 1 percent in 2026"],
    ),
    (
        "Intel's sales will rise 1%, according to its own estimates.",
        ["INTC revenue guidance up by 1 percent"],
    ),
    (
        "The average analyst estimate for Intel's revenue was $15 billion.",
        ["INTC revenue estimate = 15000000000 USD"],
    ),
    (
        "Intel beat analysts' estimates with earnings of 20 cents a share.",
        ["INTC eps actual = 0.20 USD"],
    ),
    (
        "Intel's revenue missed estimates by $20 million.",
        ["INTC revenue actual down by 20000000 USD vs estimate"],
    ),
    (
        "Intel's sales of $5.2 billion topped the $5.1 billion projected by analysts.",
        ["INTC revenue actual = 5200000000 USD vs estimate of 5100000000 USD"],
    ),
]
GROWTH = [
    (
        "Intel reported 9% sales growth to $4 billion.",
        ["INTC revenue actual = 4000000000 USD up by 9 percent"],
    ),
    ("Intel had 8% lower server revenue.", ["INTC revenue actual down by 8 percent"]),
    (
        "Intel's loss narrowed to $30 million from $50 million.",
        ["INTC net_income actual = 30000000 USD of 50000000 USD"],
    ),
    (
        "In the fourth quarter of 2025, Intel lost $241 million.",
        ["INTC net_income actual = 241000000 USD in 2025-Q4"],
    ),
    (
        "Intel's profit rose 5% to $2 billion, or 40 cents a share.",
        ["INTC net_income actual = 2000000000 USD up by 5 percent", "INTC eps actual = 0.40 USD"],
    ),
]
NOUNS = [
    ("Cisco's hardware grew 5%.", ["CSCO hardware actual up by 5 percent"]),
    (
        "Roku's streaming hours grew 40% to 36 million.",
        ["ROKU streaming_hours actual = 36000000 count up by 40 percent"],
    ),
    (
        "Roku said its active accounts rose 40% year over year.",
        ["ROKU accounts actual up by 40 percent vs year_ago"],
    ),
    ("Roku's price rose 5%.", []),
    ("The market that Roku serves grew 5%.", []),
]
SEGMENTS = [
    ("Intel's data center revenue grew 5%.", ["INTC data_center_revenue actual up by 5 percent"]),
    ("Intel said online sales fell 3%.", ["INTC online_sales actual down by 3 percent"]),
    ("Intel had $2 billion in gaming revenues.", ["INTC gaming_revenue actual = 2000000000 USD"]),
    ("Intel posted record revenue of $2 billion.", ["INTC revenue actual = 2000000000 USD"]),
]
WORDED = [
    (
        "Gross margin, or the percentage of sales left after costs, will be 64%, Intel said.",
        ["INTC gross_margin guidance = 64 percent"],
    ),
    ("Intel had 6 billion euros ($7 billion) in sales.", ["INTC revenue actual = 6000000000 EUR"]),
    (
        "Intel reported a decline of about 10% in annual revenue from its markets unit.",
        ["INTC revenue actual down by 10 percent"],
    ),
    (
        "Intel's net income rose a better-than-expected 35% to $4 billion.",
        ["INTC net_income actual = 4000000000 USD up by 35 percent"],
    ),
    (
        "Intel's margins, which analysts expect to expand by 8%, are thin.",
        ["INTC margin estimate up by 8 percent"],
    ),
    (
        "Netflix grew by 8.8 million subscribers in the fourth quarter of 2025.",
        ["NFLX subscribers actual up by 8800000 count in 2025-Q4"],
    ),
    (
        "Intel's annual revenue is on target to hit $50 billion by 2027.",
        ["INTC revenue guidance = 50000000000 USD in 2027"],
    ),
    ("Intel repaid $1 billion of debt.", ["INTC debt_repayment actual = 1000000000 USD"]),
    (
        "Intel said sales in the period ended June 28 gained 1% to $13 billion.",
        ["INTC revenue actual = 13000000000 USD up by 1 percent in the time to 2025-06-28"],
    ),
]
GOING_ON = [
    (
        "Intel's revenue will be $3 billion. That compares with a consensus of $3.1 billion.",
        ["INTC revenue guidance = 3000000000 USD vs estimate of 3100000000 USD"],
    ),
    (
        "Intel's revenue was $3 billion. That's a 27% increase from a year earlier.",
        ["INTC revenue actual = 3000000000 USD up by 27 percent vs year_ago"],
    ),
    (
        "Intel's revenue was $3 billion. That's up from $2.5 billion a year ago.",
        ["INTC revenue actual = 3000000000 USD up vs year_ago of 2500000000 USD"],
    ),
    (
        "Intel's revenue was $3 billion. That was good.",
        ["INTC revenue actual = 3000000000 USD"],
    ),
    (
        "Intel's revenue was $3 billion. That is a sum that 5% of analysts expected.",
        ["INTC revenue actual = 3000000000 USD"],
    ),
]
WHOSE = [
    (
        "Intel warned that revenue probably fell 20%.",
        ["INTC revenue guidance down by 20 percent"],
    ),
    ("Intel's revenue estimate $2 billion.", ["INTC revenue estimate = 2000000000 USD"]),
    ("Intel can grow sales by 8%, she wrote.", ["INTC revenue estimate up by 8 percent"]),
    (
        "Intel expects sales of $9 billion. Analysts, on average, estimated $8 billion.",
        ["INTC revenue guidance = 9000000000 USD", "INTC revenue estimate = 8000000000 USD"],
    ),
    (
        "Tesla cut its annual delivery forecast to 400,000.",
        ["TSLA deliveries guidance = 400000 count down"],
    ),
]
TIMES = [
    (
        "Intel warned Thursday that revenue fell 20% in the third quarter of 2025.",
        ["INTC revenue actual down by 20 percent in 2025-Q3"],
    ),
    (
        "Intel said in December that its revenue was $5 billion.",
        ["INTC revenue actual = 5000000000 USD"],
    ),
    (
        "Intel raised revenue per user 23% from $2.09 in 2024 to $2.58.",
        [
            (
                "INTC average_revenue_per_user actual = 2.58 USD up by 23 percent"
                " vs year_ago of 2.09 USD"
            )
        ],
    ),
    (
        "Intel expects year-on-year revenue to increase 9%.",
        ["INTC revenue guidance up by 9 percent vs year_ago"],
    ),
]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        *LOSSES,
        *FORECASTS,
        *PAID,
        *COMMON,
        *LEFT_OUT,
        *PARTS,
        *FROM_WHERE,
        *COMPARED,
        *OUTLOOKS,
        *GROWTH,
        *NOUNS,
        *SEGMENTS,
        *WORDED,
        *TIMES,
    ],
)
def test_a_sentence_states_its_results(
    sentence: str, facts: list[str], told_with_times: Callable[[str], list[str]]
) -> None:
    assert told_with_times(sentence) == facts
