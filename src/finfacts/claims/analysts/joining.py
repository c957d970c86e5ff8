"""One action told in two sentences: "Upgraded to Buy from Hold at UBS. Target: $88 (was $104)."."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from finfacts.claims.keys import fact_key
from finfacts.facts import AnalystAction, Fact
from finfacts.patterns import lazy

_GAP = 2  # characters between the two sentences
_BARE = lazy(r"(?:Price )?(?:Target|PT|TP|Objective)(?: price)?\b", regex.IGNORECASE)


def join_target(facts: Sequence[Fact], own: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Put a target that has a sentence to itself into the action just told.

    Args:
        facts: what has been read so far.
        own: what the next sentence says.

    Returns:
        Both, the target moved into the last of ``facts`` where it belongs there.
    """
    if len(own) != 1 or not facts:
        return list(facts), list(own)
    last, target = facts[-1], own[0]
    if not isinstance(last, AnalystAction) or not isinstance(target, AnalystAction):
        return list(facts), list(own)
    if not _belongs(last, target):
        return list(facts), list(own)
    return [*facts[:-1], _joined(last, target)], []


def _belongs(last: AnalystAction, target: AnalystAction) -> bool:
    return (
        last.brokerage == target.brokerage is not None
        and last.target is None
        and target.rating is None
        and target.target is not None
        and _BARE.match(target.sentence.text) is not None
        and 0 <= target.sentence.start - last.sentence.end <= _GAP
        and target.sentence.field == last.sentence.field
    )


def _joined(last: AnalystAction, target: AnalystAction) -> AnalystAction:
    action = target.target_action or ("set" if last.rating_action != "maintain" else None)
    update = {
        "target": target.target,
        "target_prior": target.target_prior,
        "target_action": action,
        "evidence": (*last.evidence, *target.evidence),
        "key": fact_key(
            "analyst_action",
            last.brokerage,
            last.subject,
            last.rating_action,
            last.rating,
            action,
            target.target,
        ),
    }
    return last.model_copy(update=update)
