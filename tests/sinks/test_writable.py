"""Lone surrogates, which no UTF-8 can hold, come out of every sink as U+FFFD, one for one."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pyarrow import parquet as pq

from finfacts.article import Article, ArticleFacts
from finfacts.batch.run import Plan, run
from finfacts.pipeline import extract
from finfacts.sinks.arrow import to_arrow
from finfacts.sinks.jsonl import json_object
from finfacts.sinks.page import PAGE
from finfacts.sinks.spreadsheet import CSV

TEXT = "Apple shares fell \ud83d 3% on Monday."
WRITTEN = "Apple shares fell \ufffd 3% on Monday."


def result() -> ArticleFacts:
    """Return a result whose evidence, title and identifier hold lone surrogates."""
    article = Article(text=TEXT, id="a\udcff", title="\udc00 up", published="2026-01-13")
    return extract(article)


def evidence() -> str:
    """Return the words of its one piece of evidence as they are to be written."""
    [span] = (span for fact in result().facts for span in fact.evidence)
    assert "\ud83d" in span.text
    return WRITTEN[span.start : span.end]


def test_json() -> None:
    data = json.loads(json_object(result()).decode())
    [span] = data["facts"][0]["evidence"]
    assert (data["id"], data["title"], span["text"]) == ("a\ufffd", "\ufffd up", evidence())
    assert WRITTEN[span["start"] : span["end"]] == span["text"]
    assert data["published"] == "2026-01-13"
    assert data["facts"][0]["percent"]["value"] == "3"


def test_what_was_written_is_what_is_read() -> None:
    read = ArticleFacts.model_validate_json(json_object(result()))
    assert json_object(read) == json_object(result())
    assert read.facts[0].key == result().facts[0].key


def test_other_results_are_as_they_were() -> None:
    plain = extract(Article(text=WRITTEN, id="a", published="2026-01-13"))
    assert json_object(plain).decode() == plain.model_dump_json()


def test_csv() -> None:
    [row] = csv.DictReader(io.StringIO((CSV.head + CSV.encode(result())).decode(), newline=""))
    assert (row["article_id"], row["evidence"], row["percent"]) == ("a\ufffd", evidence(), "3")


def test_html() -> None:
    page = PAGE.encode(result()).decode()
    assert f"<td>{evidence()}</td>" in page
    assert "\ufffd up" in page


def test_arrow() -> None:
    tables = to_arrow([result()])
    assert tables.facts["evidence"].to_pylist()[0][0]["text"] == evidence()
    assert tables.articles["title"].to_pylist() == ["\ufffd up"]


def ids_of_lines(output: Path) -> list[str]:
    return [json.loads(line)["id"] for line in output.read_text("utf-8").splitlines()]


def ids_of_tables(output: Path) -> list[str]:
    ids: list[str] = pq.read_table(output.with_name("o.articles.parquet"))["article_id"].to_pylist()
    return ids


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode elsewhere")
@pytest.mark.parametrize(
    ("name", "ids_of"), [("o.jsonl", ids_of_lines), ("o.parquet", ids_of_tables)]
)
def test_a_file_whose_name_is_no_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, ids_of: Callable[[Path], list[str]]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for file in (b"in/a.txt", b"in/b\xff.txt", b"in/c\xff.jsonl"):
        Path(os.fsdecode(file)).write_text('{"text": "Gold rose 1%."}')
    run(Plan(("in",)) if name == "o.jsonl" else Plan(("in",), "parquet"), Path(name))
    assert ids_of(Path(name)) == ["in/a.txt", "in/b\ufffd.txt", "in/c\ufffd.jsonl:1"]
