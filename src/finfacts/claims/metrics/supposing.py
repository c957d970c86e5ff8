"""The figures that others suppose: estimates, odds, the move that options price in."""

from __future__ import annotations

from finfacts.claims.metrics.pieces import (
    DEGREE,
    DRIVEN,
    END,
    FILLER,
    OF_WHAT,
    PHRASE,
    TO,
    Rule,
    rule,
)
from finfacts.claims.metrics.reading import VALUE

ODDS: tuple[Rule, ...] = (
    rule(
        "metric_swing",
        f"""
        (?P<name>NOUN) OF ADVERB* (?P<value>PERCENT) | (?P<value>PERCENT) (?P<name>NOUN)
      | (?<=TO) (?P<name>NOUN) {DEGREE} (?P<value>PERCENT)
        """,
    ),
    rule(
        "metric_odds",
        f"""
        (?P<name>CHANCE) (?: (?:OF|FOR|CLAUSE|REL|DET) [^SEMICOLON COMMA PERCENT]{{1,12}}? )?
        (?:AT|TO|OF|AUX|FROM (?P<prior>PERCENT) TO) {DEGREE} (?P<value>PERCENT)
        """,
    ),
    rule("metric_odds", "(?P<value>PERCENT) TALLY? (?P<name>CHANCE)"),
)
SUPPOSING: tuple[Rule, ...] = (
    rule(
        "metric_estimate",
        f"""
        (?<! [BEAT FROM AGAINST] DET | [BEAT FROM AGAINST] | [BEAT FROM AGAINST] TALLY
            | AGAINST STOP | TOTAL | TOTAL ANALYSTS | TOTAL DET | TOTAL ANALYSTS QUOTE )
        (?P<name>ESTIMATE|ANALYSTS (?={FILLER}{{0,6}}? EXPECT)) (?:{PHRASE})?
        {FILLER}{{1,7}}
        (?: DET? (?:TALLY|WORD)? (?: (?P<move>GROWTH|GROW_BASE|NOUN) | METRIC )
            (?:OF|TO|IN METRIC OF) )?
        DET? (?P<value>{VALUE}) (?P<move>GROWTH|GROW_BASE|NOUN)?
        """,
    ),
    rule(
        "metric_reckoned", f"(?P<name>ANALYSTS|HOUSE) (?:AUX AT|TOTAL) {DEGREE} (?P<value>{VALUE})"
    ),
    rule(
        "metric_forecast",
        f"""
        (?P<name>EXPECT) (?: COMMA [^COMMA SEMICOLON]{{1,6}} COMMA )? AUX{{1,2}} (?:FOR|AT)?
        {DEGREE} (?P<value>{VALUE})
        """,
    ),
    rule(
        "metric_forecast_moved",
        f"""
        {DRIVEN} {OF_WHAT}{{0,4}}? (?P<name>EXPECT) (?: FOR? DET? PERIOD | {PHRASE} )?
        (?: BY {DEGREE} (?P<change>PERCENT) (?: TO {TO} (?P<value>{VALUE}) )?
          | (?: FROM (?P<prior>{VALUE}) )? TO {TO} (?P<value>{VALUE}) )
        """,
    ),
    rule(
        "metric_rate_cuts",
        "EXPECT (?:DET|ADVERB)* (?P<value>NUMBER) (?:WORD|TALLY)? (?P<name>CUTS)",
    ),
    rule(
        "metric_guided",
        """
        INSTRUMENT (?:AUX|ADVERB)* (?P<name>EXPECT) (?:AT|TO|FOR|AUX)* (?P<value>MONEY)
        (?= PERIOD | COMMA | STOP | IN | FOR | AND | SEMICOLON | CLAUSE | $)
        """,
    ),
    rule(
        "metric_outlook",
        f"""
        (?P<name>EXPECT) (?:TO|OF|FOR|AUX)? DET? (?P<move>GROWTH|GROW_BASE) OF {DEGREE}
        (?P<change>PERCENT)
        """,
    ),
    rule(
        "metric_it",
        f"""
        (?<= SEMICOLON | AND | CLAUSE | COMMA | ^ ) (?:IN PERIOD)? (?P<name>PRONOUN)
        (?: AUX | ADVERB | MODAL | PERIOD | PASSIVE_EXPECT )*
        (?: (?P<move>GROW|GROW_BASE) {DEGREE} (?P<change>PERCENT|POINTS)
            (?: TO {DEGREE} (?P<value>{VALUE}) )?
          | (?P<move>GROW|GROW_BASE) TO {DEGREE} (?P<value>{VALUE})
          | (?: (?<=AUX) | TOTAL ) (?P<value>{VALUE}) {END} )
        """,
    ),
)
