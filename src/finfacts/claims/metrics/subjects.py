"""Whose figure: the company before it, the one the article is about, or a country."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.tape import pattern
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
        for place, item in enumerate(reading.tape.items[:at])
        if isinstance(item.value, Instrument)
        and item.value.kind == "equity"
        and not _is_aside(reading, place)
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


_ASIDE = frozenset({"ON", "AT", "IN", "BY", "WITH", "TO", "AGAINST", "FROM", "BEAT"})


def _is_aside(reading: Reading, at: int) -> bool:
    """Whether an instrument only stands in a phrase: "on the BSE", "data from Visible Alpha"."""
    items = reading.tape.items
    before = items[at - 1].tag if at else ""
    if before == "DET" and at > 1:
        before = items[at - 2].tag
    return before in _ASIDE and at > 1


def product(reading: Reading, at: int) -> Named | None:
    """Return the product named right before a verb: "Alibaba's Qwen AI models had surpassed"."""
    match = _PRODUCT.search(reading.tape.tags[:at])
    if match is None:
        return None
    item = reading.tape.items[match.start("product")]
    passage = reading.sentence.passage
    return Named(name=passage.text[item.start : item.end], span=passage.span(item.start, item.end))


_PRODUCT = pattern(
    "(?:POSS_MARK|DET|^) (?P<product>NAME) NAME? (?:WORD|NOUN|STOCK)? (?:AUX|ADVERB)* $"
)


def owner(reading: Reading, at: int) -> Instrument | None:
    """Return the last instrument of any kind before item ``at`` of the sentence, or None."""
    values = (item.value for item in reversed(reading.tape.items[:at]))
    return next((value for value in values if isinstance(value, Instrument)), None)


def country(reading: Reading, *, bank: bool = False) -> Named | None:
    """Return the country an economic figure is about, named in the sentence, or None.

    Args:
        reading: the sentence.
        bank: whether a central bank is itself the subject ("the Fed cut its benchmark rate").
    """
    sentence = reading.sentence
    match = _pattern().search(sentence.passage.clean, sentence.start, sentence.end)
    if match is None:
        return None
    own = bank and _BANK.search(match[0])
    name = match[0] if own else countries()[match[0].lower()]
    return Named(name=name, span=sentence.passage.span(*match.span()))


_BANK = regex.compile(r"\b(?:bank|fed|reserve)\b", regex.IGNORECASE)
_PATTERNS: list[regex.Pattern[str]] = []


def _pattern() -> regex.Pattern[str]:
    if not _PATTERNS:
        names = sorted(countries(), key=len, reverse=True)
        words = "|".join(map(regex.escape, names))
        _PATTERNS.append(regex.compile(rf"(?<!\w)(?:{words})(?!\w)", regex.IGNORECASE))
    return _PATTERNS[0]
