"""Banks as issuers and as brokers, shared names, brokerages and the people who speak for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.mentions.brokerages import find_brokerages
from finfacts.mentions.instruments import find_instruments
from finfacts.mentions.people import find_people

ISSUERS = [
    "[JPMorgan|JPM] shares fell 2%.",
    "[JPMorgan|JPM] reported record profit.",
    "[Goldman Sachs|GS] beat estimates.",
    "[Morgan Stanley|MS] stock rose.",
    "[Citigroup|C] cut 2,000 jobs.",
    "[HSBC|HSBA] shares slid.",
    "[Wells Fargo|WFC] earnings disappointed.",
    "[Bank of America|BAC] rose 1%.",
    "[Jefferies|JEF] shares sank.",
    "[Deutsche Bank|DBK] shares jumped.",
    "[Nomura|8604] shares fell.",
    "[Dow Inc.|DOW] cut its dividend.",
    "[Dow|DJI] gained 200 points.",
    "[Prudential Financial|PRU] rose.",
    "[Prudential Plc|PRU] rose.",
]

BROKERS = {
    "JPMorgan raised its target on the stock to $300.": ["JPMorgan"],
    "Analysts at Morgan Stanley cut their view.": ["Morgan Stanley"],
    "Goldman Sachs analyst Ann Lee said so.": ["Goldman Sachs"],
    "Needham's Dana Whitlock kept a Buy rating.": ["Needham"],
    "Jefferies initiated coverage with a Buy rating.": ["Jefferies"],
    "Wells Fargo downgraded it to Equal Weight.": ["Wells Fargo"],
    "Evercore ISI and Truist Securities raised their targets.": [
        "Evercore ISI",
        "Truist Securities",
    ],
    "Citigroup resumed coverage with a Neutral rating.": ["Citi"],
    "UBS upgraded the stock.": ["UBS"],
    "Barclays trimmed its target to $61.": ["Barclays"],
    "Deutsche Bank reiterated its Buy rating.": ["Deutsche Bank"],
    "CLSA raised its target to 1,175.": ["CLSA"],
    "HSBC economist Jo Tan sees a cut.": ["HSBC"],
    "The stock was upgraded by Nomura.": ["Nomura"],
    "Argus Research raised it to Buy from Hold.": ["Argus Research"],
    "Bank of America lowered its price target.": ["BofA Securities"],
    "Mizuho upgraded it to Outperform.": ["Mizuho"],
    "Motilal Oswal retained its Buy call and target.": ["Motilal Oswal"],
    "Unheard Research Group slashed its price target.": ["Unheard Research Group"],
}

# A listed bank is a house where it speaks of others, not where it is in the news itself.
HOUSES: dict[str, list[str]] = {
    "Morgan Stanley comes next, with results due on Thursday.": [],
    "JPMorgan shares fell. JPMorgan is due to report.": [],
    "Rival UBS hired a team of bankers.": [],
    "Lazard advised the seller.": [],
    "Funds sold their stakes in Citigroup and Wells Fargo.": [],
    "HSBC said its profit would fall.": [],
    "HSBC said net interest income would fall.": [],
    "Barclays will hold an investor day.": [],
    "JPMorgan, Wells Fargo Offer Reality Check on Profit": [],
    "Citi said the drug could win approval.": ["Citi"],
    "Citi sees copper at $9,000.": ["Citi"],
    "Analysts at Jefferies and Citigroup were surprised.": ["Jefferies", "Citi"],
    "An analyst at UBS spoke. UBS looks for a rise.": ["UBS", "UBS"],
    "An analyst at UBS spoke. UBS shares rose. UBS has offices.": ["UBS"],
    "The outlook from Moody's weighed on bonds.": ["Moody's"],
    "A JPMorgan gauge of currencies fell.": ["JPMorgan"],
    "A survey of managers by Bank of America showed so.": ["BofA Securities"],
    "Lithium fell, with HSBC downgrading Zorbex.": ["HSBC"],
    "Barclays, however, downgraded the stock.": ["Barclays"],
}

OPEN = [
    "[Reliance|?] shares rose.",
    "[Reliance|RELIANCE] shares rose to Rs 1,400.",
    "[Apollo|?] shares rose.",
    "[Titan|TITAN] shares rose on the NSE.",
]

PEOPLE = {
    "JPMorgan analyst Ann Lee cut it.": [("Ann Lee", "analyst", "JPMorgan")],
    "Needham's Dana Whitlock kept it.": [("Dana Whitlock", None, "Needham")],
    "Chris Harvey, head of equity strategy at Wells Fargo, said so.": [
        ("Chris Harvey", "head of equity strategy", "Wells Fargo")
    ],
    "Barry Bannister at Stifel Nicolaus agreed.": [("Barry Bannister", None, "Stifel")],
    "Analyst Brian Wieser affirmed it.": [("Brian Wieser", "Analyst", None)],
    "Chief Executive Officer Tim Cook spoke.": [("Tim Cook", "Chief Executive Officer", None)],
    "To Dana Poe at Jefferies, it is a fair bet.": [("Dana Poe", None, "Jefferies")],
    "President Director Chris Lau spoke.": [("Chris Lau", "Director", None)],
    "New York strategist reports were mixed.": [],
    "Tesla Falls as Analyst Says Company Facing Trouble": [],
    "Wells Fargo's Revenue Declines as Loan Balances Shrink": [],
    "Price Target was raised.": [],
    "Citi analyst Mark May cut it. Sales in May rose, and last May was good.": [
        ("Mark May", "analyst", "Citi")
    ],
    "Citi analyst Mark May cut it. May saw why.": [
        ("Mark May", "analyst", "Citi"),
        ("Mark May", "analyst", "Citi"),
    ],
}


@pytest.mark.parametrize("marked", [*ISSUERS, *OPEN])
def test_issuers_and_open_names(marked: str, marked_again: Callable[[str], str]) -> None:
    assert marked_again(marked) == marked


@pytest.mark.parametrize(("text", "names"), BROKERS.items())
def test_brokers_are_no_issuers(text: str, names: list[str], lexicon: Lexicon) -> None:
    passage = Passage(text)
    [instruments] = find_instruments([passage], lexicon)
    assert [one.name for one in find_brokerages(passage, lexicon)] == names
    assert [one.span.text for one in instruments] == []


@pytest.mark.parametrize(("text", "names"), HOUSES.items())
def test_listed_banks_are_houses_by_their_role(
    text: str, names: list[str], lexicon: Lexicon
) -> None:
    assert [one.name for one in find_brokerages(Passage(text), lexicon)] == names


@pytest.mark.parametrize(("text", "people"), PEOPLE.items())
def test_people(
    text: str, people: list[tuple[str, str | None, str | None]], lexicon: Lexicon
) -> None:
    passage = Passage(text)
    found = find_people(passage, find_brokerages(passage, lexicon))
    assert [(one.name, one.role, one.firm) for one in found] == people
