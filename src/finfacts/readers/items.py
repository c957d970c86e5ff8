"""What flows through the readers: a source, an unopened file, a failure, an extracted article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from finfacts.article import Article
from finfacts.errors import FinfactsError
from finfacts.readers.options import ReadOptions


class Source(NamedTuple):
    """One file, or standard input.

    Attributes:
        name: how it was given, or its place in a folder that was given.
        path: where it is; None for standard input.
        format: name of its format; None where the content must tell.
        size: bytes on disk; 0 where not known.
        opened: its unpacked bytes, where reading has begun.
        advance: called with the number of bytes that reading came further.
    """

    name: str
    path: Path | None
    format: str | None
    size: int = 0
    opened: Iterator[bytes] | None = None
    advance: Callable[[int], None] | None = None


class Unread(NamedTuple):
    """A file that holds one article and is not opened yet, so that a worker can open it."""

    source: Source
    options: ReadOptions


class ReadFailure(NamedTuple):
    """An article that could not be read.

    Attributes:
        source: the file's name, as given.
        id: what the article would have been called.
        error: what is wrong and what would do.
    """

    source: str
    id: str | None
    error: FinfactsError


class ExtractedArticle(Article):
    """An article whose text a reader took out of a page, so that offsets count in that text."""
