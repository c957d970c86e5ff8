"""Several instruments under one phrase: "both contracts", "the three benchmarks", "both rose".

A phrase stands for the instruments of its kind that the sentences just before told prices of,
where their number is the one it names; otherwise it stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from finfacts.claims.tape import Placed
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.patterns import any_of, lazy
from finfacts.values import Instrument, Value

_MANY = {"two": 2, "three": 3, "four": 4}
_NUMBERS = {"both": 2, **_MANY}
_KINDS: dict[str, frozenset[str]] = {
    "contracts": frozenset({"commodity"}),
    "grades": frozenset({"commodity"}),
    "benchmarks": frozenset({"commodity", "index"}),
    "markers": frozenset({"commodity"}),
    "indexes": frozenset({"index"}),
    "indices": frozenset({"index"}),
    "gauges": frozenset({"index"}),
    "averages": frozenset({"index"}),
    "currencies": frozenset({"fx"}),
    "tokens": frozenset({"crypto"}),
    "cryptocurrencies": frozenset({"crypto"}),
    "stocks": frozenset({"equity", "etf"}),
    "shares": frozenset({"equity", "etf"}),
}
_ANY = frozenset[str]().union(*_KINDS.values())
_PHRASE = lazy(
    rf"""
    \b(?: (?P<number>both|(?:all[ ]|the[ ])(?P<many>two|three|four))
          [ ](?:(?:oil|crude|major|main|benchmark|stock|price|equity|U\.?S\.?|key|global)[ ]){{0,3}}
          (?P<kind>{"|".join(_KINDS)})\b (?!'|[ ](?:of|that|which|who)\b)
        | (?P<alone>both)\b (?=[ ](?:have|had|were|are|rose|fell|gained|lost|closed|ended|slid
          |climbed|dropped|jumped|recovered|rallied|tumbled|settled|advanced|declined|finished)\b) )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


_hints = any_of("both", *(f"{all_} {many}" for all_ in ("all", "the") for many in _MANY))


class Together(Value):
    """Several instruments that one phrase stands for.

    Attributes:
        members: the instruments, each with the phrase as its span.
    """

    members: tuple[Instrument, ...]


class _Phrase(NamedTuple):
    start: int
    end: int
    number: int
    kinds: frozenset[str]


def together(sentence: Sentence, setting: Setting) -> list[Placed]:
    """Return the phrases of a sentence that stand for several instruments.

    Args:
        sentence: with its own instruments.
        setting: what earlier sentences told prices of.
    """
    if not (setting.told and _hints(sentence.lower)):
        return []
    marks: list[Placed] = []
    for phrase in _phrases(sentence):
        members = _members(phrase, [_named(sentence, phrase.start), *setting.told])
        if members:
            span = sentence.passage.span(phrase.start, phrase.end)
            update = {"span": span, "link": "coreference"}
            meant = tuple(one.model_copy(update=update) for one in members)
            marks.append(Placed("INSTRUMENT", phrase.start, phrase.end, Together(members=meant)))
    return marks


def _phrases(sentence: Sentence) -> Iterator[_Phrase]:
    for match in _PHRASE.finditer(sentence.passage.clean, sentence.start, sentence.end):
        many = (match["many"] or "both").lower()
        kinds = _KINDS[match["kind"].lower()] if match["kind"] else _ANY
        yield _Phrase(match.start(), match.end(), _NUMBERS[many], kinds)


def _named(sentence: Sentence, end: int) -> tuple[Instrument, ...]:
    return tuple(one for one in sentence.found.instruments if one.span.end <= end)


def _members(
    phrase: _Phrase, sentences: Sequence[Sequence[Instrument]]
) -> tuple[Instrument, ...] | None:
    """Return the instruments of that kind told last, in text order, where the number is right."""
    known: dict[str, Instrument] = {}
    for told in sentences:
        own = {one.symbol or one.name: one for one in told if one.kind in phrase.kinds}
        known = own | {name: one for name, one in known.items() if name not in own}
        if len(known) >= phrase.number:
            return tuple(known.values()) if len(known) == phrase.number else None
    return None
