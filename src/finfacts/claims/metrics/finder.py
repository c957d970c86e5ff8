"""Sentence to metric facts: results, guidance, estimates, economic data."""

from __future__ import annotations

from finfacts.claims.metrics.building import metrics
from finfacts.claims.metrics.headings import below, heading
from finfacts.claims.metrics.reading import Last, Reading, quantity_at, read
from finfacts.claims.metrics.rules import matched, stated
from finfacts.claims.metrics.sharing import Told, with_shared_times
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.unlisted import UNLISTED
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Metric
from finfacts.values import Quantity


def find_metrics(sentence: Sentence, setting: Setting) -> list[Metric]:
    """Return the figures that a sentence claims, in the order of the text.

    Args:
        sentence: with its mentions.
        setting: what earlier sentences have set; a bare "consensus was $1.20" is about the
            last metric told.
    """
    above = heading(sentence)
    if (not sentence.found.quantities and above is None) or "?" in sentence.clean:
        return []
    reading = read(sentence, setting)
    last = Last(setting.metric, setting.measured, here=False)
    facts = _told_above(reading, above, last)
    told: list[Told] = []
    compared: set[int] = set()  # where the figures start that others are compared with
    for figure in stated(reading.tape):
        number = quantity_at(reading, figure.value) or quantity_at(reading, figure.change)
        before = [fact for _, fact in told[-1:]]
        if number is not None and (
            number.span.start in compared or _is_expected(figure, number, before)
        ):
            continue
        for fact in metrics(reading, figure, last):
            told.append((figure, fact))
            last = Last(fact.name, fact.subject, here=True)
            if fact.versus_value is not None:
                compared.add(fact.versus_value.span.start)
    facts += with_shared_times(reading.tape, told)
    return facts + _of_any_noun(reading, facts, last)


def _is_expected(figure: Stated, told: Quantity, before: list[Metric]) -> bool:
    """Whether a draw is what the one before is compared with: "a build, against a draw of"."""
    return figure.rule == "metric_stored" and any(
        fact.versus is not None and told.span.start < fact.evidence[-1].end for fact in before
    )


def _of_any_noun(reading: Reading, told: list[Metric], last: Last) -> list[Metric]:
    """Return the figures of nouns that no list knows, of the numbers that nothing has read."""
    spans = {
        value.span.start
        for fact in told
        for value in (fact.value, fact.change, fact.versus_value)
        if value is not None
    }
    items = reading.tape.items
    known = {at for at, item in enumerate(items) if item.start in spans}
    if all(at in known for at, item in enumerate(items) if isinstance(item.value, Quantity)):
        return []
    figures = matched(reading.tape, UNLISTED, known)
    return [fact for figure in figures for fact in metrics(reading, figure, last)]


def _told_above(reading: Reading, above: Quantity | None, last: Last) -> list[Metric]:
    """Return what a sentence says of the figure in the line above it."""
    told = below(reading, above) if above is not None else None
    return metrics(*told, last) if told is not None else []
