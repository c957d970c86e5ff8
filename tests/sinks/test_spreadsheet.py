"""Facts as CSV: one row each, typed text, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from finfacts.article import ArticleFacts
from finfacts.sinks.columns import fact_columns
from finfacts.sinks.spreadsheet import COLUMNS, CSV, safe


def read(results: list[ArticleFacts]) -> list[dict[str, str]]:
    data = CSV.head + b"".join(CSV.encode(result) for result in results)
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_a_row_for_each_fact_and_each_failure(results: list[ArticleFacts]) -> None:
    rows = read(results)
    assert [(row["article_id"], row["fact"], row["type"]) for row in rows] == [
        ("one", "0", "price_move"),
        ("one", "1", "price_level"),
        ("one", "2", "analyst_action"),
        ("one", "3", "sentiment"),
        ("one", "4", "message_volume"),
        ("one", "5", "poll"),
        ("one", "6", "metric"),
        ("bad", "", ""),
        ("'+1", "0", "metric"),
    ]
    assert rows[7]["error"] == "ReaderError: =1+1 is no text"


def test_cells(results: list[ArticleFacts]) -> None:
    move, level, *_, poll, metric = read(results)[:7]
    filled = {name: cell for name, cell in move.items() if cell}
    assert filled == {
        "article_id": "one",
        "fact": "0",
        "published_date": "2026-01-13",
        "type": "price_move",
        "subject_name": "Boeing",
        "subject_symbol": "BA",
        "claim": "down about 12.2% from record high $192.67 (2025-10-02)",
        "evidence": "here",
        "subject_exchange": "XNYS",
        "subject_kind": "equity",
        "subject_link": "alias",
        "subject_confidence": "1",
        "direction": "down",
        "percent": "12.2",
        "percent_comparator": "about",
        "percent_unit": "percent",
        "period_start": "2026-01-01",
        "period_end": "2026-01-13",
        "period_granularity": "year",
        "period_timex": "2026",
        "session": "premarket",
        "baseline_kind": "record_high",
        "baseline_level": "192.67",
        "baseline_level_comparator": "exact",
        "baseline_level_unit": "currency",
        "baseline_level_currency": "USD",
        "baseline_date_start": "2025-10-02",
        "baseline_date_end": "2025-10-02",
        "baseline_date_granularity": "day",
        "baseline_date_timex": "XXXX-10-02",
        "sentence": "here",
        "sentence_start": "3",
        "sentence_end": "7",
        "sentence_field": "text",
        "assertion": "reported",
        "rule": "some_rule",
        "key": "k",
    }
    assert (level["period_start"], level["window_timex"]) == ("2025-10-02", "P52W")
    assert (poll["share"], poll["subject_name"]) == ("70", "")
    assert (metric["value"], metric["versus_value"]) == ("1200000000", "700000000")


def test_no_cell_is_a_formula(results: list[ArticleFacts]) -> None:
    cells = [cell for row in read(results) for cell in row.values() if cell]
    assert not [cell for cell in cells if cell[0] in "=+-@\t\r\n"]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\n=x"])
def test_formulas_are_quoted(text: str) -> None:
    assert safe(text) == "'" + text


def test_numbers_are_plain(results: list[ArticleFacts]) -> None:
    row = read(results)[-1]
    assert Decimal(row["value_low"]) == Decimal("9" * 60)
    assert row["value_high"] == "0." + "0" * 29 + "1"


def test_columns_have_one_name_each() -> None:
    names = [column.name for column in COLUMNS]
    assert len(names) == len(set(names))
    assert {column.kind for column in fact_columns()} == {
        "text",
        "integer",
        "decimal",
        "date",
        "texts",
        "spans",
    }
