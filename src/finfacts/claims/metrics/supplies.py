"""Whose supply, demand or stocks it is: "Russia's oil output", "global oil demand", "its output".

What is pumped, mined, used and stored belongs to a country or a group of them where one is named
with it, and else to the commodity itself.
"""

from __future__ import annotations

import regex

from finfacts.claims.metrics.homes import country_before
from finfacts.claims.metrics.places import is_place, places
from finfacts.claims.metrics.reading import Owner, Reading
from finfacts.claims.metrics.subjects import company, named_at
from finfacts.claims.tape import pattern
from finfacts.lexicons.instruments import load_lexicon
from finfacts.lexicons.places import AGENCIES, countries
from finfacts.patterns import lazy
from finfacts.values import Instrument, Named

_BEFORE = pattern(
    "(?:NAME|WORD|INSTRUMENT|POSS_MARK|LIST_WORD|TALLY|PERIOD|ADVERB|METRIC|STOCK|PLUS){0,8} $"
)
_AFTER = pattern(
    "GROWTH? (?:FROM|IN|OF|FOR|BY) (?:DET|WORD|NAME|TALLY|INSTRUMENT|OF (?=DET? NAME)){1,9}"
    " (?: (?:IN|FROM) (?:DET|WORD|NAME){1,3} )?"
)


def supplier(reading: Reading, at: int) -> Owner:
    """Return whose supply, demand or stocks stand at item ``at``, where it is no company's."""
    if company(reading, at, known=False) is not None:
        return None
    first, last = _phrase(reading, at)
    items = reading.tape.items
    goods = _goods(reading, first, last)
    if any(_EVERYWHERE.match(item.lower) for item in items[first : last + 1]):
        return goods
    before = _named(reading, items[first].start, items[at].start)
    after = _named(reading, items[at].end, items[last].end)
    if before or after or reading.setting.main is not None:
        return before or after
    return doer(reading, at) or goods or country_before(reading)


def _phrase(reading: Reading, at: int) -> tuple[int, int]:
    """Return the first and last item of the words that say of what and whose it is."""
    before = _BEFORE.search(reading.tape.tags, 0, at)
    after = _AFTER.match(reading.tape.tags, at + 1)
    return before.start() if before else at, after.end() - 1 if after else at


_EVERYWHERE = lazy(r"(?:global|world|worldwide|world's)$|non-", regex.IGNORECASE)


def _goods(reading: Reading, first: int, last: int) -> Owner:
    """Return the raw material that some words name: "global [oil] demand"."""
    for at in range(first, last + 1):
        item = reading.tape.items[at]
        if isinstance(item.value, Instrument) and item.value.kind == "commodity":
            return item.value
        known = load_lexicon().entities(item.lower) if item.tag == "WORD" else ()
        if any(entity.kind == "commodity" for entity in known):
            return named_at(reading, at)
    return None


def _named(reading: Reading, start: int, end: int, *, which: int = -1) -> Named | None:
    """Return a place named between two offsets, agencies aside: the last one, or the first."""
    passage = reading.sentence.passage
    clean = passage.clean
    found = [
        match
        for match in places(passage, start, end)
        if _is_own(match[0]) and not clean.endswith("-", 0, match.start())
    ]
    if not found:
        return None
    name = countries()[found[which][0].lower()]
    return Named(name=name, span=passage.span(*found[which].span()))


def _is_own(words: str) -> bool:
    """Whether words name a place or a group of them, and no agency that only counts."""
    word = words.lower()
    return is_place(words) and (word not in AGENCIES or AGENCIES[word].startswith(("OPEC", "Euro")))


def doer(reading: Reading, at: int) -> Named | None:
    """Return the place that opens a sentence: "Saudi Arabia told OPEC that its output fell"."""
    items = reading.tape.items
    end = next((item.start for item in items[:at] if item.tag in _VERBS), items[at].start)
    return _named(reading, items[0].start, end, which=0)


def cutter(reading: Reading, at: int) -> Named | None:
    """Return the place that opens the clause of item ``at``: "after [OPEC+] agreed to cut"."""
    items = reading.tape.items
    opened = (item.start for item in reversed(items[:at]) if item.tag in _OPENING)
    return _named(reading, next(opened, items[0].start), items[at].start, which=0)


_OPENING = frozenset("AFTER CLAUSE BEFORE SEMICOLON".split())
_VERBS = frozenset(
    "PARE PARE_BASE DEAL ADJUST PASSIVE_EXPECT AUX OPERATE GROW COMMA REPORT".split()
)
