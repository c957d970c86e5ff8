"""Places that stand for their markets: "Tokyo fell 1%", "Korea and Singapore rose 0.5 percent".

Only where a text speaks of stocks, and where a place, or a list of them, opens a clause and does
what a market does: it moves by a percentage, or closes up or down.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from finfacts.mentions.instruments.cues import words
from finfacts.mentions.instruments.names import word_run, words_of
from finfacts.patterns import later, matches_at

_RULE = r"""
    (?: (?<![^\n]) | (?<=[.!?][ "']) | (?<=[,;][ ])
      | (?<=\b(?:while|and|but|as|though|with|where|in[ ]Asia,)[ ]) )
    (?P<place>\L<cities>|\L<countries>)
    (?: (?:,[ ]and[ ]|,[ ]|[ ]and[ ]) (?P<place>\L<cities>|\L<countries>) ){0,4}
    (?: [ ](?:also[ ])?(?:rose|fell|gained|lost|added|shed|slipped|slid|climbed|dropped|declined
            |advanced|retreated|rallied|tumbled|jumped|sank|eased|dipped|surged|plunged|was|were)
        [ ](?:(?:by|about|around|nearly|almost|some|more|less|than|over|up|down|as|much|as|just
            |another|at|least)[ ]){0,4}
        [\d.]+(?:%|[ ]per[ ]?cent)(?![ ](?:in|from|over|of|year|last|this)\b)
      | [ ](?:closed|ended|finished|opened|traded|was|were)
        [ ](?:the[ ]day[ ])?(?:\p{Ll}+ly[ ]|little[ ]|a[ ]touch[ ])?
        (?:up|down|higher|lower|flat|changed|unchanged|in[ ]the[ ](?:red|green))\b
        (?![ ](?:on[ ]the[ ](?!day)|for[ ](?!the[ ])|than[ ]))
      | [ ](?P<bare>outperformed|underperformed|saw[ ](?:gains|losses|declines)
            |gained|slipped|fell|rose|climbed|slid|rallied|dropped|advanced|retreated|was[ ]flat
            |was[ ]little[ ]changed)
        (?=[.,;]|[ ](?:and|while|as|after|but)\b) )
"""


@cache
def _cities() -> list[str]:
    return [word.replace("_", " ") for word in sorted(words("market_cities"))]


def _compiled() -> regex.Pattern[str]:
    countries = [word.replace("_", " ") for word in sorted(words("market_countries"))]
    return regex.compile(_RULE, regex.VERBOSE, cities=_cities(), countries=countries)


_BOURSES = later(_compiled)


@cache
def _firsts() -> frozenset[str]:
    """What the names of places begin with."""
    names = words("market_cities") | words("market_countries")
    return frozenset(word_run(name.partition("_")[0], 0) for name in names)


def find_bourses(clean: str) -> Iterator[tuple[int, int]]:
    """Yield where places stand for their markets, in order; the text is known to be of stocks.

    >>> text = "Tokyo fell 1%, while Seoul and Sydney rose 0.5 percent."
    >>> [text[start:end] for start, end in find_bourses(text)]
    ['Tokyo', 'Seoul', 'Sydney']
    """
    parts, spans = words_of(clean)
    starts = (spans[i][0] for i, word in enumerate(parts) if word in _firsts())
    for match in matches_at(_BOURSES, clean, starts):
        if match["bare"] is None or match["place"] in _cities():
            yield from match.spans("place")
