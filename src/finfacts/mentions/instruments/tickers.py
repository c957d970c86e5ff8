"""Instruments by ticker: "(NASDAQ: MU)" after its issuer, "RIVN is up", "$TSLA", "EUR/USD"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Entity, Lexicon, listing_of
from finfacts.mentions.instruments import building, cues
from finfacts.mentions.instruments.names import Hit, words_of
from finfacts.mentions.instruments.roles import is_broker
from finfacts.mentions.instruments.story import Story
from finfacts.mentions.instruments.written import NOT_TICKERS, Written, find_pairs
from finfacts.patterns import lazy
from finfacts.values import Instrument, InstrumentKind

_MARKETS = (
    frozenset({"XNYS", "XNAS", "XASE", "ARCX", "BATS", "OTCM"}),
    frozenset({"XNSE", "XBOM"}),
    frozenset({"XETR", "XFRA"}),
)
_LISTED_KINDS = frozenset({"equity", "etf"})
_SHORT = 3
_GLUED = lazy(r"[-_]\w|\.[\p{L}]|&")  # a drug's or a model's code: "LOXO-305"


def settle(clean: str, items: Sequence[Written], hits: Sequence[Hit], story: Story) -> None:
    """Note which issuers the written tickers mean and which listings the article writes."""
    for item in items:
        entity = issuer_of(clean, item, hits, story.lexicon)
        if entity is not None:
            story.linked.add(entity.name)
            exchange = item.exchange or listing_of(entity, item.ticker).exchange
            story.listings.setdefault(entity.name, (item.ticker, exchange))


def issuer_of(clean: str, item: Written, hits: Sequence[Hit], lexicon: Lexicon) -> Entity | None:
    """Return the entity of a written ticker, the one named before it first."""
    known = lexicon.by_ticker(item.ticker) or lexicon.by_ticker(item.ticker.replace(".", "-"))
    if item.exchange is not None:
        known = tuple(e for e in known if _trades_on(e, item.exchange))
    before = _hit_before(clean, item, hits)
    named = lexicon.entities(before.form) if before else ()
    both = next((e for e in known if e in named), None)
    if both is not None:
        return both
    if not item.certain:
        return next((e for e in known if _begins_alike(clean, item, e)), None)
    if named and not known:
        return named[0]
    return known[0] if known else None


def _trades_on(entity: Entity, exchange: str) -> bool:
    return any(
        listing.exchange == exchange
        or any(listing.exchange in market and exchange in market for market in _MARKETS)
        for listing in entity.listings
    )


def _bracket(clean: str, item: Written) -> int:
    """Where the bracket around a ticker opens, or where the ticker itself begins."""
    found = clean.rfind("(", max(0, item.start - 30), item.start)
    return found if found >= 0 else item.start


def _hit_before(clean: str, item: Written, hits: Sequence[Hit]) -> Hit | None:
    """The name right before a ticker's bracket."""
    at = _bracket(clean, item)
    # Names do not overlap, a legal suffix aside: the last few that start before are enough.
    after = bisect_left(hits, at, key=lambda hit: hit.start)
    near = (hit for hit in reversed(hits[max(0, after - 3) : after]) if hit.end <= at)
    return next((hit for hit in near if not clean[hit.end : at].strip(" ,'s")), None)


def _begins_alike(clean: str, item: Written, entity: Entity) -> bool:
    """Whether the words before a bracketed ticker begin its issuer's name: "Rocket Lab (RKLB)"."""
    at = _bracket(clean, item)
    first = re.escape(entity.name.split()[0])
    return (
        at < item.start
        and re.search(rf"\b{first}\b", clean[max(0, at - 60) : at], re.IGNORECASE) is not None
    )


def written_instruments(
    passage: Passage, items: Sequence[Written], hits: Sequence[Hit], lexicon: Lexicon
) -> Iterator[Instrument]:
    """Yield the mentions of written tickers; one the lexicon lacks goes by its own letters."""
    for item in items:
        entity = issuer_of(passage.clean, item, hits, lexicon)
        if entity is None and (not item.certain or len(item.ticker) == 1):
            continue
        yield _of_ticker(passage, item, entity)


def _of_ticker(passage: Passage, item: Written, entity: Entity | None) -> Instrument:
    span = passage.span(item.start, item.end)
    if entity is None:
        return Instrument(
            name=item.ticker,
            symbol=item.ticker,
            exchange=item.exchange,
            kind="equity",
            link=item.link,
            span=span,
        )
    listed = entity.kind in _LISTED_KINDS
    return Instrument(
        name=entity.name,
        symbol=item.ticker if listed else entity.symbol,
        exchange=item.exchange or (listing_of(entity, item.ticker).exchange if listed else None),
        kind=entity.kind,
        isin=entity.isin,
        link=item.link,
        span=span,
    )


def bare_tickers(passage: Passage, hits: Sequence[Hit], story: Story) -> Iterator[Instrument]:
    """Yield tickers that nothing marks: of issuers the article names, or with "stock" after."""
    clean = passage.clean
    taken = {hit.start for hit in hits if hit.form not in story.lexicon.currencies}
    lexicon = story.lexicon
    known = lexicon.ticker_rows
    words, spans = words_of(clean)
    for i in [i for i, word in enumerate(words) if word.isupper() and word in known]:
        start, end = spans[i]
        if start in taken or end - start == 1 or _GLUED.match(clean, end):
            continue
        entity = _bare(clean, start, end, story)
        if entity is not None and not (
            words[i] in lexicon.brokers and is_broker(clean, start, end)
        ):
            found = building.of_entity(passage, (start, end), entity, "symbol", story)
            exchange = listing_of(entity, words[i]).exchange
            yield found.model_copy(update={"symbol": words[i], "exchange": exchange})


def _bare(clean: str, start: int, end: int, story: Story) -> Entity | None:
    ticker = clean[start:end]
    listed = [e for e in story.lexicon.by_ticker(ticker) if e.kind in _LISTED_KINDS]
    known = next((e for e in listed if e.name in story.linked), None)
    if ticker in NOT_TICKERS or len(ticker) < _SHORT:
        written_here = known is not None and story.listings.get(known.name, ("",))[0] == ticker
        return known if written_here else None
    if known is not None or not listed:
        return known
    marked = cues.stock_named(clean, start, end) and not cues.is_title(clean, start)
    return listed[0] if marked else None


def pairs(passage: Passage, lexicon: Lexicon) -> Iterator[Instrument]:
    """Yield currency and coin pairs: "EUR/USD", "Dollar/yen", "BTC-USD"."""
    clean = passage.clean
    if "/" not in clean and "USD" not in clean:
        return
    for item in find_pairs(clean, lexicon.currencies, lexicon.coins):
        kind: InstrumentKind = "crypto" if item.ticker in lexicon.coins else "fx"
        entity = next((e for e in lexicon.by_ticker(item.ticker) if e.kind == kind), None)
        yield Instrument(
            name=entity.name if entity else f"{item.ticker[:3]}/{item.ticker[3:]}",
            symbol=item.ticker,
            kind=kind,
            link="symbol",
            span=passage.span(item.start, item.end),
        )
