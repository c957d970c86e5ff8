"""Which raw material "Prices" are of: the crude just told, or what the article is about."""

from __future__ import annotations

from collections.abc import Sequence

from finfacts.values import Instrument

_CRUDE = frozenset({"OIL", "WTI", "BRENT"})


def main_commodity(instruments: list[list[Instrument]]) -> Instrument | None:
    """The commodity whose prices an article is about: most of what it names is that, or crude."""
    named = [i for found in instruments for i in found if i.symbol]
    goods = [i for i in named if i.kind == "commodity"]
    if len(goods) < _COMMODITY_TIMES or len(goods) < _COMMODITY_SHARE * len(named):
        return None
    symbols = {i.symbol for i in goods}
    if len(symbols) == 1:
        return goods[0]
    if not symbols <= _CRUDE:
        return None
    return next((i for i in goods if i.symbol == "OIL"), goods[0])


_COMMODITY_TIMES = 2
_COMMODITY_SHARE = 0.6


def prices_of(last: Sequence[Instrument], main: Instrument | None) -> Instrument | None:
    """Return the commodity that "Prices" are of, or None where the article is about none.

    Args:
        last: what the sentence before names.
        main: the commodity whose prices the article is about.
    """
    if main is None or main.symbol not in _CRUDE:
        return main
    told = {i.symbol: i for i in last if i.kind == "commodity" and i.symbol in _CRUDE}
    return next(iter(told.values())) if len(told) == 1 else main
