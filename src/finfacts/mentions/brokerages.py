"""Brokerages and research houses by name: "JPMorgan", "Evercore ISI", "Pivotal Research Group".

A name that is a house only in the right company ("Benchmark", "Stephens", "Choice") needs a
broker's context. So does a listed bank, which is in the news as an issuer too: where nothing beside
its name decides, it is what the passage else takes it for, and no house where that tells nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import regex

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.mentions.instruments.names import find_names
from finfacts.mentions.instruments.roles import (
    is_broker,
    is_issuer,
    speaks_of_others,
    tells_of_ratings,
)
from finfacts.mentions.people import heads_lines
from finfacts.patterns import lazy
from finfacts.values import Brokerage

_HOUSE = lazy(
    r"""\b(?P<name>(?:\p{Lu}[\p{L}.'&-]*[ ]){1,3}(?:Research(?:[ ](?:Group|Partners))?|Securities
        |Capital[ ]Markets|Equities|Broking
        |Institutional[ ]Equities|Advisory[ ]Group|Research[ ]Partners|Capital|Partners|Advisors
        |Associates))\b""",
    regex.VERBOSE,
)


def find_brokerages(passage: Passage, lexicon: Lexicon) -> list[Brokerage]:
    """Return the houses named in a passage, in order, none overlapping.

    >>> from finfacts.lexicons.instruments import load_lexicon
    >>> found = find_brokerages(Passage("Jefferies cut its rating on Nike."), load_lexicon())
    >>> [(house.name, house.span.text) for house in found]
    [('Jefferies', 'Jefferies')]
    """
    clean = passage.clean
    places = find_names(clean, lexicon.broker_index, lexicon.brokers)
    standings = [_standing(clean, start, end, lexicon) for start, end in places]
    found = [
        Brokerage(name=lexicon.brokers[clean[start:end]].name, span=passage.span(start, end))
        for start, end in _houses(clean, places, standings, lexicon)
    ]
    found += _unknown_houses(passage, found)
    return sorted([*found, *_heading_houses(passage, found)], key=lambda b: b.span.start)


_Standing = Literal["cued", "always", "issuer", "open", "none"]


def _standing(clean: str, start: int, end: int, lexicon: Lexicon) -> _Standing:
    """What a name of a house is where it stands, by what stands beside it."""
    form = clean[start:end]
    if is_broker(clean, start, end) or _acts(clean, start, end) or heads_lines(clean, start, end):
        return "cued"
    if form in lexicon.levels or form == "S&P":
        return "none"
    if _is_listed(form, lexicon) and is_issuer(clean, start, end):
        return "issuer"
    banks = lexicon.brokers[form].kind == "broker" and _is_listed(form, lexicon)
    return "open" if banks else "always"


def _is_listed(form: str, lexicon: Lexicon) -> bool:
    house = lexicon.brokers[form]
    return house.ticker is not None or any(
        entity.kind == "equity" for name in (form, house.name) for entity in lexicon.entities(name)
    )


def _houses(
    clean: str,
    places: Sequence[tuple[int, int]],
    standings: Sequence[_Standing],
    lexicon: Lexicon,
) -> list[tuple[int, int]]:
    """Return the places where a house stands: open ones by its other places and its neighbours."""
    names = [lexicon.brokers[clean[start:end]].name for start, end in places]
    cued = {name for name, standing in zip(names, standings, strict=True) if standing == "cued"}
    issuers = {
        name for name, standing in zip(names, standings, strict=True) if standing == "issuer"
    }
    found: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(places):
        taken = standings[number] in ("cued", "always")
        if standings[number] == "open":
            taken = (
                (names[number] in cued and names[number] not in issuers)
                or speaks_of_others(clean, end)
                or tells_of_ratings(clean, start, end)
                or _is_joined(clean, number, places, standings)
            )
        if taken:
            found.append((start, end))
    return found


def _is_joined(
    clean: str,
    number: int,
    places: Sequence[tuple[int, int]],
    standings: Sequence[_Standing],
) -> bool:
    """Whether a house by its role is the next in a list: "Analysts at Citigroup and Jefferies"."""
    pairs = ((number - 1, number, number - 1), (number, number + 1, number + 1))
    return any(
        left >= 0
        and right < len(places)
        and standings[other] == "cued"
        and _JOINT.fullmatch(clean, places[left][1], places[right][0]) is not None
        for left, right, other in pairs
    )


_JOINT = lazy(r",?[ ](?:and|or|&)[ ]|,[ ]")


def _acts(clean: str, start: int, end: int) -> bool:
    """Whether a name stands where only a house stands: "raised to Buy at Mizuho"."""
    if _JOINED_BEFORE.search(clean, max(0, start - 12), start) or _ISSUER.match(clean, end):
        return False
    if _RATED_BEFORE.search(clean[max(0, start - 60) : start]):
        return True
    return bool(_OPENS.search(clean[max(0, start - 16) : start])) and bool(_ACTS.match(clean, end))


_JOINED_BEFORE = lazy(r"\p{Lu}\p{Ll}+[ ]$")
_ISSUER = lazy(r"(?:'s?)?[ ]+(?:\p{Lu}|\(\p{Lu}|shares?|stock|earnings|results)")
_RATING = (
    r"(?:(?:strong[ ])?buy|sell|hold|neutral|(?:market|sector|peer)?[ -]?(?:out"
    r"|under)?-?perform(?:er)?|(?:over|under|equal|sector|market)[ -]?weight"
    r"|accumulate|add|reduce)"
)
_RATED_BEFORE = lazy(
    rf"""(?: (?:upgraded|downgraded|rated|raised|cut|lowered|lifted|started
          |initiated|suspended)\b[^.;]{{0,40}}
        | \b{_RATING}['"]?(?:[ ](?:on|for)[ ][^.;,]{{1,25}})?
        | \btarget[^.;]{{0,30}}\d ) [ ](?:at|by)[ ]$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_OPENS = lazy(
    r"(?:^|[.:;!?\n)\u2014-][ ]?|,[ ]"
    r"|\b(?:and|at|but|while|Separately,|cautioned|said|says|wrote|argued|noted|warned)[ ])$"
)
_ACTS = lazy(
    rf"""
    (?:[ ]also|,[ ](?:which|who)[ ][^.;,]{{3,50}},|,[ ]at[ ][^.;,]{{3,16}},)?[ ]
      (?: (?:pare[sd]?|reinstate[sd]?|stops?|stopped|slice[sd]?|chop(?:s|ped)?|pull(?:s|ed)?
        |went|goes|hike[sd]?|ups|upped|starts?|started|initiate[sd]?|resume[sd]?|assume[sd]?
          |took|takes|move[sd]?|nudge[sd]?|trim(?:s|med)?|raise[sd]?|lift(?:s|ed)?|cuts?
            |lower(?:s|ed)?|boost(?:s|ed)?
          |ke(?:eps|pt)|stuck|sticks|held|holds|maintain(?:s|ed)?|reiterate[sd]?|bump(?:s|ed)?)\b
          [^.;]{{0,90}}? \b(?:targets?|ratings?|coverage|PT|objective|call|{_RATING})\b
        | (?:make|name)[sd]?\b[^.;]{{0,60}}?\bpick\b
        | (?:up|down)grade[sd]? | reiterate[sd]? | reinstate[sd]?
        | \(?(?:to[ ])?[$\p{{Sc}}\d][\d.,]*,?[ ]from | (?:to|at)[ ]['"]?{_RATING}\b )
  | ,[ ](?:which|who)[ ](?:has|had|rates|carries)[ ]
      (?: [^.;]{{0,30}}\b(?:ratings?|targets?|{_RATING})\b | \w{{0,3}}\p{{Sc}}\d )
  | ,[ ](?:at|to)[ ]['"]?{_RATING}\b | :[ ]['"]?{_RATING}\b
  | 's[ ](?:target|rating|price[ ]target|new[ ]target)
  | [ ]\((?:(?:to[ ])?['"]?(?:[$\p{{Sc}}\d]|{_RATING}))
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


_KINDS = (
    *("Research", "Securities", "Capital", "Equities", "Broking", "Advisory", "Partners"),
    *("Advisors", "Associates"),
)


def _unknown_houses(passage: Passage, found: list[Brokerage]) -> list[Brokerage]:
    """Houses the lexicon lacks whose words and company say so: "Pivotal Research Group"."""
    clean = passage.clean
    if not any(word in clean for word in _KINDS):
        return []
    return [
        Brokerage(name=match["name"], span=passage.span(match.start(), match.end()))
        for match in _HOUSE.finditer(clean)
        if all(b.span.end <= match.start() or b.span.start >= match.end() for b in found)
        and (
            is_broker(clean, match.start(), match.end()) or _acts(clean, match.start(), match.end())
        )
    ]


def _heading_houses(passage: Passage, found: list[Brokerage]) -> list[Brokerage]:
    """Houses the lexicon lacks that head lines as known ones do: "Loup Ventures, Gene Munster"."""
    clean = passage.clean
    if not any(heads_lines(clean, house.span.start, house.span.end) for house in found):
        return []
    taken = {house.span.start for house in found}
    return [
        Brokerage(name=match["name"], span=passage.span(*match.span("name")))
        for match in _HEADING.finditer(clean)
        if match.start() not in taken
    ]


_HEADING = lazy(
    r"""
    ^(?P<name>\p{Lu}[\p{L}.'&-]*(?:[ ](?:\p{Lu}[\p{L}.'&-]*|of|and|&)){0,3})
    (?:,[ ]\p{Lu}\p{Ll}+(?:[ ]\p{Lu}\.)?[ ]\p{Lu}[\p{L}'-]+
      | [ ]\(\p{Lu}\p{Ll}+(?:[ ]\p{Lu}\.)?[ ]\p{Lu}[\p{L}'-]+\)) [ ]*$
    """,
    regex.VERBOSE | regex.MULTILINE,
)
