"""Tables for a terminal: nothing of an article's text steers the terminal."""

from __future__ import annotations

import io

from rich.console import Console

from finfacts.article import ArticleFacts
from finfacts.sinks.table import article_table
from finfacts.values import Span


def shown(result: ArticleFacts, width: int = 200) -> str:
    place = io.StringIO()
    Console(file=place, width=width, color_system=None).print(article_table(result))
    return place.getvalue()


def test_a_line_for_each_fact(results: list[ArticleFacts]) -> None:
    lines = shown(results[0]).splitlines()
    assert lines[0] == "Boeing falls  2026-01-13T06:30:00-05:00  one"
    assert [line.strip() for line in lines[1:3]] == ["a warning", "another"]
    cells = [cell.strip() for cell in lines[6].split("│")]
    assert cells == ["price level", "Boeing (BA)", "low $180.5 (52-week)", "2025-10-02", "here"]
    assert len(lines) == 3 + 2 + 7 + 2  # heading and warnings, head, facts, one wrapped, a gap


def test_failures_and_empty_articles_are_shown(results: list[ArticleFacts]) -> None:
    assert shown(results[1]).split("\n")[:2] == ["bad", "  ReaderError: =1+1 is no text"]
    assert shown(results[3]).split("\n")[:2] == ["empty", "  no facts"]


def test_control_signs_and_markup_are_shown_as_text(results: list[ArticleFacts]) -> None:
    span = Span(text="up\x1b[31m 3%[/bold] [red]\u202e", start=0, end=22)
    fact = results[0].facts[0].model_copy(update={"evidence": (span,)})
    words = shown(ArticleFacts(id="\x1b]0;x\x07", facts=(fact,)))
    assert "\x1b" not in words
    assert "\u202e" not in words
    assert "up [31m 3%[/bold] [red]" in words


def test_narrow_terminals(results: list[ArticleFacts]) -> None:
    assert max(map(len, shown(results[0], width=60).splitlines())) <= 60
