"""Slots beside the scores: windows, consensus, "a barrel", poll statements, attributions.

They are compared in paired facts only and change no score: the definitions of core, whole-fact and
slot F1 leave them out, yet a user reads them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from finfacts.evaluation.matching import Matched
from finfacts.evaluation.scores import SlotScores, score
from finfacts.evaluation.slots import QUANTITIES, Json, comparable, number

WINDOW = ("start", "timex")
CONSENSUS = ("buy", "hold", "sell", "analysts")
TEXTS = ("attribution", "statement")


def beside_slots(fact: Json) -> dict[str, str]:
    """Return the slots of a fact that the scores leave out, in comparable form."""
    return dict(_slots(fact))


def _slots(fact: Json) -> Iterator[tuple[str, str]]:
    for name in TEXTS:
        if fact.get(name):
            yield name, comparable(fact[name])
    for slot in QUANTITIES:
        quantity = fact.get(slot)
        if isinstance(quantity, Mapping) and quantity.get("per"):
            yield f"{slot}.per", comparable(quantity["per"])
    yield from _parts("window", fact.get("window"), WINDOW)
    consensus = fact.get("consensus")
    yield from _parts("consensus", consensus, CONSENSUS)
    if isinstance(consensus, Mapping):
        yield from _amount("consensus.mean_target", consensus.get("mean_target"))
    yield from _amount("score", fact.get("score"))


def _parts(slot: str, value: object, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        yield from ((f"{slot}.{name}", str(value[name])) for name in names if value.get(name))


def _amount(slot: str, value: object) -> Iterator[tuple[str, str]]:
    amount = number(value.get("value") if isinstance(value, Mapping) else value)
    if amount is not None:
        yield slot, f"{amount:f}"


def beside_scores(articles: Iterable[Matched]) -> dict[str, SlotScores]:
    """Return how right each of these slots is in the paired facts of all articles."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for pair in (pair for matched in articles for pair in matched.pairs):
        wanted, given = beside_slots(pair.gold.fact), beside_slots(pair.found.fact)
        gold.update(wanted.keys())
        found.update(given.keys())
        right.update(slot for slot, value in wanted.items() if given.get(slot) == value)
    return {
        slot: SlotScores(
            gold=gold[slot],
            found=found[slot],
            score=score(right[slot], found[slot], gold[slot]),
        )
        for slot in sorted(gold | found)
    }
