"""The examples run and print what they promise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_targets_and_moves(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text(
        '{"id": "a", "published": "2026-01-13", "text": "Apple shares fell 3% on Monday. UBS'
        ' lowered its price target on Apple to $150 from $170. Apple is down 20% this year."}\n'
        '{"id": "b", "published": "2026-01-13", "text": "Ford shares rose 2% on Monday. Citigroup'
        ' raised its price target on Ford to $15 from $14."}\n'
        '{"id": "c", "published": "2026-01-13", "text": "Intel shares fell 1% on Monday."}\n'
    )
    picture = tmp_path / "targets.png"
    example = ROOT / "examples" / "targets_and_moves.py"
    command = [sys.executable, str(example), str(articles), str(picture)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    assert [line.split(maxsplit=3) for line in run.stdout.splitlines()] == [
        ["-3.0%", "AAPL", "lower", "UBS"],
        ["+2.0%", "F", "raise", "Citi"],
    ]
    assert picture.read_bytes().startswith(b"\x89PNG")
