"""Where a sentence says that something moved: "fell", "was up", "a 10% surge", "pared losses"."""

from __future__ import annotations

from finfacts.claims.prices import driving, figures, leading, nouns, standing, verbs
from finfacts.claims.prices.arguments import CHANGE, LEVEL
from finfacts.claims.prices.predicate import NOT_STANDING, STAND, Maker, Predicate
from finfacts.claims.tape import Tape, pattern

_MODIFIER = "(?:DET|POSSESSIVE|POSS_MARK|TALLY|ADVERB|PERIOD|SESSION|STREAK|NUMBER|DASH)"
_SPELL = (
    "(?:(?:DET|POSSESSIVE) (?:TALLY|WORD|ADVERB)? (?:STREAK|PERIOD|SESSION))"  # "its second day"
)
_RUN = "(?: (?:PERIOD|STREAK) OF (?=TALLY|PERIOD|NOUN) )"  # "a fourth week of gains"
_PREDICATE = pattern(f"""
    (?P<turn> (?:PARE|PARE_BASE|PARE_ING|COUNT|COUNT_BASE|COUNT_ING|HOLD|HOLD_BASE|HOLD_ING)
        PART?
        (?:DET|POSSESSIVE|TALLY|ADVERB|PERIOD|POSS_MARK|SESSION|{_RUN})*
        (?: (?P<inner>{CHANGE}) | (?:OF|ADVERB) )* (?:TALLY|PERIOD|SESSION)* (?P<turned>NOUN)
        (?: (?:OF|FOR) (?P<inner>{CHANGE}) )? )
  | (?P<leader> AUX (?:ADVERB|NUMBER|WORD|OF|DET){{0,3}} LEADER )
  | (?P<leaders> {leading.NAMED_LAST} )
  | (?P<lead> (?:LEAD|FOLLOW)
        (?= (?:DET|POSSESSIVE|TALLY|PERIOD|POSS_MARK|ADVERB|STOCK|SUBJECT|PERCENT)*
        (?P<course>NOUN) (?! (?:IN|OF) (?:WORD|STOCK) ) ) )
  | (?P<leads> (?:LEAD|FOLLOW) (?= (?:DET|LIST_WORD)* SUBJECT ADVERB* (?P<way>PARTICLE)
        (?! (?:BY|ADVERB)* {CHANGE} | {NOT_STANDING} ) ) )
  | (?P<led_by> {leading.JOINED} )
  | (?P<spell> (?: (?:PARE|PARE_ING|AUX|OUTLOOK|TO) (?:DET|POSSESSIVE)
          | (?P<owned> (?<=SUBJECT) POSS_MARK
              | DET (?= TALLY+ (?:STREAK|WORD) PERIOD? (?:FOR|IN) DET? SUBJECT) ) )
        (?P<degree>TALLY) (?:TALLY|PERIOD|ADVERB|NUMBER)* (?P<unit>STREAK|WORD) (?!NOUN) )
  | (?P<wiped> (?:PARE|PARE_ING|COUNT|COUNT_ING) (?P<share>PERCENT) (?:OF|FROM) (?:DET|POSSESSIVE)*
        (?=SUBJECT POSS_MARK? (?:WORD|STOCK)) )
  | (?P<off> (?: {STAND} (?: ADVERB | {_SPELL} )* OFF
        | (?<=COMMA | WITH SUBJECT | WITH DET SUBJECT) OFF ) (?= {CHANGE} ) )
  | (?P<knocked> {driving.KNOCKED} )
  | (?P<given> {driving.GIVEN} )
  | (?P<passive> {driving.PASSIVE} )
  | (?P<multiple> TIMES )
  | (?P<listed> (?<=SUBJECT) {figures.ROW} )
  | (?P<regained> (?:PARE|PARE_BASE|PARE_ING) (?= ADVERB* BY? {CHANGE} (?! OF|TALLY|NOUN ) ) )
  | (?P<ended> (?:LEVEL|LEVEL_BASE|LEVEL_ING) (?:{_SPELL}|PERIOD)? WITH
        (?:DET|TALLY|ADVERB)* NOUN (?= STOP|COMMA|ON|AS|CLAUSE|AFTER|AND|PERIOD|$ ) )
  | (?P<spread> (?:PARE|PARE_BASE|PARE_ING) (?= ADVERB* (?: BY? POINTS | TO
        (?:DET|POSSESSIVE|TALLY|PERIOD|ADVERB)* (?:POINTS|EXTREME)
        | STOP | $ | ON? PERIOD | AFTER )) )
  | (?P<verb> (?:MOVE | MOVE_BASE) (?: PARTICLE (?= ADVERB* {CHANGE}) )? )
  | (?P<participle> MOVE_ING )
  | (?P<count> COUNT | COUNT_BASE ) (?= ADVERB* BY? {CHANGE} )
  | (?P<counting> COUNT_ING ) (?= ADVERB* BY? {CHANGE} )
  | (?P<particle> (?: {STAND} (?:ADVERB|TALLY)* (?: {_SPELL} | PERIOD (?=PARTICLE) )? ADVERB* )?
        PARTICLE )
  | (?P<pole> (?:LEVEL|LEVEL_BASE|LEVEL_ING|AUX) (?:ADVERB|DET (?:STREAK|PERIOD|SESSION))* POLE
        (?= STOP|COMMA|ON|AS|CLAUSE|AFTER|AND|PERIOD|IN|AT|$ ) )
  | (?P<hold> (?:HOLD|HOLD_BASE) (?=ADVERB* AT? {LEVEL} (?! BELOW|ABOVE|PARTICLE)) )
  | (?P<distance> (?:AUX|LEVEL_ING|LEVEL|LEVEL_BASE|HOLD|HOLD_BASE)? ADVERB*
        (?P<gone>PERCENT|POINTS|MONEY) (?P<side>BELOW|ABOVE|OFF)
        (?=DET|POSSESSIVE|EXTREME|ANCHOR|MONEY|SUBJECT POSS_MARK|PERIOD|{standing.WHERE}) )
  | (?P<drive> (?:DRIVE|DRIVE_BASE|DRIVE_ING) (?:DET|LIST_WORD|ADVERB
        |STOCK OF (?:WORD|LIST_WORD|NAME){{1,4}}
        COMMA? (?:WITH|LIST_WORD))* SUBJECT
        (?: ADVERB* (?P<led>PARTICLE) (?! (?:BY|ADVERB)* {CHANGE} | {NOT_STANDING} ) )? )
  | (?P<noun> (?:DET|POSSESSIVE)? (?:{_RUN}|{_MODIFIER}|QUOTE|EXTREME (?=TALLY|NOUN))*
        (?P<before>{CHANGE})? (?: TALLY|PERIOD|SESSION|ADVERB|STREAK|(?<=TALLY|{CHANGE}) STOCK )*
        NOUN (?: OF (?P<after>{CHANGE}) )? )
  | (?P<sign> (?<=SUBJECT) (?:COMMA? LPAREN|ADVERB|COLON)? (?P<mark> PLUS | DASH )?
        (?P<signed>PERCENT) RPAREN? )
  | (?P<more> (?<=AND|COMMA|CLAUSE) (?P<again>ADVERB) (?=PERCENT|POINTS) )
  | (?P<since> (?<=AND) (?=PERCENT ADVERB* (?: SINCE | (?:FOR|IN|OVER|ON)? DET? PERIOD )) )
  | (?P<gap> (?<=SUBJECT) (?:ADVERB|BY|DET|TALLY)* (?={CHANGE}) )
""")


def predicates(tape: Tape) -> list[Predicate]:
    """Return the predicates of a tape, in order."""
    found: list[Predicate] = []
    at = 0
    while match := _PREDICATE.search(tape.tags, at):
        predicate = _MAKERS[str(match.lastgroup)](tape, match, found)  # the outer group
        if predicate is not None:
            found.append(predicate)
        at = max(match.end(), match.start() + 1)
    return found


_MAKERS: dict[str, Maker] = {
    "turn": verbs.read_turn,
    "verb": verbs.read_simple("verb", "verb", "move_verb"),
    "participle": verbs.read_simple("participle", "participle", "move_participle"),
    "count": verbs.read_simple("count", "verb", "move_count"),
    "counting": verbs.read_simple("counting", "participle", "move_count"),
    "particle": standing.read_particle,
    "pole": standing.read_pole,
    "hold": verbs.read_simple("hold", "hold", "move_hold"),
    "off": standing.read_off,
    "multiple": verbs.read_multiple,
    "listed": figures.read_listed,
    "wiped": verbs.read_wiped,
    "distance": standing.read_distance,
    "drive": driving.read_drive,
    "knocked": driving.read_knocked,
    "given": driving.read_given,
    "passive": driving.read_passive,
    "regained": verbs.read_regained,
    "ended": nouns.read_ended,
    "spread": verbs.read_spread,
    "leader": leading.read_leader,
    "leaders": leading.read_leaders,
    "lead": leading.read_lead,
    "leads": leading.read_leads,
    "led_by": leading.read_led,
    "spell": leading.read_spell,
    "noun": nouns.read_noun,
    "sign": figures.read_sign,
    "gap": figures.read_gap,
    "more": figures.read_more,
    "since": figures.read_since,
}
