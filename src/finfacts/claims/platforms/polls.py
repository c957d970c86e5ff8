"""Polls: "about 70% of respondents to a Stocktwits poll believe BABA's momentum would continue".

A survey that a house or a pollster made counts as well: "a Barclays survey showed 91% expect".
"""

from __future__ import annotations

import regex

from finfacts.claims.keys import fact_key
from finfacts.claims.platforms.reading import Reading, default_subject, evidence, read
from finfacts.claims.platforms.surveys import asks, pollster, tells_of_survey
from finfacts.claims.tape import pattern
from finfacts.context.attribution import attribution
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Poll
from finfacts.patterns import lazy
from finfacts.values import Instrument, Quantity, Span

_WHO = (
    "(?: OF | VOTERS | PLATFORM | POLL | IN | TO | ON | WITH | NAME | REL | RPAREN | AND | WORD )"
)
_ASKED = f"(?: {_WHO} | BY | PERIOD | INSTRUMENT | POSS_MARK )"
_ANSWER = pattern(f"""
    (?<!RISE) (?<!BY) (?<!FROM) (?P<share>PERCENT) (?: RPAREN )?
    (?: OF? {_WHO}{{0,12}}? VOTERS {_ASKED}{{0,9}}?
      | OF [^SAID PERCENT COMMA SEMICOLON]{{1,6}} )?
    (?: REL | MODAL | AUX | COMMA (?=REL) )*
    (?P<said> SAID | NOT ) (?! BY )
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
    "(?: COMMA CLAUSE WORD{1,2} | COMMA | AND | CLAUSE | STOP | SEMICOLON | AGAINST | LPAREN )+ $"
)
_ONE_MORE = frozenset(
    {
        *("additional", "and", "another", "but", "further", "larger", "only", "other"),
        *("remaining", "similar", "smaller"),
    }
)
_LOOSE = " ,.'\"\u2018\u2019\u201c\u201d"
_ELSEWHERE = lazy(
    r"\b(?:Reuters|Bloomberg|Gallup|AAII|Ipsos|Harris|Pew|Michigan|Conference Board"
    r"|economists?|analysts|strategists|managers|households|consumers)\b"
)
_SAYING = pattern(f"""
    (?: (?P<told>WORD TO) | COMMA (?P<told>SAID) )
    (?P<share>PERCENT) OF? {_WHO}{{0,6}}? VOTERS
""")
_SOURCE = lazy(
    r" --? |\u2014|,? (?:- )?(?:up|down)\b[^,]{0,20} from\b|, (?:according to\b"
    r"|[^,]{1,50} (?:survey|poll) (?:shows?|showed|found|finds|said|says)\b)"
)
_NEAR = 3  # sentences for which a survey goes on


def find_polls(sentence: Sentence, setting: Setting) -> list[Poll]:
    """Return what shares of a survey's respondents said what."""
    if not sentence.found.quantities:
        return []
    goes_on = setting.polled <= _NEAR
    told = tells_of_survey(sentence)
    if not goes_on and not told:
        return []
    reading = _asked(sentence, setting, told=told)
    if reading is None:
        return []
    opens = told or _opens(reading, setting)
    answers = [
        answer
        for answer in _ANSWER.finditer(reading.tape.tags)
        if opens or _VOTED.search(answer[0])
    ]
    if not answers:
        before = _said_by(reading) if told else None
        return [before] if before is not None else []
    ends = [*(answer.start() for answer in answers[1:]), len(reading.items)]
    found = (_fact(reading, answer, end) for answer, end in zip(answers, ends, strict=True))
    return [fact for fact in found if fact is not None]


def _asked(sentence: Sentence, setting: Setting, *, told: bool) -> Reading | None:
    """Read a sentence with who asked, or None where no survey may be meant."""
    reading = read(sentence, setting)
    maker = pollster(sentence) if told else None
    if maker is not None:
        return reading._replace(platform=maker, setting=Setting())
    if reading.platform is not None and not _ELSEWHERE.search(sentence.clean):
        return reading
    if setting.pollster is not None and setting.polled <= _NEAR:
        return reading._replace(platform=setting.pollster, setting=Setting())
    if told and asks(sentence):
        return reading._replace(platform=None, setting=Setting())
    return None


def _opens(reading: Reading, setting: Setting) -> bool:
    """Whether an answer opens the sentence right after a poll: "A further 29% answered"."""
    match = _ANSWER.search(reading.tape.tags) if setting.polled == 0 else None
    if match is None or any(item.lower not in _ONE_MORE for item in reading.items[: match.start()]):
        return False
    return reading.items[match.start("said")].tag == "SAID"


def _said_by(reading: Reading) -> Poll | None:
    """Read an answer told before who gave it: "Rates will fall, said 60% of those polled"."""
    match = _SAYING.search(reading.tape.tags)
    if match is None or match.start("told") == 0:
        return None
    share, told = (reading.items[match.start(group)] for group in ("share", "told"))
    if told.tag == "WORD" and told.lower != "according":
        return None
    statement = reading.sentence.passage.text[reading.items[0].start : told.start].strip(_LOOSE)
    span = evidence(reading, 0, match.end())
    subject = _subject(reading, 0, match.start())
    return _poll(reading, (share.value, statement), span, subject)


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
    statement = _SOURCE.split(words, 1)[0].strip(_LOOSE)
    end = start + len(words.partition(statement)[0]) + len(statement)
    while last > first and reading.items[last - 1].end > end:
        last -= 1
    subject = _subject(reading, answer.start(), last)
    return _poll(reading, (share, statement), evidence(reading, answer.start(), last), subject)


def _poll(
    reading: Reading, told: tuple[object, str], span: Span, subject: Instrument | None
) -> Poll | None:
    share, statement = told
    if not isinstance(share, Quantity) or not statement:
        return None
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
        if not isinstance(value, Instrument) or value.link == "coreference":
            continue
        if value.span.text != reading.platform:
            return value
    return reading.setting.main or default_subject(reading)
