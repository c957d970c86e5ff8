"""Which reader reads which file: ".txt" is text, ".jsonl.gz" is packed JSON lines.

A plug-in is an entry point of the group ``finfacts.readers``: its name is the file suffix without
the dot, its value a function ``read(source, options)`` that yields articles and failures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple, cast

from finfacts.article import Article
from finfacts.errors import ReaderError
from finfacts.readers.items import ReadFailure, Source
from finfacts.readers.options import ReadOptions

Reader = Callable[[Source, ReadOptions], Iterator[Article | ReadFailure]]
GROUP = "finfacts.readers"
PACKED = (".gz", ".zst")


class Format(NamedTuple):
    """A file format.

    Attributes:
        name: what ``--input-format`` calls it.
        suffixes: how its files' names end.
        reader: where its reader is, as an entry point says it.
        one_article: whether a file holds one article.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    one_article: bool = False


BUILT_IN = (
    Format("text", (".txt", ".text", ".md"), "finfacts.readers.text:read", one_article=True),
    Format("html", (".html", ".htm", ".xhtml"), "finfacts.readers.html:read", one_article=True),
    Format("jsonl", (".jsonl", ".ndjson"), "finfacts.readers.jsonl:read"),
    Format("json", (".json",), "finfacts.readers.json_documents:read"),
    Format("csv", (".csv",), "finfacts.readers.tables:read"),
    Format("tsv", (".tsv", ".tab"), "finfacts.readers.tables:read"),
    Format("parquet", (".parquet", ".pq"), "finfacts.readers.parquet:read"),
)


@cache
def formats() -> tuple[Format, ...]:
    """Return the built-in formats and those of installed plug-ins."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow, and seldom needed

    found = entry_points(group=GROUP)
    return (*BUILT_IN, *(Format(each.name, (f".{each.name}",), each.value) for each in found))


def format_named(name: str) -> Format:
    """Return the format of that name.

    Raises:
        ReaderError: there is none; the message lists the names.
    """
    for form in BUILT_IN:
        if form.name == name:
            return form
    for form in formats():
        if form.name == name:
            return form
    names = ", ".join(each.name for each in formats())
    raise ReaderError(f"no input format is called {name!r}; there are {names}")


def format_of(path: PurePath) -> str | None:
    """Return the name of the format that a file's name tells, or None.

    >>> format_of(PurePath("news/2026-01.JSONL.gz"))
    'jsonl'
    """
    suffix = inner_suffix(path)
    for form in BUILT_IN:
        if suffix in form.suffixes:
            return form.name
    return next((each.name for each in formats() if suffix in each.suffixes), None)


def inner_suffix(path: PurePath) -> str:
    """Return the suffix in lower case, without that of the packing.

    >>> inner_suffix(PurePath("a.txt.gz"))
    '.txt'
    """
    suffix = path.suffix.lower()
    return PurePath(path.stem).suffix.lower() if suffix in PACKED else suffix


def known_suffixes() -> str:
    """Return the suffixes that can be read, for a message."""
    return " ".join(suffix for form in formats() for suffix in form.suffixes)


def reader(form: Format) -> Reader:
    """Import the reader of a format."""
    module, _, name = form.reader.partition(":")
    return cast("Reader", getattr(import_module(module), name))
