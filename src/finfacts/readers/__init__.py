"""Files in, articles out: text, HTML, JSON, JSON lines, CSV and Parquet, also ``.gz`` and ``.zst``.

Nothing an input file holds stops the others: what cannot be read comes out as a ``ReadFailure``
in the place of the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from finfacts.article import Article
from finfacts.errors import FinfactsError
from finfacts.readers.finding import find_sources
from finfacts.readers.formats import Format, format_named, reader
from finfacts.readers.items import ReadFailure, Source, Unread
from finfacts.readers.options import ReadOptions
from finfacts.readers.sniffing import sniffed

DEFAULTS = ReadOptions()


def read_articles(
    paths: Iterable[Path | str], *, options: ReadOptions = DEFAULTS
) -> Iterator[Article | ReadFailure]:
    """Read articles from files, folders, globs and ``-`` (standard input), in that order.

    Args:
        paths: what to read; a folder is walked in sorted order, a glob such as ``news/*.txt`` too.
        options: column names, dates, encoding and limits.

    Yields:
        One item for each article: itself, or the failure that stands in its place.
    """
    for item in read_items(paths, options=options):
        yield resolve(item) if isinstance(item, Unread) else item


def read_items(
    paths: Iterable[Path | str],
    *,
    options: ReadOptions = DEFAULTS,
    advance: Callable[[int], None] | None = None,
) -> Iterator[Article | ReadFailure | Unread]:
    """Read like ``read_articles``, but leave files of one article unopened.

    Args:
        paths: what to read.
        options: column names, dates, encoding and limits.
        advance: called with the number of bytes that reading came further.
    """
    for found in find_sources(paths, options):
        if isinstance(found, ReadFailure):
            yield found
            continue
        yield from _read_source(found._replace(advance=advance), options)


def resolve(unread: Unread) -> Article | ReadFailure:
    """Open a file of one article and read it."""
    source, options = unread
    return next(_guarded(source, options, format_named(source.format or "text")))


def _read_source(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure | Unread]:
    if source.format is not None and format_named(source.format).one_article:
        if source.advance:
            source.advance(source.size)
        yield Unread(source._replace(advance=None), options)
        return
    try:
        source = source if source.format else sniffed(source, options)
    except FinfactsError as problem:
        yield ReadFailure(source.name, source.name, problem)
        return
    yield from _guarded(source, options, format_named(source.format or "text"))


def _guarded(source: Source, options: ReadOptions, form: Format) -> Iterator[Article | ReadFailure]:
    """Read one source; an error becomes its last item."""
    try:
        yield from reader(form)(source, options)
    except FinfactsError as problem:
        yield ReadFailure(source.name, source.name, problem)
