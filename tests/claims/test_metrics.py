"""Metrics: a sentence and the figures it claims, alone and in lists; sentences that claim none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from finfacts.facts import Metric

Told = Callable[[str], list[str]]
Metrics = Callable[[str], list[Metric]]

STATED = [
    (
        "Boeing's revenue rose 5% to $22.1 billion.",
        ["BA revenue actual = 22100000000 USD up by 5 percent"],
    ),
    (
        "Intel reported revenue of $13.7 billion, up 3% from a year earlier.",
        ["INTC revenue actual = 13700000000 USD up by 3 percent vs year_ago"],
    ),
    (
        "Nvidia's net income fell 12% to $21.4 billion in the third quarter of 2025.",
        ["NVDA net_income actual = 21400000000 USD down by 12 percent"],
    ),
    (
        "Boeing said sales grew 4.9% to $2.98 billion, just ahead of the $2.96 billion consensus.",
        ["BA revenue actual = 2980000000 USD up by 4.9 percent vs estimate of 2960000000 USD"],
    ),
    (
        "Intel posted net profit of $1.2 billion, compared with $900 million a year earlier.",
        ["INTC net_income actual = 1200000000 USD vs year_ago of 900000000 USD"],
    ),
    (
        "Apple earned $1.46 a share, topping the average estimate of $1.39.",
        ["AAPL eps actual = 1.46 USD vs estimate of 1.39 USD"],
    ),
    (
        "Intel's gross margin widened by 140 basis points to 41.2%.",
        ["INTC gross_margin actual = 41.2 percent up by 140 basis_point"],
    ),
    (
        "Boeing expects revenue of $90 billion to $92 billion in 2026.",
        ["BA revenue guidance = 90000000000-92000000000 USD"],
    ),
    (
        "Nvidia's free cash flow more than doubled to $30 billion.",
        ["NVDA free_cash_flow actual = 30000000000 USD up by 2 multiple"],
    ),
    (
        "Boeing's adjusted loss narrowed to 65 cents per share from 99 cents.",
        ["BA adjusted_eps actual = 0.65 USD of 0.99 USD"],
    ),
    ("Intel's comparable sales rose 3.1%.", ["INTC same_store_sales actual up by 3.1 percent"]),
    (
        "Boeing bought back $742 million of stock in the fourth quarter of 2025.",
        ["BA share_repurchases actual = 742000000 USD"],
    ),
    ("Boeing was fined $5 million.", ["BA fine actual = 5000000 USD"]),
    ("Boeing's backlog stood at $521 billion.", ["BA backlog actual = 521000000000 USD"]),
    (
        "Intel's operating income dropped 8% year over year to $2.1 billion.",
        ["INTC operating_income actual = 2100000000 USD down by 8 percent vs year_ago"],
    ),
    ("Apple has a market cap of $3.9 trillion.", ["AAPL market_cap actual = 3900000000000 USD"]),
    ("Apple trades at 33 times forward earnings.", ["AAPL pe_ratio actual = 33 multiple"]),
    ("Boeing has a new $500 million buyback.", ["BA share_repurchases actual = 500000000 USD"]),
    ("Boeing plans to open 40 offices this year.", ["BA openings guidance = 40 count"]),
    ("Boeing delivered 48 jets in December.", ["BA deliveries actual = 48 count"]),
    ("Intel plans to cut 15% of its workforce.", ["INTC job_cuts guidance = 15 percent"]),
    ("Boeing operated 514 stores at the end of December.", ["BA stores actual = 514 count"]),
    (
        "Nvidia had $162 billion in cash and marketable securities.",
        ["NVDA cash actual = 162000000000 USD"],
    ),
    ("Boeing raised $21 billion.", ["BA funds_raised actual = 21000000000 USD"]),
    (
        "U.S. consumer prices rose 0.3% in December from the previous month.",
        ["United States cpi actual up by 0.3 percent vs prior_period"],
    ),
    (
        "China's exports fell 2.7% from a year earlier.",
        ["China exports actual down by 2.7 percent vs year_ago"],
    ),
    (
        "U.S. nonfarm payrolls increased by 256,000 in December.",
        ["United States nonfarm_payrolls actual up by 256000 count"],
    ),
    (
        "The U.S. unemployment rate fell to 4.1%.",
        ["United States unemployment_rate actual = 4.1 percent down"],
    ),
    (
        "German industrial output rose 1.5%.",
        ["Germany industrial_production actual up by 1.5 percent"],
    ),
    (
        "U.S. retail sales rose 0.4% in December, matching the 0.4% consensus.",
        ["United States retail_sales actual up by 0.4 percent vs estimate of 0.4 percent"],
    ),
    (
        "India's retail inflation eased to 5.22% in December from 5.48% in November.",
        ["India cpi actual = 5.22 percent down vs prior_period of 5.48 percent"],
    ),
    (
        "The Federal Reserve cut its benchmark rate by 25 basis points.",
        ["Federal Reserve interest_rate actual down by 25 basis_point"],
    ),
    (
        "The Bank of England lowered interest rates by a quarter point to 4.75%.",
        ["Bank of England interest_rate actual = 4.75 percent down by 0.25 percentage_point"],
    ),
    (
        "FIIs sold equities worth Rs 2,350 crore on Monday.",
        ["FIIs net_selling actual = 23500000000 INR"],
    ),
    (
        "Domestic institutional investors bought shares worth Rs 3,161 crore on Monday.",
        ["Domestic institutional investors net_buying actual = 31610000000 INR"],
    ),
    (
        "Boeing's shipments jumped 20% to 761 million units.",
        ["BA shipments actual = 761000000 count up by 20 percent"],
    ),
    (
        "Nvidia's customer traffic dipped 0.3%.",
        ["NVDA customer_traffic actual down by 0.3 percent"],
    ),
    (
        "Intel's capital expenditures were $25 billion, up from $19 billion a year ago.",
        ["INTC capex actual = 25000000000 USD up vs year_ago of 19000000000 USD"],
    ),
    (
        "Boeing's headcount fell 4% to 165,000.",
        ["BA headcount actual = 165000 count down by 4 percent"],
    ),
    (
        "Apple declared a quarterly dividend of 26 cents a share.",
        ["AAPL dividend actual = 0.26 USD"],
    ),
    (
        "Revenue: $286 million, up 20% year over year, Intel said.",
        ["INTC revenue actual = 286000000 USD up by 20 percent vs year_ago"],
    ),
    (
        "Traders put the odds of a Federal Reserve rate cut at 22%.",
        ["Federal Reserve rate_cut_probability estimate = 22 percent"],
    ),
    (
        "Intel is expected to report adjusted earnings of 12 cents per share.",
        ["INTC adjusted_eps estimate = 0.12 USD"],
    ),
    (
        "Intel lowered its 2026 revenue forecast to $52 billion from $55 billion.",
        ["INTC revenue guidance = 52000000000 USD down vs other of 55000000000 USD"],
    ),
    ("Boeing employs 165,000 workers.", ["BA headcount actual = 165000 count"]),
    (
        "Intel lost $1.2 billion in the third quarter of 2025.",
        ["INTC net_income actual = 1200000000 USD"],
    ),
    (
        "More than $38 billion has been erased from Nvidia's market capitalization.",
        ["NVDA market_cap actual down by 38000000000 USD"],
    ),
    (
        "OPEC agreed to cut output by 1.2 million barrels per day.",
        ["OPEC production actual down by 1200000 count"],
    ),
    (
        "Russian oil output fell by 200,000 barrels a day to 11.2 million.",
        ["Russia production actual = 11200000 count down by 200000 count"],
    ),
    (
        "Boeing raised its quarterly dividend by 8% to $1.20 a share.",
        ["BA dividend actual = 1.20 USD up by 8 percent"],
    ),
    (
        "Analysts expect Boeing to earn $1.20 per share.",
        ["BA eps estimate = 1.20 USD"],
    ),
    ("Boeing expects to raise $10 billion.", ["BA funds_raised guidance = 10000000000 USD"]),
]

TOGETHER = [
    (
        "Boeing's cloud sales rose 12% and advertising 8%.",
        ["BA cloud_sales actual up by 12 percent", "BA advertising actual up by 8 percent"],
    ),
    (
        "Ford and GM each sold 300,000 trucks.",
        ["F truck_sales actual = 300000 count", "GM truck_sales actual = 300000 count"],
    ),
    (
        "Boeing's revenue and net income rose 5% and 3%, respectively.",
        ["BA revenue actual up by 5 percent", "BA net_income actual up by 3 percent"],
    ),
    (
        "Apple and Microsoft reported revenue of $90 billion and $60 billion, respectively.",
        ["AAPL revenue actual = 90000000000 USD", "MSFT revenue actual = 60000000000 USD"],
    ),
    (
        "Gold ETFs saw outflows of $3 billion in December, following $2 billion in October.",
        [
            "Gold ETFs outflows actual = 3000000000 USD",
            "Gold ETFs outflows actual = 2000000000 USD",
        ],
    ),
    (
        "Intel trades at 31 times expected earnings, against roughly 26 times for Boeing.",
        ["INTC pe_ratio actual = 31 multiple", "BA pe_ratio actual = 26 multiple"],
    ),
    (
        "Boeing agreed to buy Spirit for $2 billion.",
        ["BA deal_value actual = 2000000000 USD"],
    ),
    (
        "Boeing will pay $37.25 a share.",
        ["BA offer_price guidance = 37.25 USD"],
    ),
    (
        "Futures put the odds of a Fed cut at 91%, up from 75%.",
        ["Federal Reserve rate_cut_probability estimate = 91 percent up of 75 percent"],
    ),
    (
        "Foreigners have invested more than $2.8 billion.",
        ["foreign investors net_buying actual = 2800000000 USD"],
    ),
    (
        "Intel expects revenue to rise 9%.",
        ["INTC revenue guidance up by 9 percent"],
    ),
    (
        "Boeing's sales were $540 million, nearly double the year-ago figure.",
        ["BA revenue actual = 540000000 USD up by 2 multiple vs year_ago"],
    ),
    (
        "Boeing had sales of 2.75 billion pounds, down from 3.31 billion a year earlier.",
        ["BA revenue actual = 2750000000 GBP down vs year_ago of 3310000000 GBP"],
    ),
    (
        "Intel's earnings were $1.20 a share, compared with analysts' average estimate of $1.05.",
        ["INTC eps actual = 1.20 USD vs estimate of 1.05 USD"],
    ),
    (
        "Intel denied that it had signed a $2 billion contract.",
        ["INTC contract_value actual = 2000000000 USD"],
    ),
]

NOTHING = """
    Boeing shares rose 5%.
    Apple closed at $260.25, down 1.2%.
    Intel's stock has gained 84% over the past year.
    Boeing's revenue rose.
    Nvidia's sales fell sharply in China.
    Mizuho raised its target on Intel to $50 from $41.
    Goldman Sachs has a Buy rating and a $290 target on Boeing.
    The S&P 500 added 40 points to 6,977.
    Gold rose 0.5% to $4,600 an ounce.
    The yield on the 10-year note fell six basis points to 4.17%.
    Boeing will report results on Jan. 27.
    Apple unveiled the iPhone 17 in September 2025.
    Intel was founded 57 years ago.
    The call starts at 5 p.m. and lasts 60 minutes.
    Boeing's 737 MAX returned to service.
    For help call 1-800-555-0199.
    The euro bought $1.1650.
    About 54% of respondents expect Apple shares to top $300.
    Boeing hired a new finance chief.
    Intel makes chips on its 18A process.
    Nvidia's board has eight members.
    Bitcoin slipped 2% to $91,000.
    Oil futures climbed 3% to $61.15 a barrel.
    Shares of Boeing trade 12% below their record high.
    Intel's rally enters its fourth day.
    Boeing moved its headquarters to Arlington in 2022.
    The Dow gained 86 points, or 0.2%.
    Boeing and Intel sold 300,000 units in China.
    U.S. shoppers spent more than $2.87 billion online with Intel watching.
    Boeing's revenue rose, and its shares fell 3%.
    Options traders see a 20% chance of rain.
    Is Boeing's revenue of $22 billion enough?
    Their combined market value was about $11 billion.
    Meanwhile, sales of electric cars in China grew by 90%.
    Boeing's revenue is down to analysts, who want 5% more.
    One analyst called Apple the best idea of 2026.
    Apple and Nvidia lost a combined $400 billion in market value.
    Intel and AMD make chips. Apple, HP and Lenovo build PCs. Demand is weak. Shipments fell 12%.
"""


@pytest.mark.parametrize(("sentence", "facts"), [*STATED, *TOGETHER])
def test_a_sentence_states_its_figures(sentence: str, facts: list[str], told: Told) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize("sentence", [line.strip() for line in NOTHING.strip().splitlines()])
def test_no_figure_is_read_where_none_is_claimed(sentence: str, told: Told) -> None:
    assert told(sentence) == []


def test_an_estimate_sentence_is_about_the_last_figure_told(told: Told) -> None:
    text = "Intel's revenue rose 3% to $13.7 billion. Analysts had expected $13.1 billion."
    assert told(text) == [
        "INTC revenue actual = 13700000000 USD up by 3 percent",
        "INTC revenue estimate = 13100000000 USD",
    ]


def test_a_heading_gives_the_figure_that_the_line_below_tells_of(
    told: Told, metrics_of: Metrics
) -> None:
    text = "Intel reports on Thursday.\n\n72%\nThe gross margin Intel guided to."
    assert told(text) == ["INTC gross_margin guidance = 72 percent"]
    (fact,) = metrics_of(text)
    assert [span.text for span in fact.evidence] == ["72%", "The gross margin"]


def test_a_running_quarter_told_as_past_is_not_placed(metrics_of: Metrics) -> None:
    (fact,) = metrics_of("Boeing's first-quarter revenue rose 5%.")
    assert fact.period is not None
    assert fact.period.start is None


def test_evidence_ends_with_the_quotation(metrics_of: Metrics) -> None:
    (fact,) = metrics_of('Boeing said sales "rose 5%" in China.')
    assert fact.evidence[0].text == 'Boeing said sales "rose 5%"'


def test_evidence_starts_at_the_subject(metrics_of: Metrics) -> None:
    (fact,) = metrics_of("Boeing's backlog stood at $521 billion.")
    assert [span.text for span in fact.evidence] == ["Boeing's backlog stood at $521 billion"]
