"""What a move is measured from: "its lifetime high of $192.67, reached on Oct. 2"."""

from __future__ import annotations

from typing import NamedTuple

import regex

from finfacts.claims.tape import Tape, code, pattern
from finfacts.values import Baseline, BaselineKind, Period, Quantity, Window

_LEVEL = "(?:MONEY|NUMBER|POINTS|PERCENT)"
_BASELINE = pattern(f"""
    (?P<how> FROM | OFF | BELOW | ABOVE | SINCE | FOR | AGAINST | PARE_ING )
    (?: (?<=SINCE) (?:IT|SUBJECT)? (?:REACH|REACH_ING|(?:LEVEL|LEVEL_ING) AT) )?
    (?: DET | POSSESSIVE | TALLY | SUBJECT POSS_MARK | SUBJECT | ADVERB | LIST_WORD
      | (?P<before>PERIOD) POSS_MARK? | SESSION | (?:WORD|STREAK) (?=EXTREME) )*
    (?P<ahead>MONEY|NUMBER)? ADVERB?
    (?P<base> EXTREME | ANCHOR | (?P<word>WORD)
      | (?<=SINCE (?:IT|SUBJECT)?) (?P<peaked>LEVEL_ING|LEVEL) )
    (?: (?:OF|AT) (?P<level>{_LEVEL}) | (?P<bare>{_LEVEL})
      | (?:OF|FROM|IN|ON) DET? (?P<dated>PERIOD) )?
    (?: COMMA? (?: DET? (?:STOCK|WORD|AUX|IT|SUBJECT|REL){{0,3}}
            (?:REACH|WORD|LEVEL|PARE|AUX|MARK) )?
        (?: ADVERB? (?:ON|IN|AT)? DET? (?:TALLY|WORD)? (?P<date>PERIOD) ) )?
    (?: COMMA? (?:REACH|WORD) )?
""")
_FROM_LEVEL = pattern(f"""
    FROM DET? (?:TALLY|WORD){{0,2}} (?: POSSESSIVE (?:WORD|TALLY){{0,2}} )? (?P<level>{_LEVEL})
    (?! (?:WORD|NAME) )?
    (?: (?:ON|IN|AT)? (?P<date>PERIOD) )?
""")


class FoundBaseline(NamedTuple):
    """A baseline, the level before where it names one, and the item after it."""

    baseline: Baseline | None
    from_: Quantity | None
    last: int


def baseline_at(tape: Tape, at: int, direction: str) -> FoundBaseline | None:
    """Return the baseline phrase that starts at item ``at``, or None."""
    match = _BASELINE.match(tape.tags, at)
    if match is not None and _is_named(tape, match):
        return _named(tape, match, direction)
    match = _FROM_LEVEL.match(tape.tags, at)
    if match is None:
        return None
    level = tape.items[match.start("level")].value
    return FoundBaseline(None, level if isinstance(level, Quantity) else None, match.end())


def _is_named(tape: Tape, match: regex.Match[str]) -> bool:
    """Whether a baseline is one: no plain word, no verb but "since peaking in January"."""
    how = tape.items[match.start("how")]
    if how.tag == "PARE_ING" and not how.lower.endswith(" from"):
        return False  # "recovering from its weakest level", not "extending its high"
    if match["peaked"]:
        return tape.items[match.start("peaked")].sense in ("high", "low")
    if match["ahead"] and match["word"]:
        return False
    return not match["word"] or _word_kind(tape, match) is not None


def _word_kind(tape: Tape, match: regex.Match[str]) -> BaselineKind | None:
    """Return what a plain word names: "below its 200-day average", "since its May listing"."""
    word = tape.items[match.start("word")].lower
    if word == "average" and match["before"]:
        return "moving_average"
    return "ipo_price" if word in _LISTINGS and match["how"] == code("SINCE") else None


_LISTINGS = frozenset({"listing", "debut", "flotation"})


def _named(tape: Tape, match: regex.Match[str], direction: str) -> FoundBaseline:
    base = tape.items[match.start("base")]
    told = ("level", "bare", "ahead")
    level = next((found for group in told if (found := _value(tape, match, group))), None)
    quantity = level if isinstance(level, Quantity) else None
    before = _value(tape, match, "before")
    after = _date(tape, match, "dated") or _date(tape, match, "date")
    dates = [value for value in (after, before) if isinstance(value, Period)]
    window = next((_window(date) for date in dates if _reaches(date)), None)
    date = next((date for date in dates if not _reaches(date)), None)
    if base.lower.startswith("current"):  # "a 10% gain from current levels"
        return FoundBaseline(None, quantity, match.end())
    kind = (_word_kind(tape, match) if match["word"] else None) or _kind(base.sense, direction)
    from_ = quantity if kind == "previous_close" else None
    if kind in _LASTING and _is_day(after) and match["how"] != code("SINCE"):
        last = match.end("level") if match["level"] else match.end("base")
        return FoundBaseline(Baseline(kind=kind, level=quantity), None, last)
    return FoundBaseline(
        Baseline(kind=kind, level=quantity, date=date, window=window), from_, match.end()
    )


def _is_day(value: object) -> bool:
    return isinstance(value, Period) and value.granularity == "day"


_LASTING = frozenset({"ipo_price", "offer_price"})
"""What stays as it is: a day told after it is the move's, "fell below its IPO price on Monday"."""


def _date(tape: Tape, match: regex.Match[str], group: str) -> object:
    """Return the time told of a baseline, if it is not the end of the move: "through Friday"."""
    led = tape.items[match.start(group) - 1].lower if match[group] else ""
    return None if led == "through" else _value(tape, match, group)


def _value(tape: Tape, match: regex.Match[str], group: str) -> object:
    return tape.items[match.start(group)].value if match[group] else None


def _reaches(period: Period) -> bool:
    """Whether a time says how far back a high or low reaches: "52-week", "since April"."""
    return period.granularity == "duration" or period.span.text.lower().startswith("since")


def _window(period: Period) -> Window:
    since = period.span.text.lower().startswith("since")
    start = period.start if since else None
    return Window(text=period.span.text, start=start, timex=period.timex)


def _kind(sense: str, direction: str) -> BaselineKind:
    kinds: dict[str, BaselineKind] = {
        "record_high": "record_high",
        "record_low": "record_low",
        "high": "high",
        "low": "low",
        "previous_close": "previous_close",
        "ipo_price": "ipo_price",
        "offer_price": "offer_price",
        "moving_average": "moving_average",
        "year_ago": "year_ago",
        "record": "record_low" if direction == "up" else "record_high",
    }
    return kinds.get(sense, "other")
