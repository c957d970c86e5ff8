"""What follows a figure: its time, its change, and what it is compared with.

", just ahead of the $2.96 billion consensus", "from $331.8 million a year earlier", ", up 12%".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import regex

from finfacts.claims.metrics import following
from finfacts.claims.metrics.afterwards import has_own_time
from finfacts.claims.metrics.earlier import earlier, ended, named_versus
from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.prices.arguments import is_time
from finfacts.facts import Direction, Versus
from finfacts.values import Period, Quantity


@dataclass
class Tail:
    """What was read after a figure, and the index of the item after it."""

    last: int
    direction: Direction | None = None
    change: Quantity | None = None
    versus: Versus | None = None
    versus_value: Quantity | None = None
    way: Direction | None = None  # "expectations for a draw of 2 million"
    period: Period | None = None
    then: Period | None = None  # a plain time compared with: "from 90,000 in the fourth quarter"
    reached: Quantity | None = None  # "rose 26%, topping $1 billion"
    versus_shared: Quantity | None = None  # "compared with $1.1 billion, or $1.78 a share"


def read_tail(reading: Reading, last: int, *, changed: bool) -> Tail:
    """Read what follows item ``last``.

    Args:
        reading: the sentence.
        last: index of the item after the figure.
        changed: whether the figure already has its change.
    """
    tail = Tail(last)
    while _step(reading, tail, changed=changed or tail.change is not None):
        pass
    return tail


def _step(reading: Reading, tail: Tail, *, changed: bool) -> bool:
    """Read one thing more and say whether anything was there."""
    for rule, read, open_ in (
        (following.CHANGED, _change, not changed),
        (following.REACHED, _reached, changed and tail.reached is None),
        (following.BY, _more, not changed),
        (following.MORE, _more, not changed),
        (following.SIGNED, _signed, not changed),
        (following.FLAT, _flat, not changed and tail.direction is None),
        (following.AGO, _ago, tail.versus is None),
        (following.GIVEN, _compare, tail.versus_value is None),
        (following.COMPARED, _compare, tail.versus_value is None),
        (following.PRIOR, _compare, tail.versus_value is None and changed),
        (following.OR, _or, tail.versus_value is not None and tail.versus_shared is None),
        (following.PERIOD, _period, True),
        (following.SKIP, _skip, True),
    ):
        match = rule.match(reading.tape.tags, tail.last) if open_ else None
        if match is not None and _HOLDS.get(rule, _always)(reading, match):
            return read(reading, tail, match)
    return False


def _always(_reading: Reading, _match: regex.Match[str]) -> bool:
    return True


def _reached(reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    """Read the level that growth came to: "rose 26%, [topping $1 billion] for the first time"."""
    if not reading.tape.items[match.start("how")].lower.endswith("ing"):
        return False
    tail.reached = quantity_at(reading, match.start("value"))
    tail.last = match.end()
    return True


def _or(reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    tail.versus_shared = quantity_at(reading, match.start("value"))
    tail.last = match.end()
    return True


def _skip(_reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    tail.last = match.end()
    return True


def _change(reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    sense = reading.tape.items[match.start("move")].sense
    tail.direction = direction_of(sense)
    tail.change = quantity_at(reading, match.start("change"))
    tail.versus = _versus(reading, match) or tail.versus
    tail.last = match.end()
    return True


def _flat(_reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    tail.direction = "flat"
    tail.last = match.end()
    return True


def _is_flat(reading: Reading, match: regex.Match[str]) -> bool:
    return reading.tape.items[match.start("move")].sense == "flat"


def direction_of(sense: str) -> Direction | None:
    """Return the direction that a cue's sense names, or None."""
    directions: dict[str, Direction] = {"up": "up", "down": "down", "flat": "flat"}
    return directions.get(sense)


_SIGNS: dict[str, Direction] = {"+": "up", "-": "down"}


def _sign(reading: Reading, match: regex.Match[str]) -> Direction | None:
    """Return the direction of a signed figure: "+20% Y/Y"."""
    at = match.start("change")
    before = reading.tape.items[at - 1]
    mark = before.lower if before.tag in ("PLUS", "DASH") else reading.tape.items[at].lower[:1]
    return _SIGNS.get(mark)


_HOLDS: dict[regex.Pattern[str], Callable[[Reading, regex.Match[str]], object]] = {
    following.SIGNED: _sign,
    following.FLAT: _is_flat,
}


def _signed(reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    tail.direction = _sign(reading, match)
    tail.change = quantity_at(reading, match.start("change"))
    tail.last = match.end()
    return True


def _more(reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    after = reading.tape.items[match.start("change") + 1 :][:2]
    if not match["side"] and any(item.lower in _OTHER_FIGURES for item in after):
        return False
    sense = reading.tape.items[match.start("side")].sense if match["side"] else "beat"
    tail.direction = "down" if sense in ("miss", "below") else "up"
    tail.change = quantity_at(reading, match.start("change"))
    if match["ago"]:
        tail.versus = _versus(reading, match)
    if "value" in match.re.groupindex and match["value"] and tail.versus_value is None:
        tail.versus_value = quantity_at(reading, match.start("value"))
        expected = any(
            item.tag == "EXPECT" for item in reading.tape.items[match.start() : match.end()]
        )
        tail.versus = tail.versus or ("estimate" if expected else None)
    tail.last = match.end()
    return True


_OTHER_FIGURES = frozenset(("that", "those", "amount", "number", "size"))


def _ago(reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    tail.versus = _versus(reading, match)
    tail.last = match.end()
    return True


def _versus(reading: Reading, match: regex.Match[str]) -> Versus | None:
    if "who" in match.re.groupindex and match["who"]:
        words = {item.lower for item in reading.tape.items[match.start() : match.end()]}
        who = match.start("who")
        own = reading.tape.items[who].lower.startswith("its ")
        own = own or (
            reading.tape.items[who - 1].tag == "POSSESSIVE"
            and reading.tape.items[who].tag != "ANALYSTS"
        )
        return "other" if own or words & _OWN_PLANS else "estimate"
    if not match["ago"]:
        return None
    item = reading.tape.items[match.start("ago")]
    if item.tag in ("ESTIMATE", "ANALYSTS", "EXPECT"):
        return "estimate"
    if reading.tape.items[match.start("ago") - 1].tag == "SAME":
        return "year_ago"
    return named_versus(item)


_OWN_PLANS = frozenset(
    ("previous", "prior", "earlier", "initial", "own", "target", "targets", "plan", "guidance")
)


def _compare(reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    how = reading.tape.items[match.start("how")]
    value = quantity_at(reading, match.start("value")) if match["value"] else None
    versus = _versus(reading, match)
    if versus is None and value is not None and match["ago"]:
        versus = earlier(reading.tape.items[match.start("ago")])
        then = reading.tape.items[match.start("ago")].value
        tail.then = then if isinstance(then, Period) else None
    side = how.lower.removeprefix("a ").removeprefix("an ").split()[0]
    if side in _SIDES and tail.direction is None:
        tail.direction = _SIDES[side]
    if versus in (None, "prior_period") and _is_usual(reading, match):
        versus = "other"
    crossed = how.sense in ("beat", "miss") and versus is None
    crossed = crossed or (how.tag == "FROM" and versus == "estimate" and value is None)
    if (versus is None and value is None) or crossed:
        return False
    if tail.versus is None or (
        versus is not None and tail.versus_value is None and value is not None
    ):
        tail.versus = versus or tail.versus
    tail.versus_value = value
    if "way" in match.re.groupindex and match["way"]:
        tail.way = direction_of(reading.tape.items[match.start("way")].sense)
    tail.last = match.end()
    return True


_SIDES: dict[str, Direction] = {"up": "up", "down": "down", "increase": "up", "decrease": "down"}


def _is_usual(reading: Reading, match: regex.Match[str]) -> bool:
    """Whether a figure is compared with what is usual: "below the 13% historical average"."""
    items = reading.tape.items[match.start() : match.end() + 3]
    return any(item.lower in ("average", "averages", "norm") for item in items)


def _is_extreme(reading: Reading, at: int) -> bool:
    """Whether a time only says how far back no figure was like it: "the least since 2003"."""
    items = reading.tape.items
    return items[at].lower.startswith("since ") and items[at - 1].tag in ("ADVERB", "EXTREME")


def _is_when(reading: Reading, at: int, value: Period, start: int) -> bool:
    """Whether a time says when a figure was, not how long or of what: "notes due in 2027"."""
    if not is_time(value) or _is_extreme(reading, at):
        return False
    return start == 0 or not has_own_time(reading.tape.items[start - 1])


_ON_THE: dict[str, Versus] = {"on the year": "year_ago", "on the month": "prior_period"}


def _period(reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    at = match.start("period")
    words = [item.lower for item in reading.tape.items[max(0, at - 1) : at + 1]]
    since = _ON_THE.get(" ".join(words)) or _ON_THE.get(words[-1])
    if since is not None:
        tail.versus, tail.last = tail.versus or since, match.end()
        return True
    value = reading.tape.items[at].value
    if match["ended"] and isinstance(value, Period):
        value = ended(value)
    elif isinstance(value, Period) and not _is_when(reading, at, value, match.start()):
        value = None
    if tail.versus_value is not None and tail.versus is None:
        tail.versus = named_versus(reading.tape.items[at])
        tail.last = match.end()
        return True
    if tail.period is None and isinstance(value, Period):
        tail.period = value
    tail.last = match.end()
    return True
