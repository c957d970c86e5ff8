"""Why a fact is wrong: missed, spurious, wrong subject, wrong date, merged, split, ...

Every pair that is not whole-fact right gets one cause: the first wrong slot in the order of
``ORDER``. Missed and spurious facts are told apart by what their neighbours hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from finfacts.evaluation.matching import (
    Claim,
    Matched,
    Pair,
    assign,
    is_core,
    overlap,
    right_slots,
)
from finfacts.evaluation.slots import Names, SlotValue, comparable, same

GROUPS: Mapping[str, str] = {
    "subject": "subject",
    "brokerage": "brokerage",
    "direction": "direction",
    "kind": "kind",
    "label": "label",
    "rating_action": "action",
    "target_action": "action",
    "baseline.kind": "baseline",
    "baseline.level": "baseline",
    "baseline.date": "date",
    "period": "date",
    "date": "date",
    "session": "session",
    "assertion": "assertion",
    "basis": "basis",
    "versus": "versus",
    "name": "metric name",
    "rating": "rating",
    "rating_prior": "rating",
    "label_prior": "label",
    "analyst": "analyst",
    "platform": "platform",
}
"""The group a slot is told under; slots of quantities are told by their part."""

PARTS = ("value", "unit", "comparator")
ORDER = (
    "subject",
    "brokerage",
    "direction",
    "kind",
    "label",
    "action",
    "value",
    "unit",
    "comparator",
    "baseline",
    "date",
    "session",
    "assertion",
    "basis",
    "versus",
    "metric name",
    "rating",
    "analyst",
    "platform",
)
"""Which group names the cause where several slots are wrong."""

Verdict = Literal["wrong", "missing", "extra", "right"]


class Difference(NamedTuple):
    """One slot in which a pair differs; ``gold`` or ``found`` is None where it is empty."""

    slot: str
    verdict: Verdict
    gold: SlotValue | None
    found: SlotValue | None


def differences(pair: Pair) -> list[Difference]:
    """Return the slots in which a pair differs."""
    gold, found = pair.gold.slots, pair.found.slots
    right = set(right_slots(pair))
    return [
        Difference(slot, _verdict(slot, pair), gold.get(slot), found.get(slot))
        for slot in (*gold, *(slot for slot in found if slot not in gold))
        if slot not in right
    ]


def _verdict(slot: str, pair: Pair) -> Verdict:
    if slot not in pair.found.slots:
        return "missing"
    return "wrong" if slot in pair.gold.slots else "extra"


def group(slot: str) -> str:
    """Return the group a slot is told under.

    >>> group("percent.comparator"), group("baseline.date")
    ('comparator', 'date')
    """
    return GROUPS.get(slot) or slot.rsplit(".", 1)[-1]


def pair_cause(pair: Pair) -> str | None:
    """Return the cause of a pair that is not wholly right, else None."""
    wrong = differences(pair)
    if not wrong:
        return None
    first = min(wrong, key=lambda one: ORDER.index(group(one.slot)))
    if first.slot == "subject" and first.verdict == "wrong" and _same_words(pair):
        return "wrong link"
    return f"{first.verdict} {group(first.slot)}"


def _same_words(pair: Pair) -> bool:
    """Tell whether the found subject stands on words that gold names, yet is another thing."""
    subject = pair.found.fact.get("subject")
    span = subject.get("span") if isinstance(subject, Mapping) else None
    words = comparable(span.get("text")) if isinstance(span, Mapping) else ""
    gold = pair.gold.slots.get("subject")
    if not words or not isinstance(gold, Names):
        return False
    return words in gold.names or words.upper() in gold.symbols


def wrong_types(matched: Matched) -> list[tuple[Claim, Claim]]:
    """Return missed and spurious facts of different types that share words and a value."""
    weights = [[_kinship(gold, found) for found in matched.spurious] for gold in matched.missed]
    return [(matched.missed[row], matched.spurious[column]) for row, column in assign(weights)]


def _kinship(gold: Claim, found: Claim) -> float:
    if gold.type == found.type or not overlap(gold.places, found.places):
        return 0.0
    shared = set(_values(gold)) & set(_values(found))
    if not shared and (_values(gold) or _values(found)):
        return 0.0
    return 1.0 + len(shared) + _subject_shared(gold, found)


def _values(one: Claim) -> list[str]:
    return [str(value) for slot, value in one.slots.items() if slot.endswith(".value")]


def _subject_shared(gold: Claim, found: Claim) -> bool:
    one, other = gold.slots.get("subject"), found.slots.get("subject")
    return one is not None and other is not None and same("subject", one, other)


def is_merged(gold: Claim, matched: Matched) -> bool:
    """Tell whether a found fact took a slot of this missed one beside its own partner's."""
    return any(
        overlap(gold.places, pair.found.places) and _takes(gold, pair.found, pair.gold)
        for pair in matched.pairs
        if pair.gold.type == gold.type
    )


def spurious_cause(found: Claim, matched: Matched) -> str:
    """Tell a repeat, a part of a fact that was split, and a fact that nobody states apart."""
    for pair in matched.pairs:
        if pair.gold.type != found.type or not overlap(found.places, pair.gold.places):
            continue
        if is_core(Pair(pair.gold, found)):
            return "repeated"
        if _takes(pair.gold, found, pair.found):
            return "split"
    return "spurious"


def _takes(gold: Claim, found: Claim, other: Claim) -> bool:
    """Tell whether ``found`` holds a value or subject of ``gold`` that ``other`` lacks."""
    return any(
        slot in found.slots
        and same(slot, value, found.slots[slot])
        and not (slot in other.slots and same(slot, value, other.slots[slot]))
        for slot, value in gold.slots.items()
        if slot == "subject" or slot.endswith(".value")
    )
