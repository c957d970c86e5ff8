"""Recognizers-Text: cases of numbers, percents, money and dates, against mentions.

"I'll go back 03rd Jan 2019" holds a date with timex "2019-01-03"; "$ 75 million" holds money
with the value 75000000. Cases that are marked as not supported are left out.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from finfacts.article import Article, ArticleFacts, parse_published
from finfacts.errors import GoldError
from finfacts.evaluation.matching import Place
from finfacts.evaluation.mention_scores import Comparable, Labelled
from finfacts.evaluation.public.scoring import Annotated, PublicSet, files_of, once
from finfacts.evaluation.slots import Names, number
from finfacts.facts import Mention
from finfacts.values import Period, Quantity

MARKS = ("NotSupported", "NotSupportedByDesign")
TIMES = frozenset({"second", "minute", "hour"})
DATE_LABELS: Mapping[str, str] = {
    "date": "date",
    "daterange": "date range",
    "duration": "duration",
    "set": "set",
    "time": "time",
    "timerange": "time",
    "datetime": "time",
    "datetimerange": "time",
}
NOTES = (
    "Only labels that a file's cases annotate are scored in it: money in CurrencyModel, and so on.",
    "``timex`` and ``start/end`` are right where they equal one of the readings that a case gives.",
    "A case's range of days ends on the day before the end it writes.",
)


def read_recognizers(path: Path) -> PublicSet:
    """Read Recognizers-Text cases.

    Args:
        path: a ``*Model.json`` file, or a folder of them.

    Raises:
        GoldError: a file holds no cases.
    """
    articles: list[Annotated] = []
    for file in files_of(path, "*Model.json"):
        cases = json.loads(file.read_text(encoding="utf-8-sig"))
        if not isinstance(cases, list) or not all("Input" in case for case in cases):
            raise GoldError(f"{file}: a list of cases with Input is wanted")
        articles += [
            _annotated(case, f"{file.stem}-{index}")
            for index, case in enumerate(cases)
            if not any(mark in case for mark in MARKS)
        ]
    return PublicSet("recognizers", tuple(articles), project, NOTES)


def _annotated(case: Mapping[str, object], name: str) -> Annotated:
    context = case.get("Context")
    moment = context.get("ReferenceDateTime") if isinstance(context, Mapping) else None
    results = case.get("Results")
    spans = [_labelled(one) for one in results] if isinstance(results, list) else []
    article = Article(id=name, text=str(case["Input"]), published=parse_published(moment))
    return Annotated(article, once(spans))


def _labelled(result: Mapping[str, object]) -> Labelled:
    kind = str(result["TypeName"]).split(".")[-1]
    start, end = int(str(result["Start"])), int(str(result["End"])) + 1
    resolution = result.get("Resolution")
    values = dict(_values(kind, resolution)) if isinstance(resolution, Mapping) else {}
    return Labelled(DATE_LABELS.get(kind, kind), Place("text", start, end), values)


def _values(kind: str, resolution: Mapping[str, object]) -> Iterator[tuple[str, Comparable | None]]:
    readings = resolution.get("values")
    if isinstance(readings, list):
        yield "timex", _any(str(one.get("timex")) for one in readings)
        yield "start/end", _any(window for one in readings if (window := _window(one)))
    elif kind in {"number", "percentage", "currency"}:
        yield "value", (number(str(resolution.get("value")).rstrip("%")),)
        if resolution.get("isoCurrency"):
            yield "currency", str(resolution["isoCurrency"])


def _any(texts: Iterator[str]) -> Names | None:
    names = frozenset(texts)
    return Names(names, frozenset()) if names else None


def _window(reading: Mapping[str, object]) -> str | None:
    """Return "2016-11-01..2016-11-30" for a day or a range of days, else None."""
    if reading.get("type") == "date" and reading.get("value"):
        return f"{reading['value']}..{reading['value']}"
    if reading.get("type") != "daterange" or not (reading.get("start") and reading.get("end")):
        return None
    try:
        last = dt.date.fromisoformat(str(reading["end"])) - dt.timedelta(days=1)
    except ValueError:
        return None
    return f"{reading['start']}..{last}"


def project(result: ArticleFacts) -> list[Labelled]:
    """Return mentions under the cases' labels, as far as the case's file annotates them."""
    model = str(result.id).split("Model-", maxsplit=1)[0]
    return [one for mention in result.mentions for one in _mention(mention, model)]


def _mention(mention: Mention, model: str) -> Iterator[Labelled]:
    place = Place(mention.span.field, mention.span.start, mention.span.end)
    value = mention.value
    if isinstance(value, Period) and model == "DateTime":
        days = f"{value.start}..{value.end}"
        values = {
            "timex": Names(frozenset({value.timex}), frozenset()),
            "start/end": Names(frozenset({days}), frozenset()),
        }
        yield Labelled(_date_label(value), place, values)
    if isinstance(value, Quantity) and (label := _quantity_label(value, model)):
        amount: tuple[Decimal | None, ...] = (value.value,)
        yield Labelled(label, place, {"value": amount, "currency": value.currency})


def _date_label(value: Period) -> str:
    if value.granularity in TIMES:
        return "time"
    if value.granularity in {"duration", "set"}:
        return value.granularity
    return "date" if value.granularity == "day" else "date range"


def _quantity_label(value: Quantity, model: str) -> str | None:
    if model == "Percent":
        return "percentage" if value.unit == "percent" else None
    if model == "Currency":
        return "currency" if value.unit == "currency" else None
    if model == "NumberRange":
        return "numberrange" if value.comparator == "range" else None
    return "number" if model == "Number" else None
