"""How far back an extreme reaches: "a 52-week low", "the lowest since May", "in months"."""

from __future__ import annotations

import regex

from finfacts.claims.tape import Tape, pattern
from finfacts.values import Period, Window


def reach_of(tape: Tape, match: regex.Match[str], words: str) -> Window | None:
    """Return how far back an extreme reaches, as its match on the tape says, or None.

    Args:
        tape: the sentence.
        match: of an extreme, with groups ``window`` ("a 52-week low") and ``since``.
        words: the extreme's own, lower case ("intraday high").
    """
    reach = reaching(tape, match)
    if reach is not None:
        return _since(tape, match, reach)
    if match["window"]:
        period = tape.items[match.start("window")].value
        if isinstance(period, Period):
            return Window(text=period.span.text, timex=period.timex)
    for item in tape.items[match.start() : match.end()]:
        if item.lower in ("session", "intraday", "intra-day") or words.startswith("intraday"):
            return Window(text=item.lower, timex="P1D")
    months = _IN_MONTHS.match(tape.tags, match.end())
    if months and words.split(maxsplit=1)[0].endswith("est"):
        return Window(text=" ".join(item.lower for item in tape.items[match.end() : months.end()]))
    return None


_IN_MONTHS = pattern("IN (?:ADVERB|DET|WORD)* STREAK")


def reaching(tape: Tape, match: regex.Match[str]) -> Period | None:
    """Return the period after an extreme where it says how far it reaches ("since May")."""
    period = tape.items[match.start("since")].value if match["since"] else None
    return period if isinstance(period, Period) and _reaches_back(tape, match, period) else None


def _reaches_back(tape: Tape, match: regex.Match[str], period: Period) -> bool:
    """Whether a period is how far an extreme reaches ("since May", "in a year"), not its day."""
    before = tape.items[match.start("since") - 1]
    return (
        before.tag == "SINCE"
        or period.span.text.lower().startswith("since")
        or (
            before.tag in ("IN", "DET", "ADVERB", "WORD", "TALLY")
            and period.granularity == "duration"
        )
    )


def _since(tape: Tape, match: regex.Match[str], period: Period) -> Window:
    before = tape.items[match.start("since") - 1]
    since = before.tag == "SINCE" or period.span.text.lower().startswith("since")
    if not since:
        return Window(text=period.span.text, timex=period.timex)
    text = period.span.text if before.tag != "SINCE" else f"{before.lower} {period.span.text}"
    return Window(text=text, start=period.start, timex=period.timex)
