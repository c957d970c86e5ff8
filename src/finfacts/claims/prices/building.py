"""Moves and levels on the tape to facts, with evidence, sentence, attribution and key."""

from __future__ import annotations

from finfacts.claims.halves import as_percent
from finfacts.claims.keys import fact_key
from finfacts.claims.prices.arguments import Arguments
from finfacts.claims.prices.doubtful import is_no_price
from finfacts.claims.prices.level import Level
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.pairs import against_another, at_level
from finfacts.claims.prices.reading import Reading
from finfacts.context.attribution import attribution
from finfacts.facts import PriceLevel, PriceMove
from finfacts.values import Baseline, Instrument, Quantity, Span

_FX_CODE = 6  # letters of a pair: EURUSD


def price_move(
    reading: Reading, move: Move, subject: Instrument, found: Arguments
) -> PriceMove | None:
    """Return a move of one subject as a fact, or None where its parts do not go together."""
    percent = as_percent(found.percent)
    if is_no_price(reading, move, subject, found, percent):
        return None
    subject = against_another(reading, move, subject, found)
    direction = move.predicate.direction
    to, from_ = _placed(found.to, subject), _placed(found.from_, subject)
    baseline = _baseline(found.baseline, subject)
    return PriceMove(
        evidence=(_evidence(reading, move.first, move.last),),
        sentence=reading.sentence.span,
        assertion=move.assertion,
        attribution=attribution(reading.sentence),
        rule=move.predicate.rule,
        key=fact_key(
            "price_move", subject, direction, percent, found.amount, found.period, found.session
        ),
        subject=subject,
        direction=direction,
        percent=percent,
        amount=_placed(found.amount, subject),
        to=to,
        **{"from": from_},
        period=found.period,
        session=found.session,
        baseline=baseline,
    )


def price_level(reading: Reading, level: Level, subject: Instrument) -> PriceLevel:
    """Return a level of one subject as a fact."""
    subject = at_level(subject, level.level)
    value = _placed(level.level, subject)
    return PriceLevel(
        evidence=(_evidence(reading, level.first, level.last),),
        sentence=reading.sentence.span,
        assertion=level.assertion,
        attribution=attribution(reading.sentence),
        rule=level.rule,
        key=fact_key("price_level", subject, level.kind, value, level.window, level.date),
        subject=subject,
        level=value,
        kind=level.kind,
        window=level.window,
        date=level.date,
        session=level.session,
    )


def _evidence(reading: Reading, first: int, last: int) -> Span:
    start = reading.tape.items[first].start
    end = reading.tape.items[_last_word(reading, first, last)].end
    clean = reading.sentence.passage.clean
    if clean[end : end + 1] == ")" and clean.count("(", start, end) > clean.count(")", start, end):
        end += 1
    return reading.sentence.passage.span(start, end)


def _last_word(reading: Reading, first: int, last: int) -> int:
    """Return the last item that says something: no comma, no "just"."""
    at = last - 1
    while at > first and reading.tape.items[at].tag in ("COMMA", "ADVERB", "DASH"):
        if reading.tape.items[at].lower == "respectively":
            break
        at -= 1
    return at


def _baseline(baseline: Baseline | None, subject: Instrument) -> Baseline | None:
    if baseline is None or baseline.level is None:
        return baseline
    return baseline.model_copy(update={"level": _placed(baseline.level, subject)})


def _placed(value: Quantity | None, subject: Instrument) -> Quantity | None:
    """Give a bare level its unit by its subject: index points, or the quote currency of a pair."""
    if value is not None and value.unit == "index_point" and subject.kind == "rate":
        return value.model_copy(update={"unit": "basis_point"})  # "the yield fell 6 points"
    if value is None or value.unit != "count":
        return value
    if subject.kind == "index":
        return value.model_copy(update={"unit": "index_point"})
    symbol = subject.symbol or ""
    if subject.kind == "fx" and len(symbol) == _FX_CODE:
        update = {"unit": "currency", "currency": _CODES.get(symbol[3:], symbol[3:])}
        return value.model_copy(update=update)
    return value


_CODES = {"CNH": "CNY"}
