"""Filling in the form of a turn, item by item from left to right, as a clerk does.

"raised its target to $110 from $92 and kept Buy": a verb opens a line, what follows fills it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from finfacts.claims.analysts.form import RATING_ACTIONS, TARGET_ACTIONS, VERBS, Form
from finfacts.claims.analysts.ratings import is_rating, rating_text
from finfacts.claims.analysts.reading import Reading
from finfacts.claims.analysts.targets import OTHER_FIGURES, enter_money, enter_target
from finfacts.claims.tape import Item
from finfacts.patterns import lazy

_PASSIVE = frozenset({"AUX", "TARGET", "RATING", "RATE_WORD", "POSS_MARK"})
_PARTICLE_REACH = 9  # items: "moved Procter & Gamble Co. (NYSE: PG) up to Buy"
_SHARED = lazy(r"\b(?:both|all|each) ['\"]?$")


def enter(reading: Reading, form: Form, at: int) -> None:
    """Fill in one item of a turn.

    Args:
        reading: the sentence.
        form: what the turn has said so far; changed in place.
        at: index of the item.
    """
    item = reading.items[at]
    fill = _FILLERS.get(item.tag)
    if fill is not None:
        fill(reading, form, at, item)
    elif item.lower in OTHER_FIGURES:
        form.on_target = False


def _verb(reading: Reading, form: Form, at: int, item: Item) -> None:
    before = reading.items[at - 1].tag if at else ""
    if before in _PASSIVE:
        _passive(form, at, item, before)
    if item.tag == "OWN" and before in ("AUX", "MODAL"):
        return
    covered = item.lower.endswith("coverage")  # "dropped coverage"
    if item.sense == "suspend" and (covered or (before == "AUX" and not form.on_target)):
        form.rating_action = "suspend"
        form.used(at)
    form.on_target = form.on_target and (before in _PASSIVE or item.tag == "GO")
    form.verb, form.verb_at, form.linked = item.sense, at, False
    if item.sense in ("upgrade", "downgrade") and form.rating_action is None:
        form.rating_action = RATING_ACTIONS[item.sense]
        form.used(at)


def _passive(form: Form, at: int, item: Item, before: str) -> None:
    """Read "the target was cut", "Outperform maintained", "rating and target are unchanged"."""
    told = item.sense if item.tag != "OWN" else ""
    if form.on_target and form.target_action is None and told:
        form.target_action = TARGET_ACTIONS.get(told)
        form.used(at)
    rated = form.rating is not None and form.rating_action is None
    if before != "TARGET" and item.tag == "KEEP" and rated:
        form.rating_action = RATING_ACTIONS.get(told)
        form.used(at)


def _rated(reading: Reading, form: Form, at: int, _: Item) -> None:
    if not is_rating(reading, at, form.verb):
        return
    form.used(at)
    if form.verb == "suspend":
        return
    text = rating_text(reading, at)
    if form.verb == "abandon":  # "gave up its buy recommendation"
        form.rating_prior, form.rating_action = text, "downgrade"
        return
    before = reading.items[at - 1].tag if at else ""
    if before == "FROM" or (before == "LPAREN" and form.rating is not None):
        form.rating_prior = form.rating_prior or text
    elif form.rating is None:
        form.rating, form.rated_by = text, form.verb
    elif form.rated_by == "has" and form.verb in RATING_ACTIONS and form.rating_prior is None:
        form.rating_prior, form.rating = form.rating, text
    if _names_only(reading, form, at, before):
        return
    if at and reading.items[at - 1].lower == "new" and form.verb in ("", "has"):
        form.rating_action = "initiate"  # "New Buy at Needham"
    if not form.linked or form.verb in ("initiate", "resume", "upgrade", "downgrade"):
        form.rating_action = form.rating_action or RATING_ACTIONS.get(form.verb)


def _names_only(reading: Reading, form: Form, at: int, before: str) -> bool:
    """Whether a rating only stands beside a target: "raised to $45 (from $44, Outperform)"."""
    start = reading.items[at].start
    if _SHARED.search(reading.sentence.passage.clean[max(0, start - 8) : start]):
        return True
    on_target = form.on_target or bool(form.targets)
    return form.verb in ("raise", "lower") and on_target and before not in ("TO", "FROM")


def _money(reading: Reading, form: Form, at: int, _: Item) -> None:
    enter_money(reading, form, at)


def _target(reading: Reading, form: Form, at: int, _: Item) -> None:
    enter_target(reading, form, at)


def _link(_reading: Reading, form: Form, _at: int, _: Item) -> None:
    form.linked = True


def _case(_reading: Reading, form: Form, _at: int, _: Item) -> None:
    form.case = form.on_target = True


def _than(_reading: Reading, form: Form, _at: int, item: Item) -> None:
    """Read "a target of $90, $10 lower than before"."""
    if form.targets and item.lower.endswith("than"):
        form.target_action = "lower" if item.lower.startswith("lower") else "raise"


def _particle(_reading: Reading, form: Form, at: int, item: Item) -> None:
    """Read "took its target up to $13"."""
    if form.verb in ("go", "") and form.verb_at >= at - _PARTICLE_REACH:
        form.verb = item.sense
        if form.on_target:
            form.target_action = form.target_action or TARGET_ACTIONS[item.sense]


def _clause(reading: Reading, form: Form, at: int, item: Item) -> None:
    if item.lower == "as" and reading.span(at + 1, at + 2, "RATING"):
        return  # "reiterated Nike as a Buy"
    form.verb, form.linked = "", False


def _coverage(_reading: Reading, form: Form, at: int, item: Item) -> None:
    if form.verb == "suspend" and form.rating_action is None:
        form.rating_action = "suspend"
        form.used(at)
    elif item.tag == "COVERAGE" and form.verb in ("initiate", "resume"):
        form.rating_action = form.rating_action or RATING_ACTIONS[form.verb]
        form.used(at)


_FILLERS: Mapping[str, Callable[[Reading, Form, int, Item], None]] = {
    **dict.fromkeys(VERBS, _verb),
    "TARGET": _target,
    "RATING": _rated,
    "MONEY": _money,
    "LINK": _link,
    "CASE": _case,
    "BELOW": _than,
    "ABOVE": _than,
    "PART": _particle,
    "SEMICOLON": _clause,
    "CLAUSE": _clause,
    "COVERAGE": _coverage,
    "RATE_WORD": _coverage,
}
