"""``finfacts extract PATH...``: the facts of articles, as a table, as data, into files."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from finfacts.batch.extraction import Limits
from finfacts.batch.run import Plan, StrictError, Watch, results, run, stream
from finfacts.batch.tally import Tally
from finfacts.cli import reading
from finfacts.cli.watching import print_tables, summary, watching
from finfacts.errors import FinfactsError
from finfacts.readers.finding import STDIN
from finfacts.readers.formats import PACKED, format_named
from finfacts.readers.options import ReadOptions

_INTERRUPTED = 130
_PIPE_CLOSED = 141


class OutputFormat(StrEnum):
    """How facts are put out."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    HTML = "html"
    PARQUET = "parquet"
    DUCKDB = "duckdb"


_BY_SUFFIX = {
    ".jsonl": OutputFormat.JSONL,
    ".ndjson": OutputFormat.JSONL,
    ".json": OutputFormat.JSON,
    ".csv": OutputFormat.CSV,
    ".html": OutputFormat.HTML,
    ".parquet": OutputFormat.PARQUET,
    ".duckdb": OutputFormat.DUCKDB,
    ".db": OutputFormat.DUCKDB,
}
_FILES_ONLY = (OutputFormat.PARQUET, OutputFormat.DUCKDB)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(name="extract")(extract)


def extract(  # noqa: PLR0913 - the options of a command are its arguments
    paths: reading.Paths,
    *,
    published: reading.Published = None,
    form: Annotated[
        OutputFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="How facts are put out.",
            show_default="by OUT's name; table on a terminal, else jsonl",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="OUT", help="Write here; also .gz and .zst."),
    ] = None,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes", "-j", min=1, help="Worker processes.", show_default="one a core"
        ),
    ] = None,
    progress: Annotated[
        bool | None,
        typer.Option(
            "--progress/--no-progress",
            help="Show how far it is.",
            show_default="on a terminal, with -o",
        ),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Continue an interrupted run into OUT.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at the first article that fails.")
    ] = False,
    max_chars: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Mark longer articles, unread.")
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(min=0.01, metavar="SECONDS", help="Mark articles that take longer."),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Put the text out with the facts.")
    ] = False,
    text_field: reading.TextField = None,
    title_field: reading.TitleField = None,
    published_field: reading.PublishedField = None,
    id_field: reading.IdField = None,
    source_field: reading.SourceField = None,
    url_field: reading.UrlField = None,
    encoding: reading.Encoding = "utf-8",
    input_format: reading.InputFormat = None,
) -> None:
    """Extract the facts of articles.

    Reads .txt, .html, .jsonl, .json, .csv, .tsv and .parquet, also packed as .gz or .zst. Exit code
    0: all articles were read; 1: some failed, their output carries the error; 2: wrong call or no
    article.
    """
    reading.check_paths(paths)
    chosen = _format(form, output)
    plan = Plan(
        tuple(paths),
        chosen.value,
        ReadOptions(
            published=reading.checked_date(published),
            text_field=text_field,
            title_field=title_field,
            published_field=published_field,
            id_field=id_field,
            source_field=source_field,
            url_field=url_field,
            encoding=encoding,
            input_format=input_format,
        ),
        Limits(max_chars, timeout, with_text or chosen is OutputFormat.HTML),
        processes or os.cpu_count() or 1,
        strict,
    )
    _check(plan, output, resume=resume)
    shown = output is not None and sys.stderr.isatty() if progress is None else progress
    with _explained(output), watching(plan, shown=shown) as watch:
        tally = _extract(plan, output, watch, resume=resume)
    _finish(tally, plan, output)


def _format(form: OutputFormat | None, output: Path | None) -> OutputFormat:
    """Return the format: the one that was asked for, else by the output's name, else by taste."""
    if form:
        return form
    if output:
        name = output.stem if output.suffix.lower() in PACKED else output.name
        return _BY_SUFFIX.get(Path(name).suffix.lower(), OutputFormat.JSONL)
    return OutputFormat.TABLE if sys.stdout.isatty() else OutputFormat.JSONL


def _check(plan: Plan, output: Path | None, *, resume: bool) -> None:
    """Refuse what cannot be done before anything is read."""
    if output is None and resume:
        raise reading.refuse("--resume continues a file: name it with -o")
    if output is None and plan.form in _FILES_ONLY:
        raise reading.refuse(f"--format {plan.form} needs a file: name it with -o")
    if output and output.is_dir():
        raise reading.refuse(f"{output} is a folder; -o names a file")
    if output and any(_is_same(path, output) for path in plan.paths):
        raise reading.refuse(f"{output} is an input, too")
    try:
        if plan.options.input_format:
            format_named(plan.options.input_format)
        codecs.lookup(plan.options.encoding)
    except FinfactsError as problem:
        raise reading.refuse(str(problem)) from None
    except LookupError:
        raise reading.refuse(f"{plan.options.encoding!r} is no encoding") from None


def _is_same(path: str, output: Path) -> bool:
    return path != STDIN and output.exists() and Path(path).exists() and output.samefile(path)


def _extract(plan: Plan, output: Path | None, watch: Watch, *, resume: bool) -> Tally:
    if plan.form == OutputFormat.TABLE:
        return print_tables(results(plan, watch=watch), output)
    if output is None:
        return stream(plan, sys.stdout.buffer, watch=watch)
    output.parent.mkdir(parents=True, exist_ok=True)
    return run(plan, output, resume=resume, watch=watch)


def _finish(tally: Tally, plan: Plan, output: Path | None) -> None:
    """Sum up on standard error and exit with the code that tells how it went."""
    if not tally.articles:
        raise reading.refuse(f"no article in {', '.join(plan.paths)}")
    if output or (tally.failed and tally.articles > 1):
        reading.complain(summary(tally))
    if tally.failed:
        raise typer.Exit(reading.FAILED)


@contextmanager
def _explained(output: Path | None) -> Iterator[None]:
    """Turn what can go wrong into one line of words and an exit code."""
    try:
        yield
    except StrictError as problem:
        reading.complain(f"stopped at the first failure: {problem}")
        raise typer.Exit(reading.FAILED) from None
    except FinfactsError as problem:
        raise reading.refuse(str(problem)) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(_PIPE_CLOSED) from None
    except OSError as problem:
        reading.complain(f"cannot write: {problem}")
        raise typer.Exit(reading.FAILED) from None
    except KeyboardInterrupt:
        kept = "; what was done is kept, --resume continues it" if output else ""
        reading.complain(f"interrupted{kept}")
        raise typer.Exit(_INTERRUPTED) from None
