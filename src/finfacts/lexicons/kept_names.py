"""The shipped names as one process has shelved them, kept for the next: "Boeing" is row 412."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, cast

from finfacts.keeping import place, read, write
from finfacts.lexicons.name_index import NameIndex
from finfacts.lexicons.shelving import Row
from finfacts.lexicons.tables import shipped
from finfacts.values import InstrumentKind


@dataclass(frozen=True)
class Names:
    """Names shelved and indexed, as a lexicon has them; see there."""

    rows: list[Row]
    forms: dict[str, int | list[int] | str]
    index: NameIndex
    levels: dict[str, str]
    claimed: dict[str, int]


class _Table(NamedTuple):
    """Rows of one table as lines, which are read in a third of the time."""

    kind: InstrumentKind
    columns: dict[str, int]
    lines: list[str]


def shelved(make: Callable[[], Names]) -> Names:
    """Return the shipped names, from an earlier process while tables and code are what they were.

    Args:
        make: shelves them.
    """
    path, stamp = place("names"), _stamp()
    if path is None or stamp is None:
        return make()
    kept = read(path)
    if kept.get("stamp") == stamp:
        tables, names = cast("tuple[list[_Table], Names]", kept["names"])
        return replace(names, rows=_rows(tables))
    names = make()
    write({"stamp": stamp, "names": (list(_tables(names.rows)), replace(names, rows=[]))}, path)
    return names


def _stamp() -> object:
    """Return what tells one state of the tables and of the code from another; None in an archive.

    As Python does for a module: times of change and sizes.
    """
    folder = shipped()
    if not isinstance(folder, Path):
        return None
    files = [*folder.glob("*.py"), *folder.glob("*.gz"), *folder.glob("tables/*.tsv")]
    found = ((path.name, path.stat()) for path in files)
    return sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in found)


def _tables(rows: list[Row]) -> Iterator[_Table]:
    for _, own in groupby(rows, key=lambda row: (row.kind, id(row.columns))):
        table = list(own)
        kind, _, columns = table[0]
        yield _Table(kind, dict(columns), ["\t".join(row.cells) for row in table])


def _rows(tables: list[_Table]) -> list[Row]:
    return [
        Row(kind, line.split("\t"), columns) for kind, columns, lines in tables for line in lines
    ]
