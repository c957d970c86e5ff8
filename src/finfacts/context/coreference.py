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
from functools import cache
from typing import Literal, NamedTuple

import regex

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.lexicons.tables import read_toml
from finfacts.mentions.instruments.cues import moves, words
from finfacts.mentions.instruments.roles import is_broker
from finfacts.patterns import lazy
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
    return read_toml("coreference.toml")


_PHRASE = r"""
      \b(?P<the>[Tt]he|[Ii]ts|[Tt]heir)[ ](?P<described>
          (?:\p{Lu}[\p{L}. ]{1,24},[ ])?(?:(?!\L<stops>[ ])[\p{L}.&'][\p{L}\p{N}.&'-]*+[ ]){0,4}?)
        (?P<head>\L<heads>)\b(?!-?\p{L}|'(?!s\b)|[ ](?:of|that|which|who)\b)
    | (?<![\w'"][ ]|-)(?P<bare>[Ss]hares)\b(?=[ ]\p{Ll})(?![ ](?:of|in|to|at|for)\b)
    | (?:(?<=\b(?:as|while|and|but|sending|sent|pushing|with|before|after|pushed|lifted|when
      |where|though|although|helped|drove|making)[ ])
        |(?<=\b(?:early|late|said)[ ]))(?P<bare2>shares)\b(?=[ ]\p{Ll})(?![ ](?:of|in)\b)
    | (?<![\w'"-][ ])(?P<priced>\b(?:Prices|Futures|The[ ]price))\b(?=[ ]\p{Ll})
    | (?<=\b(?:as|while|and|but|sending|sent|pushing|with|before|after|pushed|lifted|when|where
      |though|although|drove)[ ])(?P<priced2>prices)\b(?=[ ]\p{Ll})
    | (?P<it>\b(?:It|it|They|they)\b)(?=[ ]\p{Ll}|'s[ ]\p{Ll})
    """
_IT_BEFORE = lazy(
    r"""(?:^|[.,;:(\"'\u2014-][ ]?|\b(?:but|and|while|as|before|after|though|although|because|since
    |when|if|that|said|says|where|which|even)[ ])$""",
    regex.VERBOSE | regex.REVERSE,
)
_WORDS = lazy(r"[\p{L}'-]+")


@cache
def _phrase() -> regex.Pattern[str]:
    heads = sorted(
        _words("stock")
        | _words("company")
        | _words("index")
        | _words("commodity")
        | _words("crypto")
        | _words("fx")
        | _words("rate")
    )
    return regex.compile(_PHRASE, regex.VERBOSE, heads=heads, stops=sorted(_words("stops")))


@dataclass
class _Reading:
    """What has been read so far: mentions of each past sentence, the article's own instrument."""

    main: Instrument | None
    commodity: Instrument | None = None
    past: list[list[Instrument]] = field(default_factory=list)
    issuers: dict[str, Instrument] = field(default_factory=dict)  # by name, the last mention
    shares: bool = False

    def add(self, mentions: list[Instrument]) -> None:
        """Take note of the mentions of the sentence just read."""
        self.past.append(mentions)
        self.issuers.update((i.name, i) for i in mentions if _is_issuer(i))


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
        reading.shares = "hares" in passage.clean[start:end]
        reading.add(sorted([*here, *added], key=lambda i: i.span.start))
    return sorted(merged, key=lambda i: i.span.start)


def _resolve_sentence(
    passage: Passage,
    bounds: tuple[int, int],
    here: list[Instrument],
    reading: _Reading,
    lexicon: Lexicon,
) -> list[Instrument]:
    added: list[Instrument] = []
    for phrase in _phrases(passage.clean, *bounds, here):
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
    starts = {i.span.start for i in here}
    ends = {i.span.end for i in here}
    for match in _phrase().finditer(clean, start, end):
        if match["it"] is not None:
            if _has_verb(clean, start, match):
                yield Phrase(match.start(), match.end(), None, match["it"].lower(), "")
        elif match["priced"] or match["priced2"]:
            if moves(clean, match.end()):
                yield Phrase(match.start(), match.end(), "commodity", "prices", "")
        elif match["head"] is None:
            if match.start() - 1 not in ends:
                yield Phrase(match.start(), match.end(), "equity", "shares", "")
        elif match.end() + 1 not in starts and (phrase := _noun_phrase(clean, match, ends)):
            yield phrase


def _has_verb(clean: str, start: int, match: regex.Match[str]) -> bool:
    """Whether "it" does what a stock or company does: not "it is likely", "it's sheer size"."""
    opens = match.start() == start
    if not opens and not _IT_BEFORE.search(clean, match.start() - 12, match.start()):
        return False
    after = _WORDS.findall(clean[match.end() : match.end() + 60].removeprefix("'s"))
    contracted = clean.startswith("'s", match.end())
    helped = contracted or (bool(after) and after[0] in _words("helpers"))
    verb = next((w for w in after[:5] if w not in _words("helpers") and not w.endswith("ly")), "")
    if verb in words("moving") or verb.endswith("ed"):
        return True
    if match["it"] in ("They", "they"):
        return False
    return (
        verb in words("reporting")
        or (helped and (verb.endswith("ing") or verb in _words("after_it")))
    ) and not verb.startswith("be")


def _noun_phrase(clean: str, match: regex.Match[str], ends: set[int]) -> Phrase | None:
    head, described = match["head"], match["described"].strip()
    family = _family_of(head)
    modifiers = described.lower().replace(",", "").split()
    fits = (
        _fits_stock(clean, match, modifiers)
        if head in _words("stock")
        else match["the"].lower() == "the"
        and (
            _fits_company(clean, match, modifiers, ends)
            if family == "equity"
            else _fits_price(clean, match, modifiers)
        )
    )
    return Phrase(match.start(), match.end(), family, head, described) if fits else None


def _fits_price(clean: str, match: regex.Match[str], modifiers: list[str]) -> bool:
    """Whether "the gauge" is one: "the tech-heavy index", not "the currency market"."""
    after = _WORDS.match(clean, match.end() + 1)
    apart = after is None or after[0] not in _words("not_after_stock")
    return apart and len(modifiers) <= 2  # noqa: PLR2004


def _fits_stock(clean: str, match: regex.Match[str], modifiers: list[str]) -> bool:
    """Whether "the stock" is one: not "the stock market", "the share sale", "the tech stock"."""
    after = _WORDS.match(clean, match.end() + 1)
    following = after[0] if after else ""
    if following in _words("not_after_stock"):
        return False
    if match["head"] == "share" and following not in words("moving") | {"price", "prices"}:
        return False
    owner = {"company's", "firm's", "underlying", "lender's", "bank's"}
    return all(m in owner for m in modifiers) and (match["the"].lower() == "the" or not modifiers)


def _fits_company(
    clean: str, match: regex.Match[str], modifiers: list[str], ends: set[int]
) -> bool:
    """Whether "the chipmaker" stands for a name, and is no other company, apposition or broker."""
    if any(m in _words("never_before") for m in modifiers):
        return False
    if not modifiers and match["head"] not in _words("company_plain"):
        return False
    if match.start() - 2 in ends and clean[match.start() - 2 : match.start()] == ", ":
        return False
    return not is_broker(clean, match.start(), match.end())


def _family_of(head: str) -> Family:
    for family in ("index", "commodity", "crypto", "fx", "rate"):
        if head in _words(family):
            return family
    return "equity"


# --- what they mean --------------------------------------------------------------------------


def _meant(
    phrase: Phrase, before: list[Instrument], reading: _Reading, lexicon: Lexicon
) -> tuple[Instrument, Decimal] | None:
    """The instrument a phrase means and how sure that is, or None where it stays open."""
    if phrase.head == "prices":
        return (reading.commodity, _MAIN) if reading.commodity is not None else None
    return (
        _pronoun(phrase, before, reading)
        if phrase.family is None
        else _noun(phrase, before, reading, lexicon)
    )


def _noun(
    phrase: Phrase, before: list[Instrument], reading: _Reading, lexicon: Lexicon
) -> tuple[Instrument, Decimal] | None:
    """What "the gauge", "the chipmaker", "its shares" mean: told here, just before, or the main."""
    if phrase.described and phrase.head not in _words("stock"):
        named = _by_descriptor(phrase, reading, before, lexicon)
        if named is not None:
            return named, _CLEAR
    fits = _no_house([i for i in before if _fits(i, phrase)], lexicon)
    if fits:
        chosen = _one_of(fits)
        return (chosen, _CLEAR) if chosen else None
    for back, sentence in enumerate(reversed(reading.past[-_BACK:])):
        fits = _no_house([i for i in sentence if _fits(i, phrase)], lexicon)
        if fits and (back == 0 or phrase.family != "equity" or reading.main is None):
            chosen = _one_of(fits)
            return (chosen, _CLEAR) if chosen else None
        if back == 0 and reading.main is not None and phrase.family == "equity":
            return reading.main, _MAIN
    return (reading.main, _MAIN) if reading.main is not None and phrase.family == "equity" else None


def _fits(instrument: Instrument, phrase: Phrase) -> bool:
    return _FAMILY.get(instrument.kind) == phrase.family and _is_one(instrument)


def _no_house(fits: list[Instrument], lexicon: Lexicon) -> list[Instrument]:
    """Leave out banks that may only speak here, where others are: "Citi Downplays Indosat"."""
    return [i for i in fits if i.span.text not in lexicon.brokers] or fits


def _pronoun(
    phrase: Phrase, before: list[Instrument], reading: _Reading
) -> tuple[Instrument, Decimal] | None:
    """What "it" means: the subject of its sentence, or of the one before; "they" mean shares."""
    last = reading.past[-1] if reading.past else []
    if phrase.head == "they" and not any("hares" in i.span.text for i in (before or last)):
        shares = last and reading.shares
        if not shares:
            return None
    subject = _subject(before) or _subject(last)
    return (subject, _CLEAR) if subject and _is_one(subject) else None


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
    seen = dict(reading.issuers)
    for instrument in before:
        if _is_issuer(instrument):
            seen[instrument.name] = instrument
    fits = [
        instrument
        for name, instrument in seen.items()
        for entity in lexicon.by_ticker(instrument.symbol or "")
        if entity.name == name and any(wanted.endswith(d.lower()) for d in entity.descriptors)
    ]
    return fits[0] if len({i.name for i in fits}) == 1 else None
