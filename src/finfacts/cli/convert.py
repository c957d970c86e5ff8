"""``finfacts convert IN OUT --to FORMAT``: annotated articles in other people's formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from finfacts.errors import FinfactsError
from finfacts.evaluation.formats.registry import convert

WRONG_INPUT = 2

Format = Literal[
    "finfacts", "brat", "labelstudio", "spacy", "prodigy", "conll", "timeml", "webannotation"
]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(name="convert")(convert_command)


def convert_command(
    source: Annotated[Path, typer.Argument(metavar="IN", help="File or folder to read.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="File or folder to write.")],
    *,
    to: Annotated[Format, typer.Option(help="The format to write.")],
    given: Annotated[Format, typer.Option("--from", help="The format to read.")] = "finfacts",
    texts: Annotated[
        Path | None,
        typer.Option(help="Articles as JSON lines, for extracted facts that hold no text."),
    ] = None,
) -> None:
    """Convert annotated articles between formats, and say what is lost."""
    try:
        lost = convert(source, target, to=to, given=given, texts=texts)
    except FinfactsError as error:
        typer.echo(f"finfacts convert: {error}", err=True)
        raise typer.Exit(WRONG_INPUT) from None
    for one in lost:
        typer.echo(f"lost: {one.times} {one.what} ({one.why})", err=True)
    if not lost:
        typer.echo("nothing lost", err=True)
