"""Facts of a Spark data frame of articles, by ``mapInArrow``: ``extract_facts(df, ...)``.

Each Python worker of Spark loads the lexicon once and reads its partitions batch by batch. Needs
the extra ``spark``, and finfacts on the executors.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from finfacts.columnar import TableName, extract_batches, table_schema
from finfacts.errors import MissingExtraError, ReaderError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def extract_facts(  # noqa: PLR0913 - one keyword a column
    df: DataFrame,
    text_col: str = "text",
    published_col: str | None = None,
    *,
    id_col: str | None = None,
    title_col: str | None = None,
    source_col: str | None = None,
    url_col: str | None = None,
    table: TableName = "facts",
    max_chars: int | None = None,
    timeout: float | None = None,
) -> DataFrame:
    """Return the facts of a data frame of articles, lazily, as Spark does.

    Args:
        df: one article a row.
        text_col: column of the body.
        published_col: column of the publication date; None looks for the usual names, as it does
            for the other columns.
        id_col: column of the identifier; an article without one is called by a hash of its text.
        title_col: column of the headline.
        source_col: column of the publisher.
        url_col: column of the address.
        table: ``facts``, ``mentions`` or ``articles``.
        max_chars: longer articles are marked and not read.
        timeout: seconds that one article may take.

    Returns:
        The columns of ``docs/output.md`` with the types that Parquet has, and for facts and
        mentions ``error_kind`` and ``error_message``: an article that could not be read has one
        row with these, null elsewhere.

    Raises:
        ReaderError: the data frame has no column of that name.
        MissingExtraError: pyspark is not installed.
    """
    try:
        from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError(
            "facts of Spark data frames need pyspark: pip install 'finfacts[spark]'"
        ) from None
    named = {
        "text_col": text_col,
        "title_col": title_col,
        "published_col": published_col,
        "id_col": id_col,
        "source_col": source_col,
        "url_col": url_col,
    }
    _check(df, named)
    read = partial(
        extract_batches,
        table=table,
        text_col=text_col,
        title_col=title_col,
        published_col=published_col,
        id_col=id_col,
        source_col=source_col,
        url_col=url_col,
        max_chars=max_chars,
        timeout=timeout,
    )
    return df.mapInArrow(read, from_arrow_schema(table_schema(table)))


def _check(df: DataFrame, named: dict[str, str | None]) -> None:
    """Say at once, not on the executors, that a column is missing."""
    for option, column in named.items():
        top = column.partition(".")[0] if column else None
        if column is not None and column not in df.columns and top not in df.columns:
            raise ReaderError(
                f"{option}={column!r}: the data frame has no such column; it has: "
                + ", ".join(df.columns)
            )
