"""Dates on annotated sets outside the repository stay as right as they were measured."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / "../shared"
FLOORS = """
gold         gold/dev.jsonl                              0.95
fire         data/fire/dev.json                          0.93
recognizers  data/recognizers-text/DateTimeModel.json    0.90 0.80
crude        data/crudeoilnews/train.jsonl               0.95
"""


@pytest.mark.parametrize("line", FLOORS.strip().splitlines())
def test_measured_figures_do_not_sink(line: str) -> None:
    corpus, path, *floors = line.split()
    if not (SHARED / path).exists():
        pytest.skip(f"{path} is not there")
    command = [sys.executable, str(ROOT / "tools/measure_dates.py"), corpus, str(SHARED / path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  ours
    shown = done.stdout
    figures = [float(figure) for figure in re.findall(r"= (\d\.\d+)", shown)]
    assert all(figure >= float(floor) for figure, floor in zip(figures, floors, strict=False)), (
        shown
    )
