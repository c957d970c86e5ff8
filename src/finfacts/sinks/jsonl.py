"""JSON lines, one object for each article, and the same objects as one JSON list."""

from __future__ import annotations

from finfacts.article import ArticleFacts
from finfacts.sinks.formats import TextFormat
from finfacts.sinks.writable import in_utf8


def json_line(result: ArticleFacts) -> bytes:
    """Return the object of an article, with its line end, in UTF-8."""
    return json_object(result) + b"\n"


@in_utf8
def json_object(result: ArticleFacts) -> bytes:
    """Return the object of an article in UTF-8, decimals as strings, on one line.

    A lone surrogate in its texts is written as U+FFFD.
    """
    return result.model_dump_json().encode()


JSON_LINES = TextFormat(json_line)
JSON_LIST = TextFormat(json_object, head=b"[\n", between=b",\n", tail=b"\n]\n")
