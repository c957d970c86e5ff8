"""Who made a survey: "a Barclays survey", "polled by Gallup", "a survey by the Retail Guild"."""

from __future__ import annotations

import regex

from finfacts.context.sentence import Sentence
from finfacts.patterns import any_of, lazy

_TELLS = lazy(
    r"\b(?:polls?|polled|polling|surveys?|surveyed|respondents|voters)\b", regex.IGNORECASE
)
_hints = any_of("poll", "survey", "respondents", "voters")
_ASKS = lazy(r"\b(?:respondents|polled|surveyed|participants)\b", regex.IGNORECASE)
_OWN = lazy(r"\b(?:its|their|our|own|internal) (?:\w+ ){0,2}(?:survey|poll)", regex.IGNORECASE)
_KNOWN = lazy(
    r"\b(?:Reuters|Bloomberg|Gallup|AAII|Ipsos|Pew|CNBC|YouGov|Deloitte|Nanos|Harris|Quinnipiac"
    r"|Conference Board|RealClearPolitics|Morning Consult|FiveThirtyEight|MarketWatch|Bankrate"
    r"|LendingTree|LSEG|Refinitiv|FactSet)\b"
)
_MADE = lazy(r"(?:'s?)?\ (?:[\w-]+\ ){0,3}(?:survey|poll)\b|\ (?:polled|surveyed)\b", regex.VERBOSE)
_MADE_BY = lazy(
    r"\b(?:surveys?|polls?|polled|surveyed)\ (?:[\w-]+\ ){0,5}?(?:by|from)\ (?:the\ )?$",
    regex.VERBOSE,
)
_NAMED = lazy(
    r"""
      \b(?:[Ss]urvey|[Pp]oll|[Pp]olled|[Ss]urveyed)\ (?:[a-z-]+\ ){0,5}?by\ (?:the\ )?
      (?P<name>\p{Lu}[\w&.-]*(?:\ (?:(?:of|for|and|&)\ )?(?:\p{Lu}[\w&.-]*))*)
    | \b(?P<name>\p{Lu}[\w&.-]*(?:\ \p{Lu}[\w&.-]*)*)'s\ (?:[a-z-]+\ ){0,2}(?:survey|poll)\b
    | \b(?:[Aa]n?|[Tt]he|[Aa]nother)\ (?P<name>(?:\p{Lu}[\w&.-]*\ ){1,4}
        (?:NV|N\.V\.|AG|Inc\.?|Corp\.?|Group|Bank|University|Institute|Association|Research
          |Federation|Center|Centre|Foundation|Council|Partners|Board|Guild))
        \ (?:[a-z-]+\ ){0,2}(?:survey|poll)\b
    """,
    regex.VERBOSE,
)


def tells_of_survey(sentence: Sentence) -> bool:
    """Return whether a sentence speaks of a survey, or of those who answered one."""
    return _hints(sentence.lower) and _TELLS.search(sentence.clean) is not None


def asks(sentence: Sentence) -> bool:
    """Return whether a sentence speaks of those who were asked, by others than the own employer."""
    return _ASKS.search(sentence.clean) is not None and not _OWN.search(sentence.clean)


def pollster(sentence: Sentence) -> str | None:
    """Return who made a survey: "a Barclays survey", "a poll of investors by AAII"."""
    clean = sentence.passage.clean
    makers = [(one.span.start, one.span.end, one.name) for one in sentence.found.brokerages]
    makers += [
        (one.span.start, one.span.end, one.span.text)
        for one in sentence.found.instruments
        if one.kind == "equity" and one.link != "coreference"
    ]
    known = _KNOWN.finditer(clean, sentence.start, sentence.end)
    makers += [(match.start(), match.end(), match[0]) for match in known]
    for start, end, name in makers:
        if _MADE.match(clean, end) or _MADE_BY.search(clean, sentence.start, start):
            return name
    named = _NAMED.search(clean, sentence.start, sentence.end)
    if named:
        return named["name"].rstrip(".")
    houses = {one.name for one in sentence.found.brokerages}
    return houses.pop() if len(houses) == 1 else None  # "UBS analysts told of a survey"
