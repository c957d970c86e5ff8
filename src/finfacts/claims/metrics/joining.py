"""A comparison told in the next sentence: "That compares with an estimate of $3.1 billion."."""

from __future__ import annotations

from collections.abc import Sequence

from finfacts.claims.keys import fact_key
from finfacts.claims.metrics.building import alike
from finfacts.claims.metrics.reading import Reading, read
from finfacts.claims.metrics.tail import Tail, read_tail
from finfacts.claims.tape import Item, pattern, replaced
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Fact, Metric
from finfacts.patterns import lazy
from finfacts.values import Quantity, Span

_GAP = 2  # characters between the two sentences
_THAT = lazy(r"(?:That|This)(?:'s| is| was| were| would| compare[sd]| beat| top| miss| exceed)")
_VERB = pattern(
    "^ DET (?: CONDITIONAL | PASSIVE_EXPECT | ADVERB )* (?= AUX | BEAT | TOTAL | MATCH )"
)


def join_comparison(
    facts: Sequence[Fact], sentence: Sentence, setting: Setting, own: Sequence[Fact]
) -> tuple[list[Fact], list[Fact]]:
    """Put what a sentence only compares into the figure just told.

    Args:
        facts: what has been read so far.
        sentence: the next sentence.
        setting: what earlier sentences have set.
        own: what the next sentence says.

    Returns:
        Both, the comparison moved into the last of ``facts`` where it belongs there.
    """
    last = facts[-1] if facts and _starts(sentence) else None
    if not isinstance(last, Metric) or not _follows(last, sentence):
        return list(facts), list(own)
    joined = _joined(last, read(sentence, setting))
    if joined is None:
        return list(facts), list(own)
    used = {part.span for part in (joined.change, joined.versus_value) if part is not None}
    rest = [fact for fact in own if not isinstance(fact, Metric) or not used & _spans(fact)]
    return [*facts[:-1], joined], rest


def _starts(sentence: Sentence) -> bool:
    return _THAT.match(sentence.passage.clean, sentence.start, sentence.end) is not None


def _follows(last: Metric, sentence: Sentence) -> bool:
    return (
        last.sentence.field == sentence.passage.field
        and 0 <= sentence.start - last.sentence.end <= _GAP
        and last.versus_value is None
    )


def _spans(fact: Metric) -> set[object]:
    return {part.span for part in (fact.value, fact.change) if part is not None}


def _joined(last: Metric, reading: Reading) -> Metric | None:
    """Return a figure with its comparison, or None where the two do not go together."""
    tail = _compared(reading)
    if tail is None:
        return None
    other = alike(tail.versus_value, last.value or last.change)
    lost = tail.versus_value is not None and other is None
    if lost or (tail.change is None and other is None):
        return None
    items = reading.tape.items[: tail.last]
    while items[-1].tag in _LOOSE:
        items.pop()
    told = reading.sentence.passage.span(items[0].start, items[-1].end)
    return _with(last, tail, other, told)


_LOOSE = frozenset(("COMMA", "STOP", "ADVERB", "RPAREN"))


def _compared(reading: Reading) -> Tail | None:
    """Return what "That ..." compares, or None where it says something else."""
    tape = reading.tape
    if len(tape.items) > 1 and tape.items[1].tag == "POSS_MARK":  # "That's"
        be = Item("AUX", tape.items[1].start, tape.items[1].end, "'s", "be", None)
        reading = reading._replace(tape=replaced(tape, [(1, 2, be)]))
    match = _VERB.match(reading.tape.tags)
    return read_tail(reading, match.end(), changed=False) if match is not None else None


def _with(last: Metric, tail: Tail, other: Quantity | None, told: Span) -> Metric:
    """Return a figure with what is new about it, its key made anew."""
    versus = tail.versus
    if last.basis == "guidance" and other is not None and versus in (None, "prior_period"):
        versus = "other"
    change = last.change or tail.change
    update = {
        "change": change,
        "direction": last.direction or tail.direction,
        "versus": last.versus or versus,
        "versus_value": other,
        "evidence": (*last.evidence, told),
    }
    parts = last.subject, last.name, last.basis, last.value, change, last.period
    return last.model_copy(update={**update, "key": fact_key("metric", *parts)})
