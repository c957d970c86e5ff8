"""The figures of nouns that no list knows: "its legal bill fell 4%", "a $250 million settlement".

Any noun may name a figure where the words around it leave no doubt whose it is: it has an owner
("Apple's", "its"), or a company does what a verb right before the figure says. They are read
last, of numbers that nothing else has read.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from finfacts.claims.metrics.clauses import agent, possessor
from finfacts.claims.metrics.deeds import noun
from finfacts.claims.metrics.others import is_target
from finfacts.claims.metrics.pieces import DEGREE, DRIVEN, PHRASE, TO, Rule, rule
from finfacts.claims.metrics.reading import CHANGE, VALUE, Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.subjects import company, in_relative
from finfacts.claims.tape import Item, code, pattern
from finfacts.lexicons.tables import read_words
from finfacts.values import Instrument, Quantity, Value

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
        "metric_any_in",
        f"""
        (?P<value>MONEY) (?:IN|OF|WORTH) {_RUN}{{0,3}}? {_NOUN} {_ENDS}
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
        (?P<name>WORD|DEAL|OPERATE|OPERATE_ING|COUNT|COUNT_BASE|COUNT_ING)
        (?:PARTICLE|IN|OFF|WORD|DET? NAME)? {_ABOUT} (?P<value>MONEY)
        (?! [WORD NAME INSTRUMENT] )  # "announced a $1 billion repurchase"
        """,
    ),
)
_OWNED = "POSSESSIVE POSS_MARK"
_NEEDED = {  # what a sentence must have for a rule, rarer than a noun
    "metric_any_sum": "MONEY",
    "metric_any_in": "MONEY",
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


def any_name(reading: Reading, figure: Stated) -> str | None:
    """Return the article's own noun for a figure, or None where it names none."""
    item = reading.tape.items[figure.name]
    if _is_no_noun(item) or _is_no_claim(reading, figure):
        return None
    if figure.rule in _SUMS and not _is_big(quantity_at(reading, figure.value)):
        return None
    if figure.rule == "metric_any_part":
        return f"{noun(reading, figure.name)}_share"
    if item.tag == "DEAL" or figure.rule == "metric_any_owned":
        return item.sense.replace("own", "") or noun(reading, figure.name)
    return noun(reading, figure.name)


def _is_no_noun(item: Item) -> bool:
    """Whether a word names no figure, or is one of movement and no sum: "a $2 billion increase"."""
    if item.tag.startswith("COUNT") and item.tag != "COUNTED":
        return not item.lower.startswith("return")
    if item.tag in _MOVES:
        return item.lower not in ("gain", "gains", "hit")
    return item.lower in _no_names() or item.lower.endswith("ly")


def _is_no_claim(reading: Reading, figure: Stated) -> bool:
    """Whether a figure is a target of a price or only compared with: "worse than its loss of"."""
    low, tags = max(0, figure.first - _NEAR), reading.tape.tags
    compared = any(_COMPARED.search(tags, low, figure.first + more) for more in (0, 1))
    totalled = figure.rule == "metric_any_of" and figure.move >= 0
    if totalled and reading.tape.items[figure.move].lower != "worth":
        return True
    return compared or is_target(reading, figure)


_NEAR = 6  # items
_COMPARED = pattern("(?:BEAT|FROM|AGAINST) (?:DET|POSSESSIVE|TALLY|WORD|YEAR_AGO|PERIOD|ADVERB)* $")


@cache
def _no_names() -> frozenset[str]:
    return read_words("segments.toml", "no_names")


_MOVES = frozenset(("GROWTH", "GROW_BASE", "NOUN", "TOTAL"))
_SUMS = frozenset(("metric_any_sum", "metric_any_in", "metric_any_of", "metric_any_verb"))
_BIG = Decimal(1_000_000)  # what is paid less for is sold at a counter


def _is_big(value: Quantity | None) -> bool:
    number = None if value is None else value.low if value.value is None else value.value
    return number is not None and number >= _BIG


def any_subject(reading: Reading, figure: Stated) -> Instrument | None:
    """Return whose figure of any noun it is, or None where that is in doubt."""
    if figure.who >= 0:
        found: Value | None = reading.tape.items[figure.who].value
    elif figure.rule in _DONE:
        found = _doer(reading, figure.move if figure.move >= 0 else figure.name)
    else:
        found = _owner(reading, figure)
    return found if isinstance(found, Instrument) and found.kind == "equity" else None


_DONE = frozenset(("metric_any_count", "metric_any_verb"))


def _doer(reading: Reading, verb: int) -> Value | None:
    """Return who does what a verb says, or the only company named, where that is before it."""
    who = agent(reading, verb)
    if who is not None:
        return who.subject
    named = {one.name for one in reading.sentence.found.instruments if one.kind == "equity"}
    return company(reading, verb, known=False) if len(named) == 1 else None


def _owner(reading: Reading, figure: Stated) -> Value | None:
    """Return who owns a figure, or is told of; what belongs to several or to people is nobody's."""
    inside = reading.tape.items[max(0, figure.first - 1) : figure.name]
    if any(item.lower in _OF_OTHERS for item in inside):
        return None
    if figure.rule == "metric_any_sum" and (found := in_relative(reading, figure.name)):
        return found
    who = possessor(reading, figure.name)
    if who is not None:
        return who.subject
    owners = [item.value for item in inside if item.tag == "INSTRUMENT"]
    return owners[-1] if owners else _told_of(reading, figure)


_OF_OTHERS = frozenset(("their", "his", "her", "my", "our", "your"))


def _told_of(reading: Reading, figure: Stated) -> Instrument | None:
    """Return the company of the sentence before a figure, or the one the article is about."""
    found = company(reading, figure.name)
    main = reading.setting.main
    if found is None or found.span.start >= reading.sentence.start:
        return found
    return found if main is not None and found.name == main.name else None
