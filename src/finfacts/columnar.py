"""Arrow batches of articles in, Arrow batches of facts out: what cluster engines call.

Spark, Ray Data and Dask cut data into batches and run a function over them on many machines;
``extract_batches`` is that function. The lexicon is loaded once a process. Needs the extra
``parquet``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from finfacts.article import Article, ArticleFacts
from finfacts.batch.extraction import Limits, facts_of
from finfacts.errors import ReaderError
from finfacts.readers.items import ReadFailure
from finfacts.readers.options import ReadOptions
from finfacts.readers.records import article_of, columns_among, missing_column
from finfacts.sinks.arrow import rows_of, schema, tables_of
from finfacts.sinks.columns import ARTICLE_COLUMNS, Column, fact_columns, mention_columns
from finfacts.sinks.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa

TableName = Literal["facts", "mentions", "articles"]
ERROR_COLUMNS = (Column("error_kind", "text"), Column("error_message", "text"))


def extract_batches(  # noqa: PLR0913 - one keyword a column
    batches: Iterable[pa.RecordBatch],
    *,
    table: TableName = "facts",
    text_col: str | None = None,
    title_col: str | None = None,
    published_col: str | None = None,
    id_col: str | None = None,
    source_col: str | None = None,
    url_col: str | None = None,
    max_chars: int | None = None,
    timeout: float | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yield a batch of rows for each batch of articles, one article a row.

    Args:
        batches: with a column for the text; more columns do no harm.
        table: which rows to give: ``facts``, ``mentions`` or ``articles``.
        text_col: column of the body; where None, the usual names are looked for ("text", "body").
        title_col: column of the headline, likewise.
        published_col: column of the publication date: a date, a time, or text.
        id_col: column of the identifier; an article without one is called by a hash of its text.
        source_col: column of the publisher.
        url_col: column of the address.
        max_chars: longer articles are marked and not read.
        timeout: seconds that one article may take, where the process can set an alarm.

    Yields:
        Rows as in ``docs/output.md``, in the order of the articles. Facts and mentions have two
        more columns, ``error_kind`` and ``error_message``: an article that could not be read has
        one row with these and its ``article_id``, so that none is lost in silence.

    Raises:
        ReaderError: a batch has no column for the text.
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
    for batch in batches:
        results = [facts_of(task, limits) for task in _tasks(batch, options)]
        yield _batch(results, table)


def table_schema(table: TableName = "facts") -> pa.Schema:
    """Return the Arrow schema of what ``extract_batches`` yields."""
    return schema(_columns(table))


def _columns(table: TableName) -> tuple[Column, ...]:
    if table == "articles":
        return ARTICLE_COLUMNS
    return (fact_columns() if table == "facts" else mention_columns()) + ERROR_COLUMNS


def _tasks(batch: pa.RecordBatch, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    names = tuple(batch.schema.names)
    columns = columns_among(names, options)
    if columns.text not in names:
        raise ReaderError(f"a batch of articles: {missing_column(names, options)}")
    wanted = [name for name in dict.fromkeys(columns) if name in names]
    for record in batch.select(wanted).to_pylist():
        name = record.get(columns.id) or _hash(record[columns.text])
        yield article_of(record, str(name), "a batch of articles", options)


def _hash(text: object) -> str:
    return hashlib.sha256(str(text).encode(errors="replace")).hexdigest()[:16]


def _batch(results: list[ArticleFacts], table: TableName) -> pa.RecordBatch:
    rows = tables_of([rows_of(result) for result in results])
    if table == "articles":
        return _one_batch(rows.articles)
    found = rows.facts if table == "facts" else rows.mentions
    failed = [_error_row(result) for result in results if result.error is not None]
    return _with_errors(found, failed, table_schema(table))


def _error_row(result: ArticleFacts) -> Row:
    if result.error is None:
        raise TypeError(f"{result.id} has no error")
    return {
        "article_id": result.id,
        "error_kind": result.error.kind,
        "error_message": result.error.message,
    }


def _with_errors(found: pa.Table, failed: list[Row], wanted: pa.Schema) -> pa.RecordBatch:
    import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import

    for column in ERROR_COLUMNS:
        found = found.append_column(column.name, pa.nulls(found.num_rows, pa.string()))
    errors = pa.Table.from_pylist(failed, schema=wanted)
    return _one_batch(pa.concat_tables([found, errors]))


def _one_batch(rows: pa.Table) -> pa.RecordBatch:
    merged: Any = rows.combine_chunks()
    batches = merged.to_batches()
    if batches:
        return batches[0]
    import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import

    return pa.RecordBatch.from_pylist([], schema=rows.schema)
