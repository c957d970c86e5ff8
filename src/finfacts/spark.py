"""Facts of a Spark data frame of articles, by ``mapInArrow``: ``extract_facts(df, ...)``.

Each Python worker of Spark loads the lexicon once and reads its partitions batch by batch. Needs
the extra ``spark``, and finfacts on the executors.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from finfacts.batch.extraction import Limits
from finfacts.columnar import OnError, TableName, columns_read, rows_of_batches, table_schema
from finfacts.errors import MissingExtraError
from finfacts.readers.options import ReadOptions

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def extract_facts(  # noqa: PLR0913 - one keyword a column
    df: DataFrame,
    text_col: str | None = None,
    published_col: str | None = None,
    *,
    id_col: str | None = None,
    title_col: str | None = None,
    source_col: str | None = None,
    url_col: str | None = None,
    table: TableName = "facts",
    errors: OnError = "rows",
    max_chars: int | None = None,
    timeout: float | None = None,
) -> DataFrame:
    """Return the facts of a data frame of articles, lazily, as Spark does.

    Args:
        df: one article a row.
        text_col: column of the body; None looks for the usual names ("text", "body").
        published_col: column of the publication date, likewise.
        id_col: column of the identifier; an article without one is called by a hash of its text.
        title_col: column of the headline.
        source_col: column of the publisher.
        url_col: column of the address.
        table: ``facts``, ``mentions`` or ``articles``.
        errors: ``rows`` gives an article that could not be read a row of its own; ``raise`` fails
            the job at the first.
        max_chars: longer articles are marked and not read.
        timeout: seconds that one article may take.

    Returns:
        The columns of ``docs/output.md`` with the types that Parquet has, and with
        ``errors="rows"``, for facts and mentions, ``error_kind`` and ``error_message``: an article
        that could not be read has one row with these, null elsewhere.

    Raises:
        ReaderError: the data frame has no column of that name, or none for the text.
        MissingExtraError: pyspark is not installed.
    """
    try:
        from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError(
            "facts of Spark data frames need pyspark: pip install 'finfacts[spark]'"
        ) from None
    options = ReadOptions(
        text_field=text_col,
        title_field=title_col,
        published_field=published_col,
        id_field=id_col,
        source_field=source_col,
        url_field=url_col,
    )
    wanted = columns_read(df.columns, options)  # here, so that no executor finds one missing
    limits = Limits(max_chars=max_chars, timeout=timeout)
    read = partial(rows_of_batches, table=table, errors=errors, options=options, limits=limits)
    articles = df.select(*(_quoted(column) for column in wanted))
    return articles.mapInArrow(read, from_arrow_schema(table_schema(table, errors)))


def _quoted(column: str) -> str:
    """Return a column's name so that Spark takes no dot in it for a path."""
    return "`" + column.replace("`", "``") + "`"
