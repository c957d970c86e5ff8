"""Table rows gathered under the names they go by, before any of them is parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from finfacts.lexicons.tables import read_lines
from finfacts.values import InstrumentKind

LISTED_KINDS = frozenset({"equity", "etf"})
US_MARKETS = ("XNYS", "XNAS", "XASE", "ARCX", "BATS", "OTCM")


class Row(NamedTuple):
    """A table row before it is parsed, and where each column stands in it."""

    kind: InstrumentKind
    cells: Sequence[str]
    columns: Mapping[str, int]


class Shelf(NamedTuple):
    """Rows, the numbers of rows by form, and by listing ("BABA:XNYS") the row that has it."""

    rows: list[Row]
    forms: dict[str, int | list[int]]
    claimed: dict[str, int]


def cell(row: Row, column: str) -> str:
    """Return one cell, empty where the row has no such column."""
    _, cells, columns = row
    at = columns.get(column, len(cells))
    return cells[at] if at < len(cells) else ""


def places_of(columns: Iterable[str]) -> dict[str, int]:
    """Return where each column stands.

    >>> places_of(("name", "isin"))
    {'name': 0, 'isin': 1}
    """
    return {column: at for at, column in enumerate(columns)}


def add_table(table: str, kind: InstrumentKind, shelf: Shelf, own: frozenset[str]) -> None:
    """Add the rows of a hand-kept table, without the names that a user's rows have taken."""
    lines = read_lines(f"tables/{table}.tsv")
    columns = places_of(lines[0].split("\t")) if lines else {}
    for line in lines[1:]:
        add_row(Row(kind, line.split("\t"), columns), shelf, own)


def add_row(row: Row, shelf: Shelf, own: frozenset[str] = frozenset()) -> None:
    """Add a row under its names.

    A row whose primary listing an earlier row has is the same issuer: it only adds names.
    """
    rows, forms, claimed = shelf
    new = number = len(rows)
    if row.kind in LISTED_KINDS and (listings := cell(row, "listings")):
        listed = listings.split(";")
        if listed[0] in claimed:
            number = _issuer(row, claimed[listed[0]], rows)
        for listing in listed:
            claimed.setdefault(listing, number)
    if number == new:
        rows.append(row)
    for form in names_of(row):
        found = forms.setdefault(form, number)
        if found != number and form not in own:
            numbers = [found] if isinstance(found, int) else found
            forms[form] = numbers if number in numbers else [*numbers, number]


def _issuer(row: Row, claim: int, rows: list[Row]) -> int:
    """The earlier row of the same issuer, or a new one: a ticker may have been another's before."""
    return claim if same_issuer(row, rows[claim]) else len(rows)


def same_issuer(one: Row, other: Row) -> bool:
    """Whether two rows name one issuer: a name in common, or the same first word."""
    names, known = names_of(one), names_of(other)
    firsts = {name.split()[0].lower() for name in known if name}
    return any(name in known or name.split()[0].lower() in firsts for name in names if name)


def names_of(row: Row) -> list[str]:
    """Return every name of a row; a fund's symbol is one."""
    joined = cell(row, "name")
    if aliases := cell(row, "aliases"):
        joined = f"{joined};{aliases}".replace(";the ", ";")
    if row.kind == "etf" and (symbol := cell(row, "symbol")):
        joined = f"{joined};{symbol}"
    return joined.split(";")


def tickers_of(row: Row) -> Iterator[str]:
    """Yield every ticker of a row."""
    for listing in cell(row, "listings").split(";"):
        if listing:
            yield listing.partition(":")[0]
    yield from filter(None, (cell(row, column) for column in ("symbol", "yahoo", "pair")))


def claim_of(row: Row, rows: list[Row], claimed: dict[str, int]) -> int | None:
    """Return the row of the same issuer, by listing; one US exchange is as good as another."""
    for listing in cell(row, "listings").split(";"):
        ticker, _, exchange = listing.partition(":")
        markets = US_MARKETS if exchange in US_MARKETS else (exchange,)
        for market in markets:
            number = claimed.get(f"{ticker}:{market}")
            if number is not None and same_issuer(row, rows[number]):
                return number
    return None
