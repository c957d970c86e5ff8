"""Traded things in an article: names, tickers, futures, yields, pairs, groups of stocks.

``find_instruments`` reads an article's passages together: what the body settles ("Super Micro
Computer (SMCI)") links the headline's short name as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Entity, Lexicon, listing_of
from finfacts.mentions.instruments import contracts, cues, groups, linking, written
from finfacts.mentions.instruments.names import Hit, find_hits
from finfacts.values import Instrument, InstrumentKind, Link

_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9&]{1,11}\b")
_FUTURES_KINDS = frozenset({"index", "commodity", "crypto"})
_OPEN = Decimal("0.5")


def find_instruments(passages: Sequence[Passage], lexicon: Lexicon) -> list[list[Instrument]]:
    """Return the instruments of each passage, sorted and non-overlapping.

    Args:
        passages: an article's fields, the title first.
        lexicon: the names to look for.

    >>> from finfacts.lexicons.instruments import load_lexicon
    >>> [found] = find_instruments([Passage("Rivian (RIVN) rose.")], load_lexicon())
    >>> [(one.name, one.symbol, one.link) for one in found]
    [('Rivian', 'RIVN', 'alias'), ('Rivian', 'RIVN', 'written')]
    """
    story = linking.Story(market=linking.market_of([passage.clean for passage in passages]))
    hits = [find_hits(passage.clean, lexicon) for passage in passages]
    tickers = [written.find_written(passage.clean, lexicon) for passage in passages]
    for passage, found, near in zip(passages, tickers, hits, strict=True):
        for item in found:
            _settle(passage.clean, item, near, lexicon, story)
    named = _link_names(passages, hits, lexicon, story)
    return [
        _merge(
            [
                *_written(passage, item_list, hit_list, lexicon, story),
                *names,
                *_contracts(passage),
                *_groups(passage),
                *_pairs(passage, lexicon),
                *_bare_tickers(passage, lexicon, story),
            ]
        )
        for passage, item_list, hit_list, names in zip(passages, tickers, hits, named, strict=True)
    ]


def _merge(found: list[Instrument]) -> list[Instrument]:
    """Sort, and keep the longest of what overlaps."""
    kept: list[Instrument] = []
    for item in sorted(found, key=lambda i: (i.span.start - i.span.end, i.span.start)):
        if all(item.span.end <= k.span.start or item.span.start >= k.span.end for k in kept):
            kept.append(item)
    return sorted(kept, key=lambda i: i.span.start)


# --- tickers ---------------------------------------------------------------------------------


def _settle(
    clean: str, item: written.Written, hits: list[Hit], lexicon: Lexicon, story: linking.Story
) -> None:
    """Note which issuer a written ticker means and which listing the article writes."""
    entity = _issuer(clean, item, hits, lexicon)
    if entity is not None:
        story.linked.add(entity.name)
        listing = listing_of(entity, item.ticker)
        story.listings.setdefault(entity.name, (item.ticker, item.exchange or listing.exchange))


def _issuer(clean: str, item: written.Written, hits: list[Hit], lexicon: Lexicon) -> Entity | None:
    """The entity of a written ticker: one that lists it, the named one first."""
    known = lexicon.by_ticker(item.ticker) or lexicon.by_ticker(item.ticker.replace(".", "-"))
    if item.exchange is not None:
        there = [
            e for e in known if any(_same_market(x.exchange, item.exchange) for x in e.listings)
        ]
        known = tuple(there) or (known if item.ticker.isalpha() and not item.certain else ())
    before = _hit_before(clean, item, hits)
    named = lexicon.entities(before.form) if before else ()
    both = [e for e in known if e in named]
    if both:
        return both[0]
    if named and item.certain and not known:
        return named[0]
    if item.certain:
        return known[0] if known else None
    return next((e for e in known if _begins_alike(clean, item, e)), None)


def _same_market(one: str | None, other: str) -> bool:
    us = {"XNYS", "XNAS", "XASE", "ARCX", "BATS", "OTCM"}
    return (
        one == other
        or (one in us and other in us)
        or {one, other} <= {"XNSE", "XBOM"}
        or {one, other} <= {"XETR", "XFRA"}
    )


def _hit_before(clean: str, item: written.Written, hits: list[Hit]) -> Hit | None:
    """The name right before a ticker's bracket."""
    bracket = clean.rfind("(", max(0, item.start - 30), item.start)
    at = bracket if bracket >= 0 else item.start
    return next(
        (h for h in reversed(hits) if h.end <= at and not clean[h.end : at].strip(" ,'s")), None
    )


def _begins_alike(clean: str, item: written.Written, entity: Entity) -> bool:
    """Whether the words before a bracketed ticker begin its issuer's name: "Rocket Lab (RKLB)"."""
    bracket = clean.rfind("(", max(0, item.start - 30), item.start)
    before = clean[max(0, bracket - 60) : bracket]
    first = entity.name.split()[0]
    return bracket > 0 and re.search(rf"\b{re.escape(first)}\b", before, re.IGNORECASE) is not None


def _written(
    passage: Passage,
    items: list[written.Written],
    hits: list[Hit],
    lexicon: Lexicon,
    story: linking.Story,
) -> Iterator[Instrument]:
    clean = passage.clean
    for item in items:
        entity = _issuer(clean, item, hits, lexicon)
        if entity is None and not item.certain:
            continue
        if entity is None and item.link == "cashtag" and len(item.ticker) < 2:  # noqa: PLR2004 - "$B"
            continue
        exchange = item.exchange or (listing_of(entity, item.ticker).exchange if entity else None)
        is_thing = entity is not None and entity.kind not in ("equity", "etf")
        yield Instrument(
            name=entity.name if entity else item.ticker,
            symbol=entity.symbol if entity and is_thing else item.ticker,
            exchange=exchange,
            kind=entity.kind if entity else "equity",
            isin=entity.isin if entity else None,
            link=item.link,
            span=passage.span(item.start, item.end),
        )


def _bare_tickers(passage: Passage, lexicon: Lexicon, story: linking.Story) -> Iterator[Instrument]:
    """Tickers without brackets, of issuers the article names or with "shares" after: "RIVN is up"."""
    clean = passage.clean
    for match in _CAPITALS.finditer(clean):
        ticker = match[0]
        entity = next((e for e in lexicon.by_ticker(ticker) if e.name in story.linked), None)
        if (
            entity is None
            and ticker not in written._NOT_TICKERS
            and len(ticker) > 2
            and cues.stock_named(clean, match.start(), match.end())
            and not cues.is_title(clean, match.start())
        ):
            entity = next(iter(lexicon.by_ticker(ticker)), None)
        if (
            entity is None
            or (len(ticker) < 3 and ticker in written._NOT_TICKERS)
            or entity.kind not in ("equity", "etf")
        ):
            continue
        listing = listing_of(entity, ticker)
        yield _instrument(
            passage,
            match.start(),
            match.end(),
            entity,
            "symbol",
            symbol=ticker,
            exchange=listing.exchange,
        )


def _pairs(passage: Passage, lexicon: Lexicon) -> Iterator[Instrument]:
    codes, coins = lexicon.currencies, lexicon.coins
    if "/" not in passage.clean and "-USD" not in passage.clean and "USD" not in passage.clean:
        return
    for item in written.find_pairs(passage.clean, codes, coins):
        kind: InstrumentKind = "crypto" if item.ticker in coins else "fx"
        entity = next((e for e in lexicon.by_ticker(item.ticker) if e.kind == kind), None)
        name = entity.name if entity else f"{item.ticker[:3]}/{item.ticker[3:]}"
        yield Instrument(
            name=name,
            symbol=item.ticker,
            kind=kind,
            link="symbol",
            span=passage.span(item.start, item.end),
        )


# --- names -----------------------------------------------------------------------------------


def _link_names(
    passages: Sequence[Passage], hits: list[list[Hit]], lexicon: Lexicon, story: linking.Story
) -> list[list[Instrument]]:
    """Link what stands by itself, then look again at what the article may have settled."""
    verdicts: list[list[tuple[Hit, Entity]]] = [[] for _ in passages]
    waiting: list[tuple[int, Hit]] = []
    for number, (passage, found) in enumerate(zip(passages, hits, strict=True)):
        for hit in found:
            verdict, entity = linking.decide(passage.clean, hit, lexicon, story, again=False)
            if verdict == "yes" and entity is not None:
                verdicts[number].append((hit, entity))
                story.linked.add(entity.name)
            elif verdict == "open":
                waiting.append((number, hit))
    unlinked: list[list[Instrument]] = [[] for _ in passages]
    for number, hit in waiting:
        clean = passages[number].clean
        verdict, entity = linking.decide(clean, hit, lexicon, story, again=True)
        if verdict == "yes" and entity is not None:
            verdicts[number].append((hit, entity))
        elif entity is None:
            unlinked[number].extend(_left_open(passages[number], hit, lexicon))
    return [
        [*(_named(passages[n], hit, entity, story) for hit, entity in verdicts[n]), *unlinked[n]]
        for n in range(len(passages))
    ]


def _left_open(passage: Passage, hit: Hit, lexicon: Lexicon) -> Iterator[Instrument]:
    """A name that several issuers share: no symbol, the candidates beside it."""
    if hit.form in lexicon.levels and not cues.stock_named(passage.clean, hit.start, hit.end):
        return
    symbols = tuple(e.symbol for e in lexicon.entities(hit.form) if e.symbol)
    yield Instrument(
        name=hit.form,
        kind="equity",
        confidence=_OPEN,
        candidates=symbols,
        span=passage.span(hit.start, hit.end),
    )


def _named(passage: Passage, hit: Hit, entity: Entity, story: linking.Story) -> Instrument:
    start, end = hit.start, hit.end
    if entity.kind in _FUTURES_KINDS:
        grown = contracts.grow_futures(passage.clean, start, end)
        if grown:
            return _instrument(passage, *grown, entity, "name", name=_future_name(entity, hit.form))
    if entity.kind == "index" and (fund := contracts.grow_fund(passage.clean, start, end)):
        span = passage.span(*fund)
        return Instrument(name=span.text, kind="etf", link="name", span=span)
    link: Link = (
        "name" if hit.form == entity.name else "symbol" if hit.form == entity.symbol else "alias"
    )
    return _instrument(passage, start, end, entity, link, story=story)


def _future_name(entity: Entity, form: str) -> str:
    return entity.name if form.endswith(("futures", "contracts")) else f"{entity.name} futures"


def _instrument(
    passage: Passage,
    start: int,
    end: int,
    entity: Entity,
    link: Link,
    *,
    name: str | None = None,
    symbol: str | None = None,
    exchange: str | None = None,
    story: linking.Story | None = None,
) -> Instrument:
    written_as = (
        story.listings.get(entity.name) if story and entity.kind in ("equity", "etf") else None
    )
    if written_as:
        symbol, exchange = written_as
    return Instrument(
        name=name or entity.name,
        symbol=symbol or entity.symbol,
        exchange=exchange or entity.exchange,
        kind=entity.kind,
        isin=entity.isin,
        link=link,
        span=passage.span(start, end),
    )


# --- contracts and groups --------------------------------------------------------------------


def _contracts(passage: Passage) -> Iterator[Instrument]:
    clean = passage.clean
    for found in (contracts.find_yields(clean), contracts.find_spreads(clean)):
        for item in found:
            yield Instrument(
                name=item.name,
                symbol=item.symbol,
                kind="rate",
                link="name",
                span=passage.span(item.start, item.end),
            )


def _groups(passage: Passage) -> Iterator[Instrument]:
    for group in groups.find_groups(passage.clean):
        yield Instrument(
            name=group.name, kind=group.kind, link="name", span=passage.span(group.start, group.end)
        )
