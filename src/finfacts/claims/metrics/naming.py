"""What a figure is called, and whether its value fits: no margin is a sum of money."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import regex

from finfacts.claims.metrics.reading import Reading, economic_names, quantity_at
from finfacts.claims.metrics.rules import Stated
from finfacts.claims.tape import pattern
from finfacts.values import Quantity

_PER_SHARE = Decimal(1000)  # no company earns a thousand dollars a share in one quarter
_RATIOS = frozenset(
    (
        "gross_margin",
        "operating_margin",
        "ebitda_margin",
        "net_margin",
        "margin",
        "net_interest_margin",
        "tax_rate",
        "unemployment_rate",
        "dividend_yield",
        "short_interest",
        "capital_ratio",
        "return_on_equity",
        "stake",
        "interest_rate",
        "rate_cut_probability",
        "manufacturing_pmi",
        "services_pmi",
        "composite_pmi",
        "non_performing_assets",
    )
)
_COUNTS = frozenset(
    (
        "purchase",
        "deliveries",
        "unit_sales",
        "shipments",
        "production",
        "openings",
        "job_cuts",
        "hires",
        "recalls",
        "closures",
        "additions",
        "users",
    )
)
_GROWTH_METRICS = frozenset(
    ("same_store_sales", "retail_sales", "cpi", "core_cpi", "core_pce", "ppi", "gdp")
)


def name_of(reading: Reading, figure: Stated, last_name: str | None) -> str | None:
    """Return the name of the figure, or None where it is no metric."""
    item = reading.tape.items[figure.name]
    if figure.rule in _NAMED_BY_RULE:
        return _NAMED_BY_RULE[figure.rule](reading, figure)
    if item.tag in ("EARN", "REPORT"):
        return _earned(reading, figure)
    if figure.rule == "metric_value_in" and item.sense == "cash" and not _has(reading, figure):
        return None
    if _is_target(reading, figure) or _is_compared(reading, figure):
        return None
    if item.tag in ("ESTIMATE", "ANALYSTS", "EXPECT"):
        return last_name
    if item.tag == "MEASURE":
        return _noun(reading, figure.name)
    if item.tag == "WORD":
        return item.lower.replace("-", "_")
    return item.sense


def _has(reading: Reading, figure: Stated) -> bool:
    """Whether someone has the cash, rather than pays it."""
    items = reading.tape.items[max(0, figure.first - 3) : figure.first]
    value = quantity_at(reading, figure.value)
    had = any(item.lower in _HAVING for item in items)
    return had and value is not None and not value.per


_HAVING = frozenset(("has", "had", "have", "with", "holds", "held", "having", "holding"))


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
        return "eps" if _is_small(value) else "net_income"
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


def _short_interest(reading: Reading, figure: Stated) -> str | None:
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
    verb = reading.tape.items[figure.name + 1].lower
    if not verb.startswith(("account", "made up", "makes up", "represent")):
        return None
    return f"{_noun(reading, figure.name)}_share"


_NAMED_BY_RULE: Mapping[str, Callable[[Reading, Stated], str | None]] = {
    "metric_multiple": _multiple,
    "metric_per_share": _per_share_name,
    "metric_float": _short_interest,
    "metric_flow": _flow,
    "metric_heads": _heads,
    "metric_odds": _odds,
    "metric_share": _share,
}
_ADJUSTED = regex.compile(
    r"\b(?:adjusted|before items|one-off|one-time|excluding|non-gaap)\b", regex.IGNORECASE
)
_RESULT = pattern("COMMA? OR MONEY | IN DET? PERIOD")
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


def sorted_out(
    name: str, value: Quantity | None, change: Quantity | None, *, moved: bool, level: bool
) -> tuple[Quantity | None, Quantity | None]:
    """Put "GDP of 0.4 percent" with the changes: growth is told as a change."""
    if value is not None and value.unit == "percent" and value.span.text[:1] in _SIGNS:
        return (None, value) if name in _SUMS else (value, change)
    if (
        value is not None
        and value.unit == "percent"
        and not level
        and name in _GROWTH_METRICS
        and not (change or moved)
    ):
        return None, value
    return value, change


_SIGNS = ("+", "-")
_SUMS = frozenset(("revenue", "same_store_sales", "net_income", "deliveries", "orders", "bookings"))


def fits(name: str, value: Quantity | None, change: Quantity | None) -> bool:
    """Whether a value's unit fits the metric: revenue is no percentage, a margin no sum."""
    if value is None:
        return change is not None and name not in _SIZES
    if name in economic_names():
        return value.unit != "multiple"
    if name.endswith("_share"):
        return value.unit == "percent"
    if name in _DEALS:
        return value.unit == "currency" and (bool(value.per) or not _is_small(value))
    if name == "job_cuts":
        return value.unit in ("count", "percent")
    if name in _COUNTS:
        return value.unit in ("count", "share")
    if name in _RATIOS or name.endswith(("_ratio", "_rate", "_margin")):
        return value.unit in ("percent", "count", "index_point", "basis_point", "multiple")
    if value.unit in ("percent", "basis_point", "percentage_point"):
        return name in _EITHER
    if name in _MONEY:
        return value.unit == "currency"
    return value.unit != "multiple"


_MONEY = frozenset(
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
        "cash",
        "debt",
        "market_cap",
        "charge",
        "capex",
        "free_cash_flow",
        "dividend",
    )
)
_SIZES = frozenset(("contract_value", "stake", "fine", "investment"))  # they only have a size
_DEALS = frozenset(
    ("share_repurchases", "spending", "funds_raised", "investment", "fine", "payment")
)
_EITHER = frozenset(("costs", "users", "orders", "traffic", "dividend", "churn", "market_share"))


def _is_small(value: Quantity) -> bool:
    """Whether a sum is one that only a share earns."""
    number = value.value if value.value is not None else value.high
    return number is not None and number < _PER_SHARE


def per_share(name: str, value: Quantity | None) -> str:
    """Read "earnings of $1.20 a share" as eps."""
    if value is None or value.unit != "currency":
        return name
    shared = value.per == "share" or _is_small(value)
    names = {"net_income": "eps", "adjusted_net_income": "adjusted_eps"}
    return names.get(name, name) if shared else name
