"""Scores agree to three digits with an independent scorer on varied predictions."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from finfacts.evaluation.gold import read_gold
from finfacts.evaluation.run import evaluate

FOLDER = Path(__file__).resolve().parents[2] / "../shared/gold"
GOLD = FOLDER / "dev.jsonl"
SCORER = FOLDER / "score_facts.py"

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the shared gold is not here")

Fact = dict[str, object]


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_facts", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_rows() -> list[dict]:
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def perturbed(rows: list[dict], rate: float, dice: random.Random) -> Iterator[dict]:
    """Yield predictions that are gold with facts missing, slots lacking, changed or added."""
    for row in rows:
        facts = [mangled(fact, rate, dice) for fact in row["facts"] if dice.random() > rate / 4]
        yield {"id": row["id"], "facts": facts}


def mangled(fact: Fact, rate: float, dice: random.Random) -> Fact:
    fact = json.loads(json.dumps(fact))
    subject = fact["subject"]
    fact["subject"] = {
        "name": dice.choice(subject["names"]),
        "symbol": dice.choice(subject["symbols"]) if subject["symbols"] else None,
    }
    if "brokerage" in fact:
        fact["brokerage"] = fact["brokerage"]["names"][0]
    for slot in [name for name in fact if name not in {"type", "evidence", "subject"}]:
        if dice.random() < rate / 4:
            change(fact, slot, dice)
    if dice.random() < rate / 5:
        fact["subject"] = {"name": "Another Thing", "symbol": None}
    if dice.random() < rate / 5 and fact["type"] in {"price_move", "price_level"}:
        fact["session"] = "premarket"
    return fact


def change(fact: Fact, slot: str, dice: random.Random) -> None:
    value = fact[slot]
    if slot == "direction":
        fact[slot] = dice.choice(["up", "down", "flat"])
    elif isinstance(value, dict) and value.get("value") and dice.random() < 0.7:
        value["value"] = str(float(value["value"]) * dice.choice([1.001, 1.1]))
    elif isinstance(value, dict) and value.get("start") and dice.random() < 0.7:
        value["start"] = "2017-03-01"
    else:
        del fact[slot]


@pytest.mark.parametrize("rate", [0.0, 0.3, 0.8])
@pytest.mark.parametrize("seed", range(3))
def test_scores_agree_with_the_other_scorer(
    rate: float, seed: int, scorer: ModuleType, tmp_path: Path
) -> None:
    rows = gold_rows()
    predictions = list(perturbed(rows, rate, random.Random(seed)))  # noqa: S311
    file = tmp_path / "predictions.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in predictions), encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()):
        expected = scorer.report(
            rows, {one["id"]: one for one in predictions}, {row["id"]: row["text"] for row in rows}
        )
    ours = evaluate(read_gold([GOLD]), file).facts["all"]
    for name in ("core", "exact", "slot"):
        score = getattr(ours, name)
        assert (score.precision, score.recall, score.f1) == pytest.approx(
            expected[name], abs=5e-4
        ), name


def test_no_predictions_score_nothing(tmp_path: Path) -> None:
    file = tmp_path / "predictions.jsonl"
    file.write_text("", encoding="utf-8")
    report = evaluate(GOLD, file)
    gold = sum(len(row["facts"]) for row in gold_rows())
    assert (report.facts["all"].gold, report.facts["all"].found) == (gold, 0)
    assert report.causes == {"missed": gold}
    assert report.facts["all"].core.f1 == 0.0
