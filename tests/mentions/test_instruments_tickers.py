"""Tickers as written: with exchange, suffix, cash sign, in brackets after a name, alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.mentions.instruments import find_instruments

LINKED: dict[str, list[str]] = {
    "exchange": [
        "It bought shares (NASDAQ: [NVDA|NVDA]).",
        "The firm (NYSE:[BRK.B|BRK.B]) rose.",
        "[Visa Inc.|V] (NYSE: [V|V]) rose.",
        "[Dominion Energy, Inc.|D] (NYSE: [D|D]) rose.",
        "The maker (NASDAQ: [ZZQX|ZZQX]) listed.",
        "The miner (ASX: [BHP|BHP]) rose.",
        "The broker (NSE: [ANGELONE|ANGELONE]) rose.",
        "The two (NYSE: [KO|KO], [PEP|PEP]) rose.",
        "Watch NASDAQ:[TSLA|TSLA] today.",
    ],
    "suffix": [
        "The stock ([BABA.N|BABA]) rose.",
        "Watch [9988.HK|9988] today.",
        "Watch [RELIANCE.NS|RELIANCE] today.",
        "Watch [7203.T|7203] today.",
    ],
    "cash sign": [
        "Watch [$TSLA|TSLA] today.",
        "Bulls love [$GME|GME] and [$AMC|AMC].",
    ],
    "brackets": [
        "[Rivian Automotive|RIVN] ([RIVN|RIVN]) shares rose.",
        "[Palantir Technologies|PLTR] ([PLTR|PLTR]) gained.",
        "The [SPDR S&P 500 ETF Trust|SPY] ([SPY|SPY]) dropped.",
        "[Alphabet|GOOG] ([GOOG|GOOG], [GOOGL|GOOGL]) fell.",
    ],
    "alone": [
        "[Rivian Automotive|RIVN] ([RIVN|RIVN]) rose. [RIVN|RIVN] is up 13%.",
        "[Alibaba|BABA] fell; [BABA|BABA] stock is down.",
        "[TSLA|TSLA] shares rose.",
        "Sentiment for [SPY|SPY] held.",
        "[QQQ|QQQ] slid.",
        "[The Trade Desk|TTD] ([TTD|TTD]) slid. [TTD|TTD] closed 0.3% lower.",
    ],
}

NOT_LINKED = [
    "The World Health Organization (WHO) met.",
    "The Securities and Exchange Commission (SEC) sued.",
    "Gross domestic product (GDP) rose.",
    "The chief executive (CEO) left.",
    "It closed at 4 p.m. (ET).",
    "It raised $5B.",
    "Prices rose (see chart).",
    "Artificial intelligence (AI) grew.",
    "At 10:30 A.M. it opened.",
    "The ratio was 3:2.",
    "It costs US$20.",
    "Meet at NYSE: noon.",
    "Earnings per share (EPS) rose.",
    "The U.S. (US) grew.",
]


@pytest.mark.parametrize("marked", [m for marks in LINKED.values() for m in marks])
def test_links(marked: str, marked_again: Callable[[str], str]) -> None:
    assert marked_again(marked) == marked


@pytest.mark.parametrize("text", NOT_LINKED)
def test_does_not_link(text: str, marked_again: Callable[[str], str]) -> None:
    assert marked_again(text) == text


def test_a_written_listing_is_the_one_meant(lexicon: Lexicon) -> None:
    text = "Alibaba (9988.HK) fell. Alibaba said so."
    [found] = find_instruments([Passage(text)], lexicon)
    assert [(one.symbol, one.exchange, one.link) for one in found] == [
        ("9988", "XHKG", "name"),
        ("9988", "XHKG", "written"),
        ("9988", "XHKG", "name"),
    ]


def test_the_body_settles_the_headline(lexicon: Lexicon) -> None:
    title, text = "Dominion Climbs After Upgrade", "Dominion Energy, Inc. (NYSE: D) rose."
    found, _ = find_instruments([Passage(title, "title"), Passage(text)], lexicon)
    assert [(one.span.text, one.symbol, one.span.field) for one in found] == [
        ("Dominion", "D", "title")
    ]
