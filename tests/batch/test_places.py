"""What is read has no say in where is written: names and identifiers stay words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finfacts.batch.run import Plan, run
from finfacts.evaluation.formats.registry import convert

NAMES = (
    "../../up",
    "..",
    ".",
    "/up",
    "~/up",
    "a/b",
    "..\\up",
    "C:up",
    "%2e%2e%2fup",
    "CON",
    "-",
    "",
)
ARTICLES = [{"id": name, "title": name, "url": name, "text": "Gold rose 1%."} for name in NAMES]


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder deep enough to climb out of, with articles whose names try to."""
    deep = tmp_path / "one" / "two" / "three"
    (deep / "in").mkdir(parents=True)
    lines = "".join(f"{json.dumps(each)}\n" for each in ARTICLES)
    (deep / "in" / "..a.jsonl").write_text(lines)
    (deep / "in" / "b;c $(d) .jsonl").write_text(lines)
    monkeypatch.chdir(deep)
    return tmp_path


OUTPUTS = {
    "jsonl": {"o.jsonl"},
    "json": {"o.json"},
    "csv": {"o.csv"},
    "html": {"o.html"},
    "parquet": {"o.parquet", "o.mentions.parquet", "o.articles.parquet"},
    "duckdb": {"o.duckdb"},
}


@pytest.mark.parametrize("form", OUTPUTS)
def test_a_run_writes_its_output_and_nothing_else(room: Path, form: str) -> None:
    before = files(room)
    Path("out").mkdir()
    tally = run(Plan(("in/..a.jsonl", "in"), form), Path("out") / f"o.{form}")
    assert (tally.articles, tally.failed) == (2 * len(NAMES), 0)
    assert files(room) - before == {f"one/two/three/out/{name}" for name in OUTPUTS[form]}


@pytest.mark.parametrize("form", ["brat", "timeml"])
def test_a_converted_corpus_stays_in_its_folder(room: Path, form: str) -> None:
    gold = [{**each, "published": "2026-01-13", "facts": []} for each in ARTICLES]
    Path("gold.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in gold))
    before = files(room)
    convert(Path("gold.jsonl"), Path("out"), to=form)
    made = files(room) - before
    assert made
    assert {Path(name).parent.as_posix() for name in made} == {"one/two/three/out"}
