"""What an article has settled while it is read: its market, issuers linked, listings written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from string import digits

import regex

from finfacts.lexicons.instruments import Entity, Lexicon
from finfacts.patterns import any_of, lazy


@dataclass
class Story:
    """What an article has settled so far.

    Attributes:
        lexicon: the names it is read by.
        market: the market it is about, where its money or indices say so ("IN").
        linked: names of the issuers linked.
        listings: by issuer, the ticker and exchange that the article writes.
        full: word-like first words of the long names it gives, with the one issuer each means.
        lists: by text and where a name ends, whether the list of companies from there on acts.
        others: short names that the article gives to others: "Greenlight" for "Greenlight Capital".
    """

    lexicon: Lexicon
    market: str = ""
    linked: set[str] = field(default_factory=set)
    listings: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    lists: dict[tuple[str, int], bool] = field(default_factory=dict)
    full: dict[str, Entity] = field(default_factory=dict)

    def has_ticker(self, form: str) -> bool:
        """Whether a form is the ticker of an issuer that the article names: "TTD", no dollar."""
        return form.isupper() and any(
            e.kind == "equity" and e.name in self.linked for e in self.lexicon.by_ticker(form)
        )


def market_of(texts: Sequence[str]) -> str:
    """The market an article is about, by its money and its indices: "IN" or none."""
    return "IN" if any(_indian(text) and _INDIAN.search(text) for text in texts) else ""


def market_by_issuers(linked: Iterable[Entity]) -> str:
    """The market of most of the issuers an article names: "IN" or none."""
    issuers = {entity.name: entity.exchange for entity in linked if entity.kind == "equity"}
    indian = sum(exchange in ("XNSE", "XBOM") for exchange in issuers.values())
    return "IN" if indian * 2 > len(issuers) else ""


_INDIAN = lazy(
    r"""
    \u20b9 | \bRs\b\.?\s?\d | \b(?:crores?|lakhs?)\b | \d[ ]?(?:cr|pc)\b | Sensex | Nifty
    | \b(?:NSE|BSE|Sebi|SEBI|RBI|PSU|PSB|FPO|QIP|FIIs?|DIIs?|NBFCs?|Mumbai|Dalal[ ]Street
      |D-Street|CCEA)\b
    | \bQ[1-4][ ](?:net|PAT|profit|results|sales) | \b(?:Dec|Mar|March|Sept?|June?)[ ]qtr\b
    """,
    regex.VERBOSE,
)
# One of these stands in whatever the pattern matches; looking for them is much quicker.
_indian = any_of(
    *("\u20b9", "Rs", "crore", "lakh", "Sensex", "Nifty", "NSE", "BSE", "Sebi", "SEBI", "RBI"),
    *("PSU", "PSB", "FPO", "QIP", "FII", "DII", "NBFC", "Mumbai", "Dalal", "D-Street", "CCEA"),
    *(f"Q{quarter} " for quarter in "1234"),
    *(f"{digit}{gap}{unit}" for digit in digits for gap in ("", " ") for unit in ("cr", "pc")),
    " qtr",
)
