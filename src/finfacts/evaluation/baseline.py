"""Facts gained and lost against an earlier run, kept in a file that is committed.

The file holds, for each corpus and split ("newsroom/dev"), the counts and the state of every
fact: ``exact`` (whole), ``core``, ``found`` (paired, core wrong) and ``spurious``; what is not
listed was missed. A fact is known by its article, type, place and slots, so a fact whose gold was
mended is a new one; a spurious one is marked "+".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from finfacts.errors import GoldError
from finfacts.evaluation.fact_errors import evidence, in_words
from finfacts.evaluation.matching import Claim, Matched, is_core, is_exact
from finfacts.evaluation.scores import Tally, add, score

State = Literal["exact", "core", "found", "missed", "spurious", "gone"]
ROUNDING = 1e-9
SPURIOUS_MARK = "+ "


class SetRun(BaseModel):
    """What one run gave on one corpus and split: counts, and the state of each fact."""

    model_config = ConfigDict(frozen=True)

    counts: dict[str, int]
    facts: dict[str, State]

    @property
    def tally(self) -> Tally:
        """The counts as a tally."""
        return Tally(**self.counts)


class Baseline(BaseModel):
    """An earlier run: the sets it read, by name."""

    model_config = ConfigDict(frozen=True)

    sets: dict[str, SetRun]


class FactChange(BaseModel):
    """A fact whose state changed; ``evidence`` is empty where the fact is gone."""

    model_config = ConfigDict(frozen=True)

    fact: str
    before: State
    after: State
    evidence: str


class Changes(BaseModel):
    """Facts gained and lost against an earlier run.

    Attributes:
        gained: whole-fact right now, and not before.
        lost: whole-fact right before, and not now.
        spurious: spurious now, and not before.
        mended: spurious before, and not now.
        before: whole-fact F1 by split in the earlier run, over the sets that both runs read.
        after: the same now.
    """

    model_config = ConfigDict(frozen=True)

    gained: tuple[FactChange, ...]
    lost: tuple[FactChange, ...]
    spurious: tuple[FactChange, ...]
    mended: tuple[FactChange, ...]
    before: dict[str, float]
    after: dict[str, float]

    @property
    def fallen(self) -> tuple[str, ...]:
        """Splits whose whole-fact F1 fell."""
        return tuple(
            split for split, f1 in self.before.items() if self.after[split] < f1 - ROUNDING
        )


def states(article: str, matched: Matched) -> Iterator[tuple[str, State, str]]:
    """Yield the name, the state and the evidence of every fact of one article."""
    for pair in matched.pairs:
        state: State = "exact" if is_exact(pair) else "core" if is_core(pair) else "found"
        yield fingerprint(article, pair.gold), state, evidence(pair.gold)
    for one in matched.missed:
        yield fingerprint(article, one), "missed", evidence(one)
    for one in matched.spurious:
        yield f"{SPURIOUS_MARK}{fingerprint(article, one)}", "spurious", evidence(one)


def fingerprint(article: str, one: Claim) -> str:
    """Return what a fact is known by: "n03 price_move 120-156 5f2c9a1e"."""
    first = min(one.places)
    slots = sorted(f"{slot}={in_words(value)}" for slot, value in one.slots.items())
    digest = hashlib.sha256("\n".join(slots).encode()).hexdigest()[:8]
    return f"{article} {one.type} {first.start}-{first.end} {digest}"


def set_run(
    matched: Mapping[str, Matched], tallies: Iterable[Tally]
) -> tuple[SetRun, dict[str, str]]:
    """Return what a run gave on one set, and the evidence of each fact.

    Args:
        matched: the matched claims by article id.
        tallies: the tallies of those articles, over all types.
    """
    facts: dict[str, State] = {}
    words: dict[str, str] = {}
    for article, one in matched.items():
        for name, state, text in states(article, one):
            facts[name], words[name] = state, text
    return SetRun(counts=add(tallies)._asdict(), facts=facts), words


def compare(before: Baseline, now: Mapping[str, SetRun], words: Mapping[str, str]) -> Changes:
    """Return the facts gained and lost over the sets that both runs read.

    Args:
        before: the earlier run.
        now: this run's sets.
        words: evidence by fact.

    Raises:
        GoldError: the runs have no set in common.
    """
    common = [name for name in now if name in before.sets]
    if not common:
        raise GoldError(
            f"the baseline knows {', '.join(sorted(before.sets)) or 'no set'}, "
            f"not {', '.join(sorted(now))}; write one with --write-baseline"
        )
    changes = [
        change
        for name in common
        for change in _changes(before.sets[name].facts, now[name].facts, words)
    ]
    return Changes(
        gained=tuple(one for one in changes if one.after == "exact"),
        lost=tuple(one for one in changes if one.before == "exact"),
        spurious=tuple(one for one in changes if one.after == "spurious"),
        mended=tuple(one for one in changes if one.before == "spurious"),
        before=_by_split({name: before.sets[name] for name in common}),
        after=_by_split({name: now[name] for name in common}),
    )


def _changes(
    before: Mapping[str, State], now: Mapping[str, State], words: Mapping[str, str]
) -> Iterator[FactChange]:
    for fact in sorted(before.keys() | now.keys()):
        absent: State = "gone" if fact.startswith(SPURIOUS_MARK) else "missed"
        was, is_now = before.get(fact, absent), now.get(fact, absent)
        if fact not in now and absent != "gone":
            continue  # the gold was mended: neither gained nor lost
        if was != is_now:
            yield FactChange(fact=fact, before=was, after=is_now, evidence=words.get(fact, ""))


def _by_split(sets: Mapping[str, SetRun]) -> dict[str, float]:
    splits: dict[str, list[Tally]] = {}
    for name, run in sets.items():
        splits.setdefault(name.rsplit("/", 1)[-1], []).append(run.tally)
    return {split: _whole_f1(tallies) for split, tallies in splits.items()}


def _whole_f1(tallies: Sequence[Tally]) -> float:
    counts = add(tallies)
    return score(counts.exact, counts.found, counts.gold).f1


def read_baseline(file: Path) -> Baseline:
    """Read an earlier run.

    Raises:
        GoldError: the file is missing or was not written by ``--write-baseline``.
    """
    try:
        return Baseline.model_validate_json(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        reason = error if isinstance(error, OSError) else "it is no baseline"
        raise GoldError(
            f"{file}: cannot be read as a baseline ({reason}); write one with --write-baseline"
        ) from None


def write_baseline(file: Path, sets: Mapping[str, SetRun]) -> None:
    """Write a run to compare later ones with; sets the file knew and this run did not read stay.

    Args:
        file: where to; a line a fact, so that a diff reads well.
        sets: the run's sets by name.

    Raises:
        GoldError: the file is there and is no baseline.
    """
    kept = read_baseline(file).sets if file.exists() else {}
    data = {
        "sets": {
            name: {
                "counts": run.counts,
                "facts": {
                    fact: state for fact, state in sorted(run.facts.items()) if state != "missed"
                },
            }
            for name, run in sorted({**kept, **sets}.items())
        }
    }
    file.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
