"""Central banks: "the Fed", "Bank of Thailand", "Turkey's central bank"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from finfacts.claims.metrics.places import is_in_name, is_place, places
from finfacts.claims.metrics.reading import Reading
from finfacts.lexicons.places import BANKS, countries
from finfacts.patterns import lazy
from finfacts.values import Named


def central_bank(reading: Reading, at: int, *, here: bool = False) -> Named | None:
    """Return the central bank whose rate stands at an item, or None.

    Args:
        reading: the sentence.
        at: index of the rate; the last bank before it counts, else the first after.
        here: whether only the sentence counts, not what was named before.
    """
    sentence = reading.sentence
    limit = reading.tape.items[at].start
    found = list(_banks(reading, sentence.start, sentence.end))
    before = [bank for bank in found if bank.span.start < limit]
    if before or found:
        return before[-1] if before else found[0]
    if here:
        return None
    earlier = list(_banks(reading, max(0, sentence.start - _FAR), sentence.start))
    return earlier[-1] if earlier else None


_FAR = 2500  # characters


def _banks(reading: Reading, start: int, end: int) -> Iterator[Named]:
    """Yield the central banks named in a stretch of text, in order."""
    passage = reading.sentence.passage
    known = [match for match in places(passage, start, end) if is_bank(match[0])]
    found = _WRITTEN.finditer(passage.clean, start, end, overlapped=True)
    written = [match for match in found if _is_of(match)]
    done = start
    for match in sorted([*known, *written], key=lambda match: (match.start(), -match.end())):
        if match.start() < done or not is_place(match[0]) or is_in_name(reading, match.start()):
            continue
        done = match.end()
        name = BANKS.get(match[0].lower(), match[0])
        yield Named(name=name, span=passage.span(*match.span()))


def is_bank(words: str) -> bool:
    """Return whether the name of a place is that of a central bank: "the ECB"."""
    return _BANK.search(words) is not None and words.lower() != "atlanta fed"


_BANK = lazy(
    r"\b(?:bank|fed|reserve|boe|boj|ecb|rbi|rba|rbnz|snb|pboc|riksbank|banxico|fomc)\b",
    regex.IGNORECASE,
)
_WRITTEN = lazy(
    r"""(?:(?:[Nn]ational|[Cc]entral|[Rr]eserve|[Ss]tate)\ )?[Bb]ank\ of\ (?:the\ )?
        (?P<place>\p{Lu}\w+(?:\ \p{Lu}\w+)?)
      | (?P<place>(?:\p{Lu}[\w.]+\ )?\p{Lu}[\w.]+?)(?:'s)?\ central\ bank\b""",
    regex.VERBOSE,
)


def _is_of(match: regex.Match[str]) -> bool:
    """Whether a bank is a country's: "Bank of Thailand"; not "Bank of Montreal"."""
    return match["place"].lower() in countries() and match["place"] != "America"
