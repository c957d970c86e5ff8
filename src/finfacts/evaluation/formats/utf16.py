"""Code points to UTF-16 code units and back: "📈 up" is five code units, four code points."""

from __future__ import annotations

from bisect import bisect_left

LAST_SINGLE = "\uffff"


def wide(text: str) -> list[int]:
    """Return where the code points stand that take two UTF-16 code units."""
    if text.isascii():
        return []
    return [index for index, character in enumerate(text) if character > LAST_SINGLE]


def to_utf16(offset: int, wide_at: list[int]) -> int:
    """Return the UTF-16 offset of a code-point offset.

    >>> to_utf16(2, wide("📈 up"))
    3
    """
    return offset + bisect_left(wide_at, offset)


def from_utf16(offset: int, wide_at: list[int]) -> int:
    """Return the code-point offset of a UTF-16 offset; inside a pair, the character's own.

    >>> from_utf16(3, wide("📈 up"))
    2
    """
    units = [at + index for index, at in enumerate(wide_at)]
    return offset - bisect_left(units, offset)
