"""Counts of ratings: "22 buys, seven holds and one sell", "14 of 25 analysts recommend buying"."""

from __future__ import annotations

from typing import NamedTuple

import regex

from finfacts.context.sentence import Sentence
from finfacts.lexicons.ratings import RatingLevel, rating_levels
from finfacts.patterns import lazy

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty")
_NUMBERS = (
    {"no": 0, "none": 0, "zero": 0, "half a dozen": 6, "a dozen": 12}
    | {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {
        f"{tens}-{unit}": 10 * ten + one
        for ten, tens in enumerate(_TENS, 2)
        for one, unit in enumerate(_UNITS, 1)
    }
)
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True)).replace(" ", r"\ ")
COUNT = rf"(?<![\w.,$-])(?:\d{{1,3}}|{_WORDS})(?![\w%-]|[.,]\d)"
_LEVELS: dict[str, RatingLevel] = {
    "buying": "buy",
    "holding": "hold",
    "selling": "sell",
    "bullish": "buy",
    "sidelined": "hold",
    "bearish": "sell",
}
_RATING = (
    r"(?:strong[ -]buy|moderate[ -]buy|buys?|holds?|sells?|outperform|overweight|neutral"
    r"|underperform|underweight|equal[ -]weight|market[ -]perform)"
)
_ADVICE = rf"(?:{_RATING}|buying|holding|selling|bullish|bearish|sidelined)"
_WHO = r"(?:analysts?|brokerages?|brokers?|firms?|houses?|banks?)"
_COVERS = r"(?:covering|tracking|following|tracked|surveyed|polled|who\ (?:cover|track|follow))"
_NAME = r"(?-i:\p{Lu})[\w.&]*(?:'s)?"
_RATES = (
    r"(?:have|has|had|rates?|rated|views?|label|call|consider|see|recommends?|recommended"
    r"|assign|give|suggest|says?|are|is(?=\ at\b)|remain|advises?|advised)"
)
_FILL = rf"(?:as|an?|at|or|on|it|its|the|stock|shares|equivalent|now|with|{_NAME})"
_OF = rf"(?:the\ )?(?:{COUNT}|(?:{COUNT}\ )?(?:\w+\ )?{_WHO})"
_VOTE = lazy(
    rf"""
    (?: \b(?P<count>{COUNT})
          (?: (?:\ (?:recent|current|{_WHO}))? \ ['"]?(?P<rating>{_RATING})['"]?(?=[\W\d]|$)
              (?!\ (?:an?|the|its|shares)\b) (?P<told>\ (?:ratings|recommendations)\b)?
            | (?:\ (?:out\ )?of\ (?:them|those|{_OF}))?
              (?P<told>\ {_WHO}(?:\ (?:on|at|in|with)(?:\ (?!{_RATES}\b)[\w'&.]+){{1,4}})?)?
              (?:\ {_COVERS}(?:\ (?:by|it|them|the|stock|{_NAME})){{1,4}})?
              (?: (?:\ (?:now|currently|still|also))?\ {_RATES}(?:\ {_FILL}){{0,6}}
                | \ (?:at|an?|with\ an?) )
              \ ['"]?(?P<rating>{_ADVICE})['"]?(?!\w) )
      | \b(?:an?|rated) \ ['"]?(?P<rating>{_RATING})['"]?
          (?: \ by\ (?P<count>{COUNT})
            | \ rating\ (?:by|from)\ (?P<count>{COUNT})(?P<told>\ {_WHO}) )
      | (?P<told>\bnumber\ of)\ ['"]?(?P<rating>{_RATING})['"]?\ (?:ratings|recommendations)
          (?:\ [\w'&.]+){{0,5}}?\ (?:to|at|is)\ (?P<count>{COUNT}) )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TOTAL = lazy(
    rf"""
      \b(?:of|all)\ (?:the\ )?(?P<total>{COUNT})\ (?:\w+\ )?(?:{_WHO}|{_RATES}|targets\b)
    | \b(?:among|to|set\ by|(?:cover|follow|track|compil|estimat|survey|poll)ed\ by)
        \ (?:the\ )?(?P<total>{COUNT})\ analysts
    | \b(?P<total>{COUNT})\ (?:analysts\ {_COVERS}|analysts\ (?:cover|track|follow)\b)
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


class Votes(NamedTuple):
    """Counts by what they advise, and where they stand."""

    counts: dict[RatingLevel, int]
    start: int
    end: int


def find_votes(sentence: Sentence) -> Votes | None:
    """Return counts of at least two ratings, or one said to be of analysts or of ratings."""
    counts: dict[RatingLevel, int] = {}
    spots: list[int] = []
    told = False
    for match in _VOTE.finditer(sentence.passage.clean, sentence.start, sentence.end):
        level = _level(match["rating"].lower())
        if level is None:
            continue
        counts[level] = counts.get(level, 0) + _number(match["count"])
        spots += [match.start(), match.end()]
        told = told or match["told"] is not None
    tally = len(counts) > 1 or (counts and (told or find_total(sentence)))
    if not tally:
        return None
    return Votes(counts, min(spots), max(spots))


def find_total(sentence: Sentence) -> tuple[int, int] | None:
    """Return how many analysts are counted, and where that stands."""
    match = _TOTAL.search(sentence.passage.clean, sentence.start, sentence.end)
    return (_number(match["total"]), match.start()) if match else None


def _level(rating: str) -> RatingLevel | None:
    return _LEVELS.get(rating) or rating_levels().get(rating.removesuffix("s"))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]
