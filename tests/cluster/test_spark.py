"""Facts of Spark data frames, in a real local session: those of a single run, with their types."""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from finfacts.article import Article
from finfacts.batch.run import Plan, run
from finfacts.batch.tables import sibling
from finfacts.columnar import TableName
from finfacts.errors import ReaderError
from finfacts.pipeline import extract
from finfacts.sinks.arrow import to_arrow
from finfacts.spark import extract_facts

from .conftest import ARTICLES, ROOT, need

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

pytestmark = pytest.mark.filterwarnings("ignore")  # Spark's own, about pandas and sockets


@pytest.fixture(scope="module")
def spark(spark_python: None) -> Iterator[SparkSession]:  # noqa: ARG001 - sets the environment
    """Return a local session with two workers."""
    need("pyspark", "java")
    from pyspark.sql import SparkSession  # noqa: PLC0415 - may be missing

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def articles(spark: SparkSession) -> DataFrame:
    """Return a corpus as a data frame of four partitions."""
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    names = ["id", "title", "published", "text"]
    return spark.createDataFrame([[row[n] for n in names] for row in rows], names).repartition(4)


@pytest.mark.parametrize("table", ["facts", "mentions", "articles"])
def test_the_rows_of_a_single_run(articles: DataFrame, table: TableName) -> None:
    found = extract_facts(articles, "text", "published", table=table)
    alone = to_arrow(extract(Article(**row.asDict())) for row in articles.collect())
    wanted = getattr(alone, table)
    rows = found.toArrow().select(wanted.schema.names)
    key = {"facts": "fact", "mentions": "mention", "articles": "article_id"}[table]
    order = [("article_id", "ascending"), (key, "ascending")]
    assert rows.schema.types == wanted.schema.types
    assert rows.sort_by(order).to_pylist() == wanted.sort_by(order).to_pylist()
    assert rows.num_rows > 10 or table == "articles"


def test_types(articles: DataFrame) -> None:
    types = dict(extract_facts(articles).dtypes)
    assert types["percent"] == "decimal(38,10)"
    assert types["period_start"] == "date"
    assert types["evidence"].startswith("array<struct<text:string,start:bigint")


def test_a_missing_column_is_said_at_once(articles: DataFrame) -> None:
    with pytest.raises(ReaderError, match=r"no column 'body'; text_col.*: id, title, published, t"):
        extract_facts(articles, "body")


def test_an_article_that_cannot_be_read_has_a_row(spark: SparkSession) -> None:
    rows = [["a", None], ["b", "Gold rose 1%."], ["c", "x" * 100]]
    df = spark.createDataFrame(rows, "id string, text string")
    facts = extract_facts(df, max_chars=50).orderBy("article_id")
    told = facts.select("article_id", "type", "error_kind", "error_message").collect()
    assert [tuple(row) for row in told] == [
        ("a", None, "ReaderError", "a: text is empty (null)"),
        ("b", "price_move", None, None),
        ("c", None, "TooLongError", "100 characters, more than --max-chars 50"),
    ]


def test_an_article_that_cannot_be_read_fails_the_job_where_that_is_wanted(
    spark: SparkSession,
) -> None:
    from pyspark.errors import PythonException  # noqa: PLC0415 - may be missing

    df = spark.createDataFrame([["a", None]], "id string, text string")
    facts = extract_facts(df, errors="raise")
    assert facts.columns == to_arrow([]).facts.schema.names
    with pytest.raises(PythonException, match=r"StrictError: a: a: text is empty \(null\)"):
        facts.collect()


def test_dates_and_nested_columns_of_spark(spark: SparkSession) -> None:
    df = spark.sql("""
        SELECT 'a' AS id, struct('Gold rose 1% on Monday.' AS body) AS `my.story`,
               DATE '2026-01-13' AS day, TIMESTAMP '2026-01-13 23:30:00' AS moment
    """).withColumnRenamed("my.story", "story")
    for day in ("day", "moment"):
        [fact] = extract_facts(df, "story.body", day, id_col="id").collect()
        assert (fact.article_id, fact.period_start) == ("a", dt.date(2026, 1, 12))


def test_the_lexicon_is_loaded_once_a_worker(articles: DataFrame) -> None:
    def loads(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from finfacts.columnar import extract_batches  # noqa: PLC0415 - in the worker
        from finfacts.lexicons.instruments import Lexicon  # noqa: PLC0415

        for _ in extract_batches(batches):
            pass
        held = sum(type(each) is Lexicon for each in gc.get_objects())
        yield pa.RecordBatch.from_pydict({"worker": [os.getpid()], "held": [held]})

    found = articles.mapInArrow(loads, "worker long, held long").collect()
    assert [row.held for row in found] == [1, 1, 1, 1]
    assert len({row.worker for row in found}) <= 2  # as many as the session has threads


@pytest.mark.parametrize("table", ["facts", "mentions", "articles"])
def test_the_parquet_of_a_run_opens_in_spark(
    spark: SparkSession, articles: DataFrame, tmp_path: Path, table: TableName
) -> None:
    run(Plan((str(ARTICLES),), "parquet"), tmp_path / "news.parquet")
    read = spark.read.parquet(str(sibling(tmp_path / "news.parquet", table)))
    assert read.dtypes == extract_facts(articles, table=table, errors="raise").dtypes
    written = pq.read_table(sibling(tmp_path / "news.parquet", table))
    assert read.toArrow().to_pylist() == written.to_pylist()
    assert read.count() > 0


@pytest.mark.usefixtures("spark_python")
def test_the_example_runs_by_spark_submit(tmp_path: Path) -> None:
    need("pyspark", "java")
    import pyspark  # noqa: PLC0415 - may be missing

    submit = Path(pyspark.__file__).parent / "bin" / "spark-submit"
    example = ROOT / "examples" / "spark_facts.py"
    command = [submit, "--master", "local[2]", example, ARTICLES, tmp_path / "out"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    names = ("id", "title", "published", "text")
    alone = to_arrow(extract(Article(**{name: row[name] for name in names})) for row in rows).facts
    kinds = Counter(alone["type"].to_pylist())
    cells = [line.split("|")[1:3] for line in done.stdout.splitlines() if "|" in line]
    shown = {kind.strip(): count.strip() for kind, count in cells}
    assert shown == {"type": "count", **{kind: str(count) for kind, count in kinds.items()}}
    assert "articles that could not be read: 0" in done.stdout
    assert pq.read_table(tmp_path / "out").num_rows == alone.num_rows
