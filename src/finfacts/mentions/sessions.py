"""Market sessions: "premarket trading", "before the bell", "extended trading", "overnight".

"Closed", "opened" and "intraday" set no session.
"""

from __future__ import annotations

from typing import NamedTuple

import ahocorasick_rs
import regex

from finfacts.language.passage import Passage
from finfacts.patterns import lazy, matches_at
from finfacts.values import Session


class SessionSpan(NamedTuple):
    """A market session and where it is named: ``passage.clean[start:end]``."""

    session: Session
    start: int
    end: int


_TRADE = r"(?:trading|trade|deals|dealings|action|hours|session|market)"
_SESSION = lazy(
    rf"""
    \b(?:
      (?P<premarket>
        pre[\s-]?market(?:\s+(?:U\.S\.\s+)?{_TRADE})?
      | (?:before|ahead\s+of)\s+(?:the\s+)?
          (?:opening\s+bell|bell|market\s+opens?|markets\s+open|U\.S\.\s+open)
      | before[\s-]hours(?:\s+{_TRADE})?
      | pre[\s-]open(?:ing)?(?:\s+{_TRADE})?
      )
    | (?P<after_hours>
        after[\s-]?hours(?!\s+of\b)(?:\s+{_TRADE})?
      | post[\s-]?market(?:\s+{_TRADE})?
      | (?:after|since)\s+(?:the\s+)?(?:closing\s+bell|bell|market\s+close[sd]?|markets\s+closed?
          |close(?=\s+of\s+(?:trade|trading)\b|\s+on\b|\s+\p{{Lu}}\p{{Ll}}+day\b|\s*[.,;)]))
      | aftermarket\s+{_TRADE}
      | after[\s-]market\s+{_TRADE}
      | (?:extended|late)(?:[\s-]hours)?\s+(?:U\.S\.\s+|New\s+York\s+|electronic\s+)?
          (?:trading|trade|session|deals|dealings)
      | extended[\s-]hours
      )
    | (?P<overnight> overnight(?:\s+(?:trading|trade|session))? )
    | (?P<regular>
        (?:regular|normal)(?:[\s-]hours)?\s+(?:U\.S\.\s+|New\s+York\s+)?
          (?:trading|session|hours|market)
      )
    )\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# What a session's name begins with: looking for these first is quicker than for whole names.
_OPENING = ahocorasick_rs.AhoCorasick(
    "pre before ahead after post since extended late overnight regular normal".split()
)
# "Overnight rate", "overnight index swap": no session but a term of the money market.
_NO_SESSION = lazy(
    r"\s+(?:repo|interest|rate|rates|swaps?|bank|lending|funding|index|indexed|policy|cash"
    r"|borrowing|loan|loans|deposit"
    r"|stay|shipping|delivery|success|express|guest|reverse|money|financing|sensation)\b",
    regex.IGNORECASE,
)


def find_sessions(passage: Passage) -> list[SessionSpan]:
    """Return the market sessions that a passage names, in order.

    >>> find_sessions(Passage("It fell 2% in late trading."))
    [SessionSpan(session='after_hours', start=14, end=26)]
    """
    clean = passage.clean
    openings = (start for _, start, _ in _OPENING.find_matches_as_indexes(passage.lower))
    return [
        SessionSpan(_named(match.lastgroup), *match.span())
        for match in matches_at(_SESSION, clean, openings)
        if match.lastgroup != "overnight" or not _NO_SESSION.match(clean, match.end())
    ]


def _named(group: str | None) -> Session:
    names: dict[str | None, Session] = {
        "premarket": "premarket",
        "after_hours": "after_hours",
        "overnight": "overnight",
    }
    return names.get(group, "regular")
