"""``finfacts schema``: the JSON Schema of what ``finfacts extract`` puts out."""

from __future__ import annotations

import json

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(name="schema")(schema)


def schema() -> None:
    """Print the JSON Schema of an article's output object."""
    from finfacts.sinks.schema import output_schema  # noqa: PLC0415 - not needed for the help

    typer.echo(json.dumps(output_schema(), indent=2, ensure_ascii=False))
