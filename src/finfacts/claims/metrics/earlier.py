"""What a time makes a comparison: "a year earlier", "in the prior quarter", "in 2024"."""

from __future__ import annotations

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import Item
from finfacts.facts import Versus
from finfacts.patterns import lazy
from finfacts.values import Period

_YEAR_WORDS = (
    "year ago",
    "year earlier",
    "last year",
    "year before",
    "year prior",
    "prior year",
    "previous year",
)
_PRIOR_WORDS = (
    "month earlier",
    "quarter earlier",
    "week earlier",
    "week ago",
    "previous",
    "prior",
    "month ago",
    "preceding",
    "last month",
    "last quarter",
    "last week",
)


def named_versus(item: Item) -> Versus | None:
    """Return what a time compares with by its own words: "a year earlier", "last quarter"."""
    if item.tag == "YEAR_AGO":
        return "year_ago" if item.sense == "year_ago" else "prior_period"
    plain = item.lower.replace("-", " ")
    if any(words in plain for words in _YEAR_WORDS):
        return "year_ago"
    return "prior_period" if any(words in plain for words in _PRIOR_WORDS) else None


def earlier(item: Item) -> Versus | None:
    """Return what a plain time makes a comparison: "from 4.87% in October", "in 2024"."""
    if item.tag == "BEFORE":
        return "prior_period"
    if not isinstance(item.value, Period):
        return None
    if _LONG_AGO.search(item.lower):
        return "other"
    year = item.value.granularity == "year" or _YEAR.search(item.lower)
    return "year_ago" if year and "this year" not in item.lower else "prior_period"


_LONG_AGO = lazy(r"\byears (?:ago|earlier|before)|decade")
_YEAR = lazy(r"\b(?:19|20)\d\d\b")


def apart(now: Period | None, then: Period | None) -> Versus | None:
    """Return how far a time compared with lies back: a year, or right before; None in doubt."""
    if now is None or then is None or not (now.start and now.end and then.end):
        return None
    back, length = (now.end - then.end).days, (now.end - now.start).days + 1
    if abs(back - 365) <= _SLACK:
        return "year_ago"
    return "prior_period" if abs(back - length) <= _SLACK else None


_SLACK = 5  # days


def ended(period: Period) -> Period:
    """Return a time of which only the end is told: "the period ended Sept. 29"."""
    return period.model_copy(update={"start": None})


def versus_inside(reading: Reading, figure: Stated) -> Versus | None:
    """Return what a figure is compared with in its own words: "rose 5% from a year earlier"."""
    items = reading.tape.items
    for item in items[figure.prior + 1 : figure.value] if figure.prior >= 0 else ():
        if item.tag == "PERIOD":  # "from $2.09 in 2018 to $2.58"
            return named_versus(item) or _a_year_apart(item, items[figure.value + 1 :])
    first = figure.first - (figure.first > 0 and items[figure.first - 1].tag == "YEAR_AGO")
    for at in range(first, figure.last):
        if items[at].tag in ("YEAR_AGO", "PERIOD"):
            found = _versus_of(items[at], compared=at > 0 and items[at - 1].tag in _COMPARING)
            if found is not None:
                return found
    return None


def _a_year_apart(item: Item, after: list[Item]) -> Versus | None:
    """Return what a plain time compares with; "in 2019 to 5 million in 2021" with neither."""
    now = next((one.value for one in after[:_NEAR] if isinstance(one.value, Period)), None)
    then = item.value if isinstance(item.value, Period) else None
    if now is None or then is None or now.end is None or then.end is None:
        return earlier(item)
    return earlier(item) if now.end.year - then.end.year <= 1 else None


_NEAR = 4  # items
_COMPARING = frozenset(("FROM", "BEAT", "AGAINST"))


def _versus_of(item: Item, *, compared: bool) -> Versus | None:
    """Return what a time inside a figure compares with; "last year" alone is only its period."""
    found = named_versus(item)
    told = compared or "ago" in item.lower or "earlier" in item.lower
    plain = item.tag == "PERIOD" and not told
    if found is None and compared and _is_part_of_year(item):
        return earlier(item)  # "fell 2% from Q2 to $1.3 billion"
    lately = found == "year_ago" or item.lower.startswith("last ")
    return None if plain and lately else found


def _is_part_of_year(item: Item) -> bool:
    return isinstance(item.value, Period) and item.value.granularity in ("quarter", "month")
