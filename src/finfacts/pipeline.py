"""The stages in order: an article in, its mentions and facts out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import regex

from finfacts.article import Article, ArticleFacts, ExtractionFailure
from finfacts.claims.registry import find_claims
from finfacts.collecting import uncollected
from finfacts.context.coreference import resolve
from finfacts.context.sentence import Found, read_sentences
from finfacts.context.setting import Setting
from finfacts.facts import Fact, Mention, MentionKind, MentionValue
from finfacts.language.anchor import Anchor
from finfacts.language.boilerplate import prose
from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon, load_lexicon
from finfacts.mentions.brokerages import find_brokerages
from finfacts.mentions.dates import find_periods
from finfacts.mentions.instruments import find_instruments
from finfacts.mentions.people import find_people
from finfacts.mentions.quantities import find_quantities
from finfacts.mentions.sentiment import find_labels
from finfacts.mentions.sessions import find_sessions
from finfacts.patterns import lazy
from finfacts.values import Instrument, Period, Quantity, Span, Value

UNDATED = (
    "no publication date: relative and year-less dates are left unresolved; "
    "give published to resolve them"
)
EMPTY = "the article has no text"


def extract(
    article: Article | str,
    *,
    published: str | dt.date | None = None,
    title: str | None = None,
    lexicon: Lexicon | None = None,
) -> ArticleFacts:
    """Read one article and return what it claims.

    Args:
        article: the article, or its text.
        published: ISO 8601 publication date, with a text; relative dates resolve against it.
        title: the headline, with a text.
        lexicon: names to link; the shipped ones by default.

    Returns:
        The mentions and facts, in the order of the text. Content never raises: an article that
        cannot be read comes back with ``error`` set.

    Raises:
        ArticleError: ``published`` is no ISO 8601 date.
    """
    if isinstance(article, str):
        article = Article.model_validate({"text": article, "title": title, "published": published})
    try:
        with uncollected():
            return _read(article, lexicon or load_lexicon())
    except Exception as failure:  # noqa: BLE001 - one article must never stop the others
        return failed(article, failure)


def failed(article: Article, failure: Exception) -> ArticleFacts:
    """Return the output of an article that could not be read: its error and no facts."""
    error = ExtractionFailure(kind=type(failure).__name__, message=str(failure))
    return ArticleFacts(**_head(article), error=error)


def _head(article: Article) -> dict[str, Any]:
    return article.model_dump(exclude={"text"})


def _read(article: Article, lexicon: Lexicon) -> ArticleFacts:
    passages = [Passage(article.title, "title")] if article.title else []
    passages.append(Passage(article.text))
    found = find_mentions(passages, article.published, lexicon)
    sentences = [
        sentence
        for passage, mentions in zip(passages, found, strict=True)
        for sentence in prose(read_sentences(passage, mentions))
    ]
    setting = _setting(passages, found)._replace(today=_day(article.published))
    facts = find_claims(sentences, setting)
    mentions = _mentions(found, facts)
    return ArticleFacts.model_construct(
        **_head(article),
        mentions=mentions,
        facts=tuple(facts),
        warnings=tuple(_warnings(article, found)),
    )


def find_mentions(
    passages: Sequence[Passage], published: dt.datetime | dt.date | None, lexicon: Lexicon
) -> list[Found]:
    """Return all mentions of each passage, instruments resolved across them."""
    named = find_instruments(passages, lexicon)
    instruments = resolve(passages, named, lexicon)
    anchor = Anchor.of(published, _exchange(named))
    found: list[Found] = []
    for passage, own in zip(passages, instruments, strict=True):
        brokerages = find_brokerages(passage, lexicon)
        found.append(
            Found(
                instruments=own,
                quantities=find_quantities(passage),
                periods=find_periods(passage, anchor),
                sessions=find_sessions(passage),
                brokerages=brokerages,
                people=find_people(passage, brokerages, own),
                labels=find_labels(passage),
            )
        )
    return found


_PLATFORM = lazy(r"\b(?:Stocktwits|Reddit|TipRanks)\b", regex.IGNORECASE)
_PLATFORMS = {"stocktwits": "Stocktwits", "reddit": "Reddit", "tipranks": "TipRanks"}


def _day(published: dt.datetime | dt.date | None) -> dt.date | None:
    return published.date() if isinstance(published, dt.datetime) else published


def _setting(passages: Sequence[Passage], found: Sequence[Found]) -> Setting:
    """Return what holds for the whole article: its main instrument and its platform."""
    anything = [value for part in found for value in part.instruments]
    named = [value for value in anything if value.kind == "equity"]
    platform = next(
        (
            match[0].lower()
            for part in passages
            if any(name in part.lower for name in _PLATFORMS)
            and (match := _PLATFORM.search(part.clean))
        ),
        "",
    )
    main = _main(named or anything)
    return Setting(main, _PLATFORMS.get(platform), nameless=not anything)


def _main(named: Sequence[Instrument]) -> Instrument | None:
    """Return what is named first, where a third of all that is named is that.

    A name without a symbol counts only where none is named more often.
    """
    times = Counter(value.name for value in named)
    most = max(times.values(), default=0)
    main = next((value for value in named if value.symbol or times[value.name] == most), None)
    return main if main is not None and times[main.name] * 3 >= times.total() else None


def _exchange(named: Sequence[Sequence[Instrument]]) -> str:
    """Return the exchange whose trading days count: that of the first listed instrument."""
    exchanges = (value.exchange for passage in named for value in passage if value.exchange)
    return next(exchanges, Anchor().exchange)


def _mentions(found: Sequence[Found], facts: Sequence[Fact]) -> tuple[Mention, ...]:
    """Return every mention once, with the value as the facts hold it where one does."""
    used = {_place(value.span): value for fact in facts for value in _values(fact)}
    mentions: list[Mention] = []
    for passage in found:
        pairs: list[tuple[MentionKind, Sequence[MentionValue]]] = [
            ("instrument", passage.instruments),
            ("quantity", passage.quantities),
            ("date", passage.periods),
            ("brokerage", passage.brokerages),
            ("person", passage.people),
            ("sentiment_label", passage.labels),
        ]
        own = [
            Mention(
                kind=kind,
                span=value.span,
                value=used.get(_place(value.span), value) if kind == "quantity" else value,
            )
            for kind, values in pairs
            for value in values
        ]
        mentions.extend(sorted(own, key=lambda mention: (mention.span.start, mention.span.end)))
    return tuple(mentions)


def _place(span: Span) -> tuple[str, int, int]:
    return span.field, span.start, span.end


def _values(value: Value) -> Iterator[Quantity]:
    for part in vars(value).values():
        if isinstance(part, Quantity):
            yield part
        elif isinstance(part, Value) and not isinstance(part, (Instrument, Span, Period)):
            yield from _values(part)


def _warnings(article: Article, found: Sequence[Found]) -> Iterator[str]:
    if not article.text.strip():
        yield EMPTY
    if article.day is None and any(
        period.start is None and period.granularity not in ("duration", "set")
        for passage in found
        for period in passage.periods
    ):
        yield UNDATED
    if not article.language.lower().startswith("en"):
        yield f"only English is read; the article says its language is {article.language!r}"
