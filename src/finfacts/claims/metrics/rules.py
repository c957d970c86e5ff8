"""The sentences that state a figure: "revenue rose 5% to $2bn", "a gross profit of $31 million".

Each rule finds a metric's name with its value, its change or both; what follows (the time, the
comparison) is read by the tail.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from finfacts.claims.metrics.reading import CHANGE, VALUE
from finfacts.claims.tape import Tape, pattern

_NAME = "(?P<name>METRIC|ECONOMY|MEASURE)"
_DEGREE = "(?:ADVERB|TALLY|BY|DET (?=ADVERB|TALLY)|WORD (?=PERCENT))*"
_PHRASE = """(?:OF|IN|FOR|AT|FROM|ON|TO (?=INSTRUMENT|NAME)) (?:DET|POSSESSIVE)?
    (?:INSTRUMENT|NAME|WORD|PERIOD|POSS_MARK|TALLY|LIST_WORD){1,5}?"""
_GAP = f"""(?: ADVERB | AUX | MODAL | CONDITIONAL | PASSIVE_EXPECT | NOT | PERIOD | YEAR_AGO
    | {_PHRASE}
    | LPAREN [^LPAREN RPAREN]{{0,6}} RPAREN | COMMA [^COMMA SEMICOLON METRIC ECONOMY]{{1,10}} COMMA
    | COMMA? REL | EXPECT (?=TO|AUX) )*"""
_MOVE = "(?P<move>GROW|GROW_BASE|GROW_ING|COUNT|MOVE|MOVE_BASE|GROWTH)"
_FILLER = """(?: AUX | EXPECT | ADVERB | OF | FOR | TOTAL | BY (?=HOUSE|NAME|INSTRUMENT) | NAME
    | HOUSE | INSTRUMENT | AT | COMMA (?:ON|IN) WORD COMMA | WORD )"""
_TO = "(?:DET|ADVERB|WORD|TALLY|EXTREME|BY){0,4}"
_UNDER = "(?:POSSESSIVE|DET|INSTRUMENT POSS_MARK|TALLY|WORD|NAME|PERIOD|ADVERB)"

RULES: tuple[tuple[str, regex.Pattern[str]], ...] = (
    (
        "metric_grew",
        pattern(f"""
        {_NAME} {_GAP} {_MOVE} {_DEGREE}
        (?: (?P<change>{CHANGE}) (?! NAME )
            (?: (?:YEAR_AGO|ADVERB|BEAT (?=PERIOD)|COMMA (?=TO)|COMMA OR {CHANGE} COMMA?
                |PERIOD|{_PHRASE})*
                TO {_TO} (?P<value>{VALUE}) )?
          | TOTAL (?P<value>{VALUE})
          | (?:YEAR_AGO|ADVERB|BEAT (?=PERIOD)|PERIOD)* TO {_TO} (?P<value>{VALUE})
          | FROM (?P<prior>{VALUE}) TO (?P<value>{VALUE}) )
    """),
    ),
    (
        "metric_stands_up",
        pattern(f"""
        {_NAME} {_GAP} (?P<move>PARTICLE) {_DEGREE} (?P<change>{CHANGE})
        (?: (?:YEAR_AGO|ADVERB|PERIOD)* (?:TO|AT) (?P<value>{VALUE}) )?
    """),
    ),
    (
        "metric_multiplied",
        pattern(f"""
        {_NAME} {_GAP} (?P<change>TIMES) (?! (?:POSSESSIVE|DET)? (?:METRIC|MULTIPLE_WORD|PERIOD) )
        (?: TO {_TO} (?P<value>{VALUE}) )?
    """),
    ),
    ("metric_higher", pattern(f"{_NAME} {_GAP} (?P<change>{CHANGE}) (?P<move>PARTICLE)")),
    (
        "metric_driven",
        pattern(f"""
        (?P<move>GROW|GROW_BASE|GROW_ING|DRIVE|DRIVE_ING|MOVE|MOVE_ING|PARE|PARE_ING|ADJUST|DEAL)
        {_UNDER}{{0,4}}? {_NAME} (?: {_PHRASE} | PERIOD | EXPECT )* {_DEGREE}
        (?: (?P<change>{CHANGE})
            (?: (?:COMMA|ADVERB|ON|PERIOD|BY|FROM {VALUE})* TO {_DEGREE} (?P<value>{VALUE}) )?
          | TO {_DEGREE} (?P<value>{VALUE}) )
    """),
    ),
    (
        "metric_growth_of",
        pattern(f"""
        {_NAME} (?P<move>GROWTH|GROW_BASE) {_GAP} (?:OF|AT|TO|AUX|TOTAL|WORD)+ {_DEGREE}
        (?P<change>PERCENT|POINTS)
    """),
    ),
    (
        "metric_cuts",
        pattern(f"""
        {_NAME} (?P<move>PARE|PARE_BASE|GROWTH|GROW_BASE|NOUN) (?:OF|BY) {_DEGREE}
        (?P<change>NUMBER|MONEY)
    """),
    ),
    (
        "metric_change_in",
        pattern(f"""
        (?P<change>{CHANGE}) (?:TALLY|WORD)? (?P<move>GROWTH|GROW_BASE|NOUN) (?:IN|OF|FOR)
        {_UNDER}{{0,4}}? {_NAME} (?: {_PHRASE} )? (?: TO (?P<value>{VALUE}) )?
    """),
    ),
    (
        "metric_change_noun",
        pattern(f"""
        (?P<move>GROWTH|GROW_BASE) IN {_UNDER}{{0,3}}? {_NAME} OF {_DEGREE}
        (?P<change>PERCENT|POINTS)
    """),
    ),
    (
        "metric_wiped",
        pattern(f"""
        (?P<move>COUNT|COUNT_ING|EARN|PARE|PARE_ING|DRIVE|NOUN OF|WORD OF) {_DEGREE}
        (?P<change>MONEY) (?:OF|IN|FROM|BEAT|OFF) {_UNDER}{{0,4}}? {_NAME}
    """),
    ),
    (
        "metric_erased",
        pattern(f"""
        (?P<change>MONEY) AUX{{1,2}} (?P<move>PARE|DRIVE|COUNT) (?:BEAT|FROM|OFF) {_UNDER}{{0,4}}?
        {_NAME}
    """),
    ),
    (
        "metric_also",
        pattern(f"""
        {_NAME} {_GAP} {_MOVE} {_DEGREE} PERCENT [^SEMICOLON METRIC ECONOMY COMMA CLAUSE]{{0,4}}?
        AND (?P<change>PERCENT) (?: YEAR_AGO | BEAT PERIOD )
    """),
    ),
    (
        "metric_held",
        pattern(f"{_NAME} {_GAP} (?P<move>GROW|HOLD|PARTICLE) AT ADVERB* (?P<value>{VALUE})"),
    ),
    ("metric_between", pattern(f"EXPECT TO? {_NAME} (?P<value>MONEY|PERCENT)")),
    (
        "metric_swing",
        pattern("""
        (?P<name>NOUN) OF ADVERB* (?P<value>PERCENT) | (?P<value>PERCENT) (?P<name>NOUN)
    """),
    ),
    ("metric_share", pattern(f"{_NAME} (?:COMMA REL)? MAKES ADVERB* (?P<value>PERCENT) OF")),
    (
        "metric_odds",
        pattern("""
        (?P<name>ECONOMY) (?:OF|FOR|CLAUSE) [^SEMICOLON COMMA PERCENT]{1,10}?
        (?:AT|TO|OF|AUX) ADVERB* (?P<value>PERCENT)
    """),
    ),
    (
        "metric_stands",
        pattern(f"""
        {_NAME} {_GAP}
        (?: TOTAL | OF | AUX | COLON | AT | REACH | REACH_BASE | REACH_ING | CROSS | CROSS_BASE
          | CROSS_ING | EARN | LEVEL | EXPECT | BEAT (?=MONEY|NUMBER) )
        (?: TOTAL | OF | AT | AUX | ADVERB | DET (?=WORD? {VALUE})
          | DET TALLY? EXTREME | IN | TO | WORD (?={VALUE}) )*
        (?P<value>{VALUE})
        (?! PARTICLE | (?:WORD|TALLY)? (?:GROWTH|GROW_BASE) )
    """),
    ),
    ("metric_to", pattern(f"{_NAME} (?:{_PHRASE})? TO {_DEGREE} (?P<value>MONEY|NUMBER|SHARES)")),
    (
        "metric_value_in",
        pattern(f"""
        (?P<value>MONEY|NUMBER) (?:IN|OF|WORTH) {_UNDER}{{0,3}}? {_NAME}
    """),
    ),
    (
        "metric_valued",
        pattern(
            "(?:DET|POSSESSIVE) (?:WORD|TALLY)? (?P<value>MONEY)"
            f" (?:NAME|WORD|TALLY|INSTRUMENT){{0,4}}? {_NAME}"
        ),
    ),
    (
        "metric_estimate",
        pattern(f"""
        (?<! BEAT DET | BEAT | BEAT TALLY )
        (?P<name>ESTIMATE|ANALYSTS (?={_FILLER}{{0,6}}? EXPECT)) (?:{_PHRASE})?
        {_FILLER}{{1,7}}
        (?: DET? (?:TALLY|WORD)? (?: (?P<move>GROWTH|GROW_BASE|NOUN) | METRIC )
            (?:OF|TO|IN METRIC OF) )?
        DET? (?P<value>{VALUE}) (?P<move>GROWTH|GROW_BASE|NOUN)?
    """),
    ),
    (
        "metric_per_share",
        pattern("""
        (?P<name>METRIC|EARN|REPORT) [^SEMICOLON METRIC OR]{1,8}? MONEY
        COMMA? OR ADVERB* (?P<value>MONEY)
    """),
    ),
    (
        "metric_guided",
        pattern("""
        INSTRUMENT (?:AUX|ADVERB)* (?P<name>EXPECT) (?:AT|TO|FOR|AUX)* (?P<value>MONEY)
        (?= PERIOD | COMMA | STOP | IN | FOR | AND | SEMICOLON | CLAUSE | $)
    """),
    ),
    (
        "metric_flow",
        pattern("""
        (?P<who>INVESTOR) (?:AUX|ADVERB|DET|TALLY)* (?P<name>FLOW|OPERATE|OPERATE_BASE|COUNT)
        (?:DET|TALLY|WORD|STOCK|NAME|OF|TO|TOTAL|ADVERB|INSTRUMENT){0,6}? (?P<value>MONEY)
    """),
    ),
    (
        "metric_paid",
        pattern(f"(?P<name>DEAL|ADJUST) {_DEGREE} (?P<value>MONEY)"),
    ),
    (
        "metric_float",
        pattern(
            "(?P<value>PERCENT) OF (?:DET|POSSESSIVE|INSTRUMENT|POSS_MARK|WORD){0,3}"
            " (?P<name>FLOAT)"
        ),
    ),
    (
        "metric_named_after",
        pattern("""
        (?:DET|POSSESSIVE|AUX|AT|FOR) (?:ADVERB|TALLY|WORD)? (?P<value>PERCENT)
        TALLY? (?P<name>ECONOMY|METRIC)
    """),
    ),
    (
        "metric_operated",
        pattern(f"""
        (?P<name>OPERATE|OPERATE_BASE|OPERATE_ING) {_DEGREE} (?P<value>NUMBER|SHARES)
        (?= (?:NAME|INSTRUMENT|TALLY|WORD|MARK|LIST_WORD){{0,4}} (?:WORD|COUNTED|METRIC) )
    """),
    ),
    (
        "metric_counted",
        pattern("""
        (?P<move>BEAT|REACH|REACH_ING|CROSS|CROSS_ING|TOTAL) (?:ADVERB|TOTAL)*
        (?P<value>NUMBER) (?P<name>WORD|METRIC|MEASURE|COUNTED)
    """),
    ),
    (
        "metric_heads",
        pattern("""
        (?:PARE|PARE_BASE|PARE_ING|COUNT|COUNT_BASE|COUNT_ING|OPERATE|OPERATE_BASE) ADVERB*
        (?P<value>PERCENT|NUMBER) (?: OF (?:DET|POSSESSIVE) | TALLY | WORD )*
        (?P<name>COUNTED|MEASURE)
    """),
    ),
    (
        "metric_heads_of",
        pattern("""
        (?<= [TO AUX COMMA AND EXPECT REPORT TOTAL EARN WITH OF FOR OPERATE OPERATE_BASE ADVERB
            RUNS] )
        (?P<value>NUMBER) (?:TALLY|WORD|NAME|LIST_WORD){0,2} (?P<name>METRIC|COUNTED)
    """),
    ),
    ("metric_earned", pattern(f"(?P<name>EARN|REPORT) {_DEGREE} (?P<value>MONEY)")),
    (
        "metric_multiple",
        pattern(
            "(?:LEVEL|LEVEL_BASE|LEVEL_ING|AUX|AT|WORD|TOTAL|REACH) (?:AT|ADVERB)*"
            " (?P<value>TIMES) (?:POSSESSIVE|DET)?"
            " (?:WORD|PERIOD|POSS_MARK|TALLY|EXPECT|PASSIVE_EXPECT)*"
            " (?P<name>MULTIPLE_WORD|METRIC)"
        ),
    ),
)


class Stated(NamedTuple):
    """A figure as a rule read it: indexes of its parts on the tape, -1 where absent."""

    rule: str
    name: int
    value: int
    change: int
    prior: int
    move: int
    first: int
    last: int


def stated(tape: Tape) -> list[Stated]:
    """Return the figures that a sentence states, each value used once, in order."""
    found: list[Stated] = []
    used: set[int] = set()
    for rule, text in RULES:
        for match in text.finditer(tape.tags):
            figure = _stated(rule, match)
            numbers = {at for at in (figure.value, figure.change, figure.prior) if at >= 0}
            if numbers & used or not numbers:
                continue
            used |= numbers
            found.append(figure)
    return sorted(found, key=lambda figure: figure.first)


def _stated(rule: str, match: regex.Match[str]) -> Stated:
    def at(group: str) -> int:
        known = group in match.re.groupindex
        return match.start(group) if known and match[group] else -1

    return Stated(
        rule, at("name"), at("value"), at("change"), at("prior"), at("move"), *match.span()
    )
