"""Parts of a whole and its size: "makes up 40% of demand", "the $470 billion chip industry"."""

from __future__ import annotations

from decimal import Decimal

from finfacts.claims.metrics.clauses import agent
from finfacts.claims.metrics.pieces import DEGREE, Rule, rule
from finfacts.claims.metrics.reading import Owner, Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.subjects import named_run
from finfacts.claims.tape import code, pattern

_RUN = "(?:WORD|NAME|TALLY|COUNTED|LIST_WORD){1,4}?"
_RULES: tuple[Rule, ...] = (
    rule("metric_makes_up", f"(?P<name>MAKES) {DEGREE} (?P<value>PERCENT) OF"),
    rule(
        "metric_market_part",
        """
        (?P<name>AUX|HOLD|HOLD_BASE|HOLD_ING|OWN|WORD) (?:ADVERB|BY|DET (?=ADVERB))*
        (?P<value>PERCENT)
        OF (?:DET|POSS_MARK|WORD|NAME|TALLY|LIST_WORD|MEASURE|COUNTED){0,5} (?:WORD|METRIC|ANALYSTS)
        """,
    ),
    rule(
        "metric_market_size",
        f"""
        (?:DET|POSS_MARK) (?:ADVERB|TALLY)* (?P<value>MONEY) {_RUN} (?P<name>WORD)
        (?! WORD | NAME )
        """,
    ),
    rule(
        "metric_market_worth",
        f"""
        DET {_RUN} (?P<name>WORD) (?:AUX|ADVERB)* (?:TOTAL|VALUED|WORTH) AT? {DEGREE}
        (?P<value>MONEY)
        """,
    ),
)
_NEEDED = {
    "metric_market_size": "MONEY",
    "metric_market_worth": "MONEY",
    "metric_market_part": "PERCENT",
}
WHOLES: tuple[Rule, ...] = tuple(
    one._replace(heads=frozenset({code(_NEEDED[one.name])})) if one.name in _NEEDED else one
    for one in _RULES
)

WHOLE = frozenset(one.name for one in _RULES)


def market_size(reading: Reading, figure: Stated) -> str | None:
    """Return "market_size" where a whole market is worth so much; a company's part is another's."""
    value = quantity_at(reading, figure.value)
    whole = reading.tape.items[figure.name].lower in ("market", "industry")
    big = value is not None and (value.value or value.low or 0) >= _BIG
    return "market_size" if whole and big else None


_BIG = Decimal(100_000_000)


def market_part(reading: Reading, figure: Stated) -> str | None:
    """Return "market_share" for what has a part of a market: "controls 40% of the car market"."""
    verb, last = reading.tape.items[figure.name], reading.tape.items[figure.last - 1]
    has = verb.tag not in ("AUX", "WORD") or verb.lower in _HAS
    return "market_share" if has and last.lower.removeprefix("the ") in _MARKETS else None


_HAS = frozenset(
    "has had have control controls controlled command commands commanded capture captures captured"
    " hold holding".split()
)
_MARKETS = frozenset(("market", "industry", "market share"))


def share_of(reading: Reading, figure: Stated) -> str | None:
    """Return "share" for what accounts for a part of something."""
    return None if _AMONG_ITS.match(reading.tape.tags, figure.last) else "share"


_AMONG_ITS = pattern("POSSESSIVE | INSTRUMENT POSS_MARK")


def whole_subject(reading: Reading, figure: Stated) -> Owner:
    """Return what accounts for a part, or the market that is so big; None in doubt."""
    if figure.rule in ("metric_makes_up", "metric_market_part"):
        who = agent(reading, figure.name)
        return who.subject if who is not None else None
    first = figure.value + 1 if figure.value < figure.name else figure.first + 1
    return named_run(reading, first, figure.name + 1)
