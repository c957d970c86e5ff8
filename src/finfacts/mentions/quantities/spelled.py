"""Amounts in words: "seven basis points", "a million", "tenfold", "doubled", "a penny a share"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

import ahocorasick_rs
import regex

from finfacts.lexicons.units import Counted, word_set
from finfacts.mentions.quantities.amount import Amount
from finfacts.mentions.quantities.heads import is_named, read_head
from finfacts.mentions.quantities.idioms import (
    ARTICLE_UNITS,
    read_article,
    read_in_ten,
    read_percent_of,
    read_twice,
)
from finfacts.mentions.quantities.numerals import (
    ONES,
    PARTS,
    POWERS,
    TENS,
    decimal,
    read_words,
)
from finfacts.mentions.quantities.parts import read_part_amount
from finfacts.mentions.quantities.senses import is_factor, is_unit_meant
from finfacts.mentions.quantities.tails import Tail, read_tail
from finfacts.patterns import lazy

Reader = Callable[[str, int], Amount | None]

_COUNTERS = word_set("counters", "words")
_LATER = word_set("counters", "later")
_FUNCTION_WORDS = word_set("function_words", "words") - {"more"}
_NEAR = 5  # words
_DOUBLERS = word_set("doublers", "words")
_NUMBER_WORDS = "|".join(sorted([*ONES, *TENS], key=len, reverse=True))
_WORD = rf"(?:{_NUMBER_WORDS}|hundred|{'|'.join(POWERS)})\b"
_CARDINAL = lazy(
    rf"""
    (?P<words> (?:a[ ])? {_WORD}
        (?: [ -] (?: (?<=(?:hundred|thousand|million)[ ]) and[ ] )? {_WORD} ){{0,12}}+ )
    (?: [ -]and[ -] (?:an?[ -]|one[ -])? (?P<part> half | quarter | third ) \b )?+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TIMES = {
    "doubl": Decimal(2),
    "tripl": Decimal(3),
    "trebl": Decimal(3),
    "quadrupl": Decimal(4),
    "quintupl": Decimal(5),
    "halv": Decimal("0.5"),
}
_CHANGE = lazy(rf"(?P<stem>{'|'.join(_TIMES)})(?P<form>ed|ing|es|e)\b(?!-)", regex.IGNORECASE)
_FOLD = lazy(rf"(?P<word>{_NUMBER_WORDS})[- ]?fold\b", regex.IGNORECASE)
_LARGE = 1000
_CONTINUES = lazy(r"fold|ing\b|ed\b|es?\b", regex.IGNORECASE)


def read_spelled_amounts(clean: str) -> Iterator[Amount]:
    """Yield the amounts that start with a number word, in order; none overlaps another."""
    last = 0
    for index, start, end in _AUTOMATON.find_matches_as_indexes(clean):
        if start < last or (start and (clean[start - 1].isalnum() or clean[start - 1] in "-_'")):
            continue
        if clean[end : end + 1].isalpha() and not _CONTINUES.match(clean, end):
            continue
        for read in _FORMS[index][1]:
            amount = read(clean, start)
            if amount:
                last = amount.end
                yield amount
                break


def _change(clean: str, start: int) -> Amount | None:
    """Read "doubled", "to triple", "halved"; not "doubled down", "double-digit"."""
    match = _CHANGE.match(clean, start)
    if not match:
        return None
    head = read_head(clean, start)
    before = head.words[-1].lower().lstrip("([\"'") if head.words else ""
    after = clean[match.end() : match.end() + 8].split(maxsplit=1)
    following = after[0].lower().strip(".,;:!?\"')") if after else ""
    if not _is_change(match[0].lower(), before, following):
        return None
    times = _TIMES[match["stem"].lower()]
    return Amount(head.start, match.end(), times, head.words, counted=Counted("multiple"))


def _is_change(verb: str, before: str, following: str) -> bool:
    """Whether the form is a verb or compares: "to double", "triple its", not "a double"."""
    if following in ("down", "up", "dip", "dipping"):
        return False
    compares = following in ("its", "their", "the", "that", "what")
    if verb == "halves":
        return compares
    return verb[-1] != "e" or compares or before in _DOUBLERS


def _fold(clean: str, start: int) -> Amount | None:
    """Read "tenfold", "four-fold"."""
    match = _FOLD.match(clean, start)
    number = read_words([match["word"].lower()]) if match else None
    if not match or number is None:
        return None
    head = read_head(clean, start)
    return Amount(head.start, match.end(), number, head.words, counted=Counted("multiple"))


def _cardinal(clean: str, start: int) -> Amount | None:
    """Read "two percent", "twenty-two million euros", "two and a half points"."""
    match = _CARDINAL.match(clean, start)
    if not match:
        return None
    number, power = _spelled(match["words"].lower().replace("-", " ").split())
    if number is None:
        return None
    if match["part"]:
        number += decimal(Fraction(1, PARTS[match["part"].lower()]))
    head = read_head(clean, start)
    tail = read_tail(clean, match.end())
    if tail.power is not None:
        power = (power or 0) + tail.power
    large = power is not None or number >= _LARGE
    counted = tail.counted if is_unit_meant(clean, match["words"], head, tail) else None
    counts = _counts_noun(tail) or _moves_to(clean, match, head.words)
    alone = counted is not None or large or (tail.counted is None and counts)
    if tail.broken or (not alone and (tail.counted or is_named(head.words))):
        return None
    if counted is None and is_factor(head.words):
        counted, alone = Counted("multiple"), True
    return Amount(
        start=head.start,
        end=tail.end if alone else match.end(),
        number=number,
        words=head.words,
        power=power,
        counted=counted,
        per=tail.per if alone else None,
        after=tail.comparator if alone else None,
        alone=alone,
        counts=alone,
    )


def _moves_to(clean: str, match: regex.Match[str], words: list[str]) -> bool:
    """Whether a count moves by a small number: "fell by seven to 742"."""
    return words[-1:] == ["by"] and _TO_COUNT.match(clean, match.end()) is not None


_TO_COUNT = lazy(r" to \d{2,}\b(?![ -]?(?:%|percent|per cent|times))")


def _counts_noun(tail: Tail) -> bool:
    """Whether a noun follows that words below a thousand may count: "nine analysts"."""
    words = tail.following
    if not _COUNTERS.isdisjoint(words.lower[:1]):
        return True
    later = next((at for at, word in enumerate(words.lower[:_NEAR]) if word in _LATER), 0)
    return later > 0 and _FUNCTION_WORDS.isdisjoint(words.lower[:later])


def _spelled(words: list[str]) -> tuple[Decimal | None, int | None]:
    """Return the number and the power of its one scale word: "two million" is 2 and 6."""
    if len(words) > 1 and words[-1] in POWERS and not any(word in POWERS for word in words[:-1]):
        return read_words(words[:-1]), POWERS[words[-1]]
    return read_words(words), None


_TRIGGERS: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys([*ONES, *TENS], (_fold, read_part_amount, read_in_ten, _cardinal)),
    "twice": (read_twice,),
    **dict.fromkeys(["half", "quarter"], (read_part_amount,)),
    **{f"a {part}": (read_part_amount,) for part in PARTS},
    **{f"a {big}": (_cardinal,) for big in ("hundred", *POWERS)},
    **{f"a {unit}": (read_article,) for unit in ARTICLE_UNITS},
    **dict.fromkeys(["a full percentage point", "a whole percentage point"], (read_article,)),
    **dict.fromkeys(_TIMES, (_change,)),
    **dict.fromkeys(["percent of", "percents of", "per cent of"], (read_percent_of,)),
}
_FORMS = [
    (form, readers)
    for word, readers in _TRIGGERS.items()
    for form in (word, word[0].upper() + word[1:])
]
_AUTOMATON = ahocorasick_rs.AhoCorasick(
    [form for form, _ in _FORMS], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
)
