"""One time for several moves: "6% and 4% on Monday", "A rose and B fell on Friday"."""

from __future__ import annotations

from itertools import pairwise

import regex

from finfacts.claims.prices.arguments import Arguments
from finfacts.claims.prices.move import Move
from finfacts.claims.tape import Tape, pattern, tape_of
from finfacts.patterns import lazy
from finfacts.values import Period


def share_on(tape: Tape, moves: list[Move]) -> None:
    """Share time and session with what goes on: ", sinking 27%", "and was last 8.7% lower"."""
    for move, following in pairwise(moves):
        if following.whose.instruments != move.whose.instruments:
            continue
        between = tape.items[move.last : following.predicate.last]
        hangs = following.predicate.kind == "participle" and _HANGS.match(tape_of(between).tags)
        if not (hangs or any(item.lower == "last" for item in between)):
            continue
        own, group = move.groups[-1], following.groups[0]
        if group.period is None and group.session is None and not has_baseline_date(group):
            group.period, group.session = own.period, own.session


_HANGS = pattern("COMMA ADVERB* (?:MOVE_ING|COUNT_ING)")


def share_the_day(tape: Tape, moves: list[Move]) -> None:
    """Give "the day" to all names that are listed with signs: "A (-1%) and B (-2%) on the day"."""
    listed = [m for m in moves if m.predicate.kind == "sign" and not m.groups[0].period]
    if not listed:
        return
    first = listed[0].first if listed[0].predicate.rule == "move_listing" else 0
    days = [
        item.value
        for at, item in enumerate(tape.items)
        if isinstance(item.value, Period) and (at < first or _DAY.search(item.lower))
    ]
    for move in listed if days else ():
        move.groups[0].period = days[0]


_DAY = lazy(r"\bthe day$")


def take_up_times(tape: Tape, moves: list[Move], earlier: Period | None) -> None:
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


def share_time(groups: list[Arguments]) -> None:
    """A time said once holds for all of a list: "6% and 4%, respectively, on Monday"."""
    periods = [group.period for group in groups if group.period]
    sessions = [group.session for group in groups if group.session]
    for group in groups:
        group.period = group.period or (periods[0] if periods else None)
        group.session = group.session or (sessions[0] if sessions else None)


def share_along(tape: Tape, moves: list[Move]) -> None:
    """Share a time between joined verbs: "A rose and B fell on Monday"."""
    _share_back(tape, moves)
    for move, following in pairwise(moves):
        own, group = move.groups[-1].period, following.groups[0]
        if own is None or group.period is not None or has_baseline_date(group):
            continue
        between = tape.tags[move.predicate.last : following.predicate.first]
        if _goes_along(tape, move, following, between):
            group.period = own


def _share_back(tape: Tape, moves: list[Move]) -> None:
    """Give the time said last to those joined before: "A rose, B gained and C fell on Monday"."""
    listed = False
    for move, following in reversed([*pairwise(moves)]):
        between = tape.tags[move.predicate.last : following.predicate.first]
        led = move.predicate.rule == "move_lead" and _LED_ONLY.match(between)
        listed = bool(_AND_ONLY.match(between) or (listed and _COMMA_ONLY.match(between)))
        if move.groups[-1].period is None and (led or listed or _is_beside(tape, move, following)):
            move.groups[-1].period = following.groups[0].period


def _is_beside(tape: Tape, move: Move, following: Move) -> bool:
    """Whether a move went on while the next did, on a day: "oil rose as gold fell on Monday"."""
    period = following.groups[0].period
    if period is None or period.start != period.end or move.groups[-1].session is not None:
        return False
    between = _WHILE.match(tape.tags, move.predicate.last, following.predicate.first)
    verbs = move.predicate.kind == following.predicate.kind == "verb"
    if between is None or not verbs or tape.items[between.start("as")].lower not in _AS:
        return False
    return _tense(tape, move) == _tense(tape, following) == "past"


_AS = frozenset({"as", "while", "when"})
_WHILE = pattern(
    "(?:ADVERB|BY|PERCENT|MONEY|POINTS|COMMA)* (?P<as>CLAUSE) (?:DET|LIST_WORD|ADVERB)* SUBJECT"
    " (?:ADVERB)* $"
)


def _goes_along(tape: Tape, move: Move, following: Move, between: str) -> bool:
    """Whether a time holds for the next move too: "A rose 1% Friday, while B lost 2%"."""
    if _BEFORE_ONLY.search(between):
        return True
    beside = tape.tags[_after_time(tape, move) : following.first]
    if _WITH_ONE.match(beside) and following.predicate.rule != "move_spell":
        return move.whose.instruments != following.whose.instruments
    if following.predicate.kind == "noun" and _COMPARED.match(beside):
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
_COMPARED = pattern(
    "^ COMMA? (?: (?:WORD|ADVERB|TALLY){0,3} (?:WITH|TO|AGAINST|CLAUSE|WORD) | FOLLOW BY )"
    " (?:DET|LIST_WORD|ADVERB|SUBJECT POSS_MARK)* $"
)
_WITH_ONE = pattern("^ COMMA WITH (?:DET|LIST_WORD)* $")
_LED_ONLY = pattern("^ (?:DET|LIST_WORD)* SUBJECT ADVERB* $")  # "led banks higher on Monday"
_AND_ONLY = pattern(
    "^ (?:ADVERB|PERCENT|MONEY|POINTS)* AND (?:DET|LIST_WORD)* SUBJECT (?:AUX|ADVERB)* $"
)
_COMMA_ONLY = pattern(
    "^ (?:ADVERB|PERCENT|MONEY|POINTS)* COMMA (?:DET|LIST_WORD)* SUBJECT (?:AUX|ADVERB)* $"
)
_BEFORE_ONLY = pattern("BEFORE (?:PARE_ING|DET|NOUN|TO|ADVERB)* $")


def has_baseline_date(group: Arguments) -> bool:
    """Whether a move is measured from a baseline that has its own date: not from a close."""
    return group.baseline is not None and group.baseline.kind != "previous_close"
