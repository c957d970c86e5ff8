"""``finfacts lexicon lookup NAME``: what a name or ticker may stand for in the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from finfacts.lexicons.instruments import Entity, Lexicon

_NOT_FOUND = 1


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    commands = typer.Typer(help="Look into the lexicon of names.", no_args_is_help=True)
    commands.callback()(_root)
    commands.command(name="lookup")(lookup)
    app.add_typer(commands, name="lexicon")


def _root() -> None:
    """Look into the lexicon of names."""


def lookup(
    name: Annotated[str, typer.Argument(help="A name, an alias or a ticker, as news writes it.")],
) -> None:
    """Show what a name or ticker may stand for, the likeliest first. Exit code 1: it is unknown."""
    from finfacts.lexicons.instruments import load_lexicon  # noqa: PLC0415 - not for the help

    lexicon = load_lexicon()
    found = list(dict.fromkeys((*lexicon.entities(name), *lexicon.by_ticker(name))))
    for entity in found:
        typer.echo(_description(entity))
    for line in _notes(lexicon, name):
        typer.echo(line)
    if not found and name not in lexicon.brokers:
        typer.echo(f"finfacts: the lexicon has no name {name!r}", err=True)
        raise typer.Exit(_NOT_FOUND)


def _description(entity: Entity) -> str:
    """Write an entity: its name, kind, symbol, listings and the forms it is known by."""
    places = " ".join(
        f"{listing.exchange}:{listing.ticker}" if listing.exchange else listing.ticker
        for listing in entity.listings
    )
    lines = (
        f"{entity.name}  {entity.kind}  {entity.symbol or '(no symbol)'}",
        places and f"  listings  {places}",
        entity.isin and f"  isin      {entity.isin}",
        entity.names and f"  names     {'; '.join(entity.names)}",
        entity.descriptors and f"  also      {'; '.join(entity.descriptors)}",
    )
    return "\n".join(line for line in lines if line)


def _notes(lexicon: Lexicon, name: str) -> list[str]:
    notes = []
    if broker := lexicon.brokers.get(name):
        notes.append(f"{broker.name}  {broker.kind}")
    if level := lexicon.levels.get(name):
        notes.append(f"  an ordinary word, too: linked only with a cue ({level})")
    return notes
