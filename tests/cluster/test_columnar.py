"""Arrow batches in and out: the rows are those of a single run, and no article is lost."""

from __future__ import annotations

import pyarrow as pa
import pytest

from finfacts.article import Article
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
    assert told == [("good", "price_move", None), ("bad", None, "ReaderError")]
    assert found.to_pylist()[1]["error_message"] == "bad: text is empty (null)"


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


def test_a_batch_without_text_says_what_it_has() -> None:
    with pytest.raises(ReaderError, match="no column text or body or content; there are: key"):
        list(extract_batches(batches([{"key": "k"}], 1)))
