"""Sentiment: "Stocktwits sentiment climbed to 'extremely bullish' (84/100) from 'bullish'"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, get_args

import regex

from finfacts.claims.keys import fact_key
from finfacts.claims.platforms.labels import Told, find_listed, find_told
from finfacts.claims.platforms.reading import Reading, evidence, period_at, read, subject_of
from finfacts.claims.tape import pattern
from finfacts.context.attribution import attribution
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Sentiment, Sentiment5
from finfacts.patterns import lazy
from finfacts.values import Instrument, Period

_LABELS: dict[str, Sentiment5] = {label: label for label in get_args(Sentiment5)}
_SCORE = lazy(
    r"['\"]?,?\s*(?:territory\s*|levels?\s*)?\(?\s*(?P<score>\d{1,3}(?:\.\d+)?)\s*/\s*100\b"
)
_SCORE_BEFORE = lazy(r"\b(?P<score>\d{1,3}(?:\.\d+)?)(?:/100)? \(['\"]?$")
_SCORES = lazy(
    r"['\"]?,?\s*(?:territory|zone|range|levels?),?\s*(?:to|at) (?P<score>\d{1,3})(?:/100)?"
    r" from (?P<prior>\d{1,3})(?:/100)?\b"
)
_MOOD = pattern("MOOD|PLATFORM")
_RATED = lazy(
    r"\b(?:ratings?|targets?|upgraded?|downgraded?|analysts?|brokers?)\b", regex.IGNORECASE
)
_OPINION = lazy(
    r"['\"]?,? (?:calls?|bets?|case|stance|outlook|view|note|thesis|pattern|analysts?|option"
    r"|signal|trend|breakout"
    r"|divergence|crossover|momentum|candle|about|that|because|options|positions|wagers?|argument)\b",
    regex.IGNORECASE,
)
_DAYS = frozenset({"day", "hour", "minute"})


class _Label(NamedTuple):
    """A label with all that is told of it."""

    subject: Instrument
    label: Sentiment5
    prior: Sentiment5 | None
    at: int
    first: int
    last: int


def find_sentiment(sentence: Sentence, setting: Setting) -> list[Sentiment]:
    """Return the sentiment labels that a platform gives in a sentence."""
    if not sentence.found.labels:
        return []
    reading = read(sentence, setting)
    if reading.platform is None:
        return []
    bare = not (sentence.found.brokerages or _RATED.search(sentence.clean))
    facts: list[Sentiment] = []
    for found in _found(reading):
        spoken = bool(_MOOD.search(reading.tape.tags, 0, found.at + 2))
        if not (spoken or (bare and _quoted(reading, found.at))) or _is_opinion(reading, found.at):
            continue
        fact = _fact(reading, found)
        if not any(_same(fact, other) for other in facts):
            facts.append(fact)
    return facts


def _found(reading: Reading) -> list[_Label]:
    listed = find_listed(reading, "MOOD_LABEL")
    if listed is not None:
        spots, subjects = listed
        labels = [
            _LABELS[reading.items[at].sense] for at in spots if reading.items[at].sense in _LABELS
        ]
        if len(labels) != len(spots):
            return []
        return [
            _Label(subject, label, None, at, 0, spots[-1] + 1)
            for subject, label, at in zip(subjects, labels, spots, strict=True)
        ]
    found = (_told(reading, told) for told in find_told(reading, "MOOD_LABEL", "VOLUME_LABEL"))
    return [label for label in found if label is not None]


def _told(reading: Reading, told: Told) -> _Label | None:
    label = _LABELS.get(reading.items[told.now].sense)
    subject = subject_of(
        reading, told.now if told.prior is None else min(told.now, told.prior), told.low
    )
    if label is None or subject is None:
        return None
    prior = _LABELS.get(reading.items[told.prior].sense) if told.prior is not None else None
    return _Label(subject, label, prior, told.now, _first(reading, told), told.last)


def _first(reading: Reading, told: Told) -> int:
    """Return where the claim starts: at the platform, the mood word or the instrument before it."""
    tags = ("MOOD", "PLATFORM", "INSTRUMENT")
    at = min(told.now, told.now if told.prior is None else told.prior)
    found = [index for index in range(told.low, at) if reading.items[index].tag in tags]
    return found[0] if found else at


def _quoted(reading: Reading, at: int) -> bool:
    start = reading.items[at].start
    return reading.sentence.passage.clean[start - 1 : start] in ("'", '"')


def _is_opinion(reading: Reading, at: int) -> bool:
    """Whether a word is somebody's own opinion and no platform's label: "a bullish call"."""
    return bool(_OPINION.match(reading.sentence.passage.clean, reading.items[at].end))


def _same(fact: Sentiment, other: Sentiment) -> bool:
    return (fact.subject.symbol, fact.subject.name, fact.label) == (
        other.subject.symbol,
        other.subject.name,
        other.label,
    )


def _fact(reading: Reading, found: _Label) -> Sentiment:
    toggled = _toggled(reading, found.at)
    date = period_at(reading, found.at + 1)
    if date is not None and date.granularity not in _DAYS:
        date = None
    first, last = found.first, found.last
    if toggled is not None:
        date, first, last = toggled
    score, prior = _score(reading, found)
    return Sentiment(
        evidence=(evidence(reading, first, last),),
        sentence=reading.sentence.span,
        attribution=attribution(reading.sentence),
        rule="sentiment_label",
        key=fact_key("sentiment", reading.platform, found.subject, found.label, date),
        platform=reading.platform,
        subject=found.subject,
        label=found.label,
        label_prior=prior,
        score=score,
        date=date,
    )


_TOGGLE = pattern("""
    (?P<toggle>TOGGLE) QUOTE? MOOD_LABEL QUOTE? AND QUOTE? MOOD_LABEL QUOTE? ADVERB?
    (?P<period>PERIOD)
""")


def _toggled(reading: Reading, at: int) -> tuple[Period, int, int] | None:
    """Return the time of "between 'bullish' and 'extremely bullish' this month", and its items."""
    for match in _TOGGLE.finditer(reading.tape.tags):
        value = reading.items[match.start("period")].value
        if match.start() < at < match.end() and isinstance(value, Period):
            return value, match.start(), match.end()
    return None


def _score(reading: Reading, found: _Label) -> tuple[Decimal | None, Sentiment5 | None]:
    """Return the score, and the label before: the same one where a score moved within a zone."""
    item = reading.items[found.at]
    clean = reading.sentence.passage.clean
    within = _SCORES.match(clean, item.end)
    if within:
        return Decimal(within["score"]), found.prior or found.label
    match = _SCORE.match(clean, item.end) or _SCORE_BEFORE.search(
        clean[max(0, item.start - 16) : item.start]
    )
    return (Decimal(match["score"]) if match else None), found.prior
