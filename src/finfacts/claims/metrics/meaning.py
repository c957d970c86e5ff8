"""How a figure is meant: whose outlook it is, how surely it is told, and for what time."""

from __future__ import annotations

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.rules import Stated
from finfacts.facts import Assertion, Basis
from finfacts.values import Instrument, Named, Period


def basis_of(reading: Reading, figure: Stated, subject: Instrument | Named) -> Basis:
    """Return whether a figure is done, the company's own outlook, or what others expect."""
    items = reading.tape.items
    odds = figure.rule == "metric_swing" or items[figure.name].sense == "rate_cut_probability"
    if odds or items[figure.name].tag in ("ESTIMATE", "ANALYSTS"):
        return "estimate"
    if figure.rule == "metric_multiple":
        return "actual"
    end = max(figure.value, figure.change, figure.name)
    expecting = [
        at for at in range(_clause_start(reading, figure.first), end) if items[at].tag in _EXPECTING
    ]
    if not expecting:
        own = items[figure.name].lower.endswith(("forecast", "guidance", "outlook"))
        return "guidance" if own else "actual"
    if _is_others(reading, expecting):
        return "estimate"
    who = {item.tag for item in items[max(0, expecting[-1] - 4) : expecting[-1]]}
    planned = items[expecting[-1]].sense == "planned"
    passive = items[expecting[-1]].tag != "EXPECT"
    said = any(item.tag == "HOUSE" for item in items[: figure.first])
    if who & _OTHERS or (isinstance(subject, Named) and not planned) or (passive and said):
        return "estimate"
    return "guidance"


def _is_others(reading: Reading, expecting: list[int]) -> bool:
    """Whether others expect it: "the revenue estimate is", "Duke is expected to report"."""
    items = reading.tape.items
    first = items[expecting[0]]
    if first.lower in ("estimate", "estimates") or first.sense == "rumored":
        return True
    before = items[expecting[0] - 1].tag if expecting[0] else ""
    return (
        first.tag == "PASSIVE_EXPECT"
        and first.sense == "expected"
        and before in ("INSTRUMENT", "RPAREN", "POSS_MARK")
    )


def _clause_start(reading: Reading, first: int) -> int:
    """Return where the words that may govern a figure start: "guides to A, B of 3 and C of 4"."""
    low = first
    while low > max(0, first - _GOVERNED) and reading.tape.items[low - 1].tag not in _OTHER_VERBS:
        low -= 1
    return low


_GOVERNED = 18  # items
_OTHER_VERBS = frozenset(
    ("SEMICOLON", "CLAUSE", "STOP", "REL", "GROW", "GROW_BASE", "TOTAL", "REPORT", "EARN", "RPAREN")
)
_EXPECTING = frozenset({"EXPECT", "PASSIVE_EXPECT", "CONDITIONAL"})
_OTHERS = frozenset({"ANALYSTS", "HOUSE", "ESTIMATE"})


def assertion_of(reading: Reading, figure: Stated) -> Assertion:
    """Return whether a figure is told, planned, expected, conditional or denied."""
    items = reading.tape.items[max(0, figure.first - 5) : max(figure.value, figure.change)]
    for item in reversed(items):
        if item.tag == "NOT":
            return "negated"
        if item.tag == "PASSIVE_EXPECT":
            return _ASSERTIONS.get(item.sense, "expected")
        if item.tag == "CONDITIONAL":
            return "conditional"
    return "reported"


_ASSERTIONS: dict[str, Assertion] = {"planned": "planned", "rumored": "rumored"}


def period_of(reading: Reading, figure: Stated) -> Period | None:
    """Return the time told inside the figure or right before its name: "2026 revenue"."""
    items = reading.tape.items
    low = figure.name
    for at in range(figure.name - 1, max(-1, figure.name - 4), -1):
        if items[at].tag == "PERIOD":
            low = at
            break
        if items[at].tag in ("COMMA", "CLAUSE", "TO", "AND"):
            break
    for item in items[min(low, figure.first) : figure.last]:
        if (
            isinstance(item.value, Period)
            and item.value.start is not None
            and not item.lower.endswith(("ago", "earlier", "before"))
        ):
            return item.value
    return _opening(reading)


def _opening(reading: Reading) -> Period | None:
    """Return the quarter or year that opens the sentence: "For 2026, ..."."""
    for at, item in enumerate(reading.tape.items[:5]):
        if isinstance(item.value, Period) and (
            at == 0 or reading.tape.items[at - 1].tag in ("FOR", "IN", "DET")
        ):
            long = item.value.granularity in ("quarter", "year", "half", "month")
            return item.value if long and item.value.start else None
    return None
