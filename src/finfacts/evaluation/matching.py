"""Pairs gold and found facts one to one: same type, overlapping evidence, most slots in common.

The pairing is optimal over an article (``scipy.optimize.linear_sum_assignment``), and claims are
put into one order first, so that neither the order of gold nor that of predictions counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from finfacts.errors import MissingExtraError
from finfacts.evaluation.slots import CORE, Json, Slots, read_slots, same

OVERLAP_WEIGHT = 0.1
CORE_WEIGHT = 2.0


class Place(NamedTuple):
    """Where words stand: offsets in a field of the article."""

    field: str
    start: int
    end: int


class Claim(NamedTuple):
    """A fact ready to be compared: its type, its slots, where it is stated, and the fact."""

    type: str
    slots: Slots
    places: tuple[Place, ...]
    fact: Json


class Pair(NamedTuple):
    """A gold claim and the found claim that stands for it."""

    gold: Claim
    found: Claim


class Matched(NamedTuple):
    """The claims of one article: pairs, gold without a partner, found without one."""

    pairs: tuple[Pair, ...]
    missed: tuple[Claim, ...]
    spurious: tuple[Claim, ...]


def claim(fact: Json) -> Claim:
    """Return a fact in the contract's form as a claim."""
    return Claim(str(fact.get("type")), read_slots(fact), places(fact), fact)


def places(fact: Json) -> tuple[Place, ...]:
    """Return where a fact's evidence stands."""
    evidence = fact.get("evidence")
    spans = evidence if isinstance(evidence, (list, tuple)) else ()
    return tuple(place(span) for span in spans if isinstance(span, Mapping))


def place(span: Json) -> Place:
    """Return where a span stands."""
    return Place(
        str(span.get("field") or "text"), int(str(span.get("start"))), int(str(span.get("end")))
    )


def overlap(one: Iterable[Place], other: Sequence[Place]) -> int:
    """Return how many characters two sets of places share.

    >>> overlap([Place("text", 0, 10)], [Place("text", 8, 12)])
    2
    """
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one
        for b in other
        if a.field == b.field
    )


def is_core(pair: Pair) -> bool:
    """Tell whether a pair agrees in the slots that make the fact what it is."""
    gold, found = pair.gold.slots, pair.found.slots
    return all(
        (slot in gold) == (slot in found)
        and (slot not in gold or same(slot, gold[slot], found[slot]))
        for slot in CORE[pair.gold.type]
    )


def is_exact(pair: Pair) -> bool:
    """Tell whether a pair agrees in every slot, with none extra."""
    gold, found = pair.gold.slots, pair.found.slots
    return is_core(pair) and gold.keys() == found.keys() and len(right_slots(pair)) == len(gold)


def right_slots(pair: Pair) -> tuple[str, ...]:
    """Return the slots in which a pair agrees."""
    found = pair.found.slots
    return tuple(
        slot
        for slot, value in pair.gold.slots.items()
        if slot in found and same(slot, value, found[slot])
    )


def match(gold: Iterable[Claim], found: Iterable[Claim]) -> Matched:
    """Pair the claims of one article, one to one within each type.

    Args:
        gold: what should be found.
        found: what was found; claims of unknown types are left out.

    Raises:
        MissingExtraError: scipy is not installed.
    """
    gold, found = sorted(gold, key=_order), sorted(found, key=_order)
    pairs: list[Pair] = []
    missed: list[Claim] = []
    spurious: list[Claim] = []
    for kind in CORE:
        wanted = [one for one in gold if one.type == kind]
        given = [one for one in found if one.type == kind]
        chosen = assign([[_weight(a, b) for b in given] for a in wanted])
        pairs += [Pair(wanted[row], given[column]) for row, column in chosen]
        rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
        missed += [one for row, one in enumerate(wanted) if row not in rows]
        spurious += [one for column, one in enumerate(given) if column not in columns]
    return Matched(tuple(pairs), tuple(missed), tuple(spurious))


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the rows and columns of the heaviest one-to-one assignment.

    Args:
        weights: a matrix of rows by columns; pairs of weight 0 are left apart.

    Raises:
        MissingExtraError: scipy is not installed.
    """
    if not weights or not weights[0]:
        return []
    try:
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError(
            "matching facts needs scipy: pip install 'finfacts[evaluate]'"
        ) from None
    rows, columns = linear_sum_assignment(weights, maximize=True)
    chosen = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(row, column) for row, column in chosen if weights[row][column] > 0]


def _weight(gold: Claim, found: Claim) -> float:
    if not overlap(gold.places, found.places):
        return 0.0
    right = set(right_slots(Pair(gold, found)))
    core = all(slot in right for slot in CORE[gold.type] if slot in gold.slots)
    return OVERLAP_WEIGHT + len(right) + CORE_WEIGHT * core


def _order(one: Claim) -> tuple[str, tuple[Place, ...], int, str]:
    """Return what orders claims: type, place, then the plainer first; never how they came in."""
    slots = sorted((slot, _written(value)) for slot, value in one.slots.items())
    return one.type, tuple(sorted(one.places)), len(slots), repr(slots)


def _written(value: object) -> str:
    if isinstance(value, frozenset):
        return repr(sorted(value))
    if isinstance(value, tuple):
        return repr([_written(part) for part in value])
    return str(value)
