"""Arrow batches in and out: the rows are those of a single run, and no article is lost."""

from __future__ import annotations

import datetime as dt
import time

import pyarrow as pa
import pytest

from finfacts import pipeline
from finfacts.article import Article
from finfacts.batch.run import StrictError
from finfacts.columnar import TableName, extract_batches, table_schema
from finfacts.errors import ReaderError
from finfacts.pipeline import extract
from finfacts.sinks.arrow import to_arrow

ARTICLES = [
    {"id": "one", "text": "Apple shares fell 3% on Monday.", "published": "2026-01-13"},
    {"id": "two", "text": "Nothing happened.", "published": "2026-01-13"},
    {"id": "three", "text": "Gold rose 1% to $4,000 an ounce.", "published": None},
]


def batches(rows: list[dict[str, str | None]], size: int) -> list[pa.RecordBatch]:
    """Return rows as batches of a size."""
    columns = pa.schema([(name, pa.string()) for name in rows[0]])
    return pa.Table.from_pylist(rows, schema=columns).to_batches(max_chunksize=size)


@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("table", ["facts", "mentions", "articles"])
def test_the_rows_of_a_single_run(table: TableName, size: int) -> None:
    found = pa.Table.from_batches(extract_batches(batches(ARTICLES, size), table=table))
    alone = to_arrow(extract(Article.model_validate(one)) for one in ARTICLES)
    wanted = getattr(alone, table)
    assert found.schema == table_schema(table)
    assert found.select(wanted.schema.names).to_pylist() == wanted.to_pylist()
    assert wanted.num_rows > 0


def test_an_article_that_cannot_be_read_has_a_row() -> None:
    rows: list[dict[str, str | None]] = [
        {"id": "bad", "text": None},
        {"id": "good", "text": "Gold rose 1%."},
    ]
    [found] = extract_batches(batches(rows, 2))
    told = [(row["article_id"], row["type"], row["error_kind"]) for row in found.to_pylist()]
    assert told == [("bad", None, "ReaderError"), ("good", "price_move", None)]
    assert found.to_pylist()[0]["error_message"] == "bad: text is empty (null)"


def test_an_article_that_cannot_be_read_stops_all_where_that_is_wanted() -> None:
    rows: list[dict[str, str | None]] = [{"id": "good", "text": "Gold rose 1%."}, {"id": "bad"}]
    first, last = batches([{"text": None, **row} for row in rows], 1)
    found = extract_batches([first, last], errors="raise")
    wanted = to_arrow([extract(Article(id="good", text="Gold rose 1%."))]).facts
    assert pa.Table.from_batches([next(found)]).equals(wanted)
    assert wanted.num_rows == 1
    with pytest.raises(StrictError, match=r"bad: bad: text is empty \(null\)"):
        next(found)


def test_a_slow_article_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_article: Article) -> None:
        time.sleep(60)

    monkeypatch.setattr(pipeline, "extract", never)
    [found] = extract_batches(batches(ARTICLES[:1], 1), timeout=0.05)
    assert [row["error_kind"] for row in found.to_pylist()] == ["TimeoutError"]


def test_a_long_article_is_marked() -> None:
    [found] = extract_batches(batches(ARTICLES[:1], 1), max_chars=10)
    assert [row["error_kind"] for row in found.to_pylist()] == ["TooLongError"]


def test_columns_of_other_names() -> None:
    rows: list[dict[str, str | None]] = [
        {"story": "Gold rose 1%.", "day": "2026-01-13", "key": "k"}
    ]
    [found] = extract_batches(batches(rows, 1), text_col="story", published_col="day", id_col="key")
    assert [row["article_id"] for row in found.to_pylist()] == ["k"]


def test_an_article_without_a_name_is_called_by_its_text() -> None:
    rows: list[dict[str, str | None]] = [{"text": "Gold rose 1%."}, {"text": "Gold rose 1%."}]
    [found] = extract_batches(batches(rows, 2))
    names = {row["article_id"] for row in found.to_pylist()}
    assert len(names) == 1
    assert names != {None}


MISSING = [
    ({}, "no column text, body or content; text_col names the one that holds the text;"),
    ({"text_col": "story"}, "no column 'story'; text_col names"),
    ({"text_col": "key", "published_col": "day"}, "no column 'day'; published_col names"),
]


@pytest.mark.parametrize(("named", "words"), MISSING)
def test_a_missing_column_is_named_with_those_that_are_there(
    named: dict[str, str], words: str
) -> None:
    with pytest.raises(ReaderError, match=f"{words}.* there are: key, note"):
        list(extract_batches(batches([{"key": "k", "note": "n"}], 1), **named))  # type: ignore[arg-type]


def test_columns_inside_structs() -> None:
    [articles] = pa.Table.from_pylist(
        [{"id": "k", "story": {"body": "Gold rose 1%.", "day": dt.date(2026, 1, 13)}}]
    ).to_batches()
    found = extract_batches([articles], text_col="story.body", published_col="story.day")
    [row] = next(found).to_pylist()
    assert (row["article_id"], row["published_date"]) == ("k", dt.date(2026, 1, 13))


DAYS = [
    (pa.date32(), dt.date(2026, 1, 13)),
    (pa.timestamp("us"), dt.datetime(2026, 1, 13, 23, 30)),  # noqa: DTZ001 - none was given
    (pa.timestamp("us", tz="America/New_York"), dt.datetime(2026, 1, 14, 3, 30, tzinfo=dt.UTC)),
    (pa.timestamp("ns", tz="UTC"), dt.datetime(2026, 1, 13, 3, 30, tzinfo=dt.UTC)),
    (pa.string(), "Tue, 13 Jan 2026 23:30:00 -0500"),
    (pa.int64(), 1768300000),
]


@pytest.mark.parametrize(("kind", "value"), DAYS, ids=str)
def test_publication_dates_of_any_type(kind: pa.DataType, value: object) -> None:
    days = pa.array([value], kind)
    articles = pa.RecordBatch.from_arrays([pa.array(["Gold rose 1%."]), days], ["text", "date"])
    [row] = next(extract_batches([articles])).to_pylist()
    assert (row["error_message"], row["published_date"]) == (None, dt.date(2026, 1, 13))


def test_a_large_batch_comes_out_in_parts() -> None:
    rows: list[dict[str, str | None]] = [{"id": str(n), "text": "x"} for n in range(600)]
    rows[300]["text"] = None
    found = list(extract_batches(batches(rows, 600), table="articles"))
    assert [batch.num_rows for batch in found] == [256, 256, 88]
    assert pa.Table.from_batches(found)["article_id"].to_pylist() == [row["id"] for row in rows]


def test_an_empty_batch_is_an_empty_batch() -> None:
    empty = pa.RecordBatch.from_pylist([], schema=pa.schema([("text", pa.string())]))
    [found] = extract_batches([empty])
    assert (found.num_rows, found.schema) == (0, table_schema())
