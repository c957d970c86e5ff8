"""Amounts in words: "seven basis points", "half a million", "a third of its value", "doubled"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import ahocorasick_rs
import regex

from finfacts.lexicons.currencies import Money
from finfacts.lexicons.units import Counted, word_set
from finfacts.mentions.quantities.amount import Amount
from finfacts.mentions.quantities.bounds import BOUND_WORDS
from finfacts.mentions.quantities.heads import Head, is_named, read_head
from finfacts.mentions.quantities.numerals import (
    ONES,
    PARTS,
    POWERS,
    TENS,
    decimal,
    read_digits,
    read_words,
)
from finfacts.mentions.quantities.ranges import MOVES
from finfacts.mentions.quantities.senses import is_unit_meant
from finfacts.mentions.quantities.tails import read_tail

_COUNTERS = word_set("counters", "words")
_NUMBER_WORDS = [*ONES, *TENS]
_BIG = ["hundred", *POWERS]
_VERBS = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "halv": 0}
_FOLDS = [f"{word}fold" for word in _NUMBER_WORDS]
_TRIGGERS = [
    *_NUMBER_WORDS,
    "half",
    "quarter",
    *(f"a {part}" for part in ("third", "quarter", "fifth", "tenth", "fourth", "half")),
    *(f"a {big}" for big in _BIG),
    *(f"a{gap}percentage point" for gap in (" ", " full ", " whole ")),
    "a basis point",
    "a dollar",
    "a penny",
    "a cent",
    *_VERBS,
    "percent of",
    "percents of",
    "per cent of",
]


def _one_of(words: list[str] | dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_AUTOMATON = ahocorasick_rs.AhoCorasick(
    sorted({form for word in _TRIGGERS for form in (word, word[0].upper() + word[1:])}),
    matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
)
_WORD = rf"(?:{_one_of(_NUMBER_WORDS + _BIG)})\b"
_CARDINAL = regex.compile(
    rf"""
    (?P<words> (?:a[ ])? {_WORD} (?: [ -](?:(?<=(?:hundred|thousand|million)[ ])and[ ])? {_WORD} ){{0,12}}+ )
    (?: [ -]and[ -](?:an?[ -]|one[ -])?(?P<part>half|quarter|third) \b )?+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_FRACTION = regex.compile(
    rf"""
    (?: (?P<top> an?(?=[ ]) | one | (?:two|three|four|five|seven|nine) (?=-|[ ]\w+s\b) )[ -] )?
    (?P<bottom> {_one_of(PARTS)} ) \b
    (?: [ -](?:of[ ])?(?:an?|one)[ -] (?P<unit> percentage[ -]point | per[ ]?cent | point | basis[ -]point
                             | million | billion | trillion | dollar | cent )s?\b
      | -(?P<compound> percentage-point | percentage[ ]point | point | percent )\b
      | [ ](?P<million> million | billion | trillion ) \b
      | [ ](?P<points> points? | percentage[ ]points? | percent | per[ ]cent ) \b
      | (?P<share> [ ](?:of[ ])? (?:its|their|the|his|her|all|that) [ ]
          (?: [\p{{L}}'.&-]++[ ] ){{0,4}}? (?:value|worth|respondents|users) \b )
      | (?P<moved> (?= [,.;:)] | $ | [ ](?:from|since|this|in|over|to|on|after|as|compared|last|at|so|and|while|during|year|between|with|when|but)\b ) )
      | (?P<polled> [ ]of[ ] (?:respondents|users|analysts|economists|investors|voters) \b )
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_CHANGE = regex.compile(
    r"(?P<stem>doubl|tripl|trebl|quadrupl|quintupl|halv)(?P<form>ed|ing|es|e)\b(?!-)",
    regex.IGNORECASE,
)
_FOLD = regex.compile(rf"(?P<word>{_one_of(_NUMBER_WORDS)})-?fold\b", regex.IGNORECASE)
_UNIT_ARTICLE = regex.compile(
    r"a (?:(?:full|whole) )?(?P<unit>percentage point|basis point|dollar|penny|cent)\b",
    regex.IGNORECASE,
)
_SHORT = 60
_ALONE = regex.compile(r"\s*per ?cents? of (?P<number>[\w-]+(?: [\w-]+)?)\s*", regex.IGNORECASE)


def read_spelled_amounts(clean: str) -> Iterator[Amount]:
    """Yield the amounts that start with a number word, in order; none overlaps another."""
    last = 0
    for _, start, end in _AUTOMATON.find_matches_as_indexes(clean):
        if start < last or (start and (clean[start - 1].isalnum() or clean[start - 1] in "-_'")):
            continue
        if clean[end : end + 1].isalpha() and not _CONTINUES.match(clean, end):
            continue
        for read in (_change, _fold, _fraction, _unit_article, _cardinal, _percent_of):
            amount = read(clean, start)
            if amount:
                last = amount.end
                yield amount
                break


_CONTINUES = regex.compile(r"fold|ing\b|ed\b|es?\b", regex.IGNORECASE)


def _amount(
    head: Head, end: int, number: Decimal, counted: Counted | None, power: int | None = None
) -> Amount:
    return Amount(
        start=head.start,
        end=end,
        number=number,
        power=power,
        counted=counted,
        sign_first=False,
        per=None,
        after=None,
        alone=True,
        counts=True,
        joins=True,
        words=head.words,
    )


def _change(clean: str, start: int) -> Amount | None:
    """Read "doubled", "to triple", "more than halved"; not "doubled down", "double-digit"."""
    match = _CHANGE.match(clean, start)
    if not match:
        return None
    head = read_head(clean, start)
    after = clean[match.end() : match.end() + 8].split(maxsplit=1)
    following = after[0].lower().strip(".,;:!?\"')") if after else ""
    if following in ("down", "up", "as", "dipping", "dip", "counting"):
        return None
    before = head.words[-1].lower().lstrip("([\"'") if head.words else ""
    if match[0].lower() == "halves" and following not in ("its", "their", "the"):
        return None
    if match["form"].lower() == "e" and not (
        before in _DOUBLERS or following in ("its", "their", "the", "that", "what")
    ):
        return None
    times = _VERBS[match["stem"].lower()]
    if times == 0:
        return _halved(head, match.end(), before)
    return _amount(head, match.end(), Decimal(times), Counted("multiple"))


_DOUBLERS = frozenset(
    "to will would could may might can should nearly almost than about roughly they".split()
)


def _halved(head: Head, end: int, before: str) -> Amount:
    """Read "halved" as times a half; "more than halved" is over 50 percent down."""
    if before == "than":
        return _amount(head, end, Decimal(50), Counted("percent"))
    return _amount(head, end, Decimal("0.5"), Counted("multiple"))


def _fold(clean: str, start: int) -> Amount | None:
    match = _FOLD.match(clean, start)
    number = match and read_words([match["word"].lower()])
    if not match or number is None:
        return None
    return _amount(read_head(clean, start), match.end(), number, Counted("multiple"))


def _fraction(clean: str, start: int) -> Amount | None:
    """Read "a third of a percent", "half a million", "quarter-point", "two-thirds of its value"."""
    match = _FRACTION.match(clean, start)
    if not match:
        return None
    top = (match["top"] or "one").lower()
    part = Fraction(1 if top in ("a", "an") else ONES[top], PARTS[match["bottom"].lower()])
    head = read_head(clean, start)
    if match["moved"] is not None and not _moves(head.words):
        return None
    if match["share"] or match["polled"] or match["moved"] is not None:
        value = Decimal(round(part * 10000)).scaleb(-2)
        whole = Decimal(int(value)) if value == int(value) else value
        return _amount(head, match.end("bottom"), whole, Counted("percent"))
    unit = (match["unit"] or match["compound"] or match["million"] or match["points"]).lower()
    unit = unit.replace("-", " ").removesuffix("s")
    if unit in POWERS:
        tail = read_tail(clean, match.end())
        end = tail.end if tail.counted else match.end()
        return _amount(head, end, decimal(part), tail.counted, POWERS[unit])
    return _amount(head, match.end(), decimal(part), _PARTED[unit])


def _moves(words: list[str]) -> bool:
    """Whether the words before make a fraction a move: "down roughly a third", "rose by half"."""
    lower = [word.lower() for word in words if word.lower() not in BOUND_WORDS]
    return bool(lower) and (lower[-1] in MOVES or lower[-1] == "by")


_DOLLAR = Money("USD")
_PARTED = {
    "percentage point": Counted("percentage_point"),
    "point": Counted("percentage_point"),
    "percent": Counted("percent"),
    "per cent": Counted("percent"),
    "basis point": Counted("basis_point"),
    "dollar": Counted("currency", "USD"),
    "cent": Counted("currency", "USD", 2),
}


def _unit_article(clean: str, start: int) -> Amount | None:
    """Read "a percentage point"; "a dollar" and "a penny" only as an amount of money."""
    match = _UNIT_ARTICLE.match(clean, start)
    if not match:
        return None
    head = read_head(clean, start)
    unit = match["unit"].lower()
    tail = read_tail(clean, match.end(), money=_DOLLAR)
    if unit in ("dollar", "penny", "cent"):
        before = head.words[-1].lower() if head.words else ""
        if tail.per not in ("share", "barrel", "ounce", "gallon") and before != "than":
            return None
    counted = Counted("currency", "GBP", 2) if unit == "penny" else _PARTED[unit]
    return _amount(head, tail.end if tail.per else match.end(), Decimal(1), counted)._replace(
        per=tail.per
    )


def _percent_of(clean: str, start: int) -> Amount | None:
    """Read "percent of twenty" where it is all there is; in news a number stands before it."""
    match = _ALONE.fullmatch(clean) if len(clean) < _SHORT else None
    if not match:
        return None
    word = match["number"].lower()
    number = read_digits(word) if word[0].isdigit() else read_words(word.replace("-", " ").split())
    if number is None:
        return None
    return _amount(read_head(clean, start), match.end("number"), number, Counted("percent"))


def _spelled(words: list[str]) -> tuple[Decimal | None, int | None]:
    """Return the number and the power of its last scale word: "two million" is 2 and 6."""
    if len(words) > 1 and words[-1] in POWERS and not any(word in POWERS for word in words[:-1]):
        return (read_words(words[:-1]) if words[:-1] != ["a"] else Decimal(1)), POWERS[words[-1]]
    return read_words(words), None


def _cardinal(clean: str, start: int) -> Amount | None:
    """Read "two percent", "twenty-two million euros", "two and a half points"."""
    match = _CARDINAL.match(clean, start)
    if not match:
        return None
    words = match["words"].lower().replace("-", " ").split()
    number, power = _spelled(words)
    if number is None:
        return None
    if match["part"]:
        number += decimal(Fraction(1, PARTS[match["part"].lower()]))
    head = read_head(clean, start)
    tail = read_tail(clean, match.end())
    if tail.broken:
        return None
    following = tail.following.lower
    if tail.power is not None:
        power = (power or 0) + tail.power
    large = power is not None or number >= 1000  # noqa: PLR2004 - "two thousand and six hundred"
    counted = tail.counted
    if counted and not is_unit_meant(clean, match["words"], head, tail):
        counted = None
        if not large:
            return None
    alone = bool(counted or large or (following and following[0] in _COUNTERS))
    if is_named(head.words) and not alone:
        return None
    return Amount(
        start=head.start,
        end=tail.end if alone else match.end(),
        number=number,
        power=power,
        counted=counted,
        sign_first=False,
        per=tail.per if alone else None,
        after=tail.comparator if alone else None,
        alone=alone,
        counts=alone,
        joins=True,
        words=head.words,
    )
