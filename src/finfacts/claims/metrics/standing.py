"""The figures told by their level: "revenue was $2bn", "a gross profit of $31 million"."""

from __future__ import annotations

from finfacts.claims.metrics.pieces import DEGREE, END, GAP, NAME, PHRASE, UNDER, Rule, rule
from finfacts.claims.metrics.reading import VALUE

STANDING: tuple[Rule, ...] = (
    rule(
        "metric_aside",
        f"""
        {NAME} (?:{PHRASE})? COMMA ADVERB? AT {DEGREE} (?P<value>{VALUE})
        (?: WORD{{1,2}} )? COMMA
        """,
    ),
    rule(
        "metric_bare",
        f"""
        (?: ^ | COLON | SEMICOLON | STOP | DASH ) {UNDER}{{0,4}}? {NAME}
        (?: EXPECT? (?P<move>PARTICLE|HOLD) (?:AT|TO)? )?
        (?P<value>{VALUE}) (?: WORD | NAME )? (?= COMMA | LPAREN | SEMICOLON | STOP | $ )
        """,
    ),
    rule("metric_between", f"EXPECT TO? PERIOD? {NAME} (?P<value>MONEY|PERCENT|NUMBER)"),
    rule("metric_share", f"{NAME} (?:COMMA REL)? MAKES ADVERB* (?P<value>PERCENT) OF"),
    rule(
        "metric_stands",
        f"""
        {NAME} {GAP}
        (?: TOTAL | OF | AUX | COLON | AT | REACH | REACH_BASE | REACH_ING | CROSS | CROSS_BASE
          | CROSS_ING | EARN | LEVEL | LEVEL_BASE | VALUED | EXPECT | BEAT (?=MONEY|NUMBER) )
        (?: TOTAL | OF | AT | AUX | ADVERB | DET (?=WORD? {VALUE})
          | DET TALLY? EXTREME | IN | TO | WORD (?={VALUE}) )*
        (?P<value>{VALUE})
        (?! PARTICLE | (?:WORD|TALLY)? (?:GROWTH|GROW_BASE)
          | METRIC (?<= AT DET {VALUE} METRIC) )  # "a funding round at a $5 billion valuation"
    """,
    ),
    rule("metric_in_range", f"{NAME} (?:IN|AT) DET (?P<value>{VALUE}) (?=WORD)"),
    rule(
        "metric_at_end",
        f"{NAME} AT DET [^COMMA SEMICOLON]{{1,3}} OF (?:POSSESSIVE|DET) (?P<value>{VALUE})",
    ),
    rule("metric_yields", f"(?P<name>YIELDS) {DEGREE} (?P<value>PERCENT)"),
    rule("metric_to", f"{NAME} (?:{PHRASE})? TO {DEGREE} (?P<value>MONEY|NUMBER|SHARES)"),
    rule(
        "metric_value_in",
        f"""
        (?<! ECONOMY ON | ECONOMY ON ADVERB | ECONOMY ) (?P<value>MONEY|NUMBER)
        (?:IN|OF|WORTH) {UNDER}{{0,3}}? {NAME}
    """,
    ),
    rule(
        "metric_valued",
        f"(?:DET|POSSESSIVE|POSS_MARK) (?:WORD|TALLY)? (?P<value>MONEY)"
        f" (?:NAME|WORD|TALLY|INSTRUMENT){{0,4}}? {NAME}",
    ),
    rule(
        "metric_named_after",
        """
        (?:DET|POSSESSIVE|POSS_MARK|AUX|AT|FOR|WITH|HOLD|HOLD_BASE|OWN|REPORT)
        (?:ADVERB|TALLY|WORD)? (?P<value>PERCENT)
        TALLY? (?P<name>ECONOMY|METRIC)
        """,
    ),
    rule(
        "metric_times",
        f"""
        (?: (?P<name>LEVEL|LEVEL_BASE|LEVEL_ING|VALUED) | (?<=AND) INSTRUMENT (?P<name>AT) )
        AT? {DEGREE} (?P<value>TIMES) {END}
        """,
    ),
    rule(
        "metric_multiple",
        """
        (?: LEVEL | LEVEL_BASE | LEVEL_ING | AUX | AT | OF | WORD | TOTAL | REACH | ^ )
        (?:AT|ADVERB)*
        (?P<value>TIMES) (?:POSSESSIVE|DET)?
        (?:WORD|PERIOD|POSS_MARK|TALLY|EXPECT|PASSIVE_EXPECT|BEAT (?=PERIOD))*
        (?P<name>MULTIPLE_WORD|METRIC)
        """,
    ),
)
