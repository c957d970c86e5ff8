"""Several instruments under one phrase: "both contracts", "the pair", "these stocks", "both rose".

A phrase stands for the instruments of its kind that the sentences just before told prices of, or
that the sentence before named, where their number is the one it names; otherwise it stays open.
"These stocks" names no number: all of the kind in one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from finfacts.claims.tape import Placed
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.patterns import any_of, lazy
from finfacts.values import Instrument, Value

_MANY = {"two": 2, "three": 3, "four": 4}
_SETS = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4}
_NUMBERS = {"both": 2, **_MANY, **_SETS}
_STOCKS = frozenset({"equity", "etf"})
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
    "stocks": _STOCKS,
    "shares": _STOCKS,
}
_COMPANIES: dict[str, frozenset[str]] = dict.fromkeys(
    "companies firms names carmakers automakers chipmakers airlines carriers banks lenders "
    "retailers drugmakers insurers miners giants rivals suppliers".split(),
    _STOCKS,
)
_ANY = frozenset[str]().union(*_KINDS.values())
_OWNED = r"(?:'[ ](?:shares|stocks|stock[ ]prices|share[ ]prices))?"
_APART = r"(?!'|[ ](?:of|that|which|who|in|on)\b)"
_PHRASE = lazy(
    rf"""
    \b(?: (?P<number>both|(?:all[ ]|the[ ])(?P<many>two|three|four))
          [ ](?:(?:oil|crude|major|main|benchmark|stock|price|equity|U\.?S\.?|key|global)[ ]){{0,3}}
          (?P<kind>{"|".join({**_KINDS, **_COMPANIES})})\b {_OWNED} {_APART}
        | (?P<these>these|those|the(?=[ ]stocks))[ ](?P<those>{"|".join(_KINDS)})\b {_APART}
        | (?P<their>their)[ ](?P<owned>shares|stocks|share[ ]prices|stock[ ]prices)\b
        | the[ ](?P<set>pair|duo|trio|quartet)\b (?!'|[ ](?:of|that|which|who)\b)
        | (?P<alone>both)\b (?=[ ](?:have|had|were|are|rose|fell|lost|slid|sank|\p{{Ll}}+ed)\b) )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


_hints = any_of(
    "both",
    "these ",
    "their s",
    "those ",
    "the stocks",
    *(f"the {set_}" for set_ in _SETS),
    *(f"{all_} {many}" for all_ in ("all", "the") for many in _MANY),
)


class Together(Value):
    """Several instruments that one phrase stands for.

    Attributes:
        members: the instruments, each with the phrase as its span.
    """

    members: tuple[Instrument, ...]


class _Phrase(NamedTuple):
    start: int
    end: int
    number: int | None
    kinds: frozenset[str]


def speaks_of_several(sentence: Sentence) -> bool:
    """Whether a sentence may hold such a phrase."""
    return _hints(sentence.lower)


def together(sentence: Sentence, setting: Setting) -> list[Placed]:
    """Return the phrases of a sentence that stand for several instruments.

    Args:
        sentence: with its own instruments.
        setting: what earlier sentences named and told prices of.
    """
    if not speaks_of_several(sentence):
        return []
    marks: list[Placed] = []
    for phrase in _phrases(sentence):
        here = _named(sentence, phrase.start)
        members = (
            _listed(sentence, here or setting.named)
            if phrase.number == _LISTED
            else _meant(phrase, here, setting)
        )
        if members:
            span = sentence.passage.span(phrase.start, phrase.end)
            update = {"span": span, "link": "coreference"}
            meant = tuple(one.model_copy(update=update) for one in members)
            marks.append(Placed("INSTRUMENT", phrase.start, phrase.end, Together(members=meant)))
    return marks


def _phrases(sentence: Sentence) -> Iterator[_Phrase]:
    for match in _PHRASE.finditer(sentence.passage.clean, sentence.start, sentence.end):
        many = (match["many"] or match["set"] or "both").lower()
        number = None if match["these"] else _NUMBERS[many]
        if match["their"]:
            yield _Phrase(match.start(), match.end(), _LISTED, _STOCKS)
            continue
        kind = match["kind"] or match["those"]
        kinds = _KINDS.get(kind.lower(), _STOCKS) if kind else _ANY
        yield _Phrase(match.start(), match.end(), number, _STOCKS if match["set"] else kinds)


def _named(sentence: Sentence, end: int) -> tuple[Instrument, ...]:
    return tuple(one for one in sentence.found.instruments if one.span.end <= end)


def _meant(
    phrase: _Phrase, here: tuple[Instrument, ...], setting: Setting
) -> tuple[Instrument, ...] | None:
    """Return what a phrase stands for: told of last, else named in the sentence before."""
    if phrase.number is None:
        told = (here, setting.before, setting.named)
        return next((several for one in told if len(several := _of_kind(one, phrase)) > 1), None)
    return (
        _members(phrase, phrase.number, [here, *setting.told])
        or _members(phrase, phrase.number, [here])
        or _members(phrase, phrase.number, [setting.named])
    )


def _listed(sentence: Sentence, named: tuple[Instrument, ...]) -> tuple[Instrument, ...] | None:
    """Return companies named in one list and no others: "A and B cut jobs ... their shares"."""
    field, clean = sentence.span.field, sentence.passage.clean
    gaps = {clean[a.span.end : b.span.start].strip() for a, b in pairwise(named)}
    alike = all(one.kind == "equity" and one.span.field == field for one in named)
    return named if len(named) > 1 and alike and gaps <= _GAPS else None


_LISTED = 0  # as many as a list names
_GAPS = frozenset({"and", ",", ", and"})


def _of_kind(named: Sequence[Instrument], phrase: _Phrase) -> tuple[Instrument, ...]:
    """Return the instruments that a phrase may stand for, each once."""
    known = {one.symbol or one.name: one for one in named if one.kind in phrase.kinds}
    return tuple(known.values())


def _members(
    phrase: _Phrase, number: int, sentences: Sequence[Sequence[Instrument]]
) -> tuple[Instrument, ...] | None:
    """Return the instruments of that kind told last, in text order, where the number is right."""
    known: dict[str, Instrument] = {}
    for told in sentences:
        own = {one.symbol or one.name: one for one in _of_kind(told, phrase)}
        known = own | {name: one for name, one in known.items() if name not in own}
        if len(known) >= number:
            return tuple(known.values()) if len(known) == number else None
    return None
