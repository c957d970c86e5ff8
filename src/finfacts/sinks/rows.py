"""A result as flat rows for tables: one of the article, one a fact, one a mention."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from pydantic import BaseModel

from finfacts.article import ArticleFacts
from finfacts.facts import Fact, Mention
from finfacts.sinks.columns import Leaf, leaves_of, mention_leaves
from finfacts.sinks.wording import claim
from finfacts.values import Span

Row = dict[str, object]


def article_row(result: ArticleFacts) -> Row:
    """Return the row of an article; its errors and warnings stand there, too."""
    moment = result.published if isinstance(result.published, dt.datetime) else None
    return {
        "article_id": result.id,
        "title": result.title,
        "published_date": _day(result),
        "published_at": moment if moment and moment.tzinfo else None,
        "source": result.source,
        "url": result.url,
        "language": result.language,
        "facts": len(result.facts),
        "mentions": len(result.mentions),
        "warnings": list(result.warnings),
        "error_kind": result.error and result.error.kind,
        "error_message": result.error and result.error.message,
        "text": result.text,
    }


def fact_rows(result: ArticleFacts) -> list[Row]:
    """Return a row for each fact; columns that it does not fill are left out."""
    day = _day(result)
    return [_fact_row(fact, number, result.id, day) for number, fact in enumerate(result.facts)]


def mention_rows(result: ArticleFacts) -> list[Row]:
    """Return a row for each mention; columns that it does not fill are left out."""
    return [_mention_row(each, number, result.id) for number, each in enumerate(result.mentions)]


def _fact_row(fact: Fact, number: int, article: str | None, day: dt.date | None) -> Row:
    row: Row = {
        "article_id": article,
        "fact": number,
        "published_date": day,
        "type": fact.type,
        "claim": claim(fact),
    }
    _fill(row, fact, _slots(leaves_of(type(fact))))
    return row


def _mention_row(mention: Mention, number: int, article: str | None) -> Row:
    row: Row = {
        "article_id": article,
        "mention": number,
        "kind": mention.kind,
        "span": mention.span.text,
        "span_start": mention.span.start,
        "span_end": mention.span.end,
        "span_field": mention.span.field,
    }
    _fill(row, mention.value, _slots(mention_leaves(mention.kind)))
    return row


@cache
def _slots(leaves: tuple[Leaf, ...]) -> tuple[tuple[str, tuple[Leaf, ...]], ...]:
    """Group leaves by the slot that holds them: most slots of most facts are empty."""
    groups = groupby(leaves, key=lambda leaf: leaf.path[0])
    return tuple((slot, tuple(group)) for slot, group in groups)


def _fill(row: Row, value: BaseModel, slots: Iterable[tuple[str, tuple[Leaf, ...]]]) -> None:
    for slot, leaves in slots:
        held = getattr(value, slot)
        if held is None:
            continue
        for path, column in leaves:
            found = _at(held, path[1:])
            if found is not None:
                row[column.name] = _listed(found) if isinstance(found, tuple) else found


def _at(value: object, path: tuple[str, ...]) -> object:
    """Follow attributes; None where one is empty, or the value is of another model."""
    for attribute in path:
        value = getattr(value, attribute, None)
        if value is None:
            return None
    return value


def _listed(values: tuple[object, ...]) -> list[object]:
    """Return texts as they are, spans as objects."""
    return [each.model_dump() if isinstance(each, Span) else each for each in values]


def _day(result: ArticleFacts) -> dt.date | None:
    """Return the date of publication in the article's own offset."""
    moment = result.published
    return moment.date() if isinstance(moment, dt.datetime) else moment
