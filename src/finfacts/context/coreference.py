"""What "the stock", "its shares", "the iPhone maker", "the gauge" and "it" stand for.

A phrase resolves to the right-kind instrument that is clear from where it stands: the subject of
its own sentence or of the one before, else the instrument the article is about. Where two would
do, it stays open and no mention is made.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import regex

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.values import Instrument

Family = Literal["equity", "index", "commodity", "crypto", "fx", "rate"]
_FAMILY: dict[str, Family] = {
    "equity": "equity", "etf": "equity", "index": "index", "commodity": "commodity",
    "crypto": "crypto", "fx": "fx", "rate": "rate",
}  # fmt: skip
_CLEAR = Decimal("0.9")
_MAIN = Decimal("0.8")
_MAIN_SHARE = 0.4  # of an article's mentions of issuers, for it to be about one
_BACK = 3


class Phrase(NamedTuple):
    """An anaphor at a place: the family it can mean, its head noun, what describes it."""

    start: int
    end: int
    family: Family | None
    head: str
    described: str


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(_tables()[table]["words"].split())


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = files("finfacts.lexicons").joinpath("coreference.toml").read_text("utf-8")
    return tomllib.loads(text)


_PHRASE = regex.compile(
    r"""
      \b(?P<the>[Tt]he|[Ii]ts|[Tt]heir)[ ](?P<described>
          (?:\p{Lu}[\p{L}. ]{1,24},[ ])?(?:[\p{L}.&'][\p{L}\p{N}.&'-]*+[ ]){0,4}?)
        (?P<head>\L<heads>)\b(?!-?\p{L}|'(?!s\b)|[ ](?:of|that|which|who)\b)
    | (?<![\w'"][ ]|-)(?P<bare>[Ss]hares)\b(?![ ](?:of|in|to|at|for)\b)(?=[ ]\p{Ll})
    | (?:(?<=\b(?:as|while|and|but|sending|sent|pushing|with|before|after|pushed|lifted|when|where|though|although|helped|drove|making)[ ])
        |(?<=\b(?:early|late|Its|said)[ ]))(?P<bare2>shares)\b(?![ ](?:of|in)\b)
    | (?P<it>\b(?:It|it|They|they)\b)(?=[ ]\p{Ll}|'s[ ]\p{Ll})
    """,
    regex.VERBOSE,
    heads=[],
)
_IT_BEFORE = regex.compile(
    r"(?:^|[.,;:(\"'][ ]?|\b(?:but|and|while|as|before|after|though|although|because|since|when|if|that|said|says|where|which)[ ])$"
)
_APPOSITION = regex.compile(r",[ ]$|\bas[ ]$")
_SUBJECT_VERB = regex.compile(r"[ ](?:\p{Ll}+)")


@cache
def _phrase() -> regex.Pattern[str]:
    heads = sorted(
        _words("stock") | _words("company") | _words("index") | _words("commodity")
        | _words("crypto") | _words("fx") | _words("rate")
    )  # fmt: skip
    return regex.compile(_PHRASE.pattern, regex.VERBOSE, heads=heads)


@dataclass
class _Reading:
    """What has been read so far: mentions of each past sentence, the article's own instrument."""

    main: Instrument | None
    past: list[list[Instrument]] = field(default_factory=list)


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
    reading = _Reading(main_instrument(passages, instruments))
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


def _is_issuer(instrument: Instrument) -> bool:
    return instrument.kind in ("equity", "etf") and instrument.symbol is not None


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
        added = _resolve_sentence(passage, start, end, here, reading, lexicon)
        merged.extend(added)
        reading.past.append(sorted([*here, *added], key=lambda i: i.span.start))
    return sorted(merged, key=lambda i: i.span.start)


def _resolve_sentence(
    passage: Passage,
    start: int,
    end: int,
    here: list[Instrument],
    reading: _Reading,
    lexicon: Lexicon,
) -> list[Instrument]:
    added: list[Instrument] = []
    for phrase in _phrases(passage.clean, start, end, here):
        before = sorted(
            (i for i in [*here, *added] if i.span.end <= phrase.start), key=lambda i: i.span.start
        )
        meant = _meant(phrase, before, reading, lexicon)
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


# --- phrases ---------------------------------------------------------------------------------


def _phrases(clean: str, start: int, end: int, here: list[Instrument]) -> Iterator[Phrase]:
    """The anaphors of a sentence: "the stock", bare "shares" as a subject, "it"."""
    ends = {i.span.end for i in here}
    for match in _phrase().finditer(clean, start, end):
        if match["it"] is not None:
            if _stands_for_something(clean, start, match):
                yield Phrase(match.start(), match.end(), None, match["it"].lower(), "")
        elif match["head"] is None:
            if match.start() - 1 not in ends:
                yield Phrase(match.start(), match.end(), "equity", "shares", "")
        elif (phrase := _noun_phrase(clean, match, ends)) is not None:
            yield phrase


def _stands_for_something(clean: str, start: int, match: regex.Match[str]) -> bool:
    if not _IT_BEFORE.search(clean[max(start, match.start() - 12) : match.start()]):
        return False
    after = regex.findall(r"[\p{L}'-]+", clean[match.end() : match.end() + 40])[:3]
    after = [
        w
        for w in after
        if w not in ("is", "was", "has", "been", "also", "will", "would", "be", "s")
    ]
    return not after or after[0] not in _words("expletive")


def _noun_phrase(clean: str, match: regex.Match[str], ends: set[int]) -> Phrase | None:
    head, described = match["head"], match["described"].strip()
    family = _family_of(head)
    own = match["the"].lower() != "the"
    modifiers = described.lower().split()
    if own and (head not in _words("stock") or modifiers):
        return None
    if family == "equity" and head not in _words("stock"):
        if any(m in _words("never_before") for m in modifiers):
            return None
        if not modifiers and head not in _words("company_plain"):
            return None
        if match.start() - 2 in ends and clean[match.start() - 2 : match.start()] == ", ":
            return None
    elif (
        head in _words("stock")
        and any(m not in ("company's", "firm's", "underlying") for m in modifiers)
    ) or (family != "equity" and len(modifiers) > 2):
        return None
    return Phrase(match.start(), match.end(), family, head, described)


def _family_of(head: str) -> Family:
    for family in ("index", "commodity", "crypto", "fx", "rate"):
        if head in _words(family):
            return family  # type: ignore[return-value]
    return "equity"


# --- what they mean --------------------------------------------------------------------------


def _meant(
    phrase: Phrase, before: list[Instrument], reading: _Reading, lexicon: Lexicon
) -> tuple[Instrument, Decimal] | None:
    """The instrument a phrase means and how sure that is, or None where it stays open."""
    if phrase.family is None:
        subject = _subject(before) or (_subject(reading.past[-1]) if reading.past else None)
        return (subject, _CLEAR) if subject and subject.symbol else None
    if phrase.described and phrase.head not in _words("stock"):
        named = _by_descriptor(phrase, reading, before, lexicon)
        if named is not None:
            return named, _CLEAR
    fits = [i for i in before if _FAMILY.get(i.kind) == phrase.family and i.symbol]
    if fits:
        chosen = _one_of(fits)
        return (chosen, _CLEAR) if chosen else None
    for back, sentence in enumerate(reversed(reading.past[-_BACK:])):
        fits = [i for i in sentence if _FAMILY.get(i.kind) == phrase.family and i.symbol]
        if fits and (back == 0 or phrase.family != "equity" or reading.main is None):
            chosen = _one_of(fits)
            return (chosen, _CLEAR) if chosen else None
        if back == 0 and reading.main is not None and phrase.family == "equity":
            return reading.main, _MAIN
    return (reading.main, _MAIN) if reading.main is not None and phrase.family == "equity" else None


def _one_of(fits: list[Instrument]) -> Instrument | None:
    """The only one, or the subject where several are named and it is not joined to the next."""
    names = list(dict.fromkeys(i.name for i in fits))
    if len(names) == 1:
        return fits[0]
    first, second = fits[0], next(i for i in fits if i.name != fits[0].name)
    gap = second.span.start - first.span.end
    return None if gap < 8 else first  # noqa: PLR2004 - ", " and " and "


def _subject(sentence: list[Instrument]) -> Instrument | None:
    """The instrument a sentence is about: its first, where no second is joined to it."""
    movers = [i for i in sentence if i.kind in _FAMILY]
    return _one_of(movers) if movers else None


def _by_descriptor(
    phrase: Phrase, reading: _Reading, before: list[Instrument], lexicon: Lexicon
) -> Instrument | None:
    """An issuer of the article that news describes so: "the iPhone maker"."""
    wanted = f"{phrase.described} {phrase.head}".lower()
    seen: dict[str, Instrument] = {}
    for instrument in [*(i for s in reading.past for i in s), *before]:
        if _is_issuer(instrument):
            seen[instrument.name] = instrument
    fits = [
        instrument
        for name, instrument in seen.items()
        for entity in lexicon.by_ticker(instrument.symbol or "")
        if entity.name == name and any(wanted.endswith(d.lower()) for d in entity.descriptors)
    ]
    return fits[0] if len({i.name for i in fits}) == 1 else None
