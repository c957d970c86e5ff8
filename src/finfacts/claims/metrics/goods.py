"""Raw materials drawn, stored, cut and drilled for: "a draw of 5 million barrels", "five oil rigs".

What is stored is oil where the text speaks of oil; what is cut is the output of who cuts it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from finfacts.claims.metrics.economies import economy
from finfacts.claims.metrics.pieces import DEGREE, Rule, rule
from finfacts.claims.metrics.reading import Owner, Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.supplies import cutter
from finfacts.claims.tape import code
from finfacts.patterns import lazy

_CUT = "PARE|PARE_BASE|PARE_ING|NOUN|GROWTH|GROW_BASE|CUTS|ADJUST"
_TOTAL_TO = """(?: COMMA? DRIVE_ING (?:DET|WORD|PRONOUN|TALLY|METRIC|POSSESSIVE|PARTICLE){0,4}?
    TO {DEGREE} (?P<value>NUMBER) )?""".replace("{DEGREE}", DEGREE)
_RULES: tuple[Rule, ...] = (
    rule(
        "metric_rigs",
        f"""
        (?P<move>OPERATE|COUNT|PARE|EARN|ADJUST|OPERATE_ING|PARE_ING) {DEGREE} (?P<change>NUMBER)
        (?:WORD|NAME|TALLY|INSTRUMENT)? (?P<name>RIGS)
        (?: (?:IN|FOR|OVER)? DET? PERIOD | WORD{{1,3}} (?=IN PERIOD|DRIVE_ING|COMMA) )*
        {_TOTAL_TO}
        """,
    ),
    rule(
        "metric_rigs",
        f"""
        (?P<name>RIGS) (?:WORD{{0,2}} FOR (?:INSTRUMENT|WORD))? (?:AUX|ADVERB|IN NAME|IN DET NAME)*
        (?: (?P<move>GROW|GROW_BASE|GROW_ING|PARTICLE) {DEGREE} (?P<change>NUMBER)
            (?: TO (?P<value>NUMBER) )?
          | (?P<move>GROW|GROW_BASE|GROW_ING) PERIOD? TO (?:DET|ADVERB|EXTREME|WORD)*
            (?P<value>NUMBER)
          | (?P<move>PARTICLE|HOLD) AT (?P<value>NUMBER)
          | (?:TOTAL|AUX) (?:DET|ADVERB|AT)* (?P<value>NUMBER) )
        """,
    ),
    rule(
        "metric_stored",
        f"""
        (?P<move>(?P<name>GROWTH|GROW_BASE)) OF {DEGREE} (?P<change>NUMBER)
      | (?P<change>NUMBER) DASH? (?:WORD|INSTRUMENT|ECONOMY)? (?P<move>(?P<name>GROWTH|GROW_BASE))
        """,
    ),
    rule(
        "metric_output_cut",
        f"""
        (?P<move>(?P<name>{_CUT})) (?:OF|TOTAL|AUX) {DEGREE} (?P<change>NUMBER)
      | (?P<change>NUMBER) (?P<move>(?P<name>PARE|PARE_BASE|NOUN|GROWTH|CUTS))
      | (?P<move>PARE|PARE_BASE|PARE_ING) {DEGREE} (?P<change>NUMBER) (?:FROM|OFF|OF)
        (?:DET|POSSESSIVE|WORD|NAME|POSS_MARK|INSTRUMENT|TALLY|LIST_WORD){{0,3}}?
        (?P<name>METRIC|MEASURE)
        """,
    ),
)
_NEEDED = {"metric_rigs": "RIGS"}
GOODS = tuple(
    one._replace(heads=frozenset({code(_NEEDED.get(one.name, "NUMBER"))})) for one in _RULES
)


def _stored(reading: Reading, figure: Stated) -> str | None:
    """Return the stocks that a draw or a build changes: "a build of 2.4 million barrels"."""
    item = reading.tape.items[figure.name]
    if item.lower not in _DRAWS or not _is_measured(reading, figure):
        return None
    words = reading.sentence.passage.lower[: reading.sentence.end]
    if not _OIL.search(words, max(0, reading.sentence.start - _BACK)):
        return None
    near = reading.sentence.lower[: item.end - reading.sentence.start]
    fuel = next(iter(_FUELS.findall(near, overlapped=True)[-1:]), "crude")
    return f"{fuel}_inventories"


_DRAWS = frozenset("draw drawdown build buildup build-up withdrawal".split())
_OIL = lazy(r"\b(?:crude|oil|gasoline|distillates?|fuel|eia|api)\b")
_FUELS = lazy(r"\b(?:crude|gasoline|distillate|diesel)(?=s?\b)")
_BACK = 400  # characters


def _is_measured(reading: Reading, figure: Stated) -> bool:
    """Whether a number is one of goods: "5 million barrels", "1.2 million bpd"."""
    item, value = reading.tape.items[figure.change], quantity_at(reading, figure.change)
    if value is None:
        return False
    glued = reading.sentence.passage.clean.startswith("-barrel", value.span.end)
    return glued or value.per == "day" or item.end > value.span.end


def _cut(reading: Reading, figure: Stated) -> str | None:
    """Return what is cut by so many barrels a day: "a further cut of 600,000 bpd"."""
    item, value = reading.tape.items[figure.name], quantity_at(reading, figure.change)
    if item.sense in ("production", "supply"):
        return "production"
    daily = value is not None and value.per == "day"
    return "production" if daily and item.lower in _CUTS else None


_CUTS = frozenset("cut cuts reduction reductions curbs curb increase increases hike".split())
GOODS_NAMES: Mapping[str, Callable[[Reading, Stated], str | None]] = {
    "metric_rigs": lambda _reading, _figure: "rig_count",
    "metric_stored": _stored,
    "metric_output_cut": _cut,
}


def goods_subject(reading: Reading, figure: Stated) -> Owner:
    """Return the country whose stocks or rigs they are, or who cuts its output."""
    if figure.rule != "metric_output_cut":
        name = "rig_count" if figure.rule == "metric_rigs" else "crude_inventories"
        return economy(reading, name, figure.name)
    return cutter(reading, figure.first)
