"""An HTML page is one article: its text, headline, address and date, without menus and scripts.

Offsets count in the text that is taken out, which is put out with the facts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from typing import Protocol, cast

import regex

from finfacts.article import Article
from finfacts.errors import FinfactsError, MissingExtraError, ReaderError
from finfacts.language.surrogates import without_surrogates
from finfacts.patterns import lazy
from finfacts.readers.dates import date_in_name, publication_date
from finfacts.readers.decoding import decoded
from finfacts.readers.items import ExtractedArticle, ReadFailure, Source
from finfacts.readers.options import ReadOptions
from finfacts.readers.unpacking import whole

_CHARSET = lazy(rb"<meta\b[^>]{0,200}?charset\s*+=\s*+[\"']?([\w-]+)", regex.I)
_LOOK = 4096  # bytes in which a page says its encoding
_META = lazy(r"<meta\b[^<>]{0,600}>", regex.I)
_DATE_NAME = lazy(
    r"""\b(?:property|name|itemprop)\s*+=\s*+["']?
    (?:article:published_time|og:published_time|datePublished|date|pubdate|publish[-_]?date
    |parsely-pub-date|sailthru\.date|dc\.date(?:\.issued)?|cxenseparse:recs:publishtime)["'\s>/]""",
    regex.VERBOSE | regex.I,
)
_CONTENT = lazy(r"\bcontent\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')", regex.I)
_LINKED_DATA = lazy(r'"datePublished"\s*+:\s*+"([^"\\]{8,40})"')


class Page(Protocol):
    """What trafilatura finds in a page."""

    text: str | None
    title: str | None
    url: str | None
    sitename: str | None


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield the one article of a page.

    Raises:
        ReaderError: the page holds no article text, is wrongly encoded or too long.
        MissingExtraError: trafilatura is not installed.
    """
    data = whole(source, options)
    markup = decoded(data, _declared(data) or options.encoding, source.name)
    page = _extracted(markup, source.name)
    text = without_surrogates(page.text or "") if page else ""
    if page is None or not text.strip():
        raise ReaderError(f"{source.name}: the page holds no article text")
    yield ExtractedArticle(
        text=text,
        id=source.name,
        title=_line(page.title),
        published=options.published or _published(markup, source),
        source=_line(page.sitename),
        url=_line(page.url),
    )


def _extracted(markup: str, name: str) -> Page | None:
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise MissingExtraError(
            f"{name}: reading HTML needs trafilatura: pip install 'finfacts[html]'"
        ) from None
    try:
        found = bare_extraction(
            markup,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as problem:  # untrusted pages meet a large parser: its errors are ours
        raise ReaderError(f"{name}: the page cannot be parsed: {problem}") from problem
    return cast("Page | None", found)


def _declared(data: bytes) -> str | None:
    """Return the encoding that the page declares, where Python knows it."""
    found = _CHARSET.search(data, 0, _LOOK)
    name = found[1].decode("ascii", "replace").lower() if found else None
    # browsers read pages that say Latin-1 as Windows-1252, and so they are written
    return "windows-1252" if name in {"iso-8859-1", "latin-1", "latin1"} else name


def _published(markup: str, source: Source) -> dt.datetime | dt.date | None:
    """Return the date in the file's name, else what the page's metadata say."""
    if source.path and (day := date_in_name(source.path.name)):
        return day
    for text in _metadata_dates(markup):
        with suppress(FinfactsError):
            if found := publication_date(text):
                return found
    return None


def _metadata_dates(markup: str) -> Iterator[str]:
    for found in _LINKED_DATA.finditer(markup):
        yield found[1]
    for tag in _META.findall(markup):
        if _DATE_NAME.search(tag) and (content := _CONTENT.search(tag)):
            yield unescape(content[1] or content[2] or "")


def _line(text: str | None) -> str | None:
    return without_surrogates(" ".join((text or "").split())) or None
