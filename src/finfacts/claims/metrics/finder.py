"""Sentence to metric facts: results, guidance, estimates, economic data."""

from __future__ import annotations

from finfacts.claims.metrics.building import metrics
from finfacts.claims.metrics.headings import below, heading
from finfacts.claims.metrics.reading import Last, Reading, quantity_at, read
from finfacts.claims.metrics.rules import stated
from finfacts.claims.tape import pattern
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import Metric
from finfacts.patterns import lazy
from finfacts.values import Quantity

_FIGURE = pattern(
    "[METRIC LOSS ECONOMY MEASURE COUNTED DEAL ADJUST FLOAT INVESTOR EXPECT REPORT EARN"
    " MULTIPLE_WORD ESTIMATE ANALYSTS OPERATE OPERATE_BASE OPERATE_ING"
    " TOTAL BEAT REACH REACH_ING CROSS CROSS_ING PRONOUN ACQUIRE ACQUIRE_BASE ACQUIRE_ING"
    " VALUING DEBUT INFLOW OUTFLOW TRADED OWN HOLD HOUSE NUMBER_OF"
    " RATE_MOVE PARE PARE_BASE SPREAD STOCK OFFERING RECEIVE VALUED MANAGES"
    " CHANCE AVERAGE FILED YIELDS BID OFFER LEFT WORTH]"
)

_GREW = lazy(r"\bgr(?:ew|ow|own|owing)\b|\bexpand")


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
    if above is None and not (_FIGURE.search(reading.tape.tags) or _GREW.search(sentence.lower)):
        return []
    last = Last(setting.metric, setting.measured, here=False)
    facts = _told_above(reading, above, last)
    compared: set[int] = set()  # where the figures start that others are compared with
    for figure in stated(reading.tape):
        value = quantity_at(reading, figure.value)
        if value is not None and value.span.start in compared:
            continue
        for fact in metrics(reading, figure, last):
            facts.append(fact)
            last = Last(fact.name, fact.subject, here=True)
            if fact.versus_value is not None:
                compared.add(fact.versus_value.span.start)
    return facts


def _told_above(reading: Reading, above: Quantity | None, last: Last) -> list[Metric]:
    """Return what a sentence says of the figure in the line above it."""
    told = below(reading, above) if above is not None else None
    return metrics(*told, last) if told is not None else []
