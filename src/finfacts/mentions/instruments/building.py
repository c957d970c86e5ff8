"""Instruments from what was found: an entity, the listing the article writes, and a span."""

from __future__ import annotations

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Entity
from finfacts.mentions.instruments import contracts
from finfacts.mentions.instruments.names import Hit
from finfacts.mentions.instruments.story import Story
from finfacts.values import Instrument, Link

_FUTURES_KINDS = frozenset({"index", "commodity", "crypto"})
_LISTED_KINDS = frozenset({"equity", "etf"})


def of_entity(
    passage: Passage, place: tuple[int, int], entity: Entity, link: Link, story: Story
) -> Instrument:
    """Build a mention of an entity, under the listing that the article writes if it writes one."""
    listing = story.listings.get(entity.name) if entity.kind in _LISTED_KINDS else None
    symbol, exchange = listing or (entity.symbol, entity.exchange)
    return Instrument(
        name=entity.name,
        symbol=symbol,
        exchange=exchange,
        kind=entity.kind,
        isin=entity.isin,
        link=link,
        span=passage.span(*place),
    )


def of_name(passage: Passage, hit: Hit, entity: Entity, story: Story) -> Instrument:
    """Build a mention of a linked name, grown to the future or the fund that it names."""
    if entity.kind in _FUTURES_KINDS:
        future = contracts.grow_futures(passage.clean, hit.start, hit.end)
        if future:
            return _future(of_entity(passage, future, entity, "name", story), hit.form)
    if entity.kind == "index" and (part := contracts.grow_part(passage.clean, hit.end)):
        span = passage.span(hit.start, part)
        return Instrument(name=span.text, kind="index", link="name", span=span)
    if entity.kind == "index" and (fund := contracts.grow_fund(passage.clean, hit.start, hit.end)):
        span = passage.span(*fund)
        return Instrument(name=span.text, kind="etf", link="name", span=span)
    link: Link = "name" if hit.form == entity.name else "alias"
    if hit.form == entity.symbol:
        link = "symbol"
    return of_entity(passage, (hit.start, hit.end), entity, link, story)


def _future(found: Instrument, form: str) -> Instrument:
    if form.endswith(("futures", "contracts")):
        return found
    return found.model_copy(update={"name": f"{found.name} futures"})
