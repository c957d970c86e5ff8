"""Clean text: plain characters, one for one."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
import regex

from finfacts.language.boilerplate import is_boilerplate, prose
from finfacts.language.cleaning import clean
from finfacts.language.passage import Passage
from finfacts.language.tokens import tokens

CLEAN = {
    "a b": [
        "a\u00a0b",
        "a\u202fb",
        "a\u2009b",
        "a\u3000b",
        "a\tb",
        "a\u00adb",
        "a\ufeffb",
        "a\x00b",
        "a\ud800b",
    ],
    "a\nb": ["a\x0bb", "a\x0cb", "a\x85b", "a\u2028b", "a\u2029b"],
    "a'b": ["a\u2018b", "a\u2019b", "a\u201ab", "a\u2032b", "a`b"],
    'a"b': ["a\u201cb", "a\u201db", "a\u201eb", "a\u00abb"],
    "a-b": ["a\u2010b", "a\u2011b", "a\u2012b", "a\u2013b", "a\u2212b"],
    "5%": ["5\uff05"],
    "$5": ["\uff045"],
    "(AAPL.O)": ["<AAPL.O>"],
    "(.SPX) (EUR=) (CLc1)": ["<.SPX> <EUR=> <CLc1>"],
}
KEPT = [
    "<b>",
    "<BR>",
    "<5%",
    "a <B> c",
    "</p>",
    "a\u2014b",
    "caf\u00e9",
    "e\u0301",
    "\u20ac5",
    "\u00a35",
    "\u0130",
    "🚀",
    "•",
    "苹果",
]


@pytest.mark.parametrize("plain", CLEAN)
def test_is_written_plain(plain: str) -> None:
    assert {clean(text) for text in CLEAN[plain]} == {plain}


@pytest.mark.parametrize("text", KEPT)
def test_is_kept(text: str) -> None:
    assert clean(text) == text


def test_every_character_maps_to_one() -> None:
    text = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(clean(text)) == len(text)


def test_every_digit_left_counts() -> None:
    digits = regex.findall(r"\d", clean("".join(map(chr, range(sys.maxunicode + 1)))))
    assert [digit for digit in digits if not digit.isdecimal()] == []
    assert "٣" in digits


TOKENS = {
    "Alibaba's stock": ["alibaba", "'s", "stock"],
    "It didn't fall.": ["it", "didn't", "fall", "."],
    "up 1,234.5%": ["up", "1,234.5", "%"],
    "a 52-week low": ["a", "52-week", "low"],
    "after-hours S&P": ["after-hours", "s&p"],
    "U.S. stocks": ["u.s.", "stocks"],
    "(NYSE: GE)": ["(", "nyse", ":", "ge", ")"],
}


@pytest.mark.parametrize("text", TOKENS)
def test_tokens(text: str) -> None:
    found = tokens(text)
    assert [token.lower for token in found] == TOKENS[text]
    assert [text[token.start : token.end].lower() for token in found] == TOKENS[text]


BOILERPLATE = [
    "For updates and corrections, email newsroom[at]example[dot]com.",
    "To contact the reporter on this story: Ann Lee in London",
    "Subscribe now for more stories.",
    "Click here to read more.",
    "Copyright 2026 Example Wire.",
    "Reporting by Ann Lee; Editing by Jo Poe",
    "Disclaimer: this is no advice.",
    "Past performance is no guarantee.",
    "ann.lee@example.com",
]
PROSE = [
    "For the week, the index rose 2%.",
    "More than half of the stocks fell.",
    "Watch makers fell.",
    "Apple was added to the list.",
    "Sources said that the shares fell.",
    "The firm reported by region.",
]


@pytest.mark.parametrize("text", BOILERPLATE)
def test_is_boilerplate(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize("text", PROSE)
def test_is_prose(text: str) -> None:
    assert not is_boilerplate(text)


LINKS = [
    "More from Ann:",
    "Related Stories",
    "Follow Ann Lee on Twitter @annlee",
    "Read the latest news from Example Wire",
    "You may also like",
]


@pytest.mark.parametrize("heading", LINKS)
def test_links_to_other_articles_are_no_prose(heading: str) -> None:
    text = f"Shares rose 2%.\n{heading}\nWidget stock may rise 9%\nNew: 4 tips\n\nGold fell."
    passage = Passage(text)
    sentences = [SimpleNamespace(clean=text[a:b]) for a, b in passage.sentences]
    assert [one.clean for one in prose(sentences)] == ["Shares rose 2%.", "Gold fell."]


@pytest.mark.parametrize(
    "line", ["More from the sale of shares", "Related costs rose 4%", "Recommended dividend: 3%"]
)
def test_lines_that_only_look_like_links_are_prose(line: str) -> None:
    sentences = [SimpleNamespace(clean=line), SimpleNamespace(clean="Gold fell 2%")]
    assert [one.clean for one in prose(sentences)] == [line, "Gold fell 2%"]
