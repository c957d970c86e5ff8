"""The figures told by their growth: "revenue rose 5% to $2bn", "a 9% gain in sales"."""

from __future__ import annotations

from finfacts.claims.metrics.pieces import (
    DEGREE,
    DRIVEN,
    FORECAST,
    GAP,
    MOVE,
    NAME,
    OF_WHAT,
    ON_SUM,
    PHRASE,
    TO,
    UNDER,
    Rule,
    rule,
)
from finfacts.claims.metrics.reading import CHANGE, VALUE

PRIOR = f"(?: FROM {DEGREE} (?P<prior>{VALUE}) (?: {PHRASE} | PERIOD | YEAR_AGO )* )"

GROWING: tuple[Rule, ...] = (
    rule(
        "metric_growth_by",
        f"""
        (?P<change>PERCENT) (?:YEAR_AGO|WORD|TALLY)? (?P<name>METRIC) (?P<move>GROWTH|GROW_BASE)
        (?: TO {DEGREE} (?P<value>{VALUE}) )?
      | (?<= REPORT | AUX | EXPECT ) (?P<change>PERCENT) (?P<move>PARTICLE) {UNDER}{{0,2}}?
        (?P<name>METRIC)
    """,
    ),
    rule(
        "metric_grew",
        f"""
        {NAME} {GAP} {MOVE} {DEGREE}
        (?: (?P<change>{CHANGE}) (?! NAME )
            (?: (?: (?:YEAR_AGO|ADVERB|FROM (?=PERIOD)|COMMA (?=TO)
                    |COMMA OR {CHANGE} COMMA?|PERIOD|{PHRASE})*
                | {PRIOR} )
                TO {TO} (?P<value>{VALUE}) )?
          | TOTAL (?P<value>{VALUE})
          | (?:YEAR_AGO|ADVERB|FROM (?=PERIOD)|PERIOD)* TO {TO} (?P<value>{VALUE})
          | FROM (?P<prior>{VALUE}) TO (?P<value>{VALUE}) )
    """,
    ),
    rule(
        "metric_stands_up",
        f"""
        {NAME} {GAP} (?P<move>PARTICLE) {DEGREE} (?P<change>{CHANGE})
        (?: (?:YEAR_AGO|ADVERB|PERIOD|IN (?=PERIOD)
                |(?:FROM|BEAT|IN DET? WORD) (?=PERIOD|YEAR_AGO|FROM))*
            (?:TO|AT) (?P<value>{VALUE}) )?
    """,
    ),
    rule(
        "metric_multiplied",
        f"""
        {NAME} {GAP} (?P<change>TIMES) (?! (?:POSSESSIVE|DET)? (?:METRIC|MULTIPLE_WORD|PERIOD) )
        (?: TO {TO} (?P<value>{VALUE}) )?
    """,
    ),
    rule("metric_higher", f"{NAME} {GAP} (?P<change>{CHANGE}) (?P<move>PARTICLE)"),
    rule(
        "metric_revised",
        f"""
        {DRIVEN} {OF_WHAT}{{0,4}}?
        (?: {FORECAST} (?:OF|FOR|IN)? {OF_WHAT}{{0,4}}? (?:GROWTH IN {OF_WHAT}{{0,4}}?)?
            (?: (?P<name>METRIC) (?!GROWTH) | (?P<name>ECONOMY|MEASURE) GROWTH?
              | (?P<name>GROWTH) (?!IN) )
          | (?: (?P<name>METRIC) | (?P<name>ECONOMY|MEASURE) GROWTH? | (?P<name>GROWTH) ) {FORECAST}
        )
        (?: (?:FOR|IN|AND)? (?:DET|ADVERB)* PERIOD | {PHRASE} | (?:NAME|POSS_MARK){{1,3}} )*
        (?: BY {DEGREE} (?P<change>{CHANGE})
            (?: (?:PERIOD|FROM {VALUE}|{PHRASE})* TO {TO} (?P<value>{VALUE}) )?
          | (?:FROM (?P<prior>{VALUE}))? TO {TO} (?P<value>{VALUE})
          | (?P<value>NUMBER) )
    """,
    ),
    rule(
        "metric_kept",
        f"""
        (?P<move>KEEP|KEEP_BASE|KEEP_ING|LEFT|HOLD|HOLD_BASE|HOLD_ING) {OF_WHAT}{{0,4}}?
        (?: {NAME} GROWTH? {FORECAST}? | (?P<name>GROWTH) {FORECAST} )
        (?: FOR? PERIOD | {PHRASE} | FROM WORD{{1,3}} | (?:NAME|POSS_MARK){{1,3}} )*
        PARTICLE? (?:AT|TOTAL) {TO} (?P<value>{VALUE})
    """,
    ),
    rule(
        "metric_driven",
        f"""
        {DRIVEN} {UNDER}{{0,4}}? {NAME}
        (?: (?! AT ) {PHRASE} | PERIOD | EXPECT | {ON_SUM} )* {DEGREE}
        (?: (?P<change>{CHANGE})
            (?: (?: (?:COMMA|ADVERB|ON|PERIOD|BY)* | {PRIOR} ) TO {DEGREE} (?P<value>{VALUE}) )?
          | {PRIOR}? (?:TO|PASSIVE_EXPECT) (?:DET WORD OF)? {DEGREE} (?P<value>{VALUE}) )
    """,
    ),
    rule(
        "metric_was_driven",
        f"""
        {NAME} (?:{PHRASE})? AUX{{1,2}} ADVERB* (?P<move>ADJUST|DRIVE|PARE|DEAL)
        (?:PERIOD|YEAR_AGO)?
        (?: BY? {DEGREE} (?P<change>{CHANGE}) (?: TO {TO} (?P<value>{VALUE}) )?
          | {PRIOR}? TO {TO} (?P<value>{VALUE}) )
        """,
    ),
    rule(
        "metric_growth_of",
        f"""
        {NAME} (?P<move>GROWTH|GROW_BASE) {GAP} (?:OF|AT|TO|AUX|TOTAL|WORD|EXPECT)+ {DEGREE}
        (?P<change>PERCENT|POINTS)
    """,
    ),
    rule(
        "metric_cuts",
        f"""
        {NAME} (?P<move>PARE|PARE_BASE|GROWTH|GROW_BASE|NOUN) (?:OF|BY) {DEGREE}
        (?P<change>NUMBER|MONEY)
    """,
    ),
    rule(
        "metric_change_in",
        f"""
        (?: (?P<change>{CHANGE}) (?:TALLY|WORD)? (?P<move>GROWTH|GROW_BASE|NOUN) (?:IN|OF|FOR)
          | (?P<move>GROWTH|GROW_BASE) OF {DEGREE} (?P<change>{CHANGE}) IN )
        {UNDER}{{0,4}}? {NAME} (?: {PHRASE} )?
        (?: (?: YEAR_AGO | FROM (?=PERIOD|YEAR_AGO) | PERIOD )* TO (?P<value>{VALUE}) )?
    """,
    ),
    rule(
        "metric_change_noun",
        f"""
        (?P<move>GROWTH|GROW_BASE) IN {UNDER}{{0,3}}? {NAME} (?: {PHRASE} | PERIOD )?
        (?: OF {DEGREE} (?P<change>{CHANGE}) | COMMA? TO {DEGREE} (?P<value>{VALUE}) )
    """,
    ),
    rule(
        "metric_number_grew",
        f"""
        NUMBER_OF (?:WORD|NAME|TALLY){{0,3}}? (?P<name>WORD|COUNTED|METRIC|MEASURE) {GAP}
        (?: {MOVE} {DEGREE} (?: (?P<change>{CHANGE}) (?: TO {TO} (?P<value>NUMBER) )?
            | TO {TO} (?P<value>NUMBER) )
          | (?:TOTAL|AUX|REACH) {DEGREE} (?P<value>NUMBER) )
        """,
    ),
    rule(
        "metric_jobs",
        f"""
        (?:ECONOMY|WORD|NAME) (?:{PHRASE})? (?:AUX|ADVERB|MODAL|PASSIVE_EXPECT)*
        (?P<move>OPERATE|OPERATE_BASE|COUNT|EARN|PARE|PARE_BASE) {DEGREE} (?P<change>NUMBER)
        (?:WORD|NAME|TALLY|PERIOD)? (?P<name>COUNTED|ECONOMY)
        """,
    ),
    rule(
        "metric_lost",
        f"""
        (?P<move>COUNT|COUNT_ING|EARN) {DEGREE} (?P<change>NUMBER) TALLY?
        (?P<name>METRIC|MEASURE|COUNTED)
      | (?P<move>GROW|GROW_BASE) BY {DEGREE} (?P<change>NUMBER) (?:TALLY|ADVERB)* (?P<name>METRIC)
        """,
    ),
    rule(
        "metric_growth_slowed",
        f"""
        (?P<name>METRIC|ECONOMY) GROWTH {GAP} (?P<move>GROW|GROW_BASE|GROW_ING)
        (?:PERIOD|YEAR_AGO|ADVERB)* TO {TO} (?P<value>PERCENT)
        """,
    ),
    rule(
        "metric_also",
        f"""
        {NAME} {GAP} {MOVE} {DEGREE} PERCENT [^SEMICOLON METRIC ECONOMY COMMA CLAUSE]{{0,4}}?
        (?: COMMA DET [^COMMA SEMICOLON METRIC ECONOMY]{{1,8}} )? COMMA?
        AND (?:AUX|ADVERB|CONDITIONAL|PASSIVE_EXPECT|GROW)* (?P<change>PERCENT)
        (?P<move>PARTICLE)?
        (?= YEAR_AGO | (?P<move>BEAT) (?:PERIOD|YEAR_AGO) | (?:IN|FROM) (?:PERIOD|YEAR_AGO)
          | AT WORD WORD )
        """,
    ),
    rule("metric_held", f"{NAME} {GAP} (?P<move>GROW|HOLD|PARTICLE) AT ADVERB* (?P<value>{VALUE})"),
)
