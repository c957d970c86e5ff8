"""Options that several commands share: where the articles are and how their columns are called."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import typer

from finfacts.article import parse_published
from finfacts.errors import ArticleError
from finfacts.readers.finding import is_missing

USAGE = 2  # exit code: the command was called wrongly, or found no input
FAILED = 1  # exit code: some articles failed


def _column(words: str, default: str) -> Any:  # noqa: ANN401 - what typer gives back
    """Return the option that names a column of the input."""
    return typer.Option(metavar="NAME", help=words, show_default=default, rich_help_panel="Columns")


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders or globs; - reads standard input.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Date of articles that give none: 2026-01-13 or 2026-01-13T06:30:00-05:00.",
    ),
]
TextField = Annotated[
    str | None,
    _column("Column of the article's text.", "text, body, content and the like"),
]
TitleField = Annotated[
    str | None,
    _column("Column of the headline.", "title, headline"),
]
PublishedField = Annotated[
    str | None,
    _column("Column of the publication date.", "published, date and the like"),
]
IdField = Annotated[
    str | None,
    _column("Column of the identifier.", "id, article_id and the like"),
]
SourceField = Annotated[
    str | None,
    _column("Column of the publisher.", "source, publisher and the like"),
]
UrlField = Annotated[
    str | None,
    _column("Column of the address.", "url, link"),
]
Encoding = Annotated[
    str, typer.Option(metavar="NAME", help="Encoding of files without a byte order mark.")
]
InputFormat = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Read every file as text, html, jsonl, json, csv, tsv or parquet.",
        show_default="by file name",
    ),
]


def complain(message: str) -> None:
    """Write one line of words to standard error."""
    typer.echo(f"finfacts: {message}", err=True)


def refuse(message: str) -> typer.Exit:
    """Say what is wrong with the call, and return the exit that follows."""
    complain(message)
    return typer.Exit(USAGE)


def checked_date(published: str | None) -> dt.datetime | dt.date | None:
    """Return the date of ``--published``; a wrong one ends the command."""
    try:
        return parse_published(published)
    except ArticleError as problem:
        raise refuse(f"--published: {problem}") from None


def check_paths(paths: list[str]) -> None:
    """End the command where a path names nothing."""
    for path in paths:
        if is_missing(path):
            raise refuse(f"{path}: there is no such file or folder")
