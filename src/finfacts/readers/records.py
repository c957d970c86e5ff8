"""A record with columns ("body", "date", "headline" …) becomes an article.

Columns are found by the names that news data use, in any case; an option names another one, also
inside an object ("fields.bodyText").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from finfacts.article import Article
from finfacts.errors import FinfactsError, ReaderError
from finfacts.language.surrogates import without_surrogates
from finfacts.readers.dates import publication_date
from finfacts.readers.items import ReadFailure
from finfacts.readers.options import ReadOptions

_USUAL = {
    "text": "text body content article article_text full_text fulltext body_text maintext story",
    "title": "title headline",
    "published": "published published_at publishedat publish_date published_date "
    "publication_date date_publish date_published datepublished pubdate pub_date date datetime "
    "timestamp",
    "id": "id article_id _id guid uuid",
    "source": "source publisher provider outlet",
    "url": "url link",
}
_MAX_NAMED = 12  # columns that a message lists


class Columns(NamedTuple):
    """Where a record keeps what an article is made of; None where it does not."""

    text: str | None
    title: str | None
    published: str | None
    id: str | None
    source: str | None
    url: str | None


@lru_cache(maxsize=256)
def columns_among(names: tuple[str, ...], options: ReadOptions) -> Columns:
    """Return the columns to read, among those that are there.

    Args:
        names: the columns that the record or table has.
        options: may name columns.
    """
    lowered: dict[str, str] = {}
    for name in names:
        lowered.setdefault(name.lower(), name)

    def column(part: str, given: str | None) -> str | None:
        if given is not None:
            return given
        return next((lowered[each] for each in _USUAL[part].split() if each in lowered), None)

    return Columns(
        text=column("text", options.text_field),
        title=column("title", options.title_field),
        published=column("published", options.published_field),
        id=column("id", options.id_field),
        source=column("source", options.source_field),
        url=column("url", options.url_field),
    )


def top_column(column: str | None, names: tuple[str, ...]) -> str | None:
    """Return the table's column that holds a column or the path to it; None where none does.

    >>> top_column("fields.body", ("id", "fields"))
    'fields'
    """
    if column is None or column in names:
        return column
    top = column.partition(".")[0]
    return top if top in names else None


def article_of(
    record: object, place: str, file: str, options: ReadOptions
) -> Article | ReadFailure:
    """Make an article of a record.

    Args:
        record: a mapping of column names to values.
        place: file and line, the identifier of a record that has none.
        file: name of the file.
        options: column names and the date of records without one.
    """
    if not isinstance(record, Mapping):
        error = ReaderError(f"{place}: a {type(record).__name__} stands where an object should")
        return ReadFailure(file, place, error)
    columns = columns_among(tuple(map(str, record)), options)
    name = _text(_at(record, columns.id)) or place
    try:
        return Article(
            text=_body(record, columns, options),
            id=name,
            title=_text(_at(record, columns.title)),
            published=_published(record, columns, options),
            source=_text(_at(record, columns.source)),
            url=_text(_at(record, columns.url)),
        )
    except FinfactsError as problem:
        return ReadFailure(file, name, ReaderError(f"{place}: {problem}"))


def missing_column(names: tuple[str, ...], options: ReadOptions) -> ReaderError:
    """Return the error for a record without a text, naming what is there."""
    shown = ", ".join(names[:_MAX_NAMED]) + (", …" if len(names) > _MAX_NAMED else "")
    wanted = options.text_field or " or ".join(_USUAL["text"].split()[:3])
    return ReaderError(
        f"there is no column {wanted}; there are: {without_surrogates(shown)}; "
        "--text-field names the one that holds the article"
    )


def _at(record: Mapping[str, object], column: str | None) -> object:
    """Return a value by its column, or by its path through objects ("fields.bodyText")."""
    if column is None:
        return None
    if column in record or "." not in column:
        return record.get(column)
    value: object = record
    for step in column.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _body(record: Mapping[str, object], columns: Columns, options: ReadOptions) -> str:
    value = _at(record, columns.text)
    if isinstance(value, str) and len(value) > options.max_bytes:
        words = f"longer than {options.max_bytes} characters, the limit of one article"
        raise ReaderError(f"{columns.text} is {words}")
    if isinstance(value, str):
        return without_surrogates(value)
    if value is not None:
        raise ReaderError(f"{columns.text} is no text but {type(value).__name__}")
    if columns.text is not None and columns.text in record:
        raise ReaderError(f"{columns.text} is empty (null)")
    raise missing_column(tuple(map(str, record)), options)


def _text(value: object) -> str | None:
    """Return text as it is, numbers as text, a name out of ``{"name": …}``; None for the rest."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return without_surrogates(str(value).strip()) or None


def _published(
    record: Mapping[str, object], columns: Columns, options: ReadOptions
) -> dt.datetime | dt.date | None:
    return publication_date(_at(record, columns.published)) or options.published
