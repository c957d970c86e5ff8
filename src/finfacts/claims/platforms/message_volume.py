"""Message volume: "message volume jumped 385% in the last 24 hours to 'extremely high' levels"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple, get_args

import regex

from finfacts.claims.keys import fact_key
from finfacts.claims.platforms.labels import Told, find_listed, find_told
from finfacts.claims.platforms.reading import Reading, evidence, read, subject_of
from finfacts.claims.tape import pattern
from finfacts.context.attribution import attribution
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Direction, MessageVolume, Volume5
from finfacts.patterns import any_of, lazy
from finfacts.values import Instrument, Period, Quantity

_RANKS = ("extremely_low", "low", "normal", "high", "extremely_high")
_LABELS: dict[str, Volume5] = {label: label for label in get_args(Volume5)}
_HINT = lazy(
    r"\b(?:messag|chatter|posts?\b|mentions\b|volume)|['\"](?:extremely )?(?:high|low|normal)['\"]",
    regex.IGNORECASE,
)
_hints = any_of(
    *("messag", "chatter", "post", "mentions", "volume"),
    *(quote + word for quote in "'\"" for word in ("extremely ", "high", "low", "normal")),
)
_GREW = lazy(r"(?:more than )?(?:doubled|tripled|quadrupled|quintupled)")
_OF_ITS_OWN = pattern("VOLUME_LABEL FOR INSTRUMENT")


class _Clause(NamedTuple):
    """The items about one volume: its word, and where they start and end."""

    at: int
    first: int
    last: int


def find_message_volume(sentence: Sentence, setting: Setting) -> list[MessageVolume]:
    """Return what a sentence says of how much a platform's users write."""
    if not (sentence.found.labels or sentence.found.quantities):
        return []
    if not (_hints(sentence.lower) and _HINT.search(sentence.clean)):
        return []
    reading = read(sentence, setting)
    if reading.platform is None:
        return []
    listed = list(_listed(reading))
    if listed:
        return listed
    told = list(find_told(reading, "VOLUME_LABEL", "MOOD_LABEL"))
    facts: list[MessageVolume] = []
    covered = 0
    for clause in _clauses(reading):
        own = list(_facts(reading, clause, told))
        facts.extend(own)
        covered = next(
            (t.last for t in told if own and clause.first <= t.now < clause.last), covered
        )
    facts = _joined(facts)
    for match in _OF_ITS_OWN.finditer(reading.tape.tags, covered):
        clause = _Clause(match.start(), match.start(), match.end())
        facts.extend(_facts(reading, clause, told))
    return facts


def _clauses(reading: Reading) -> Iterator[_Clause]:
    """Yield the words about each volume: from its word, or the label before it, on."""
    items = reading.items
    spots = [at for at, item in enumerate(items) if item.tag == "VOLUME"]
    for number, at in enumerate(spots):
        first = at - 1 if at and items[at - 1].tag in ("VOLUME_LABEL", "PERIOD") else at
        stop = spots[number + 1] if number + 1 < len(spots) else len(items)
        yield _Clause(at, first, _end(reading, at, stop))


def _end(reading: Reading, at: int, stop: int) -> int:
    """Return where the words about a volume end: at a clause of something else."""
    said = reading.items[at - 1].tag == "VOLUME_LABEL" if at else False
    for index in range(at + 1, stop):
        tag = reading.items[index].tag
        if tag in ("SEMICOLON", "CLAUSE", "MOOD_LABEL", "MOOD") or (said and tag == "INSTRUMENT"):
            return index
        said = said or tag in ("VOLUME_LABEL", "PERCENT")
    return stop


def _listed(reading: Reading) -> Iterator[MessageVolume]:
    """Read "message volumes were 'high', 'normal' and 'low', respectively"."""
    at = next((i for i, item in enumerate(reading.items) if item.tag == "VOLUME"), None)
    found = find_listed(reading, "VOLUME_LABEL", None) if at is not None else None
    if at is None or found is None:
        return
    for spot, subject in zip(*found, strict=True):
        told = _Volume(_LABELS.get(reading.items[spot].sense), None, None, None, None)
        yield _fact(reading, subject, told, at, found[0][-1] + 1)


class _Volume(NamedTuple):
    """What a clause says of a volume."""

    label: Volume5 | None
    prior: Volume5 | None
    direction: Direction | None
    change: Quantity | None
    period: Period | None


def _facts(reading: Reading, clause: _Clause, told: list[Told]) -> Iterator[MessageVolume]:
    inside = next((one for one in told if clause.first <= one.now < clause.last), None)
    subject = _subject(reading, clause, inside)
    volume = _volume(reading, clause, inside)
    if subject is None or not (volume.label or volume.change):
        return
    if inside is not None and inside.aside and inside.prior is not None:
        yield from _aside(reading, subject, clause, inside)
    yield _fact(reading, subject, volume, clause.first, clause.last)


def _aside(
    reading: Reading, subject: Instrument, clause: _Clause, told: Told
) -> Iterator[MessageVolume]:
    """Read what a volume "had been since Monday" as a fact of its own."""
    prior = told.prior or 0
    label = _LABELS.get(reading.items[prior].sense)
    period = _period(reading, prior, told.now)
    if period is not None and period.span.text.lower().startswith("since"):
        yield _fact(
            reading, subject, _Volume(label, None, None, None, period), clause.first, prior + 2
        )


def _subject(reading: Reading, clause: _Clause, told: Told | None) -> Instrument | None:
    for item in reading.items[clause.at : clause.last]:
        if isinstance(item.value, Instrument):
            return item.value
    return subject_of(reading, clause.at, told.low if told else 0)


def _volume(reading: Reading, clause: _Clause, told: Told | None) -> _Volume:
    items = reading.items
    body = items[clause.first : clause.last]
    percent = next((item for item in body if item.tag == "PERCENT"), None)
    change = percent.value if percent is not None and isinstance(percent.value, Quantity) else None
    verb = next((item for item in body if item.tag == "RISE"), None)
    grew = percent is not None and _GREW.fullmatch(percent.lower)
    if verb is None and not grew:
        change = None
    label = _LABELS.get(items[told.now].sense) if told else None
    prior = _LABELS.get(items[told.prior].sense) if told and told.prior is not None else None
    direction: Direction | None = "up" if grew else None
    if verb is not None:
        direction = "up" if verb.sense == "up" else "down"
    elif label and prior and label != prior:
        direction = "up" if _RANKS.index(label) > _RANKS.index(prior) else "down"
    first = told.prior if told and told.aside and told.prior is not None else None
    period = None if first is not None else _period(reading, clause.first, clause.last)
    return _Volume(label, prior, direction, change, period)


def _period(reading: Reading, first: int, last: int) -> Period | None:
    for item in reading.items[first:last]:
        if isinstance(item.value, Period) and not _compares(item.value):
            return _up_to_now(item.value, reading.setting.today)
    return None


def _up_to_now(period: Period, today: dt.date | None) -> Period:
    """Place a stretch without dates, which ends now: "jumped 145% in a day"."""
    days = _DAYS.get(period.timex)
    if period.start is not None or today is None or days is None:
        return period
    return period.model_copy(update={"start": today - dt.timedelta(days), "end": today})


_DAYS = {"P1D": 1, "PT24H": 1, "P1W": 7}


def _compares(period: Period) -> bool:
    return period.span.text.lower().endswith(("earlier", "ago", "before"))


def _joined(facts: list[MessageVolume]) -> list[MessageVolume]:
    """Join what two words say of one volume: "volume spiked 5%, pushing chatter to 'high'"."""
    if len(facts) != 2:  # noqa: PLR2004 - a pair
        return facts
    first, second = facts
    if first.subject.symbol != second.subject.symbol:
        return facts
    if (first.label and second.label) or (first.change and second.change):
        return facts
    span, end = first.evidence[0], second.evidence[0].end
    text = first.sentence.text[span.start - first.sentence.start : end - first.sentence.start]
    update = {
        "label": first.label or second.label,
        "label_prior": first.label_prior or second.label_prior,
        "change": first.change or second.change,
        "direction": first.direction or second.direction,
        "period": first.period or second.period,
        "evidence": (span.model_copy(update={"end": end, "text": text}),),
    }
    return [first.model_copy(update=update)]


def _fact(
    reading: Reading, subject: Instrument, volume: _Volume, first: int, last: int
) -> MessageVolume:
    return MessageVolume(
        evidence=(evidence(reading, first, last),),
        sentence=reading.sentence.span,
        attribution=attribution(reading.sentence),
        rule="message_volume",
        key=fact_key(
            "message_volume", reading.platform, subject, volume.label, volume.change, volume.period
        ),
        platform=reading.platform,
        subject=subject,
        label=volume.label,
        label_prior=volume.prior,
        direction=volume.direction,
        change=volume.change,
        period=volume.period,
    )
