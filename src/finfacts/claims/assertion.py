"""How a claim is meant: told, expected, planned, rumoured, conditional or denied.

Read from the words between a subject and its predicate: "could fall", "is set to open lower",
"did not drop", and from an "if" that opens the clause.
"""

from __future__ import annotations

from finfacts.claims.tape import Item, Tape
from finfacts.facts import Assertion

_LOOK_BACK = 5
_OUTLOOKS: dict[str, Assertion] = {
    "expected": "expected",
    "planned": "planned",
    "rumored": "rumored",
    "conditional": "conditional",
}
_CONDITIONS = frozenset({"if", "unless"})
_BARRIERS = frozenset({"COMMA", "SEMICOLON", "CLAUSE", "AND", "REL", "MOVE", "COUNT", "PERCENT"})


def read_assertion(tape: Tape, subject_last: int | None, first: int) -> Assertion:
    """Return how the predicate at item ``first`` is meant.

    Args:
        tape: the sentence.
        subject_last: index of the item after the subject, where it stands before; else None.
        first: index of the predicate's first item.
    """
    low = max(0, first - _LOOK_BACK) if subject_last is None else subject_last
    if subject_last is not None and tape.items[subject_last].tag == "TO":
        low = max(0, subject_last - _LOOK_BACK)  # "expect the stock to rise"
    found: Assertion = "reported"
    for item in reversed(without_asides(tape.items[low:first])):
        if item.tag == "SEMICOLON" or (subject_last is None and item.tag in _BARRIERS):
            break
        if item.tag == "NOT":
            return "negated"
        if item.tag == "OUTLOOK" and found == "reported":
            found = _OUTLOOKS[item.sense]
        elif item.tag == "MODAL" and found == "reported":
            found = "conditional" if item.sense == "conditional" else "expected"
    if found == "reported" and _is_condition(tape, first):
        return "conditional"
    return found


def is_foreseen(tape: Tape, subject_last: int) -> bool:
    """Whether someone sees it come: "analysts see the shares rising", not "glad to see"."""
    at = subject_last - 1
    while at > 0 and tape.items[at].tag in _NAMING:
        at -= 1
    foresees = at > 0 and tape.items[at].lower in _FORESEES
    return foresees and tape.items[at - 1].tag != "TO"


_NAMING = frozenset({"SUBJECT", "STOCK", "POSS_MARK", "DET", "POSSESSIVE", "OF", "LIST_WORD"})
_FORESEES = frozenset(
    "see sees foresee foresees expect expects expected forecast forecasts predict predicts "
    "predicted anticipate anticipates project projects envision envisions envisages".split()
)


def without_asides(items: list[Item]) -> list[Item]:
    """Leave out what stands between two commas: "Meta, due to report tonight, was up"."""
    commas = [at for at, item in enumerate(items) if item.tag == "COMMA"]
    if len(commas) < 2 or commas[0] != 0:  # noqa: PLR2004 - an aside has a comma at either end
        return items
    return items[commas[1] :]


def _is_condition(tape: Tape, first: int) -> bool:
    for item in reversed(tape.items[:first]):
        if item.tag in ("COMMA", "SEMICOLON"):
            return False
        if item.lower in _CONDITIONS:
            return True
    return False
