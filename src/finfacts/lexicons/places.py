"""Countries as the news names them: "U.S.", "German", "Labor Department" (United States)."""

from __future__ import annotations

import csv
from functools import cache

from finfacts.lexicons.tables import read_rows, read_text

AGENCIES = {
    "labor department": "United States",
    "commerce department": "United States",
    "federal reserve": "United States",
    "fed": "United States",
    "bureau of labor statistics": "United States",
    "office for national statistics": "United Kingdom",
    "national bureau of statistics": "China",
    "eurostat": "Euro zone",
    "destatis": "Germany",
    "statistics canada": "Canada",
    "energy information administration": "United States",
    "eia": "United States",
    "bank of england": "United Kingdom",
    "bank of japan": "Japan",
    "european central bank": "Euro zone",
    "reserve bank of india": "India",
    "americans": "United States",
    "census bureau": "United States",
    "conference board": "United States",
    "university of michigan": "United States",
    "institute for supply management": "United States",
    "institute of supply management": "United States",
    "ism": "United States",
    "atlanta fed": "United States",
    "fomc": "United States",
    "adp": "United States",
    "american petroleum institute": "United States",
    "api": "United States",
    "euro zone": "Euro zone",
    "eurozone": "Euro zone",
    "euro area": "Euro zone",
    "euro-zone": "Euro zone",
    "euro-area": "Euro zone",
    "boe": "United Kingdom",
    "boj": "Japan",
    "ecb": "Euro zone",
    "rbi": "India",
    "pboc": "China",
    "people's bank of china": "China",
    "bank of canada": "Canada",
    "reserve bank of australia": "Australia",
    "rba": "Australia",
    "reserve bank of new zealand": "New Zealand",
    "swiss national bank": "Switzerland",
    "riksbank": "Sweden",
    "norges bank": "Norway",
    "bank of korea": "South Korea",
    "bank of mexico": "Mexico",
    "banxico": "Mexico",
    "rbnz": "New Zealand",
    "snb": "Switzerland",
    "caixin": "China",
    "ifo": "Germany",
    "zew": "Germany",
    "tankan": "Japan",
    "insee": "France",
    "istat": "Italy",
    "national association of realtors": "United States",
    "mortgage bankers association": "United States",
    "bank indonesia": "Indonesia",
    "opec": "OPEC",
    "opec+": "OPEC+",
    "organization of the petroleum exporting countries": "OPEC",
}

BANKS = {
    "federal reserve": "Federal Reserve",
    "fed": "Federal Reserve",
    "fomc": "Federal Reserve",
    "boe": "Bank of England",
    "boj": "Bank of Japan",
    "ecb": "European Central Bank",
    "rbi": "Reserve Bank of India",
    "rba": "Reserve Bank of Australia",
    "pboc": "People's Bank of China",
    "banxico": "Bank of Mexico",
    "rbnz": "Reserve Bank of New Zealand",
    "snb": "Swiss National Bank",
}
_NO_ECONOMY = frozenset(
    (
        "Abu Dhabi",
        "Amsterdam",
        "Athens",
        "Bangkok",
        "Beijing",
        "Brussels",
        "Budapest",
        "Cairo",
        "City of London",
        "Colombo",
        "Copenhagen",
        "Doha",
        "Dubai",
        "Dublin",
        "Frankfurt",
        "Helsinki",
        "Istanbul",
        "Jakarta",
        "Johannesburg",
        "Karachi",
        "Kuala Lumpur",
        "Lagos",
        "Lisbon",
        "London",
        "Madrid",
        "Manila",
        "Milan",
        "Moscow",
        "Mumbai",
        "Nairobi",
        "New York",
        "North America",
        "Oslo",
        "Paris",
        "Prague",
        "Riyadh",
        "Sao Paulo",
        "Seoul",
        "Shanghai",
        "Shenzhen",
        "Stockholm",
        "Sydney",
        "Taipei",
        "Tel Aviv",
        "Tokyo",
        "Toronto",
        "Vienna",
        "Wall Street",
        "Warsaw",
        "Wellington",
        "Zurich",
        "developed world",
        "emerging markets",
        "world",
    )
)


_UNIONS = frozenset(("European Union", "Euro zone", "Europe"))


@cache
def countries() -> dict[str, str]:
    """Return lower-case names, adjectives and agencies with the country each stands for."""
    markets = [
        row
        for row in _rows("places")
        if row["name"] not in _NO_ECONOMY and (row["country"] or row["name"] in _UNIONS)
    ]
    found: dict[str, str] = dict(AGENCIES)
    for row in (*markets, *_rows("nations")):
        for form in (row["name"], *row["adjectives"].split(";")):
            if form:
                found.setdefault(form.lower(), row["name"])
    return found


@cache
def markets() -> dict[str, str]:
    """Return symbols of stock indices with the country whose stocks they are of."""
    return {
        symbol: row["name"]
        for row in _rows("places")
        if row["country"] and row["name"] not in _NO_ECONOMY
        for symbol in row["indices"].split(";")
        if symbol
    }


def _rows(table: str) -> list[dict[str, str]]:
    """Return the rows of a table: places with markets of their own, nations without."""
    text = read_text(f"tables/{table}.tsv")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


@cache
def demonyms() -> frozenset[str]:
    """Return adjectives of countries, in one word: "Norwegian", "British"."""
    return frozenset(
        form
        for row in read_rows("places")
        if row["country"]
        for form in row["adjectives"].split(";")
        if form.isalpha() and form.endswith(("an", "ish"))
    )
