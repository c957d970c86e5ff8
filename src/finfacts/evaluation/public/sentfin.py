"""SEntFiN: Indian-market headlines and the entities they name, against instrument mentions.

"Gold shines on seasonal demand; Silver dull" names "Gold" and "Silver". An entity that the set's
own list gives an NSE symbol is also scored as a company, by its link: an earlier symbol of the
same issuer (TATAMOTORS, now TMPV) is right.
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
from finfacts.facts import Mention
from finfacts.lexicons.instruments import load_lexicon
from finfacts.values import Instrument

HEADLINES = "SEntFiN.csv"
ENTITIES = "entity_list_comprehensive.csv"
INDICES = "STOCKEXCHNG"  # the set files indices under the exchange that computes them
_ENTITY = re.compile(
    r"""[{,]\s*(?P<quote>['"])(?P<name>.+?)(?P=quote):\s*['"](?:positive|negative|neutral)['"]"""
)
_COMPANY = re.compile(r"\b(?:Ltd|Limited|Corporation|Bank|of India)\b")
NOTES = (
    'Every entity of a headline is an ``instrument``, companies and themes ("Market") alike.',
    (
        "``company`` holds those that the set's list knows as one (Ltd., Bank, of India): R of "
        "``overlap`` is the share found, as an instrument or a broker, R of ``symbol`` the share "
        "found and linked right, by a present or an earlier symbol of the issuer; P says nothing, "
        "as other instruments are no companies of the list."
    ),
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
        place = Place("text", start, start + len(name))
        yield Labelled("instrument", place)
        if symbol := symbols.get(name.casefold()):
            named = Names(frozenset(), frozenset({symbol}))
            yield Labelled("company", place, {"symbol": named})


def project(result: ArticleFacts) -> list[Labelled]:
    """Return the instruments found, and what may be the set's companies: with brokers, linked."""
    return [span for one in result.mentions for span in _spans(one)]


def _spans(one: Mention) -> Iterator[Labelled]:
    place = Place(one.span.field, one.span.start, one.span.end)
    if one.kind == "instrument":
        yield Labelled("instrument", place)
    if one.kind in ("instrument", "brokerage"):
        yield Labelled("company", place, {"symbol": _linked(one)})


def _linked(one: Mention) -> Names:
    """Return the Indian symbols of the instrument that a mention is linked to, earlier ones too."""
    value = one.value
    if not isinstance(value, Instrument) or value.symbol is None:
        return Names(frozenset(), frozenset())
    issuers = (e for e in load_lexicon().by_ticker(value.symbol) if e.name == value.name)
    return Names(frozenset(), frozenset({value.symbol, *(t for e in issuers for t in e.tickers)}))
