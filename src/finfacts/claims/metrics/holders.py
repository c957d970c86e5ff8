"""Who holds a stake: "[Jeff Bezos]'s 16 percent stake", "[Woodford] is the largest holder"."""

from __future__ import annotations

from finfacts.claims.metrics.clauses import agent
from finfacts.claims.metrics.reading import Owner, Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.subjects import named_run
from finfacts.claims.tape import pattern
from finfacts.values import Instrument


def holder(reading: Reading, figure: Stated) -> Owner:
    """Return who the words before a stake say holds it, or None where they do not."""
    tags = reading.tape.tags
    match = _OWN.search(tags, max(0, figure.name - _REACH), figure.name)
    if match is None and any(item.lower in _HOLDERS for item in reading.tape.items[: figure.name]):
        match = _IS_HOLDER.search(tags, 0, figure.name)
    if match is None:
        return _taker(reading, figure)
    first, last = match.span("who")
    value = reading.tape.items[first].value
    return value if isinstance(value, Instrument) else named_run(reading, first, last)


def _taker(reading: Reading, figure: Stated) -> Owner:
    """Return who does what a verb right before a stake says: "Starboard has taken a 5% stake"."""
    if figure.value > figure.name:
        return None
    match = _TAKES.search(reading.tape.tags, max(0, figure.name - _REACH), figure.value)
    if match is None:
        return None
    verb = match.start("verb")
    item = reading.tape.items[verb]
    known = item.tag not in ("WORD", "DRIVE", "DRIVE_BASE") or item.lower in _TAKING
    who = agent(reading, verb) if known else None
    return who.subject if who is not None else None


def held_by_owners(reading: Reading, verb: int) -> Instrument | None:
    """Return whose shareholders hold something: "[Fiat] investors will own 50% of"."""
    match = _OWNERS.search(reading.tape.tags, max(0, verb - _REACH), verb)
    if match is None or reading.tape.items[match.start("crowd")].lower not in _CROWDS:
        return None
    value = reading.tape.items[match.start()].value
    return value if isinstance(value, Instrument) else None


_OWNERS = pattern("INSTRUMENT (?:POSS_MARK)? (?P<crowd>WORD|ANALYSTS|INVESTOR) ADVERB* $")
_CROWDS = frozenset(("shareholders", "investors", "stockholders", "holders"))


def is_held(reading: Reading, figure: Stated, found: Owner) -> bool:
    """Whether it is the company that a stake is held in: "owns 4% of [Yelp]"."""
    owned = reading.tape.items[figure.value - 1].tag == "POSSESSIVE"  # "a sale of its 8% stake in"
    if not owned and reading.tape.items[figure.name - 1].tag not in ("PRONOUN", "NAME"):
        return False  # what a crowd holds is told of what it holds
    match = _IN_WHAT.match(reading.tape.tags, figure.last - 1) or _IN_WHAT.match(
        reading.tape.tags, figure.last
    )
    value = reading.tape.items[match.end() - 1].value if match is not None else None
    held = value.name if isinstance(value, Instrument) else None
    return found is not None and held == found.name


_IN_WHAT = pattern("(?:OF|IN) DET? INSTRUMENT")
_OWN = pattern("(?P<who>INSTRUMENT|NAME+) POSS_MARK (?:ADVERB|TALLY)* PERCENT (?:TALLY|WORD)? $")
_IS_HOLDER = pattern("(?P<who>INSTRUMENT|NAME+) AUX [^SEMICOLON CLAUSE REL]{1,14} (?:WITH|COMMA)")
_TAKES = pattern(
    "(?P<verb>WORD|DRIVE|DRIVE_BASE|AUX|HOLD|HOLD_BASE|OWN|OPERATE|OPERATE_BASE|ACQUIRE"
    " |ACQUIRE_BASE|REPORT)"
    " (?:ADVERB|DET|TALLY|QUOTE|WORD (?!WORD)){0,3} $"
)
_TAKING = frozenset(
    "take takes took taken build builds built amass amassed accumulate accumulated get got keep"
    " kept want wants wanted seek seeks sought control controls controlled disclose disclosed"
    " discloses reveal revealed".split()
)
_HOLDERS = frozenset("shareholder holder investor stockholder owner backer".split())
_REACH = 8  # items
