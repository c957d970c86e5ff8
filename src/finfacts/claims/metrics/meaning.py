"""Whose outlook a figure is: done, the company's own, or what others expect."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.bases import plain_basis
from finfacts.claims.metrics.conditions import is_condition
from finfacts.claims.metrics.reading import VALUE, Owner, Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.timing import aside, ends_aside
from finfacts.claims.metrics.verbs import own_clause
from finfacts.claims.tape import Item, pattern
from finfacts.facts import Basis
from finfacts.lexicons.instruments import load_lexicon
from finfacts.patterns import lazy
from finfacts.values import Instrument, Named


def basis_of(reading: Reading, figure: Stated, subject: Owner) -> Basis:
    """Return whether a figure is done, the company's own outlook, or what others expect."""
    found = _basis(reading, figure, subject)
    if figure.value < figure.name and _EXPECTS_IT.match(reading.tape.tags, figure.last):
        return "guidance"  # "a $3 billion fine Meta expects to pay"
    expected = found == "actual" and _EXPECTED.match(reading.tape.tags, figure.last)
    if expected or is_condition(reading, figure):
        return "estimate"
    outside = _is_outsiders(reading, figure) or _is_possible(reading, figure)
    return "estimate" if found == "guidance" and outside else found


def _is_possible(reading: Reading, figure: Stated) -> bool:
    """Whether it is only possible, and no company says so: "sales may shrink", "could return"."""
    items = reading.tape.items
    low, end = _clause_start(reading, figure.first), max(figure.value, figure.change, figure.name)
    ahead = [item for item in items[low:end] if _expects(item)]
    could = [item for item in ahead if item.lower in _POSSIBLE]
    if not could or len(could) < len(ahead) or items[figure.name].tag == "DEAL":
        return False
    return not _SAYS_IT.search(reading.sentence.lower)


_POSSIBLE = ("could", "may", "might")
_SAYS_IT = lazy(r"\b(?:said|says|told|warned|warns|announced)\b(?! analysts?)")


def _basis(reading: Reading, figure: Stated, subject: Owner) -> Basis:
    """Return the basis that a rule and the words of expecting before a figure give it."""
    item = reading.tape.items[figure.name]
    odds = figure.rule == "metric_swing" or item.sense in ("probability", "change", "implied_move")
    if odds or item.tag in ("ESTIMATE", "ANALYSTS", "HOUSE"):
        return "estimate"
    plain = plain_basis(reading, figure)
    if plain is not None:
        return plain
    if figure.rule == "metric_any_cost":
        return "estimate" if _expecting(reading, figure) else "actual"
    if figure.rule == "metric_revised":
        return _revised(reading, figure, subject)
    return _told_or_expected(reading, figure, subject)


_EXPECTS_IT = pattern("(?:DET|REL)? INSTRUMENT (?:EXPECT|PASSIVE_EXPECT)")
_EXPECTED = pattern("EXPECT (?: BEAT | AGAINST | COMMA | RPAREN | STOP | BY ANALYSTS | $ )")


def _is_outsiders(reading: Reading, figure: Stated) -> bool:
    """Whether no company gives it out: "its market value could", "Smith expects Apple to spend"."""
    items = reading.tape.items
    if items[figure.name].sense in _GIVEN_BY_NONE:
        return True
    clean = reading.sentence.clean
    foreseen = not _SAID.search(clean) and any(
        items[at].tag == "EXPECT"
        and items[at - 1].tag == "AUX"
        and _FORESEEN.fullmatch(items[at].lower)
        for at in range(1, figure.last)
    )
    return foreseen or (_is_opinion(reading, figure) and not OFFICERS.search(clean))


def _is_opinion(reading: Reading, figure: Stated) -> bool:
    """Whether a person or someone of no company thinks so: "Smith of Acme Ventures believes"."""
    items = reading.tape.items
    for at in range(1, figure.last):
        opines = items[at].tag == "EXPECT" or items[at].lower in _OPINING
        if opines and items[at - 1].tag == "NAME":
            match = _OF_COMPANY.search(reading.tape.tags, 0, at)
            return match is None
    return False


_OF_COMPANY = pattern("INSTRUMENT (?:POSS_MARK|DASH)? NAME* $")
_OPINING = frozenset(("believes", "thinks", "reckons", "argues", "figures", "calculates"))
_GIVEN_BY_NONE = frozenset(("market_cap", "dividend_yield", "short_interest"))
_SAID = lazy(r"\b(?:said|says|told|according to (?:the company|its))\b")


def _told_or_expected(reading: Reading, figure: Stated, subject: Owner) -> Basis:
    """Return what the words of expecting that may govern a figure say of it."""
    if _goes_with_estimate(reading, figure):
        return "estimate"
    expecting = _expecting(reading, figure)
    if not expecting:
        return _revised(reading, figure, subject) if is_outlook(reading, figure) else "actual"
    if figure.rule in ("metric_valued_at", "metric_valuing"):
        return "estimate"
    return _expected(reading, figure, expecting, subject)


_ESTIMATED = pattern(
    f"(?:ESTIMATE|ANALYSTS) (?:OF|FOR|AT) (?:DET|ADVERB|TALLY)* {VALUE} (?:IN METRIC)? COMMA? AND $"
)


_ESTIMATE_IS = pattern(
    "(?<! [BEAT FROM] | [BEAT FROM] (?:DET|POSSESSIVE|TALLY)"
    " | [BEAT FROM] (?:INSTRUMENT|ANALYSTS|NAME|HOUSE) POSS_MARK ) ESTIMATE"
    " (?: AUX | TOTAL | EXPECT | ADVERB )+ (?:OF|FOR|AT|DET)* $"
)
_ESTIMATE_WAS = pattern("ESTIMATE AUX FOR (?:DET|INSTRUMENT|POSS_MARK|WORD){0,4} TO $")
_ESTIMATE_FOR = pattern(
    "(?<! BEAT | BEAT DET | BEAT POSSESSIVE | BEAT TALLY ) ESTIMATE (?:FOR|OF|ON)"
    " (?:POSSESSIVE|DET|INSTRUMENT POSS_MARK|INSTRUMENT|TALLY|WORD|NAME|PERIOD){0,4} $"
)


def _goes_with_estimate(reading: Reading, figure: Stated) -> bool:
    """Whether a figure is joined to an estimate: "estimates of $5.45 billion and EPS of 53c"."""
    tags = reading.tape.tags
    if figure.rule == "metric_heading":
        return any(item.tag == "ESTIMATE" for item in reading.tape.items[: figure.name])
    low = max(0, figure.name - _GOVERNED)
    if _ESTIMATE_WAS.search(tags, low, figure.first):
        return True
    if _ESTIMATE_IS.search(tags, max(0, figure.first - _GOVERNED), figure.first):
        return True
    return any(text.search(tags, low, figure.name) for text in (_ESTIMATED, _ESTIMATE_FOR))


def is_outlook(reading: Reading, figure: Stated) -> bool:
    """Whether a name says so, or a range does: "pared its revenue to $16 billion-$17 billion"."""
    value = quantity_at(reading, figure.value)
    ranged = figure.rule == "metric_driven" and value is not None and value.low is not None
    names = reading.tape.items[figure.name : figure.name + 1] + _joined_names(reading, figure)
    return ranged or any(one.lower.endswith(("forecast", "guidance", "outlook")) for one in names)


def _joined_names(reading: Reading, figure: Stated) -> list[Item]:
    """Return the names a figure is joined to: "sales guidance of $2 and 5 million users"."""
    items = reading.tape.items
    before = items[figure.first - 1].tag if figure.first else ""
    if before != "AND" or figure.move >= 0:
        return []
    return [
        one for one in items[max(0, figure.first - _GOVERNED) : figure.first] if one.tag == "METRIC"
    ]


def _expecting(reading: Reading, figure: Stated) -> list[int]:
    """Return where the words of expecting stand that may govern a figure."""
    items = reading.tape.items
    low, end = figure.first, max(figure.value, figure.change, figure.name)
    if figure.rule == "metric_bid" and figure.value < figure.name:
        low = max(0, low - _GOING)
    elif figure.move < 0 or not (items[figure.move].tag in _TOLD or "wiped" in figure.rule):
        low = _clause_start(reading, figure.first)
    else:  # "the forecast was cut, erasing $3 billion": a comma ends what an outlook governs
        while low and items[low - 1].tag not in ("COMMA", *_OTHER_VERBS):
            low -= 1
    low = max(low, own_clause(reading, figure))
    apart = aside(reading, figure)
    return [
        at
        for at in range(low, end)
        if _expects(items[at])
        and at not in apart
        and not _is_beaten(reading, at)
        and not _CLOSED.match(reading.tape.tags, at)
        and not (figure.rule == "metric_valuing" and items[at].lower == "target")
    ]


_GOING = 3  # items: "plans a $5 billion bid for"


def _expects(item: Item) -> bool:
    """Whether a word looks ahead; what is agreed is as good as done."""
    return item.tag in _EXPECTING and item.sense != "agreed"


_CLOSED = pattern("(?:EXPECT|PASSIVE_EXPECT) AND DET")  # "when a loss was expected and the result"


def _is_beaten(reading: Reading, at: int) -> bool:
    """Whether an outlook is only compared with: "beat analysts' estimates with a profit of"."""
    return _BEATEN.search(reading.tape.tags, max(0, at - _NEAR), at) is not None


_BEATEN = pattern(
    "[BEAT AGAINST TOTAL] (?:DET|POSSESSIVE|ANALYSTS|POSS_MARK|QUOTE|TALLY|WORD|HOUSE|ESTIMATE)* $"
    " | [BEAT AGAINST] STOP? DET? (?:MONEY|PERCENT|NUMBER) ANALYSTS? AUX? $"
)
_NEAR = 5  # items


_TOLD = frozenset(("GROW", "COUNT", "COUNT_ING", "PARE", "PARE_ING", "DRIVE_ING"))


def _expected(reading: Reading, figure: Stated, expecting: list[int], subject: Owner) -> Basis:
    """Return whose outlook a figure is: the company's own, or that of others."""
    items = reading.tape.items
    name = items[figure.name]
    economic = name.sense == "supply" or (name.tag == "ECONOMY" and name.sense != "interest_rate")
    if _is_others(reading, expecting) or economic or _REPORTED.search(reading.sentence.clean):
        return "estimate"
    who = {
        item.tag
        for at in expecting
        for item in items[max(0, at - 6) : at]
        if items[at].tag == "EXPECT" or at == expecting[-1]
    }
    planned = items[expecting[-1]].sense == "planned"
    passive = items[expecting[-1]].tag != "EXPECT"
    before = items[expecting[-1] - 1]
    stranger = (
        (before.tag == "NAME" or before.lower in ("he", "she"))
        and expecting[-1] > 0
        and not passive
    )
    if stranger and not OFFICERS.search(reading.sentence.clean):
        return "estimate"
    cited = passive and not planned and "according to" in reading.sentence.clean
    if cited or _is_theirs(reading, figure) or _is_house(before.value, subject):
        return "estimate"
    if figure.rule == "metric_outlook" and any(i.tag == "ANALYSTS" for i in items[: figure.first]):
        return "estimate"
    said = any(item.tag == "HOUSE" for item in items[: figure.first])
    if who & _OTHERS or (isinstance(subject, Named) and not planned) or (passive and said):
        return "estimate"
    return "guidance"


def _is_house(value: object, subject: Owner) -> bool:
    """Whether a bank expects it of another: "Goldman Sachs expects Tesla to deliver"."""
    if not isinstance(value, Instrument) or (subject and value.name == subject.name):
        return False
    return value.name in load_lexicon().brokers


OFFICERS = lazy(
    r"\b(?:chief|executive|officer|ceo|cfo|chairman|president|management)\b", regex.IGNORECASE
)


def _is_theirs(reading: Reading, figure: Stated) -> bool:
    """Whether others are named at the end: ", analysts predict", "according to a consensus"."""
    said = _SAY_OTHERS.search(reading.tape.tags, figure.last)
    after = reading.tape.items[figure.name + 1 : figure.name + 2]  # "revenue estimate $2 billion"
    if said is not None or (after and figure.value == figure.name + 2 and _is_estimate(after[0])):
        return True
    cited = _THEIRS.search(reading.sentence.clean)
    return cited is not None and not OFFICERS.search(reading.sentence.clean)


def _is_estimate(item: Item) -> bool:
    return item.lower in ("estimate", "estimates")


_SAY_OTHERS = pattern("COMMA (?:DET|TALLY|WORD)? ANALYSTS (?:ADVERB|AUX)* EXPECT (?:COMMA|STOP|$)")
_THEIRS = lazy(
    r"\b(?:according to|based on) (?!its|their|our|the company)(?:[\w'-]+ ){0,5}?"
    r"(?:analysts?|economists|estimates|projections|consensus)\b"
    r"|\bwrote\b|\bin an? (?:research |client )?(?:note|report) ",
    regex.IGNORECASE,
)
_REPORTED = lazy(
    r"\b(?:reports? said|people familiar|sources|reportedly|people with knowledge)\b",
    regex.IGNORECASE,
)


def _revised(reading: Reading, figure: Stated, subject: Owner) -> Basis:
    """Return whose forecast is raised or cut: a company's own, or that of others."""
    items = reading.tape.items
    before = {item.tag for item in items[: figure.first]}
    persons = {item.lower for item in items[: figure.name]} & {"he", "she", "his", "her"}
    others = before & _OTHERS or persons or isinstance(subject, Named)
    return "estimate" if others else "guidance"


def _is_others(reading: Reading, expecting: list[int]) -> bool:
    """Whether others expect it: "the revenue estimate is", "Duke is expected to report"."""
    items = reading.tape.items
    first = items[expecting[0]]
    if first.lower in ("estimate", "estimates") or first.sense == "rumored":
        return True
    if first.tag == "PASSIVE_EXPECT" and _FORESEEN.search(first.lower):
        return True
    before = items[expecting[0] - 1].tag if expecting[0] else ""
    return (
        first.tag == "PASSIVE_EXPECT"
        and first.sense == "expected"
        and before in ("INSTRUMENT", "RPAREN", "POSS_MARK")
    )


_FORESEEN = lazy(r"\b(?:forecast|seen|projected|estimated|likely)\b")


def _clause_start(reading: Reading, first: int) -> int:
    """Return where the words that may govern a figure start: "guides to A, B of 3 and C of 4"."""
    low = first
    items = reading.tape.items
    goes_on = first > 0 and items[first - 1].tag in ("ON", "OFF")  # "60 cents on revenue of"
    stops = _OTHER_VERBS - _EARNING if goes_on else _OTHER_VERBS
    while low > max(0, first - _GOVERNED) and not _is_other_verb(items[low - 1], stops):
        if ends_aside(reading, low - 1):
            break
        low -= 1
    return low


def _is_other_verb(item: Item, stops: frozenset[str]) -> bool:
    """Whether a clause of its own starts there; "expects costs to be $5 million" goes on."""
    return item.tag in stops and not item.lower.startswith("to be")


_GOVERNED = 18  # items
_EARNING = frozenset(("EARN", "REPORT"))
_OTHER_VERBS = frozenset(
    (
        "SEMICOLON",
        "CLAUSE",
        "AFTER",
        "STOP",
        "REL",
        "GROW",
        "GROW_BASE",
        "TOTAL",
        "REPORT",
        "EARN",
        "RPAREN",
    )
)
_EXPECTING = frozenset({"EXPECT", "PASSIVE_EXPECT", "CONDITIONAL"})
_OTHERS = frozenset({"ANALYSTS", "HOUSE", "ESTIMATE"})
