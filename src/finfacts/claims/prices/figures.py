"""Figures that stand alone: "Nvidia (+2.3%)", "DAX | 24,868 | +1.3%", "the Nasdaq 0.7%"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from finfacts.claims.prices.arguments import LEVEL, Arguments, put_change, quantity_of
from finfacts.claims.prices.predicate import (
    REPEATABLE,
    Predicate,
)
from finfacts.claims.tape import Tape, code, pattern
from finfacts.facts import Direction
from finfacts.language.cleaning import clean
from finfacts.values import Instrument, Quantity


def read_sign(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read "Nvidia (+2.3%)" and "SMCI -8%"."""
    value = quantity_of(tape, match, "signed")
    if value is None:
        return None
    mark = tape.items[match.start("mark")].lower if match["mark"] else ""
    direction = _signed(mark, value)
    if direction is None:
        return _unsigned(tape, match, found)
    return Predicate("sign", *match.span("sign"), direction, value, "move_sign")


def _unsigned(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read a figure beside a name as the verb before it says: "A fell 3% and B 4%"."""
    first = match.start("sign")
    bracketed = code("LPAREN") in tape.tags[first : first + 2]
    if bracketed and found and _is_listing(tape, found[-1], first):
        value = quantity_of(tape, match, "signed")
        span = match.span("sign")
        return Predicate("sign", *span, found[-1].direction, value, "move_listing")
    if not found or bracketed != _is_bracketed(tape, found[-1]):
        return None
    return _gapped(tape, first, match.start("signed"), found)


def _is_listing(tape: Tape, predicate: Predicate, first: int) -> bool:
    """Whether names with figures are listed under a noun: "Other gains included X (1.5%)"."""
    if predicate.rule == "move_listing":
        return True
    told = tape.items[predicate.last : first]
    return predicate.kind in ("noun", "turn") and any(item.lower in _INCLUDES for item in told)


_INCLUDES = frozenset({"included", "include", "includes", "including"})


def _is_bracketed(tape: Tape, predicate: Predicate) -> bool:
    return predicate.first > 0 and tape.items[predicate.first - 1].tag == "LPAREN"


def _gapped(tape: Tape, first: int, last: int, found: list[Predicate]) -> Predicate | None:
    if found[-1].kind not in REPEATABLE or not _GAPPED.search(tape.tags[:first]):
        return None
    return Predicate("gap", first, last, found[-1].direction, None, "move_gapping")


def read_more(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read "soared 74% on Monday and another 60% on Tuesday"."""
    at = match.start("again")
    if not found or tape.items[at].lower not in _AGAIN or found[-1].kind not in REPEATABLE:
        return None
    return Predicate("verb", at, at + 1, found[-1].direction, None, "move_more")


_AGAIN = frozenset({"another", "a further", "an additional", "further"})


def read_since(_tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read "lost 15.4% this year and 99% since its June 2021 peak", "and 3% on Friday"."""
    if not found or found[-1].kind not in REPEATABLE:
        return None
    at = match.start("since")
    return Predicate("verb", at, at, found[-1].direction, None, "move_more")


def read_gap(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read the verb left out: "the Dow lost 0.2% and the Nasdaq 0.7%"."""
    return _gapped(tape, match.start("gap"), match.end("gap"), found) if found else None


_GAPPED = pattern("(?:AND|COMMA|CLAUSE) (?:DET|LIST_WORD|WITH)* SUBJECT $")


_SIGN = "(?:PLUS|DASH)?"
_AMOUNT = "(?:POINTS|MONEY|NUMBER)"
ROW = f"""(?:
    (?:MARK|COLON)? {LEVEL} (?:MARK|COMMA)? LPAREN? {_SIGN} PERCENT RPAREN?
  | (?:MARK|COLON)? (?: {LEVEL} (?:MARK|COMMA)? )?
    (?: {_SIGN} PERCENT (?:COMMA? OR|COMMA|MARK|LPAREN) {_SIGN} {_AMOUNT}
      | {_SIGN} {_AMOUNT} (?:COMMA? OR|COMMA|MARK|LPAREN)? {_SIGN} PERCENT ) RPAREN?
  | COLON {_SIGN} {_AMOUNT}
)"""
"""A row's figures after its name: a level and a signed change, or the change in two units."""


def read_listed(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read a row of a list: "FTSE 100 | 10,004.57 | +0.54%", "Nasdaq: -268.08, or -2.99%"."""
    first, last = match.span("listed")
    direction = next((sign for _, sign in _row(tape, first, last) if sign), None)
    owner = tape.items[first - 1].value
    counted = code("NUMBER") in tape.tags[first:last]
    if direction is None or (isinstance(owner, Instrument) and owner.kind == "equity" and counted):
        return None
    return Predicate("sign", first, last, direction, None, "move_listed")


def put_row(tape: Tape, predicate: Predicate, found: Arguments) -> None:
    """Put a row's figures where they belong: what stands before the first sign is a level."""
    signed = False
    for value, sign in _row(tape, predicate.first, predicate.last):
        signed = signed or sign is not None
        if signed:
            put_change(found, value)
        else:
            found.to = value


def _row(tape: Tape, first: int, last: int) -> Iterator[tuple[Quantity, Direction | None]]:
    """Yield the figures of a row, each with the direction that its sign tells."""
    for at in range(first, last):
        value = tape.items[at].value
        if isinstance(value, Quantity):
            before = tape.items[at - 1]
            yield value, _signed(before.lower if before.tag in ("PLUS", "DASH") else "", value)


_SIGNS: dict[str, Direction] = {"+": "up", "-": "down"}


def _signed(mark: str, value: Quantity | None) -> Direction | None:
    """Return the direction of a sign, standing alone or inside the figure."""
    inside = clean(value.span.text[:1]) if value is not None else ""
    return _SIGNS.get(mark or inside)
