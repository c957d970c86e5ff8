"""A sentence read for figures: metric names, values, growth and comparison words on a tape."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from finfacts.claims.prices.reading import quantity_mark
from finfacts.claims.tape import (
    Item,
    Placed,
    Tape,
    lay,
    pattern,
    replaced,
    tape_of,
    without_overlap,
)
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.lexicons.cues import load_cues
from finfacts.values import Instrument, Named, Quantity

VALUE = "(?:PERCENT|MONEY|NUMBER|POINTS|TIMES|SHARES)"
CHANGE = "(?:PERCENT|MONEY|POINTS|TIMES|NUMBER|SHARES)"

Owner: TypeAlias = Instrument | Named | None  # whose a figure is; None where no text names it


class Last(NamedTuple):
    """The figure told last: what "it", "the forecast" and "analysts expected" are about."""

    name: str | None
    subject: Owner
    here: bool  # told in the same sentence


class Reading(NamedTuple):
    """A sentence on the tape for metric claims."""

    sentence: Sentence
    tape: Tape
    setting: Setting


def read(sentence: Sentence, setting: Setting) -> Reading:
    """Lay a sentence on the tape."""
    cues = load_cues("grammar", "moves", "metrics")
    tape = lay(sentence.tokens, _placed(sentence), cues, sentence.passage.clean)
    return Reading(sentence, _with_nouns(_measured(tape)), setting)


def _with_nouns(tape: Tape) -> Tape:
    """Part "forecast to" before a figure: "cut its forecast to $2" foresees nothing."""
    parted = [match.start() for match in _TO_FIGURE.finditer(tape.tags)]
    items = list(tape.items)
    for at in reversed(parted):
        if items[at].lower == "forecast to":
            items[at : at + 1] = _parts(items[at])
    return tape_of(items) if len(items) > len(tape.items) else tape


def _parts(item: Item) -> tuple[Item, Item]:
    end = item.end - len(" to")
    return (
        Item("EXPECT", item.start, end, "forecast", "expect", None),
        Item("TO", end + 1, item.end, "to", "to", None),
    )


_TO_FIGURE = pattern(f"PASSIVE_EXPECT (?= (?:ADVERB|BY|DET)? {VALUE} )")


def _measured(tape: Tape) -> Tape:
    """Put figures together with what only says them again or of what they are.

    As in "2.2 million barrels", "9.7 mb/d (mbpd)", "5 billion pounds ($6.2 billion)".
    """
    spans = [match.span() for match in _MEASURED.finditer(tape.tags)]
    put = [(first, end, _together(tape, first, end)) for first, end in spans]
    return replaced(tape, sorted([*put, *_market_shares(tape)], key=lambda one: one[0]))


_MEASURED = pattern(
    "NUMBER (?: DASH? GOODS (?: LPAREN (?:WORD|NAME) RPAREN )? | LPAREN (?:WORD|NAME) RPAREN )"
    " | MONEY LPAREN ADVERB? MONEY RPAREN"
)


def _market_shares(tape: Tape) -> Iterator[tuple[int, int, Item]]:
    """Yield shares of a market as one name: "a 21% [share of the smartphone market]"."""
    items = tape.items
    for match in _SHARE_OF.finditer(tape.tags):
        within = range(match.start() + 2, min(match.end(), len(items)))
        end = next((at for at in within if items[at].lower in _MARKETS), 0)
        if end and items[match.start()].lower == "share":
            first = items[match.start()]
            name = first._replace(tag="METRIC", end=items[end].end, sense="market_share")
            yield match.start(), end + 1, name


_SHARE_OF = pattern(
    "STOCK OF (?:DET|POSSESSIVE|WORD|NAME|TALLY|LIST_WORD|INSTRUMENT|POSS_MARK){1,6}"
)
_MARKETS = frozenset(("market", "markets", "industry", "shipments"))


def _together(tape: Tape, first: int, end: int) -> Item:
    return tape.items[first]._replace(end=tape.items[end - 1].end)


def _placed(sentence: Sentence) -> list[Placed]:
    found = sentence.found
    marks = [quantity_mark(value) for value in found.quantities]
    marks += [
        Placed("INSTRUMENT", value.span.start, value.span.end, value)
        for value in found.instruments
        if value.kind not in ("sector", "rate", "bond")
    ]
    marks += [
        Placed("HOUSE", value.span.start, value.span.end, value) for value in found.brokerages
    ]
    marks += [Placed("PERIOD", value.span.start, value.span.end, value) for value in found.periods]
    return without_overlap(marks)


def quantity_at(reading: Reading, at: int) -> Quantity | None:
    """Return the quantity that item ``at`` stands for, or None."""
    value = reading.tape.items[at].value if at >= 0 else None
    return value if isinstance(value, Quantity) else None


@cache
def economic_names() -> frozenset[str]:
    """Return the names of figures that belong to a country: "gdp", "cpi"."""
    entries = chain.from_iterable(load_cues("metrics").values())
    return frozenset(entry.cue.sense for entry in entries if entry.cue.tag == "ECONOMY")
