"""The figures of what is done: bought, paid, raised, delivered, hired, earned a share."""

from __future__ import annotations

from finfacts.claims.metrics.pieces import DEGREE, Rule, rule

DEALS: tuple[Rule, ...] = (
    rule("metric_average", f"(?P<name>AVERAGE) (?:OF|AT)? {DEGREE} (?P<value>MONEY)"),
    rule("metric_filed", "(?P<value>NUMBER) (?:WORD|NAME){1,3} AUX? (?P<name>FILED)"),
    rule("metric_offered", f"(?P<name>OFFER) OF? {DEGREE} (?P<value>SHARES)"),
    rule(
        "metric_debut",
        f"""
        (?P<name>DEBUT) WORD? (?: (?:IN|ON)? PERIOD | ADVERB | COMMA )* AT {DEGREE} (?P<value>MONEY)
        """,
    ),
    rule("metric_priced", f"(?P<name>PRICED) {DEGREE} (?P<value>MONEY)"),
    rule(
        "metric_fund_flow",
        f"""
        (?P<name>INFLOW|OUTFLOW) DET? {DEGREE} (?P<value>MONEY)
        """,
    ),
    rule(
        "metric_fund_moved",
        f"""
        (?P<name>FLOW) (?:DET|TALLY|ADVERB)* {DEGREE} (?P<value>MONEY) ADVERB?
        (?P<move>FROM|TO|IN|OFF) (?! DET? PERIOD )
        """,
    ),
    rule("metric_left", "(?P<value>MONEY) (?P<name>LEFT)"),
    rule("metric_traded", "(?P<value>SHARES|MONEY) (?P<name>TRADED)"),
    rule("metric_traded", f"(?P<name>TRADED) {DEGREE} (?P<value>MONEY)"),
    rule(
        "metric_owned",
        f"""
        (?P<name>OWN) {DEGREE} (?P<value>PERCENT)
        (?: OF | STAKE | STOP | COMMA | DET? METRIC | $ )
      | (?P<name>HOLD|HOLD_BASE|HOLD_ING) {DEGREE} (?P<value>PERCENT) OF
      | (?<=REL) (?P<name>HOLD_BASE) {DEGREE} (?P<value>PERCENT) COMMA
        """,
    ),
    rule(
        "metric_held_units",
        f"""
        (?P<move>HOLD|OWN) {DEGREE} (?P<value>NUMBER) TALLY? (?P<name>WORD|NAME|INSTRUMENT)
        """,
    ),
)
DEALING: tuple[Rule, ...] = (
    rule(
        "metric_sold_at",
        f"""
        (?P<move>OPERATE|OPERATE_BASE|OPERATE_ING) {DEGREE}
        (?: SHARES
          | (?:MONEY (?:LPAREN [^RPAREN]{{1,3}} RPAREN)? (?:OF|IN|WORTH)) (?:WORD|TALLY)? STOCK )
        [^COMMA SEMICOLON STOP MONEY]{{0,8}}? (?P<name>AT) {DEGREE} (?P<value>MONEY)
        """,
    ),
    rule(
        "metric_per_share",
        """
        (?P<name>METRIC|EARN|REPORT) (?: (?:AUX|ADVERB)* (?P<move>GROW|GROW_BASE) )?
        [^SEMICOLON METRIC OR]{1,8}? MONEY
        COMMA? OR ADVERB* (?P<value>MONEY)
    """,
    ),
    rule(
        "metric_flow",
        """
        (?P<who>INVESTOR|PRONOUN) (?:AUX|ADVERB|DET|TALLY)*
        (?P<name>FLOW|OPERATE|OPERATE_BASE|OPERATE_ING|COUNT)
        (?:DET|TALLY|WORD|STOCK|NAME|OF|TO|TOTAL|ADVERB|INSTRUMENT){0,6}? (?P<value>MONEY)
    """,
    ),
    rule("metric_paid", f"(?P<name>DEAL|ADJUST) INSTRUMENT? {DEGREE} (?P<value>MONEY)"),
    rule(
        "metric_float",
        "(?P<value>PERCENT) OF (?:DET|POSSESSIVE|INSTRUMENT|POSS_MARK|WORD){0,3} (?P<name>FLOAT)",
    ),
    rule(
        "metric_operated",
        f"""
        (?P<name>OPERATE|OPERATE_BASE|OPERATE_ING) {DEGREE} (?P<value>NUMBER|SHARES)
        (?: (?<=SHARES) | (?= (?:NAME|INSTRUMENT|TALLY|WORD|MARK|LIST_WORD){{0,4}}
            (?:WORD|COUNTED|METRIC) ) )
    """,
    ),
    rule(
        "metric_closed",
        f"""
        (?P<name>LEVEL|LEVEL_BASE|LEVEL_ING|ANCHOR) {DEGREE} (?P<value>NUMBER)
        (?= (?:TALLY|WORD|NAME|LIST_WORD){{0,2}} COUNTED )
        """,
    ),
    rule(
        "metric_employed",
        f"""
        (?P<name>RUNS) {DEGREE} (?P<value>NUMBER)
        (?= ADVERB | WORD? (?: COMMA | STOP | IN | AT | ON | AND | ADVERB | $ ) )
        """,
    ),
    rule(
        "metric_pumped",
        f"""
        (?P<name>OPERATE|OPERATE_BASE|OPERATE_ING) {DEGREE} (?P<value>NUMBER)
        (?: OF (?:WORD|NAME|INSTRUMENT){{1,3}} (?:DET STREAK)? )?
        (?! (?:NAME|INSTRUMENT|TALLY|MARK|LIST_WORD)* (?:WORD|COUNTED|METRIC|MEASURE) )
    """,
    ),
    rule(
        "metric_counted",
        """
        (?P<move>BEAT|REACH|REACH_ING|CROSS|CROSS_ING|TOTAL) (?:ADVERB|TOTAL)*
        (?P<value>NUMBER) (?P<name>METRIC|MEASURE|COUNTED)
    """,
    ),
    rule(
        "metric_heads",
        """
        (?:PARE|PARE_BASE|PARE_ING|COUNT|COUNT_BASE|COUNT_ING|OPERATE|OPERATE_BASE) ADVERB*
        (?P<value>PERCENT|NUMBER) (?: OF (?:DET|POSSESSIVE) | TALLY | WORD )*
        (?P<name>COUNTED|MEASURE)
    """,
    ),
    rule(
        "metric_heads_of",
        """
        (?<= [TO AUX COMMA AND EXPECT REPORT TOTAL EARN WITH OF FOR OPERATE OPERATE_BASE ADVERB
            RUNS] )
        (?P<value>NUMBER) (?:TALLY|WORD|NAME|LIST_WORD){0,2} (?P<name>METRIC|COUNTED)
    """,
    ),
    rule("metric_earned", f"(?P<name>EARN|REPORT) {DEGREE} (?P<value>MONEY)"),
)
