"""Facts in a few words: "down 12.2% from record high $192.67 (2025-10-02)", "target to $180"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from finfacts.facts import (
    AnalystAction,
    Fact,
    MessageVolume,
    Metric,
    Poll,
    PriceLevel,
    PriceMove,
    Sentiment,
)
from finfacts.values import Baseline, Consensus, Instrument, Period, Quantity

_BOUNDS = {
    "exact": "",
    "range": "",
    "about": "about ",
    "nearly": "nearly ",
    "over": "over ",
    "at_least": "at least ",
    "under": "under ",
    "up_to": "up to ",
}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_UNITS = {
    "percent": "%",
    "percentage_point": " percentage points",
    "basis_point": " bp",
    "currency": "",
    "index_point": " points",
    "share": " shares",
    "multiple": "×",
    "count": "",
}
_SCALES = (
    (Decimal(10) ** 12, " trillion"),
    (Decimal(10) ** 9, " billion"),
    (Decimal(10) ** 6, " million"),
)
_ORDINARY = 18  # powers of ten that are written out
_SHOWN = 3  # decimals before a word such as "billion"
_BASELINES = {
    "year_start": "the start of the year",
    "year_ago": "a year ago",
    "ipo_price": "IPO price",
    "other": "",
}
_VERSUS = {
    "year_ago": "on the year",
    "prior_period": "on the period before",
    "estimate": "against estimates",
    "other": "against",
}
_TARGETS = {"raise": "raised", "lower": "lowered", "set": "set", "maintain": "kept"}


def claim(fact: Fact) -> str:
    """Say what a fact claims about its subject.

    >>> from finfacts.values import Instrument, Quantity, Span
    >>> from finfacts.facts import PriceMove
    >>> here = Span(text="3%", start=0, end=2)
    >>> gold = Instrument(name="Gold", kind="commodity", span=here)
    >>> three = Quantity(value=Decimal(3), comparator="over", unit="percent", span=here)
    >>> claim(PriceMove(subject=gold, direction="up", percent=three, evidence=[here],
    ...                 sentence=here, rule="move", key="k"))
    'up over 3%'
    """
    words = _WORDINGS[fact.type](fact)
    return words if fact.assertion == "reported" else f"{words} ({fact.assertion})"


def subject(fact: Fact) -> str:
    """Name a fact's subject with its symbol: "Alibaba (BABA)"."""
    about = fact.subject
    if about is None:
        return ""
    symbol = about.symbol if isinstance(about, Instrument) else None
    return f"{about.name} ({symbol})" if symbol and symbol != about.name else about.name


def when(fact: Fact) -> str:
    """Say when a fact happened: "2026-01-13 premarket"; empty where the text does not say."""
    period = getattr(fact, "period", None) or getattr(fact, "date", None)
    session = getattr(fact, "session", None)
    return _joined((period_words(period) if period else None, _spaced(session)))


def quantity_words(quantity: Quantity) -> str:
    """Write a quantity: "over $1.2 billion", "6%", "$1.10 to $1.15/share"."""
    per = f"/{quantity.per}" if quantity.per else ""
    if quantity.comparator == "range" or quantity.value is None:
        ends = (each for each in (quantity.low, quantity.high) if each is not None)
        return " to ".join(_number(end, quantity) for end in ends) + per
    return _BOUNDS[quantity.comparator] + _number(quantity.value, quantity) + per


def period_words(period: Period) -> str:
    """Write a period: "2026-01-12", "2026-01-01 to 2026-01-13"; its TIMEX3 value if unresolved."""
    start, end = period.start, period.end
    if start and end:
        return start.isoformat() if start == end else f"{start} to {end}"
    if start:
        return f"from {start}"
    return f"until {end}" if end else period.timex


def value_words(value: object) -> str:
    """Write the value of a slot or a mention in a few words."""
    for kind, words in _VALUES.items():
        if isinstance(value, kind):
            return words(value)
    named = getattr(value, "name", None) or getattr(value, "label", None)
    return str(named or getattr(value, "text", None) or value)


def _instrument(value: Instrument) -> str:
    place = ":".join(part for part in (value.exchange, value.symbol) if part)
    return f"{value.name} [{place}]" if place else value.name


def _number(value: Decimal, quantity: Quantity) -> str:
    sign = _SIGNS.get(quantity.currency or "", f"{quantity.currency} " if quantity.currency else "")
    return sign + _scaled(value) + _UNITS[quantity.unit]


def _scaled(value: Decimal) -> str:
    if abs(value.adjusted()) > _ORDINARY:
        return str(value)
    for scale, word in _SCALES:
        scaled = value / scale
        if scaled >= 1 and scaled == round(scaled, _SHOWN):
            return f"{scaled.normalize():f}{word}"
    return f"{value:,f}"


def _price_move(fact: PriceMove) -> str:
    size = [quantity_words(each) for each in (fact.percent, fact.amount) if each]
    return _joined(
        (
            fact.direction,
            f"{size[0]} ({size[1]})" if size[1:] else "".join(size),
            fact.to and f"to {quantity_words(fact.to)}",
            _origin(fact),
        )
    )


def _origin(fact: PriceMove) -> str | None:
    """Say where a move came from: its baseline, else the level before."""
    if fact.baseline and fact.baseline.kind != "other":
        return f"from {_baseline(fact.baseline)}"
    return f"from {quantity_words(fact.from_)}" if fact.from_ else None


def _baseline(baseline: Baseline) -> str:
    return _joined(
        (
            baseline.window and baseline.window.text,
            _BASELINES.get(baseline.kind, _spaced(baseline.kind)),
            baseline.level and quantity_words(baseline.level),
            baseline.date and f"({period_words(baseline.date)})",
        )
    )


def _price_level(fact: PriceLevel) -> str:
    return _joined(
        (
            _spaced(fact.kind),
            fact.level and quantity_words(fact.level),
            fact.window and f"({fact.window.text})",
        )
    )


def _analyst_action(fact: AnalystAction) -> str:
    who = f"{fact.brokerage or fact.analyst}: " if fact.brokerage or fact.analyst else ""
    parts = (_rating(fact), _target(fact), fact.consensus and _consensus(fact.consensus))
    return who + "; ".join(part for part in parts if part)


def _rating(fact: AnalystAction) -> str:
    return _joined(
        (
            fact.rating_action or (fact.rating and "rated"),
            fact.rating and f"{'to ' if fact.rating_prior else ''}{fact.rating}",
            fact.rating_prior and f"from {fact.rating_prior}",
        )
    )


def _target(fact: AnalystAction) -> str:
    if not (fact.target_action or fact.target):
        return ""
    return _joined(
        (
            "target",
            _TARGETS.get(fact.target_action or ""),
            fact.target and f"{'to ' if fact.target_action else ''}{quantity_words(fact.target)}",
            fact.target_prior and f"from {quantity_words(fact.target_prior)}",
        )
    )


def _consensus(consensus: Consensus) -> str:
    counts = (
        f"{count} {word}"
        for word in ("buy", "hold", "sell")
        if (count := getattr(consensus, word)) is not None
    )
    of = f" of {consensus.analysts} analysts" if consensus.analysts is not None else ""
    mean = consensus.mean_target
    parts = (", ".join(counts) + of, mean and f"mean target {quantity_words(mean)}")
    return "consensus: " + "; ".join(part.strip() for part in parts if part)


def _label(fact: Sentiment | MessageVolume) -> str:
    place = f"{fact.platform}: " if fact.platform else ""
    prior = fact.label_prior and f"(was {_spaced(fact.label_prior)})"
    return place + _joined((_spaced(fact.label), prior))


def _sentiment(fact: Sentiment) -> str:
    score = fact.score is not None and f"score {fact.score:f}"
    return _joined((_label(fact), "sentiment", score))


def _message_volume(fact: MessageVolume) -> str:
    change = fact.change and quantity_words(fact.change)
    return _joined((_label(fact), "message volume", fact.direction, change))


def _poll(fact: Poll) -> str:
    place = f"{fact.platform}: " if fact.platform else ""
    return f"{place}{quantity_words(fact.share)} said: {fact.statement}"


def _metric(fact: Metric) -> str:
    basis = None if fact.basis == "actual" else f"({fact.basis})"
    versus = fact.versus and _VERSUS[fact.versus]
    return _joined(
        (
            _spaced(fact.name),
            basis,
            fact.value and quantity_words(fact.value),
            fact.direction,
            fact.change and quantity_words(fact.change),
            versus if fact.direction or fact.change or fact.versus_value else None,
            fact.versus_value and f"({quantity_words(fact.versus_value)})",
        )
    )


def _joined(parts: Iterable[object]) -> str:
    return " ".join(str(part) for part in parts if part)


def _spaced(name: str | None) -> str | None:
    return name.replace("_", " ") if name else None


_WORDINGS: dict[str, Callable[[Any], str]] = {
    "price_move": _price_move,
    "price_level": _price_level,
    "analyst_action": _analyst_action,
    "sentiment": _sentiment,
    "message_volume": _message_volume,
    "poll": _poll,
    "metric": _metric,
}
_VALUES: dict[type, Callable[[Any], str]] = {
    Quantity: quantity_words,
    Period: period_words,
    Instrument: _instrument,
    Baseline: _baseline,
    Consensus: _consensus,
}
