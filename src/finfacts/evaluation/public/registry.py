"""The public sets that ``finfacts evaluate --format`` knows, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from finfacts.errors import GoldError
from finfacts.evaluation.public.crudeoilnews import read_crudeoilnews
from finfacts.evaluation.public.fire import read_fire
from finfacts.evaluation.public.recognizers import read_recognizers
from finfacts.evaluation.public.scoring import PublicSet
from finfacts.evaluation.public.sentfin import read_sentfin

READERS: Mapping[str, Callable[[Path], PublicSet]] = {
    "crudeoilnews": read_crudeoilnews,
    "fire": read_fire,
    "recognizers": read_recognizers,
    "sentfin": read_sentfin,
}


def read_public(name: str, path: Path) -> PublicSet:
    """Read a public set by its name.

    Raises:
        GoldError: the name is not known, or the files are not what it wants.
    """
    reader = READERS.get(name)
    if reader is None:
        raise GoldError(f"no public set is called {name!r}; there are {', '.join(READERS)}")
    if not path.exists():
        raise GoldError(f"{path}: no such file or folder")
    try:
        return reader(path)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise GoldError(
            f"{path}: this is no {name} data ({type(error).__name__}: {error})"
        ) from None
