"""How surely a figure is told: done, planned, expected, rumoured, conditional or called off."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.bases import is_owned
from finfacts.claims.metrics.conditions import is_condition
from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.timing import aside, ends_aside
from finfacts.claims.metrics.verbs import own_clause
from finfacts.claims.tape import Item
from finfacts.facts import Assertion
from finfacts.patterns import any_of, lazy

_DEALS = frozenset(
    {
        *("deal_value", "stake", "offer_price", "fundraising", "payment", "investment"),
        *("job_cuts", "contract_value"),
    }
)


def assertion_of(reading: Reading, figure: Stated, name: str) -> Assertion:
    """Return whether a figure is told, planned, expected, rumoured, conditional or denied.

    Args:
        reading: the sentence.
        figure: as a rule read it.
        name: of the metric.
    """
    if _is_denied(reading, figure, name):
        return "negated"
    if is_condition(reading, figure):
        return "conditional"
    found = _by_words(reading, figure)
    if found == "planned" and figure.rule == "metric_received":
        return "reported"  # what owners "will receive" is agreed
    if found in ("reported", "planned") and name in _DEALS and _is_rumour(reading):
        return "rumored"
    return found


def _by_words(reading: Reading, figure: Stated) -> Assertion:
    """Return what the words before a figure make of it: "plans to", "could", "did not"."""
    low, high = max(0, figure.first - 5), max(figure.value, figure.change)
    attributive = figure.rule == "metric_bid" and figure.value < figure.name
    attributive = attributive or is_owned(reading, figure)  # "plans a sale of its 8% stake"
    if attributive or figure.rule == "metric_market_size":
        low = figure.first  # "would not oppose the $3 billion takeover"
    low = max(low, own_clause(reading, figure))
    apart = aside(reading, figure)
    revised = figure.rule == "metric_revised"  # "raised its sales forecast to"
    for at in range(high - 1, low - 1, -1):
        item = reading.tape.items[at]
        if at in apart:
            continue
        if at < figure.first and (item.tag in _ENDS or ends_aside(reading, at)):
            break
        if item.tag == "NOT":
            return "negated"
        ahead = item.tag == "PASSIVE_EXPECT" and item.sense != "agreed"
        if ahead and not (revised and at > figure.name):
            promised = _is_promise(reading, item)
            return "planned" if promised else _ASSERTIONS.get(item.sense, "expected")
        if item.tag == "CONDITIONAL":
            return "planned" if _is_promise(reading, item) else "conditional"
    return _by_deed(reading.tape.items[figure.name])


_ENDS = frozenset({"SEMICOLON", "COLON", "STOP"})


def _by_deed(name: Item) -> Assertion:
    """Return what a verb with its auxiliary says: "will invest", "plans to invest"."""
    if name.tag != "DEAL":
        return "reported"
    if name.lower.startswith(("will ", "plans to ", "plan to ")):
        return "planned"
    return "conditional" if name.lower.startswith(("may ", "might ", "could ")) else "reported"


_ASSERTIONS: dict[str, Assertion] = {
    "planned": "planned",
    "rumored": "rumored",
    "conditional": "conditional",
}


def _is_promise(reading: Reading, item: Item) -> bool:
    """Whether "would" only tells what was said: "the bank said it would cut 3,000 jobs"."""
    if item.lower != "would" or _hints_if(reading.sentence.lower):
        return False
    return (
        _PROMISE.search(reading.sentence.passage.clean, reading.sentence.start, item.start)
        is not None
    )


_hints_if = any_of(" if ", "if ")
_PROMISE = lazy(
    r"\b(?:said|announced|confirmed|promised|pledged|vowed)(?: \w+){0,2}?(?: that)?"
    r" (?:it|they|he|she|the (?:company|bank|group|firm|carmaker|airline)) $"
)


def _is_denied(reading: Reading, figure: Stated, name: str) -> bool:
    """Whether a deal came to nothing, or a figure is denied: "left a $4 billion deal"."""
    clean, start = reading.sentence.passage.clean, reading.sentence.start
    spots = [at for at in (figure.name, figure.value) if at >= 0]
    first = reading.tape.items[min(spots)].start
    if _DENIED.search(clean, start, first) or _WITHDRAWN.search(clean, start, first):
        return True
    if name not in _DEALS:
        return False
    last = reading.tape.items[max(spots)].end
    return bool(
        _CALLED_OFF.search(clean, start, first) or _FELL.match(clean, last, reading.sentence.end)
    )


_DENIED = lazy(
    r"\bden(?:ied|ies|ying) (?:that|reports?|rumou?rs?|speculation|having|it|any plans?)\b"
    r"[^.;,]{0,60}$"
)
_WITHDRAWN = lazy(
    r"\b(?:withdr[ae]w|withdrawn|withdrawing|scrapp(?:ed|ing)|abandon(?:ed|ing)|rescind(?:ed|ing)"
    r"|suspend(?:ed|ing)) (?:its|their|the|an?|all) (?:[\w-]+ ){0,3}"
    r"(?:forecast|guidance|outlook|target|projection)s?\b[^.;,]{0,40}$"
)
_CALLED_OFF = lazy(
    r"""
    \b(?: walk(?:ed|s|ing)?\ away\ from | (?:pull|back)(?:ed|s|ing)?\ out\ of
      | (?:scrap(?:p(?:ed|ing)|s)?|abandon(?:ed|s|ing)?|call(?:ed|s|ing)?\ off|drop(?:ped|ping|s)
        |withdrew|withdraw(?:s|ing)|terminat(?:ed|es|ing)|shelv(?:ed|es|ing)|ditch(?:ed|es|ing)) )
    (?:\ (?:its|their|his|the|an?|that|this|planned|proposed|hostile|unsolicited|blockbuster
        |plans?\ (?:for|to\ \w+)))*\ $
    """,
    regex.VERBOSE,
)
_FELL = lazy(
    r"""
    [^.;,]{0,50}?\ (?: (?:was|were|been)\ (?:called\ off|scrapped|abandoned|terminated|shelved
        |withdrawn|dropped) | fell\ (?:apart|through) | collapsed )\b
    """,
    regex.VERBOSE,
)


def _is_rumour(reading: Reading) -> bool:
    """Whether nobody who is named says so: "people familiar with the matter said"."""
    sentence = reading.sentence
    return _hints_people(sentence.lower) and _RUMOUR.search(sentence.clean) is not None


_hints_people = any_of("people", "person", "source", "said to", "reportedly", "report")
_RUMOUR = lazy(
    r"""
      \b(?:people|persons?|sources?)\ (?:familiar|close\ to|briefed|with\ (?:direct\ )?knowledge)\b
    | \b(?:people|sources)\ (?:said|say|told)\b
    | \bsaid\ the\ (?:people|sources)\b | \b(?:is|are|was|were)\ said\ to\b
    | \b(?:citing|according\ to)\ (?:(?:unnamed|unidentified)\ )?(?:people|sources|a\ person)\b
    | \breportedly\b | \b(?:media|news|press)\ report\ (?:said|says)\b
    | (?<!analyst\ |research\ )\breports\ (?:said|say|suggest(?:ed)?|that\ (?:it|the)\b)
    | \bsources\ say\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
