"""A figure read from the tape to a metric fact: its name, basis, subject, comparison and key."""

from __future__ import annotations

from decimal import Decimal

from finfacts.claims.keys import fact_key
from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.metrics.rules import Stated
from finfacts.claims.metrics.subjects import company, country, owner, product
from finfacts.claims.metrics.tail import Tail, direction_of, read_tail, versus_inside
from finfacts.context.attribution import attribution
from finfacts.facts import Assertion, Basis, Direction, Metric
from finfacts.values import Instrument, Named, Period, Quantity

_PER_SHARE = Decimal(1000)  # no company earns a thousand dollars a share in one quarter
_BARRIERS = frozenset({"SEMICOLON", "REL"})
_RATIOS = frozenset(
    "gross_margin operating_margin ebitda_margin net_margin margin net_interest_margin tax_rate "
    "unemployment_rate dividend_yield short_interest capital_ratio return_on_equity stake "
    "interest_rate rate_cut_probability manufacturing_pmi services_pmi composite_pmi "
    "non_performing_assets".split()
)
_COUNTS = frozenset(
    "purchase deliveries unit_sales shipments production openings job_cuts hires recalls closures "
    "additions users".split()
)
_GROWTH_METRICS = frozenset("cpi core_cpi core_pce ppi gdp".split())


def metric(reading: Reading, figure: Stated, last_name: str | None) -> Metric | None:
    """Return a figure as a fact, or None where its subject or its parts are in doubt."""
    name = _name(reading, figure, last_name)
    if name is None:
        return None
    subject = _subject(reading, figure)
    if subject is None:
        return None
    value, change = quantity_at(reading, figure.value), quantity_at(reading, figure.change)
    direction = _direction(reading, figure)
    value, change = _sorted_out(name, value, change, moved=figure.move >= 0)
    if not _fits(name, value, change):
        return None
    tail = read_tail(reading, figure.last, changed=change is not None)
    basis = _basis(reading, figure, subject)
    return _fact(
        reading,
        figure,
        tail,
        name=_per_share(name, value),
        basis=basis,
        subject=subject,
        value=value,
        change=change or tail.change,
        direction=direction or tail.direction,
    )


def _fact(
    reading: Reading,
    figure: Stated,
    tail: Tail,
    *,
    name: str,
    basis: Basis,
    subject: Instrument | Named,
    value: Quantity | None,
    change: Quantity | None,
    direction: Direction | None,
) -> Metric:
    period = _period(reading, figure) or tail.period
    prior = quantity_at(reading, figure.prior)
    items = reading.tape.items
    first, last = figure.first, max(figure.last, tail.last)
    while last - 1 > figure.last and items[last - 1].tag in ("COMMA", "STOP", "ADVERB", "RPAREN"):
        last -= 1
    return Metric(
        evidence=(
            reading.sentence.passage.span(_start(reading, first, subject), items[last - 1].end),
        ),
        sentence=reading.sentence.span,
        assertion=_assertion(reading, figure),
        attribution=attribution(reading.sentence),
        rule=figure.rule,
        key=fact_key("metric", subject, name, basis, value, change, period),
        subject=subject,
        name=name,
        basis=basis,
        value=value,
        direction=direction if change or value else None,
        change=change,
        versus=tail.versus or versus_inside(reading, figure.first, figure.last),
        versus_value=tail.versus_value or prior,
        period=period,
    )


def _start(reading: Reading, first: int, subject: Instrument | Named) -> int:
    """Return where the words that state a figure start: at its subject, where that is near."""
    start = reading.tape.items[first].start
    span = subject.span
    near = (
        span.field == reading.sentence.passage.field
        and reading.sentence.start <= span.start < start
    )
    return span.start if near and start - span.end < _NEAR else start


_NEAR = 80  # characters


def _name(reading: Reading, figure: Stated, last_name: str | None) -> str | None:
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


def _subject(reading: Reading, figure: Stated) -> Instrument | Named | None:
    if reading.tape.items[figure.name].tag == "ECONOMY":
        return country(reading, bank=reading.tape.items[figure.name].sense == "interest_rate")
    if figure.rule == "metric_counted":
        return product(reading, figure.move) or company(reading, figure.move)
    if _names_no_company(reading) and (place := country(reading)) is not None:
        return place if place.span.start < reading.tape.items[figure.name].start else None
    if reading.tape.items[figure.name].sense == "market_cap":
        return owner(reading, figure.name) or company(reading, figure.name)
    return company(reading, figure.name)


def _names_no_company(reading: Reading) -> bool:
    return not any(value.kind == "equity" for value in reading.sentence.found.instruments)


def _direction(reading: Reading, figure: Stated) -> Direction | None:
    if figure.move < 0:
        return None
    sense = reading.tape.items[figure.move].sense
    if sense in ("turn", "pare"):
        return "down"
    return direction_of(sense)


def _sorted_out(
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


def _fits(name: str, value: Quantity | None, change: Quantity | None) -> bool:
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


def _per_share(name: str, value: Quantity | None) -> str:
    """Read "earnings of $1.20 a share" as eps."""
    if value is None or value.unit != "currency":
        return name
    number = value.value if value.value is not None else value.high
    small = number is not None and number < _PER_SHARE
    shared = value.per == "share" or small
    names = {"net_income": "eps", "adjusted_net_income": "adjusted_eps"}
    return names.get(name, name) if shared else name


def _clause(reading: Reading, figure: Stated) -> list[tuple[str, str]]:
    """Return tags and senses from the start of the figure's clause to its value."""
    low = figure.first
    while low > 0 and reading.tape.items[low - 1].tag not in _BARRIERS:
        low -= 1
    high = max(figure.value, figure.change, figure.name)
    return [(item.tag, item.sense) for item in reading.tape.items[low:high]]


def _basis(reading: Reading, figure: Stated, subject: Instrument | Named) -> Basis:
    """Return whether a figure is done, the company's own outlook, or what others expect."""
    items = reading.tape.items
    if items[figure.name].tag in ("ESTIMATE", "ANALYSTS"):
        return "estimate"
    end = max(figure.value, figure.change, figure.name)
    expecting = [at for at in range(max(0, figure.first - 6), end) if items[at].tag in _EXPECTING]
    if not expecting:
        return "actual"
    who = {item.tag for item in items[max(0, expecting[0] - 4) : expecting[0]]}
    passive = items[expecting[-1]].tag != "EXPECT"
    said = any(item.tag == "HOUSE" for item in items[: figure.first])
    if who & _OTHERS or isinstance(subject, Named) or (passive and said):
        return "estimate"
    return "guidance"


_EXPECTING = frozenset({"EXPECT", "PASSIVE_EXPECT", "CONDITIONAL"})
_OTHERS = frozenset({"ANALYSTS", "HOUSE", "ESTIMATE"})


def _assertion(reading: Reading, figure: Stated) -> Assertion:
    items = reading.tape.items[max(0, figure.first - 5) : max(figure.value, figure.change)]
    for item in reversed(items):
        if item.tag == "NOT":
            return "negated"
        if item.tag == "PASSIVE_EXPECT":
            return "planned" if item.sense == "planned" else "expected"
        if item.tag == "CONDITIONAL":
            return "conditional"
    return "reported"


def _period(reading: Reading, figure: Stated) -> Period | None:
    """Return the time told inside the figure or right before its name: "2026 revenue"."""
    items = reading.tape.items
    low = figure.name
    for at in range(figure.name - 1, max(-1, figure.name - 4), -1):
        if items[at].tag == "PERIOD":
            low = at
            break
        if items[at].tag in ("COMMA", "CLAUSE", "TO", "AND"):
            break
    for item in items[min(low, figure.first) : figure.last]:
        if isinstance(item.value, Period) and item.value.start is not None:
            return item.value
    return _opening(reading)


def _opening(reading: Reading) -> Period | None:
    """Return the quarter or year that opens the sentence: "For 2026, ..."."""
    for at, item in enumerate(reading.tape.items[:5]):
        if (
            isinstance(item.value, Period)
            and at
            and reading.tape.items[at - 1].tag in ("FOR", "IN", "DET")
        ):
            long = item.value.granularity in ("quarter", "year", "half", "month")
            return item.value if long and item.value.start else None
    return None
