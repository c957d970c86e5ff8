"""Sentence to price facts: moves and levels of everything that trades."""

from __future__ import annotations

from finfacts.claims.prices.building import price_level, price_move
from finfacts.claims.prices.levels import read_levels
from finfacts.claims.prices.moves import read_moves
from finfacts.claims.prices.reading import read
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import PriceLevel, PriceMove
from finfacts.patterns import lazy

_HINGE = lazy(r"\b(?:support|resistance)\b")


def find_prices(sentence: Sentence, setting: Setting) -> list[PriceMove | PriceLevel]:
    """Return the price moves and levels that a sentence claims, in the order of the text.

    Args:
        sentence: with its mentions.
        setting: what earlier sentences have set.
    """
    if not (sentence.found.instruments or setting.before or _HINGE.search(sentence.clean)):
        return []
    reading = read(sentence, setting)
    moves = read_moves(reading.tape, setting)
    facts: list[PriceMove | PriceLevel] = []
    for move in moves:
        for subject, found in move.pairs():
            fact = price_move(reading, move, subject, found)
            if fact is not None:
                facts.append(fact)
    for level in read_levels(reading.tape, moves, setting):
        facts.extend(price_level(reading, level, subject) for subject in level.whose.instruments)
    return sorted(facts, key=_order)


def _order(fact: PriceMove | PriceLevel) -> tuple[int, int]:
    return fact.evidence[0].start, fact.evidence[0].end
