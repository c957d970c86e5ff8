"""Price levels: "the yield was at 2.71%", "hit an all-time high of $83.60", "resistance at ₹65"."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from finfacts.claims.assertion import read_assertion
from finfacts.claims.prices.arguments import LEVEL, STANDING, is_time, quantity_of, read_arguments
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.subjects import Whose, clause_subject, sole_subject, subject_before
from finfacts.claims.tape import Tape, pattern
from finfacts.context.setting import Setting
from finfacts.facts import Assertion, LevelKind
from finfacts.values import Period, Quantity, Session, Window

_STATED = pattern(f"""
    (?P<verb> (?:AUX|HOLD|HOLD_BASE) (?:ADVERB|LEVEL_ING|LEVEL|MODAL|NOT)*
      | LEVEL | LEVEL_BASE | LEVEL_ING )
    (?: ADVERB | TALLY (?=AT) | SESSION | ON? (?P<when>PERIOD) )*
    (?P<how> AT | (?:WORD (?=BELOW|ABOVE))? (?:BELOW | ABOVE) | FOR )? DET? (?P<level>{LEVEL})
    (?! PARTICLE|NOUN|OF|SPREAD|WORD SPREAD )
""")
_EXTREME = pattern(f"""
    (?P<how> TO | AT | REACH | REACH_BASE | REACH_ING | COMMA | HOLD_BASE | LEVEL
           | PARE | PARE_BASE | PARE_ING
           | AS | CROSS | OF | FOR | SINCE | ON | DASH | SUBJECT | OUTLOOK | AFTER | AND )
    (?: DET | POSSESSIVE | TALLY | ADVERB | STREAK | NUMBER | (?P<window>PERIOD) | SESSION
      | LEVEL_BASE | LEVEL_ING | (?:MARK WORD|WORD|NAME) (?=TALLY|EXTREME) | SUBJECT POSS_MARK )*
    (?P<extreme> EXTREME )
    (?: (?: FOR PERIOD )? (?:OF|AT) (?: ADVERB )? (?P<level>{LEVEL}) | (?P<bare>{LEVEL}) )?
    (?: (?:SINCE|IN)? (?: DET|TALLY|ADVERB|WORD )? (?P<since>PERIOD) )?
""")
_SET = frozenset(
    {
        "TO",
        "AT",
        "REACH",
        "REACH_BASE",
        "REACH_ING",
        "COMMA",
        "LEVEL",
        "PARE",
        "PARE_BASE",
        "PARE_ING",
        "HOLD_BASE",
        "FOR",
        "CROSS",
        "DASH",
        "OUTLOOK",
        "AFTER",
        "AND",
    }
)
_KINDS: dict[str, LevelKind] = {
    "last": "last",
    "close": "close",
    "open": "open",
    "high": "high",
    "low": "low",
    "record_high": "record_high",
    "record_low": "record_low",
}


@dataclass(frozen=True)
class Level:
    """A level as read from the tape, before it becomes facts."""

    kind: LevelKind
    whose: Whose
    level: Quantity | None
    window: Window | None
    date: Period | None
    session: Session | None
    assertion: Assertion
    first: int
    last: int
    rule: str


def read_levels(tape: Tape, moves: list[Move], setting: Setting) -> list[Level]:
    """Return where instruments stood, and the extremes they set, in a sentence."""
    found = [
        level
        for match in _STATED.finditer(tape.tags)
        if (level := _stated(tape, match, moves)) is not None
    ]
    at = 0
    while match := _EXTREME.search(tape.tags, at):
        extreme = _extreme(tape, match, moves)
        if extreme is not None:
            found.append(extreme)
        at = match.end() if extreme is not None else match.start() + 1
    found.extend(_unseen(tape, moves))
    found.extend(_hinges(tape, setting))
    return found


_UNSEEN = pattern(f"""
    (?: (?: REACH | REACH_ING | REACH_BASE ) (?P<level>{LEVEL}) COMMA? )? (?P<unseen>UNSEEN)
    (?:SINCE|ON|IN)? (?P<since>PERIOD)
""")
_EDGES: dict[str, LevelKind] = {"up": "high", "down": "low"}


def _unseen(tape: Tape, moves: list[Move]) -> list[Level]:
    """Read "to 0.72%, a level last seen in 2008": a high after a rise, a low after a fall."""
    found: list[Level] = []
    for match in _UNSEEN.finditer(tape.tags):
        move = _move_of(match.start("unseen"), moves)
        period = tape.items[match.start("since")].value
        kind = _EDGES.get(move.predicate.direction) if move is not None else None
        if move is None or kind is None or not isinstance(period, Period):
            continue
        level = quantity_of(tape, match, "level")
        if level is None:
            level = _level_before(tape, match.start() - 1, move)
        window = Window(text=period.span.text, start=period.start, timex=period.timex)
        group = move.groups[0]
        found.append(
            Level(
                kind,
                move.whose,
                level,
                window,
                group.period,
                group.session,
                move.assertion,
                move.first,
                match.end(),
                "level_unseen",
            )
        )
    return found


_HINGE = pattern("""
    (?P<hinge>HINGE) (?:AT|OF|LEVEL|LEVEL_BASE|AUX|ADVERB|IN|DET|WORD|COMMA){0,4}?
    (?P<level>MONEY|NUMBER|POINTS)
""")


def _hinges(tape: Tape, setting: Setting) -> list[Level]:
    """Read "support at ₹58-₹59 and resistance at ₹65"."""
    found: list[Level] = []
    for match in _HINGE.finditer(tape.tags):
        whose = clause_subject(tape, match.start()) or sole_subject(tape, len(tape.items))
        if whose is None and setting.main is not None:
            whose = Whose((setting.main,), -1, -1)
        level = quantity_of(tape, match, "level")
        kind = _HINGES.get(tape.items[match.start()].sense)
        if whose is None or kind is None or level is None or level.unit not in STANDING:
            continue
        first, last = match.span()
        found.append(
            Level(kind, whose, level, None, None, None, "reported", first, last, "level_hinge")
        )
    return found


_HINGES: dict[str, LevelKind] = {"support": "support", "resistance": "resistance"}


def _stated(tape: Tape, match: regex.Match[str], moves: list[Move]) -> Level | None:
    """Read "closed at $15.08", "trades around $52": a level with no move to carry it."""
    first, last = match.span()
    if any(move.predicate.first <= first < move.last for move in moves):
        return None
    stood = tape.items[match.start("level")].value
    if any(group.to is stood for move in moves for group in move.groups):
        return None
    whose = subject_before(tape, first, lone_comma=False) or _carried(tape, first, moves)
    level = quantity_of(tape, match, "level")
    verb = next(item for item in tape.items[first:last] if item.tag != "ADVERB")
    sense = next((i.sense for i in tape.items[first:last] if i.tag.startswith("LEVEL")), "last")
    if whose is None or level is None or not _may_stand(whose, level, match, verb.lower, sense):
        return None
    after = read_arguments(tape, last, "flat", number=False)
    when = tape.items[match.start("when")].value if match["when"] else None
    date = when if isinstance(when, Period) and is_time(when) else after.period
    return Level(
        _reached(level, sense),
        whose,
        level,
        None,
        date,
        after.session,
        read_assertion(tape, whose.last, first),
        whose.first,
        max(last, after.last),
        "level_stated",
    )


def _carried(tape: Tape, first: int, moves: list[Move]) -> Whose | None:
    """Return the subject of a participle that hangs on a move: ", peaking at $64.83"."""
    hangs = tape.items[first].tag == "LEVEL_ING" and tape.items[first - 1].tag in _HANGS_ON
    if not moves or not hangs:
        return None
    between = tape.tags[moves[-1].last : first]
    return None if _SUBJECT.search(between) else moves[-1].whose


_HANGS_ON = frozenset({"COMMA", "AFTER", "BEFORE"})


def _reached(level: Quantity, sense: str) -> LevelKind:
    """Return the kind of a level told with "as much as" (a high) or "as little as" (a low)."""
    words = level.span.text.lower()
    if words.startswith(("as much as", "as high as")):
        return "high"
    if words.startswith(("as little as", "as low as")):
        return "low"
    return _KINDS.get(sense, "last")


def _may_stand(
    whose: Whose, level: Quantity, match: regex.Match[str], verb: str, sense: str
) -> bool:
    """Whether a subject of this kind can stand at such a level: "the yield was at 2.71%"."""
    kind = whose.instruments[0].kind
    if len({one.name for one in whose.instruments}) > 1:
        return False  # "A and B ended at Rs 174 and Rs 141": whose is whose is in doubt
    if verb in ("bought", "buys", "buy", "buying"):
        return kind in ("fx", "crypto") and level.unit == "currency"
    if level.unit in ("percent", "basis_point", "percentage_point"):
        return kind == "rate" and level.unit == "percent"
    if kind == "rate" or level.unit == "multiple" or (level.value or 0) >= _MILLION:
        return False
    if match["how"] is None and level.comparator == "exact" and sense == "last":
        return kind in ("fx", "commodity", "crypto") and level.per is not None
    return level.unit == "currency" or kind in ("index", "fx", "commodity")


def _extreme(tape: Tape, match: regex.Match[str], moves: list[Move]) -> Level | None:
    """Read "to a six-week high", "touched an all-time high of $83.60", ", its lowest since May"."""
    how = tape.items[match.start()]
    item = tape.items[match.start("extreme")]
    if how.tag not in _SET or any(_is_baseline(move, match) for move in moves):
        return None
    if _is_near(tape, match):
        return None
    window = _window(tape, match, item.lower)
    kind = _kind(tape, match, item.sense, moves)
    if kind is None or not _is_whole(tape, match, kind, window):
        return None
    whose = _whose(tape, match, moves)
    if whose is None:
        return None
    move = _move_of(match.start(), moves)
    level = quantity_of(tape, match, "level") or quantity_of(tape, match, "bare")
    if level is None and how.tag in ("COMMA", "DASH"):
        level = _level_before(tape, match.start(), move)
    after = read_arguments(tape, match.end(), "flat", number=False)
    day = tape.items[match.start("since")].value if match["since"] and window is None else None
    told = move is not None and how.tag in ("TO", "COMMA")
    own = day if isinstance(day, Period) and is_time(day) else after.period
    date = own or (move.groups[0].period if told and move else None)
    adjacent = whose.last if 0 <= whose.last <= match.start() else None
    return Level(
        kind,
        whose,
        level,
        window,
        date,
        after.session,
        read_assertion(tape, adjacent, match.start("extreme")),
        min(whose.first, match.start()) if whose.first >= 0 else match.start(),
        match.end(),
        "level_extreme",
    )


def _is_near(tape: Tape, match: regex.Match[str]) -> bool:
    """Whether an extreme is only close by, or denied: "near its lows", "but not at, a peak"."""
    start = match.start()
    around = tape.items[max(0, start - 1) : match.start("extreme")]
    if any(item.tag == "NOT" for item in tape.items[max(0, start - 3) : start]):
        return True
    if start and tape.items[start].tag == "TO" and tape.items[start - 1].lower == "close":
        return True
    return any(
        item.tag == "NOT" or (item.lower in _NEAR and item.tag not in ("ANCHOR", "LEVEL_BASE"))
        for item in around
    )


def _level_before(tape: Tape, at: int, move: Move | None) -> Quantity | None:
    """Return the level that an extreme speaks of: "finished at 430 yuan, an all-time high"."""
    value = tape.items[at - 1].value if at else None
    if isinstance(value, Quantity) and value.unit in STANDING:
        return value
    return move.groups[0].to if move is not None else None


_NEAR = frozenset(
    {"near", "nearing", "close", "toward", "towards", "below", "above", "approaching", "back"}
)


def _is_baseline(move: Move, match: regex.Match[str]) -> bool:
    return any(
        group.baseline is not None and move.predicate.last <= match.start("extreme") < group.last
        for group in move.groups
    )


def _is_whole(tape: Tape, match: regex.Match[str], kind: LevelKind, window: Window | None) -> bool:
    """Whether the words say an extreme of prices: a bare "high" needs a level or a window."""
    level = quantity_of(tape, match, "level") or quantity_of(tape, match, "bare")
    if level is not None and level.unit == "currency" and (level.value or 0) >= _MILLION:
        return False
    if kind in ("record_high", "record_low") or window is not None:
        return True
    return level is not None and tape.items[match.start()].tag not in ("COMMA", "AFTER")


_MILLION = 1_000_000


def _kind(tape: Tape, match: regex.Match[str], sense: str, moves: list[Move]) -> LevelKind | None:
    if sense == "record":
        following = tape.items[match.end()].tag if match.end() < len(tape.items) else "STOP"
        if following in ("WORD", "NAME", "NOUN", "PERIOD", "NUMBER", "TALLY", "MONEY", "PERCENT"):
            return None
        move = _move_of(match.start(), moves)
        return "record_low" if move and move.predicate.direction == "down" else "record_high"
    return _KINDS.get(sense)


def _window(tape: Tape, match: regex.Match[str], words: str) -> Window | None:
    if match["since"]:
        period = tape.items[match.start("since")].value
        if isinstance(period, Period) and _reaches_back(tape, match, period):
            return _since(tape, match, period)
    if match["window"]:
        period = tape.items[match.start("window")].value
        if isinstance(period, Period):
            return Window(text=period.span.text, timex=period.timex)
    for item in tape.items[match.start() : match.end()]:
        if item.lower in ("session", "intraday", "intra-day") or words.startswith("intraday"):
            return Window(text=item.lower, timex="P1D")
    months = _IN_MONTHS.match(tape.tags, match.end())
    if months and words.split(maxsplit=1)[0].endswith("est"):
        return Window(text=" ".join(item.lower for item in tape.items[match.end() : months.end()]))
    return None


_IN_MONTHS = pattern("IN (?:ADVERB|DET|WORD)* STREAK")


def _reaches_back(tape: Tape, match: regex.Match[str], period: Period) -> bool:
    """Whether a period is how far an extreme reaches ("since May", "in a year"), not its day."""
    before = tape.items[match.start("since") - 1]
    return (
        before.tag == "SINCE"
        or period.span.text.lower().startswith("since")
        or (
            before.tag in ("IN", "DET", "ADVERB", "WORD", "TALLY")
            and period.granularity == "duration"
        )
    )


def _since(tape: Tape, match: regex.Match[str], period: Period) -> Window:
    before = tape.items[match.start("since") - 1]
    since = before.tag == "SINCE" or period.span.text.lower().startswith("since")
    if not since:
        return Window(text=period.span.text, timex=period.timex)
    text = period.span.text if before.tag != "SINCE" else f"{before.lower} {period.span.text}"
    return Window(text=text, start=period.start, timex=period.timex)


def _move_of(at: int, moves: list[Move]) -> Move | None:
    """Return the last move told before item ``at``."""
    return next((move for move in reversed(moves) if move.predicate.first <= at), None)


def _whose(tape: Tape, match: regex.Match[str], moves: list[Move]) -> Whose | None:
    first = match.start()
    move = _move_of(first, moves)
    whose = subject_before(tape, first, lone_comma=False)
    if whose is not None:
        return whose
    if move is not None and not _SUBJECT.search(tape.tags[move.last : first]):
        return None if _OTHER.search(tape.tags[move.last : first]) else move.whose
    if _OTHER.search(tape.tags[:first]):
        return None
    return _unowned(tape, clause_subject(tape, first) or sole_subject(tape, first))


def _unowned(tape: Tape, whose: Whose | None) -> Whose | None:
    """Return a subject unless something of its own is what reached: "X's sales to a record"."""
    return None if whose is None or _OWNS.match(tape.tags, whose.last) else whose


_OTHER = pattern("DRIVE NAME{1,3} $ | WORD NAME{1,3} WORD $")
_OWNS = pattern("POSS_MARK (?:WORD|NAME|TALLY)")


_SUBJECT = pattern("SUBJECT")
