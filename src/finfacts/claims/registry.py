"""All claim finders, in the order they are asked; a sentence's facts come out in text order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from finfacts.claims.analysts.actions import find_actions
from finfacts.claims.analysts.consensus import find_consensus
from finfacts.claims.analysts.joining import REACH, join_target
from finfacts.claims.metrics.finder import find_metrics
from finfacts.claims.metrics.joining import join_comparison
from finfacts.claims.metrics.unlisted import ANY
from finfacts.claims.periods import reported_quarter, settled
from finfacts.claims.platforms.message_volume import find_message_volume
from finfacts.claims.platforms.polls import find_polls
from finfacts.claims.platforms.sentiment import find_sentiment
from finfacts.claims.platforms.surveys import pollster, tells_of_survey
from finfacts.claims.prices.finder import find_prices
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import AnalystAction, Fact, MessageVolume, Metric, Poll, PriceLevel, PriceMove
from finfacts.mentions.people import heads_lines
from finfacts.patterns import lazy
from finfacts.values import Instrument, Period, Quantity, Span

Finder = Callable[[Sentence, Setting], Sequence[Fact]]

FINDERS: tuple[Finder, ...] = (
    find_prices,
    find_actions,
    find_consensus,
    find_sentiment,
    find_message_volume,
    find_polls,
    find_metrics,
)


def find_claims(sentences: Sequence[Sentence], setting: Setting) -> list[Fact]:
    """Return the facts of an article's sentences, in the order of the text.

    Args:
        sentences: in order, title first.
        setting: what holds for the whole article.
    """
    facts: list[Fact] = []
    for sentence in sentences:
        own = [
            settled(fact, setting.reported)
            for finder in FINDERS
            for fact in finder(sentence, setting)
        ]
        if own:
            own = sorted(_without_opinions(_without_repeats(own)), key=_place)
            facts[-REACH:], own = join_target(facts[-REACH:], own, headed=setting.headed)
        facts[-1:], own = join_comparison(facts[-1:], sentence, setting, own)
        facts.extend(own)
        setting = _next_setting(setting, sentence, own)
    return facts


def _place(fact: Fact) -> tuple[int, int]:
    return fact.evidence[0].start, fact.evidence[0].end


def _without_repeats(facts: list[Fact]) -> list[Fact]:
    """Leave out a figure of any noun whose number another claim has read."""
    compared = [
        fact.versus_value.span for fact in facts if isinstance(fact, Metric) and fact.versus_value
    ]
    compared += _foretold(facts)
    loose = [fact for fact in facts if fact.rule in ANY]
    facts = [
        fact
        for fact in facts
        if not (isinstance(fact, PriceMove) and _overlaps_any(fact.percent, compared))
    ]
    if not loose:
        return facts
    taken = [span for fact in facts if fact.rule not in ANY for span in _numbers(fact)]
    repeats = [fact for fact in loose if any(_overlaps(one, taken) for one in _numbers(fact))]
    return [fact for fact in facts if fact not in repeats]


def _foretold(facts: list[Fact]) -> list[Span]:
    """Return where growth of results stands that is to come: "Boeing expects sales to fall 5%"."""
    return [
        fact.change.span
        for fact in facts
        if isinstance(fact, Metric) and fact.basis != "actual" and fact.change is not None
    ]


def _overlaps_any(value: Quantity | None, spans: Sequence[Span]) -> bool:
    return value is not None and _overlaps(value.span, spans)


def _numbers(fact: Fact) -> list[Span]:
    """Return where the numbers of a fact stand."""
    values = [getattr(value, "level", value) for value in vars(fact).values()]
    return [value.span for value in values if isinstance(value, Quantity)]


def _without_opinions(facts: list[Fact]) -> list[Fact]:
    """Leave out what a platform measures from the prices: "54% expect the shares to top $200".

    What a house values a share at is its target, no figure besides.
    """
    polls = [fact.evidence[0] for fact in facts if isinstance(fact, (Poll, MessageVolume))]
    targets = [
        fact.target.span for fact in facts if isinstance(fact, AnalystAction) and fact.target
    ]
    return [
        fact
        for fact in facts
        if not (isinstance(fact, _MEASURED) and _overlaps(fact.evidence[0], polls))
        and not (isinstance(fact, Metric) and _overlaps_any(fact.value, targets))
    ]


_MEASURED = (PriceMove, PriceLevel, Metric)


def _next_setting(setting: Setting, sentence: Sentence, own: Sequence[Fact]) -> Setting:
    """Return what holds for the next sentence."""
    found = sentence.found
    after = setting._replace(
        told=((), *setting.told[: _TOLD - 1]) if setting.told else (),
        named=tuple(found.instruments),
        topic_age=setting.topic_age + 1,
        unknown=setting.unknown or _is_all_capitals(sentence.clean),
        polled=setting.polled + 1,
        silent=setting.silent + 1,
    )
    if found.instruments or found.brokerages or found.people:
        after = _with_names(after, sentence)
    if tells_of_survey(sentence) and (maker := pollster(sentence)):
        after = after._replace(pollster=maker, polled=0)
    return _with_facts(after, own) if own else after


def _with_names(setting: Setting, sentence: Sentence) -> Setting:
    """Return a setting with the instruments, houses and people that a sentence names."""
    houses = [value.name for value in sentence.found.brokerages]
    people = [value.name for value in sentence.found.people]
    goes_on = set(houses) <= {setting.brokerage}
    first = _first_named(sentence)
    topic = setting.topic if first is None else None if _is_one_of_many(sentence, first) else first
    return setting._replace(
        brokerage=houses[-1] if houses else setting.brokerage,
        analyst=people[-1] if people else (setting.analyst if goes_on else None),
        headed=_is_heading(sentence) or (setting.headed and goes_on and not people),
        topic=topic,
        topic_age=0 if first else setting.topic_age,
        unknown=first is None and setting.unknown,
        silent=0 if houses else setting.silent,
    )


def _with_facts(setting: Setting, own: Sequence[Fact]) -> Setting:
    """Return a setting with what the facts of a sentence are about."""
    before = _subjects(own)
    quarters = [found for fact in own if (found := reported_quarter(fact))]
    figure = next((fact for fact in reversed(own) if isinstance(fact, Metric)), None)
    return setting._replace(
        told=(before, *setting.told[1:]) if before else setting.told,
        spell=_spell(own) if before else setting.spell,
        metric=figure.name if figure is not None else setting.metric,
        measured=figure.subject if figure is not None else setting.measured,
        reported=quarters[-1] if quarters else setting.reported,
        polled=0 if any(isinstance(fact, Poll) for fact in own) else setting.polled,
        silent=0 if _acts(setting.brokerage, own) else setting.silent,
    )


def _acts(house: str | None, facts: Sequence[Fact]) -> bool:
    """Whether facts tell what a house did, named or not."""
    return house is not None and any(
        isinstance(fact, AnalystAction) and fact.brokerage == house for fact in facts
    )


def _spell(facts: Sequence[Fact]) -> Period | None:
    """Return the last time longer than a day that price moves were told of."""
    periods = [fact.period for fact in facts if isinstance(fact, PriceMove)]
    return next((one for one in reversed(periods) if one and one.start != one.end), None)


_TOLD = 4
_TOPICS = frozenset({"equity", "etf", "crypto"})
_HEADING = lazy(r"[\W\d]{0,4}\p{Lu}[\p{Lu}&'. -]{2,40}[.:]?\s*")
_SOURCE = lazy(r"(?:'s)? (?:consensus|data|poll|survey|estimates?)\b")
_ASIDE = lazy(
    r"\b(?:on|by|at|from|with|in|to|against|than|versus|per|into)(?: the)? $", regex.IGNORECASE
)


def _is_all_capitals(clean: str) -> bool:
    """Whether a sentence is a name in capitals: "TESLA", "AMERICAN AIRLINES"."""
    return clean.isupper() and _HEADING.fullmatch(clean) is not None


def _is_heading(sentence: Sentence) -> bool:
    """Whether a line only names a house and its analyst: "Needham (Ana Poe)"."""
    clean, houses = sentence.passage.clean, sentence.found.brokerages[:1]
    return any(heads_lines(clean, house.span.start, house.span.end) for house in houses)


def _first_named(sentence: Sentence) -> Instrument | None:
    """Return the first instrument that a sentence names, banks that speak as houses aside."""
    if not sentence.found.instruments:
        return None
    houses = [house.span for house in sentence.found.brokerages]
    spoke = {value.name for value in sentence.found.instruments if _overlaps(value.span, houses)}
    clean = sentence.passage.clean
    for value in sentence.found.instruments:
        if value.kind not in _TOPICS or value.name in spoke:
            continue
        start, end = value.span.start, value.span.end
        aside = _ASIDE.search(clean[max(sentence.start, start - 12) : start])
        if not aside and not _SOURCE.match(clean, end):
            return value
    return None


def _is_one_of_many(sentence: Sentence, first: Instrument) -> bool:
    """Whether a list opens with it, so that no one is the topic: "Dell, HP and Lenovo"."""
    clean, end = sentence.passage.clean, first.span.end
    return any(
        value.name != first.name
        and value.kind in _TOPICS
        and value.span.start > end
        and _JOINED.fullmatch(clean, end, value.span.start)
        for value in sentence.found.instruments
    )


_JOINED = lazy(r"(?:'s)?(?: \([^()]{1,20}\))?(?: shares)?(?:,| and|, and| or| &)(?: rival)? ?")


def _overlaps(one: Span, spans: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for span in spans)


def _subjects(facts: Sequence[Fact]) -> tuple[Instrument, ...]:
    """Return the instruments that a sentence's facts are about, each once."""
    subjects = [fact.subject for fact in facts if isinstance(fact.subject, Instrument)]
    return tuple({value.symbol or value.name: value for value in subjects}.values())
