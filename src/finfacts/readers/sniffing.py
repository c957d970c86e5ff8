"""Tells the format of a stream without a name: JSON lines, JSON, HTML, else text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

import regex

from finfacts.patterns import lazy
from finfacts.readers.items import Source
from finfacts.readers.options import ReadOptions
from finfacts.readers.unpacking import blocks

_LOOK = 1024 * 1024  # bytes in which the first line should end
_JSON = lazy(rb'\s*+ (?: \{ \s*+ ["}] | \[ \s*+ [\{\]] )', regex.VERBOSE)
_HTML = lazy(rb"\s*+<(?:!doctype\s++html|html|head|body)\b", regex.I)
_MARK = b"\xef\xbb\xbf"


def sniffed(source: Source, options: ReadOptions) -> Source:
    """Open a source and return it with its format and with its bytes unspent."""
    stream = blocks(source, options)
    head = _first_line(stream)
    return source._replace(format=format_of_head(head), opened=chain([head], stream))


def format_of_head(head: bytes) -> str:
    """Return the name of the format that the first bytes tell.

    >>> format_of_head(b'{"text": "Gold rose 1%."}')
    'jsonl'
    >>> format_of_head(b"[Reuters] Gold rose 1%.")
    'text'
    """
    head = head.removeprefix(_MARK)
    if _HTML.match(head):
        return "html"
    if not _JSON.match(head):
        return "text"
    return "jsonl" if _is_object(head.lstrip().partition(b"\n")[0]) else "json"


def _first_line(stream: Iterator[bytes]) -> bytes:
    """Take blocks until one line that is not blank is whole."""
    head = b""
    for block in stream:
        head += block
        if b"\n" in head.lstrip() or len(head) > _LOOK:
            break
    return head


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
