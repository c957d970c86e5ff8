"""Which subject a predicate has: the one beside it, the one before, the one that follows."""

from __future__ import annotations

from finfacts.claims.prices.move import STOOD, STOOD_AGAIN, Move
from finfacts.claims.prices.predicate import Predicate
from finfacts.claims.prices.subjects import (
    Whose,
    clause_subject,
    sole_subject,
    subject_after,
    subject_at,
    subject_before,
    subject_ending,
    subject_of,
)
from finfacts.claims.prices.superlatives import SUPERLATIVE
from finfacts.claims.tape import Tape, code, pattern
from finfacts.context.setting import Setting
from finfacts.values import Instrument


def whose_move(
    tape: Tape, predicate: Predicate, moves: list[Move], setting: Setting
) -> Whose | None:
    """Return the instruments that a predicate speaks of, or None where that is in doubt.

    Args:
        tape: the sentence.
        predicate: the words that say something moved.
        moves: those told before it in the sentence.
        setting: what earlier sentences have set.
    """
    match predicate.kind:
        case "drive":
            return _driven(tape, predicate, moves)
        case "noun":
            return _noun_subject(tape, predicate, moves, setting)
        case "sign" | "gap":
            return subject_before(tape, predicate.first, lone_comma=False)
        case _:
            return _verb_subject(tape, predicate, moves)


def _driven(tape: Tape, predicate: Predicate, moves: list[Move]) -> Whose | None:
    """Return what is driven; what leads others needs a move that they made."""
    if predicate.rule == "move_led" and not moves:
        return None
    return subject_at(tape, tape.tags.rindex(_NAMED, predicate.first, predicate.last))


def _verb_subject(tape: Tape, predicate: Predicate, moves: list[Move]) -> Whose | None:
    """Return the subject of "fell", "is up", "falling": before it, left out, or hung on."""
    kind = predicate.kind
    if moves and _takes_up(tape, moves[-1], predicate):
        return moves[-1].whose
    if _is_business(tape, predicate):
        return None
    first = predicate.first - (_is_contracted(tape, predicate) or _is_row(tape, predicate))
    whose = subject_before(tape, first, lone_comma=kind in _AFTER_COMMA)
    if whose and kind in _AFTER_COMMA and _SUM_ASIDE.match(tape.tags, whose.last, first):
        return None
    if whose is None and kind in _FINITE:
        whose = _elided(tape, predicate, moves)
    hangs = kind in _HANGING or tape.items[predicate.first].tag == "LEVEL_ING"
    if whose is None and hangs:
        whose = _participial(tape, predicate, moves)
    return whose


def _is_business(tape: Tape, predicate: Predicate) -> bool:
    """Whether a bank's business moves and no price: "equities trading fell 9%"."""
    match = _BUSINESS.search(tape.tags[: predicate.first + 1])
    return match is not None and tape.items[match.start() + 1].lower == "trading"


_BUSINESS = pattern("SUBJECT LEVEL_ING ADVERB* (?: AUX (?:AUX|ADVERB)* )? (?: MOVE | AUX ) $")


def _is_contracted(tape: Tape, predicate: Predicate) -> bool:
    """Whether "is" or "has" stands as "'s" before it: "It's up 3%", "It's lost a third"."""
    at = predicate.first - 1
    if at <= 0 or tape.items[at].tag != "POSS_MARK":
        return False
    pronoun = tape.items[at - 1].lower == "it"
    return predicate.kind == "particle" or (predicate.kind == "verb" and pronoun)


def _takes_up(tape: Tape, move: Move, predicate: Predicate) -> bool:
    """Whether it goes on: "the biggest drag on the Dow, falling", "rose, sending it up 5%"."""
    if _DRIVEN_ON.search(tape.tags[: predicate.first]):
        return True
    kinds = move.predicate.kind, predicate.kind
    if kinds == ("turn", "participle") and move.last == predicate.first:
        return True  # "reversed losses jumping back above $108"
    if move.has_number or predicate.kind not in _HANGING or not _is_ranking(tape, move, predicate):
        return False
    return bool(_AMONG.match(tape.tags[move.predicate.last : predicate.first]))


def _is_ranking(tape: Tape, move: Move, predicate: Predicate) -> bool:
    """Whether the move before ranks one among others, the same way: "had the biggest decline"."""
    if move.predicate.direction != predicate.direction:
        return False
    words = tape.items[move.predicate.first : move.predicate.last]
    return any(SUPERLATIVE.search(item.lower) for item in words)


_SUM_ASIDE = pattern(  # "X, which reported revenue of $3bn, up 20%": the revenue is up
    "COMMA REL [^COMMA SUBJECT]* (?:MONEY|NUMBER|SHARES) [^COMMA SUBJECT]* COMMA ADVERB* $"
)
_DRIVEN_ON = pattern("COMMA (?:ADVERB|AND)* (?:DRIVE|DRIVE_ING) IT $")  # ", sending it up 6%"
_AMONG = pattern(
    "^ (?: (?:ON|IN) DET (?:WORD|LIST_WORD) AND )?"
    " (?:ON|IN|OF|FOR) DET? SUBJECT PERIOD? COMMA (?:ADVERB|AUX)* $"
)


def _is_row(tape: Tape, predicate: Predicate) -> bool:
    """Whether a colon only sets off the name that opens a row: "DJIA: dropped 1,162.44"."""
    if predicate.kind not in ("verb", "hold", "particle"):
        return False
    return _ROW_OPENS.search(tape.tags[: predicate.first]) is not None


_ROW_OPENS = pattern("(?: ^ | STOP ) (?:DASH|MARK|NUMBER|DET)* SUBJECT COLON $")


_AFTER_COMMA = frozenset({"participle", "particle", "distance"})
_FINITE = frozenset({"verb", "hold", "clause", "turn", "distance"})
_HANGING = frozenset({"participle", "particle", "turn", "distance"})
_COORDINATED = pattern(
    "(?:AND|BEFORE|AFTER|CLAUSE|COMMA|TO|OR) (?:ADVERB|AUX|MODAL|NOT|OUTLOOK)* $"
)
_LEADING = pattern("^ (?:QUOTE|ADVERB|LPAREN|AFTER|BEFORE|SINCE|PERIOD AFTER?|WITH|DASH)* $")


def _elided(tape: Tape, predicate: Predicate, moves: list[Move]) -> Whose | None:
    """Return the subject that is not said again: "rose 3% and then fell 1%"."""
    if not _COORDINATED.search(tape.tags[: predicate.first]):
        return None
    if moves and moves[-1].predicate.rule == "move_led":
        return None  # "fell, led by banks, and rose": who rose?
    if moves and not SUBJECT.search(tape.tags[moves[-1].predicate.last : predicate.first]):
        return moves[-1].whose
    return _leading_subject(tape, predicate)


def _leading_subject(tape: Tape, predicate: Predicate) -> Whose | None:
    """Return the subject of a first verb that told no move: "X is at 24 and has slipped"."""
    match = _LEADS.search(tape.tags[: predicate.first])
    return subject_at(tape, match.start("subject")) if match else None


_LEADS = pattern("""
    (?P<subject>SUBJECT) (?: (?<=COMMA SUBJECT|COMMA DET SUBJECT) COMMA )? ADVERB*
    (?:AUX|LEVEL|LEVEL_BASE|HOLD|HOLD_BASE|REACH|REACH_BASE|PARE|PARE_BASE|COUNT|MOVE|BEGIN)
    [^SUBJECT SEMICOLON COLON CLAUSE]{0,12} (?:AND|TO|BEFORE) (?:ADVERB|AUX|MODAL|NOT|OUTLOOK)* $
""")
SUBJECT = pattern("SUBJECT")
_NAMED = code("SUBJECT")


def _participial(tape: Tape, predicate: Predicate, moves: list[Move]) -> Whose | None:
    """Return the subject of "..., having lost as much as 7%", "Down 18 percent, the index"."""
    if _LEADING.match(tape.tags[: predicate.first]):
        return subject_after(tape, predicate.last)
    if not _DETACHED.search(tape.tags[: predicate.first]):
        return None
    stood = STOOD.search(tape.tags[: predicate.first])
    if stood is not None:
        return subject_before(tape, stood.start() + 1, lone_comma=False)
    if moves and not SUBJECT.search(tape.tags[moves[-1].last : predicate.first]):
        return moves[-1].whose
    whose = sole_subject(tape, predicate.first)
    if STOOD_AGAIN.search(tape.tags[: predicate.first]):
        return whose
    own = predicate.kind == "turn" and _ITS.match(tape.tags, predicate.first)
    return whose if own else _unfigured(tape, whose, predicate.first)


_ITS = pattern("PARE_ING POSSESSIVE")  # "the Dow passed 28,000, extending its gain to 20%"


def _unfigured(tape: Tape, whose: Whose | None, at: int) -> Whose | None:
    """Return a subject only where no other figure stands between: "had $2bn in cash, up 22%"."""
    return None if whose is None or _PARTED.search(tape.tags, whose.last, at) else whose


_DETACHED = pattern(
    "(?:COMMA PERIOD?|AFTER|BEFORE|CLAUSE|AND|DASH|LPAREN|COLON|SEMICOLON|FOR|BY|WITH|TO|AT)"
    " (?:ADVERB|AUX|NOT|TALLY)* $"
)
_PARTED = pattern("(?<! EXTREME (?:OF|AT)? ) (?:MONEY|NUMBER) | SHARES|TIMES|SEMICOLON")
_POSSESSED = pattern("(?:POSS_MARK|POSSESSIVE)")
_WITH_NOUN = pattern(
    "(?:WITH|AFTER|BEFORE|FOR|ON|CLAUSE|COMMA|LEAD|DRIVE|DRIVE_ING|AS|REACH|WORD|AT|LEVEL|TO|AND"
    "|OUTLOOK|BY) $"
)
_PERIOD_INSIDE = pattern("PERIOD POSS_MARK")
_OF_NOUN = pattern("(?:WORD OF|PART) $")
_PERIOD_NOUN = pattern("^ (?:DET|QUOTE)* PERIOD POSS_MARK")


def _noun_subject(
    tape: Tape, predicate: Predicate, moves: list[Move], setting: Setting
) -> Whose | None:
    """Return whose rise or fall a noun names: "X's 5% loss", "gains in X", "with a 0.7% gain"."""
    first = predicate.first
    owned = tape.tags[:first].endswith(_NAMED) and _POSSESSED.match(tape.tags, first)
    if owned or _is_compound(tape, predicate):
        return subject_ending(tape, first)
    following = subject_of(tape, predicate.last)
    if following is not None:
        return following
    if _OTHERS.match(tape.tags, predicate.last):
        return None
    if _EXPECTED.search(tape.tags[:first]):
        return _expected_subject(tape, predicate, setting)
    if predicate.inner is None:
        return _bare_noun_subject(tape, predicate, moves)
    return _figured_noun_subject(tape, predicate, moves, setting)


def _is_compound(tape: Tape, predicate: Predicate) -> bool:
    """Whether a noun is one word with what moves: "the oil price collapse", "a stock rally"."""
    first = predicate.first
    if first == 0 or tape.items[first].tag != "NOUN" or not _COMPOUND.search(tape.tags[:first]):
        return False
    owner = tape.items[first - 1]
    value = owner.value
    priced = isinstance(value, Instrument) and value.kind not in ("equity", "etf", "sector")
    singular = not owner.lower.endswith("s")
    return priced and singular and _HEADED.match(tape.tags, predicate.last) is None


_COMPOUND = pattern("(?:DET|POSSESSIVE|POSS_MARK|PERIOD|TALLY) SUBJECT $")
_HEADED = pattern("WORD | NAME | NOUN | STOCK | AUX NOT")  # "the gold rally hopes"


def _brings_to(tape: Tape, predicate: Predicate) -> bool:
    """Whether a move adds up with others: "rose 2%, taking this year's gain to 20%"."""
    return bool(
        _BRINGING.search(tape.tags[: predicate.first]) and _TO_SUM.match(tape.tags, predicate.last)
    )


_BRINGING = pattern("(?:DRIVE_ING|PARE_ING) $")
_TO_SUM = pattern(
    "(?: (?:FOR|IN|ON|SINCE)? DET? PERIOD (?: POSS_MARK WORD{1,2} )? )? TO ADVERB* PERCENT"
)


def _figured_noun_subject(
    tape: Tape, predicate: Predicate, moves: list[Move], setting: Setting
) -> Whose | None:
    """Return whose "0.7% gain" it is: the one told of before, or the clause's subject."""
    first = predicate.first
    if first == 0 and _PERIOD_NOUN.match(tape.tags) and len(setting.before) == 1:
        return Whose(setting.before, -1, -1)
    stood = STOOD.search(tape.tags[:first])
    if stood is not None:
        return subject_before(tape, stood.start() + 1, lone_comma=False)
    if not _hangs_on(tape, predicate):
        return None
    if moves and not SUBJECT.search(tape.tags[moves[-1].last : first]):
        return moves[-1].whose
    whose = clause_subject(tape, first) or sole_subject(tape, first)
    led = _LED_WITH.search(tape.tags[:first])  # "GE led the index with a 3.3 percent gain"
    if whose is not None and SUBJECT.search(tape.tags, whose.last, first) and not led:
        return None  # "Gauges like X are down and a version of Y is sitting on a 22% decline"
    return _unfigured(tape, whose, first) if tape.items[first - 1].tag == "COMMA" else whose


def _hangs_on(tape: Tape, predicate: Predicate) -> bool:
    """Whether a noun hangs on what stands before it: "with a gain", "part of Monday's loss"."""
    first = predicate.first
    before = tape.tags[:first]
    if _HAD.search(before):
        return True
    if not _WITH_NOUN.search(before):
        timed = _PERIOD_INSIDE.search(tape.tags, first, predicate.last)
        return bool(timed and _OF_NOUN.search(before))
    return tape.items[first - 1].tag != "WORD" or tape.items[first].tag != "NOUN"


_LED_WITH = pattern("SUBJECT LEAD DET? SUBJECT WITH $")
_HAD = pattern(
    "SUBJECT (?:ADVERB|AUX|MODAL)* (?:AUX|PARE|PARE_BASE) DET (?:WORD|TALLY|ADVERB){0,2} $"
)
_EXPECTED = pattern("OUTLOOK (?: ADVERB | WORD (?:IN|FOR) )* $")


def _expected_subject(tape: Tape, predicate: Predicate, setting: Setting) -> Whose | None:
    """Return whose "muted start" or "upside of 35 percent" is expected or implied."""
    whose = subject_before(tape, predicate.first, lone_comma=False)
    if whose is not None or predicate.inner is None:
        return whose
    if SUBJECT.search(tape.tags[: predicate.first]):
        return sole_subject(tape, predicate.first)
    if len(setting.before) == 1:
        return Whose(setting.before, -1, -1)
    return Whose((setting.spoken_of,), -1, -1) if setting.spoken_of else None


_OTHERS = pattern("OF DET? NAME")  # "the 22% gain of a Standard & Poor's index"
_SUPERLATIVE = frozenset(
    {"biggest", "largest", "best", "worst", "steepest", "sharpest", "strongest"}
)
_TIMED = pattern("DET? PERIOD POSS_MARK")
_HELD = pattern("(?:CLAUSE|HOLD|HOLD_ING|HOLD_BASE|PARE_ING|PARE|AFTER) $")


def _bare_noun_subject(tape: Tape, predicate: Predicate, moves: list[Move]) -> Whose | None:
    """Return whose "its biggest gain in a month" or "holding Tuesday's advance" it is."""
    if _brings_to(tape, predicate):
        return moves[-1].whose if moves else clause_subject(tape, predicate.first)
    first = predicate.first
    words = {item.lower for item in tape.items[first : predicate.last]}
    timed = bool(_TIMED.match(tape.tags, first) and _HELD.search(tape.tags[:first]))
    if not (timed or words & _SUPERLATIVE) or not first or tape.items[first - 1].tag == "FROM":
        return None
    if moves and not SUBJECT.search(tape.tags[moves[-1].last : first]):
        return (
            moves[-1].whose
            if timed or moves[-1].predicate.direction != predicate.direction
            else None
        )
    return clause_subject(tape, first)
