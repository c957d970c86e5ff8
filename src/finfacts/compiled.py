r"""Compiled patterns kept from run to run, beside the compiled modules: in ``__pycache__``.

Compiling hundreds of patterns takes half the time to the first fact of a fresh process. They are
kept as Python keeps modules: written at the end of a process that compiled some, read by the next,
not written where Python writes no modules either (``-B``, ``PYTHONDONTWRITEBYTECODE``, a folder
that cannot be written). ``PYTHONPYCACHEPREFIX`` moves them, too.
"""

from __future__ import annotations

import atexit
import os
import pickle
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import AnyStr, cast

import regex

Key = tuple[str | bytes, int]
_NO_FILE = (OSError, ValueError, EOFError, TypeError, AttributeError, ImportError)


def compiled(text: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    r"""Return what ``regex.compile`` makes, from an earlier run where one has made it.

    For patterns that stand in the code: each is kept.

    >>> compiled(r"\d+%").findall("up 3%, then 12%")
    ['3%', '12%']
    """
    key: Key = (text, int(flags))
    known = _kept().pop(key, None)
    if known is not None:
        with suppress(pickle.UnpicklingError, *_NO_FILE):
            return cast("regex.Pattern[AnyStr]", pickle.loads(known))  # noqa: S301 - see read
    pattern = regex.compile(text, flags)
    _made[key] = pattern
    return pattern


def read(path: Path) -> dict[Key, bytes]:
    """Return the patterns of a file, pickled; none where there is no such file or it is torn.

    Whoever can write it can write the modules beside it as well.
    """
    try:
        found = pickle.loads(path.read_bytes())  # noqa: S301 - trusted like a compiled module
    except (pickle.UnpicklingError, *_NO_FILE):
        return {}
    return found if isinstance(found, dict) else {}


def keep(made: Mapping[Key, object], path: Path) -> None:
    """Add patterns to a file, whole or not at all; in silence where it cannot be written."""
    new = {key: pickle.dumps(pattern) for key, pattern in made.items()}
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(pickle.dumps({**read(path), **new}))
        draft.replace(path)


def place() -> Path | None:
    """Return where patterns are kept; None where Python keeps nothing.

    Another release of ``regex`` or of Python keeps its own.
    """
    with suppress(NotImplementedError):
        module = Path(cache_from_source(__file__))
        return module.with_name(f"{module.stem}.regex-{regex.__version__}.patterns")
    return None


@cache
def _kept() -> dict[Key, bytes]:
    """Patterns of earlier runs; each is taken out when it is asked for."""
    path = place()
    return read(path) if path is not None else {}


_made: dict[Key, object] = {}


@atexit.register
def _keep() -> None:
    path = place()
    if _made and path is not None and not sys.dont_write_bytecode:
        keep(_made, path)
