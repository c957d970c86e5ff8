"""CSV and TSV with a header: one article a row; quoted cells may hold line breaks."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Protocol

from finfacts.article import Article
from finfacts.errors import ReaderError
from finfacts.readers.decoding import Line, lines
from finfacts.readers.items import ReadFailure, Source
from finfacts.readers.options import ReadOptions
from finfacts.readers.records import article_of, columns_among, missing_column
from finfacts.readers.unpacking import blocks

_TAB = "\t"


class Rows(Protocol):
    """What ``csv.reader`` gives: rows, and the number of lines they took."""

    line_num: int

    def __next__(self) -> list[str]:
        """Return the next row."""


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield an article or a failure for each row.

    Raises:
        ReaderError: the header is missing, or has no column for the text.
    """
    stream = lines(blocks(source, options), options.encoding, source.name, options.max_bytes)
    first = next(stream, None)
    if first is None:
        return
    if first.error:
        raise first.error
    wrong: list[ReaderError] = []
    csv.field_size_limit(options.max_bytes)
    texts = _texts(chain([first], stream), wrong)
    rows = csv.reader(texts, delimiter=_TAB if source.format == "tsv" else _delimiter(first.text))
    header = _header(rows, source.name, options)
    for row, place in _placed(rows, source.name):
        error = wrong.pop() if wrong else _misfit(row, header, place)
        wrong.clear()
        if isinstance(row, csv.Error) or error:
            yield ReadFailure(source.name, place, error or ReaderError(f"{place}: {row}"))
        elif row:
            yield article_of(dict(zip(header, row, strict=False)), place, source.name, options)


def _texts(stream: Iterable[Line], wrong: list[ReaderError]) -> Iterator[str]:
    """Pass lines on with their ends, and note errors for the row that holds the line."""
    for line in stream:
        if line.error:
            wrong.append(line.error)
        yield line.text + "\n"


def _placed(rows: Rows, name: str) -> Iterator[tuple[list[str] | csv.Error, str]]:
    """Yield each row, or what is wrong with it, and the file and line where it begins."""
    while True:
        place = f"{name}:{rows.line_num + 1}"
        try:
            yield next(rows), place
        except StopIteration:
            return
        except csv.Error as problem:
            yield problem, place


def _header(rows: Rows, name: str, options: ReadOptions) -> tuple[str, ...]:
    try:
        names = tuple(each.strip() for each in next(rows))
    except csv.Error as problem:
        raise ReaderError(f"{name}: the header cannot be read: {problem}") from problem
    text = columns_among(names, options).text
    if text is None or text not in names:
        raise ReaderError(f"{name}: {missing_column(names, options)}")
    return names


def _delimiter(header: str) -> str:
    """Return the sign between cells: semicolons where the header has them and no comma."""
    return ";" if ";" in header and "," not in header else ","


def _misfit(row: list[str] | csv.Error, header: tuple[str, ...], place: str) -> ReaderError | None:
    if isinstance(row, csv.Error) or len(row) <= len(header):
        return None
    return ReaderError(f"{place}: the row has {len(row)} cells, the header {len(header)}")
