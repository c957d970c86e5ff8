"""Two amounts as one range: "$2.48 billion to $2.525 billion", "24%-26%", "between 5 and 10"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from finfacts.lexicons.cues import load_cues
from finfacts.lexicons.currencies import Money
from finfacts.lexicons.units import Counted, comparators
from finfacts.mentions.quantities.amount import Amount
from finfacts.mentions.quantities.bounds import BOUND_WORDS
from finfacts.mentions.quantities.tails import read_tail

_DASHES = frozenset(["-", " - ", "- ", " -"])
_OPENING = comparators().opening
_TWO_VALUES = comparators().two_values
_MOVE_TAGS = ("MOVE", "COUNT", "PARTICLE")
MOVES = frozenset(
    word
    for word, entries in load_cues("moves").items()
    if any(not e.rest and e.cue.tag.startswith(_MOVE_TAGS) for e in entries)
)
_FARTHEST = len(" and ")
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
        pair = _two(clean, amounts[at], amounts[at + 1]) if at + 1 < len(amounts) else None
        if pair:
            found.append(pair)
            at += 2
            continue
        amount = amounts[at]
        if at + 1 < len(amounts):
            amount = _lent(clean, amount, amounts[at + 1])
        if amount.alone:
            found.append(Joined(amount.start, amount.end, amount.value, None, amount))
        at += 1
    return found


def _two(clean: str, first: Amount, second: Amount) -> Joined | None:
    """Return two amounts as one, or None: a range, or main and minor unit of money."""
    if second.start - first.end > _FARTHEST or not (first.joins and second.joins):
        return None
    return _pair(clean, first, second) or _change(clean, first, second)


def _change(clean: str, first: Amount, second: Amount) -> Joined | None:
    """Read "3 dollars 50 cents", "thirteen dollars forty-five"."""
    money = first.counted
    if not money or money.unit != "currency" or money.places or first.sign_first or first.power:
        return None
    if clean[first.end : second.start] not in (" ", " and "):
        return None
    small = second.counted
    if (
        small is None
        and clean[second.start].isalpha()
        and not clean[second.end : second.end + 2].strip(". ")
    ):
        small = money._replace(places=2)
    if not small or (small.currency, small.places) != (money.currency, 2) or second.number >= 100:  # noqa: PLR2004
        return None
    value = first.value + second._replace(counted=small).value
    return Joined(first.start, second.end, value, None, first)


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


def _is_near(first: Decimal, second: Decimal) -> bool:
    """Whether two numbers are of one size, so that a scale said once counts for both."""
    return first < 10 * second and second < 10 * first


def _pair(clean: str, first: Amount, second: Amount) -> Joined | None:
    gap = clean[first.end : second.start].replace("\n", " ")
    words = [word.lower().lstrip("(\"'") for word in first.words]
    between = bool(words) and words[-1] == "between"
    opened = between or " ".join(words[-2:]) in _OPENING
    if not _gap_joins(gap, between=between, opened=opened, words=words, second=second):
        return None
    if not second.alone and first.sign_first:
        second = _with_tail(clean, second, first.counted)
    ends = _ends(first, second)
    if not ends:
        return None
    low, high, amount = ends
    once = first.counted is None and second.counted is not None and low * 10 > high
    if gap == " to " and not (opened or once) and _is_move(words, low, high, amount):
        return None
    start = first.start
    if between:
        start = clean.rindex("etween", 0, start) - 1
    return Joined(start, second.end, low, high, amount)


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


def _ends(first: Amount, second: Amount) -> tuple[Decimal, Decimal, Amount] | None:
    """Return the two ends in one unit, or None where the two are of different kinds."""
    counted = _shared_unit(first, second)
    if counted is False:
        return None
    if counted is None and not second.counts:
        return None
    power = first.power
    if power is None and second.power is not None and first.number < _largest(first):
        power = second.power
    low = first._replace(counted=counted, power=power).value
    high = second._replace(
        counted=counted,
        power=second.power if second.power is not None or not first.sign_first else first.power,
    ).value
    if low >= high and power is not first.power:
        low = first._replace(counted=counted).value
    amount = second._replace(counted=counted, words=first.words, per=second.per or first.per)
    return (low, high, amount) if low < high else None


def _largest(first: Amount) -> int:
    return 1000


def _shared_unit(first: Amount, second: Amount) -> Counted | None | bool:
    """Return the unit both ends have; False where they differ or one end cannot have it."""
    if first.counted == second.counted:
        return first.counted if _same_per(first, second) else False
    if first.counted is None:
        return second.counted if not second.sign_first else False
    if second.counted is None and first.sign_first:
        return first.counted
    if (
        second.counted
        and first.sign_first
        and first.counted.unit == second.counted.unit == "currency"
    ):
        return first.counted if second.counted.currency == first.counted.currency else False
    return False


def _same_per(first: Amount, second: Amount) -> bool:
    return first.per is None or second.per is None or first.per == second.per


def _is_move(words: list[str], low: Decimal, high: Decimal, amount: Amount) -> bool:
    """Whether "A to B" is a move and where it led: "rose as much as $1.04 to $85.86"."""
    words = [word for word in words if word not in BOUND_WORDS]
    if not words or (words[-1] not in MOVES and words[-1] != "by"):
        return low * 10 < high and amount.counted is not None and amount.counted.unit == "currency"
    if amount.counted and amount.counted.unit == "percent":
        return low * _WIDEST < high
    return True
