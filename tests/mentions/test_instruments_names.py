"""Names that begin, end or resemble others': surnames, banks, exchanges, families of indices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LINKED: dict[str, list[str]] = {
    "owners of places to post": [
        "[Reddit|RDDT] shares rose.",
        "They are bullish on [Facebook|META].",
        "Follow him on Twitter. [Twitter|TWTR] is a bargain.",
    ],
    "names of old": [
        "[Zhejiang Dahua Technology Co.|002236] fell. [Dahua|002236] said so.",
        "[SeaWorld Entertainment|SEAS] surged.",
    ],
    "people whose company is named": [
        "[Icahn Enterprises|IEP] fell. Carl Icahn, the founder, spoke. [Icahn|IEP] shares fell.",
        "[Lam|LRCX] shares rose.",
        "[Lam Research Corp.|LRCX] fell. [Lam|LRCX] said so. Mary Lam, a fan, was upbeat.",
    ],
    "banks": [
        "[Bank of China|3988] shares fell.",
        "Loans by [Bank of China Ltd.|3988] grew.",
        "[Bank of America|BAC] rose.",
    ],
    "words": [
        "[Discover|DFS] shares rose.",
        "[Next Plc|NXT] raised its outlook.",
        "[Next|NXT] shares fell.",
        "Among suppliers, Nissha, [Sharp|6753], [TDK|6762] and [Sony|6758] were weak.",
    ],
    "brands that are words, surnames or places elsewhere": [
        "[Toyota|7203] rose 2%.",
        "[Google|GOOGL] is bringing changes to its phones.",
        "[Hershey|HSY] CEO: We are ready.",
        "[Bayer|BAYN] and [Pfizer|PFE] work on it.",
        "[Komatsu|6301] was weak, as was [Hitachi|6501].",
        "[Buffett's company|BRK-B] bought banks.",
        "[Amazon|AMZN] earnings beat expectations.",
    ],
    "adjectives of nations that act": [
        "[Norwegian Air|NAS] fell. [Norwegian|NAS] said it needs cash. A Norwegian said so, too.",
    ],
    "what is told from data": [
        "It waits for data from [Iovance|IOVA].",
        "[Micron|MU] Projects Revenue That Tops Estimates",
    ],
    "former names": [
        "[Acacia Mining|ACA], once [African Barrick Gold|ACA], rose.",
        "[ADNOC Gas|ADNOCGAS] fell, as ADNOC said.",
    ],
    "prepositions of places": [
        "[Tesla Inc.|TSLA] fell. A record decline in [Tesla|TSLA] deliveries hurt.",
        "[Amazon.com Inc.|AMZN] fell. This is down from [Amazon|AMZN]'s record value.",
        "[Delta Air Lines Inc.|DAL] fell. He raised his stake in [Delta|DAL].",
    ],
    "indices": [
        "The [FTSE|UKX] fell 0.4%.",
        "The [FTSE|UKX] Index fell 0.4%.",
        "The [Nikkei|NKY] Monday gained 1%.",
        "The [S&P 500 Retailing Index|S5RETL] climbed.",
        "The [S&P 500|SPX] stock index climbed.",
        "It beat the [S&P|SPX]'s 5 percent gain.",
    ],
    "indices that only their publisher's name tells": [
        "The [Bloomberg Peru Copper & Tin Index|=Bloomberg Peru Copper & Tin Index] rose.",
        "The [MSCI Chile Banks ex Funds Index|=MSCI Chile Banks ex Funds Index] fell.",
        "Up on the [Russell 1000 Coal Index|=Russell 1000 Coal Index] it was.",
        "The [Nasdaq 100|NDX] Stock Index fell.",
        "The [S&P/TSX Capped Timber Index|=S&P/TSX Capped Timber Index] fell.",
    ],
    "no blank between sentences": [
        "Led by [Goldman Sachs|GS] and [Wells Fargo|WFC].Bank fees fell.",
        "Reports came from [Cisco|CSCO] and [Mitsubishi UFJ|8306].A rate decision is due.",
    ],
    "officers": [
        "I asked [Apple|AAPL] PR about it.",
        "The software maker [salesforce.com|CRM] rose.",
        "Competitors [Ford Motor Co.|F] [General Motors|GM] and [Nissan|7201] spoke.",
    ],
    "goods": [
        "[Crude|OIL] rose 2%.",
        "Prices of [crude|OIL] fell.",
        "[Spot gold|XAU] fell while [copper|HG] and [lead|LEAD] rose.",
    ],
    "exchanges as issuers": [
        "[London Stock Exchange|LSEG] shares rose 2%.",
        "Bullish on [MCX|MCX], said one.",
    ],
}
NOT_LINKED: dict[str, list[str]] = {
    "surnames": [
        "Rita Goyal, an analyst at a local house, was upbeat. Goyal said so.",
        "Billionaire Carl Icahn opposed it. Icahn plans to appeal.",
        "Fund manager Wendy Lam said so. Lam owns banks and a utility.",
        "Portfolio head Aaron Golub, the author, was upbeat, Golub added.",
    ],
    "banks": [
        "The People's Bank of China cut rates.",
        "The Reserve Bank of India held rates.",
        "A first step by the Federal Reserve Bank of Minneapolis.",
    ],
    "short names that are none": [
        "The growing influence of Buffett's deputies.",
        "A partner in Short Hills, New Jersey, was named.",
        "He lives in New Jersey.",
    ],
    "places to post": [
        "A post on Reddit said so.",
        "Reddit traders cheered.",
        "She announced the plan on Twitter.",
        "Follow us on Twitter, Facebook and LinkedIn.",
    ],
    "exchanges as markets": ["The gas contract on MCX slipped."],
    "sponsors of surveys": ["HSBC China services PMI fell.", "The HSBC flash PMI rose."],
    "other funds": ["The iShares MSCI China A UCITS ETF saw outflows."],
    "words": [
        "Stocks for the Next 30 Days.",
        "Next up are the minutes of the meeting.",
        "The app's Discover section grew.",
        "The Vietnam Joint Stock Commercial Bank grew.",
        "Sales dipped.\nFamily Venture\nThe two met.",
        "It rents masts to Tower Cos.",
        "HIGH TIDE: A park operator surged.",
    ],
    "first words of many": [
        "ADNOC may list some services.",
    ],
    "prepositions of places": [
        "He lives near Delta and works in Aurora.",
        "It came from Burlington.",
    ],
    "tickers of others": [
        "It will be listed under the symbol DNB.",
        "It chose the ticker SLM.",
    ],
    "longer names": [
        "It owns half of TUI Cruises.",
        "The test begins at Boeing Field.",
        "He runs the Invesco Asian Equity fund.",
        "It merged with Sony Computer Entertainment.",
        "Sales at Apple Watch Services grew.",
    ],
    "brokers beside brokers": [
        "Analysts at Zorbex Capital and Morgan Stanley raised their targets.",
        "Citi (Peter Lee)\nDemand for chips will grow.",
        "(Adds comments from UBS.)",
    ],
    "exchanges as places": [
        "It has a premium listing on the London Stock Exchange.",
        "It moved to the London Stock Exchange.",
    ],
    "other indices": [
        "He is on the Bloomberg Billionaires Index.",
        "It is in the MSCI Japan ESG Select Leaders.",
        "An S&P 500 toll roads index plunged.",
        "Her stake is just under S&P's 5 percent threshold.",
        "The IHS Markit manufacturing PMI fell.",
        "The S&P CoreLogic Home Price Index rose.",
        "The FTSE Blossom Japan is another.",
        "The S&P/BNY Mellon gauge rose.",
        "It will trade a lot, S&P Dow Jones estimated.",
        "Taiwan's Nikkei and local manufacturing PMI fell.",
    ],
    "goods": [
        "The kingdom is the biggest crude exporter.",
        "A crude glut grew.",
        "It can process low-quality crude.",
        "It can lead to new trials.",
        "Optimism may grow and lead to a pullback.",
    ],
}


@pytest.mark.parametrize("marked", [m for marks in LINKED.values() for m in marks])
def test_links(marked: str, marked_again: Callable[[str], str]) -> None:
    assert marked_again(marked) == marked


@pytest.mark.parametrize("text", [t for texts in NOT_LINKED.values() for t in texts])
def test_does_not_link(text: str, marked_again: Callable[[str], str]) -> None:
    assert marked_again(text) == text
