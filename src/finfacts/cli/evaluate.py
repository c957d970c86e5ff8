"""``finfacts evaluate CORPUS...``: how right extraction is on annotated articles, and why not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from finfacts.errors import FinfactsError, GoldError
from finfacts.evaluation.baseline import read_baseline, write_baseline
from finfacts.evaluation.report import Report
from finfacts.evaluation.run import evaluate

WRONG_INPUT = 2
FELL = 1


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(name="evaluate")(evaluate_command)


def evaluate_command(  # noqa: PLR0913, PLR0917 - the options of a command
    corpus: Annotated[
        list[Path], typer.Argument(help="Gold files, a corpus folder, or a folder of corpora.")
    ],
    predictions: Annotated[
        Path | None,
        typer.Option(help="Facts to score, as JSON lines; without it finfacts reads the articles."),
    ] = None,
    split: Annotated[
        str | None, typer.Option(help="Only this split of the folders: train, dev or test.")
    ] = None,
    json: Annotated[
        Path | None, typer.Option("--json", help="Write the report for machines here.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="List facts gained and lost against this earlier run.")
    ] = None,
    write_baseline_to: Annotated[
        Path | None,
        typer.Option("--write-baseline", help="Keep this run to compare later ones with."),
    ] = None,
    fail_under_baseline: Annotated[  # noqa: FBT002 - a flag of a command
        bool,
        typer.Option(
            "--fail-under-baseline",
            help="Exit with 1 where whole-fact F1 fell on a split of the baseline.",
        ),
    ] = False,
) -> None:
    """Measure extraction on annotated articles: by type, by slot, by cause of error."""
    try:
        report = _evaluated(corpus, predictions, split, baseline, fail=fail_under_baseline)
        if write_baseline_to:
            write_baseline(write_baseline_to, report.runs)
    except FinfactsError as error:
        typer.echo(f"finfacts evaluate: {error}", err=True)
        raise typer.Exit(WRONG_INPUT) from None
    typer.echo(report.to_markdown(), nl=False)
    if json:
        json.write_text(report.to_json() + "\n", encoding="utf-8")
    _exit_where_fallen(report, fail=fail_under_baseline)


def _evaluated(
    corpus: list[Path],
    predictions: Path | None,
    split: str | None,
    baseline: Path | None,
    *,
    fail: bool,
) -> Report:
    if fail and baseline is None:
        raise GoldError("--fail-under-baseline wants --baseline FILE")
    before = read_baseline(baseline) if baseline else None
    return evaluate(corpus, predictions, split=split, baseline=before)


def _exit_where_fallen(report: Report, *, fail: bool) -> None:
    if not (fail and report.changes and report.changes.fallen):
        return
    for name in report.changes.fallen:
        typer.echo(
            f"finfacts evaluate: whole-fact F1 on {name} fell from "
            f"{report.changes.before[name]:.4f} to {report.changes.after[name]:.4f}",
            err=True,
        )
    raise typer.Exit(FELL)
