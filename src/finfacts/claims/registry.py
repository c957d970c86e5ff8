"""All claim finders, in the order they are asked; a sentence's facts come out in text order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from finfacts.claims.platforms.message_volume import find_message_volume
from finfacts.claims.platforms.polls import find_polls
from finfacts.claims.platforms.sentiment import find_sentiment
from finfacts.claims.prices.finder import find_prices
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Fact, PriceLevel, PriceMove
from finfacts.values import Instrument

Finder = Callable[[Sentence, Setting], Sequence[Fact]]

FINDERS: tuple[Finder, ...] = (find_prices, find_sentiment, find_message_volume, find_polls)


def find_claims(sentences: Sequence[Sentence], setting: Setting) -> list[Fact]:
    """Return the facts of an article's sentences, in the order of the text.

    Args:
        sentences: in order, title first.
        setting: what holds for the whole article.
    """
    facts: list[Fact] = []
    for sentence in sentences:
        own = [fact for finder in FINDERS for fact in finder(sentence, setting)]
        own.sort(key=lambda fact: (fact.evidence[0].start, fact.evidence[0].end))
        facts.extend(own)
        setting = setting._replace(before=_subjects(own))
    return facts


def _subjects(facts: Sequence[Fact]) -> tuple[Instrument, ...]:
    """Return the subjects of the price facts, each once."""
    subjects = [fact.subject for fact in facts if isinstance(fact, (PriceMove, PriceLevel))]
    return tuple({value.symbol or value.name: value for value in subjects}.values())
