"""The examples run and print what they promise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import indent

import duckdb
import pytest
import regex

from finfacts.batch.run import Plan, run

ROOT = Path(__file__).resolve().parents[1]

# A move of a year, a cut without a move and a move without a target are no answer.
ARTICLES = """\
{"id": "a", "published": "2026-01-13", "text": "Apple shares fell 3% on Monday. UBS lowered its \
price target on Apple to $150 from $170. Apple is down 20% this year."}
{"id": "b", "published": "2026-01-13", "text": "Ford shares rose 2% on Monday. Citigroup raised \
its price target on Ford to $15 from $14."}
{"id": "c", "published": "2026-01-13", "text": "Intel shares fell 1% on Monday."}
{"id": "d", "published": "2026-01-13", "text": "UBS lowered its price target on Nvidia to $150 \
from $170."}
{"id": "e", "published": "2026-01-13", "text": "Tesla shares fell 5% on Monday. Barclays lowered \
its price target on Tesla to $300 from $310."}
"""
ANSWER = """\
  -5.0%  TSLA  lower  Barclays
  -3.0%  AAPL  lower  UBS
  +2.0%  F     raise  Citi
lower: 2 targets, 2 of stocks that fell; median move -4.0%
raise: 1 targets, 0 of stocks that fell; median move +2.0%
"""


def test_targets_and_moves(tmp_path: Path) -> None:
    articles, picture = tmp_path / "articles.jsonl", tmp_path / "targets.png"
    articles.write_text(ARTICLES)
    example = ROOT / "examples" / "targets_and_moves.py"
    command = [sys.executable, str(example), str(articles), "--plot", str(picture)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    assert done.stdout == ANSWER
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_questions_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articles.jsonl").write_text(ARTICLES)
    for form in ("duckdb", "parquet"):
        run(Plan(("articles.jsonl",), form), Path(f"news.{form}"))
    page = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    fell, titles = regex.findall(r"^```sql\n(.*?)^```$", page, regex.MULTILINE | regex.DOTALL)
    with duckdb.connect("news.duckdb") as facts:
        rows = facts.sql(fell).fetchall()
    assert [(symbol, f"{percent:f}"[:3]) for symbol, percent, *_ in rows] == [
        ("TSLA", "5.0"),
        ("AAPL", "3.0"),
        ("INTC", "1.0"),
    ]
    assert duckdb.sql(titles).fetchall() == [
        ("analyst_action", 4, 4),
        ("price_move", 5, 4),
    ]


def test_the_excerpts_of_the_page_stand_in_the_examples() -> None:
    page = (ROOT / "docs" / "clusters.md").read_text(encoding="utf-8")
    excerpts = regex.findall(r"<!-- from (\S+) -->\n```\n(.*?)```", page, flags=regex.DOTALL)
    assert [name for name, _ in excerpts] == ["examples/spark_facts.py", "examples/ray_facts.py"]
    for name, words in excerpts:
        code = (ROOT / name).read_text(encoding="utf-8")
        assert words in code or indent(words, "    ") in code
