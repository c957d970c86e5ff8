"""Whether a value fits what it is a figure of: revenue is no percentage, a margin no sum."""

from __future__ import annotations

from decimal import Decimal

from finfacts.claims.halves import as_percent
from finfacts.claims.metrics.reading import economic_names
from finfacts.values import Quantity, Unit

_COMPANY = Decimal(1_000_000)  # what is worth less is a share, or paid for at the counter
_PER_SHARE = Decimal(1000)  # no company earns a thousand dollars a share in one quarter
_RATIOS = frozenset(
    (
        "gross_margin",
        "operating_margin",
        "ebitda_margin",
        "net_margin",
        "profit_margin",
        "margin",
        "net_interest_margin",
        "implied_move",
        "implied_volatility",
        "tax_rate",
        "unemployment_rate",
        "dividend_yield",
        "short_interest",
        "capital_ratio",
        "return_on_equity",
        "ownership",
        "interest_rate",
        "probability",
        "rate_cut_probability",
        "rate_hike_probability",
        "pmi",
        "manufacturing_pmi",
        "services_pmi",
        "composite_pmi",
        "gross_npa_ratio",
        "net_npa_ratio",
        "discontinuation_rate",
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
        "stores",
        "headcount",
        "users",
        "monthly_active_users",
        "daily_active_users",
        "active_users",
        "subscribers",
        "paid_subscribers",
        "customers",
        "active_customers",
        "subscriber_additions",
    )
)
_GROWTH_METRICS = frozenset(
    ("same_store_sales", "retail_sales", "cpi", "core_cpi", "pce", "core_pce", "ppi", "gdp")
)


def sorted_out(
    name: str, value: Quantity | None, change: Quantity | None, *, moved: bool, level: bool
) -> tuple[Quantity | None, Quantity | None]:
    """Put "GDP of 0.4 percent" with the changes: growth is told as a change."""
    change = as_percent(change)
    if name.endswith("_ratio") and value is None and change is not None:
        return (change, None) if change.unit == "multiple" else (None, change)
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
    if name in _DEALS and not value.per and is_small(value):
        return False
    if name == "market_cap" and value.value is not None and value.value < _COMPANY:
        return False
    return value.unit in _units(name)


def _units(name: str) -> frozenset[Unit]:
    """Return the units that a figure of this name may have."""
    if name in economic_names():
        return _ANY_BUT_MULTIPLE if name not in _PEOPLE else _COUNTED
    if name.endswith("_costs"):
        return _ANY_BUT_MULTIPLE
    if name.endswith("losses"):
        return _CURRENCY
    for names, units in _BY_NAME:
        if name in names:
            return units
    if name.endswith(("_share", "_growth")):
        return _PERCENT if name.endswith("_share") else _COUNTED
    return _RATIO_UNITS if name.endswith(("_ratio", "_rate", "_margin")) else _ANY_BUT_MULTIPLE


_MONEY = frozenset(
    (
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
        "net_debt",
        "deal_value",
        "ipo_price",
        "average_price",
        "valuation",
        "market_cap",
        "charge",
        "capex",
        "free_cash_flow",
        "dividend",
    )
)
_SIZES = frozenset(
    (
        "contract_value",
        "deal_value",
        "ipo_price",
        "valuation",
        "fine",
        "investment",
        "trading_volume",
    )
)  # they only have a size
_DEALS = frozenset(
    ("share_repurchases", "spending", "funds_raised", "investment", "fine", "payment")
)
_EITHER = frozenset(
    ("premium", "discount", "costs", "orders", "traffic", "dividend", "churn", "market_share")
)


def is_small(value: Quantity) -> bool:
    """Return whether a sum is one that only a share earns."""
    number = value.value if value.value is not None else value.high
    return number is not None and number < _PER_SHARE


def final_name(name: str, value: Quantity | None, *, adjusted: bool) -> str:
    """Return what its value makes of a name: earnings of $1.20 a share are eps.

    Args:
        name: what the words name.
        value: the figure.
        adjusted: whether the sentence leaves items out ("Excluding some items, ...").
    """
    if value is not None and value.unit == "count":
        return "sales" if name == "revenue" else name
    if value is None or value.unit != "currency":
        return name
    shared = value.per == "share" or is_small(value)
    names = {
        "net_income": "eps",
        "adjusted_net_income": "adjusted_eps",
        "deal_value": "offer_price",
        "losses": "eps",
    }
    found = names.get(name, name) if shared else name
    return "adjusted_eps" if adjusted and found == "eps" else found


_PEOPLE = frozenset(("jobless_claims", "nonfarm_payrolls", "housing_starts", "rig_count"))
_COUNTED: frozenset[Unit] = frozenset(("count", "percent"))
_PERCENT: frozenset[Unit] = frozenset(("percent",))
_CURRENCY: frozenset[Unit] = frozenset(("currency",))
_LEVELS: frozenset[Unit] = frozenset(("currency", "count", "share", "index_point"))
_RATIO_UNITS: frozenset[Unit] = frozenset(
    ("percent", "count", "index_point", "basis_point", "multiple")
)
_ANY_BUT_MULTIPLE: frozenset[Unit] = _LEVELS | frozenset(
    ("percent", "basis_point", "percentage_point")
)
_BY_NAME: tuple[tuple[frozenset[str], frozenset[Unit]], ...] = (
    (frozenset(("stake",)), frozenset(("percent", "share", "count"))),
    (_DEALS, _CURRENCY),
    (frozenset(("revenue", "trading_volume")), frozenset(("currency", "count", "share"))),
    (_MONEY - _EITHER, _CURRENCY),
    (_EITHER, _ANY_BUT_MULTIPLE),
    (frozenset(("job_cuts",)), frozenset(("count", "percent"))),
    (_COUNTS, frozenset(("count", "share"))),
    (_RATIOS, _RATIO_UNITS),
)
