r"""Compiled patterns, kept from run to run: they take half the time to a process's first fact."""

from __future__ import annotations

import atexit
import pickle
from contextlib import suppress
from functools import cache
from typing import AnyStr, cast

import regex

from finfacts.keeping import TORN, place, read, write

_made: dict[object, object] = {}


def compiled(text: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    r"""Return what ``regex.compile`` makes, from an earlier run where one has made it.

    For patterns that stand in the code: each is kept.

    >>> compiled(r"\d+%").findall("up 3%, then 12%")
    ['3%', '12%']
    """
    key = (text, int(flags))
    known = _kept().pop(key, None)
    if isinstance(known, bytes):
        with suppress(*TORN):
            return cast("regex.Pattern[AnyStr]", pickle.loads(known))  # noqa: S301 - our own
    pattern = regex.compile(text, flags)
    _made[key] = pattern
    return pattern


@cache
def _kept() -> dict[object, object]:
    """Patterns of earlier runs, pickled; each is taken out when it is asked for."""
    path = place(_NAME)
    return read(path) if path is not None else {}


@atexit.register
def _keep() -> None:
    """Add what this process compiled to what is kept."""
    path = place(_NAME)
    if _made and path is not None:
        new: dict[object, object] = {key: pickle.dumps(made) for key, made in _made.items()}
        write({**read(path), **new}, path)


_NAME = f"regex-{regex.__version__}.patterns"  # another release compiles to something else
