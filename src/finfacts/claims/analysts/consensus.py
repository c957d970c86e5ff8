"""What analysts say together: "Of 28 analysts, nine rate it 'Buy', 14 'Hold' and five 'Sell'"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import regex

from finfacts.claims.houses import is_only_house
from finfacts.claims.keys import fact_key
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import AnalystAction
from finfacts.lexicons.ratings import RatingLevel, rating_levels
from finfacts.patterns import any_of, lazy
from finfacts.values import Consensus, Instrument, Quantity

_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {
    "no": 0,
    "none": 0,
    "half a dozen": 6,
    "a dozen": 12,
}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_RATING = (
    r"(?:strong[ -]buy|moderate[ -]buy|buys?|holds?|sells?|outperform|overweight|neutral"
    r"|underperform|underweight|equal[ -]weight)"
)
_WHO = r"(?:analysts?|brokerages?|brokers?|ratings?)"
_RATES = (
    r"(?:have|has|had|rate|rates|rated|views?|label|call|consider|see|recommends?|recommended"
    r"|assign|give|suggest|say|are|it|its|the|stock|shares|as|an?|at|or|equivalent|with|on|now"
    r"|[\p{Lu}][\w.&]*(?:'s)?)"
)
_VOTE = lazy(
    rf"""
      \b(?P<count>{_COUNT})\b (?:\ (?:of\ (?:them|those|the)\ )? (?:{_WHO}|{_RATES}) ){{0,9}}?
      \ ['"]?(?P<rating>{_RATING})['"]?(?![\w])
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TOTAL = lazy(
    rf"""
      \b(?:of|all)\ (?:the\ )?(?P<of>{_COUNT})\ (?:\w+\ )?(?:analysts|brokerages|brokers)
    | \b{_COUNT}\ (?:out\ )?of\ (?:the\ )?(?P<total>{_COUNT})\ (?:\w+\ )?(?:analysts|brokerages)
    | \b(?:by|among)\ (?:the\ )?(?P<by>{_COUNT})\ analysts
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_MEAN = lazy(
    r"""
      \b(?:average|mean|median|consensus)\b (?:\ (?!of\b)[\w.'’&-]+){0,3}?
      \ (?:price\ )?(?:target|objective)(?:\ price)?\b
      (?: \ (?:of|is|was|at|stands|stood|on|for|the|stock|shares|it|among|them|sits|by|from|now
            |analysts|brokerages|tracked|polled|covering|\d{1,3}|[\p{Lu}]\w*) ){0,8} \ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TARGET_AFTER = lazy(r"\ (?:average|mean|median|consensus)\ (?:price\ )?target", regex.IGNORECASE)
_GRADE = rf"(?:(?:strong|moderate)[ -](?:buy|sell)|{_RATING})"
_OVERALL = lazy(
    rf"""
      \b(?P<rating>{_GRADE})['"]?\ (?:consensus|average)\ rating
    | \b(?:consensus|average)\ rating\ (?:here\ )?(?:of|is|was|on\ \w+\ is)\ (?:an?\ )?['"]?
        (?P<rating>{_GRADE})
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_HINT = lazy(
    r"\b(?:analysts?|consensus|average|mean|median|rate|ratings?|buys?)\b", regex.IGNORECASE
)
_hints = any_of("analyst", "consensus", "average", "mean", "median", "rate", "rating", "buy")


_SOURCE = lazy(r"\b(?:according to|by|per|from|data from) $", regex.IGNORECASE)


class _Votes(NamedTuple):
    """Counts by what they advise, and where they stand."""

    counts: dict[RatingLevel, int]
    start: int
    end: int


def find_consensus(sentence: Sentence, setting: Setting) -> list[AnalystAction]:
    """Return the consensus ratings and mean targets of a sentence."""
    if not (_hints(sentence.lower) and _HINT.search(sentence.clean)):
        return []
    subject = _subject(sentence, setting)
    if subject is None:
        return []
    votes, mean, overall = _votes(sentence), _mean(sentence), _overall(sentence)
    if votes is None and mean is None and overall is None:
        return []
    spots = [
        spot
        for spot in (votes and votes[1:], mean and _place(mean), overall and overall[1:])
        if spot
    ]
    start = min(spot[0] for spot in spots)
    end = max(spot[1] for spot in spots)
    counts = votes.counts if votes else {}
    consensus = Consensus(
        buy=counts.get("buy"),
        hold=counts.get("hold"),
        sell=counts.get("sell"),
        analysts=_total(sentence),
        mean_target=mean,
    )
    rating = overall[0] if overall else None
    return [
        AnalystAction(
            evidence=(sentence.passage.span(_clause_start(sentence, start), end),),
            sentence=sentence.span,
            rule="analyst_consensus",
            key=fact_key("analyst_action", "consensus", subject, rating, consensus),
            subject=subject,
            rating=rating,
            consensus=consensus,
        )
    ]


def _clause_start(sentence: Sentence, start: int) -> int:
    match = _TOTAL.search(sentence.passage.clean, sentence.start, start + 1)
    return match.start() if match else start


def _place(value: Quantity) -> tuple[int, int]:
    return value.span.start, value.span.end


def _subject(sentence: Sentence, setting: Setting) -> Instrument | None:
    clean = sentence.passage.clean
    named = [
        value
        for value in sentence.found.instruments
        if value.kind in ("equity", "etf", "index", "crypto") and not is_only_house(setting, value)
    ]
    told = [
        v
        for v in named
        if not _SOURCE.search(clean[max(sentence.start, v.span.start - 14) : v.span.start])
    ]
    if told or setting.unknown:
        return told[0] if told else None
    before = [value for value in setting.before if value.kind in ("equity", "etf", "crypto")]
    return before[0] if len(before) == 1 else setting.spoken_of


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _votes(sentence: Sentence) -> _Votes | None:
    """Return counts of at least two ratings, or one with "of 31 analysts"."""
    counts: dict[RatingLevel, int] = {}
    spots: list[int] = []
    for match in _VOTE.finditer(sentence.passage.clean, sentence.start, sentence.end):
        level = rating_levels().get(match["rating"].lower().removesuffix("s"))
        if level is None:
            continue
        counts[level] = counts.get(level, 0) + _number(match["count"])
        spots += [match.start(), match.end()]
    if len(counts) < 2 and not (counts and _total(sentence)):  # noqa: PLR2004 - two make a tally
        return None
    return _Votes(counts, min(spots), max(spots))


def _total(sentence: Sentence) -> int | None:
    match = _TOTAL.search(sentence.passage.clean, sentence.start, sentence.end)
    if match is None:
        return None
    return _number(match["of"] or match["total"] or match["by"])


def _mean(sentence: Sentence) -> Quantity | None:
    clean = sentence.passage.clean
    for value in sentence.found.quantities:
        if value.unit != "currency" or value.value is None or value.value <= Decimal(0):
            continue
        before = clean[max(sentence.start, value.span.start - 80) : value.span.start]
        if _MEAN.search(before) or _TARGET_AFTER.match(clean, value.span.end):
            return value
    return None


def _overall(sentence: Sentence) -> tuple[str, int, int] | None:
    match = _OVERALL.search(sentence.passage.clean, sentence.start, sentence.end)
    if match is None:
        return None
    start, end = match.span("rating")
    return sentence.passage.text[start:end], match.start(), match.end()
