"""Sentence to price facts: moves and levels of everything that trades."""

from __future__ import annotations

from functools import cache

from finfacts.claims.prices.building import price_level, price_move
from finfacts.claims.prices.leading import DEGREES
from finfacts.claims.prices.levels import read_levels
from finfacts.claims.prices.moves import read_moves
from finfacts.claims.prices.reading import read
from finfacts.claims.prices.together import speaks_of_several
from finfacts.claims.tape import telling_words
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import PriceLevel, PriceMove
from finfacts.lexicons.cues import load_cues
from finfacts.patterns import any_of, lazy
from finfacts.values import Instrument

TELLING = frozenset(
    {
        "MOVE",
        "MOVE_BASE",
        "MOVE_ING",
        "NOUN",
        "PARTICLE",
        "DRIVE",
        "DRIVE_BASE",
        "DRIVE_ING",
        "POLE",
        "EXTREME",
        "UNSEEN",
        "LEADER",
        "LEAD",
    }
)
"""Tags of cue words; a rule of moves or levels matches a figure or one of these."""
_hinges = any_of("support", "resistance", "hurdle")
_HINGE = lazy(r"\b(?:supports?|resistances?|hurdles?)\b")


def find_prices(sentence: Sentence, setting: Setting) -> list[PriceMove | PriceLevel]:
    """Return the price moves and levels that a sentence claims, in the order of the text.

    Args:
        sentence: with its mentions.
        setting: what earlier sentences have set.
    """
    if not (
        sentence.found.instruments
        or setting.before
        or setting.named
        or _tells_a_hinge(sentence.clean)
    ):
        return []
    if not (sentence.found.quantities or _may_tell(sentence)):
        return []
    reading = read(sentence, setting)
    moves = read_moves(reading.tape, setting)
    facts: list[PriceMove | PriceLevel] = []
    pairs: dict[tuple[int, str], Instrument] = {}  # a currency keeps the pair it was told in
    for move in moves:
        for subject, found in move.pairs():
            place = move.whose.first, subject.name
            fact = price_move(reading, move, pairs.get(place, subject), found)
            if fact is not None:
                pairs[place] = fact.subject
                facts.append(fact)
    for level in read_levels(reading.tape, moves, setting):
        facts.extend(price_level(reading, level, subject) for subject in level.whose.instruments)
    return sorted(facts, key=_order)


def _may_be_told_of(sentence: Sentence, setting: Setting) -> bool:
    """Whether a sentence that names nothing may speak of what was named: "both stocks rose"."""
    return _tells_a_hinge(sentence.clean) or bool(setting.named and speaks_of_several(sentence))


def _tells_a_hinge(clean: str) -> bool:
    return _hinges(clean) and _HINGE.search(clean) is not None


def _may_tell(sentence: Sentence) -> bool:
    """Whether a sentence without a figure has a word that some rule needs; half have none."""
    return not _telling_words().isdisjoint([token.lower for token in sentence.tokens])


@cache
def _telling_words() -> frozenset[str]:
    return telling_words(load_cues("grammar", "moves"), TELLING).union(DEGREES)


def _order(fact: PriceMove | PriceLevel) -> tuple[int, int]:
    return fact.evidence[0].start, fact.evidence[0].end
