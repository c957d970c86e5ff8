"""Sentences that sound like a move or a level of a price and state none."""

from __future__ import annotations

import pytest

from finfacts.article import Article
from finfacts.pipeline import extract

NO_PRICE = [
    "GE declined to comment.",
    "The Nasdaq 100 closed up or down more than 3% on four days.",
    "General Electric declined to comment on Monday.",
    "Rising rates hurt borrowers.",
    "Bond trading rose 3% at the bank and equities trading fell 9%.",
    "Gold trading was down 9% at the broker.",
    "Apple posted a 21% drop in profit.",
    "Nvidia's business declined again, shrinking 10% to $634 million.",
    "Roku's best day came after a 40% gain in active users.",
    "Apple Inc. had its best quarter ever.",
    "Apple Inc. saw losses of 26 cents a share.",
    "Apple reported a 9% slide in online advertising.",
    "Apple is still struggling to bounce back from the outage.",
    "Walmart Inc. stumbled this quarter at its warehouse clubs.",
    "Apple shares rose after 6 of the last 8 reports.",
    "Apple Inc. led gains in market share.",
    "More declines for the S&P 500's second-biggest stock are feared.",
    "Ford has not cracked the $10 level since August.",
    "Ford failed to post the biggest gain on the index.",
    "Apple Inc. took a hit from tariffs.",
    "The largest owner is Vivendi SA, which holds 24%.",
    "All others were negative, with Apple projecting the sharpest drop at 21%.",
    "The figures trail the 22% gain of a Standard & Poor's index of industrial stocks.",
    "The minister spoke. Gasoline is dear. Prices rose 0.3% from May, the ministry said.",
    "Tesla's deliveries rose 5%.",
    "Boeing expects sales to fall by 5% to 10% this quarter.",
    "Boeing expects costs to rise 5% this year.",
    "Analysts expect Nvidia to lose 10 cents a share.",
    "Huawei's share of the smartphone market rose to 19%.",
    "Tesla's deliveries rose 5% in the fourth quarter.",
    "The risk of falling is real.",
    "The risk of falling prices worries Apple.",
    "Did Apple fall 3% on Monday?",
    "Neither Ford nor GM rose.",
    "Demand for platinum, which cleans exhaust, has slipped.",
    "The Chinese car market weakened.",
    "Banks retreated from mortgage lending.",
    "Retailers gained customers.",
    "The rate of inflation fell to 2.7%.",
    "Apple raised prices by 5%.",
    "Apple cut 3% of its staff.",
    "Boeing cut its workforce by 10%.",
    "Boeing added 300 jobs.",
    "Ford lost a lawsuit on Monday.",
    "Microsoft closed 3 offices.",
    "Microsoft closed the deal on Monday.",
    "Amazon opened 12 stores.",
    "Apple climbed the rankings.",
    "Revenue at Apple rose 8% to $124 billion.",
    "Apple's revenue fell 3% to $90 billion.",
    "Net income at Ford dropped 12%.",
    "Apple's iPhone sales jumped 10%.",
    "Nike's gross margin fell 2 percentage points.",
    "Unemployment rose to 4.4%.",
    "Apple pays a dividend of $0.26 a share.",
    "Microsoft owns 27% of OpenAI.",
    "Berkshire Hathaway sold 5% of its Apple stake.",
    "Goldman Sachs raised its price target on Apple to $300 from $280.",
    "Analysts at Citigroup cut their target on Intel by 5%.",
    "Apple expects revenue to grow 10%.",
    "Netflix subscribers rose 8% to 320 million.",
    "Walmart plans to open 150 stores by 2028.",
    "GM recalled 12,000 cars.",
    "Exxon drilled a well in the Gulf of Mexico.",
    "Nvidia employs 36,000 people.",
    "The Fed raised rates by 25 basis points.",
    "The Fed held rates at 3.75%.",
    "Visa charged a fee of 2%.",
    "JPMorgan's loan losses rose 4%.",
    "A fall in demand hit Caterpillar.",
    "The company's drop in sales surprised Target.",
    "Apple dropped its appeal.",
    "Apple dropped the plan.",
    "Meta shares are held by many funds.",
    "Shares of Apple trade on the Nasdaq.",
    "Apple shares outstanding fell 2%.",
    "Apple's market share slipped to 15%.",
    "Orders at Boeing doubled.",
    "Boeing doubled its output.",
    "Ford's costs climbed 6%.",
    "Oil companies rose to the challenge.",
    "Gold medals rose in value.",
    "Starbucks slid a menu across the counter.",
    "Apple stock is a good buy.",
    "The volatility of Tesla is 40%.",
    "Implied volatility rose 3%.",
    "Short interest in GameStop fell 12%.",
    "Trading volume in Apple rose 40%.",
    "Microsoft's cloud revenue soared 39%.",
    "Pfizer's vaccine was 95% effective.",
    "The S&P 500 has 500 members.",
    "Up to 3% of Apple staff will go.",
    "Apple settled the suit for $50 million.",
    "Airline fares fell 2%.",
    "Home prices rose 1.3% in October.",
    "Intel reached a deal with Apple.",
    "Will Apple shares rise?",
    "Ford gained approval for the plant.",
    "Intel gained market share.",
    "Apple holds 3% of the company.",
    "Delta Air Lines jumped at the chance.",
    "Apple rose to prominence under Steve Jobs.",
    "Uber is up for sale.",
    "Uber is down to its last appeal.",
    "Nike slipped into a new era.",
    "Costco is higher up the list.",
    "Nvidia plunged into robotics.",
    "Alphabet surged ahead in the race for AI.",
    "Retail sentiment on Stocktwits about Boeing climbed to 'bullish' on Monday.",
    "Worries regarding Tesla jumped.",
    "Profits going to Berkshire Hathaway dropped 26% so far this year.",
    "Zorvex and Upstart added 2.4% and nearly 4%, respectively.",
]
# Read as a move and should not be, with the cause; strict, so that each mending shows.
TAKEN_FOR_PRICES = {
    "Should you buy Nvidia after a 10% drop?": "a question is no claim",
}


def prices(text: str) -> list[str]:
    facts = extract(Article(text=text, published="2026-01-13")).facts
    return [fact.rule for fact in facts if fact.type in ("price_move", "price_level")]


@pytest.mark.parametrize("text", NO_PRICE)
def test_states_no_price(text: str) -> None:
    assert prices(text) == []


@pytest.mark.parametrize(
    "text",
    [pytest.param(t, marks=pytest.mark.xfail(reason=why)) for t, why in TAKEN_FOR_PRICES.items()],
)
def test_is_taken_for_a_price(text: str) -> None:
    assert prices(text) == []
