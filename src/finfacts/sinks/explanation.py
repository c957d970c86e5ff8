"""An article explained: each sentence with its mentions, and each fact with its rule and words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from finfacts.article import Article, ArticleFacts
from finfacts.facts import Fact, FactBase, Mention
from finfacts.sinks.table import evidence_words, visible
from finfacts.sinks.wording import claim, subject, value_words
from finfacts.values import Span

_SHARED = frozenset(FactBase.model_fields) | {"type", "subject"}
_KIND_WIDTH = 16


def explanation(article: Article, result: ArticleFacts) -> Text:
    """Return the words that explain a result, for a terminal.

    Args:
        article: what was read.
        result: what came out.
    """
    lines = Text()
    lines.append(f"{article.title or article.id or 'article'}\n", "bold")
    if result.error:
        lines.append(f"  {result.error.kind}: {result.error.message}\n", "red")
    for warning in result.warnings:
        lines.append(f"  {warning}\n", "yellow")
    facts = sorted(result.facts, key=lambda fact: _place(fact.sentence))
    for _, group in groupby(facts, key=lambda fact: _place(fact.sentence)):
        lines.append_text(_sentence(list(group), result.mentions))
    unused = [each for each in result.mentions if not _is_in(each.span, facts)]
    if unused:
        lines.append("\nmentions in sentences without facts\n", "dim")
        for mention in unused:
            lines.append_text(_mention(mention))
    return lines


def _sentence(facts: list[Fact], mentions: tuple[Mention, ...]) -> Text:
    span = facts[0].sentence
    lines = Text(f"\n{visible(span.text)}")
    lines.append(f"  {span.field} {span.start}-{span.end}\n", "dim")
    for mention in mentions:
        if _holds(span, mention.span):
            lines.append_text(_mention(mention))
    for fact in facts:
        lines.append_text(_fact(fact))
    return lines


def _mention(mention: Mention) -> Text:
    lines = Text(f"  {mention.kind:<{_KIND_WIDTH}}", "cyan")
    lines.append(f"{visible(mention.span.text)!r}", "default")
    lines.append(f" = {value_words(mention.value)}\n", "default")
    return lines


def _fact(fact: Fact) -> Text:
    lines = Text(f"  {fact.type:<{_KIND_WIDTH}}", "green")
    lines.append(" | ".join(part for part in (subject(fact), claim(fact)) if part), "bold")
    said = f", {fact.attribution} says so" if fact.attribution else ""
    lines.append(f"\n    rule {fact.rule} from {evidence_words(fact.evidence)!r}", "default")
    lines.append(f" ({fact.assertion}{said})\n", "dim")
    for name, words in _slots(fact):
        lines.append(f"    {name:<{_KIND_WIDTH - 2}}", "dim")
        lines.append(f"{words}\n", "default")
    return lines


def _slots(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield the filled slots with their values and the words that these were read from."""
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        if value is None or name in _SHARED - {"subject"}:
            continue
        span = getattr(value, "span", None)
        origin = f"  from {visible(span.text)!r}" if isinstance(span, Span) else ""
        yield name.rstrip("_"), f"{value_words(value)}{origin}"


def _place(span: Span) -> tuple[bool, int, int]:
    """Order titles before text."""
    return (span.field != "title", span.start, span.end)


def _holds(outer: Span, inner: Span) -> bool:
    same = outer.field == inner.field
    return same and outer.start <= inner.start and inner.end <= outer.end


def _is_in(span: Span, facts: list[Fact]) -> bool:
    return any(_holds(fact.sentence, span) for fact in facts)
