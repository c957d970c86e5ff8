"""What "the stock", "its shares", "the iPhone maker", "the gauge" and "it" stand for.

A phrase resolves to the right-kind instrument that is clear from where it stands: the subject of
its own sentence or of the one before, else the instrument the article is about. Where two would
do, it stays open and no mention is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import regex

from finfacts.context.anaphors import Phrase, find_anaphors, noun_words
from finfacts.context.antecedents import meant_by
from finfacts.context.goods import main_commodity
from finfacts.context.reading import Reading, is_issuer
from finfacts.context.subjects import Told, is_rival
from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.patterns import lazy
from finfacts.values import Instrument

_MAIN_SHARE = 0.4  # of an article's mentions of issuers, for it to be about one
_ASIDE = lazy(  # lines that only point elsewhere
    r"[(\[]?(?:read[ ](?:more|also|next)|see[ ](?:also|more)|related|more|watch|click[ ]here|story"
    r"[ ]link|for[ ]more)\b[^.\n]{0,12}?(?:[:|]|[ ]on\b)",
    regex.IGNORECASE,
)


def resolve(
    passages: Sequence[Passage], instruments: list[list[Instrument]], lexicon: Lexicon
) -> list[list[Instrument]]:
    """Add the mentions that stand for an instrument named elsewhere.

    Args:
        passages: an article's fields, the title first.
        instruments: what ``find_instruments`` found in each.
        lexicon: for descriptors ("the iPhone maker").

    Returns:
        One list for each passage, merged with the input and sorted by place.
    """
    reading = Reading(main_instrument(passages, instruments), main_commodity(instruments))
    return [
        _resolve_passage(passage, found, reading, lexicon)
        for passage, found in zip(passages, instruments, strict=True)
    ]


def main_instrument(
    passages: Sequence[Passage], instruments: list[list[Instrument]]
) -> Instrument | None:
    """The issuer an article is about: named alone in headline or lead, and often after."""
    counts = Counter(i.name for found in instruments for i in found if is_issuer(i))
    if not counts:
        return None
    for passage, found in zip(passages, instruments, strict=True):
        for start, end in passage.sentences[:3]:
            told = Told(passage.clean, start, (), end)
            here = [
                i
                for i in found
                if start <= i.span.start < end and is_issuer(i) and not is_rival(told, i)
            ]
            names = list(dict.fromkeys(i.name for i in here))
            best = max(names, key=lambda name: counts[name], default=None)
            if best is None:
                continue
            alone = len(names) == 1 or counts[best] > 2 * max(counts[n] for n in names if n != best)
            if alone and counts[best] >= _MAIN_SHARE * counts.total():
                return next(i for i in here if i.name == best)
            return None
    return None


def _resolve_passage(
    passage: Passage, found: list[Instrument], reading: Reading, lexicon: Lexicon
) -> list[Instrument]:
    merged = list(found)
    position = 0
    for start, end in passage.sentences:
        here: list[Instrument] = []
        while position < len(found) and found[position].span.start < end:
            if found[position].span.start >= start:
                here.append(found[position])
            position += 1
        added, left = _resolve_sentence(passage, (start, end), here, reading, lexicon)
        merged.extend(added)
        if not _ASIDE.match(passage.clean, start):
            named = sorted([*here, *added], key=lambda i: i.span.start)
            reading.add(Told(passage.clean, start, named, end, left))
    return sorted(merged, key=lambda i: i.span.start)


def _resolve_sentence(
    passage: Passage,
    bounds: tuple[int, int],
    here: list[Instrument],
    reading: Reading,
    lexicon: Lexicon,
) -> tuple[list[Instrument], bool]:
    """Return what a sentence's phrases mean, and whether one for a company stayed open."""
    added: list[Instrument] = []
    left = False
    for phrase in find_anaphors(passage.clean, *bounds, here):
        before = sorted(
            (i for i in [*here, *added] if i.span.end <= phrase.start), key=lambda i: i.span.start
        )
        told = Told(passage.clean, bounds[0], before, bounds[1], left)
        meant = meant_by(phrase, told, reading, lexicon)
        if meant is None:
            left = left or _is_company(phrase)
        elif all(phrase.end <= i.span.start or phrase.start >= i.span.end for i in [*here, *added]):
            added.append(_mention(passage, phrase, *meant))
    return added, left


def _is_company(phrase: Phrase) -> bool:
    """Whether a phrase can only mean a company: "the lender", "it said"."""
    if phrase.head in ("group", "brand", "exchange", "utility"):
        return False  # "the data-center group" is a part of one
    return phrase.head in noun_words("company") or phrase.bound == "equity"


def _mention(
    passage: Passage, phrase: Phrase, meant: Instrument, confidence: Decimal
) -> Instrument:
    return meant.model_copy(
        update={
            "name": meant.name.removesuffix(" futures") if phrase.family == "index" else meant.name,
            "link": "coreference",
            "confidence": confidence,
            "span": passage.span(phrase.start, phrase.end),
        }
    )
