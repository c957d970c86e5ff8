"""``finfacts evaluate`` and ``finfacts convert`` from the shell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
import typer
from typer.testing import CliRunner, Result

from finfacts.cli import convert, evaluate
from finfacts.evaluation.formats.registry import FORMATS
from finfacts.evaluation.public.registry import READERS


@pytest.fixture
def app() -> typer.Typer:
    app = typer.Typer()
    evaluate.register(app)
    convert.register(app)
    return app


def test_every_format_is_offered() -> None:
    assert set(get_args(convert.Format)) == set(FORMATS)
    assert set(get_args(evaluate.Format)) == {"finfacts", *READERS}


def run(app: typer.Typer, *arguments: object) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


def test_evaluate_prints_the_report_and_writes_files(
    app: typer.Typer, corpus: Path, good: Path, tmp_path: Path
) -> None:
    result = run(
        app,
        *("evaluate", corpus, "--split", "dev", "--predictions", good),
        *("--json", tmp_path / "r.json", "--html", tmp_path / "r.html"),
    )
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("# Evaluation: movers/dev\n")
    data = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert data["facts"]["all"]["gold"] == 3
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_fall_under_the_baseline_fails(
    app: typer.Typer, corpus: Path, good: Path, worse: Path, tmp_path: Path
) -> None:
    file = tmp_path / "baseline.json"
    base = ("evaluate", corpus, "--split", "dev")
    written = run(app, *base, "--predictions", good, "--write-baseline", file)
    assert written.exit_code == 0, written.output
    gate = ("--baseline", file, "--fail-under-baseline")
    assert run(app, *base, "--predictions", good, *gate).exit_code == 0
    fallen = run(app, *base, "--predictions", worse, *gate)
    assert fallen.exit_code == 1
    assert "whole-fact F1 on dev fell from 0.6667 to 0.4000" in fallen.stderr


def test_malformed_gold_is_told_and_fails(app: typer.Typer, corpus: Path) -> None:
    (corpus / "dev.jsonl").write_text('{"id": "d1", "text": "x"}\n', encoding="utf-8")
    result = run(app, "evaluate", corpus)
    assert result.exit_code == 2
    assert f"{corpus / 'dev.jsonl'}:1: facts: Field required" in result.stderr


REFUSED = [
    (("--fail-under-baseline",), "--fail-under-baseline wants --baseline FILE"),
    (("--format", "fire", "--split", "dev"), "--format fire takes only --json"),
    (("--baseline", "nowhere.json"), "nowhere.json: cannot be read as a baseline"),
]


@pytest.mark.parametrize(("options", "message"), REFUSED)
def test_options_that_do_not_go_together(
    options: tuple[str, ...], message: str, app: typer.Typer, corpus: Path
) -> None:
    result = run(app, "evaluate", corpus, *options)
    assert result.exit_code == 2
    assert message in result.stderr


def test_convert_says_what_is_lost(app: typer.Typer, corpus: Path, tmp_path: Path) -> None:
    result = run(app, "convert", corpus / "dev.jsonl", tmp_path / "out", "--to", "conll")
    assert result.exit_code == 0, result.output
    assert "lost: 3 facts (IOB2 holds mentions alone)" in result.stderr
    back = run(
        app,
        *("convert", corpus / "dev.jsonl", tmp_path / "tasks.json", "--to", "labelstudio"),
    )
    assert back.stderr == "nothing lost\n"
    missing = run(app, "convert", tmp_path / "nowhere", tmp_path / "x", "--to", "brat")
    assert missing.exit_code == 2
    assert "no such file or folder" in missing.stderr
