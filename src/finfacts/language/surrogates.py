"""Lone surrogates, half of what UTF-16 writes a sign with, become U+FFFD: no UTF-8 can hold them.

One character for one, so that offsets stay right.
"""

from __future__ import annotations

from typing import TypeVar

Plain = TypeVar("Plain")

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def without_surrogates(text: str) -> str:
    r"""Return the text with each lone surrogate replaced.

    >>> without_surrogates("up \ud83d 3%")
    'up � 3%'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(_SURROGATES)
    return text


def plain_without_surrogates(value: Plain) -> Plain:
    """Return a value made of texts, lists and objects with the surrogates in all texts replaced."""
    made: object = value
    if isinstance(value, str):
        made = without_surrogates(value)
    elif isinstance(value, list):
        made = [plain_without_surrogates(each) for each in value]
    elif isinstance(value, dict):
        made = {key: plain_without_surrogates(each) for key, each in value.items()}
    return made  # type: ignore[return-value]
