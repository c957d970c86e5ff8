"""People with their roles: "analyst Laura Prentice", "Chris Harvey, head of equity strategy".

A house will do for a role: "Needham's Dana Whitlock", "Barry Bannister at Stifel Nicolaus".
A name is two or three capitalised words in one of these company; a bare name is none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, islice

import ahocorasick_rs
import regex

from finfacts.language.lines import lines_around
from finfacts.language.passage import Passage
from finfacts.mentions.instruments.cues import is_title, words
from finfacts.patterns import lazy
from finfacts.values import Brokerage, Instrument, Person

_NAME = (
    r"(?P<name>(?!(?:To|As|By|For|From|With|And|But|When|Who|Analyst|Director|Officer)[ ])"
    r"\p{Lu}(?:\p{Ll}+|\.(?:\p{Lu}\.)*)(?:[-]?\p{Lu}\p{Ll}+)*"
    r"(?:[ ](?:(?:\p{Lu}\.)+|de|van|von|der|di|da|bin|al|el)){0,2}"
    r"(?:[ ](?:(?:Mc|Mac|O'|De|Di|Le|La)?\p{Lu}\p{Ll}+(?:[-]\p{Lu}\p{Ll}+)*)){1,2})"
)
_ROLE_WORD = (
    r"(?:[Aa]nalysts?|[Ss]trategists?|[Ee]conomists?|portfolio[ ]manager|fund[ ]manager|trader"
    r"|CEO|CFO|COO|CTO"
    r"|[Cc]hief[ ][Ee]xecutive(?:[ ][Oo]fficer)?|[Cc]hief[ ][Ff]inancial[ ][Oo]fficer"
    r"|[Cc]hairman|[Cc]hairwoman"
    r"|[Pp]resident|founder|co-founder|[Dd]irector|managing[ ]director|Managing[ ]Director"
    r"|[Vv]ice[ ][Pp]resident|manager"
    r"|head[ ]of[ ](?:(?!(?:at|for|with)\b)\p{Ll}+[ ]){0,3}(?!(?:at|for|with)\b)\p{Ll}+"
    r"|Secretary|Governor|Minister|Chair|[Cc]hief[ ](?:\p{Ll}+[ ]){0,2}(?:officer|strategist"
    r"|economist|analyst))"
)
# What every role word holds: looking for these first is quicker than looking for names.
_STEMS = ahocorasick_rs.AhoCorasick(
    [
        "nalyst",
        "trategist",
        "conomist",
        "manager",
        "trader",
        "CEO",
        "CFO",
        "COO",
        "CTO",
        "hief ",
        "hair",
        "resident",
        "founder",
        "irector",
        "head of ",
        "Secretary",
        "Governor",
        "Minister",
    ]
)
_BEFORE = lazy(
    rf"\b(?P<role>(?:(?:chief|senior|lead|equity|research|market|SEBI-registered|technical"
    rf"|global|credit|investment|former|Fed)[ ])*{_ROLE_WORD})"
    rf"(?:[ ](?:team[ ])?(?:led|headed)[ ]by)?[ ]{_NAME}\b",
    regex.VERBOSE,
)
_AFTER = lazy(
    rf"\b{_NAME},[ ](?:(?:the|a|an|its"
    rf"|\w+'s)[ ])?(?P<role>(?:[\p{{L}}-]+[ ]){{0,3}}?{_ROLE_WORD})\b",
    regex.VERBOSE,
)
_OWNED = lazy(rf"'s?[ ]{_NAME}\b", regex.VERBOSE)
_AT = lazy(
    rf"\b{_NAME}(?:,[ ][^,.;]{{3,60}})?,?[ ](?:at|of|from|with)[ ](?:the[ ])?$", regex.VERBOSE
)
_HEADED = lazy(
    rf"(?:,?[ ](?:Ltd|Inc|Co|LLC|Plc|plc|Group|Research|Securities)\.?){{0,2}}"
    rf"(?:[ ]\({_NAME}\)|,[ ]{_NAME}(?:[ ]and[ ][\p{{L}}. -]+)?)[ ]*(?:\n|$)",
    regex.VERBOSE,
)
_FIRM_AFTER = lazy(r"(?:,[^,.;]{0,50})?,?[ ](?:at|of|from|with|for)[ ](?:the[ ])?$")
_NOT_NAMES = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "Its",
        "This",
        "That",
        "Wall",
        "Street",
        "New",
        "York",
        "Hong",
        "Kong",
        "United",
        "States",
        "South",
        "North",
        "Chief",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Price",
        "Target",
        "Rating",
        "Buy",
        "Sell",
        "Hold",
        "Research",
        "Capital",
        "Securities",
        "Group",
        "Bank",
        "Equity",
        "Strong",
        "Inc",
        "Corp",
        "Market",
        "Markets",
        "Sector",
        "Peer",
        "Perform",
        "Underperform",
        "Underweight",
        "Global",
        "Outperform",
        "Overweight",
        "Neutral",
        "Shares",
        "Stock",
    ]
)
_LOOK = 70


def find_people(
    passage: Passage, brokerages: Sequence[Brokerage], instruments: Sequence[Instrument] = ()
) -> list[Person]:
    """Return the people named with a role or a house, in order, none overlapping.

    Args:
        passage: where to look.
        brokerages: the houses found in it.
        instruments: what is traded in it; "pipeline manager Kinder Morgan" is no person.

    >>> [person.name for person in find_people(Passage("JPMorgan analyst Ann Lee cut it."), [])]
    ['Ann Lee']
    """
    houses = [(b.span.start, b.span.end) for b in brokerages]
    traded = {at for i in instruments for at in range(i.span.start, i.span.end)}
    found = [*_with_roles(passage, brokerages), *_of_houses(passage, brokerages)]
    kept: list[Person] = []
    for person in sorted(found, key=lambda p: (p.span.start, p.role is None, -p.span.end)):
        inside = any(a < person.span.end and person.span.start < b for a, b in houses)
        if (
            not inside
            and person.span.start not in traded
            and _is_name(person.name)
            and not (is_title(passage.clean, person.span.start) and _has_verb(person.name))
            and (not kept or person.span.start >= kept[-1].span.end)
        ):
            kept.append(person)
    return sorted([*kept, *_again(passage, kept, houses)], key=lambda p: p.span.start)


def _again(
    passage: Passage, people: Sequence[Person], houses: Sequence[tuple[int, int]]
) -> Iterator[Person]:
    """Yield analysts where later only their surname stands: "Michaeli cut his target"."""
    known = {
        surname: person
        for person in people
        if person.firm or (person.role and "nalyst" in person.role)
        for surname in _surnames(person.name)
    }
    if not known:
        return
    clean = passage.clean
    taken = {person.span.end for person in people}
    taken.update(at for start, end in houses for at in range(start, end + 1))
    for match in regex.finditer(r"\b\L<names>\b", clean, names=list(known)):
        person = known[match[0]]
        if (
            match.start() > person.span.end
            and match.end() not in taken
            and _ALONE.search(clean, max(0, match.start() - 24), match.start())
            and _GOES_ON.match(clean, match.end())
            and not (match[0] in _MONTHS and _WHEN.search(clean, 0, match.start()))
        ):
            yield person.model_copy(update={"span": passage.span(*match.span())})


def _surnames(name: str) -> list[str]:
    """Return what a person may be called later: "Vander Aarde" and "Aarde" of "Jack Vander Aarde".

    >>> _surnames("Jack Vander Aarde")
    ['Vander Aarde', 'Aarde']
    """
    words = [word for word in name.split()[1:] if not word.endswith(".")]
    return [" ".join(words[at:]) for at in range(len(words))]


_GOES_ON = lazy(r"(?:'s?)?,?[ ](?:\p{Ll}|[$\d])|(?:,[ ]\p{Lu}\p{Ll}+){1,3},?[ ]and[ ]\p{Lu}|\.?$")
_ALONE = lazy(  # not "Vander" before "Aarde"
    r"(?:\A|[.!?\n\"][ ]?|,[ ]|(?<!\p{Lu}\p{Ll}*)\p{Ll}[ ]|\b(?:While|As|But|And|When|If)[ ])$",
    regex.REVERSE,
)


def _has_verb(name: str) -> bool:
    """Whether a headline goes on in what looks like a name: "Analyst Says Company"."""
    return any(
        word.lower() in words("moving") or word.lower() in words("reporting")
        for word in name.split()
    )


_MONTHS = frozenset({"April", "May", "June"})  # those that people are called, too
_WHEN = lazy(
    r"\b(?:in|of|by|since|until|till|before|after|from|for|to|and|last|this|next|early|late|mid"
    r"|through|during)[ -]$",
    regex.REVERSE | regex.IGNORECASE,
)


def _is_name(name: str) -> bool:
    """Whether words may be a name: "Mark May" and "June Lee", not "May Target"."""
    words = name.split()
    months = {word for word in (words[0], words[-1]) if word in _MONTHS}
    return len(months) < len(words) and not any(
        word in _NOT_NAMES and word not in months for word in words
    )


def _with_roles(passage: Passage, houses: Sequence[Brokerage]) -> Iterator[Person]:
    clean = passage.clean
    places = (start for _, start, _ in _STEMS.find_matches_as_indexes(clean))
    lines = list(lines_around(clean, places))  # a person's name and role stand in one line
    for pattern in (_BEFORE, _AFTER):
        for match in chain.from_iterable(pattern.finditer(clean, *line) for line in lines):
            start, end = match.span("name")
            if match["role"].endswith("s") and is_title(clean, start):
                continue  # "Analysts Weigh Fate"
            yield Person(
                name=match["name"],
                role=match["role"],
                firm=_firm_near(clean, match.start(), match.end(), houses),
                span=passage.span(start, end),
            )


def _of_houses(passage: Passage, houses: Sequence[Brokerage]) -> Iterator[Person]:
    """People by their house alone: "Needham's Dana Whitlock", "Jonathan Golub at Credit Suisse"."""
    clean = passage.clean
    for house in houses:
        if headed := heads_lines(clean, house.span.start, house.span.end):
            yield Person(
                name=headed["name"], firm=house.name, span=passage.span(*headed.span("name"))
            )
        owned = _OWNED.match(clean, house.span.end)
        if owned and not is_title(clean, owned.start("name")):
            yield Person(
                name=owned["name"], firm=house.name, span=passage.span(*owned.span("name"))
            )
        left = max(0, house.span.start - _LOOK)
        for match in _AT.finditer(clean, left, house.span.start, overlapped=True):
            yield Person(
                name=match["name"], firm=house.name, span=passage.span(*match.span("name"))
            )


def heads_lines(clean: str, start: int, end: int) -> regex.Match[str] | None:
    """Match the analyst of a house that heads its lines: "Needham (Ana Poe)", "Citi, Al Roe"."""
    opens = not start or clean[start - 1] == "\n"
    return _HEADED.match(clean, end) if opens else None


def _firm_near(clean: str, start: int, end: int, houses: Sequence[Brokerage]) -> str | None:
    """The house right before a role ("JPMorgan analyst ...") or after a name ("... at Citi")."""
    nearest = bisect_right(houses, start, key=lambda house: house.span.end) - 1
    for house in islice(houses, max(0, nearest), None):
        if house.span.start > end + _LOOK:
            return None
        if house.span.end <= start and clean[house.span.end : start].strip() in ("", "'s", "'"):
            return house.name
        if house.span.start >= end and _FIRM_AFTER.fullmatch(clean[end : house.span.start]):
            return house.name
    return None
