"""Facts of Spark data frames, in a real local session: those of a single run, with their types."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from finfacts.article import Article
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
def test_the_rows_of_a_single_run(articles: DataFrame, table: str) -> None:
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
    with pytest.raises(ReaderError, match=r"text_col='body'.*it has: id, title, published, text"):
        extract_facts(articles, "body")


def test_an_article_without_text_has_a_row(spark: SparkSession) -> None:
    df = spark.createDataFrame([["a", None], ["b", "Gold rose 1%."]], "id string, text string")
    told = [(row.article_id, row.type, row.error_kind) for row in extract_facts(df).collect()]
    assert sorted(told) == [("a", None, "ReaderError"), ("b", "price_move", None)]


def test_parquet_opens_in_spark(spark: SparkSession, tmp_path: Path) -> None:
    output = tmp_path / "facts.parquet"
    call = "import sys; from finfacts.cli.app import main; sys.exit(main())"
    command = [sys.executable, "-c", call, "extract", str(ARTICLES), "-o", str(output)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
    facts = spark.read.parquet(str(output))
    types = dict(facts.dtypes)
    assert (types["percent"], types["period_start"]) == ("decimal(38,10)", "date")
    assert facts.where("type = 'price_move' and percent > 5").count() > 0


@pytest.mark.usefixtures("spark")
def test_the_example_runs(tmp_path: Path) -> None:
    example = ROOT / "examples" / "spark_facts.py"
    command = [sys.executable, str(example), str(ARTICLES), str(tmp_path / "out")]
    run = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    shown = run.stdout
    assert "price_move" in shown
    assert "articles that could not be read: 0" in shown
