"""One action told in two sentences: "Upgraded to Buy from Hold at UBS. Target: $88 (was $104).".

Under the heading of a house a rating and a target are one verdict, whatever stands between:
"Lifts price target to $320. Sees subscribers growing. Keeps neutral rating.".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import regex

from finfacts.claims.keys import fact_key
from finfacts.facts import AnalystAction, Fact
from finfacts.patterns import lazy

REACH = 6  # facts back to where one half of a verdict may stand
_GAP = 2  # characters between the two sentences
_BARE = lazy(r"(?:Price )?(?:Target|PT|TP|Objective)(?: price)?\b", regex.IGNORECASE)


def join_target(
    facts: Sequence[Fact], own: Sequence[Fact], *, headed: bool
) -> tuple[list[Fact], list[Fact]]:
    """Put a target that has a sentence to itself into the action just told.

    Args:
        facts: the last that have been read.
        own: what the next sentence says.
        headed: whether that stands under the heading of a house and its analyst.

    Returns:
        Both, the target or rating moved into an action of ``facts`` where it belongs there.
    """
    before = list(facts)
    said = [fact for fact in own if isinstance(fact, AnalystAction)]
    if len(said) != 1:
        return before, list(own)
    back = islice(reversed(list(enumerate(before))), None if headed else 1)
    at, last = next(
        ((at, fact) for at, fact in back if isinstance(fact, AnalystAction)), (0, said[0])
    )
    if last is said[0] or not _belong(last, said[0], alone=len(own) == 1, headed=headed):
        return before, list(own)
    before[at] = _joined(last, said[0])
    return before, [fact for fact in own if fact is not said[0]]


def _belong(last: AnalystAction, one: AnalystAction, *, alone: bool, headed: bool) -> bool:
    """Whether two actions are halves of one: the same house, a rating here and a target there."""
    if last.brokerage != one.brokerage or last.brokerage is None:
        return False
    if headed:
        alike = last.analyst == one.analyst and _name(last) == _name(one)
        return alike and _are_halves(last, one)
    return (
        alone
        and last.target is None
        and one.rating is None
        and one.target is not None
        and _BARE.match(one.sentence.text) is not None
        and 0 <= one.sentence.start - last.sentence.end <= _GAP
        and one.sentence.field == last.sentence.field
    )


def _name(action: AnalystAction) -> str:
    return action.subject.symbol or action.subject.name


def _are_halves(last: AnalystAction, one: AnalystAction) -> bool:
    rated = [fact.rating is not None or fact.rating_action is not None for fact in (last, one)]
    aimed = [fact.target is not None or fact.target_action is not None for fact in (last, one)]
    return rated[0] != rated[1] and aimed[0] != aimed[1] and rated[0] != aimed[0]


def _joined(last: AnalystAction, one: AnalystAction) -> AnalystAction:
    """Return the first of two halves with what the second adds."""
    rated = last if last.rating_action or last.rating else one
    aimed = one if rated is last else last
    action = aimed.target_action
    if action is None and aimed is one and rated.rating_action != "maintain":
        action = "set"
    update = {
        "rating_action": rated.rating_action,
        "rating": rated.rating,
        "rating_prior": rated.rating_prior,
        "target": aimed.target,
        "target_prior": aimed.target_prior,
        "target_action": action,
        "evidence": (*last.evidence, *one.evidence),
        "key": fact_key(
            "analyst_action",
            last.brokerage,
            last.subject,
            rated.rating_action,
            rated.rating,
            action,
            aimed.target,
        ),
    }
    return last.model_copy(update=update)
