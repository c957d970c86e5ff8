"""What follows a figure: its time, its change, and what it is compared with.

", just ahead of the $2.96 billion consensus", "from $331.8 million a year earlier", ", up 12%".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import regex

from finfacts.claims.metrics.earlier import earlier, ended, named_versus
from finfacts.claims.metrics.reading import CHANGE, VALUE, Reading, quantity_at
from finfacts.claims.prices.arguments import is_time
from finfacts.claims.tape import pattern
from finfacts.facts import Direction, Versus
from finfacts.values import Period, Quantity

_FILL = """(?:NOUN|LOSS|DET|POSSESSIVE|ANALYSTS|POSS_MARK|WORD|TALLY|ADVERB|NAME|PERIOD|HOUSE
    |OF|MATCH|QUOTE|METRIC|AND|EXPECT|EXTREME)"""
_WHO = "(?:ESTIMATE|ANALYSTS|EXPECT|HOUSE)"
_COMPARED = pattern(f"""
    (?:COMMA|LPAREN|DASH|ADVERB|AND|CLAUSE|RPAREN|AUX|DET WORD)*
    (?P<how>MATCH|BEAT|FROM|AGAINST|ABOVE|BELOW
      |TOTAL (?={_FILL}{{0,3}} {VALUE} (?:WORD|IN)* {_WHO})) STOP?
    (?: DET? (?P<who>ANALYSTS|ESTIMATE|HOUSE) (?:POSS_MARK|QUOTE)? (?P<value>{VALUE})
      | {_FILL}{{0,3}}? (?P<who>EXPECT) (?P<value>{VALUE})
      | {_FILL}{{0,6}}? (?P<who>{_WHO})
        (?: (?: {_FILL} | (?:FOR|OF) DET? (?P<way>GROWTH|GROW_BASE) ){{0,4}}?
            (?:OF|FOR|AT|AUX) (?:ADVERB|TALLY)* (?P<value>{VALUE})
          | FOR DET? (?:ADVERB|TALLY)? (?P<value>{VALUE}) (?P<way>GROWTH|GROW_BASE) )
      | {_FILL}{{0,6}}? (?P<value>{VALUE})
        (?: (?:IN|OF|DET|REL|FOR|WORD|NOUN|LOSS|GROWTH|GROW_BASE|METRIC|BY|TALLY)*
            (?P<who>{_WHO}) )
      | {_FILL}{{0,4}}? (?P<value>{VALUE}) (?! FOR INSTRUMENT )
        (?: (?:IN|OF|FOR|ON|AT|WORD|METRIC|DET|GROWTH|NOUN|LOSS|REPORT|EARN|SAME)*
            (?P<ago>YEAR_AGO|PERIOD|BEFORE) )?
      | {_FILL}{{0,5}}? (?P<who>{_WHO}|ESTIMATE)
      | DET? (?:WORD|TALLY)? (?:METRIC|LOSS) DET? (?P<ago>YEAR_AGO|PERIOD)
      | (?: SAME (?:OF|IN)? )? (?P<ago>YEAR_AGO|PERIOD) )
""")
_PRIOR = pattern(f"""
    COMMA? (?P<how>AFTER) DET? (?:ADJUST|ADVERB|TALLY|WORD){{0,2}} (?P<value>{VALUE})
    (?P<way>GROWTH|GROW_BASE|NOUN) IN DET? (?P<ago>PERIOD|YEAR_AGO)
""")
_BY = pattern(f"""
    (?:COMMA|CLAUSE|AND|ADVERB)* (?P<side>BEAT|TOTAL|BELOW|ABOVE)
    (?:DET|POSSESSIVE|NAME|WORD|TALLY|HOUSE|INSTRUMENT|ADVERB|ANALYSTS (?=QUOTE|POSS_MARK)|QUOTE
      |POSS_MARK|EXTREME)*
    (?P<ago>ESTIMATE|ANALYSTS|EXPECT) BY (?P<change>{CHANGE})
""")
_GIVEN = pattern(f"""
    LPAREN (?P<how>ESTIMATE|EXPECT|ANALYSTS) (?P<who>COLON|OF) (?P<value>{VALUE})
  | (?:COMMA|LPAREN)* (?P<how>AGAINST|MATCH|BEAT|FROM) STOP? (?P<value>{VALUE})
    (?P<who>ESTIMATE|EXPECT)
""")
_AGO = pattern("COMMA? (?P<ago>YEAR_AGO) | COMMA? IN SAME (?:OF|IN)? (?P<ago>YEAR_AGO|PERIOD)")
_FLAT = pattern("""
    (?:COMMA|AUX|CLAUSE|DASH)* (?P<move>PARTICLE)
    (?= FROM | MATCH | BEAT | AGAINST | YEAR_AGO | PERIOD | STOP | $ )
""")
_CHANGED = pattern(f"""
    AUX (?:ADVERB|TALLY)* (?P<change>{CHANGE}) (?P<move>PARTICLE) |
    (?:COMMA|LPAREN|DASH)* (?:DET|ADVERB|AUX|TALLY|REL|WORD (?=GROWTH|GROW_BASE))*
    (?P<move>PARTICLE|GROWTH|GROW_BASE|GROW_ING|MOVE_ING|PLUS) STOCK? (?:OF|BY|ADVERB)*
    (?P<change>{CHANGE}) (?:RPAREN)?
  | (?:COMMA|DASH|AUX) DET (?P<change>PERCENT) (?P<ago>YEAR_AGO)? (?:TALLY|WORD)?
    (?P<move>GROWTH|GROW_BASE)
""")
_MORE = pattern(
    "(?: AUX | (?:COMMA|DASH|LPAREN)+ )"
    " (?: REL? (?:CONDITIONAL|MODAL|PASSIVE_EXPECT|AUX)* | DET WORD OF REL AUX )"
    f" (?:ADVERB|DET|TALLY)* (?: (?P<change>{CHANGE}) (?:TALLY|WORD)? (?P<side>BEAT|ABOVE|BELOW)"
    " | (?P<change>TIMES) (?=DET|WORD|POSSESSIVE) )"
    f" (?:DET|WORD|MATCH|POSSESSIVE|IN|CLAUSE|AT|ON|FOR)* (?P<value>{VALUE})?"
    " (?:EXPECT|WORD|IN|BY|DET)* (?P<ago>YEAR_AGO|PERIOD|ESTIMATE|ANALYSTS|EXPECT)?"
)
_PERIOD = pattern(
    "COMMA? (?:IN|FOR|DURING|ON|OF|AS_OF|BY|AT|THROUGH)? (?:DET|POSSESSIVE)? (?:ADVERB)?"
    " (?P<ended>WORD LEVEL)? (?P<period>PERIOD) (?! POSS_MARK )"
)
_SKIP = pattern(f"""
    ADVERB
  | (?:OF|IN|FOR|ON|AT) (?:DET|POSSESSIVE)? (?:WORD|NAME|INSTRUMENT|METRIC|STOCK){{1,3}}
    (?=COMMA|MATCH|BEAT|PERIOD|YEAR_AGO|IN|FOR|FROM)
  | FROM (?:POSSESSIVE|DET|INSTRUMENT POSS_MARK)? (?:WORD|NAME|TALLY){{1,4}}
    (?= COMMA | IN | FOR | PERIOD | YEAR_AGO )
  | COMMA DET TALLY* EXTREME (?=COMMA)
  | COMMA (?:DET|NAME|INSTRUMENT|WORD|PERIOD|POSS_MARK|TALLY){{1,6}}
    (?= COMMA (?:MATCH|BEAT|FROM|AGAINST|BELOW|ABOVE) )
  | OF DET? (?:WORD|NAME|POINTS|PARE|PARE_BASE|CUTS|BY|IN|PERIOD|TALLY){{1,6}}
    (?=COMMA (?:MATCH|BEAT|AGAINST|FROM))
  | (?:WORD|METRIC|INSTRUMENT|COUNTED|STOCK){{1,3}}
    (?= (?:COMMA|LPAREN|DASH)? (?:MATCH|BEAT|PERIOD|YEAR_AGO|FROM|PARTICLE|IN|PLUS|PERCENT)
      | COMMA {CHANGE} (?:BEAT|ABOVE|BELOW))
  | LPAREN MONEY RPAREN | RPAREN | COMMA OR (?:MONEY|PERCENT)
""")


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
        (_CHANGED, _change, not changed),
        (_BY, _more, not changed),
        (_MORE, _more, not changed),
        (_SIGNED, _signed, not changed),
        (_FLAT, _flat, not changed and tail.direction is None),
        (_AGO, _ago, tail.versus is None),
        (_GIVEN, _compare, tail.versus_value is None),
        (_COMPARED, _compare, tail.versus_value is None),
        (_PRIOR, _compare, tail.versus_value is None and changed),
        (_OR, _or, tail.versus_value is not None and tail.versus_shared is None),
        (_PERIOD, _period, True),
        (_SKIP, _skip, True),
    ):
        match = rule.match(reading.tape.tags, tail.last) if open_ else None
        if match is not None and _HOLDS.get(rule, _always)(reading, match):
            return read(reading, tail, match)
    return False


def _always(_reading: Reading, _match: regex.Match[str]) -> bool:
    return True


_OR = pattern("COMMA? OR ADVERB* (?P<value>MONEY)")


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


_SIGNED = pattern("COMMA? LPAREN? (?:PLUS|DASH)? (?P<change>PERCENT) RPAREN?")
_SIGNS: dict[str, Direction] = {"+": "up", "-": "down"}


def _sign(reading: Reading, match: regex.Match[str]) -> Direction | None:
    """Return the direction of a signed figure: "+20% Y/Y"."""
    at = match.start("change")
    before = reading.tape.items[at - 1]
    mark = before.lower if before.tag in ("PLUS", "DASH") else reading.tape.items[at].lower[:1]
    return _SIGNS.get(mark)


_HOLDS: dict[regex.Pattern[str], Callable[[Reading, regex.Match[str]], object]] = {
    _SIGNED: _sign,
    _FLAT: _is_flat,
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
    if how.lower.startswith(("up", "down")) and tail.direction is None:
        tail.direction = direction_of(how.lower.split()[0])
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


def _is_usual(reading: Reading, match: regex.Match[str]) -> bool:
    """Whether a figure is compared with what is usual: "below the 13% historical average"."""
    items = reading.tape.items[match.start() : match.end() + 3]
    return any(item.lower in ("average", "averages", "norm") for item in items)


def _is_extreme(reading: Reading, at: int) -> bool:
    """Whether a time only says how far back no figure was like it: "the least since 2003"."""
    items = reading.tape.items
    return items[at].lower.startswith("since ") and items[at - 1].tag in ("ADVERB", "EXTREME")


_ON_THE: dict[str, Versus] = {"on the year": "year_ago", "on the month": "prior_period"}


def _period(reading: Reading, tail: Tail, match: regex.Match[str]) -> bool:
    at = match.start("period")
    since = _ON_THE.get(reading.tape.items[at].lower)
    if since is not None and reading.tape.items[at - 1].tag in ("ON", "DET"):
        tail.versus, tail.last = tail.versus or since, match.end()
        return True
    value = reading.tape.items[at].value
    if match["ended"] and isinstance(value, Period):
        value = ended(value)
    elif isinstance(value, Period) and (not is_time(value) or _is_extreme(reading, at)):
        value = None
    if tail.versus_value is not None and tail.versus is None:
        tail.versus = named_versus(reading.tape.items[at])
        tail.last = match.end()
        return True
    if tail.period is None and isinstance(value, Period):
        tail.period = value
    tail.last = match.end()
    return True
