"""The text formats by name ("jsonl", "json", "csv", "html"): a result as bytes, and what is around.

A plug-in is an entry point of the group ``finfacts.sinks`` whose value is a ``TextFormat``.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from finfacts.article import ArticleFacts

GROUP = "finfacts.sinks"


class TextFormat(NamedTuple):
    """How results become bytes.

    Attributes:
        encode: makes the bytes of one result; may be none.
        head: what stands before the first.
        between: what stands between two.
        tail: what stands behind the last.
    """

    encode: Callable[[ArticleFacts], bytes]
    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""


_BUILT_IN = {
    "jsonl": "finfacts.sinks.jsonl:JSON_LINES",
    "json": "finfacts.sinks.jsonl:JSON_LIST",
    "csv": "finfacts.sinks.spreadsheet:CSV",
    "html": "finfacts.sinks.page:PAGE",
}


def text_format(name: str) -> TextFormat | None:
    """Return the text format of that name, or None where there is none."""
    place = _BUILT_IN.get(name) or _plugged_in(name)
    if place is None:
        return None
    module, _, attribute = place.partition(":")
    return cast("TextFormat", getattr(import_module(module), attribute))


def _plugged_in(name: str) -> str | None:
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow, and seldom needed

    return next((each.value for each in entry_points(group=GROUP, name=name)), None)
