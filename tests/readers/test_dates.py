"""Publication dates as data write them, and in the names of files."""

from __future__ import annotations

import datetime as dt

import pytest

from finfacts.errors import ReaderError
from finfacts.readers.dates import date_in_name, publication_date

DAY = "2026-01-13"
MORNING = "2026-01-13T06:30:00-05:00"
UTC = "2026-01-13T11:30:00+00:00"

READ = [
    (DAY, ["2026-01-13", " 2026-01-13 ", "20260113", dt.date(2026, 1, 13)]),
    (DAY, ["January 13, 2026", "Jan 13, 2026", "Jan. 13, 2026", "13 January 2026", "13 Jan 2026"]),
    (MORNING, [MORNING, "2026-01-13 06:30:00-05:00", "2026-01-13T06:30-05:00"]),
    (MORNING, ["Tue, 13 Jan 2026 06:30:00 -0500"]),
    (UTC, ["2026-01-13T11:30:00Z", "2026-01-13 11:30:00 UTC", "Tue, 13 Jan 2026 11:30:00 GMT"]),
    (UTC, [1768303800, "1768303800", 1768303800.0, 1768303800000]),
    ("2026-01-13T06:30:00", ["2026-01-13 06:30:00", "2026-01-13T06:30"]),
]
NOT_READ = [
    "01/02/2026",
    "1.2.2026",
    "yesterday",
    "2026",
    "2026-13-01",
    "2026-01-13T25:00",
    "Tuesday",
    "13 January",
    "Q1 2026",
    45000,
    True,
    -1,
    1e300,
    float("nan"),
    {"day": 1},
    "x" * 10_000,
]


@pytest.mark.parametrize(
    ("expected", "value"), [(each, value) for each, values in READ for value in values]
)
def test_dates(expected: str, value: object) -> None:
    found = publication_date(value)
    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize("value", NOT_READ)
def test_what_is_no_date(value: object) -> None:
    with pytest.raises(ReaderError, match="no date that can be read in one way"):
        publication_date(value)


@pytest.mark.parametrize("value", [None, "", "  "])
def test_no_date(value: object) -> None:
    assert publication_date(value) is None


NAMES = [
    ("2026-01-13_boeing.txt", DAY),
    ("boeing_20260113.txt", DAY),
    ("boeing-2026.01.13.html", DAY),
    ("2026_01_13T0630.txt", DAY),
    ("2026-01-13_as_of_2026-01-13.txt", DAY),
    ("2026-01-13_to_2026-01-14.txt", None),
    ("boeing-2026.txt", None),
    ("2026-13-45.txt", None),
    ("120260113.txt", None),
    ("202601131.txt", None),
    ("18260113.txt", None),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_dates_in_names(name: str, expected: str | None) -> None:
    found = date_in_name(name)
    assert (found and found.isoformat()) == expected
