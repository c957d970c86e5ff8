"""Groups of stocks and bonds by their own words, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LINKED = [
    "[Chinese tech stocks|=Chinese tech stocks] rose.",
    "[Asian equities|=Asian equities] hit a high.",
    "[U.S. stocks|=U.S. stocks] plummeted.",
    "[Stocks in Asia|=Stocks in Asia] looked set for a muted start.",
    "[Shares in Australia|=Shares in Australia] opened little changed.",
    "[Semiconductor stocks|=Semiconductor stocks] are falling again.",
    "[FAANG stocks|=FAANG stocks] slid.",
    "[U.S. equity futures|=U.S. equity futures] jumped.",
    "[Japanese futures|=Japanese futures] pushed higher.",
    "[Indian benchmark indices|=Indian benchmark indices] ended lower.",
    "[European|=European stock futures] and [American stock futures|=American stock futures] rose.",
    "[Share gauges in Tokyo|=Share gauges in Tokyo] and [Hong Kong|=Share gauges in Hong Kong] rose.",  # noqa: E501 - one table line
    "[Futures in Japan|=Futures in Japan] and [Hong Kong|=Futures in Hong Kong] signaled a flat start.",  # noqa: E501 - one table line
    "[Stocks|=Stocks] fell on Friday.",
    "[Equities|=Equities] retreated.",
    "The trade sent [stocks|=stocks] tumbling.",
    "[Emerging-market stocks|=Emerging-market stocks] gained.",
    "[Small-cap stocks|=Small-cap stocks] lagged.",
    "[Bank stocks|=Bank stocks] slumped.",
    "[Australian contracts|=Australian contracts] rose modestly.",
    "[Hong Kong shares|=Hong Kong shares] fell.",
    "[Treasuries|=Treasuries] declined.",
    "[Corporate bonds|=Corporate bonds] rallied.",
    "Tuesday's gains in [risk assets|=risk assets] faded.",
    "[PSB stocks|=PSB stocks] may rally in Mumbai",
    "All [three major indexes|=three major indexes] slid.",
    "The [major averages|=major averages] fell 2%.",
    "[Domestic indexes|=Domestic indexes] had risen.",
    "A broad [basket of SaaS and cloud stocks|=basket of SaaS and cloud stocks] sank.",
    "A [gauge of telecom stocks|=gauge of telecom stocks] climbed.",
    "[Gauges of Tokyo|=Gauges of Tokyo shares] and [Seoul shares|=Gauges of Seoul shares] fell.",
    "[Indian|=Indian shares], [Thai|=Thai shares] and [South Korean shares|=South Korean shares] rose.",  # noqa: E501 - one table line
    "[Haven currencies|=Haven currencies] gained as [Asian currencies|=Asian currencies] slid.",
    "Inflation fears are driving [bonds|=bonds] lower.",
    "The [broader market|=broader market] also rallied.",
    "[Asian markets|=Asian markets] fell, sending [Wall Street|=Wall Street] lower.",
    "Stocks to watch, equities and indexes: lenders led the [market|=market] higher.",
    "[Gold miners|=Gold miners] soared.",
    "[Utilities|=Utilities], [real estate|=real estate] and [banks|=banks] fell.",
    "[Stocks|=Stocks] rose as [optical component suppliers|=optical component suppliers] surged.",
    "[Shares in Tokyo|=Shares in Tokyo] slid, led by [chipmakers|=chipmakers].",
]

NOT_LINKED = [
    "The company sold 5 million shares.",
    "He owns shares in the firm.",
    "Stocks to watch this week.",
    "She buys stocks.",
    "The shares are cheap.",
    "It issued bonds.",
    "The futures contract expired.",
    "Inventories and stocks of grain.",
    "The banks announce earnings.",
    "Companies in Japan hire more.",
    "It posted assets of $5 billion.",
    "He shares the view.",
    "The housing market fell 3%.",
    "The labor market weakened.",
    "Wall Street expects a cut.",
    "The Chinese market weakened, the carmaker said.",
    "The fund is trailing the broader market, rising 9%.",
    "It spoke of volatile equity markets, rising costs and trade wars.",
    "The market fell 2%.",
    "The minister said growth slipped.",
    "Value dropped and power failed.",
    "Banks closed on Monday.",
    "Lenders hold cash.",
]


@pytest.mark.parametrize("marked", LINKED)
def test_links(marked: str, marked_again: Callable[[str], str]) -> None:
    assert marked_again(marked) == marked


@pytest.mark.parametrize("text", NOT_LINKED)
def test_does_not_link(text: str, marked_again: Callable[[str], str]) -> None:
    assert marked_again(text) == text
