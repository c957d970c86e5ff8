"""One evaluation: gold articles and predictions in, a report out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from finfacts.article import ArticleFacts
from finfacts.evaluation.baseline import Baseline, SetRun, compare, set_run
from finfacts.evaluation.beside import beside_scores
from finfacts.evaluation.fact_errors import count_causes, fact_errors
from finfacts.evaluation.gold import GoldArticle, read_gold
from finfacts.evaluation.matching import Claim, Matched, claim, match
from finfacts.evaluation.mention_scores import (
    Coverage,
    MentionScores,
    labelled_mention,
    score_labelled,
    value_coverage,
)
from finfacts.evaluation.predictions import (
    Extract,
    Prediction,
    Speed,
    as_prediction,
    predict,
    read_predictions,
)
from finfacts.evaluation.report import Report, sort_errors, speed_report
from finfacts.evaluation.scores import FactScores, Tally, add, by_type, slot_scores, tally

Gold = Sequence[GoldArticle] | Sequence[Path | str] | Path | str
SHOWN_IDS = 10

Predictions = Mapping[str, ArticleFacts] | Iterable[ArticleFacts] | Path | str | None


def evaluate(
    gold: Gold,
    predictions: Predictions = None,
    *,
    split: str | None = None,
    baseline: Baseline | None = None,
    extract: Extract | None = None,
) -> Report:
    """Measure predictions against gold facts.

    Args:
        gold: gold files or corpus folders, or articles that were read already.
        predictions: a file of the contract's JSON lines, or what an extractor gave, in any order;
            finfacts itself reads the articles where it is None.
        split: only ``train``, ``dev`` or ``test`` of the folders.
        baseline: an earlier run to list facts gained and lost against.
        extract: the extractor to run and time where there are no predictions.

    Raises:
        GoldError: the gold is malformed.
        PredictionError: the predictions do not fit it.
        MissingExtraError: scipy is not installed.
    """
    articles = _articles(gold, split)
    found, speed = _found(articles, predictions, extract)
    matched = {one.id: match_article(one, found.get(one.id, Prediction())) for one in articles}
    return _report(articles, found, matched, speed, baseline)


def match_article(gold: GoldArticle, found: Prediction) -> Matched:
    """Pair the gold and found facts of one article.

    Facts found in a headline count only where the gold annotates the headline.
    """
    wanted = [claim(fact) for fact in gold.facts]
    titled = any(place.field == "title" for one in wanted for place in one.places)
    given = [claim(fact) for fact in found.facts]
    return match(wanted, given if titled else [one for one in given if _in_text(one)])


def _in_text(one: Claim) -> bool:
    return any(place.field == "text" for place in one.places)


def _articles(gold: Gold, split: str | None) -> list[GoldArticle]:
    if isinstance(gold, (str, Path)):
        return read_gold([Path(gold)], split)
    articles = [one for one in gold if isinstance(one, GoldArticle)]
    paths = [Path(one) for one in gold if isinstance(one, (str, Path))]
    return articles + (read_gold(paths, split) if paths else [])


def _found(
    articles: Sequence[GoldArticle], predictions: Predictions, extract: Extract | None
) -> tuple[dict[str, Prediction], Speed | None]:
    if predictions is None:
        return predict(articles, extract)
    if isinstance(predictions, (str, Path)):
        return read_predictions(Path(predictions), articles), None
    results = predictions.values() if isinstance(predictions, Mapping) else predictions
    return {str(one.id): as_prediction(one) for one in results}, None


def _report(
    articles: Sequence[GoldArticle],
    found: Mapping[str, Prediction],
    matched: Mapping[str, Matched],
    speed: Speed | None,
    baseline: Baseline | None,
) -> Report:
    tallies = {name: tally(one) for name, one in matched.items()}
    errors = sort_errors(error for name, one in matched.items() for error in fact_errors(name, one))
    runs, words = _runs(articles, matched, tallies)
    mentions, coverage = _mentions(articles, found)
    return Report(
        articles=len(articles),
        characters=sum(len(one.article.text) for one in articles),
        sets=_by_set(articles, tallies),
        facts=by_type(list(tallies.values())),
        slots=slot_scores(matched.values()),
        beside=beside_scores(matched.values()),
        mentions=mentions,
        coverage=coverage,
        causes=count_causes(errors),
        errors=errors,
        changes=compare(baseline, runs, words) if baseline else None,
        speed=speed_report(speed) if speed else None,
        warnings=tuple(_warnings(articles, found)),
        runs=runs,
    )


def _sets(articles: Sequence[GoldArticle]) -> dict[str, list[str]]:
    sets: dict[str, list[str]] = {}
    for one in articles:
        sets.setdefault(one.set, []).append(one.id)
    return sets


def _by_set(
    articles: Sequence[GoldArticle], tallies: Mapping[str, Mapping[str, Tally]]
) -> dict[str, FactScores]:
    return {
        name: by_type([tallies[one] for one in ids])["all"] for name, ids in _sets(articles).items()
    }


def _runs(
    articles: Sequence[GoldArticle],
    matched: Mapping[str, Matched],
    tallies: Mapping[str, Mapping[str, Tally]],
) -> tuple[dict[str, SetRun], dict[str, str]]:
    runs: dict[str, SetRun] = {}
    words: dict[str, str] = {}
    for name, ids in _sets(articles).items():
        totals = [add(tallies[one].values()) for one in ids]
        runs[name], texts = set_run({one: matched[one] for one in ids}, totals)
        words.update(texts)
    return runs, words


def _mentions(
    articles: Sequence[GoldArticle], found: Mapping[str, Prediction]
) -> tuple[dict[str, MentionScores], dict[str, Coverage]]:
    given = {
        one.id: [labelled_mention(mention) for mention in found[one.id].mentions]
        for one in articles
        if one.id in found
    }
    listed = [one for one in articles if one.mentions is not None]
    bare = [one for one in articles if one.mentions is None and given.get(one.id)]
    scores = score_labelled(
        [[labelled_mention(mention) for mention in one.mentions or ()] for one in listed],
        [given.get(one.id, []) for one in listed],
    )
    return scores, value_coverage([one.facts for one in bare], [given[one.id] for one in bare])


def _warnings(articles: Sequence[GoldArticle], found: Mapping[str, Prediction]) -> Iterable[str]:
    absent = [one.id for one in articles if one.id not in found]
    if absent:
        yield f"{len(absent)} gold articles have no prediction and count as missed: {_some(absent)}"
    failed = [one.id for one in articles if one.id in found and found[one.id].failure]
    if failed:
        reason = found[failed[0]].failure
        yield f"{len(failed)} articles could not be read: {_some(failed)}; the first: {reason}"


def _some(ids: Sequence[str]) -> str:
    return f"{', '.join(ids[:SHOWN_IDS])}{' …' if len(ids) > SHOWN_IDS else ''}"
