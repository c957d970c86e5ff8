"""Moves and levels on the tape to facts, with evidence, sentence, attribution and key."""

from __future__ import annotations

from finfacts.claims.halves import as_percent
from finfacts.claims.keys import fact_key
from finfacts.claims.prices.arguments import Arguments
from finfacts.claims.prices.level import Level
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.reading import Reading
from finfacts.context.attribution import attribution
from finfacts.facts import PriceLevel, PriceMove
from finfacts.patterns import lazy
from finfacts.values import Baseline, Instrument, Quantity, Span

_FX_CODE = 6  # letters of a pair: EURUSD


def price_move(
    reading: Reading, move: Move, subject: Instrument, found: Arguments
) -> PriceMove | None:
    """Return a move of one subject as a fact, or None where its parts do not go together."""
    percent = as_percent(found.percent)
    if _is_no_price(reading, move, subject, found, percent):
        return None
    subject = _against_another(reading, move, subject)
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


def _against_another(reading: Reading, move: Move, subject: Instrument) -> Instrument:
    """Leave a currency unlinked where it moved against one that its pair lacks."""
    symbol = subject.symbol or ""
    if subject.kind != "fx" or len(symbol) != _FX_CODE:
        return subject
    items = reading.tape.items[move.predicate.last : move.last + _AGAINST]
    at = next((at for at, item in enumerate(items) if item.tag == "AGAINST"), len(items))
    codes = [_MONIES.get(item.lower.rpartition(" ")[2]) for item in items[at + 1 : at + 4]]
    other = next((code for code in codes if code), None)
    return subject.model_copy(update={"symbol": None}) if other and other not in symbol else subject


_AGAINST = 4  # items after a move in which its counterpart may stand
_MONIES = {
    "euro": "EUR",
    "dollar": "USD",
    "greenback": "USD",
    "yen": "JPY",
    "pound": "GBP",
    "sterling": "GBP",
    "franc": "CHF",
}


def _is_no_price(
    reading: Reading,
    move: Move,
    subject: Instrument,
    found: Arguments,
    percent: Quantity | None,
) -> bool:
    """Whether the figures or the words speak of results, sums, counts or parts instead."""
    return (
        (found.amount is not None and _is_sum(found.amount, subject))
        or (found.to is not None and subject.kind == "equity" and _is_sum(found.to, subject))
        or any(q is not None and _is_count(q, subject) for q in (found.amount, found.to))
        or (percent is None and _is_result(reading, move, subject))
        or _is_outlook(reading, move, subject)
        or (not found.has_number and _is_career(reading, move, subject))
        or (percent is not None and _is_part_given_back(reading, move, percent))
    )


def _is_result(reading: Reading, move: Move, subject: Instrument) -> bool:
    """Whether "a loss of 72 cents" is a company's result and no move of its stock."""
    words = {item.lower for item in reading.tape.items[move.predicate.first : move.predicate.last]}
    owner = next(
        (i for i in reading.tape.items[max(0, move.whose.first) :] if i.tag == "SUBJECT"), None
    )
    stock = owner is not None and owner.sense == "stock"
    if subject.kind != "equity" or stock:
        return False
    if move.predicate.kind == "turn":
        return "loss" in words
    return move.predicate.kind == "noun" and bool(words & _RESULTS)


def _is_outlook(reading: Reading, move: Move, subject: Instrument) -> bool:
    """Whether a company tells a figure of its own: "Apple projecting the sharpest drop at -21%"."""
    if subject.kind != "equity":
        return False
    if _is_of_results(reading, move):
        return True
    if move.predicate.kind != "noun" or move.whose.last < 0:
        return False
    told = reading.tape.items[move.whose.first : move.predicate.first]
    if any(item.sense == "stock" for item in told if item.tag == "SUBJECT"):
        return False
    return any(item.lower in _TELLING for item in told)


def _is_of_results(reading: Reading, move: Move) -> bool:
    """Whether what fell is named after it: "posted a 21% drop in profit", "a gain in users"."""
    items = reading.tape.items[move.predicate.last : move.predicate.last + _NAMED_IN]
    if not items or items[0].tag not in ("IN", "OF"):
        return False
    for item in items[1:]:
        if item.lower in _RESULT_NOUNS:
            return True
        if item.tag in ("COMMA", "STOP", "SUBJECT", "PERIOD", "SESSION"):
            return False
    return False


_NAMED_IN = 6  # items
_RESULT_NOUNS = frozenset(
    "profit profits revenue revenues sales income earnings users subscribers accounts deliveries "
    "orders shipments bookings demand production output traffic margins costs expenses customers "
    "backlog volumes registrations".split()
)
_TELLING = frozenset(
    "projecting projected forecasting forecast reporting reported posting posted reports posts "
    "disclosed announced guided".split()
)
_RESULTS = frozenset({"loss", "losses", "gain", "gains", "appreciation"})


def _is_part_given_back(reading: Reading, move: Move, percent: Quantity) -> bool:
    """Whether "gave back about half" speaks of a part of what was gained."""
    verb = reading.tape.items[move.predicate.last - 1].lower
    return verb.startswith(("gave", "giv")) and not _PERCENT_WORD.search(percent.span.text)


_PERCENT_WORD = lazy(r"%|per ?cent|pct|point")


def _is_career(reading: Reading, move: Move, subject: Instrument) -> bool:
    """Whether "the rise of Amazon" or "stay in the red" is about a company, not its stock."""
    owner = reading.tape.items[move.whose.first] if move.whose.first >= 0 else None
    colour = reading.tape.items[move.predicate.last - 1].lower in ("in the red", "in the black")
    if owner is None or subject.kind != "equity" or (move.predicate.kind != "noun" and not colour):
        return False
    return owner.sense != "stock" and not _STOCK.search(owner.lower)


_STOCK = lazy(r"stock|share|counter|scrip")


def _is_sum(amount: Quantity, subject: Instrument) -> bool:
    """Whether an amount is a value lost or won and no price: "lost $1.3 trillion in value"."""
    number = amount.value if amount.value is not None else amount.high
    return amount.unit == "currency" and subject.kind != "crypto" and (number or 0) >= _MILLION


def _is_count(amount: Quantity, subject: Instrument) -> bool:
    """Whether an amount counts things and no money: "the ticker lost 1,900 watchers"."""
    return amount.unit in ("count", "share") and subject.kind in ("equity", "etf", "group")


_MILLION = 1_000_000


def price_level(reading: Reading, level: Level, subject: Instrument) -> PriceLevel:
    """Return a level of one subject as a fact."""
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
