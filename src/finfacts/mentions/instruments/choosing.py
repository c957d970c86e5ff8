"""Which of several things a name means: by ticker, suffix, the article, kind or market.

"Prudential Plc" is the British one; "Reliance" stays open unless the article is about India.
"""

from __future__ import annotations

from finfacts.lexicons.instruments import Entity, Lexicon
from finfacts.mentions.instruments import cues
from finfacts.mentions.instruments.names import Hit
from finfacts.mentions.instruments.prices import means_price
from finfacts.mentions.instruments.story import Story


def choose(clean: str, hit: Hit, story: Story, *, again: bool) -> Entity | None:
    """Pick the thing a form means: by ticker, suffix, the article, kind or market.

    A shared name's usual issuer is taken at the second look, once the article's market is known.
    """
    entities = story.lexicon.entities(hit.form)
    if hit.form in story.full and not hit.suffix:
        return story.full[hit.form]
    if len(entities) == 1:
        return entities[0]
    ticker = cues.ticker_after(clean, hit.end)
    equities = [e for e in entities if e.kind == "equity"]
    return (
        next((e for e in entities if ticker in e.tickers), None)
        or _by_suffix(clean, hit, equities)
        or _only([e for e in entities if e.name in story.linked])
        or _by_kind(clean, hit, entities)
        or _by_market(equities, story.market)
        or _by_name(hit.form, equities, story.lexicon, again=again)
    )


def _only(entities: list[Entity]) -> Entity | None:
    return entities[0] if len(entities) == 1 else None


def _by_suffix(clean: str, hit: Hit, equities: list[Entity]) -> Entity | None:
    """The British one of "Prudential Plc", the only one of "Dow Inc."."""
    if not hit.suffix or len(equities) == 1:
        return equities[0] if hit.suffix else None
    british = clean[hit.start : hit.end].lower().rstrip(".").endswith("plc")
    return _only([e for e in equities if (e.exchange == "XLON") == british])


def _by_kind(clean: str, hit: Hit, entities: tuple[Entity, ...]) -> Entity | None:
    """The index, currency or coin where its price is meant, or where no issuer bears the name."""
    others = [e for e in entities if e.kind != "equity"]
    meant = next((e for e in others if means_price(e.kind, clean, hit)), None)
    return meant or (others[0] if len(others) == len(entities) else None)


def _by_market(equities: list[Entity], market: str) -> Entity | None:
    """India's in an article on India's market; of one issuer's listings, elsewhere, the other."""
    indian = [e for e in equities if e.exchange in ("XNSE", "XBOM")]
    if market == "IN":
        return _only(indian)
    if len({e.name for e in equities}) == 1:
        return next((e for e in equities if e not in indian), equities[0])
    return None


def _by_name(form: str, equities: list[Entity], lexicon: Lexicon, *, again: bool) -> Entity | None:
    """The one that a shared name means by default, or that bears it as its own name."""
    if form in lexicon.shared:
        if not again:
            return None
        default = lexicon.defaults.get(form)
        return next((e for e in equities if e.symbol == default), None)
    return _only([e for e in equities if form in (e.name, e.symbol)])
