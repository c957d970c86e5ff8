"""What a reader may be told: column names ("body"), dates, encoding, limits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class ReadOptions:
    """How files are read.

    Attributes:
        published: the date of articles whose data give none.
        text_field: column of the body; where None, the usual names are looked for.
        title_field: column of the headline.
        published_field: column of the publication date.
        id_field: column of the identifier.
        source_field: column of the publisher.
        url_field: column of the address.
        encoding: of files without a byte order mark.
        input_format: read every file as this format, whatever its name.
        max_bytes: the longest article, line or cell that is read, unpacked.
        max_ratio: how many times its packed size a file may unpack to.
        exclude: files that are not read where a folder or glob holds them, resolved.
    """

    published: dt.datetime | dt.date | None = None
    text_field: str | None = None
    title_field: str | None = None
    published_field: str | None = None
    id_field: str | None = None
    source_field: str | None = None
    url_field: str | None = None
    encoding: str = "utf-8"
    input_format: str | None = None
    max_bytes: int = 64 * _MEBIBYTE
    max_ratio: int = 250
    exclude: tuple[Path, ...] = ()
