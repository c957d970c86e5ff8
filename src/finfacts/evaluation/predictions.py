"""Predictions to score: read from a file of the contract's JSON lines, or made by finfacts.

A prediction is what ``finfacts extract`` writes: ``{id, facts, mentions, ...}``. It must name an
article of the gold, and its evidence must stand in that article; whatever else it holds is taken
as given, so that other extractors can be measured too.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from finfacts.article import Article, ArticleFacts
from finfacts.errors import GoldError, PredictionError
from finfacts.evaluation.gold import GoldArticle, json_lines
from finfacts.evaluation.slots import CORE, Json

Extract = Callable[[Article], ArticleFacts]


@dataclass(frozen=True)
class Prediction:
    """What was found in one article: facts and mentions as the contract's JSON.

    ``failure`` says why an article could not be read, where it could not.
    """

    facts: tuple[Json, ...] = ()
    mentions: tuple[Json, ...] = ()
    failure: str | None = None


@dataclass(frozen=True)
class Speed:
    """How fast predictions were made, after the first article had loaded everything.

    Attributes:
        articles: how many were read.
        characters: how many code points of text and titles they hold.
        seconds: how long that took, in one process.
    """

    articles: int
    characters: int
    seconds: float

    @property
    def characters_per_second(self) -> float:
        """Code points a second."""
        return self.characters / self.seconds if self.seconds else 0.0

    @property
    def articles_per_second(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds if self.seconds else 0.0


def predict(
    gold: Sequence[GoldArticle], extract: Extract | None = None
) -> tuple[dict[str, Prediction], Speed]:
    """Run an extractor over the gold articles and time it.

    Args:
        gold: the articles to read.
        extract: from article to facts; finfacts itself where it is None.

    Returns:
        The predictions by article id, and the speed.
    """
    results, speed = timed([one.article for one in gold], extract)
    predictions = {one.id: as_prediction(result) for one, result in zip(gold, results, strict=True)}
    return predictions, speed


def timed(
    articles: Sequence[Article], extract: Extract | None = None
) -> tuple[list[ArticleFacts], Speed]:
    """Run an extractor over articles, once over the first to load everything, and time it.

    Args:
        articles: what to read.
        extract: from article to facts; finfacts itself where it is None.
    """
    extract = extract or _finfacts()
    for one in articles[:1]:
        extract(one)
    started = time.perf_counter()
    results = [extract(one) for one in articles]
    seconds = time.perf_counter() - started
    characters = sum(len(one.text) + len(one.title or "") for one in articles)
    return results, Speed(len(articles), characters, seconds)


def _finfacts() -> Extract:
    from finfacts.pipeline import extract  # noqa: PLC0415 - loads every lexicon

    return extract


def as_prediction(result: ArticleFacts) -> Prediction:
    """Return what an extractor gave for one article as the contract's JSON."""
    data = result.model_dump(mode="json", include={"facts", "mentions"})
    failure = result.error.message if result.error else None
    return Prediction(tuple(data["facts"]), tuple(data["mentions"]), failure)


def read_predictions(file: Path, gold: Sequence[GoldArticle]) -> dict[str, Prediction]:
    """Read a file of predictions for these gold articles.

    Raises:
        PredictionError: naming file, line and field: an id that matches no gold article or comes
            twice, evidence that is not in the article, a fact of no known type, a wrong date.
    """
    articles = {one.id: one for one in gold}
    predictions: dict[str, Prediction] = {}
    try:
        lines = list(json_lines(file))
    except GoldError as error:
        raise PredictionError(str(error)) from None
    for number, raw in lines:
        where = f"{file}:{number}"
        name = str(raw.get("id"))
        if name not in articles:
            raise PredictionError(f"{where}: id: {name!r} is the id of no gold article")
        if name in predictions:
            raise PredictionError(f"{where}: id: {name!r} comes twice")
        predictions[name] = _prediction(raw, articles[name], where)
    return predictions


def _prediction(raw: Json, article: GoldArticle, where: str) -> Prediction:
    facts, mentions = _objects(raw, "facts", where), _objects(raw, "mentions", where)
    for index, fact in enumerate(facts):
        if problem := next(_problems(fact, article), None):
            raise PredictionError(f"{where}: facts[{index}].{problem}")
    for index, mention in enumerate(mentions):
        if problem := _span_problem(mention.get("span"), article):
            raise PredictionError(f"{where}: mentions[{index}].span: {problem}")
    error = raw.get("error")
    failure = str(error.get("message")) if isinstance(error, Mapping) else None
    return Prediction(facts, mentions, failure)


def _objects(raw: Json, field: str, where: str) -> tuple[Json, ...]:
    given = raw.get(field)
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise PredictionError(f"{where}: {field}: a list of objects is wanted")
    return tuple(given)


def _problems(fact: Json, article: GoldArticle) -> Iterator[str]:
    if fact.get("type") not in CORE:
        yield f"type: {fact.get('type')!r} is none of {', '.join(CORE)}"
    evidence = fact.get("evidence")
    if not isinstance(evidence, list) or not evidence:
        yield "evidence: a list of at least one span is wanted"
        return
    for index, span in enumerate(evidence):
        if problem := _span_problem(span, article):
            yield f"evidence[{index}]: {problem}"
    for field in ("period", "date"):
        yield from _date_problems(field, fact.get(field))
    baseline = fact.get("baseline")
    if isinstance(baseline, Mapping):
        yield from _date_problems("baseline.date", baseline.get("date"))


def _span_problem(span: object, article: GoldArticle) -> str | None:
    if not isinstance(span, Mapping):
        return "a span {text, start, end} is wanted"
    start, end = span.get("start"), span.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        return f"start and end are no offsets: {start!r}, {end!r}"
    field = str(span.get("field") or "text")
    words = article.field(field)[start:end]
    if span.get("text", words) != words or len(words) != end - start:
        return f"{span.get('text')!r} is not in the {field}, where {words!r} stands"
    return None


def _date_problems(field: str, period: object) -> Iterator[str]:
    if not isinstance(period, Mapping):
        return
    for end in ("start", "end"):
        day = period.get(end)
        try:
            dt.date.fromisoformat(str(day)[:10] if day else "2026-01-13")
        except ValueError:
            yield f"{field}.{end}: {day!r} is no ISO 8601 date"
