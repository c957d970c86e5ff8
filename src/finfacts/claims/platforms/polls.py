"""Polls: "about 70% of respondents to a Stocktwits poll believe BABA's momentum would continue"."""

from __future__ import annotations

import regex

from finfacts.claims.keys import fact_key
from finfacts.claims.platforms.reading import Reading, evidence, instrument_near, read
from finfacts.claims.tape import pattern
from finfacts.context.attribution import attribution
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Poll
from finfacts.values import Quantity

_ANSWER = pattern("""
    (?P<share>PERCENT) (?: OF? (?:DET|ADVERB|POSSESSIVE|PLATFORM|MOOD)* VOTERS
        [^SAID PERCENT SEMICOLON]{0,9} | ADVERB | MODAL )*
    (?P<said>SAID) (?:COMMA|WORD (?=DET))?
    (?P<statement> (?: [^PERCENT SEMICOLON CLAUSE STOP] | CLAUSE (?!PERCENT|DET? PERCENT)
        | STOP (?=.) | PERCENT (?! OF? VOTERS | (?:ADVERB)* SAID ) )+ )
""")
_END = pattern("(?: COMMA | AND | CLAUSE | STOP | QUOTE | WORD (?<=while) )+ $")
_POLL = pattern("POLL")


def find_polls(sentence: Sentence, setting: Setting) -> list[Poll]:
    """Return what shares of a platform's respondents said what."""
    if not sentence.found.quantities or not _HINT.search(sentence.clean):
        return []
    reading = read(sentence, setting)
    tags = reading.tape.tags
    if not _POLL.search(tags) or reading.platform is None:
        return []
    return [fact for match in _ANSWER.finditer(tags) if (fact := _fact(reading, match)) is not None]


_HINT = regex.compile(r"\b(?:poll|survey)", regex.IGNORECASE)


def _fact(reading: Reading, match: regex.Match[str]) -> Poll | None:
    share = reading.tape.items[match.start("share")].value
    first, last = match.span("statement")
    end = _END.search(reading.tape.tags, first, last)
    last = end.start() if end else last
    if not isinstance(share, Quantity) or last <= first:
        return None
    items = reading.tape.items
    statement = reading.sentence.passage.text[items[first].start : items[last - 1].end]
    subject = instrument_near(reading, last)
    return Poll(
        evidence=(evidence(reading, match.start(), last),),
        sentence=reading.sentence.span,
        attribution=attribution(reading.sentence),
        rule="poll_answer",
        key=fact_key("poll", reading.platform, subject, share, statement.casefold()),
        platform=reading.platform,
        subject=subject,
        share=share,
        statement=statement,
    )
