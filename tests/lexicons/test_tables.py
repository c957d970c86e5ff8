"""The hand-kept tables: headers, order, one owner a name, tickers and exchanges that can be."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

import pytest

HEADERS = {
    "ambiguous": "form meanings cue",
    "brokerages": "name aliases ticker kind",
    "commodities": "name symbol aliases group currency",
    "companies": "name aliases listings isin descriptors country",
    "crypto": "symbol name aliases",
    "currencies": "code name aliases pair minor",
    "etfs": "symbol name aliases exchange",
    "exchanges": "mic name aliases country suffix",
    "indices": "name symbol aliases yahoo region",
    "nations": "name adjectives",
    "places": "name adjectives country exchange indices",
    "platforms": "name aliases kind",
    "rates": "name symbol aliases country",
    "ratings": "rating aliases level",
    "sectors": "name aliases adjectives",
}
AT_LEAST = {
    "ambiguous": 500,
    "brokerages": 500,
    "commodities": 90,
    "companies": 2500,
    "crypto": 60,
    "currencies": 80,
    "etfs": 150,
    "exchanges": 90,
    "indices": 300,
    "nations": 60,
    "places": 120,
    "platforms": 70,
    "rates": 120,
    "ratings": 40,
    "sectors": 120,
}
# The most reported names of each market: at least so many companies at home there.
AT_HOME = {
    ("US",): 350,
    ("CN", "HK"): 60,
    ("IN",): 60,
    ("JP",): 60,
    ("KR", "TW"): 60,
    ("GB",): 60,
    ("DE",): 60,
    ("FR",): 60,
    ("CA",): 60,
    ("AU",): 60,
    ("BR", "MX", "AR", "CL", "CO", "PE", "UY"): 40,
    ("CH", "NL", "DK", "SE", "NO", "FI", "IT", "ES"): 60,
}
KINDS = {
    ("brokerages", "kind"): {"broker", "research", "short_seller", "rating_agency"},
    ("ratings", "level"): {"buy", "hold", "sell"},
    ("ambiguous", "cue"): {"shares", "role", "price", "article", "market"},
}
# How the exchanges write tickers: digits in most of Asia, letters in most of the West.
DIGITS = {
    "XHKG": r"\d{4}",
    "XSHG": r"6\d{5}",
    "XSHE": r"[03]\d{5}",
    "XKRX": r"\d{6}",
    "XKOS": r"\d{6}",
    "XTAI": r"\d{4}",
    "ROCO": r"\d{4}",
    "XTKS": r"\d{3}[\dA-Z]",
    "XKLS": r"\d{4}",
    "XSAU": r"\d{4}",
    "XBOM": r"\d{6}",
}
WEST = r"[A-Z0-9][A-Z0-9&.-]{0,13}"


def read(table: str) -> list[list[str]]:
    """Read a table as rows of cells, the header first."""
    text = files("finfacts.lexicons").joinpath("tables", f"{table}.tsv").read_text("utf-8")
    assert text.endswith("\n")
    return [line.split("\t") for line in text.removesuffix("\n").split("\n")]


def rows(table: str) -> list[dict[str, str]]:
    """Read a table as dictionaries by column name."""
    header, *lines = read(table)
    return [dict(zip(header, line, strict=True)) for line in lines]


def items(cell: str) -> list[str]:
    """Read a cell of several values."""
    return cell.split(";") if cell else []


MICS = {row["mic"] for row in rows("exchanges")}


@pytest.mark.parametrize("table", HEADERS)
def test_every_row_fills_the_columns_of_the_header(table: str) -> None:
    header, *lines = read(table)
    assert header == HEADERS[table].split()
    assert {len(line) for line in lines} == {len(header)}
    assert len(lines) >= AT_LEAST[table]


@pytest.mark.parametrize("table", HEADERS)
def test_rows_are_sorted_and_keys_unique(table: str) -> None:
    keys = [line[0] for line in read(table)[1:]]
    assert [pair for pair in pairwise(keys) if pair[0] >= pair[1]] == []


@pytest.mark.parametrize("table", HEADERS)
def test_cells_are_trimmed_and_hold_nothing_twice(table: str) -> None:
    wrong = [
        (line[0], cell)
        for line in read(table)[1:]
        for cell in line
        if any(part != part.strip() or not part for part in items(cell))
        or len(set(items(cell))) < len(items(cell))
    ]
    assert wrong == []


@pytest.mark.parametrize("table", [name for name in HEADERS if "aliases" in HEADERS[name]])
def test_no_form_stands_for_two_rows_of_a_table(table: str) -> None:
    ambiguous = {row["form"] for row in rows("ambiguous")}
    owners: dict[str, list[str]] = {}
    for row in rows(table):
        for form in (row.get("name", row.get("rating", "")), *items(row["aliases"])):
            owners.setdefault(form, []).append(next(iter(row.values())))
    shared = {form: names for form, names in owners.items() if len(names) > 1}
    assert {form: names for form, names in shared.items() if form not in ambiguous} == {}


@pytest.mark.parametrize(("table", "column"), KINDS)
def test_kinds_are_of_the_known_ones(table: str, column: str) -> None:
    assert {row[column] for row in rows(table)} == KINDS[table, column]


@pytest.mark.parametrize("table", ["indices", "commodities", "rates"])
def test_symbols_are_unique(table: str) -> None:
    symbols = [row["symbol"] for row in rows(table) if row["symbol"]]
    assert sorted(symbols) == sorted(set(symbols))


def test_listings_are_tickers_of_known_exchanges() -> None:
    wrong = []
    for row in rows("companies"):
        for listing in items(row["listings"]):
            ticker, _, mic = listing.rpartition(":")
            if mic not in MICS or not re.fullmatch(DIGITS.get(mic, WEST), ticker):
                wrong.append((row["name"], listing))
    assert wrong == []


def test_a_listing_belongs_to_one_company() -> None:
    owners: dict[str, list[str]] = {}
    for row in rows("companies"):
        for listing in items(row["listings"]):
            owners.setdefault(listing, []).append(row["name"])
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}


def test_funds_list_on_known_exchanges() -> None:
    assert [row for row in rows("etfs") if row["exchange"] not in MICS] == []


def test_exchange_codes_and_suffixes_are_unique_and_well_formed() -> None:
    assert [mic for mic in MICS if not re.fullmatch(r"[A-Z]{4}", mic)] == []
    suffixes = [suffix for row in rows("exchanges") for suffix in items(row["suffix"])]
    assert sorted(suffixes) == sorted(set(suffixes))
    assert {"HK": "XHKG", "NS": "XNSE", "L": "XLON", "T": "XTKS", "OQ": "XNAS"}.items() <= {
        suffix: row["mic"] for row in rows("exchanges") for suffix in items(row["suffix"])
    }.items()


def luhn_sum(isin: str) -> int:
    """Sum the digits of an ISIN (ISO 6166) as its check digit wants: 0 modulo 10 is right."""
    digits = [int(digit) for sign in isin for digit in str(int(sign, 36))]
    doubled = [digit * 2 if place % 2 else digit for place, digit in enumerate(digits[::-1])]
    return sum(digit // 10 + digit % 10 for digit in doubled)


def test_isins_carry_their_check_digit_and_none_is_north_american() -> None:
    wrong = [
        (row["name"], row["isin"])
        for row in rows("companies")
        if row["isin"]
        and (
            not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}\d", row["isin"])
            or luhn_sum(row["isin"]) % 10
            or row["isin"][:2] in {"US", "CA"}
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("countries", AT_HOME)
def test_each_market_has_its_most_reported_names(countries: tuple[str, ...]) -> None:
    listed = [row for row in rows("companies") if row["country"] in countries and row["listings"]]
    assert len(listed) >= AT_HOME[countries]


def test_places_name_known_exchanges_and_indices() -> None:
    symbols = {row["symbol"] for row in rows("indices")}
    wrong = [
        row["name"]
        for row in rows("places")
        if not set(items(row["exchange"])) <= MICS or not set(items(row["indices"])) <= symbols
    ]
    assert wrong == []


def test_pairs_quote_the_currency_against_the_dollar() -> None:
    pairs = {row["code"]: row["pair"] for row in rows("currencies")}
    assert pairs.pop("USD") == "DXY"
    against = {code: {f"{code}USD", f"USD{code}"} for code in pairs}
    assert [code for code, pair in pairs.items() if pair not in against[code]] == []


def test_ambiguous_forms_are_names_of_the_tables_with_two_meanings_or_a_word() -> None:
    names = {
        form
        for table in (*HEADERS, "former", "shared")
        for row in rows(table)
        for form in (row.get("name", ""), *items(row.get("aliases", "")))
    }
    wrong = [
        row["form"]
        for row in rows("ambiguous")
        if row["form"] not in names or len(items(row["meanings"])) < 2
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("table", "form", "key"),
    [
        ("indices", "the Dow", "DJI"),
        ("indices", "S&P", "SPX"),
        ("indices", "NSE Nifty", "NIFTY"),
        ("indices", "Bloomberg Dollar Spot Index", "BBDXY"),
        ("indices", "MSCI Emerging Market Index", "MXEF"),
        ("commodities", "Brent crude futures", "BRENT"),
        ("commodities", "U.S. crude", "WTI"),
        ("commodities", "spot gold", "XAU"),
        ("rates", "10-year Treasury yield", "US10Y"),
        ("rates", "yield on the benchmark 10-year Treasury note", "US10Y"),
        ("rates", "10-year JGB yield", "JP10Y"),
        ("rates", "Australia's 10-year yield", "AU10Y"),
        ("rates", "two-year Treasury yield", "US2Y"),
        ("companies", "Google", "GOOGL:XNAS"),
        ("companies", "Super Micro", "SMCI:XNAS"),
        ("companies", "Alibaba", "BABA:XNYS"),
        ("companies", "Square", "XYZ:XNYS"),
        ("companies", "P&G", "PG:XNYS"),
        ("companies", "Sainsbury's", "SBRY:XLON"),
        ("companies", "Zomato", "ETERNAL:XNSE"),
        ("crypto", "bitcoin", "BTC"),
        ("currencies", "greenback", "USD"),
        ("currencies", "offshore yuan", "CNH"),
        ("etfs", "SPDR Gold Trust", "GLD"),
        ("brokerages", "Sanford C Bernstein", "Bernstein"),
        ("ratings", "peer perform", "Peer Perform"),
    ],
)
def test_news_names_lead_to_the_right_row(table: str, form: str, key: str) -> None:
    column = {"companies": "listings", "crypto": "symbol", "etfs": "symbol", "currencies": "code"}
    found = [
        row[column.get(table, "symbol" if "symbol" in row else next(iter(row)))]
        for row in rows(table)
        if form in (row.get("name"), *items(row["aliases"]))
    ]
    assert [cell.split(";")[0] for cell in found] == [key]
