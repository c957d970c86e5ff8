"""What "the stock", "its shares", "the iPhone maker", "the gauge" and "it" stand for.

A phrase resolves to the right-kind instrument that is clear from where it stands: the subject of
its own sentence or of the one before, else the instrument the article is about. Where two would
do, it stays open and no mention is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import regex

from finfacts.context.anaphors import Family, Phrase, find_anaphors, noun_words
from finfacts.context.likeness import entities_of, may_mean
from finfacts.context.strangers import brings_in_another
from finfacts.context.subjects import (
    Told,
    is_attached,
    is_subject,
    is_what_a_relative_tells,
    may_be_named_again,
    speaks_of_shares,
    subject_of,
)
from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.patterns import lazy
from finfacts.values import Instrument

_FAMILY: dict[str, Family] = {
    "equity": "equity", "etf": "equity", "index": "index", "commodity": "commodity",
    "crypto": "crypto", "fx": "fx", "rate": "rate",
}  # fmt: skip
_CLEAR = Decimal("0.9")
_MAIN = Decimal("0.8")
_MAIN_SHARE = 0.4  # of an article's mentions of issuers, for it to be about one
_BACK = 3
_ASIDE = lazy(  # lines that only point elsewhere
    r"[(\[]?(?:read[ ](?:more|also|next)|see[ ](?:also|more)|related|more|watch|click[ ]here|story"
    r"[ ]link|for[ ]more)\b[^.\n]{0,12}?(?:[:|]|[ ]on\b)",
    regex.IGNORECASE,
)


@dataclass
class _Reading:
    """What has been read so far: mentions of each past sentence, the article's own instrument."""

    main: Instrument | None
    commodity: Instrument | None = None
    past: list[Told] = field(default_factory=list)
    issuers: dict[str, Instrument] = field(default_factory=dict)  # by name, the last mention

    def add(self, told: Told) -> None:
        """Take note of the sentence just read."""
        self.past.append(told)
        self.issuers.update((i.name, i) for i in told.mentions if _is_issuer(i))


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
    reading = _Reading(main_instrument(passages, instruments), main_commodity(instruments))
    return [
        _resolve_passage(passage, found, reading, lexicon)
        for passage, found in zip(passages, instruments, strict=True)
    ]


def main_instrument(
    passages: Sequence[Passage], instruments: list[list[Instrument]]
) -> Instrument | None:
    """The issuer an article is about: named alone in headline or lead, and often after."""
    counts = Counter(i.name for found in instruments for i in found if _is_issuer(i))
    if not counts:
        return None
    for passage, found in zip(passages, instruments, strict=True):
        for start, end in passage.sentences[:3]:
            here = [i for i in found if start <= i.span.start < end and _is_issuer(i)]
            names = list(dict.fromkeys(i.name for i in here))
            best = max(names, key=lambda name: counts[name], default=None)
            if best is None:
                continue
            alone = len(names) == 1 or counts[best] > 2 * max(counts[n] for n in names if n != best)
            if alone and counts[best] >= _MAIN_SHARE * counts.total():
                return next(i for i in here if i.name == best)
            return None
    return None


def main_commodity(instruments: list[list[Instrument]]) -> Instrument | None:
    """The commodity whose prices an article is about: most of what it names is that, or crude."""
    named = [i for found in instruments for i in found if i.symbol]
    goods = [i for i in named if i.kind == "commodity"]
    if len(goods) < _COMMODITY_TIMES or len(goods) < _COMMODITY_SHARE * len(named):
        return None
    symbols = {i.symbol for i in goods}
    if symbols <= _CRUDE:
        return next((i for i in goods if i.symbol == "OIL"), None)
    return goods[0] if len(symbols) == 1 else None


_COMMODITY_TIMES = 2
_COMMODITY_SHARE = 0.6
_CRUDE = frozenset({"OIL", "WTI", "BRENT"})


def _is_issuer(instrument: Instrument) -> bool:
    """Whether it is one company: linked, or a name that the lexicon lacks and no shared one."""
    return instrument.kind in ("equity", "etf") and not instrument.candidates


def _is_one(instrument: Instrument) -> bool:
    return instrument.symbol is not None or _is_issuer(instrument)


def _resolve_passage(
    passage: Passage, found: list[Instrument], reading: _Reading, lexicon: Lexicon
) -> list[Instrument]:
    merged = list(found)
    position = 0
    for start, end in passage.sentences:
        here: list[Instrument] = []
        while position < len(found) and found[position].span.start < end:
            if found[position].span.start >= start:
                here.append(found[position])
            position += 1
        added = _resolve_sentence(passage, (start, end), here, reading, lexicon)
        merged.extend(added)
        if not _ASIDE.match(passage.clean, start):
            named = sorted([*here, *added], key=lambda i: i.span.start)
            reading.add(Told(passage.clean, start, named))
    return sorted(merged, key=lambda i: i.span.start)


def _resolve_sentence(
    passage: Passage,
    bounds: tuple[int, int],
    here: list[Instrument],
    reading: _Reading,
    lexicon: Lexicon,
) -> list[Instrument]:
    added: list[Instrument] = []
    for phrase in find_anaphors(passage.clean, *bounds, here):
        before = sorted(
            (i for i in [*here, *added] if i.span.end <= phrase.start), key=lambda i: i.span.start
        )
        told = Told(passage.clean, bounds[0], before)
        meant = _meant(phrase, told, reading, lexicon)
        if meant is not None and all(
            phrase.end <= i.span.start or phrase.start >= i.span.end for i in [*here, *added]
        ):
            added.append(_mention(passage, phrase, *meant))
    return added


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


# --- what they mean --------------------------------------------------------------------------


def _meant(
    phrase: Phrase, told: Told, reading: _Reading, lexicon: Lexicon
) -> tuple[Instrument, Decimal] | None:
    """The instrument a phrase means and how sure that is, or None where it stays open."""
    if phrase.head == "prices":
        return (reading.commodity, _MAIN) if reading.commodity is not None else None
    return (
        _pronoun(phrase, told, reading)
        if phrase.family is None
        else _noun(phrase, told, reading, lexicon)
    )


def _noun(
    phrase: Phrase, told: Told, reading: _Reading, lexicon: Lexicon
) -> tuple[Instrument, Decimal] | None:
    """What "the gauge", "the chipmaker", "its shares" mean: told here, just before, or the main."""
    if phrase.described and phrase.head not in noun_words("stock"):
        named = _by_descriptor(phrase, reading, told.mentions, lexicon)
        if named is not None:
            return named, _CLEAR
    fits = _fitting(phrase, told, lexicon)
    if _is_anothers(phrase, told, fits):
        return None
    if phrase.family == "equity" and brings_in_another(told, phrase.start, lexicon):
        return None
    fits = [i for i in fits if not is_what_a_relative_tells(told, i, phrase.start)]
    if fits:
        return _sure(_one_of(fits, phrase, lexicon))
    main = _main(phrase, reading, lexicon)
    for back, sentence in enumerate(reversed(reading.past[-_BACK:])):
        fits = _fitting(phrase, sentence, lexicon)
        one = _one_of(fits, phrase, lexicon) if fits else None
        if fits and (back == 0 or main is None):
            return main if main and _in_passing(sentence, fits, reading) else _sure(one)
        if back == 0 and main is not None:
            return main
    return main


def _in_passing(told: Told, fits: Sequence[Instrument], reading: _Reading) -> bool:
    """Whether a sentence compares the article's own issuer with others, or names no subject."""
    names = {i.name for i in fits}
    several = len(names) > 1 and reading.main is not None and reading.main.name not in names
    return several or not any(is_subject(told, i) for i in fits)


def _main(
    phrase: Phrase, reading: _Reading, lexicon: Lexicon
) -> tuple[Instrument, Decimal] | None:
    """The article's own instrument, where a phrase can mean it."""
    main = reading.main
    if main is None or phrase.family != "equity" or not may_mean(phrase, main, lexicon):
        return None
    return main, _MAIN


def _fitting(phrase: Phrase, told: Told, lexicon: Lexicon) -> list[Instrument]:
    """The instruments of a sentence that a noun can mean, names in passing left out."""
    return [
        i
        for i in told.mentions
        if _FAMILY.get(i.kind) == phrase.family
        and _is_one(i)
        and not is_attached(told, i)
        and may_mean(phrase, i, lexicon)
    ]


def _is_anothers(phrase: Phrase, told: Told, fits: Sequence[Instrument]) -> bool:
    """Whether a noun stands in the clause of its only name: "Nvidia is buying the company"."""
    if phrase.head in noun_words("stock") or told.clean.startswith("'", phrase.end):
        return False
    return bool(fits) and not any(may_be_named_again(told, i, phrase.start) for i in fits)


def _sure(chosen: Instrument | None) -> tuple[Instrument, Decimal] | None:
    return (chosen, _CLEAR) if chosen is not None else None


def _pronoun(phrase: Phrase, told: Told, reading: _Reading) -> tuple[Instrument, Decimal] | None:
    """What "it" means: the subject of its sentence, or of the one before where it opens one."""
    place = told if told.mentions else None
    if place is None and reading.past and _opens(told, phrase.start):
        place = reading.past[-1]
    if place is None:
        return None
    subject = subject_of(place, phrase.start if place is told else None)
    subject = subject or _alone(phrase, place, reading)
    if subject is None or not _is_one(subject):
        return None
    if phrase.head == "they" and not speaks_of_shares(place, subject):
        return None
    if phrase.bound is not None and _FAMILY.get(subject.kind) != phrase.bound:
        return None
    return subject, _CLEAR


def _alone(phrase: Phrase, told: Told, reading: _Reading) -> Instrument | None:
    """The article's own instrument where a sentence names no other, and it is a price that moves.

    "The exchange halted the stock. It opened at $25."
    """
    main = reading.main
    if main is None or phrase.head != "it" or not phrase.moves:
        return None
    return main if {i.name for i in told.mentions} == {main.name} else None


def _opens(told: Told, at: int) -> bool:
    """Whether a pronoun is its sentence's subject: at the start, or after "Last week,"."""
    before = told.clean[told.start : at].strip("\"' \u201c")
    first = before.partition(" ")[0].lower().strip(",")
    if not before or before.lower() in noun_words("clause"):
        return True
    adverbial = first in noun_words("adverbials") or first.endswith("ing")
    return adverbial and before.endswith(",") and len(before) < _ADVERBIAL


_ADVERBIAL = 90


def _one_of(fits: list[Instrument], phrase: Phrase, lexicon: Lexicon) -> Instrument | None:
    """The only one, or the first of several that is not joined to the next; none if described."""
    names = list(dict.fromkeys(i.name for i in fits))
    if len(names) == 1:
        return fits[0]
    alike = {i.name: i for i in fits if phrase.head in _described_as(i, lexicon)}
    if len(alike) == 1:
        return next(iter(alike.values()))
    if phrase.described and phrase.head in noun_words("company"):
        return None
    first, second = fits[0], next(i for i in fits if i.name != fits[0].name)
    gap = second.span.start - first.span.end
    return None if gap < 8 else first  # noqa: PLR2004 - ", " and " and "


def _described_as(instrument: Instrument, lexicon: Lexicon) -> set[str]:
    """The nouns that news uses for an issuer: "carmaker", "lender"."""
    descriptors = _descriptors(instrument, lexicon)
    return {descriptor.split()[-1] for descriptor in descriptors} - {"company", "firm", "group"}


def _by_descriptor(
    phrase: Phrase, reading: _Reading, before: Sequence[Instrument], lexicon: Lexicon
) -> Instrument | None:
    """An issuer of the article that news describes so: "the iPhone maker"."""
    wanted = f"{phrase.described} {phrase.head}".lower()
    seen = dict(reading.issuers)
    for instrument in before:
        if _is_issuer(instrument):
            seen[instrument.name] = instrument
    fits = [i for i in seen.values() if wanted.endswith(tuple(_descriptors(i, lexicon)))]
    return fits[0] if len(fits) == 1 else None


def _descriptors(instrument: Instrument, lexicon: Lexicon) -> Iterator[str]:
    """What news calls an issuer, in small letters: "iphone maker"."""
    for entity in entities_of(instrument, lexicon):
        yield from (descriptor.lower() for descriptor in entity.descriptors)
