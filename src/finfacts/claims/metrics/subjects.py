"""Whose figure: the company before it, the one the article is about, or a country."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.tape import pattern
from finfacts.lexicons.places import BANKS, countries
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
        and not _speaks(reading, item.value)
    ]
    if before:
        return before[-1]
    for place, item in enumerate(reading.tape.items[at + 1 : at + 5], at + 1):
        if isinstance(item.value, Instrument) and item.value.kind == "equity":
            tag = reading.tape.items[place - 1].tag
            return item.value if tag in ("OF", "AT", "IN", "FOR", "DET") else None
    return _known(reading)


def _known(reading: Reading) -> Instrument | None:
    """Return the company that the sentences before are about, or None where that is in doubt."""
    setting = reading.setting
    equities = [value for value in setting.before if value.kind == "equity"]
    if len(equities) == 1:
        return equities[0]
    main = setting.main
    if main is None or main.kind != "equity" or setting.unknown:
        return None
    topic = setting.topic
    if topic is not None and topic.name != main.name:
        return None
    return None if _OTHERS.search(reading.sentence.clean) else main


_OTHERS = regex.compile(
    r"\b(?:government|ministry|central bank|lawmakers|exporters|exchanges?|industry|nationwide"
    r"|opec)\b",
    regex.IGNORECASE,
)
_ASIDE = frozenset({"ON", "AT", "IN", "BY", "WITH", "TO", "AGAINST", "FROM", "BEAT"})


def _is_aside(reading: Reading, at: int) -> bool:
    """Whether an instrument only stands in a phrase: "on the BSE", "data from Visible Alpha"."""
    items = reading.tape.items
    if any(item.tag == "ESTIMATE" for item in items[at + 1 : at + 3]):
        return True  # "FactSet's consensus"
    before = items[at - 1].tag if at else ""
    if before == "DET" and at > 1:
        before = items[at - 2].tag
    return before in _ASIDE and at > 1


def _speaks(reading: Reading, value: Instrument) -> bool:
    """Whether a bank only speaks of others here: "Goldman Sachs sees sales of"."""
    main = reading.setting.main
    if main is not None and value.name == main.name:
        return False
    items = reading.tape.items
    at = next((at for at, item in enumerate(items) if item.value is value), len(items))
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or not (after.tag in _SPEAKING or after.lower in _SAYING):
        return False
    return any(
        house.span.start < value.span.end and value.span.start < house.span.end
        for house in reading.sentence.found.brokerages
    )


_SPEAKING = frozenset(("EXPECT", "ANALYSTS", "ESTIMATE", "POSS_MARK"))
_SAYING = frozenset(("said", "says", "reckons", "thinks", "wrote", "economists", "believes"))


def product(reading: Reading, at: int) -> Named | None:
    """Return the product named right before a verb: "Alibaba's Qwen AI models had surpassed"."""
    match = _PRODUCT.search(reading.tape.tags[:at])
    if match is None:
        return None
    return named_at(reading, match.start("product"))


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
        bank: whether a central bank is itself the subject ("the Fed cut its benchmark rate");
            nothing else will do.
    """
    sentence = reading.sentence
    text = sentence.passage.clean
    for match in _pattern().finditer(text, sentence.start, sentence.end):
        own = _BANK.search(match[0])
        if (bank and not own) or _is_in_name(reading, match.start()):
            continue
        word = match[0].lower()
        name = BANKS.get(word, match[0]) if bank else countries()[word]
        return Named(name=name, span=sentence.passage.span(*match.span()))
    return None


def _is_in_name(reading: Reading, at: int) -> bool:
    """Whether a place is part of a company's name: "American Airlines"."""
    named = reading.sentence.found.instruments
    return any(
        value.kind == "equity" and value.span.start <= at < value.span.end for value in named
    )


def economy(reading: Reading, name: str) -> Named | None:
    """Return whose economic figure it is: named in the sentence, or alone right before it."""
    if name in _BANKS_OWN:
        return country(reading, bank=True)
    named = country(reading)
    if named is None and name in _AMERICAN:
        return _american(reading)
    return named or _country_before(reading)


def _american(reading: Reading) -> Named:
    """Return the United States, for figures that only they have: "initial jobless claims"."""
    item = next(item for item in reading.tape.items if item.tag == "ECONOMY")
    span = reading.sentence.passage.span(item.start, item.end)
    return Named(name="United States", span=span)


_AMERICAN = frozenset(("jobless_claims", "nonfarm_payrolls", "core_pce"))


_BANKS_OWN = frozenset(("interest_rate", "rate_cut_probability"))
_BACK = 600  # characters


def _country_before(reading: Reading) -> Named | None:
    """Return the one country that the sentences before speak of, where there is just one."""
    sentence = reading.sentence
    low = max(0, sentence.start - _BACK)
    found = list(_pattern().finditer(sentence.passage.clean, low, sentence.start))
    names = {countries()[match[0].lower()] for match in found}
    if len(names) != 1:
        return None
    return Named(name=names.pop(), span=sentence.passage.span(*found[-1].span()))


def named_at(reading: Reading, at: int) -> Named:
    """Return what item ``at`` names, in the article's own words."""
    item = reading.tape.items[at]
    passage = reading.sentence.passage
    return Named(name=passage.text[item.start : item.end], span=passage.span(item.start, item.end))


_BANK = regex.compile(
    r"\b(?:bank|fed|reserve|boe|boj|ecb|rbi|rba|pboc|riksbank|banxico|fomc)\b", regex.IGNORECASE
)
_PATTERNS: list[regex.Pattern[str]] = []


def _pattern() -> regex.Pattern[str]:
    if not _PATTERNS:
        names = sorted(countries(), key=len, reverse=True)
        words = "|".join(map(regex.escape, names))
        _PATTERNS.append(regex.compile(rf"(?<!\w)(?:{words})(?!\w)", regex.IGNORECASE))
    return _PATTERNS[0]
