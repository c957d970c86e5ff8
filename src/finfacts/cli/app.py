"""The ``finfacts`` command: finds the command that is meant and imports no other."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Annotated

import typer

import finfacts

_COLLECT_AFTER = 300_000  # objects; starting leaves 170,000, and Python's own setting is 700
COMMANDS = {
    "extract": "finfacts.cli.extract",
    "explain": "finfacts.cli.explain",
    "schema": "finfacts.cli.schema",
    "lexicon": "finfacts.cli.lexicon",
    "evaluate": "finfacts.cli.evaluate",
    "convert": "finfacts.cli.convert",
}


def main() -> None:
    """Run the command line of this process."""
    # Nearly all that is made at the start stays, and articles leave few cycles behind: collecting
    # as often as Python does would take a tenth of the time to the first fact.
    gc.set_threshold(_COLLECT_AFTER)
    given = sys.argv[1] if len(sys.argv) > 1 else ""
    quick = "schema" if given == "--version" else None  # any one will do
    application(given if given in COMMANDS else quick)(prog_name="finfacts")


def application(only: str | None = None) -> typer.Typer:
    """Return the application with all commands, or with one, which starts sooner.

    Args:
        only: name of the one command.
    """
    app = typer.Typer(
        name="finfacts",
        help="Read finance news and put out structured facts.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="markdown",
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for name, module in COMMANDS.items():
        if only is None or name == only:
            import_module(module).register(app)
    return app


def _show_version(asked: bool) -> None:  # noqa: FBT001 - how typer calls back
    if asked:
        typer.echo(f"finfacts {finfacts.__version__}")
        raise typer.Exit


def _root(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Show the version and exit.",
            is_eager=True,
            callback=_show_version,
        ),
    ] = False,
) -> None:
    """Read finance news and put out structured facts."""
