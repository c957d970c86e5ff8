"""Message volume: "message volume jumped 385% in the last 24 hours to 'extremely high' levels"."""

from __future__ import annotations

from typing import NamedTuple, get_args

import regex

from finfacts.claims.keys import fact_key
from finfacts.claims.platforms.reading import Reading, evidence, instrument_near, read
from finfacts.claims.tape import pattern
from finfacts.context.attribution import attribution
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Direction, MessageVolume, Volume5
from finfacts.values import Instrument, Period, Quantity

_LABELS: dict[str, Volume5] = {label: label for label in get_args(Volume5)}
_DIRECTIONS: dict[str, Direction] = {"up": "up", "down": "down"}
_PART = "[^SEMICOLON VOLUME]"
_CLAIM = pattern(f"""
    (?P<lead> (?:PERIOD)? ) VOLUME (?P<body> {_PART}{{0,30}} )
""")
_LISTED = pattern(
    "VOLUME_LABEL QUOTE? (?: COMMA QUOTE* VOLUME_LABEL QUOTE? )* COMMA? QUOTE? AND QUOTE? VOLUME_LABEL"
)
_LABEL = pattern("""
    (?: FROM (?:QUOTE|DET)* (?P<prior>VOLUME_LABEL) [^VOLUME_LABEL]{0,8} TO QUOTE? (?P<now>VOLUME_LABEL)
      | (?P<now>VOLUME_LABEL) (?: [^VOLUME_LABEL]{0,8}? FROM [^VOLUME_LABEL]{0,4} (?P<prior>VOLUME_LABEL) )? )
""")
_CHANGE = pattern("(?: RISE (?:BY|ADVERB|MARK)* (?P<change>PERCENT) | (?P<change>PERCENT) (?:WORD)? RISE | RISE )")


class _Body(NamedTuple):
    """What a clause about message volume says."""

    label: Volume5 | None
    prior: Volume5 | None
    direction: Direction | None
    change: Quantity | None
    period: Period | None


def find_message_volume(sentence: Sentence, setting: Setting) -> list[MessageVolume]:
    """Return what a sentence says of how much a platform's users write."""
    if not sentence.found.labels and not sentence.found.quantities:
        return []
    if not _HINT.search(sentence.clean):
        return []
    reading = read(sentence, setting)
    if reading.platform is None:
        return []
    facts: list[MessageVolume] = []
    for match in _CLAIM.finditer(reading.tape.tags):
        facts.extend(_facts(reading, match))
    return _joined(facts)


def _joined(facts: list[MessageVolume]) -> list[MessageVolume]:
    """Put together what two words say of one volume: "volume spiked 5%, pushing chatter to 'high'"."""
    if len(facts) != 2:  # noqa: PLR2004 - a pair
        return facts
    first, second = facts
    if first.subject.symbol != second.subject.symbol or first.label or second.change:
        return facts
    span = first.evidence[0]
    end = second.evidence[0].end
    start = span.start - first.sentence.start
    text = first.sentence.text[start : end - first.sentence.start]
    update = {
        "label": second.label,
        "label_prior": second.label_prior,
        "evidence": (span.model_copy(update={"end": end, "text": text}),),
    }
    return [first.model_copy(update=update)]


_HINT = regex.compile(r"\b(?:message|chatter)", regex.IGNORECASE)


def _facts(reading: Reading, match: regex.Match[str]) -> list[MessageVolume]:
    first, last = match.span()
    listed = _LISTED.search(reading.tape.tags, *match.span("body"))
    if listed is not None:
        return _listed(reading, first, listed)
    body = _body(reading, match)
    subject = instrument_near(reading, first + 1)
    named = [i.value for i in reading.tape.items[first:last] if isinstance(i.value, Instrument)]
    subject = named[0] if named else subject
    if subject is None or not (body.label or body.change):
        return []
    return [_fact(reading, subject, body, first, last)]


def _listed(reading: Reading, first: int, listed: regex.Match[str]) -> list[MessageVolume]:
    """Read "message volumes were 'high', 'normal' and 'low', respectively"."""
    items = reading.tape.items
    labels = [item.sense for item in items[listed.start() : listed.end()] if item.tag == "VOLUME_LABEL"]
    before = [item.value for item in items[:first] if isinstance(item.value, Instrument)]
    subjects = list({value.symbol or value.name: value for value in before}.values())
    if len(subjects) != len(labels):
        return []
    bodies = [_Body(_LABELS.get(label), None, None, None, None) for label in labels]
    return [
        _fact(reading, subject, body, first, listed.end())
        for subject, body in zip(subjects, bodies, strict=True)
    ]


def _body(reading: Reading, match: regex.Match[str]) -> _Body:
    items = reading.tape.items
    first, last = match.span("body")
    label = _LABEL.search(reading.tape.tags, first, last)
    change = _CHANGE.search(reading.tape.tags, first, last)
    percent = items[change.start("change")].value if change and change["change"] else None
    risen = next((i.sense for i in items[first:last] if i.tag == "RISE"), "") if change else ""
    where = [*items[match.start() : match.start("body")], *items[first:last]]
    period = next((i.value for i in where if isinstance(i.value, Period) and not _compares(i.value)), None)
    return _Body(
        _LABELS.get(items[label.start("now")].sense) if label else None,
        _LABELS.get(items[label.start("prior")].sense) if label and label["prior"] else None,
        _DIRECTIONS.get(risen) if percent is not None else None,
        percent if isinstance(percent, Quantity) else None,
        period,
    )


def _compares(period: Period) -> bool:
    return period.span.text.lower().endswith(("earlier", "ago", "before"))


def _fact(
    reading: Reading, subject: Instrument, body: _Body, first: int, last: int
) -> MessageVolume:
    return MessageVolume(
        evidence=(evidence(reading, first, _trim(reading, first, last)),),
        sentence=reading.sentence.span,
        attribution=attribution(reading.sentence),
        rule="message_volume",
        key=fact_key(
            "message_volume", reading.platform, subject, body.label, body.change, body.period
        ),
        platform=reading.platform,
        subject=subject,
        label=body.label,
        label_prior=body.prior,
        direction=body.direction,
        change=body.change,
        period=body.period,
    )


def _trim(reading: Reading, first: int, last: int) -> int:
    """Leave the full stop out of the evidence."""
    while last - 1 > first and reading.tape.items[last - 1].tag in ("STOP", "COMMA", "MARK"):
        last -= 1
    return last
