"""A text file is one article: "2026-01-13_alibaba.txt"; the date may stand in its name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from finfacts.article import Article
from finfacts.errors import ReaderError
from finfacts.language.surrogates import without_surrogates
from finfacts.readers.dates import date_in_name
from finfacts.readers.decoding import decoded
from finfacts.readers.items import ReadFailure, Source
from finfacts.readers.options import ReadOptions
from finfacts.readers.unpacking import whole


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield the one article of a text file.

    Raises:
        ReaderError: the file is empty, binary, wrongly encoded or too long.
    """
    text = without_surrogates(decoded(whole(source, options), options.encoding, source.name))
    if not text.strip():
        raise ReaderError(f"{source.name}: holds no text")
    yield Article(
        text=text,
        id=source.name if source.path else f"stdin-{_digest(text)}",
        published=options.published or (date_in_name(source.path.name) if source.path else None),
    )


def _digest(text: str) -> str:
    """Return a short name that the same text always gets."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
