"""The sentences that state a figure, rule by rule: the first rule that reads a number has it.

Each rule finds a metric's name with its value, its change or both; what follows (the time, the
comparison) is read by the tail.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from finfacts.claims.metrics.breadth import BREADTH
from finfacts.claims.metrics.dealing import DEALING, DEALS
from finfacts.claims.metrics.deeds import hires_for_all
from finfacts.claims.metrics.goods import GOODS
from finfacts.claims.metrics.growing import GROWING
from finfacts.claims.metrics.listing import listed
from finfacts.claims.metrics.pieces import Rule
from finfacts.claims.metrics.results import RESULTS
from finfacts.claims.metrics.standing import STANDING
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.supposing import ODDS, SUPPOSING
from finfacts.claims.metrics.takeovers import TAKEOVERS, VALUATIONS
from finfacts.claims.metrics.wholes import WHOLES
from finfacts.claims.metrics.worths import WORTHS
from finfacts.claims.tape import Tape, pattern

RULES: tuple[Rule, ...] = (
    *BREADTH,
    *GROWING,
    *GOODS,
    *WORTHS,
    *ODDS,
    *TAKEOVERS,
    *DEALS,
    *RESULTS,
    *STANDING,
    *SUPPOSING,
    *DEALING,
    *VALUATIONS,
    *WHOLES,
)


def stated(tape: Tape) -> list[Stated]:
    """Return the figures that a sentence states, each value used once, in order."""
    found = matched(tape, RULES, set())
    asides = {figure.name for figure in found if figure.rule == "metric_aside"}
    found = [one for one in found if one.value >= 0 or one.name not in asides]
    found = listed(tape, sorted(found, key=lambda figure: figure.first))
    if any(item.lower == "respectively" for item in tape.items):
        return [one for one in found if not _is_unpaired(tape, one, found)]
    return found


def matched(tape: Tape, rules: Iterable[Rule], used: set[int]) -> list[Stated]:
    """Return the figures that some rules read, each number once, by the first that reads it.

    Args:
        tape: of the sentence.
        rules: the first to be asked first.
        used: indexes of the numbers already read; those read here are added.
    """
    found: list[Stated] = []
    present = set(tape.tags)
    for rule, text, heads in rules:
        if heads.isdisjoint(present):
            continue
        for match in text.finditer(tape.tags):
            figure = _stated(rule, match)
            numbers = {at for at in (figure.value, figure.change, figure.prior) if at >= 0}
            if numbers & used or not numbers or _is_left(tape, figure):
                continue
            used |= numbers
            found.append(figure)
    return found


def _is_left(tape: Tape, figure: Stated) -> bool:
    """Whether a rule leaves a match to those after it: jobs that one company cuts, "Lidl cut"."""
    return figure.rule == "metric_jobs" and not hires_for_all(tape.items[figure.first])


def _is_unpaired(tape: Tape, figure: Stated, found: list[Stated]) -> bool:
    """Whether a figure beside it is nobody's: "freight and staff costs rose 5% and 6%"."""
    used = {at for one in found for at in (one.value, one.change)}
    own = (figure.value, figure.change)
    pairs = ((match.start(), match.end() - 1) for match in _PAIR.finditer(tape.tags))
    return any(
        (first in own and last not in used) or (last in own and first not in used)
        for first, last in pairs
    )


_PAIR = pattern("(?:PERCENT COMMA? AND PERCENT|MONEY COMMA? AND MONEY)")


def _stated(rule: str, match: regex.Match[str]) -> Stated:
    def at(group: str) -> int:
        known = group in match.re.groupindex
        return match.start(group) if known and match[group] else -1

    return Stated(
        rule,
        at("name"),
        at("value"),
        at("change"),
        at("prior"),
        at("move"),
        *match.span(),
        at("who"),
    )
