"""Keeps what takes long to make for the next process, beside Python's compiled modules.

It is kept as Python keeps modules: in ``__pycache__`` or where ``PYTHONPYCACHEPREFIX`` says, not
where Python writes no modules either (``-B``, ``PYTHONDONTWRITEBYTECODE``, a folder that cannot be
written). Whoever can write there can change the modules as well, so what is read is trusted.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

TORN = (
    *(pickle.UnpicklingError, EOFError, ValueError, TypeError, KeyError, IndexError),
    *(OSError, AttributeError, ImportError),
)
"""What reading a file can raise that is not whole."""


def place(name: str) -> Path | None:
    """Return the file for a name; None where Python keeps nothing. Each Python has its own."""
    with suppress(NotImplementedError):
        return Path(cache_from_source(__file__)).with_suffix(f".{name}")
    return None


def read(path: Path) -> dict[object, object]:
    """Return what a file holds by key; nothing where there is no such file or it is torn."""
    try:
        found = pickle.loads(path.read_bytes())  # noqa: S301 - trusted like a compiled module
    except TORN:
        return {}
    return found if isinstance(found, dict) else {}


def write(content: dict[object, object], path: Path) -> None:
    """Write a file, whole or not at all; in silence where it cannot or should not be."""
    if sys.dont_write_bytecode:
        return
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(pickle.dumps(content))
        draft.replace(path)
