"""When a move was: its own time, one told before it, one shared by a list."""

from __future__ import annotations

import datetime as dt

import regex

from finfacts.claims.assertion import without_asides
from finfacts.claims.prices.arguments import is_time, session_of
from finfacts.claims.prices.events import event_time, since_event
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.sharing import (
    has_baseline_date,
    share_along,
    share_on,
    share_the_day,
    take_up_times,
)
from finfacts.claims.prices.subjects import Whose
from finfacts.claims.prices.superlatives import SUPERLATIVE
from finfacts.claims.tape import Item, Tape, pattern, tape_of
from finfacts.patterns import lazy
from finfacts.values import Period, Quantity, Session


def give_times(
    tape: Tape, moves: list[Move], earlier: Period | None, today: dt.date | None
) -> list[Move]:
    """Give each move without a time of its own the time said before it, in its clause first.

    Args:
        tape: the sentence.
        moves: it tells.
        earlier: the time longer than a day that the moves before it were told of.
        today: the article's date.
    """
    subject_time = _SUBJECT_TIME.match(tape.tags)
    told = tape.items[subject_time.start("period")].value if subject_time else None
    before = 0
    opening = _opening_period(tape) or _record_period(tape)
    session = opening_session(tape)
    for move in moves:
        between = _session_between(tape, move, before)
        near = _period_before(tape, move, before) or when_told(tape, move.whose.first)
        near = near or _with_told(tape, move)
        late = told if move.predicate.kind in ("participle", "particle") else None
        period = near or opening or (late if isinstance(late, Period) and is_time(late) else None)
        own = next((i.sense for i in _words(tape, move) if i.tag == "SESSION"), None)
        for group in move.groups:
            group.session = group.session or (session_of(own) if own else between or session)
            if group.period is None and (near is not None or not has_baseline_date(group)):
                group.period = None if _is_too_short(tape, move, period) else period
        last = move.groups[-1]
        if last.period is None and not has_baseline_date(last):
            last.period = since_event(tape, move, today) or event_time(tape, move)
        before = move.last
    share_on(tape, moves)
    share_along(tape, moves)
    share_the_day(tape, moves)
    take_up_times(tape, moves, earlier)
    for move in moves:
        _end(tape, move)
    return moves


def _end(tape: Tape, move: Move) -> None:
    """Tell sessions by clocks, and leave out times that hang on others."""
    for group in move.groups:
        group.session = group.session or session_by_clock(tape, move.whose, group.period)
        if group.period and move.assertion == "reported" and _is_next(group.period):
            group.period = None


def _is_next(period: Period) -> bool:
    """Whether a time hangs on another that is not known: "the next day", "the prior four years"."""
    return _NEXT.search(period.span.text) is not None


_NEXT = lazy(
    r"\bthe (?:(?:next|following)\b"
    r"|(?:prior|preceding) (?:\w+ )?(?:years|decades|quarters|months)\b)",
    regex.IGNORECASE,
)


def _is_too_short(tape: Tape, move: Move, period: Period | None) -> bool:
    """Whether a day told before is not the spell ranked: "fell on Friday, in its worst week"."""
    if move.predicate.rule != "move_spell" or period is None:
        return False
    return period.start == period.end and tape.items[move.predicate.last - 1].lower not in _DAYS


_DAYS = frozenset({"day", "session"})


def session_by_clock(tape: Tape, whose: Whose, period: Period | None) -> Session | None:
    """Return the session of a New York hour for a stock: "fell 3% at 8:05 a.m. in New York"."""
    match = _HOUR.search(period.timex) if period is not None else None
    if match is None or any(one.kind not in ("equity", "etf") for one in whose.instruments):
        return None
    at = next((at for at, item in enumerate(tape.items) if item.value is period), len(tape.items))
    if not any(_NEW_YORK.search(item.lower) for item in tape.items[at : at + _PLACE]):
        return None
    clock = (match["clock"] + ":00")[:5]
    return "premarket" if clock < _OPENS else "after_hours" if clock > _CLOSES else None


_HOUR = lazy(r"T(?P<clock>\d\d(?::\d\d)?)$")
_NEW_YORK = lazy(r"\b(?:york|e[sd]?t|eastern)\b")
_OPENS, _CLOSES = "09:30", "16:00"
_PLACE = (
    8  # items in which the place of a clock may follow: "8:10 a.m. in early trading in New York"
)


def _session_between(tape: Tape, move: Move, before: int) -> Session | None:
    """Return the session between a subject and its verb: "closed regular trading up 0.6%"."""
    match = _CLOSED_IN.match(tape.tags, max(0, move.whose.last, before), move.predicate.last)
    return session_of(tape.items[match.start("session")].sense) if match else None


_CLOSED_IN = pattern(
    "(?:AUX|ADVERB)* (?:LEVEL|HOLD) (?:DET|PERIOD POSS_MARK)? (?P<session>SESSION)"
)


def _with_told(tape: Tape, move: Move) -> Period | None:
    """Return the time right before "with" or what drove it: "this year, with Tesla dropping 6%"."""
    if move.predicate.kind == "noun":
        match = _COMPARED.search(tape.tags[: max(0, move.predicate.first)])
    else:
        before = tape.tags[: max(0, move.whose.first)]
        match = _WITH.search(before) or _DROVE.search(before)
    value = tape.items[match.start("period")].value if match else None
    return value if isinstance(value, Period) and is_time(value) else None


_DROVE = pattern("ON (?P<period>PERIOD) (?:AUX|ADVERB)* DRIVE (?:DET|LIST_WORD)* $")
_WITH = pattern("(?P<period>PERIOD) COMMA? WITH (?:DET|LIST_WORD)* $")
_COMPARED = pattern(
    "(?P<period>PERIOD) COMMA? (?: WORD (?:WITH|TO) | AGAINST ) (?:DET|ADVERB|LIST_WORD)* $"
)


def _words(tape: Tape, move: Move) -> list[Item]:
    return tape.items[move.predicate.first : move.predicate.last]


_SUBJECT_TIME = pattern("^ (?:DET|ADVERB|COMMA|LIST_WORD)* SUBJECT COMMA? ON? (?P<period>PERIOD)")


def time_told(tape: Tape, whose: Whose, first: int, last: int) -> Period | None:
    """Return the time said before a predicate: beside it, before a "when", else as an opening.

    Args:
        tape: the sentence.
        whose: its subject.
        first: index of the predicate's first item.
        last: index of the item after it.
    """
    return (
        _period_between(tape, whose, first, last)
        or when_told(tape, whose.first)
        or _opening_period(tape)
    )


_PERIOD_BARRIERS = frozenset({"CLAUSE", "SEMICOLON", "AND", "OF", "FROM"})


def _period_before(tape: Tape, move: Move, before: int) -> Period | None:
    predicate = move.predicate
    return _period_between(tape, move.whose, predicate.first, predicate.last, before)


def _period_between(
    tape: Tape, whose: Whose, first: int, last: int, before: int = 0
) -> Period | None:
    """Return the time between a subject and the end of its predicate: "X on Monday fell"."""
    low = max(whose.last if 0 <= whose.last <= first else first, before)
    words = _beside(tape.items[low:last])
    for at in range(len(words) - 1, -1, -1):
        item = words[at]
        if item.tag in _PERIOD_BARRIERS and not _is_figure(words, at + 1):
            break
        if item.lower.startswith("since"):
            break
        if isinstance(item.value, Period) and _is_time_of(words, at, item.value):
            if len(words) - at > last - first and _is_owner(words, at):
                continue
            return None if words[at - 1].lower in _OF_A_BOND else item.value
    return None


def _is_time_of(words: list[Item], at: int, period: Period) -> bool:
    """Whether a time is no measure of others: "soared 95% from a [March] low to reach"."""
    if words[at].tag != "PERIOD" or not is_time(period) or _is_ranked(words[:at]):
        return False
    low = at
    while low and words[low - 1].tag in _TOLD_OF:
        low -= 1
    return not low or words[low - 1].tag != "FROM"


def _is_owner(words: list[Item], at: int) -> bool:
    """Whether a time only says whose another move is: "extending [the previous day]'s rise"."""
    after = [item.tag for item in words[at + 1 : at + 4]]
    return after[:1] == ["POSS_MARK"] and "SESSION" not in after and "STREAK" not in after


def _is_ranked(before: list[Item]) -> bool:
    """Whether a superlative stands before a time: "falling [the most] this year, then paring"."""
    if not before or before[-1].tag != "ADVERB" or not SUPERLATIVE.search(before[-1].lower):
        return False
    return len(before) == 1 or before[-2].tag != "PARTICLE"


_TOLD_OF = frozenset({"DET", "POSSESSIVE", "TALLY", "ADVERB"})


def _is_figure(words: list[Item], at: int) -> bool:
    """Whether a figure stands there: "a weekly loss of 0.8%"."""
    return at < len(words) and isinstance(words[at].value, Quantity)


_OF_A_BOND = frozenset({"due", "maturing"})  # "bonds due 2027 traded at 97.5 cents"


def _beside(items: list[Item]) -> list[Item]:
    """Leave out what stands between two commas, but for a time: "X, on Monday, fell"."""
    if len(items) > 1 and items[1].tag in _TIME_STARTS:
        return items
    rest = without_asides(items)
    aside = tape_of(items[: len(items) - len(rest)]).tags
    return items if _NEW_CLAUSE.search(aside) else rest


_NEW_CLAUSE = pattern("(?<!(?:IN|OF|AT|ON) DET?) SUBJECT")
_TIME_STARTS = frozenset({"ON", "IN", "AT", "AS_OF", "BY", "FOR", "PERIOD", "SESSION"})


def when_told(tape: Tape, first: int) -> Period | None:
    """Return the time that the clause from item ``first`` on tells of: "on Monday, when X fell"."""
    match = _WHEN.search(tape.tags[: max(0, first)])
    if match is None or tape.items[match.start("when")].lower != "when":
        return None
    value = tape.items[match.start("period")].value
    return value if isinstance(value, Period) and is_time(value) else None


_WHEN = pattern(
    "(?P<period>PERIOD) COMMA? (?P<when>CLAUSE) (?:DET|LIST_WORD|ADVERB|TALLY|POSSESSIVE)* $"
)
_OPENING = pattern(
    "^ (?:QUOTE|ADVERB|DASH|LPAREN)* (?!NAME) (?:ON|IN|AT|AS_OF|BY|FOR|SINCE|DET|WORD|NAME|SESSION"
    "|TALLY|STREAK|STOCK)*?"
    " (?P<period>PERIOD)"
    " (?: (?:SESSION|WORD|NAME|IN|AT|ADVERB)* COMMA | (?= DET? LIST_WORD* SUBJECT ) )"
)
_OPENING_SESSION = pattern(
    "^ (?:QUOTE|ADVERB)* (?:IN|DURING|AT)? (?:DET|PERIOD|POSS_MARK|NAME|TALLY)*"
    " (?P<session>SESSION) (?: (?:WORD|PERIOD|ON)* COMMA | (?= DET? LIST_WORD* SUBJECT ) )"
)


def opening_session(tape: Tape) -> Session | None:
    """Return the session that opens a sentence: "In premarket trading, ..."."""
    match = _OPENING_SESSION.match(tape.tags)
    return session_of(tape.items[match.start("session")].sense) if match else None


_RECORD = pattern("""
    ^ (?:DET|SUBJECT|AND|COMMA|LIST_WORD|QUOTE|ADVERB|AUX|POSS_MARK|STOCK)* (?:REACH|PARE|LEVEL)
    (?:AT|DET|POSSESSIVE|TALLY|PERIOD|ADVERB)* EXTREME ON? (?P<period>PERIOD)
""")


def _record_period(tape: Tape) -> Period | None:
    """Return when a record was set that leads a sentence: "posted record highs on Friday as"."""
    match = _RECORD.match(tape.tags)
    value = tape.items[match.start("period")].value if match else None
    return value if isinstance(value, Period) and value.granularity == "day" else None


def _opening_period(tape: Tape) -> Period | None:
    """Return the time that opens a sentence and holds for all of it: "On Wednesday, ..."."""
    match = _OPENING.match(tape.tags)
    if match is None:
        return None
    value = tape.items[match.start("period")].value
    return value if isinstance(value, Period) and is_time(value) else None
