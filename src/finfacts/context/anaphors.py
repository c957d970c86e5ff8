"""Phrases that stand for an instrument: "the stock", "its shares", "the iPhone maker", "it".

``find_anaphors`` says where they are and what they can mean; which instrument that is, is for
``coreference`` to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

import ahocorasick_rs
import regex

from finfacts.lexicons.tables import read_words
from finfacts.mentions.instruments.cues import moves, words
from finfacts.mentions.instruments.roles import is_broker
from finfacts.patterns import lazy, matches_at
from finfacts.values import Instrument

Family = Literal["equity", "index", "commodity", "crypto", "fx", "rate"]
_PRICED: tuple[Family, ...] = ("index", "commodity", "crypto", "fx", "rate")


class Phrase(NamedTuple):
    """An anaphor at a place: the family it can mean, its head noun, what describes it.

    Attributes:
        family: what it can mean; None for a pronoun, which its verb may still bind.
        head: the noun or pronoun, in small letters.
        described: what stands between "the" and the noun.
        bound: the family that alone does what the verb says: a currency depreciates.
        moves: whether the verb is one of prices.
        opens: whether it begins a paragraph.
    """

    start: int
    end: int
    family: Family | None
    head: str
    described: str
    bound: Family | None = None
    moves: bool = False
    opens: bool = False


@cache
def noun_words(table: str) -> frozenset[str]:
    """Return the words of one table of the file on coreference."""
    return read_words("coreference.toml", table)


_PHRASE = r"""
      \b(?P<the>[Tt]he|[Ii]ts|[Tt]heir)[ ](?P<described>
          (?:\p{Lu}[\p{L}. ]{1,24},[ ])?(?:\d{1,4}-(?:member|stock|share|company)[ ])?
          (?:(?!\L<stops>[ ])[\p{L}.&'][\p{L}\p{N}.&'-]*+[ ]){0,4}?)
        (?P<head>\L<heads>)\b(?!-?\p{L}|'(?!s\b)|[ ](?:of|that|which|who)\b)
    | (?<![\w'"][ ]|-)(?P<bare>[Ss]hares)\b(?=[ ]\p{Ll})(?![ ](?:of|in|to|at|for)\b)
    | (?:(?<=\b(?:as|while|and|but|sending|sent|pushing|with|before|after|pushed|lifted|when
      |where|though|although|helped|drove|making)[ ])
        |(?<=\b(?:early|late|said)[ ]))(?P<bare2>shares)\b(?=[ ]\p{Ll})(?![ ](?:of|in)\b)
    | (?<![\w'"-][ ])(?P<priced>\b(?:Prices|Futures|The[ ]price))\b(?=,?[ ]\p{Ll})
    | (?<=\b(?:as|while|and|but|sending|sent|pushing|with|before|after|pushed|lifted|when|where
      |though|although|drove)[ ])(?P<priced2>prices)\b(?=[ ]\p{Ll})
    | (?P<it>\b(?:It|it|They|they)\b)(?=[ ]\p{Ll}|'s[ ]\p{Ll})
    """
# What each of them begins with: looking for these first is quicker than for whole phrases.
_OPENING = ahocorasick_rs.AhoCorasick(
    "The the Its its Their their Shares shares Prices prices Futures It it They they".split()
)
_IT_BEFORE = lazy(
    r"""(?:^|[.,;:(\"'\u2014-][ ]?|\b(?:but|and|while|as|before|after|though|although|because|since
    |when|if|that|said|says|where|which|even)[ ])$""",
    regex.VERBOSE | regex.REVERSE,
)
_NO_DEED = lazy(
    r"[ ](?:makes?|made)[ ]it\b|[ ](?:remains?|has|had|have)[ ]to[ ]be\b|[ ]turn(?:s|ed)[ ]out\b"
)
_COPULA = lazy(
    r"\b(?:is|was|are|were|became|becomes|be)[ ](?:now[ ]|still[ ]|also[ ])?$", regex.REVERSE
)
_WORDS = lazy(r"[\p{L}'-]+")


@cache
def _phrase() -> regex.Pattern[str]:
    heads = sorted(set().union(*map(noun_words, ("stock", "company", *_PRICED))))
    return regex.compile(_PHRASE, regex.VERBOSE, heads=heads, stops=sorted(noun_words("stops")))


def find_anaphors(clean: str, start: int, end: int, here: Sequence[Instrument]) -> Iterator[Phrase]:
    """Yield the anaphors of a sentence: "the stock", bare "shares" as a subject, "it".

    Args:
        clean: the text.
        start: where the sentence starts.
        end: where it ends.
        here: the instruments it names.
    """
    starts = {i.span.start for i in here}
    ends = {i.span.end for i in here}
    for match in _matches(clean, start, end):
        if match["it"] is not None:
            if verb := _verb(clean, start, match):
                bound = _bound(verb)
                priced = verb in words("moving")
                head = match["it"].lower()
                yield Phrase(match.start(), match.end(), None, head, "", bound, moves=priced)
        elif match["priced"] or match["priced2"]:
            if moves(clean, match.end()):
                yield Phrase(match.start(), match.end(), "commodity", "prices", "")
        elif match["head"] is None:
            if match.start() - 1 not in ends:
                yield Phrase(match.start(), match.end(), "equity", "shares", "")
        elif not _names_next(clean, match, starts) and (phrase := _noun_phrase(clean, match, ends)):
            yield phrase


def _names_next(clean: str, match: regex.Match[str], starts: set[int]) -> bool:
    """Whether the name follows: "the chipmaker Nvidia", "the heavyweight, Toyota Motor Corp."."""
    end = match.end()
    told = match["head"] in noun_words("company") and clean[end : end + 2] == ", "
    return end + 1 in starts or (told and end + 2 in starts)


def _matches(clean: str, start: int, end: int) -> Iterator[regex.Match[str]]:
    """Return what looks like an anaphor in a sentence, in order, none overlapping another."""
    openings = _OPENING.find_matches_as_indexes(clean[start:end])
    return matches_at(_phrase(), clean, (start + at for _, at, _ in openings), end)


def _verb(clean: str, start: int, match: regex.Match[str]) -> str | None:
    """The verb of an "it" that does what a stock or company does: not "it is likely"."""
    opens = match.start() == start
    if not opens and not _IT_BEFORE.search(clean, match.start() - 12, match.start()):
        return None
    after = _WORDS.findall(clean[match.end() : match.end() + 60].removeprefix("'s"))
    contracted = clean.startswith("'s", match.end())
    helped = contracted or (bool(after) and after[0] in noun_words("helpers"))
    verb = next(
        (w for w in after[:5] if w not in noun_words("helpers") and not w.endswith("ly")), ""
    )
    if verb in noun_words("no_deed") or _NO_DEED.match(clean, match.end()):
        return None
    if verb in words("moving") or verb.endswith("ed"):
        return verb
    if clean[match.start() - 1 : match.start()] == '"':
        return None  # "It was galling", said an analyst
    if match["it"] in ("They", "they") or verb.startswith("be"):
        return None
    does = helped and (verb.endswith("ing") or verb in noun_words("after_it"))
    return verb if does or verb in words("reporting") else None


def _bound(verb: str) -> Family | None:
    """The only family that does this: currencies depreciate, companies report."""
    if verb in noun_words("of_currencies"):
        return "fx"
    if verb in noun_words("of_companies"):
        return "equity"
    return None


def _noun_phrase(clean: str, match: regex.Match[str], ends: set[int]) -> Phrase | None:
    head, described = match["head"], match["described"].strip()
    family = _family_of(head)
    modifiers = described.lower().replace(",", "").split()
    fits = (
        _fits_stock(clean, match, modifiers)
        if head in noun_words("stock")
        else match["the"].lower() == "the"
        and (
            _fits_company(clean, match, modifiers, ends)
            if family == "equity"
            else _fits_price(clean, match, modifiers)
        )
    )
    if not fits:
        return None
    opens = clean[match.start() - 1 : match.start()] in ("", "\n")
    return Phrase(match.start(), match.end(), family, head, described, opens=opens)


def _fits_price(clean: str, match: regex.Match[str], modifiers: list[str]) -> bool:
    """Whether "the gauge" is one: "the tech-heavy index", not "the currency market"."""
    if clean.startswith(" for ", match.end()) or {"onshore", "regular"} & set(modifiers):
        return False  # "the gauge for liquidity"
    if match["head"] == "measure" and not moves(clean, match.end()):
        return False
    after = _WORDS.match(clean, match.end() + 1)
    apart = after is None or after[0] not in noun_words("not_after_stock")
    return apart and len(modifiers) <= 2  # noqa: PLR2004


def _fits_stock(clean: str, match: regex.Match[str], modifiers: list[str]) -> bool:
    """Whether "the stock" is one: not "the stock market", "the share sale", "the tech stock"."""
    after = _WORDS.match(clean, match.end() + 1)
    following = after[0] if after else ""
    if following in noun_words("not_after_stock") or following in _OWNERS:
        return False
    if match["the"].lower() == "their":
        return False  # those of several
    if match["head"] == "share" and following not in words("moving") | {"price", "prices"}:
        return False
    owner = {"company's", "firm's", "underlying", "lender's", "bank's"}
    return all(m in owner for m in modifiers) and (match["the"].lower() == "the" or not modifiers)


_OWNERS = frozenset({"it", "they", "he", "she", "we", "you"})  # "the shares it holds in"


def _fits_company(
    clean: str, match: regex.Match[str], modifiers: list[str], ends: set[int]
) -> bool:
    """Whether "the chipmaker" stands for a name, and is no other company, apposition or broker."""
    if any(m in noun_words("never_before") for m in modifiers):
        return False
    if not modifiers and match["head"] not in noun_words("company_plain"):
        return False
    if modifiers and _COPULA.search(clean, max(0, match.start() - 16), match.start()):
        return False
    if match.start() - 2 in ends and clean[match.start() - 2 : match.start()] == ", ":
        return False
    after = _WORDS.match(clean, match.end() + 1)
    part = after is not None and after[0] in noun_words("parts")
    if part or (modifiers and _stands_beside_name(clean, match)):
        return False
    house = match["head"] in noun_words("houses")
    speaks = match["head"] == "firm" and _ADDS.match(clean, match.end()) is not None
    return not (house and (speaks or is_broker(clean, match.start(), match.end())))


_ADDS = lazy(r"[ ](?:also[ ])?(?:added|adds|cautioned|concluded)\b")  # as analysts do


def _stands_beside_name(clean: str, match: regex.Match[str]) -> bool:
    """Whether it tells what a name before it is: "Zorbex Ltd., the insurer backed by a fund"."""
    named = _NAME_BEFORE.search(clean, max(0, match.start() - 24), match.start())
    return named is not None and _TELLS.match(clean, match.end()) is not None


_NAME_BEFORE = lazy(r"\b\p{Lu}[\p{L}&-]+\.?,[ ]$", regex.REVERSE)
_TELLS = lazy(
    r",[ ]|[ ](?:backed|based|owned|led|run|controlled|founded|listed|behind|known|best|formerly)\b"
)


def _family_of(head: str) -> Family:
    return next((family for family in _PRICED if head in noun_words(family)), "equity")
