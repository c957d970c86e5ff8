"""Which country a figure is of where its sentence names none: "The jobless rate fell to 3.9%".

The one that the sentences before speak of, the one whose figure was told last, the one whose
stocks were told of, or the one that a text names nearly always.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from finfacts.claims.metrics.places import is_place, places
from finfacts.claims.metrics.reading import Reading, economic_names
from finfacts.lexicons.places import countries, markets
from finfacts.values import Named

_BACK = 600  # characters
_NEAR = 250
_FAR = 4000
_OFTEN = 3  # times
_MOSTLY = 0.75


def country_before(reading: Reading) -> Named | None:
    """Return the one country that the sentences before speak of, where there is just one."""
    start = reading.sentence.start
    found = _places(reading, start - _BACK, start)
    if len({_country(match) for match in found}) > 1:
        # several: the one that the words right before speak of
        found = [match for match in found if match.start() > start - _NEAR]
    if len({_country(match) for match in found}) != 1:
        return None
    return _named(reading, found[-1])


def home(reading: Reading, at: int) -> Named | None:
    """Return the country of an economic figure that names none, or None in doubt.

    Args:
        reading: the sentence.
        at: index of the figure's name.
    """
    near = country_before(reading)
    listed = _market(reading)
    if near is not None:
        return near if listed in (None, near.name) else None
    found = _told_last(reading) or (None if _is_of_company(reading) else listed or _often(reading))
    if found is None:
        return None
    item = reading.tape.items[at]
    return Named(name=found, span=reading.sentence.passage.span(item.start, item.end))


def _is_of_company(reading: Reading) -> bool:
    """Whether a text is about a company, whose figures may bear the names of a country's."""
    main = reading.setting.main
    return main is not None and main.kind == "equity"


def _told_last(reading: Reading) -> str | None:
    """Return whose economic figure was told last, where no other country was named since."""
    last, start = reading.setting.measured, reading.sentence.start
    if not isinstance(last, Named) or reading.setting.metric not in economic_names():
        return None
    if last.span.field != reading.sentence.passage.field or last.name not in _economies():
        return None
    since = _places(reading, max(last.span.start, start - _FAR), start)
    return last.name if {_country(match) for match in since} <= {last.name} else None


def _market(reading: Reading) -> str | None:
    """Return the country whose stocks the last sentences told of: "The S&P 500 fell"."""
    told = (value.symbol for subjects in reading.setting.told for value in subjects)
    found = {markets()[symbol] for symbol in told if symbol in markets()}
    return found.pop() if len(found) == 1 else None


def _often(reading: Reading) -> str | None:
    """Return the country that the text before names nearly always."""
    start = reading.sentence.start
    named = Counter(_country(match) for match in _places(reading, start - _FAR, start))
    if not named:
        return None
    name, times = named.most_common(1)[0]
    return name if times >= _OFTEN and times >= _MOSTLY * named.total() else None


def _places(reading: Reading, start: int, end: int) -> list[regex.Match[str]]:
    passage = reading.sentence.passage
    return [match for match in places(passage, max(0, start), end) if is_place(match[0])]


def _country(match: regex.Match[str]) -> str:
    return countries()[match[0].lower()]


def _named(reading: Reading, match: regex.Match[str]) -> Named:
    return Named(name=_country(match), span=reading.sentence.passage.span(*match.span()))


@cache
def _economies() -> frozenset[str]:
    return frozenset(countries().values())
