"""The Parquet of a run as DuckDB, pandas and polars open it: days, decimals, lists of structs.

Spark has its own test beside the other tests of clusters.
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from finfacts.batch.run import Plan, run

TEXT = "Apple shares fell 3.25% on Monday."
ARTICLES = [
    {"id": "a", "published": "2026-01-13T06:30:00-05:00", "text": TEXT},
    {"id": "b", "text": None},
    {"id": "c", "text": "Gold rose on Monday."},
]
WHOLE = Decimal("3.2500000000")
MONDAY = dt.date(2026, 1, 12)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Parquet of the facts; the other tables stand beside it."""
    folder = tmp_path_factory.mktemp("parquet")
    lines = "".join(f"{json.dumps(each)}\n" for each in ARTICLES)
    (folder / "articles.jsonl").write_text(lines)
    run(Plan((str(folder / "articles.jsonl"),), "parquet"), folder / "news.parquet")
    return folder / "news.parquet"


def words(span: dict[str, object]) -> str:
    """Return what stands where a span says, which is what it holds."""
    said = TEXT[span["start"] : span["end"]]  # type: ignore[misc]
    assert said == span["text"]
    return said


def test_duckdb(output: Path) -> None:
    types = dict(
        duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE FROM '{output}')").fetchall()  # noqa: S608
    )
    assert {types[name] for name in ("percent", "amount", "to_level")} == {"DECIMAL(38,10)"}
    assert {types[name] for name in ("published_date", "period_start", "period_end")} == {"DATE"}
    assert (types["fact"], types["type"]) == ("BIGINT", "VARCHAR")
    assert types["subject_candidates"] == "VARCHAR[]"
    span = "STRUCT(text VARCHAR, start BIGINT, end BIGINT, field VARCHAR)[]"
    assert types["evidence"].replace('"', "") == span
    rows = duckdb.sql(f"""
        SELECT article_id, percent, period_start, period_end - period_start, evidence[1]
        FROM '{output}' ORDER BY ALL
    """).fetchall()  # noqa: S608
    assert [row[:4] for row in rows] == [("a", WHOLE, MONDAY, 0), ("c", None, None, None)]
    assert "3.25%" in words(rows[0][4])


def test_duckdb_joins_the_tables(output: Path) -> None:
    rows = duckdb.sql(f"""
        SELECT article_id, epoch(published_at)::BIGINT, count(type), any_value(error_kind),
               any_value(len(warnings))
        FROM '{output.with_name("news.articles.parquet")}' AS articles
        LEFT JOIN '{output}' AS facts USING (article_id)
        GROUP BY ALL ORDER BY ALL
    """).fetchall()  # noqa: S608
    moment = int(dt.datetime.fromisoformat(str(ARTICLES[0]["published"])).timestamp())
    assert rows == [
        ("a", moment, 1, None, 0),
        ("b", None, 0, "ReaderError", 0),
        ("c", None, 1, None, 1),
    ]


def test_pandas(output: Path) -> None:
    facts = pd.read_parquet(output)
    assert list(facts["percent"]) == [WHOLE, None]
    assert list(facts["period_start"]) == [MONDAY, None]
    assert "3.25%" in words(facts.loc[0, "evidence"][0])
    assert str(facts["fact"].dtype) == "int64"
    articles = pd.read_parquet(output.with_name("news.articles.parquet"))
    assert articles["published_at"].dt.tz is not None
    assert articles.loc[0, "published_at"] == pd.Timestamp("2026-01-13 11:30", tz="UTC")


def test_pandas_with_types_of_arrow(output: Path) -> None:
    facts = pd.read_parquet(output, dtype_backend="pyarrow")
    assert facts.dtypes["percent"] == pd.ArrowDtype(pa.decimal128(38, 10))
    assert facts.dtypes["period_start"] == pd.ArrowDtype(pa.date32())
    assert facts["percent"].sum() == WHOLE
    assert facts["period_start"].max() == MONDAY


def test_polars(output: Path) -> None:
    facts = pl.read_parquet(output)
    span = pl.Struct({"text": pl.String, "start": pl.Int64, "end": pl.Int64, "field": pl.String})
    assert facts.schema["percent"] == pl.Decimal(38, 10)
    assert facts.schema["period_start"] == facts.schema["published_date"] == pl.Date
    assert facts.schema["evidence"] == pl.List(span)
    assert facts.schema["subject_candidates"] == pl.List(pl.String)
    lost = facts.filter(pl.col("percent") > 3).row(0, named=True)
    assert (lost["percent"], lost["period_start"]) == (WHOLE, MONDAY)
    assert "3.25%" in words(lost["evidence"][0])
    articles = pl.read_parquet(output.with_name("news.articles.parquet"))
    assert articles.schema["published_at"] == pl.Datetime("us", "UTC")
    assert articles.schema["warnings"] == pl.List(pl.String)
