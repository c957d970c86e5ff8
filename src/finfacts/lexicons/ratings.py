"""Ratings of the houses as cue words: "Overweight", "Peer Perform", "'market perform'"."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from finfacts.lexicons.cues import Cue, Cues, Entry

RatingLevel = Literal["buy", "hold", "sell"]
_TOO_SHORT = 3  # "OW", "EW" are more often something else
_TAILS = (" rating", " call", " stance", "-rated")


@cache
def rating_levels() -> dict[str, RatingLevel]:
    """Return each way to write a rating, lower-case, with what it advises."""
    levels: dict[str, RatingLevel] = {}
    text = files("finfacts.lexicons").joinpath("tables", "ratings.tsv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        for form in (row["rating"], *row["aliases"].split(";")):
            name = form.lower().strip()
            if len(name) >= _TOO_SHORT and not name.endswith(_TAILS):
                levels[name] = cast("RatingLevel", row["level"])
    return levels


@cache
def rating_cues() -> Cues:
    """Return the ratings as cues tagged RATING, longest phrase first, sense as level."""
    cues: Cues = {}
    for name, level in sorted(rating_levels().items(), key=lambda pair: -len(pair[0].split())):
        first, *rest = name.split()
        cues.setdefault(first, []).append(Entry(tuple(rest), Cue("RATING", level)))
    return cues
