"""Runs into Parquet and DuckDB: three tables, the same after any kill."""

from __future__ import annotations

import json
import sys
import types
from pathlib import Path

import duckdb
import pytest
from pyarrow import parquet as pq

from finfacts.article import Article, ArticleFacts
from finfacts.batch.run import Plan, Watch, run
from finfacts.errors import MissingExtraError
from finfacts.facts import Mention, Poll
from finfacts.values import Quantity, Span

pytestmark = pytest.mark.filterwarnings("ignore:.*is multi-threaded:DeprecationWarning")
COUNT = 40


def extract(article: Article) -> ArticleFacts:
    """Stand in for the pipeline: a poll in each article, of as many percent as its length."""
    span = Span(text=article.text[:1], start=0, end=1)
    share = Quantity(value=len(article.text), unit="percent", span=span)
    poll = Poll(share=share, statement="x", evidence=(span,), sentence=span, rule="r", key="k")
    mention = Mention(kind="quantity", span=span, value=share)
    return ArticleFacts(id=article.id, facts=(poll,), mentions=(mention, mention))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pipeline = types.ModuleType("finfacts.pipeline")
    pipeline.extract = extract  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "finfacts.pipeline", pipeline)
    monkeypatch.setattr("finfacts.batch.workers._method", lambda: "fork")  # stand-ins go along
    monkeypatch.setattr("finfacts.batch.tables.BATCH", 16)
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"id": f"a{n}", "text": "x" * (n + 1)}) for n in range(COUNT)]
    lines[7] = "{"
    path.write_text("\n".join(lines))
    return path


def rows(output: Path) -> dict[str, list[tuple[object, ...]]]:
    wanted = {
        "facts": "article_id, share, evidence[1].text",
        "mentions": "article_id, mention, quantity",
        "articles": "article_id, facts, error_kind",
    }
    if output.suffix == ".duckdb":
        with duckdb.connect(str(output), read_only=True) as database:
            return {
                name: database.sql(f"SELECT {columns} FROM {name}").fetchall()  # noqa: S608
                for name, columns in wanted.items()
            }
    with duckdb.connect() as database:
        places = {
            "facts": output,
            "mentions": output.with_name(f"{output.stem}.mentions.parquet"),
            "articles": output.with_name(f"{output.stem}.articles.parquet"),
        }
        return {
            name: database.sql(f"SELECT {columns} FROM '{places[name]}'").fetchall()  # noqa: S608
            for name, columns in wanted.items()
        }


GOOD = [n for n in range(COUNT) if n != 7]


@pytest.mark.parametrize("form", ["parquet", "duckdb"])
@pytest.mark.parametrize("processes", [1, 2])
def test_three_tables(archive: Path, tmp_path: Path, form: str, processes: int) -> None:
    out = tmp_path / f"o.{form}"
    run(Plan((str(archive),), form, processes=processes), out)
    found = rows(out)
    assert found["facts"] == [(f"a{n}", n + 1, "x") for n in GOOD]
    assert found["mentions"] == [(f"a{n}", each, n + 1) for n in GOOD for each in (0, 1)]
    assert [row[0] for row in found["articles"]] == [
        f"a{n}" if n != 7 else f"{archive}:8" for n in range(COUNT)
    ]
    assert found["articles"][7][1:] == (0, "ReaderError")
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.parametrize("form", ["parquet", "duckdb"])
def test_nothing_is_three_empty_tables(tmp_path: Path, archive: Path, form: str) -> None:
    archive.write_text("")
    out = tmp_path / f"o.{form}"
    run(Plan((str(archive),), form), out)
    assert rows(out) == {"facts": [], "mentions": [], "articles": []}


@pytest.mark.parametrize("form", ["parquet", "duckdb"])
@pytest.mark.parametrize("stop", [17, 33, 39])
def test_a_stopped_run_goes_on(archive: Path, tmp_path: Path, form: str, stop: int) -> None:
    whole, out = tmp_path / f"w.{form}", tmp_path / f"o.{form}"
    plan = Plan((str(archive),), form)
    run(plan, whole)

    def outcome(_outcome: object, tally: object) -> None:
        if tally.articles == stop:  # type: ignore[attr-defined]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(plan, out, watch=Watch(outcome))
    (tmp_path / f"o.{form}.part" / "facts-00000002.parquet").write_bytes(b"torn")
    assert not out.exists()
    assert run(plan, out, resume=True).articles == COUNT
    assert rows(out) == rows(whole)
    if form == "parquet":
        assert out.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("form", ["parquet", "duckdb"])
def test_a_kill_between_the_last_steps(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    plan, out = Plan((str(archive),), form), tmp_path / f"o.{form}"

    def power_cut(_part: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("finfacts.batch.tables._remove", power_cut)
        with pytest.raises(KeyboardInterrupt):
            run(plan, out)
    assert run(plan, out, resume=True).articles == COUNT
    assert len(rows(out)["articles"]) == COUNT
    assert not list(tmp_path.glob("*.part*"))


def test_each_part_is_a_row_group(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.parquet"
    run(Plan((str(archive),), "parquet"), out)
    assert pq.ParquetFile(out).metadata.num_row_groups == 3


@pytest.mark.parametrize(("form", "package"), [("parquet", "pyarrow"), ("duckdb", "duckdb")])
def test_a_missing_extra_is_told_before_the_work(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"finfacts\[{form}\]"):
        run(Plan((str(archive),), form), tmp_path / f"o.{form}")
