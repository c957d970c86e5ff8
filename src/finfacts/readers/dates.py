"""Publication dates: "2026-01-13T06:30Z", "Tue, 13 Jan 2026 06:30:00 GMT", 1768285800, file names.

A date that could be read in two ways ("01/02/2026") is no date.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from email.utils import parsedate_to_datetime

import regex

from finfacts.errors import ReaderError
from finfacts.patterns import lazy

_IN_NAME = lazy(
    r"(?<!\d) (?P<year>(?:19|20)\d\d) (?P<dash>[-_.]?) (?P<month>\d\d) (?P=dash) (?P<day>\d\d)"
    r"(?!\d)",
    regex.VERBOSE,
)
_UTC = lazy(r"[ ](?:UTC|GMT)$")
_WORDED = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%b. %d, %Y")
_MILLISECONDS = 10**11  # seconds from here on would lie past the year 5138
_FIRST_STAMP = 10**8  # 1973: what is smaller is a year or a serial number
_LAST_STAMP = 10**13
_DATE_LENGTH = len("2026-01-13")


def publication_date(value: object) -> dt.datetime | dt.date | None:
    """Return the date that a record gives; None where it gives none.

    Raises:
        ReaderError: it is no date, or could be read in two ways.

    >>> publication_date("Tue, 13 Jan 2026 06:30:00 -0500").isoformat()
    '2026-01-13T06:30:00-05:00'
    """
    if value is None or isinstance(value, dt.date):
        return value
    text = str(value).strip()
    if not text:
        return None
    found = _stamp(value, text) or _iso(text) or _mail(text) or _worded(text)
    if found is None:
        raise ReaderError(
            f"published is no date that can be read in one way: {text[:60]!r}; "
            "write 2026-01-13 or 2026-01-13T06:30:00-05:00"
        )
    return found


def date_in_name(name: str) -> dt.date | None:
    """Return the date in a file's name; None where there is none, or two that differ.

    >>> date_in_name("2026-01-13_alibaba.txt")
    datetime.date(2026, 1, 13)
    """
    found = set()
    for match in _IN_NAME.finditer(name):
        with suppress(ValueError):
            found.add(dt.date(*(int(match[part]) for part in ("year", "month", "day"))))
    return found.pop() if len(found) == 1 else None


def _stamp(value: object, text: str) -> dt.datetime | None:
    """Read seconds or milliseconds since 1970."""
    if isinstance(value, bool) or not text.isascii():
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    if not _FIRST_STAMP <= number < _LAST_STAMP:
        return None
    seconds = number / 1000 if number >= _MILLISECONDS else number
    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC)


def _iso(text: str) -> dt.datetime | dt.date | None:
    with suppress(ValueError):
        if len(text) > _DATE_LENGTH:
            return dt.datetime.fromisoformat(_UTC.sub("+00:00", text))
        return dt.date.fromisoformat(text)
    return None


def _mail(text: str) -> dt.datetime | None:
    """Read the form of mail and RSS; a bare day name or number is not enough."""
    if ":" not in text or "," not in text[:5]:
        return None
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return parsedate_to_datetime(text)
    return None


def _worded(text: str) -> dt.date | None:
    plain = " ".join(text.split())
    for form in _WORDED:
        with suppress(ValueError):
            return dt.datetime.strptime(plain, form).date()  # noqa: DTZ007 - a day has no zone
    return None
