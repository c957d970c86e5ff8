"""Lines of a text that hold given places: those with "Inc.", those with "analyst"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def lines_around(clean: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    r"""Yield the bounds of the lines that places stand in, each line once.

    Args:
        clean: the text.
        places: offsets into it, in order.

    >>> list(lines_around("Gold rose.\nZorbex SA fell.", [18, 24]))
    [(11, 26)]
    """
    end = -1
    for place in places:
        if place > end:
            end = (clean.find("\n", place) + 1 or len(clean) + 1) - 1
            yield clean.rfind("\n", 0, place) + 1, end
