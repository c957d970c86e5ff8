"""The benchmark's clocks stand on functions that the pipeline has."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from finfacts.article import Article

STAGES = Path(__file__).resolve().parents[1] / "bench" / "stages.py"


def test_shares_of_the_stages_make_a_whole() -> None:
    spec = importlib.util.spec_from_file_location("bench_stages", STAGES)
    assert spec is not None
    assert spec.loader is not None
    stages = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(stages)
    shares = stages.stage_shares([Article(text="Apple shares fell 3% on Monday.")], rounds=1)
    assert {name.strip("_") for name in stages.STAGES} <= shares.keys()
    assert abs(sum(shares.values()) - 1) < 1e-9
