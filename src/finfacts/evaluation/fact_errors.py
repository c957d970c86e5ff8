"""Errors to read: each fact that is not wholly right, with its cause, evidence and slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict

from finfacts.evaluation.causes import (
    Difference,
    Verdict,
    differences,
    is_merged,
    pair_cause,
    spurious_cause,
    wrong_types,
)
from finfacts.evaluation.matching import Claim, Matched, Pair, is_core, right_slots
from finfacts.evaluation.slots import CORE, Names, SlotValue

CORE_SEVERITY = 3
SPURIOUS_SEVERITY = 6


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


def fact_errors(article: str, matched: Matched) -> Iterator[FactError]:
    """Yield what is wrong in one article, each error with its cause."""
    for pair in matched.pairs:
        if cause := pair_cause(pair):
            yield _pair_error(article, pair, cause)
    types = wrong_types(matched)
    partners = {id(claim): other for one, other in types for claim in (one, other)}
    for gold, found in types:
        yield _type_error(article, gold, found)
    for gold in matched.missed:
        if id(gold) not in partners:
            yield _single_error(article, gold, "merged" if is_merged(gold, matched) else "missed")
    for found in matched.spurious:
        if id(found) not in partners:
            yield _single_error(article, found, spurious_cause(found, matched), spurious=True)


def _pair_error(article: str, pair: Pair, cause: str) -> FactError:
    wrong = differences(pair)
    core = is_core(pair)
    heavy = sum(one.slot in CORE[pair.gold.type] for one in wrong)
    return FactError(
        article=article,
        type=pair.gold.type,
        cause=cause,
        core=core,
        severity=len(wrong) + CORE_SEVERITY * heavy,
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
        severity=len(found.slots) + CORE_SEVERITY,
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
        severity=len(one.slots) + (SPURIOUS_SEVERITY if spurious else 0),
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
