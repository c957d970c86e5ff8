"""Parts of a whole in words: "a third of a percent", "half a million", "down by a quarter"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import regex

from finfacts.lexicons.units import Counted
from finfacts.mentions.quantities.amount import Amount
from finfacts.mentions.quantities.bounds import BOUND_WORDS
from finfacts.mentions.quantities.heads import Head, read_head
from finfacts.mentions.quantities.numerals import ONES, PARTS, POWERS, decimal
from finfacts.mentions.quantities.ranges import MOVES
from finfacts.mentions.quantities.tails import read_tail

_BOTTOMS = "|".join(sorted(PARTS, key=len, reverse=True))
_PART = regex.compile(
    rf"""
    (?: (?P<top> an?(?=[ ]) | one | (?:two|three|four|five|seven|nine) (?=-|[ ]\w+s\b) ) [ -] )?
    (?P<bottom> {_BOTTOMS} ) \b
    (?: [ -] (?:of[ ])? (?:an?|one) [ -]          # of a percent, a million
        (?P<of_one> percentage[ -]point | per[ ]?cent | basis[ -]point | point
                  | million | billion | trillion | dollar | cent )s? \b
      | [ -](?P<unit> percentage[ -]points? | points? | percent | per[ ]cent ) \b
      | [ ](?P<scale> million | billion | trillion ) \b
      | (?P<share> [ ] (?:of[ ])? (?:its|their|the|his|her|all|that) [ ]
            (?: [\p{{L}}'.&-]++ [ ] ){{0,4}}? (?:value|worth|respondents|users) \b
          | [ ] of [ ] (?:respondents|users|analysts|economists|investors|voters) \b )
      | (?P<moved> (?= [,.;:)] | \Z | [ ] (?: from | since | this | in | over | to | on | after | as
            | compared | last | at | so | and | while | during | year | between | with | when | but
            ) \b ) )
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_UNITS = {
    "percentage point": Counted("percentage_point"),
    "point": Counted("percentage_point"),  # of an interest rate, a poll: what news quarters
    "percent": Counted("percent"),
    "per cent": Counted("percent"),
    "basis point": Counted("basis_point"),
    "dollar": Counted("currency", "USD"),
    "cent": Counted("currency", "USD", 2),
}


def read_part_amount(clean: str, start: int) -> Amount | None:
    """Return the amount that a fraction in words at ``start`` writes, or None."""
    match = _PART.match(clean, start)
    if not match:
        return None
    top = (match["top"] or "one").lower()
    part = Fraction(1 if top in ("a", "an") else ONES[top], PARTS[match["bottom"].lower()])
    head = read_head(clean, start)
    if match["share"]:
        return _percentage(head, match.end("bottom"), part)
    if match["moved"] is not None:
        return _percentage(head, match.end("bottom"), part) if _moves(head.words) else None
    unit = (match["of_one"] or match["unit"] or match["scale"]).lower()
    unit = unit.replace("-", " ").removesuffix("s")
    if unit in POWERS:
        return _scaled(clean, head, match.end(), decimal(part), POWERS[unit])
    return Amount(head.start, match.end(), decimal(part), head.words, counted=_UNITS[unit])


def _percentage(head: Head, end: int, part: Fraction) -> Amount:
    """Return a share of a whole as percent: a third is 33.33, a half 50."""
    value = Decimal(round(part * 10_000)).scaleb(-2)
    whole = Decimal(int(value)) if value == int(value) else value
    return Amount(head.start, end, whole, head.words, counted=Counted("percent"))


def _scaled(clean: str, head: Head, end: int, number: Decimal, power: int) -> Amount:
    """Read "half a million euros", "a quarter million jobs"."""
    tail = read_tail(clean, end)
    return Amount(
        head.start,
        tail.end if tail.counted or tail.per else end,
        number,
        head.words,
        power=power,
        counted=tail.counted,
        per=tail.per,
    )


def _moves(words: list[str]) -> bool:
    """Whether the words before make a fraction a move: "down roughly a third", "rose by half"."""
    lower = [word.lower() for word in words if word.lower() not in BOUND_WORDS]
    return bool(lower) and (lower[-1] in MOVES or lower[-1] == "by")
