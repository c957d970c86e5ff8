"""A small corpus and what finders made of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TEXT = "Ford shares rose 3% on Monday. <b>GM</b> fell 2% & Tesla slipped."


def move(words: str, subject: str, direction: str, percent: str | None = None) -> dict:
    """Return a price move stated by ``words`` of the text."""
    start = TEXT.index(words)
    fact: dict[str, object] = {
        "type": "price_move",
        "evidence": [{"text": words, "start": start, "end": start + len(words)}],
        "subject": {"names": [subject], "symbols": [subject.upper()]},
        "direction": direction,
    }
    if percent:
        fact["percent"] = {"value": percent, "comparator": "exact", "unit": "percent"}
    return fact


FORD = move("Ford shares rose 3%", "Ford", "up", "3")
GM = move("<b>GM</b> fell 2%", "GM", "down", "2")
TESLA = move("Tesla slipped", "Tesla", "down")


def write_lines(file: Path, *lines: dict) -> Path:
    file.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    return file


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of two articles: three moves in dev, one in train."""
    folder = tmp_path / "movers"
    folder.mkdir()
    article = {"published": "2026-01-13", "text": TEXT}
    write_lines(folder / "dev.jsonl", {"id": "d1", **article, "facts": [FORD, GM, TESLA]})
    write_lines(folder / "train.jsonl", {"id": "t1", **article, "facts": [FORD]})
    return folder


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Predictions for dev: two whole facts and a spurious one."""
    spurious = move("Tesla slipped", "Rivian", "up", "9")
    return write_lines(tmp_path / "good.jsonl", {"id": "d1", "facts": [FORD, GM, spurious]})


@pytest.fixture
def worse(tmp_path: Path) -> Path:
    """Predictions for dev: one whole fact lost, one gained."""
    up = {**GM, "direction": "up"}
    return write_lines(tmp_path / "worse.jsonl", {"id": "d1", "facts": [FORD, up]})
