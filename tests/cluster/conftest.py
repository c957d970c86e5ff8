"""Engines that are there or not: where one is missing its tests skip, and fail in CI."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "corpora" / "newsroom" / "dev.jsonl"


def need(package: str, *programs: str) -> None:
    """Skip where a package or a program is missing; in CI that is a failure."""
    missing = [package] if find_spec(package) is None else []
    missing += [program for program in programs if shutil.which(program) is None]
    if not missing:
        return
    words = f"not installed: {', '.join(missing)}"
    if os.environ.get("CI") == "true":
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture(scope="session")
def spark_python() -> Iterator[None]:
    """Let Spark's workers run in this Python."""
    before = os.environ.get("PYSPARK_PYTHON")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    yield
    if before is None:
        del os.environ["PYSPARK_PYTHON"]
    else:
        os.environ["PYSPARK_PYTHON"] = before
