"""Writes ``docs/command-line.md`` from the help of the commands: run it after changing an option.

With ``--check`` it writes nothing and exits with 1 where the file is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from enum import EnumType
from inspect import signature
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import typer
from typer.models import ArgumentInfo, ParameterInfo

from finfacts.cli.app import application

TARGET = Path(__file__).resolve().parents[1] / "docs" / "command-line.md"
HEAD = """# The command line

Written from the commands' own help by `python tools/write_command_line.py`.
"""


class Param(NamedTuple):
    """An argument or option: its name, declaration, default and type."""

    name: str
    info: ParameterInfo
    default: object
    hint: Any


def reference() -> str:
    """Return the whole page."""
    return HEAD + "".join(_pages(application(), ("finfacts",)))


def _pages(app: typer.Typer, names: tuple[str, ...]) -> Iterator[str]:
    callback = app.registered_callback
    if callback and callback.callback:
        yield _page(callback.callback, names, "COMMAND ...")
    for command in app.registered_commands:
        if command.callback:
            yield _page(command.callback, (*names, command.name or ""), "[OPTIONS]")
    for group in app.registered_groups:
        if group.typer_instance:
            yield from _pages(group.typer_instance, (*names, str(group.name)))


def _page(command: Callable[..., object], names: tuple[str, ...], tail: str) -> str:
    params = list(_params(command))
    wanted = [_metavar(each) for each in params if isinstance(each.info, ArgumentInfo)]
    parts = [
        f"\n{'#' * (len(names) + 1)} {' '.join(names)}\n",
        f"```\n{' '.join((*names, *wanted, tail))}\n```\n",
        f"{_line(command.__doc__)}\n",
    ]
    if params:
        rows = [f"| {_flags(param)} | {_words(param)} |" for param in params]
        parts.append("\n".join(("| | |", "|---|---|", *rows)) + "\n")
    return "\n".join(parts)


def _params(command: Callable[..., object]) -> Iterator[Param]:
    hints = get_type_hints(command, include_extras=True)
    for name, param in signature(command).parameters.items():
        hint = hints[name]
        yield Param(name, hint.__metadata__[0], param.default, hint.__origin__)


def _metavar(param: Param) -> str:
    """Return what stands for a value: the declared word, the choices, else the type."""
    if param.info.metavar or isinstance(param.info, ArgumentInfo):
        return param.info.metavar or param.name.upper()
    kinds = [kind for kind in get_args(param.hint) or (param.hint,) if kind is not type(None)]
    if get_origin(param.hint) is Literal:
        return "|".join(kinds)
    kind = kinds[0]
    if isinstance(kind, EnumType):
        return "|".join(str(each.value) for each in kind)
    return {int: "N", float: "NUMBER", str: "TEXT"}.get(kind, kind.__name__.upper())


def _flags(param: Param) -> str:
    if isinstance(param.info, ArgumentInfo):
        return f"`{_metavar(param)}`"
    first = param.info.default  # where the declaration keeps the first name of an option
    declared = ((first,) if isinstance(first, str) else ()) + tuple(param.info.param_decls or ())
    if not any(each.startswith("--") for each in declared):
        declared = (f"--{param.name.replace('_', '-')}", *declared)
    names = ", ".join(f"`{each}`" for each in declared)
    is_flag = bool in (param.hint, *get_args(param.hint))
    return names if is_flag else f"{names} `{_line(_metavar(param))}`"


def _words(param: Param) -> str:
    told = param.info.show_default if isinstance(param.info.show_default, str) else None
    plain = isinstance(param.default, str | int | float) and not isinstance(param.default, bool)
    shown = told or (param.default if plain else None)
    return _line(param.info.help) + (f" Default: {shown}." if shown is not None else "")


def _line(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def main() -> None:
    """Write the page, or check it."""
    words = reference()
    if "--check" not in sys.argv:
        TARGET.write_text(words, encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != words:
        sys.exit(f"{TARGET} is stale: run python tools/write_command_line.py")


if __name__ == "__main__":
    main()
