"""Facts as tables on a terminal: type, subject, claim, when and the words that say so."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from finfacts.article import ArticleFacts
from finfacts.facts import Fact
from finfacts.sinks.wording import claim, subject, when
from finfacts.values import Span

_TONES = {"up": "green", "down": "red", "flat": "yellow"}
_MAX_WARNINGS = 5


def article_table(result: ArticleFacts) -> RenderableType:
    """Return what a terminal shows of one article: a heading, its facts or its error."""
    parts: list[RenderableType] = [_heading(result)]
    if result.error:
        parts.append(Text(f"  {result.error.kind}: {result.error.message}", style="red"))
    parts += [Text(f"  {visible(each)}", "yellow") for each in result.warnings[:_MAX_WARNINGS]]
    if result.facts:
        parts.append(_table(result.facts))
    elif not result.error:
        parts.append(Text("  no facts", style="dim"))
    return Group(*parts, "")


def _heading(result: ArticleFacts) -> Text:
    name = visible(result.title or result.id or "article")
    date = f"  {result.published.isoformat()}" if result.published else ""
    place = f"  {visible(result.id)}" if result.title and result.id else ""
    return Text.assemble((name, "bold"), (date, "cyan"), (place, "dim"))


def _table(facts: tuple[Fact, ...]) -> Table:
    table = Table(show_edge=False, pad_edge=False, header_style="dim", row_styles=["", ""])
    table.add_column("type", no_wrap=True)
    table.add_column("subject", ratio=3)
    table.add_column("claim", ratio=5)
    table.add_column("when", ratio=2)
    table.add_column("evidence", ratio=6, style="dim")
    for fact in facts:
        table.add_row(*_row(fact))
    return table


def _row(fact: Fact) -> tuple[Text, ...]:
    tone = _TONES.get(getattr(fact, "direction", None) or "", "")
    return (
        Text(fact.type.replace("_", " ")),
        Text(visible(subject(fact)), style="bold"),
        Text(visible(claim(fact)), style=tone),
        Text(when(fact)),
        Text(evidence_words(fact.evidence)),
    )


def evidence_words(evidence: tuple[Span, ...]) -> str:
    """Return the words of the evidence on one line, gaps marked "…"."""
    return visible(" … ".join(span.text for span in evidence))


def visible(text: str) -> str:
    """Make one line of text without control signs, which a terminal would obey."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
