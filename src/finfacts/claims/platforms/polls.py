"""Polls: "about 70% of respondents to a Stocktwits poll believe BABA's momentum would continue".

A survey that a house or a pollster made counts as well: "a Barclays survey showed 91% expect".
"""

from __future__ import annotations

import regex

from finfacts.claims.keys import fact_key
from finfacts.claims.platforms.reading import Reading, default_subject, evidence, read
from finfacts.claims.tape import pattern
from finfacts.context.attribution import attribution
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Poll
from finfacts.patterns import any_of, lazy
from finfacts.values import Instrument, Quantity

_WHO = (
    "(?: OF | VOTERS | PLATFORM | POLL | IN | TO | ON | WITH | NAME | REL | RPAREN | AND | WORD )"
)
_ANSWER = pattern(f"""
    (?P<share>PERCENT) (?: RPAREN )?
    (?: OF? {_WHO}{{0,12}}? VOTERS {_WHO}{{0,9}}? | OF [^SAID PERCENT COMMA SEMICOLON]{{1,6}} )?
    (?: REL | MODAL | AUX | COMMA (?=REL) )*
    (?P<said> SAID | NOT )
""")
_VOTED = pattern("(?:POLL|VOTERS)")
_SPOKEN = frozenset(
    {
        *("said", "say", "saying", "believe", "believed", "believes", "think", "thought"),
        *("thinks", "chose", "answered", "agree", "agreed", "predict", "predicted", "predicts"),
        *("picked"),
    }
)
_TAIL = pattern(
    "(?: COMMA | AND | CLAUSE | STOP | SEMICOLON | AGAINST | LPAREN | WORD (?<=half) )+ $"
)
_OPENING = 2  # items: "A further 29% answered"
_LOOSE = " ,.'\"\u2018\u2019\u201c\u201d"
_HINT = lazy(r"\b(?:poll|survey|respondents|voters)", regex.IGNORECASE)
_hints = any_of("poll", "survey", "respondents", "voters")
_ELSEWHERE = lazy(
    r"\b(?:Reuters|Bloomberg|Gallup|AAII|Ipsos|Harris|Pew|Michigan|Conference Board"
    r"|economists?|analysts|strategists|managers|households|consumers)\b"
)


def find_polls(sentence: Sentence, setting: Setting) -> list[Poll]:
    """Return what shares of a platform's respondents said what."""
    if not sentence.found.quantities:
        return []
    goes_on = setting.polled == 0
    if not goes_on and not (_hints(sentence.lower) and _HINT.search(sentence.clean)):
        return []
    reading = read(sentence, setting)
    pollster = _pollster(sentence)
    if pollster is not None:
        reading = reading._replace(platform=pollster, setting=Setting())
    elif reading.platform is None or _ELSEWHERE.search(sentence.clean):
        return []
    if not goes_on and not _VOTED.search(reading.tape.tags):
        return []
    answers = list(_ANSWER.finditer(reading.tape.tags))
    if (
        goes_on
        and not _VOTED.search(reading.tape.tags)
        and not (answers and answers[0].start() <= _OPENING)
    ):
        return []
    # Where there is no answer, there is one end too many.
    ends = [*(answer.start() for answer in answers[1:]), len(reading.items)]
    found = (_fact(reading, answer, end) for answer, end in zip(answers, ends, strict=False))
    return [fact for fact in found if fact is not None]


def _pollster(sentence: Sentence) -> str | None:
    """Return who made a survey: "a Barclays survey", "a poll of investors by AAII"."""
    clean = sentence.passage.clean
    makers = [(one.span.start, one.span.end, one.name) for one in sentence.found.brokerages]
    known = _POLLSTER.finditer(clean, sentence.start, sentence.end)
    makers += [(match.start(), match.end(), match[0]) for match in known]
    for start, end, name in makers:
        if _MADE.match(clean, end) or _MADE_BY.search(clean, sentence.start, start):
            return name
    return None


_POLLSTER = lazy(r"\b(?:Reuters|Bloomberg|Gallup|AAII|Ipsos|Pew|CNBC|YouGov|Deloitte|Nanos)\b")
_MADE = lazy(r"(?:'s?)?\ (?:[\w-]+\ ){0,3}(?:survey|poll)\b", regex.VERBOSE)
_MADE_BY = lazy(r"\b(?:survey|poll)\ (?:[\w-]+\ ){0,5}by\ (?:the\ )?$", regex.VERBOSE)


def _fact(reading: Reading, answer: regex.Match[str], end: int) -> Poll | None:
    share = reading.items[answer.start("share")].value
    said = answer.start("said")
    spoken = reading.items[said].lower in _SPOKEN
    first = said + 1 if spoken else said
    tail = _TAIL.search(reading.tape.tags, first, _stop(reading, first, end))
    last = tail.start() if tail else _stop(reading, first, end)
    if not isinstance(share, Quantity) or share.unit != "percent" or last <= first:
        return None
    span = evidence(reading, answer.start(), last)
    start = reading.items[said].end if spoken else reading.items[_opened(reading, said)].start
    words = reading.sentence.passage.text[start : span.end]
    statement = words.partition(", according to")[0].strip(_LOOSE)
    subject = _subject(reading, answer.start(), last)
    return Poll(
        evidence=(span,),
        sentence=reading.sentence.span,
        attribution=attribution(reading.sentence),
        rule="poll_answer",
        key=fact_key("poll", reading.platform, subject, share, statement.casefold()),
        platform=reading.platform,
        subject=subject,
        share=share,
        statement=statement,
    )


def _opened(reading: Reading, said: int) -> int:
    """Return where a statement opens: at "do" of "do not"."""
    negated = reading.items[said].tag == "NOT" and reading.items[said - 1].tag == "AUX"
    return said - 1 if negated else said


def _stop(reading: Reading, first: int, end: int) -> int:
    """Return where an answer ends: at a semicolon, else where the next begins."""
    for at in range(first, end):
        if reading.items[at].tag == "SEMICOLON":
            return at
    return end


def _subject(reading: Reading, first: int, last: int) -> Instrument | None:
    houses = {house.span.start for house in reading.sentence.found.brokerages}
    for item in [*reading.items[first:last], *reading.items[:first]]:
        value = item.value if item.start not in houses else None
        if isinstance(value, Instrument) and value.link != "coreference":
            return value
    return reading.setting.main or default_subject(reading)
