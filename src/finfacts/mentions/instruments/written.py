"""Tickers as written: "(NASDAQ: NVDA)", "NYSE:BRK.B", "(BABA.N)", "9988.HK", "$TSLA", "EUR/USD".

A ticker with its exchange, a known suffix or a cash sign is one whether the lexicon knows it or
not; a bare one in brackets needs the name before it ("Rivian (RIVN)").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from finfacts.lexicons.instruments import Lexicon
from finfacts.mentions.instruments.cues import words
from finfacts.patterns import lazy
from finfacts.values import Link

_EXCHANGE = r"[A-Z][A-Za-z]{1,9}(?:[ -](?:Arca|American|MKT|Global|[A-Z]{2,4}))?"
_TICKER = r"[A-Z0-9](?:[A-Z0-9&]|[.-](?=[A-Z0-9])){0,11}"
_PREFIXED = lazy(rf"\b(?P<exchange>{_EXCHANGE})[ ]?:[ ]?\$?(?P<ticker>{_TICKER})\b(?!:)")
_BRACKET = lazy(r"\((?P<body>[^()\n]{1,60})\)")
_ITEM = lazy(rf"\$?(?P<ticker>{_TICKER})\b")
_SUFFIXED = lazy(
    r"\b(?P<ticker>[A-Z0-9](?:[A-Z0-9&]|-(?=[A-Z0-9])){0,11})\.(?P<suffix>[A-Z]{1,3})\b"
)
_CASHTAG = lazy(r"(?<![\w$])\$(?P<ticker>[A-Z]{1,6}(?:[.-][A-Z]{1,3})?)\b")
_PAIR = lazy(
    r"\b(?P<left>[A-Z]{3})(?P<mark>[/-]?)(?P<right>[A-Z]{3})\b | \b(?P<coin>[A-Z]{2,6})[-/]USDT?\b",
    regex.VERBOSE,
)
_BRACKET_ONLY = frozenset("NOLTKPAS")  # ".N" outside brackets is no suffix
NOT_TICKERS = words("not_tickers")


class Written(NamedTuple):
    """A ticker at a place: as written, with its market identifier code where that is known."""

    start: int
    end: int
    ticker: str
    exchange: str | None
    link: Link
    certain: bool


def find_written(clean: str, lexicon: Lexicon) -> list[Written]:
    """Return the tickers that a clean text writes, in order, none overlapping."""
    found: list[Written] = []
    if ":" in clean:
        found.extend(_prefixed(clean, lexicon))
    if "(" in clean:
        found.extend(_bracketed(clean, lexicon))
    if "$" in clean:
        found.extend(
            Written(m.start(), m.end(), m["ticker"], None, "cashtag", certain=True)
            for m in _CASHTAG.finditer(clean)
        )
    found.extend(_suffixed(clean, lexicon))
    return _apart(found)


def _apart(found: list[Written]) -> list[Written]:
    """Leave out what overlaps an earlier and longer one."""
    kept: list[Written] = []
    for item in sorted(found, key=lambda w: (w.start, -w.end, not w.certain)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _prefixed(clean: str, lexicon: Lexicon) -> Iterator[Written]:
    for match in _PREFIXED.finditer(clean):
        exchange = lexicon.exchanges.get(match["exchange"].upper())
        if exchange is not None and match["ticker"] != match["exchange"]:
            yield Written(
                match.start("ticker"),
                match.end(),
                match["ticker"],
                exchange,
                "written",
                certain=True,
            )


def _bracketed(clean: str, lexicon: Lexicon) -> Iterator[Written]:
    """Tickers in brackets: "(RIVN)", "(BABA.N)", "(GOOG, GOOGL)", "(NYSE: BRK.A, BRK.B)"."""
    for match in _BRACKET.finditer(clean):
        body = match["body"]
        if not any(c.isupper() for c in body) and not body[0].isdigit():
            continue
        prefix = _PREFIXED.match(body)
        exchange = lexicon.exchanges.get(prefix["exchange"].upper()) if prefix else None
        offset = match.start("body")
        position = prefix.start("ticker") if prefix and exchange else 0
        for part in regex.split(r"[,;/|]\s*|\s+and\s+", body[position:]):
            item = _ITEM.fullmatch(part.strip())
            if item is None or (item["ticker"] in NOT_TICKERS and exchange is None):
                break
            start = offset + body.index(part.strip(), position)
            yield from _one(start, item["ticker"], exchange, lexicon)


def _one(start: int, ticker: str, exchange: str | None, lexicon: Lexicon) -> Iterator[Written]:
    root, dot, suffix = ticker.rpartition(".")
    by_suffix = lexicon.exchanges.get("." + suffix) if dot else None
    if exchange is None and by_suffix is not None:
        yield Written(start, start + len(ticker), root, by_suffix, "written", certain=True)
    elif exchange is not None or not ticker[0].isdigit():
        certain = exchange is not None
        yield Written(start, start + len(ticker), ticker, exchange, "written", certain=certain)


def _suffixed(clean: str, lexicon: Lexicon) -> Iterator[Written]:
    """Tickers with a market's suffix: "9988.HK", "RELIANCE.NS"; one letter needs digits before."""
    for match in _SUFFIXED.finditer(clean):
        suffix = match["suffix"]
        exchange = lexicon.exchanges.get("." + suffix)
        if exchange is None or (suffix in _BRACKET_ONLY and not match["ticker"].isdigit()):
            continue
        if len(match["ticker"]) == 1 or clean[match.end() : match.end() + 2].startswith("."):
            continue
        yield Written(
            match.start(), match.end(), match["ticker"], exchange, "written", certain=True
        )


def find_pairs(clean: str, codes: frozenset[str], coins: frozenset[str]) -> Iterator[Written]:
    """Return currency and coin pairs: "EUR/USD", "Dollar/yen", "BTC-USD"; the code as ticker."""
    for match in _PAIR.finditer(clean):
        if match["coin"]:
            if match["coin"] in coins:
                yield Written(
                    match.start(), match.end(), match["coin"], None, "symbol", certain=True
                )
        elif match["left"] in codes and match["right"] in codes and match["left"] != match["right"]:
            pair = match["left"] + match["right"]
            yield Written(match.start(), match.end(), pair, None, "symbol", certain=True)
        elif match["left"] in coins and match["mark"] and match["right"] in ("USD", "EUR", "INR"):
            yield Written(match.start(), match.end(), match["left"], None, "symbol", certain=True)
    for match in _WORDED_PAIR.finditer(clean):
        pair = _MONEY[match["left"].lower()] + _MONEY[match["right"]]
        yield Written(match.start(), match.end(), pair, None, "symbol", certain=True)


_MONEY = {
    "euro": "EUR",
    "pound": "GBP",
    "sterling": "GBP",
    "dollar": "USD",
    "yen": "JPY",
    "franc": "CHF",
}
_WORDED_PAIR = lazy(
    r"\b(?P<left>[Ee]uro|[Pp]ound|[Ss]terling|[Dd]ollar)/(?P<right>dollar|pound|yen|franc)\b"
)
