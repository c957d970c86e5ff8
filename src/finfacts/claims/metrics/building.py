"""A figure read from the tape to a metric fact: its name, basis, subject, comparison and key."""

from __future__ import annotations

from typing import NamedTuple

from finfacts.claims.keys import fact_key
from finfacts.claims.metrics.fitting import fits, is_small, per_share, sorted_out
from finfacts.claims.metrics.meaning import assertion_of, basis_of, period_of
from finfacts.claims.metrics.naming import name_of
from finfacts.claims.metrics.reading import Reading, economic_names, quantity_at
from finfacts.claims.metrics.rules import Stated
from finfacts.claims.metrics.subjects import company, country, economy, named_at, owner, product
from finfacts.claims.metrics.tail import Tail, direction_of, read_tail, versus_inside
from finfacts.context.attribution import attribution
from finfacts.facts import Basis, Direction, Metric
from finfacts.values import Instrument, Named, Quantity


class Claim(NamedTuple):
    """What a figure says, before its time and its comparison."""

    name: str
    basis: Basis
    subject: Instrument | Named
    value: Quantity | None
    change: Quantity | None
    direction: Direction | None


def metric(reading: Reading, figure: Stated, last_name: str | None) -> Metric | None:
    """Return a figure as a fact, or None where its subject or its parts are in doubt."""
    name = name_of(reading, figure, last_name)
    if name is None:
        return None
    subject = _subject(reading, figure, name)
    if subject is None:
        return None
    value, change = quantity_at(reading, figure.value), quantity_at(reading, figure.change)
    direction = _direction(reading, figure)
    if figure.rule == "metric_estimate" and figure.move >= 0 and value and value.unit == "percent":
        value, change = None, value  # "analysts had expected growth of 1.9%"
    value, change = sorted_out(
        name,
        value,
        change,
        moved=figure.move >= 0,
        level="inflation" in reading.tape.items[figure.name].lower,
    )
    if not fits(name, value, change) or _is_bare(reading, figure, direction):
        return None
    tail = read_tail(reading, figure.last, changed=change is not None)
    basis = basis_of(reading, figure, subject)
    claim = Claim(
        name=per_share(name, value),
        basis=basis,
        subject=subject,
        value=value,
        change=change or tail.change,
        direction=direction or tail.direction,
    )
    return _fact(reading, figure, tail, claim)


def _fact(reading: Reading, figure: Stated, tail: Tail, claim: Claim) -> Metric:
    period = period_of(reading, figure) or tail.period
    prior = quantity_at(reading, figure.prior)
    items = reading.tape.items
    first, last = figure.first, max(figure.last, tail.last)
    while last - 1 > figure.last and items[last - 1].tag in ("COMMA", "STOP", "ADVERB", "RPAREN"):
        last -= 1
    start = _start(reading, first, claim.subject)
    return Metric(
        evidence=(reading.sentence.passage.span(start, items[last - 1].end),),
        sentence=reading.sentence.span,
        assertion=assertion_of(reading, figure),
        attribution=attribution(reading.sentence),
        rule=figure.rule,
        key=fact_key(
            "metric",
            claim.subject,
            claim.name,
            claim.basis,
            claim.value,
            claim.change,
            period,
        ),
        subject=claim.subject,
        name=claim.name,
        basis=claim.basis,
        value=claim.value,
        direction=claim.direction if claim.change or claim.value else None,
        change=claim.change,
        versus=tail.versus or versus_inside(reading, figure.first, figure.last),
        versus_value=_versus_value(figure, tail) or prior,
        period=period,
    )


def _versus_value(figure: Stated, tail: Tail) -> Quantity | None:
    """Return what a figure is compared with; a result a share with one a share."""
    if figure.rule != "metric_per_share":
        return tail.versus_value
    value = tail.versus_shared or tail.versus_value
    return value if value is not None and is_small(value) else None


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


def _subject(reading: Reading, figure: Stated, name: str) -> Instrument | Named | None:
    item = reading.tape.items[figure.name]
    if figure.rule == "metric_flow":
        return named_at(reading, figure.first)
    if name in economic_names():
        return economy(reading, name)
    if figure.rule == "metric_counted":
        return product(reading, figure.move) or company(reading, figure.move)
    placed = item.tag not in ("DEAL", "ADJUST") and _names_no_company(reading)
    place = country(reading) if placed else None
    if place is not None and _is_of(reading, place, figure):
        return place
    if item.sense == "market_cap":
        return owner(reading, figure.name) or company(reading, figure.name)
    return company(reading, figure.name if item.tag != "EXPECT" else figure.first + 1)


def _is_of(reading: Reading, place: Named, figure: Stated) -> bool:
    """Whether a place is whose figure it is: first in the sentence, or right before the name."""
    items = reading.tape.items
    text = reading.sentence.passage.clean
    if text[: place.span.start].lower().endswith(("excluding ", "outside ", "except ")):
        return False
    near = items[max(0, figure.name - 2)].start
    opening = items[min(2, len(items) - 1)].start
    name = items[figure.name].start
    return place.span.start < name and (place.span.start <= opening or place.span.end >= near)


def _is_bare(reading: Reading, figure: Stated, direction: Direction | None) -> bool:
    """Whether a sum has no side ("a gap of $9 billion in value") or is no level ("came in 2c")."""
    before = reading.tape.items[figure.value - 1].lower if figure.value > 0 else ""
    beside = figure.last < len(reading.tape.items) and reading.tape.items[figure.last].tag == "BEAT"
    sideless = figure.rule == "metric_wiped" and direction is None
    return sideless or (beside and before in ("came in", "come in"))


def _is_no_move(reading: Reading, figure: Stated) -> bool:
    """Whether "fall in the range of 23%" moves nothing, and "the loss narrowed to" has no side."""
    items = reading.tape.items
    after = items[figure.move + 1] if figure.move + 1 < len(items) else None
    loss = figure.name >= 0 and items[figure.name].lower.endswith("loss")
    return loss or (after is not None and after.tag == "TOTAL")


def _names_no_company(reading: Reading) -> bool:
    return not any(value.kind == "equity" for value in reading.sentence.found.instruments)


def _direction(reading: Reading, figure: Stated) -> Direction | None:
    if figure.rule == "metric_multiplied":
        return "up"
    if figure.move < 0:
        return _signed(quantity_at(reading, figure.value))
    move = reading.tape.items[figure.move]
    level = figure.rule == "metric_estimate" and move.tag == "NOUN" and figure.change < 0
    if _is_no_move(reading, figure) or (level and _is_sum(reading, figure)):
        return None
    if move.sense in ("turn", "pare") or (move.tag == "EARN" and move.lower.startswith("los")):
        return "down"
    return "up" if move.sense == "funds_raised" else direction_of(move.sense)


def _is_sum(reading: Reading, figure: Stated) -> bool:
    """Whether "a loss of 72 cents" is a sum and no growth."""
    value = quantity_at(reading, figure.value)
    return value is not None and value.unit == "currency"


def _signed(value: Quantity | None) -> Direction | None:
    """Return the side of a signed percentage: "+2.8%"."""
    if value is None or value.unit != "percent":
        return None
    return _SIGNS.get(value.span.text[:1])


_SIGNS: dict[str, Direction] = {"+": "up", "-": "down"}
