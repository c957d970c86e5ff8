"""The figures of takeovers and stakes: "agreed to buy Slack for $27.7 billion", "a 33% premium"."""

from __future__ import annotations

from decimal import Decimal

from finfacts.claims.metrics.fitting import is_small
from finfacts.claims.metrics.pieces import DEGREE, UNDER, Rule, rule
from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.patterns import lazy

_WHOM = """(?:DET|POSSESSIVE|NAME|WORD|INSTRUMENT|POSS_MARK|TALLY|OF|LIST_WORD|STOCK|NUMBER
    |PERCENT|LPAREN [^LPAREN RPAREN]{1,6} RPAREN | PERIOD | IN (?=WORD|NAME|DET)
    | METRIC (?=NAME|IN)
    |BY (?=DET|NAME|INSTRUMENT|WORD) | TO (?=INSTRUMENT|NAME) )"""

TAKEOVERS: tuple[Rule, ...] = (
    rule(
        "metric_bought",
        f"""
        (?P<name>ACQUIRE|ACQUIRE_BASE|ACQUIRE_ING|OPERATE|OPERATE_BASE|OPERATE_ING)
        {_WHOM}{{1,9}}? (?:FOR|IN DET) {DEGREE} (?P<value>MONEY) (?! (?:WORD|TALLY)? DEAL )
        """,
    ),
    rule(
        "metric_bid",
        f"""
        (?P<name>BID) {_WHOM}{{1,6}}? COMMA? (?:TOTAL|VALUED|OF|AT|FOR) {DEGREE} (?P<value>MONEY)
      | (?P<value>MONEY) (?:TALLY|WORD|NAME|INSTRUMENT){{0,3}}? (?P<name>BID)
        """,
    ),
    rule(
        "metric_offered_price",
        f"""
        (?P<name>OFFERING) (?:DET|WORD|OF|TALLY|OUTLOOK){{0,4}}? {DEGREE} (?P<value>MONEY)
        (?: (?P<move>FOR) (?:ADVERB|DET|WORD)? (?=INSTRUMENT|STOCK|WORD) )?
        """,
    ),
    rule("metric_received", f"(?P<name>RECEIVE) {DEGREE} (?P<value>MONEY)"),
    rule(
        "metric_paid_in_all",
        f"""
        DEAL {DEGREE} MONEY COMMA OR {DEGREE} (?P<value>MONEY) (?P<name>WORD|ADVERB|IN|DET)
        """,
    ),
    rule(
        "metric_valuing",
        f"""
        (?P<name>VALUING)
        (?: DET (?:WORD|NAME|TALLY|LIST_WORD|EXPECT){{1,5}}? | (?P<who>INSTRUMENT)
          | (?P<who>NAME) NAME{{0,2}} | PRONOUN )
        AT {DEGREE} (?P<value>MONEY)
        """,
    ),
    rule(
        "metric_premium",
        f"""
        (?P<value>PERCENT) TALLY? (?P<name>SPREAD) (?: TO | FROM | ON | IN | ABOVE | BEAT )
      | (?P<name>SPREAD) OF {DEGREE} (?P<value>PERCENT)
      | AT DET {DEGREE} (?P<value>MONEY) (?P<name>SPREAD)
      | AT DET (?P<name>SPREAD) OF {DEGREE} (?P<value>MONEY)
        """,
    ),
    rule(
        "metric_held_by",
        f"""
        (?P<value>PERCENT) OF {UNDER}{{0,3}}? (?P<name>STOCK) (?:AUX|ADVERB)* (?:HOLD|OWN) BY
        """,
    ),
    rule(
        "metric_managed",
        f"""
        REL (?P<name>MANAGES) {DEGREE} (?P<value>MONEY)
        (?: (?:IN|OF|WORTH) (?:WORD|METRIC|NAME|TALLY|COUNTED|STOCK){{1,4}}? )? (?:AT|FOR) DET?
        (?P<who>INSTRUMENT|NAME)
        """,
    ),
    rule("metric_managed", f"(?P<name>MANAGES) {DEGREE} (?P<value>MONEY)"),
)


VALUATIONS: tuple[Rule, ...] = (
    rule(
        "metric_valued_at",
        f"""
        (?<= INSTRUMENT | NAME | AUX | ADVERB | RPAREN ) (?P<name>VALUED) {DEGREE} (?P<value>MONEY)
        """,
    ),
    rule(
        "metric_stock_sold",
        f"""
        (?P<name>OPERATE|OPERATE_BASE|OPERATE_ING) {DEGREE} (?P<value>MONEY) (?:OF|IN|WORTH)
        (?:POSSESSIVE|DET|WORD|TALLY){{0,2}} STOCK
        """,
    ),
)


def offered(reading: Reading, figure: Stated) -> str | None:
    """Return what is offered for a company: so much in all, or for each share."""
    value = quantity_at(reading, figure.value)
    if value is None:
        return None
    after = reading.tape.items[figure.value + 1 : figure.value + 6]
    shares = figure.move >= 0 and any(item.lower == "share" for item in after)
    if value.per == "share" or shares:
        return "offer_price"
    if figure.rule == "metric_received" or value.value is None:
        return None
    return "deal_value" if figure.move >= 0 and value.value > _COMPANY else None


_COMPANY = Decimal(10_000_000)  # what is offered for less is no company


def priced(reading: Reading, _figure: Stated) -> str | None:
    """Return what shares are first sold at, where an offering is spoken of; goods have prices."""
    return "ipo_price" if _OFFERING.search(reading.sentence.clean) else None


def sold_at(reading: Reading, figure: Stated) -> str | None:
    """Return what shares are sold for, each: "sold 19 million shares at $45 apiece"."""
    value = quantity_at(reading, figure.value)
    sold = reading.tape.items[figure.move].sense == "unit_sales"
    return "offer_price" if sold and value is not None and is_small(value) else None


_OFFERING = lazy(
    r"\b(?:IPO|initial public offering|initial offering|public debut|share sale|listing)\b"
)


def stock_sold(reading: Reading, figure: Stated) -> str | None:
    """Return what a company gets for stock of its own: "sold $2 billion of stock"."""
    return "share_sale" if reading.tape.items[figure.name].sense == "unit_sales" else None


def premium(reading: Reading, figure: Stated) -> str | None:
    """Return how far a price is from another: "a 33% premium", "a discount of 4%"."""
    name = reading.tape.items[figure.name].lower
    return name if name in ("premium", "discount") else None


_WHOLE = frozenset(  # what is sold for a price of its own
    "business businesses unit division arm stake subsidiary company brand operations portfolio"
    " building campus headquarters plant factory land".split()
)


def bought(reading: Reading, figure: Stated) -> str | None:
    """Return what was paid for a whole company, or for counted things."""
    item = reading.tape.items[figure.name]
    if item.sense not in ("deal_value", "purchase", "unit_sales"):
        return None
    between = reading.tape.items[figure.name : figure.value]
    counted = any(one.tag == "NUMBER" for one in between)
    if item.sense == "unit_sales":
        whole = any(one.lower in _WHOLE or one.tag == "INSTRUMENT" for one in between)
        return "deal_value" if whole and not counted else None
    return "purchase_cost" if counted else "deal_value"
