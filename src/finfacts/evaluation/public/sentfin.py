"""SEntFiN: Indian-market headlines and the entities they name, against instrument mentions.

"Gold shines on seasonal demand; Silver dull" names "Gold" and "Silver". An entity that the set's
own list gives an NSE symbol is also scored by its link.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from finfacts.article import Article, ArticleFacts
from finfacts.errors import GoldError
from finfacts.evaluation.matching import Place
from finfacts.evaluation.mention_scores import Labelled
from finfacts.evaluation.public.scoring import Annotated, PublicSet, once
from finfacts.evaluation.slots import Names

HEADLINES = "SEntFiN.csv"
ENTITIES = "entity_list_comprehensive.csv"
INDICES = "STOCKEXCHNG"  # the set files indices under the exchange that computes them
SUFFIXES = (".NS", ".BO")
_ENTITY = re.compile(
    r"""[{,]\s*(?P<quote>['"])(?P<name>.+?)(?P=quote):\s*['"](?:positive|negative|neutral)['"]"""
)
_COMPANY = re.compile(r"\b(?:Ltd|Limited|Corporation|Bank|of India)\b")
NOTES = (
    'Every entity of a headline counts, companies and themes ("Market", "banking") alike.',
    "``symbol`` counts entities that the set's list knows as a company (Ltd., Bank, of India).",
)


def read_sentfin(path: Path) -> PublicSet:
    """Read SEntFiN headlines.

    Args:
        path: the folder, or ``SEntFiN.csv`` with the entity list beside it.

    Raises:
        GoldError: the file is missing or has other columns.
    """
    file = path / HEADLINES if path.is_dir() else path
    if not file.exists():
        raise GoldError(f"{file}: no such file; give the folder that holds {HEADLINES}")
    symbols = _symbols(file.parent / ENTITIES)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    if not rows or not {"S No.", "Title", "Decisions"} <= rows[0].keys():
        raise GoldError(f"{file}:1: the columns S No., Title and Decisions are wanted")
    articles = tuple(_annotated(row, symbols, file, line) for line, row in enumerate(rows, 2))
    return PublicSet("sentfin", articles, project, NOTES)


def _symbols(file: Path) -> Mapping[str, str]:
    """Return the NSE symbol of each name of a company; themes have made-up symbols there."""
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as lines:
        return {
            name.strip().casefold(): row["Symbol"]
            for row in csv.DictReader(lines)
            if row["Symbol"] != INDICES and _COMPANY.search(row["Entity"].split(",")[0])
            for name in row["Entity"].split(",")
        }


def _annotated(
    row: Mapping[str, str], symbols: Mapping[str, str], file: Path, line: int
) -> Annotated:
    entities = [found["name"] for found in _ENTITY.finditer(row["Decisions"])]
    if not entities:
        raise GoldError(f"{file}:{line}: Decisions: no entities: {row['Decisions']!r}")
    spans = _entity_spans(row["Title"], entities, symbols)
    return Annotated(Article(id=row["S No."], text=row["Title"]), once(spans))


def _entity_spans(
    title: str, entities: Iterable[str], symbols: Mapping[str, str]
) -> Iterator[Labelled]:
    for name in entities:
        start = title.find(name)
        if start < 0:
            start = title.casefold().find(name.casefold())
        if start < 0 or not name:
            continue
        symbol = symbols.get(name.casefold())
        linked = Names(frozenset(), frozenset({symbol})) if symbol else None
        yield Labelled("instrument", Place("text", start, start + len(name)), {"symbol": linked})


def project(result: ArticleFacts) -> list[Labelled]:
    """Return the instruments found, with their symbols."""
    return [
        Labelled(
            "instrument",
            Place(one.span.field, one.span.start, one.span.end),
            {"symbol": _linked(getattr(one.value, "symbol", None))},
        )
        for one in result.mentions
        if one.kind == "instrument"
    ]


def _linked(symbol: str | None) -> Names:
    for suffix in SUFFIXES:
        symbol = symbol.removesuffix(suffix) if symbol else symbol
    return Names(frozenset(), frozenset({symbol} if symbol else ()))
