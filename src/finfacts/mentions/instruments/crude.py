"""Which crude "oil" is: the benchmark an article names first, or that of its futures' place."""

from __future__ import annotations

from collections.abc import Sequence

from finfacts.language.passage import Passage
from finfacts.patterns import lazy
from finfacts.values import Instrument

_NAMES = {"WTI": "West Texas Intermediate", "BRENT": "Brent crude"}
_PLAIN = "OIL"
_CODES = {"CL": "WTI", "BZ": "BRENT"}
_CODE = lazy(r"[ ]\((CL|BZ)=F\)")
_AMERICAN = lazy(r"\bU\.?S\.? \p{Lu}\p{Ll}{2,8} $")  # "U.S. September crude"
_LOOK = 16
_PLACES = {"futures in new york": "WTI", "futures in london": "BRENT"}


def settle_crude(
    passages: Sequence[Passage], found: list[list[Instrument]]
) -> list[list[Instrument]]:
    """Give plain "oil" the benchmark that the article names first, unless it names two at once.

    "Futures in New York" are those of crude where the article's first commodity is crude.
    """
    goods = [one for own in found for one in own if one.kind == "commodity"]
    if not goods or goods[0].symbol not in (_PLAIN, *_NAMES):
        return found
    one = _leading(passages, found)
    return [
        [_settled(passage.clean, mention, one) for mention in own]
        for passage, own in zip(passages, found, strict=True)
    ]


def _leading(passages: Sequence[Passage], found: Sequence[Sequence[Instrument]]) -> str | None:
    """Return the benchmark named first, or None where its sentence names both."""
    for passage, own in zip(passages, found, strict=True):
        named = [one for one in own if _benchmark(one)]
        if not named:
            continue
        first = named[0]
        stop = passage.clean.find(". ", first.span.end)
        beside = [one for one in named if stop < 0 or one.span.start < stop]
        return _benchmark(first) if len({_benchmark(one) for one in beside}) == 1 else None
    return None


def _benchmark(mention: Instrument) -> str | None:
    return mention.symbol if mention.symbol in _NAMES else _by_place(mention)


def _by_place(mention: Instrument) -> str | None:
    return _PLACES.get(mention.name.lower()) if mention.kind == "group" else None


def _settled(clean: str, mention: Instrument, benchmark: str | None) -> Instrument:
    plain = mention.kind == "commodity" and mention.symbol == _PLAIN
    code = _CODE.match(clean, mention.span.end) if plain else None
    benchmark = _CODES[code[1]] if code else benchmark
    if plain and _AMERICAN.search(clean, max(0, mention.span.start - _LOOK), mention.span.start):
        benchmark = "WTI"
    symbol = benchmark if plain else _by_place(mention)
    if symbol is None:
        return mention
    future = "utures" in mention.name
    name = _NAMES[symbol] + (" futures" if future else "")
    return mention.model_copy(update={"name": name, "symbol": symbol, "kind": "commodity"})
