"""Which pair a currency moved in: "the dollar rose to 108.35 yen", "fell against the yen"."""

from __future__ import annotations

from finfacts.claims.prices.arguments import Arguments
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.reading import Reading
from finfacts.values import Instrument, Quantity

_LETTERS = 6  # of a pair: EURUSD
_DOLLAR = "DXY"
_FIRST = ("EUR", "GBP", "AUD", "NZD", "USD", "CAD", "CHF")
"""Which money of two a pair names first; the others come second."""
_MONIES = {
    "euro": "EUR",
    "dollar": "USD",
    "greenback": "USD",
    "yen": "JPY",
    "pound": "GBP",
    "sterling": "GBP",
    "franc": "CHF",
}
_ABROAD = {"CNH": "CNY"}  # the same money, traded offshore
_AGAINST = 4  # items after a move in which its counterpart may stand


def against_another(
    reading: Reading, move: Move, subject: Instrument, found: Arguments
) -> Instrument:
    """Return a currency under the pair it moved in, where words or levels name another money.

    Args:
        reading: the sentence.
        move: what is told of the currency.
        subject: a currency, or something else that is returned as it is.
        found: the figures of its move.
    """
    if subject.kind != "fx":
        return subject
    other = _named_after(reading, move)
    return in_money(subject, other) if other else at_level(subject, found.to or found.from_)


def at_level(subject: Instrument, level: Quantity | None) -> Instrument:
    """Return a currency under the pair that its level is told in: "bought 108.65 yen"."""
    if subject.kind != "fx" or level is None:
        return subject
    return in_money(subject, _MONIES.get(level.per or "") or level.currency)


def in_money(subject: Instrument, other: str | None) -> Instrument:
    """Return a currency under its pair with another money, given by its code."""
    symbol = subject.symbol or ""
    if other is None or (symbol != _DOLLAR and len(symbol) != _LETTERS):
        return subject
    own = "USD" if symbol == _DOLLAR else symbol.replace("USD", "", 1)
    if other in symbol or other in (own, _ABROAD.get(own)):
        return subject
    pair = "".join(sorted((own, other), key=_rank))
    return subject.model_copy(update={"symbol": pair})


def _named_after(reading: Reading, move: Move) -> str | None:
    """Return the money that "against" or "per" names after a move."""
    items = reading.tape.items[move.predicate.last : move.last + _AGAINST]
    at = next((at for at, item in enumerate(items) if item.tag == "AGAINST"), len(items))
    codes = [_MONIES.get(item.lower.rpartition(" ")[2]) for item in items[at + 1 : at + 4]]
    return next((code for code in codes if code), None)


def _rank(code: str) -> int:
    """Return a money's place in the usual name of a pair: EURJPY, USDCAD, CHFJPY."""
    return _FIRST.index(code) if code in _FIRST else len(_FIRST)
