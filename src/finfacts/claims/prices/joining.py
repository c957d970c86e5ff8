"""When two predicates tell one move: "rebounded (up 13.5%)", "the biggest loser, down 3%"."""

from __future__ import annotations

from dataclasses import replace

from finfacts.claims.prices.move import Move
from finfacts.claims.prices.predicate import Predicate
from finfacts.claims.prices.superlatives import SUPERLATIVE
from finfacts.claims.tape import Tape, pattern


def meant_alike(tape: Tape, moves: list[Move], move: Move) -> Move:
    """Mean what only explains a move as it is meant: "will rise to $250, a gain of 9%"."""
    if not moves or move.assertion != "reported" or move.predicate.kind not in _EXPLAINING:
        return move
    if not _EXPLAINED.match(tape.tags[moves[-1].last : move.predicate.first]):
        return move
    return replace(move, assertion=moves[-1].assertion)


_EXPLAINING = frozenset({"noun", "participle"})
_EXPLAINED = pattern("^ COMMA (?:DET|ADVERB)* $")


def is_repeat(tape: Tape, moves: list[Move], following: Move) -> bool:
    """Whether "paring its rise", "extending a rally", "its worst day" only take up a move told."""
    if following.has_number or not moves:
        return False
    ranked = _is_ranked(tape, following.predicate)
    taken_up = following.predicate.rule in ("move_pare", "move_keep")
    period = following.groups[0].period
    return any(
        move.whose.instruments == following.whose.instruments
        and move.predicate.direction == following.predicate.direction
        and (
            (ranked and move.has_number)
            or (taken_up and move is moves[-1] and period in (None, move.groups[0].period))
            or _is_row(move)
            or _goes_after(tape, move.predicate)
            or _goes_after(tape, following.predicate)
        )
        for move in moves
    )


def _is_row(move: Move) -> bool:
    """Whether a move is told by a sign alone: "Amazon (-0.6%) was the only one to close down"."""
    return move.predicate.kind == "sign"


def _goes_after(tape: Tape, predicate: Predicate) -> bool:
    """Whether it says whom something follows: "opened higher, tracking a rise in the U.S."."""
    if predicate.rule != "move_lead":
        return False
    return tape.items[predicate.first].lower.startswith(("track", "follow", "mirror"))


def _is_ranked(tape: Tape, predicate: Predicate) -> bool:
    """Whether it ranks a move among others: "its biggest gain", "was the top gainer"."""
    if predicate.rule in ("move_spell", "move_leader", "move_lead"):
        return True
    words = tape.items[predicate.first : predicate.last]
    return predicate.kind == "noun" and any(SUPERLATIVE.search(item.lower) for item in words)


_JOINED = pattern(
    "^ (?:DET|STREAK|PERIOD|LPAREN|COMMA|DASH|COLON|TO|ADVERB|AUX|LEVEL_BASE|LEVEL_ING"
    "|COMMA AND|DRIVE_ING IT)* $"
)


def goes_on(tape: Tape, move: Move, following: Move) -> bool:
    """Whether a second predicate only adds the figure: "rebounded in the new year (up 13.5%)"."""
    if move.whose.instruments != following.whose.instruments or not following.has_number:
        return False
    if _is_measured(tape, move, following):
        return True
    between = tape.tags[move.last : following.predicate.first]
    if not _JOINED.match(between):
        return False
    if move.predicate.kind == "turn" and not move.has_number:
        return following.predicate.kind == "particle" or _is_end(tape, following)
    return (
        _is_unmeasured(move, following)
        and following.predicate.kind in ("particle", "clause", "participle")
        and move.predicate.direction == following.predicate.direction
    )


def _is_unmeasured(move: Move, following: Move) -> bool:
    """Whether a move lacks its change: "slid", "fell to $240" before ", dropping 10%"."""
    own, added = move.groups[0], following.groups[0]
    if not move.has_number:
        return True
    measured_from = own.baseline or own.from_ or (own.period and added.period)
    return not (own.percent or own.amount or added.to or measured_from)


def _is_end(tape: Tape, move: Move) -> bool:
    """Whether it says what came of a turn: "pared gains to trade 1.4 percent lower"."""
    first = move.predicate.first
    return move.predicate.kind in ("verb", "clause") and tape.items[first - 1].tag == "TO"


def _is_measured(tape: Tape, move: Move, following: Move) -> bool:
    """Whether it says how far: "is up the most with a 32% gain", "the biggest loser, down 3%"."""
    if move.has_number or move.predicate.direction != following.predicate.direction:
        return False
    between = tape.tags[move.last : following.predicate.first]
    if following.predicate.kind == "noun":
        return bool(_WITH.match(between) or _TO.match(between))
    return move.predicate.rule in ("move_leader", "move_lead") and bool(_BESIDE_IT.match(between))


_TO = pattern("^ ADVERB* TO $")  # "climbing back to a 1.2 percent gain"
_WITH = pattern("^ [^SUBJECT CLAUSE SEMICOLON COLON AND]{0,10} WITH $")
_BESIDE_IT = pattern(
    "^ [^CLAUSE SEMICOLON COLON AND AFTER BEFORE]{0,10} (?:COMMA|TO) (?:ADVERB|AUX)* $"
)


def rebounds(tape: Tape, move: Move, following: Move) -> bool:
    """Whether it only says from where: "rose 0.3%, rebounding from a two-week low"."""
    own, added = move.groups[-1], following.groups[0]
    return (
        following.predicate.kind in ("participle", "particle")
        and added.baseline is not None
        and not (following.has_number or own.baseline or own.from_)
        and move.whose.instruments == following.whose.instruments
        and move.predicate.direction == following.predicate.direction
        and bool(_HUNG.match(tape.tags[move.last : following.predicate.first]))
    )


_HUNG = pattern("^ COMMA ADVERB* $")


def measured(move: Move, following: Move) -> Move:
    """Return a move with the baseline that what follows adds."""
    group = replace(move.groups[-1], baseline=following.groups[0].baseline)
    return replace(move, groups=(*move.groups[:-1], group), last=following.last)


def merged(move: Move, following: Move) -> Move:
    """Return one move of two: what the first says and how far the second says."""
    group = move.groups[0]
    added = following.groups[0]
    together = replace(
        added,
        to=added.to or group.to,
        period=added.period or group.period,
        session=added.session or group.session,
        baseline=added.baseline or group.baseline,
    )
    turned = move.predicate.kind == "turn"
    predicate = following.predicate if turned else move.predicate
    return replace(move, predicate=predicate, groups=(together,), last=following.last)
