"""What a figure is called, and whether its value fits: no margin is a sum of money."""

from __future__ import annotations

from decimal import Decimal

from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.metrics.rules import Stated
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
_GROWTH_METRICS = frozenset(("cpi", "core_cpi", "core_pce", "ppi", "gdp"))


def name_of(reading: Reading, figure: Stated, last_name: str | None) -> str | None:
    """Return the name of the figure, or None where it is no metric."""
    item = reading.tape.items[figure.name]
    if item.tag == "EARN":
        return "eps" if _is_per_share(reading, figure) else None
    if _is_target(reading, figure) or _is_compared(reading, figure):
        return None
    if figure.rule == "metric_multiple":
        return _MULTIPLES.get(item.sense, item.sense)
    if item.tag == "WORD":
        return item.lower.replace("-", "_")
    if item.tag in ("ESTIMATE", "ANALYSTS"):
        return last_name
    return item.sense


def _is_per_share(reading: Reading, figure: Stated) -> bool:
    """Whether "lost 19 pence" is a result and no fall of the price."""
    value = quantity_at(reading, figure.value)
    earned = reading.tape.items[figure.name].lower.startswith("earn")
    return value is not None and (earned or value.per == "share")


def _is_target(reading: Reading, figure: Stated) -> bool:
    items = reading.tape.items[figure.first : figure.last + 1]
    return any(item.lower in ("target", "targets", "price target") for item in items)


def _is_compared(reading: Reading, figure: Stated) -> bool:
    """Whether a count is only what another is compared with: "up from 334 openings"."""
    if figure.rule != "metric_counted":
        return False
    return reading.tape.items[figure.move].sense == "match"


_MULTIPLES = {
    "net_income": "pe_ratio",
    "revenue": "ps_ratio",
    "ebitda": "ev_ebitda",
    "eps": "pe_ratio",
}


def sorted_out(
    name: str, value: Quantity | None, change: Quantity | None, *, moved: bool
) -> tuple[Quantity | None, Quantity | None]:
    """Put "GDP of 0.4 percent" with the changes: growth is told as a change."""
    if (
        value is not None
        and value.unit == "percent"
        and name in _GROWTH_METRICS
        and not (change or moved)
    ):
        return None, value
    return value, change


def fits(name: str, value: Quantity | None, change: Quantity | None) -> bool:
    """Whether a value's unit fits the metric: revenue is no percentage, a margin no sum."""
    if value is None:
        return change is not None
    if name in _COUNTS:
        return value.unit in ("count", "share")
    if name in _RATIOS:
        return value.unit in ("percent", "count", "index_point", "basis_point")
    if value.unit in ("percent", "basis_point", "percentage_point"):
        return name in ("costs", "users", "orders", "traffic", "dividend", "same_store_sales")
    if name.endswith("_ratio"):
        return value.unit == "multiple"
    return value.unit != "multiple"


def per_share(name: str, value: Quantity | None) -> str:
    """Read "earnings of $1.20 a share" as eps."""
    if value is None or value.unit != "currency":
        return name
    number = value.value if value.value is not None else value.high
    small = number is not None and number < _PER_SHARE
    shared = value.per == "share" or small
    names = {"net_income": "eps", "adjusted_net_income": "adjusted_eps"}
    return names.get(name, name) if shared else name
