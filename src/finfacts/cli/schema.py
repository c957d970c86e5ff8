"""``finfacts schema``: the JSON Schema of what ``finfacts extract`` puts out."""

from __future__ import annotations

import json

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(name="schema")(schema)


def schema() -> None:
    """Print the JSON Schema of an article's output object."""
    from finfacts.article import ArticleFacts  # noqa: PLC0415 - not needed for the help

    words = ArticleFacts.model_json_schema(mode="serialization", by_alias=True)
    typer.echo(json.dumps(words, indent=2, ensure_ascii=False))
