"""When a figure is told for: "2026 revenue", "for the week ended Jan. 9", "For 2026, ..."."""

from __future__ import annotations

from finfacts.claims.metrics.afterwards import period_after
from finfacts.claims.metrics.earlier import ended
from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.tail import Tail
from finfacts.claims.metrics.verbs import own_clause
from finfacts.claims.prices.arguments import is_time
from finfacts.claims.tape import pattern
from finfacts.patterns import lazy
from finfacts.values import Period, Value


def period_of(reading: Reading, figure: Stated, tail: Tail, name: str) -> Period | None:
    """Return when a figure was: inside it, right after it, some words on, else at the start.

    Args:
        reading: the sentence.
        figure: as its rule read it.
        tail: what follows it.
        name: what the figure is.
    """
    if figure.rule == "metric_multiple":
        return None  # "24 times its estimated earnings for next year"
    result = _is_result(name)
    period = _inside(reading, figure)
    after = tail.period
    if after is not None and result and _is_one_day(after):
        after = None  # "reported sales of $2 billion on Tuesday"
    if after is not None and (period is None or figure.rule in _DEEDS):
        return after  # "Boycotts in July could cost it $2 million in the third quarter"
    if period is None and tail.versus is None and tail.versus_value is None:
        period = period_after(reading, tail.last, days=not result)
    return period or _around(reading, figure)


_DEEDS = frozenset(("metric_any_cost", "metric_any_verb", "metric_any_count"))


def _inside(reading: Reading, figure: Stated) -> Period | None:
    """Return the time told inside the figure or right before its name: "2026 revenue"."""
    items = reading.tape.items
    if figure.lead >= 0 or figure.rule in _HAVE_NONE:
        return None  # the one before has its own
    low = figure.name
    start = max(-1, figure.name - 4, own_clause(reading, figure))
    for at in range(figure.name - 1, start, -1):
        if items[at].tag == "PERIOD":
            day = at != figure.name - 1 and _is_day(items[at].value)
            low = low if day or _is_told_then(reading, at) else at
            break
        if items[at].tag in _BARRIERS or at == figure.move:
            break
    apart = aside(reading, figure)
    prior = range(figure.prior, figure.value) if figure.prior >= 0 else range(0)
    for at, item in enumerate(items[: figure.last]):
        compared = at > figure.first and items[at - 1].tag == "FROM"  # "fell 2% from Q2 to"
        if at < min(low, figure.first) or at in apart or at in prior or compared:
            continue
        if isinstance(item.value, Period) and _is_when(item.value, item.lower):
            return ended(item.value) if items[at - 1].tag == "LEVEL" else item.value
    return _of_chance(reading, figure)


_BARRIERS = frozenset(("COMMA", "SEMICOLON", "CLAUSE", "TO", "AND"))


def _around(reading: Reading, figure: Stated) -> Period | None:
    """Return the time told for a figure and others: by a heading, by what opens the sentence."""
    if figure.lead >= 0 or figure.rule in _HAVE_NONE:
        return None
    return _heading(reading, figure) or _opening(reading, figure)


_HAVE_NONE = frozenset(("metric_multiple", "metric_forecast", "metric_premium"))


def _of_chance(reading: Reading, figure: Stated) -> Period | None:
    """Return when a thing may come that odds are given of: "a 58% chance of a cut in March"."""
    if figure.rule != "metric_odds":
        return None
    match = _CHANCE_OF.match(reading.tape.tags, figure.last)
    value = reading.tape.items[match.start("period")].value if match else None
    return value if isinstance(value, Period) and _is_when(value, value.span.text.lower()) else None


_CHANCE_OF = pattern("""
    (?:OF|DET|CLAUSE|REL|FOR|TO) [^COMMA SEMICOLON PERCENT DASH AND STOP FROM BEAT]{1,12}?
    (?P<period>PERIOD) (?! POSS_MARK )
""")


def _heading(reading: Reading, figure: Stated) -> Period | None:
    """Return the time of what a figure is a part of: "cut its 2025 outlook to earnings of"."""
    for match in _HEADING.finditer(reading.tape.tags, 0, figure.first):
        value = reading.tape.items[match.start("period")].value
        near = match["colon"] or figure.first - match.end() <= _NEAR
        if near and isinstance(value, Period) and value.start and not _is_day(value):
            return value
    return None


_HEADING = pattern("""
    (?P<period>PERIOD) (?:WORD|METRIC|ADVERB|ADJUST){0,3}
    (?: (?P<colon>COLON) | EXPECT (?: TO | (?P<colon>COLON) ) )
""")
_NEAR = 4  # items


def _is_when(period: Period, words: str) -> bool:
    """Whether a time says when, and not with which time a figure is compared."""
    if not is_time(period) or words.endswith(("ago", "earlier", "before")):
        return False
    return period.start is not None or not _BACK.search(words)


_BACK = lazy(r"\b(?:prior|previous|preceding|year-ago|year-earlier)\b")


def _is_day(value: Value | None) -> bool:
    """Whether a time is a day, which only says when the news came: "said Friday its sales rose"."""
    return isinstance(value, Period) and value.granularity == "day"


def _is_one_day(period: Period) -> bool:
    """Whether a time is a single day, not a stretch of which only the end is told."""
    return period.start is not None and period.start == period.end


def _is_result(name: str) -> bool:
    """Whether a figure is told of a quarter or a year: a day with it is the report's."""
    return name in _RESULTS or name.endswith(("_revenue", "_margin"))


_RESULTS = frozenset(
    (
        "revenue",
        "net_income",
        "adjusted_net_income",
        "eps",
        "adjusted_eps",
        "operating_income",
        "pretax_profit",
        "gross_profit",
        "ebitda",
        "same_store_sales",
        "free_cash_flow",
    )
)


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
    """Return the time that opens the sentence: "For 2026, ...", "As of Sept. 30, ..."."""
    if _is_news(reading, figure) or _WITH.search(reading.tape.tags[: figure.first]):
        return None  # "In 2019, X, with a market value of $6.7 billion, led the gains"
    for at, item in enumerate(reading.tape.items[:6]):
        if isinstance(item.value, Period):
            return item.value if _holds(reading, figure, at) else None
        if item.tag not in _OPENING and item.lower not in _LENGTHS:
            return None
    return None


def _holds(reading: Reading, figure: Stated, at: int) -> bool:
    """Whether a time that opens a sentence holds for a figure: no day on which it was told."""
    period, before = reading.tape.items[at].value, reading.tape.items[:at]
    if not isinstance(period, Period) or period.start is None:
        return False
    if period.granularity == "day":
        point = any(item.tag in ("AS_OF", "BY", "AT") for item in before)
        return point or figure.rule in _OF_DAYS
    long = period.granularity in ("quarter", "year", "half", "month")
    return long or (period.granularity == "duration" and any(i.tag in _FOR for i in before))


_WITH = pattern("WITH (?:DET|TALLY|ADVERB)* $")
_LENGTHS = frozenset(("course", "whole"))  # "Over the course of 2025"
_FOR = frozenset(("FOR", "IN"))
_OF_DAYS = frozenset(
    ("metric_flow", "metric_fund_flow", "metric_fund_moved", "metric_left", "metric_traded")
)


def _is_news(reading: Reading, figure: Stated) -> bool:
    """Whether a month that opens is when a result came: "In April, Tesla reported a loss of"."""
    items = reading.tape.items
    first = next((item.value for item in items[:5] if isinstance(item.value, Period)), None)
    if first is None or not _MONTH.fullmatch(first.timex) or items[figure.name].tag != "METRIC":
        return False
    return any(item.tag in ("REPORT", "EXPECT") for item in items[: figure.name])


_MONTH = lazy(r"[\dX]{4}-\d\d")
_OPENING = frozenset(
    "FOR IN ON AT BY AS_OF DET ADVERB QUOTE TALLY CLAUSE AND OF POSSESSIVE".split()
)
