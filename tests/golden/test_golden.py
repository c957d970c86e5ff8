"""Whole articles and their whole output, kept as files; ``pytest --rewrite-golden`` writes them.

The files are JSON, one article each, so that a change of behaviour is reviewed as a diff.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finfacts.article import Article
from finfacts.pipeline import extract

HERE = Path(__file__).parent
CORPORA = HERE.parents[1] / "corpora"
# Name of the golden file: corpus file and how many articles stand before it there.
ARTICLES = {
    "demo": ("demo/article.jsonl", 0),
    "markets": ("markets/train.jsonl", 0),
    "markets-later": ("markets/train.jsonl", 5),
    "newsroom": ("newsroom/train.jsonl", 0),
}


def article(name: str) -> Article:
    path, number = ARTICLES[name]
    row = json.loads((CORPORA / path).read_text("utf-8").splitlines()[number])
    known = {name: row[name] for name in Article.model_fields if row.get(name) is not None}
    return Article.model_validate(known)


def output(name: str) -> dict[str, object]:
    """The whole output as JSON holds it."""
    data: dict[str, object] = json.loads(extract(article(name)).model_dump_json())
    return data


@pytest.mark.parametrize("name", ARTICLES)
def test_output_is_as_it_was(name: str, pytestconfig: pytest.Config) -> None:
    path = HERE / f"{name}.json"
    found = output(name)
    assert found["facts"]
    if pytestconfig.getoption("--rewrite-golden"):
        path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert found == json.loads(path.read_text("utf-8"))


def test_every_file_has_its_article() -> None:
    assert {path.stem for path in HERE.glob("*.json")} == ARTICLES.keys()
