"""Tables with typed columns, as Arrow, pandas, polars and DuckDB see them."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal

import duckdb
import polars as pl
import pyarrow as pa
import pytest

from finfacts.article import ArticleFacts
from finfacts.errors import MissingExtraError
from finfacts.sinks import arrow
from finfacts.sinks.arrow import to_arrow, to_pandas

HERE = {"text": "here", "start": 3, "end": 7, "field": "text"}


def test_counts(results: list[ArticleFacts]) -> None:
    tables = to_arrow(results)
    assert [table.num_rows for table in tables] == [8, 5, 4]
    assert to_arrow([]).facts.schema == tables.facts.schema


def test_a_fact(results: list[ArticleFacts]) -> None:
    move = to_arrow(results).facts.to_pylist()[0]
    assert {name: move[name] for name in ("article_id", "fact", "type", "subject_symbol")} == {
        "article_id": "one",
        "fact": 0,
        "type": "price_move",
        "subject_symbol": "BA",
    }
    assert move["percent"] == Decimal("12.2")
    assert move["baseline_level"] == Decimal("192.67")
    assert move["baseline_date_start"] == dt.date(2025, 10, 2)
    assert move["evidence"] == [HERE]
    assert move["amount"] is None


def test_mentions(results: list[ArticleFacts]) -> None:
    mentions = to_arrow(results).mentions.to_pylist()
    assert [each["kind"] for each in mentions] == [
        "instrument",
        "quantity",
        "date",
        "person",
        "sentiment_label",
    ]
    assert mentions[0]["instrument_symbol"] == "BA"
    assert mentions[1]["quantity"] == Decimal("12.2")
    assert mentions[2]["date_start"] == dt.date(2025, 10, 2)
    assert (mentions[3]["person_name"], mentions[3]["person_firm"]) == ("Ann Lee", "Wire")
    assert mentions[4]["sentiment_label"] == "bullish"
    assert {(each["span"], each["span_start"]) for each in mentions} == {("here", 3)}


def test_articles(results: list[ArticleFacts]) -> None:
    one, bad, awkward, empty = to_arrow(results).articles.to_pylist()
    assert one["published_date"] == dt.date(2026, 1, 13)
    assert one["published_at"] == dt.datetime(2026, 1, 13, 11, 30, tzinfo=dt.UTC)
    assert (one["facts"], one["mentions"]) == (7, 5)
    assert one["warnings"] == ["a warning", "another"]
    assert (bad["error_kind"], bad["error_message"]) == ("ReaderError", "=1+1 is no text")
    assert (awkward["published_date"], awkward["published_at"]) == (dt.date(2026, 1, 13), None)
    assert (empty["facts"], empty["error_kind"]) == (0, None)


def test_numbers_without_a_place_are_null_or_rounded(results: list[ArticleFacts]) -> None:
    row = to_arrow(results).facts.to_pylist()[-1]
    assert (row["value_low"], row["value_high"]) == (None, Decimal(0))


def test_duckdb_sees_the_types(results: list[ArticleFacts]) -> None:
    facts = to_arrow(results).facts  # noqa: F841 - DuckDB finds it by its name
    with duckdb.connect() as database:
        rows = database.sql("""
            SELECT typeof(percent), typeof(period_start), typeof(fact), percent * 2,
                   period_end - period_start, evidence[1].text
            FROM facts WHERE type = 'price_move'
        """).fetchall()
    assert rows == [("DECIMAL(38,10)", "DATE", "BIGINT", Decimal("24.4"), 12, "here")]


def test_polars_sees_the_types(results: list[ArticleFacts]) -> None:
    facts = pl.from_arrow(to_arrow(results).facts)
    assert isinstance(facts, pl.DataFrame)
    assert facts.schema["period_start"] == pl.Date
    assert facts.schema["percent"] == pl.Decimal(38, 10)
    assert facts["percent"].sum() == Decimal("12.2")


def test_pandas_sees_the_types(results: list[ArticleFacts]) -> None:
    facts = to_pandas(results)
    assert facts.loc[0, "period_start"] == dt.date(2026, 1, 13).replace(day=1)
    assert facts.loc[0, "percent"] == Decimal("12.2")
    assert list(to_pandas(results, "articles")["article_id"]) == ["one", "bad", "+1", "empty"]


def test_types_of_columns(results: list[ArticleFacts]) -> None:
    schema = to_arrow(results).facts.schema
    assert schema.field("target").type == pa.decimal128(38, 10)
    assert schema.field("period_end").type == pa.date32()
    assert pa.types.is_list(schema.field("evidence").type)
    assert schema.field("consensus_buy").type == pa.int64()


def test_the_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, results: list[ArticleFacts]
) -> None:
    arrow._arrow.cache_clear()  # noqa: SLF001 - it was imported before
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'finfacts\[parquet\]'"):
        to_arrow(results)
