"""Sentiment: "Stocktwits sentiment climbed to 'extremely bullish' (84/100) from 'bullish'"."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import regex

from finfacts.claims.keys import fact_key
from finfacts.claims.platforms.reading import Reading, evidence, instrument_near, period_at, read
from finfacts.claims.tape import pattern
from finfacts.context.attribution import attribution
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Sentiment, Sentiment5

_LABELS: dict[str, Sentiment5] = {label: label for label in get_args(Sentiment5)}
_CHANGE = pattern("""
    (?: FROM QUOTE? (?P<prior>MOOD_LABEL) [^MOOD_LABEL SEMICOLON]{0,8} TO QUOTE? (?P<now>MOOD_LABEL)
      | (?P<now>MOOD_LABEL) (?P<between> [^MOOD_LABEL VOLUME_LABEL SEMICOLON CLAUSE]{0,8}? )
            (?: FROM (?:DET|POSSESSIVE|ADVERB|PERIOD|POSS_MARK|WORD|QUOTE)* (?P<prior>MOOD_LABEL) )
      | (?P<now>MOOD_LABEL) )
""")
_SCORE = regex.compile(r"['\"]?,?\s*(?:territory\s*|levels?\s*)?\(?\s*(\d{1,3}(?:\.\d+)?)\s*/\s*100\b")
_CUES = pattern("MOOD|PLATFORM")


def find_sentiment(sentence: Sentence, setting: Setting) -> list[Sentiment]:
    """Return the sentiment labels that a platform gives in a sentence."""
    if not sentence.found.labels:
        return []
    reading = read(sentence, setting)
    if not _CUES.search(reading.tape.tags):
        return []
    facts: list[Sentiment] = []
    for match in _CHANGE.finditer(reading.tape.tags):
        fact = _fact(reading, match)
        if fact is not None and not any(_same(fact, other) for other in facts):
            facts.append(fact)
    return facts


def _same(fact: Sentiment, other: Sentiment) -> bool:
    return (fact.subject.symbol, fact.subject.name, fact.label) == (
        other.subject.symbol,
        other.subject.name,
        other.label,
    )


def _fact(reading: Reading, match: regex.Match[str]) -> Sentiment | None:
    now = match.start("now")
    subject = instrument_near(reading, now)
    label = _LABELS.get(reading.tape.items[now].sense)
    if subject is None or label is None:
        return None
    prior = _LABELS.get(reading.tape.items[match.start("prior")].sense) if match["prior"] else None
    date = period_at(reading, now + 1)
    return Sentiment(
        evidence=(evidence(reading, _first(reading, now), match.end()),),
        sentence=reading.sentence.span,
        attribution=attribution(reading.sentence),
        rule="sentiment_label",
        key=fact_key("sentiment", reading.platform, subject, label, date),
        platform=reading.platform,
        subject=subject,
        label=label,
        label_prior=prior,
        score=_score(reading, now),
        date=date,
    )


def _first(reading: Reading, now: int) -> int:
    """Return where the claim starts: the last instrument, platform or mood word before it."""
    tags = ("MOOD", "PLATFORM", "INSTRUMENT")
    found = [at for at in range(now) if reading.tape.items[at].tag in tags]
    return found[0] if found else now


def _score(reading: Reading, now: int) -> Decimal | None:
    item = reading.tape.items[now]
    match = _SCORE.match(reading.sentence.passage.clean, item.end)
    return Decimal(match[1]) if match else None
