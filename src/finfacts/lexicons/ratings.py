"""Ratings of the houses as cue words: "Overweight", "Peer Perform", "'market perform'"."""

from __future__ import annotations

import csv
from functools import cache
from typing import Literal, cast

from finfacts.lexicons.cues import Cue, Cues, Entry
from finfacts.lexicons.tables import read_text
from finfacts.patterns import lazy

RatingLevel = Literal["buy", "hold", "sell"]
_TOO_SHORT = 3  # "OW", "EW" are more often something else
_LISTS = lazy(r"\b(?:picks?|ideas?|list)\b")  # a top pick or a watch list is no rating
_TAILS = (" rating", " call", " stance", "-rated")


@cache
def rating_levels() -> dict[str, RatingLevel]:
    """Return each way to write a rating, lower-case, with what it advises."""
    levels: dict[str, RatingLevel] = {}
    text = read_text("tables/ratings.tsv")
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        for form in (row["rating"], *row["aliases"].split(";")):
            name = form.lower().strip()
            if len(name) >= _TOO_SHORT and not name.endswith(_TAILS) and not _LISTS.search(name):
                levels[name] = cast("RatingLevel", row["level"])
    for name in ("buy", "hold", "sell", "neutral", "outperform", "underperform"):
        levels[f"{name}-equivalent"] = levels[name]
    for advice, level in (("buying", "buy"), ("holding", "hold"), ("selling", "sell")):
        for verb in ("recommend", "recommends", "recommended", "recommending"):
            levels[f"{verb} {advice}"] = levels[level]
    levels.setdefault("buyer", "buy")
    levels.setdefault("seller", "sell")
    return levels


@cache
def rating_cues() -> Cues:
    """Return the ratings as cues tagged RATING, longest phrase first, sense as level."""
    cues: Cues = {}
    for name, level in sorted(rating_levels().items(), key=lambda pair: -len(pair[0].split())):
        first, *rest = name.split()
        cues.setdefault(first, []).append(Entry(tuple(rest), Cue("RATING", level)))
    return cues


_RANKS: dict[RatingLevel, int] = {"buy": 4, "hold": 2, "sell": 0}
_STRONG = lazy(r"strong|conviction|top")
_WEAK = lazy(r"\b(?:add|accumulate|moderate|reduce|lighten|trim)\b")


def rating_rank(name: str) -> int | None:
    """Return how much a rating advises to buy, 0 to 5 with holds at 2, or None where unknown.

    >>> rating_rank("Strong Buy") > rating_rank("Outperform") > rating_rank("Sector Perform")
    True
    """
    lower = name.lower().strip()
    level = rating_levels().get(lower)
    if level is None:
        return None
    toward_hold = -1 if level == "buy" else 1
    if _WEAK.search(lower) and level != "hold":
        return _RANKS[level] + toward_hold
    return _RANKS[level] + (1 if _STRONG.search(lower) and level == "buy" else 0)
