"""What a description says of an issuer: "the Japanese carmaker" is no American one, no bank.

A nation, a city or a trade in the phrase is held against the country and the trades that the
lexicon gives the issuer. What the lexicon does not know speaks against no one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from finfacts.context.anaphors import Phrase, noun_words
from finfacts.lexicons.instruments import Entity, Lexicon
from finfacts.lexicons.tables import read_rows, read_toml
from finfacts.patterns import lazy
from finfacts.values import Instrument

_NAME = lazy(r"(?<![\p{L}-])\p{Lu}[\p{L}.]*(?:[ ]\p{Lu}[\p{L}.]*)*(?!-\p{Lu})")
_ALIKE = {"HK": "CN", "MO": "CN"}  # one market, as news describes its issuers


def may_mean(phrase: Phrase, instrument: Instrument, lexicon: Lexicon) -> bool:
    """Whether an issuer can be what a phrase describes: its country and its trade agree.

    Args:
        phrase: "the Oslo-based company", "the chipmaker".
        instrument: an issuer named before.
        lexicon: its country and what news calls it.
    """
    if phrase.family == "commodity":
        return _goods().get(instrument.symbol or "", "") not in _NEVER.get(phrase.head, ())
    if phrase.family != "equity":
        return phrase.family != "index" or _is_index(phrase, instrument, lexicon)
    countries = _countries(phrase.described) if phrase.described else frozenset()
    trade = _trades().get(phrase.head)
    if phrase.head == "group" and phrase.described and not countries:
        return phrase.described.endswith("-based")  # not "the data-center group"
    if phrase.head == "brand" and _NAME.search(phrase.described) and not countries:
        return False  # "the Harry Winston brand"
    if not countries and trade is None and phrase.head not in _UNMISTAKABLE | {"group"}:
        return True
    return all(
        _is_of(entity, countries) and _does(entity, trade) and _is_called(entity, phrase.head)
        for entity in entities_of(instrument, lexicon)
    )


def _is_index(phrase: Phrase, instrument: Instrument, lexicon: Lexicon) -> bool:
    """Whether an index can be so described: "the smallcap index" is not the BSE Midcap."""
    name = instrument.name.lower()
    words = phrase.described.lower().split()
    if any(word in noun_words("index_kinds") and word not in name for word in words):
        return False
    countries = _countries(phrase.described) if phrase.described else frozenset()
    places = {entity.place for entity in entities_of(instrument, lexicon)} - {"", None}
    return not (countries and places) or not countries.isdisjoint(places)


_UNMISTAKABLE = frozenset({"utility", "exchange", "telco", "jeweller", "conglomerate"})


def _is_called(entity: Entity, head: str) -> bool:
    """Whether news calls an issuer so, where the noun means other things of most others."""
    if head == "group":
        return entity.place not in ("US", "")  # elsewhere in the news groups are baskets of stocks
    if head not in _UNMISTAKABLE or not entity.descriptors:
        return True
    return any(word == head for word in _last_words(entity))


def likeness(phrase: Phrase, instrument: Instrument, lexicon: Lexicon) -> int:
    """Count the words of a phrase that news also calls an issuer by: "packaged food"."""
    said = _content(phrase.described)
    return max(
        (
            len(said & _content(descriptor))
            for entity in entities_of(instrument, lexicon)
            for descriptor in entity.descriptors
        ),
        default=0,
    )


def _content(words: str) -> frozenset[str]:
    return frozenset(words.lower().replace("-", " ").split()) - noun_words("tell_nothing")


_NEVER = {  # what no noun for a good means
    "fuel": frozenset({"metal", "agriculture", "livestock"}),
    "metal": frozenset({"energy", "agriculture", "livestock"}),
    "bullion": frozenset({"energy", "agriculture", "livestock", "industrial"}),
    "grain": frozenset({"energy", "metal", "livestock", "industrial"}),
}


@cache
def _goods() -> dict[str, str]:
    """The groups of goods by their codes."""
    return {row["symbol"]: row["group"] for row in read_rows("commodities") if row["symbol"]}


def entities_of(instrument: Instrument, lexicon: Lexicon) -> Iterator[Entity]:
    """Yield what the lexicon lists under an instrument's symbol and name."""
    for entity in lexicon.by_ticker(instrument.symbol or ""):
        if entity.name == instrument.name:
            yield entity


def _is_of(entity: Entity, countries: frozenset[str]) -> bool:
    place = entity.place or _listed_in(entity)
    place = _ALIKE.get(place, place)
    return not countries or not place or place in countries


def _listed_in(entity: Entity) -> str:
    """The country of its exchange; America's draw issuers from everywhere and tell nothing."""
    country = _markets().get(entity.exchange or "", "")
    return "" if country == "US" else country


@cache
def _markets() -> dict[str, str]:
    return {row["mic"]: row["country"] for row in read_rows("exchanges")}


def _does(entity: Entity, trade: str | None) -> bool:
    own = {_trades()[word] for word in _last_words(entity) if word in _trades()}
    return trade is None or not own or trade in own


def _last_words(entity: Entity) -> Iterator[str]:
    return (descriptor.rpartition(" ")[2] for descriptor in entity.descriptors)


@cache
def _trades() -> dict[str, str]:
    """Nouns that tell one trade from another, with a name for each: "lender" is a bank."""
    table = read_toml("coreference.toml")["trades"]
    return {noun: trade for trade, nouns in table.items() for noun in nouns.split()}


def _countries(described: str) -> frozenset[str]:
    """The country codes of the nations and cities that a description names."""
    names = _NAME.findall(described)
    found = {_places().get(name) for name in names}
    found |= {_places().get(word) for name in names for word in name.split()}
    return frozenset(_ALIKE.get(code, code) for code in found if code)


@cache
def _places() -> dict[str, str]:
    """Country codes by the names of countries, their adjectives and their cities."""
    return {
        form: row["country"]
        for row in read_rows("places")
        if row["country"]
        for form in (row["name"], *row["adjectives"].split(";"))
        if form
    }
