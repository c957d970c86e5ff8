"""The written gold: it passes its own checks, and the checks speak the contract's language."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

from finfacts import facts as models
from finfacts import values

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import build_corpora  # noqa: E402  (the scripts are no package)
import gold_checks  # noqa: E402

CORPORA = {corpus.folder.name: corpus for corpus in build_corpora.load_corpora(ROOT / "corpora")}
MACHINE_SLOTS = {"evidence", "sentence", "rule", "key", "type", "assertion", "attribution"}
TYPES: dict[str, type[models.FactBase]] = {
    "price_move": models.PriceMove,
    "price_level": models.PriceLevel,
    "analyst_action": models.AnalystAction,
    "sentiment": models.Sentiment,
    "message_volume": models.MessageVolume,
    "poll": models.Poll,
    "metric": models.Metric,
}
ARTICLE = {
    "id": "x",
    "title": "Acme rises",
    "published": "2025-11-06T09:00:00-05:00",
    "source": "original",
    "style": "mover",
    "text": "Acme shares rose 3.2% on Thursday." + " Nothing else is said here." * 30,
}
FACT = {
    "type": "price_move",
    "quote": "Acme shares rose 3.2% on Thursday",
    "subject": {"name": "Acme", "symbol": "ACME"},
    "direction": "up",
    "percent": {"value": "3.2", "unit": "percent"},
    "period": {"start": "2025-11-06", "end": "2025-11-06"},
}
WRONG = [
    ({"quote": "Acme shares fell 3.2%"}, "quote is not in the text"),
    ({"direction": "sideways"}, "direction is 'sideways'"),
    ({"rating": "Buy"}, "price_move has no slot 'rating'"),
    ({"percent": {"value": "3.3", "unit": "percent"}}, "is not in the quote"),
    ({"percent": {"value": "-3.2", "unit": "percent"}}, "must be unsigned"),
    ({"percent": {"value": "3.2", "unit": "currency"}}, "unit 'currency' with currency None"),
    ({"period": {"start": "2025-11-05", "end": "2025-11-05"}}, "is a Wednesday"),
    ({"period": {"start": "2025-11-01", "end": "2025-11-07"}}, "ends on 2025-11-07, after"),
    ({"subject": {"symbol": "ACME"}}, "subject has no name"),
]


def problems(change: dict[str, Any]) -> list[str]:
    return list(gold_checks.check_article(ARTICLE | {"facts": [FACT | change]}))


def test_a_sound_fact_has_no_problem() -> None:
    assert problems({}) == []


@pytest.mark.parametrize(("change", "said"), WRONG, ids=[said for _, said in WRONG])
def test_a_wrong_fact_is_told_what_is_wrong(change: dict[str, Any], said: str) -> None:
    assert [said in problem for problem in problems(change)] == [True]


@pytest.mark.parametrize("kind", TYPES)
def test_slots_are_those_of_the_models(kind: str) -> None:
    fields = {f.alias or name for name, f in TYPES[kind].model_fields.items()}
    needed, allowed = gold_checks.SLOTS[kind]
    assert needed | allowed == fields - MACHINE_SLOTS


@pytest.mark.parametrize(
    ("listed", "literal"),
    [
        (gold_checks.COMPARATORS, values.Comparator),
        (gold_checks.UNITS, values.Unit),
        (gold_checks.BASELINES, values.BaselineKind),
        (gold_checks.CHOICES["session"], values.Session),
        (gold_checks.CHOICES["direction"], models.Direction),
        (gold_checks.CHOICES["assertion"], models.Assertion),
        (gold_checks.CHOICES["rating_action"], models.RatingAction),
        (gold_checks.CHOICES["target_action"], models.TargetAction),
        (gold_checks.CHOICES["basis"], models.Basis),
        (gold_checks.CHOICES["versus"], models.Versus),
        (gold_checks.LABELS["price_level"], models.LevelKind),
        (gold_checks.LABELS["sentiment"], models.Sentiment5),
        (gold_checks.LABELS["message_volume"], models.Volume5),
    ],
)
def test_words_are_those_of_the_models(listed: list[str], literal: object) -> None:
    assert tuple(listed) == get_args(literal)


@pytest.mark.parametrize("name", CORPORA)
def test_written_gold_passes_its_checks(name: str) -> None:
    found = {
        file: list(gold_checks.check_article(article))
        for file, article in CORPORA[name].articles.items()
    }
    assert {file: wrong for file, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("name", CORPORA)
def test_built_evidence_is_grounded_and_every_article_in_one_split(name: str) -> None:
    built = [
        json.loads(line)
        for split in ("train", "dev", "test")
        for line in (CORPORA[name].folder / f"{split}.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    ]
    written = sorted(article["id"] for article in CORPORA[name].articles.values())
    assert sorted(article["id"] for article in built) == written
    astray = [
        span
        for article in built
        for fact in article["facts"]
        for span in fact["evidence"]
        if article["text"][span["start"] : span["end"]] != span["text"]
    ]
    assert astray == []
