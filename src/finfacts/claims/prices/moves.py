"""Price moves: "Apple fell 3% to $150 on Monday", "down 12.2% from its lifetime high of $192.67"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from finfacts.claims.assertion import read_assertion
from finfacts.claims.prices.arguments import (
    LEVEL,
    Arguments,
    is_time,
    next_group,
    put_change,
    read_arguments,
    session_of,
)
from finfacts.claims.prices.predicates import Predicate, predicates
from finfacts.claims.prices.subjects import (
    Whose,
    clause_subject,
    sole_subject,
    subject_after,
    subject_at,
    subject_before,
    subject_of,
)
from finfacts.claims.tape import Tape, pattern
from finfacts.context.setting import Setting
from finfacts.facts import Assertion
from finfacts.values import Instrument, Period, Quantity, Session


@dataclass(frozen=True)
class Move:
    """A move as read from the tape, before it becomes facts.

    Attributes:
        predicate: the words that say so.
        whose: whose move it is.
        groups: arguments; more than one where several figures follow ("6% and 4%").
        assertion: how it is meant.
        first: index of the first item that states it.
        last: index of the item after the last.
    """

    predicate: Predicate
    whose: Whose
    groups: tuple[Arguments, ...]
    assertion: Assertion
    first: int
    last: int

    @property
    def has_number(self) -> bool:
        """Whether any figure was read for it."""
        return any(group.has_number for group in self.groups)

    def pairs(self) -> Iterator[tuple[Instrument, Arguments]]:
        """Yield each subject with its figures: one to one where there are as many of both."""
        subjects = self.whose.instruments
        if len(self.groups) == len(subjects):
            yield from zip(subjects, self.groups, strict=True)
            return
        for subject in subjects:
            yield subject, self.groups[0]


def read_moves(tape: Tape, setting: Setting) -> list[Move]:
    """Return the moves a sentence tells.

    Args:
        tape: the sentence, subjects put together.
        setting: what earlier sentences have set, for "Thursday's 5.7 percent rally".
    """
    opening = _opening_period(tape)
    moves: list[Move] = []
    for predicate in predicates(tape):
        whose = _whose(tape, predicate, moves, setting)
        if whose is None:
            continue
        move = _read_move(tape, predicate, whose)
        if moves and _goes_on(tape, moves[-1], move):
            moves[-1] = _merged(moves[-1], move)
        elif _is_told(move) and not (moves and _is_repeat(moves[-1], move)):
            moves.append(_with_level(tape, move))
    return _timed(tape, moves, opening)


def _is_repeat(move: Move, following: Move) -> bool:
    """Whether "before paring its rise" only takes up the move just told."""
    return (
        following.predicate.rule == "move_pare"
        and not following.has_number
        and move.whose.instruments == following.whose.instruments
        and move.predicate.direction == following.predicate.direction
    )


_STOOD = pattern(f"""
    SUBJECT POSS_MARK? (?:AUX|LEVEL|LEVEL_BASE|HOLD|ADVERB|LEVEL_ING)* AT? (?P<level>{LEVEL})
    (?: (?:ON|IN)? (?P<period>PERIOD) |SESSION|AT|IN|NAME)* (?:COMMA|(?P<after>AFTER)|DET|ADVERB|COMMA CLAUSE)* $
""")
_LATER = frozenset({"particle", "participle", "noun"})


def _with_level(tape: Tape, move: Move) -> Move:
    """Give a move the level told right before it: "was at $19.97 a barrel, up 0.3%"."""
    group = move.groups[0]
    if move.predicate.kind not in _LATER or group.to:
        return move
    match = _STOOD.search(tape.tags[: move.predicate.first])
    if match is None or match.start() > move.whose.first >= 0:
        return move
    if group.period and (match["after"] or match["period"]):
        return move
    level = tape.items[match.start("level")].value
    group.to = level if isinstance(level, Quantity) else None
    return replace(move, first=match.start())


def _is_told(move: Move) -> bool:
    """Whether a move may stand: a noun of movement needs a figure or a subject of its own."""
    group = move.groups[0]
    if move.predicate.kind == "distance":
        return group.baseline is not None or group.from_ is not None
    return move.predicate.kind != "noun" or move.has_number or move.whose.first >= 0


def _read_move(tape: Tape, predicate: Predicate, whose: Whose) -> Move:
    at = max(predicate.last, whose.last) if predicate.kind in ("noun", "drive") else predicate.last
    first = read_arguments(tape, at, predicate.direction, number=predicate.inner is None)
    if predicate.rule == "move_turn":
        first.period = None
    put_change(first, predicate.inner)
    if predicate.kind in ("particle", "clause") and predicate.inner is not None:
        for item in tape.items[predicate.first : predicate.last]:
            put_change(first, item.value if isinstance(item.value, Quantity) else None)
    if predicate.rule == "move_listed":
        first.to = next(
            (
                i.value
                for i in tape.items[predicate.first : predicate.last]
                if isinstance(i.value, Quantity)
            ),
            None,
        )
    if predicate.kind == "hold":
        first.to = first.to or first.percent or first.amount
        first.percent = first.amount = None
    groups = [_settled(first, whose)]
    while len(groups) < len(whose.instruments) and (
        following := next_group(tape, groups[-1], predicate.direction)
    ):
        groups.append(_settled(following, whose))
    _share_time(groups)
    beside = 0 <= whose.last <= predicate.first and predicate.kind not in _LATER
    adjacent = whose.last if beside else None
    assertion = read_assertion(tape, adjacent, predicate.first)
    starts = [at for at in (whose.first, predicate.first) if at >= 0]
    ends = (whose.last, predicate.last, groups[-1].last)
    return Move(predicate, whose, tuple(groups), assertion, min(starts), max(ends))


def _settled(found: Arguments, whose: Whose) -> Arguments:
    """Put "to 20%" of a gain with the percents: only yields stand at percent levels."""
    level = found.to
    if level is None or level.unit not in ("percent", "basis_point"):
        return found
    if any(instrument.kind == "rate" for instrument in whose.instruments):
        return found
    return replace(found, to=None, percent=found.percent or level)


def _share_time(groups: list[Arguments]) -> None:
    """A time said once holds for all of a list: "6% and 4%, respectively, on Monday"."""
    periods = [group.period for group in groups if group.period]
    sessions = [group.session for group in groups if group.session]
    for group in groups:
        group.period = group.period or (periods[0] if periods else None)
        group.session = group.session or (sessions[0] if sessions else None)


def _whose(tape: Tape, predicate: Predicate, moves: list[Move], setting: Setting) -> Whose | None:
    match predicate.kind:
        case "drive":
            return subject_at(tape, predicate.last - 1)
        case "verb" | "hold" | "clause":
            return subject_before(tape, predicate.first, lone_comma=False) or _elided(
                tape, predicate, moves
            )
        case "sign" | "gap":
            return subject_before(tape, predicate.first, lone_comma=False)
        case "noun":
            return _noun_subject(tape, predicate, moves, setting)
        case "turn":
            return (
                subject_before(tape, predicate.first, lone_comma=False)
                or _elided(tape, predicate, moves)
                or _participial(tape, predicate, moves)
            )
        case _:
            return subject_before(tape, predicate.first, lone_comma=True) or _participial(
                tape, predicate, moves
            )


_COORDINATED = pattern(
    "(?:AND|BEFORE|AFTER|CLAUSE|COMMA|TO|OR) (?:ADVERB|AUX|MODAL|NOT|OUTLOOK)* $"
)
_LEADING = pattern("^ (?:QUOTE|ADVERB|LPAREN|AFTER|WITH|DASH)* $")


def _elided(tape: Tape, predicate: Predicate, moves: list[Move]) -> Whose | None:
    """Return the subject that is not said again: "rose 3% and then fell 1%"."""
    if not _COORDINATED.search(tape.tags[: predicate.first]):
        return None
    if moves and not _SUBJECT.search(tape.tags[moves[-1].predicate.last : predicate.first]):
        return moves[-1].whose
    return _leading_subject(tape, predicate)


def _leading_subject(tape: Tape, predicate: Predicate) -> Whose | None:
    """Return the subject of a sentence whose first verb told no move: "X trades at 24 and has slipped"."""
    match = _LEADS.search(tape.tags[: predicate.first])
    return subject_at(tape, match.start("subject")) if match else None


_LEADS = pattern("""
    (?P<subject>SUBJECT) ADVERB* (?:AUX|LEVEL|LEVEL_BASE|HOLD|HOLD_BASE|REACH|REACH_BASE|PARE|PARE_BASE|COUNT|MOVE)
    [^SUBJECT SEMICOLON COLON CLAUSE]{0,12} (?:AND|TO|BEFORE) (?:ADVERB|AUX|MODAL|NOT|OUTLOOK)* $
""")
_SUBJECT = pattern("SUBJECT")


def _participial(tape: Tape, predicate: Predicate, moves: list[Move]) -> Whose | None:
    """Return the subject of "..., having lost as much as 7%", "Down 18 percent, the index"."""
    if _LEADING.match(tape.tags[: predicate.first]):
        return subject_after(tape, predicate.last)
    if not _DETACHED.search(tape.tags[: predicate.first]):
        return None
    stood = _STOOD.search(tape.tags[: predicate.first])
    if stood is not None:
        return subject_before(tape, stood.start() + 1, lone_comma=False)
    if moves and not _SUBJECT.search(tape.tags[moves[-1].last : predicate.first]):
        return moves[-1].whose
    return _unfigured(tape, sole_subject(tape, predicate.first), predicate.first)


def _unfigured(tape: Tape, whose: Whose | None, at: int) -> Whose | None:
    """Return a subject only where no other figure stands between: "had $2bn in cash, up 22%"."""
    if whose is None or _FIGURE.search(tape.tags, whose.last, at):
        return None
    return whose


_DETACHED = pattern(
    "(?:COMMA|AFTER|BEFORE|CLAUSE|AND|DASH|LPAREN|COLON|SEMICOLON|FOR|BY|WITH|TO|AT) (?:ADVERB|AUX|NOT)* $"
)
_FIGURE = pattern("MONEY|NUMBER|SHARES|TIMES")


_POSSESSED = pattern("(?:POSS_MARK|POSSESSIVE)")
_WITH_NOUN = pattern(
    "(?:WITH|AFTER|BEFORE|FOR|ON|CLAUSE|COMMA|DRIVE|DRIVE_ING|AS|REACH|WORD|AT|LEVEL|TO|AND|OUTLOOK|BY) $"
)
_PERIOD_INSIDE = pattern("PERIOD POSS_MARK")
_OF_NOUN = pattern("WORD OF $")
_PERIOD_NOUN = pattern("^ (?:DET|QUOTE)* PERIOD POSS_MARK")


def _noun_subject(
    tape: Tape, predicate: Predicate, moves: list[Move], setting: Setting
) -> Whose | None:
    """Return whose rise or fall a noun names: "X's 5% loss", "gains in X", "with a 0.7% gain"."""
    first = predicate.first
    if first and tape.items[first - 1].tag == "SUBJECT" and _POSSESSED.match(tape.tags, first):
        return subject_before(tape, first, lone_comma=False)
    following = subject_of(tape, predicate.last)
    if following is not None:
        return following
    if _EXPECTED.search(tape.tags[:first]):
        return _expected_subject(tape, predicate, setting)
    if predicate.inner is None:
        return _bare_noun_subject(tape, predicate, moves)
    if first == 0 and _PERIOD_NOUN.match(tape.tags) and len(setting.before) == 1:
        return Whose(setting.before, -1, -1)
    stood = _STOOD.search(tape.tags[:first])
    if stood is not None:
        return subject_before(tape, stood.start() + 1, lone_comma=False)
    timed = _PERIOD_INSIDE.search(tape.tags, first, predicate.last)
    if not _WITH_NOUN.search(tape.tags[:first]) and not (
        timed and _OF_NOUN.search(tape.tags[:first])
    ):
        return None
    if tape.items[first - 1].tag == "WORD" and tape.items[first].tag == "NOUN":
        return None
    if moves and not _SUBJECT.search(tape.tags[moves[-1].last : first]):
        return moves[-1].whose
    whose = clause_subject(tape, first) or sole_subject(tape, first)
    return _unfigured(tape, whose, first) if tape.items[first - 1].tag == "COMMA" else whose


_EXPECTED = pattern("OUTLOOK ADVERB* $")


def _expected_subject(tape: Tape, predicate: Predicate, setting: Setting) -> Whose | None:
    """Return whose "muted start" or "upside of 35 percent" is expected or implied."""
    whose = subject_before(tape, predicate.first, lone_comma=False)
    if whose is not None or predicate.inner is None:
        return whose
    if _SUBJECT.search(tape.tags[: predicate.first]):
        return sole_subject(tape, predicate.first)
    if len(setting.before) == 1:
        return Whose(setting.before, -1, -1)
    return Whose((setting.main,), -1, -1) if setting.main else None


_SUPERLATIVE = frozenset(
    {"biggest", "largest", "best", "worst", "steepest", "sharpest", "strongest"}
)
_TIMED = pattern("DET? PERIOD POSS_MARK")
_HELD = pattern("(?:CLAUSE|HOLD|HOLD_ING|HOLD_BASE|PARE_ING|PARE|AFTER) $")


def _bare_noun_subject(tape: Tape, predicate: Predicate, moves: list[Move]) -> Whose | None:
    """Return whose "its biggest gain in a month" or "holding Tuesday's advance" it is."""
    first = predicate.first
    words = {item.lower for item in tape.items[first : predicate.last]}
    timed = bool(_TIMED.match(tape.tags, first) and _HELD.search(tape.tags[:first]))
    if not (timed or words & _SUPERLATIVE) or not first:
        return None
    if moves and not _SUBJECT.search(tape.tags[moves[-1].last : first]):
        return (
            moves[-1].whose
            if timed or moves[-1].predicate.direction != predicate.direction
            else None
        )
    return clause_subject(tape, first)


_JOINED = pattern("^ (?:LPAREN|COMMA|DASH|COLON|TO|ADVERB|AUX|LEVEL_BASE|LEVEL_ING|COMMA AND)* $")


def _goes_on(tape: Tape, move: Move, following: Move) -> bool:
    """Whether a second predicate only adds the figure: "rebounded in the new year (up 13.5%)"."""
    if move.whose.instruments != following.whose.instruments or not following.has_number:
        return False
    between = tape.tags[move.last : following.predicate.first]
    if not _JOINED.match(between):
        return False
    if move.predicate.kind == "turn" and not move.has_number:
        return following.predicate.kind == "particle"
    return (
        not move.has_number
        and following.predicate.kind == "particle"
        and move.predicate.direction == following.predicate.direction
    )


def _merged(move: Move, following: Move) -> Move:
    group = move.groups[0]
    added = following.groups[0]
    together = replace(
        added,
        period=added.period or group.period,
        session=added.session or group.session,
        baseline=added.baseline or group.baseline,
    )
    turned = move.predicate.kind == "turn"
    predicate = following.predicate if turned else move.predicate
    return replace(move, predicate=predicate, groups=(together,), last=following.last)


_OPENING = pattern(
    "^ (?:QUOTE|ADVERB|DASH|LPAREN)* (?:ON|IN|AT|AS_OF|BY|FOR|SINCE|DET|WORD|NAME|SESSION|TALLY|STREAK|STOCK)*?"
    " (?P<period>PERIOD) (?:SESSION|WORD|NAME|IN|AT)* COMMA"
)


_OPENING_SESSION = pattern(
    "^ (?:QUOTE|ADVERB)* (?:IN|DURING|AT)? (?:DET|PERIOD|POSS_MARK|NAME|TALLY)* (?P<session>SESSION) (?:WORD|PERIOD|ON)* COMMA"
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


def _timed(tape: Tape, moves: list[Move], opening: Period | None) -> list[Move]:
    """Give each move without a time of its own the time said before it, in its clause first."""
    subject_time = _SUBJECT_TIME.match(tape.tags)
    told = tape.items[subject_time.start("period")].value if subject_time else None
    before = 0
    session = _opening_session(tape)
    for move in moves:
        near = _period_before(tape, move, before)
        late = told if move.predicate.kind in ("participle", "particle") else None
        period = near or opening or (late if isinstance(late, Period) and is_time(late) else None)
        for group in move.groups:
            group.session = group.session or session
            if group.period is None and (near is not None or not _has_baseline_date(group)):
                group.period = period
        before = move.last
    _share_along(tape, moves)
    return moves


def _share_along(tape: Tape, moves: list[Move]) -> None:
    """Share a time between joined verbs: "A rose and B fell on Monday", "fell on Friday before ..."."""
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
