"""Parquet files: columns by name, dates as they are typed."""

from __future__ import annotations

import datetime as dt
import gzip
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from finfacts.article import Article
from finfacts.readers import read_articles, unpacking
from finfacts.readers.items import ReadFailure
from finfacts.readers.options import ReadOptions

COUNT = 600


def table(**columns: object) -> pa.Table:
    return pa.table({"body": [f"Gold rose {n}%." for n in range(COUNT)], **columns})


def read(path: Path, **options: object) -> list[Article | ReadFailure]:
    return list(read_articles([path], options=ReadOptions(**options)))  # type: ignore[arg-type]


def test_rows_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(table(unused=[[1]] * COUNT), path, row_group_size=100)
    items = read(path)
    assert [item.text for item in items if isinstance(item, Article)] == [
        f"Gold rose {n}%." for n in range(COUNT)
    ]
    assert items[-1].id == f"{path.as_posix()}:{COUNT}"


def test_packed(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(table(), path)
    packed = tmp_path / "b.parquet.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert len(read(packed)) == COUNT


BOMBS = {
    "pages that are packed": pa.array(["x" * 8_000_000]),
    "a text that many rows share": pa.DictionaryArray.from_arrays([0] * 500, ["x" * 100_000]),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_what_unpacks_without_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(unpacking, "FREE", 1_000_000)
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": BOMBS[kind]}), path, compression="zstd")
    assert path.stat().st_size < 20_000
    *before, last = read(path)
    assert all(isinstance(item, Article) for item in before)
    assert isinstance(last, ReadFailure)
    assert "a.parquet: unpacks to more than 250 times its size; unpack it by hand" in str(
        last.error
    )


def test_a_cell_that_is_too_long_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": ["short", "x" * 11, "short"]}), path)
    first, long, last = read(path, max_bytes=10)
    assert isinstance(first, Article)
    assert isinstance(long, ReadFailure)
    assert str(long.error) == (
        f"{path}:2: text is longer than 10 characters, the limit of one article"
    )
    assert isinstance(last, Article)


DATES = [
    (pa.date32(), dt.date(2026, 1, 13), "2026-01-13"),
    (pa.timestamp("us"), dt.datetime(2026, 1, 13, 6, 30), "2026-01-13T06:30:00"),  # noqa: DTZ001
    (
        pa.timestamp("ms", "UTC"),
        dt.datetime(2026, 1, 13, tzinfo=dt.UTC),
        "2026-01-13T00:00:00+00:00",
    ),
    (
        pa.timestamp("ns", "UTC"),
        dt.datetime(2026, 1, 13, tzinfo=dt.UTC),
        "2026-01-13T00:00:00+00:00",
    ),
    (pa.string(), "2026-01-13", "2026-01-13"),
    (pa.string(), None, None),
]


@pytest.mark.parametrize(("kind", "value", "expected"), DATES)
def test_dates(tmp_path: Path, kind: pa.DataType, value: object, expected: str | None) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(table(date=pa.array([value] * COUNT, kind)), path)
    item = read(path)[0]
    assert isinstance(item, Article)
    assert (item.published and item.published.isoformat()) == expected


def test_a_column_inside_a_struct(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"page": [{"main": "Gold rose."}]}), path)
    (item,) = read(path, text_field="page.main")
    assert isinstance(item, Article)
    assert item.text == "Gold rose."


def test_a_missing_column_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"headline": ["x"] * 9, "n": [1] * 9}), path)
    (item,) = read(path)
    assert isinstance(item, ReadFailure)
    assert "no column text or body or content; there are: headline, n" in str(item.error)


def test_the_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(table(), path)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (item,) = read(path)
    assert isinstance(item, ReadFailure)
    assert str(item.error).endswith("needs pyarrow: pip install 'finfacts[parquet]'")
