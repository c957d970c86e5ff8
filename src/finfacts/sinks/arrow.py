"""Facts, mentions and articles as Arrow tables with typed columns: DATE, DECIMAL, lists.

Needs the extra ``parquet``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from finfacts.article import ArticleFacts
from finfacts.errors import MissingExtraError
from finfacts.language.surrogates import plain_without_surrogates
from finfacts.sinks.columns import (
    ARTICLE_COLUMNS,
    Column,
    Kind,
    fact_columns,
    mention_columns,
)
from finfacts.sinks.rows import Row, article_row, fact_rows, mention_rows

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

PRECISION, SCALE = 38, 10  # of decimals: 28 digits before the point, 10 behind
_STEP = Decimal(1).scaleb(-SCALE)
_TOO_LARGE = Decimal(1).scaleb(PRECISION - SCALE)


class Tables(NamedTuple):
    """Results as tables, joined by ``article_id``."""

    facts: pa.Table
    mentions: pa.Table
    articles: pa.Table


class Rows(NamedTuple):
    """One result as rows of the three tables."""

    facts: list[Row]
    mentions: list[Row]
    articles: list[Row]


TABLES = Tables._fields


def to_arrow(results: Iterable[ArticleFacts]) -> Tables:
    """Return results as Arrow tables.

    Args:
        results: what ``extract`` or ``extract_many`` gave.

    Returns:
        Tables with the columns of ``docs/output.md``. A number that has no place in DECIMAL(38, 10)
        is rounded to ten decimals, or null where it has more than 28 digits before the point.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    return tables_of([rows_of(result) for result in results])


def to_pandas(results: Iterable[ArticleFacts], table: str = "facts") -> pd.DataFrame:
    """Return one of the tables as a pandas data frame.

    Args:
        results: what ``extract`` or ``extract_many`` gave.
        table: ``facts``, ``mentions`` or ``articles``.
    """
    frame: pd.DataFrame = getattr(to_arrow(results), table).to_pandas()
    return frame


def rows_of(result: ArticleFacts) -> Rows:
    """Return a result as rows; cheap to send between processes."""
    return Rows(fact_rows(result), mention_rows(result), [article_row(result)])


def tables_of(results: Sequence[Rows]) -> Tables:
    """Return rows as tables."""
    facts = [row for result in results for row in result.facts]
    mentions = [row for result in results for row in result.mentions]
    articles = [row for result in results for row in result.articles]
    return Tables(
        _table(facts, fact_columns()),
        _table(mentions, mention_columns()),
        _table(articles, ARTICLE_COLUMNS),
    )


def batch_of(rows: Sequence[Row], columns: tuple[Column, ...]) -> pa.RecordBatch:
    """Return rows as a batch with these columns."""
    return _arrow().RecordBatch.from_arrays(_arrays(rows, columns), schema=schema(columns))


def _table(rows: list[Row], columns: tuple[Column, ...]) -> pa.Table:
    return _arrow().Table.from_arrays(_arrays(rows, columns), schema=schema(columns))


def _arrays(rows: Sequence[Row], columns: tuple[Column, ...]) -> list[pa.Array]:
    return [
        _array([_value(row.get(name), kind) for row in rows], _type(kind)) for name, kind in columns
    ]


def _array(values: list[object], kind: pa.DataType) -> pa.Array:
    try:
        return _arrow().array(values, kind)
    except UnicodeEncodeError:
        return _arrow().array(plain_without_surrogates(values), kind)


@cache
def schema(columns: tuple[Column, ...]) -> pa.Schema:
    """Return the Arrow schema of columns."""
    return _arrow().schema([(name, _type(kind)) for name, kind in columns])


def _value(value: object, kind: Kind) -> object:
    if kind != "decimal" or not isinstance(value, Decimal):
        return value
    if not value.is_finite() or abs(value) >= _TOO_LARGE:
        return None
    return value.quantize(_STEP) if value.as_tuple().exponent < -SCALE else value  # type: ignore[operator]


@cache
def _type(kind: Kind) -> pa.DataType:
    arrow = _arrow()
    text, integer = arrow.string(), arrow.int64()
    span = arrow.struct([("text", text), ("start", integer), ("end", integer), ("field", text)])
    types = {
        "text": text,
        "integer": integer,
        "decimal": arrow.decimal128(PRECISION, SCALE),
        "date": arrow.date32(),
        "moment": arrow.timestamp("us", tz="UTC"),
        "texts": arrow.list_(text),
        "spans": arrow.list_(span),
    }
    return types[kind]


@cache
def _arrow() -> Any:  # noqa: ANN401 - a module without types
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise MissingExtraError("tables need pyarrow: pip install 'finfacts[parquet]'") from None
    return pa
