"""When a move was: its own time, one told before it, one shared by a list."""

from __future__ import annotations

from itertools import pairwise

import regex

from finfacts.claims.assertion import without_asides
from finfacts.claims.prices.arguments import Arguments, is_time, session_of
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.subjects import Whose
from finfacts.claims.tape import Item, Tape, pattern, tape_of
from finfacts.patterns import lazy
from finfacts.values import Period, Quantity, Session


def give_times(tape: Tape, moves: list[Move], earlier: Period | None) -> list[Move]:
    """Give each move without a time of its own the time said before it, in its clause first.

    Args:
        tape: the sentence.
        moves: it tells.
        earlier: the time longer than a day that the moves before it were told of.
    """
    subject_time = _SUBJECT_TIME.match(tape.tags)
    told = tape.items[subject_time.start("period")].value if subject_time else None
    before = 0
    opening = _opening_period(tape) or _record_period(tape)
    session = opening_session(tape)
    for move in moves:
        between = _session_between(tape, move, before)
        near = _period_before(tape, move, before) or when_told(tape, move.whose.first)
        late = told if move.predicate.kind in ("participle", "particle") else None
        period = near or opening or (late if isinstance(late, Period) and is_time(late) else None)
        own = next((i.sense for i in _words(tape, move) if i.tag == "SESSION"), None)
        for group in move.groups:
            group.session = group.session or (session_of(own) if own else between or session)
            if group.period is None and (near is not None or not _has_baseline_date(group)):
                group.period = None if _is_too_short(tape, move, period) else period
        before = move.last
    _share_on(tape, moves)
    _share_along(tape, moves)
    _share_the_day(tape, moves)
    _take_up_times(tape, moves, earlier)
    for move in moves:
        for group in move.groups:
            group.session = group.session or session_by_clock(tape, move.whose, group.period)
    return moves


def _is_too_short(tape: Tape, move: Move, period: Period | None) -> bool:
    """Whether a day told before is not the spell ranked: "fell on Friday, in its worst week"."""
    if move.predicate.rule != "move_spell" or period is None:
        return False
    return period.start == period.end and tape.items[move.predicate.last - 1].lower not in _DAYS


_DAYS = frozenset({"day", "session"})


def _share_on(tape: Tape, moves: list[Move]) -> None:
    """Share time and session with what goes on: ", sinking 27%", "and was last 8.7% lower"."""
    for move, following in pairwise(moves):
        if following.whose.instruments != move.whose.instruments:
            continue
        between = tape.items[move.last : following.predicate.last]
        hangs = following.predicate.kind == "participle" and _HANGS.match(tape_of(between).tags)
        if not (hangs or any(item.lower == "last" for item in between)):
            continue
        own, group = move.groups[-1], following.groups[0]
        if group.period is None and group.session is None and not _has_baseline_date(group):
            group.period, group.session = own.period, own.session


_HANGS = pattern("COMMA ADVERB* (?:MOVE_ING|COUNT_ING)")


def _share_the_day(tape: Tape, moves: list[Move]) -> None:
    """Give "the day" to all names that are listed with signs: "A (-1%) and B (-2%) on the day"."""
    listed = [m for m in moves if m.predicate.kind == "sign" and not m.groups[0].period]
    days = (i.value for i in tape.items if listed and i.tag == "PERIOD" and _DAY.search(i.lower))
    day = next(days, None)
    for move in listed if isinstance(day, Period) else ():
        move.groups[0].period = day if isinstance(day, Period) else None


_DAY = lazy(r"\bthe day$")


def _take_up_times(tape: Tape, moves: list[Move], earlier: Period | None) -> None:
    """Give the time told before to a move "over the same period"."""
    for at, move in enumerate(moves):
        group = move.groups[-1]
        if group.period is None and _SAME.match(tape.tags, move.last):
            group.period = earlier
        elif _is_meant_again(tape, move, moves[:at]):
            group.period = moves[at - 1].groups[-1].period
        if group.period is not None and group.period.start != group.period.end:
            earlier = group.period


def _is_meant_again(tape: Tape, move: Move, before: list[Move]) -> bool:
    """Whether "the year" is the one told before: "rose 2% in 2018; its index, 7% for the year"."""
    own, told = move.groups[-1].period, before[-1].groups[-1].period if before else None
    return (
        own is not None
        and told is not None
        and _THE_UNIT.search(own.span.text) is not None
        and own.granularity == told.granularity
        and _tense(tape, move) == "past"
    )


_THE_UNIT = lazy(r"\bthe (?:year|quarter|month|week)$", regex.IGNORECASE)
_SAME = pattern("[^SUBJECT CLAUSE SEMICOLON COMMA AND]{0,4} SAME (?! PERIOD | ANCHOR | OF )")


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


def _words(tape: Tape, move: Move) -> list[Item]:
    return tape.items[move.predicate.first : move.predicate.last]


def share_time(groups: list[Arguments]) -> None:
    """A time said once holds for all of a list: "6% and 4%, respectively, on Monday"."""
    periods = [group.period for group in groups if group.period]
    sessions = [group.session for group in groups if group.session]
    for group in groups:
        group.period = group.period or (periods[0] if periods else None)
        group.session = group.session or (sessions[0] if sessions else None)


def _share_along(tape: Tape, moves: list[Move]) -> None:
    """Share a time between joined verbs: "A rose and B fell on Monday"."""
    for move, following in pairwise(moves):
        own, next_own = move.groups[-1].period, following.groups[0].period
        between = tape.tags[move.predicate.last : following.predicate.first]
        led = move.predicate.rule == "move_lead" and _LED_ONLY.match(between)
        if own is None and next_own is not None and (led or _AND_ONLY.match(between)):
            move.groups[-1].period = next_own
        if _has_baseline_date(following.groups[0]):
            continue
        if next_own is None and own is not None and _goes_along(tape, move, following, between):
            following.groups[0].period = own


def _goes_along(tape: Tape, move: Move, following: Move, between: str) -> bool:
    """Whether a time holds for the next move too: "A rose 1% Friday, while B lost 2%"."""
    if _BEFORE_ONLY.search(between):
        return True
    beside = tape.tags[_after_time(tape, move) : following.first]
    if _WITH_ONE.match(beside) and following.predicate.rule != "move_spell":
        return move.whose.instruments != following.whose.instruments
    return (
        bool(_BESIDE.match(beside))
        and _has_change(move)
        and _has_change(following)
        and following.groups[0].session is None
        and move.whose.instruments != following.whose.instruments
        and (following.predicate.kind == "noun" or _tense(tape, move) == _tense(tape, following))
    )


def _after_time(tape: Tape, move: Move) -> int:
    """Return the item after a move and its time, which may stand a few words on."""
    own = move.groups[-1].period
    items = enumerate(tape.items[move.last : move.last + _LATE], move.last + 1)
    return next((at for at, item in items if item.value is own), move.last)


_LATE = 9  # items


def _has_change(move: Move) -> bool:
    return any(group.percent or group.amount for group in move.groups)


def _tense(tape: Tape, move: Move) -> str:
    """Return what tells how long a move has run: "has" or "had" of "has risen", "is" of "is up"."""
    low = move.whose.last if 0 <= move.whose.last <= move.predicate.first else move.predicate.first
    verbs = [item.lower for item in tape.items[low : move.predicate.last] if item.tag == "AUX"]
    if any(verb.startswith(("ha", "'ve")) for verb in verbs):
        return "perfect"
    return "present" if any(verb in _PRESENT for verb in verbs) else "past"


_PRESENT = frozenset({"is", "are", "'re", "remains", "remain", "is still", "are still", "stays"})
_BESIDE = pattern(
    "^ ANCHOR? COMMA? (?:AND|CLAUSE|WORD? WITH)? (?:DET|LIST_WORD|ADVERB|SUBJECT POSS_MARK)* $"
)
_WITH_ONE = pattern("^ COMMA WITH (?:DET|LIST_WORD)* $")
_LED_ONLY = pattern("^ (?:DET|LIST_WORD)* SUBJECT ADVERB* $")  # "led banks higher on Monday"
_AND_ONLY = pattern(
    "^ (?:ADVERB|PERCENT|MONEY|POINTS)* AND (?:DET|LIST_WORD)* SUBJECT (?:AUX|ADVERB)* $"
)
_BEFORE_ONLY = pattern("BEFORE (?:PARE_ING|DET|NOUN|TO|ADVERB)* $")
_SUBJECT_TIME = pattern("^ (?:DET|ADVERB|COMMA|LIST_WORD)* SUBJECT COMMA? ON? (?P<period>PERIOD)")


def _has_baseline_date(group: Arguments) -> bool:
    return group.baseline is not None and group.baseline.kind != "previous_close"


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
        if item.tag == "PERIOD" and isinstance(item.value, Period) and is_time(item.value):
            return None if words[at - 1].lower in _OF_A_BOND else item.value
    return None


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
    " (?P<period>PERIOD) (?: (?:SESSION|WORD|NAME|IN|AT)* COMMA | (?= DET? LIST_WORD* SUBJECT ) )"
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
