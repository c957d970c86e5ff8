"""What brokerages did to ratings and targets: a sentence and the facts it states.

A fact is written as its house, analyst and stock, then rating (``Buy < Hold``: from Hold) and
target (``raise 90 < 75``), day and assertion where there are any.
"""

from __future__ import annotations

import pytest

from finfacts import extract
from finfacts.facts import AnalystAction
from finfacts.values import Consensus, Period, Quantity

PUBLISHED = "2026-01-13"

STATED = [
    (
        "Redburn started Intel at Buy. Over the week, target increases outnumbered cuts.",
        ["Redburn INTC: initiate Buy"],
    ),
    (
        "Jefferies upgraded Boeing to Buy from Hold.",
        ["Jefferies BA: upgrade Buy < Hold"],
    ),
    (
        "Barclays raised its price target on Intel to $40 from $35.",
        ["Barclays INTC:, target raise 40 < 35"],
    ),
    (
        "UBS lifted its target on Boeing from $180 to $210.",
        ["UBS BA:, target raise 210 < 180"],
    ),
    (
        "Citi downgraded Intel to Sell and cut its target to $18.",
        ["Citi INTC: downgrade Sell, target lower 18"],
    ),
    (
        "Mizuho reiterated an Outperform rating and $220 target on Oracle.",
        ["Mizuho ORCL: reiterate Outperform, target maintain 220"],
    ),
    (
        "Evercore ISI initiated coverage on Figma with an In Line rating and a $60 price target.",
        ["Evercore ISI FIG: initiate In Line, target set 60"],
    ),
    (
        "Wolfe Research started Etsy at Peer Perform.",
        ["Wolfe Research ETSY: initiate Peer Perform"],
    ),
    (
        "Citigroup resumed coverage of Delta with a Buy rating and a $70 target.",
        ["Citi DAL: resume Buy, target set 70"],
    ),
    (
        "HSBC suspended its rating on Intel.",
        ["HSBC INTC: suspend"],
    ),
    (
        "Baird stops coverage of Spirit AeroSystems, citing the takeover.",
        ["Robert W. Baird SPR: suspend"],
    ),
    (
        "Boeing (BA): Upgraded to Buy from Hold at Jefferies.",
        ["Jefferies BA: upgrade Buy < Hold"],
    ),
    (
        "Roku (ROKU): Raised to Outperform at Mizuho.",
        ["Mizuho ROKU: upgrade Outperform"],
    ),
    (
        "Boeing was downgraded to Neutral by JPMorgan.",
        ["JPMorgan BA: downgrade Neutral"],
    ),
    (
        "Boeing was cut to Sell at Citi and raised to Buy at Stifel.",
        ["Citi BA: downgrade Sell", "Stifel BA: upgrade Buy"],
    ),
    (
        "Wayfair (W): Price target raised to $115 from $95 at Jefferies, which reiterates Buy, and to $100 from $88 at Wells Fargo, which stays Equal Weight.",  # noqa: E501 - one table line
        [
            "Jefferies W: reiterate Buy, target raise 115 < 95",
            "Wells Fargo W: maintain Equal Weight, target raise 100 < 88",
        ],
    ),
    (
        "Verizon: HSBC, to Hold from Buy, target held at $44",
        ["HSBC VZ: downgrade Hold < Buy, target maintain 44"],
    ),
    (
        "Cardinal Health (CAH): Argus, to Buy from Hold, PT $130",
        ["Argus Research CAH: upgrade Buy < Hold, target set 130"],
    ),
    (
        "Alphabet (GOOGL): UBS lifts target $5 to $170, Neutral maintained",
        ["UBS GOOGL: maintain Neutral, target raise 170"],
    ),
    (
        "Tesla (TSLA): Wedbush: Outperform maintained, target to $275 from $310",
        ["Wedbush TSLA: maintain Outperform, target lower 275 < 310"],
    ),
    (
        "Boeing went to Market Perform from Strong Buy at Raymond James.",
        ["Raymond James BA: downgrade Market Perform < Strong Buy"],
    ),
    (
        "Raymond James went to Market Perform from Strong Buy on UnitedHealth.",
        ["Raymond James UNH: downgrade Market Perform < Strong Buy"],
    ),
    (
        "Bernstein moved Adobe to Outperform from Market Perform on Monday.",
        ["Bernstein ADBE: upgrade Outperform < Market Perform on 2026-01-12"],
    ),
    (
        "Erste Group moved Procter & Gamble (NYSE: PG) up to Buy.",
        ["Erste Group PG: upgrade Buy"],
    ),
    (
        "Barclays, which rates Boeing Equal Weight, lifted its target by $4 to $180.",
        ["Barclays BA: Equal Weight, target raise 180"],
    ),
    (
        "Bernstein raised its Amazon target by 6%, to $265.",
        ["Bernstein AMZN:, target raise 265"],
    ),
    (
        "Berenberg ups Rolls-Royce to buy (hold), 1,480p (1,080p).",
        ["Berenberg RR.: upgrade buy < hold, target raise 14.8 GBP < 10.8 GBP"],
    ),
    (
        'Deutsche Bank cut Burberry to "hold" and halved its target to 740 pence.',
        ["Deutsche Bank BRBY: downgrade hold, target lower 7.4 GBP"],
    ),
    (
        "National Bank Financial kept Air Canada at Sector Perform; its target stays at C$25.",
        ["National Bank Financial AC: maintain Sector Perform, target maintain 25 CAD"],
    ),
    (
        "Stifel and Needham raised their targets on Oracle to $250 and $240, respectively.",
        ["Stifel ORCL:, target raise 250", "Needham ORCL:, target raise 240"],
    ),
    (
        "BofA and Cantor Fitzgerald both reaffirm Buy-equivalent ratings on Nvidia, with targets of $1,100 and $1,200, respectively.",  # noqa: E501 - one table line
        [
            "BofA Securities NVDA: reiterate Buy, target 1100",
            "Cantor Fitzgerald NVDA: reiterate Buy, target 1200",
        ],
    ),
    (
        "JPMorgan upgraded Apple to Overweight and downgraded Dell to Neutral.",
        ["JPMorgan AAPL: upgrade Overweight", "JPMorgan DELL: downgrade Neutral"],
    ),
    (
        "Jefferies analyst Dana Holloway cut Boeing to Hold from Buy.",
        ["Jefferies (Dana Holloway) BA: downgrade Hold < Buy"],
    ),
    (
        "Morgan Stanley's Rhea Sandoval raised her target on Robinhood to $55 from $25 and kept an 'Equal Weight' stance.",  # noqa: E501 - one table line
        ["Morgan Stanley (Rhea Sandoval) HOOD: maintain Equal Weight, target raise 55 < 25"],
    ),
    (
        "Deutsche Bank repeated its year-end S&P 500 target of 7,000.",
        ["Deutsche Bank SPX:, target maintain 7000 index_point"],
    ),
    (
        "JPMorgan hiked its base-case target for the S&P 500 to 7,000, and its bull case to 7,500.",
        [
            "JPMorgan SPX:, target raise 7000 index_point",
            "JPMorgan SPX:, target raise 7500 index_point [conditional]",
        ],
    ),
    (
        "CLSA raised its target on ICICI Bank to Rs 1,640 from Rs 1,590 and retained 'outperform'.",
        ["CLSA ICICIBANK: maintain outperform, target raise 1640 INR < 1590 INR"],
    ),
    (
        "Barclays lowered Visa to Equal Weight from Overweight yet left the target at $350.",
        ["Barclays V: downgrade Equal Weight < Overweight, target maintain 350"],
    ),
    (
        "HSBC cut Deere from Hold to Reduce and set a $430 target, down from $461.",
        ["HSBC DE: downgrade Reduce < Hold, target lower 430 < 461"],
    ),
    (
        "Maxim Group trimmed its price target on Celsius to $50 from $64 on Wednesday but still calls the stock a buy.",  # noqa: E501 - one table line
        ["Maxim Group CELH: maintain buy, target lower 50 < 64 on 2026-01-07"],
    ),
    (
        "Susquehanna bumped Marvell (NASDAQ: MRVL) to $90 from $85 while reaffirming Positive.",
        ["Susquehanna MRVL: reiterate Positive, target raise 90 < 85"],
    ),
    (
        'Oppenheimer did not alter its "perform" rating on Lemonade.',
        ["Oppenheimer LMND: maintain perform"],
    ),
    (
        "RBC stuck with 'Outperform' on Trade Desk and a target of $90, $10 lower than before.",
        ["RBC Capital Markets TTD: maintain Outperform, target lower 90"],
    ),
    (
        "Macquarie upgraded Telstra to Outperform and nudged its target up 15 cents to A$5.05.",
        ["Macquarie TLS: upgrade Outperform, target raise 5.05 AUD"],
    ),
    (
        "Telsey Advisory Group took its Costco target up by $20 to $1,125 and repeated 'Outperform'.",  # noqa: E501 - one table line
        ["Telsey Advisory Group COST: reiterate Outperform, target raise 1125"],
    ),
    (
        "UBS may raise its target on Apple to $300.",
        ["UBS AAPL:, target raise 300 [conditional]"],
    ),
    (
        "UBS would downgrade Apple to Sell if iPhone sales slump.",
        ["UBS AAPL: downgrade Sell [conditional]"],
    ),
    (
        "On Friday, Needham cut its price target on Netflix to $900.",
        ["Needham NFLX:, target lower 900 on 2026-01-09"],
    ),
    (
        "Earlier this month, Truist raised its target on Shake Shack to $95 from $84.",
        ["Truist Securities SHAK:, target raise 95 < 84 on 2026-01-01..2026-01-13"],
    ),
    (
        "KeyBanc has a $300 target on Microsoft.",
        ["KeyBanc Capital Markets MSFT:, target 300"],
    ),
    (
        "Keefe, Bruyette & Woods rates SoFi Underperform.",
        ["Keefe, Bruyette & Woods SOFI: Underperform"],
    ),
    (
        "Goldman Sachs double-downgrades Clorox (CLX).",
        ["Goldman Sachs CLX: downgrade"],
    ),
    (
        'Three brokers cut their ratings on Fortinet: KeyBanc (to "sector weight") and Piper Sandler (to "neutral").',  # noqa: E501 - one table line
        [
            "KeyBanc Capital Markets FTNT: downgrade sector weight",
            "Piper Sandler FTNT: downgrade neutral",
        ],
    ),
    (
        "Stifel sees Bitcoin at $200,000 by the end of 2026.",
        ["Stifel BTC:, target 200000"],
    ),
    (
        "Piper Sandler ups Uber (UBER) target to $82 from $79, stays Overweight.",
        ["Piper Sandler UBER: maintain Overweight, target raise 82 < 79"],
    ),
    (
        "Wolfe reinstates Intuitive Surgical (ISRG) at Outperform, target $655.",
        ["Wolfe Research ISRG: resume Outperform, target set 655"],
    ),
    (
        "Loop Capital assigned Okta a Hold rating and a $95 target.",
        ["Loop Capital OKTA: Hold, target set 95"],
    ),
    (
        "UBS upgraded Goldman Sachs (GS) to Buy from Neutral.",
        ["UBS GS: upgrade Buy < Neutral"],
    ),
    (
        "Northcoast Research took Papa John's to Neutral from Buy.",
        ["Northcoast Research PZZA: downgrade Neutral < Buy"],
    ),
    (
        "Of 41 brokerages with a view on Roku, 27 now have it at buy or better, 12 at hold and two at sell.",  # noqa: E501 - one table line
        ["consensus ROKU: buy=27 hold=12 sell=2 analysts=41"],
    ),
    (
        "The consensus target among 34 analysts on Netflix is $114.80.",
        ["consensus NFLX: analysts=34 mean=114.8"],
    ),
    (
        "All 19 analysts rate Viking Therapeutics a buy.",
        ["consensus VKTX: buy=19 analysts=19"],
    ),
    (
        "Roku has a Moderate Buy consensus rating based on ten Buys, three Holds and two Sells.",
        ["consensus ROKU: buy=10 hold=3 sell=2 Moderate Buy"],
    ),
    (
        "Boeing (BA): Upgraded to Buy from Hold at UBS. Target: $250, from $200.",
        ["UBS BA: upgrade Buy < Hold, target raise 250 < 200"],
    ),
    (
        "Jefferies cut its target on Boeing to $180. The firm sticks with a Hold.",
        ["Jefferies BA:, target lower 180", "Jefferies BA: maintain Hold"],
    ),
    (
        "Jefferies analyst Dana Holloway cut Boeing to Hold. He has a $180 target on the stock.",
        [
            "Jefferies (Dana Holloway) BA: downgrade Hold",
            "Jefferies (Dana Holloway) BA:, target 180",
        ],
    ),
    (
        "Barclays met Boeing's management. Its Underweight rating and $150 target are unchanged.",
        ["Barclays BA: maintain Underweight, target maintain 150"],
    ),
    (
        "UBS lifted its target on Boeing to $250, which is 9% above its last price, from $220.",
        ["UBS BA:, target raise 250 < 220"],
    ),
    (
        "Citi rates Boeing neutral and Intel a buy.",
        ["Citi BA: neutral", "Citi INTC: buy"],
    ),
    (
        "UBS analysts led by Dana Holloway, in a note dated Jan. 9, lifted Intel's target to $41.",
        ["UBS (Dana Holloway) INTC:, target raise 41 on 2026-01-09"],
    ),
    (
        "Intel analysts\nNeedham (Dana Holloway)\nDowngrades to hold and removes its $45 target.",
        ["Needham (Dana Holloway) INTC: downgrade hold < 45"],
    ),
    (
        "Intel analysts\nStifel, Per Lund\nRates Intel a buy, PT $38.",
        ["Stifel (Per Lund) INTC: buy, target 38"],
    ),
    (
        "Intel analysts\nAxis Capital Ltd. (P.K. Lund)\nRated buy, price target 1,250 rupees.",
        ["Axis Capital (P.K. Lund) INTC: buy, target 1250 INR"],
    ),
    (
        "Intel analysts\nCiti (Per Lund)\nDemand is weak. The bank cut its target to $30.",
        ["Citi (Per Lund) INTC:, target lower 30"],
    ),
    (
        "Intel analysts\nBarclays\nAnalysts led by Dana Holloway repeated a buy rating on Intel.",
        ["Barclays (Dana Holloway) INTC: reiterate buy"],
    ),
    (
        "UBS's Dana Holloway warned. Holloway, who cut Intel to hold last week, sees more.",
        ["UBS (Dana Holloway) INTC: downgrade hold on 2026-01-05..2026-01-11"],
    ),
    (
        "Intel analysts\nNeedham, Dana Holloway\n(Buy, price target $45)\nSales were fine.",
        ["Needham (Dana Holloway) INTC: Buy, target 45"],
    ),
    (
        "Intel analysts\nUBS (Per Lund)\nGood. Fair. Fine. Sound. Price target up $5 to $42; buy rating maintained.",  # noqa: E501 - one table line
        ["UBS (Per Lund) INTC: maintain buy, target raise 42"],
    ),
    (
        "Intel analysts\nNeedham, Dana Holloway\nKeeps buy.\nZorbex Ventures, Per Lund\nCuts target to $20.",  # noqa: E501 - one table line
        [
            "Needham (Dana Holloway) INTC: maintain buy",
            "Zorbex Ventures (Per Lund) INTC:, target lower 20",
        ],
    ),
    (
        "Barclays analyst Dana Holloway met Intel. To this end, Holloway rates INTC a Buy along with a $45 target.",  # noqa: E501 - one table line
        ["Barclays (Dana Holloway) INTC: Buy, target 45"],
    ),
    (
        "Barclays analyst Dana Holloway met Intel. Accordingly, the analyst downgraded her position on the stock to Underweight.",  # noqa: E501 - one table line
        ["Barclays (Dana Holloway) INTC: downgrade Underweight"],
    ),
    (
        "Barclays analyst Dana Holloway met Intel. Her price target, at $45, suggests 6% upside.",
        ["Barclays (Dana Holloway) INTC:, target 45"],
    ),
    (
        'Barclays analyst Dana Holloway met Intel. "Orders fell," Holloway wrote in a note, trimming her target to $36 from $40.',  # noqa: E501 - one table line
        ["Barclays (Dana Holloway) INTC:, target lower 36 < 40"],
    ),
    (
        '"We reiterate our Buy rating on Intel and see more to come," said Needham.',
        ["Needham INTC: reiterate Buy"],
    ),
    (
        "JPMorgan gave up its buy recommendation on Intel.",
        ["JPMorgan INTC: downgrade < buy"],
    ),
    ("Goldman Sachs reiterated Intel as a Buy.", ["Goldman Sachs INTC: reiterate Buy"]),
    (
        "New Buy on Boeing at Jefferies, target $230.",
        ["Jefferies BA: initiate Buy, target set 230"],
    ),
    ("KeyBanc dropped coverage of Boeing.", ["KeyBanc Capital Markets BA: suspend"]),
    (
        "The S&P 500 rose 1%. Stifel's target of 6,900 for this year stands.",
        ["Stifel SPX:, target 6900 index_point"],
    ),
    (
        "Of 30 analysts who follow Boeing, 22 recommend buying it, seven say hold and one says sell.",  # noqa: E501 - one table line
        ["consensus BA: buy=22 hold=7 sell=1 analysts=30"],
    ),
    (
        "Boeing is rated a buy by 22 analysts, a hold by seven and a sell by one.",
        ["consensus BA: buy=22 hold=7 sell=1"],
    ),
    (
        "Twenty-one of 25 analysts tracked by LSEG recommend buying Boeing stock.",
        ["consensus BA: buy=21 analysts=25"],
    ),
    (
        "Morgan Stanley names Boeing its top pick. It holds the target at $280.",
        ["Morgan Stanley BA:, target maintain 280"],
    ),
    (
        "Boeing fell after its shares were downgraded to sell at Goldman Sachs.",
        ["Goldman Sachs BA: downgrade sell"],
    ),
    (
        "UBS analyst Dana Holloway covers Intel. Sales fell, said Holloway, who cut Intel to hold.",
        ["UBS (Dana Holloway) INTC: downgrade hold"],
    ),
    (
        "Among analysts tracked by LSEG, 8 out of 9 rate Boeing a buy or equivalent.",
        ["consensus BA: buy=8 analysts=9"],
    ),
    (
        "According to LSEG, no broker recommends buying Boeing: five say hold and four sell.",
        ["consensus BA: buy=0 hold=5 sell=4"],
    ),
    (
        "The stock has a Hold analyst consensus rating with two recent Buy ratings for Boeing.",
        ["consensus BA: buy=2 Hold"],
    ),
    (
        "Citi analyst Ann Poe said Boeing's stock could hit $10.",
        ["Citi (Ann Poe) BA:, target 10 [conditional]"],
    ),
    (
        "Needham's Per Lund made news by saying Netflix shares might reach $900 within a year.",
        ["Needham (Per Lund) NFLX:, target 900 [conditional]"],
    ),
    (
        "UBS expects the S&P 500 to end 2026 at 7,500.",
        ["UBS SPX:, target 7500 index_point"],
    ),
    (
        "Citi strategist Ann Poe predicts the S&P 500 will finish the year at 7,100.",
        ["Citi (Ann Poe) SPX:, target 7100 index_point"],
    ),
    (
        "Citi analyst Mark May likes Netflix. In October, when May upgraded it, he had a $900 target.",  # noqa: E501 - one table line
        ["Citi (Mark May) NFLX: upgrade, target 900 on 2025-10-01..2025-10-31"],
    ),
    (
        "Maxim analyst Jack Vander Poe likes Netflix. Vander Poe rates NFLX a Buy.",
        ["Maxim Group (Jack Vander Poe) NFLX: Buy"],
    ),
    (
        "Intel analysts\nCiti (Per Lund)\nRaises target to $45 from $42. Sales grow. Keeps neutral.",  # noqa: E501 - one table line
        ["Citi (Per Lund) INTC: maintain neutral, target raise 45 < 42"],
    ),
    (
        "Boeing rose. Per Lund of Stifel, who recommends buying the shares, was pleased.",
        ["Stifel (Per Lund) BA: buy"],
    ),
    (
        "Stifel recommends selling Boeing shares.",
        ["Stifel BA: sell"],
    ),
    (
        "The total number of buy ratings on Boeing has dropped to 25 from 32.",
        ["consensus BA: buy=25"],
    ),
    (
        "Boeing has a buy rating from 25 analysts, nine holds and two sells.",
        ["consensus BA: buy=25 hold=9 sell=2"],
    ),
    (
        "Half a dozen brokers have a buy rating on Boeing.",
        ["consensus BA: buy=6"],
    ),
    (
        "The average of 31 price targets for Boeing is $214.",
        ["consensus BA: analysts=31 mean=214"],
    ),
    (
        "At $214, the average price target on Boeing lies below the last close.",
        ["consensus BA: mean=214"],
    ),
    (
        "Analysts' mean target on Boeing has climbed to $214 from $190.",
        ["consensus BA: mean=214"],
    ),
    (
        "The consensus among 28 analysts is to hold Boeing, with a median target of $214.",
        ["consensus BA: analysts=28 mean=214 hold"],
    ),
    (
        "Analysts rate Boeing 'hold' on average.",
        ["consensus BA: hold"],
    ),
    (
        "The median forecast of strategists polled last month sees the S&P 500 ending 2026 at 7,450.",  # noqa: E501 - one table line
        ["consensus SPX: mean=7450 index_point"],
    ),
    (
        "Strategists surveyed in December see the S&P 500 closing the year at 7,450 on average.",
        ["consensus SPX: mean=7450 index_point"],
    ),
    (
        "The average year-end target for the S&P 500 is 7,450.",
        ["consensus SPX: mean=7450 index_point"],
    ),
    (
        "Boeing has 25 buys, 11 holds and 4 sells; avg PT $184.44.",
        ["consensus BA: buy=25 hold=11 sell=4 mean=184.44"],
    ),
]

NOT_STATED = [
    "Boeing fell. Wedbush still likes the sector, upgrading its rating to overweight from neutral.",
    "Sarepta fell. UBS, which has had an underweight rating on Zorbex Bio for a year, said so.",
    "J.P. Morgan: 2 Stocks to Buy (And 1 to Avoid)",
    "Three analysts said to hold off while five brokers sell insurance for Boeing.",
    "Boeing bought 12 stores, sold 3 and held 4.",
    "In line with these comments, Citi expects Boeing to deliver more jets.",
    "Boeing remains Jefferies' top pick among the planemakers.",
    "Jefferies raised its dividend to $1.20 from $1.00.",
    "Barclays cut its 2026 oil forecast to $70 a barrel.",
    "Goldman Sachs shares fell 3% after the bank cut jobs.",
    "UBS said Boeing's sales rose to $12 billion from $11 billion.",
    "Citi raised its earnings estimate for Apple to $7.10 from $6.90.",
    "J.P. Morgan: 2 Stocks to Buy",
    "Wells Fargo hired 16 people in New York.",
    "At least three brokerages cut their targets on Boeing.",
    'JPMorgan placed Five Below on "negative catalyst watch".',
    "Mizuho may sell shares of its leasing unit.",
    "Morgan Stanley makes Amazon its top internet pick for 2025.",
    "Piper Sandler removed Shake Shack from its list of top ideas.",
    "Deutsche Bank holds a 4% stake in Boeing.",
    "Barclays moved its headquarters to Canary Wharf.",
    "Boeing cut its store target to 1,300.",
    "Citi analysts met management on Tuesday.",
    "HSBC started a $2 billion buyback.",
    "Bank of America reduced its prime rate to 7%.",
    "The company kept its target of $5 billion in savings.",
    "Evercore says buy the dip in Apple.",
    "Truist has no price target on Boeing.",
    "Nomura will hold its annual meeting on Friday.",
    "RBC raised $500 million in a bond sale.",
    "Wedbush set up a new team in Austin.",
    "Stifel added ten bankers in London.",
    "Cowen was bought by TD for $1.3 billion.",
    "Jefferies upgraded Zorbex Widgets to Buy from Hold.",
    "Plonk Foods was downgraded to Sell at Goldman.",
    "Apple fell. Citi has buy ratings on all four FANG stocks.",
    "Citi said Netflix could reach $20 billion in sales.",
    "UBS said Boeing's costs could hit $10 billion.",
    "Boeing stock could hit $10, a blogger said.",
    "Stifel recommends buying Boeing puts.",
    "Goldman Sachs recommended buying straddles on Boeing.",
    "Moody's downgraded Boeing's credit rating to Ba1.",
    "Fitch downgraded Boeing to BBB from A.",
    "Boeing fell. Citi analyst Ann Poe likes Zorbex. Poe rates ZRBX a Buy with a $10 target.",
    "Citi said Boeing stock hit $210 on Monday.",
    "The S&P 500 rose to 6,900, above its average of 6,500 over 200 days.",
    "Economists on average expect 150,000 jobs, and the S&P 500 was at 6,900.",
    "Analysts see Boeing delivering 600 jets on average.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=lambda value: str(value)[:60])
def test_states(text: str, facts: list[str]) -> None:
    assert [written(fact) for fact in actions(text)] == facts


@pytest.mark.parametrize("text", NOT_STATED)
def test_states_no_action(text: str) -> None:
    assert [written(fact) for fact in actions(text)] == []


def test_evidence_runs_from_the_house_to_the_last_word_used() -> None:
    text = "Shares rose. Jefferies cut its target on Boeing to $180 from $200 as orders slowed."
    (fact,) = actions(text)
    words = [span.text for span in fact.evidence]
    assert words == ["Jefferies cut its target on Boeing to $180 from $200"]
    assert all(text[span.start : span.end] == span.text for span in fact.evidence)


def test_a_target_told_apart_brings_its_own_evidence() -> None:
    (fact,) = actions("Boeing (BA): Upgraded to Buy from Hold at UBS. Target: $250, from $200.")
    assert [span.text for span in fact.evidence] == [
        "Boeing (BA): Upgraded to Buy from Hold at UBS",
        "Target: $250, from $200",
    ]


def test_one_claim_told_twice_has_one_key() -> None:
    first, second = actions(
        "Citi cut Boeing to Sell from Hold.\n\nCiti downgraded Boeing to Sell from Hold on Monday."
    )
    assert first.key == second.key


def actions(text: str) -> list[AnalystAction]:
    facts = extract(text, published=PUBLISHED).facts
    return [fact for fact in facts if isinstance(fact, AnalystAction)]


def written(fact: AnalystAction) -> str:
    if fact.consensus is not None:
        return f"consensus {fact.subject.symbol}: {tally(fact.consensus, fact.rating)}"
    analyst = f" ({fact.analyst})" if fact.analyst else ""
    parts = [
        f"{fact.brokerage}{analyst} {fact.subject.symbol}:",
        *([f" {fact.rating_action}"] if fact.rating_action else []),
        *([f" {fact.rating}"] if fact.rating else []),
        *([f" < {fact.rating_prior}"] if fact.rating_prior else []),
        *([", target"] if fact.target_action or fact.target else []),
        *([f" {fact.target_action}"] if fact.target_action else []),
        *([f" {number(fact.target)}"] if fact.target else []),
        *([f" < {number(fact.target_prior)}"] if fact.target_prior else []),
        *([f" on {days(fact.date)}"] if fact.date else []),
        *([f" [{fact.assertion}]"] if fact.assertion != "reported" else []),
    ]
    return "".join(parts)


def tally(consensus: Consensus, rating: str | None) -> str:
    counts = {name: getattr(consensus, name) for name in ("buy", "hold", "sell", "analysts")}
    parts = [f"{name}={count}" for name, count in counts.items() if count is not None]
    mean = [f"mean={number(consensus.mean_target)}"] if consensus.mean_target else []
    return " ".join([*parts, *mean, *([rating] if rating else [])])


def number(value: Quantity) -> str:
    assert value.value is not None
    plain = format(value.value.normalize(), "f")
    unit = value.currency or value.unit
    return plain if unit == "USD" else f"{plain} {unit}"


def days(period: Period) -> str:
    return f"{period.start}" if period.start == period.end else f"{period.start}..{period.end}"
