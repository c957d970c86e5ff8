"""Parts of a whole in words: "a third of a percent", "half a million", "down by a quarter"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import regex

from finfacts.lexicons.units import Counted, word_set
from finfacts.mentions.quantities.amount import Amount
from finfacts.mentions.quantities.bounds import BOUND_WORDS
from finfacts.mentions.quantities.heads import Head, read_head
from finfacts.mentions.quantities.numerals import ONES, PARTS, POWERS, decimal, percentage
from finfacts.mentions.quantities.ranges import MOVES
from finfacts.mentions.quantities.tails import read_tail
from finfacts.patterns import lazy

_BOTTOMS = "|".join(sorted(PARTS, key=len, reverse=True))
_PART = lazy(
    rf"""
    (?: (?P<top> an?(?=[ ]) | one | (?:two|three|four|five|seven|nine) (?=-|[ ]\w+s\b) ) [ -] )?
    (?P<bottom> {_BOTTOMS} ) \b
    (?: [ -] (?:of[ ])? (?:an?|one) [ -]          # of a percent, a million
        (?P<of_one> percentage[ -]point | per[ ]?cent | basis[ -]point | point
                  | million | billion | trillion | dollar | cent | euro
                  | rouble | ruble | rupee )s? \b
      | [ -](?P<unit> percentage[ -]points? | points? | percent | per[ ]cent ) \b
      | [ ](?P<scale> million | billion | trillion ) \b
      | (?P<share> [ ]of[ ] (?:its|their|his|her|all|the|that|our|global|total) [ ]
            (?P<whole>[\p{{L}}']++)
          | [ ]of[ ] (?:[\p{{L}}.&-]++ [ ]){{0,2}} [\p{{L}}.&-]++'s [ ] (?P<whose>[\p{{L}}]++)
          | [ ](?:its|their) [ ] (?P<own>[\p{{L}}']++)
          | [ ] of [ ] (?:respondents|users|analysts|economists|investors|voters|those|participants
              |consumers|households|managers|executives|adults|Americans|shoppers) \b
          | [ ]of[ ] (?P<of>(?-i:\p{{Lu}})[\p{{L}}\d.&+'-]*+)  # "two-thirds of Hulu"
          | [ ]of[ ] (?P<plain>\p{{L}}[\p{{L}}'-]*+)
          | (?-i:[ -]) (?:equity[ ]|minority[ ]|majority[ ])? (?:stake|interest|share) \b
          | [ ] the [ ] (?: [\p{{L}}'.&-]++ [ ] ){{0,3}}? (?:value|worth) \b )
      | (?P<compared> [ ] (?:{"|".join(word_set("comparisons", "words"))}) \b )
      | (?P<moved> (?= [,.;:)] | \Z | [ ] (?: from | since | this | in | over | to | on | after | as
            | compared | last | at | so | and | while | during | year | between | with | when | but
            ) \b ) )
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ORDINALS = word_set("past_halves", "before")
_TIMES = word_set("past_halves", "times")
_NEARLY = frozenset(["nearly", "almost", "than", "about", "roughly", "over"])
_NO_TIME = frozenset(["third", "thirds", "fifth", "fifths", "quarters"])
_IS_TIME = lazy(r"half|halves|quarters?", regex.IGNORECASE)
_UNITS = {
    "percentage point": Counted("percentage_point"),
    "point": Counted("percentage_point"),  # of an interest rate, a poll: what news quarters
    "percent": Counted("percent"),
    "per cent": Counted("percent"),
    "basis point": Counted("basis_point"),
    "dollar": Counted("currency", "USD"),
    "cent": Counted("currency", "USD", 2),
    "euro": Counted("currency", "EUR"),
    "rouble": Counted("currency", "RUB"),
    "ruble": Counted("currency", "RUB"),
    "rupee": Counted("currency", "INR"),
}


def read_part_amount(clean: str, start: int) -> Amount | None:
    """Return the amount that a fraction in words at ``start`` writes, or None."""
    match = _PART.match(clean, start)
    if not match:
        return None
    top = (match["top"] or "one").lower()
    part = Fraction(1 if top in ("a", "an") else ONES[top], PARTS[match["bottom"].lower()])
    head = read_head(clean, start)
    if match["share"] or match["compared"] or match["moved"] is not None:
        meant = _is_share(match, head.words)
        return _percentage(head, match.end("bottom"), part) if meant else None
    unit = (match["of_one"] or match["unit"] or match["scale"]).lower()
    unit = unit.replace("-", " ").removesuffix("s")
    if unit in POWERS:
        return _scaled(clean, head, match.end(), decimal(part), POWERS[unit])
    return Amount(head.start, match.end(), decimal(part), head.words, counted=_UNITS[unit])


def _is_share(match: regex.Match[str], words: list[str]) -> bool:
    """Whether it is a share of a whole: "half its value", not "the second half of its year"."""
    half = match["bottom"].lower() == "half"
    if not (match["top"] or half) or (words and words[-1].lower() in _ORDINALS):
        return False
    if match["plain"]:  # "a quarter of growth" is a time
        return not _IS_TIME.match(match["bottom"]) and match["plain"].lower() not in ONES
    if match["share"]:
        whole = (match["whole"] or match["own"] or match["whose"] or match["of"] or "").lower()
        return whole not in _TIMES and not whole.startswith("fy")
    if match["compared"]:
        return not half or match["top"] is not None
    if _moves(words):
        return True
    bounded = bool(words) and words[-1].lower().lstrip("([") in _NEARLY
    return bounded and match["bottom"].lower() in _NO_TIME and not match["moved"].strip()


def _percentage(head: Head, end: int, part: Fraction) -> Amount:
    """Return a share of a whole as percent: a third is 33.33, a half 50."""
    return Amount(head.start, end, percentage(part), head.words, counted=Counted("percent"))


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
