"""JSON lines: one object a line, ``{"id": …, "published": …, "text": …}``; a bad line is marked."""

from __future__ import annotations

import json
from collections.abc import Iterator

from finfacts.article import Article
from finfacts.errors import ReaderError
from finfacts.readers.decoding import lines
from finfacts.readers.items import ReadFailure, Source
from finfacts.readers.options import ReadOptions
from finfacts.readers.records import article_of
from finfacts.readers.unpacking import blocks


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield an article or a failure for each line that is not blank."""
    name = source.name
    for line in lines(blocks(source, options), options.encoding, name, options.max_bytes):
        place = f"{name}:{line.number}"
        if line.error:
            yield ReadFailure(name, place, line.error)
        elif line.text and not line.text.isspace():
            yield _article(line.text, place, name, options)


def _article(text: str, place: str, name: str, options: ReadOptions) -> Article | ReadFailure:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as problem:
        return ReadFailure(name, place, ReaderError(f"{place}: no JSON: {problem}"))
    return article_of(record, place, name, options)
