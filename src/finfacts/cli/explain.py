"""``finfacts explain PATH``: which rule built which fact from which words, sentence by sentence."""

from __future__ import annotations

import typer

from finfacts.cli import reading
from finfacts.readers import read_articles
from finfacts.readers.items import ReadFailure
from finfacts.readers.options import ReadOptions


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(name="explain")(explain)


def explain(  # noqa: PLR0913 - the options of a command are its arguments
    paths: reading.Paths,
    *,
    published: reading.Published = None,
    text_field: reading.TextField = None,
    title_field: reading.TitleField = None,
    published_field: reading.PublishedField = None,
    encoding: reading.Encoding = "utf-8",
    input_format: reading.InputFormat = None,
) -> None:
    """Show which rule built which fact from which words, with the mentions of each sentence."""
    from rich.console import Console  # noqa: PLC0415 - slow to import, not needed for the help

    from finfacts.pipeline import extract  # noqa: PLC0415 - the same
    from finfacts.sinks.explanation import explanation  # noqa: PLC0415 - the same

    reading.check_paths(paths)
    options = ReadOptions(
        published=reading.checked_date(published),
        text_field=text_field,
        title_field=title_field,
        published_field=published_field,
        encoding=encoding,
        input_format=input_format,
    )
    console, failed = Console(highlight=False, soft_wrap=True), False
    for item in read_articles(paths, options=options):
        if isinstance(item, ReadFailure):
            reading.complain(str(item.error))
            failed = True
        else:
            console.print(explanation(item, extract(item)))
    if failed:
        raise typer.Exit(reading.FAILED)
