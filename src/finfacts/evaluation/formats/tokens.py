"""Cuts a text into words so that annotations start and end at words: "1.23", "-", "$", "1.25"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")


def cut(text: str, edges: Iterable[int]) -> list[tuple[int, int]]:
    """Return the bounds of pieces that cover the text: words, marks and stretches of space.

    Args:
        text: any text.
        edges: offsets that no piece may reach across.
    """
    bounds = {0, len(text), *(edge for edge in edges if 0 <= edge <= len(text))}
    for found in _PIECES.finditer(text):
        bounds.update(found.span())
    return list(pairwise(sorted(bounds)))


def words(text: str, edges: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the pieces that are no space."""
    return ((start, end) for start, end in cut(text, edges) if not text[start:end].isspace())
