"""How surely facts of every type are told: a sentence and what its one fact is taken for."""

from __future__ import annotations

import pytest

from finfacts import extract
from finfacts.facts import Metric

PUBLISHED = "2026-01-13"

TOLD = {
    "price_move conditional": [
        "Apple stock could jump as much as 30%, the fund said.",
        "Tesla's stock may drop to $100.",
        "If the S&P 500 falls 5%, he will buy.",
        "Oil prices might rise 10% if Iran shuts the strait.",
        "The delay could send Boeing shares lower by 5%.",
        "Gold would climb to $5,000 in that case, UBS said.",
        "That would leave the S&P 500 down 17% from its peak.",
        "The euro could have fallen to parity by then.",
        "A stronger yen can push the Nikkei down 3% in a day.",
        "Should the talks fail, oil could jump 20%.",
        "There is a risk that the euro falls to parity.",
        "The chance that gold climbs to $5,000 is slim.",
        "In the worst case, the S&P 500 drops to 4,000.",
        "In a bear scenario, Tesla shares fall to $100, Morgan Stanley said.",
    ],
    "price_move expected": [
        "The S&P 500 is on track for a third weekly gain.",
        "Nickel headed for its longest run of losses in almost a year.",
        "Brent crude is expected to edge higher next week.",
        "Tesla shares are likely to fall 10% after the results, analysts said.",
        "The S&P 500 is likely to stay flat over the next three months.",
        "The Nikkei is set to open lower.",
        "Futures point to shares in Japan falling at the open.",
        "The FTSE 100 was seen opening 30 points higher.",
        "The euro will weaken to $1.05 by June, ING said.",
        "Goldman Sachs expects the S&P 500 to rise 9% this year.",
        "Oil is heading for a weekly drop of 3%.",
        "The dollar was on course for a monthly loss.",
        "The yen is on pace for its fifth straight decline.",
        "The Dow was set for its worst month since 2009.",
        "Analysts see Nike shares rising 15% in the next year.",
        "Some clients see the 10-year Treasury yield falling to 3.5% this year.",
        "The move puts the Nasdaq on track for its biggest two-day rally since 2015.",
        "Morgan Stanley predicts the dollar will fall 9% by mid-2026.",
        "European shares are tipped to open higher.",
        "European stocks were called to open 0.4% higher.",
        "Bitcoin is about to surge, bulls say.",
        "Analysts see Nike shares rising 15% in the next year.",
        "The S&P 500 rises 10% next year in our view, he said.",
        "Traders are betting that oil falls to $50.",
    ],
    "price_move negated": [
        "Netflix shares didn't rise on the news.",
    ],
    "price_move reported": [
        "That hurts if users missed stocks like Apple that went up 9% on Monday.",
        "Shares of Boeing fell 3% after the company said deliveries could slip.",
        "Intel rose 4% on hopes the Fed will cut rates.",
        "Nike, which is expected to report on Thursday, gained 2%.",
        "Oil rose 2% as traders bet OPEC may cut output.",
        "Ford climbed 3% in the day after it said it would build a plant.",
        "Gold gained 1%, as might be expected.",
        "Micron jumped 6% even though analysts had expected a drop.",
        "Apple has gained 30% since it was set to launch the phone in May.",
        "The S&P 500 rose 1%, and traders expect more.",
        "Analysts who see value in Nike said its shares rose 3%.",
        "The S&P 500 fell 2% on fears of a recession.",
        "Concern that the economy is slowing sent the S&P 500 down 2%.",
        "Gold rose 1% on bets that the Fed will cut rates.",
        "The risk rally lifted the S&P 500 by 2%.",
    ],
    "metric conditional estimate": [
        "Apple's market value could reach $4 trillion, Wedbush said.",
        "The tariffs could cost Ford $1 billion this year, Citi said.",
        "A strike would cost Boeing $100 million a day, analysts said.",
        "U.S. inflation could reach 4% if oil hits $120, economists said.",
        "Even if Nike's revenue rose 2%, few would buy.",
        "Nike would be hurt if it paid $5 billion in duties.",
    ],
    "metric conditional guidance": [
        "Intel could spend as much as $100 billion on the site.",
    ],
    "metric expected estimate": [
        "Nike is expected to report revenue of $12 billion.",
        "Apple's revenue is forecast to rise 5% to $120 billion.",
        "Nvidia is likely to earn $5 a share this year.",
        "U.S. GDP is projected to grow 2.1% in 2026.",
    ],
    "metric negated actual": [
        "Boeing walked away from a $4.2 billion deal with Embraer.",
        "Intel scrapped its $5.4 billion purchase of Tower.",
        "Boeing did not deliver 400 jets in 2020.",
        "Broadcom dropped its $117 billion bid for Qualcomm.",
    ],
    "metric planned guidance": [
        "Intel plans to invest $20 billion in two plants in Ohio.",
        "Intel will invest $20 billion in two plants in Ohio.",
        "Boeing will cut 2,500 jobs this year.",
        "Boeing intends to raise $10 billion by selling shares.",
        "Toyota aims to sell 3.5 million electric vehicles a year by 2030.",
        "Disney is planning to cut 7,000 jobs.",
        "Ford announced plans to spend $11 billion on electric cars.",
        "The bank said it would eliminate 3,000 jobs at Citigroup.",
    ],
    "metric reported actual": [
        "Boeing agreed to buy Spirit Aero for $4.7 billion.",
        "Tesla will say later this month that it built 61,000 cars.",
        "Tesla's ability to keep its pace -- it built 61,000 cars -- is in doubt.",
        "If it is calm, revenue rose 5% at Nike.",
        "Boeing may pay if it finds that many of its 12,000 pilots were hurt.",
        "Nike reported revenue of $12 billion, up 5%.",
        "Intel said revenue fell 8% to $13 billion.",
        "Nike's revenue rose 5% to $12 billion, and the company may cut jobs.",
        "Intel, which plans to cut jobs, said revenue fell 8% to $13 billion.",
        "Apple sold 80 million iPhones, more than analysts expected.",
        "Nike earned 90 cents a share, beating the 85 cents analysts had expected.",
        "After it had planned to cut spending, Intel spent $25 billion in 2022.",
        "Boeing's revenue was $17.8 billion, though it could not say when it will resume flights.",
    ],
    "metric negated guidance": [
        "Boeing withdrew its forecast for revenue of $100 billion.",
        "Nike scrapped its full-year guidance for earnings of $3 a share.",
    ],
    "metric reported estimate": [
        "Analysts expect Nike to earn 85 cents a share.",
        "Economists forecast the U.S. economy grew 2.4% in the fourth quarter.",
        "Analysts on average were looking for revenue of $12 billion at Nike.",
        "Goldman Sachs expects Tesla to deliver 2 million vehicles this year.",
    ],
    "metric reported guidance": [
        "Nike expects its margin to be hurt by about $120 million in charges.",
        "Nike expects revenue of $12 billion in the quarter.",
        "Intel forecast first-quarter revenue of $12.5 billion.",
        "Boeing sees deliveries of 600 jets this year.",
        "Microsoft guided to revenue of $70 billion to $71 billion.",
        "Nike raised its full-year sales forecast to $50 billion.",
    ],
    "metric rumored estimate": [
        "Broadcom is in talks to buy VMware for $60 billion, people familiar with the matter said.",
        "Disney is considering cutting 4,000 jobs, Bloomberg reported.",
        "Disney is silent, but reports said it would be paying more than $200 million.",
        "Salesforce is said to be near a deal to buy Slack for $27 billion.",
    ],
    "price_level conditional": [
        "Bitcoin could hit a record high of $150,000.",
    ],
    "price_level expected": [
        "Tesla is on track to close at its lowest since January.",
    ],
}

NOT_TOLD = [
    "The stock has not gained any ground.",
    "The Fed acted on fears of a drop in the S&P 500.",
    "Hopes of a rebound in oil prices lifted Exxon.",
    "Traders bet on a fall in the yen.",
    "The bank warned of a slump in the S&P 500.",
    "The bears are hoping for a crash in Bitcoin.",
]

CASES = [(text, how) for how, texts in TOLD.items() for text in texts]


@pytest.mark.parametrize(("text", "how"), CASES)
def test_is_told_as(text: str, how: str) -> None:
    assert told(text) == [how]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_is_no_fact(text: str) -> None:
    assert told(text) == []


def told(text: str) -> list[str]:
    facts = extract(text, published=PUBLISHED).facts
    return [
        " ".join([fact.type, fact.assertion, *([fact.basis] if isinstance(fact, Metric) else [])])
        for fact in facts
    ]
