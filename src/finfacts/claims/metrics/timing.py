"""When a figure is told for: "2026 revenue", "for the week ended Jan. 9", "For 2026, ..."."""

from __future__ import annotations

from finfacts.claims.metrics.earlier import ended
from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.verbs import own_clause
from finfacts.claims.prices.arguments import is_time
from finfacts.claims.tape import pattern
from finfacts.patterns import lazy
from finfacts.values import Period, Value


def period_of(reading: Reading, figure: Stated) -> Period | None:
    """Return the time told inside the figure or right before its name: "2026 revenue"."""
    items = reading.tape.items
    if figure.lead >= 0 or figure.rule in ("metric_multiple", "metric_forecast"):
        return None  # the one before has its own
    low = figure.name
    start = max(-1, figure.name - 4, own_clause(reading, figure))
    for at in range(figure.name - 1, start, -1):
        if items[at].tag == "PERIOD":
            day = at != figure.name - 1 and _is_day(items[at].value)
            low = low if day or _is_told_then(reading, at) else at
            break
        if items[at].tag in ("COMMA", "CLAUSE", "TO", "AND") or at == figure.move:
            break
    apart = aside(reading, figure)
    prior = range(figure.prior, figure.value) if figure.prior >= 0 else range(0)
    for at, item in enumerate(items[: figure.last]):
        compared = at > figure.first and items[at - 1].tag == "FROM"  # "fell 2% from Q2 to"
        if at < min(low, figure.first) or at in apart or at in prior or compared:
            continue
        if isinstance(item.value, Period) and _is_when(item.value, item.lower):
            return ended(item.value) if items[at - 1].tag == "LEVEL" else item.value
    return _opening(reading, figure)


def _is_when(period: Period, words: str) -> bool:
    """Whether a time says when, and not with which time a figure is compared."""
    if not is_time(period) or words.endswith(("ago", "earlier", "before")):
        return False
    return period.start is not None or not _BACK.search(words)


_BACK = lazy(r"\b(?:prior|previous|preceding|year-ago|year-earlier)\b")


def _is_day(value: Value | None) -> bool:
    """Whether a time is a day, which only says when the news came: "said Friday its sales rose"."""
    return isinstance(value, Period) and value.granularity == "day"


def _is_told_then(reading: Reading, at: int) -> bool:
    """Whether a time is when it was said: "warned Thursday that", "said in May that"."""
    items = reading.tape.items
    value = items[at].value
    while at and items[at - 1].tag in _OPENING:
        at -= 1
    verb = items[at - 1] if at else None
    dated = isinstance(value, Period) and value.granularity in ("day", "month")
    told = verb is not None and verb.tag == "WORD" and verb.lower.endswith(("ed", "said", "says"))
    return dated and told


def aside(reading: Reading, figure: Stated) -> range:
    """Return the places of a relative clause inside a figure: ", which was 6.7% in June,"."""
    items = reading.tape.items
    for at in range(figure.name, figure.last - 1):
        if items[at].tag == "COMMA" and items[at + 1].tag == "REL":
            after = range(at + 1, figure.last)
            return range(at, next((one for one in after if items[one].tag == "COMMA"), at))
    return range(0)


def ends_aside(reading: Reading, at: int) -> bool:
    """Return whether a comma ends what stands aside: "Intel, which plans to cut jobs, said"."""
    if reading.tape.items[at].tag != "COMMA":
        return False
    return _ASIDE.search(reading.tape.tags[: at + 1]) is not None


_ASIDE = pattern("(?: ^ | COMMA ) (?:REL|AFTER|CLAUSE|BEFORE) [^COMMA]* COMMA $")


def _opening(reading: Reading, figure: Stated) -> Period | None:
    """Return the quarter or year that opens the sentence: "For 2026, ..."."""
    if _is_news(reading, figure):
        return None
    for item in reading.tape.items[:5]:
        if item.tag not in _OPENING and not isinstance(item.value, Period):
            return None
        if isinstance(item.value, Period):
            long = item.value.granularity in ("quarter", "year", "half", "month")
            return item.value if long and item.value.start else None
    return None


def _is_news(reading: Reading, figure: Stated) -> bool:
    """Whether a month that opens is when a result came: "In April, Tesla reported a loss of"."""
    items = reading.tape.items
    first = next((item.value for item in items[:5] if isinstance(item.value, Period)), None)
    if first is None or first.granularity != "month" or items[figure.name].tag != "METRIC":
        return False
    return any(item.tag in ("REPORT", "EXPECT") for item in items[: figure.name])


_OPENING = frozenset(("FOR", "IN", "ON", "DET", "ADVERB", "QUOTE", "TALLY", "CLAUSE", "AND", "OF"))
