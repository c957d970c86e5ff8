"""The part of a business that a figure is of: "revenue from the [cloud] segment"."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import Item, pattern
from finfacts.patterns import lazy


def part_name(reading: Reading, figure: Stated) -> str | None:
    """Return a figure's name with its part: "cloud_revenue" for "revenue from the cloud unit".

    Empty where the figure is of a part that has no name ("that division's"), None where the
    figure is of the whole.
    """
    item = reading.tape.items[figure.name]
    if item.sense not in _SUMS or figure.rule == "metric_part":
        return None
    words = _before(reading, figure.name)
    if words is None:
        words = _after(reading, figure.name)
    if words is None:
        words = in_place(reading, figure)
    if words is None:
        words = _doer(reading, figure)
    if words is None:
        words = _goes_on(reading, figure)
    if words is None:
        return None
    plain = item.sense in ("revenue", "net_income")  # "net sales" of a part are its sales
    whole = item.lower.replace("revenues", "revenue").split()[-1] if plain else item.sense
    return "_".join(regex.findall(r"[a-z0-9]+", " ".join((*words, whole)))) if words else ""


_SUMS = frozenset(
    ("revenue", "net_income", "operating_income", "pretax_profit", "gross_profit", "ebitda")
)


def _before(reading: Reading, name: int) -> list[str] | None:
    """Return the words of a part that owns a figure: "the [chip] division's sales"."""
    items = reading.tape.items
    if name <= 1 or items[name - 1].tag != "POSS_MARK" or items[name - 2].lower not in _UNITS:
        return None
    match = _RUN.search(reading.tape.tags, max(0, name - _NEAR), name - 2)
    return _plain(items[match.start() : name - 2]) if match is not None else []


_RUN = pattern("(?:WORD|NAME)+ $")


def _after(reading: Reading, name: int) -> list[str] | None:
    """Return the words of a part told after a name: "sales of [services]", "from its Mac unit"."""
    items = reading.tape.items
    match = _UNIT.match(reading.tape.tags, name + 1)
    for end in range(match.end(), match.start("run"), -1) if match is not None else ():
        unit = items[end - 1].lower
        told = unit in _UNITS or (unit == "group" and items[end - 2].tag in ("WORD", "NAME"))
        if told and match is not None:
            return _plain(items[match.start("run") : end - 1])
    goods = _GOODS.match(reading.tape.tags, name + 1)
    if goods is None or not _sells(reading, name, items[goods.end() - 1]):
        return None
    return _plain(items[goods.start("run") : goods.end()])


def in_place(reading: Reading, figure: Stated) -> list[str] | None:
    """Return the place where a company sells: "In [China], revenue fell"."""
    match = _IN_PLACE.match(reading.tape.tags)
    main = reading.setting.main
    if match is None or match.end() != figure.name or main is None or main.kind != "equity":
        return None
    return _plain(reading.tape.items[slice(*match.span("where"))])


_IN_PLACE = pattern("IN DET? (?P<where>NAME{1,3}) COMMA (?=METRIC)")


def _sells(reading: Reading, name: int, goods: Item) -> bool:
    """Whether goods stand after a name: "sales of iPhones", "for Azure", "from the smartphone"."""
    link = reading.tape.items[name + 1].tag
    if goods.lower in _WHOLE or goods.lower in _UNITS:
        return False
    if link == "OF":
        return reading.tape.items[name].lower.endswith("sales") and goods.lower.endswith("s")
    return link in ("FROM", "AT") or goods.tag == "NAME"


_UNIT = pattern("""
    (?:FROM|IN|AT|OF|FOR) (?:DET|POSSESSIVE|QUOTE|INSTRUMENT POSS_MARK)*
    (?P<run>(?:WORD|NAME|TALLY|AND|QUOTE|COUNTED|LIST_WORD){1,5})
""")
_GOODS = pattern("""
    (?: (?:OF|FOR) (?:DET|POSSESSIVE)? (?P<run>WORD|NAME|COUNTED)
      | FROM (?:DET|POSSESSIVE)? (?P<run>(?:WORD|NAME|COUNTED){1,3})
      | AT (?P<run>WORD{1,3}) )
    (?= GROW | GROW_ING | GROW_BASE | MOVE | MOVE_ING | AUX | PARTICLE | COMMA | STOP | IN
      | PERIOD | PASSIVE_EXPECT | CONDITIONAL | $ )
""")
_UNITS = frozenset(("division", "divisions", "segment", "unit", "business", "businesses", "arm"))
_LOOSE = frozenset(("business", "group"))  # alone, they are the company
_WHOLE = frozenset(
    "operations customers company group quarter year period month week first continuing fuel"
    " currency currencies rates prices levels"
    " sales products goods shares stocks assets homes houses one two all investors".split()
)


def _plain(items: list[Item]) -> list[str]:
    return [item.lower for item in items if item.tag in ("WORD", "NAME", "COUNTED", "METRIC")]


def _doer(reading: Reading, figure: Stated) -> list[str] | None:
    """Return the words of a part that does what a verb says: "The [chip] division provided"."""
    items = reading.tape.items
    for at in range(figure.first - 1, max(-1, figure.first - _REACH), -1):
        item = items[at]
        if item.tag in ("SEMICOLON", "STOP", "CLAUSE") or item.tag in _SPEAKING:
            return None
        if item.lower in _UNITS or item.lower in _LOOSE:
            match = _SUBJECT.search(reading.tape.tags, max(0, at - _NEAR), at)
            words = _plain(items[match.start("run") : at]) if match is not None else None
            whole = words is None or (item.lower in _LOOSE and not words)
            return None if whole or _other(items, at, figure.first) else words
    return None


def _other(items: list[Item], part: int, first: int) -> bool:
    """Whether a company named after a part does it: "The unit is sold and Apple reported"."""
    if items[part + 1].tag == "COMMA" and items[part + 2].tag == "REL":
        return False
    return any(item.tag in ("INSTRUMENT", "PRONOUN") for item in items[part + 1 : first])


_REACH = 24  # items
_NEAR = 8
_SPEAKING = frozenset(("ANALYSTS", "ESTIMATE"))
_SUBJECT = pattern("""
    (?: ^ | COMMA | QUOTE | DET (?=DET) | WORD (?=DET|POSSESSIVE) | (?<=INSTRUMENT) POSS_MARK )
    (?: DET | POSSESSIVE | (?<=INSTRUMENT POSS_MARK) )
    (?P<run>(?:WORD|NAME|TALLY|AND|COMMA|QUOTE|METRIC)*) $
""")


def _goes_on(reading: Reading, figure: Stated) -> list[str] | None:
    """Return the words of the part that the sentence before told of, where a bare figure goes on.

    None where it does not, no words where that part has no name.
    """
    if figure.name > _OPENING or reading.sentence.found.instruments:
        return None
    text = reading.sentence.passage.clean
    before = text[max(0, reading.sentence.start - _BACK) : reading.sentence.start].rstrip()
    starts = [match.end() for match in _STARTS.finditer(before)]
    match = _PART_FIRST.match(before, starts[-1] if starts else 0)
    if match is None:
        return None
    return match["part"].lower().split() if figure.name == 0 else []


_OPENING = 3
_BACK = 300  # characters
_STARTS = lazy(r"[.!?\n][\"']?\s+(?=\p{Lu})")
_PART_FIRST = lazy(
    r"(?:The|Its|This|That|Their) (?P<part>(?:(?!of |in |for |at )[\w&-]+,? (?:and )?){0,4})"
    r"(?:division|segment|unit|business)\b"
)
