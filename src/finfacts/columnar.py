"""Arrow batches of articles in, Arrow batches of facts out: what cluster engines call.

Spark, Ray Data and Dask cut data into batches and run a function over them on many machines;
``extract_batches`` is that function. The lexicon is loaded once a process. Needs the extra
``parquet``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from finfacts.article import Article, ArticleFacts
from finfacts.batch.extraction import Limits, facts_of
from finfacts.batch.run import StrictError
from finfacts.errors import ReaderError
from finfacts.readers.items import ReadFailure
from finfacts.readers.options import ReadOptions
from finfacts.readers.records import Columns, article_of, columns_among, top_column
from finfacts.sinks.arrow import batch_of, rows_of, schema
from finfacts.sinks.columns import ARTICLE_COLUMNS, Column, fact_columns, mention_columns
from finfacts.sinks.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa

TableName = Literal["facts", "mentions", "articles"]
OnError = Literal["rows", "raise"]
ERROR_COLUMNS = (Column("error_kind", "text"), Column("error_message", "text"))
_AT_ONCE = 256  # articles in a batch of the output, so that a large batch fills no memory


def extract_batches(  # noqa: PLR0913 - one keyword a column
    batches: Iterable[pa.RecordBatch],
    *,
    table: TableName = "facts",
    errors: OnError = "rows",
    text_col: str | None = None,
    title_col: str | None = None,
    published_col: str | None = None,
    id_col: str | None = None,
    source_col: str | None = None,
    url_col: str | None = None,
    max_chars: int | None = None,
    timeout: float | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yield the facts of batches of articles, one article a row, as batches of rows.

    Args:
        batches: with a column for the text; more columns do no harm.
        table: which rows to give: ``facts``, ``mentions`` or ``articles``.
        errors: ``rows`` gives an article that could not be read a row of its own; ``raise`` stops
            at the first.
        text_col: column of the body; where None, the usual names are looked for ("text", "body").
        title_col: column of the headline, likewise.
        published_col: column of the publication date: a date, a time, or text.
        id_col: column of the identifier; an article without one is called by a hash of its text.
        source_col: column of the publisher.
        url_col: column of the address.
        max_chars: longer articles are marked and not read.
        timeout: seconds that one article may take, where the process can set an alarm.

    Yields:
        Rows as in ``docs/output.md``, in the order of the articles. With ``errors="rows"`` facts
        and mentions have two more columns, ``error_kind`` and ``error_message``: an article that
        could not be read has one row with these and its ``article_id``, so that none is lost in
        silence.

    Raises:
        ReaderError: a batch lacks a column that was named, or has none for the text.
        StrictError: an article could not be read, and ``errors`` is ``raise``.
        MissingExtraError: pyarrow is not installed.
    """
    options = ReadOptions(
        text_field=text_col,
        title_field=title_col,
        published_field=published_col,
        id_field=id_col,
        source_field=source_col,
        url_field=url_col,
    )
    limits = Limits(max_chars=max_chars, timeout=timeout)
    yield from rows_of_batches(batches, table, errors, options, limits)


def rows_of_batches(
    batches: Iterable[pa.RecordBatch],
    table: TableName,
    errors: OnError,
    options: ReadOptions,
    limits: Limits,
) -> Iterator[pa.RecordBatch]:
    """Yield what ``extract_batches`` does, of settings that are put together already."""
    columns = _columns(table, errors)
    for part in _parts(batches):
        results = (facts_of(task, limits) for task in _tasks(part, options))
        yield batch_of([row for each in results for row in _rows(each, table, errors)], columns)


def table_schema(table: TableName = "facts", errors: OnError = "rows") -> pa.Schema:
    """Return the Arrow schema of what ``extract_batches`` yields."""
    return schema(_columns(table, errors))


def columns_read(names: Sequence[str], options: ReadOptions) -> list[str]:
    """Return those columns of a table of articles that are read.

    Args:
        names: the columns that there are.
        options: may name columns, also inside structs ("fields.body").

    Raises:
        ReaderError: a column that was named is missing, or there is none for the text.
    """
    columns = columns_among(tuple(names), options)
    if columns.text is None:
        raise _missing("text, body or content", "text", names)
    tops = {
        part: top_column(name, tuple(names)) for part, name in columns._asdict().items() if name
    }
    for part, top in tops.items():
        if top is None:
            raise _missing(repr(getattr(columns, part)), part, names)
    return [top for top in dict.fromkeys(tops.values()) if top]


def _missing(wanted: str, part: str, names: Sequence[str]) -> ReaderError:
    return ReaderError(
        f"the articles have no column {wanted}; {part}_col names the one that holds the {part}; "
        f"there are: {', '.join(names)}"
    )


def _columns(table: TableName, errors: OnError) -> tuple[Column, ...]:
    if table == "articles":
        return ARTICLE_COLUMNS
    columns = fact_columns() if table == "facts" else mention_columns()
    return columns + ERROR_COLUMNS if errors == "rows" else columns


def _parts(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for start in range(0, max(batch.num_rows, 1), _AT_ONCE):
            yield batch.slice(start, _AT_ONCE)


def _tasks(batch: pa.RecordBatch, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    wanted = columns_read(batch.schema.names, options)
    columns = columns_among(tuple(wanted), options)
    for record in batch.select(wanted).to_pylist():
        yield article_of(record, _name(record, columns), "a batch of articles", options)


def _name(record: Row, columns: Columns) -> str:
    """Return what an article is called; without an identifier, the same text has the same name."""
    given = record.get(columns.id) if columns.id else None
    if given is not None:
        return str(given)
    text = record[top_column(columns.text, tuple(record)) or ""]
    return hashlib.sha256(str(text).encode(errors="replace")).hexdigest()[:16]


def _rows(result: ArticleFacts, table: TableName, errors: OnError) -> list[Row]:
    if result.error is not None and errors == "raise":
        raise StrictError(f"{result.id}: {result.error.message}")
    if result.error is not None and table != "articles":
        kind, message = result.error.kind, result.error.message
        return [{"article_id": result.id, "error_kind": kind, "error_message": message}]
    rows: list[Row] = getattr(rows_of(result), table)
    return rows
