"""Names of traded things and what they stand for: "Alibaba" is BABA on XNYS, "gold" is XAU.

``load_lexicon`` reads the tables kept by hand (``tables/*.tsv``), then the harvested companies
(``companies.tsv.gz``). A company that both list is one entity: the hand-kept row says what it
is, the harvested one adds names. Rows are parsed when a text first names them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path
from typing import NamedTuple, cast

from finfacts.collecting import uncollected
from finfacts.lexicons.kept_names import Names, shelved
from finfacts.lexicons.name_index import NameIndex, index_names
from finfacts.lexicons.shelving import (
    Row,
    Shelf,
    add_row,
    add_table,
    cell,
    claim_of,
    names_of,
    places_of,
    tickers_of,
)
from finfacts.lexicons.tables import exchange_codes, read_lines, read_pairs, read_rows
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
_HARVEST = places_of(("name", "listings", "isin"))
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


@dataclass(frozen=True)
class Lexicon:
    """Every name known and what it may stand for.

    Attributes:
        rows: hand-kept and users' rows.
        forms: what news writes; with it numbers of rows, or as text numbers of harvested lines.
        index: how to look the forms up in a text.
        levels: what a word-like form needs to be linked: ``cue`` or ``mid``; ``never`` where it
            only begins longer names.
        brokers: brokerages by every name they go by.
        exchanges: market identifier code by name, alias or ticker suffix.
        claimed: the row that lists a ticker, for harvested lines that list it too.
    """

    rows: list[Row]
    forms: dict[str, int | list[int] | str]
    index: NameIndex
    levels: dict[str, str]
    brokers: dict[str, Broker]
    exchanges: dict[str, str]
    claimed: dict[str, int]
    _parsed: dict[int, Entity] = field(default_factory=dict, repr=False)
    _traded: dict[str, tuple[Entity, ...]] = field(default_factory=dict, repr=False)

    def entities(self, form: str) -> tuple[Entity, ...]:
        """Return what a form may stand for, the likeliest first; empty where it is unknown."""
        if form in self.shared:
            return self.shared[form]
        numbers = self.forms.get(form)
        if isinstance(numbers, int):
            return (self._entity(numbers),)
        if isinstance(numbers, str):
            found = [self._harvested(int(number)) for number in numbers.split(",")]
        else:
            found = [self._entity(number) for number in numbers or ()]
        return tuple(dict.fromkeys(found))

    def is_harvested(self, form: str) -> bool:
        """Whether only the harvested companies have this name."""
        return isinstance(self.forms.get(form), str)

    def _hand_row(self, name: str) -> int | None:
        """The hand-kept company whose name begins a longer one: "Westpac" for "Westpac Banking"."""
        words = name.split()
        for count in range(len(words), 0, -1):
            number = self.forms.get(" ".join(words[:count]))
            if isinstance(number, int) and self.rows[number].kind == "equity":
                return number
        return None

    @cached_property
    def shared(self) -> dict[str, tuple[Entity, ...]]:
        """Names that issuers of several markets share, the issuer meant by default first."""
        return {
            row["name"]: tuple(
                found[0]
                for listing in row["listings"].split(";")
                if (found := self._listed(*listing.split(":")))
            )
            for row in read_rows("shared")
        }

    @cached_property
    def defaults(self) -> dict[str, str]:
        """The symbol that a shared name means where nothing decides."""
        return {row["name"]: row["default"] for row in read_rows("shared") if row["default"]}

    def _listed(self, ticker: str, exchange: str) -> list[Entity]:
        listing = Listing(ticker, exchange)
        return [entity for entity in self.by_ticker(ticker) if listing in entity.listings]

    def by_ticker(self, ticker: str) -> tuple[Entity, ...]:
        """Return the entities that trade under a ticker somewhere; hand-kept ones first."""
        found = self._traded.get(ticker)
        if found is None and ticker in self.ticker_rows:
            found = self._traded[ticker] = tuple(
                dict.fromkeys(
                    self._entity(number) if number >= 0 else self._harvested(-number - 1)
                    for number in self.ticker_rows[ticker]
                )
            )
        return found or ()

    @cached_property
    def ticker_rows(self) -> dict[str, list[int]]:
        """Rows by ticker, then harvested lines (-1 is the first)."""
        numbers: dict[str, list[int]] = {}
        for number, row in enumerate(self.rows):
            for ticker in tickers_of(row):
                numbers.setdefault(ticker, []).append(number)
        for number, line in enumerate(self.harvest):
            for listing in line.split("\t")[1].split(";"):
                numbers.setdefault(listing.partition(":")[0], []).append(-number - 1)
        return numbers

    def _entity(self, number: int) -> Entity:
        found = self._parsed.get(number)
        if found is None:
            found = self._parsed[number] = _parse(self.rows[number])
        return found

    def _harvested(self, number: int) -> Entity:
        """The entity of a harvested line: the hand-kept one where that lists it too."""
        found = self._parsed.get(-number - 1)
        if found is None:
            cells = self.harvest[number].split("\t")
            row = Row("etf" if cells[0].endswith(_FUND) else "equity", cells, _HARVEST)
            claim = claim_of(row, self.rows, self.claimed)
            if claim is None and cells[1].endswith(":OTCM"):
                claim = self._hand_row(cells[0])
            found = _parse(row) if claim is None else self._entity(claim)
            self._parsed[-number - 1] = found
        return found

    @cached_property
    def harvest(self) -> list[str]:
        """Lines of the harvested companies."""
        return read_lines("companies.tsv.gz")[1:]

    @cached_property
    def broker_index(self) -> NameIndex:
        """How to look broker names up in a text."""
        return index_names(self.brokers, {})

    @cached_property
    def places(self) -> frozenset[str]:
        """Countries, cities and what belongs to them: "Japan", "Japanese", "Hong Kong"."""
        return frozenset(
            form
            for row in read_rows("places")
            for cell in row.values()
            for form in cell.split(";")
            if form
        )

    @cached_property
    def currencies(self) -> frozenset[str]:
        """ISO 4217 codes of the currencies known."""
        return frozenset(cell(r, "code") for r in self.rows if r.kind == "fx") | {"USD"}

    @cached_property
    def coins(self) -> frozenset[str]:
        """Codes of the crypto assets known."""
        return frozenset(cell(r, "symbol") for r in self.rows if r.kind == "crypto")


@cache
def _shipped() -> Lexicon:
    with uncollected():  # all that is made here stays
        return _lexicon(shelved(partial(shelve, ())))


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
    return _lexicon(shelve(extra))


def _lexicon(names: Names) -> Lexicon:
    return Lexicon(**vars(names), brokers=_brokers(), exchanges=exchange_codes())


def shelve(extra: tuple[Path, ...]) -> Names:
    """Return the names of a user's files and of the tables, the user's first."""
    shelf = Shelf([], {}, {})
    for row in _user_rows(extra):
        add_row(row, shelf)
    own = frozenset(shelf.forms)
    for table, kind in _TABLES:
        add_table(table, kind, shelf, own)
    forms: dict[str, int | list[int] | str] = {**read_pairs("names.tsv.gz")}
    forms.update(shelf.forms)
    index = index_names(shelf.forms, read_pairs("starts.tsv.gz"))
    levels = read_pairs("wordlike.tsv.gz")
    return Names(shelf.rows, forms, index, levels, shelf.claimed)


# --- reading ---------------------------------------------------------------------------------


def _user_rows(extra: tuple[Path, ...]) -> Iterator[Row]:
    if not extra:
        return
    from finfacts.lexicons.importing import COLUMNS, read_lexicon_file  # noqa: PLC0415 - rare

    columns = places_of(COLUMNS)
    for path in extra:
        for kind, cells in read_lexicon_file(path):
            yield Row(kind, cells, columns)


def _parse(row: Row) -> Entity:
    listings = tuple(
        Listing(ticker, mic or None)
        for ticker, _, mic in (item.partition(":") for item in cell(row, "listings").split(";"))
        if ticker
    )
    symbol = cell(row, "pair") or cell(row, "symbol") or (listings[0].ticker if listings else "")
    exchange = cell(row, "exchange")
    if exchange and not listings:
        listings = (Listing(symbol, exchange),)
    return Entity(
        name=cell(row, "name"),
        kind=row.kind,
        symbol=symbol or None,
        listings=listings,
        isin=cell(row, "isin") or None,
        names=tuple(dict.fromkeys(names_of(row))),
        descriptors=tuple(filter(None, cell(row, "descriptors").split(";"))),
        place=cell(row, "country") or cell(row, "region") or cell(row, "currency"),
    )


def _brokers() -> dict[str, Broker]:
    brokers: dict[str, Broker] = {}
    for row in read_rows("brokerages"):
        ticker = row.get("ticker") or row.get("us_ticker") or None
        broker = Broker(row["name"], ticker, row.get("kind", ""))
        for form in (row["name"], *row.get("aliases", "").split(";")):
            if form:
                brokers.setdefault(form, broker)
    return brokers


def listing_of(entity: Entity, ticker: str) -> Listing:
    """Return the entity's listing under a ticker, or its primary one."""
    found = next((item for item in entity.listings if item.ticker == ticker), None)
    return found or Listing(cast("str", entity.symbol), entity.exchange)
