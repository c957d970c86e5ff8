"""Whose move: the subject or subjects of a predicate on the tape.

The nearest SUBJECT to the left counts where only words that may stand between a subject and its
verb stand between: "Alphabet Inc., the parent of Google, on Friday fell". A predicate without
one takes the subject of the predicate before it ("fell 2% before rebounding"), or the one that
follows ("Down 18 percent from its high, the index is ...").
"""

from __future__ import annotations

from typing import NamedTuple

from finfacts.claims.prices.together import Together
from finfacts.claims.tape import Tape, code, pattern
from finfacts.values import Instrument, Value

_REACH = 44  # items to look back
_VERB = "(?:AUX|MODAL|NOT|OUTLOOK|ADVERB|LEVEL|LEVEL_BASE|LEVEL_ING|HOLD|HOLD_BASE|TO|ANCHOR|TALLY)"
_GAP = f"""
    (?: {_VERB}
      | LPAREN [^LPAREN RPAREN]{{0,12}} RPAREN COMMA?
      | COMMA? REL
      | LEVEL PARTICLE (?=$)
      | (?<=AUX) ADVERB* SINCE ADVERB* (?=$)  # "has since rebounded"
      | (?:PARE|PARE_BASE) WORD? TO (?= ANCHOR? $ )
      | (?:PARE|DRIVE|BEGIN) ADVERB* (?=$)                  # "began falling", "kept rising"
      | (?<=OUTLOOK) WORD TO (?=$)                          # "would need to rise"
      | (?:PARE|DRIVE) POSSESSIVE? STOCK ADVERB* (?=$)
      | DET (?= (?:AUX|ADVERB)* $)
      | COMMA? AND NAME{{1,4}} (?=ADVERB|AUX)
      | COMMA? POSSESSIVE WORD? STOCK
      | COMMA (?! AUX ) [^COMMA SEMICOLON COLON QUESTION]{{1,18}} COMMA
      | WORD NAME{{1,3}} (?= (?:AUX|ADVERB)* $ )           # "stocks excluding Japan"
      | COMMA WORD IN NAME{{1,3}} COMMA NAME{{1,3}} COMMA  # ", based in Austin, Texas,"
      | COMMA REL [^SEMICOLON COLON QUESTION SUBJECT CLAUSE QUOTE]{{1,24}} COMMA
          (?= (?:AUX|ADVERB)+ $ )
      | COMMA? (?:ON|IN|BY|FOR|AT|AS_OF|SINCE)? DET? PERIOD POSS_MARK? (?:SESSION|STREAK)* COMMA?
      | (?:IN|DURING)? DET? SESSION WORD?
      | (?:IN|ON|AT|OF|FOR) DET? (?:NAME|LIST_WORD|WORD|STOCK|PERIOD|TALLY){{1,4}}
      | DASH [^DASH]{{1,14}} DASH
      | DASH DASH (?: (?! DASH DASH | SUBJECT ) . ){{1,30}} DASH DASH
      | COLON (?=$)
    )*
"""
_LIST = "SUBJECT (?: (?:COMMA|AND|OR|COMMA AND) (?:DET|LIST_WORD|POSSESSIVE)* SUBJECT )*"
_NEAREST = pattern(f"^ .* (?P<subject>SUBJECT) (?P<gap>{_GAP}) LPAREN? $")
_NEAREST_COMMA = pattern(f"^ .* (?P<subject>SUBJECT) (?P<gap>{_GAP}) COMMA? LPAREN? $")
_AROUND_ASIDE = pattern(
    "^ .* (?P<subject>SUBJECT) COMMA DET [^COMMA SEMICOLON COLON CLAUSE SUBJECT]{1,8}"
    f" IN DET? SUBJECT [^COMMA SEMICOLON COLON CLAUSE SUBJECT]{{0,4}} COMMA {_VERB}* $"
)
_APPOSED = pattern(f"[^SUBJECT RPAREN PERIOD] COMMA DET? SUBJECT COMMA {_VERB}* $")
_LIST_START = pattern(_LIST)
_LIST_END = pattern(f"(?P<list>{_LIST}) $")
_PREPOSITION = "(?:OF|IN|FOR|FROM|AT|BY|ON|TO|AGAINST|ABOVE|BELOW)"
_INSIDE = pattern(
    f"{_PREPOSITION} (?: (?:DET|POSSESSIVE|LIST_WORD|TALLY|WORD)? | NAME{{1,2}} POSS_MARK ) $"
    " | (?:NAME|NUMBER|MARK|WORD) OF DET (?:WORD|NUMBER|MARK) $"  # "three of the four"
)
_LEADING = pattern(
    f"^ QUOTE? (?:ADVERB|COMMA)* {_PREPOSITION} (?:DET|POSSESSIVE|LIST_WORD|TALLY|WORD)? $"
)
_FOLLOWING = pattern("COMMA (?:DET|LIST_WORD|POSSESSIVE|ADVERB)* (?P<subject>SUBJECT)")


class Whose(NamedTuple):
    """Whose move it is: the instruments, and the items they stand in."""

    instruments: tuple[Instrument, ...]
    first: int
    last: int


def subject_before(tape: Tape, at: int, *, lone_comma: bool) -> Whose | None:
    """Return the subjects that stand right before item ``at``, words between them aside.

    Args:
        tape: the sentence, subjects put together.
        at: index of the predicate's first item.
        lone_comma: whether a single comma may stand before the predicate ("X, up 3%").
    """
    low = max(0, at - _REACH)
    around = _AROUND_ASIDE.match(tape.tags[low:at])
    if around is not None and not _is_inside(tape, low + around.start("subject")):
        place = low + around.start("subject")
        return Whose(_instruments(tape, place, place + 1), place, place + 1)
    rule = _NEAREST_COMMA if lone_comma or _APPOSED.search(tape.tags, low, at) else _NEAREST
    match = rule.match(tape.tags[low:at])
    if match is None:
        return None
    last = low + match.end("subject")
    listed = _LIST_END.search(tape.tags, low, last)
    first = listed.start() if listed else last - 1
    first += _led_in(tape, first, last)
    if tape.tags.startswith(_NOT, first - 1):
        return None  # "Neither Ford nor GM rose"
    if _is_inside(tape, first) and not _APPENDED.search(tape.tags[last - 1 : at]):
        start = _phrase_start(tape, first)
        aside = tape.tags.startswith(_COMMA, start - 1) and _COMMA in tape.tags[last:at]
        return subject_before(tape, start, lone_comma=aside)  # "X, one of the best stocks, rose"
    return Whose(_instruments(tape, first, last), first, last)


def _led_in(tape: Tape, first: int, last: int) -> int:
    """Return how many items only say where: 2 of "On the Intercontinental Exchange, Brent fell"."""
    match = _LED_IN.match(tape.tags, first, last)
    return match.end() - first if match and _PLACE.search(tape.tags[:first]) else 0


_PLACE = pattern(
    "(?: ^ | CLAUSE | SEMICOLON | AND ) (?:QUOTE|ADVERB|COMMA)* (?:ON|AT|IN|OF|FOR|FROM)"
    " (?:DET|POSSESSIVE|LIST_WORD|TALLY|WORD|NAME|POSS_MARK)* $"
)
_LED_IN = pattern("SUBJECT COMMA (?:DET|LIST_WORD|POSSESSIVE)* (?=SUBJECT $)")


def subject_ending(tape: Tape, last: int) -> Whose:
    """Return the subjects of the list that ends with item ``last - 1``."""
    listed = _LIST_END.search(tape.tags, max(0, last - _REACH), last)
    first = listed.start() if listed else last - 1
    return Whose(_instruments(tape, first, last), first, last)


_NOT, _COMMA = code("NOT"), code("COMMA")
_APPENDED = pattern(
    "LPAREN $ | ^ SUBJECT COMMA $ | ^ SUBJECT COMMA? (?:REL|POSSESSIVE) [^COMMA]* $"
)


def _phrase_start(tape: Tape, first: int) -> int:
    """Return where the phrase that a subject stands in starts: at "on" of "on the MCX"."""
    match = _INSIDE.search(tape.tags[:first])
    return match.start() if match else first - _is_governed(tape, first)


def subject_after(tape: Tape, at: int) -> Whose | None:
    """Return the subject that follows a leading predicate: "Down 18 percent, the index"."""
    match = _FOLLOWING.search(tape.tags, at)
    if match is None:
        return None
    first, last = match.span("subject")
    return Whose(_instruments(tape, first, last), first, last)


def sole_subject(tape: Tape, at: int) -> Whose | None:
    """Return the sentence's one subject (or one list) before ``at``, where there is just one."""
    found = [i for i in range(at) if tape.items[i].tag == "SUBJECT" and not _is_inside(tape, i)]
    if not found:
        return None
    listed = _LIST_START.match(tape.tags, found[0], at)
    last = listed.end() if listed else found[0] + 1
    names = {_name(tape, i) for i in range(found[0], last) if tape.items[i].tag == "SUBJECT"}
    if any(_name(tape, i) not in names for i in found):
        return None
    return Whose(_instruments(tape, found[0], last), found[0], last)


def _name(tape: Tape, at: int) -> str:
    instrument = _instrument(tape, at)
    return instrument.symbol or instrument.name


def _is_inside(tape: Tape, first: int) -> bool:
    """Whether a subject is only part of another phrase: "revenue at Apple", "investors in X"."""
    if _is_governed(tape, first):
        return True
    before = tape.tags[max(0, first - 6) : first]
    if before.endswith(_LISTED) and is_elsewhere(tape.items[first].value):
        return True
    if not _INSIDE.search(before) or _LEADING.search(tape.tags[:first]):
        return False
    return not _is_whole(tape, first)


_LISTED = (code("COMMA"), code("AND"))


def is_elsewhere(value: Value | None) -> bool:
    """Whether a place alone stands for its stocks: "Sydney" of "slid in Seoul and Sydney"."""
    if not isinstance(value, Instrument) or value.kind != "group":
        return False
    return value.name.endswith(f" in {value.span.text}")


def _is_whole(tape: Tape, first: int) -> bool:
    """Whether "all of the" stands before a name, which is all of it."""
    match = _ALL_OF.search(tape.tags[:first])
    return match is not None and tape.items[match.start()].lower in _ALL


_ALL_OF = pattern("(?:DET|WORD|ADVERB) OF DET? $")
_ALL = frozenset({"all", "both", "each"})


def _is_governed(tape: Tape, first: int) -> bool:
    """Whether "about" or "going to" stands before a name: an adverb, a future only elsewhere."""
    return first > 0 and tape.items[first - 1].lower in ("about", "going to")


def _instruments(tape: Tape, first: int, last: int) -> tuple[Instrument, ...]:
    values = (item.value for item in tape.items[first:last] if item.tag == "SUBJECT")
    return tuple(one for value in values for one in _each(value))


def _each(value: Value | None) -> tuple[Instrument, ...]:
    if isinstance(value, Together):
        return value.members
    return (value,) if isinstance(value, Instrument) else ()


def _instrument(tape: Tape, at: int) -> Instrument:
    values = _each(tape.items[at].value)
    if not values:
        raise TypeError(f"item {at} of the tape is no instrument: {tape.items[at]!r}")
    return values[0]


_OF = pattern(
    "(?:ACROSS|IN|OF|FOR|FROM|BY) (?: DET (?:WORD|DASH){1,3} | (?:DET|LIST_WORD|POSSESSIVE)* )"
    " (?P<list>" + _LIST + ")"
)
_OWNING = pattern(
    "POSS_MARK (?:(?:ADVERB|TALLY|EXTREME|NUMBER)* WORD | PERIOD* (?:ANCHOR|EXTREME))"
)
_CLAUSE = pattern(
    "CLAUSE|SEMICOLON|REL"
    "|COMMA WITH (?= (?:DET|LIST_WORD)* SUBJECT (?:PARE_ING|MOVE_ING|COUNT_ING))"
)


def subject_of(tape: Tape, at: int) -> Whose | None:
    """Return the subjects right after a noun: "gains in risk assets", "a drop of the index"."""
    match = _OF.match(tape.tags, at)
    if match is None or _OWNING.match(tape.tags, match.end("list")):
        return None
    first, last = match.span("list")
    return Whose(_instruments(tape, first, last), first, last)


def clause_subject(tape: Tape, at: int) -> Whose | None:
    """Return the first subject of the clause that ``at`` stands in, phrases of its own left out."""
    start = max((match.end() for match in _CLAUSE.finditer(tape.tags, 0, at)), default=0)
    for index in range(start, at):
        if tape.items[index].tag == "SUBJECT" and not _is_inside(tape, index):
            return subject_at(tape, index)
    return None


def subject_at(tape: Tape, at: int) -> Whose:
    """Return the subjects of the list that starts at item ``at``."""
    match = _LIST_START.match(tape.tags, at)
    last = match.end() if match else at + 1
    return Whose(_instruments(tape, at, last), at, last)
