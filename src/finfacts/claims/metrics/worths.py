"""What value is wiped out or added, and what rates move by: "wiped $2 billion off its value"."""

from __future__ import annotations

from finfacts.claims.metrics.pieces import DEGREE, NAME, UNDER, Rule, rule

_WIPED = """(?P<move>WIPE|WIPE_BASE|WIPE_ING|COUNT|COUNT_ING|EARN|PARE|PARE_ING|DRIVE
    |OPERATE|OPERATE_ING|(?:NOUN|LOSS|WORD) OF)"""

WORTHS: tuple[Rule, ...] = (
    rule(
        "metric_worth",
        f"""
        (?<! [IN OF FROM WITH FOR AND TO BEAT] ) (?P<who>INSTRUMENT)
        (?: LPAREN (?:NAME|INSTRUMENT) RPAREN )?
        (?: COMMA | (?:MODAL|CONDITIONAL|PASSIVE_EXPECT)? AUX )
        ADVERB*
        (?P<name>TOTAL) {DEGREE} (?P<value>MONEY)
        """,
    ),
    rule(
        "metric_wiped",
        f"""
        {_WIPED} {DEGREE}
        (?P<change>MONEY) (?: (?:OF|IN|FROM|OFF|TO) {UNDER}{{0,4}}? {NAME} | (?P<name>WORTH) )
        """,
    ),
    rule(
        "metric_wiped_part",
        f"""
        {_WIPED} {DEGREE} (?P<change>PERCENT) (?:OF|FROM|OFF) {UNDER}{{0,4}}? (?P<name>METRIC)
        """,
    ),
    rule(
        "metric_erased",
        f"""
        (?P<change>MONEY) AUX{{1,2}} (?P<move>PARE|DRIVE|COUNT|WIPE) (?:FROM|OFF) {UNDER}{{0,4}}?
        {NAME}
        """,
    ),
    rule(
        "metric_vanished",
        f"""
        (?P<change>MONEY) (?:IN|OF) {UNDER}{{0,3}}? {NAME} (?:AUX|ADVERB)* (?P<move>VANISH|WIPE)
        """,
    ),
    rule(
        "metric_bank_cut",
        f"""
        (?P<move>PARE|PARE_BASE|ADJUST|(?<=TO)PARTICLE) (?P<name>ECONOMY|BY) {DEGREE}
        (?P<change>POINTS) (?: PERIOD | COMMA )* (?: TO (?P<value>PERCENT) )?
      | (?P<move>(?P<name>RATE_MOVE)) (?:OF|BY) {DEGREE} (?P<change>POINTS)
      | (?P<change>POINTS) WORD? (?P<move>(?P<name>RATE_MOVE|PARE|PARE_BASE|ADJUST|GROW_BASE))
      | (?P<change>POINTS) OF (?:WORD|TALLY)? (?P<move>(?P<name>RATE_MOVE|CUTS|GROW_ING|GROW_BASE))
        """,
    ),
)
