"""The shipped names: what they stand for, how much they weigh, how quickly they load."""

from __future__ import annotations

from importlib.resources import files

import pytest

from finfacts.lexicons.instruments import load_lexicon

KNOWN = {
    "Alibaba": ("BABA", "XNYS"),
    "Nvidia": ("NVDA", "XNAS"),
    "Tencent": ("0700", "XHKG"),
    "State Bank of India": ("SBIN", "XNSE"),
    "Toyota": ("7203", "XTKS"),
    "S&P 500": ("SPX", None),
    "gold": ("XAU", None),
    "euro": ("EURUSD", None),
    "Bitcoin": ("BTC", None),
    "SPY": ("SPY", "ARCX"),
}


@pytest.mark.parametrize(("name", "expected"), KNOWN.items())
def test_what_a_name_stands_for(name: str, expected: tuple[str, str | None]) -> None:
    first = load_lexicon().entities(name)[0]
    assert (first.symbol, first.exchange) == expected


def test_an_unknown_name_stands_for_nothing() -> None:
    assert load_lexicon().entities("Qqqzz Holdings") == ()


def test_a_ticker_finds_its_issuer() -> None:
    assert [entity.name for entity in load_lexicon().by_ticker("TSLA")] == ["Tesla"]


def test_a_shared_name_keeps_every_issuer() -> None:
    symbols = {entity.symbol for entity in load_lexicon().entities("Reliance")}
    assert symbols == {"RELIANCE", "RS"}


def test_the_harvested_tables_are_small() -> None:
    folder = files("finfacts.lexicons")
    names = ("companies", "names", "starts", "wordlike")
    sizes = [len(folder.joinpath(f"{name}.tsv.gz").read_bytes()) for name in names]
    assert sum(sizes) < 1_000_000


def test_loading_twice_gives_the_same_lexicon() -> None:
    assert load_lexicon() is load_lexicon()
