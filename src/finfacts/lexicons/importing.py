"""A user's own names: a CSV of theirs, SEC's company_tickers_exchange.json, FinanceDatabase.

Their CSV or TSV has ``name`` and ``symbol`` columns, and may have ``aliases`` (semicolons
between), ``exchange`` (a MIC or "NYSE"), ``kind``, ``isin`` and ``descriptors``. Errors name the
file, the line and the column.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

from finfacts.errors import LexiconError
from finfacts.lexicons.tables import exchange_codes
from finfacts.values import InstrumentKind

COLUMNS = ("name", "aliases", "listings", "isin", "descriptors", "symbol")
_KNOWN = frozenset({"name", "symbol", "aliases", "exchange", "kind", "isin", "descriptors"})
_FINANCE_DATABASE = frozenset({"symbol", "name", "currency", "exchange", "country"})
_KINDS = frozenset(get_args(InstrumentKind))


class UserRow(NamedTuple):
    """One thing of a user's file: its kind and its cells in the order of ``COLUMNS``."""

    kind: InstrumentKind
    cells: tuple[str, ...]


def read_lexicon_file(path: Path) -> list[UserRow]:
    """Return the rows of a user's lexicon file.

    Raises:
        LexiconError: the file is missing, not UTF-8, lacks a column, has an empty name, an
            unknown kind or exchange, or the same symbol twice.
    """
    text = _read(path)
    if path.suffix.lower() == ".json":
        return list(_sec_rows(path, text))
    return list(_csv_rows(path, text))


def _read(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror})") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LexiconError(
            f"{path}, line {line}: byte 0x{data[error.start]:02x} is no UTF-8; "
            "save the file as UTF-8"
        ) from None


# --- CSV -------------------------------------------------------------------------------------


def _csv_rows(path: Path, text: str) -> Iterator[UserRow]:
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        _check_header(path, header)
        if set(header) > _FINANCE_DATABASE and not set(header) <= _KNOWN:
            yield from _finance_database(header, reader)
            return
        seen: dict[str, int] = {}
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _user_row(path, reader.line_num, header, cells, seen)
    except csv.Error as error:
        raise LexiconError(f"{path}, line {reader.line_num}: {error}") from None


def _check_header(path: Path, header: list[str]) -> None:
    missing = [column for column in ("name", "symbol") if column not in header]
    if missing:
        raise LexiconError(
            f"{path}, line 1: column {missing[0]!r} is missing; a lexicon has columns name and "
            "symbol, and may have aliases, exchange, kind, isin, descriptors"
        )


def _user_row(
    path: Path, line: int, header: list[str], cells: list[str], seen: dict[str, int]
) -> UserRow:
    if len(cells) != len(header):
        raise LexiconError(f"{path}, line {line}: {len(cells)} cells, but {len(header)} columns")
    row = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
    for column in ("name", "symbol"):
        if not row[column]:
            raise LexiconError(f"{path}, line {line}, column {column!r}: empty")
    if not any(character.isalnum() for character in row["name"]):
        raise LexiconError(f"{path}, line {line}, column 'name': {row['name']!r} has no letter")
    exchange = _exchange(path, line, row.get("exchange", ""))
    key = f"{row['symbol']}:{exchange}"
    if key in seen:
        raise LexiconError(
            f"{path}, line {line}, column 'symbol': {row['symbol']!r} is in line "
            f"{seen[key]} already"
        )
    seen[key] = line
    listings = key if exchange else ""
    kind = _kind(path, line, row.get("kind", ""))
    return UserRow(kind, _cells(row, listings))


def _cells(row: dict[str, str], listings: str) -> tuple[str, ...]:
    return (
        row["name"],
        row.get("aliases", ""),
        listings,
        row.get("isin", ""),
        row.get("descriptors", ""),
        row["symbol"],
    )


def _exchange(path: Path, line: int, cell: str) -> str:
    if not cell:
        return ""
    code = exchange_codes().get(cell.upper())
    if code is None and len(cell) == 4 and cell.isalnum():  # noqa: PLR2004 - a MIC we lack
        code = cell.upper()
    if code is None:
        raise LexiconError(
            f"{path}, line {line}, column 'exchange': {cell!r} is no exchange; write its ISO 10383 "
            "code, such as XNYS"
        )
    return code


def _kind(path: Path, line: int, cell: str) -> InstrumentKind:
    kind = cell.lower() or "equity"
    if kind not in _KINDS:
        raise LexiconError(
            f"{path}, line {line}, column 'kind': {cell!r} is none of {', '.join(sorted(_KINDS))}"
        )
    return kind  # type: ignore[return-value]  # checked on the line above


def _finance_database(header: list[str], rows: Iterator[list[str]]) -> Iterator[UserRow]:
    """Rows of a FinanceDatabase CSV: one issuer for each name, nameless rows left out."""
    listings: dict[str, list[str]] = {}
    isins: dict[str, str] = {}
    for cells in rows:
        row = dict(zip(header, cells, strict=False))
        name, symbol = row.get("name", "").strip(), row.get("symbol", "").strip()
        if not name or not symbol:
            continue
        root, dot, suffix = symbol.rpartition(".")
        code = exchange_codes().get("." + suffix) if dot else None
        listings.setdefault(name, []).append(f"{root}:{code}" if code else f"{symbol}:")
        isins.setdefault(name, row.get("isin", ""))
    for name, found in listings.items():
        yield UserRow("equity", (name, "", ";".join(found), isins[name], "", ""))


# --- SEC -------------------------------------------------------------------------------------


def _sec_rows(path: Path, text: str) -> Iterator[UserRow]:
    """Rows of SEC's ``company_tickers_exchange.json``: fields and data."""
    try:
        content: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise LexiconError(f"{path}, line {error.lineno}: no JSON ({error.msg})") from None
    fields = content.get("fields") if isinstance(content, dict) else None
    if not fields or not {"name", "ticker"} <= set(fields):
        raise LexiconError(
            f"{path}, line 1: no SEC ticker file; it has 'fields' (cik, name, ticker, exchange) "
            "and 'data'"
        )
    issuers: dict[object, tuple[str, list[str]]] = {}
    for number, values in enumerate(content.get("data", []), start=1):
        row = dict(zip(fields, values, strict=False))
        if not row.get("name") or not row.get("ticker"):
            raise LexiconError(f"{path}, entry {number}: name or ticker is empty")
        code = exchange_codes().get(str(row.get("exchange") or "").upper(), "")
        name, listings = issuers.setdefault(row.get("cik", row["name"]), (row["name"], []))
        listings.append(f"{row['ticker']}:{code}")
    for name, listings in issuers.values():
        yield UserRow("equity", (name, "", ";".join(listings), "", "", ""))
