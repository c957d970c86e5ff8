"""What follows a number: scale ("lakh crore"), unit ("bps"), "a barrel", "or so", its noun."""

from __future__ import annotations

from typing import NamedTuple

import regex

from finfacts.lexicons.currencies import Money, currency_codes, currency_signs
from finfacts.lexicons.units import (
    Counted,
    comparators,
    glued_units,
    per_phrases,
    rate_words,
    scale_letters,
    scale_words,
    unit_phrases,
    word_set,
)
from finfacts.patterns import lazy
from finfacts.values import Comparator

_TAIL = lazy(
    r"""
    (?: (?P<gap> [ ]?/[ ]? | [ ]{0,2}+\n?[ ]{0,2}+ | - )
        (?P<word> % | \p{Sc} | \+ | (?:\p{L}\.){2,}+ | \p{L}++ | \d++ )
    ){1,7}+
    """,
    regex.VERBOSE,
)
# Amounts after which neither a longer unit or scale, nor "a year", nor "or so" can follow.
_PLAIN_PERCENT = lazy(r"(?:%|[ ]percent)(?=[,.;:)\n]|[ ][b-nq-z])")
_PLAIN_MONEY = lazy(
    r"(?:[ ](?P<scale>million|billion|trillion)\b)?+(?=[,.;:)]|[ ](?:[d-gijnrsu-xz]|to\b|by\b))"
)
_UNITS = unit_phrases()
_CODES = currency_codes()
_CODED = {code: Counted("currency", money.currency) for code, money in _CODES.items()}
_SIGNS = {
    sign: Counted("currency", money.currency)
    for sign, money in currency_signs().items()
    if len(sign) == 1
}
_GLUED = glued_units()
_SCALES = scale_words()
_LETTERS = scale_letters()
_PER = per_phrases()
_RATES = rate_words()
_MEASURES = word_set("measures", "words")
_TIMES = word_set("per_time", "units")
_NOT_PER = word_set("per_time", "not_before")
_AFTER = comparators().after
_GAPS = {"": "", " ": " ", "-": "-", "/": "/", " /": "/", "/ ": "/", " / ": "/", "\n": "\n"}
_WRAPPING = frozenset(["percent", "percentage_point", "basis_point", "currency"])
_SHORT_SCALE = 3
_LONGEST_UNIT = 4
_LONGEST_PER = 4
_MILLIONS = 6


class Words(NamedTuple):
    """The words after a number as written, in lower case, the gaps before and the ends of each."""

    raw: list[str]
    lower: list[str]
    gaps: list[str]
    ends: list[int]

    def after(self, at: int) -> Words:
        """Return the words from position ``at`` on."""
        return Words(self.raw[at:], self.lower[at:], self.gaps[at:], self.ends[at:]) if at else self


_NOTHING = Words([], [], [], [])


class Tail(NamedTuple):
    """What follows a number.

    Attributes:
        end: where the amount ends.
        power: power of ten of its scale words, or None where there is none.
        letter: the letter that is its scale, "" where there is none: "5m", "40k".
        counted: its unit, or None.
        unit_words: the unit as written, in lower case, "" where there is none.
        per: what one unit is for, or None.
        comparator: what words after it say ("or so"), or None.
        broken: letters touch the number that are no unit: "5G", "30s".
        following: the words after the number and its scale, the unit's first.
        rest: the words after the whole amount.
    """

    end: int
    power: int | None = None
    letter: str = ""
    counted: Counted | None = None
    unit_words: str = ""
    per: str | None = None
    comparator: Comparator | None = None
    broken: bool = False
    following: Words = _NOTHING
    rest: Words = _NOTHING


def read_tail(clean: str, end: int, *, money: Money | None = None) -> Tail:
    """Return what follows the number that ends at ``end``; ``money`` is what stands before it."""
    plain = (_PLAIN_MONEY if money else _PLAIN_PERCENT).match(clean, end)
    if plain:
        return _plain(plain, money=money is not None)
    match = _TAIL.match(clean, end)
    if not match:
        return Tail(end)
    raw = match.captures("word")
    gaps = [_GAPS.get(gap, " ") for gap in match.captures("gap")]
    words = Words(raw, [w.lower() for w in raw], gaps, match.ends("word"))
    at, power = _scale(words, 0, money=money is not None)
    first = at
    unit_at, counted, more = _unit(clean, words, at)
    if money and counted and (counted.unit, counted.currency) != ("currency", money.currency):
        counted, more = None, 0
    if more:
        power = (power or 0) + more
    if counted:
        at = unit_at
    broken = at == 0 and words.gaps[0] == "" and raw[0] != "+"
    per_at, per = _per(words, at, bare=power is None and counted is None and money is None)
    after_at, comparator = _after(words, per_at)
    last = max(after_at, per_at, at)
    return Tail(
        end=words.ends[last - 1] if last else end,
        power=power,
        letter=raw[0] if first and raw[0] in _LETTERS else "",
        counted=counted,
        unit_words=" ".join(words.lower[first:at]) if counted else "",
        per=per,
        comparator=comparator,
        broken=broken,
        following=words.after(first),
        rest=words.after(last),
    )


def _plain(match: regex.Match[str], *, money: bool) -> Tail:
    """Return the tail of most amounts at once: "4.7 percent in", "$1.2 billion, "."""
    if money:
        return Tail(match.end(), power=_SCALES.get(match["scale"]))
    return Tail(match.end(), counted=_UNITS["percent"], unit_words="percent")


def _scale(words: Words, at: int, *, money: bool) -> tuple[int, int | None]:
    power: int | None = None
    while at < len(words.raw) and words.gaps[at] != "/":
        found = _SCALES.get(words.lower[at])
        if found is None and at == 0 and (words.gaps[0] == "" or money or _is_measured(words)):
            found = _LETTERS.get(words.raw[at])
        if found is None or _touches(words, at + 1):
            break
        power = (power or 0) + found
        at += 1
    return at, power


def _is_measured(words: Words) -> bool:
    """Whether goods follow a letter that stands alone: "1.2 m barrels"."""
    return words.gaps[0] == " " and not _MEASURES.isdisjoint(words.lower[1:2])


def _touches(words: Words, at: int) -> bool:
    """Whether the word there touches the one before: "m2" is no million; "billion1Q" is glued."""
    if at >= len(words.gaps) or words.gaps[at] != "" or words.raw[at] in "+%":
        return False
    return not words.raw[at].isdigit() or len(words.raw[at - 1]) <= _SHORT_SCALE


def _unit(clean: str, words: Words, at: int) -> tuple[int, Counted | None, int]:
    """Return the position after the unit, the unit, and a scale that follows it ("USD million")."""
    if at >= len(words.raw) or words.gaps[at] == "/":
        return at, None, 0
    glued = words.gaps[at] == ""
    for size in range(min(_LONGEST_UNIT, len(words.raw) - at), 0, -1):
        phrase = " ".join(words.lower[at : at + size])
        if phrase not in _UNITS or (glued and words.lower[at] not in _GLUED):
            continue
        counted = _UNITS[phrase]
        wrapped = counted.unit in _WRAPPING and words.raw[at].islower()
        if words.gaps[at] == "\n" and not wrapped:
            continue  # a heading may open the next line: "... to 5,169.68\nEURO STOXX 50"
        return at + size, counted, 0
    return _unit_by_code(clean, words, at) if words.gaps[at] != "\n" else (at, None, 0)


def _unit_by_code(clean: str, words: Words, at: int) -> tuple[int, Counted | None, int]:
    """Read a sign or code of money after its number: "5 €", "5 USD million", "5 MUSD"."""
    word = words.raw[at]
    if word in _SIGNS:
        following = clean[words.ends[at] : words.ends[at] + 2].strip()
        return (at, None, 0) if following[:1].isdigit() else (at + 1, _SIGNS[word], 0)
    if word in _CODED:
        after, more = _scale(words, at + 1, money=False)
        return after, _CODED[word], more or 0
    if word[0] == "M" and word.isupper() and word[1:] in _CODED:
        return at + 1, _CODED[word[1:]], _MILLIONS
    return at, None, 0


def _per(words: Words, at: int, *, bare: bool) -> tuple[int, str | None]:
    """Return the position after "a barrel", "per 10 grams", "/bbl" and what it is for."""
    if at >= len(words.raw) or words.gaps[at] == "\n":
        return at, None
    if words.lower[at] in _RATES:
        return at + 1, _RATES[words.lower[at]]
    after, per = at, None
    if words.gaps[at] == "/":
        after, per = _per_phrase(words, at, short=True)
    elif words.lower[at] == "per":
        after, per = _after_per(words, at + 1)
    elif words.raw[at] in ("a", "an") and not bare:
        after, per = _per_phrase(words, at + 1, short=False)
    elif _is_plural(words.lower[at]) and at + 1 < len(words.raw):
        after, per = _counted_per(words, at + 1)
    return (after, per) if per else (at, None)


def _counted_per(words: Words, at: int) -> tuple[int, str | None]:
    """Read what a counted noun is for: "million barrels per day", "barrels a day"."""
    if words.raw[at] not in ("per", "a"):
        return at, None
    return _per_phrase(words, at + 1, short=False)


def _after_per(words: Words, at: int) -> tuple[int, str | None]:
    after, per = _per_phrase(words, at, short=True)
    if per or at >= len(words.raw):
        return after, per
    word = words.raw[at]
    if word.isdigit() and at + 1 < len(words.raw) and words.gaps[at + 1] == " ":
        return at + 2, f"{word} {words.lower[at + 1]}"
    if word.isalpha() and word.islower() and word not in ("se", "cent"):
        return at + 1, word
    return at, None


def _per_phrase(words: Words, at: int, *, short: bool) -> tuple[int, str | None]:
    for size in range(min(_LONGEST_PER, len(words.raw) - at), 0, -1):
        phrase = " ".join(words.lower[at : at + size])
        per = _PER.get(phrase)
        if per is None or (len(phrase) == 1 and not short):
            continue
        if per in _TIMES and at + size < len(words.raw) and words.lower[at + size] in _NOT_PER:
            return at, None
        return at + size, per
    return at, None


def _after(words: Words, at: int) -> tuple[int, Comparator | None]:
    """Read "or so", "or more", "-plus", "+" after the amount."""
    for size in (2, 1):
        if at + size > len(words.raw):
            continue
        phrase = " ".join(words.lower[at : at + size])
        if phrase in _AFTER and (size > 1 or words.gaps[at] in ("-", "")):
            return at + size, _AFTER[phrase]
    return at, None


def _is_plural(word: str) -> bool:
    return len(word) > 2 and word[-1] == "s" and word[-2] != "s"  # noqa: PLR2004


_AGAINST = lazy(
    r" (?:to|against|versus|vs\.?) (?:the|one) (?:U\.?S\.? )?(?P<unit>dollar|greenback|euro)\b"
)


def per_against(clean: str, end: int) -> str | None:
    """Return what a rate is quoted in: "91.87 against the US dollar", "7.08 yuan to the dollar"."""
    match = _AGAINST.match(clean, end)
    return _PER[match["unit"]] if match else None
