"""How right labelled spans are: exact, overlapping, and with the right value, by label.

Labels are kinds of mention ("quantity", "date") or another set's own ("Difference"). Spans are
paired one to one within a label, so that the pairs agree as much as they can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from finfacts.evaluation.matching import Place, assign, overlap, place, places
from finfacts.evaluation.scores import Score, score
from finfacts.evaluation.slots import (
    QUANTITIES,
    Days,
    Json,
    Names,
    SlotValue,
    comparable,
    days_of,
    names_of,
    number,
    same,
    same_days,
    same_names,
)

SPAN_MEASURES = ("exact", "overlap")
Comparable = SlotValue | tuple[SlotValue | None, ...]


class Labelled(NamedTuple):
    """A span under a label; ``values`` holds what is compared beside the span, by measure."""

    label: str
    place: Place
    values: Mapping[str, Comparable | None] = {}


class MentionScores(BaseModel):
    """How right the spans of one label are.

    Attributes:
        gold: spans that should be found.
        found: spans that were found.
        measures: ``exact`` and ``overlap`` of the span, then overlapping with the right value:
            ``value``, ``timex``, ``start/end``, ``interval``, ``symbol``, ``name``.
        links: instruments that overlap: symbol ``right``, ``wrong``, or left ``unlinked``.
    """

    model_config = ConfigDict(frozen=True)

    gold: int
    found: int
    measures: dict[str, Score]
    links: dict[str, int] = {}


class Coverage(BaseModel):
    """How many values of gold facts stand in some mention with overlapping words."""

    model_config = ConfigDict(frozen=True)

    gold: int
    held: int


def labelled_mention(mention: Json) -> Labelled:
    """Return a mention of the contract as a labelled span."""
    span, value, kind = mention.get("span"), mention.get("value"), str(mention.get("kind"))
    values = value if isinstance(value, Mapping) else {}
    at = place(span) if isinstance(span, Mapping) else Place("text", 0, 0)
    return Labelled(kind, at, dict(_values(kind, values)))


def _values(kind: str, value: Json) -> Iterator[tuple[str, Comparable | None]]:
    if kind == "quantity":
        yield "value", quantity_value(value)
    elif kind == "date":
        yield "timex", str(value["timex"]) if value.get("timex") else None
        yield "start/end", days_of(value)
        yield "interval", days_of(value)
    elif kind == "instrument":
        yield "symbol", names_of(value)
    elif kind == "sentiment_label":
        yield "label", comparable(value.get("label") or "")
    else:
        yield "name", names_of(value)


def quantity_value(value: Json) -> tuple[SlotValue | None, ...]:
    """Return what makes a quantity right: number or bounds, unit, currency."""
    unit, currency = value.get("unit"), value.get("currency")
    return (
        number(value.get("value")),
        number(value.get("low")),
        number(value.get("high")),
        str(unit) if unit else None,
        str(currency) if currency else None,
    )


def agree(measure: str, gold: Labelled, found: Labelled) -> bool:
    """Tell whether two overlapping spans agree in a measure."""
    if measure == "exact":
        return gold.place == found.place
    if measure == "overlap":
        return True
    wanted, given = gold.values.get(measure), found.values.get(measure)
    if isinstance(wanted, Days) and isinstance(given, Days):
        return _touch(wanted, given) if measure == "interval" else same_days(wanted, given)
    if isinstance(wanted, Names) and isinstance(given, Names):
        return _same_link(wanted, given) if measure == "symbol" else same_names(wanted, given)
    if isinstance(wanted, tuple) and isinstance(given, tuple):
        return all(_close(a, b) for a, b in zip(wanted, given, strict=False))
    return wanted == given


def _close(one: object, other: object) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return same("mention.value", one, other)
    return one == other


def _touch(one: Days, other: Days) -> bool:
    starts, ends = (one.start or "", other.start or ""), (one.end or "9", other.end or "9")
    return max(starts) <= min(ends)


def _same_link(gold: Names, found: Names) -> bool:
    """Tell whether a link is right: the symbol where gold has one, no symbol where it has none."""
    if not gold.symbols:
        return not found.symbols
    return same_names(Names(frozenset(), gold.symbols), Names(frozenset(), found.symbols))


def score_labelled(
    gold: Sequence[Sequence[Labelled]], found: Sequence[Sequence[Labelled]]
) -> dict[str, MentionScores]:
    """Return the scores by label, over articles.

    Args:
        gold: the spans of each article.
        found: the spans found in the same articles, in the same order.
    """
    labels = dict.fromkeys(one.label for article in (*gold, *found) for one in article)
    return {
        label: _score_label(
            [[one for one in article if one.label == label] for article in gold],
            [[one for one in article if one.label == label] for article in found],
        )
        for label in labels
    }


def _score_label(
    gold: Sequence[Sequence[Labelled]], found: Sequence[Sequence[Labelled]]
) -> MentionScores:
    pairs = [
        pair for wanted, given in zip(gold, found, strict=True) for pair in pair_up(wanted, given)
    ]
    wanted, given = sum(map(len, gold)), sum(map(len, found))
    measures = dict.fromkeys(
        [*SPAN_MEASURES, *(name for article in gold for one in article for name in one.values)]
    )
    return MentionScores(
        gold=wanted,
        found=given,
        measures={name: _measure(name, pairs, gold, given) for name in measures},
        links=_links(pairs),
    )


def _measure(
    name: str,
    pairs: Sequence[tuple[Labelled, Labelled]],
    gold: Sequence[Sequence[Labelled]],
    found: int,
) -> Score:
    """Score one measure; gold that leaves it open counts neither for nor against."""
    if name in SPAN_MEASURES:
        wanted, given = sum(map(len, gold)), found
    else:
        wanted = sum(one.values.get(name) is not None for article in gold for one in article)
        given = found - sum(a.values.get(name) is None for a, _ in pairs)
    right = sum(
        agree(name, *pair)
        for pair in pairs
        if name in SPAN_MEASURES or pair[0].values.get(name) is not None
    )
    return score(right, given, wanted)


def pair_up(gold: Sequence[Labelled], found: Sequence[Labelled]) -> list[tuple[Labelled, Labelled]]:
    """Pair the spans of one label in one article, one to one."""
    gold = sorted(gold, key=_order)
    found = sorted(found, key=_order)
    chosen = assign([[_weight(a, b) for b in found] for a in gold])
    return [(gold[row], found[column]) for row, column in chosen]


def _order(one: Labelled) -> tuple[Place, str]:
    return one.place, repr(sorted((name, str(value)) for name, value in one.values.items()))


def _weight(gold: Labelled, found: Labelled) -> float:
    shared = overlap([gold.place], [found.place])
    if not shared:
        return 0.0
    length = (gold.place.end - gold.place.start) + (found.place.end - found.place.start) - shared
    return shared / length + sum(agree(name, gold, found) for name in ("exact", *gold.values))


def _links(pairs: Iterable[tuple[Labelled, Labelled]]) -> dict[str, int]:
    counts = {"right": 0, "wrong": 0, "unlinked": 0}
    for gold, found in pairs:
        wanted, given = gold.values.get("symbol"), found.values.get("symbol")
        if not isinstance(wanted, Names) or not isinstance(given, Names) or not wanted.symbols:
            continue
        right = "right" if _same_link(wanted, given) else "wrong"
        counts[right if given.symbols else "unlinked"] += 1
    return counts if any(counts.values()) else {}


def value_coverage(
    gold: Sequence[Sequence[Json]], found: Sequence[Sequence[Labelled]]
) -> dict[str, Coverage]:
    """Return how many values of gold facts some mention holds, by kind.

    For gold that does not list its mentions: recall of the mention stage alone.

    Args:
        gold: the facts of each article.
        found: the mentions found in the same articles, in the same order.
    """
    counts: dict[str, list[bool]] = {}
    for facts, mentions in zip(gold, found, strict=True):
        for fact in facts:
            for kind, measure, value in _fact_values(fact):
                held = _held(Labelled(kind, Place("", 0, 0), {measure: value}), fact, mentions)
                counts.setdefault(kind, []).append(held)
    return {kind: Coverage(gold=len(held), held=sum(held)) for kind, held in counts.items()}


def _fact_values(fact: Json) -> Iterator[tuple[str, str, Comparable | None]]:
    for slot in QUANTITIES:
        quantity = fact.get(slot)
        if isinstance(quantity, Mapping):
            yield "quantity", "value", quantity_value(quantity)
    for slot in ("period", "date"):
        days = days_of(fact.get(slot))
        if days:
            yield "date", "start/end", days
    subject = fact.get("subject")
    if isinstance(subject, Mapping) and names_of(subject).symbols:
        yield "instrument", "symbol", names_of(subject)


def _held(wanted: Labelled, fact: Json, mentions: Iterable[Labelled]) -> bool:
    (measure,) = wanted.values
    near = places(fact)
    return any(
        one.label == wanted.label and agree(measure, wanted, one)
        for one in mentions
        if wanted.label != "quantity" or overlap([one.place], near)
    )
