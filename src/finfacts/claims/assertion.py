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
_CASES = frozenset({"case", "scenario"})
_SUPPOSED_CASES = frozenset({"worst", "best", "bear", "bull", "worst-case", "best-case"})
_CASE_REACH = 6  # items that may open a sentence: "In a bear-case scenario, ..."
_RELATIVE = frozenset({"that", "which", "who", "whose"})  # "if stocks that fell 5% recover"
_CONDITIONS = frozenset({"if", "unless"})
_PARTING = frozenset({"SEMICOLON", "AFTER"})  # "may rise after a 3% drop", which is done
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
        if item.tag in _PARTING or (subject_last is None and item.tag in _BARRIERS):
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


def supposed(tape: Tape, first: int) -> Assertion:
    """Return what the noun or verb before a claim makes of it: "fears of", "a risk that".

    Args:
        tape: the sentence.
        first: index of the first item of the claim, subject or predicate.
    """
    at = first - 1
    while at >= 0 and tape.items[at].tag in _QUALIFYING:
        at -= 1
    if at > 0 and tape.items[at].lower in _LINKING:
        at -= 1
    while at > 0 and tape.items[at].lower in _LINKING:
        at -= 1
    if at < 0:
        return "reported"
    return _SUPPOSED.get(tape.items[at].lower, "reported")


_QUALIFYING = frozenset({"DET", "POSSESSIVE", "TALLY", "ADVERB", "QUOTE", "PERIOD", "STREAK"})
_LINKING = frozenset({"of", "that", "for", "on", "about", "against"})
_RISKS = "risk risks danger dangers chance chances possibility probability odds likelihood threat"
_FEARS = (
    "fear fears fearing fearful hope hopes hoping hoped bet bets betting wager wagers wagering"
    " worry worries speculation concern concerns expectation expectations forecast prediction"
    " predictions warn warns warned warning bracing brace hoped prospect prospects"
)
_SUPPOSED: dict[str, Assertion] = {
    **dict.fromkeys(_RISKS.split(), "conditional"),
    **dict.fromkeys(_FEARS.split(), "expected"),
}


def is_foreseen(tape: Tape, subject_last: int) -> bool:
    """Whether someone sees it come: "analysts see the shares rising", not "glad to see"."""
    at = subject_last - 1
    while at > 0 and tape.items[at].tag in _NAMING:
        at -= 1
    if at <= 0 or tape.items[at].lower not in _FORESEES:
        return False
    return tape.items[at - 1].tag != "TO" or _is_base(tape.items[subject_last])


def _is_base(item: Item) -> bool:
    """Whether a verb stands bare: "a candidate to see its stock plummet"."""
    return item.tag == "MOVE_BASE" or (item.tag == "NOUN" and not item.lower.endswith("s"))


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
    if _opens_case(tape.items[: min(first, _CASE_REACH)]):
        return True
    for item in reversed(tape.items[:first]):
        if item.tag in ("COMMA", "SEMICOLON") or item.lower in _RELATIVE:
            return False
        if item.lower in _CONDITIONS:
            return True
    return False


def _opens_case(opening: list[Item]) -> bool:
    """Whether a sentence opens with what may come: "In the worst case, the index falls to"."""
    words = [item.lower for item in opening]
    return any(
        word in _CASES and not _SUPPOSED_CASES.isdisjoint(words[max(0, at - 2) : at])
        for at, word in enumerate(words)
    )
