"""A figure read from the tape to a metric fact: its name, basis, subject, comparison and key."""

from __future__ import annotations

from typing import NamedTuple

import regex

from finfacts.claims.keys import fact_key
from finfacts.claims.metrics.asserting import assertion_of
from finfacts.claims.metrics.clauses import joined
from finfacts.claims.metrics.earlier import apart, versus_inside
from finfacts.claims.metrics.fitting import final_name, fits, is_small, sorted_out
from finfacts.claims.metrics.meaning import basis_of, is_outlook
from finfacts.claims.metrics.naming import name_of
from finfacts.claims.metrics.reading import Last, Owner, Reading, quantity_at
from finfacts.claims.metrics.sides import side_of
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.tail import Tail, read_tail
from finfacts.claims.metrics.timing import period_of
from finfacts.claims.metrics.whose import is_nobodys, subject_of
from finfacts.claims.tape import pattern
from finfacts.context.attribution import attribution
from finfacts.facts import Basis, Direction, Metric, Versus
from finfacts.patterns import lazy
from finfacts.values import Instrument, Period, Quantity, Span


class Claim(NamedTuple):
    """What a figure says, before its time and its comparison."""

    name: str
    basis: Basis
    subject: Owner
    value: Quantity | None
    change: Quantity | None
    direction: Direction | None


def metrics(reading: Reading, figure: Stated, last: Last) -> list[Metric]:
    """Return a figure as facts, one for each that it is told of; none where parts are in doubt."""
    name = name_of(reading, figure, last.name)
    if name is None:
        return []
    subject = subject_of(reading, figure, name, last)
    if subject is None and not is_nobodys(reading, figure):
        return []
    subjects = _subjects(reading, figure, subject)
    found = (_metric(reading, figure, name, one) for one in subjects)
    return [fact for fact in found if fact is not None]


def _subjects(reading: Reading, figure: Stated, subject: Owner) -> tuple[Owner, ...]:
    """Return all that a figure is told of: "Ford and GM each"; a sum of two is nobody's."""
    together = joined(reading, subject) if isinstance(subject, Instrument) else ()
    if not together or figure.who >= 0:
        return (subject,)
    each = any(item.lower in ("each", "both", "apiece") for item in reading.tape.items)
    return together if each or (figure.value < 0 and figure.change >= 0) else ()


def _metric(reading: Reading, figure: Stated, name: str, subject: Owner) -> Metric | None:
    """Return a figure of one subject as a fact, or None where its parts do not fit."""
    value, change = quantity_at(reading, figure.value), quantity_at(reading, figure.change)
    direction = side_of(reading, figure)
    if value is None and change is not None and _CROSSED.match(change.span.text):
        value, change = change, None  # "inventories rose above 500 million barrels"
    grown = value is not None and value.unit in ("percent", "count")
    if figure.rule == "metric_estimate" and figure.move >= 0 and grown:
        value, change = None, value  # "analysts had expected growth of 1.9%"
    value, change = sorted_out(
        name,
        value,
        change,
        moved=figure.move >= 0,
        level="inflation" in reading.tape.items[figure.name].lower,
    )
    counted = value is not None and value.unit == "count" and name == "revenue"
    if counted and not reading.tape.items[figure.name].lower.endswith("sales"):
        return None
    if not fits(name, value, change) or _is_bare(reading, figure, direction):
        return None
    offered = figure.rule == "metric_offered_price"  # "$9 for each share, 15% more than it closed"
    tail = read_tail(reading, figure.last, changed=offered or change is not None)
    if figure.rule == "metric_per_share" and tail.versus_shared is None:
        direction = None  # "profit rose to $2 billion, or 40 cents a share" tells of the sum
    if value is None and tail.reached is not None and fits(name, tail.reached, change):
        value = tail.reached
    claim = Claim(
        name=final_name(name, value, adjusted=_leaves_out(reading, figure)),
        basis=basis_of(reading, figure, subject),
        subject=subject,
        value=value,
        change=change or tail.change,
        direction=direction or tail.direction or _grown(reading, figure, change),
    )
    return _fact(reading, figure, tail, claim)


def _grown(reading: Reading, figure: Stated, change: Quantity | None) -> Direction | None:
    """Return up for growth by name: "GDP growth came to 1.7%"."""
    named = reading.tape.items[figure.name].lower.endswith(" growth")
    return "up" if named and change is not None and figure.change < 0 else None


def _leaves_out(reading: Reading, figure: Stated) -> bool:
    """Whether a figure leaves items out: "Excluding one-offs, profit", "profit, excluding"."""
    after = _EXCLUDING.match(reading.tape.tags, figure.name + 1)
    return after is not None or _WITHOUT.match(reading.sentence.clean) is not None


_EXCLUDING = pattern("COMMA? WITHOUT")
_CROSSED = lazy(r"(?:above|beyond|past|below|under|beneath)\b", regex.IGNORECASE)
_WITHOUT = lazy(r"\W*(?:Excluding|Adjusted for|Adjusting for|Without|On an adjusted)\b")


def _fact(reading: Reading, figure: Stated, tail: Tail, claim: Claim) -> Metric:
    period = period_of(reading, figure, tail, claim.name)
    prior = quantity_at(reading, figure.prior)
    return Metric(
        evidence=_evidence(reading, figure, tail, claim),
        sentence=reading.sentence.span,
        assertion=assertion_of(reading, figure, claim.name),
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
        versus=_versus(reading, figure, tail, claim, period),
        versus_value=alike(prior or _versus_value(figure, tail, claim), claim.value),
        period=period,
    )


def _evidence(reading: Reading, figure: Stated, tail: Tail, claim: Claim) -> tuple[Span, ...]:
    """Return the words that state a figure, and the heading that gives it, if one does."""
    items = reading.tape.items
    first = figure.first if figure.lead < 0 else figure.lead
    last = max(figure.last, tail.last)
    while last - 1 > figure.last and items[last - 1].tag in ("COMMA", "STOP", "ADVERB", "RPAREN"):
        last -= 1
    quotes = sum(item.tag == "QUOTE" for item in items[first:last])
    if quotes % 2 and last < len(items) and items[last].tag == "QUOTE":
        last += 1
    start = _start(reading, first, claim.subject)
    told = reading.sentence.passage.span(start, items[last - 1].end)
    if figure.rule == "metric_heading" and claim.value is not None:
        return claim.value.span, told
    return (told,)


def _versus(
    reading: Reading, figure: Stated, tail: Tail, claim: Claim, period: Period | None
) -> Versus | None:
    """Return what a figure is compared with; an outlook without a word, with an earlier one."""
    beaten = _BEATEN.search(reading.tape.tags, figure.first, figure.last)
    if figure.rule == "metric_beat" or (beaten is not None and not tail.versus):
        return "estimate"
    found = apart(period, tail.then) or tail.versus or versus_inside(reading, figure)
    revised = figure.rule == "metric_revised"
    outlook = claim.basis == "guidance" or revised or is_outlook(reading, figure)
    if not outlook or not (tail.versus_value or figure.prior >= 0):
        return found
    return "other" if found in (None, "prior_period") or revised else found


_BEATEN = pattern("BEAT [^COMMA]{0,3} (?:ESTIMATE|EXPECT) COMMA [GROW_ING MOVE_ING]")


def _versus_value(figure: Stated, tail: Tail, claim: Claim) -> Quantity | None:
    """Return what a figure is compared with; a result a share with one a share.

    A rise that is compared with a fall has none: a quantity has no sign.
    """
    if tail.way is not None and tail.way != claim.direction:
        return None
    if figure.rule == "metric_part":  # "30% of its sales from some 340 shops"
        other = tail.versus_value
        return other if other is not None and other.unit == "percent" else None
    if figure.rule != "metric_per_share":
        return tail.versus_value
    value = tail.versus_shared or tail.versus_value
    return value if value is not None and is_small(value) else None


def alike(other: Quantity | None, value: Quantity | None) -> Quantity | None:
    """Give what a sum is compared with its currency: "2.75 billion pounds from 3.31 billion"."""
    if other is None or value is None or (value.unit == other.unit != "currency"):
        return other
    if value.unit == other.unit == "currency":
        return other if is_small(value) == is_small(other) else None
    if value.unit == "currency" and other.unit == "count":
        return other.model_copy(update={"unit": "currency", "currency": value.currency})
    if value.unit == "multiple" and other.unit == "count":
        return other.model_copy(update={"unit": "multiple"})
    return None if "currency" in (value.unit, other.unit) else other


def _start(reading: Reading, first: int, subject: Owner) -> int:
    """Return where the words that state a figure start: at its subject, where that is near."""
    start = reading.tape.items[first].start
    if first and reading.tape.items[first - 1].tag == "PRONOUN":
        return reading.tape.items[first - 1].start
    if subject is None:
        return start
    span = subject.span
    near = (
        span.field == reading.sentence.passage.field
        and reading.sentence.start <= span.start < start
    )
    return span.start if near and start - span.end < _NEAR else start


_NEAR = 80  # characters


def _is_bare(reading: Reading, figure: Stated, direction: Direction | None) -> bool:
    """Whether a sum has no side ("a gap of $9 billion in value") or is no level ("came in 2c")."""
    if figure.rule == "metric_wiped" and direction is None:
        return True
    if figure.value <= 0 or figure.last >= len(reading.tape.items):
        return False
    before, after = reading.tape.items[figure.value - 1], reading.tape.items[figure.last]
    if before.tag == "AT" and after.lower == "out":
        return True  # "orders at 2,100 out of its 4,300 shops"
    if after.tag != "BEAT":
        return False
    far = after.lower in _DISTANT and before.tag not in ("OF", "TOTAL")
    return far or before.lower in ("came in", "come in")


_DISTANT = frozenset(  # "was $20 million above the consensus"
    (
        "above",
        "below",
        "under",
        "higher than",
        "lower than",
        "more than",
        "less than",
        "ahead of",
        "short of",
        "shy of",
        "better than",
        "worse than",
    )
)
