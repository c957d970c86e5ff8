"""Figures that go on from one: "and advertising 8%", "ANZ's 15", "5% and 3%, respectively".

A figure in a list leaves out what it shares with the one before: the verb, the name, whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from finfacts.claims.metrics.pieces import DEGREE
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import Tape, pattern

_NUMBER = "(?P<number>PERCENT|MONEY|NUMBER|TIMES|POINTS)"
_TIME = "(?: YEAR_AGO | (?:IN|FOR|ON)? DET? PERIOD | ADVERB )*"
_END = "(?= COMMA | AND | STOP | SEMICOLON | CLAUSE | YEAR_AGO | IN | FOR | PERIOD | RPAREN | $ )"
_NAMED = pattern(f"""
    {_TIME} (?: COMMA | COMMA? AND | COMMA? CLAUSE ) (?:DET|POSSESSIVE|INSTRUMENT POSS_MARK)?
    (?:WORD|NAME|TALLY){{0,2}}? (?P<name>WORD|NAME|METRIC|MEASURE) (?:BY|ADVERB|AUX)*
    {_NUMBER} {_END}
""")
_OTHERS = pattern(f"""
    {_TIME} (?: COMMA | COMMA? AND | COMMA? CLAUSE ) (?:FOR|AT)? (?P<who>INSTRUMENT)
    (?:POSS_MARK|BY|ADVERB)* {_NUMBER} {_END}
  | COMMA? (?:BEAT|AGAINST) {DEGREE} {_NUMBER} (?:FOR|AT) (?P<who>INSTRUMENT)
""")
_LATER = pattern(f"""
    (?:IN|FOR|ON)? DET? PERIOD (?: COMMA? AFTER | COMMA? AND | COMMA ) {DEGREE} {_NUMBER}
    (?:IN|FOR|ON) DET? PERIOD
""")
_SPENT = pattern(f"""
    (?:FOR|ON|TO)
    (?:DET|POSSESSIVE|ADVERB|WORD|NAME|TALLY|METRIC|COUNTED|INSTRUMENT|POSS_MARK){{1,6}}?
    (?: COMMA | COMMA? AND ) {DEGREE} {_NUMBER} (?=FOR|ON|TO)
""")
_ZIPPED = pattern(f"""
    (?: COMMA {_NUMBER} )* COMMA? AND {_NUMBER}
""")
_NAMES = pattern("(?P<each>METRIC|MEASURE) (?: COMMA (?P<each>METRIC|MEASURE) )* COMMA? AND $")
_SUBJECTS = pattern("(?P<each>INSTRUMENT) (?: COMMA (?P<each>INSTRUMENT) )* COMMA? AND INSTRUMENT")
_NO_NAMES = frozenset(
    "excluding roughly topping beating matching half worth about shares stock some around including"
    " versus or only another said says that analysts".split()
)
_GROWN = frozenset(("metric_grew", "metric_stands_up", "metric_listed", "metric_multiplied"))


def listed(tape: Tape, figures: list[Stated]) -> list[Stated]:
    """Return figures with those that go on from each, in order."""
    taken = {at for figure in figures for at in (figure.value, figure.change, figure.prior)}
    found: list[Stated] = []
    for figure in figures:
        zipped = _zipped(tape, figure, taken)
        if zipped:
            found.extend(zipped)
            continue
        found.append(figure)
        found.extend(_continued(tape, figure, taken))
    return found


def _continued(tape: Tape, figure: Stated, taken: set[int]) -> Iterator[Stated]:
    """Yield the figures that go on from one, each from the one before it."""
    going: Stated | None = figure
    while going is not None:
        going = _next(tape, going, taken)
        if going is not None:
            taken |= {going.value, going.change}
            yield going


def _next(tape: Tape, figure: Stated, taken: set[int]) -> Stated | None:
    texts = (_LATER, _SPENT, _OTHERS, _NAMED) if figure.rule == "metric_paid" else _GOING_ON
    for text in texts:
        match = text.match(tape.tags, figure.last)
        if match is None or match.start("number") in taken:
            continue
        at = match.start("number")
        if not _is_alike(tape, figure, at):
            continue
        named = text is _NAMED
        if named and not _is_name(tape, figure, match.start("name"), at):
            continue
        return figure._replace(
            rule="metric_listed" if named else figure.rule,
            name=match.start("name") if named else figure.name,
            value=at if figure.value >= 0 and figure.change < 0 else -1,
            change=at if figure.change >= 0 else -1,
            prior=-1,
            first=match.start(),
            last=at + 1,
            who=match.start("who") if text is _OTHERS else figure.who,
            lead=figure.first if figure.lead < 0 else figure.lead,
        )
    return None


_GOING_ON = (_LATER, _OTHERS, _NAMED)


def _is_alike(tape: Tape, figure: Stated, at: int) -> bool:
    """Whether a number is of the kind of the one before: a percentage, a sum."""
    before = tape.items[figure.change if figure.change >= 0 else figure.value].tag
    after = tape.items[at].tag
    return before == after or (before == "TIMES" and after == "NUMBER")


def _is_name(tape: Tape, figure: Stated, name: int, at: int) -> bool:
    """Whether a noun names a figure that goes on: growth of any noun, a sum of a known one."""
    item = tape.items[name]
    if item.tag in ("METRIC", "MEASURE"):
        return True
    return (
        figure.rule in _GROWN
        and figure.change >= 0
        and tape.items[at].tag == "PERCENT"
        and item.lower not in _NO_NAMES
    )


def _zipped(tape: Tape, figure: Stated, taken: set[int]) -> list[Stated]:
    """Return a figure a name where names and numbers pair: "A and B rose 5% and 3%"."""
    number = figure.change if figure.change >= 0 else figure.value
    match = _ZIPPED.match(tape.tags, number + 1)
    if match is None or (figure.value >= 0 and figure.change >= 0):
        return []
    numbers = [number, *match.starts("number")]
    if any(not _is_alike(tape, figure, at) for at in numbers):
        return []
    taken |= set(numbers)
    names = _NAMES.search(tape.tags, max(0, figure.name - _REACH), figure.name)
    if names is not None:
        return _pairs(figure, [*names.starts("each"), figure.name], numbers, named=True)
    whose = _SUBJECTS.search(tape.tags, 0, figure.name)
    if whose is None:
        return []
    return _pairs(figure, [*whose.starts("each"), whose.end() - 1], numbers, named=False)


_REACH = 8  # items


def _pairs(figure: Stated, heads: list[int], numbers: list[int], *, named: bool) -> list[Stated]:
    if len(heads) != len(numbers):
        return []
    grown = figure.change >= 0
    return [
        figure._replace(
            name=head if named else figure.name,
            who=figure.who if named else head,
            value=-1 if grown else number,
            change=number if grown else -1,
            first=min(head, figure.first),
            last=numbers[-1] + 1,
        )
        for head, number in zip(heads, numbers, strict=True)
    ]
