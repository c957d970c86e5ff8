"""Python's search for cycles, held off where there are none: while an article is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold off the search for garbage that holds itself; on again afterwards, where it was on.

    For work that leaves none: what it lets go is freed at once all the same. Safe in threads:
    whoever found the search on turns it on again.

    >>> with uncollected():
    ...     print(gc.isenabled())
    False
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
