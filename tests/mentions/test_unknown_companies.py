"""Companies that only the article shows: found with their name and no symbol, never guessed."""

from __future__ import annotations

import pytest
import regex

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import load_lexicon
from finfacts.mentions.instruments import find_instruments

INTRODUCED = {
    "A firm called [SLM Solutions Group AG] rose. [SLM] shareholders met.": "SLM Solutions",
    "[Zorbex SA] fell 3%.": "Zorbex",
    "Shares of [Zorbex] fell 3%.": "Zorbex",
    "Shares in [Zorbex] fell. The rest rose, but not [Zorbex].": "Zorbex",
    "[Zorbex Holdings Inc.] said so.": "Zorbex",
    "Tokyo-based [Zorbex Ltd.] rose.": "Zorbex",
    "Rival [Zorbex Corp.] rose.": "Zorbex",
    "[Zorbex Pulp Inc.] fell. Later [Zorbex] rose.": "Zorbex Pulp",
    "Investors sold [Zorbex] shares after the news.": "Zorbex",
    "[Quillon & Marsh Plc] rose.": "Quillon & Marsh",
}
NOT_INTRODUCED = [
    "Zorbex fell 3%.",
    "Airline shares fell.",
    "Most shares fell.",
    "Shares of European banks fell.",
    "Shares in Hong Kong fell.",
    "Monday's shares are Tuesday's losses.",
    "Sergei's shares are locked up.",
    "Zorbex Capital Management Ltd. sold them.",
    "Big Tech shares fell.",
    "Zorbex Securities Co. analyst Ann Lee said so.",
]


def found(text: str) -> list[tuple[str, str]]:
    """Return the names without a symbol and their words."""
    [instruments] = find_instruments([Passage(text)], load_lexicon())
    return [
        (one.name, one.span.text)
        for one in instruments
        if one.kind == "equity" and one.symbol is None
    ]


@pytest.mark.parametrize("marked", INTRODUCED)
def test_an_article_introduces(marked: str) -> None:
    words = [part.partition("]")[0] for part in marked.split("[")[1:]]
    text = marked.replace("[", "").replace("]", "")
    assert found(text) == [(INTRODUCED[marked], one) for one in words]


@pytest.mark.parametrize("text", NOT_INTRODUCED)
def test_is_no_company(text: str) -> None:
    assert found(text) == []


def test_a_linked_name_is_left_alone() -> None:
    assert found("Apple Inc. rose. Shares of Boeing fell.") == []


LISTED = {
    "[Zorbex Inc.] (NASDAQ: [ZRBX]) fell. [Zorbex] said so.": ("Zorbex", "XNAS"),
    "Shares of [Zorbex Widgets] ([ZRBX.L]) fell; later [Zorbex] rose.": ("Zorbex Widgets", "XLON"),
    "Rival [Zorbex Widgets Corp] <[ZRBX.O]> rose.": ("Zorbex Widgets", "XNAS"),
}


@pytest.mark.parametrize("marked", LISTED)
def test_goes_by_the_ticker_that_the_article_writes(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    [found] = find_instruments([Passage(text)], load_lexicon())
    name, exchange = LISTED[marked]
    assert {(one.name, one.symbol, one.exchange) for one in found} == {(name, "ZRBX", exchange)}
    assert [one.span.text for one in found] == regex.findall(r"\[(.*?)\]", marked)
