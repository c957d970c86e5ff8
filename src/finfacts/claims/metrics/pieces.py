"""Pieces that the rules of figures share: a figure's name, what may stand before its verb."""

from __future__ import annotations

from typing import NamedTuple

import regex

from finfacts.claims.tape import code, pattern
from finfacts.patterns import lazy

NAME = "(?P<name>METRIC|ECONOMY|MEASURE)"
DEGREE = """(?: CLAUSE ADVERB CLAUSE (?=MONEY|NUMBER|PERCENT)
    | ADVERB | QUOTE | TALLY | BY | DET (?=ADVERB|TALLY|WORD PERCENT) | WORD (?=PERCENT)
    | AT DET (?=PERCENT) )*"""
PHRASE = """(?:OF|IN|FOR|AT|FROM|ON|AGAINST (?=WORD)|(?:TO|WITH|BY) (?=INSTRUMENT|NAME|DET NAME))
    (?:DET|POSSESSIVE)?
    (?:INSTRUMENT|NAME|WORD|PERIOD|POSS_MARK|TALLY|LIST_WORD){1,5}?"""
GAP = f"""(?: ADVERB | QUOTE | AUX | MODAL | CONDITIONAL | PASSIVE_EXPECT | NOT | PERIOD | YEAR_AGO
    | {PHRASE} | WITHOUT (?:DET|WORD|NAME|AND|TALLY|METRIC){{1,5}}?
    | COMMA WITHOUT (?:DET|WORD|NAME|AND|TALLY|METRIC){{1,5}} COMMA
    | LPAREN [^LPAREN RPAREN]{{0,6}} RPAREN
    | COMMA (?: [^COMMA SEMICOLON METRIC ECONOMY]{{1,10}} | DET [^COMMA SEMICOLON]{{1,12}} ) COMMA
    | TO (?=GROW_BASE|MOVE_BASE|REACH_BASE|TOTAL|AUX)
    | (?:AT|FROM|IN) (?:DET|POSSESSIVE|INSTRUMENT|POSS_MARK|NAME|WORD|TALLY){{0,4}} COUNTED
      OPERATE_BASE FOR? AT WORD (?:DET|NUMBER)? (?:WORD|PERIOD)
    | DASH [^DASH SEMICOLON METRIC ECONOMY]{{1,10}} DASH
    | COMMA OR DET [^COMMA SEMICOLON]{{1,14}} COMMA | (?:IN|FOR) DET (?:WORD|TALLY) LEVEL PERIOD
    | BEAT (?:DET|POSSESSIVE|ANALYSTS|POSS_MARK|QUOTE|TALLY|WORD|HOUSE){{0,3}} (?:ESTIMATE|EXPECT)
      COMMA (?=GROW_ING|MOVE_ING)
    | COMMA? REL ANALYSTS (?=EXPECT) | COMMA? REL | EXPECT (?=TO|AUX) )*"""
MOVE = "(?P<move>GROW|GROW_BASE|GROW_ING|COUNT|MOVE|MOVE_BASE|MOVE_ING|GROWTH)"
FILLER = """(?: AUX | EXPECT | ADVERB | OF | FOR | TOTAL | BY (?=HOUSE|NAME|INSTRUMENT) | NAME
    | HOUSE | INSTRUMENT | AT | DET | COMMA (?:ADVERB|(?:ON|IN) WORD) COMMA | WORD )"""
ON_SUM = "ON ADVERB* MONEY (?:OF|IN|WORTH) (?:NAME|WORD|DET|POSSESSIVE){1,4}?"
TO = (
    "(?: (?: DET? TALLY? (?:WORD|EXTREME|METRIC) OF ) | (?:DET|ADVERB|WORD|TALLY|EXTREME|BY){0,4} )"
)
DRIVEN = """(?P<move>GROW|GROW_BASE|GROW_ING|DRIVE|DRIVE_BASE|DRIVE_ING|MOVE|MOVE_ING
    |PARE|PARE_BASE|PARE_ING|ADJUST|DEAL|(?<=TO)PARTICLE)"""
FORECAST = "(?:EXPECT|ESTIMATE)"
OF_WHAT = """(?:POSSESSIVE|DET|INSTRUMENT|POSS_MARK|TALLY|WORD|NAME|PERIOD|ADVERB|LIST_WORD
    |FROM (?=NAME))"""
UNDER = "(?:POSSESSIVE|DET|INSTRUMENT POSS_MARK|POSS_MARK|TALLY|WORD|NAME|PERIOD|ADVERB)"
END = (
    "(?= COMMA | STOP | SEMICOLON | CLAUSE | AND | RPAREN | YEAR_AGO | PERIOD | IN | FOR | ON | $ )"
)


class Rule(NamedTuple):
    """A way to state a figure: its name, the words on the tape, and what may name the figure."""

    name: str
    text: regex.Pattern[str]
    heads: frozenset[str]  # tags, one of which a sentence must have


def rule(name: str, text: str) -> Rule:
    """Return a rule of the given name over tag names."""
    tags = " ".join(_HEADS.findall(text)).replace("|", " ").split()
    return Rule(name, pattern(text), frozenset(map(code, tags)))


_HEADS = lazy(r"\(\?P<name>([A-Z_| ]+)")
