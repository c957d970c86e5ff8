"""What a figure is called, and whether its value fits: no margin is a sum of money."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import regex

from finfacts.claims.metrics.fitting import is_small
from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.metrics.rules import Stated
from finfacts.claims.tape import pattern


def name_of(reading: Reading, figure: Stated, last_name: str | None) -> str | None:
    """Return the name of the figure, or None where it is no metric."""
    item = reading.tape.items[figure.name]
    named = _NAMED_BY_RULE.get(figure.rule) or _NAMED_BY_TAG.get(item.tag)
    if named is not None:
        return named(reading, figure)
    summed = figure.rule in ("metric_value_in", "metric_valued")
    paid = summed and item.sense == "cash" and not _has(reading, figure)
    if paid or _is_target(reading, figure) or _is_compared(reading, figure):
        return None
    if item.tag in ("ESTIMATE", "ANALYSTS", "EXPECT"):
        return last_name
    return item.sense or _noun(reading, figure.name)


def _has(reading: Reading, figure: Stated) -> bool:
    """Whether someone has the cash, rather than pays it."""
    items = reading.tape.items[max(0, figure.first - 3) : figure.first]
    value = quantity_at(reading, figure.value)
    had = any(item.lower in _HAVING for item in items)
    return had and value is not None and not value.per


_HAVING = frozenset(("has", "had", "have", "with", "holds", "held", "having", "holding"))


def _own_noun(reading: Reading, figure: Stated) -> str | None:
    """Return the article's own noun, or None where the figure is only a comparison."""
    if _is_target(reading, figure) or _is_compared(reading, figure):
        return None
    item = reading.tape.items[figure.name]
    return _noun(reading, figure.name) if item.tag == "MEASURE" else item.lower.replace("-", "_")


def _noun(reading: Reading, at: int) -> str:
    """Return the article's own noun: "average transaction amount"."""
    low = at
    while low > max(0, at - 2) and reading.tape.items[low - 1].tag in ("WORD", "NAME", "TALLY"):
        low -= 1
    words = " ".join(item.lower for item in reading.tape.items[low : at + 1])
    return "_".join(regex.findall(r"[a-z0-9]+", words))


def _earned(reading: Reading, figure: Stated) -> str | None:
    """Return what "earned $1.20 a share" or "lost $4 million in the quarter" tells."""
    item = reading.tape.items[figure.name]
    value = quantity_at(reading, figure.value)
    if value is None:
        return None
    if value.per == "share" and item.lower not in ("declared", "announced"):
        return "adjusted_eps" if _ADJUSTED.search(reading.sentence.clean) else "eps"
    if item.tag == "EARN" and item.lower.startswith("earn"):
        return "eps" if is_small(value) else "net_income"
    result = _RESULT.match(reading.tape.tags, figure.last)
    return "net_income" if item.lower in ("lost", "made", "losing") and result else None


def _per_share_name(reading: Reading, figure: Stated) -> str | None:
    item = reading.tape.items[figure.name]
    value = quantity_at(reading, figure.value)
    if value is None or value.per != "share" or item.sense not in _PROFITS:
        return None
    return "adjusted_eps" if item.sense.startswith("adjusted") else "eps"


def _multiple(reading: Reading, figure: Stated) -> str | None:
    sense = reading.tape.items[figure.name].sense
    if "ed" in reading.tape.items[figure.value].lower.split()[-1]:
        return None  # "tripled sales"
    return _MULTIPLES.get(sense, sense)


def _short_interest(reading: Reading, _figure: Stated) -> str | None:
    return "short_interest" if "short" in reading.sentence.clean.lower() else None


def _flow(reading: Reading, figure: Stated) -> str | None:
    return _FLOWS.get(reading.tape.items[figure.name].sense)


def _heads(reading: Reading, figure: Stated) -> str | None:
    item = reading.tape.items[figure.name]
    verb = reading.tape.items[figure.first]
    if verb.sense not in ("pare", "job_cuts", "down"):
        return None
    return (
        "job_cuts" if item.sense in ("headcount", "job_cuts") or item.lower == "workforce" else None
    )


def _odds(reading: Reading, figure: Stated) -> str | None:
    sense = reading.tape.items[figure.name].sense
    return sense if sense == "rate_cut_probability" else None


def _share(reading: Reading, figure: Stated) -> str | None:
    return f"{_noun(reading, figure.name)}_share"


def _swing(reading: Reading, figure: Stated) -> str | None:
    """Return the move that options price in."""
    item = reading.tape.items[figure.name]
    priced = "option" in reading.sentence.clean.lower() and item.sense == "change"
    return "implied_move" if priced and not _is_compared(reading, figure) else None


def _held(reading: Reading, figure: Stated) -> str | None:
    """Return what "held steady at 82%" holds; "grew at 5%" is no level."""
    item = reading.tape.items[figure.name]
    if reading.tape.items[figure.move].sense != "flat":
        return None
    return item.sense if item.tag != "MEASURE" else _noun(reading, figure.name)


def _between(reading: Reading, figure: Stated) -> str | None:
    """Return what is guided "between $4 billion and $5 billion"."""
    value = quantity_at(reading, figure.value)
    item = reading.tape.items[figure.name]
    return None if value is None or value.low is None else item.sense


def _paid(reading: Reading, figure: Stated) -> str | None:
    """Return what money went or came by: "spent", "raise"; "hiked $5" tells nothing."""
    item = reading.tape.items[figure.name]
    if item.tag == "DEAL":
        return item.sense
    return "funds_raised" if item.lower.startswith("rais") else None


_NAMED_BY_RULE: Mapping[str, Callable[[Reading, Stated], str | None]] = {
    "metric_multiple": _multiple,
    "metric_per_share": _per_share_name,
    "metric_float": _short_interest,
    "metric_flow": _flow,
    "metric_heads": _heads,
    "metric_odds": _odds,
    "metric_share": _share,
    "metric_paid": _paid,
    "metric_swing": _swing,
    "metric_held": _held,
    "metric_between": _between,
}
_NAMED_BY_TAG: Mapping[str, Callable[[Reading, Stated], str | None]] = {
    "EARN": _earned,
    "REPORT": _earned,
    "MEASURE": _own_noun,
    "WORD": _own_noun,
}
_ADJUSTED = regex.compile(
    r"\b(?:adjusted|before items|one-off|one-time|excluding|non-gaap)\b", regex.IGNORECASE
)
_RESULT = pattern("COMMA? OR MONEY | IN DET? (?:WORD|TALLY){0,2} OF? PERIOD")
_PROFITS = frozenset(("net_income", "adjusted_net_income", "earn", "report"))
_FLOWS = {
    "purchase": "net_buying",
    "net_buying": "net_buying",
    "up": "net_buying",
    "unit_sales": "net_selling",
    "net_selling": "net_selling",
    "down": "net_selling",
}


def _is_target(reading: Reading, figure: Stated) -> bool:
    items = reading.tape.items[max(0, figure.first - 6) : figure.last + 1]
    return any(item.lower in ("target", "targets", "price target", "price") for item in items)


def _is_compared(reading: Reading, figure: Stated) -> bool:
    """Whether a figure is only what another is compared with: "up from 334 openings"."""
    items = reading.tape.items
    if figure.rule == "metric_counted":
        return items[figure.move].sense == "match"
    low = figure.first
    while low > 0 and items[low - 1].tag in ("DET", "POSSESSIVE", "TALLY", "WORD", "PERIOD"):
        low -= 1
    before = items[low - 1] if low else None
    return (
        before is not None
        and low > _OPENING
        and (
            before.tag in ("AGAINST", "FROM") or (before.tag == "BEAT" and before.sense == "match")
        )
    )


_OPENING = 4  # "Compared with a year ago, profit ..." opens a sentence
_MULTIPLES = {
    "net_income": "pe_ratio",
    "revenue": "ps_ratio",
    "ebitda": "ev_ebitda",
    "eps": "pe_ratio",
}
