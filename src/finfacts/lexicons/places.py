"""Countries as the news names them: "U.S.", "German", "Labor Department" (the United States)."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

AGENCIES = {
    "labor department": "U.S.",
    "commerce department": "U.S.",
    "federal reserve": "U.S.",
    "fed": "U.S.",
    "bureau of labor statistics": "U.S.",
    "office for national statistics": "U.K.",
    "national bureau of statistics": "China",
    "eurostat": "Euro zone",
    "destatis": "Germany",
    "statistics canada": "Canada",
    "energy information administration": "U.S.",
    "eia": "U.S.",
    "bank of england": "U.K.",
    "bank of japan": "Japan",
    "european central bank": "Euro zone",
    "reserve bank of india": "India",
    "americans": "U.S.",
}


@cache
def countries() -> dict[str, str]:
    """Return lower-case names, adjectives and agencies with the country each stands for."""
    text = files("finfacts.lexicons").joinpath("tables", "places.tsv").read_text("utf-8")
    found: dict[str, str] = dict(AGENCIES)
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        for form in (row["name"], *row["adjectives"].split(";")):
            if form:
                found.setdefault(form.lower(), row["name"])
    return found
