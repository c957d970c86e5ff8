"""Levels that a house foresees: "Citi said the stock could hit $10", "sees it ending at 7,400".

What may come ("could", "might") is a conditional target; a move to a level ("climb to $10") is a
move of the price and left to it.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from finfacts.claims.analysts.form import Form
from finfacts.claims.analysts.reading import Reading
from finfacts.claims.analysts.turns import Turn
from finfacts.claims.tape import pattern
from finfacts.values import Instrument, Quantity

_STANDS = "(?:REACH | FINISH (?:PERIOD|WORD|IN|MARK){0,3} AT)"
FORESEEN = pattern(rf"""
    (?: SEE (?P<subject>INSTRUMENT) POSS_MARK? WORD{{0,2}} TO?
      | (?P<subject>INSTRUMENT) POSS_MARK? WORD{{0,2}} (?P<modal>MODAL) WORD? )
    {_STANDS} (?P<level>MONEY)
    (?= $ | STOP | COMMA | SEMICOLON | QUOTE | LPAREN | AT | BY | FOR | AND | AFTER | CLAUSE
      | IN (?:PERIOD|WORD) | WORD{{0,2}} PERIOD )
""")
_SPEAKS = pattern("""
    (?: HOUSE | PERSON ) POSS_MARK? (?: COMMA [^COMMA]{1,8} COMMA )?
    [^COMMA SEMICOLON REL HOUSE CLAUSE]{0,8} (?:SAY|SEE)
""")
_SPOKE = pattern("""^ COMMA? QUOTE?
    (?: SAY (?:WORD|NAME|ANALYST|HOUSE|PERSON|POSS_MARK){0,6} (?:HOUSE|PERSON)
      | (?:WORD|NAME|ANALYST|HOUSE|PERSON|POSS_MARK){0,6} (?:HOUSE|PERSON) SAY )
""")
_AIMED = frozenset({"equity", "etf", "index", "crypto", "commodity"})


def foreseen(reading: Reading, turn: Turn) -> Iterator[Form]:
    """Yield a form for each level that the one house of a sentence foresees.

    Args:
        reading: the sentence.
        turn: the only turn in it.
    """
    for match in FORESEEN.finditer(reading.tape.tags):
        value = reading.items[match.start("level")].value
        subject = reading.items[match.start("subject")].value
        if (
            isinstance(value, Quantity)
            and isinstance(subject, Instrument)
            and subject.kind in _AIMED
            and (value.unit == "currency") == (subject.kind != "index")
            and not _is_of_figures(reading, match.end())
            and _is_told(reading, match)
        ):
            yield _form(reading, turn, match, value, subject)


def _is_of_figures(reading: Reading, at: int) -> bool:
    """Whether money goes on as a figure of the business: "$20 in sales", not "$20 in a year"."""
    if not _IN_WORD.match(reading.tape.tags, at):
        return False
    return not reading.items[at + 1].lower.startswith(("year", "month", "week", "day"))


_IN_WORD = pattern("IN WORD")


def _is_told(reading: Reading, match: regex.Match[str]) -> bool:
    """Whether the house or its analyst says so, before or after."""
    tags = reading.tape.tags
    leads = any(
        spoken.end() <= match.start("subject") and spoken.end() > match.start() - _NEAR
        for spoken in _SPEAKS.finditer(tags)
    )
    return leads or _SPOKE.match(tags[match.end() :]) is not None


_NEAR = 8  # items between who speaks and what is said


def _form(
    reading: Reading,
    turn: Turn,
    match: regex.Match[str],
    value: Quantity,
    subject: Instrument,
) -> Form:
    first = min(turn.at[0], match.start("subject"))
    modal = match.start("modal")
    may = modal >= 0 and reading.items[modal].sense == "conditional"
    form = Form(first, match.end(), subjects=[subject], targets=[value], case=may)
    form.used(match.start("level"))
    return form
