"""The figures of results told by nouns: "a loss of $12 million", "a fifth of its sales"."""

from __future__ import annotations

from finfacts.claims.metrics.pieces import DEGREE, GAP, NAME, TO, UNDER, Rule, rule
from finfacts.claims.metrics.reading import CHANGE

_OWN = "(?:POSSESSIVE|INSTRUMENT POSS_MARK|DET WORD POSS_MARK)"
_MODIFIER = "(?:TALLY|WORD|NAME|PERIOD){0,2}?"

RESULTS: tuple[Rule, ...] = (
    rule(
        "metric_loss",
        f"""
        (?P<name>LOSS) (?:OF|AT|TOTAL|AUX) {DEGREE} (?P<value>MONEY)
        (?! ON (?!METRIC) | IN (?:METRIC|WORD) )
      | (?<= REPORT DET | REPORT DET ADVERB ) (?P<value>MONEY) {_MODIFIER} (?P<name>LOSS)
        """,
    ),
    rule(
        "metric_loss",
        f"""
        (?P<name>LOSS) {GAP} (?P<move>GROW|GROW_BASE|GROW_ING|MOVE|MOVE_ING|PARE|PARE_ING)
        (?:PERIOD|YEAR_AGO)* TO {TO} (?P<value>MONEY)
        """,
    ),
    rule(
        "metric_beat",
        f"""
        {NAME} {GAP} (?P<move>BEAT|TOTAL)
        (?:DET|POSSESSIVE|ANALYSTS|POSS_MARK|TALLY|WORD|HOUSE){{0,4}} (?:ESTIMATE|EXPECT)
        BY {DEGREE} (?P<change>{CHANGE})
        """,
    ),
    rule(
        "metric_noun_grew",
        f"""
        (?: ^ | (?<= POSSESSIVE | POSS_MARK | DET | COMMA | AND | CLAUSE | SEMICOLON ) )
        (?:WORD|NAME|TALLY|LIST_WORD){{0,2}} (?P<name>WORD|NAME|COUNTED)
        (?:AUX|ADVERB|MODAL|PASSIVE_EXPECT|CONDITIONAL)*
        (?P<move>GROW|GROW_BASE|GROW_ING) {DEGREE} (?P<change>PERCENT)
        (?: (?: YEAR_AGO | ADVERB | FROM (?=PERIOD|YEAR_AGO) | IN (?=PERIOD) | PERIOD )*
            TO {DEGREE} (?P<value>NUMBER|MONEY) )?
        """,
    ),
    rule(
        "metric_part",
        f"""
        MAKES {DEGREE} (?P<value>PERCENT) OF {UNDER}{{0,4}}? (?P<name>METRIC)
      | (?P<value>PERCENT) OF? {_OWN} {_MODIFIER} (?P<name>METRIC) (?:ADVERB|AUX)*
        WORD? ADVERB* (?=FROM|IN)
      | (?:FROM|ON) (?:NAME|WORD) FOR {DEGREE} (?P<value>PERCENT) OF? {_OWN} {_MODIFIER}
        (?P<name>METRIC)
        """,
    ),
)
