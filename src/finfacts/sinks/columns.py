"""The flat tables of facts, mentions and articles: their columns, derived from the models.

A value object becomes columns named after its slot: ``percent``, ``percent_low``,
``percent_comparator`` … ``subject_name``, ``subject_symbol`` … ``period_start``. A field added to a
model is a column more, nothing else is to be done.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from pydantic import BaseModel

from finfacts.facts import Fact, FactBase
from finfacts.values import (
    Brokerage,
    Instrument,
    Period,
    Person,
    Quantity,
    SentimentLabel,
    Span,
)

Kind = Literal["text", "integer", "decimal", "date", "moment", "texts", "spans"]

_PLAIN: dict[object, Kind] = {
    str: "text",
    int: "integer",
    Decimal: "decimal",
    dt.date: "date",
}
# words of SQL, and the one name under which a fact's time is kept whatever its model calls it
_RENAMED = {"to": "to_level", "from": "from_level", "date": "period"}
_MAIN: dict[type, str] = {
    Quantity: "value",
    Span: "text",
    SentimentLabel: "label",
}  # the part that takes the name of the whole


class Column(NamedTuple):
    """A column of a table: its name and what it holds."""

    name: str
    kind: Kind


class Leaf(NamedTuple):
    """Where the value of a column stands in a model: attribute after attribute."""

    path: tuple[str, ...]
    column: Column


ARTICLE_COLUMNS = (
    Column("article_id", "text"),
    Column("title", "text"),
    Column("published_date", "date"),
    Column("published_at", "moment"),
    Column("source", "text"),
    Column("url", "text"),
    Column("language", "text"),
    Column("facts", "integer"),
    Column("mentions", "integer"),
    Column("warnings", "texts"),
    Column("error_kind", "text"),
    Column("error_message", "text"),
    Column("text", "text"),
)
_FACT_HEAD = (
    Column("article_id", "text"),
    Column("fact", "integer"),
    Column("published_date", "date"),
    Column("type", "text"),
    Column("subject_name", "text"),
    Column("subject_symbol", "text"),
    Column("claim", "text"),
    Column("evidence", "spans"),
)
_MENTION_HEAD = (
    Column("article_id", "text"),
    Column("mention", "integer"),
    Column("kind", "text"),
    Column("span", "text"),
    Column("span_start", "integer"),
    Column("span_end", "integer"),
    Column("span_field", "text"),
)
MENTION_MODELS: dict[str, type[BaseModel]] = {
    "instrument": Instrument,
    "quantity": Quantity,
    "date": Period,
    "brokerage": Brokerage,
    "person": Person,
    "sentiment_label": SentimentLabel,
}


@cache
def fact_columns() -> tuple[Column, ...]:
    """Return the columns of the table of facts: identity, slots, then evidence and rule."""
    shared = frozenset(FactBase.model_fields)
    leaves = [leaf for model in members(Fact) for leaf in leaves_of(model)]
    slots = [leaf.column for leaf in leaves if leaf.path[0] not in shared]
    rest = [leaf.column for leaf in leaves if leaf.path[0] in shared]
    return tuple(dict.fromkeys((*_FACT_HEAD, *slots, *rest)))


@cache
def mention_columns() -> tuple[Column, ...]:
    """Return the columns of the table of mentions: the words, then the value by its kind."""
    values = (leaf.column for kind in MENTION_MODELS for leaf in mention_leaves(kind))
    return tuple(dict.fromkeys((*_MENTION_HEAD, *values)))


@cache
def leaves_of(model: type[BaseModel]) -> tuple[Leaf, ...]:
    """Return the columns of a fact's model and where their values stand."""
    return tuple(_fields(model, (), "", _RENAMED))


@cache
def mention_leaves(kind: str) -> tuple[Leaf, ...]:
    """Return the columns of a kind of mention and where their values stand."""
    return tuple(_fields(MENTION_MODELS[kind], (), kind, {}))


def _fields(
    model: type[BaseModel], path: tuple[str, ...], prefix: str, renamed: dict[str, str]
) -> Iterator[Leaf]:
    """Walk the fields of a model, and of the values it holds."""
    for attribute, field in model.model_fields.items():
        if attribute == "span":  # the words of a value stand in the table of mentions
            continue
        name = renamed.get(field.alias or attribute, field.alias or attribute)
        column = prefix if _MAIN.get(model) == attribute else f"{prefix}_{name}".strip("_")
        yield from _leaves(field.annotation, (*path, attribute), column)


def _leaves(annotation: object, path: tuple[str, ...], column: str) -> Iterator[Leaf]:
    for member in members(annotation):
        if isinstance(member, type) and issubclass(member, BaseModel):
            yield from _fields(member, path, column, {})
        else:
            yield Leaf(path, Column(column, _kind(member)))


def members(annotation: object) -> tuple[object, ...]:
    """Return what an annotation may be, without None.

    >>> members(int | None)
    (<class 'int'>,)
    """
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return members(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        parts = (members(each) for each in typing.get_args(annotation))
        return tuple(member for part in parts for member in part)
    return () if annotation is types.NoneType else (annotation,)


def _kind(member: object) -> Kind:
    """Return the kind of a plain value.

    Raises:
        TypeError: a model holds something that has no column yet.
    """
    if typing.get_origin(member) is Literal:
        return "text"
    if typing.get_origin(member) is tuple:
        return "spans" if typing.get_args(member)[0] is Span else "texts"
    if member in _PLAIN:
        return _PLAIN[member]
    raise TypeError(f"no column holds a {member}")
