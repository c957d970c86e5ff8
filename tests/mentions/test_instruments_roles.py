"""Banks as issuers and as brokers, shared names, brokerages and the people who speak for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.mentions.brokerages import find_brokerages
from finfacts.mentions.instruments import find_instruments
from finfacts.mentions.people import find_people

Found = list[tuple[str, str]]

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

OPEN = {
    "[Reliance|?] shares rose.": "",
    "[Reliance|RELIANCE] shares rose to Rs 1,400.": "",
    "[Apollo|?] shares rose.": "",
    "[Titan|TITAN] shares rose on the NSE.": "",
}

PEOPLE = {
    "JPMorgan analyst Ann Lee cut it.": [("Ann Lee", "analyst", "JPMorgan")],
    "Needham's Dana Whitlock kept it.": [("Dana Whitlock", None, "Needham")],
    "Chris Harvey, head of equity strategy at Wells Fargo, said so.": [
        ("Chris Harvey", "head of equity strategy", "Wells Fargo")
    ],
    "Barry Bannister at Stifel Nicolaus agreed.": [("Barry Bannister", None, "Stifel")],
    "Analyst Brian Wieser affirmed it.": [("Brian Wieser", "Analyst", None)],
    "Chief Executive Officer Tim Cook spoke.": [("Tim Cook", "Chief Executive Officer", None)],
    "New York strategist reports were mixed.": [],
    "Price Target was raised.": [],
}


@pytest.mark.parametrize("marked", [*ISSUERS, *OPEN])
def test_issuers_and_open_names(
    marked: str,
    unmark: Callable[[str], tuple[str, Found]],
    instruments_of: Callable[[str], Found],
) -> None:
    text, expected = unmark(marked)
    found = [one for one in instruments_of(text) if one[0] in marked]
    assert found == expected


@pytest.mark.parametrize(("text", "names"), BROKERS.items())
def test_brokers_are_no_issuers(text: str, names: list[str], lexicon: Lexicon) -> None:
    passage = Passage(text)
    [instruments] = find_instruments([passage], lexicon)
    assert [one.name for one in find_brokerages(passage, lexicon)] == names
    assert [one.span.text for one in instruments] == []


@pytest.mark.parametrize(("text", "people"), PEOPLE.items())
def test_people(
    text: str, people: list[tuple[str, str | None, str | None]], lexicon: Lexicon
) -> None:
    passage = Passage(text)
    found = find_people(passage, find_brokerages(passage, lexicon))
    assert [(one.name, one.role, one.firm) for one in found] == people
