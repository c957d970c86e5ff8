"""Writes runs to Parquet and DuckDB: whole parts of Parquet first, joined when all are there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import cast

from finfacts.batch.writing import Batches, Writer
from finfacts.errors import MissingExtraError
from finfacts.sinks.arrow import TABLES, Rows, rows_of, tables_of

BATCH = 2048  # articles in a part, which becomes a row group
_COMPRESSION = "zstd"


def parquet_writer() -> Writer:
    """Return the writer of three Parquet files: of facts, mentions and articles."""
    _require("pyarrow", "parquet")
    return Writer(rows_of, _write_parts, _join_parquet, BATCH, exact=True)


def duckdb_writer() -> Writer:
    """Return the writer of a DuckDB file with the tables facts, mentions and articles."""
    _require("duckdb", "duckdb")
    _require("pyarrow", "duckdb")
    return Writer(rows_of, _write_parts, _join_duckdb, BATCH, exact=True)


def sibling(output: Path, table: str) -> Path:
    """Return where a table stands: facts in the output itself, the others beside it.

    >>> sibling(Path("news.parquet"), "mentions").name
    'news.mentions.parquet'
    """
    if table == "facts":
        return output
    return output.with_name(f"{output.stem}.{table}{output.suffix}")


def _write_parts(batches: Batches, part: Path, position: int | None) -> Iterator[int]:
    """Write each batch as one Parquet file a table; the position counts the parts."""
    if position is None:
        shutil.rmtree(part, ignore_errors=True)
    part.mkdir(exist_ok=True)
    for torn in (each for name in TABLES for each in _parts(part, name)[position or 0 :]):
        torn.unlink()
    for number, batch in zip(count(position or 0), batches, strict=False):
        _write_part(cast("Sequence[Rows]", batch), part, number)
        yield number + 1
    if not _parts(part, "facts"):
        _write_part([], part, 0)


def _write_part(batch: Sequence[Rows], part: Path, number: int) -> None:
    # imported as late as this: it starts threads, and workers are better forked before
    from pyarrow import parquet as pq  # noqa: PLC0415 - an extra, and slow to import

    for name, table in zip(TABLES, tables_of(batch), strict=True):
        pq.write_table(table, _place(part, name, number), compression=_COMPRESSION)


def _place(part: Path, table: str, number: int) -> Path:
    return part / f"{table}-{number:08}.parquet"


def _parts(part: Path, table: str) -> list[Path]:
    return sorted(part.glob(f"{table}-*.parquet"))


def _join_parquet(part: Path, output: Path) -> None:
    """Make one file a table of its parts, each part a row group; facts appear last."""
    for table in reversed(TABLES):
        whole = part / f"{table}.whole"
        _copy(_parts(part, table), whole)
        whole.replace(sibling(output, table))
    _remove(part)


def _copy(parts: list[Path], whole: Path) -> None:
    from pyarrow import parquet as pq  # noqa: PLC0415 - an extra, and slow to import

    with pq.ParquetWriter(whole, pq.read_schema(parts[0]), compression=_COMPRESSION) as writer:
        for each in parts:
            writer.write_table(pq.read_table(each))


def _join_duckdb(part: Path, output: Path) -> None:
    """Make the tables of a DuckDB file of the parts."""
    import duckdb  # noqa: PLC0415 - an extra

    whole = part / "whole.duckdb"
    whole.unlink(missing_ok=True)
    with duckdb.connect(str(whole)) as database:
        for table in TABLES:
            files = database.from_parquet([str(each) for each in _parts(part, table)])
            files.create(table)
    whole.replace(output)
    _remove(part)


def _remove(part: Path) -> None:
    """Remove the parts at once, so that a kill leaves all of them or none."""
    gone = part.with_name(part.name + ".old")
    shutil.rmtree(gone, ignore_errors=True)
    part.replace(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _require(package: str, extra: str) -> None:
    """Miss a package before the work, not behind it; looked for, not imported."""
    if find_spec(package) is None:
        raise MissingExtraError(f"writing {extra} needs {package}: pip install 'finfacts[{extra}]'")
