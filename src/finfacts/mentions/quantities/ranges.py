"""Two amounts as one range: "$2.48 billion to $2.525 billion", "24%-26%", "between 5 and 10"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from finfacts.lexicons.cues import load_cues
from finfacts.lexicons.currencies import Money, cent_currencies
from finfacts.lexicons.units import Counted, comparators
from finfacts.mentions.quantities.amount import Amount
from finfacts.mentions.quantities.bounds import BOUND_WORDS
from finfacts.mentions.quantities.tails import read_tail
from finfacts.patterns import lazy

_DASHES = frozenset(["-", " - ", "- ", " -"])
_OPENING = comparators().opening
_TWO_VALUES = comparators().two_values
_MOVE_TAGS = ("MOVE", "COUNT", "PARTICLE")
MOVES = frozenset(
    word
    for word, entries in load_cues("moves").items()
    if any(not e.rest and e.cue.tag.startswith(_MOVE_TAGS) for e in entries)
)
_FROM = lazy(r"(?P<up>, (?:up|down|raised|lowered|increased))?[ ]from[ ]")
_LONGEST_FROM = 20
_CENTS = Counted("currency", "USD", 2)
_MODALS = frozenset(["could", "would", "may", "might", "will", "should"])
_PLANS = frozenset(["add", "lose", "gain", "shed"])
_FARTHEST = len(" and ")
_SCALED_BELOW = 1000  # "$900 to $950 million", but "$5,000 to $1 million"
_FAR = 10
_WIDEST = 3  # "rose 2% to 12%" is a move and a level, "rise 10% to 12%" a range


class Joined(NamedTuple):
    """An amount or the two ends of a range, ready for its comparator.

    Attributes:
        start: where it starts.
        end: where it ends.
        low: the value, or the lower end.
        high: the upper end, or None for a single value.
        amount: the amount whose unit and words count.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    amount: Amount


def join(clean: str, amounts: Sequence[Amount]) -> list[Joined]:
    """Return the amounts in order, pairs that make a range as one, bare helpers left out."""
    found: list[Joined] = []
    at = 0
    while at < len(amounts):
        last = found[-1] if found else None
        pair = _two(clean, amounts[at : at + 2], last)
        if pair:
            found.append(pair)
            at += 2
            continue
        amount = amounts[at]
        if at + 1 < len(amounts):
            amount = _lent(clean, amount, amounts[at + 1])
        if at:
            amount = _left_off(clean, amounts[at - 1], amount)
        if amount.alone:
            if amount.counted == _CENTS and at + 1 < len(amounts):
                amount = _cents_of(clean, amount, amounts[at + 1])
            found.append(Joined(amount.start, amount.end, amount.value, None, amount))
        at += 1
    return found


def _two(clean: str, amounts: Sequence[Amount], last: Joined | None) -> Joined | None:
    """Return two amounts as one, or None: a range, or main and minor unit of money."""
    if len(amounts) < 2:  # noqa: PLR2004 - the last amount has no partner
        return None
    first, second = amounts
    if second.start - first.end > _FARTHEST:
        return None
    opened = _is_earlier_range(clean, first, last)
    return _pair(clean, first, second, opened=opened) or _change(clean, first, second)


def _is_earlier_range(clean: str, first: Amount, last: Joined | None) -> bool:
    """Whether "from" opens a range that another replaced: "$5 to $6, up from $4 to $5"."""
    if last is None or first.start - last.end > _LONGEST_FROM:
        return False
    match = _FROM.fullmatch(clean, last.end, first.start)
    if not match or last.amount.counted not in (first.counted, None):
        return False
    return last.high is not None or match["up"] is not None


def _change(clean: str, first: Amount, second: Amount) -> Joined | None:
    """Read "3 dollars 50 cents", "thirteen dollars forty-five"."""
    money = first.counted
    if not money or money.unit != "currency" or money.places or first.sign_first or first.power:
        return None
    if clean[first.end : second.start] not in (" ", " and "):
        return None
    small = second
    if second.counted is None and clean[second.start].isalpha() and _ends_clause(clean, second.end):
        small = second._replace(counted=money._replace(places=2))
    if small.counted != money._replace(places=2) or small.value >= 1:
        return None
    return Joined(first.start, second.end, first.value + small.value, None, first)


def _ends_clause(clean: str, end: int) -> bool:
    return not clean[end : end + 2].strip(". ")


def _lent(clean: str, first: Amount, second: Amount) -> Amount:
    """Give a number the unit and scale of the next: "from 3 to 4 percent", "from $3 to $4bn"."""
    before = first.words[-1].lower() if first.words else ""
    if before != "from" or clean[first.end : second.start] != " to ":
        return first
    power = first.power
    if power is None and _is_near(first.number, second.number):
        power = second.power
    if first.counted is None and not second.sign_first and (second.counted or power):
        return first._replace(counted=second.counted, power=power, alone=True)
    if first.counted and first.sign_first and second.counted == first.counted:
        return first._replace(power=power)
    return first


def _left_off(clean: str, first: Amount, second: Amount) -> Amount:
    """Give a number the unit said before: "to 11 basis points from 14", "to 3 percent from 2"."""
    if second.counted or first.counted is None or clean[first.end : second.start] != " from ":
        return second
    if not _TO.search(clean, first.start - _BEFORE, first.start) or not _STOPS.match(
        clean, second.end
    ):
        return second
    if not _is_near(first.number, second.number):
        return second
    power = second.power if second.power is not None else first.power
    return second._replace(counted=first.counted, power=power, alone=True)


_TO = lazy(r"\b(?:to|at|of|was|were)[ ]$", regex.REVERSE)
_BEFORE = 5
_STOPS = lazy(r"[,;)]|\.(?!\d)|\n|$|[ ](?:on|in|at|a|last|late|earlier|previously|as|and|the)\b")


def _cents_of(clean: str, first: Amount, second: Amount) -> Amount:
    """Give cents the money that they led to: "adding 4 cents to A$19.16"."""
    money = second.counted.currency if second.counted and second.sign_first else None
    if money not in cent_currencies() or clean[first.end : second.start] not in (" to ", " at "):
        return first
    return first._replace(counted=_CENTS._replace(currency=money))


def _is_near(first: Decimal, second: Decimal) -> bool:
    """Whether two numbers are of one size, so that a scale said once counts for both."""
    return first < 10 * second and second < 10 * first


def _pair(clean: str, first: Amount, second: Amount, *, opened: bool) -> Joined | None:
    gap = clean[first.end : second.start].replace("\n", " ")
    words = [word.lower().lstrip("(\"'") for word in first.words]
    between = bool(words) and words[-1] == "between"
    opened = opened or between or " ".join(words[-2:]) in _OPENING
    if not _gap_joins(gap, between=between, opened=opened, words=words, second=second):
        return None
    if not second.alone and first.sign_first:
        second = _with_tail(clean, second, first.counted)
    ends = _ends(first, second)
    if not ends or (gap == " to " and not opened and _is_move(words, first, *ends)):
        return None
    start = clean.rindex("etween", 0, first.start) - 1 if between else first.start
    return Joined(start, second.end, ends[0].value, ends[1].value, ends[1])


def _with_tail(clean: str, second: Amount, counted: Counted | None) -> Amount:
    """Read what follows the second end as after money: "$50-55 a barrel", "$5-6B"."""
    tail = read_tail(clean, second.end, money=Money(counted.currency if counted else None))
    if tail.broken or tail.counted or second.power is not None:
        return second
    return second._replace(end=tail.end, power=tail.power, per=tail.per, after=tail.comparator)


def _gap_joins(gap: str, *, between: bool, opened: bool, words: list[str], second: Amount) -> bool:
    if gap in _DASHES:
        return not (gap == " -" and second.counted and second.counted.unit == "percent")
    if gap == " and ":
        return between
    if gap != " to ":
        return False
    return opened or not (words and words[-1] in _TWO_VALUES)


def _ends(first: Amount, second: Amount) -> tuple[Amount, Amount] | None:
    """Return both ends with the unit and scale said once, or None where they are no range."""
    units = _units(first, second)
    if units is None or (units[1] is None and not second.counts):
        return None
    low = first._replace(counted=units[0])
    high = second._replace(counted=units[1], words=first.words, per=second.per or first.per)
    if high.power is None and first.sign_first:
        high = high._replace(power=first.power)
    if low.power is None and first.number < _SCALED_BELOW:
        scaled = low._replace(power=second.power)
        low = scaled if scaled.value < high.value else low
    return (low, high) if low.value < high.value else None


def _units(first: Amount, second: Amount) -> tuple[Counted | None, Counted | None] | None:
    """Return the units of both ends, one lent to the other; None where they differ."""
    if first.per and second.per and first.per != second.per:
        return None
    ours, theirs = first.counted, second.counted
    if ours == theirs:
        return ours, theirs
    if ours is None:
        return None if second.sign_first else (theirs, theirs)
    if theirs is None:
        return (ours, ours) if first.sign_first else None
    same_money = ours.currency is not None and ours.currency == theirs.currency
    return (ours, theirs) if same_money else None


def _is_move(words: list[str], first: Amount, low: Amount, high: Amount) -> bool:
    """Whether "A to B" is a move and where it led: "rose as much as $1.04 to $85.86"."""
    far = low.value * _FAR < high.value
    if first.counted is None and high.counted is not None:
        return far  # the unit is said once: "by 20 to 30 basis points"
    words = [word for word in words if word not in BOUND_WORDS]
    unit = high.counted.unit if high.counted else None
    if not words or (words[-1] not in MOVES and words[-1] != "by"):
        return far and unit == "currency"
    if words[-2:-1] and words[-2] in _MODALS and words[-1] in _PLANS:
        return low.value * _WIDEST < high.value
    return unit != "percent" or low.value * _WIDEST < high.value
