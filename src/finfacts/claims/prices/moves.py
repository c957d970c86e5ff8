"""Price moves: "Apple fell 3% to $150 on Monday", "down 12.2% from its lifetime high"."""

from __future__ import annotations

from dataclasses import replace

from finfacts.claims.assertion import is_foreseen, read_assertion, supposed
from finfacts.claims.prices.arguments import (
    LEVEL,
    Arguments,
    next_group,
    put_change,
    quantity_of,
    read_arguments,
)
from finfacts.claims.prices.choosing import whose_move
from finfacts.claims.prices.crossing import is_yield_reached
from finfacts.claims.prices.figurative import is_figurative
from finfacts.claims.prices.figures import put_row
from finfacts.claims.prices.joining import (
    goes_on,
    is_repeat,
    meant_alike,
    measured,
    merged,
    rebounds,
)
from finfacts.claims.prices.move import LATER, STOOD, STOOD_AGAIN, Move
from finfacts.claims.prices.predicate import Predicate
from finfacts.claims.prices.predicates import predicates
from finfacts.claims.prices.sharing import share_time
from finfacts.claims.prices.standing import FROM_TIME
from finfacts.claims.prices.subjects import Whose
from finfacts.claims.prices.superlatives import SUPERLATIVE
from finfacts.claims.prices.timing import give_times
from finfacts.claims.tape import Tape, code, pattern
from finfacts.context.setting import Setting
from finfacts.facts import Assertion
from finfacts.values import Period, Quantity


def read_moves(tape: Tape, setting: Setting) -> list[Move]:
    """Return the moves a sentence tells.

    Args:
        tape: the sentence, subjects put together.
        setting: what earlier sentences have set, for "Thursday's 5.7 percent rally".
    """
    moves: list[Move] = []
    for predicate in predicates(tape):
        if is_figurative(tape, predicate):
            continue
        if predicate.kind == "distance" and moves and predicate.first < moves[-1].last:
            continue  # "plunged 20% below its IPO price"
        whose = whose_move(tape, predicate, moves, setting)
        if whose is None:
            continue
        move = meant_alike(tape, moves, _read_move(tape, predicate, whose))
        if _is_left_out(tape, move):
            continue
        if moves and goes_on(tape, moves[-1], move):
            moves[-1] = merged(moves[-1], move)
        elif moves and rebounds(tape, moves[-1], move):
            moves[-1] = measured(moves[-1], move)
        elif _is_told(tape, move) and not is_repeat(tape, moves, move):
            moves.append(_with_level(tape, move))
    return give_times(tape, moves, setting.spell, setting.today)


def _is_left_out(tape: Tape, move: Move) -> bool:
    return (
        _is_doubtful_list(tape, move)
        or _is_passed_over(move)
        or _is_feared(tape, move)
        or _is_held_part(move)
    )


def _is_passed_over(move: Move) -> bool:
    """Whether it only says what does not happen: "rather than jumping", "no record gain"."""
    return move.assertion == "negated" and move.predicate.kind in ("participle", "turn", "noun")


def _is_feared(tape: Tape, move: Move) -> bool:
    """Whether it is only feared or hoped for, and no figure says how much: "fears of a drop"."""
    bare = move.predicate.kind == "noun" and not move.has_number
    return bare and supposed(tape, move.first) != "reported"


def _is_doubtful_list(tape: Tape, move: Move) -> bool:
    """Whether a list told "respectively" has more figures, or fewer, than known names."""
    first = move.predicate.first
    end = next((at for at in range(first, len(tape.items)) if _closes_list(tape, at)), first)
    if end == first or tape.items[end].lower != "respectively":
        return False
    figures = tape.tags[first:end].count(code("PERCENT"))
    return figures > 1 and figures != len(move.groups)


def _closes_list(tape: Tape, at: int) -> bool:
    item = tape.items[at]
    return item.lower == "respectively" or item.tag in ("SUBJECT", "SEMICOLON", "CLAUSE")


def _with_level(tape: Tape, move: Move) -> Move:
    """Give a move the level told right before it: "was at $19.97 a barrel, up 0.3%"."""
    group = move.groups[0]
    if group.to:
        return move
    before = tape.tags[: move.predicate.first]
    beside = _BESIDE.search(before)
    if beside is not None and beside.start() >= move.whose.first >= 0:
        group.to = quantity_of(tape, beside, "level")
        return move
    again = STOOD_AGAIN.search(before)
    if again is not None and move.predicate.kind in LATER:
        group.to = quantity_of(tape, again, "level")
        return move
    timed = FROM_TIME.match(tape.tags, move.predicate.last)  # "2% higher than a day before"
    return _with_level_stood(tape, move) if move.predicate.kind in LATER or timed else move


def _with_level_stood(tape: Tape, move: Move) -> Move:
    match = STOOD.search(tape.tags[: move.predicate.first])
    if match is None or match.start() > move.whose.first >= 0:
        return move
    group = move.groups[0]
    if group.period and (match["after"] or match["period"]):
        return move
    group.to = quantity_of(tape, match, "level")
    return replace(move, first=match.start())


_BESIDE = pattern(f"SUBJECT COMMA AT ADVERB* (?P<level>{LEVEL}) COMMA (?:AUX|ADVERB)* $")


def _is_held_part(move: Move) -> bool:
    """Whether what is held is a part of something: "Vivendi, which holds 24%"."""
    level = move.groups[0].to or move.groups[0].percent
    return (
        move.predicate.kind == "hold"
        and level is not None
        and level.unit == "percent"
        and any(one.kind != "rate" for one in move.whose.instruments)
    )


def _is_told(tape: Tape, move: Move) -> bool:
    """Whether a move may stand: a noun of movement needs a figure or a subject of its own."""
    group = move.groups[0]
    if move.predicate.kind == "distance":
        measured = FROM_TIME.match(tape.tags, move.predicate.last)
        return measured is not None or group.baseline is not None or group.from_ is not None
    if move.predicate.kind != "noun" or move.has_number:
        return True
    near = move.predicate.first - move.whose.last <= _NEAR
    return move.whose.first >= 0 and near and not _fades(tape, move)


_NEAR = 12  # items between a subject and a bare noun of movement that is still its own


def _fades(tape: Tape, move: Move) -> bool:
    """Whether a move is only told to be over: "gains in Treasuries petered out"."""
    at = max(move.predicate.last, move.whose.last)
    words = (item.lower for item in tape.items[at : at + 3] if item.tag not in ("AUX", "ADVERB"))
    return next(words, "").startswith(_FADING)


_FADING = tuple("fizzl fad peter evaporat stall vanish unravel falter lost sputter".split())


def _read_move(tape: Tape, predicate: Predicate, whose: Whose) -> Move:
    at = max(predicate.last, whose.last) if predicate.kind in ("noun", "drive") else predicate.last
    figured = predicate.inner is None and predicate.rule != "move_spell"
    first = read_arguments(tape, at, predicate.direction, number=figured)
    if predicate.rule == "move_turn" and tape.tags.startswith(code("FOR"), at):
        first.period = None  # "wiped out its losses for 2020"
    if first.period is not None and _is_record(tape, predicate, first.period):
        first.period = None
    put_change(first, predicate.inner or _stood_at(tape, predicate))
    if predicate.kind in ("particle", "clause") and predicate.inner is not None:
        for item in tape.items[predicate.first : predicate.last]:
            put_change(first, item.value if isinstance(item.value, Quantity) else None)
    if predicate.rule == "move_listed":
        put_row(tape, predicate, first)
    if predicate.kind == "hold":
        first.to = first.to or first.percent or first.amount
        first.percent = first.amount = None
    groups = [_settled(first, whose)]
    while len(groups) < len(whose.instruments) and (
        following := next_group(tape, groups[-1], predicate.direction)
    ):
        groups.append(_settled(following, whose))
    share_time(groups)
    starts = [at for at in (whose.first, predicate.first) if at >= 0]
    assertion = _meant(tape, predicate, whose, min(starts))
    ends = (whose.last, predicate.last, groups[-1].last)
    return Move(predicate, whose, tuple(groups), assertion, min(starts), max(ends))


def _stood_at(tape: Tape, predicate: Predicate) -> Quantity | None:
    """Return what a gain or loss is said to be: "its loss this year stands at 40 percent"."""
    match = _STANDS_AT.match(tape.tags, predicate.last) if predicate.kind == "noun" else None
    return quantity_of(tape, match, "figure") if match else None


_STANDS_AT = pattern("""
    (?: (?:IN|FOR|ON)? DET? PERIOD )? ADVERB*
    (?: (?:LEVEL|LEVEL_BASE) AT | REACH | WORD TO | AUX ADVERB* (?:AT|LEVEL_ING AT)? ) ADVERB*
    (?P<figure>PERCENT|POINTS) (?! PARTICLE|NOUN|WORD )
""")


def _meant(tape: Tape, predicate: Predicate, whose: Whose, first: int) -> Assertion:
    """Return how a move is meant that starts at item ``first``."""
    if _is_followed(tape, predicate):
        return "reported"
    before = 0 <= whose.last <= predicate.first
    adjacent = whose.last if before and predicate.kind not in LATER else None
    if predicate.kind == "drive" and tape.items[predicate.first].tag == "DRIVE":
        return read_assertion(tape, _verbal_start(tape, predicate.first), predicate.first)
    assertion = read_assertion(tape, adjacent, predicate.first)
    if assertion != "reported":
        return assertion
    if (before and is_foreseen(tape, whose.last)) or _is_implied(tape, predicate):
        return "expected"
    return supposed(tape, first)


def _verbal_start(tape: Tape, first: int) -> int:
    """Return where the auxiliaries before a finite verb begin: "a forecast for 2025 has hurt"."""
    match = _AUXILIARIES.search(tape.tags[:first])
    return match.start() if match else first


_AUXILIARIES = pattern("(?:AUX|MODAL|OUTLOOK|NOT|ADVERB)+ $")


def _is_record(tape: Tape, predicate: Predicate, period: Period) -> bool:
    """Whether a time says how far a superlative reaches: "its biggest weekly drop since March"."""
    if predicate.rule == "move_spell":
        return period.granularity != "day"
    if predicate.kind not in ("noun", "turn") or not period.span.text.lower().startswith("since"):
        return False
    words = tape.items[predicate.first : predicate.last]
    return any(item.lower in _FIRST or SUPERLATIVE.search(item.lower) for item in words)


_FIRST = frozenset({"first", "only"})


def _is_implied(tape: Tape, predicate: Predicate) -> bool:
    """Whether a noun speaks of what a target leaves to gain or lose: "gives a 12% upside"."""
    words = tape.items[predicate.first : predicate.last]
    return any(item.tag == "NOUN" and "side" in item.lower for item in words)


def _is_followed(tape: Tape, predicate: Predicate) -> bool:
    """Whether others go after it, done or not yet: "set to follow Wall Street higher"."""
    return _AHEAD.search(tape.tags[: predicate.first]) is not None


_AHEAD = pattern("FOLLOW (?:DET|LIST_WORD)* SUBJECT ADVERB* $")


def _settled(found: Arguments, whose: Whose) -> Arguments:
    """Put "to 20%" of a gain with the percents: only yields stand at percent levels."""
    level = found.to
    of_rates = any(instrument.kind == "rate" for instrument in whose.instruments)
    if of_rates and level is None and found.percent and is_yield_reached(found.percent):
        return replace(found, to=found.percent, percent=None)  # "the yield fell below 2.5%"
    if level is None or level.unit != "percent" or of_rates:
        return found
    return replace(found, to=None, percent=found.percent or level)
