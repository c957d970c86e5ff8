"""Traded things in an article: names, tickers, futures, yields, pairs, groups of stocks.

``find_instruments`` reads an article's passages together: what the body settles ("Super Micro
Computer (SMCI)") links the headline's short name as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Entity, Lexicon
from finfacts.mentions.instruments import (
    building,
    contracts,
    cues,
    groups,
    linking,
    markets,
    sectors,
    tickers,
)
from finfacts.mentions.instruments.crude import settle_crude
from finfacts.mentions.instruments.indices import find_published
from finfacts.mentions.instruments.names import Hit, find_hits
from finfacts.mentions.instruments.shortening import full_names, short_names, shortened
from finfacts.mentions.instruments.story import Story, market_by_issuers, market_of
from finfacts.mentions.instruments.unknown import with_unknown
from finfacts.mentions.instruments.wholeness import (
    is_others_name,
    is_part_of_another,
    is_surname,
    is_whole_name,
)
from finfacts.mentions.instruments.written import find_written
from finfacts.values import Instrument

_OPEN = Decimal("0.5")
_Linked = list[tuple[Hit, Entity]]


def find_instruments(passages: Sequence[Passage], lexicon: Lexicon) -> list[list[Instrument]]:
    """Return the instruments of each passage, sorted and non-overlapping.

    Args:
        passages: an article's fields, the title first.
        lexicon: the names to look for.

    >>> from finfacts.lexicons.instruments import load_lexicon
    >>> [found] = find_instruments([Passage("Rivian (RIVN) rose.")], load_lexicon())
    >>> [(one.name, one.symbol, one.link) for one in found]
    [('Rivian', 'RIVN', 'name'), ('Rivian', 'RIVN', 'written')]
    """
    story = Story(lexicon, market=market_of([passage.clean for passage in passages]))
    hits = [find_hits(passage.clean, lexicon) for passage in passages]
    written = [find_written(passage.clean, lexicon) for passage in passages]
    for passage, items, near in zip(passages, written, hits, strict=True):
        tickers.settle(passage.clean, items, near, story)
    story.others = _names_of_others(passages, hits, lexicon)
    story.full = full_names((hit for found in hits for hit in found), lexicon)
    linked, left = _link(passages, hits, story)
    shorts = short_names((pair for found in linked for pair in found), lexicon)
    known = [
        _apart(
            [
                *tickers.written_instruments(passage, written[n], hits[n], lexicon),
                *(building.of_name(passage, hit, entity, story) for hit, entity in linked[n]),
                *left[n],
                *shortened(passage, shorts, hits[n], story),
                *_rates_and_groups(passage, lexicon),
                *find_published(passage, lexicon),
                *tickers.pairs(passage, lexicon),
                *tickers.bare_tickers(passage, hits[n], story),
            ]
        )
        for n, passage in enumerate(passages)
    ]
    return settle_crude(
        passages, [_apart(found) for found in with_unknown(passages, known, lexicon)]
    )


def _names_of_others(
    passages: Sequence[Passage], hits: list[list[Hit]], lexicon: Lexicon
) -> set[str]:
    """Names that the article gives to others, and those of people whose company it never names."""
    placed = [
        (passage.clean, hit) for passage, found in zip(passages, hits, strict=True) for hit in found
    ]
    others = {hit.form for clean, hit in placed if is_others_name(clean, hit, lexicon)}
    people = {
        hit.form
        for clean, hit in placed
        if is_surname(clean, hit, lexicon) or is_part_of_another(clean, hit, lexicon)
    }
    if not people:
        return others
    long = {
        entity.name
        for _, hit in placed
        if hit.suffix or hit.form not in people
        for entity in lexicon.entities(hit.form)
    }
    return others | {
        form for form in people if all(e.name not in long for e in lexicon.entities(form))
    }


def _apart(found: list[Instrument]) -> list[Instrument]:
    """Sort, and keep the longest of what overlaps; of two alike, the one with a symbol."""
    kept: list[Instrument] = []
    for item in sorted(found, key=lambda i: (i.span.start, -i.span.end, not i.symbol)):
        if not kept or item.span.start >= kept[-1].span.end:
            kept.append(item)
        elif _outweighs(item, kept[-1]):
            kept[-1] = item
    return kept


def _outweighs(item: Instrument, other: Instrument) -> bool:
    """Whether of two that overlap the later stands: "Coal India", not the group "India shares"."""
    if "group" in (item.kind, other.kind) and "equity" in (item.kind, other.kind):
        return item.kind == "equity"
    return item.span.end - item.span.start > other.span.end - other.span.start


def _link(
    passages: Sequence[Passage], hits: list[list[Hit]], story: Story
) -> tuple[list[_Linked], list[list[Instrument]]]:
    """Link what stands by itself, then look again at what the article may have settled."""
    linked: list[_Linked] = [[] for _ in passages]
    left: list[list[Instrument]] = [[] for _ in passages]
    waiting: list[tuple[int, Hit]] = []
    for number, passage in enumerate(passages):
        for hit in hits[number]:
            verdict, entity = linking.decide(passage.clean, hit, story, again=False)
            if verdict == "yes" and entity is not None:
                linked[number].append((hit, entity))
                story.linked.add(entity.name)
            elif verdict == "open":
                waiting.append((number, hit))
    if waiting and not story.market:
        story.market = market_by_issuers(entity for pairs in linked for _, entity in pairs)
    for number, hit in waiting:
        passage = passages[number]
        verdict, entity = linking.decide(passage.clean, hit, story, again=True)
        if verdict == "yes" and entity is not None:
            linked[number].append((hit, entity))
            story.linked.add(entity.name)
        elif entity is None and is_whole_name(passage.clean, hit, story.lexicon):
            left[number].extend(_left_open(passage, hit, story.lexicon))
    return linked, left


def _left_open(passage: Passage, hit: Hit, lexicon: Lexicon) -> Iterator[Instrument]:
    """A name that several issuers share: no symbol, the candidates beside it."""
    clean = passage.clean
    marked = cues.stock_named(clean, hit.start, hit.end) or cues.acts(clean, hit.end)
    if hit.form in lexicon.levels and not (marked or _is_shared(clean, hit, lexicon)):
        return
    yield Instrument(
        name=hit.form,
        kind="equity",
        confidence=_OPEN,
        candidates=tuple(e.symbol for e in lexicon.entities(hit.form) if e.symbol),
        span=passage.span(hit.start, hit.end),
    )


def _is_shared(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether it is a name known to be shared, with its capital in a line of small letters."""
    if hit.form not in lexicon.shared or cues.is_title(clean, hit.start):
        return False
    return cues.called(clean, hit.start) or not cues.opens_sentence(clean, hit.start)


def _rates_and_groups(passage: Passage, lexicon: Lexicon) -> Iterator[Instrument]:
    clean = passage.clean
    for found in (
        contracts.find_yields(clean),
        contracts.find_spreads(clean),
        contracts.find_tenors(clean),
    ):
        for item in found:
            span = passage.span(item.start, item.end)
            yield Instrument(
                name=item.name, symbol=item.symbol, kind="rate", link="name", span=span
            )
    for group in groups.find_groups(clean, lexicon.places):
        span = passage.span(group.start, group.end)
        yield Instrument(name=group.name, kind=group.kind, link="name", span=span)
    for start, end in markets.find_markets(clean):
        span = passage.span(start, end)
        yield Instrument(name=span.text, kind="group", link="name", span=span)
    for start, end in sectors.find_sectors(clean):
        span = passage.span(start, end)
        yield Instrument(name=span.text, kind="sector", link="name", span=span)
