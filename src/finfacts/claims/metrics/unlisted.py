"""The figures of nouns that no list knows: "its legal bill fell 4%", "a $250 million settlement".

Any noun may name a figure where the words around it leave no doubt whose it is: it has an owner
("Apple's", "its"), or a company does what a verb right before the figure says. They are read
last, of numbers that nothing else has read.
"""

from __future__ import annotations

from finfacts.claims.metrics.pieces import DEGREE, DRIVEN, PHRASE, TO, Rule, rule
from finfacts.claims.metrics.reading import CHANGE, VALUE
from finfacts.claims.tape import code

_MOVED = "(?P<move>GROW|GROW_BASE|GROW_ING|COUNT|COUNT_ING|PARE|PARE_BASE|PARTICLE)"
_RUN = "(?:WORD|NAME|TALLY|LIST_WORD|PERIOD|COUNTED|METRIC|EXTREME)"
_NOUN = "(?P<name>WORD|COUNTED|MEASURE|GROWTH|GROW_BASE|NOUN)"
_ENDS = """(?= COMMA | STOP | SEMICOLON | COLON | IN | OF | FOR | ON | TO | FROM | OFF | BY | WITH
    | AT | AND | OR | CLAUSE | REL | AFTER | BEFORE | PERIOD | AUX | RPAREN | LPAREN | DASH | QUOTE
    | MODAL | CONDITIONAL | PASSIVE_EXPECT | EXPECT | INSTRUMENT | BEAT | MATCH | AGAINST | AS | NOT
    | $ )"""
_FREE = "(?<! [FOR OF IN ON AT FROM TO WITH BY BEAT] )"  # "the market for its cars grew"
_OWNER = "(?:POSSESSIVE|INSTRUMENT POSS_MARK)"
_GAP = f"""(?: AUX | ADVERB | MODAL | CONDITIONAL | PASSIVE_EXPECT | {PHRASE} | YEAR_AGO | PERIOD
    | TO (?=GROW_BASE) )*"""
_ABOUT = "(?: ADVERB | QUOTE | TALLY | DET (?=ADVERB|TALLY) )*"
_MADE_OF = "(?:IN|OF|WORTH OF?|TOTAL OF)"  # "worth of" is told as a total
_SINCE = "(?: YEAR_AGO | ADVERB | FROM (?=PERIOD|YEAR_AGO) | IN (?=PERIOD) | PERIOD )*"

_RULES: tuple[Rule, ...] = (
    rule(
        "metric_any_grew",
        f"""
        {_FREE} {_OWNER} {_RUN}{{0,3}}? {_NOUN} {_GAP} {_MOVED} {DEGREE}
        (?: (?P<change>{CHANGE}) (?! NAME ) (?: {_SINCE} TO {TO} (?P<value>{VALUE}) )?
          | {_SINCE} TO {TO} (?P<value>{VALUE}) )
        """,
    ),
    rule(
        "metric_any_driven",
        f"""
        {DRIVEN} {_OWNER} {_RUN}{{0,3}}? (?P<name>WORD|COUNTED|MEASURE)
        (?: FOR INSTRUMENT | FOR? PERIOD )?
        (?: BY {DEGREE} (?P<change>{CHANGE}) (?: TO {TO} (?P<value>{VALUE}) )?
          | (?: FROM (?P<prior>{VALUE}) )? TO {TO} (?P<value>{VALUE}) )
        """,
    ),
    rule(
        "metric_any_change",
        f"""
        (?P<change>{CHANGE}) TALLY? (?P<move>GROWTH|GROW_BASE|NOUN) (?:IN|OF|FOR) {_OWNER}
        {_RUN}{{0,3}}? {_NOUN} {_ENDS}
        """,
    ),
    rule(
        "metric_any_saw",
        f"""
        {_FREE} {_OWNER} {_RUN}{{0,3}}? {_NOUN} (?:AUX|ADVERB)*
        (?:REPORT|DRIVE|DRIVE_BASE|PARE|EARN|WORD) DET (?:TALLY|WORD|YEAR_AGO|ADVERB){{0,2}}
        (?: (?P<change>PERCENT|MONEY|TIMES) TALLY? (?P<move>GROWTH|GROW_BASE|NOUN)
          | (?P<move>GROWTH|GROW_BASE|NOUN) OF {DEGREE} (?P<change>PERCENT|MONEY|TIMES) )
        (?: (?: FROM (?P<prior>{VALUE}) )? TO {TO} (?P<value>{VALUE}) )? (?! IN (?!PERIOD) )
        """,
    ),
    rule(
        "metric_any_is",
        f"""
        {_FREE} {_OWNER} {_RUN}{{0,3}}? {_NOUN} (?:{PHRASE})?
        (?:TOTAL|AUX|REACH|OF|AT)+ (?:TOTAL|ADVERB|AT|DET)* (?P<value>{VALUE}) (?!PARTICLE)
        """,
    ),
    rule(
        "metric_any_sum",
        f"""
        (?:DET|POSSESSIVE|POSS_MARK|EXTREME) (?:ADVERB|TALLY|EXTREME|WORD|LIST_WORD|EXPECT){{0,2}}
        (?P<value>MONEY)
        {_RUN}{{0,3}}? (?: {_NOUN} | (?P<name>TOTAL) ) {_ENDS}
        """,
    ),
    rule(
        "metric_any_own_stock",
        f"""
        (?P<name>OPERATE|OPERATE_BASE|OPERATE_ING) {_ABOUT} (?P<value>MONEY) {_MADE_OF}
        POSSESSIVE ADVERB (?:WORD|NAME)? STOCK
        """,
    ),
    rule(
        "metric_any_in",
        f"""
        (?P<value>MONEY) {_MADE_OF} (?:{_RUN}|NOUN|GROW_BASE){{0,3}}? {_NOUN} {_ENDS}
        """,
    ),
    rule(
        "metric_any_of",
        f"""
        {_NOUN} (?: OF | (?P<move>TOTAL) ) {DEGREE} (?P<value>MONEY)
        """,
    ),
    rule(
        "metric_any_part",
        f"""
        (?P<value>PERCENT) OF {_OWNER} {_RUN}{{0,3}}? {_NOUN} {_ENDS}
        """,
    ),
    rule(
        "metric_any_owned",
        f"""
        {_OWNER} (?:ADVERB|TALLY|WORD)? (?P<value>NUMBER) {_RUN}{{0,3}}?
        (?P<name>COUNTED|METRIC|MEASURE|WORD) {_ENDS}
        """,
    ),
    rule(
        "metric_any_count",
        f"""
        (?P<move>WORD|AUX|REPORT|OPERATE|OPERATE_BASE|OPERATE_ING|EARN|COUNT|COUNT_ING|DRIVE
            |DRIVE_BASE)
        (?:PARTICLE|IN|OFF)? {DEGREE} (?P<value>NUMBER|SHARES) (?:{_RUN}|STOCK){{0,3}}?
        {_NOUN} {_ENDS}
        """,
    ),
    rule(
        "metric_any_cost",
        f"""
        (?P<name>COSTING) (?P<who>INSTRUMENT) (?: LPAREN (?:NAME|INSTRUMENT) RPAREN )? {DEGREE}
        (?P<value>MONEY)
        """,
    ),
    rule(
        "metric_any_verb",
        f"""
        (?<! [DET POSSESSIVE POSS_MARK EXTREME] )  # "a planned $1 billion"
        (?P<name>WORD|DEAL|COUNT|COUNT_BASE|COUNT_ING)
        (?:PARTICLE|IN|OFF|WORD|DET? NAME)? {_ABOUT} (?P<value>MONEY)
        # "announced a $1 billion repurchase"
        (?! [WORD NAME INSTRUMENT METRIC MEASURE COUNTED DEAL] )
        """,
    ),
)
_OWNED = "POSSESSIVE POSS_MARK"
_NEEDED = {  # what a sentence must have for a rule, rarer than a noun
    "metric_any_sum": "MONEY",
    "metric_any_in": "MONEY",
    "metric_any_own_stock": "MONEY",
    "metric_any_of": "MONEY",
    "metric_any_verb": "MONEY",
    "metric_any_cost": "COSTING",
    "metric_any_count": "NUMBER SHARES",
}
UNLISTED = tuple(
    one._replace(heads=frozenset(map(code, _NEEDED.get(one.name, _OWNED).split())))
    for one in _RULES
)
ANY = frozenset(one.name for one in UNLISTED)
