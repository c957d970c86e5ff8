"""When a move was: its own time, one told before it, one shared by a list."""

from __future__ import annotations

from itertools import pairwise

from finfacts.claims.prices.arguments import Arguments, is_time, session_of
from finfacts.claims.prices.move import Move
from finfacts.claims.tape import Item, Tape, pattern
from finfacts.values import Period, Session


def give_times(tape: Tape, moves: list[Move]) -> list[Move]:
    """Give each move without a time of its own the time said before it, in its clause first."""
    subject_time = _SUBJECT_TIME.match(tape.tags)
    told = tape.items[subject_time.start("period")].value if subject_time else None
    before = 0
    opening = _opening_period(tape)
    session = _opening_session(tape)
    for move in moves:
        near = _period_before(tape, move, before)
        late = told if move.predicate.kind in ("participle", "particle") else None
        period = near or opening or (late if isinstance(late, Period) and is_time(late) else None)
        own = next((i.sense for i in _words(tape, move) if i.tag == "SESSION"), None)
        for group in move.groups:
            group.session = group.session or (session_of(own) if own else session)
            if group.period is None and (near is not None or not _has_baseline_date(group)):
                group.period = period
        before = move.last
    _share_along(tape, moves)
    return moves


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
        if own is None and next_own is not None and _AND_ONLY.match(between):
            move.groups[-1].period = next_own
        if next_own is None and own is not None and _BEFORE_ONLY.search(between):
            following.groups[0].period = own


_AND_ONLY = pattern(
    "^ (?:ADVERB|PERCENT|MONEY|POINTS)* AND (?:DET|LIST_WORD)* SUBJECT (?:AUX|ADVERB)* $"
)
_BEFORE_ONLY = pattern("BEFORE (?:PARE_ING|DET|NOUN|TO|ADVERB)* $")
_SUBJECT_TIME = pattern("^ (?:DET|ADVERB|COMMA|LIST_WORD)* SUBJECT COMMA? ON? (?P<period>PERIOD)")


def _has_baseline_date(group: Arguments) -> bool:
    return group.baseline is not None and group.baseline.kind != "previous_close"


_PERIOD_BARRIERS = frozenset({"CLAUSE", "SEMICOLON", "AND", "OF"})


def _period_before(tape: Tape, move: Move, before: int) -> Period | None:
    adjacent = 0 <= move.whose.last <= move.predicate.first
    low = max(move.whose.last if adjacent else move.predicate.first, before)
    for item in reversed(tape.items[low : move.predicate.last]):
        if item.tag in _PERIOD_BARRIERS or item.lower.startswith("since"):
            break
        if item.tag == "PERIOD" and isinstance(item.value, Period) and is_time(item.value):
            return item.value
    return None


_OPENING = pattern(
    "^ (?:QUOTE|ADVERB|DASH|LPAREN)* (?:ON|IN|AT|AS_OF|BY|FOR|SINCE|DET|WORD|NAME|SESSION|TALLY"
    "|STREAK|STOCK)*?"
    " (?P<period>PERIOD) (?: (?:SESSION|WORD|NAME|IN|AT)* COMMA | (?= DET? LIST_WORD* SUBJECT ) )"
)
_OPENING_SESSION = pattern(
    "^ (?:QUOTE|ADVERB)* (?:IN|DURING|AT)? (?:DET|PERIOD|POSS_MARK|NAME|TALLY)*"
    " (?P<session>SESSION) (?: (?:WORD|PERIOD|ON)* COMMA | (?= DET? LIST_WORD* SUBJECT ) )"
)


def _opening_session(tape: Tape) -> Session | None:
    """Return the session that opens a sentence: "In premarket trading, ..."."""
    match = _OPENING_SESSION.match(tape.tags)
    return session_of(tape.items[match.start("session")].sense) if match else None


def _opening_period(tape: Tape) -> Period | None:
    """Return the time that opens a sentence and holds for all of it: "On Wednesday, ..."."""
    match = _OPENING.match(tape.tags)
    if match is None:
        return None
    value = tape.items[match.start("period")].value
    return value if isinstance(value, Period) and is_time(value) else None
