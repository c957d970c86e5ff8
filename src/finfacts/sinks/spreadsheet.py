"""Facts as CSV, one row each; no cell can be read as a formula by a spreadsheet.

A failed article has a row of its own with the column ``error``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal

from finfacts.article import ArticleFacts
from finfacts.sinks.columns import Column, fact_columns
from finfacts.sinks.formats import TextFormat
from finfacts.sinks.rows import fact_rows
from finfacts.sinks.writable import in_utf8

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_GAP = " … "
COLUMNS = (*fact_columns(), Column("error", "text"))


@in_utf8
def csv_rows(result: ArticleFacts) -> bytes:
    """Return the rows of a result in UTF-8; none where it has neither facts nor an error."""
    rows = fact_rows(result)
    if result.error:
        words = f"{result.error.kind}: {result.error.message}"
        rows = [{"article_id": result.id, "error": words}]
    return _written([_cells(row) for row in rows])


def safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with a quote before it.

    >>> safe("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cells(row: Mapping[str, object]) -> list[str]:
    return [_cell(row.get(column.name)) for column in COLUMNS]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, list):
        return safe(_GAP.join(each["text"] if isinstance(each, dict) else each for each in value))
    return safe(value) if isinstance(value, str) else str(value)


def _written(rows: list[list[str]]) -> bytes:
    place = io.StringIO()
    csv.writer(place, lineterminator="\n").writerows(rows)
    return place.getvalue().encode()


CSV = TextFormat(csv_rows, head=_written([[column.name for column in COLUMNS]]))
