"""The shipped tables, read as lines and rows: "tables/indices.tsv", "companies.tsv.gz"."""

from __future__ import annotations

import gzip
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def read_text(name: str) -> str:
    """Return a shipped file's text; empty where it does not exist."""
    path = shipped().joinpath(name)
    if not path.is_file():
        return ""
    data = path.read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")


@cache
def shipped() -> Traversable:
    """Return the folder of the shipped tables."""
    return files("finfacts.lexicons")


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return the tables of a shipped TOML file: "units.toml", "cues/moves.toml".

    Each file is read once; nobody may change what is returned.
    """
    return tomllib.loads(read_text(name))


def read_words(name: str, table: str) -> frozenset[str]:
    """Return the ``words`` of one table of a shipped TOML file."""
    return frozenset(read_toml(name)[table]["words"].split())


def read_lines(name: str) -> list[str]:
    """Return the lines of a shipped file, header first; none where it does not exist."""
    return read_text(name).split("\n")[:-1]


def read_pairs(name: str) -> dict[str, str]:
    """Return a table of two columns as a mapping; read this way for its thousands of rows."""
    cells = read_text(name).rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(cells[2::2], cells[3::2], strict=True))


def read_rows(table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a hand-kept table by column name."""
    lines = read_lines(f"tables/{table}.tsv")
    columns = lines[0].split("\t") if lines else []
    for line in lines[1:]:
        yield dict(zip(columns, line.split("\t"), strict=False))


@cache
def exchange_codes() -> dict[str, str]:
    """Return market identifier codes by name and alias in capitals, and by ".SUFFIX".

    >>> exchange_codes()["NASDAQ"], exchange_codes()[".HK"]
    ('XNAS', 'XHKG')
    """
    codes: dict[str, str] = {}
    for row in read_rows("exchanges"):
        for cell in (row["mic"], row["name"], row.get("aliases", "")):
            for form in cell.split(";"):
                codes.setdefault(form.strip().upper(), row["mic"])
        for suffix in row.get("suffix", "").split(";"):
            codes.setdefault("." + suffix.strip().lstrip("."), row["mic"])
    return codes
