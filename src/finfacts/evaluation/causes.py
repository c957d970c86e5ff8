"""Why a fact is wrong: missed, spurious, wrong subject, wrong date, merged, split, ...

Every pair that is not whole-fact right, every missed and every spurious fact gets one cause, the
first that explains it in the order of ``GROUPS``; all its wrong slots are listed beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from finfacts.evaluation.matching import (
    Claim,
    Matched,
    Pair,
    assign,
    is_core,
    overlap,
    right_slots,
)
from finfacts.evaluation.slots import CORE, Names, SlotValue, comparable, same

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


class SlotDifference(BaseModel):
    """One slot in which gold and found differ, in words."""

    model_config = ConfigDict(frozen=True)

    slot: str
    verdict: Verdict
    gold: str | None
    found: str | None


class FactError(BaseModel):
    """One fact that is not wholly right.

    Attributes:
        article: id of the article.
        type: the gold fact's type, or the found one's where it is spurious.
        cause: why, in one phrase ("wrong date", "missed").
        core: the pair still agrees in what makes the fact.
        severity: larger is worse; whole facts too many weigh most, then core slots.
        gold: evidence of the gold fact, or None where it is spurious.
        found: evidence of the found fact, or None where it was missed.
        place: where in the article to look, as field, start, end.
        differences: slots that are wrong, missing or extra; all slots of a missed or spurious fact.
        agreed: slots in which gold and found agree, as gold and found put them.
        rule: what built the found fact, where it says so.
    """

    model_config = ConfigDict(frozen=True)

    article: str
    type: str
    cause: str
    core: bool = False
    severity: int
    gold: str | None = None
    found: str | None = None
    place: tuple[str, int, int]
    differences: tuple[SlotDifference, ...] = ()
    agreed: tuple[SlotDifference, ...] = ()
    rule: str | None = None


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


def fact_errors(article: str, matched: Matched) -> Iterator[FactError]:
    """Yield what is wrong in one article, each error with its cause."""
    for pair in matched.pairs:
        if cause := pair_cause(pair):
            yield _pair_error(article, pair, cause)
    types = _wrong_types(matched)
    partners = {id(claim): other for one, other in types for claim in (one, other)}
    for gold, found in types:
        yield _type_error(article, gold, found)
    for gold in matched.missed:
        if id(gold) not in partners:
            yield _single_error(article, gold, "merged" if _merged(gold, matched) else "missed")
    for found in matched.spurious:
        if id(found) not in partners:
            yield _single_error(article, found, _spurious_cause(found, matched), spurious=True)


def _wrong_types(matched: Matched) -> list[tuple[Claim, Claim]]:
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


def _merged(gold: Claim, matched: Matched) -> bool:
    """Tell whether a found fact took a slot of this missed one beside its own partner's."""
    return any(
        overlap(gold.places, pair.found.places) and _takes(gold, pair.found, pair.gold)
        for pair in matched.pairs
        if pair.gold.type == gold.type
    )


def _spurious_cause(found: Claim, matched: Matched) -> str:
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


def _pair_error(article: str, pair: Pair, cause: str) -> FactError:
    wrong = differences(pair)
    core = is_core(pair)
    heavy = sum(one.slot in CORE[pair.gold.type] for one in wrong)
    return FactError(
        article=article,
        type=pair.gold.type,
        cause=cause,
        core=core,
        severity=len(wrong) + 3 * heavy,
        gold=evidence(pair.gold),
        found=evidence(pair.found),
        place=_place(pair.gold),
        differences=tuple(_in_words(one) for one in wrong),
        agreed=tuple(
            _in_words(Difference(slot, "right", pair.gold.slots[slot], pair.found.slots[slot]))
            for slot in right_slots(pair)
        ),
        rule=_rule(pair.found),
    )


def _type_error(article: str, gold: Claim, found: Claim) -> FactError:
    return FactError(
        article=article,
        type=gold.type,
        cause="wrong type",
        severity=len(found.slots) + 3,
        gold=evidence(gold),
        found=evidence(found),
        place=_place(gold),
        differences=(
            SlotDifference(slot="type", verdict="wrong", gold=gold.type, found=found.type),
            *_listed(gold, spurious=False),
            *_listed(found, spurious=True),
        ),
        rule=_rule(found),
    )


def _single_error(article: str, one: Claim, cause: str, *, spurious: bool = False) -> FactError:
    words = evidence(one)
    return FactError(
        article=article,
        type=one.type,
        cause=cause,
        severity=len(one.slots) + (6 if spurious else 0),
        gold=None if spurious else words,
        found=words if spurious else None,
        place=_place(one),
        differences=_listed(one, spurious=spurious),
        rule=_rule(one) if spurious else None,
    )


def _listed(one: Claim, *, spurious: bool) -> tuple[SlotDifference, ...]:
    return tuple(
        _in_words(
            Difference(slot, "extra", None, value)
            if spurious
            else Difference(slot, "missing", value, None)
        )
        for slot, value in one.slots.items()
    )


def _in_words(one: Difference) -> SlotDifference:
    return SlotDifference(
        slot=one.slot, verdict=one.verdict, gold=in_words(one.gold), found=in_words(one.found)
    )


def in_words(value: SlotValue | None) -> str | None:
    """Return a slot's value for a reader: "2.5", "bullish", "apple (AAPL)"."""
    if value is None:
        return None
    if isinstance(value, Names):
        names = " | ".join(sorted(value.names))
        return f"{names} ({' '.join(sorted(value.symbols))})" if value.symbols else names
    if isinstance(value, tuple):
        return "..".join("?" if part is None else f"{part}" for part in value)
    return f"{value:f}" if not isinstance(value, str) else value


def evidence(one: Claim) -> str:
    """Return the words that state a fact."""
    spans = one.fact.get("evidence")
    texts = (
        [str(span.get("text", "")) for span in spans] if isinstance(spans, (list, tuple)) else []
    )
    return " … ".join(texts)


def _place(one: Claim) -> tuple[str, int, int]:
    first = min(one.places)
    return first.field, first.start, first.end


def _rule(one: Claim) -> str | None:
    return str(one.fact["rule"]) if one.fact.get("rule") else None


def count_causes(errors: Iterable[FactError]) -> dict[str, int]:
    """Return how many errors each cause has, most frequent first."""
    counts: dict[str, int] = {}
    for error in errors:
        counts[error.cause] = counts.get(error.cause, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
