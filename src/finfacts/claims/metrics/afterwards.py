"""A time told some words after a figure: "spent $6 billion on ads in the fourth quarter"."""

from __future__ import annotations

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.prices.arguments import is_time
from finfacts.claims.tape import Item, pattern
from finfacts.patterns import lazy
from finfacts.values import Period

_ON_TO_TIME = pattern("""
    (?: WORD | NAME | DET | POSSESSIVE | POSS_MARK | ADVERB | TALLY | IN | ON | OF | FOR | TO | AT
      | WITH | BY | FROM | INSTRUMENT | HOUSE | STOCK | METRIC | MEASURE | COUNTED | GOODS
      | ECONOMY | INVESTOR | FLOAT | QUOTE | LIST_WORD | MARK | AND (?= WORD | NAME | METRIC
      | COUNTED | INSTRUMENT | STOCK ) | (?<=TO) (?: GROW_BASE | OPERATE_BASE | PARE_BASE
      | COUNT_BASE | MOVE_BASE | DRIVE_BASE | REACH_BASE ) ){0,14}?
    (?P<period>PERIOD) ADVERB?
    (?= COMMA | STOP | SEMICOLON | AND | CLAUSE | RPAREN | QUOTE | DASH | $ )
""")
_LEADS = frozenset({"IN", "ON", "FOR", "AT", "BY", "AS_OF"})
_BETWEEN = frozenset({"DET", "POSSESSIVE", "ADVERB"})


def period_after(reading: Reading, last: int, *, days: bool) -> Period | None:
    """Return the time that ends the phrase which goes on after a figure, or None in doubt.

    Args:
        reading: the sentence.
        last: index of the item after what was read of the figure.
        days: whether a single day may be meant: results are told of quarters, and a day after
            them is when they were told.
    """
    match = _ON_TO_TIME.match(reading.tape.tags, last)
    if match is None:
        return None
    items, at = reading.tape.items, match.start("period")
    value = items[at].value
    if not isinstance(value, Period) or value.start is None or not is_time(value):
        return None
    if any(has_own_time(item) for item in items[last:at]):
        return None
    if value.start == value.end and not days:
        return None
    return value if _is_led(items, at) else None


def has_own_time(item: Item) -> bool:
    """Return whether a word has a time of its own: "notes [due] in 2027", "[opened] in 2017"."""
    return item.tag == "WORD" and _DONE.fullmatch(item.lower) is not None


_DONE = lazy(r"due|maturing|expiring|ending|starting|beginning|(?!need|speed|seed|feed)\w{2,}ed")


def _is_led(items: list[Item], at: int) -> bool:
    """Whether a time says when: "in 2017", "this month"; not "[of] 2008", "the 2017 deal"."""
    lead = at - 1
    while lead > 0 and items[lead].tag in _BETWEEN:
        lead -= 1
    if items[lead].lower in _ONLY_TO:
        return False
    return items[lead].tag in _LEADS or _BARE.match(items[at].lower) is not None


_ONLY_TO = frozenset({"through", "around", "amid", "surrounding"})
_BARE = lazy(r"(?:this|last|next|earlier|so far|today|yesterday|year to date|\w{3,6}day)\b")
