"""Sentiment and volume labels: "'extremely bullish'", "bearish territory", "'normal' levels"."""

from __future__ import annotations

import regex

from finfacts.language.passage import Passage
from finfacts.patterns import any_of, lazy
from finfacts.values import SentimentLabel


def _quoted(quote: str) -> list[str]:
    return [quote + word for word in ("extremely", "very", "high", "low", "normal")]


_LABEL = lazy(
    r"""
      (?P<quote>['"])
          (?P<quoted>(?:(?:extremely|very)[ -])?(?:bullish|bearish|neutral|high|low|normal))
          ,?(?P=quote)
    | \b(?P<plain>(?:extremely[ ])?(?:bullish|bearish))\b
    | \b(?P<neutral>neutral)[ ](?:territory|zone|levels?|range|sentiment|reading|mark)\b
    | \b(?P<volume>(?:extremely[ ])?(?:high|low|normal))[ ]
          (?:message[ ](?:volume|activity)|levels?\b (?=[^.]{0,40}\b(?:message|chatter)))
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# One of these stands in every label or beside it; most articles hold none.
_hints = any_of(
    *("bullish", "bearish", "neutral", "message", "chatter"), *_quoted("'"), *_quoted('"')
)
_GROUPS = ("quoted", "plain", "neutral", "volume")


def find_labels(passage: Passage) -> list[SentimentLabel]:
    """Return the sentiment labels of a passage, in order.

    >>> [label.label for label in find_labels(Passage("from ‘bullish’ to 'extremely bullish'"))]
    ['bullish', 'extremely_bullish']
    """
    labels: list[SentimentLabel] = []
    if not _hints(passage.lower):
        return []
    for match in _LABEL.finditer(passage.clean):
        start, end = match.span(next(name for name in _GROUPS if match[name]))
        name = passage.clean[start:end].lower().replace("very", "extremely")
        label = name.replace(" ", "_").replace("-", "_")
        labels.append(SentimentLabel(label=label, span=passage.span(start, end)))
    return labels
