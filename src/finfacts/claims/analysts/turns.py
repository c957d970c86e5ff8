"""Whose turn it is in a sentence of houses: "UBS cut Nike; raised to Buy at Mizuho; Citi to Hold".

A house leads what it does ("UBS cut ...") or trails it ("... raised to Buy at Mizuho"); each turn
is the stretch of the tape that one house, or a list of houses that act together, governs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from finfacts.claims.analysts.reading import Reading
from finfacts.claims.tape import code, pattern
from finfacts.context.setting import Setting
from finfacts.values import Brokerage, Person

Group = tuple[int, int]

_HOUSES = pattern(
    """HOUSE (?: POSS_MARK? (?:COMMA ANALYST?)? PERSON? (?:COMMA|AND|COMMA AND)
        (?:WORD (?=HOUSE))? HOUSE )*"""
)
ACTION = pattern("(?:UP|DOWN|KEEP|BEGIN|GO|OWN|TARGET|RATING|SEE)")
_SPOKEN = pattern("WE (?:AUX|WORD|MODAL)? (?:UP|DOWN|KEEP|BEGIN|OWN)")
_SAYS = pattern("(?:UP|DOWN|TARGET|RATING|MONEY|(?:AUX) BEGIN)")
_TRAILS = pattern("(?:AT|BY|UP FROM|DOWN FROM) $")
_SPEAKER = pattern(
    "(?:PERSON|ANALYST) (?:COMMA [^COMMA]{1,6} COMMA?)? (?:AT|FROM|OF|WITH|LINK|BY) $"
)
_BREAK = pattern("(?: SEMICOLON | COMMA? CLAUSE | COMMA? AND | COMMA (?!REL) | AFTER | STOP )")
_PERSON_BEFORE = pattern("""
    (?: ANALYST? PERSON (?:COMMA [^COMMA]{1,6} COMMA?)? (?:AT|FROM|OF|WITH)?
      | ANALYST (?:AT|FROM|OF|WITH) | AT ) $
""")
_PERSON_BACK = 7  # items
_PERSON_AHEAD = 4


@dataclass(frozen=True)
class Turn:
    """The items [start, end) of a sentence in which the same houses act.

    Attributes:
        houses: their names.
        analysts: one for each house, or None.
        at: the items of the houses themselves.
        lead: index up to which words before the first house lend it their verb.
    """

    houses: tuple[str, ...]
    analysts: tuple[str | None, ...]
    at: Group
    start: int
    end: int
    lead: int = 0


def find_turns(reading: Reading) -> list[Turn]:
    """Return the turns of a sentence, in order; none where no house acts."""
    groups = [match.span() for match in _HOUSES.finditer(reading.tape.tags)]
    if not groups:
        return []
    starts = _starts(reading, groups)
    ends = [*starts[1:], len(reading.items)]
    return [
        Turn(
            tuple(_houses(reading, group)),
            tuple(_signed(reading, group, start, end)),
            group,
            start,
            end,
            groups[0][0],
        )
        for group, start, end in zip(groups, starts, ends, strict=True)
    ]


def _starts(reading: Reading, groups: Sequence[Group]) -> list[int]:
    starts: list[int] = []
    low = 0
    for first, last in groups:
        trails = _trails(reading, low, first)
        starts.append(
            _trailing_start(reading, low, first) if trails else _leading_start(reading, low, first)
        )
        low = last
    return starts


def _trails(reading: Reading, low: int, first: int) -> bool:
    """Whether what a house does stands before it: "raised to Buy at Mizuho"."""
    before = reading.tape.tags[low:first]
    if _SPOKEN.search(before):
        return True  # '"We reiterate our Buy rating," Needham said'
    return bool(_TRAILS.search(before) and not _SPEAKER.search(before) and _SAYS.search(before))


def _trailing_start(reading: Reading, low: int, first: int) -> int:
    if low == 0:
        return 0
    breaks = [match.end() for match in _BREAK.finditer(reading.tape.tags, low, first)]
    said = (at for at in reversed(breaks) if _SAYS.search(reading.tape.tags, at, first))
    return next(said, low)


def _leading_start(reading: Reading, low: int, first: int) -> int:
    match = _PERSON_BEFORE.search(reading.tape.tags[low:first])
    return low + match.start() if match else first


def _houses(reading: Reading, group: Group) -> Iterator[str]:
    for item in reading.items[group[0] : group[1]]:
        if isinstance(item.value, Brokerage):
            yield item.value.name


def _signed(reading: Reading, group: Group, start: int, end: int) -> Iterator[str | None]:
    """Yield each house's analyst: named here, or in the heading that the sentence stands under."""
    houses = _houses(reading, group)
    for house, analyst in zip(houses, _analysts(reading, group, start, end), strict=True):
        yield analyst or _heading(reading.setting, house)


def _heading(setting: Setting, house: str) -> str | None:
    """Return the analyst of the heading above, where it is this house's."""
    return setting.analyst if setting.headed and house == setting.brokerage else None


def _analysts(reading: Reading, group: Group, start: int, end: int) -> Iterator[str | None]:
    """Yield each house's analyst: the person right before or after it."""
    spots = [at for at in range(*group) if reading.items[at].tag == "HOUSE"]
    people = {
        at: item.value.name
        for at, item in enumerate(reading.items[:end])
        if at >= start and isinstance(item.value, Person)
    }
    for at in spots:
        near = [
            (abs(place - at), place)
            for place in people
            if -_PERSON_BACK <= place - at <= _PERSON_AHEAD and _joined(reading, at, place)
        ]
        yield people.pop(min(near)[1]) if near else None


def _joined(reading: Reading, house: int, person: int) -> bool:
    """Whether a person stands beside a house with no verb between."""
    between = reading.tape.tags[min(house, person) + 1 : max(house, person)]
    return not any(
        code(tag) in between
        for tag in ("UP", "DOWN", "KEEP", "BEGIN", "CLAUSE", "SEMICOLON", "HOUSE")
    )
