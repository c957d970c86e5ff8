"""Parquet with a column for the text: one article a row."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from finfacts.article import Article
from finfacts.errors import MissingExtraError, ReaderError
from finfacts.readers.formats import PACKED
from finfacts.readers.items import ReadFailure, Source
from finfacts.readers.options import ReadOptions
from finfacts.readers.records import article_of, columns_among, missing_column, top_column
from finfacts.readers.unpacking import blocks, check_ratio

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

_ROWS = 256  # rows read at once


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield an article or a failure for each row.

    Raises:
        ReaderError: the file is damaged, or has no column for the text.
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise MissingExtraError(
            f"{source.name}: reading Parquet needs pyarrow: pip install 'finfacts[parquet]'"
        ) from None
    with _seekable(source, options) as place:
        try:
            table = _opened(place, source, options)
            yield from _rows(table, _length(place), source, options)
        except (pa.ArrowException, OSError) as problem:
            raise ReaderError(f"{source.name}: no Parquet that can be read: {problem}") from problem


def _seekable(source: Source, options: ReadOptions) -> IO[bytes]:
    """Open a file that can be read from its end, unpacked where it is packed."""
    if source.path and source.path.suffix.lower() not in PACKED:
        return source.path.open("rb")
    place = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    for block in blocks(source._replace(advance=None), options):
        place.write(block)
    return place


def _opened(place: IO[bytes], source: Source, options: ReadOptions) -> ParquetFile:
    """Open a table so that a text that many rows share is held once.

    Raises:
        ReaderError: its pages unpack without end.
    """
    from pyarrow import parquet as pq  # noqa: PLC0415 - an extra, and slow to import

    metadata = pq.read_metadata(place)
    groups = (metadata.row_group(number) for number in range(metadata.num_row_groups))
    unpacked = sum(group.total_byte_size for group in groups)
    check_ratio(unpacked, _length(place), source.name, options)
    leaves = (metadata.schema.column(number) for number in range(metadata.num_columns))
    texts = [leaf.path for leaf in leaves if leaf.physical_type == "BYTE_ARRAY"]
    return pq.ParquetFile(place, metadata=metadata, read_dictionary=texts)


def _length(place: IO[bytes]) -> int:
    return place.seek(0, os.SEEK_END)


def _rows(
    table: ParquetFile, size: int, source: Source, options: ReadOptions
) -> Iterator[Article | ReadFailure]:
    names = tuple(table.schema_arrow.names)
    columns = columns_among(names, options)
    tops = [name for name in (top_column(column, names) for column in columns) if name]
    if not columns.text or not top_column(columns.text, names):
        raise ReaderError(f"{source.name}: {missing_column(names, options)}")
    share = source.size / max(table.metadata.num_rows, 1)
    unpacked = number = 0
    for batch in table.iter_batches(batch_size=_ROWS, columns=tops):
        for record in _records(batch):
            number += 1
            article = article_of(record, f"{source.name}:{number}", source.name, options)
            unpacked += len(article.text) if isinstance(article, Article) else 0
            check_ratio(unpacked, size, source.name, options)
            yield article
        if source.advance:
            source.advance(int(share * batch.num_rows))


def _records(batch: pa.RecordBatch) -> Iterator[dict[str, object]]:
    """Yield row by row: all rows of a batch at once may be too much for the memory."""
    for at in range(batch.num_rows):
        yield {
            name: column[at].as_py()
            for name, column in zip(batch.schema.names, batch.columns, strict=True)
        }
