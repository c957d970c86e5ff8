"""How many went which way: "decliners outnumbered advancers", "25 new highs", "78% beat forecasts".

Breadth is told of the exchange or index that is named with it; nothing else has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from finfacts.claims.metrics.pieces import Rule, rule
from finfacts.claims.metrics.reading import Owner, Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.subjects import named_run
from finfacts.claims.tape import Item, code, pattern
from finfacts.values import Instrument, Named

_STOCKS = "(?:LIST_WORD|STOCK|DEAL|WORD|SHARES)"
_OF_INDEX = "OF DET? (?:INSTRUMENT POSS_MARK?|NAME){1,2} (?:MARK|NUMBER)?"
_BEAT = """(?P<name>BEAT|TOTAL)
    (?:DET|POSSESSIVE|ANALYSTS|POSS_MARK|QUOTE|WORD|METRIC|AND|NAME|TALLY|ON){0,5}?
    (?:ESTIMATE|EXPECT|METRIC (?:COMMA|STOP|IN|PERIOD))"""
_RULES: tuple[Rule, ...] = (
    rule(
        "metric_breadth",
        """
        (?P<name>ISSUES) OUTNUMBER [^SEMICOLON TIMES]{1,9}? (?P<value>TIMES) (?:MEASURE|WORD)
      | (?P<value>TIMES) (?:MEASURE|WORD) WORD{1,3} (?P<name>ISSUES)
        """,
    ),
    rule(
        "metric_breadth",
        """
        (?P<name>ISSUES) OUTNUMBER [^SEMICOLON TIMES]{1,9}? TIMES [^SEMICOLON TIMES]{1,6}? AND
        (?:BY|FOR|DET)* (?P<value>TIMES) (?:MEASURE|WORD)
        """,
    ),
    rule("metric_new_extremes", "(?P<value>NUMBER) WORD? PERIOD? (?P<name>EXTREME)"),
    rule(
        "metric_movers",
        f"""
        (?P<value>NUMBER|SHARES) (?: OF NUMBER | {_OF_INDEX} )? LEVEL? {_STOCKS}? ADVERB*
        (?P<name>GROW) (?! (?:ADVERB|BY)* (?:PERCENT|MONEY|POINTS|NUMBER|TO) )
        """,
    ),
    rule(
        "metric_beats",
        f"""
        (?P<value>PERCENT) (?: OF DET? (?:INSTRUMENT|NAME|WORD|TALLY){{0,3}}? LIST_WORD
            (?: REL? (?:AUX|ADVERB)* REPORT [^SEMICOLON COMMA PERCENT]{{0,7}}? )? )?
        (?:AUX|ADVERB)* {_BEAT}
        """,
    ),
)
_NEEDED = {
    "metric_breadth": "TIMES",
    "metric_new_extremes": "EXTREME",
    "metric_movers": "NUMBER SHARES",
    "metric_beats": "PERCENT",
}
BREADTH = tuple(
    one._replace(heads=frozenset(map(code, _NEEDED[one.name].split()))) for one in _RULES
)


def _ratio(reading: Reading, figure: Stated) -> str:
    """Return which of the two is told over the other."""
    down = reading.tape.items[figure.name].sense == "down"
    return "decliners_to_advancers_ratio" if down else "advancers_to_decliners_ratio"


def _extremes(reading: Reading, figure: Stated) -> str | None:
    """Return what "25 new 52-week highs" counts; "2 highs" is nobody's."""
    items = reading.tape.items
    kind = items[figure.name].lower
    between = items[figure.value + 1 : figure.name]
    told = any(item.lower == "new" or item.tag == "PERIOD" for item in between)
    return f"new_{kind}" if told and kind in ("highs", "lows") else None


def _movers(reading: Reading, figure: Stated) -> str | None:
    """Return which way so many stocks went: "1,900 stocks rose while 1,100 fell"."""
    items = reading.tape.items
    noun = items[figure.name - 1].lower
    counted = any(item.lower in _ISSUES for item in items[: figure.name + 1])
    if not counted or (noun not in _ISSUES and figure.value + 1 != figure.name):
        return None
    return {"up": "advancers", "down": "decliners"}.get(items[figure.name].sense)


_ISSUES = frozenset(("stocks", "issues", "shares", "members", "components", "constituents"))


def _beats(reading: Reading, figure: Stated) -> str | None:
    """Return what part of the companies that have reported did: "78% have beaten forecasts"."""
    items = reading.tape.items
    if not any(item.lower in _COMPANIES for item in items[: figure.name]):
        return None
    sales = any(item.sense == "revenue" for item in items[figure.name : figure.last])
    missed = items[figure.name].sense == "miss"
    return f"{'revenue' if sales else 'earnings'}_{'misses' if missed else 'beats'}"


_COMPANIES = frozenset(("companies", "firms", "members"))
BREADTH_NAMES: Mapping[str, Callable[[Reading, Stated], str | None]] = {
    "metric_breadth": _ratio,
    "metric_new_extremes": _extremes,
    "metric_movers": _movers,
    "metric_beats": _beats,
}


def whole(reading: Reading, figure: Stated) -> Owner:
    """Return the exchange or the index that a breadth is told of; None in doubt."""
    place = _exchange(reading, figure)
    found = _index(reading.tape.items[: figure.last], figure)
    if figure.rule == "metric_breadth":
        return place
    return found or place or _index_before(reading)


def _exchange(reading: Reading, figure: Stated) -> Named | None:
    """Return where shares are traded: after the figure, else the last named before it."""
    tags = reading.tape.tags
    after = _ON.match(tags, figure.last)
    before = None if after else next(_ON_BACK.finditer(tags, 0, figure.value), None)
    match = after or before
    return None if match is None else named_run(reading, *match.span("where"))


_ON = pattern("(?:ON|AT) DET? (?P<where>NAME{1,4}|INSTRUMENT)")
_ON_BACK = pattern(
    "(?<= ON | ON DET ) (?P<where>NAME{1,4}|INSTRUMENT) (?! [^SEMICOLON]* (?:ON|SEMICOLON) )"
)


def _index(items: list[Item], figure: Stated) -> Instrument | None:
    """Return the index named last before a figure, or in it."""
    values = [item.value for item in items[: max(figure.name, figure.value)]]
    found = [one for one in values if isinstance(one, Instrument) and one.kind == "index"]
    return found[-1] if found else None


def _index_before(reading: Reading) -> Instrument | None:
    """Return the one index that the sentence before named."""
    found = [one for one in reading.setting.before if one.kind == "index"]
    return found[0] if len(found) == 1 else None


WHOLES = frozenset(BREADTH_NAMES)
