"""Names of traded things and what they stand for: "Alibaba" is BABA on XNYS, "gold" is XAU.

``load_lexicon`` reads the tables kept by hand (``tables/*.tsv``), then the harvested companies
(``companies.tsv.gz``). A company that both list is one entity: the hand-kept row says what it
is, the harvested one adds names. Rows are parsed when a text first names them.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, cast

from finfacts.errors import LexiconError
from finfacts.values import InstrumentKind

_TABLES: tuple[tuple[str, InstrumentKind], ...] = (
    ("companies", "equity"),
    ("former", "equity"),
    ("indices", "index"),
    ("commodities", "commodity"),
    ("currencies", "fx"),
    ("crypto", "crypto"),
    ("rates", "rate"),
    ("etfs", "etf"),
    ("sectors", "sector"),
)
_US = frozenset({"XNYS", "XNAS", "XASE", "ARCX", "BATS", "OTCM"})
_HARVEST = ("name", "aliases", "listings", "isin")
_FUND = (" ETF", " Fund", " Trust ETF")


class Listing(NamedTuple):
    """Where a thing trades and under which ticker: ("BABA", "XNYS")."""

    ticker: str
    exchange: str | None


class Entity(NamedTuple):
    """A traded thing as the tables list it.

    Attributes:
        name: the usual short name.
        kind: what sort of thing it is.
        symbol: ticker of the primary listing or the contract's own code, or None.
        listings: every listing known, the primary one first.
        isin: ISO 6166 number, or None.
        names: every form that news writes.
        descriptors: nouns that news uses for it ("iPhone maker").
        place: country, region or currency, as the table gives it.
    """

    name: str
    kind: InstrumentKind
    symbol: str | None
    listings: tuple[Listing, ...] = ()
    isin: str | None = None
    names: tuple[str, ...] = ()
    descriptors: tuple[str, ...] = ()
    place: str = ""

    @property
    def exchange(self) -> str | None:
        """ISO 10383 code of the primary listing."""
        return self.listings[0].exchange if self.listings else None

    @property
    def tickers(self) -> tuple[str, ...]:
        """Every ticker it is written by."""
        return (
            tuple(listing.ticker for listing in self.listings)
            if self.listings
            else (self.symbol,)
            if self.symbol
            else ()
        )


class Broker(NamedTuple):
    """A brokerage or research house: its usual name, its own stock's ticker, what it is."""

    name: str
    ticker: str | None
    kind: str


class Row(NamedTuple):
    """A table row before it is parsed."""

    kind: InstrumentKind
    cells: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """Every name known, by its first word.

    Attributes:
        rows: table rows; a form points into it.
        forms: what news writes, with the rows it may stand for.
        starts: the forms that begin with a word.
        levels: what a word-like form needs to be linked: ``cue`` or ``mid``.
        brokers: brokerages by every name they go by.
        exchanges: market identifier code by name, alias or ticker suffix.
    """

    rows: list[Row]
    forms: dict[str, tuple[int, ...]]
    starts: dict[str, list[str]]
    levels: dict[str, str]
    brokers: dict[str, Broker]
    exchanges: dict[str, str]
    _parsed: dict[int, Entity] = field(default_factory=dict, repr=False)

    def entity(self, number: int) -> Entity:
        """Return the entity of one row."""
        found = self._parsed.get(number)
        if found is None:
            found = self._parsed[number] = _entity(self.rows[number])
        return found

    def entities(self, form: str) -> tuple[Entity, ...]:
        """Return what a form may stand for, the likeliest first; empty where it is unknown."""
        return tuple(self.entity(number) for number in self.forms.get(form, ()))

    @cached_property
    def ticker_rows(self) -> dict[str, list[int]]:
        """Rows by ticker, without exchange; hand-kept rows first."""
        numbers: dict[str, list[int]] = {}
        for number, row in enumerate(self.rows):
            for ticker in _tickers(row):
                found = numbers.setdefault(ticker, [])
                if number not in found:
                    found.append(number)
        return numbers

    def by_ticker(self, ticker: str) -> tuple[Entity, ...]:
        """Return the entities that trade under a ticker somewhere; hand-kept ones first."""
        return tuple(self.entity(number) for number in self.ticker_rows.get(ticker, ()))

    @cached_property
    def broker_starts(self) -> dict[str, list[str]]:
        """Broker names by their first word, the longest first."""
        return _by_first_word(self.brokers)


@cache
def _shipped() -> Lexicon:
    return _build(())


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """Return the names that ship with the package, and those of a user's own files.

    Args:
        extra: CSV or TSV files with ``name`` and ``symbol`` columns, SEC's
            ``company_tickers_exchange.json``, or FinanceDatabase CSVs.

    Raises:
        LexiconError: a file is malformed; the message names file, line and column.
    """
    return _build(tuple(extra)) if extra else _shipped()


def _build(extra: tuple[Path, ...]) -> Lexicon:
    rows: list[Row] = []
    forms: dict[str, list[int]] = {}
    claimed: dict[str, int] = {}
    for row in _user_rows(extra):
        _add(row, rows, forms, claimed)
    for table, kind in _TABLES:
        for row in _hand_rows(table, kind):
            _add(row, rows, forms, claimed)
    _add_harvest(rows, forms, claimed)
    return Lexicon(
        rows=rows,
        forms={form: tuple(dict.fromkeys(numbers)) for form, numbers in forms.items()},
        starts=_by_first_word(forms),
        levels=dict(_pairs("wordlike.tsv.gz")),
        brokers=_brokers(),
        exchanges=_exchanges(),
    )


# --- reading ---------------------------------------------------------------------------------


def _lines(name: str) -> list[str]:
    path = files("finfacts.lexicons").joinpath(name)
    if not path.is_file():
        return []
    data = path.read_bytes()
    text = gzip.decompress(data) if name.endswith(".gz") else data
    return text.decode("utf-8").splitlines()


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    for line in _lines(name)[1:]:
        first, _, second = line.partition("\t")
        yield first, second


def _dicts(table: str) -> Iterator[dict[str, str]]:
    lines = _lines(f"tables/{table}.tsv")
    columns = lines[0].split("\t") if lines else []
    for line in lines[1:]:
        yield dict(zip(columns, line.split("\t"), strict=False))


def _hand_rows(table: str, kind: InstrumentKind) -> Iterator[Row]:
    lines = _lines(f"tables/{table}.tsv")
    columns = tuple(lines[0].split("\t")) if lines else ()
    for line in lines[1:]:
        yield Row(kind, tuple(line.split("\t")), columns)


def _user_rows(extra: tuple[Path, ...]) -> Iterator[Row]:
    if not extra:
        return
    from finfacts.lexicons.importing import read_lexicon_file  # noqa: PLC0415 - users' files only

    for path in extra:
        for kind, cells, columns in read_lexicon_file(path):
            yield Row(kind, cells, columns)


def _add(
    row: Row, rows: list[Row], forms: dict[str, list[int]], claimed: dict[str, int]
) -> None:
    number = len(rows)
    rows.append(row)
    for form in _forms(row):
        forms.setdefault(form, []).append(number)
    if row.kind in ("equity", "etf"):
        for listing in _cell(row, "listings").split(";"):
            claimed.setdefault(_place_less(listing), number)


def _add_harvest(rows: list[Row], forms: dict[str, list[int]], claimed: dict[str, int]) -> None:
    """Add the harvested companies; one whose primary listing is known only adds its names."""
    lines = _lines("companies.tsv.gz")
    hand = frozenset(forms)
    for line in lines[1:]:
        cells = line.split("\t")
        name, aliases, listings, _ = cells
        number = next(
            (claimed[key] for key in map(_place_less, listings.split(";")) if key in claimed), None
        )
        if number is None:
            number = len(rows)
            kind: InstrumentKind = "etf" if name.endswith(_FUND) else "equity"
            rows.append(Row(kind, tuple(cells), _HARVEST))
        for form in (name, *aliases.split(";")) if aliases else (name,):
            if form not in hand:
                forms.setdefault(form, []).append(number)


def _place_less(listing: str) -> str:
    """A listing as compared: one US exchange is as good as another."""
    ticker, _, mic = listing.partition(":")
    return f"{ticker}:US" if mic in _US else listing


def _cell(row: Row, column: str) -> str:
    try:
        return row.cells[row.columns.index(column)]
    except (ValueError, IndexError):
        return ""


def _forms(row: Row) -> Iterator[str]:
    for column in ("name", "aliases"):
        for form in _cell(row, column).split(";"):
            if form:
                yield form.removeprefix("the ")
    if row.kind == "etf":
        yield _cell(row, "symbol")


def _tickers(row: Row) -> Iterator[str]:
    """Every ticker of a row; the harvested rows' third cell is their listings."""
    listings = row.cells[2] if row.columns is _HARVEST else _cell(row, "listings")
    for listing in listings.split(";"):
        if listing:
            yield listing.partition(":")[0]
    if row.columns is not _HARVEST:
        yield from filter(None, (_cell(row, column) for column in ("symbol", "yahoo", "pair")))


def _entity(row: Row) -> Entity:
    listings = tuple(
        Listing(ticker, mic or None)
        for ticker, _, mic in (item.partition(":") for item in _cell(row, "listings").split(";"))
        if ticker
    )
    symbol = _cell(row, "pair") or _cell(row, "symbol") or (listings[0].ticker if listings else "")
    exchange = _cell(row, "exchange")
    if exchange and not listings:
        listings = (Listing(symbol, exchange),)
    return Entity(
        name=_cell(row, "name"),
        kind=row.kind,
        symbol=symbol or None,
        listings=listings,
        isin=_cell(row, "isin") or None,
        names=tuple(dict.fromkeys(_forms(row))),
        descriptors=tuple(filter(None, _cell(row, "descriptors").split(";"))),
        place=_cell(row, "country") or _cell(row, "region") or _cell(row, "currency"),
    )


def _by_first_word(forms: Iterable[str]) -> dict[str, list[str]]:
    """Forms keyed by the letters and digits they begin with, the longest first."""
    starts: dict[str, list[str]] = {}
    for form in forms:
        word = form.partition(" ")[0]
        starts.setdefault(word if word.isalnum() else _first_run(word), []).append(form)
    for found in starts.values():
        if len(found) > 1:
            found.sort(key=len, reverse=True)
    return starts


def _first_run(word: str) -> str:
    for i, character in enumerate(word):
        if not character.isalnum() and character != "_":
            return word[:i]
    return word


def _brokers() -> dict[str, Broker]:
    brokers: dict[str, Broker] = {}
    for row in _dicts("brokerages"):
        ticker = row.get("ticker") or row.get("us_ticker") or None
        broker = Broker(row["name"], ticker, row.get("kind", ""))
        for form in (row["name"], *row.get("aliases", "").split(";")):
            if form:
                brokers.setdefault(form, broker)
    return brokers


def _exchanges() -> dict[str, str]:
    exchanges: dict[str, str] = {}
    for row in _dicts("exchanges"):
        for cell in (row["mic"], row["name"], row.get("aliases", "")):
            for form in cell.split(";"):
                exchanges.setdefault(form.upper(), row["mic"])
        for suffix in row.get("suffix", "").split(";"):
            exchanges.setdefault("." + suffix.strip().lstrip("."), row["mic"])
    return exchanges


def listing_of(entity: Entity, ticker: str) -> Listing:
    """Return the entity's listing under a ticker, or its primary one."""
    found = next((item for item in entity.listings if item.ticker == ticker), None)
    return found or Listing(cast("str", entity.symbol), entity.exchange)


__all__ = ["Broker", "Entity", "Lexicon", "LexiconError", "Listing", "listing_of", "load_lexicon"]
