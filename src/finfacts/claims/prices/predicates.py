"""Where a sentence says that something moved: "fell", "was up", "a 10% surge", "pared losses"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

import regex

from finfacts.claims.prices.arguments import CHANGE, LEVEL
from finfacts.claims.tape import Tape, code, pattern
from finfacts.facts import Direction
from finfacts.language.cleaning import clean
from finfacts.values import Instrument, Quantity

Kind = Literal[
    "verb",
    "participle",
    "particle",
    "clause",
    "noun",
    "turn",
    "hold",
    "distance",
    "drive",
    "sign",
    "gap",
]
_OPPOSITE: dict[Direction, Direction] = {"up": "down", "down": "up", "flat": "flat"}
_DIRECTIONS: dict[str, Direction] = {"up": "up", "down": "down", "flat": "flat"}

_MODIFIER = "(?:DET|POSSESSIVE|POSS_MARK|TALLY|ADVERB|PERIOD|SESSION|STREAK|NUMBER|DASH)"
_STAND = "(?:ANCHOR|AUX|LEVEL|LEVEL_BASE|LEVEL_ING|HOLD|HOLD_BASE|HOLD_ING|MOVE|MOVE_ING)"
_PREDICATE = pattern(f"""
    (?P<turn> (?:PARE|PARE_BASE|PARE_ING|COUNT|COUNT_BASE|COUNT_ING) (?:DET|POSSESSIVE|TALLY|ADVERB|PERIOD|POSS_MARK|SESSION)*
        (?: (?P<inner>{CHANGE}) | (?:OF|ADVERB) )* (?:TALLY|PERIOD|SESSION)* (?P<turned>NOUN)
        (?: (?:OF|FOR) (?P<inner>{CHANGE}) )? )
  | (?P<wiped> (?:PARE|PARE_ING|COUNT|COUNT_ING) (?P<share>PERCENT) (?:OF|FROM) (?:DET|POSSESSIVE)* (?=SUBJECT POSS_MARK? (?:WORD|STOCK)) )
  | (?P<off> (?: {_STAND} ADVERB* OFF | (?<=COMMA) OFF ) (?= {CHANGE} ) )
  | (?P<multiple> TIMES )
  | (?P<listed> (?<=SUBJECT) MARK? {LEVEL} MARK? LPAREN? (?P<row> PLUS | DASH )? (?P<rowed>PERCENT) RPAREN? )
  | (?P<verb> MOVE | MOVE_BASE )
  | (?P<participle> MOVE_ING )
  | (?P<count> COUNT | COUNT_BASE ) (?= ADVERB* BY? {CHANGE} )
  | (?P<counting> COUNT_ING ) (?= ADVERB* BY? {CHANGE} )
  | (?P<particle> (?:{_STAND} (?:ADVERB|TALLY)* )? PARTICLE )
  | (?P<hold> (?:HOLD|HOLD_BASE) (?=ADVERB* AT? {LEVEL} (?! BELOW|ABOVE|PARTICLE)) )
  | (?P<distance> (?:AUX|LEVEL_ING|LEVEL|HOLD|HOLD_BASE)? ADVERB* (?P<gone>PERCENT|POINTS|MONEY) (?P<side>BELOW|ABOVE|OFF) (?=DET|POSSESSIVE|EXTREME|ANCHOR|MONEY|SUBJECT POSS_MARK|PERIOD) )
  | (?P<drive> (?:DRIVE|DRIVE_BASE|DRIVE_ING) (?:DET|LIST_WORD|ADVERB|STOCK OF (?:WORD|LIST_WORD|NAME){{1,4}} COMMA? (?:WITH|LIST_WORD))* SUBJECT )
  | (?P<noun> (?:DET|POSSESSIVE)? (?:{_MODIFIER}|QUOTE|EXTREME (?=TALLY|NOUN))* (?P<before>{CHANGE})? (?:TALLY|PERIOD|SESSION|ADVERB|STREAK)*
        NOUN (?: OF (?P<after>{CHANGE}) )? )
  | (?P<sign> (?<=SUBJECT) (?:LPAREN|ADVERB|COLON)? (?P<mark> PLUS | DASH )? (?P<signed>PERCENT) RPAREN? )
  | (?P<more> (?<=AND|COMMA|CLAUSE) (?P<again>ADVERB) (?=PERCENT|POINTS) )
  | (?P<since> (?<=AND) (?=PERCENT SINCE) )
  | (?P<gap> (?<=SUBJECT) (?:ADVERB|BY|DET|TALLY)* (?={CHANGE}) )
""")


class Predicate(NamedTuple):
    """Words that say something moved.

    Attributes:
        kind: how it is said.
        first: index of its first item.
        last: index of the item after it.
        direction: which way.
        inner: the change that stands inside it ("a 10% surge"), or None.
        rule: name of the rule, for the reader of the fact.
    """

    kind: Kind
    first: int
    last: int
    direction: Direction
    inner: Quantity | None
    rule: str


def predicates(tape: Tape) -> list[Predicate]:
    """Return the predicates of a tape, in order."""
    found: list[Predicate] = []
    at = 0
    while match := _PREDICATE.search(tape.tags, at):
        name = next(name for name in _MAKERS if match[name] is not None)
        predicate = _MAKERS[name](tape, match, found)
        if predicate is not None:
            found.append(predicate)
        at = max(match.end(), match.start() + 1)
    return found


_Maker = Callable[[Tape, regex.Match[str], list[Predicate]], Predicate | None]


def _quantity(tape: Tape, match: regex.Match[str], group: str) -> Quantity | None:
    value = tape.items[match.start(group)].value if match[group] else None
    return value if isinstance(value, Quantity) else None


def _simple(group: str, kind: Kind, rule: str) -> _Maker:
    """Make a maker for predicates that are one word of movement."""

    def make(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
        first, last = match.span(group)
        direction = _DIRECTIONS.get(tape.items[last - 1].sense)
        if direction is None or _TRANSITIVE.match(tape.tags, last):
            return None
        if _DECLINES.match(tape.items[last - 1].lower) and _TO_DO.match(tape.tags, last):
            return None
        if kind == "participle" and _ADJECTIVE.match(tape.tags, last):
            return None
        if group.startswith("count") and _is_part(tape, last):
            return None
        return Predicate(kind, first, last, direction, None, rule)

    return make


_DECLINES = regex.compile("declin")
_TO_DO = pattern("TO (?:WORD|PARE_BASE|LEVEL_BASE|MOVE_BASE|DRIVE_BASE|AUX|REACH_BASE|COUNT_BASE)")
_ADJECTIVE = pattern("(?:WORD|NAME|STOCK|TALLY|NOUN|ANCHOR|HINGE|DRIVE_BASE|EXTREME)")
_PART = pattern(f"(?:BY|ADVERB)* {CHANGE} OF (?:POSSESSIVE|DET) (?P<what>WORD|NAME|STOCK)")


def _is_part(tape: Tape, at: int) -> bool:
    """Whether what is lost is a part of something else: "shed 20% of its workforce"."""
    match = _PART.match(tape.tags, at)
    return match is not None and tape.items[match.start("what")].lower not in _WORTH


_WORTH = frozenset({"value", "worth", "market", "price"})
_TRANSITIVE = pattern(f"""
    (?:ADVERB)* (?: POSSESSIVE | DET (?! (?:WORD|TALLY|ADVERB|EXTREME){{1,3}} {CHANGE} ) (?: WORD (?!IN) | NAME )
      | QUOTE WORD )
""")


def _turn(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "pared losses" (still down), "erased losses" (now up), "posted a gain of 5%"."""
    first, last = match.span("turn")
    direction = _DIRECTIONS.get(tape.items[match.start("turned")].sense)
    verb = tape.items[first].sense
    inner = _quantity(tape, match, "inner")
    if tape.items[first].tag.startswith("COUNT"):
        if inner is not None or verb != "down":
            return None
        return Predicate("turn", first, last, "down", None, "move_turn")
    if direction is None or (verb == "keep" and inner is None and not _is_plain(tape, match)):
        return None
    if verb == "turn" and inner is not None:
        return Predicate("turn", first, last, direction, inner, "move_turned")
    if verb == "turn":
        direction = _OPPOSITE[direction]
    return Predicate("turn", first, last, direction, inner, f"move_{verb}")


def _is_plain(tape: Tape, match: regex.Match[str]) -> bool:
    """Whether a number-less "extended gains" tells a move: not "see growth", "lead a recovery"."""
    return tape.items[match.start("turned")].lower in _SURE and bool(
        _SURE_VERB.match(tape.items[match.start("turn")].lower)
    )


_SURE = frozenset(
    {
        "gains",
        "losses",
        "gain",
        "loss",
        "rally",
        "decline",
        "declines",
        "advance",
        "slide",
        "rebound",
        "drop",
        "selloff",
        "sell-off",
        "slump",
        "rout",
        "run",
        "winning streak",
        "losing streak",
        "rise",
    }
)
_SURE_VERB = regex.compile(
    "ext|build|built|add|deep|wide|accel|hold|held|resum|post|notch|book|log|record|regist|scor|clock|suffer|stag|mount|rack|chalk|stretch|continu"
)


def _particle(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "was up", "(up 13.5%)", "0.3% higher", "closed little changed"."""
    first, last = match.span("particle")
    item = tape.items[last - 1]
    direction = _DIRECTIONS.get(item.sense)
    before = _number_before(tape, last - 1)
    if direction is None:
        return None
    if before is not None:
        at, value = before
        stand = at - 1 if at and tape.items[at - 1].tag in _STANDS else at
        kind: Kind = "particle" if stand == at else "clause"
        return Predicate(kind, stand, last, direction, value, "move_particle")
    stands = last - first > 1
    if _FROM_LEVEL.match(tape.tags, last) and _STOOD.search(tape.tags[:first]):
        return Predicate("particle", first, last, direction, None, "move_particle")
    if _CHANGE_AFTER.match(tape.tags, last) or (stands and not _COMPARED.match(tape.tags, last)):
        return Predicate(
            "clause" if stands else "particle", first, last, direction, None, "move_particle"
        )
    if item.sense == "flat" and first and tape.items[first - 1].tag == "SUBJECT":
        return Predicate("particle", first, last, direction, None, "move_particle")
    return None


_STANDS = frozenset({"AUX", "LEVEL", "LEVEL_BASE", "LEVEL_ING", "HOLD", "HOLD_BASE", "MOVE"})
_CHANGE_AFTER = pattern(f"(?:BY|ADVERB)* {CHANGE}")
_FROM_LEVEL = pattern(f"FROM {LEVEL}")
_STOOD = pattern(f"SUBJECT POSS_MARK? {_STAND}* AT? {LEVEL} COMMA? $")
_COMPARED = pattern("WORD | SUBJECT | NAME | TALLY | NOUN")
_CHANGE_TAGS = frozenset({"PERCENT", "MONEY", "POINTS", "TIMES"})


def _number_before(tape: Tape, at: int) -> tuple[int, Quantity] | None:
    match = _BEFORE.search(tape.tags[max(0, at - _BEFORE_REACH) : at])
    if match is None:
        return None
    low = max(0, at - _BEFORE_REACH)
    value = tape.items[low + match.start("change")].value
    return (low + match.start(), value) if isinstance(value, Quantity) else None


_BEFORE_REACH = 8
_BEFORE = pattern(
    "(?: (?:LEVEL|LEVEL_ING|LEVEL_BASE) (?:DET STREAK|DET? PERIOD) )?"
    "(?: (?P<points>POINTS|MONEY) COMMA? OR (?P<change>PERCENT) COMMA? | (?P<change>PERCENT|MONEY|POINTS|TIMES) ) ADVERB? $"
)


def _off(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "was off 0.2 per cent" and ", off 6 bps"."""
    first, last = match.span("off")
    kind: Kind = "clause" if last - first > 1 else "particle"
    return Predicate(kind, first, last, "down", None, "move_particle")


_TIMES_UP = regex.compile("doubl|tripl|trebl|quadrupl|quintupl", regex.IGNORECASE)
_TIMES_DOWN = regex.compile("halv|cut in half", regex.IGNORECASE)


def _multiple(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "has more than doubled" and "halved"."""
    value = _quantity(tape, match, "multiple")
    if value is None:
        return None
    words = value.span.text
    if not words.endswith("d") or _TRANSITIVE.match(tape.tags, match.end("multiple")):
        return None
    if _TIMES_UP.search(words) or _TIMES_DOWN.search(words):
        direction: Direction = "up" if _TIMES_UP.search(words) else "down"
        return Predicate("verb", *match.span("multiple"), direction, value, "move_multiple")
    return None


def _listed(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read a row of a list: "FTSE 100 | 10,004.57 | +0.54%", "Brent $61.76 (+1.7%)"."""
    value = _quantity(tape, match, "rowed")
    mark = tape.items[match.start("row")].lower if match["row"] else ""
    direction = _signed(mark, value)
    owner = tape.items[match.start("listed") - 1].value
    counted = tape.tags[match.start() : match.end()].find(code("NUMBER")) >= 0
    if isinstance(owner, Instrument) and owner.kind == "equity" and counted:
        return None
    if value is None or direction is None:
        return None
    return Predicate("sign", *match.span("listed"), direction, value, "move_listed")


_SIGNS: dict[str, Direction] = {"+": "up", "-": "down"}


def _signed(mark: str, value: Quantity | None) -> Direction | None:
    """Return the direction of a sign, standing alone or inside the figure."""
    inside = clean(value.span.text[:1]) if value is not None else ""
    return _SIGNS.get(mark or inside)


def _wiped(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "erased more than 40 percent of the company's value"."""
    first, last = match.span("wiped")
    if tape.items[first].sense not in ("turn", "pare", "down"):
        return None
    return Predicate(
        "drive", first, last + 1, "down", _quantity(tape, match, "share"), "move_wiped"
    )


def _distance(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "12.7% below its all-time high": it stands that far from a baseline."""
    first, side = match.start("distance"), match.start("side")
    how = tape.items[side]
    direction: Direction = "up" if how.tag == "ABOVE" else "down"
    inner = _quantity(tape, match, "gone")
    if inner is None or inner.unit not in ("percent", "basis_point", "index_point", "currency"):
        return None
    return Predicate("distance", first, side, direction, inner, "move_distance")


def _drive(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read "boosted shares of X" and "drove X to a six-week high": what follows moves."""
    first, last = match.span("drive")
    subject = tape.items[last - 1]
    direction = _DIRECTIONS.get(tape.items[first].sense)
    reached = _REACHED.match(tape.tags, last)
    if direction is None and reached:
        direction = _DIRECTIONS.get(_EXTREMES.get(tape.items[reached.end() - 1].sense, ""))
    kind = subject.value.kind if isinstance(subject.value, Instrument) else ""
    priced = (
        subject.sense == "stock"
        or kind not in ("equity", "sector")
        or bool(_TO.match(tape.tags, last))
    )
    if first and tape.items[first - 1].tag in ("TO", "DET", "TALLY", "NOT"):
        return None
    if (
        direction is None
        or not priced
        or _OWNED.match(tape.tags, last)
        or _GOES_ON.match(tape.tags, last)
    ):
        return None
    return Predicate("drive", first, last, direction, None, "move_drive")


_REACHED = pattern("TO (?:DET|POSSESSIVE|TALLY|PERIOD|ADVERB)* EXTREME")
_TO = pattern("TO (?:DET|ADVERB|AS)* (?:MONEY|NUMBER|POINTS|EXTREME)")
_OWNED = pattern("POSS_MARK | WORD | NAME | STOCK | NOUN")
_GOES_ON = pattern(
    "ADVERB* (?:BY|ADVERB)* (?:PARTICLE|MOVE|MOVE_BASE|MOVE_ING|NOUN|PERCENT PARTICLE)"
)
_EXTREMES = {"high": "up", "record_high": "up", "low": "down", "record_low": "down"}


def _noun(tape: Tape, match: regex.Match[str], _found: list[Predicate]) -> Predicate | None:
    """Read a noun of movement, or the same word as a verb: "a 10% surge", "shares gain 3%"."""
    first, last = match.span("noun")
    inner = _quantity(tape, match, "before") or _quantity(tape, match, "after")
    at = match.end("noun") - (2 if match["after"] else 0) - 1
    direction = _DIRECTIONS.get(tape.items[at].sense)
    if direction is None:
        return None
    if any(item.lower in _TYPICAL for item in tape.items[first:last]):
        return None
    if inner is None and _is_verb(tape, at):
        return Predicate("verb", at, last, direction, None, "move_verb")
    return Predicate("noun", first, last, direction, inner, "move_noun")


_TYPICAL = frozenset({"median", "average", "typical", "historical", "typically", "mean"})
_VERB_CUE = pattern("(?:MODAL|OUTLOOK|(?:AUX|OUTLOOK|WORD) TO|NOT) ADVERB* $")
_SUBJECT_CUE = pattern("SUBJECT ADVERB* $")


def _is_verb(tape: Tape, at: int) -> bool:
    """Whether "gain" is a verb here: "could gain", "shares gain 3%", "stocks rally"."""
    before = tape.tags[max(0, at - 4) : at]
    if _VERB_CUE.search(before):
        return True
    if not _SUBJECT_CUE.search(before):
        return False
    word = tape.items[at].lower
    subject = next(item for item in reversed(tape.items[:at]) if item.tag == "SUBJECT")
    plural = subject.sense == "stock" or subject.lower.endswith(("s", "equities"))
    return (plural and not word.endswith("s")) or (word.endswith("s") and not plural)


def _sign(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read "Nvidia (+2.3%)" and "SMCI -8%"."""
    value = _quantity(tape, match, "signed")
    if value is None:
        return None
    mark = tape.items[match.start("mark")].lower if match["mark"] else ""
    direction = _signed(mark, value)
    if direction is None:
        return _unsigned(tape, match, found)
    return Predicate("sign", *match.span("sign"), direction, value, "move_sign")


def _unsigned(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read a figure beside a name as the verb before it says: "A fell 3% and B 4%"."""
    first = match.start("sign")
    bracketed = tape.items[first].tag == "LPAREN"
    if not found or bracketed != _is_bracketed(tape, found[-1]):
        return None
    return _gapped(tape, first, match.start("signed"), found)


def _is_bracketed(tape: Tape, predicate: Predicate) -> bool:
    return predicate.first > 0 and tape.items[predicate.first - 1].tag == "LPAREN"


def _gapped(tape: Tape, first: int, last: int, found: list[Predicate]) -> Predicate | None:
    if found[-1].kind not in _REPEATABLE or not _GAPPED.search(tape.tags[:first]):
        return None
    return Predicate("gap", first, last, found[-1].direction, None, "move_gapping")


_REPEATABLE = frozenset({"verb", "particle", "gap", "participle", "clause"})


def _more(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read "soared 74% on Monday and another 60% on Tuesday"."""
    at = match.start("again")
    if not found or tape.items[at].lower not in _AGAIN or found[-1].kind not in _REPEATABLE:
        return None
    return Predicate("verb", at, at + 1, found[-1].direction, None, "move_more")


def _since(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read "lost 15.4% this year and 99% since its June 2021 peak"."""
    if not found or found[-1].kind not in _REPEATABLE:
        return None
    at = match.start("since")
    return Predicate("verb", at, at, found[-1].direction, None, "move_more")


_AGAIN = frozenset({"another", "a further", "an additional", "further"})


def _gap(tape: Tape, match: regex.Match[str], found: list[Predicate]) -> Predicate | None:
    """Read the verb left out: "the Dow lost 0.2% and the Nasdaq 0.7%"."""
    return _gapped(tape, match.start("gap"), match.end("gap"), found) if found else None


_GAPPED = pattern("(?:AND|COMMA|CLAUSE) (?:DET|LIST_WORD|WITH)* SUBJECT $")
_MAKERS: dict[str, _Maker] = {
    "turn": _turn,
    "verb": _simple("verb", "verb", "move_verb"),
    "participle": _simple("participle", "participle", "move_participle"),
    "count": _simple("count", "verb", "move_count"),
    "counting": _simple("counting", "participle", "move_count"),
    "particle": _particle,
    "hold": _simple("hold", "hold", "move_hold"),
    "off": _off,
    "multiple": _multiple,
    "listed": _listed,
    "wiped": _wiped,
    "distance": _distance,
    "drive": _drive,
    "noun": _noun,
    "sign": _sign,
    "gap": _gap,
    "more": _more,
    "since": _since,
}
