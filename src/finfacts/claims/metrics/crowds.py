"""People and bodies that nobody names: "lenders", "authorities"; what they say of themselves."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.tape import Item, pattern
from finfacts.lexicons.tables import read_words
from finfacts.patterns import lazy


def is_crowd(item: Item) -> bool:
    """Return whether a word means people or companies that nobody names: "lenders"."""
    return _OTHERS.fullmatch(item.lower) is not None


_OTHERS = lazy(
    r"""investors|foreigners|traders|users|households|consumers|governments?|officials|banks
    |companies|rivals|peers|competitors|analysts|insiders|lawmakers|regulators|states|workers|unions?|ministry|voters
    |country|nation|buyers|sellers|shoppers|drivers|owners|holders|shareholders|creditors|retailers
    |automakers|carmakers|airlines|lenders|exporters|importers|refiners|miners|farmers|economists
    |he|she|who|people|funds|etfs|members|patients|homebuyers|homeowners|taxpayers|americans|court
    |jury|judge|agency|agencies|regulator|watchdogs?|commission|authority|authorities|police
    |prosecutors?|bureau|department|parliament|residents|visitors|directors|executives|brokerages|firms|startups|executive|founder|chairman|ceo""",
    regex.VERBOSE,
)


def is_speakers(reading: Reading, at: int) -> bool:
    """Return whether a pronoun means who speaks, no company: "Authorities said [they] raised"."""
    match = _SPEAKER.search(reading.tape.tags, max(0, at - _NEAR), at)
    if match is None or reading.tape.items[match.start("says")].lower not in _SAYING:
        return False
    who = reading.tape.items[match.start("who")]
    if who.lower in _OWN or who.lower in read_words("coreference.toml", "company"):
        return False
    if reading.tape.items[at].lower == "they":
        return who.lower.endswith("s") or is_crowd(who)
    return is_crowd(who) and not who.lower.endswith("s")


_SPEAKER = pattern(
    "(?<! [INSTRUMENT POSS_MARK POSSESSIVE] ) (?P<who>WORD|NAME|ANALYSTS|INVESTOR|COUNTED)"
    " (?:ADVERB|AUX)* (?P<says>WORD) (?:IN|ON)? PERIOD? REL? $"
)
_SAYING = frozenset("said says say added announced disclosed warned claimed claim think".split())
_OWN = frozenset("executives managers officers management directors".split())
_NEAR = 9  # items
