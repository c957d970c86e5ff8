"""The example for Ray Data gives the facts of a single run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq

from finfacts.article import Article
from finfacts.pipeline import extract
from finfacts.sinks.arrow import to_arrow

from .conftest import ARTICLES, ROOT, need


def test_the_example_runs(tmp_path: Path) -> None:
    need("ray")
    output = tmp_path / "out"
    command = [sys.executable, str(ROOT / "examples" / "ray_facts.py"), str(ARTICLES), str(output)]
    quiet = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0"}
    subprocess.run(command, check=True, capture_output=True, env=quiet)  # noqa: S603 - our own
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    parts = ("id", "title", "published", "text")
    alone = to_arrow(extract(Article(**{part: row[part] for part in parts})) for row in rows).facts
    order = [("article_id", "ascending"), ("fact", "ascending")]
    found = pq.read_table(output).select(alone.schema.names).sort_by(order)
    assert found.to_pylist() == alone.sort_by(order).to_pylist()
