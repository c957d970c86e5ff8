"""CrudeOilNews: oil-market events and their arguments, against price moves, levels and metrics.

"Brent fell 3 percent to $49 a barrel on Monday" holds a ``Movement-down-loss`` with a Difference
("3 percent"), a Final_value ("$49 a barrel") and a Reference_point_time ("Monday").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from finfacts.article import Article, ArticleFacts
from finfacts.errors import GoldError
from finfacts.evaluation.gold import json_lines
from finfacts.evaluation.matching import Place
from finfacts.evaluation.mention_scores import Labelled
from finfacts.evaluation.public.scoring import Annotated, PublicSet, files_of, once
from finfacts.evaluation.public.words import Joined, join
from finfacts.evaluation.slots import Json
from finfacts.facts import Fact, Metric, PriceLevel, PriceMove
from finfacts.values import Baseline, Period, Quantity, Span

ROLES = (
    "Difference",
    "Final_value",
    "Initial_value",
    "Reference_point_time",
    "Initial_reference_point",
)
TIMES_OF_DAY = frozenset({"second", "minute", "hour"})
PUBLISHED = {
    "Difference": 0.89,
    "Final_value": 0.79,
    "Reference_point_time": 0.80,
    "Initial_value": 0.77,
}
MOVES: Mapping[str, str] = {
    "Movement-down-loss": "down",
    "Movement-up-gain": "up",
    "Movement-flat": "flat",
    "Cause-movement-down-loss": "down",
    "Cause-movement-up-gain": "up",
    "Slow-weak": "down",
    "Grow-strong": "up",
    "Position-high": "high",
    "Position-low": "low",
    "Oversupply": "up",
    "Shortage": "down",
}
"""Event types that state a move or a position, and which way."""

_DAY_IN_ADDRESS = re.compile(r"(20[012]\d)(0[1-9]|1[0-2])([0-3]\d)(?=\W*$)")
NOTES = (
    "Words of an argument are joined to plain text; its span is told in characters.",
    "An argument counts once for its role and words, however many events or facts share it.",
    'Times of day are no arguments there; a period "since June" is an Initial_reference_point.',
    "The high or low that a move is measured from is a position of its own, with its level.",
    "Events that state a move or a position are read; ``direction`` also wants the event's way.",
)


class Argument(BaseModel):
    """An argument of an event: words ``start`` to ``end`` (exclusive) of the sentence."""

    role: str
    start: int
    end: int


class Event(BaseModel):
    """An event with its arguments."""

    event_type: str
    arguments: tuple[Argument, ...]


class Sentence(BaseModel):
    """A tokenised sentence with its events."""

    words: tuple[str, ...]
    events: tuple[Event, ...] = Field(alias="golden-event-mentions")


class Document(BaseModel):
    """One article of the set."""

    doc: str
    sentences: tuple[Sentence, ...]


def read_crudeoilnews(path: Path) -> PublicSet:
    """Read CrudeOilNews articles from JSON lines.

    Args:
        path: a file, or a folder of ``*.jsonl``.

    Raises:
        GoldError: a line is no CrudeOilNews article.
    """
    articles = [
        _annotated(raw, f"{file}:{number}")
        for file in files_of(path, "*.jsonl")
        for number, raw in json_lines(file)
    ]
    return PublicSet("crudeoilnews", tuple(articles), project, NOTES, PUBLISHED)


def _annotated(raw: Json, where: str) -> Annotated:
    try:
        document = Document.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise GoldError(f"{where}: {field}: no CrudeOilNews article: {first['msg']}") from None
    text, spans, published = "", [], None
    for sentence in document.sentences:
        joined = join([word for word in sentence.words if word])
        if joined.text.startswith("http"):
            published = published or _address_day(joined.text)
            continue
        spans += list(_arguments(sentence, joined, len(text)))
        text += joined.text + "\n"
    return Annotated(Article(id=document.doc, text=text, published=published), once(spans))


def _address_day(text: str) -> dt.date | None:
    """Return the day that the address of an article ends on: ".../idUSKCN0RA04820150910"."""
    found = _DAY_IN_ADDRESS.search(text)
    if not found:
        return None
    try:
        return dt.date(*map(int, found.groups()))
    except ValueError:
        return None


def _arguments(sentence: Sentence, joined: Joined, offset: int) -> Iterator[Labelled]:
    for event in sentence.events:
        way = MOVES.get(event.event_type)
        for argument in event.arguments if way else ():
            role = argument.role.rstrip("23456789")
            if role in ROLES:
                start, end = joined.span(argument.start, argument.end)
                place = Place("text", offset + start, offset + end)
                yield Labelled(role, place, {"direction": way})


def project(result: ArticleFacts) -> list[Labelled]:
    """Return the arguments that facts hold, under CrudeOilNews' roles."""
    return [
        Labelled(role, Place(span.field, span.start, span.end), {"direction": way})
        for fact in result.facts
        for role, span, way in _roles(fact)
    ]


def _roles(fact: Fact) -> Iterator[tuple[str, Span, str]]:
    if isinstance(fact, PriceMove):
        given = (fact.percent, fact.amount), fact.to, fact.from_, fact.period
        yield from _filled(*given, way=fact.direction)
        yield from _extreme(fact.baseline)
    elif isinstance(fact, PriceLevel):
        way = next((end for end in ("high", "low") if fact.kind.endswith(end)), "flat")
        yield from _filled((), fact.level, None, fact.date, way=way)
        yield from _since(fact, way)
    elif isinstance(fact, Metric) and (fact.direction or fact.change):
        before = fact.versus_value if fact.versus != "estimate" else None
        way = fact.direction or "flat"
        yield from _filled((fact.change,), fact.value, before, fact.period, way=way)


def _extreme(baseline: Baseline | None) -> Iterator[tuple[str, Span, str]]:
    """Yield the arguments of the high or low that a move is measured from."""
    way = next((end for end in ("high", "low") if baseline and baseline.kind.endswith(end)), None)
    if baseline is not None and way is not None:
        yield from _filled((), baseline.level, None, baseline.date, way=way)


def _since(fact: PriceLevel, way: str) -> Iterator[tuple[str, Span, str]]:
    """Yield the day an extreme reaches back to: "its highest since [May 4]"."""
    words = fact.window.text.removeprefix("since ") if fact.window is not None else ""
    at = fact.sentence.text.find(words) if fact.window and fact.window.start else -1
    if at >= 0:
        start = fact.sentence.start + at
        span = Span(text=words, start=start, end=start + len(words), field=fact.sentence.field)
        yield "Initial_reference_point", span, way


def _filled(
    differences: tuple[Quantity | None, ...],
    final: Quantity | None,
    initial: Quantity | None,
    period: Period | None,
    *,
    way: str,
) -> Iterator[tuple[str, Span, str]]:
    values = [("Difference", one) for one in differences]
    values += [("Final_value", final), ("Initial_value", initial)]
    for role, quantity in values:
        if quantity is not None:
            yield role, quantity.span, way
    if period is not None and period.granularity not in TIMES_OF_DAY:
        since = period.span.text.lower().startswith("since")
        yield "Initial_reference_point" if since else "Reference_point_time", period.span, way
