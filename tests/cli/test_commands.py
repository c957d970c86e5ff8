"""The commands as they are typed: output, exit codes, and what stands on standard error."""

from __future__ import annotations

import csv
import io
import json
import sys
import time
import types
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import finfacts
from finfacts.article import Article, ArticleFacts
from finfacts.cli.app import COMMANDS, application
from finfacts.facts import Mention, PriceMove
from finfacts.values import Instrument, Quantity, Span

TEXT = "Shares of Boeing fell 3% on Monday."


def extract(article: Article) -> ArticleFacts:
    """Stand in for the pipeline: Boeing falls in every article that has room for it."""
    where = article.text.find(TEXT)
    if where < 0:
        return ArticleFacts(id=article.id, warnings=("nothing in it",))

    def span(words: str) -> Span:
        start = article.text.index(words)
        return Span(text=words, start=start, end=start + len(words))

    boeing = Instrument(
        name="Boeing", symbol="BA", exchange="XNYS", kind="equity", span=span("Boeing")
    )
    percent = Quantity(value=3, unit="percent", span=span("3%"))
    move = PriceMove(
        subject=boeing,
        direction="down",
        percent=percent,
        evidence=(span("fell 3%"),),
        sentence=span(TEXT),
        rule="move_verb",
        key="k",
    )
    mention = Mention(kind="quantity", span=percent.span, value=percent)
    return ArticleFacts(
        id=article.id, published=article.published, facts=(move,), mentions=(mention,)
    )


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pipeline = types.ModuleType("finfacts.pipeline")
    pipeline.extract = extract  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "finfacts.pipeline", pipeline)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "bad.txt").write_bytes(b"\xff\xff")


def call(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(application(), list(arguments), input=stdin)


def objects(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_lines_in_a_pipe() -> None:
    result = call("extract", "a.txt", "--published", "2026-01-13")
    (found,) = objects(result)
    assert (found["id"], found["published"]) == ("a.txt", "2026-01-13")
    assert found["facts"][0]["percent"]["value"] == "3"  # type: ignore[index]
    assert (result.exit_code, result.stderr) == (0, "")


def test_standard_input() -> None:
    (found,) = objects(call("extract", "-", stdin=TEXT))
    assert str(found["id"]).startswith("stdin-")
    assert [
        each["id"] for each in objects(call("extract", "-", stdin='{"text": "x"}\n{"text": "y"}'))
    ] == [
        "stdin:1",
        "stdin:2",
    ]


def test_a_failure_is_put_out_told_and_in_the_exit_code() -> None:
    result = call("extract", "bad.txt", "a.txt")
    bad, good = objects(result)
    assert (bad["id"], good["id"]) == ("bad.txt", "a.txt")
    assert bad["error"]["kind"] == "ReaderError"  # type: ignore[index]
    assert "finfacts: bad.txt: byte 0xff at offset 0 is no UTF-8" in result.stderr
    assert "2 articles, 1 facts, 1 failed (1 ReaderError)" in result.stderr
    assert result.exit_code == 1


FORMATS = [
    ("o.jsonl", lambda text: json.loads(text)["id"]),
    ("o.json", lambda text: json.loads(text)[0]["id"]),
    ("o.csv", lambda text: next(csv.DictReader(io.StringIO(text)))["article_id"]),
    ("o.any", lambda text: json.loads(text)["id"]),
]


@pytest.mark.parametrize(("name", "first_id"), FORMATS)
def test_the_output_name_tells_the_format(name: str, first_id: object) -> None:
    result = call("extract", "a.txt", "-o", f"new/folder/{name}")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "finfacts: 1 articles, 1 facts\n"
    assert first_id(Path("new/folder", name).read_text()) == "a.txt"  # type: ignore[operator]


def test_a_table_says_type_subject_claim_and_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    lines = call("extract", "a.txt", "bad.txt", "-f", "table").stdout.splitlines()
    cells = [cell.strip() for cell in lines[3].split("│")]
    assert lines[0] == "a.txt"
    assert cells == ["price move", "Boeing (BA)", "down 3%", "", "fell 3%"]
    assert "ReaderError: bad.txt: byte 0xff at offset 0" in "\n".join(lines)


USAGE = [
    (["extract"], "Missing argument"),
    (["extract", "nowhere.txt"], "nowhere.txt: there is no such file or folder"),
    (["extract", "a.txt", "--published", "soon"], "--published: published is no ISO 8601 date"),
    (["extract", "a.txt", "--resume"], "--resume continues a file: name it with -o"),
    (["extract", "a.txt", "-f", "parquet"], "--format parquet needs a file: name it with -o"),
    (["extract", "a.txt", "-f", "xml"], "'xml' is not one of"),
    (["extract", "a.txt", "-o", "."], ". is a folder; -o names a file"),
    (["extract", "a.txt", "-o", "a.txt"], "a.txt is an input, too"),
    (
        ["extract", "a.txt", "--input-format", "doc"],
        "no input format is called 'doc'; there are text",
    ),
    (["extract", "a.txt", "--encoding", "latin-99"], "'latin-99' is no encoding"),
    (["extract", "a.txt", "-j", "0"], "Invalid value for '--processes' / '-j'"),
    (["extract", "empty.jsonl"], "no article in empty.jsonl"),
    (["explain", "nowhere.txt"], "nowhere.txt: there is no such file or folder"),
    (["unknown"], "No such command 'unknown'"),
]


@pytest.mark.parametrize(("arguments", "words"), USAGE)
def test_wrong_calls_end_with_2_and_words(arguments: list[str], words: str) -> None:
    Path("empty.jsonl").touch()
    result = call(*arguments)
    said = " ".join(result.stderr.replace("│", " ").split())
    assert words in said
    assert (result.exit_code, result.stdout) == (2, "")


def test_columns_by_option() -> None:
    Path("a.csv").write_text(f"key,story,when\n7,{TEXT},2026-01-13\n")
    options = ("--text-field", "story", "--id-field", "key", "--published-field", "when")
    (found,) = objects(call("extract", "a.csv", *options))
    assert (found["id"], found["published"], len(found["facts"])) == ("7", "2026-01-13", 1)  # type: ignore[arg-type]


def test_strict_stops_at_the_first_failure() -> None:
    result = call("extract", "bad.txt", "a.txt", "--strict")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "stopped at the first failure: bad.txt: bad.txt: byte 0xff" in result.stderr


def test_limits() -> None:
    (found,) = objects(call("extract", "a.txt", "--max-chars", "5"))
    assert found["error"] == {
        "kind": "TooLongError",
        "message": "35 characters, more than --max-chars 5",
    }


def test_an_article_that_takes_too_long_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(article: Article) -> ArticleFacts:
        if article.id == "slow":
            time.sleep(60)
        return extract(article)

    monkeypatch.setattr(sys.modules["finfacts.pipeline"], "extract", never)
    monkeypatch.setattr("finfacts.batch.workers._method", lambda: "fork")  # stand-ins go along
    lines = [f'{{"id": "{name}", "text": "{TEXT}"}}\n' for name in ("one", "slow", "two")]
    Path("a.jsonl").write_text("".join(lines))
    result = call("extract", "a.jsonl", "--timeout", "0.2")
    first, slow, last = objects(result)
    assert slow["error"] == {
        "kind": "TimeoutError",
        "message": "took longer than 0.2 seconds; --timeout sets the limit",
    }
    assert [len(each["facts"]) for each in (first, slow, last)] == [1, 0, 1]  # type: ignore[arg-type]
    assert result.exit_code == 1


def test_resume_over_an_unfinished_run() -> None:
    Path("o.jsonl.part").write_text("{")
    Path("o.jsonl.part.json").write_text("{}")
    result = call("extract", "a.txt", "-o", "o.jsonl")
    assert "o.jsonl.part.json is no checkpoint of finfacts; delete it" in result.stderr
    assert result.exit_code == 2


def test_progress_goes_to_standard_error() -> None:
    result = call("extract", "a.txt", "-o", "o.jsonl", "--progress")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "100%" in result.stderr


def test_explain_says_rule_words_and_slots() -> None:
    lines = call("explain", "a.txt").stdout.splitlines()
    assert lines == [
        "a.txt",
        "",
        "Shares of Boeing fell 3% on Monday.  text 0-35",
        "  quantity        '3%' = 3%",
        "  price_move      Boeing (BA) | down 3%",
        "    rule move_verb from 'fell 3%' (reported)",
        "    subject       Boeing [XNYS:BA]  from 'Boeing'",
        "    direction     down",
        "    percent       3%  from '3%'",
        "",
    ]


def test_explain_tells_what_cannot_be_read() -> None:
    result = call("explain", "bad.txt", "a.txt")
    assert "bad.txt: byte 0xff at offset 0" in result.stderr
    assert "rule move_verb" in result.stdout
    assert result.exit_code == 1


def test_schema_is_that_of_the_output() -> None:
    schema = json.loads(call("schema").stdout)
    (found,) = objects(call("extract", "a.txt"))
    assert set(found) <= set(schema["properties"])
    assert {
        each["const"]
        for name in schema["$defs"]
        for each in [schema["$defs"][name].get("properties", {}).get("type", {})]
        if "const" in each
    } == {
        "price_move",
        "price_level",
        "analyst_action",
        "sentiment",
        "message_volume",
        "poll",
        "metric",
    }
    value = schema["$defs"]["Quantity"]["properties"]["value"]["anyOf"]
    assert {each["type"] for each in value} == {"string", "null"}
    assert "from" in schema["$defs"]["PriceMove"]["properties"]


def test_version() -> None:
    assert call("--version").stdout == f"finfacts {finfacts.__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_stands_alone_and_has_help(name: str) -> None:
    result = CliRunner().invoke(application(name), [name, "--help"])
    assert result.exit_code == 0
    assert "Usage: " in result.stdout
