"""What follows a predicate: how far, to and from what level, when, against what baseline.

Read from "fell" in "fell 85 cents, or 1.1 percent, to $78.29 a barrel on Friday" onwards, one
small phrase at a time, until something stands there that is no argument.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import regex

from finfacts.claims.prices.baselines import baseline_at
from finfacts.claims.prices.crossing import is_crossed, is_kept
from finfacts.claims.prices.superlatives import SUPERLATIVE, is_reach
from finfacts.claims.tape import Item, Tape, code, pattern
from finfacts.values import Baseline, Period, Quantity, Session

LEVEL = "(?:MONEY|NUMBER|POINTS|PERCENT)"
CHANGE = "(?:PERCENT|MONEY|POINTS|TIMES|NUMBER)"
_PLACE = "(?:IN|ON|AT) DET? (?:NAME|WORD|STOCK|LIST_WORD|TALLY){1,3}"
_EXTREME_BETWEEN = "(?: (?:DET|POSSESSIVE|TALLY|PERIOD|ADVERB)* EXTREME (?:OF|AT)? )"
_CLOSE = (
    "(?: (?:LEVEL_BASE|LEVEL_ING|LEVEL|HOLD_BASE|WORD|REACH_BASE|REACH|DET|ANCHOR)"
    " (?: DET (?:NAME|WORD){0,2} (?:STREAK|SESSION|PERIOD) )? (?:AT|ADVERB)* )"
)

_NUMBER = pattern(
    "(?:BY DET (?:TALLY|WORD|PARE_BASE){1,3} OF|BY DET (?:ADVERB|TALLY|WORD){0,3} (?=PERCENT)|BY|OF"
    "|DET (?=ADVERB|TALLY|WORD|EXTREME))? "
    "(?:ADVERB|TALLY|EXTREME (?=PERCENT|MONEY|POINTS)|WORD (?=TALLY|PERCENT))*"
    f" (?P<first>{CHANGE}) (?! ABOVE|PARTICLE | BELOW (?! (?:DET|POSSESSIVE) ANCHOR ) )"
    " (?: (?! (?<=PERCENT) COMMA PERCENT ) COMMA? (?:OR|LPAREN|COMMA) (?:BY|ADVERB)?"
    f" (?P<second>{CHANGE}) (?:RPAREN|COMMA)? )?"
)
_TO = pattern(
    f"(?:COMMA|ADVERB)? TO {_CLOSE}?"
    " (?: CLAUSE (?:TALLY|WORD|PARTICLE) CLAUSE | DET | POSSESSIVE | ADVERB )?"
    f" {_EXTREME_BETWEEN}?"
    f" (?P<level>{LEVEL}) (?! ADVERB* (?:PARTICLE|NOUN) )"
)
_AT = pattern(
    "(?:COMMA|ADVERB)? (?: AT | COMMA LEVEL_ING AT | COMMA? AND (?P<again>AUX|LEVEL|ADVERB)+ AT )"
    f" {_EXTREME_BETWEEN}? (?P<level>{LEVEL})"
)
_PERIOD = pattern(
    "COMMA? (?: ON POSSESSIVE (?=PERIOD WORD) | (?:ON|IN|BY|FOR|AT|AS_OF|OF|OVER)? DET? ADVERB? )"
    " (?P<period>PERIOD) POSS_MARK?"
    " (?:WORD (?=COMMA|AND))?"
)
_SESSION = pattern("COMMA? (?:IN|DURING|AT)? (?:DET|NAME|LIST_WORD)? (?P<session>SESSION) WORD?")
_TO_EXTREME = pattern(
    "TO (?:DET|POSSESSIVE|TALLY|ADVERB|STREAK|NUMBER|PERIOD)* (?:EXTREME|NOUN)"
    " (?: (?:IN|SINCE)? (?:ADVERB|DET|TALLY)* PERIOD )? (?=ON? PERIOD)"
)
_SKIP = pattern(
    f"ADVERB | (?:FOR|IN|ON) (?:DET|POSSESSIVE|TALLY|ADVERB|WORD){{1,3}} STREAK"
    f" | {_PLACE} (?=PERIOD|SESSION|TO|COMMA|AND|AT|FROM|STOP|AS_OF)"
    " | AGAINST (?:DET|POSSESSIVE|ADVERB|PART|NAME|DASH|MARK)* (?:SUBJECT|WORD|LIST_WORD)"
    " | AS_OF (?=PERIOD) | LPAREN (?:NAME|WORD|SUBJECT|PERIOD|NUMBER NAME) RPAREN"
    " | COMMA ADVERB COMMA?"
    " | OF (?:POSSESSIVE|DET|SUBJECT POSS_MARK) (?:WORD|STOCK){1,2}"
    " | POSSESSIVE WORD (?=SINCE|FROM|IN|PERIOD|ON|STOP)"
)
_COMMA = pattern(f"COMMA (?=TO|FROM|OFF|AT|BELOW|SINCE|AS_OF|(?:BY|OR) {CHANGE}|AND? BY)")
_ASIDE = pattern(
    "COMMA (?:DET|POSSESSIVE|ADVERB)"
    " [^COMMA SEMICOLON COLON CLAUSE SUBJECT MONEY PERCENT POINTS LPAREN DASH MOVE QUOTE]{1,9}"
    f" COMMA (?= (?:TO|AT) (?:DET|ADVERB)* {LEVEL} | ON? PERIOD )"
    " | DASH{1,2} (?:DET|POSSESSIVE|ADVERB) [^DASH COMMA SEMICOLON COLON CLAUSE MOVE]{1,12}"
    " DASH{1,2}"
)
_BASELINE_START = pattern(
    "COMMA? (?:OFF (?=FROM))? (?=FROM|OFF|BELOW|ABOVE|SINCE|AGAINST|PARE_ING)"
)
_NEXT_GROUP = pattern(f"(?:COMMA? AND|COMMA) (?:BY|ADVERB)* (?={CHANGE})")
_TAIL_STOP = pattern(
    "CLAUSE|REL|SINCE (?!PERIOD)|SEMICOLON|COLON|AFTER|BEFORE|SUBJECT|MOVE|MOVE_BASE|MOVE_ING"
    "|COUNT|COUNT_ING|AND|LPAREN|NOUN|PARTICLE|DRIVE|DRIVE_ING|QUOTE|PERCENT|MONEY|POINTS|DASH|TO"
    "|OUTLOOK|EXTREME|POSSESSIVE|COMMA|COUNT_BASE|REACH|REACH_ING"
)
_TAIL = 9  # items in which a date may still belong to the move


@dataclass
class Arguments:
    """The arguments read so far, and the index of the item after them."""

    last: int
    percent: Quantity | None = None
    amount: Quantity | None = None
    to: Quantity | None = None
    from_: Quantity | None = None
    period: Period | None = None
    session: Session | None = None
    baseline: Baseline | None = None

    @property
    def has_number(self) -> bool:
        """Whether a change or a level was found."""
        return bool(self.percent or self.amount or self.to)


_Reader = Callable[[Tape, Arguments, str], bool]


def read_arguments(tape: Tape, at: int, direction: str, *, number: bool = True) -> Arguments:
    """Read the arguments that start at item ``at``.

    Args:
        tape: the sentence.
        at: index of the item after the predicate.
        direction: of the predicate; tells which record a bare "record" is.
        number: whether a change may follow at once ("fell 3%").
    """
    found = Arguments(at)
    readers = _READERS if number else _READERS[1:]
    while any(reader(tape, found, direction) for reader in readers):
        pass
    _read_tail(tape, found)
    return found


def next_group(tape: Tape, found: Arguments, direction: str) -> Arguments | None:
    """Return the arguments of the next in a list: "6% and 4%", "2.8% to Rs 1,612 and 2.4%"."""
    match = _NEXT_GROUP.match(tape.tags, found.last)
    if match is None:
        return None
    return read_arguments(tape, match.end(), direction)


def quantity_of(tape: Tape, match: regex.Match[str], group: str) -> Quantity | None:
    """Return the quantity that a group of a match stands on."""
    if not match[group]:
        return None
    value = tape.items[match.start(group)].value
    return value if isinstance(value, Quantity) else None


def put_change(found: Arguments, value: Quantity | None) -> None:
    """Put a change where it belongs: percent or amount, the first of a kind wins."""
    if value is None:
        return
    if value.unit in ("percent", "multiple"):
        found.percent = found.percent or value
    else:
        found.amount = found.amount or value


def _read_number(tape: Tape, found: Arguments, direction: str) -> bool:
    match = _NUMBER.match(tape.tags, found.last)
    if match is None or found.percent or found.amount or found.to:
        return False
    by = tape.tags.startswith(_BY, match.start())
    first = quantity_of(tape, match, "first")
    if first is not None and (is_crossed(first, by=by) or is_kept(first, direction)):
        found.to, found.last = first, match.end("first")
        return True
    put_change(found, first)
    second = _alike(first, quantity_of(tape, match, "second"))
    if second is not None and is_crossed(second, by=by):
        found.to = second  # "more than 1 percent, past 150 to the dollar"
    else:
        put_change(found, second)
    found.last = match.end()
    return True


def _alike(first: Quantity | None, second: Quantity | None) -> Quantity | None:
    """Give the same move told once more its bound: "rose as much as $1.11, or 2 percent"."""
    if first is None or second is None or first.unit == second.unit:
        return second
    if first.comparator != "up_to" or second.comparator != "exact":
        return second
    return second.model_copy(update={"comparator": "up_to"})


_BY, _NOUN = code("BY"), code("NOUN")
_ALSO = pattern(
    "COMMA? (?:OR|LPAREN) (?:BY|ADVERB|PLUS|DASH|WORD|AND)? (?P<percent>PERCENT) RPAREN?"
)


def _read_percent(tape: Tape, found: Arguments, _direction: str) -> bool:
    """Read the percent told after the level: "263 points higher at 40,003, or 0.66 percent"."""
    match = _ALSO.match(tape.tags, found.last)
    if match is None or found.percent or found.to is None or found.amount is None:
        return False
    found.percent = quantity_of(tape, match, "percent")
    found.last = match.end()
    return True


def _read_level(rule: regex.Pattern[str]) -> _Reader:
    def read(tape: Tape, found: Arguments, _direction: str) -> bool:
        match = rule.match(tape.tags, found.last)
        if match is None or found.to or _is_later(tape, match, found):
            return False
        level = quantity_of(tape, match, "level")
        found.to = None if level is None or _is_gap(level) else level
        found.last = match.end()
        return True

    return read


def _is_later(tape: Tape, match: regex.Match[str], found: Arguments) -> bool:
    """Whether a level is today's and the move was not: "slid 2% in April and is at $78.15"."""
    if found.period is None or not match.groupdict().get("again"):
        return False
    return any(item.lower in ("is", "are") for item in tape.items[match.start() : match.end()])


def _is_gap(level: Quantity) -> bool:
    """Whether a level is only how far another is: "fell to within 10 basis points of it"."""
    return level.span.text.lower().startswith("within")


def _read_baseline(tape: Tape, found: Arguments, direction: str) -> bool:
    start = _BASELINE_START.match(tape.tags, found.last)
    if start is None or found.baseline or found.from_:
        return False
    result = baseline_at(tape, start.end(), direction)
    if result is None:
        return False
    found.baseline, found.from_, found.last = result.baseline, result.from_, result.last
    return True


def _read_period(tape: Tape, found: Arguments, _direction: str) -> bool:
    match = _PERIOD.match(tape.tags, found.last)
    if match is None:
        return False
    value = tape.items[match.start("period")].value
    if is_reach(tape, match.start("period"), value):
        found.last = match.end()
        return True
    if isinstance(value, Period) and found.period is None and is_time(value):
        found.period = value
    found.last = match.end()
    return True


def is_time(period: Period) -> bool:
    """Whether a period says when ("Monday") and not how long ("52-week")."""
    if period.start is not None:
        return True
    return period.granularity not in ("duration", "set") and not period.timex.startswith("P")


def _read_session(tape: Tape, found: Arguments, _direction: str) -> bool:
    match = _SESSION.match(tape.tags, found.last)
    if match is None or found.session is not None:
        return False
    found.session = session_of(tape.items[match.start("session")].sense)
    found.last = match.end()
    return True


def session_of(sense: str) -> Session | None:
    """Return the session that a cue's sense names, or None."""
    sessions: dict[str, Session] = {
        "premarket": "premarket",
        "regular": "regular",
        "after_hours": "after_hours",
        "overnight": "overnight",
    }
    return sessions.get(sense)


def _read_to_extreme(tape: Tape, found: Arguments, _direction: str) -> bool:
    """Pass over an extreme to the time after it: "rose to its highest since May on Friday"."""
    match = _TO_EXTREME.match(tape.tags, found.last)
    if match is None or _is_since(tape.items[match.end()]):
        return False
    found.last = match.end()
    return True


def _read_skip(tape: Tape, found: Arguments, _direction: str) -> bool:
    match = _SKIP.match(tape.tags, found.last) or _COMMA.match(tape.tags, found.last)
    if match is None:
        return False
    found.last = match.end()
    return True


def _read_aside(tape: Tape, found: Arguments, _direction: str) -> bool:
    """Pass over a superlative between two commas: "surged 6.9%, the most in a year, to $121"."""
    match = _ASIDE.match(tape.tags, found.last)
    if match is None:
        return False
    if not any(SUPERLATIVE.search(i.lower) for i in tape.items[match.start() : match.end()]):
        return False
    found.last = match.end()
    return True


def _read_tail(tape: Tape, found: Arguments) -> None:
    """Find a date or session a few words on: "slipped amid worries over rates on Friday"."""
    stop = _TAIL_STOP.search(tape.tags, found.last)
    end = min(stop.start() if stop else len(tape.items), found.last + _TAIL)
    for at, item in enumerate(tape.items[found.last : end], found.last):
        if tape.items[at - 1].tag == "FROM":
            continue  # "down 2.6 percent from Friday"
        if is_reach(tape, at, item.value) or tape.tags.startswith(_NOUN, at + 1):
            continue  # "is modest beside the 1980s slump"
        if item.tag == "PERIOD" and found.period is None and isinstance(item.value, Period):
            found.period = item.value if is_time(item.value) and not _is_since(item) else None
        if item.tag == "SESSION" and found.session is None:
            found.session = session_of(item.sense)


def _is_since(item: Item) -> bool:
    return item.lower.startswith("since")


_READERS: tuple[_Reader, ...] = (
    _read_number,
    _read_level(_TO),
    _read_level(_AT),
    _read_percent,
    _read_baseline,
    _read_period,
    _read_session,
    _read_to_extreme,
    _read_skip,
    _read_aside,
)
