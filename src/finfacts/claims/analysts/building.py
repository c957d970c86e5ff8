"""A filled-in form as analyst actions, one for each house and stock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from finfacts.claims.analysts.form import Form
from finfacts.claims.analysts.ratings import moved
from finfacts.claims.analysts.reading import Reading
from finfacts.claims.analysts.turns import Turn
from finfacts.claims.assertion import read_assertion
from finfacts.claims.keys import fact_key
from finfacts.facts import AnalystAction, Assertion, TargetAction
from finfacts.values import Instrument, Quantity


def actions(reading: Reading, turn: Turn, form: Form) -> Iterator[AnalystAction]:
    """Yield the facts of a turn; targets are dealt out where each house or stock has its own."""
    places = [(house, subject) for house in range(len(turn.houses)) for subject in form.subjects]
    each = len(places) > 1 and len(form.targets) == len(places)
    if len(form.targets) > 1 and not each:
        form = replace(form, targets=form.targets[:1], priors=form.priors[:1])
    for at, (house, subject) in enumerate(places):
        targets = form.targets[at : at + 1] if each else form.targets
        priors = (
            (form.priors[at : at + 1] if len(form.priors) == len(places) else [])
            if each
            else form.priors
        )
        one = _settled(replace(form, targets=targets, priors=priors, subjects=[subject]))
        if _is_action(one):
            yield _fact(reading, turn, one, turn.houses[house], turn.analysts[house])


def _settled(form: Form) -> Form:
    """Let the figures and the two ratings decide what happened, where they can."""
    if form.subjects[0].kind != "index" and any(value.unit == "count" for value in form.targets):
        form = replace(form, targets=[], priors=[])
    target, prior = (next(iter(values), None) for values in (form.targets, form.priors))
    rating_action = form.rating_action
    if rating_action in (None, "upgrade", "downgrade"):
        rating_action = moved(form.rating, form.rating_prior) or rating_action
    action = _compared(target, prior) or form.target_action
    if action is None and target is not None and rating_action in _FIRST and form.verb != "has":
        action = "set"
    if target is None and action == "set":
        action = None
    return replace(form, rating_action=rating_action, target_action=action)


_FIRST = ("initiate", "resume", "upgrade", "downgrade")


def _compared(target: Quantity | None, prior: Quantity | None) -> TargetAction | None:
    if target is None or prior is None or target.value is None or prior.value is None:
        return None
    if target.value == prior.value:
        return "maintain"
    return "raise" if target.value > prior.value else "lower"


def _is_action(form: Form) -> bool:
    if form.rating or form.targets:
        return True
    if form.rating_action in ("upgrade", "downgrade", "suspend", "initiate", "resume"):
        return True
    return form.target_action in ("raise", "lower")


def _fact(
    reading: Reading, turn: Turn, form: Form, house: str, analyst: str | None
) -> AnalystAction:
    subject = form.subjects[0]
    target = _placed(next(iter(form.targets), None), subject)
    last = max(form.last, turn.at[1], turn.start + 1)
    span = reading.sentence.passage.span(
        reading.items[form.first].start, reading.items[last - 1].end
    )
    return AnalystAction(
        evidence=(span,),
        sentence=reading.sentence.span,
        assertion=_assertion(reading, form),
        rule=f"analyst_{form.rating_action or form.target_action or 'view'}",
        key=fact_key(
            "analyst_action",
            house,
            subject,
            form.rating_action,
            form.rating,
            form.target_action,
            target,
        ),
        brokerage=house,
        analyst=analyst,
        subject=subject,
        rating_action=form.rating_action,
        rating=form.rating,
        rating_prior=form.rating_prior,
        target_action=form.target_action,
        target=target,
        target_prior=_placed(next(iter(form.priors), None), subject),
        date=form.date,
    )


def _assertion(reading: Reading, form: Form) -> Assertion:
    if form.case:
        return "conditional"
    return read_assertion(reading.tape, None, form.told_at) if form.told_at > 0 else "reported"


def _placed(value: Quantity | None, subject: Instrument) -> Quantity | None:
    if value is None or value.unit != "count" or subject.kind != "index":
        return value
    return value.model_copy(update={"unit": "index_point"})
