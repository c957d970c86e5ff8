"""A stranger's format comes in by its entry point."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from finfacts.article import Article
from finfacts.errors import ReaderError
from finfacts.readers import read_articles
from finfacts.readers.formats import BUILT_IN, Format, format_named, format_of, formats, reader
from finfacts.readers.items import Source
from finfacts.readers.options import ReadOptions
from finfacts.readers.unpacking import whole


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Read the lines of a file, each as an article."""
    for number, line in enumerate(whole(source, options).decode().splitlines()):
        yield Article(text=line, id=f"{source.name}#{number}")


@pytest.fixture
def _plug_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    point = EntryPoint("wire", "wires.reading:read", "finfacts.readers")
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda **_: [point])
    monkeypatch.setattr(
        "finfacts.readers.reader", lambda form: read if form.name == "wire" else reader(form)
    )
    formats.cache_clear()
    yield
    formats.cache_clear()


@pytest.mark.usefixtures("_plug_in")
def test_a_plug_in_reads_its_files(tmp_path: Path) -> None:
    path = tmp_path / "a.wire"
    path.write_text("Gold rose.\nSilver fell.")
    assert format_named("wire") == Format("wire", (".wire",), "wires.reading:read")
    assert [item.id for item in read_articles([tmp_path])] == [
        f"{path.as_posix()}#0",
        f"{path.as_posix()}#1",
    ]


def test_formats_are_told_by_their_names() -> None:
    names = ("a.txt", "A.HTML", "b.jsonl.gz", "c.tsv.zst", "d.parquet", "e.pdf", "f", "g.gz")
    assert [format_of(Path(name)) for name in names] == [
        "text",
        "html",
        "jsonl",
        "tsv",
        "parquet",
        None,
        None,
        None,
    ]


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(ReaderError, match="'doc'; there are text, html, jsonl, json, csv, tsv"):
        format_named("doc")


@pytest.mark.parametrize("form", BUILT_IN)
def test_each_built_in_reader_is_there(form: Format) -> None:
    assert callable(reader(form))
