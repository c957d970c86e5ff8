"""FIRE: values and changes of values in filings and news, against metrics and price moves.

"Operating expenses increased by $1.6 million" holds a ``ValueChangeIncreaseby`` whose amount is
"$1.6 million"; "revenue of $577 million" holds a ``Value``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, TypeAdapter, ValidationError

from finfacts.article import Article, ArticleFacts
from finfacts.errors import GoldError
from finfacts.evaluation.matching import Place
from finfacts.evaluation.mention_scores import Labelled
from finfacts.evaluation.public.scoring import Annotated, PublicSet, files_of, once
from finfacts.evaluation.public.words import join
from finfacts.facts import Fact, Metric, PriceLevel, PriceMove
from finfacts.values import Quantity

CHANGES: Mapping[str, str] = {"ValueChangeIncreaseby": "up", "ValueChangeDecreaseby": "down"}
AMOUNTS = ("Money", "Quantity")
MENTIONS: Mapping[str, str] = {"Company": "instrument", "Date": "date", "Money": "quantity"}
NOTES = (
    "Value and ValueChange labels stand on the amount of the relation; the label is the direction.",
    "instrument, date and quantity are mentions: the Company, Date and Money entities.",
    "Found instruments and money that are no such entity count against precision.",
)


class Entity(BaseModel):
    """An entity: words ``start`` to ``end`` (exclusive) of the sentence."""

    type: str
    start: int
    end: int


class Relation(BaseModel):
    """A relation between two entities, by their place in the list."""

    type: str
    head: int
    tail: int


class Row(BaseModel):
    """One annotated sentence."""

    tokens: tuple[str, ...]
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]


ROWS = TypeAdapter(tuple[Row, ...])


def read_fire(path: Path) -> PublicSet:
    """Read FIRE sentences from JSON.

    Args:
        path: a file, or a folder of ``*.json``.

    Raises:
        GoldError: a file holds no FIRE sentences.
    """
    articles: list[Annotated] = []
    for file in files_of(path, "*.json"):
        try:
            rows = ROWS.validate_json(file.read_bytes())
        except ValidationError as error:
            field = ".".join(map(str, error.errors()[0]["loc"]))
            raise GoldError(f"{file}: {field}: no FIRE sentences") from None
        articles += [_annotated(row, f"{file.stem}-{index}") for index, row in enumerate(rows)]
    return PublicSet("fire", tuple(articles), project, NOTES)


def _annotated(row: Row, name: str) -> Annotated:
    joined = join(row.tokens)
    places = [Place("text", *joined.span(one.start, one.end)) for one in row.entities]
    spans = [Labelled(label, places[index]) for label, index in _relations(row)]
    spans += [
        Labelled(MENTIONS[one.type], place)
        for one, place in zip(row.entities, places, strict=True)
        if one.type in MENTIONS
    ]
    return Annotated(Article(id=name, text=joined.text), once(spans))


def _relations(row: Row) -> Iterator[tuple[str, int]]:
    """Yield the label and the amount (an entity's index) of each relation that states a value."""
    for relation in row.relations:
        if relation.type != "Value" and relation.type not in CHANGES:
            continue
        for end in (relation.tail, relation.head):
            if row.entities[end].type in AMOUNTS:
                yield relation.type, end
                break


def project(result: ArticleFacts) -> list[Labelled]:
    """Return values, changes and mentions under FIRE's labels."""
    spans = [
        Labelled(label, Place(one.span.field, one.span.start, one.span.end))
        for fact in result.facts
        for label, one in _amounts(fact)
    ]
    spans += [
        Labelled(one.kind, Place(one.span.field, one.span.start, one.span.end))
        for one in result.mentions
        if one.kind in MENTIONS.values() and _is_money(one.value)
    ]
    return spans


def _is_money(value: object) -> bool:
    return not isinstance(value, Quantity) or value.unit == "currency"


def _amounts(fact: Fact) -> Iterator[tuple[str, Quantity]]:
    changes = {way: label for label, way in CHANGES.items()}
    if isinstance(fact, PriceMove):
        given = [(changes.get(fact.direction), one) for one in (fact.percent, fact.amount)]
        given.append(("Value", fact.to))
    elif isinstance(fact, Metric):
        given = [(changes.get(fact.direction or ""), fact.change), ("Value", fact.value)]
    elif isinstance(fact, PriceLevel):
        given = [("Value", fact.level)]
    else:
        given = []
    yield from ((label, one) for label, one in given if label and one)
