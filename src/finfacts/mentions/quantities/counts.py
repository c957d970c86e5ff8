"""Whether a bare number is a count or level: "28 analysts", "to 2416.58"; not "S&P 500", "2019"."""

from __future__ import annotations

from finfacts.lexicons.units import word_set
from finfacts.mentions.quantities.heads import Head, is_named
from finfacts.mentions.quantities.tails import Tail, Words
from finfacts.patterns import lazy

_TIME = word_set("time", "words")
_PLURALS = word_set("nouns", "words")
_NO_PLURALS = word_set("nouns", "not")
_SYMBOLS = word_set("nouns", "symbols")
_MODELS = word_set("models", "numbers")
_PLANS = word_set("models", "plans")
_LEVEL_WORDS = word_set("level_words", "words")
_FUNCTION_WORDS = word_set("function_words", "words")
_RIGHT = lazy(r"-(?:to|for)-|[:/]\d|\.\p{L}|\.\d|,\d|\([\p{L}]\)|-\p{Lu}\b|'s\b|'\d|[\p{L}\d_@#=&]")
_YEAR = lazy(r"(?:19|20)\d\d")
_OPENINGS = frozenset(["", "(", "[", '"', "'", "~", "-"])
_SHARE_KINDS = word_set("share_kinds", "words")
_KIND_WORDS = 4
_REFERENCES = word_set("reference_words", "phrases")
_REFERENCE_ENDS = word_set("reference_words", "ends")
_BOUNDS = frozenset(["nearly", "almost", "about", "just", "around", "roughly"])
_PLURAL_END = lazy(r"[^su]s\Z")
_SHORTEST = 4  # letters of a plural noun: "cars"
_LEVEL_DIGITS = 3
_EXTREMES = frozenset(("highs", "lows"))
_WENT = frozenset(("advanced", "declined", "fell", "rose", "gained", "dropped"))
_JOINING = frozenset(("while", "and"))
_SMALL = 20
_ADJECTIVES = 2


def is_count(clean: str, text: str, end: int, head: Head, tail: Tail) -> bool:
    """Whether the digits ``text`` ending at ``end``, without a unit, are a count or a level.

    A dash beside them is no matter here: it may make a range ("42,000-44,500").
    """
    after = end if tail.power is None else tail.end
    if tail.broken or head.glued not in _OPENINGS or _RIGHT.match(clean, after):
        return False
    if tail.power is not None:
        return not tail.letter or _is_scaled(text, tail)
    if _is_duration(tail.rest) or _is_label(text, head):
        return False
    return "," in text or _is_bare_count(text, head, tail)


def _is_bare_count(text: str, head: Head, tail: Tail) -> bool:
    """Whether digits without commas, unit or scale count something, or are a level."""
    if "." in text:
        is_version = "." in text[-3:-1] and float(text) < _SMALL
        return not (is_version and is_named(head.words))
    if _is_name_number(text, head):
        return False
    if tail.comparator or tail.per or counts_noun(tail.rest):
        return True
    return _is_level(text, head, tail) or _is_reference(head, tail) or _counts_of(head, tail)


def _is_name_number(text: str, head: Head) -> bool:
    """Whether the digits are a year, a code or part of a name: "2019", "007", "Group of 20"."""
    if _YEAR.fullmatch(text) or text in _MODELS or (text[0] == "0" and len(text) > 1):
        return True
    return is_named(head.words) or [word.lower() for word in head.words[-2:]] == ["group", "of"]


def _is_scaled(text: str, tail: Tail) -> bool:
    """Whether a letter is a scale: "8.9m barrels", "50k jobs"; not "401k", "3M", "40mm"."""
    if text in _PLANS or (len(text) == 1 and tail.letter.isupper()):
        return False
    return "." in text or counts_noun(tail.rest)


def counts_shares(words: Words) -> bool:
    """Whether shares are counted: "5,000 Class A shares", "3 million common shares"."""
    for word in words.lower[:_KIND_WORDS]:
        if word in ("shares", "stock"):
            return word == "shares"
        if word not in _SHARE_KINDS:
            return False
    return False


def _is_label(text: str, head: Head) -> bool:
    """Whether a word before makes the number a label whatever its form: "version 2.5"."""
    return "," not in text and bool(head.words) and is_named([head.words[-1].lower()])


def is_year(text: str) -> bool:
    """Whether bare digits look like a year."""
    return _YEAR.fullmatch(text) is not None


def _is_duration(words: Words) -> bool:
    """Whether a unit of time follows: "52-week", "10 straight days", "9.30 a.m."."""
    for at, word in enumerate(words.lower[: _ADJECTIVES + 1]):
        if words.gaps[at] not in (" ", "-"):
            return False
        if word in _TIME and (at == 0 or words.gaps[at] == " "):
            return True
        if word in _FUNCTION_WORDS or _is_plural(word) or not words.raw[at].islower():
            return False
    return False


def counts_noun(words: Words) -> bool:
    """Whether a plural noun follows, two adjectives at most between: "60 production sites"."""
    for at, word in enumerate(words.lower[: _ADJECTIVES + 1]):
        if words.gaps[at] != " " and not (at and words.gaps[at] == "-"):
            break
        if _is_plural(word) and words.raw[at].islower():
            return True
        if not words.raw[at].islower() or word in _FUNCTION_WORDS:
            break
    return words.raw[:1] != [] and words.raw[0] in _SYMBOLS and words.gaps[0] == " "


def _is_plural(word: str) -> bool:
    if word in _PLURALS:
        return True
    return (
        len(word) >= _SHORTEST and _PLURAL_END.search(word) is not None and word not in _NO_PLURALS
    )


def _counts_of(head: Head, tail: Tail) -> bool:
    """Whether some or new ones are counted: "539 of 927 issues", "18 of its jets", "344 fell"."""
    first, second = (*tail.rest.lower[:2], "", "")[:2]
    if first in _WENT:
        return bool(head.words) and (head.words[-1].endswith(",") or head.words[-1] in _JOINING)
    if first == "new":
        return not _EXTREMES.isdisjoint(tail.rest.lower[1:4])
    return first == "of" and (second in ("its", "their", "the") or second.isdigit())


def _is_reference(head: Head, tail: Tail) -> bool:
    """Whether it is a level of a gauge: "up from 62 on Monday", "an average of nearly 40."."""
    words = [word.lower() for word in head.words if word.lower() not in _BOUNDS]
    led_from = words[-1:] == ["from"] and words[-2:-1] != [] and words[-2][-1].isdigit()
    if not led_from and " ".join(words[-2:]) not in _REFERENCES:
        return False
    return not tail.rest.raw or tail.rest.gaps[0] != " " or tail.rest.lower[0] in _REFERENCE_ENDS


def _is_level(text: str, head: Head, tail: Tail) -> bool:
    """Whether the words before set a level: "closed at 5021", "cut to 130 from 140"."""
    if len(text) < _LEVEL_DIGITS or not head.words or head.words[-1].lower() not in _LEVEL_WORDS:
        return False
    words = tail.rest
    return not (words.raw and words.gaps[0] in (" ", "-") and not words.raw[0].islower())
