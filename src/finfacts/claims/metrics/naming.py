"""What a figure is called, and whether its value fits: no margin is a sum of money."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import regex

from finfacts.claims.metrics import deeds, takeovers
from finfacts.claims.metrics.breadth import BREADTH_NAMES
from finfacts.claims.metrics.deeds import noun
from finfacts.claims.metrics.fitting import is_small
from finfacts.claims.metrics.goods import GOODS_NAMES
from finfacts.claims.metrics.nouns import any_name
from finfacts.claims.metrics.others import is_compared, is_no_figure, is_target
from finfacts.claims.metrics.parts import part_name
from finfacts.claims.metrics.payments import paid_for, verb_before
from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.unlisted import ANY
from finfacts.claims.metrics.wholes import market_part, market_size, share_of
from finfacts.claims.tape import Item, pattern
from finfacts.lexicons.tables import read_words
from finfacts.patterns import lazy
from finfacts.values import Instrument, Quantity


def name_of(reading: Reading, figure: Stated, last_name: str | None) -> str | None:
    """Return the name of the figure, or None where it is no metric."""
    item = reading.tape.items[figure.name]
    named = _NAMED_BY_RULE.get(figure.rule) or _NAMED_BY_TAG.get(item.tag)
    if named is not None:
        return named(reading, figure)
    summed = figure.rule in ("metric_value_in", "metric_valued")
    paid = summed and item.lower == "cash" and not _has(reading, figure)
    if paid or is_no_figure(reading, figure):
        verb = figure._replace(name=verb_before(reading, figure))
        return paid_for(reading, verb) if paid else None
    if item.tag in _NAMED_BEFORE or figure.rule == "metric_times":
        return "eps" if _is_of_a_share(reading, figure) else last_name
    part = part_name(reading, figure)
    if part is not None:
        return part or None
    if item.sense == "crude_inventories" and not _OIL.search(reading.sentence.clean):
        return "inventories"
    return _refined(reading, figure.name) or item.sense or noun(reading, figure.name)


def _is_of_a_share(reading: Reading, figure: Stated) -> bool:
    """Whether a forecast without a name is of what a share earns: "cut its forecast to $2 a"."""
    value = quantity_at(reading, figure.value)
    moved = figure.rule == "metric_forecast_moved"
    return moved and value is not None and value.per == "share"


_NAMED_BEFORE = frozenset(("ESTIMATE", "ANALYSTS", "HOUSE", "EXPECT", "PRONOUN"))


def _is_repaid(reading: Reading, at: int) -> bool:
    """Whether a debt is what was paid back: "repaid $1 billion of debt"."""
    before = reading.tape.items[max(0, at - 5) : at]
    return any(item.lower in ("repay", "repaid", "repays", "repaying") for item in before)


_OIL = lazy(r"\b(?:crude|oil|gasoline|distillate|fuel|barrels?|eia)\b", regex.IGNORECASE)


def _refined(reading: Reading, at: int) -> str | None:
    """Return a name with what tells it apart: "fuel costs", "same-shop sales"."""
    item = reading.tape.items[at]
    if item.sense == "revenue" and _OPEN.match(reading.tape.tags, at + 1):
        return "same_store_sales"  # "sales at stores open at least a year"
    before = reading.tape.items[at - 1] if at else None
    if before is None:
        return None
    if item.sense == "revenue":
        same = before.lower.startswith("same-")
        return "same_store_sales" if same else _of_part(reading, at)
    told = item.sense in _TOLD_APART and before.tag in ("WORD", "NAME")
    return _of_loans(reading, at) or _of_fuel(item) or (noun(reading, at) if told else None)


_OPEN = pattern("(?:AT|FROM|IN) [^COMMA SEMICOLON]{1,6}? OPERATE_BASE FOR? AT WORD")


def _of_loans(reading: Reading, at: int) -> str | None:
    """Return what is done about loans: "provisions for bad loans", "repaid $1 billion of debt"."""
    sense = reading.tape.items[at].sense
    if sense == "debt" and _is_repaid(reading, at):
        return "debt_repayment"
    put_by = sense in ("loans", "debt") and _PUT_BY.search(reading.tape.tags, max(0, at - 4), at)
    return "provisions" if put_by else None


def _of_fuel(item: Item) -> str | None:
    """Return the stocks of a fuel by its name; they are not crude oil."""
    fuel = _FUEL.match(item.lower) if item.sense == "crude_inventories" else None
    return f"{fuel[0]}_inventories" if fuel is not None else None


_PUT_BY = pattern("METRIC (?:FOR|AGAINST|BEAT) (?:WORD|TALLY|MOVE)* $")
_FUEL = lazy(r"(?:gasoline|distillate|diesel|propane)\b")


def _of_part(reading: Reading, at: int) -> str | None:
    """Return the revenue of a part of a business by its own name: "data-center revenue"."""
    items = reading.tape.items[max(0, at - 3) : at]
    for first in range(len(items)):
        part = "-".join(item.lower for item in items[first:])
        if part in _parts():
            whole = reading.tape.items[at].lower.replace("revenues", "revenue")
            return f"{part}_{whole}".replace("-", "_").replace(" ", "_")
    return None


@cache
def _parts() -> frozenset[str]:
    return read_words("segments.toml", "parts")


_TOLD_APART = frozenset(("costs", "margin", "profit_margin", "loans"))


def _has(reading: Reading, figure: Stated) -> bool:
    """Whether someone has the cash, rather than pays it."""
    items = reading.tape.items[max(0, figure.first - 3) : figure.first]
    value = quantity_at(reading, figure.value)
    if items and items[-1].tag == "AND":
        items = reading.tape.items[: figure.first]
    had = any(item.lower in _HAVING for item in items)
    return had and value is not None and not value.per


_HAVING = frozenset(("has", "had", "have", "with", "holds", "held", "having", "holding"))


def _revised(reading: Reading, figure: Stated) -> str | None:
    """Return what a forecast is of: "its growth forecast", "forecast for oil demand growth"."""
    item = reading.tape.items[figure.name]
    if item.tag == "GROWTH":
        figures = (quantity_at(reading, figure.value), quantity_at(reading, figure.change))
        return "gdp" if all(one is None or one.unit != "count" for one in figures) else None
    name = item.sense if item.tag != "MEASURE" else noun(reading, figure.name)
    grows = reading.tape.items[figure.name + 1].tag == "GROWTH" and item.tag != "ECONOMY"
    return f"{name}_growth" if grows else name


def _own_noun(reading: Reading, figure: Stated) -> str | None:
    """Return the article's own noun, or None where the figure is only a comparison."""
    if is_target(reading, figure) or is_compared(reading, figure):
        return None
    item = reading.tape.items[figure.name]
    value = quantity_at(reading, figure.value)
    if item.sense == "supply" and value is not None and value.unit == "currency":
        return None  # "a tax demand of $5 million"
    return noun(reading, figure.name) if item.tag == "MEASURE" else item.lower.replace("-", "_")


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
    if item.lower in _BROUGHT and not _OF_WHAT.match(reading.tape.tags, figure.last):
        return "revenue"
    result = _RESULT.match(reading.tape.tags, figure.last) or _OPENS.match(reading.tape.tags)
    return "net_income" if item.lower in _LOSING and result else None


def _per_share_name(reading: Reading, figure: Stated) -> str | None:
    item = reading.tape.items[figure.name]
    value = quantity_at(reading, figure.value)
    if value is None or item.sense not in _PROFITS or not _is_a_share(reading, figure, value):
        return None
    return "adjusted_eps" if item.sense.startswith("adjusted") else "eps"


def _is_a_share(reading: Reading, figure: Stated, value: Quantity) -> bool:
    """Whether a sum is one a share, as it says or beside the whole: "$12 million, or 7 cents"."""
    if value.per is not None:
        return value.per == "share"
    summed = (quantity_at(reading, at) for at in range(figure.value - 1, figure.name, -1))
    whole = next((one for one in summed if one is not None), None)
    return is_small(value) and whole is not None and not is_small(whole)


def _multiple(reading: Reading, figure: Stated) -> str | None:
    sense = reading.tape.items[figure.name].sense
    if "ed" in reading.tape.items[figure.value].lower.split()[-1]:
        return None  # "tripled sales"
    return _MULTIPLES.get(sense, sense)


def _short_interest(reading: Reading, _figure: Stated) -> str | None:
    return "short_interest" if "short" in reading.sentence.clean.lower() else None


def _odds(reading: Reading, figure: Stated) -> str | None:
    sense = reading.tape.items[figure.name].sense
    if sense != "probability":
        return None
    words = reading.sentence.clean.lower()
    if " cut" in words or "easing" in words:
        return "rate_cut_probability"
    return "rate_hike_probability" if " hike" in words or " increase" in words else sense


def _share(reading: Reading, figure: Stated) -> str | None:
    return f"{noun(reading, figure.name)}_share"


def _headed(reading: Reading, figure: Stated) -> str | None:
    """Return what a heading's figure is: "The margin it guided to", "the move that options"."""
    item = reading.tape.items[figure.name]
    return item.sense if item.tag == "METRIC" else _swing(reading, figure)


def _worth(reading: Reading, figure: Stated) -> str | None:
    """Return the market value of a company that "is worth $2 trillion"; it may have come to it."""
    who = reading.tape.items[figure.who].value
    company = isinstance(who, Instrument) and who.kind == "equity"
    return "market_cap" if company and reading.tape.items[figure.name].lower == "worth" else None


def _swing(reading: Reading, figure: Stated) -> str | None:
    """Return the move that options price in."""
    item = reading.tape.items[figure.name]
    priced = "option" in reading.sentence.clean.lower() and item.sense == "change"
    return "implied_move" if priced and not is_compared(reading, figure) else None


def _held(reading: Reading, figure: Stated) -> str | None:
    """Return what "held steady at 82%" holds; "grew at 5%" is no level."""
    item = reading.tape.items[figure.name]
    if reading.tape.items[figure.move].sense != "flat":
        return None
    return item.sense if item.tag != "MEASURE" else noun(reading, figure.name)


def _between(reading: Reading, figure: Stated) -> str | None:
    """Return what is guided "between $4 billion and $5 billion"."""
    value = quantity_at(reading, figure.value)
    item = reading.tape.items[figure.name]
    bounded = value is not None and (value.low is not None or value.comparator in _BOUNDS)
    return item.sense if bounded else None


_BOUNDS = frozenset(("up_to", "at_least"))


_NAMED_BY_RULE: Mapping[str, Callable[[Reading, Stated], str | None]] = {
    "metric_multiple": _multiple,
    "metric_per_share": _per_share_name,
    "metric_float": _short_interest,
    "metric_flow": deeds.flow,
    "metric_heads": deeds.heads,
    "metric_odds": _odds,
    "metric_revised": _revised,
    "metric_kept": _revised,
    "metric_share": _share,
    "metric_paid": paid_for,
    "metric_swing": _swing,
    "metric_heading": _headed,
    "metric_held": _held,
    "metric_between": _between,
    "metric_bought": takeovers.bought,
    "metric_bid": lambda _reading, _figure: "deal_value",
    "metric_offered_price": takeovers.offered,
    "metric_received": takeovers.offered,
    "metric_stock_sold": takeovers.stock_sold,
    "metric_premium": takeovers.premium,
    "metric_held_by": lambda _reading, _figure: "ownership",
    "metric_paid_in_all": lambda _reading, _figure: "payment",
    "metric_worth": _worth,
    "metric_sold_at": takeovers.sold_at,
    "metric_market_part": market_part,
    "metric_priced": takeovers.priced,
    "metric_number_grew": lambda reading, figure: noun(reading, figure.name),
    "metric_growth_slowed": deeds.growth,
    "metric_wiped_part": deeds.wiped_part,
    "metric_jobs": deeds.jobs,
    "metric_bank_cut": deeds.bank_cut,
    "metric_lost": deeds.lost,
    "metric_rate_cuts": lambda reading, figure: reading.tape.items[figure.name].sense,
    "metric_fund_moved": deeds.fund_flow,
    "metric_left": deeds.fund_flow,
    "metric_closed": deeds.closed,
    "metric_employed": deeds.employed,
    "metric_yields": deeds.yields,
    "metric_owned": deeds.stake,
    "metric_held_units": deeds.units_held,
    "metric_fund_flow": deeds.fund_flow,
    "metric_operated": deeds.operated,
    "metric_loss": deeds.loss,
    "metric_part": deeds.part,
    "metric_pumped": deeds.pumped,
    "metric_noun_grew": deeds.grown,
    **dict.fromkeys(ANY, any_name),
    **BREADTH_NAMES,
    **GOODS_NAMES,
    "metric_makes_up": share_of,
    **dict.fromkeys(("metric_market_size", "metric_market_worth"), market_size),
}
_NAMED_BY_TAG: Mapping[str, Callable[[Reading, Stated], str | None]] = {
    "EARN": _earned,
    "REPORT": _earned,
    "MEASURE": _own_noun,
    "WORD": _own_noun,
}
_ADJUSTED = lazy(
    r"\b(?:adjusted|before items|one-off|one-time|excluding|non-gaap)\b", regex.IGNORECASE
)
_LOSING = frozenset(("lost", "lose", "loses", "losing", "made"))
_RESULT = pattern("""
    COMMA? OR MONEY | IN (?:DET|SAME)? (?:WORD|TALLY){0,2} OF? PERIOD | PERIOD | ON METRIC
  | COMMA? (?:BEAT|AGAINST) DET? (?:WORD|TALLY)? (?:METRIC|LOSS)
""")
_BROUGHT = frozenset(("brought in", "pulled in"))
_OF_WHAT = pattern("(?:IN|OF|FROM) (?:WORD|METRIC|NAME|TALLY)")
_OPENS = pattern("IN (?:DET|TALLY)* PERIOD COMMA? INSTRUMENT")
_PROFITS = frozenset(("net_income", "adjusted_net_income", "earn", "report"))


_MULTIPLES = {
    "net_income": "pe_ratio",
    "revenue": "ps_ratio",
    "ebitda": "ev_ebitda",
    "eps": "pe_ratio",
    "free_cash_flow": "price_to_cash_flow_ratio",
    "operating_cash_flow": "price_to_cash_flow_ratio",
}
