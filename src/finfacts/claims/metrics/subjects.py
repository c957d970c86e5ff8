"""Whose figure: the company before it, the one the article is about, or a country."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.reading import Reading
from finfacts.lexicons.places import countries
from finfacts.values import Instrument, Named

_OWNERS = frozenset({"equity", "etf", "group", "index"})


def company(reading: Reading, at: int) -> Instrument | None:
    """Return the company whose figure stands at item ``at``, or None.

    The last one named before it in the sentence counts, then one right after ("revenue at X"),
    then what the sentence before or the article is about.
    """
    before = [
        item.value
        for item in reading.tape.items[:at]
        if isinstance(item.value, Instrument) and item.value.kind == "equity"
    ]
    if before:
        return before[-1]
    for place, item in enumerate(reading.tape.items[at + 1 : at + 5], at + 1):
        if isinstance(item.value, Instrument) and item.value.kind == "equity":
            tag = reading.tape.items[place - 1].tag
            return item.value if tag in ("OF", "AT", "IN", "FOR", "DET") else None
    equities = [value for value in reading.setting.before if value.kind == "equity"]
    if len(equities) == 1:
        return equities[0]
    main = reading.setting.main
    return main if main is not None and main.kind == "equity" else None


def country(reading: Reading) -> Named | None:
    """Return the country an economic figure is about, named in the sentence, or None."""
    sentence = reading.sentence
    match = _pattern().search(sentence.passage.clean, sentence.start, sentence.end)
    if match is None:
        return None
    return Named(name=countries()[match[0].lower()], span=sentence.passage.span(*match.span()))


_PATTERNS: list[regex.Pattern[str]] = []


def _pattern() -> regex.Pattern[str]:
    if not _PATTERNS:
        names = sorted(countries(), key=len, reverse=True)
        words = "|".join(map(regex.escape, names))
        _PATTERNS.append(regex.compile(rf"(?<!\w)(?:{words})(?!\w)", regex.IGNORECASE))
    return _PATTERNS[0]
