"""``finfacts evaluate CORPUS...``: how right extraction is on annotated articles, and why not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from finfacts.errors import FinfactsError, GoldError
from finfacts.evaluation.baseline import read_baseline
from finfacts.evaluation.baseline import write_baseline as keep_baseline
from finfacts.evaluation.gold import GoldArticle, read_gold
from finfacts.evaluation.html import html_page
from finfacts.evaluation.public.registry import read_public
from finfacts.evaluation.public.scoring import PublicReport, evaluate_public
from finfacts.evaluation.report import Report
from finfacts.evaluation.run import evaluate

FELL = 1
WRONG_INPUT = 2

Format = Literal["finfacts", "crudeoilnews", "fire", "sentfin", "recognizers"]


class Files(NamedTuple):
    """Where to write what was measured; None where it is not wanted."""

    json: Path | None
    html: Path | None
    baseline: Path | None


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
    form: Annotated[
        Format,
        typer.Option("--format", help="The corpus's form: finfacts' own, or a public set's."),
    ] = "finfacts",
    html: Annotated[
        Path | None, typer.Option(help="Write a page to read the errors in context here.")
    ] = None,
    json: Annotated[Path | None, typer.Option(help="Write the report for machines here.")] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="List facts gained and lost against this earlier run.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(help="Keep this run to compare later ones with.")
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
        if form != "finfacts":
            _refuse(form, (predictions, split, html, baseline, write_baseline))
            _public(form, corpus, json)
            return
        if fail_under_baseline and baseline is None:
            raise GoldError("--fail-under-baseline wants --baseline FILE")
        report = _own(corpus, predictions, split, baseline, Files(json, html, write_baseline))
    except FinfactsError as error:
        typer.echo(f"finfacts evaluate: {error}", err=True)
        raise typer.Exit(WRONG_INPUT) from None
    _exit_where_fallen(report, fail=fail_under_baseline)


def _own(
    corpus: list[Path],
    predictions: Path | None,
    split: str | None,
    baseline: Path | None,
    files: Files,
) -> Report:
    """Measure gold in the contract's own form, print the report and write the files."""
    before = read_baseline(baseline) if baseline else None
    articles = read_gold(corpus, split)
    report = evaluate(articles, predictions, baseline=before)
    typer.echo(report.to_markdown(), nl=False)
    _write(report, articles, files)
    return report


def _write(report: Report, articles: list[GoldArticle], files: Files) -> None:
    if files.json:
        files.json.write_text(report.to_json() + "\n", encoding="utf-8")
    if files.html:
        files.html.write_text(html_page(report, articles), encoding="utf-8")
    if files.baseline:
        keep_baseline(files.baseline, report.runs)


def _public(form: str, corpus: list[Path], json: Path | None) -> None:
    """Measure public sets, one report each."""
    reports = [evaluate_public(read_public(form, path)) for path in corpus]
    for report in reports:
        typer.echo(report.to_markdown(), nl=False)
    if json:
        json.write_text(_json(reports) + "\n", encoding="utf-8")


def _json(reports: list[PublicReport]) -> str:
    texts = [report.to_json() for report in reports]
    return texts[0] if len(texts) == 1 else f"[{','.join(texts)}]"


def _refuse(form: str, options: tuple[object, ...]) -> None:
    """Refuse options that a public set has no use for."""
    if any(option is not None for option in options):
        raise GoldError(
            f"--format {form} takes only --json: predictions, splits, pages and baselines are for "
            "gold in finfacts' own form"
        )


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
